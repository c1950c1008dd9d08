/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures of the read view, with the state that each leaves: a theme by click, a
 * passage by click, a link, decisions and undo, columns hidden and turned. */
#include "accord-ui-test.h"

#include "app/accord-channel.h"
#include "app/accord-column.h"
#include "app/accord-inspector.h"
#include "app/accord-sidebar.h"
#include "app/accord-theme-row.h"

static const char *const SAMPLES[] = { "samples/01-northern-rivers.en.txt",
                                       "samples/02-bay-cities.zh.txt",
                                       "samples/03-villes-fluviales.fr.html",
                                       "samples/04-coastal-cities.ar.txt", NULL };

typedef struct
{
  AccordWindow *window;
  AccordSession *session;
  AccordView *view;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = ui_window_new ();
  f->session = accord_window_get_session (f->window);
  f->view = accord_window_get_view (f->window);
  ui_open (f->window, SAMPLES);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ui_close (f->window);
}

static AccordColumn *
column_of (Fixture *f, guint document)
{
  for (guint i = 0; i < ui_count (f->window, ACCORD_TYPE_COLUMN); i++)
    {
      AccordColumn *column = ACCORD_COLUMN (ui_find (f->window, ACCORD_TYPE_COLUMN, i));
      guint index = 0;

      if (accord_column_get_index (column, &index) && index == document)
        return column;
    }
  g_assert_not_reached ();
}

/* A click on the row of the third theme shows it alone, a second theme is added by the view. */
static void
test_theme_by_click (Fixture *f, gconstpointer data)
{
  GtkWidget *sidebar = ui_find (f->window, ACCORD_TYPE_SIDEBAR, 0);
  GtkWidget *themes = ui_find (sidebar, GTK_TYPE_LIST_VIEW, 0);

  g_assert_false (accord_view_has_focus (f->view));
  g_signal_emit_by_name (themes, "activate", 2u);
  g_assert_true (accord_view_is_theme_focused (f->view, 2));
  g_assert_false (accord_view_is_theme_focused (f->view, 3));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  accord_view_focus_theme (f->view, 3, TRUE);
  g_assert_true (accord_view_is_theme_focused (f->view, 2));
  g_assert_true (accord_view_is_theme_focused (f->view, 3));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.clear-focus", NULL);
  g_assert_false (accord_view_has_focus (f->view));
}

static void
test_filter_of_themes (Fixture *f, gconstpointer data)
{
  GtkWidget *sidebar = ui_find (f->window, ACCORD_TYPE_SIDEBAR, 0);
  GtkWidget *entry = ui_find (sidebar, GTK_TYPE_SEARCH_ENTRY, 0);
  GtkListView *themes = GTK_LIST_VIEW (ui_find (sidebar, GTK_TYPE_LIST_VIEW, 0));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (themes)));

  g_assert_cmpuint (all, ==, 16);
  gtk_editable_set_text (GTK_EDITABLE (entry), "CLIMATE");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (themes))), ==,
                    2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (themes))), ==,
                    0);
}

/* The passage of the first coding of document 0, activated as by a click. */
static void
test_passage_by_click (Fixture *f, gconstpointer data)
{
  AccordFindings *findings = accord_session_get_findings (f->session);
  guint n = 0, document = 99, passage = 99;
  const AccordCodingFinding *codings = accord_findings_get_document_codings (findings, 0, &n);
  GtkWidget *inspector = ui_find (f->window, ACCORD_TYPE_INSPECTOR, 0);
  guint n_lists = 0;

  g_signal_emit_by_name (accord_column_get_text (column_of (f, 0)), "passage-activated",
                         codings[0].passage);
  accord_view_get_passage (f->view, &document, &passage);
  g_assert_cmpuint (document, ==, 0);
  g_assert_cmpuint (passage, ==, codings[0].passage);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  for (guint i = 0; i < ui_count (inspector, GTK_TYPE_LIST_BOX); i++)
    n_lists += gtk_list_box_get_row_at_index (
                 GTK_LIST_BOX (ui_find (inspector, GTK_TYPE_LIST_BOX, i)), 0) != NULL;
  g_assert_cmpuint (n_lists, >=, 1);
}

static AccordStatus
status_of (Fixture *f, guint link)
{
  guint n = 0;
  const AccordLinkFinding *links =
    accord_findings_get_links (accord_session_get_findings (f->session), &n);

  g_assert_cmpuint (link, <, n);
  return links[link].status;
}

typedef struct
{
  Fixture *f;
  AccordStatus status;
} Wanted;

static gboolean
has_status (gpointer data)
{
  Wanted *wanted = data;

  return status_of (wanted->f, 0) == wanted->status;
}

static void
wait_for_status (Fixture *f, AccordStatus status)
{
  ui_wait (has_status, &(Wanted){ f, status });
}

