/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector: what was found in the focused passage, its links, and the evidence
 * of the focused link, to be accepted or rejected. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_INSPECTOR (accord_inspector_get_type ())
G_DECLARE_FINAL_TYPE (AccordInspector, accord_inspector, ACCORD, INSPECTOR, GtkWidget)

void accord_inspector_set_view (AccordInspector *self, AccordView *view);
GtkBitset *accord_inspector_get_chosen (AccordInspector *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
