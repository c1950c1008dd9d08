/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays a flow out: paragraphs cut between lines with no line left alone, headings and the
 * lines above quotations kept with what follows, tables with their heads on each page. The
 * contents come first and are set last, when the pages are known; one line an entry. */
#include "report/accord-report-pages-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEFT 56.0
#define TOP 68.0
#define BOTTOM (ACCORD_PAGE_HEIGHT - 64.0)
#define WIDTH (ACCORD_PAGE_WIDTH - 2 * LEFT)
#define GUTTER 40.0
#define CELL_PAD 3.5
#define ENTRY_HEIGHT 15.0

/* A longer paragraph is set in pieces: what Pango does with one is not linear in its length. */
#define MOST_BYTES 12000u

/* So many blocks are set between two looks at the watch. */
#define BLOCKS_A_TICK 32

typedef struct
{
  AccordPages *pages;
  AccordPage *page;
  double y;
  const char *chapter;
} Layout;

/* The lines of one cell of a row, and how many of them stand already. */
typedef struct
{
  const AccordFlowCell *cell;
  PangoLayout *layout;
  guint length;
  guint n_lines;
  guint done;
  double x;
  double width;
} Cell;

static void
page_free (gpointer data)
{
  AccordPage *page = data;

  g_array_unref (page->items);
  g_free (page->chapter);
  g_free (page);
}

static AccordPage *
page_new (const char *chapter)
{
  AccordPage *page = g_new0 (AccordPage, 1);

  page->items = g_array_new (FALSE, TRUE, sizeof (AccordItem));
  page->chapter = g_strdup (chapter);
  return page;
}

static void
new_page (Layout *self)
{
  self->page = page_new (self->chapter);
  g_ptr_array_add (self->pages->pages, self->page);
  self->y = TOP;
}

static gboolean
at_top (const Layout *self)
{
  return self->y <= TOP + 0.01;
}

static void
need (Layout *self, double height)
{
  if (self->y + height > BOTTOM && !at_top (self))
    new_page (self);
}

static double
line_height (PangoLayout *layout, guint line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, (int) line), NULL,
                                 &logical);
  return logical.height / (double) PANGO_SCALE;
}

static double
lines_height (PangoLayout *layout, guint first, guint n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += line_height (layout, i);
  return height;
}

/* How many lines from @first on fit in @height. */
static guint
lines_that_fit (PangoLayout *layout, guint first, guint n_lines, double height)
{
  guint n = 0;

  while (first + n < n_lines)
    {
      height -= line_height (layout, first + n);
      if (height < 0)
        break;
      n++;
    }
  return n;
}

/* No line alone at the foot of a page or at the head of the next. */
static guint
without_widows (guint fit, guint left, gboolean begins)
{
  if (fit >= left)
    return left;
  if (left - fit == 1 && fit > 0)
    fit--;
  return begins && fit < 2 ? 0 : fit;
}

static void
add_lines (
  Layout *self, const AccordItem *like, PangoLayout *layout, guint first, guint n, double y)
{
  AccordItem item = *like;

  item.first_line = first;
  item.n_lines = n;
  item.y = y;
  item.height = lines_height (layout, first, n);
  g_array_append_val (self->page->items, item);
}

static void
add_gutter (Layout *self, const AccordFlowBlock *block)
{
  AccordItem item = { .kind = ACCORD_ITEM_GUTTER, .block = block, .x = LEFT, .y = self->y };

  if (block->gutter != NULL)
    g_array_append_val (self->page->items, item);
}

/* A piece of a paragraph from the current place on. */
static void
place_piece (Layout *self, const AccordItem *like, gboolean begins)
{
  g_autoptr (PangoLayout) layout = accord_pages_layout (
    self->pages, like->block, like->start, like->end, like->width, like->align_end, like->in_cell);
  guint n_lines = (guint) pango_layout_get_line_count (layout), done = 0;

  while (done < n_lines)
    {
      guint fit = lines_that_fit (layout, done, n_lines, BOTTOM - self->y);

      if (n_lines > 1 || fit == 0)
        fit = without_widows (fit, n_lines - done, done == 0 && begins);
      if (fit == 0 && at_top (self))
        fit = 1;
      if (fit > 0)
        {
          if (done == 0 && begins)
            add_gutter (self, like->block);
          add_lines (self, like, layout, done, fit, self->y);
          self->y += lines_height (layout, done, fit);
          done += fit;
        }
      if (done < n_lines)
        new_page (self);
    }
}

