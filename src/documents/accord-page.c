/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines are measured once, when they are appended: what the stages weigh are these
 * figures, seldom the text itself. */
#include "documents/accord-page-private.h"

#include <string.h>

/**
 * accord_page_new:
 *
 * Returns: (transfer full): a page without lines
 */
AccordPage *
accord_page_new (void)
{
  AccordPage *self = g_new0 (AccordPage, 1);

  self->text = g_string_new (NULL);
  self->lines = g_array_new (FALSE, TRUE, sizeof (AccordLine));
  self->strings = g_string_chunk_new (512);
  return self;
}

/**
 * accord_page_free:
 * @self: (transfer full): a page
 */
void
accord_page_free (AccordPage *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static gboolean
is_comma (gunichar c)
{
  return c == ',' || c == ';' || c == 0x3001 || c == 0xFF0C || c == 0xFF1B || c == 0x060C ||
         c == 0x061B;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
         c == 0xFF1F || c == 0x061F || c == 0x06D4;
}

/* What may stand between the end of a sentence and the end of its line. */
static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_CLOSE_PUNCTUATION ||
         type == G_UNICODE_FINAL_PUNCTUATION;
}

/**
 * accord_line_measure:
 * @line: gets weight, commas, stops and ended
 * @text: its text, valid UTF-8
 * @length: bytes of it
 */
void
accord_line_measure (AccordLine *line, const char *text, gsize length)
{
  guint weight = 0, commas = 0, stops = 0;
  gunichar before = 0, last = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        weight += g_unichar_iswide (c) ? 2 : 1;
      else if (is_comma (c))
        commas++;
      /* A full stop in a number or an address ends nothing. */
      else if (g_unichar_isspace (c) || g_unichar_iswide (c))
        stops += before == '.' || is_stop (c);
      else if (is_stop (c) && c != '.')
        stops++;
      before = is_closing (c) ? before : c;
      if (!is_closing (c) && !g_unichar_isspace (c))
        last = c;
    }
  line->weight = weight;
  line->commas = MIN (commas, G_MAXUINT16);
  line->stops = MIN (stops + (last == '.'), G_MAXUINT16);
  line->ended = is_stop (last) || last == ':' || last == 0xFF1A || last == ';' || last == 0xFF1B;
}

/**
 * accord_line_ends_at:
 * @line: what stands before a break within a paragraph
 * @behind: what stands behind it, ended by NUL
 *
 * Returns: whether the break ends the line, since it ends a sentence, or is followed by another
 */
gboolean
accord_line_ends_at (const GString *line, const char *behind)
{
  AccordLine measured = { 0 };
  gsize start = line->len > 256 ? line->len - 256 : 0;

  for (; *behind != '\0' && g_unichar_isspace (g_utf8_get_char (behind));
       behind = g_utf8_next_char (behind))
    if (*behind == '\n')
      return TRUE;
  while (((guchar) line->str[start] & 0xC0) == 0x80)
    start++;
  accord_line_measure (&measured, line->str + start, line->len - start);
  return measured.ended && measured.weight >= 30;
}

/**
 * accord_page_append:
 * @self: a page
 * @role: what the line is
 * @text: valid UTF-8, trimmed
 * @length: bytes of it
 *
 * Appends a line that is kept.
 *
 * Returns: (transfer none): the line; valid until the next is appended
 */
AccordLine *
accord_page_append (AccordPage *self, AccordRole role, const char *text, gsize length)
{
  AccordLine line = { .role = role, .kept = TRUE };

  line.span.start = (guint32) self->text->len;
  g_string_append_len (self->text, text, length);
  line.span.end = (guint32) self->text->len;
  accord_line_measure (&line, text, length);
  g_array_append_val (self->lines, line);
  return accord_page_get_line (self, self->lines->len - 1);
}

/**
 * accord_page_get_line:
 * @self: a page
 * @index: of a line
 *
 * Returns: (transfer none): the line
 */
AccordLine *
accord_page_get_line (const AccordPage *self, guint index)
{
  return &g_array_index (self->lines, AccordLine, index);
}

/**
 * accord_page_get_text:
 * @self: a page
 * @line: one of its lines
 * @length: (out): bytes of its text
 *
 * Returns: (transfer none): the text of @line, not ended by NUL; valid until a line is appended
 */
const char *
accord_page_get_text (const AccordPage *self, const AccordLine *line, gsize *length)
{
  *length = accord_span_length (line->span);
  return self->text->str + line->span.start;
}

/**
 * accord_page_dup_text:
 * @self: a page
 * @line: one of its lines
 *
 * Returns: (transfer full): the text of @line
 */
char *
accord_page_dup_text (const AccordPage *self, const AccordLine *line)
{
  return g_strndup (self->text->str + line->span.start, accord_span_length (line->span));
}

/**
 * accord_page_append_page:
 * @to: a page
 * @from: another
 *
 * Appends copies of the lines of @from.
 */
void
accord_page_append_page (AccordPage *to, const AccordPage *from)
{
  for (guint i = 0; i < from->lines->len; i++)
    {
      const AccordLine *line = accord_page_get_line (from, i);
      gsize length = 0;
      const char *text = accord_page_get_text (from, line, &length);
      AccordLine *copy = accord_page_append (to, line->role, text, length);

      copy->level = line->level;
      copy->furniture = line->furniture;
      copy->kept = line->kept;
      if (line->marker != NULL)
        copy->marker = g_string_chunk_insert_const (to->strings, line->marker);
    }
}

/**
 * accord_page_has:
 * @page: a page
 * @role: of a line
 * @text: its text
 * @length: bytes of it
 *
 * Returns: whether there is such a line
 */
gboolean
accord_page_has (const AccordPage *page, AccordRole role, const char *text, gsize length)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const AccordLine *line = accord_page_get_line (page, i);
      gsize n = 0;
      const char *other = accord_page_get_text (page, line, &n);

      if (line->role == role && n == length && memcmp (other, text, n) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * accord_page_set_field:
 * @self: a page
 * @field: which
 * @value: (nullable): its value
 * @length: bytes of it, or -1 if it ends with NUL
 *
 * Sets a field that is not known yet; what was found first is the better evidence.
 */
void
accord_page_set_field (AccordPage *self, AccordField field, const char *value, gssize length)
{
  g_autofree char *copy = NULL;

  if (value == NULL || self->fields[field] != NULL)
    return;
  copy = g_strstrip (length < 0 ? g_strdup (value) : g_strndup (value, length));
  if (*copy != '\0')
    self->fields[field] = g_string_chunk_insert (self->strings, copy);
}

/**
 * accord_page_move_to:
 * @self: a page
 * @source: gets its lines as blocks, and its fields
 */
void
accord_page_move_to (AccordPage *self, AccordSource *source)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordLine *line = accord_page_get_line (self, i);
      gsize length = 0;
      const char *text = accord_page_get_text (self, line, &length);
      AccordBlock *block = accord_source_append (source, line->role, text, length);

      block->kept = line->kept;
      block->level = line->level;
      block->page = line->page;
      if (line->marker != NULL)
        block->marker = g_string_chunk_insert_const (source->strings, line->marker);
      if (!line->kept && line->furniture != ACCORD_FURNITURE_NONE)
        accord_source_leave_out (source, block, accord_furniture_reason (line->furniture));
    }
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    if (self->fields[i] != NULL)
      accord_source_set_field (source, i, self->fields[i]);
}
