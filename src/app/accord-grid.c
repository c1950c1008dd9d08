/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows have one height, so a place is found by division. A scroll fills only the cells
 * that come into view; a frame in which nothing moves fills none. */
#include "app/accord-grid-private.h"

#define START 228
#define END 168
#define MIN_COLUMN 90
#define MIN_COLUMN_WITH_WORDS 150
/* Below this width the last column is left out. */
#define MIN_WIDTH_WITH_END 700

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static guint signals[ACCORD_GRID_N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordGrid,
                               accord_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
accord_grid_emit (AccordGrid *self, guint signal, int row, int column)
{
  g_signal_emit (self, signals[signal], 0, row, column);
}

gboolean
accord_grid_is_heading (AccordGrid *self, int row)
{
  return row >= 0 && row < (int) self->n_rows && self->source.is_heading (self->data, (guint) row);
}

static int
offset_of (AccordGrid *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

static gboolean
is_narrow (AccordGrid *self)
{
  return self->shape.column < MIN_COLUMN_WITH_WORDS;
}

static void
fill_cell (AccordGrid *self, AccordGridLine *line, int column)
{
  AccordGridCell *cell = accord_grid_row_get_cell (line->widget, column);
  gboolean is_cursor = line->row == self->cursor_row && column == self->cursor_column;

  self->source.fill (self->data, line->row, column, is_narrow (self), cell);
  if (is_cursor)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "cursor");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "cursor");
}

/* Shows @row in @line: its fixed cells if it is another row, and the columns that are new. */
static void
fill_line (AccordGrid *self, AccordGridLine *line, int row, int width)
{
  gboolean another = line->row != row, heading = accord_grid_is_heading (self, row);
  guint first = 0, last = 0;

  accord_grid_row_set_heading (line->widget, heading);
  accord_grid_row_set_shape (line->widget, &self->shape, width);
  accord_grid_row_get_range (line->widget, &first, &last);
  line->row = row;
  if (another)
    {
      fill_cell (self, line, ACCORD_GRID_START);
      if (!heading)
        fill_cell (self, line, ACCORD_GRID_END);
    }
  for (guint c = first; c < last && !heading; c++)
    if (another || c < line->first || c >= line->last)
      fill_cell (self, line, (int) c);
  line->first = first;
  line->last = last;
}

static AccordGridLine *
line_of (AccordGrid *self, int row)
{
  return &g_array_index (self->lines, AccordGridLine, (guint) row % self->lines->len);
}

static void
forget_lines (AccordGrid *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    g_array_index (self->lines, AccordGridLine, i).row = -2;
  self->header.row = self->sticky.row = -2;
}

/* The header and the sticky heading stay the last children: they lie above the rows. */
static void
set_n_lines (AccordGrid *self, guint n)
{
  if (n != self->lines->len)
    forget_lines (self);
  while (self->lines->len > n)
    {
      AccordGridLine *line = &g_array_index (self->lines, AccordGridLine, self->lines->len - 1);

      gtk_widget_unparent (GTK_WIDGET (line->widget));
      g_array_set_size (self->lines, self->lines->len - 1);
    }
  while (self->lines->len < n)
    {
      AccordGridLine line = { ACCORD_GRID_ROW (accord_grid_row_new (FALSE)), -2, 0, 0 };

      gtk_widget_insert_after (GTK_WIDGET (line.widget), GTK_WIDGET (self), NULL);
      g_array_append_val (self->lines, line);
    }
}

static void
place (AccordGrid *self, AccordGridLine *line, int y, int width, int height)
{
  GtkAllocation box = { 0, y, width, height };
  int ignored = 0;

  gtk_widget_set_child_visible (GTK_WIDGET (line->widget), TRUE);
  gtk_widget_measure (GTK_WIDGET (line->widget), GTK_ORIENTATION_HORIZONTAL, -1, &ignored, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (line->widget), &box, -1);
}

/* The heading under which the first row in view stands, or -1. */
static int
heading_before (AccordGrid *self, int row)
{
  while (row >= 0 && !accord_grid_is_heading (self, row))
    row--;
  return row;
}

