/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview strip right of a column: where its findings are, and what is visible.
 * A click or drag goes there; so do the arrow keys and Home, End, Page Up, Page Down. */
#pragma once

#include <gtk/gtk.h>

#include "app/accord-passage-marks.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_STRIP (accord_strip_get_type ())
G_DECLARE_FINAL_TYPE (AccordStrip, accord_strip, ACCORD, STRIP, GtkWidget)

void accord_strip_set_adjustment (AccordStrip *self, GtkAdjustment *adjustment);
void accord_strip_set_marks (AccordStrip *self,
                             AccordDocument *document,
                             const AccordPassageMark *marks,
                             guint n_marks);

G_END_DECLS
