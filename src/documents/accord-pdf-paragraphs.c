/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs out of lines, over columns and pages. A line goes on where the first word
 * of the next would not have fitted behind it; space, indents, sizes and markers say
 * where a paragraph begins. Notes stand behind the paragraph that refers to them. */
#include "documents/accord-pdf-private.h"

#include <string.h>

#include "documents/accord-read-private.h"
#include "documents/accord-text-lines-private.h"

/* In sizes of the text. */
#define INDENT_LEAST 0.7f

/* What a line may leave free besides the next word: a space; a character that may not stand at its
 * end; an indent that cannot be seen. */
#define SLACK 0.25f
#define WIDE_SLACK 1.05f
#define RAGGED_SLACK 1.75f

/* Space above a paragraph, as a multiple of the distance of its lines. */
#define LEADING_MOST 1.28f

/* How much larger a heading is than the body. */
#define HEADING_SIZE_LEAST 1.12f
#define HEADING_MOST 160

/* What the signs of notes are made of. */
#define SIGNS "0123456789*†‡§[]()٠١٢٣٤٥٦٧٨٩"

typedef struct
{
  GString *text;
  AccordRole role;
  guint page;
  guint last_page;
  float size;
  gboolean bold;
  guint n_lines;
  const char *marker; /* nullable */
  GString *refs;
  GPtrArray *notes; /* owned Paragraph */
} Paragraph;

typedef struct
{
  AccordPdf *pdf;
  GPtrArray *paragraphs;
  GPtrArray *notes;
  /* The lines of the last paragraph. */
  Paragraph *open;
  const AccordPdfLine *first;
  const AccordPdfLine *last;
  float leading;
  gboolean indents;
} Maker;

static void
paragraph_free (gpointer data)
{
  Paragraph *self = data;

  g_string_free (self->text, TRUE);
  g_string_free (self->refs, TRUE);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static Paragraph *
paragraph_new (const AccordPdfLine *line)
{
  Paragraph *self = g_new0 (Paragraph, 1);

  self->text = g_string_new (NULL);
  self->refs = g_string_new (" ");
  self->notes = g_ptr_array_new_with_free_func (paragraph_free);
  self->role = line->role;
  self->page = line->page;
  self->size = line->size;
  self->bold = line->bold;
  return self;
}

/* From where a line is read: its left end, or its right. */
static float
indent_of (const AccordPdfLine *line)
{
  if (line->ragged)
    return 0;
  return line->rtl ? line->right - line->x1 : line->x0 - line->left;
}

/* Headings may stand in the middle; an indented line of the body only seems to. */
static gboolean
is_centred (const AccordPdf *pdf, const AccordPdfLine *line)
{
  float left = line->x0 - line->left, right = line->right - line->x1;

  return (line->bold || line->size > HEADING_SIZE_LEAST * pdf->body) && left > 0.3f * line->size &&
         ABS (left - right) < 0.7f * line->size;
}

/* What is free behind it; beside it, where it stands in the middle. */
static float
rest_of (const AccordPdf *pdf, const AccordPdfLine *line)
{
  if (line->ragged || is_centred (pdf, line))
    return line->x0 - line->left + line->right - line->x1;
  return line->rtl ? line->x0 - line->left : line->right - line->x1;
}

static gboolean
is_stop (gunichar c)
{
  return g_utf8_strchr (".!?:;…。！？：；؟۔؛", -1, c) != NULL;
}

/* Behind closing quotes and brackets. */
static gboolean
is_ended (const AccordPdf *pdf, const AccordPdfLine *line)
{
  const char *start = pdf->text->str + line->text.start, *p = pdf->text->str + line->text.end;

  while (p > start)
    {
      gunichar c = 0;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (is_stop (c))
        return TRUE;
      if (g_utf8_strchr ("\"'”’»)）」』]", -1, c) == NULL)
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xAD || c == 0x2010;
}

static gboolean
ends_in_hyphen (const AccordPdf *pdf, const AccordPdfLine *line)
{
  const char *text = pdf->text->str + line->text.start;
  const char *last = g_utf8_prev_char (pdf->text->str + line->text.end);

  return last > text && is_hyphen (g_utf8_get_char (last)) &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (last)));
}

/* Whether it begins with what notes begin with. */
static gboolean
has_sign (const AccordPdf *pdf, const AccordPdfLine *line)
{
  return g_utf8_strchr (SIGNS, -1, accord_pdf_first_char (pdf, line)) != NULL;
}

static gsize
marker_of (const AccordPdf *pdf, const AccordPdfLine *line)
{
  return accord_marker_length (pdf->text->str + line->text.start, accord_span_length (line->text));
}

