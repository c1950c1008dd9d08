/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar under the header: how many principles are shared by all, by some, unique,
 * silent, which is also the legend; the least score; progress and Cancel. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COVERAGE_BAR (accord_coverage_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordCoverageBar, accord_coverage_bar, ACCORD, COVERAGE_BAR, GtkWidget)

void accord_coverage_bar_set_view (AccordCoverageBar *self, AccordView *view);

G_END_DECLS
