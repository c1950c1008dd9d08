/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quitting: one question for all windows with unsaved work. Those that are to be saved
 * go one after the other, since each may ask for a name; to cancel one stops the rest. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#define MOST_NAMES 8u

static gboolean
is_unsaved (AccordWindow *self)
{
  return !accord_window_is_empty (self) && accord_session_get_modified (self->session);
}

/* Returns: (transfer container): the windows that have work to lose */
static GPtrArray *
unsaved_windows (GtkApplication *application)
{
  GPtrArray *unsaved = g_ptr_array_new ();

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ACCORD_IS_WINDOW (l->data) && is_unsaved (l->data))
      g_ptr_array_add (unsaved, l->data);
  return unsaved;
}

static void
close_all (GtkApplication *application, gboolean discard)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (!ACCORD_IS_WINDOW (l->data) || (!discard && is_unsaved (l->data)))
        continue;
      ACCORD_WINDOW (l->data)->closing = discard;
      gtk_window_close (l->data);
    }
}

static void
save_next (GtkApplication *application)
{
  g_autoptr (GPtrArray) unsaved = unsaved_windows (application);
  AccordWindow *next = unsaved->len > 0 ? g_ptr_array_index (unsaved, 0) : NULL;

  if (next == NULL)
    {
      close_all (application, FALSE);
      return;
    }
  next->quitting = TRUE;
  gtk_window_present (GTK_WINDOW (next));
  accord_window_save_then_close (next);
}

/* closing is FALSE by now where the person cancelled, or where it could not be saved. */
static void
window_removed_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  AccordWindow *self = ACCORD_IS_WINDOW (window) ? ACCORD_WINDOW (window) : NULL;

  if (self == NULL || !self->quitting)
    return;
  self->quitting = FALSE;
  save_next (application);
}

static void
save_all (GtkApplication *application)
{
  static const char KEY[] = "accord-quit";

  if (g_object_get_data (G_OBJECT (application), KEY) == NULL)
    g_signal_connect (application, "window-removed", G_CALLBACK (window_removed_cb), NULL);
  g_object_set_data (G_OBJECT (application), KEY, application);
  save_next (application);
}

static gboolean
save_all_cb (gpointer data)
{
  save_all (data);
  return G_SOURCE_REMOVE;
}

static gboolean
discard_all_cb (gpointer data)
{
  close_all (data, TRUE);
  return G_SOURCE_REMOVE;
}

/* The dialog hangs on one of the windows that are closed: it goes first. */
static void
choice_cb (GtkApplication *application, const char *response)
{
  if (g_str_equal (response, "save"))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, save_all_cb, g_object_ref (application),
                     g_object_unref);
  else if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, discard_all_cb, g_object_ref (application),
                     g_object_unref);
}

static char *
dup_body (GPtrArray *unsaved)
{
  GString *body = g_string_new (_ ("These have changes that are not saved:"));

  g_string_append_c (body, '\n');
  for (guint i = 0; i < MIN (unsaved->len, MOST_NAMES); i++)
    {
      AccordWindow *window = g_ptr_array_index (unsaved, i);

      /* Translators: the title of a session in a list */
      g_string_append_printf (body, _ ("\n• %s"), accord_session_get_title (window->session));
    }
  if (unsaved->len > MOST_NAMES)
    g_string_append (body, "\n…");
  return g_string_free (body, FALSE);
}

static void
ask (GtkApplication *application, GPtrArray *unsaved)
{
  g_autofree char *body = dup_body (unsaved);
  g_autofree char *heading = g_strdup_printf (
    ngettext ("Save %u Comparison?", "Save %u Comparisons?", unsaved->len), unsaved->len);
  GtkWindow *parent = gtk_application_get_active_window (application);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, NULL));

  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard All"),
                                    "save", _ ("_Save All"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (choice_cb), application,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * accord_window_quit_all:
 * @application: the application
 *
 * Closes every window. Where several have unsaved work, one question is for all of them.
 */
void
accord_window_quit_all (GtkApplication *application)
{
  g_autoptr (GPtrArray) unsaved = unsaved_windows (application);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  if (unsaved->len > 1)
    {
      ask (application, unsaved);
      return;
    }
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}
