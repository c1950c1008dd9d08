/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of the findings: everything or only some, which stances; and the one
 * click that lifts whatever hides something. Part of the coverage bar. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FILTERS (accord_filters_get_type ())
G_DECLARE_FINAL_TYPE (AccordFilters, accord_filters, ACCORD, FILTERS, GtkWidget)

void accord_filters_set_view (AccordFilters *self, AccordView *view);

G_END_DECLS
