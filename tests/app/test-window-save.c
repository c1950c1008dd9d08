/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks when a session cannot be saved, and once for all when the
 * application quits with unsaved work in several windows. */
#include "accord-ui-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/accord-window-private.h"

typedef struct
{
  char *folder;
  GFile *file;
  AccordWindow *window;
} Fixture;

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (one) && gtk_widget_get_mapped (one))
        return one;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

/* The one dialog that is there must have every response that is named. */
static void
answer (const char *picture, const char *const *responses, const char *response)
{
  GtkWidget *dialog = NULL;

  ui_wait (has_dialog, NULL);
  dialog = find_dialog ();
  gtk_test_widget_wait_for_draw (dialog);
  for (guint i = 0; responses[i] != NULL; i++)
    g_assert_nonnull (
      adw_message_dialog_get_response_label (ADW_MESSAGE_DIALOG (dialog), responses[i]));
  g_assert_cmpuint (ui_count_colours (dialog, picture), >, 10);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_saved (gpointer data)
{
  return !accord_session_get_modified (accord_window_get_session (data));
}

static gboolean
has_file (gpointer data)
{
  AccordSession *session = accord_window_get_session (data);

  return accord_session_get_file (session) != NULL && !accord_session_get_modified (session) &&
         !accord_session_get_busy (session);
}

static AccordWindow *
window_with_text (const char *text)
{
  AccordWindow *window = ui_window_new ();

  accord_session_add_text (accord_window_get_session (window), text, text);
  ui_wait_idle (window);
  return window;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (accord_session_save_finish (ACCORD_SESSION (source), result, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("accord-XXXXXX", NULL);
  path = g_build_filename (self->folder, "a.accord", NULL);
  self->file = g_file_new_for_path (path);
  self->window = window_with_text ("Systems must be tested.");
  accord_session_save_async (accord_window_get_session (self->window), self->file, NULL, saved_cb,
                             NULL);
  ui_wait (has_file, self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    ui_close (self->window);
  g_unlink (g_file_peek_path (self->file));
  g_rmdir (self->folder);
  g_object_unref (self->file);
  g_free (self->folder);
}

/* As another program would, with a time that is sure to differ. */
static void
write_as_others (Fixture *self, const char *from, const char *to)
{
  const char *path = g_file_peek_path (self->file);
  struct timespec times[2] = { { 1000, 0 }, { 1000, 0 } };
  g_autofree char *contents = NULL;
  char *found = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  found = strstr (contents, from);
  g_assert_nonnull (found);
  memcpy (found, to, strlen (to));
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static const char *const WHOSE[] = { "cancel", "reload", "overwrite", "save-as", NULL };

static void
test_overwrite (Fixture *self, gconstpointer data)
{
  AccordSession *session = accord_window_get_session (self->window);
  g_autofree char *contents = NULL;

  accord_session_set_threshold (session, 345);
  write_as_others (self, "\"threshold\": 300", "\"threshold\": 299");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  answer ("save-changed", WHOSE, "cancel");
  g_assert_true (accord_session_get_modified (session));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  answer ("save-changed", WHOSE, "overwrite");
  ui_wait (is_saved, self->window);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "\"threshold\": 345"));
}

static gboolean
is_reloaded (gpointer data)
{
  Fixture *self = data;
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ()));

  return windows != NULL && windows->next == NULL && windows->data != self->window &&
         has_file (windows->data);
}

static void
test_reload (Fixture *self, gconstpointer data)
{
  GList *windows = NULL;

  accord_session_set_threshold (accord_window_get_session (self->window), 345);
  write_as_others (self, "\"threshold\": 300", "\"threshold\": 299");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  answer ("save-changed", WHOSE, "reload");
  ui_wait (is_reloaded, self);
  windows = gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ()));
  self->window = windows->data;
  g_assert_cmpint (accord_session_get_threshold (accord_window_get_session (self->window)), ==,
                   299);
  g_assert_null (ui_find (self->window, GTK_TYPE_INFO_BAR, 0));
}

