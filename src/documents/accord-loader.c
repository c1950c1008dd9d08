/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client of the helper process: opens a source, has it read, waits for the reply
 * with a time limit, checks it, and makes a document of it. */
#include "documents/accord-loader-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "documents/accord-helper-private.h"
#include "documents/accord-open.h"
#include "documents/accord-protocol.h"
#include "engine/accord-engine-error.h"

#define TIME_LIMIT_MS 30000
#define PIECE 65536

struct _AccordLoader
{
  AccordHelper helper;
  guint time_limit_ms;
};

/* A request at work. */
typedef struct
{
  AccordLoader *loader; /* borrowed */
  guint64 id;
  int reply;
  gint64 deadline; /* in microseconds, monotonic */
  GByteArray *bytes;
} Job;

static void
loader_clear (gpointer data)
{
  AccordLoader *self = data;

  accord_helper_clear (&self->helper);
}

/**
 * accord_loader_new:
 *
 * Starts nothing yet: the helper process is started with the first document and ends with the
 * loader. A program needs one, for all its threads.
 *
 * Returns: (transfer full): a loader
 */
AccordLoader *
accord_loader_new (void)
{
  AccordLoader *self = g_atomic_rc_box_new0 (AccordLoader);

  accord_helper_init (&self->helper);
  self->time_limit_ms = TIME_LIMIT_MS;
  return self;
}

/**
 * accord_loader_ref:
 * @self: a loader
 *
 * Returns: (transfer full): @self
 */
AccordLoader *
accord_loader_ref (AccordLoader *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_loader_unref:
 * @self: (transfer full): a loader at which no thread is loading
 */
void
accord_loader_unref (AccordLoader *self)
{
  g_atomic_rc_box_release_full (self, loader_clear);
}

/**
 * accord_loader_set_time_limit:
 * @self: a loader
 * @milliseconds: how long a document may take, from 1 on
 *
 * Call it before the first document.
 */
void
accord_loader_set_time_limit (AccordLoader *self, guint milliseconds)
{
  self->time_limit_ms = milliseconds;
}

/**
 * accord_loader_get_helper:
 * @self: a loader
 *
 * Returns: the number of the helper process, or 0 where it is not running
 */
int
accord_loader_get_helper (AccordLoader *self)
{
  return accord_helper_get_pid (&self->helper);
}

static gboolean
fail_stopped (GError **error)
{
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED,
                       _ ("could not be read: the reader stopped"));
  return FALSE;
}

static gboolean
fail_timeout (Job *job, GError **error)
{
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TIMEOUT,
               /* Translators: the number is of seconds and may have a decimal point */
               _ ("could not be read: it took longer than %g seconds"),
               job->loader->time_limit_ms / 1000.0);
  return FALSE;
}

/* Waits until there is something to read. */
static gboolean
wait_for_reply (Job *job, GCancellable *cancellable, GError **error)
{
  struct pollfd fds[2] = { { .fd = job->reply, .events = POLLIN },
                           { .fd = g_cancellable_get_fd (cancellable), .events = POLLIN } };
  gint64 rest = (job->deadline - g_get_monotonic_time () + 999) / 1000;
  int n = 0;

  if (rest > 0)
    n = poll (fds, fds[1].fd >= 0 ? 2 : 1, (int) rest);
  if (fds[1].fd >= 0)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (rest <= 0 || n == 0)
    return fail_timeout (job, error);
  return TRUE;
}

/* Reads until the reply has @wanted bytes in all, never more. */
static gboolean
read_until (Job *job, gsize wanted, GCancellable *cancellable, GError **error)
{
  while (job->bytes->len < wanted)
    {
      guint before = job->bytes->len;
      gsize piece = MIN (wanted - before, PIECE);
      gssize n = 0;

      if (!wait_for_reply (job, cancellable, error))
        return FALSE;
      g_byte_array_set_size (job->bytes, before + (guint) piece);
      n = read (job->reply, job->bytes->data + before, piece);
      g_byte_array_set_size (job->bytes, before + (guint) MAX (n, 0));
      if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
        return fail_stopped (error);
    }
  return TRUE;
}

static AccordSource *
await_source (Job *job, GCancellable *cancellable, GError **error)
{
  guint32 code = 0, length = 0;
  g_autoptr (GBytes) payload = NULL;

  if (!read_until (job, ACCORD_REPLY_HEADER, cancellable, error))
    return NULL;
  if (!accord_protocol_check_header (job->bytes->data, &code, &length))
    {
      fail_stopped (error);
      return NULL;
    }
  g_byte_array_set_size (job->bytes, 0);
  if (!read_until (job, length, cancellable, error))
    return NULL;
  payload = g_byte_array_free_to_bytes (g_steal_pointer (&job->bytes));
  return accord_protocol_read_reply (code, payload, error);
}

