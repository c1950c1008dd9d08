/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebooks in and out of the editor: import and export of a file, and those that come
 * with the program. A file with a fault leaves the running codebook as it is. Files are read
 * and written by workers. */
#include <glib/gi18n.h>

#include "app/accord-codebook-window-private.h"
#include "documents/accord-codebook-file.h"
#include "documents/accord-save.h"
#include "session/accord-label.h"

static void
load_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  AccordCodebook *codebook = accord_codebook_load (data, &error);

  if (codebook != NULL)
    g_task_return_pointer (task, codebook, (GDestroyNotify) accord_codebook_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCodebook) codebook = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *step = NULL;

  if (self->session == NULL)
    return;
  if (codebook == NULL)
    {
      accord_codebook_window_say (self, error->message);
      return;
    }
  step = g_strdup_printf (_ ("Use the Codebook “%s”"),
                          accord_codebook_get_name (codebook, accord_label_language ()));
  accord_codebook_window_set (self, codebook, step);
}

/* Reading may take longer than a frame: a worker does it. */
static void
use (AccordCodebookWindow *self, const char *name_or_path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, loaded_cb, NULL);

  g_task_set_task_data (task, g_strdup (name_or_path), g_free);
  g_task_run_in_thread (task, load_cb);
}

static void
use_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  use (ACCORD_CODEBOOK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static GtkFileChooserNative *
chooser_new (AccordCodebookWindow *self, const char *title, GtkFileChooserAction action)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  gtk_file_filter_set_name (filter, _ ("Codebooks (JSON)"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  return self->chooser;
}

static void
import_response_cb (AccordCodebookWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    use (self, g_file_peek_path (file));
  else if (response == GTK_RESPONSE_ACCEPT)
    accord_codebook_window_say (self, _ ("Only a file on this computer can be imported."));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (widget);
  GtkFileChooserNative *chooser =
    chooser_new (self, _ ("Import a Codebook"), GTK_FILE_CHOOSER_ACTION_OPEN);

  g_signal_connect_object (chooser, "response", G_CALLBACK (import_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

typedef struct
{
  GFile *file;
  AccordCodebook *codebook;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->file);
  accord_codebook_unref (self->codebook);
  g_free (self);
}

static void
write_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);
  GError *error = NULL;

  accord_codebook_write (self->codebook, writer);
  g_string_append_c (out, '\n');
  if (accord_save (self->file, out->str, out->len, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (object);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->session != NULL)
    accord_codebook_window_say (self,
                                error != NULL ? error->message : _ ("The codebook was exported."));
}

static void
export_response_cb (AccordCodebookWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (GTask) task = NULL;
  Export *export = NULL;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  export = g_new0 (Export, 1);
  export->file = g_object_ref (file);
  export->codebook = accord_codebook_ref (self->codebook);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, write_cb);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (widget);
  GtkFileChooserNative *chooser =
    chooser_new (self, _ ("Export the Codebook"), GTK_FILE_CHOOSER_ACTION_SAVE);
  g_autofree char *proposal = g_strdup_printf ("%s.json", accord_codebook_get_id (self->codebook));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), proposal);
  g_signal_connect_object (chooser, "response", G_CALLBACK (export_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * accord_codebook_window_install_file_actions:
 * @widget_class: the class of the window
 */
void
accord_codebook_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "codebook.use", "s", use_cb);
  gtk_widget_class_install_action (widget_class, "codebook.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "codebook.export", NULL, export_cb);
}
