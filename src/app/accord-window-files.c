/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, saving and exporting from the window: dialogs, results, messages. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "documents/accord-data.h"

#define SESSION_SUFFIX ".accord"

typedef void (*Chosen) (AccordWindow *self, GListModel *files);

static gboolean
is_session (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, SESSION_SUFFIX);
}

static void
dialog_response_cb (GtkNativeDialog *native, int response, AccordWindow *self)
{
  Chosen chosen = (Chosen) g_object_get_data (G_OBJECT (native), "accord-chosen");
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_destroy (native);
  g_clear_object (&self->dialog);
  if (files != NULL && g_list_model_get_n_items (files) > 0)
    chosen (self, files);
  else
    accord_window_stop_closing (self);
}

static GtkFileChooser *
new_dialog (AccordWindow *self,
            const char *title,
            GtkFileChooserAction action,
            const char *accept,
            Chosen chosen)
{
  if (self->dialog != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->dialog));
  g_clear_object (&self->dialog);
  self->dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->dialog), TRUE);
  g_object_set_data (G_OBJECT (self->dialog), "accord-chosen", (gpointer) chosen);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (dialog_response_cb), self, 0);
  return GTK_FILE_CHOOSER (self->dialog);
}

static void
add_filter (GtkFileChooser *chooser,
            const char *name,
            const char *const *suffixes,
            const char *const *types)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
files_chosen (AccordWindow *self, GListModel *files)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  accord_window_open_files (self, (GFile *const *) array->pdata, array->len);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const TYPES[] = {
    "text/plain",
    "text/html",
    "application/xhtml+xml",
    "text/markdown",
    "multipart/related",
    "message/rfc822",
    "application/rtf",
    "application/epub+zip",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.text-flat-xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/pdf",
    "text/csv",
    "application/json",
    NULL,
  };
  static const char *const SUFFIXES[] = {
    "txt",  "html", "htm",  "xhtml", "md",   "markdown", "mht",  "mhtml", "eml", "docx",
    "docm", "dotx", "odt",  "ott",   "fodt", "rtf",      "epub", "zip",   "gz",  "pdf",
    "csv",  "tsv",  "json", "jsonl", "xml",  "rss",      "srt",  "vtt",   NULL,
  };
  GtkFileChooser *chooser = new_dialog (ACCORD_WINDOW (widget), _ ("Open Documents"),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), files_chosen);

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  add_filter (chooser, _ ("Statements"), SUFFIXES, TYPES);
  add_filter (chooser, _ ("All files"), NULL, (const char *const[]){ "*/*", NULL });
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_session_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooser *chooser = new_dialog (ACCORD_WINDOW (widget), _ ("Open Session"),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), files_chosen);

  add_filter (chooser, _ ("Accord sessions"), (const char *const[]){ "accord", NULL }, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_uri_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  accord_window_open_files (ACCORD_WINDOW (widget), &file, 1);
}

static gint
by_name (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
open_sample_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *folder = accord_data_dup_path ("samples");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  if (files->len == 0)
    accord_window_show_message (ACCORD_WINDOW (widget), _ ("The sample is not installed."));
  else
    accord_window_open_files (ACCORD_WINDOW (widget), (GFile *const *) files->pdata, files->len);
}

static void
remember_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static void
say_if_read_only (AccordWindow *self)
{
  g_autofree char *name = NULL, *shown = NULL, *message = NULL;
  gboolean read_only = FALSE;

  g_object_get (self->session, "read-only", &read_only, NULL);
  if (!read_only)
    return;
  name = g_file_get_basename (accord_session_get_file (self->session));
  shown = g_filename_display_name (name);
  if (accord_session_get_holder (self->session) != NULL)
    message = g_strdup_printf (
      /* Translators: the name of a file; a user on a computer */
      _ ("“%s”: %s has it open; it can be read here, and saved under another name"), shown,
      accord_session_get_holder (self->session));
  else
    message = g_strdup_printf (
      _ ("“%s”: was saved by a newer version of Accord; it can be read and exported, not saved"),
      shown);
  accord_window_show_message (self, message);
}