/* Where a piece of a long text ends: at a blank where there is one, never within a letter. */
static guint
end_of_piece (const char *text, guint start, guint length)
{
  guint end = start + MOST_BYTES;

  if (length - start <= MOST_BYTES)
    return length;
  for (guint at = end; at > end - 200; at--)
    if (text[at] == ' ' || text[at] == '\n')
      return at + 1;
  while (((guchar) text[end] & 0xC0) == 0x80)
    end--;
  return end;
}

static double
space_before (const AccordFlowBlock *block)
{
  if (block->style == ACCORD_FLOW_HEADING)
    return block->level == 1 ? 24 : block->level == 2 ? 14 : 10;
  if (block->style == ACCORD_FLOW_QUOTE)
    return 1;
  return block->style == ACCORD_FLOW_NOTE ? 2 : block->style == ACCORD_FLOW_META ? 7 : 5;
}

/* What must fit on the page so that the paragraph is not cut off from the next. */
static double
kept_together (const AccordFlowBlock *block)
{
  if (block->style == ACCORD_FLOW_HEADING)
    return block->level == 1 ? 120 : 72;
  if (block->style == ACCORD_FLOW_META || block->style == ACCORD_FLOW_SOURCE_HEADING)
    return 46;
  return 0;
}

static void
place_paragraph (Layout *self, const AccordFlowBlock *block)
{
  gboolean in_margin = block->style == ACCORD_FLOW_SOURCE ||
                       block->style == ACCORD_FLOW_SOURCE_HEADING ||
                       block->style == ACCORD_FLOW_NOTE;
  double indent = in_margin ? GUTTER : block->style == ACCORD_FLOW_QUOTE ? 12 : 0;
  AccordItem like = {
    .kind = ACCORD_ITEM_LINES, .block = block, .x = LEFT + indent, .width = WIDTH - indent
  };
  gsize length = 0;
  const char *text = accord_flow_get_text (self->pages->flow, block, &length);

  if (!at_top (self))
    self->y += space_before (block);
  need (self, kept_together (block));
  do
    {
      like.start = like.end;
      like.end = end_of_piece (text, like.start, (guint) length);
      place_piece (self, &like, like.start == 0);
    }
  while (like.end < length);
}

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_clear_object (&cell->layout);
}

/* The cells of a row, set in their columns. */
static GArray *
set_row (Layout *self, const AccordFlowTable *table, GArray *row)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  double sum = 0, x = LEFT;
  guint column = 0;

  g_array_set_clear_func (cells, cell_clear);
  for (guint i = 0; i < table->widths->len; i++)
    sum += g_array_index (table->widths, guint, i);
  for (guint i = 0; i < row->len; i++)
    {
      const AccordFlowCell *cell = &g_array_index (row, AccordFlowCell, i);
      Cell set = { .cell = cell, .x = x };
      gsize length = 0;

      for (guint s = 0; s < cell->span && column < table->widths->len; s++)
        set.width += WIDTH * g_array_index (table->widths, guint, column++) / sum;
      x += set.width;
      accord_flow_get_text (self->pages->flow, &cell->block, &length);
      set.length = (guint) MIN (length, 4 * MOST_BYTES);
      set.layout = accord_pages_layout (self->pages, &cell->block, 0, set.length,
                                        MAX (set.width - 2 * CELL_PAD, 8),
                                        (cell->flags & ACCORD_CELL_END) != 0, TRUE);
      set.n_lines = (guint) pango_layout_get_line_count (set.layout);
      g_array_append_val (cells, set);
    }
  return cells;
}

static double
row_height (GArray *cells)
{
  double height = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      height = MAX (height, lines_height (cell->layout, cell->done, cell->n_lines - cell->done));
    }
  return height + 2 * CELL_PAD;
}

static void
add_box (Layout *self, AccordItemKind kind, const Cell *cell, double height)
{
  AccordItem item = { .kind = kind,
                      .class = cell->cell->tint,
                      .x = cell->x,
                      .y = self->y,
                      .width = cell->width,
                      .height = height };

  g_array_append_val (self->page->items, item);
}

