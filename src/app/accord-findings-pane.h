/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of findings at the foot of the inspector: what the filters let through, in
 * an order that can be chosen, with the way to what nobody has reviewed so far. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FINDINGS_PANE (accord_findings_pane_get_type ())
G_DECLARE_FINAL_TYPE (AccordFindingsPane, accord_findings_pane, ACCORD, FINDINGS_PANE, GtkWidget)

void accord_findings_pane_set_view (AccordFindingsPane *self, AccordView *view);
/* The chosen rows, positions in the view's list. */
GtkBitset *accord_findings_pane_get_chosen (AccordFindingsPane *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
