/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Matrix view: themes and principles × documents, above the map of what documents
 * have in common. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-matrix-state.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MATRIX_VIEW (accord_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordMatrixView, accord_matrix_view, ACCORD, MATRIX_VIEW, GtkWidget)

void accord_matrix_view_set_state (AccordMatrixView *self, AccordMatrixState *state);

G_END_DECLS
