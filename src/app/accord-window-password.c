/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that is encrypted: the window asks for its password and reads it again. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#define KEY_FILE "accord-file"
#define KEY_ENTRY "accord-entry"

static void
response_cb (AccordWindow *self, const char *response, AdwMessageDialog *dialog)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), KEY_FILE);
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), KEY_ENTRY);

  if (g_strcmp0 (response, "open") == 0)
    accord_session_add_locked_file (self->session, file, gtk_editable_get_text (entry));
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "open", *gtk_editable_get_text (entry) != '\0');
}

static void
activate_cb (GtkWidget *entry, AdwMessageDialog *dialog)
{
  if (adw_message_dialog_get_response_enabled (dialog, "open"))
    {
      adw_message_dialog_response (dialog, "open");
      gtk_window_close (GTK_WINDOW (dialog));
    }
}

static GtkWidget *
new_entry (AdwMessageDialog *dialog)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Password"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), dialog, 0);
  adw_message_dialog_set_extra_child (dialog, entry);
  return entry;
}

/**
 * accord_window_ask_password:
 * @self: a window
 * @file: a file that is encrypted
 * @reason: what is to be said about it, translated
 *
 * Asks for the password, and has the file read with it. Cancelling leaves the file out.
 */
void
accord_window_ask_password (AccordWindow *self, GFile *file, const char *reason)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autofree char *body =
    g_strdup_printf (/* Translators: name of a file, reason */ _ ("“%s”: %s"), name, reason);
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Password Needed"), body));
  GtkWidget *entry = new_entry (dialog);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "open", FALSE);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), KEY_FILE, g_object_ref (file), g_object_unref);
  g_object_set_data (G_OBJECT (dialog), KEY_ENTRY, entry);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
