/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that says which two passages are being paired, while they are chosen. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PAIR_BAR (accord_pair_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordPairBar, accord_pair_bar, ACCORD, PAIR_BAR, GtkWidget)

void accord_pair_bar_set_view (AccordPairBar *self, AccordView *view);

G_END_DECLS