/* Whether the line could not have taken the first word of the next. */
static gboolean
is_full (const AccordPdf *pdf, const AccordPdfLine *line, const AccordPdfLine *next)
{
  gboolean wide = g_unichar_iswide (accord_pdf_last_char (pdf, line));
  float slack = wide ? WIDE_SLACK : line->ragged ? RAGGED_SLACK : SLACK;

  return ends_in_hyphen (pdf, line) || rest_of (pdf, line) < next->first_word + slack * line->size;
}

static gboolean
same_font (const AccordPdfLine *a, const AccordPdfLine *b)
{
  return ABS (a->size - b->size) < 0.06f * MAX (a->size, b->size) && a->role == b->role;
}

/* The distance of lines: that of the last two of the paragraph, else what is common. */
static float
leading_of (const Maker *self, const AccordPdfLine *line)
{
  return self->leading * line->size / MAX (self->pdf->body, 1);
}

static gboolean
is_large (const Maker *self, const AccordPdfLine *line)
{
  return line->size > HEADING_SIZE_LEAST * self->pdf->body;
}

/* Headings and titles: the next line goes on if it stands close below in the same font. */
static gboolean
heading_goes_on (const Maker *self, const AccordPdfLine *last, const AccordPdfLine *line)
{
  if (last->bold != line->bold)
    return FALSE;
  return is_full (self->pdf, last, line) ||
         (is_centred (self->pdf, last) && is_centred (self->pdf, line)) ||
         g_unichar_islower (accord_pdf_first_char (self->pdf, line));
}

/* Whether the start of @line says that it is none of a paragraph. */
static gboolean
is_indented (const Maker *self, const AccordPdfLine *line)
{
  float indent = indent_of (line), least = INDENT_LEAST * line->size;

  /* Behind a marker the text hangs, and the second line shows how far. */
  if (self->first == self->last && self->open->marker != NULL)
    return indent < indent_of (self->first) - least;
  if (self->first == self->last)
    return indent > indent_of (self->last) + least;
  return ABS (indent - indent_of (self->last)) > least;
}

/* Within one column. */
static gboolean
goes_on_below (const Maker *self, const AccordPdfLine *line)
{
  const AccordPdfLine *last = self->last;
  float step = line->y1 - last->y1;

  if (step > LEADING_MOST * leading_of (self, line) || step < 0)
    return FALSE;
  if (is_large (self, line) || (last->bold && line->bold))
    return heading_goes_on (self, last, line);
  if (last->bold != line->bold && self->first == last && !ends_in_hyphen (self->pdf, last) &&
      !is_full (self->pdf, last, line))
    return FALSE;
  if (is_indented (self, line))
    return FALSE;
  if (line->role == ACCORD_ROLE_NOTE && has_sign (self->pdf, line) &&
      indent_of (line) < indent_of (self->first) + INDENT_LEAST * line->size)
    return FALSE;
  if (marker_of (self->pdf, line) > 0 &&
      (is_ended (self->pdf, last) || self->first == last || self->open->marker != NULL))
    return FALSE;
  return is_full (self->pdf, last, line);
}

/* Over the end of a column or page. */
static gboolean
goes_on_beyond (const Maker *self, const AccordPdfLine *line)
{
  const AccordPdfLine *last = self->last;
  gunichar first = accord_pdf_first_char (self->pdf, line);

  if (is_large (self, line) || last->bold != line->bold || marker_of (self->pdf, line) > 0)
    return FALSE;
  if (line->role == ACCORD_ROLE_NOTE && has_sign (self->pdf, line))
    return FALSE;
  if (ends_in_hyphen (self->pdf, last))
    return TRUE;
  if (!is_full (self->pdf, last, line))
    return FALSE;
  if (!is_ended (self->pdf, last))
    return self->open->marker != NULL || indent_of (line) < INDENT_LEAST * line->size ||
           g_unichar_islower (first);
  return g_unichar_islower (first) ||
         (self->indents && indent_of (line) < INDENT_LEAST * line->size);
}

static gboolean
goes_on (const Maker *self, const AccordPdfLine *line)
{
  if (self->open == NULL || !same_font (self->last, line) || line->cell || self->last->cell)
    return FALSE;
  return line->region == self->last->region ? goes_on_below (self, line)
                                            : goes_on_beyond (self, line);
}

