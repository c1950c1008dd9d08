/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Matrix view in a real window, and the grid on its own with more cells than are
 * ever seen at once. */
#include "accord-ui-test.h"

#include "app/accord-map-pane.h"
#include "app/accord-matrix-content.h"
#include "app/accord-quotation-item.h"
#include "app/accord-window-private.h"

static const char *const SAMPLES[] = { "samples/01-northern-rivers.en.txt",
                                       "samples/02-bay-cities.zh.txt",
                                       "samples/03-villes-fluviales.fr.html",
                                       "samples/04-coastal-cities.ar.txt", NULL };

static AccordWindow *
window_with_matrix (void)
{
  AccordWindow *window = ui_window_new ();

  ui_open (window, SAMPLES);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "matrix");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

/* The first row that is of that class and no heading. */
static int
row_of_class (AccordWindow *window, AccordCoverageClass coverage)
{
  guint n = 0;
  const AccordMatrixRow *rows =
    accord_matrix_get_rows (accord_matrix_state_get_matrix (window->matrix_state), &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].coverage == coverage && !accord_matrix_row_is_heading (&rows[i]))
      return (int) i;
  g_assert_not_reached ();
}

static guint
count_items (AccordWindow *window, AccordQuotationKind kind)
{
  g_autoptr (GListModel) items = accord_quotation_items_new (window->matrix_state);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AccordQuotationItem) item = g_list_model_get_item (items, i);

      n += accord_quotation_item_get_kind (item) == kind;
    }
  return n;
}

static void
test_page_is_drawn (void)
{
  AccordWindow *window = window_with_matrix ();

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->matrix)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->quotations)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->reader)));
  g_assert_cmpuint (ui_count_colours (GTK_WIDGET (window), "window-matrix"), >, 100);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "read");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->reader)));
  ui_close (window);
}

/* No number without a quotation: a cell lists as many as it says. */
static void
test_cell_opens_its_quotations (void)
{
  AccordWindow *window = window_with_matrix ();
  AccordGrid *grid = ACCORD_GRID (ui_find (window, ACCORD_TYPE_GRID, 0));
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (window->matrix_state);
  int row = row_of_class (window, ACCORD_COVERAGE_ALL), silent;

  for (guint column = 0; column < 4; column++)
    {
      accord_grid_set_cursor (grid, row, (int) column);
      g_assert_cmpuint (count_items (window, ACCORD_QUOTATION_CODING), ==,
                        accord_matrix_get_cell (matrix, (guint) row, column)->n_codings);
      g_assert_cmpuint (count_items (window, ACCORD_QUOTATION_DOCUMENT), ==, 1);
    }
  accord_grid_set_cursor (grid, row, ACCORD_GRID_START);
  g_assert_cmpuint (count_items (window, ACCORD_QUOTATION_DOCUMENT), ==, 4);
  silent = row_of_class (window, ACCORD_COVERAGE_SILENT);
  accord_grid_set_cursor (grid, silent, 0);
  g_assert_cmpuint (count_items (window, ACCORD_QUOTATION_SILENCE), ==, 1);
  g_assert_cmpuint (count_items (window, ACCORD_QUOTATION_CODING), ==, 0);
  ui_close (window);
}

static void
test_heading_folds (void)
{
  AccordWindow *window = window_with_matrix ();
  AccordGrid *grid = ACCORD_GRID (ui_find (window, ACCORD_TYPE_GRID, 0));
  guint before = 0, after = 0;
  const AccordMatrixRow *rows =
    accord_matrix_get_rows (accord_matrix_state_get_matrix (window->matrix_state), &before);
  guint n_folded = rows[0].n_rows;

  g_assert_true (accord_matrix_row_is_heading (&rows[0]));
  g_signal_emit_by_name (grid, "activated", 0, ACCORD_GRID_START);
  accord_matrix_get_rows (accord_matrix_state_get_matrix (window->matrix_state), &after);
  g_assert_cmpuint (after, ==, before - n_folded);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_close (window);
}

static void
test_table_has_every_row (void)
{
  AccordWindow *window = window_with_matrix ();
  g_autofree char *text = accord_matrix_content_dup_text (window->matrix_state, NULL, NULL);
  g_autofree char *html = accord_matrix_content_dup_html (window->matrix_state, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  accord_codebook_get_principles (accord_session_get_codebook (window->session), &n);
  /* a header, and an empty string after the last line */
  g_assert_cmpuint (g_strv_length (lines), ==, n + 2);
  for (guint i = 0; i <= n; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 7);
    }
  g_assert_true (g_str_has_prefix (html, "<table>"));
  g_assert_nonnull (strstr (html, "</th>"));
  ui_close (window);
}