static void
place_rows (AccordGrid *self, int width)
{
  int offset = offset_of (self, GTK_ORIENTATION_VERTICAL);
  int first = offset / self->row_height, heading;

  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_set_child_visible (
      GTK_WIDGET (g_array_index (self->lines, AccordGridLine, i).widget), FALSE);
  for (int row = first; row < (int) self->n_rows && row < first + (int) self->lines->len; row++)
    {
      fill_line (self, line_of (self, row), row, width);
      place (self, line_of (self, row), self->header_height + row * self->row_height - offset,
             width, self->row_height);
    }
  heading = first < (int) self->n_rows ? heading_before (self, first) : -1;
  gtk_widget_set_child_visible (GTK_WIDGET (self->sticky.widget), heading >= 0);
  if (heading >= 0)
    {
      fill_line (self, &self->sticky, heading, width);
      place (self, &self->sticky, self->header_height, width, self->row_height);
    }
}

static void
compute_shape (AccordGrid *self, int width)
{
  int space;

  self->shape.end = !self->has_end || width < MIN_WIDTH_WITH_END ? 0 : END * self->row_height / 36;
  self->shape.start = MIN (START * self->row_height / 36, width * 42 / 100);
  self->shape.end = MIN (self->shape.end, width / 4);
  space = width - self->shape.start - self->shape.end;
  self->shape.column = self->shape.n_columns > 0 ? MAX (MIN_COLUMN * self->row_height / 36,
                                                        space / (int) self->shape.n_columns)
                                                 : space;
}

static void
configure (AccordGrid *self, GtkOrientation orientation, int upper, int page, int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return;
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, upper - page));
  gtk_adjustment_configure (adjustment, value, 0, MAX (upper, page), step, page * 0.9, page);
}

/* One line of text with room above and below; two for the header. */
static void
compute_heights (AccordGrid *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Ág");
  int line = 0;

  pango_layout_get_pixel_size (layout, NULL, &line);
  self->row_height = MAX (36, line * 2);
  self->header_height = MAX (48, line * 2 + 12);
}

/**
 * accord_grid_lay_out:
 * @self: a grid
 * @width: its width, pixels
 * @height: its height, pixels
 *
 * Fills and places what is in view.
 */
void
accord_grid_lay_out (AccordGrid *self, int width, int height)
{
  AccordGridShape old = self->shape;
  int body;

  if (self->source.fill == NULL)
    return;
  compute_heights (self);
  body = MAX (0, height - self->header_height);
  compute_shape (self, width);
  configure (self, GTK_ORIENTATION_HORIZONTAL, (int) self->shape.n_columns * self->shape.column,
             MAX (0, width - self->shape.start - self->shape.end), self->shape.column);
  configure (self, GTK_ORIENTATION_VERTICAL, (int) self->n_rows * self->row_height, body,
             self->row_height);
  self->shape.offset = offset_of (self, GTK_ORIENTATION_HORIZONTAL);
  if (old.column != self->shape.column || old.n_columns != self->shape.n_columns ||
      old.start != self->shape.start || old.end != self->shape.end)
    forget_lines (self);
  set_n_lines (self, (guint) (body / self->row_height) + 2);
  place_rows (self, width);
  fill_line (self, &self->header, ACCORD_GRID_HEADER, width);
  place (self, &self->header, 0, width, self->header_height);
}

static void
accord_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  accord_grid_lay_out (ACCORD_GRID (widget), width, height);
}

static void
accord_grid_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 216 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
  *minimum_baseline = *natural_baseline = -1;
}

static gboolean
accord_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return accord_grid_grab_cursor (ACCORD_GRID (widget));
}

static gboolean
accord_grid_grab_focus (GtkWidget *widget)
{
  return accord_grid_grab_cursor (ACCORD_GRID (widget));
}

static gboolean
accord_grid_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AccordGrid *self = ACCORD_GRID (widget);
  int width = gtk_widget_get_width (widget), row = self->cursor_row, column = self->cursor_column;
  g_autofree char *text = NULL;

  if (self->source.dup_tooltip == NULL)
    return FALSE;
  if (!keyboard)
    {
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        x = width - x;
      column = accord_grid_row_column_at (&self->shape, width, x);
      row = y < self->header_height
              ? ACCORD_GRID_HEADER
              : (y - self->header_height + offset_of (self, GTK_ORIENTATION_VERTICAL)) /
                  self->row_height;
    }
  if (row >= (int) self->n_rows)
    return FALSE;
  text = self->source.dup_tooltip (self->data, row, column);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
