/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which a page is read. A gutter is a strip that stays free over several
 * lines with text at both sides; gaps of justified lines do not lie above each other.
 * It parts a page into bands: columns, one after the other, and what spans them. */
#include "documents/accord-pdf-private.h"

#include <string.h>

/* Points a cell of the grid. */
#define GRID 2.f

/* A gutter is at least so wide, in sizes of the text, and a column so much. */
#define GUTTER_LEAST 0.75f
#define COLUMN_LEAST 10.f

/* Lines that a column has at least, and how full they are. */
#define LINES_LEAST 3.4f
#define FILL_LEAST 0.5f

/* What the grid has of the height of a line, in sizes of the text. */
#define LINE_SHARE 0.78f

/* How much narrower than its neighbour a column may be. */
#define RATIO_LEAST 0.28f

#define DEPTH_MAX 8
#define CELLS_MAX 1500

typedef struct
{
  AccordPdf *pdf;
  const gunichar *chars;
  gboolean rtl;
} Layout;

/* Words of a part of a page, and the cells of the grid that they cover, row by row. */
typedef struct
{
  GPtrArray *words; /* borrowed AccordPdfWord */
  float x0, y0, x1, y1;
  float size;
  guint n_columns;
  guint n_rows;
  guint8 *cells;
} Grid;

/* A strip, in columns of the grid, that is free in the rows from top to bottom. */
typedef struct
{
  guint from;
  guint to;
  guint top;
  guint bottom;
  guint score;
} Gutter;

static int
compare_floats_cb (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return x < y ? -1 : x > y;
}

static float
median_size (GPtrArray *words)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (float));

  for (guint i = 0; i < words->len; i++)
    {
      const AccordPdfWord *word = g_ptr_array_index (words, i);

      g_array_append_val (sizes, word->size);
    }
  g_array_sort (sizes, compare_floats_cb);
  return g_array_index (sizes, float, sizes->len / 2);
}

static guint
cell_of (float place, float origin, guint n)
{
  float cell = (place - origin) / GRID;

  return cell <= 0 ? 0 : MIN ((guint) cell, n - 1);
}

static void
grid_init (Grid *self, GPtrArray *words)
{
  *self = (Grid){ .words = words, .x0 = G_MAXFLOAT, .y0 = G_MAXFLOAT };
  self->x1 = self->y1 = -G_MAXFLOAT;
  for (guint i = 0; i < words->len; i++)
    {
      const AccordPdfWord *word = g_ptr_array_index (words, i);

      self->x0 = MIN (self->x0, word->x0);
      self->y0 = MIN (self->y0, word->y0);
      self->x1 = MAX (self->x1, word->x1);
      self->y1 = MAX (self->y1, word->y1);
    }
  self->size = median_size (words);
  self->n_columns = (guint) CLAMP ((self->x1 - self->x0) / GRID + 1, 1, CELLS_MAX);
  self->n_rows = (guint) CLAMP ((self->y1 - self->y0) / GRID + 1, 1, CELLS_MAX);
  self->cells = g_malloc0 ((gsize) self->n_columns * self->n_rows);
  for (guint i = 0; i < words->len; i++)
    {
      const AccordPdfWord *word = g_ptr_array_index (words, i);
      /* The boxes of lines overlap; their middles do not. */
      float slack = (word->y1 - word->y0) * 0.2f;
      guint from = cell_of (word->x0, self->x0, self->n_columns);
      guint to = cell_of (word->x1, self->x0, self->n_columns);
      guint bottom = cell_of (word->y1 - slack, self->y0, self->n_rows);

      for (guint y = cell_of (word->y0 + slack, self->y0, self->n_rows); y <= bottom; y++)
        memset (self->cells + (gsize) y * self->n_columns + from, 1, to - from + 1);
    }
}

/* For each row the first and the last column that is covered; from > to where none is. */
static void
row_ends (const Grid *self, guint row, guint *first, guint *last)
{
  const guint8 *cells = self->cells + (gsize) row * self->n_columns;
  const guint8 *start = memchr (cells, 1, self->n_columns);
  const guint8 *end = memrchr (cells, 1, self->n_columns);

  *first = start != NULL ? (guint) (start - cells) : G_MAXUINT;
  *last = end != NULL ? (guint) (end - cells) : 0;
}

static float
width_of (const GArray *ends, guint from, guint to, gboolean left, const Gutter *gutter)
{
  guint edge = left ? G_MAXUINT : 0;

  for (guint row = from; row < to; row++)
    {
      const guint *end = &g_array_index (ends, guint, 2 * row);

      if (left && end[0] < gutter->from)
        edge = MIN (edge, end[0]);
      if (!left && end[0] != G_MAXUINT && end[1] >= gutter->to)
        edge = MAX (edge, end[1]);
    }
  if (left)
    return edge < gutter->from ? (gutter->from - edge) * GRID : 0;
  return edge >= gutter->to ? (edge - gutter->to + 1) * GRID : 0;
}

/* How full a column is: the share of the widths of its words, with the spaces between them, in
 * that of its lines. */
static float
fill_of (const Grid *self, const Gutter *gutter, gboolean left, float width)
{
  float area = 0, rows = 0;

  for (guint row = gutter->top; row < gutter->bottom; row++)
    {
      const guint8 *cells = self->cells + (gsize) row * self->n_columns;
      guint from = left ? 0 : gutter->to, to = left ? gutter->from : self->n_columns, n = 0;

      for (guint column = from; column < to; column++)
        n += cells[column];
      area += n * GRID;
      rows += n > 0;
    }
  return rows > 0 && width > 0 ? area / (rows * width) : 0;
}

