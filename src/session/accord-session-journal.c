/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal of a session gets: each change of decisions and threshold is a line;
 * anything else, and saving, begins it anew. Also the way back, from a journal that was
 * left over to a session. */
#include <glib/gi18n-lib.h>

#include "documents/accord-json.h"
#include "session/accord-session-io-private.h"
#include "session/accord-session-private.h"
#include "session/accord-session-state-private.h"

static AccordText *
text_of (const AccordSnapshot *snapshot, const char *id)
{
  for (guint i = 0; id != NULL && i < snapshot->entries->len; i++)
    {
      const AccordEntry *entry = accord_snapshot_get (snapshot, i);

      if (g_strcmp0 (accord_session_document_get_id (entry->object), id) == 0)
        return accord_version_get_text (entry->version);
    }
  return NULL;
}

static void
write_put (AccordJsonWriter *json, const AccordSnapshot *snapshot, GPtrArray *put)
{
  for (guint i = 0; i < put->len; i++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (put, i);
      AccordText *text = text_of (snapshot, decision->target.document);
      AccordText *other = text_of (snapshot, decision->other.document);

      if (decision->verbatim != NULL || ((decision->target.document == NULL || text != NULL) &&
                                         (decision->other.document == NULL || other != NULL)))
        accord_state_decision_write (json, decision, text, other);
    }
}

static char *
dup_line (const AccordSnapshot *from, const AccordSnapshot *to)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new (), put = g_ptr_array_new ();
  GString *out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) json = accord_json_writer_new (out);

  accord_snapshot_diff (from, to, dropped, put);
  accord_json_begin_object (json);
  accord_json_key (json, "drop");
  accord_json_begin_array (json);
  for (guint i = 0; i < dropped->len; i++)
    accord_json_string (json, ((AccordStateDecision *) g_ptr_array_index (dropped, i))->id);
  accord_json_end_array (json);
  accord_json_key (json, "put");
  accord_json_begin_array (json);
  write_put (json, to, put);
  accord_json_end_array (json);
  accord_json_key (json, "threshold");
  accord_json_int (json, to->threshold);
  accord_json_end_object (json);
  if (out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static GString *
write_taken_cb (gpointer data, GError **error)
{
  return accord_taken_write (data, error);
}

static void
begin (AccordSession *self, const AccordSnapshot *snapshot)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new (), put = g_ptr_array_new ();
  AccordJournalHead *head = g_new0 (AccordJournalHead, 1);
  AccordTaken *taken = accord_session_take (self, snapshot, self->file);

  accord_snapshot_diff (self->saved, snapshot, dropped, put);
  head->title = accord_session_make_title (self);
  head->file = self->file != NULL ? g_file_get_path (self->file) : NULL;
  head->modified = !accord_snapshot_equal (self->saved, snapshot);
  head->n_decisions = put->len;
  if (self->journal == NULL)
    self->journal = accord_journal_new ();
  accord_journal_begin (self->journal, head, write_taken_cb, taken, accord_taken_free);
}

static void
tell_error (AccordSession *self)
{
  g_autofree char *error = accord_journal_take_error (self->journal);
  g_autofree char *message = NULL;

  if (error == NULL)
    return;
  message = g_strdup_printf (
    /* Translators: the reason is that of the system */
    _ ("What you change cannot be kept for the case that Accord stops suddenly: %s"), error);
  accord_session_emit_failed (self, message);
}

/**
 * accord_session_keep:
 * @self: a session
 *
 * Hands the journal what changed since the last time. An empty session has no journal, nor has one
 * of a newer version, which cannot be written.
 */
void
accord_session_keep (AccordSession *self)
{
  g_autoptr (AccordSnapshot) snapshot = NULL;
  AccordSnapshot *before = self->kept;

  if (self->closed || self->version > ACCORD_SESSION_VERSION)
    return;
  snapshot = accord_session_snapshot_to_save (self);
  if (self->journal == NULL && snapshot->entries->len == 0)
    return;
  if (before == NULL || self->kept_saved != self->saved ||
      !accord_snapshot_same_entries (before, snapshot) || before->codebook != snapshot->codebook)
    begin (self, snapshot);
  else if (!accord_snapshot_equal (before, snapshot))
    accord_journal_add_line (self->journal, dup_line (before, snapshot));
  else
    return;
  g_clear_pointer (&self->kept, accord_snapshot_unref);
  g_clear_pointer (&self->kept_saved, accord_snapshot_unref);
  self->kept = g_steal_pointer (&snapshot);
  self->kept_saved = accord_snapshot_ref (self->saved);
  tell_error (self);
}

