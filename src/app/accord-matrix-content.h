/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of the matrix say, on screen and when they are copied. */
#pragma once

#include "app/accord-grid.h"
#include "session/accord-matrix-state.h"

G_BEGIN_DECLS

void accord_matrix_content_fill (
  AccordMatrixState *state, int row, int column, gboolean narrow, AccordGridCell *cell);
char *accord_matrix_content_dup_tooltip (AccordMatrixState *state,
                                         int row,
                                         int column) G_GNUC_WARN_UNUSED_RESULT;
char *accord_matrix_content_dup_silence (AccordMatrixState *state,
                                         guint theme,
                                         guint principle,
                                         guint document) G_GNUC_WARN_UNUSED_RESULT;
char *accord_matrix_content_dup_agreement (const AccordMatrixRow *row) G_GNUC_WARN_UNUSED_RESULT;

typedef gboolean (*AccordMatrixChosen) (const AccordMatrixRow *row, gpointer data);

char *accord_matrix_content_dup_text (AccordMatrixState *state,
                                      AccordMatrixChosen chosen,
                                      gpointer data) G_GNUC_WARN_UNUSED_RESULT;
char *accord_matrix_content_dup_html (AccordMatrixState *state,
                                      AccordMatrixChosen chosen,
                                      gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