/* As many lines of each cell as fit; TRUE when all stand. */
static gboolean
place_lines_of_row (Layout *self, GArray *cells)
{
  double available = BOTTOM - self->y - 2 * CELL_PAD, used = 0;
  gboolean done = TRUE;
  guint fits[64] = { 0 };

  for (guint i = 0; i < cells->len && i < G_N_ELEMENTS (fits); i++)
    {
      Cell *cell = &g_array_index (cells, Cell, i);

      fits[i] = lines_that_fit (cell->layout, cell->done, cell->n_lines, available);
      if (fits[i] == 0 && cell->done < cell->n_lines && at_top (self))
        fits[i] = 1;
      used = MAX (used, lines_height (cell->layout, cell->done, fits[i]));
    }
  for (guint i = 0; i < cells->len && i < G_N_ELEMENTS (fits); i++)
    {
      Cell *cell = &g_array_index (cells, Cell, i);
      AccordItem like = { .kind = ACCORD_ITEM_LINES,
                          .block = &cell->cell->block,
                          .end = cell->length,
                          .in_cell = TRUE,
                          .align_end = (cell->cell->flags & ACCORD_CELL_END) != 0,
                          .x = cell->x + CELL_PAD,
                          .width = MAX (cell->width - 2 * CELL_PAD, 8) };

      if (cell->cell->tint != ACCORD_FLOW_NONE)
        add_box (self, ACCORD_ITEM_TINT, cell, used + 2 * CELL_PAD);
      if (fits[i] > 0)
        add_lines (self, &like, cell->layout, cell->done, fits[i], self->y + CELL_PAD);
      cell->done += fits[i];
      done = done && cell->done >= cell->n_lines;
    }
  self->y += used + 2 * CELL_PAD;
  for (guint i = 0; i < cells->len; i++)
    add_box (self, ACCORD_ITEM_RULE, &g_array_index (cells, Cell, i), 0);
  return done;
}

static void
place_head (Layout *self, const AccordFlowTable *table)
{
  for (guint i = 0; i < table->n_header; i++)
    {
      g_autoptr (GArray) cells = set_row (self, table, g_ptr_array_index (table->rows, i));

      place_lines_of_row (self, cells);
    }
}

static void
next_page_of_table (Layout *self, const AccordFlowTable *table)
{
  new_page (self);
  place_head (self, table);
}

static void
place_row (Layout *self, const AccordFlowTable *table, GArray *row)
{
  g_autoptr (GArray) cells = set_row (self, table, row);
  double height = row_height (cells);

  if (self->y + height > BOTTOM && height < (BOTTOM - TOP) / 2)
    next_page_of_table (self, table);
  while (!place_lines_of_row (self, cells))
    next_page_of_table (self, table);
}

static void
place_table (Layout *self, const AccordFlowTable *table)
{
  if (!at_top (self))
    self->y += 6;
  need (self, 60);
  place_head (self, table);
  for (guint i = table->n_header; i < table->rows->len; i++)
    place_row (self, table, g_ptr_array_index (table->rows, i));
  self->y += 8;
}

static void
note_heading (Layout *self, const AccordFlowBlock *block)
{
  AccordPageEntry entry = { .level = block->level };
  const AccordItem *item =
    &g_array_index (self->page->items, AccordItem, self->page->items->len - 1);

  entry.title = accord_flow_dup_plain (self->pages->flow, block);
  entry.page = self->pages->pages->len - 1;
  entry.y = item->y;
  g_array_append_val (self->pages->entries, entry);
}

static void
place_heading (Layout *self, const AccordFlowBlock *block)
{
  /* A chapter begins a page where the last one is well filled. */
  if (block->level == 1 && self->y > TOP + (BOTTOM - TOP) * 0.6)
    new_page (self);
  place_paragraph (self, block);
  if (block->level < 3)
    note_heading (self, block);
  if (block->level > 1)
    return;
  self->chapter =
    g_array_index (self->pages->entries, AccordPageEntry, self->pages->entries->len - 1).title;
  if (self->page->chapter == NULL || self->page->items->len == 1)
    {
      g_free (self->page->chapter);
      self->page->chapter = g_strdup (self->chapter);
    }
}

static void
place_block (Layout *self, const AccordFlowBlock *block)
{
  if (block->table != NULL)
    place_table (self, block->table);
  else if (block->style == ACCORD_FLOW_HEADING)
    place_heading (self, block);
  else
    place_paragraph (self, block);
}

