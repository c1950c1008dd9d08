/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents × documents: how alike each pair is, and what the chosen pair shares. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-matrix-state.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MAP_PANE (accord_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (AccordMapPane, accord_map_pane, ACCORD, MAP_PANE, GtkWidget)

void accord_map_pane_set_state (AccordMapPane *self, AccordMatrixState *state);

G_END_DECLS
