/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ribbon follows a cubic curve that leaves and enters level. Hatched is machine,
 * solid is confirmed, a bead is the analyst's; a zigzag edge is opposed stance. */
#include "app/accord-ribbon.h"

#include <math.h>

#define STEPS 32
#define TOOTH 2.2

/* The point at @u, 0 to 1, of the middle line. */
static void
point_at (const AccordRibbon *ribbon, double u, double *x, double *y)
{
  double v = 1 - u;
  double half = ribbon->width / 2;

  *x = 3 * v * v * u * half + 3 * v * u * u * half + u * u * u * ribbon->width;
  *y = v * v * (v + 3 * u) * ribbon->from + u * u * (u + 3 * v) * ribbon->to;
}

/**
 * accord_ribbon_get_thickness:
 * @ribbon: a ribbon
 *
 * Returns: in pixels, 2 to 14
 */
double
accord_ribbon_get_thickness (const AccordRibbon *ribbon)
{
  return 2 + 12 * ribbon->score / 1000.0;
}

/**
 * accord_ribbon_contains:
 * @ribbon: a ribbon
 * @x: pixels from the left edge of the channel
 * @y: pixels from its upper edge
 *
 * Returns: whether the point lies on it, with two pixels to spare
 */
gboolean
accord_ribbon_contains (const AccordRibbon *ribbon, double x, double y)
{
  double reach = accord_ribbon_get_thickness (ribbon) / 2 + 2;

  for (int i = 0; i <= STEPS; i++)
    {
      double px, py;

      point_at (ribbon, (double) i / STEPS, &px, &py);
      if (hypot (px - x, py - y) <= MAX (reach, ribbon->width / STEPS))
        return TRUE;
    }
  return FALSE;
}

static void
trace_edge (const AccordRibbon *ribbon, cairo_t *cr, double offset, gboolean back)
{
  for (int i = 0; i <= STEPS; i++)
    {
      int step = back ? STEPS - i : i;
      double zigzag = ribbon->opposed ? (step % 2 == 0 ? TOOTH : -TOOTH) : 0;
      double x, y;

      point_at (ribbon, (double) step / STEPS, &x, &y);
      cairo_line_to (cr, x, y + offset + (offset < 0 ? -zigzag : zigzag));
    }
}

static void
trace (const AccordRibbon *ribbon, cairo_t *cr)
{
  double half = accord_ribbon_get_thickness (ribbon) / 2;

  cairo_new_path (cr);
  trace_edge (ribbon, cr, -half, FALSE);
  trace_edge (ribbon, cr, half, TRUE);
  cairo_close_path (cr);
}

static void
hatch (const AccordRibbon *ribbon, cairo_t *cr)
{
  double top = MIN (ribbon->from, ribbon->to) - 16, bottom = MAX (ribbon->from, ribbon->to) + 16;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  cairo_set_line_width (cr, 1.8);
  for (double y = top - ribbon->width; y < bottom; y += 7)
    {
      cairo_move_to (cr, 0, y + ribbon->width);
      cairo_line_to (cr, ribbon->width, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill (const AccordRibbon *ribbon, cairo_t *cr, const GdkRGBA *colour)
{
  gboolean machine = ribbon->status == ACCORD_STATUS_MACHINE;
  double alpha = machine ? 0.16 : 0.5;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue,
                         ribbon->focused ? MAX (alpha, 0.3) : alpha);
  trace (ribbon, cr);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  if (machine)
    {
      trace (ribbon, cr);
      hatch (ribbon, cr);
    }
}

/**
 * accord_ribbon_draw:
 * @ribbon: a ribbon
 * @cr: where to draw, with the upper left corner of the channel at 0, 0
 * @colour: of its coverage
 * @ink: of the outline of the focused one
 */
void
accord_ribbon_draw (const AccordRibbon *ribbon,
                    cairo_t *cr,
                    const GdkRGBA *colour,
                    const GdkRGBA *ink)
{
  double x, y;

  fill (ribbon, cr, colour);
  trace (ribbon, cr);
  gdk_cairo_set_source_rgba (cr, ribbon->focused ? ink : colour);
  cairo_set_line_width (cr, ribbon->focused ? 1.4 : 1);
  cairo_stroke (cr);
  if (ribbon->status != ACCORD_STATUS_ANALYST)
    return;
  point_at (ribbon, 0.5, &x, &y);
  cairo_arc (cr, x, y, accord_ribbon_get_thickness (ribbon) / 2 + 2, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}
