/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell or header of the matrix: a mark, a strong and a plain piece of text, on a
 * tint. It draws itself, since hundreds of them are filled anew while one scrolls. */
#pragma once

#include <gtk/gtk.h>

#include "engine/accord-names.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_GRID_MARK_NONE,
  ACCORD_GRID_MARK_STANCE,    /* value: AccordStance */
  ACCORD_GRID_MARK_COVERAGE,  /* value: AccordCoverageClass */
  ACCORD_GRID_MARK_LETTER,    /* text in a filled square */
  ACCORD_GRID_MARK_RING,      /* text in a ring */
  ACCORD_GRID_MARK_EXPANDED,  /* a triangle down */
  ACCORD_GRID_MARK_COLLAPSED, /* a triangle to the text */
} AccordGridMark;

/**
 * AccordGridContent:
 * @marks: up to two, from the start
 * @value: of the mark, where it has one
 * @letter: (nullable): of a mark that is text
 * @strong: (nullable): bold text
 * @words: (nullable): plain text, cut where it does not fit
 * @dim: (nullable): after it, or below it where @two_lines
 * @language: (nullable): BCP 47 tag of @words
 * @tint: behind it; alpha 0: none
 * @two_lines: whether @dim is a line of its own
 * @label: what a screen reader says
 */
typedef struct
{
  AccordGridMark marks[2];
  guint value[2];
  const char *letter;
  const char *strong;
  const char *words;
  const char *dim;
  const char *language;
  GdkRGBA tint;
  gboolean two_lines;
  const char *label;
} AccordGridContent;

#define ACCORD_TYPE_GRID_CELL (accord_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordGridCell, accord_grid_cell, ACCORD, GRID_CELL, GtkWidget)

GtkWidget *accord_grid_cell_new (GtkAccessibleRole role) G_GNUC_WARN_UNUSED_RESULT;
void accord_grid_cell_set_content (AccordGridCell *self, const AccordGridContent *content);

G_END_DECLS
