/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of one ribbon: a band between two places at the sides of a channel. */
#pragma once

#include <gtk/gtk.h>

#include "engine/accord-names.h"

G_BEGIN_DECLS

/**
 * AccordRibbon:
 * @from: middle of its end at the left edge, pixels
 * @to: middle of its end at the right edge, pixels
 * @width: of the channel, pixels
 * @score: in thousandths; thickness is 2 + 12 × score
 */
typedef struct
{
  double from;
  double to;
  double width;
  gint score;
  AccordStatus status;
  gboolean opposed;
  gboolean focused;
} AccordRibbon;

double accord_ribbon_get_thickness (const AccordRibbon *ribbon);
gboolean accord_ribbon_contains (const AccordRibbon *ribbon, double x, double y);
void accord_ribbon_draw (const AccordRibbon *ribbon,
                         cairo_t *cr,
                         const GdkRGBA *colour,
                         const GdkRGBA *ink);

G_END_DECLS
