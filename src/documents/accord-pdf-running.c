/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running heads and page numbers: lines at the edge of a page that come back on others
 * at the same height, but for their numbers; a number alone; and at the top of a page
 * that has no fellows, a small line by itself. Notes at the foot are told by their
 * small size and the sign with which they begin. */
#include "documents/accord-pdf-private.h"

#include <string.h>

/* How far from the edge they may stand, as a share of the height of the page. */
#define EDGE 0.14f

/* How many lines from the edge are looked at. */
#define ROWS_MOST 4

/* In points: how far apart the same head may stand on two pages. */
#define JITTER 4.f

#define HEAD_MOST 200
#define NUMBER_MOST 24
#define NOTE_SIZE_MOST 0.95f

typedef struct
{
  char *key;
  guint line;
  guint page;
  float y;
  gboolean top;
} Edge;

static void
edge_clear (gpointer data)
{
  g_free (((Edge *) data)->key);
}

/* The line without its numbers, so that those of all pages are the same. */
static char *
dup_key (const AccordPdf *self, const AccordPdfLine *line)
{
  GString *key = g_string_new (NULL);
  const char *end = self->text->str + line->text.end;

  for (const char *p = self->text->str + line->text.start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (key->len == 0 || key->str[key->len - 1] != '#')
            g_string_append_c (key, '#');
        }
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (key, g_unichar_tolower (c));
    }
  return g_string_free (key, FALSE);
}

/* "7", "– 7 –", "Page 7 of 9", "第7页", "vii". */
static gboolean
is_page_number (const AccordPdf *self, const AccordPdfLine *line)
{
  static const char *const WORDS[] = { "page", "p",      "pg",  "of",   "de",
                                       "sur",  "página", "pág", "стр",  "страница",
                                       "из",   "第",     "页",  "頁",   "共",
                                       "صفحة", "من",     "от",  "第页", "第页共页" };
  g_autoptr (GString) word = g_string_new (NULL);
  const char *start = self->text->str + line->text.start, *end = self->text->str + line->text.end;
  guint n_digits = 0;
  gboolean roman = TRUE;

  if (end - start > NUMBER_MOST * 2)
    return FALSE;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_digits += g_unichar_isdigit (c);
      if (g_unichar_isalpha (c))
        g_string_append_unichar (word, g_unichar_tolower (c));
      if (g_unichar_isalpha (c) && (c > 127 || strchr ("ivxlcIVXLC", (int) c) == NULL))
        roman = FALSE;
    }
  if (n_digits == 0)
    return word->len > 0 && word->len <= 6 && roman;
  if (n_digits > 8)
    return FALSE;
  for (guint i = 0; word->len > 0 && i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_has_prefix (word->str, WORDS[i]))
      g_string_erase (word, 0, (gssize) strlen (WORDS[i])), i = G_MAXUINT;
  return word->len == 0;
}

/* How many lines of the page stand between @line and its edge. */
static guint
rows_beyond (const AccordPdf *self, guint first, guint end, const AccordPdfLine *line, gboolean top)
{
  guint n = 0;

  for (guint i = first; i < end && n < ROWS_MOST; i++)
    {
      const AccordPdfLine *other = accord_pdf_get_line (self, i);

      n += top ? other->y1 < line->y0 + 1 : other->y0 > line->y1 - 1;
    }
  return n;
}

static void
collect_page (const AccordPdf *self, guint first, guint end, GArray *edges)
{
  float height = g_array_index (self->heights, float, accord_pdf_get_line (self, first)->page - 1);

  for (guint i = first; i < end; i++)
    {
      const AccordPdfLine *line = accord_pdf_get_line (self, i);
      gboolean top = line->y1 < height * EDGE;
      Edge edge = { NULL, i, line->page, top ? line->y0 : height - line->y1, top };

      if ((!top && line->y0 < height * (1 - EDGE)) || accord_span_length (line->text) > HEAD_MOST ||
          rows_beyond (self, first, end, line, top) >= ROWS_MOST)
        continue;
      edge.key = dup_key (self, line);
      g_array_append_val (edges, edge);
    }
}

static GArray *
collect (const AccordPdf *self)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  g_array_set_clear_func (edges, edge_clear);
  for (guint first = 0, end; first < self->lines->len; first = end)
    {
      guint page = accord_pdf_get_line (self, first)->page;

      for (end = first; end < self->lines->len && accord_pdf_get_line (self, end)->page == page;)
        end++;
      collect_page (self, first, end, edges);
    }
  return edges;
}

static void
leave_out (AccordPdf *self, const Edge *edge)
{
  accord_pdf_get_line (self, edge->line)->role =
    edge->top ? ACCORD_ROLE_HEADER : ACCORD_ROLE_FOOTER;
}

static int
compare_edges_cb (gconstpointer a, gconstpointer b)
{
  const Edge *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  if (order != 0)
    return order;
  if (x->top != y->top)
    return x->top ? -1 : 1;
  if (x->y != y->y)
    return x->y < y->y ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

/* Neighbours in the sorted list with one key and height, on two pages. */
static void
find_repeated (AccordPdf *self, GArray *edges)
{
  g_array_sort (edges, compare_edges_cb);
  for (guint i = 1; i < edges->len; i++)
    {
      const Edge *a = &g_array_index (edges, Edge, i - 1), *b = &g_array_index (edges, Edge, i);

      if (a->page == b->page || a->top != b->top || ABS (a->y - b->y) > JITTER ||
          strcmp (a->key, b->key) != 0)
        continue;
      leave_out (self, a);
      leave_out (self, b);
    }
}

/* A small line at the top or foot, with a gap to the rest of the page. */
static gboolean
is_apart (const AccordPdf *self, const Edge *edge)
{
  const AccordPdfLine *line = accord_pdf_get_line (self, edge->line);
  float nearest = G_MAXFLOAT;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordPdfLine *other = accord_pdf_get_line (self, i);

      if (other->page != edge->page || i == edge->line || other->role != ACCORD_ROLE_PARAGRAPH)
        continue;
      if (edge->top ? other->y0 < line->y0 : other->y1 > line->y1)
        return FALSE;
      nearest = MIN (nearest, edge->top ? other->y0 - line->y1 : line->y0 - other->y1);
    }
  return nearest > 0.9f * self->body && nearest < G_MAXFLOAT;
}