/* Whether the run of rows has columns at both sides, and more text than @score rows. */
static gboolean
is_column_run (const Grid *self, const GArray *ends, Gutter *gutter, guint score)
{
  float least = LINES_LEAST * self->size * LINE_SHARE / GRID, left = 0, right = 0;
  guint n_left = 0, n_right = 0;

  for (guint row = gutter->top; row < gutter->bottom; row++)
    {
      const guint *end = &g_array_index (ends, guint, 2 * row);

      n_left += end[0] < gutter->from;
      n_right += end[0] != G_MAXUINT && end[1] >= gutter->to;
    }
  gutter->score = n_left + n_right;
  if (gutter->score <= score || n_left < least || n_right < least)
    return FALSE;
  left = width_of (ends, gutter->top, gutter->bottom, TRUE, gutter);
  right = width_of (ends, gutter->top, gutter->bottom, FALSE, gutter);
  return MIN (left, right) >= COLUMN_LEAST * self->size &&
         MIN (left, right) >= RATIO_LEAST * MAX (left, right) &&
         fill_of (self, gutter, TRUE, left) >= FILL_LEAST &&
         fill_of (self, gutter, FALSE, right) >= FILL_LEAST;
}

/* The best run of rows in which the strip is free. */
static void
try_strip (const Grid *self, const GArray *ends, guint from, guint to, Gutter *best)
{
  Gutter gutter = { .from = from, .to = to };
  guint row = 0;

  while (row < self->n_rows)
    {
      gutter.top = row;
      while (row < self->n_rows &&
             memchr (self->cells + (gsize) row * self->n_columns + from, 1, to - from) == NULL)
        row++;
      gutter.bottom = row++;
      if (gutter.bottom - gutter.top > 4 && is_column_run (self, ends, &gutter, best->score))
        *best = gutter;
    }
}

static gboolean
find_gutter (const Grid *self, Gutter *best)
{
  guint width = (guint) MAX (2, GUTTER_LEAST * self->size / GRID);
  guint least = (guint) (COLUMN_LEAST * self->size / GRID);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  *best = (Gutter){ 0 };
  if (self->n_columns < 2 * least + width || self->words->len < 12)
    return FALSE;
  for (guint row = 0; row < self->n_rows; row++)
    {
      guint pair[2];

      row_ends (self, row, &pair[0], &pair[1]);
      g_array_append_vals (ends, pair, 2);
    }
  for (guint from = least; from + width + least <= self->n_columns; from++)
    try_strip (self, ends, from, from + width, best);
  return best->score > 0;
}

static void read_region (Layout *layout, GPtrArray *words, guint depth);

/* The part of a region to which a word belongs, in the order of reading. */
static guint
part_of (const Layout *layout, const Grid *grid, const Gutter *gutter, const AccordPdfWord *word)
{
  guint row = cell_of ((word->y0 + word->y1) / 2, grid->y0, grid->n_rows);
  guint column = cell_of ((word->x0 + word->x1) / 2, grid->x0, grid->n_columns);

  if (row < gutter->top)
    return 0;
  if (row >= gutter->bottom)
    return 3;
  return (column < gutter->from) != layout->rtl ? 1 : 2;
}

static void
split_region (Layout *layout, const Grid *grid, const Gutter *gutter, guint depth)
{
  for (guint part = 0; part < 4; part++)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new ();

      for (guint i = 0; i < grid->words->len; i++)
        if (part_of (layout, grid, gutter, g_ptr_array_index (grid->words, i)) == part)
          g_ptr_array_add (words, g_ptr_array_index (grid->words, i));
      if (words->len > 0)
        read_region (layout, words, depth + 1);
    }
}

static void
read_region (Layout *layout, GPtrArray *words, guint depth)
{
  Gutter gutter;
  Grid grid;
  gboolean parted = FALSE;

  if (depth < DEPTH_MAX)
    {
      grid_init (&grid, words);
      parted = find_gutter (&grid, &gutter);
      if (parted)
        split_region (layout, &grid, &gutter, depth);
      g_free (grid.cells);
    }
  if (!parted)
    accord_pdf_add_region (layout->pdf, words, layout->chars);
}

/* Whether most letters are of a script that is written from right to left. */
static gboolean
is_rtl (const GArray *words, const gunichar *chars)
{
  guint n = 0, n_rtl = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const AccordPdfWord *word = &g_array_index (words, AccordPdfWord, i);

      for (guint k = 0; k < word->length; k++)
        {
          gunichar c = chars[word->start + k];

          n += g_unichar_isalpha (c);
          n_rtl += (c >= 0x590 && c < 0x8FF) || (c >= 0xFB1D && c < 0xFEFF);
        }
    }
  return n_rtl * 2 > n;
}

void
accord_pdf_add_page (AccordPdf *self, GArray *words, const gunichar *chars, float height)
{
  Layout layout = { self, chars, is_rtl (words, chars) };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_array_append_val (self->heights, height);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (all, &g_array_index (words, AccordPdfWord, i));
  if (all->len > 0)
    read_region (&layout, all, 0);
}