/**
 * accord_session_sync:
 * @self: a session
 *
 * Waits until all that was changed so far would survive a kill. Blocks: for tests.
 */
void
accord_session_sync (AccordSession *self)
{
  if (self->journal != NULL)
    accord_journal_sync (self->journal);
}

/**
 * accord_session_close:
 * @self: a session
 *
 * Says that the person is done with it: nothing of it is to be recovered. What else is still
 * running may hold it for a while.
 */
void
accord_session_close (AccordSession *self)
{
  self->closed = TRUE;
  g_clear_pointer (&self->lock, accord_lock_release);
  g_clear_pointer (&self->journal, accord_journal_close);
  g_clear_pointer (&self->kept, accord_snapshot_unref);
  g_clear_pointer (&self->kept_saved, accord_snapshot_unref);
}

/* What is recovered. */
typedef struct
{
  char *path;
  GFile *file; /* nullable */
  AccordLock *lock;
  char *holder;
  AccordStamp *stamp;
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *self = data;

  g_free (self->path);
  g_clear_object (&self->file);
  accord_lock_release (self->lock);
  g_free (self->holder);
  g_clear_pointer (&self->stamp, accord_stamp_unref);
  g_free (self);
}

/* What is recovered goes on with its file as one that was opened; where that is open by now, or
 * cannot be read, it goes on without. */
static void
take_file (Recovery *self)
{
  g_autoptr (GBytes) bytes = NULL;

  self->stamp = accord_stamp_new_read (self->file, &bytes, NULL, NULL);
  if (self->stamp != NULL)
    self->lock = accord_io_take_lock (self->file, &self->holder, NULL);
  if (self->lock == NULL && self->holder == NULL)
    g_clear_object (&self->file);
}

static void
recover_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Recovery *self = data;
  GError *error = NULL;
  AccordSessionState *state = accord_journal_load (self->path, &self->file, &error);

  if (state != NULL && self->file != NULL)
    take_file (self);
  if (state == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, state, (GDestroyNotify) accord_session_state_free);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  AccordSession *self = g_task_get_source_object (outer);
  Recovery *recovery = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  g_autoptr (AccordSessionState) state = g_task_propagate_pointer (G_TASK (result), &error);

  if (state == NULL)
    g_task_return_error (outer, error);
  else if (!accord_session_is_empty (self))
    g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_BUSY, "%s",
                             _ ("A session can be opened in an empty window only."));
  else
    {
      accord_session_set_lock (self, g_steal_pointer (&recovery->lock),
                               g_steal_pointer (&recovery->holder));
      accord_session_set_file_stamp (self, g_steal_pointer (&recovery->stamp));
      accord_session_take_state (self, recovery->file, state, FALSE);
      if (self->journal != NULL)
        accord_journal_replace (self->journal, recovery->path);
      g_task_return_boolean (outer, TRUE);
    }
}

/**
 * accord_session_recover_async:
 * @self: an empty session
 * @path: of a journal, from accord_journal_list()
 * @cancellable: (nullable): cancels
 * @callback: called when it is recovered, or not
 * @user_data: for @callback
 *
 * Fills an empty session with what was not saved; it is modified then. The journal is removed when
 * this session has a whole one of its own.
 */
void
accord_session_recover_async (AccordSession *self,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *outer = NULL;
  Recovery *recovery = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self) && path != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, accord_session_recover_async);
  recovery = g_new0 (Recovery, 1);
  recovery->path = g_strdup (path);
  accord_io_run (outer, recovery, recovery_free, recover_cb, recovered_cb);
}

/**
 * accord_session_recover_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_JSON_ERROR, G_FILE_ERROR or G_IO_ERROR and a translated sentence; the
 *   journal is still there
 */
gboolean
accord_session_recover_finish (AccordSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
