/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two passages of one language as one text: what was left out is struck, what is new is
 * bold and underlined, what moved is in italics. */
#pragma once

#include <gtk/gtk.h>

#include "engine/accord-comparison.h"

G_BEGIN_DECLS

gboolean accord_difference_label_fill (GtkLabel *label,
                                       AccordComparison *comparison,
                                       AccordEnd a,
                                       AccordEnd b);
void accord_difference_label_fill_change (GtkLabel *label,
                                          AccordComparison *comparison,
                                          AccordEnd older,
                                          AccordEnd newer);

G_END_DECLS