/**
 * accord_pdf_find_running:
 * @self: a document, its body size found
 *
 * Gives running heads and page numbers the roles HEADER and FOOTER.
 */
void
accord_pdf_find_running (AccordPdf *self)
{
  g_autoptr (GArray) edges = collect (self);

  find_repeated (self, edges);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      const AccordPdfLine *line = accord_pdf_get_line (self, edge->line);

      if (is_page_number (self, line) && is_apart (self, edge))
        leave_out (self, edge);
      else if (edge->top && self->heights->len == 1 && line->size < NOTE_SIZE_MOST * self->body &&
               is_apart (self, edge))
        leave_out (self, edge);
    }
}

/* "1", "*", "[2]" with a text behind. */
static gboolean
has_note_sign (const AccordPdf *self, const AccordPdfLine *line)
{
  const char *p = self->text->str + line->text.start, *end = self->text->str + line->text.end;
  guint n = 0;

  while (p < end && n < 6 &&
         g_utf8_strchr ("0123456789*†‡§[]()٠١٢٣٤٥٦٧٨٩", -1, g_utf8_get_char (p)) != NULL)
    {
      n++;
      p = g_utf8_next_char (p);
    }
  while (p < end && (*p == '.' || *p == ' '))
    p++;
  return n > 0 && n < 6 && p < end;
}

static gboolean
is_small (const AccordPdf *self, const AccordPdfLine *line)
{
  return line->role == ACCORD_ROLE_PARAGRAPH && line->size < NOTE_SIZE_MOST * self->body;
}

/**
 * accord_pdf_find_notes:
 * @self: a document, its running heads found
 *
 * Gives the small lines at the foot of a column the role NOTE, from the first that begins with a
 * sign.
 */
void
accord_pdf_find_notes (AccordPdf *self)
{
  for (guint end = self->lines->len, start; end > 0; end = start)
    {
      guint region = accord_pdf_get_line (self, end - 1)->region, first = end;

      for (start = end; start > 0 && accord_pdf_get_line (self, start - 1)->region == region;)
        start--;
      while (first > start &&
             (is_small (self, accord_pdf_get_line (self, first - 1)) ||
              accord_pdf_get_line (self, first - 1)->role != ACCORD_ROLE_PARAGRAPH))
        first--;
      while (first < end && !(is_small (self, accord_pdf_get_line (self, first)) &&
                              has_note_sign (self, accord_pdf_get_line (self, first))))
        first++;
      for (; first < end; first++)
        if (is_small (self, accord_pdf_get_line (self, first)))
          accord_pdf_get_line (self, first)->role = ACCORD_ROLE_NOTE;
    }
}

/* The edges of the body in the lines of one column. Lines that end at one place, but do not begin
 * there, are set to the other side. */
static void
set_edges (AccordPdf *self, guint start, guint end)
{
  float left = G_MAXFLOAT, right = -G_MAXFLOAT;
  guint n = 0, n_flush = 0, n_other = 0;

  for (guint i = start; i < end; i++)
    {
      const AccordPdfLine *line = accord_pdf_get_line (self, i);

      if (line->role == ACCORD_ROLE_HEADER || line->role == ACCORD_ROLE_FOOTER)
        continue;
      left = MIN (left, line->x0);
      right = MAX (right, line->x1);
    }
  for (guint i = start; i < end; i++)
    {
      AccordPdfLine *line = accord_pdf_get_line (self, i);

      if (line->role == ACCORD_ROLE_HEADER || line->role == ACCORD_ROLE_FOOTER)
        continue;
      line->left = left;
      line->right = right;
      n++;
      n_flush += (line->rtl ? right - line->x1 : line->x0 - left) < 0.7f * line->size;
      n_other += (line->rtl ? line->x0 - left : right - line->x1) < 0.7f * line->size;
    }
  for (guint i = start; i < end; i++)
    accord_pdf_get_line (self, i)->ragged = n > 1 && n_flush * 10 < n * 7 && n_other * 10 > n * 7;
}

/**
 * accord_pdf_find_edges:
 * @self: a document, its running heads found
 *
 * Finds the edges of columns without what stands at the edge of their page.
 */
void
accord_pdf_find_edges (AccordPdf *self)
{
  for (guint start = 0, end; start < self->lines->len; start = end)
    {
      guint region = accord_pdf_get_line (self, start)->region;

      for (end = start;
           end < self->lines->len && accord_pdf_get_line (self, end)->region == region;)
        end++;
      set_edges (self, start, end);
    }
}

/**
 * accord_pdf_find_body:
 * @self: a document
 *
 * Finds the size of most of its characters.
 */
void
accord_pdf_find_body (AccordPdf *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint most = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordPdfLine *line = accord_pdf_get_line (self, i);
      gpointer key = GINT_TO_POINTER ((int) (line->size * 4 + 0.5f) + 1);
      guint n =
        GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + accord_span_length (line->text);

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          self->body = line->size;
        }
    }
}