static void
test_map_is_made_when_it_is_seen (void)
{
  AccordWindow *window = window_with_matrix ();
  GtkWidget *expander = ui_find (window, GTK_TYPE_EXPANDER, 0);
  AccordGrid *map = NULL;

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  map = ACCORD_GRID (ui_find (window, ACCORD_TYPE_GRID, 1));
  g_assert_nonnull (map);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (map)));
  accord_grid_set_cursor (map, 0, 1);
  g_assert_cmpuint (ui_count (ui_find (window, ACCORD_TYPE_MAP_PANE, 0), GTK_TYPE_LIST_BOX_ROW), >,
                    5);
  ui_close (window);
}

static void
test_every_width (void)
{
  static const int WIDTHS[] = { 1920, 1200, 800, 600, 360 };
  AccordWindow *window = window_with_matrix ();
  int minimum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (WIDTHS); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), WIDTHS[i], 700);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
  ui_close (window);
}

/* Mirrored, the names of the rows stand at the right. */
static void
test_right_to_left (void)
{
  AccordWindow *window = NULL;
  GtkWidget *cell = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = window_with_matrix ();
  cell = ui_find (ui_find (window, ACCORD_TYPE_GRID_ROW, 0), ACCORD_TYPE_GRID_CELL, 0);
  g_assert_true (gtk_widget_has_css_class (cell, "start"));
  g_assert_cmpuint (ui_count_colours (GTK_WIDGET (window), "window-matrix-rtl"), >, 100);
  ui_close (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* 400 rows × 200 columns of numbers. */

static gboolean
no_heading (gpointer data, guint row)
{
  return FALSE;
}

static void
fill_number (gpointer data, int row, int column, gboolean narrow, AccordGridCell *cell)
{
  g_autofree char *label = g_strdup_printf ("%d:%d", row, column);
  AccordGridContent content = { .words = label, .label = label };

  accord_grid_cell_set_content (cell, &content);
  g_object_set_data_full (G_OBJECT (cell), "label", g_strdup (label), g_free);
  (*(guint *) data)++;
}

static gboolean
shows (GtkWidget *grid, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *cell = ui_find (grid, ACCORD_TYPE_GRID_CELL, i);

      if (cell == NULL)
        return FALSE;
      if (gtk_widget_get_mapped (cell) &&
          g_strcmp0 (g_object_get_data (G_OBJECT (cell), "label"), label) == 0)
        return TRUE;
    }
}

static void
test_large_grid_uses_few_widgets (void)
{
  static const AccordGridSource SOURCE = { no_heading, fill_number, NULL };
  GtkWidget *window = gtk_window_new (), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *grid = g_object_new (ACCORD_TYPE_GRID, NULL);
  guint n_fills = 0, n_widgets, before;

  accord_grid_set_source (ACCORD_GRID (grid), &SOURCE, &n_fills);
  accord_grid_set_size (ACCORD_GRID (grid), 400, 200);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  n_widgets = ui_count (grid, ACCORD_TYPE_GRID_CELL);
  g_assert_cmpuint (n_widgets, <, 400);
  g_assert_true (shows (grid, "0:0"));
  g_assert_true (shows (grid, "-1:0"));

  before = n_fills;
  accord_grid_set_cursor (ACCORD_GRID (grid), 399, 199);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (shows (grid, "399:199"));
  g_assert_true (shows (grid, "399:-1"));
  g_assert_true (shows (grid, "-1:199"));
  g_assert_false (shows (grid, "0:0"));
  g_assert_cmpuint (ui_count (grid, ACCORD_TYPE_GRID_CELL), ==, n_widgets);
  g_assert_cmpuint (n_fills - before, <, 4 * n_widgets);

  /* one row down: one line is filled */
  accord_grid_set_cursor (ACCORD_GRID (grid), 0, 0);
  gtk_test_widget_wait_for_draw (window);
  before = n_fills;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                            36);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (n_fills - before, >, 0);
  g_assert_cmpuint (n_fills - before, <, 40);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/matrix/page", test_page_is_drawn);
  g_test_add_func ("/matrix/quotations", test_cell_opens_its_quotations);
  g_test_add_func ("/matrix/fold", test_heading_folds);
  g_test_add_func ("/matrix/table", test_table_has_every_row);
  g_test_add_func ("/matrix/map", test_map_is_made_when_it_is_seen);
  g_test_add_func ("/matrix/widths", test_every_width);
  g_test_add_func ("/matrix/right-to-left", test_right_to_left);
  g_test_add_func ("/matrix/large-grid", test_large_grid_uses_few_widgets);
  return g_test_run ();
}
