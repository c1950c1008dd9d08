/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a journal: the main thread hands over values, the worker writes them in their
 * order. What could not be written stays in memory and is tried again with what comes
 * next, so that a disk that was full for a while costs nothing. */
#include "session/accord-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "documents/accord-json.h"
#include "documents/accord-save.h"
#include "session/accord-process-private.h"

#define TRIES 2
/* How long a change waits for the one before it to be synced, in microseconds. */
#define PATIENCE G_TIME_SPAN_SECOND

typedef enum
{
  OP_BEGIN,
  OP_LINE,
  OP_DISCARD,
  OP_SYNC,
  OP_STOP,
} OpKind;

/* serial: of the beginning that it belongs to. */
typedef struct
{
  OpKind kind;
  gint serial;
  AccordJournalHead *head;
  AccordJournalWrite write;
  gpointer data;
  GDestroyNotify destroy;
  char *text;
  GAsyncQueue *done; /* borrowed */
} Op;

/* whole, lines: what is still to be written; the lines follow length bytes that are on the disk.
 * usable: whether there is a beginning that lines can follow. */
struct _AccordJournal
{
  /* main thread */
  GThread *thread; /* nullable until the first beginning */
  gint serial;

  /* both */
  GAsyncQueue *queue;
  GCancellable *cancellable;
  gint newest; /* atomic: serial of the last beginning that was asked for */
  GMutex mutex;
  GCond written;
  guint n_waiting; /* of the mutex: lines that were handed over and are not on the disk */
  char *error;     /* nullable, of the mutex */
  gboolean told;

  /* worker */
  char *path;
  GString *whole; /* nullable */
  GString *lines;
  goffset length;
  gboolean usable;
  int fd;
};

/**
 * accord_journal_head_free:
 * @self: (transfer full) (nullable): a head
 */
void
accord_journal_head_free (AccordJournalHead *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->file);
  g_free (self);
}

/* Where journals are. */
char *
accord_journal_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "accord", "recovery", NULL);
}

static void
op_free (gpointer data)
{
  Op *self = data;

  accord_journal_head_free (self->head);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->text);
  g_free (self);
}

static GString *
write_head (const AccordJournalHead *head, gsize base)
{
  GString *out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) json = accord_json_writer_new (out);
  g_autoptr (AccordProcess) process = accord_process_new_self ();

  accord_json_begin_object (json);
  accord_json_key (json, "base");
  accord_json_int (json, (gint64) base);
  accord_json_key (json, "boot");
  accord_json_string (json, process->boot);
  accord_json_key (json, "decisions");
  accord_json_int (json, head->n_decisions);
  accord_json_key (json, "file");
  accord_json_string (json, head->file);
  accord_json_key (json, "format");
  accord_json_string (json, ACCORD_JOURNAL_FORMAT);
  accord_json_key (json, "modified");
  accord_json_bool (json, head->modified);
  accord_json_key (json, "pid");
  accord_json_int (json, process->pid);
  accord_json_key (json, "start");
  accord_json_int (json, process->start);
  accord_json_key (json, "time");
  accord_json_int (json, g_get_real_time () / G_USEC_PER_SEC);
  accord_json_key (json, "title");
  accord_json_string (json, head->title);
  accord_json_end_object (json);
  if (out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  return out;
}

