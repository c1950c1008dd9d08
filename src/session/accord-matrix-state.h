/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the matrix view looks at: order and filter of its rows, and the cell whose
 * quotations are shown. Headless; the rows are made anew when the findings change. */
#pragma once

#include "session/accord-matrix.h"
#include "session/accord-session.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MATRIX_STATE (accord_matrix_state_get_type ())
G_DECLARE_FINAL_TYPE (AccordMatrixState, accord_matrix_state, ACCORD, MATRIX_STATE, GObject)

/* Signals: "rows-changed": other rows or cells; "cell-changed": another cell is looked at. */

AccordMatrixState *accord_matrix_state_new (AccordSession *session) G_GNUC_WARN_UNUSED_RESULT;
AccordSession *accord_matrix_state_get_session (AccordMatrixState *self);
const AccordMatrix *accord_matrix_state_get_matrix (AccordMatrixState *self);
const AccordMatrixOptions *accord_matrix_state_get_options (AccordMatrixState *self);
void accord_matrix_state_set_sort (AccordMatrixState *self, AccordMatrixSort sort);
void accord_matrix_state_set_themes (AccordMatrixState *self, gboolean themes);
void accord_matrix_state_set_language (AccordMatrixState *self, const char *language);
void accord_matrix_state_toggle_fold (AccordMatrixState *self, AccordCoverageClass coverage);
void accord_matrix_state_set_shown (AccordMatrixState *self,
                                    AccordCoverageClass coverage,
                                    gboolean shown);
void accord_matrix_state_set_stance (AccordMatrixState *self, AccordStance stance);
void accord_matrix_state_focus_cell (AccordMatrixState *self,
                                     guint theme,
                                     guint principle,
                                     guint document);
gboolean accord_matrix_state_get_cell (AccordMatrixState *self,
                                       guint *theme,
                                       guint *principle,
                                       guint *document);

G_END_DECLS