/* @tried_in_vain: (out): whether the helper died before it answered, so that it is worth another
 * try: whatever killed it was not this document, which it never reads itself. */
static AccordSource *
request_once (AccordLoader *self,
              const AccordReadRequest *request,
              int source_fd,
              GCancellable *cancellable,
              gboolean *tried_in_vain,
              GError **error)
{
  Job job = { .loader = self, .reply = -1 };
  AccordSource *source = NULL;
  GError *local = NULL;

  *tried_in_vain = FALSE;
  job.deadline = g_get_monotonic_time () + (gint64) self->time_limit_ms * 1000;
  if (!accord_helper_request (&self->helper, request, source_fd, &job.reply, &job.id, error))
    return NULL;
  job.bytes = g_byte_array_new ();
  source = await_source (&job, cancellable, &local);
  if (source == NULL)
    {
      *tried_in_vain = g_error_matches (local, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED) &&
                       accord_helper_is_gone (&self->helper);
      accord_helper_stop (&self->helper, job.id);
      g_propagate_error (error, local);
    }
  g_clear_pointer (&job.bytes, g_byte_array_unref);
  close (job.reply);
  return source;
}

static AccordSource *
request_source (AccordLoader *self,
                const AccordReadRequest *request,
                int source_fd,
                GCancellable *cancellable,
                GError **error)
{
  gboolean tried_in_vain = FALSE;
  g_autoptr (GError) local = NULL;
  AccordSource *source =
    request_once (self, request, source_fd, cancellable, &tried_in_vain, &local);

  if (source == NULL && tried_in_vain)
    return request_once (self, request, source_fd, cancellable, &tried_in_vain, error);
  if (source == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return source;
}

static gboolean
tick_cb (double fraction, gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

/* The engine's errors are for programmers; here only "cancelled" can come. */
static AccordDocument *
fail_engine (GError *cause, GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                 _ ("could not be read: %s"), cause->message);
  g_error_free (cause);
  return NULL;
}

static AccordDocument *
make_document (AccordSource *source,
               const AccordReadRequest *request,
               const char *name,
               GCancellable *cancellable,
               GError **error)
{
  const AccordWatch watch = { tick_cb, cancellable };
  AccordUnit unit = request->mode == ACCORD_READ_LINES ? ACCORD_UNIT_BLOCKS : ACCORD_UNIT_SENTENCES;
  GError *local = NULL;
  g_autoptr (AccordText) text = accord_text_new (source->text->str, source->text->len, &local);
  AccordDocument *document = NULL;

  if (text == NULL)
    return fail_engine (local, cancellable, error);
  accord_source_set_field (source, ACCORD_FIELD_NAME, name);
  document = accord_document_new (text, (const AccordBlock *) (gpointer) source->blocks->data,
                                  source->blocks->len, source->fields, unit,
                                  cancellable != NULL ? &watch : NULL, &local);
  return document != NULL ? document : fail_engine (local, cancellable, error);
}

/* The name of the file alone, or with that of the part, or else its number from 1. */
static char *
dup_part_name (const AccordSource *part, const char *name, guint index)
{
  const char *own = part->fields[ACCORD_FIELD_NAME];

  if (own != NULL)
    return g_strdup_printf ("%s › %s", name, own);
  return g_strdup_printf ("%s › %u", name, index + 1);
}

static GPtrArray *
make_documents (AccordSource *source,
                const AccordReadRequest *request,
                const char *name,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_document_unref);
  guint n_parts = source->parts != NULL ? source->parts->len : 0;

  for (guint i = 0; i < MAX (n_parts, 1); i++)
    {
      AccordSource *part = n_parts > 0 ? g_ptr_array_index (source->parts, i) : source;
      g_autofree char *part_name = n_parts > 0 ? dup_part_name (part, name, i) : g_strdup (name);
      AccordDocument *document = make_document (part, request, part_name, cancellable, error);

      if (document == NULL)
        return NULL;
      g_ptr_array_add (documents, document);
    }
  return g_steal_pointer (&documents);
}

/* Takes over @fd. */
static GPtrArray *
load (AccordLoader *self,
      int fd,
      const AccordReadRequest *request,
      const char *name,
      GCancellable *cancellable,
      GError **error)
{
  AccordReadRequest named = *request;
  g_autoptr (AccordSource) source = NULL;

  if (named.name == NULL)
    named.name = name;
  source = request_source (self, &named, fd, cancellable, error);
  close (fd);
  return source != NULL
           ? make_documents (source, request, name != NULL ? name : "", cancellable, error)
           : NULL;
}

/* The only one of @documents, which it takes over. */
static AccordDocument *
take_only (GPtrArray *documents, GError **error)
{
  AccordDocument *document = NULL;

  if (documents != NULL && documents->len == 1)
    document = accord_document_ref (g_ptr_array_index (documents, 0));
  else if (documents != NULL)
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED,
                 _ ("holds %u documents, where one is wanted"), documents->len);
  g_clear_pointer (&documents, g_ptr_array_unref);
  return document;
}