static gboolean
fail_errno (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
write_whole (AccordJournal *self, GError **error)
{
  g_autofree char *folder = accord_journal_dup_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (error);
  if (!accord_save (file, self->whole->str, self->whole->len, self->cancellable, error))
    return FALSE;
  if (self->fd >= 0)
    close (self->fd);
  self->fd = g_open (self->path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (self->fd < 0)
    return fail_errno (error);
  self->length = (goffset) self->whole->len;
  g_string_free (g_steal_pointer (&self->whole), TRUE);
  return TRUE;
}

/* What a try before left behind is overwritten or cut off. */
static gboolean
write_lines (AccordJournal *self, GError **error)
{
  gsize done = 0;

  if (ftruncate (self->fd, self->length) != 0)
    return fail_errno (error);
  while (done < self->lines->len)
    {
      gssize n = pwrite (self->fd, self->lines->str + done, self->lines->len - done,
                         self->length + (goffset) done);

      if (n < 0 && errno != EINTR)
        return fail_errno (error);
      done += n > 0 ? (gsize) n : 0;
    }
  if (fsync (self->fd) != 0)
    return fail_errno (error);
  self->length += (goffset) self->lines->len;
  g_string_truncate (self->lines, 0);
  return TRUE;
}

static void
set_error (AccordJournal *self, const GError *error)
{
  g_mutex_lock (&self->mutex);
  if (self->error == NULL && !self->told)
    self->error = g_strdup (error->message);
  g_mutex_unlock (&self->mutex);
}

static void
flush (AccordJournal *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < TRIES; i++)
    {
      g_clear_error (&error);
      if ((self->whole == NULL || write_whole (self, &error)) &&
          (self->lines->len == 0 || write_lines (self, &error)))
        return;
      if (g_cancellable_is_cancelled (self->cancellable))
        return;
    }
  set_error (self, error);
}

static void
begin (AccordJournal *self, Op *op)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) bytes = op->write (op->data, &error);

  self->usable = bytes != NULL;
  if (self->whole != NULL)
    g_string_free (g_steal_pointer (&self->whole), TRUE);
  g_string_truncate (self->lines, 0);
  if (bytes == NULL)
    {
      set_error (self, error);
      return;
    }
  self->whole = write_head (op->head, bytes->len);
  g_string_append_len (self->whole, bytes->str, (gssize) bytes->len);
  flush (self);
}

static void
add_line (AccordJournal *self, const char *line)
{
  if (!self->usable)
    return;
  g_string_append (self->whole != NULL ? self->whole : self->lines, line);
  flush (self);
}

/* Returns: FALSE when it is the last one. */
static gboolean
run (AccordJournal *self, Op *op)
{
  gboolean old = op->serial < g_atomic_int_get (&self->newest);

  switch (op->kind)
    {
    case OP_BEGIN:
      if (!old)
        begin (self, op);
      return TRUE;
    case OP_LINE:
      if (!old)
        add_line (self, op->text);
      g_mutex_lock (&self->mutex);
      self->n_waiting--;
      g_cond_signal (&self->written);
      g_mutex_unlock (&self->mutex);
      return TRUE;
    case OP_DISCARD:
      /* Only now nothing of it can be lost any more. */
      if (self->usable && self->whole == NULL)
        g_unlink (op->text);
      return TRUE;
    case OP_SYNC:
      g_async_queue_push (op->done, self);
      return TRUE;
    case OP_STOP:
    default:
      return FALSE;
    }
}

static gpointer
worker_cb (gpointer data)
{
  AccordJournal *self = data;
  gboolean more = TRUE;

  while (more)
    {
      Op *op = g_async_queue_pop (self->queue);

      more = run (self, op);
      op_free (op);
    }
  if (self->fd >= 0)
    close (self->fd);
  return NULL;
}

static Op *
op_new (AccordJournal *self, OpKind kind)
{
  Op *op = g_new0 (Op, 1);

  op->kind = kind;
  op->serial = self->serial;
  return op;
}

/**
 * accord_journal_new:
 *
 * Returns: (transfer full): a journal with a name of its own; no file is made before it begins
 */
AccordJournal *
accord_journal_new (void)
{
  AccordJournal *self = g_new0 (AccordJournal, 1);
  g_autofree char *folder = accord_journal_dup_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, ACCORD_JOURNAL_SUFFIX, NULL);

  self->queue = g_async_queue_new_full (op_free);
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->written);
  self->path = g_build_filename (folder, name, NULL);
  self->lines = g_string_new (NULL);
  self->fd = -1;
  return self;
}