set_adjustment (AccordGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment *old = self->adjustments[orientation];

  if (old == adjustment)
    return;
  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, gtk_widget_queue_allocate, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                             self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
accord_grid_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  AccordGrid *self = ACCORD_GRID (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
accord_grid_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  AccordGrid *self = ACCORD_GRID (object);

  switch (property)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
accord_grid_dispose (GObject *object)
{
  AccordGrid *self = ACCORD_GRID (object);
  GtkWidget *child = NULL;

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_array_set_size (self->lines, 0);
  self->source = (AccordGridSource){ NULL };
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (accord_grid_parent_class)->dispose (object);
}

static void
accord_grid_finalize (GObject *object)
{
  g_array_unref (ACCORD_GRID (object)->lines);
  G_OBJECT_CLASS (accord_grid_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  static const char *const NAMES[] = { "activated", "cursor-moved", "marked" };

  for (guint i = 0; i < ACCORD_GRID_N_SIGNALS; i++)
    signals[i] = g_signal_new (NAMES[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               2, G_TYPE_INT, G_TYPE_INT);
}

static void
accord_grid_class_init (AccordGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_grid_dispose;
  object_class->finalize = accord_grid_finalize;
  object_class->get_property = accord_grid_get_property;
  object_class->set_property = accord_grid_set_property;
  widget_class->size_allocate = accord_grid_size_allocate;
  widget_class->measure = accord_grid_measure;
  widget_class->focus = accord_grid_focus;
  widget_class->grab_focus = accord_grid_grab_focus;
  widget_class->query_tooltip = accord_grid_query_tooltip;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (G_OBJECT_CLASS_TYPE (klass));
  gtk_widget_class_set_css_name (widget_class, "grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
accord_grid_init (AccordGrid *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (AccordGridLine));
  self->row_height = 36;
  self->header_height = 48;
  self->has_end = TRUE;
  self->cursor_column = ACCORD_GRID_START;
  self->sticky = (AccordGridLine){ ACCORD_GRID_ROW (accord_grid_row_new (FALSE)), -2, 0, 0 };
  self->header = (AccordGridLine){ ACCORD_GRID_ROW (accord_grid_row_new (TRUE)), -2, 0, 0 };
  gtk_widget_set_parent (GTK_WIDGET (self->sticky.widget), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->header.widget), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  accord_grid_add_controllers (self);
}

/**
 * accord_grid_set_source:
 * @self: a grid
 * @source: what it shows; set once, copied
 * @data: for the functions of @source; must outlive the grid
 */
void
accord_grid_set_source (AccordGrid *self, const AccordGridSource *source, gpointer data)
{
  self->source = *source;
  self->data = data;
  accord_grid_refresh (self);
}

/**
 * accord_grid_set_size:
 * @self: a grid
 * @n_rows: number of rows
 * @n_columns: number of columns, without the fixed ones
 *
 * Everything in view is filled anew. The cursor stays where it was, if that still is.
 */
void
accord_grid_set_size (AccordGrid *self, guint n_rows, guint n_columns)
{
  self->n_rows = n_rows;
  self->shape.n_columns = n_columns;
  self->cursor_row = CLAMP (self->cursor_row, 0, MAX (0, (int) n_rows - 1));
  self->cursor_column = MIN (self->cursor_column, MAX (ACCORD_GRID_START, (int) n_columns - 1));
  accord_grid_refresh (self);
}

/**
 * accord_grid_set_has_end:
 * @self: a grid
 * @has_end: whether there is a fixed column at the end, where there is room
 */
void
accord_grid_set_has_end (AccordGrid *self, gboolean has_end)
{
  self->has_end = has_end;
  accord_grid_refresh (self);
}

/**
 * accord_grid_refresh:
 * @self: a grid
 *
 * Fills everything in view anew at the next frame.
 */
void
accord_grid_refresh (AccordGrid *self)
{
  forget_lines (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * accord_grid_get_cursor:
 * @self: a grid
 * @row: (out): row of the cursor
 * @column: (out): its column
 */
void
accord_grid_get_cursor (AccordGrid *self, int *row, int *column)
{
  *row = self->cursor_row;
  *column = self->cursor_column;
}
