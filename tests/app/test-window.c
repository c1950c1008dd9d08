/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main job in a real window: open files, show a principle alone, look at a passage,
 * save, reopen, export; and what happens to a file that cannot be read. */
#include "accord-ui-test.h"

#include <glib/gstdio.h>

#include "app/accord-column.h"
#include "app/accord-evidence.h"
#include "app/accord-inspector.h"
#include "app/accord-reader.h"
#include "app/accord-sidebar.h"
#include "app/accord-start-page.h"
#include "app/accord-window-private.h"

static const char *const SAMPLES[] = { "samples/01-northern-rivers.en.txt",
                                       "samples/02-bay-cities.zh.txt",
                                       "samples/03-villes-fluviales.fr.html",
                                       "samples/04-coastal-cities.ar.txt", NULL };

static void
test_start_page (void)
{
  AccordWindow *window = ui_window_new ();
  GtkWidget *page = ui_find (window, ACCORD_TYPE_START_PAGE, 0);

  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_cmpuint (ui_count_colours (GTK_WIDGET (window), "window-start"), >, 50);
  ui_close (window);
}

/* A principle that all documents have, or else the first that two of them have. */
static guint
shared_principle (AccordSession *session)
{
  AccordCoverage *coverage = accord_session_get_coverage (session);
  guint n = 0;

  accord_codebook_get_principles (accord_session_get_codebook (session), &n);
  for (guint i = 0; i < n; i++)
    if (accord_coverage_get_class (coverage, i) == ACCORD_COVERAGE_ALL)
      return i;
  g_assert_not_reached ();
}

static void
assert_columns_show_principle (AccordWindow *window, guint principle)
{
  AccordCoverage *coverage = accord_session_get_coverage (accord_window_get_session (window));

  for (guint i = 0; i < 4; i++)
    {
      guint n = 0, n_tinted = 0;
      g_autofree AccordPassageMark *marks =
        accord_passage_marks_new (accord_window_get_view (window), i, &n);

      for (guint k = 0; k < n; k++)
        n_tinted += marks[k].coverage == ACCORD_COVERAGE_ALL;
      g_assert_cmpuint (n_tinted, >, 0);
      g_assert_cmpuint (n_tinted, <=, accord_coverage_get_cell (coverage, principle, i)->n_codings);
    }
}

static void
test_main_job (void)
{
  AccordWindow *window = ui_window_new ();
  AccordSession *session = accord_window_get_session (window);
  AccordView *view = accord_window_get_view (window);
  guint n = 0, principle;

  ui_open (window, SAMPLES);
  g_assert_cmpuint (g_list_model_get_n_items (accord_session_get_documents (session)), ==, 4);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpuint (ui_count (window, ACCORD_TYPE_COLUMN), >=, 2);
  g_assert_cmpuint (ui_count_colours (GTK_WIDGET (window), "window-sample"), >, 200);

  principle = shared_principle (session);
  accord_view_focus_principle (view, principle, FALSE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  assert_columns_show_principle (window, principle);
  ui_count_colours (GTK_WIDGET (window), "window-principle");

  accord_findings_get_links (accord_session_get_findings (session), &n);
  g_assert_cmpuint (n, >, 0);
  accord_view_focus_link (view, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_visible (ui_find (window, ACCORD_TYPE_EVIDENCE, 0)));
  ui_count_colours (GTK_WIDGET (window), "window-link");
  ui_close (window);
}

typedef struct
{
  gboolean done;
  GError *error;
} Outcome;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  accord_session_save_finish (ACCORD_SESSION (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  accord_session_export_finish (ACCORD_SESSION (source), result, &outcome->error);
  outcome->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Outcome *) data)->done;
}

static void
test_save_reopen_export (void)
{
  AccordWindow *window = ui_window_new ();
  AccordWindow *again = NULL;
  AccordSession *session = accord_window_get_session (window);
  g_autofree char *folder = g_dir_make_tmp ("accord-XXXXXX", NULL);
  g_autofree char *session_path = g_build_filename (folder, "saved.accord", NULL);
  g_autofree char *report_path = g_build_filename (folder, "report.html", NULL);
  g_autoptr (GFile) session_file = g_file_new_for_path (session_path);
  g_autoptr (GFile) report_file = g_file_new_for_path (report_path);
  g_autofree char *report = NULL;
  Outcome outcome = { FALSE, NULL };
  guint n = 0, n_again = 0, windows = 0;

  ui_open (window, SAMPLES);
  accord_findings_get_codings (accord_session_get_findings (session), &n);
  accord_session_save_async (session, session_file, NULL, saved_cb, &outcome);
  ui_wait (is_done, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_false (accord_session_get_modified (session));

  outcome.done = FALSE;
  accord_session_export_async (session, report_file, ACCORD_REPORT_HTML, NULL, exported_cb,
                               &outcome);
  ui_wait (is_done, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_get_contents (report_path, &report, NULL, NULL));
  g_assert_true (g_str_has_prefix (report, "<!DOCTYPE html>"));

  ui_close (window);
  again = ui_window_new ();
  accord_window_open_files (again, &session_file, 1);
  ui_wait_idle (again);
  accord_findings_get_codings (accord_session_get_findings (accord_window_get_session (again)),
                               &n_again);
  g_assert_cmpuint (n_again, ==, n);
  windows =
    g_list_length (gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (again))));
  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (again))),
                      &session_file, 1, "");
  g_assert_cmpuint (
    g_list_length (gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (again)))),
    ==, windows);
  g_assert_cmpuint (n, >, 0);
  ui_close (again);
  g_remove (session_path);
  g_remove (report_path);
  g_rmdir (folder);
}