static void
test_folder_is_gone (Fixture *self, gconstpointer data)
{
  AccordSession *session = accord_window_get_session (self->window);
  g_autofree char *lock = g_build_filename (self->folder, ".~lock.a.accord#", NULL);

  accord_session_set_threshold (session, 345);
  g_assert_cmpint (g_unlink (g_file_peek_path (self->file)), ==, 0);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  answer ("save-failed", (const char *const[]){ "cancel", "save-as", NULL }, "cancel");
  g_assert_true (accord_session_get_modified (session));
}

static gboolean
has_two_windows (gpointer data)
{
  return g_list_length (
           gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ()))) == 2;
}

/* A coding that the fixture's session has not. */
static GFile *
save_other (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "b.accord", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *other = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &contents, NULL, NULL));
  parts = g_strsplit (contents, "\"threshold\": 300", 2);
  other = g_strjoinv ("\"threshold\": 333", parts);
  g_assert_true (g_file_set_contents (path, other, -1, NULL));
  return g_file_new_for_path (path);
}

static void
test_merge (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) other = save_other (self);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GList *windows = NULL;

  g_list_store_append (files, other);
  accord_window_merge_files (self->window, G_LIST_MODEL (files));
  answer ("merge-conflicts", (const char *const[]){ "cancel", "merge", NULL }, "merge");
  ui_wait (has_two_windows, NULL);
  windows = gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ()));
  ui_wait_idle (windows->data);
  g_assert_null (accord_session_get_file (accord_window_get_session (windows->data)));
  g_assert_true (accord_session_get_modified (accord_window_get_session (windows->data)));
  ui_close (windows->data);
  g_assert_cmpint (g_unlink (g_file_peek_path (other)), ==, 0);
}

static void
test_verify (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.verify-session", NULL);
  answer ("verify", (const char *const[]){ "close", NULL }, "close");
}

static const char *const QUIT[] = { "cancel", "discard", "save", NULL };

static guint
count_windows (void)
{
  return g_list_length (
    gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ())));
}

static gboolean
has_no_window (gpointer data)
{
  return count_windows () == 0;
}

static void
quit (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
}

/* The window of the fixture has a file, and so nothing more to ask when it is saved. */
static void
test_quit (Fixture *self, gconstpointer data)
{
  AccordWindow *second = window_with_text ("Privacy must be protected.");

  accord_session_set_threshold (accord_window_get_session (self->window), 345);
  quit ();
  answer ("quit", QUIT, "cancel");
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_true (accord_session_get_modified (accord_window_get_session (second)));
  quit ();
  answer ("quit", QUIT, "discard");
  ui_wait (has_no_window, NULL);
  self->window = NULL;
}

static void
test_quit_saves_all (Fixture *self, gconstpointer data)
{
  AccordWindow *second = window_with_text ("Privacy must be protected.");
  g_autofree char *path = g_build_filename (self->folder, "b.accord", NULL);
  g_autofree char *a = NULL, *b = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  accord_session_save_async (accord_window_get_session (second), file, NULL, saved_cb, NULL);
  ui_wait (has_file, second);
  accord_session_set_threshold (accord_window_get_session (self->window), 345);
  accord_session_set_threshold (accord_window_get_session (second), 346);
  quit ();
  answer ("quit", QUIT, "save");
  ui_wait (has_no_window, NULL);
  self->window = NULL;
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &a, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &b, NULL, NULL));
  g_assert_nonnull (strstr (a, "\"threshold\": 345"));
  g_assert_nonnull (strstr (b, "\"threshold\": 346"));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

#define ADD(name, function) g_test_add ("/save/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("overwrite", test_overwrite);
  ADD ("reload", test_reload);
  ADD ("folder-is-gone", test_folder_is_gone);
  ADD ("merge", test_merge);
  ADD ("verify", test_verify);
  ADD ("quit", test_quit);
  ADD ("quit-saves-all", test_quit_saves_all);
  return g_test_run ();
}
