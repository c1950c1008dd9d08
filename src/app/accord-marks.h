/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the marks that say stance, coverage and status without colour alone:
 * squares bind, circles are voluntary, more ink is more force, a bar forbids, a
 * cross opposes; all = double line, some = single, unique = dotted; machine = hatched. */
#pragma once

#include <gtk/gtk.h>

#include "engine/accord-names.h"

G_BEGIN_DECLS

void accord_marks_draw_stance (
  cairo_t *cr, AccordStance stance, double x, double y, double size, const GdkRGBA *ink);
void
accord_marks_draw_status (cairo_t *cr, AccordStatus status, double x, double y, const GdkRGBA *ink);
void accord_marks_append_underline (GtkSnapshot *snapshot,
                                    AccordCoverageClass coverage,
                                    const GdkRGBA *colour,
                                    float x,
                                    float y,
                                    float width);

G_END_DECLS
