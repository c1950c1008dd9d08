/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of changes between two drafts: what each does to the stance, with the
 * difference by word. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_VERSIONS_PANE (accord_versions_pane_get_type ())
G_DECLARE_FINAL_TYPE (AccordVersionsPane, accord_versions_pane, ACCORD, VERSIONS_PANE, GtkWidget)

void accord_versions_pane_set_view (AccordVersionsPane *self, AccordView *view);

G_END_DECLS
