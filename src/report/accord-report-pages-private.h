/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies on a page: lines of paragraphs, boxes, rules, lines of the table of contents.
 * Layouts are made anew for drawing, so that a long report does not keep them all. */
#pragma once

#include "report/accord-report-pages.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_ITEM_LINES,
  ACCORD_ITEM_GUTTER,
  ACCORD_ITEM_TINT,
  ACCORD_ITEM_RULE,
  ACCORD_ITEM_ENTRY,
} AccordItemKind;

/**
 * AccordItem:
 * @block: (nullable): of lines and gutter
 * @start: first byte in the block's text of the piece that its lines are of
 * @end: where the piece ends
 * @first_line: of the piece's layout
 * @n_lines: that stand here
 * @class: of a tint
 * @entry: index of a line of the table of contents
 *
 * Lengths are in points, from the top left corner of the page.
 */
typedef struct
{
  AccordItemKind kind;
  const AccordFlowBlock *block;
  guint start;
  guint end;
  guint first_line;
  guint n_lines;
  gboolean align_end;
  gboolean in_cell;
  gint class;
  guint entry;
  double x;
  double y;
  double width;
  double height;
} AccordItem;

/**
 * AccordPage:
 * @items: (element-type AccordItem): in the order of reading
 * @chapter: (nullable): what its head says
 */
typedef struct
{
  GArray *items;
  char *chapter;
} AccordPage;

struct _AccordPages
{
  /* borrowed */
  const AccordFlow *flow;
  /* owned */
  char *title;      /* as it stands above each page */
  GPtrArray *pages; /* of AccordPage */
  GArray *entries;  /* of AccordPageEntry */
  GHashTable *anchors;
  PangoContext *context;
};

double accord_style_size (AccordFlowStyle style, guint level, gboolean in_cell);
PangoLayout *accord_pages_layout (AccordPages *self,
                                  const AccordFlowBlock *block,
                                  guint start,
                                  guint end,
                                  double width,
                                  gboolean align_end,
                                  gboolean in_cell);
PangoLayout *accord_pages_plain_layout (AccordPages *self, const char *text, double size);

G_END_DECLS
