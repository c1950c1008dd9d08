/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do to the documents and settings of a session: each is one step that can
 * be undone, except the least score, which only filters what is seen. */
#include "session/accord-session-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/accord-session-labels-private.h"

static AccordSessionDocument *
document_new (AccordSession *self, const char *name, GFile *file)
{
  g_autofree char *id = g_strdup_printf ("d%u", self->next_document++);

  return accord_session_document_new (self, id, name, file);
}

static void
append_locked (
  AccordSession *self, AccordSnapshot *next, GFile *file, const char *name, const char *password)
{
  g_autoptr (AccordSessionDocument) object = document_new (self, name, file);
  g_autoptr (AccordVersion) version = accord_version_new_source (file, NULL, name);

  version->password = g_strdup (password);
  accord_snapshot_insert (next, next->entries->len, object, version, TRUE);
}

static void
append (AccordSession *self, AccordSnapshot *next, GFile *file, GBytes *bytes, const char *name)
{
  g_autoptr (AccordSessionDocument) object = document_new (self, name, file);
  g_autoptr (AccordVersion) version = accord_version_new_source (file, bytes, name);

  accord_snapshot_insert (next, next->entries->len, object, version, TRUE);
}

/**
 * accord_session_add_files:
 * @self: a session
 * @files: (array length=n_files): sources
 * @n_files: their number
 *
 * Lists each file at once and reads it. One that cannot be read leaves the list again, with
 * "document-failed".
 */
void
accord_session_add_files (AccordSession *self, GFile *const *files, guint n_files)
{
  AccordSnapshot *next = NULL;
  char *name = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self) && (files != NULL || n_files == 0));

  next = accord_snapshot_copy (self->now);
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *base = g_file_get_basename (files[i]);
      g_autofree char *shown = g_filename_display_name (base != NULL ? base : "");

      append (self, next, files[i], NULL, shown);
      if (n_files == 1)
        name = g_strdup_printf (_ ("Add “%s”"), shown);
    }
  if (name == NULL)
    name = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Add %u Document", "Add %u Documents", n_files), n_files);
  accord_session_change (self, next, name, FALSE);
}

/**
 * accord_session_add_locked_file:
 * @self: a session
 * @file: a source that is encrypted
 * @password: what opens it; it is kept in memory only
 *
 * Adds a file as accord_session_add_files() does. A wrong password is "password-needed" again.
 */
void
accord_session_add_locked_file (AccordSession *self, GFile *file, const char *password)
{
  AccordSnapshot *next = NULL;
  g_autofree char *base = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self) && G_IS_FILE (file) && password != NULL);

  base = g_file_get_basename (file);
  shown = g_filename_display_name (base != NULL ? base : "");
  next = accord_snapshot_copy (self->now);
  append_locked (self, next, file, shown, password);
  accord_session_change (self, next, g_strdup_printf (_ ("Add “%s”"), shown), FALSE);
}

/**
 * accord_session_add_text:
 * @self: a session
 * @text: UTF-8
 * @name: (nullable): what to call it
 *
 * Adds a text that was pasted or dropped.
 */
void
accord_session_add_text (AccordSession *self, const char *text, const char *name)
{
  AccordSnapshot *next = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self) && text != NULL);

  name = name != NULL ? name : _ ("Pasted Text");
  bytes = g_bytes_new (text, strlen (text));
  next = accord_snapshot_copy (self->now);
  append (self, next, NULL, bytes, name);
  accord_session_change (self, next, g_strdup_printf (_ ("Add “%s”"), name), FALSE);
}

/**
 * accord_session_remove_document:
 * @self: a session
 * @document: a document of it
 *
 * Takes a document out, with what was decided about it. One that is still being read leaves no
 * trace.
 */