static gboolean
has_message (gpointer data)
{
  return ui_find (data, GTK_TYPE_INFO_BAR, 0) != NULL;
}

static void
test_failed_document (void)
{
  AccordWindow *window = ui_window_new ();
  const char *files[] = { "samples/no-such-file.txt", "samples/01-northern-rivers.en.txt", NULL };

  ui_open (window, files);
  ui_wait (has_message, window);
  g_assert_cmpuint (
    g_list_model_get_n_items (accord_session_get_documents (accord_window_get_session (window))),
    ==, 1);
  ui_close (window);
}

static gboolean
is_saved (gpointer data)
{
  return !accord_session_get_modified (accord_window_get_session (data));
}

/* The files of a sample are saved as @name in @folder; the window that did it is closed. */
static GFile *
save_sample (const char *folder, const char *name)
{
  AccordWindow *window = ui_window_new ();
  const char *files[] = { SAMPLES[0], NULL };
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Outcome outcome = { FALSE, NULL };

  ui_open (window, files);
  accord_session_save_async (accord_window_get_session (window), file, NULL, saved_cb, &outcome);
  ui_wait (is_done, &outcome);
  g_assert_no_error (outcome.error);
  ui_wait (is_saved, window);
  ui_close (window);
  return g_steal_pointer (&file);
}

static gboolean
has_second_window (gpointer data)
{
  GtkApplication *application = gtk_window_get_application (data);
  GList *windows = gtk_application_get_windows (application);

  return g_list_length (windows) == 2 &&
         accord_session_get_file (accord_window_get_session (
           windows->data == data ? windows->next->data : windows->data)) != NULL;
}

static void
close_others (AccordWindow *window)
{
  g_autoptr (GList) windows =
    g_list_copy (gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (window))));

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window)
      ui_close (l->data);
}

static void
test_documents_and_session (void)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-XXXXXX", NULL);
  g_autoptr (GFile) session = save_sample (folder, "one.accord");
  g_autoptr (GFile) document = ui_data_file (SAMPLES[1]);
  GFile *orders[][2] = { { document, session }, { session, document } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      AccordWindow *window = ui_window_new ();

      accord_window_open_files (window, orders[i], 2);
      ui_wait_idle (window);
      ui_wait (has_second_window, window);
      g_assert_null (ui_find (window, GTK_TYPE_INFO_BAR, 0));
      g_assert_null (accord_session_get_file (accord_window_get_session (window)));
      close_others (window);
      ui_close (window);
    }
  g_file_delete (session, NULL, NULL);
  g_rmdir (folder);
}

/* The dialog of @type that is on the screen, if any. */
static GtkWidget *
find_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (one), type) && gtk_widget_get_mapped (one))
        return one;
    }
  return NULL;
}

static gboolean
asks_whether_to_save (gpointer data)
{
  return find_dialog (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
asks_for_a_name (gpointer data)
{
  return find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
}

static gboolean
asks_nothing (gpointer data)
{
  return !asks_whether_to_save (NULL) && !asks_for_a_name (NULL);
}

/* A person who does not name the file after all has not agreed to lose it. */
static void
test_name_not_given (void)
{
  AccordWindow *window = ui_window_new ();

  ui_open (window, SAMPLES);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *dialog = NULL;

      gtk_window_close (GTK_WINDOW (window));
      ui_wait (asks_whether_to_save, NULL);
      dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
      gtk_window_destroy (GTK_WINDOW (dialog));
      ui_wait (asks_for_a_name, NULL);
      gtk_dialog_response (GTK_DIALOG (find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG)),
                           GTK_RESPONSE_CANCEL);
      ui_wait (asks_nothing, NULL);
    }
  ui_close (window);
}

/* Documents that are still being read cannot be in the file that is saved. */
static void
test_closing_while_reading (void)
{
  AccordWindow *window = ui_window_new ();
  g_autofree char *folder = g_dir_make_tmp ("accord-XXXXXX", NULL);
  g_autoptr (GFile) session = save_sample (folder, "one.accord");
  g_autoptr (GFile) document = ui_data_file (SAMPLES[1]);

  accord_window_open_files (window, &session, 1);
  ui_wait_idle (window);
  accord_window_open_files (window, &document, 1);
  accord_window_save_then_close (window);
  ui_wait (asks_whether_to_save, NULL);
  gtk_window_destroy (GTK_WINDOW (find_dialog (ADW_TYPE_MESSAGE_DIALOG)));
  ui_close (window);
  g_file_delete (session, NULL, NULL);
  g_rmdir (folder);
}

