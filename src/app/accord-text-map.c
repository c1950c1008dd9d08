/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map is one array of lines, sorted by both positions; every question is a binary
 * search in it and one look into the text's own index of characters. */
#include "app/accord-text-map.h"

#include <string.h>

/* Lines are sorted and do not overlap; between two neighbours the buffer has one line end. */
struct _AccordTextMap
{
  AccordDocument *document;
  GArray *lines;
};

/* Where to end a line that begins at @start in a paragraph that ends at @end: behind the last
 * passage that fits, else at the last character boundary that does. */
static guint32
line_end (AccordDocument *document, guint32 start, guint32 end)
{
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  guint32 limit = start + ACCORD_TEXT_MAP_LINE;
  guint i = accord_document_find_passage (document, start);
  guint32 best = 0;

  if (end <= limit)
    return end;
  for (; i + 1 < n && passages[i + 1].span.start <= limit; i++)
    best = passages[i + 1].span.start;
  if (best > start && best < end)
    return best;
  while (!accord_text_is_boundary (accord_document_get_text (document), limit))
    limit--;
  return limit;
}

static void
append_paragraph (AccordTextMap *self,
                  const AccordParagraph *paragraph,
                  guint32 index,
                  guint32 *n_chars)
{
  AccordText *text = accord_document_get_text (self->document);
  guint32 start = paragraph->span.start;

  do
    {
      AccordTextLine line = { { start, line_end (self->document, start, paragraph->span.end) },
                              *n_chars,
                              index,
                              start == paragraph->span.start };

      g_array_append_val (self->lines, line);
      *n_chars +=
        accord_text_char_offset (text, line.span.end) - accord_text_char_offset (text, start) + 1;
      start = line.span.end;
    }
  while (start < paragraph->span.end);
}

/**
 * accord_text_map_new:
 * @document: a document
 *
 * Cost: linear in its paragraphs.
 *
 * Returns: (transfer full): its map
 */
AccordTextMap *
accord_text_map_new (AccordDocument *document)
{
  AccordTextMap *self = g_new0 (AccordTextMap, 1);
  guint n = 0;
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (document, &n);
  guint32 n_chars = 0;

  self->document = accord_document_ref (document);
  self->lines = g_array_new (FALSE, FALSE, sizeof (AccordTextLine));
  for (guint i = 0; i < n; i++)
    append_paragraph (self, &paragraphs[i], i, &n_chars);
  return self;
}

/**
 * accord_text_map_free:
 * @self: (transfer full): a map
 */
void
accord_text_map_free (AccordTextMap *self)
{
  accord_document_unref (self->document);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * accord_text_map_get_document:
 * @self: a map
 *
 * Returns: (transfer none): its document
 */
AccordDocument *
accord_text_map_get_document (AccordTextMap *self)
{
  return self->document;
}

/**
 * accord_text_map_get_lines:
 * @self: a map
 * @n_lines: (out): their number
 *
 * Returns: (transfer none) (array length=n_lines): the buffer's lines
 */
const AccordTextLine *
accord_text_map_get_lines (AccordTextMap *self, guint *n_lines)
{
  *n_lines = self->lines->len;
  return (const AccordTextLine *) (gpointer) self->lines->data;
}

/**
 * accord_text_map_dup_line:
 * @self: a map
 * @line: index of a line
 * @length: (out): bytes of what is returned
 *
 * Returns: (transfer full): the line's text as the buffer gets it: a line end inside a paragraph is
 * a space
 */
char *
accord_text_map_dup_line (AccordTextMap *self, guint line, gsize *length)
{
  AccordSpan span = g_array_index (self->lines, AccordTextLine, line).span;
  char *text = accord_text_dup_span (accord_document_get_text (self->document), span);

  *length = accord_span_length (span);
  for (char *p = text; p < text + *length; p++)
    if (*p == '\n' || *p == '\r')
      *p = ' ';
  return text;
}

/* The last line that begins at or before @position, by bytes or by characters. */
static const AccordTextLine *
find_line (AccordTextMap *self, guint32 position, gboolean by_char)
{
  guint low = 0, high = self->lines->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;
      const AccordTextLine *line = &g_array_index (self->lines, AccordTextLine, middle);

      if ((by_char ? line->first_char : line->span.start) <= position)
        low = middle;
      else
        high = middle;
    }
  return self->lines->len > 0 ? &g_array_index (self->lines, AccordTextLine, low) : NULL;
}

/**
 * accord_text_map_to_char:
 * @self: a map
 * @byte: a place in the document's text, on a character boundary
 *
 * Cost: logarithmic.
 *
 * Returns: the offset in the buffer; of a place that the buffer does not hold, the nearest before
 * it
 */
guint32
accord_text_map_to_char (AccordTextMap *self, guint32 byte)
{
  const AccordTextLine *line = find_line (self, byte, FALSE);
  AccordText *text = accord_document_get_text (self->document);

  if (line == NULL)
    return 0;
  byte = CLAMP (byte, line->span.start, line->span.end);
  return line->first_char + accord_text_char_offset (text, byte) -
         accord_text_char_offset (text, line->span.start);
}

/**
 * accord_text_map_to_byte:
 * @self: a map
 * @character: an offset in the buffer
 *
 * Cost: logarithmic.
 *
 * Returns: the place in the document's text
 */
guint32
accord_text_map_to_byte (AccordTextMap *self, guint32 character)
{
  const AccordTextLine *line = find_line (self, character, TRUE);
  AccordText *text = accord_document_get_text (self->document);
  guint32 first, byte;

  if (line == NULL)
    return 0;
  first = accord_text_char_offset (text, line->span.start) + character - line->first_char;
  byte = accord_text_byte_offset (text, MIN (first, accord_text_get_n_chars (text)));
  return MIN (byte, line->span.end);
}
