/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines out of the words of a column: words that stand beside each other, in the order
 * in which they are read. A small raised sign behind a word refers to a note and is no
 * part of the text. */
#include "documents/accord-pdf-private.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ustring.h>

/* In sizes of the text: what parts words, what parts those of wide scripts and others, and what
 * parts the cells of a table. */
#define SPACE_LEAST 0.1f
#define WIDE_SPACE_LEAST 0.45f

/* A sign that refers to a note is at most so large beside its line, and so high above its foot. */
#define REF_SIZE_MOST 0.78f
#define REF_RISE_LEAST 0.12f
#define REF_LENGTH_MOST 3

/* A line is cut here: no person writes one, and its order is found at a cost. */
#define CHARS_MAX 100000

/* Words of one line, sorted from left to right. */
typedef struct
{
  AccordPdf *pdf;
  const gunichar *chars;
  GPtrArray *words; /* borrowed AccordPdfWord */
  float y0, y1;
  float size; /* of most of its characters */
} Row;

AccordPdf *
accord_pdf_new (void)
{
  AccordPdf *self = g_new0 (AccordPdf, 1);

  self->text = g_string_new (NULL);
  self->lines = g_array_new (FALSE, TRUE, sizeof (AccordPdfLine));
  self->heights = g_array_new (FALSE, FALSE, sizeof (float));
  self->strings = g_string_chunk_new (512);
  return self;
}

void
accord_pdf_free (AccordPdf *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_array_unref (self->heights);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_free (self);
}

AccordPdfLine *
accord_pdf_get_line (const AccordPdf *self, guint index)
{
  return &g_array_index (self->lines, AccordPdfLine, index);
}

gunichar
accord_pdf_first_char (const AccordPdf *self, const AccordPdfLine *line)
{
  return g_utf8_get_char (self->text->str + line->text.start);
}

gunichar
accord_pdf_last_char (const AccordPdf *self, const AccordPdfLine *line)
{
  return g_utf8_get_char (g_utf8_prev_char (self->text->str + line->text.end));
}

static gboolean
is_rtl_char (gunichar c)
{
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE);
}

static void
append_chars (GString *out, const gunichar *chars, guint length)
{
  for (guint i = 0; i < length; i++)
    g_string_append_unichar (out, chars[i]);
}

/* The Unicode algorithm backwards, as ICU has it. FALSE where it cannot. */
static gboolean
append_logical (GString *out, const gunichar *visual, guint length, gboolean mirrored)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *from = g_new (UChar, 2 * (gsize) length + 1);
  g_autofree UChar *to = g_new (UChar, 4 * (gsize) length + 4);
  UBiDi *bidi = NULL;
  int32_t n = 0, m = 0;
  gsize size = out->len;

  u_strFromUTF32 (from, 2 * (int32_t) length + 1, &n, (const UChar32 *) visual, (int32_t) length,
                  &status);
  bidi = U_SUCCESS (status) ? ubidi_openSized (n, 0, &status) : NULL;
  if (bidi == NULL)
    return FALSE;
  ubidi_setReorderingMode (bidi, UBIDI_REORDER_INVERSE_LIKE_DIRECT);
  ubidi_setPara (bidi, from, n, UBIDI_RTL, NULL, &status);
  n = ubidi_writeReordered (bidi, to, 4 * (int32_t) length + 4, mirrored ? UBIDI_DO_MIRRORING : 0,
                            &status);
  ubidi_close (bidi);
  if (U_FAILURE (status))
    return FALSE;
  g_string_set_size (out, size + 3 * (gsize) n);
  u_strToUTF8 (out->str + size, 3 * n + 1, &m, to, n, &status);
  g_string_truncate (out, size + (U_SUCCESS (status) ? (gsize) m : 0));
  return U_SUCCESS (status);
}

/* Whether the first bracket closes: then the file has brackets by their meaning, not by the shape
 * that is seen, and mirroring them was wrong. */
static gboolean
is_turned (const char *text)
{
  const char *bracket = strpbrk (text, "()[]");

  return bracket != NULL && (*bracket == ')' || *bracket == ']');
}

/**
 * accord_pdf_order_visual:
 * @out: where to append
 * @visual: the characters of a line from left to right
 * @length: their number
 *
 * Appends them in the order in which they are read. A line with a letter of a script that is
 * written from right to left is one of such a text if most of its letters are.
 */
void
accord_pdf_order_visual (GString *out, const gunichar *visual, guint length)
{
  guint n_rtl = 0;
  gsize size = out->len;

  for (guint i = 0; i < length; i++)
    n_rtl += is_rtl_char (visual[i]);
  if (n_rtl == 0 || length > CHARS_MAX || !append_logical (out, visual, length, TRUE))
    append_chars (out, visual, length);
  else if (is_turned (out->str + size))
    {
      g_string_truncate (out, size);
      append_logical (out, visual, length, FALSE);
    }
}