void
accord_session_remove_document (AccordSession *self, AccordSessionDocument *document)
{
  AccordSnapshot *next = NULL;
  guint i = 0;

  g_return_if_fail (ACCORD_IS_SESSION (self) && ACCORD_IS_SESSION_DOCUMENT (document));

  if (!accord_snapshot_find (self->now, document, &i))
    return;
  if (accord_session_document_get_state (document) == ACCORD_DOCUMENT_READING)
    {
      g_cancellable_cancel (accord_snapshot_get (self->now, i)->version->cancellable);
      accord_session_purge (self, document);
      return;
    }
  next = accord_snapshot_copy (self->now);
  accord_snapshot_remove (next, i);
  accord_snapshot_drop_decisions (next, accord_session_document_get_id (document));
  accord_session_change (
    self, next, g_strdup_printf (_ ("Remove “%s”"), accord_session_document_get_title (document)),
    FALSE);
}

/**
 * accord_session_move_document:
 * @self: a session
 * @document: a document of it
 * @position: where it shall be, from 0; the end where it is too large
 */
void
accord_session_move_document (AccordSession *self, AccordSessionDocument *document, guint position)
{
  AccordSnapshot *next = NULL;
  guint i = 0;

  g_return_if_fail (ACCORD_IS_SESSION (self) && ACCORD_IS_SESSION_DOCUMENT (document));

  if (!accord_snapshot_find (self->now, document, &i))
    return;
  next = accord_snapshot_copy (self->now);
  accord_snapshot_move (next, i, position);
  accord_session_change (
    self, next, g_strdup_printf (_ ("Move “%s”"), accord_session_document_get_title (document)),
    FALSE);
}

/**
 * accord_session_set_shown:
 * @self: a session
 * @document: a document of it
 * @shown: whether it counts and is seen
 */
void
accord_session_set_shown (AccordSession *self, AccordSessionDocument *document, gboolean shown)
{
  AccordSnapshot *next = NULL;
  guint i = 0;

  g_return_if_fail (ACCORD_IS_SESSION (self) && ACCORD_IS_SESSION_DOCUMENT (document));

  if (!accord_snapshot_find (self->now, document, &i))
    return;
  next = accord_snapshot_copy (self->now);
  accord_snapshot_edit (next, i)->shown = !!shown;
  accord_session_change (self, next,
                         g_strdup_printf (shown ? _ ("Show “%s”") : _ ("Hide “%s”"),
                                          accord_session_document_get_title (document)),
                         FALSE);
}

/**
 * accord_session_get_least_score:
 * @self: a session
 *
 * Returns: the least score of a finding that counts, 0 to 1000
 */
gint
accord_session_get_least_score (AccordSession *self)
{
  return self->least_score;
}

/**
 * accord_session_set_least_score:
 * @self: a session
 * @least_score: the least score of a finding that counts, 0 to 1000
 *
 * A filter of what is seen: it is saved, but is no step and no modification.
 */
void
accord_session_set_least_score (AccordSession *self, gint least_score)
{
  g_return_if_fail (ACCORD_IS_SESSION (self) && least_score >= 0 && least_score <= 1000);

  if (self->least_score == least_score)
    return;
  self->least_score = least_score;
  self->stamp++;
  g_object_notify (G_OBJECT (self), "least-score");
  accord_session_update (self);
}

/**
 * accord_session_cancel:
 * @self: a session
 *
 * Stops what runs. Documents that are not read yet are gone; the others stay, with what was found
 * so far. The next change goes on with what is missing.
 */
void
accord_session_cancel (AccordSession *self)
{
  g_return_if_fail (ACCORD_IS_SESSION (self));

  accord_session_cancel_work (self);
  for (guint i = self->now->entries->len; i-- > 0;)
    {
      AccordSessionDocument *object = accord_snapshot_get (self->now, i)->object;

      if (accord_session_document_get_state (object) == ACCORD_DOCUMENT_READING)
        accord_session_purge (self, object);
    }
  accord_session_drop_jobs (self);
  accord_session_cancel_work (self);
  self->paused = TRUE;
  accord_session_update (self);
}
