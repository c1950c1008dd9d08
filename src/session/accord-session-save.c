/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving a session: the main thread takes references, a worker makes the bytes and
 * writes them. The session may change meanwhile; what was saved is remembered. */
#include <glib/gi18n-lib.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include "accord-config.h"
#include "documents/accord-save.h"
#include "session/accord-session-io-private.h"
#include "session/accord-session-private.h"
#include "session/accord-session-state-private.h"

/* recipes: for each document of state NULL, or what it is just being made by. */
struct _AccordTaken
{
  AccordSessionState *state;
  GPtrArray *recipes;
};

/* snapshot belongs to the main thread. */
typedef struct
{
  GFile *file;
  AccordSnapshot *snapshot; /* nullable */
  AccordTaken *taken;
  gboolean locked;              /* whether the session has the lock of file already */
  AccordLock *lock;             /* nullable: the worker's until it has returned */
  AccordStamp *before;          /* nullable: what file must still hold */
  AccordStamp *after;           /* nullable: the worker's until it has returned */
  AccordComparison *comparison; /* nullable: what is recorded */
} Save;

static void
recipe_free (gpointer data)
{
  if (data != NULL)
    accord_recipe_unref (data);
}

/* Any thread may free it. */
void
accord_taken_free (gpointer data)
{
  AccordTaken *self = data;

  accord_session_state_free (self->state);
  g_ptr_array_unref (self->recipes);
  g_free (self);
}

static void
save_free (gpointer data)
{
  Save *self = data;

  g_object_unref (self->file);
  accord_taken_free (self->taken);
  accord_lock_release (self->lock);
  g_clear_pointer (&self->before, accord_stamp_unref);
  g_clear_pointer (&self->after, accord_stamp_unref);
  g_clear_pointer (&self->comparison, accord_comparison_unref);
  g_free (self);
}

/* The snapshot as a file holds it: without what is still being read. */
AccordSnapshot *
accord_session_snapshot_to_save (AccordSession *self)
{
  AccordSnapshot *snapshot = accord_snapshot_copy (self->now);

  for (guint i = snapshot->entries->len; i-- > 0;)
    {
      const AccordVersion *version = accord_snapshot_get (snapshot, i)->version;

      if (!accord_version_is_readable (version))
        accord_snapshot_remove (snapshot, i);
    }
  return snapshot;
}

static AccordSessionState *
state_of (AccordSession *self, const AccordSnapshot *snapshot, GFile *file, GPtrArray *recipes)
{
  AccordSessionState *state = accord_session_state_new ();
  UVersionInfo icu;
  char icu_version[U_MAX_VERSION_STRING_LENGTH];

  for (guint i = 0; i < snapshot->entries->len; i++)
    {
      const AccordEntry *entry = accord_snapshot_get (snapshot, i);
      const AccordVersion *version = entry->version;
      gboolean made = version->document != NULL;
      AccordStateDocument *to = accord_state_document_new (
        accord_session_document_get_id (entry->object), version->document);
      JsonObject *extra = accord_session_document_get_extra (entry->object);

      to->path = accord_session_document_dup_path (entry->object, file);
      to->shown = entry->shown;
      to->extra = extra != NULL ? json_object_ref (extra) : NULL;
      to->attributes = entry->attributes != NULL ? json_object_ref (entry->attributes) : NULL;
      g_ptr_array_add (state->documents, to);
      g_ptr_array_add (recipes, made ? NULL : accord_recipe_ref (version->recipe));
    }
  g_ptr_array_unref (state->decisions);
  state->decisions = g_ptr_array_ref (snapshot->decisions);
  state->codebook = accord_codebook_ref (snapshot->codebook);
  state->threshold = snapshot->threshold;
  state->least_score = self->least_score;
  state->next_document = self->next_document;
  state->view = self->view != NULL ? json_node_ref (self->view) : NULL;
  state->extra = self->extra != NULL ? json_object_ref (self->extra) : NULL;
  u_getVersion (icu);
  u_versionToString (icu, icu_version);
  state->version = self->version;
  state->icu_version = g_strdup (icu_version);
  state->engine_version = g_strdup (ACCORD_VERSION);
  return state;
}

