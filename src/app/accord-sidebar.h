/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar: documents, and the tree of themes and principles. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SIDEBAR (accord_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AccordSidebar, accord_sidebar, ACCORD, SIDEBAR, GtkWidget)

void accord_sidebar_set_view (AccordSidebar *self, AccordView *view);
void accord_sidebar_focus_filter (AccordSidebar *self);

G_END_DECLS
