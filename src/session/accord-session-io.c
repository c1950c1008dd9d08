/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a session. The file is read and its texts are cut in a worker; the main thread
 * takes the whole over at once, or nothing of it. Also what saving and exporting share:
 * errors name the file. */
#include "session/accord-session-io-private.h"

#include <glib/gi18n-lib.h>

#include "documents/accord-save.h"
#include "session/accord-session-private.h"
#include "session/accord-session-state-private.h"

/* Runs @function on @data in a worker; @done gets @outer (transfer full). */
void
accord_io_run (GTask *outer,
               gpointer data,
               GDestroyNotify destroy,
               GTaskThreadFunc function,
               GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, g_task_get_cancellable (outer), done, outer);

  g_task_set_source_tag (task, accord_io_run);
  g_task_set_task_data (task, data, destroy);
  g_task_run_in_thread (task, function);
}

/* Returns @error (transfer full) as "“name”: reason", but for a cancel. */
void
accord_io_return_error (GTask *task, GError *error, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base != NULL ? base : "");
  g_autofree char *message = error->message;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    error->message = g_steal_pointer (&message);
  else
    /* Translators: the name of a file, and why it could not be opened or saved */
    error->message = g_strdup_printf (_ ("“%s”: %s"), shown, message);
  g_task_return_error (task, error);
}

/* As accord_lock_take(); an error where another session of this process has it. */
AccordLock *
accord_io_take_lock (GFile *file, char **holder, GError **error)
{
  AccordLock *lock = accord_lock_take (file, holder);

  if (lock == NULL && *holder == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, _ ("is open in another window"));
  return lock;
}

/* lock, holder and stamp are the worker's until it has returned. */
typedef struct
{
  GFile *file;
  AccordLock *lock;
  char *holder;
  AccordStamp *stamp;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_object_unref (self->file);
  accord_lock_release (self->lock);
  g_free (self->holder);
  g_clear_pointer (&self->stamp, accord_stamp_unref);
  g_free (self);
}

/* What a kill left of a save. */
static void
clean_beside (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (folder != NULL)
    accord_save_clean (folder);
}

static void
open_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *self = data;
  GFile *file = self->file;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AccordSessionState) state = NULL;

  self->stamp = accord_stamp_new_read (file, &bytes, cancellable, &error);
  if (bytes != NULL)
    state =
      accord_session_state_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (state != NULL)
    self->lock = accord_io_take_lock (file, &self->holder, &error);
  if (self->lock != NULL)
    clean_beside (file);
  if (error != NULL)
    accord_io_return_error (task, error, file);
  else
    g_task_return_pointer (task, g_steal_pointer (&state),
                           (GDestroyNotify) accord_session_state_free);
}

/* Only a place beside or below the session is believed. */
static GFile *
resolve (GFile *session_file, const char *path)
{
  g_autoptr (GFile) folder = session_file != NULL ? g_file_get_parent (session_file) : NULL;
  g_autoptr (GFile) source = NULL;

  if (folder == NULL || path == NULL || g_path_is_absolute (path))
    return NULL;
  source = g_file_resolve_relative_path (folder, path);
  return g_file_has_prefix (source, folder) ? g_steal_pointer (&source) : NULL;
}

static AccordSnapshot *
snapshot_of (AccordSession *self, GFile *file, const AccordSessionState *state)
{
  AccordSnapshot *snapshot = accord_snapshot_new (state->codebook);

  for (guint i = 0; i < state->documents->len; i++)
    {
      const AccordStateDocument *from = g_ptr_array_index (state->documents, i);
      const char *name = accord_document_get_field (from->document, ACCORD_FIELD_NAME);
      g_autoptr (GFile) source = resolve (file, from->path);
      g_autoptr (AccordSessionDocument) object =
        accord_session_document_new (self, from->id,
                                     name != NULL         ? name
                                     : from->path != NULL ? from->path
                                                          : from->id,
                                     source);
      g_autoptr (AccordVersion) version = accord_version_new_document (from->document);

      accord_session_document_set_origin (object, from->path, from->extra);
      accord_session_document_set_document (object, from->document);
      accord_snapshot_insert (snapshot, i, object, version, from->shown);
      if (from->attributes != NULL)
        accord_snapshot_set_attributes (snapshot, i, from->attributes);
    }
  g_ptr_array_unref (snapshot->decisions);
  snapshot->decisions = g_ptr_array_ref (state->decisions);
  snapshot->threshold = state->threshold;
  return snapshot;
}

