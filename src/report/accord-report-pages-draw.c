/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a page. Tags make structure, destinations and links of a PDF; any other surface
 * takes no notice of them. */
#include "report/accord-report-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEAD_Y 36.0
#define FOOT_Y (ACCORD_PAGE_HEIGHT - 44.0)
#define LEFT 56.0

typedef struct
{
  double r, g, b;
} Colour;

/* The colours of coverage are those of the window in the light. */
static const Colour CLASSES[ACCORD_N_COVERAGES] = {
  [ACCORD_COVERAGE_SILENT] = { 0.37, 0.37, 0.37 }, [ACCORD_COVERAGE_UNIQUE] = { 0.835, 0.369, 0 },
  [ACCORD_COVERAGE_SOME] = { 0, 0.396, 0.627 },    [ACCORD_COVERAGE_ALL] = { 0, 0.522, 0.373 },
  [ACCORD_COVERAGE_PRESENT] = { 0, 0.396, 0.627 },
};

static void
set_class (cairo_t *cr, gint class, double alpha)
{
  cairo_set_source_rgba (cr, CLASSES[class].r, CLASSES[class].g, CLASSES[class].b, alpha);
}

static void
fill_ring (cairo_t *cr, double inner)
{
  cairo_arc (cr, 0, 0, 5.2, 0, 2 * G_PI);
  cairo_arc_negative (cr, 0, 0, inner, 2 * G_PI, 0);
}

/* In a box from −6 to 6. */
static void
glyph_path (cairo_t *cr, AccordStance stance)
{
  switch (stance)
    {
    case ACCORD_STANCE_OBLIGE:
      cairo_rectangle (cr, -5, -5, 10, 10);
      break;
    case ACCORD_STANCE_PROHIBIT:
      cairo_rectangle (cr, -5, -5, 10, 10);
      cairo_rectangle (cr, -3.2, -1.1, 6.4, 2.2);
      break;
    case ACCORD_STANCE_COMMIT:
      cairo_arc (cr, 0, 0, 5.2, 0, 2 * G_PI);
      break;
    case ACCORD_STANCE_RECOMMEND:
      cairo_arc (cr, 0, 0, 5.2, 0, 2 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, 3.7, -G_PI_2, G_PI_2);
      cairo_close_path (cr);
      break;
    case ACCORD_STANCE_ADVOCATE:
      fill_ring (cr, 3.6);
      break;
    case ACCORD_STANCE_NOTE:
      cairo_arc (cr, 0, 0, 2.7, 0, 2 * G_PI);
      break;
    default:
      cairo_rotate (cr, G_PI_4);
      cairo_rectangle (cr, -6, -1, 12, 2);
      cairo_rectangle (cr, -1, -6, 2, 12);
      break;
    }
}

