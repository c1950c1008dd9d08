/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Column c is shown by the widget c mod n, so that scrolling by one column fills one
 * cell anew and the others keep their content and the keyboard's focus. */
#include "app/accord-grid-row.h"

struct _AccordGridRow
{
  GtkWidget parent_instance;

  /* owned by the widget tree */
  GtkWidget *start;
  GtkWidget *end;
  GPtrArray *cells; /* of AccordGridCell */

  AccordGridShape shape;
  int width;
  guint first;      /* column in view */
  guint last;       /* one past the last */
  gboolean header;  /* cells are column headers */
  gboolean heading; /* only the start is seen, over the whole width */
};

G_DEFINE_FINAL_TYPE (AccordGridRow, accord_grid_row, GTK_TYPE_WIDGET)

static int
middle_width (AccordGridRow *self)
{
  return MAX (0, self->width - self->shape.start - self->shape.end);
}

static void
allocate (AccordGridRow *self, GtkWidget *child, int x, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation box = { rtl ? self->width - x - width : x, 0, MAX (0, width), height };

  gtk_widget_size_allocate (child, &box, -1);
}

static void
accord_grid_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordGridRow *self = ACCORD_GRID_ROW (widget);

  allocate (self, self->start, 0, self->heading ? width : self->shape.start, height);
  allocate (self, self->end, width - self->shape.end, self->shape.end, height);
  for (guint c = self->first; c < self->last; c++)
    allocate (self, GTK_WIDGET (accord_grid_row_get_cell (self, (int) c)),
              self->shape.start + (int) c * self->shape.column - self->shape.offset,
              self->shape.column, height);
}

static void
accord_grid_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AccordGridRow *self = ACCORD_GRID_ROW (widget);
  int ignored = 0;

  /* Asked for its own sake: a widget is not placed before it was measured. */
  for (GtkWidget *w = gtk_widget_get_first_child (widget); w != NULL;
       w = gtk_widget_get_next_sibling (w))
    if (gtk_widget_should_layout (w))
      gtk_widget_measure (w, orientation, -1, &ignored, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : 12;
  *minimum_baseline = *natural_baseline = -1;
}

static void
accord_grid_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordGridRow *self = ACCORD_GRID_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float x = (float) (rtl ? self->shape.end : self->shape.start);

  if (!self->heading)
    {
      gtk_snapshot_push_clip (snapshot,
                              &GRAPHENE_RECT_INIT (x, 0, (float) middle_width (self),
                                                   (float) gtk_widget_get_height (widget)));
      for (guint c = self->first; c < self->last; c++)
        gtk_widget_snapshot_child (widget, GTK_WIDGET (accord_grid_row_get_cell (self, (int) c)),
                                   snapshot);
      gtk_snapshot_pop (snapshot);
      gtk_widget_snapshot_child (widget, self->end, snapshot);
    }
  gtk_widget_snapshot_child (widget, self->start, snapshot);
}

static void
accord_grid_row_dispose (GObject *object)
{
  AccordGridRow *self = ACCORD_GRID_ROW (object);
  GtkWidget *child = NULL;

  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (accord_grid_row_parent_class)->dispose (object);
}

static void
accord_grid_row_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_GRID_ROW (object)->cells);
  G_OBJECT_CLASS (accord_grid_row_parent_class)->finalize (object);
}