static gboolean
has_no_document (gpointer data)
{
  AccordSession *session = accord_window_get_session (data);

  return g_list_model_get_n_items (accord_session_get_documents (session)) == 0;
}

static void
test_blank_text (void)
{
  AccordWindow *window = ui_window_new ();

  accord_session_add_text (accord_window_get_session (window), " \n\n\t", "Pasted text");
  ui_wait (has_message, window);
  ui_wait (has_no_document, window);
  ui_close (window);
}

static GtkDropTarget *
drop_target_of (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static gboolean
has_two_documents (gpointer data)
{
  AccordSession *session = accord_window_get_session (data);

  return g_list_model_get_n_items (accord_session_get_documents (session)) == 2 &&
         !accord_session_get_busy (session);
}

/* A text view of GTK takes what is dropped on it, and refuses it; ours leaves it to the window. */
static void
test_drop_on_column (void)
{
  AccordWindow *window = ui_window_new ();
  const char *files[] = { "samples/01-northern-rivers.en.txt", NULL };
  GtkDropTarget *target = NULL;
  g_auto (GValue) text = G_VALUE_INIT;
  gboolean taken = FALSE;

  ui_open (window, files);
  g_assert_null (drop_target_of (ui_find (window, ACCORD_TYPE_TEXT_VIEW, 0)));
  target = drop_target_of (GTK_WIDGET (window));
  g_assert_nonnull (target);
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_static_string (&text, "States shall publish what their systems decide.");
  g_signal_emit_by_name (target, "drop", &text, 10.0, 10.0, &taken);
  g_assert_true (taken);
  ui_wait (has_two_documents, window);
  ui_close (window);
}

static void
test_narrow (void)
{
  AccordWindow *window = ui_window_new ();

  /* The buttons that GNOME has; other desktops have two more, and some 76 pixels. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  ui_open (window, SAMPLES);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  ui_count_colours (GTK_WIDGET (window), "window-narrow");
  ui_close (window);
}

/* What a window's session keeps, as another boot would have left it behind. */
static char *
leave_behind (AccordWindow *window)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "accord", "recovery", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL, *contents = NULL;
  char *boot = NULL;
  char *left = g_build_filename (folder, "left.journal", NULL);

  accord_session_sync (accord_window_get_session (window));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  boot = strstr (contents, "\"boot\": \"");
  g_assert_nonnull (boot);
  boot[strlen ("\"boot\": \"")] = 'x';
  g_assert_true (g_file_set_contents (left, contents, -1, NULL));
  return left;
}

static GtkInfoBar *
offer (AccordWindow *window)
{
  accord_window_offer_recovery (window);
  ui_wait (has_message, window);
  return GTK_INFO_BAR (gtk_widget_get_first_child (GTK_WIDGET (window->messages)));
}

/* To close the bar decides nothing; to restore brings back the decision; to discard removes. */
static void
test_recovery (void)
{
  AccordWindow *window = ui_window_new (), *again = NULL;
  AccordSession *session = accord_window_get_session (window);
  g_autofree char *left = NULL;

  accord_session_add_text (session, "Privacy must be protected in all automated systems.", "t");
  ui_wait_idle (window);
  accord_session_decide_coding (session, 0, ACCORD_DECISION_ACCEPT);
  left = leave_behind (window);
  ui_close (window);
  again = ui_window_new ();
  gtk_info_bar_response (offer (again), GTK_RESPONSE_CLOSE);
  g_assert_false (has_message (again));
  g_assert_true (g_file_test (left, G_FILE_TEST_EXISTS));
  gtk_info_bar_response (offer (again), GTK_RESPONSE_ACCEPT);
  ui_wait_idle (again);
  session = accord_window_get_session (again);
  g_assert_true (accord_session_get_modified (session));
  accord_session_sync (session);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_free (g_steal_pointer (&left));
  left = leave_behind (again);
  gtk_info_bar_response (offer (again), GTK_RESPONSE_REJECT);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  ui_close (again);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("accord-test-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  ui_init (&argc, &argv);
  g_test_add_func ("/window/start-page", test_start_page);
  g_test_add_func ("/window/main-job", test_main_job);
  g_test_add_func ("/window/save-reopen-export", test_save_reopen_export);
  g_test_add_func ("/window/failed-document", test_failed_document);
  g_test_add_func ("/window/documents-and-session", test_documents_and_session);
  g_test_add_func ("/window/name-not-given", test_name_not_given);
  g_test_add_func ("/window/closing-while-reading", test_closing_while_reading);
  g_test_add_func ("/window/blank-text", test_blank_text);
  g_test_add_func ("/window/drop-on-column", test_drop_on_column);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/recovery", test_recovery);
  return g_test_run ();
}