static void
session_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GError) error = NULL;

  self->opening = FALSE;
  g_clear_object (&self->opening_file);
  if (!accord_session_open_finish (ACCORD_SESSION (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        accord_window_show_message (self, error->message);
      return;
    }
  remember_recent (accord_session_get_file (ACCORD_SESSION (source)));
  say_if_read_only (self);
}

/* Also where one is a symbolic link to the other. */
static gboolean
is_same_file (GFile *a, GFile *b)
{
  const char *path_a = g_file_peek_path (a), *path_b = g_file_peek_path (b);
  GStatBuf info_a, info_b;

  if (g_file_equal (a, b))
    return TRUE;
  return path_a != NULL && path_b != NULL && g_stat (path_a, &info_a) == 0 &&
         g_stat (path_b, &info_b) == 0 && info_a.st_dev == info_b.st_dev &&
         info_a.st_ino == info_b.st_ino;
}

static gboolean
has_session (AccordWindow *self, GFile *file)
{
  GFile *own = accord_session_get_file (self->session);

  return (own != NULL && is_same_file (own, file)) ||
         (self->opening_file != NULL && is_same_file (self->opening_file, file));
}

/**
 * accord_window_raise_session:
 * @application: (nullable): the application
 * @file: a session's file
 *
 * Raises the window in which a session is open already, or is being opened.
 *
 * Returns: whether there is one
 */
gboolean
accord_window_raise_session (GtkApplication *application, GFile *file)
{
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (ACCORD_IS_WINDOW (l->data) && has_session (l->data, file))
      {
        gtk_window_present (l->data);
        return TRUE;
      }
  return FALSE;
}

/* A session opens in an empty window, else in a new one; one that is open is raised. */
static void
open_session (AccordWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  AccordWindow *window = self;

  if (accord_window_raise_session (application, file))
    return;
  if (!accord_window_is_free (self))
    {
      window = ACCORD_WINDOW (accord_window_new (ADW_APPLICATION (application)));
      gtk_window_present (GTK_WINDOW (window));
    }
  window->opening = TRUE;
  g_set_object (&window->opening_file, file);
  accord_session_open_async (window->session, file, NULL, session_opened_cb, g_object_ref (window));
}

/**
 * accord_window_open_files:
 * @self: a window
 * @files: (array length=n_files): documents, which are added here, and sessions, which open on
 * their own
 * @n_files: their number
 */
void
accord_window_open_files (AccordWindow *self, GFile *const *files, guint n_files)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  for (guint i = 0; i < n_files; i++)
    if (!is_session (files[i]))
      g_ptr_array_add (documents, files[i]);
  if (documents->len > 0)
    accord_session_add_files (self->session, (GFile *const *) documents->pdata, documents->len);
  /* Last: where documents were added, a session needs another window. */
  for (guint i = 0; i < n_files; i++)
    if (is_session (files[i]))
      open_session (self, files[i]);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!accord_session_save_finish (ACCORD_SESSION (source), result, &error))
    {
      gboolean closing = self->closing;

      accord_window_stop_closing (self);
      accord_window_explain_save (self, error, closing);
      return;
    }
  remember_recent (accord_session_get_file (ACCORD_SESSION (source)));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Session saved")));
  /* What was still being read is not in the file: then closing asks once more. */
  if (self->closing)
    {
      self->closing = !accord_session_get_modified (self->session);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
save_to (AccordWindow *self, GFile *file)
{
  accord_session_save_async (self->session, file, NULL, saved_cb, g_object_ref (self));
}

/* A session without the suffix would be read as a text the next time, so that it gets one; but
 * then the dialog has not asked whether a file of that name may be replaced. */
static void
save_as_chosen (AccordWindow *self, GListModel *files)
{
  g_autoptr (GFile) chosen = g_list_model_get_item (files, 0);
  g_autofree char *uri = g_file_get_uri (chosen);
  g_autofree char *longer = g_strconcat (uri, SESSION_SUFFIX, NULL);
  g_autoptr (GFile) file =
    is_session (chosen) ? g_object_ref (chosen) : g_file_new_for_uri (longer);

  if (!is_session (chosen) && g_file_query_exists (file, NULL))
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *message =
        g_strdup_printf (_ ("“%s” is there already. To replace it, save under that name."), shown);

      accord_window_stop_closing (self);
      accord_window_show_message (self, message);
      return;
    }
  save_to (self, file);
}

static void
set_suggested_name (AccordWindow *self, GtkFileChooser *chooser, const char *suffix)
{
  g_autofree char *name =
    g_strdup_printf ("%s%s", accord_session_get_title (self->session), suffix);

  g_strdelimit (name, "/", '-');
  gtk_file_chooser_set_current_name (chooser, name);
}

static void
save_as_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  GtkFileChooser *chooser = new_dialog (self, _ ("Save Session"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Save"), save_as_chosen);

  set_suggested_name (self, chooser, SESSION_SUFFIX);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  GFile *file = accord_session_get_file (self->session);

  if (file != NULL && accord_session_get_holder (self->session) == NULL)
    save_to (self, file);
  else
    save_as_cb (widget, name, parameter);
}

/**
 * accord_window_save_then_close:
 * @self: a window
 *
 * Saves, asking for a name where there is none, and closes when that went well.
 */
void
accord_window_save_then_close (AccordWindow *self)
{
  self->closing = TRUE;
  save_cb (GTK_WIDGET (self), NULL, NULL);
}

/**
 * accord_window_stop_closing:
 * @self: a window
 *
 * What was to be saved before it closes is not saved: it stays, and with it all others.
 */
void
accord_window_stop_closing (AccordWindow *self)
{
  self->closing = FALSE;
  self->quitting = FALSE;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (accord_session_export_finish (ACCORD_SESSION (source), result, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Report exported")));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    accord_window_show_message (self, error->message);
}

static void
export_chosen (AccordWindow *self, GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *name = g_file_get_basename (file);
  AccordReportFormat format = ACCORD_REPORT_HTML;

  if (!accord_report_format_from_path (name, &format))
    {
      g_autoptr (GString) suffixes = g_string_new (NULL);
      g_autofree char *message = NULL;

      for (guint i = 0; i < ACCORD_N_REPORT_FORMATS; i++)
        g_string_append_printf (suffixes, "%s%s", i > 0 ? ", " : "",
                                accord_report_format_suffix (i));
      /* Translators: a list such as ".html, .pdf". */
      message = g_strdup_printf (_ ("The name of a report ends in one of %s."), suffixes->str);
      accord_window_show_message (self, message);
      return;
    }
  accord_session_export_async (self->session, file, format, NULL, exported_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  GtkFileChooser *chooser = new_dialog (self, _ ("Export Report"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Export"), export_chosen);

  for (guint i = 0; i < ACCORD_N_REPORT_FORMATS; i++)
    add_filter (chooser, accord_report_format_name (i),
                (const char *const[]){ accord_report_format_suffix (i) + 1, NULL }, NULL);
  set_suggested_name (self, chooser, ".html");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * accord_window_install_file_actions:
 * @widget_class: the class of the window
 */
void
accord_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-session", NULL, open_session_cb);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_cb);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_cb);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
}
