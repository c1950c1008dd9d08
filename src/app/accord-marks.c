/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks, drawn on a grid of 12 units a glyph. GTK 4.8 has no paths, so that shapes
 * are cairo's; underlines are plain colour nodes, which renderers keep crisp. */
#include "app/accord-marks.h"

#include <math.h>

#define STATUS_WIDTH 24.0
#define STATUS_HEIGHT 9.0

static void
rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
circle (cairo_t *cr, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 6, 6, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
trace_stance (cairo_t *cr, AccordStance stance)
{
  switch (stance)
    {
    case ACCORD_STANCE_OBLIGE:
      rounded (cr, 1, 1, 10, 10, 1.6);
      break;
    case ACCORD_STANCE_PROHIBIT:
      rounded (cr, 1, 1, 10, 10, 1.6);
      cairo_rectangle (cr, 2.8, 4.9, 6.4, 2.2);
      break;
    case ACCORD_STANCE_COMMIT:
      circle (cr, 5.2);
      break;
    case ACCORD_STANCE_RECOMMEND:
      circle (cr, 5.2);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 6, 6, 3.7, -G_PI_2, G_PI_2);
      cairo_close_path (cr);
      break;
    case ACCORD_STANCE_ADVOCATE:
      circle (cr, 5.2);
      circle (cr, 3.6);
      break;
    case ACCORD_STANCE_OPPOSE:
      cairo_move_to (cr, 2, 2);
      cairo_line_to (cr, 10, 10);
      cairo_move_to (cr, 10, 2);
      cairo_line_to (cr, 2, 10);
      break;
    case ACCORD_STANCE_NOTE:
    default:
      circle (cr, 2.7);
      break;
    }
}

/**
 * accord_marks_draw_stance:
 * @cr: where to draw
 * @stance: what
 * @x: left edge, pixels
 * @y: upper edge, pixels
 * @size: width and height, pixels; 12 in lists, 10 in pills
 * @ink: colour
 */
void
accord_marks_draw_stance (
  cairo_t *cr, AccordStance stance, double x, double y, double size, const GdkRGBA *ink)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 12, size / 12);
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  trace_stance (cr, stance);
  if (stance == ACCORD_STANCE_OPPOSE)
    {
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  else
    cairo_fill (cr);
  cairo_restore (cr);
}

static void
hatch (cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, STATUS_WIDTH, STATUS_HEIGHT);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1.5);
  for (double x = -STATUS_HEIGHT; x < STATUS_WIDTH; x += 4)
    {
      cairo_move_to (cr, x, STATUS_HEIGHT);
      cairo_line_to (cr, x + STATUS_HEIGHT, 0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
outline (cairo_t *cr)
{
  cairo_set_line_width (cr, 1);
  rounded (cr, 0.5, 0.5, STATUS_WIDTH - 1, STATUS_HEIGHT - 1, 2);
  cairo_stroke (cr);
}

static void
bead (cairo_t *cr)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_arc (cr, STATUS_WIDTH / 2, STATUS_HEIGHT / 2, 2.6, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * accord_marks_draw_status:
 * @cr: where to draw, on a surface of its own
 * @status: what
 * @x: left edge, pixels
 * @y: upper edge, pixels
 * @ink: colour
 *
 * Draws a swatch of 24 × 9 pixels: hatched, solid, struck, or solid with a bead.
 */
void
accord_marks_draw_status (cairo_t *cr, AccordStatus status, double x, double y, const GdkRGBA *ink)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  gdk_cairo_set_source_rgba (cr, ink);
  if (status == ACCORD_STATUS_MACHINE)
    hatch (cr);
  if (status == ACCORD_STATUS_MACHINE || status == ACCORD_STATUS_REJECTED)
    outline (cr);
  if (status == ACCORD_STATUS_CONFIRMED || status == ACCORD_STATUS_ANALYST)
    {
      rounded (cr, 0, 0, STATUS_WIDTH, STATUS_HEIGHT, 2);
      cairo_fill (cr);
    }
  if (status == ACCORD_STATUS_REJECTED)
    {
      cairo_move_to (cr, 0, STATUS_HEIGHT / 2);
      cairo_line_to (cr, STATUS_WIDTH, STATUS_HEIGHT / 2);
      cairo_stroke (cr);
    }
  if (status == ACCORD_STATUS_ANALYST)
    bead (cr);
  cairo_restore (cr);
}

static void
append_bar (
  GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width, float height)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/**
 * accord_marks_append_underline:
 * @snapshot: where to draw
 * @coverage: whose line: all double, unique dotted, silent none, the others single
 * @colour: of the line
 * @x: left edge, pixels
 * @y: upper edge of the line, pixels; it is at most 4 high
 * @width: its length, pixels
 */
void
accord_marks_append_underline (GtkSnapshot *snapshot,
                               AccordCoverageClass coverage,
                               const GdkRGBA *colour,
                               float x,
                               float y,
                               float width)
{
  x = roundf (x);
  y = roundf (y);
  switch (coverage)
    {
    case ACCORD_COVERAGE_ALL:
      append_bar (snapshot, colour, x, y, width, 1);
      append_bar (snapshot, colour, x, y + 2, width, 1);
      break;
    case ACCORD_COVERAGE_UNIQUE:
      for (float dot = x; dot + 2 <= x + width; dot += 4)
        append_bar (snapshot, colour, dot, y, 2, 2);
      break;
    case ACCORD_COVERAGE_SOME:
    case ACCORD_COVERAGE_PRESENT:
      append_bar (snapshot, colour, x, y, width, 2);
      break;
    default:
      break;
    }
}