/* Fills an empty session; @saved says whether @file (nullable) holds the very same. */
void
accord_session_take_state (AccordSession *self,
                           GFile *file,
                           const AccordSessionState *state,
                           gboolean saved)
{
  AccordSnapshot *snapshot = snapshot_of (self, file, state);

  g_object_freeze_notify (G_OBJECT (self));
  self->least_score = state->least_score;
  self->next_document = state->next_document;
  self->version = state->version;
  accord_session_set_record (self,
                             state->record != NULL ? accord_record_ref (state->record) : NULL);
  self->view = state->view != NULL ? json_node_ref (state->view) : NULL;
  self->extra = state->extra != NULL ? json_object_ref (state->extra) : NULL;
  g_set_object (&self->file, file);
  if (saved)
    {
      g_clear_pointer (&self->saved, accord_snapshot_unref);
      self->saved = accord_snapshot_ref (snapshot);
    }
  accord_session_clear_history (self);
  accord_session_set_now (self, snapshot);
  accord_session_notify_file (self);
  accord_session_notify_view (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Takes both; a session that is closed needs none. */
void
accord_session_set_lock (AccordSession *self, AccordLock *lock, char *holder)
{
  accord_lock_release (self->lock);
  self->lock = lock;
  g_free (self->holder);
  self->holder = holder;
  if (self->closed)
    g_clear_pointer (&self->lock, accord_lock_release);
}

/* Takes it. */
void
accord_session_set_file_stamp (AccordSession *self, AccordStamp *stamp)
{
  g_clear_pointer (&self->file_stamp, accord_stamp_unref);
  self->file_stamp = stamp;
}

gboolean
accord_session_is_empty (AccordSession *self)
{
  return self->now->entries->len == 0 && self->undo->len == 0 && self->redo->len == 0 &&
         self->file == NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  AccordSession *self = g_task_get_source_object (outer);
  Opening *opening = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  g_autoptr (AccordSessionState) state = g_task_propagate_pointer (G_TASK (result), &error);

  if (state == NULL)
    g_task_return_error (outer, error);
  else if (!accord_session_is_empty (self))
    g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_BUSY, "%s",
                             _ ("A session can be opened in an empty window only."));
  else
    {
      accord_session_set_lock (self, g_steal_pointer (&opening->lock),
                               g_steal_pointer (&opening->holder));
      accord_session_set_file_stamp (self, g_steal_pointer (&opening->stamp));
      accord_session_take_state (self, opening->file, state, TRUE);
      g_task_return_boolean (outer, TRUE);
    }
}

/**
 * accord_session_open_async:
 * @self: an empty session
 * @file: a .accord file
 * @cancellable: (nullable): cancels
 * @callback: called when it is open, or not
 * @user_data: for @callback
 *
 * Fills an empty session. The texts come from the file; the sources need not be there.
 */
void
accord_session_open_async (AccordSession *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *outer = NULL;
  Opening *opening = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self) && G_IS_FILE (file));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, accord_session_open_async);
  opening = g_new0 (Opening, 1);
  opening->file = g_object_ref (file);
  accord_io_run (outer, opening, opening_free, open_cb, opened_cb);
}

/**
 * accord_session_open_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_JSON_ERROR, ACCORD_LOADER_ERROR or G_IO_ERROR and a translated
 *   sentence that names file and reason
 */
gboolean
accord_session_open_finish (AccordSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