/* Adds the text of a line, with a space or without the hyphen before it. */
static void
join (Maker *self, const AccordPdfLine *line)
{
  GString *text = self->open->text;
  g_autofree char *next =
    g_strndup (self->pdf->text->str + line->text.start, accord_span_length (line->text));

  if (text->len > 0)
    {
      const char *last = g_utf8_prev_char (text->str + text->len);
      gunichar c = g_utf8_get_char (last);

      if (is_hyphen (c) && ends_in_hyphen (self->pdf, self->last))
        {
          g_autofree char *before = g_strndup (text->str, last - text->str);

          if (c == 0xAD || !accord_pdf_keeps_hyphen (self->pdf, before, next))
            g_string_truncate (text, last - text->str);
        }
      else if (!(g_unichar_iswide (c) && g_unichar_iswide (g_utf8_get_char (next))) &&
               c != 0x2014 &&
               !(g_unichar_iswide (c) && g_unichar_isalnum (g_utf8_get_char (next))) &&
               !(g_unichar_isalnum (c) && g_unichar_iswide (g_utf8_get_char (next))))
        g_string_append_c (text, ' ');
    }
  g_string_append (text, next);
}

/* The number or sign of a note, which is no part of its text. */
static void
take_note_sign (Maker *self, Paragraph *note)
{
  const char *p = note->text->str;
  g_autofree char *sign = NULL;

  while (g_utf8_strchr (SIGNS, -1, g_utf8_get_char (p)) != NULL && *p != '\0')
    p = g_utf8_next_char (p);
  sign = g_strndup (note->text->str, p - note->text->str);
  note->marker = g_string_chunk_insert_const (self->pdf->strings, sign);
  while (*p == ' ' || *p == '.')
    p++;
  g_string_erase (note->text, 0, p - note->text->str);
}

static void
begin (Maker *self, const AccordPdfLine *line)
{
  self->open = paragraph_new (line);
  self->first = line;
  if (marker_of (self->pdf, line) > 0 || line->role == ACCORD_ROLE_NOTE)
    self->open->marker = "";
  g_ptr_array_add (line->role == ACCORD_ROLE_NOTE ? self->notes : self->paragraphs, self->open);
}

/* A sign is good for its page: many documents number their notes anew on each. */
static void
add_refs (Paragraph *paragraph, const AccordPdfLine *line)
{
  g_auto (GStrv) signs = g_strsplit (line->refs, " ", -1);

  for (guint i = 0; signs[i] != NULL; i++)
    if (*signs[i] != '\0')
      g_string_append_printf (paragraph->refs, "%s@%u ", signs[i], line->page);
}

static void
add_line (Maker *self, const AccordPdfLine *line)
{
  gboolean on = goes_on (self, line);

  if (!on)
    begin (self, line);
  if (on || self->open->text->len == 0)
    join (self, line);
  if (line->refs != NULL)
    add_refs (self->open, line);
  self->open->last_page = line->page;
  self->open->n_lines++;
  self->last = line;
}

static int
compare_floats_cb (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return x < y ? -1 : x > y;
}

/* The distance of most lines of the body from the one above. */
static void
find_leading (Maker *self)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (float));
  guint n_indented = 0, n_flush = 0;

  for (guint i = 1; i < self->pdf->lines->len; i++)
    {
      const AccordPdfLine *a = accord_pdf_get_line (self->pdf, i - 1);
      const AccordPdfLine *b = accord_pdf_get_line (self->pdf, i);
      float step = b->y1 - a->y1;

      if (a->region != b->region || a->role != ACCORD_ROLE_PARAGRAPH || !same_font (a, b) ||
          ABS (b->size - self->pdf->body) > 0.3f || step <= 0)
        continue;
      g_array_append_val (steps, step);
      if (is_ended (self->pdf, a) && !is_full (self->pdf, a, b))
        *(indent_of (b) > INDENT_LEAST * b->size ? &n_indented : &n_flush) += 1;
    }
  g_array_sort (steps, compare_floats_cb);
  self->leading =
    steps->len > 0 ? g_array_index (steps, float, steps->len / 2) : 1.3f * self->pdf->body;
  self->indents = n_indented > n_flush;
}

/* Lines that stand at the edge of pages are put behind the body of their page, so that they part
 * no paragraph. */
static void
add_lines (Maker *self)
{
  static const AccordRole PASSES[] = { ACCORD_ROLE_PARAGRAPH, ACCORD_ROLE_NOTE, ACCORD_ROLE_HEADER,
                                       ACCORD_ROLE_FOOTER };

  for (guint pass = 0; pass < 2; pass++)
    {
      self->open = NULL;
      for (guint i = 0; i < self->pdf->lines->len; i++)
        {
          const AccordPdfLine *line = accord_pdf_get_line (self->pdf, i);

          if (line->role == PASSES[pass])
            add_line (self, line);
        }
    }
}

/* The paragraph that refers to a note on its page; else the last that begins there or before. */
static Paragraph *
find_referrer (Maker *self, const Paragraph *note)
{
  g_autofree char *key = g_strdup_printf (" %s@%u ", note->marker, note->page);
  Paragraph *last = NULL;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      if (paragraph->page > note->page)
        break;
      last = paragraph;
      if (strstr (paragraph->refs->str, key) != NULL)
        return paragraph;
    }
  return last;
}

