/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A large table that scrolls both ways, with its header, first and last column always
 * in view. Only cells in view are widgets, and they are used again. GtkColumnView keeps
 * neither columns nor headers in place and makes a widget for every column. */
#pragma once

#include "app/accord-grid-row.h"

G_BEGIN_DECLS

/* In place of the number of a row: the header. */
#define ACCORD_GRID_HEADER (-1)

/**
 * AccordGridSource:
 * @is_heading: whether a row is one cell over the whole width
 * @fill: sets the content of a cell; @narrow: the column has no room for words
 * @dup_tooltip: (nullable): what to say of a cell, or NULL
 *
 * What a grid shows. Rows count from 0, the header is ACCORD_GRID_HEADER; columns count from 0, the
 * fixed ones are ACCORD_GRID_START and ACCORD_GRID_END.
 */
typedef struct
{
  gboolean (*is_heading) (gpointer data, guint row);
  void (*fill) (gpointer data, int row, int column, gboolean narrow, AccordGridCell *cell);
  char *(*dup_tooltip) (gpointer data, int row, int column);
} AccordGridSource;

#define ACCORD_TYPE_GRID (accord_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordGrid, accord_grid, ACCORD, GRID, GtkWidget)

/* Signals, with the number of the row and of the column: "activated": a click, Return or space;
 * "cursor-moved"; "marked" (row): Shift+Space or Ctrl+click. */
void accord_grid_set_source (AccordGrid *self, const AccordGridSource *source, gpointer data);
void accord_grid_set_size (AccordGrid *self, guint n_rows, guint n_columns);
void accord_grid_set_has_end (AccordGrid *self, gboolean has_end);
void accord_grid_refresh (AccordGrid *self);
void accord_grid_get_cursor (AccordGrid *self, int *row, int *column);
void accord_grid_set_cursor (AccordGrid *self, int row, int column);

G_END_DECLS
