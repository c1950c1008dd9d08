/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dropped on the window or pasted into it becomes a document. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

static void
add_text (AccordWindow *self, const char *text, const char *name)
{
  if (text != NULL && text[0] != '\0')
    accord_session_add_text (self->session, text, name);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AccordWindow *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GPtrArray) files = g_ptr_array_new ();
      GSList *list = g_value_get_boxed (value);

      for (GSList *l = list; l != NULL; l = l->next)
        g_ptr_array_add (files, l->data);
      accord_window_open_files (self, (GFile *const *) files->pdata, files->len);
      return files->len > 0;
    }
  if (G_VALUE_HOLDS_STRING (value))
    {
      add_text (self, g_value_get_string (value), _ ("Dropped text"));
      return TRUE;
    }
  return FALSE;
}

/* A selection that is dragged within the program is no new document. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, AccordWindow *self)
{
  return gdk_drop_get_drag (drop) == NULL &&
         gdk_content_formats_match (gdk_drop_get_formats (drop),
                                    gtk_drop_target_get_formats (target));
}

/**
 * accord_window_add_drop_target:
 * @self: a window
 *
 * Makes the whole window take files and text.
 */
void
accord_window_add_drop_target (AccordWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (error != NULL)
    accord_window_show_message (self, _ ("The clipboard holds no text and no files."));
  else
    add_text (self, text, _ ("Pasted text"));
}

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL)
    drop_cb (NULL, value, 0, 0, self);
}

/**
 * accord_window_paste:
 * @self: a window
 *
 * Adds the files or the text of the clipboard.
 */
void
accord_window_paste (AccordWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
}