static gboolean
make_pending (AccordTaken *self, GError **error)
{
  for (guint i = 0; i < self->recipes->len; i++)
    {
      AccordStateDocument *to = g_ptr_array_index (self->state->documents, i);
      const AccordRecipe *recipe = g_ptr_array_index (self->recipes, i);

      if (recipe == NULL || to->document != NULL)
        continue;
      to->document = accord_recipe_make (recipe, NULL, error);
      if (to->document == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The session at @snapshot as a value, with paths as a session at @file (nullable) tells them. */
AccordTaken *
accord_session_take (AccordSession *self, const AccordSnapshot *snapshot, GFile *file)
{
  AccordTaken *taken = g_new0 (AccordTaken, 1);

  taken->recipes = g_ptr_array_new_with_free_func (recipe_free);
  taken->state = state_of (self, snapshot, file, taken->recipes);
  return taken;
}

/* The bytes of a file; a worker may call it, once. */
GString *
accord_taken_write (AccordTaken *self, GError **error)
{
  return make_pending (self, error) ? accord_session_state_write (self->state, error) : NULL;
}

static gboolean
take_lock (Save *self, GError **error)
{
  g_autofree char *holder = NULL;

  if (self->locked)
    return TRUE;
  self->lock = accord_io_take_lock (self->file, &holder, error);
  if (holder != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY,
                 /* Translators: a user on a computer */
                 _ ("could not be saved: %s has it open; save under another name"), holder);
  return self->lock != NULL;
}

/* The ids are those of the state, in the order of the comparison. */
static void
make_record (Save *self)
{
  AccordSessionState *state = self->taken->state;
  g_autofree const char **ids = g_new0 (const char *, state->documents->len + 1);

  if (self->comparison == NULL)
    return;
  for (guint i = 0; i < state->documents->len; i++)
    ids[i] = ((AccordStateDocument *) g_ptr_array_index (state->documents, i))->id;
  state->record = accord_record_new_comparison (self->comparison, ids);
}

static void
save_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *self = data;
  GError *error = NULL;
  g_autoptr (GString) bytes = NULL;

  if (take_lock (self, &error) &&
      (self->before == NULL || accord_stamp_check (self->before, self->file, &error)))
    {
      make_record (self);
      bytes = accord_taken_write (self->taken, &error);
    }
  if (bytes == NULL || !accord_save (self->file, bytes->str, bytes->len, cancellable, &error))
    {
      accord_io_return_error (task, error, self->file);
      return;
    }
  self->after = accord_stamp_new (self->file, bytes->str, bytes->len);
  g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  AccordSession *self = g_task_get_source_object (outer);
  Save *inner = g_task_get_task_data (G_TASK (result));
  AccordSnapshot *snapshot = g_steal_pointer (&inner->snapshot);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      accord_snapshot_unref (snapshot);
      g_task_return_error (outer, error);
      return;
    }
  g_clear_pointer (&self->saved, accord_snapshot_unref);
  self->saved = snapshot;
  if (!inner->locked)
    accord_session_set_lock (self, g_steal_pointer (&inner->lock), NULL);
  accord_session_set_file_stamp (self, g_steal_pointer (&inner->after));
  accord_session_set_record (self, g_steal_pointer (&inner->taken->state->record));
  if (self->file == NULL || !g_file_equal (self->file, inner->file))
    {
      g_set_object (&self->file, inner->file);
      accord_session_notify_file (self);
      accord_session_notify_view (self);
    }
  accord_session_notify_changes (self);
  g_task_return_boolean (outer, TRUE);
}

/**
 * accord_session_save_async:
 * @self: a session
 * @file: where to
 * @cancellable: (nullable): cancels
 * @callback: called when it is saved, or not
 * @user_data: for @callback
 *
 * Writes the session as it is now, whole or not at all; it may be changed meanwhile. Documents that
 * are still being read are left out. A session of a newer version is not written, nor is anything
 * over what another program put into the session's own file since it was opened or saved.
 */
void
accord_session_save_async (AccordSession *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) outer = NULL;
  Save *save = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self) && G_IS_FILE (file));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, accord_session_save_async);
  save = g_new0 (Save, 1);
  save->file = g_object_ref (file);
  save->locked = self->lock != NULL && self->file != NULL && g_file_equal (self->file, file);
  if (self->file_stamp != NULL && self->file != NULL && g_file_equal (self->file, file))
    save->before = accord_stamp_ref (self->file_stamp);
  save->snapshot = accord_session_snapshot_to_save (self);
  save->taken = accord_session_take (self, save->snapshot, file);
  accord_session_get_record (self, save->snapshot, &save->comparison, &save->taken->state->record);
  accord_io_run (g_steal_pointer (&outer), save, save_free, save_cb, saved_cb);
}

/**
 * accord_session_save_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_JSON_ERROR (TOO_LARGE, NEWER) or G_IO_ERROR and a translated sentence
 *   that names file and reason; the session stays modified then. G_IO_ERROR_WRONG_ETAG: another
 *   program has changed the file, see accord_session_allow_overwrite(); G_IO_ERROR_BUSY: another
 *   session of this process has it
 */
gboolean
accord_session_save_finish (AccordSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * accord_session_allow_overwrite:
 * @self: a session
 *
 * Says that the next save may replace what another program put into the session's file.
 */
void
accord_session_allow_overwrite (AccordSession *self)
{
  g_return_if_fail (ACCORD_IS_SESSION (self));

  accord_session_set_file_stamp (self, NULL);
}