/**
 * accord_journal_begin:
 * @self: a journal
 * @head: (transfer full): what is told of the session
 * @write: makes the bytes of the session, in the worker
 * @data: (transfer full): for @write
 * @destroy: frees @data, in any thread
 *
 * Begins the file anew, in place of all that was in it; until it is written whole the old one
 * stays. What was asked for before and is not written yet is skipped.
 */
void
accord_journal_begin (AccordJournal *self,
                      AccordJournalHead *head,
                      AccordJournalWrite write,
                      gpointer data,
                      GDestroyNotify destroy)
{
  Op *op = NULL;

  self->serial++;
  g_atomic_int_set (&self->newest, self->serial);
  op = op_new (self, OP_BEGIN);
  op->head = head;
  op->write = write;
  op->data = data;
  op->destroy = destroy;
  if (self->thread == NULL)
    self->thread = g_thread_new ("accord-journal", worker_cb, self);
  g_async_queue_push (self->queue, op);
}

/**
 * accord_journal_add_line:
 * @self: a journal that was begun
 * @line: (transfer full): a JSON object, and a line feed
 *
 * Adds one change and syncs it. A person is slower than a disk; where it is the other way round
 * this waits for the change before, a second at most, so that a kill never costs two of them.
 */
void
accord_journal_add_line (AccordJournal *self, char *line)
{
  Op *op = op_new (self, OP_LINE);
  gint64 late = g_get_monotonic_time () + PATIENCE;

  g_mutex_lock (&self->mutex);
  while (self->n_waiting > 0 && g_cond_wait_until (&self->written, &self->mutex, late))
    ;
  self->n_waiting++;
  g_mutex_unlock (&self->mutex);
  op->text = line;
  g_async_queue_push (self->queue, op);
}

/**
 * accord_journal_replace:
 * @self: a journal that was begun
 * @path: another journal, whose session this one goes on with
 *
 * Removes @path as soon as the whole of this one is on the disk.
 */
void
accord_journal_replace (AccordJournal *self, const char *path)
{
  Op *op = op_new (self, OP_DISCARD);

  op->text = g_strdup (path);
  g_async_queue_push (self->queue, op);
}

/**
 * accord_journal_sync:
 * @self: a journal
 *
 * Waits until all is written that was asked for. Blocks: for tests.
 */
void
accord_journal_sync (AccordJournal *self)
{
  g_autoptr (GAsyncQueue) done = g_async_queue_new ();
  Op *op = NULL;

  if (self->thread == NULL)
    return;
  op = op_new (self, OP_SYNC);
  op->done = done;
  g_async_queue_push (self->queue, op);
  g_async_queue_pop (done);
}

/**
 * accord_journal_take_error:
 * @self: a journal
 *
 * Returns: (transfer full) (nullable): why it could not be written; told once
 */
char *
accord_journal_take_error (AccordJournal *self)
{
  char *error = NULL;

  g_mutex_lock (&self->mutex);
  error = g_steal_pointer (&self->error);
  self->told = self->told || error != NULL;
  g_mutex_unlock (&self->mutex);
  return error;
}

/**
 * accord_journal_close:
 * @self: (transfer full): a journal
 *
 * Removes the file: nothing of the session is to be recovered. Waits for the worker, which
 * drops what it has not begun.
 */
void
accord_journal_close (AccordJournal *self)
{
  if (self->thread != NULL)
    {
      g_atomic_int_set (&self->newest, G_MAXINT);
      g_cancellable_cancel (self->cancellable);
      g_async_queue_push (self->queue, op_new (self, OP_STOP));
      g_thread_join (self->thread);
      g_unlink (self->path);
    }
  g_async_queue_unref (self->queue);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->written);
  g_free (self->error);
  g_free (self->path);
  if (self->whole != NULL)
    g_string_free (self->whole, TRUE);
  g_string_free (self->lines, TRUE);
  g_free (self);
}