static void
shape_cb (cairo_t *cr, PangoAttrShape *shape, gboolean do_path, gpointer data)
{
  AccordStance stance = (AccordStance) (GPOINTER_TO_INT (shape->data) - 1);
  double side = shape->ink_rect.width / (double) PANGO_SCALE, x = 0, y = 0;

  if (do_path || !cairo_has_current_point (cr))
    return;
  cairo_get_current_point (cr, &x, &y);
  cairo_save (cr);
  cairo_translate (cr, x + side / 2, y - side * 0.4);
  cairo_scale (cr, side / 12, side / 12);
  cairo_new_path (cr);
  glyph_path (cr, stance);
  cairo_set_fill_rule (cr, stance == ACCORD_STANCE_OPPOSE ? CAIRO_FILL_RULE_WINDING
                                                          : CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_move_to (cr, x + side, y);
}

/* A line as it is being drawn. */
typedef struct
{
  AccordPages *pages;
  cairo_t *cr;
  const AccordItem *item;
  PangoLayoutLine *line;
  double x;
  double top;
  double height;
  double baseline;
} Line;

/* Calls @each for the stretches of the line that a run takes. */
static void
each_stretch (const Line *self,
              const AccordFlowRun *run,
              void (*each) (const Line *, const AccordFlowRun *, double, double))
{
  const AccordFlowRun *runs = accord_flow_get_runs (self->pages->flow, self->item->block);
  int base = (int) self->item->start;
  int start = MAX ((int) (run->start - runs[0].start) - base, self->line->start_index);
  int end =
    MIN ((int) (run->end - runs[0].start) - base, self->line->start_index + self->line->length);
  int *ranges = NULL, n = 0;

  if (start >= end)
    return;
  /* Ranges are from the left edge of the layout. */
  pango_layout_line_get_x_ranges (self->line, start, end, &ranges, &n);
  for (int i = 0; i < n; i++)
    each (self, run, self->item->x + ranges[2 * i] / (double) PANGO_SCALE,
          self->item->x + ranges[2 * i + 1] / (double) PANGO_SCALE);
  g_free (ranges);
}

static void
tint_stretch (const Line *self, const AccordFlowRun *run, double x0, double x1)
{
  set_class (self->cr, run->highlight, 0.12);
  cairo_rectangle (self->cr, x0, self->top, x1 - x0, self->height * 0.94);
  cairo_fill (self->cr);
}

/* Double is shared by all, plain by some, dotted is unique: not by colour alone. */
static void
mark_stretch (const Line *self, const AccordFlowRun *run, double x0, double x1)
{
  static const double DOTS[] = { 0, 2.4 };
  double y = self->baseline + 2.6;

  set_class (self->cr, run->highlight, 1);
  cairo_set_line_width (self->cr, run->highlight == ACCORD_COVERAGE_UNIQUE ? 1.2 : 0.8);
  if (run->highlight == ACCORD_COVERAGE_UNIQUE)
    {
      cairo_set_dash (self->cr, DOTS, 2, 0);
      cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
    }
  cairo_move_to (self->cr, x0, y);
  cairo_line_to (self->cr, x1, y);
  if (run->highlight == ACCORD_COVERAGE_ALL)
    {
      cairo_move_to (self->cr, x0, y + 1.7);
      cairo_line_to (self->cr, x1, y + 1.7);
    }
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
}

static char *
dup_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

static void
add_link (cairo_t *cr, const char *anchor, double x, double y, double width, double height)
{
  g_autofree char *sx = dup_number (x), *sy = dup_number (y), *sw = dup_number (width),
                  *sh = dup_number (height);
  g_autofree char *attributes =
    g_strdup_printf ("rect=[%s %s %s %s] dest='%s'", sx, sy, sw, sh, anchor);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
link_stretch (const Line *self, const AccordFlowRun *run, double x0, double x1)
{
  add_link (self->cr, run->link, x0, self->top, x1 - x0, self->height);
}

static void
add_destination (cairo_t *cr, const char *anchor, double x, double y)
{
  g_autofree char *sx = dup_number (x), *sy = dup_number (MAX (y - 6, 0));
  g_autofree char *attributes = g_strdup_printf ("name='%s' x=%s y=%s", anchor, sx, sy);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

static gboolean
begins_in (const Line *self, const AccordFlowRun *run)
{
  const AccordFlowRun *runs = accord_flow_get_runs (self->pages->flow, self->item->block);
  gint64 at = (gint64) (run->start - runs[0].start) - self->item->start;
  gint64 end = self->line->start_index + self->line->length;

  return at >= self->line->start_index &&
         (at < end || (at == end && self->item->start + (guint64) end == self->item->end));
}

static void
each_run (const Line *self, gboolean before)
{
  const AccordFlowBlock *block = self->item->block;
  const AccordFlowRun *runs = accord_flow_get_runs (self->pages->flow, block);

  for (guint i = 0; i < block->n_runs; i++)
    {
      if (before && runs[i].highlight != ACCORD_FLOW_NONE)
        each_stretch (self, &runs[i], tint_stretch);
      if (before && runs[i].anchor != NULL && begins_in (self, &runs[i]))
        add_destination (self->cr, runs[i].anchor, self->item->x, self->top);
      if (!before && runs[i].highlight != ACCORD_FLOW_NONE)
        each_stretch (self, &runs[i], mark_stretch);
      if (!before && runs[i].link != NULL &&
          g_hash_table_contains (self->pages->anchors, runs[i].link))
        each_stretch (self, &runs[i], link_stretch);
    }
}

static const char *
tag_of (const AccordFlowBlock *block)
{
  static const char *const HEADINGS[] = { "H2", "H3", "H4", "H5" };

  if (block->style == ACCORD_FLOW_TITLE)
    return "H1";
  if (block->style == ACCORD_FLOW_HEADING)
    return HEADINGS[CLAMP (block->level, 1, 4) - 1];
  if (block->style == ACCORD_FLOW_SOURCE_HEADING)
    return "H5";
  return block->style == ACCORD_FLOW_QUOTE ? "BlockQuote" : "P";
}

static void
draw_line (Line *self)
{
  each_run (self, TRUE);
  cairo_set_source_rgb (self->cr, 0.16, 0.16, 0.16);
  cairo_move_to (self->cr, self->x, self->baseline);
  pango_cairo_show_layout_line (self->cr, self->line);
  each_run (self, FALSE);
}

static void
draw_lines (AccordPages *self, cairo_t *cr, const AccordItem *item)
{
  g_autoptr (PangoLayout) layout = accord_pages_layout (
    self, item->block, item->start, item->end, item->width, item->align_end, item->in_cell);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *tag = tag_of (item->block);
  double y = item->y;

  for (guint i = 0; i < item->first_line; i++)
    pango_layout_iter_next_line (iter);
  cairo_tag_begin (cr, tag, NULL);
  for (guint i = 0; i < item->n_lines; i++)
    {
      Line line = { self, cr, item, pango_layout_iter_get_line_readonly (iter) };
      PangoRectangle own, placed;

      pango_layout_line_get_extents (line.line, NULL, &own);
      pango_layout_iter_get_line_extents (iter, NULL, &placed);
      line.x = item->x + placed.x / (double) PANGO_SCALE;
      line.top = y;
      line.height = own.height / (double) PANGO_SCALE;
      line.baseline = y - own.y / (double) PANGO_SCALE;
      draw_line (&line);
      y += line.height;
      pango_layout_iter_next_line (iter);
    }
  cairo_tag_end (cr, tag);
  pango_layout_iter_free (iter);
}

static void
draw_gutter (AccordPages *self, cairo_t *cr, const AccordItem *item)
{
  g_auto (GStrv) lines = g_strsplit (item->block->gutter, "\n", -1);
  double y = item->y + 1;

  cairo_tag_begin (cr, "Note", NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = accord_pages_plain_layout (self, lines[i], 7);

      cairo_set_source_rgb (cr, i == 0 ? 0.45 : 0.16, i == 0 ? 0.45 : 0.16, i == 0 ? 0.45 : 0.16);
      cairo_move_to (cr, item->x, y);
      pango_cairo_show_layout (cr, layout);
      y += 10;
    }
  cairo_tag_end (cr, "Note");
}

static void
draw_box (cairo_t *cr, const AccordItem *item)
{
  if (item->kind == ACCORD_ITEM_TINT)
    {
      set_class (cr, item->class, 0.12);
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      return;
    }
  cairo_set_source_rgb (cr, 0.78, 0.78, 0.78);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, item->x, item->y);
  cairo_line_to (cr, item->x + item->width, item->y);
  cairo_stroke (cr);
}

static double
width_of (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE;
}

/* "1 Summary .......... 3"; the whole line leads there. */
static void
draw_entry (AccordPages *self, cairo_t *cr, const AccordItem *item)
{
  static const double DOTS[] = { 0.6, 3.4 };
  const AccordPageEntry *entry = &g_array_index (self->entries, AccordPageEntry, item->entry);
  double indent = entry->level > 1 ? 16 : 0, size = entry->level > 1 ? 9 : 10.5;
  g_autofree char *number = g_strdup_printf ("%u", entry->page + 1);
  g_autofree char *rx = dup_number (item->x), *ry = dup_number (item->y),
                  *rw = dup_number (item->width);
  g_autofree char *attributes =
    g_strdup_printf ("rect=[%s %s %s 14] dest='h%u'", rx, ry, rw, item->entry);
  g_autoptr (PangoLayout) title = accord_pages_plain_layout (self, entry->title, size);
  g_autoptr (PangoLayout) page = accord_pages_plain_layout (self, number, size);
  double right = item->x + item->width - width_of (page);

  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (title, (int) ((item->width - indent - 40) * PANGO_SCALE));
  cairo_tag_begin (cr, "TOCI", NULL);
  cairo_set_source_rgb (cr, 0.16, 0.16, 0.16);
  cairo_move_to (cr, item->x + indent, item->y);
  pango_cairo_show_layout (cr, title);
  cairo_move_to (cr, right, item->y);
  pango_cairo_show_layout (cr, page);
  cairo_set_line_width (cr, 0.6);
  cairo_set_dash (cr, DOTS, 2, 0);
  cairo_move_to (cr, item->x + indent + width_of (title) + 5, item->y + 10);
  cairo_line_to (cr, MAX (right - 5, item->x + indent + width_of (title) + 5), item->y + 10);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  cairo_tag_end (cr, "TOCI");
}

/* What the contents and the outline lead to. */
static void
add_entry_destinations (AccordPages *self, cairo_t *cr, guint page)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const AccordPageEntry *entry = &g_array_index (self->entries, AccordPageEntry, i);
      g_autofree char *anchor = g_strdup_printf ("h%u", i);

      if (entry->page == page)
        add_destination (cr, anchor, LEFT, entry->y);
    }
}