static void
accord_grid_row_class_init (AccordGridRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_grid_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_grid_row_finalize;
  widget_class->size_allocate = accord_grid_row_size_allocate;
  widget_class->measure = accord_grid_row_measure;
  widget_class->snapshot = accord_grid_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
accord_grid_row_init (AccordGridRow *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkAccessibleRole
role_of (AccordGridRow *self, gboolean start)
{
  if (self->header)
    return GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
  return start ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_GRID_CELL;
}

static GtkWidget *
add_cell (AccordGridRow *self, GtkAccessibleRole role, const char *class)
{
  GtkWidget *cell = accord_grid_cell_new (role);

  gtk_widget_add_css_class (cell, class);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  return cell;
}

/**
 * accord_grid_row_new:
 * @header: whether its cells head the columns
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
accord_grid_row_new (gboolean header)
{
  AccordGridRow *self = g_object_new (ACCORD_TYPE_GRID_ROW, NULL);

  self->header = header;
  if (header)
    gtk_widget_add_css_class (GTK_WIDGET (self), "header");
  self->start = add_cell (self, role_of (self, TRUE), "start");
  self->end = add_cell (self, role_of (self, FALSE), "end");
  return GTK_WIDGET (self);
}

/* One more than fit, since two are in view by half; never more than there are. */
static void
set_n_cells (AccordGridRow *self)
{
  guint n = (guint) (middle_width (self) / MAX (1, self->shape.column)) + 2;

  n = MIN (n, self->shape.n_columns);
  while (self->cells->len > n)
    {
      gtk_widget_unparent (g_ptr_array_index (self->cells, self->cells->len - 1));
      g_ptr_array_set_size (self->cells, (gint) self->cells->len - 1);
    }
  while (self->cells->len < n)
    g_ptr_array_add (self->cells, add_cell (self, role_of (self, FALSE), "column"));
}

/**
 * accord_grid_row_set_shape:
 * @self: a row
 * @shape: where its columns are
 * @width: of the whole row, pixels
 *
 * After it, accord_grid_row_get_range() tells which columns are in view. Cells of others are
 * hidden.
 */
void
accord_grid_row_set_shape (AccordGridRow *self, const AccordGridShape *shape, int width)
{
  self->shape = *shape;
  self->width = width;
  set_n_cells (self);
  self->first = shape->column > 0 ? (guint) (shape->offset / shape->column) : 0;
  self->first = MIN (self->first, shape->n_columns);
  self->last = MIN (self->first + self->cells->len, shape->n_columns);
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->cells, i), FALSE);
  for (guint c = self->first; c < self->last && !self->heading; c++)
    gtk_widget_set_child_visible (GTK_WIDGET (accord_grid_row_get_cell (self, (int) c)), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * accord_grid_row_set_heading:
 * @self: a row
 * @heading: whether it has only a start cell, over its whole width
 */
void
accord_grid_row_set_heading (AccordGridRow *self, gboolean heading)
{
  self->heading = heading;
  gtk_widget_set_child_visible (self->end, !heading);
  if (heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "group");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "group");
}

/**
 * accord_grid_row_get_range:
 * @self: a row that has a shape
 * @first: (out): first column in view
 * @last: (out): one past the last
 */
void
accord_grid_row_get_range (AccordGridRow *self, guint *first, guint *last)
{
  *first = self->first;
  *last = self->last;
}

/**
 * accord_grid_row_get_cell:
 * @self: a row
 * @column: a column in view, ACCORD_GRID_START or ACCORD_GRID_END
 *
 * Returns: (transfer none): its cell
 */
AccordGridCell *
accord_grid_row_get_cell (AccordGridRow *self, int column)
{
  if (column == ACCORD_GRID_START)
    return ACCORD_GRID_CELL (self->start);
  if (column == ACCORD_GRID_END)
    return ACCORD_GRID_CELL (self->end);
  return g_ptr_array_index (self->cells, (guint) column % self->cells->len);
}

/**
 * accord_grid_row_column_at:
 * @shape: where the columns are
 * @width: of the row, pixels
 * @x: from the side at which lines begin, pixels
 *
 * Returns: the column there, ACCORD_GRID_START, or ACCORD_GRID_END
 */
int
accord_grid_row_column_at (const AccordGridShape *shape, int width, double x)
{
  int column;

  if (x < shape->start)
    return ACCORD_GRID_START;
  if (x >= width - shape->end || shape->n_columns == 0)
    return ACCORD_GRID_END;
  column = ((int) x - shape->start + shape->offset) / MAX (1, shape->column);
  return MIN (column, (int) shape->n_columns - 1);
}