static void
test_decisions_and_undo (Fixture *f, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);

  accord_view_focus_link (f->view, 0);
  gtk_widget_activate_action (window, "win.reject", NULL);
  wait_for_status (f, ACCORD_STATUS_REJECTED);
  gtk_widget_activate_action (window, "win.undo", NULL);
  wait_for_status (f, ACCORD_STATUS_MACHINE);
  gtk_widget_activate_action (window, "win.redo", NULL);
  wait_for_status (f, ACCORD_STATUS_REJECTED);
  accord_view_focus_link (f->view, 0);
  gtk_widget_activate_action (window, "win.restore", NULL);
  wait_for_status (f, ACCORD_STATUS_MACHINE);
  accord_view_focus_link (f->view, 0);
  gtk_widget_activate_action (window, "win.accept", NULL);
  wait_for_status (f, ACCORD_STATUS_CONFIRMED);
  g_assert_true (accord_session_get_modified (f->session));
}

static guint
count_seated (Fixture *f)
{
  guint n = 0;

  for (guint i = 0; i < ui_count (f->window, ACCORD_TYPE_COLUMN); i++)
    n += gtk_widget_get_child_visible (ui_find (f->window, ACCORD_TYPE_COLUMN, i));
  return n;
}

static void
test_hide_and_turn (Fixture *f, gconstpointer data)
{
  GListModel *documents = accord_session_get_documents (f->session);
  g_autoptr (AccordSessionDocument) first = g_list_model_get_item (documents, 0);
  GtkWidget *reader = gtk_widget_get_ancestor (ui_find (f->window, ACCORD_TYPE_COLUMN, 0),
                                               g_type_from_name ("AccordReader"));
  guint seated = count_seated (f);

  g_assert_cmpuint (seated, >=, 2);
  g_assert_cmpuint (ui_count (f->window, ACCORD_TYPE_CHANNEL), ==, seated - 1);
  gtk_widget_activate_action (reader, "reader.turn", "i", 1);
  g_assert_cmpuint (count_seated (f), ==, seated);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AccordSessionDocument) document = g_list_model_get_item (documents, i + 1);

      accord_session_set_shown (f->session, document, FALSE);
    }
  ui_wait_idle (f->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  g_assert_cmpuint (count_seated (f), ==, 1);
  accord_session_set_shown (f->session, first, FALSE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  g_assert_cmpuint (count_seated (f), ==, 0);
}

/* However many documents are shown, four are seated at most, and each stays readable. */
static void
test_at_most_four_seats (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    accord_session_add_text (f->session, "Privacy must be protected.", "more");
  ui_wait_idle (f->window);
  g_assert_cmpuint (g_list_model_get_n_items (accord_session_get_documents (f->session)), ==, 7);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  g_assert_cmpuint (count_seated (f), <=, 4);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (column_of (f, 0))), >=, 216);
}

typedef struct
{
  AccordTextView *text;
  guint passage;
} Place;

static gboolean
is_visible (gpointer data)
{
  Place *place = data;
  double top = 0, bottom = 0;

  return accord_text_view_get_passage_extents (place->text, place->passage, &top, &bottom) &&
         top >= 0 && bottom <= gtk_widget_get_height (GTK_WIDGET (place->text));
}

/* A jump brings the passage into the visible part of its column; it may be animated. */
static void
test_jump (Fixture *f, gconstpointer data)
{
  AccordTextView *text = accord_column_get_text (column_of (f, 0));
  Place place = { text, 0 };
  guint n = 0;

  accord_document_get_passages (accord_text_view_get_document (text), &n);
  place.passage = n / 2;
  g_assert_false (is_visible (&place));
  accord_view_jump (f->view, 0, place.passage);
  ui_wait (is_visible, &place);
}

static void
test_zoom (Fixture *f, gconstpointer data)
{
  gint zoom = 0;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.zoom", "i", 1);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.zoom", "i", 1);
  g_object_get (f->view, "text-zoom", &zoom, NULL);
  g_assert_cmpint (zoom, ==, 120);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.zoom", "i", 0);
  g_object_get (f->view, "text-zoom", &zoom, NULL);
  g_assert_cmpint (zoom, ==, 100);
}

/* F6 reaches the columns from anywhere, and reading begins at the top of the text. */
static void
test_next_column (Fixture *f, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *text = GTK_WIDGET (accord_column_get_text (column_of (f, i)));
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
      GtkTextIter iter;

      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.next-column", NULL);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == text);
      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 0);
    }
}

/* The number of a paragraph stands above it; larger text needs a larger gap. */
static void
test_text_scale (Fixture *f, gconstpointer data)
{
  GtkTextView *text = GTK_TEXT_VIEW (accord_column_get_text (column_of (f, 0)));
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (f->window));
  int dpi = 0, gap = gtk_text_view_get_pixels_above_lines (text);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_assert_cmpint (gtk_text_view_get_pixels_above_lines (text), ==, 2 * gap);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  ui_count_colours (GTK_WIDGET (f->window), "reader-large-text");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (gtk_text_view_get_pixels_above_lines (text), ==, gap);
}

#define ADD(name, function) g_test_add ("/reader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("theme-by-click", test_theme_by_click);
  ADD ("filter-of-themes", test_filter_of_themes);
  ADD ("passage-by-click", test_passage_by_click);
  ADD ("decisions-and-undo", test_decisions_and_undo);
  ADD ("hide-and-turn", test_hide_and_turn);
  ADD ("at-most-four-seats", test_at_most_four_seats);
  ADD ("jump", test_jump);
  ADD ("zoom", test_zoom);
  ADD ("next-column", test_next_column);
  ADD ("text-scale", test_text_scale);
  return g_test_run ();
}