/* The entries, a line each, behind the front; their pages move by as many as the contents take. */
static void
place_contents (Layout *self, GPtrArray *front, GPtrArray *body)
{
  AccordPages *pages = self->pages;
  guint n_front = 0;

  pages->pages = front;
  self->page = g_ptr_array_index (front, front->len - 1);
  self->y += 18;
  for (guint i = 0; i < pages->entries->len; i++)
    {
      AccordItem item = {
        .kind = ACCORD_ITEM_ENTRY, .entry = i, .x = LEFT, .width = WIDTH, .height = ENTRY_HEIGHT
      };

      if (g_array_index (pages->entries, AccordPageEntry, i).level == 1)
        self->y += 4;
      need (self, ENTRY_HEIGHT);
      item.y = self->y;
      g_array_append_val (self->page->items, item);
      self->y += ENTRY_HEIGHT;
    }
  n_front = front->len;
  for (guint i = 0; i < pages->entries->len; i++)
    g_array_index (pages->entries, AccordPageEntry, i).page += n_front;
  for (guint i = 0; i < body->len; i++)
    g_ptr_array_add (front, g_ptr_array_index (body, i));
}

static void
entry_clear (gpointer data)
{
  AccordPageEntry *entry = data;

  g_free (entry->title);
}

static AccordPages *
pages_alloc (const AccordFlow *flow)
{
  AccordPages *self = g_new0 (AccordPages, 1);
  PangoFontMap *fonts = pango_cairo_font_map_new ();
  PangoFontDescription *font =
    pango_font_description_from_string ("Noto Sans, Noto Sans CJK SC, sans-serif");

  self->flow = flow;
  for (guint i = 0; i < flow->blocks->len; i++)
    if (self->title == NULL &&
        g_array_index (flow->blocks, AccordFlowBlock, i).style == ACCORD_FLOW_TITLE)
      self->title = accord_flow_dup_plain (flow, &g_array_index (flow->blocks, AccordFlowBlock, i));
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->entries = g_array_new (FALSE, TRUE, sizeof (AccordPageEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->anchors = accord_flow_anchors (flow);
  /* Points are points, and hinting would make the layout depend on the screen. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72);
  self->context = pango_font_map_create_context (fonts);
  pango_context_set_font_description (self->context, font);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_font_description_free (font);
  g_object_unref (fonts);
  return self;
}

/**
 * accord_pages_new:
 * @flow: what is set; borrowed for as long as the pages live
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Cost: that of setting the text once.
 *
 * Returns: (transfer full): the pages, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordPages *
accord_pages_new (const AccordFlow *flow, const AccordWatch *watch, GError **error)
{
  g_autoptr (AccordPages) self = pages_alloc (flow);
  g_autoptr (GPtrArray) body = g_ptr_array_new ();
  GPtrArray *front = self->pages;
  Layout layout = { .pages = self };
  double front_y = TOP;

  new_page (&layout);
  for (guint i = 0; i < flow->blocks->len; i++)
    {
      const AccordFlowBlock *block = &g_array_index (flow->blocks, AccordFlowBlock, i);

      if (i % BLOCKS_A_TICK == 0 &&
          !accord_watch_tick (watch, i / (double) flow->blocks->len, error))
        {
          for (guint k = 0; self->pages != front && k < body->len; k++)
            page_free (g_ptr_array_index (body, k));
          self->pages = front;
          return NULL;
        }
      if (self->pages == front && block->style == ACCORD_FLOW_HEADING)
        {
          front_y = layout.y;
          self->pages = body;
          new_page (&layout);
        }
      place_block (&layout, block);
    }
  layout.y = front_y;
  layout.chapter = NULL;
  place_contents (&layout, front, body);
  return g_steal_pointer (&self);
}

/**
 * accord_pages_free:
 * @self: (transfer full): pages
 */
void
accord_pages_free (AccordPages *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->entries);
  g_hash_table_unref (self->anchors);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self);
}

/**
 * accord_pages_get_n:
 * @self: pages
 *
 * Returns: their number, at least 1
 */
guint
accord_pages_get_n (const AccordPages *self)
{
  return self->pages->len;
}

/**
 * accord_pages_get_entries:
 * @self: pages
 * @n_entries: (out): their number
 *
 * Returns: (transfer none) (array length=n_entries): the headings of chapters and sections
 */
const AccordPageEntry *
accord_pages_get_entries (const AccordPages *self, guint *n_entries)
{
  *n_entries = self->entries->len;
  return (const AccordPageEntry *) (gpointer) self->entries->data;
}