static void
draw_small (AccordPages *self, cairo_t *cr, const char *text, double y, gboolean at_end)
{
  g_autoptr (PangoLayout) layout = accord_pages_plain_layout (self, text, 7.5);
  double width = (ACCORD_PAGE_WIDTH - 2 * LEFT) / 2 - 6;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if (at_end)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (cr, 0.37, 0.37, 0.37);
  cairo_move_to (cr, at_end ? ACCORD_PAGE_WIDTH - LEFT - width : LEFT, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_head_and_foot (AccordPages *self, cairo_t *cr, guint number)
{
  const AccordPage *page = g_ptr_array_index (self->pages, number);
  /* Translators: page 3 of 20. */
  g_autofree char *foot = g_strdup_printf (_ ("%u of %u"), number + 1, self->pages->len);

  if (number > 0)
    draw_small (self, cr, self->title, HEAD_Y, FALSE);
  if (number > 0 && page->chapter != NULL)
    draw_small (self, cr, page->chapter, HEAD_Y, TRUE);
  draw_small (self, cr, foot, FOOT_Y, TRUE);
}

/**
 * accord_pages_draw:
 * @self: pages
 * @page: from 0
 * @cr: where to, in points
 *
 * Draws a page, on a ground that is white already. Not from two threads at once.
 */
void
accord_pages_draw (AccordPages *self, guint page, cairo_t *cr)
{
  const AccordPage *drawn = g_ptr_array_index (self->pages, page);

  pango_cairo_context_set_shape_renderer (self->context, shape_cb, NULL, NULL);
  draw_head_and_foot (self, cr, page);
  add_entry_destinations (self, cr, page);
  for (guint i = 0; i < drawn->items->len; i++)
    {
      const AccordItem *item = &g_array_index (drawn->items, AccordItem, i);

      switch (item->kind)
        {
        case ACCORD_ITEM_LINES:
          draw_lines (self, cr, item);
          break;
        case ACCORD_ITEM_GUTTER:
          draw_gutter (self, cr, item);
          break;
        case ACCORD_ITEM_ENTRY:
          draw_entry (self, cr, item);
          break;
        default:
          draw_box (cr, item);
          break;
        }
    }
}
