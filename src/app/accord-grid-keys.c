/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid's cursor: arrows, Home and End, pages, a click; and the cell that has the
 * keyboard's focus, which is the cursor's as long as that is in view. */
#include "app/accord-grid-private.h"

static gboolean
is_in_view (AccordGrid *self, int row)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      AccordGridLine *line = &g_array_index (self->lines, AccordGridLine, i);

      if (line->row == row && gtk_widget_get_child_visible (GTK_WIDGET (line->widget)))
        return TRUE;
    }
  return FALSE;
}

static AccordGridCell *
cursor_cell (AccordGrid *self)
{
  AccordGridLine *line = NULL;
  int column =
    accord_grid_is_heading (self, self->cursor_row) ? ACCORD_GRID_START : self->cursor_column;

  if (self->lines->len == 0 || !is_in_view (self, self->cursor_row))
    return NULL;
  line = &g_array_index (self->lines, AccordGridLine, (guint) self->cursor_row % self->lines->len);
  if (column >= 0 && ((guint) column < line->first || (guint) column >= line->last))
    return NULL;
  return accord_grid_row_get_cell (line->widget, column);
}

/**
 * accord_grid_grab_cursor:
 * @self: a grid
 *
 * Gives the keyboard to the cursor's cell, or to the grid where that is not in view.
 *
 * Returns: whether something took it
 */
gboolean
accord_grid_grab_cursor (AccordGrid *self)
{
  AccordGridCell *cell = cursor_cell (self);

  return self->n_rows > 0 && cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
show_range (GtkAdjustment *adjustment, double from, double extent)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, from + extent);
}

/* The sticky heading covers one row at the top. */
static void
scroll_to_cursor (AccordGrid *self)
{
  gboolean heading = accord_grid_is_heading (self, self->cursor_row);
  double from = self->cursor_row * self->row_height, extent = self->row_height;

  if (!heading && accord_grid_is_heading (self, 0))
    {
      from -= self->row_height;
      extent += self->row_height;
    }
  show_range (self->adjustments[GTK_ORIENTATION_VERTICAL], from, extent);
  if (self->cursor_column >= 0)
    show_range (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                self->cursor_column * self->shape.column, self->shape.column);
}

/**
 * accord_grid_set_cursor:
 * @self: a grid
 * @row: a row
 * @column: a column, ACCORD_GRID_START or ACCORD_GRID_END
 *
 * Moves the cursor there and brings it into view.
 */
void
accord_grid_set_cursor (AccordGrid *self, int row, int column)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL ||
                       gtk_widget_is_focus (GTK_WIDGET (self));

  if (self->n_rows == 0)
    return;
  self->cursor_row = CLAMP (row, 0, (int) self->n_rows - 1);
  self->cursor_column = MIN (column, (int) self->shape.n_columns - 1);
  scroll_to_cursor (self);
  accord_grid_refresh (self);
  /* Its cell is there at once, so that it can take the keyboard. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    accord_grid_lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)),
                         gtk_widget_get_height (GTK_WIDGET (self)));
  if (has_focus)
    accord_grid_grab_cursor (self);
  accord_grid_emit (self, ACCORD_GRID_CURSOR_MOVED, self->cursor_row, self->cursor_column);
}

static int
page_rows (AccordGrid *self)
{
  return MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) / self->row_height - 3);
}

/* The order of the columns as they stand: start, 0 … n−1, end. */
static int
column_position (AccordGrid *self)
{
  if (self->cursor_column == ACCORD_GRID_END)
    return (int) self->shape.n_columns + 1;
  return self->cursor_column + 1;
}

static int
column_at_position (AccordGrid *self, int position)
{
  int last = (int) self->shape.n_columns + (self->shape.end > 0 ? 1 : 0);

  position = CLAMP (position, 0, last);
  return position == (int) self->shape.n_columns + 1 ? ACCORD_GRID_END : position - 1;
}

static void
move_columns (AccordGrid *self, int by)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  accord_grid_set_cursor (self, self->cursor_row,
                          column_at_position (self, column_position (self) + (rtl ? -by : by)));
}

static gboolean
move_far (AccordGrid *self, guint key, gboolean control)
{
  gboolean home = key == GDK_KEY_Home || key == GDK_KEY_KP_Home;
  int row = !control ? self->cursor_row : home ? 0 : (int) self->n_rows - 1;

  accord_grid_set_cursor (
    self, row,
    control ? self->cursor_column
            : column_at_position (self, home ? 0 : (int) self->shape.n_columns + 1));
  return TRUE;
}

static gboolean
move_rows (AccordGrid *self, int by)
{
  accord_grid_set_cursor (self, self->cursor_row + by, self->cursor_column);
  return TRUE;
}

static gboolean
key_pressed_cb (AccordGrid *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->n_rows == 0 || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_rows (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_rows (self, 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return move_rows (self, -page_rows (self));
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return move_rows (self, page_rows (self));
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_columns (self, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_columns (self, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move_far (self, key, control);
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (control)
        return FALSE;
      accord_grid_emit (self,
                        shift && key == GDK_KEY_space ? ACCORD_GRID_MARKED : ACCORD_GRID_ACTIVATED,
                        self->cursor_row, self->cursor_column);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
pressed_cb (AccordGrid *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int width = gtk_widget_get_width (GTK_WIDGET (self)), row, column;
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (y < self->header_height || self->n_rows == 0)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  row =
    (int) (y - self->header_height + (vertical != NULL ? gtk_adjustment_get_value (vertical) : 0)) /
    self->row_height;
  if (gtk_widget_get_child_visible (GTK_WIDGET (self->sticky.widget)) &&
      y < self->header_height + self->row_height)
    row = self->sticky.row;
  if (row >= (int) self->n_rows)
    return;
  column = accord_grid_row_column_at (&self->shape, width, x);
  accord_grid_set_cursor (self, row, column);
  accord_grid_grab_cursor (self);
  accord_grid_emit (self,
                    (state & GDK_CONTROL_MASK) != 0 ? ACCORD_GRID_MARKED : ACCORD_GRID_ACTIVATED,
                    self->cursor_row, self->cursor_column);
}

/**
 * accord_grid_add_controllers:
 * @self: a grid
 */
void
accord_grid_add_controllers (AccordGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
