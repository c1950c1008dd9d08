/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the grid: a fixed cell at the start, one at the end, and between them those
 * of the columns that are in view, which move under the fixed ones. */
#pragma once

#include "app/accord-grid-cell.h"

G_BEGIN_DECLS

/* In place of the number of a column: the fixed cells. */
#define ACCORD_GRID_START (-1)
#define ACCORD_GRID_END (-2)

/**
 * AccordGridShape:
 * @start: width of the fixed cell at the start, pixels
 * @end: width of the fixed cell at the end, pixels
 * @column: width of a column, pixels
 * @n_columns: their number
 * @offset: how far the columns are scrolled, pixels
 */
typedef struct
{
  int start;
  int end;
  int column;
  guint n_columns;
  int offset;
} AccordGridShape;

#define ACCORD_TYPE_GRID_ROW (accord_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordGridRow, accord_grid_row, ACCORD, GRID_ROW, GtkWidget)

GtkWidget *accord_grid_row_new (gboolean header) G_GNUC_WARN_UNUSED_RESULT;
void accord_grid_row_set_shape (AccordGridRow *self, const AccordGridShape *shape, int width);
void accord_grid_row_set_heading (AccordGridRow *self, gboolean heading);
void accord_grid_row_get_range (AccordGridRow *self, guint *first, guint *last);
AccordGridCell *accord_grid_row_get_cell (AccordGridRow *self, int column);
int accord_grid_row_column_at (const AccordGridShape *shape, int width, double x);

G_END_DECLS
