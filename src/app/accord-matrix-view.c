/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binds the grid to the rows of the matrix' state. Rows that a person marked are kept by
 * theme and principle, so that they stay marked in another order. */
#include "app/accord-matrix-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/accord-map-pane.h"
#include "app/accord-matrix-content.h"
#include "session/accord-label.h"

struct _AccordMatrixView
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkDropDown *sort;
  GtkToggleButton *themes;
  GtkToggleButton *silent;
  GtkStack *stack;
  AccordGrid *grid;
  GtkExpander *map_expander;
  AccordMapPane *map;

  /* owned */
  AccordMatrixState *state; /* nullable */
  GHashTable *marked;       /* set of theme << 32 | principle */
};

G_DEFINE_FINAL_TYPE (AccordMatrixView, accord_matrix_view, GTK_TYPE_WIDGET)

static gint64
key_of (const AccordMatrixRow *row)
{
  return (gint64) (((guint64) row->theme << 32) | row->principle);
}

static const AccordMatrixRow *
row_at (AccordMatrixView *self, int row)
{
  const AccordMatrix *matrix =
    self->state != NULL ? accord_matrix_state_get_matrix (self->state) : NULL;
  guint n = 0;
  const AccordMatrixRow *rows = matrix != NULL ? accord_matrix_get_rows (matrix, &n) : NULL;

  return row >= 0 && row < (int) n ? &rows[row] : NULL;
}

static gboolean
is_marked (AccordMatrixView *self, const AccordMatrixRow *row)
{
  gint64 key = key_of (row);

  return g_hash_table_contains (self->marked, &key);
}

static gboolean
is_heading (gpointer data, guint row)
{
  const AccordMatrixRow *r = row_at (data, (int) row);

  return r != NULL && accord_matrix_row_is_heading (r);
}

static void
fill (gpointer data, int row, int column, gboolean narrow, AccordGridCell *cell)
{
  AccordMatrixView *self = data;
  const AccordMatrixRow *r = row_at (self, row);

  if (self->state == NULL || accord_matrix_state_get_matrix (self->state) == NULL)
    return;
  accord_matrix_content_fill (self->state, row, column, narrow, cell);
  if (column == ACCORD_GRID_START && r != NULL && is_marked (self, r))
    gtk_widget_add_css_class (GTK_WIDGET (cell), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "marked");
}

static char *
dup_tooltip (gpointer data, int row, int column)
{
  AccordMatrixView *self = data;

  return self->state != NULL ? accord_matrix_content_dup_tooltip (self->state, row, column) : NULL;
}

static void
focus_cell (AccordMatrixView *self, const AccordMatrixRow *row, int column)
{
  guint n = 0;
  const guint *columns =
    accord_matrix_get_columns (accord_matrix_state_get_matrix (self->state), &n);

  accord_matrix_state_focus_cell (self->state, row->theme, row->principle,
                                  column >= 0 && column < (int) n ? columns[column] : ACCORD_NONE);
}

/* The quotations follow the cursor; Return makes sure that they are seen. */
static void
cursor_moved_cb (AccordMatrixView *self, int row, int column)
{
  const AccordMatrixRow *r = row_at (self, row);

  if (r != NULL && !accord_matrix_row_is_heading (r))
    focus_cell (self, r, column);
}

static void
activated_cb (AccordMatrixView *self, int row, int column)
{
  const AccordMatrixRow *r = row_at (self, row);

  if (r == NULL)
    return;
  if (accord_matrix_row_is_heading (r))
    accord_matrix_state_toggle_fold (self->state, r->coverage);
  else
    {
      focus_cell (self, r, column);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-inspector", NULL);
    }
}

static void
marked_cb (AccordMatrixView *self, int row, int column)
{
  const AccordMatrixRow *r = row_at (self, row);
  gint64 key = 0;

  if (r == NULL || accord_matrix_row_is_heading (r))
    return;
  key = key_of (r);
  if (!g_hash_table_remove (self->marked, &key))
    g_hash_table_add (self->marked, g_memdup2 (&key, sizeof key));
  accord_grid_refresh (self->grid);
}

static void
rows_changed_cb (AccordMatrixView *self)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (self->state);
  guint n = 0, n_columns = 0;

  if (matrix != NULL)
    {
      accord_matrix_get_rows (matrix, &n);
      accord_matrix_get_columns (matrix, &n_columns);
    }
  gtk_stack_set_visible_child_name (self->stack, matrix != NULL && n == 0 ? "nothing" : "grid");
  accord_grid_set_size (self->grid, n, n_columns);
  gtk_widget_set_visible (GTK_WIDGET (self->map_expander), n_columns > 1);
}

