/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a session could not be saved: why, and the ways on. Where another program has
 * changed the file, the person says whose work stays; elsewhere another name may do. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

typedef struct
{
  AccordWindow *window; /* borrowed: the dialog is transient for it */
  gboolean closing;     /* the window was to close when it was saved */
} Choice;

/* The window opens its file anew, which takes a session that is empty: that of a new window. */
static gboolean
reload_cb (gpointer data)
{
  AccordWindow *self = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) file = g_object_ref (accord_session_get_file (self->session));
  AccordWindow *window = ACCORD_WINDOW (accord_window_new (ADW_APPLICATION (application)));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  accord_window_open_files (window, &file, 1);
  return G_SOURCE_REMOVE;
}

static void
choice_cb (AdwMessageDialog *dialog, const char *response, Choice *choice)
{
  AccordWindow *self = choice->window;

  if (g_str_equal (response, "reload"))
    /* The dialog hangs on the window that is closed: it goes first. */
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, reload_cb, g_object_ref (self), g_object_unref);
  else if (g_str_equal (response, "save-as") || g_str_equal (response, "overwrite"))
    {
      if (g_str_equal (response, "overwrite"))
        accord_session_allow_overwrite (self->session);
      self->closing = choice->closing;
      gtk_widget_activate_action (
        GTK_WIDGET (self), g_str_equal (response, "save-as") ? "win.save-as" : "win.save", NULL);
    }
}

static AdwMessageDialog *
dialog_new (AccordWindow *self, const char *heading, const char *body, gboolean closing)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  Choice *choice = g_new0 (Choice, 1);

  choice->window = self;
  choice->closing = closing;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (choice_cb), choice,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  return ADW_MESSAGE_DIALOG (dialog);
}

static void
ask_whose (AccordWindow *self, gboolean closing)
{
  g_autofree char *name = g_file_get_basename (accord_session_get_file (self->session));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *body = g_strdup_printf (
    /* Translators: the name of a file */
    _ ("Another program has changed “%s” since it was opened here. To overwrite it loses what "
       "that program wrote; to reload it loses what you have not saved."),
    shown);
  AdwMessageDialog *dialog = dialog_new (self, _ ("The File Has Changed"), body, closing);

  adw_message_dialog_add_responses (dialog, "reload", _ ("_Reload"), "overwrite", _ ("_Overwrite"),
                                    "save-as", _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save-as");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whether another place may help. */
static gboolean
is_about_the_place (const GError *error)
{
  static const GIOErrorEnum CODES[] = { G_IO_ERROR_READ_ONLY,     G_IO_ERROR_PERMISSION_DENIED,
                                        G_IO_ERROR_NO_SPACE,      G_IO_ERROR_NOT_FOUND,
                                        G_IO_ERROR_BUSY,          G_IO_ERROR_IS_DIRECTORY,
                                        G_IO_ERROR_NOT_DIRECTORY, G_IO_ERROR_NOT_REGULAR_FILE,
                                        G_IO_ERROR_NOT_MOUNTED,   G_IO_ERROR_FAILED };

  for (guint i = 0; i < G_N_ELEMENTS (CODES); i++)
    if (g_error_matches (error, G_IO_ERROR, (gint) CODES[i]))
      return TRUE;
  return FALSE;
}

/**
 * accord_window_explain_save:
 * @self: a window whose session could not be saved
 * @error: why
 * @closing: whether the window was to close then; it still does when a way on is found
 *
 * Says why, and offers what can be done about it. Cancelling is not explained.
 */
void
accord_window_explain_save (AccordWindow *self, const GError *error, gboolean closing)
{
  AdwMessageDialog *dialog = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG) &&
      accord_session_get_file (self->session) != NULL)
    ask_whose (self, closing);
  else if (is_about_the_place (error))
    {
      dialog = dialog_new (self, _ ("The Session Is Not Saved"), error->message, closing);
      adw_message_dialog_add_response (dialog, "save-as", _ ("Save _As…"));
      adw_message_dialog_set_response_appearance (dialog, "save-as", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, "save-as");
      gtk_window_present (GTK_WINDOW (dialog));
    }
  else
    accord_window_show_message (self, error->message);
}
