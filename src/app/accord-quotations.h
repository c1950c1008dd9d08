/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotations behind a cell or a row of the matrix, beside it. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-matrix-state.h"
#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_QUOTATIONS (accord_quotations_get_type ())
G_DECLARE_FINAL_TYPE (AccordQuotations, accord_quotations, ACCORD, QUOTATIONS, GtkWidget)

void
accord_quotations_set_state (AccordQuotations *self, AccordMatrixState *state, AccordView *view);

G_END_DECLS
