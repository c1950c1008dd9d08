/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From runs to Pango: sizes, attributes, the glyphs of stances as shapes. A layout comes out
 * the same each time, which lets drawing make again what laying out measured. */
#include "report/accord-report-pages-private.h"

#include "engine/accord-language.h"

#define FONT "Noto Sans, Noto Sans CJK SC, sans-serif"

/* Points. */
static const double SIZES[ACCORD_N_FLOW_STYLES] = {
  [ACCORD_FLOW_TITLE] = 22, [ACCORD_FLOW_HEADING] = 13, [ACCORD_FLOW_BODY] = 9.5,
  [ACCORD_FLOW_LEAD] = 11,  [ACCORD_FLOW_DIM] = 8.5,    [ACCORD_FLOW_META] = 8.5,
  [ACCORD_FLOW_QUOTE] = 10, [ACCORD_FLOW_SOURCE] = 10,  [ACCORD_FLOW_SOURCE_HEADING] = 11,
  [ACCORD_FLOW_NOTE] = 7.5,
};

/**
 * accord_style_size:
 * @style: of a paragraph
 * @level: of a heading
 * @in_cell: whether it stands in a table
 *
 * Returns: the size of its letters, in points
 */
double
accord_style_size (AccordFlowStyle style, guint level, gboolean in_cell)
{
  if (in_cell)
    return 8.5;
  if (style == ACCORD_FLOW_HEADING)
    return level == 1 ? 17 : level == 2 ? 12 : 10.5;
  return SIZES[style];
}

static gboolean
is_dim (AccordFlowStyle style)
{
  return style == ACCORD_FLOW_DIM || style == ACCORD_FLOW_META || style == ACCORD_FLOW_NOTE;
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Pango picks the forms of ideographs by language. */
static PangoLanguage *
language_of (const AccordFlow *flow, const char *language)
{
  const char *tag = accord_flow_language (flow, language);

  if (g_str_equal (tag, "zh-Hans"))
    tag = "zh-cn";
  else if (g_str_equal (tag, "zh-Hant"))
    tag = "zh-tw";
  return pango_language_from_string (tag);
}

static void
add_run (PangoAttrList *list,
         const AccordFlow *flow,
         const AccordFlowRun *run,
         guint start,
         guint end,
         double size)
{
  insert (list, pango_attr_language_new (language_of (flow, run->language)), start, end);
  if ((run->flags & ACCORD_FLOW_BOLD) != 0)
    insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if ((run->flags & ACCORD_FLOW_ITALIC) != 0)
    insert (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if ((run->flags & ACCORD_FLOW_UNDERLINE) != 0)
    insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  if (run->link != NULL)
    insert (list, pango_attr_foreground_new (0x1a1a, 0x6262, 0xc0c0), start, end);
  else if ((run->flags & ACCORD_FLOW_DIMMED) != 0)
    insert (list, pango_attr_foreground_new (0x5e5e, 0x5e5e, 0x5e5e), start, end);
  if (run->glyph != ACCORD_FLOW_NONE)
    {
      int side = (int) (size * 0.8 * PANGO_SCALE);
      PangoRectangle box = { 0, -side * 9 / 10, side, side };

      insert (
        list,
        pango_attr_shape_new_with_data (&box, &box, GINT_TO_POINTER (run->glyph + 1), NULL, NULL),
        start, end);
    }
}

static PangoAttrList *
attributes_of (
  const AccordFlow *flow, const AccordFlowBlock *block, guint from, guint to, double size)
{
  PangoAttrList *list = pango_attr_list_new ();
  const AccordFlowRun *runs = accord_flow_get_runs (flow, block);

  insert (list, pango_attr_size_new ((int) (size * PANGO_SCALE)), 0, G_MAXUINT);
  if (block->style == ACCORD_FLOW_TITLE || block->style == ACCORD_FLOW_HEADING ||
      block->style == ACCORD_FLOW_SOURCE_HEADING)
    insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, G_MAXUINT);
  if (is_dim (block->style))
    insert (list, pango_attr_foreground_new (0x5e5e, 0x5e5e, 0x5e5e), 0, G_MAXUINT);
  for (guint i = 0; i < block->n_runs; i++)
    {
      gsize start = MAX (runs[i].start - runs[0].start, from);
      gsize end = MIN (runs[i].end - runs[0].start, to);

      if (start < end)
        add_run (list, flow, &runs[i], (guint) start - from, (guint) end - from, size);
    }
  return list;
}

/**
 * accord_pages_layout:
 * @self: pages
 * @block: a paragraph
 * @start: first byte of a piece of its text
 * @end: where the piece ends
 * @width: of the lines, in points
 * @align_end: whether they are set at their ends
 * @in_cell: whether it stands in a table
 *
 * Returns: (transfer full): the piece, set
 */
PangoLayout *
accord_pages_layout (AccordPages *self,
                     const AccordFlowBlock *block,
                     guint start,
                     guint end,
                     double width,
                     gboolean align_end,
                     gboolean in_cell)
{
  PangoLayout *layout = pango_layout_new (self->context);
  double size = accord_style_size (block->style, block->level, in_cell);
  gsize length = 0;
  const char *text = accord_flow_get_text (self->flow, block, &length);
  PangoAttrList *attributes = attributes_of (self->flow, block, start, end, size);
  gboolean rtl = accord_flow_is_rtl (self->flow, block);

  pango_context_set_base_dir (self->context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (self->context, language_of (self->flow, block->language));
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_context_changed (layout);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (align_end)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_text (layout, text + start, (int) (end - start));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/**
 * accord_pages_plain_layout:
 * @self: pages
 * @text: one line, of any origin
 * @size: in points
 *
 * Returns: (transfer full): a line
 */
PangoLayout *
accord_pages_plain_layout (AccordPages *self, const char *text, double size)
{
  PangoLayout *layout = NULL;
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (self->context, language_of (self->flow, NULL));
  layout = pango_layout_new (self->context);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}
