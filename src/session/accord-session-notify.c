/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling what changed: what follows from the state of a session is compared with what
 * was told last, so that each property is notified once a change. */
#include <glib/gi18n-lib.h>

#include "session/accord-session-labels-private.h"
#include "session/accord-session-private.h"

/* The name of the next step, or NULL. */
const char *
accord_session_step_name (GPtrArray *steps)
{
  return steps->len > 0 ? ((AccordStep *) g_ptr_array_index (steps, steps->len - 1))->name : NULL;
}

/* The file's name, else the titles of the first documents. */
char *
accord_session_make_title (AccordSession *self)
{
  guint n = self->now->entries->len;
  const char *first =
    n > 0 ? accord_session_document_get_title (accord_snapshot_get (self->now, 0)->object) : NULL;
  const char *second =
    n > 1 ? accord_session_document_get_title (accord_snapshot_get (self->now, 1)->object) : NULL;

  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);
      g_autofree char *shown = g_filename_display_name (name);

      return accord_label_without_suffix (shown);
    }
  if (n == 0)
    return g_strdup (_ ("New Comparison"));
  if (n == 1)
    return g_strdup (first);
  if (n == 2)
    /* Translators: titles of two documents that are compared */
    return g_strdup_printf (_ ("%s, %s"), first, second);
  return g_strdup_printf (
    /* Translators: titles of two documents that are compared, and how many more there are */
    g_dngettext (GETTEXT_PACKAGE, "%s, %s and %u more", "%s, %s and %u more", n - 2), first, second,
    n - 2);
}

/* Takes @text. Returns: whether it differs from what was notified. */
static gboolean
replace_text (char **place, char *text)
{
  gboolean differs = g_strcmp0 (*place, text) != 0;

  g_free (*place);
  *place = text;
  return differs;
}

static gboolean
replace_flag (gboolean *place, gboolean value)
{
  gboolean differs = *place != value;

  *place = value;
  return differs;
}

static void
notify_steps (AccordSession *self)
{
  AccordNotified *last = &self->notified;
  gboolean could_undo = last->undo_name != NULL, could_redo = last->redo_name != NULL;

  if (replace_text (&last->undo_name, g_strdup (accord_session_step_name (self->undo))))
    g_object_notify (G_OBJECT (self), "undo-name");
  if (replace_text (&last->redo_name, g_strdup (accord_session_step_name (self->redo))))
    g_object_notify (G_OBJECT (self), "redo-name");
  if (could_undo != (last->undo_name != NULL))
    g_object_notify (G_OBJECT (self), "can-undo");
  if (could_redo != (last->redo_name != NULL))
    g_object_notify (G_OBJECT (self), "can-redo");
}

/* Notifies each property that follows from the session's state once, if it changed. */
void
accord_session_notify_changes (AccordSession *self)
{
  AccordNotified *last = &self->notified;
  gboolean busy = self->progress_source != 0;

  accord_session_keep (self);
  g_object_freeze_notify (G_OBJECT (self));
  notify_steps (self);
  if (replace_flag (&last->modified, !accord_snapshot_equal (self->now, self->saved)))
    g_object_notify (G_OBJECT (self), "modified");
  if (replace_flag (&last->busy, busy))
    g_object_notify (G_OBJECT (self), "busy");
  if (replace_text (&last->progress_text,
                    busy ? accord_session_dup_progress_text (self) : g_strdup ("")))
    g_object_notify (G_OBJECT (self), "progress-text");
  if (replace_text (&last->title, accord_session_make_title (self)))
    g_object_notify (G_OBJECT (self), "title");
  if (last->threshold != self->now->threshold)
    {
      last->threshold = self->now->threshold;
      g_object_notify (G_OBJECT (self), "threshold");
    }
  g_object_thaw_notify (G_OBJECT (self));
}

void
accord_session_notify_findings (AccordSession *self)
{
  g_signal_emit_by_name (self, "findings-changed");
}

void
accord_session_notify_file (AccordSession *self)
{
  g_object_notify (G_OBJECT (self), "file");
}

void
accord_session_notify_view (AccordSession *self)
{
  g_object_notify (G_OBJECT (self), "least-score");
  g_object_notify (G_OBJECT (self), "read-only");
}

void
accord_session_emit_failed (AccordSession *self, const char *message)
{
  g_signal_emit_by_name (self, "failed", message);
}

void
accord_session_emit_document_failed (AccordSession *self, const char *name, const char *reason)
{
  g_signal_emit_by_name (self, "document-failed", name, reason);
}

/* Returns whether anybody listens. */
gboolean
accord_session_emit_password_needed (AccordSession *self, GFile *file, const char *reason)
{
  guint id = g_signal_lookup ("password-needed", ACCORD_TYPE_SESSION);

  if (!g_signal_has_handler_pending (self, id, 0, FALSE))
    return FALSE;
  g_signal_emit (self, id, 0, file, reason);
  return TRUE;
}

/* Never backwards, as long as the session is busy. */
void
accord_session_set_progress (AccordSession *self, double progress)
{
  progress = CLAMP (progress, self->progress, 1);
  if (progress <= self->progress)
    return;
  self->progress = progress;
  g_object_notify (G_OBJECT (self), "progress");
}