static void
sort_cb (AccordMatrixView *self)
{
  if (self->state != NULL)
    accord_matrix_state_set_sort (self->state, gtk_drop_down_get_selected (self->sort));
}

static void
themes_cb (AccordMatrixView *self)
{
  if (self->state != NULL)
    accord_matrix_state_set_themes (self->state, gtk_toggle_button_get_active (self->themes));
}

static void
silent_cb (AccordMatrixView *self)
{
  if (self->state != NULL)
    accord_matrix_state_set_shown (self->state, ACCORD_COVERAGE_SILENT,
                                   gtk_toggle_button_get_active (self->silent));
}

static gboolean
is_chosen (const AccordMatrixRow *row, gpointer data)
{
  return is_marked (data, row);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordMatrixView *self = ACCORD_MATRIX_VIEW (widget);
  AccordMatrixChosen chosen = g_hash_table_size (self->marked) > 0 ? is_chosen : NULL;
  g_autofree char *text = NULL, *html = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) both = NULL;
  GdkContentProvider *providers[2];

  if (self->state == NULL || accord_matrix_state_get_matrix (self->state) == NULL)
    return;
  text = accord_matrix_content_dup_text (self->state, chosen, self);
  html = accord_matrix_content_dup_html (self->state, chosen, self);
  bytes = g_bytes_new (html, strlen (html));
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (providers, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordMatrixView *self = ACCORD_MATRIX_VIEW (widget);

  for (guint i = 0; i < ACCORD_N_COVERAGES; i++)
    accord_matrix_state_set_shown (self->state, i, TRUE);
  accord_matrix_state_set_stance (self->state, ACCORD_N_STANCES);
  gtk_toggle_button_set_active (self->silent, TRUE);
}

static gboolean
accord_matrix_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ACCORD_MATRIX_VIEW (widget)->grid));
}

static void
accord_matrix_view_dispose (GObject *object)
{
  AccordMatrixView *self = ACCORD_MATRIX_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (accord_matrix_view_parent_class)->dispose (object);
}

static void
accord_matrix_view_finalize (GObject *object)
{
  g_hash_table_unref (ACCORD_MATRIX_VIEW (object)->marked);
  G_OBJECT_CLASS (accord_matrix_view_parent_class)->finalize (object);
}

static void
accord_matrix_view_class_init (AccordMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_matrix_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_matrix_view_finalize;
  widget_class->grab_focus = accord_matrix_view_grab_focus;
  g_type_ensure (ACCORD_TYPE_GRID);
  g_type_ensure (ACCORD_TYPE_MAP_PANE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "matrixview");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-matrix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordMatrixView, box);
  gtk_widget_class_bind_template_child (widget_class, AccordMatrixView, sort);
  gtk_widget_class_bind_template_child (widget_class, AccordMatrixView, themes);
  gtk_widget_class_bind_template_child (widget_class, AccordMatrixView, silent);
  gtk_widget_class_bind_template_child (widget_class, AccordMatrixView, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordMatrixView, grid);
  gtk_widget_class_bind_template_child (widget_class, AccordMatrixView, map_expander);
  gtk_widget_class_bind_template_child (widget_class, AccordMatrixView, map);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, themes_cb);
  gtk_widget_class_bind_template_callback (widget_class, silent_cb);
  gtk_widget_class_install_action (widget_class, "matrix.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "matrix.show-all", NULL, show_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "matrix.copy",
                                       NULL);
}

static void
accord_matrix_view_init (AccordMatrixView *self)
{
  static const AccordGridSource SOURCE = { is_heading, fill, dup_tooltip };

  self->marked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_grid_set_source (self->grid, &SOURCE, self);
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "cursor-moved", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
}

static void
style_changed_cb (AccordMatrixView *self)
{
  accord_grid_refresh (self->grid);
}

/**
 * accord_matrix_view_set_state:
 * @self: a matrix view
 * @state: what it shows; set once
 */
void
accord_matrix_view_set_state (AccordMatrixView *self, AccordMatrixState *state)
{
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  accord_matrix_state_set_language (state, accord_label_language ());
  accord_map_pane_set_state (self->map, state);
  g_signal_connect_object (state, "rows-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  rows_changed_cb (self);
}