static int
compare_places_cb (gconstpointer a, gconstpointer b)
{
  const AccordPdfWord *x = *(AccordPdfWord *const *) a, *y = *(AccordPdfWord *const *) b;
  float p = x->y0 + x->y1, q = y->y0 + y->y1;

  if (p != q)
    return p < q ? -1 : 1;
  if (x->x0 != y->x0)
    return x->x0 < y->x0 ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

static int
compare_sides_cb (gconstpointer a, gconstpointer b)
{
  const AccordPdfWord *x = *(AccordPdfWord *const *) a, *y = *(AccordPdfWord *const *) b;

  if (x->x0 != y->x0)
    return x->x0 < y->x0 ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

/* The size of most characters; what is raised or lowered is smaller and less. */
static float
main_size (const GPtrArray *words)
{
  float best = 0;
  guint most = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const AccordPdfWord *word = g_ptr_array_index (words, i);
      guint n = 0;

      for (guint k = 0; k < MIN (words->len, 200); k++)
        {
          const AccordPdfWord *other = g_ptr_array_index (words, k);

          n += ABS (other->size - word->size) < 0.3f ? other->length : 0;
        }
      if (n > most || (n == most && word->size > best))
        {
          most = n;
          best = word->size;
        }
      if (i > 200)
        break;
    }
  return best;
}

static gboolean
is_wide (gunichar c)
{
  return g_unichar_iswide (c);
}

/* Whether a space parts two words that stand beside each other. */
static gboolean
is_parted (const Row *row, const AccordPdfWord *left, const AccordPdfWord *right)
{
  gunichar a = row->chars[left->start + left->length - 1], b = row->chars[right->start];
  float gap = (right->x0 - left->x1) / MAX (row->size, 1);

  if (is_wide (a) && is_wide (b))
    return gap > 1.5f;
  return gap > (is_wide (a) || is_wide (b) ? WIDE_SPACE_LEAST : SPACE_LEAST);
}

static gboolean
is_ref_char (gunichar c)
{
  return g_unichar_isdigit (c) || g_utf8_strchr ("*†‡§[]()", -1, c) != NULL;
}

/* Whether word @i is a small raised sign beside a word that is no number. */
static gboolean
is_ref (const Row *row, guint i)
{
  const AccordPdfWord *word = g_ptr_array_index (row->words, i);
  const AccordPdfWord *left = i > 0 ? g_ptr_array_index (row->words, i - 1) : NULL;
  const AccordPdfWord *right =
    i + 1 < row->words->len ? g_ptr_array_index (row->words, i + 1) : NULL;
  const AccordPdfWord *beside = NULL;
  gboolean rtl = FALSE;

  if (word->size > REF_SIZE_MOST * row->size || word->length > REF_LENGTH_MOST ||
      row->y1 - word->y1 < REF_RISE_LEAST * row->size)
    return FALSE;
  for (guint k = 0; k < word->length; k++)
    if (!is_ref_char (row->chars[word->start + k]))
      return FALSE;
  if (right != NULL)
    rtl = is_rtl_char (row->chars[right->start]) ||
          is_rtl_char (row->chars[right->start + right->length - 1]);
  beside = rtl ? right : left;
  if (beside == NULL ||
      ABS (rtl ? beside->x0 - word->x1 : word->x0 - beside->x1) > 0.5f * row->size)
    return FALSE;
  return !g_unichar_isdigit (row->chars[beside->start + beside->length - 1]) &&
         (beside->length > 1 || !g_unichar_isalpha (row->chars[beside->start]) ||
          is_wide (row->chars[beside->start]));
}

/* Takes the signs that refer to notes out of the row. */
static const char *
take_refs (Row *row)
{
  g_autoptr (GString) refs = g_string_new (NULL);

  for (guint i = row->words->len; i > 0; i--)
    {
      const AccordPdfWord *word = g_ptr_array_index (row->words, i - 1);
      g_autoptr (GString) ref = g_string_new (NULL);

      if (!is_ref (row, i - 1))
        continue;
      append_chars (ref, row->chars + word->start, word->length);
      g_string_append_c (ref, ' ');
      g_string_prepend (refs, ref->str);
      g_ptr_array_remove_index (row->words, i - 1);
    }
  return refs->len > 0 ? g_string_chunk_insert_const (row->pdf->strings, refs->str) : NULL;
}

static float
first_word_width (const Row *row, gboolean rtl)
{
  guint n = row->words->len;
  const AccordPdfWord *first = g_ptr_array_index (row->words, rtl ? n - 1 : 0);
  float x0 = first->x0, x1 = first->x1;
  gunichar c = row->chars[first->start];

  if (is_wide (c))
    return MIN (x1 - x0, 1.2f * row->size);
  for (guint i = 1; i < n; i++)
    {
      const AccordPdfWord *word = g_ptr_array_index (row->words, rtl ? n - 1 - i : i);
      const AccordPdfWord *before = g_ptr_array_index (row->words, rtl ? n - i : i - 1);

      if (rtl ? is_parted (row, word, before) : is_parted (row, before, word))
        break;
      x0 = MIN (x0, word->x0);
      x1 = MAX (x1, word->x1);
    }
  return x1 - x0;
}

/* The characters of the row from left to right, a space between words that are parted. */
static GArray *
spell (const Row *row, guint *n_bold)
{
  static const gunichar SPACE = ' ';
  GArray *visual = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (guint i = 0; i < row->words->len; i++)
    {
      const AccordPdfWord *word = g_ptr_array_index (row->words, i);

      if (i > 0 && is_parted (row, g_ptr_array_index (row->words, i - 1), word))
        g_array_append_val (visual, SPACE);
      g_array_append_vals (visual, row->chars + word->start, word->length);
      *n_bold += word->bold ? word->length : 0;
    }
  return visual;
}

static void
add_line (Row *row, float left, float right)
{
  AccordPdf *pdf = row->pdf;
  AccordPdfLine line = { .role = ACCORD_ROLE_PARAGRAPH, .left = left, .right = right };
  g_autoptr (GArray) visual = NULL;
  guint n_bold = 0, n_rtl = 0, n_spaces = 0;

  g_ptr_array_sort (row->words, compare_sides_cb);
  row->size = main_size (row->words);
  line.refs = take_refs (row);
  if (row->words->len == 0)
    return;
  visual = spell (row, &n_bold);
  for (guint i = 0; i < visual->len; i++)
    {
      n_rtl += is_rtl_char (g_array_index (visual, gunichar, i));
      n_spaces += g_array_index (visual, gunichar, i) == ' ';
    }
  line.text.start = (guint32) pdf->text->len;
  accord_pdf_order_visual (pdf->text, (const gunichar *) (gpointer) visual->data, visual->len);
  line.text.end = (guint32) pdf->text->len;
  line.x0 = ((AccordPdfWord *) g_ptr_array_index (row->words, 0))->x0;
  line.x1 = ((AccordPdfWord *) g_ptr_array_index (row->words, row->words->len - 1))->x1;
  line.y0 = row->y0;
  line.y1 = row->y1;
  line.size = row->size;
  line.rtl = n_rtl * 2 > visual->len;
  line.first_word = first_word_width (row, line.rtl);
  line.bold = n_bold * 10 > (visual->len - n_spaces) * 9;
  line.region = pdf->n_regions;
  line.page = pdf->heights->len;
  if (line.text.end > line.text.start)
    g_array_append_val (pdf->lines, line);
}

/* Whether the middle of one lies within the other, and neither is beside it in height. */
static gboolean
is_in_row (const Row *row, const AccordPdfWord *word)
{
  float overlap = MIN (row->y1, word->y1) - MAX (row->y0, word->y0);

  return overlap > 0.5f * MIN (row->y1 - row->y0, word->y1 - word->y0);
}

static void
row_add (Row *row, AccordPdfWord *word)
{
  const AccordPdfWord *first = row->words->len > 0 ? g_ptr_array_index (row->words, 0) : NULL;

  /* What is much larger or smaller does not stretch the row to its neighbours. */
  if (first == NULL || word->size > first->size * 1.1f)
    {
      row->y0 = word->y0;
      row->y1 = word->y1;
    }
  g_ptr_array_add (row->words, word);
}

void
accord_pdf_add_region (AccordPdf *self, GPtrArray *words, const gunichar *chars)
{
  float left = G_MAXFLOAT, right = -G_MAXFLOAT;
  Row row = { self, chars, g_ptr_array_new (), 0, 0, 0 };

  g_ptr_array_sort (words, compare_places_cb);
  for (guint i = 0; i < words->len; i++)
    {
      const AccordPdfWord *word = g_ptr_array_index (words, i);

      left = MIN (left, word->x0);
      right = MAX (right, word->x1);
    }
  for (guint i = 0; i < words->len; i++)
    {
      if (row.words->len > 0 && !is_in_row (&row, g_ptr_array_index (words, i)))
        {
          add_line (&row, left, right);
          g_ptr_array_set_size (row.words, 0);
        }
      row_add (&row, g_ptr_array_index (words, i));
    }
  if (row.words->len > 0)
    add_line (&row, left, right);
  g_ptr_array_unref (row.words);
  self->n_regions++;
}