static gboolean
fail_memory (GError **error)
{
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO, _ ("could not be read: %s"),
               g_strerror (errno));
  return FALSE;
}

static gboolean
fill (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return fcntl (fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0;
}

/* A file in memory that nobody can change any more. */
static int
put_in_memory (GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  int fd = memfd_create ("accord", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd >= 0 && fill (fd, data, length))
    return fd;
  fail_memory (error);
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
check_not_empty (gsize size, GError **error)
{
  if (size == 0)
    g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_EMPTY, _ ("is empty"));
  return size > 0;
}

static int
open_source (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size = 0;
  int fd = -1;

  if (g_file_is_native (file))
    {
      fd = accord_open (g_file_peek_path (file), ACCORD_SOURCE_MAX, &size, error);
      if (fd >= 0 && !check_not_empty (size, error))
        {
          close (fd);
          return -1;
        }
      return fd;
    }
  bytes = accord_open_bytes (file, ACCORD_SOURCE_MAX, cancellable, error);
  if (bytes == NULL || !check_not_empty (g_bytes_get_size (bytes), error))
    return -1;
  return put_in_memory (bytes, error);
}

/**
 * accord_loader_load_file_all:
 * @self: a loader
 * @file: a file, local or not; nothing is fetched from the web
 * @request: what is wanted; where it has no name, the file's own is taken
 * @cancellable: (nullable): cancels
 * @error: return location for an error
 *
 * Has a file read by the helper process and makes documents of it; blocks. Any number of threads
 * may call it at once, and their documents are read in parallel. A file that has bytes but no text
 * gives a document without passages; one that is a collection, as many as it holds, each named
 * after the file and its place in it.
 *
 * Returns: (transfer full) (element-type AccordDocument): the documents, at least one, whose NAME
 *   is the file's or begins with it; or NULL with a code of ACCORD_LOADER_ERROR and a translated
 *   sentence without that name, or with G_IO_ERROR_CANCELLED
 */
GPtrArray *
accord_loader_load_file_all (AccordLoader *self,
                             GFile *file,
                             const AccordReadRequest *request,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  int fd = -1;

  g_return_val_if_fail (G_IS_FILE (file) && request->mode < ACCORD_N_READ_MODES, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  path = g_file_get_basename (file);
  name = g_filename_display_name (path != NULL ? path : "");
  fd = open_source (file, cancellable, error);
  return fd >= 0 ? load (self, fd, request, name, cancellable, error) : NULL;
}

/**
 * accord_loader_load_bytes_all:
 * @self: a loader
 * @bytes: what was pasted or came from standard input
 * @request: what is wanted; its name is the documents'
 * @cancellable: (nullable): cancels
 * @error: return location for an error
 *
 * As accord_loader_load_file_all().
 *
 * Returns: (transfer full) (element-type AccordDocument): the documents, or NULL with an error
 */
GPtrArray *
accord_loader_load_bytes_all (AccordLoader *self,
                              GBytes *bytes,
                              const AccordReadRequest *request,
                              GCancellable *cancellable,
                              GError **error)
{
  gsize size = g_bytes_get_size (bytes);
  int fd = -1;

  g_return_val_if_fail (request->mode < ACCORD_N_READ_MODES, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_not_empty (size, error))
    return NULL;
  if (size > ACCORD_SOURCE_MAX)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("is larger than %u MiB"), ACCORD_SOURCE_MAX >> 20);
      return NULL;
    }
  fd = put_in_memory (bytes, error);
  return fd >= 0 ? load (self, fd, request, request->name, cancellable, error) : NULL;
}

/**
 * accord_loader_load_file:
 * @self: a loader
 * @file: a file, as for accord_loader_load_file_all()
 * @request: what is wanted
 * @cancellable: (nullable): cancels
 * @error: return location for an error
 *
 * Returns: (transfer full): the document, or NULL with an error: also where @file holds several
 */
AccordDocument *
accord_loader_load_file (AccordLoader *self,
                         GFile *file,
                         const AccordReadRequest *request,
                         GCancellable *cancellable,
                         GError **error)
{
  return take_only (accord_loader_load_file_all (self, file, request, cancellable, error), error);
}

/**
 * accord_loader_load_bytes:
 * @self: a loader
 * @bytes: what was pasted or came from standard input
 * @request: what is wanted; its name is the document's
 * @cancellable: (nullable): cancels
 * @error: return location for an error
 *
 * Returns: (transfer full): the document, or NULL with an error: also where there are several
 */
AccordDocument *
accord_loader_load_bytes (AccordLoader *self,
                          GBytes *bytes,
                          const AccordReadRequest *request,
                          GCancellable *cancellable,
                          GError **error)
{
  return take_only (accord_loader_load_bytes_all (self, bytes, request, cancellable, error), error);
}
