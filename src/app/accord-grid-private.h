/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the grid, for the file of its keyboard and pointer. */
#pragma once

#include "app/accord-grid.h"

G_BEGIN_DECLS

/* A row widget and what it was filled with. */
typedef struct
{
  AccordGridRow *widget;
  int row; /* -2: nothing yet */
  guint first;
  guint last;
} AccordGridLine;

struct _AccordGrid
{
  GtkWidget parent_instance;

  /* owned by the widget tree; row r is shown by the line r mod their number */
  GArray *lines;
  AccordGridLine header;
  AccordGridLine sticky; /* the heading of the first row in view */

  /* owned */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation; nullable */
  GtkScrollablePolicy policies[2];

  AccordGridSource source;
  gpointer data;
  guint n_rows;
  gboolean has_end;
  AccordGridShape shape;
  int row_height;
  int header_height;
  int cursor_row;
  int cursor_column;
};

enum
{
  ACCORD_GRID_ACTIVATED,
  ACCORD_GRID_CURSOR_MOVED,
  ACCORD_GRID_MARKED,
  ACCORD_GRID_N_SIGNALS
};

void accord_grid_emit (AccordGrid *self, guint signal, int row, int column);
gboolean accord_grid_is_heading (AccordGrid *self, int row);
void accord_grid_lay_out (AccordGrid *self, int width, int height);
gboolean accord_grid_grab_cursor (AccordGrid *self);
void accord_grid_add_controllers (AccordGrid *self);

G_END_DECLS