static void
place_notes (Maker *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      Paragraph *note = g_ptr_array_index (self->notes, i);
      Paragraph *referrer = NULL;

      take_note_sign (self, note);
      referrer = find_referrer (self, note);
      g_ptr_array_add (referrer != NULL ? referrer->notes : self->paragraphs, note);
    }
}

static gboolean
is_heading (const Maker *self, const Paragraph *paragraph)
{
  if (paragraph->role != ACCORD_ROLE_PARAGRAPH || paragraph->text->len > HEADING_MOST * 3)
    return FALSE;
  if (paragraph->size > HEADING_SIZE_LEAST * self->pdf->body)
    return TRUE;
  return paragraph->bold && paragraph->n_lines <= 3 &&
         g_utf8_strlen (paragraph->text->str, -1) <= HEADING_MOST &&
         !is_stop (
           g_utf8_get_char (g_utf8_prev_char (paragraph->text->str + paragraph->text->len)));
}

/* The sizes of headings, the largest first, say their levels; what is only bold comes last. */
static guint
level_of (const GArray *sizes, float size)
{
  guint level = 1;

  for (guint i = 0; i < sizes->len && g_array_index (sizes, float, i) > size + 0.3f; i++)
    level += i == 0 || g_array_index (sizes, float, i) < g_array_index (sizes, float, i - 1) - 0.3f;
  return MIN (level, 6);
}

static GArray *
heading_sizes (const Maker *self)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (float));

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);
      float size = -paragraph->size;

      if (is_heading (self, paragraph))
        g_array_append_val (sizes, size);
    }
  g_array_sort (sizes, compare_floats_cb);
  for (guint i = 0; i < sizes->len; i++)
    g_array_index (sizes, float, i) *= -1;
  return sizes;
}

static void
move_one (AccordPage *page, const Paragraph *paragraph, AccordRole role, guint level)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AccordLine *line = NULL;

  accord_normalize_append (text, paragraph->text->str, paragraph->text->len);
  if (text->len == 0)
    return;
  line = accord_page_append (page, role, text->str, text->len);
  line->level = level;
  line->page = paragraph->page;
  line->kept = role != ACCORD_ROLE_HEADER && role != ACCORD_ROLE_FOOTER;
  if (paragraph->marker != NULL && *paragraph->marker != '\0')
    line->marker = g_string_chunk_insert_const (page->strings, paragraph->marker);
}

/* What stands at the edges of the pages up to @page. */
static void
move_edges (Maker *self, AccordPage *page, guint *at, guint to)
{
  for (; *at < self->pdf->lines->len && accord_pdf_get_line (self->pdf, *at)->page <= to; *at += 1)
    {
      const AccordPdfLine *line = accord_pdf_get_line (self->pdf, *at);
      Paragraph *paragraph = NULL;

      if (line->role != ACCORD_ROLE_HEADER && line->role != ACCORD_ROLE_FOOTER)
        continue;
      paragraph = paragraph_new (line);
      g_string_append_len (paragraph->text, self->pdf->text->str + line->text.start,
                           accord_span_length (line->text));
      move_one (page, paragraph, line->role, 0);
      paragraph_free (paragraph);
    }
}

static void
move_all (Maker *self, AccordPage *page)
{
  g_autoptr (GArray) sizes = heading_sizes (self);
  guint edge = 0;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = g_ptr_array_index (self->paragraphs, i);
      gboolean heading = is_heading (self, paragraph);

      move_edges (self, page, &edge, paragraph->page - 1);
      move_one (page, paragraph, heading ? ACCORD_ROLE_HEADING : paragraph->role,
                heading ? level_of (sizes, paragraph->size) : 0);
      for (guint k = 0; k < paragraph->notes->len; k++)
        move_one (page, g_ptr_array_index (paragraph->notes, k), ACCORD_ROLE_NOTE, 0);
    }
  move_edges (self, page, &edge, G_MAXUINT);
}

/**
 * accord_pdf_make_paragraphs:
 * @self: a document, its running heads, notes and words found
 * @page: gets its paragraphs, headings and notes as lines; what stands at the edge of a page
 *   behind its body, not kept
 */
void
accord_pdf_make_paragraphs (AccordPdf *self, AccordPage *page)
{
  Maker maker = { .pdf = self };

  maker.paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  maker.notes = g_ptr_array_new ();
  find_leading (&maker);
  add_lines (&maker);
  place_notes (&maker);
  move_all (&maker, page);
  g_ptr_array_unref (maker.notes);
  g_ptr_array_unref (maker.paragraphs);
}
