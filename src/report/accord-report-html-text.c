/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters of foreign texts in HTML. What could end an element or an attribute is
 * escaped, what HTML forbids becomes U+FFFD, and a label is isolated and loses its
 * direction controls, so that a title cannot reorder the report around it. */
#include "report/accord-report-html-private.h"

#include <string.h>

#include "engine/accord-language.h"

/* Noncharacters and controls: no character of an HTML document may be one. */
static gboolean
is_forbidden (gunichar c)
{
  if (c == '\t' || c == '\n')
    return FALSE;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) ||
         (c & 0xFFFE) == 0xFFFE;
}

/* Embeddings, overrides and isolates; the marks LRM, RLM and ALM reach no further than
 * their neighbours. */
static gboolean
is_direction_control (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void
append_char (GString *out, gunichar c)
{
  switch (c)
    {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    case '\'':
      g_string_append (out, "&#39;");
      break;
    default:
      g_string_append_unichar (out, is_forbidden (c) ? 0xFFFD : c);
    }
}

static const char *
end_of (const char *text, gssize length)
{
  return text + (length < 0 ? strlen (text) : (gsize) length);
}

/**
 * accord_html_text:
 * @self: a report
 * @text: valid UTF-8
 * @length: in bytes, or -1
 *
 * Writes a text, for content and for attributes.
 */
void
accord_html_text (AccordHtml *self, const char *text, gssize length)
{
  const char *end = end_of (text, length);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    append_char (self->out, g_utf8_get_char (p));
}

/**
 * accord_html_label:
 * @self: a report
 * @text: text of any origin, as a title or the name of a file
 * @length: in bytes, or -1
 *
 * Writes a text within a line, isolated, on one line.
 */
void
accord_html_label (AccordHtml *self, const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);

  g_string_append (self->out, "<bdi>");
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_direction_control (c))
        append_char (self->out, c == '\n' || c == '\t' ? ' ' : c);
    }
  g_string_append (self->out, "</bdi>");
}

/**
 * accord_html_lang:
 * @self: a report in a tag
 * @language: a BCP 47 tag
 *
 * Writes the attributes lang and dir.
 */
void
accord_html_lang (AccordHtml *self, const char *language)
{
  g_string_append (self->out, " lang=\"");
  if (!g_str_equal (language, "und"))
    accord_html_text (self, language, -1);
  g_string_append_printf (self->out, "\" dir=\"%s\"",
                          accord_language_is_rtl (language) ? "rtl" : "ltr");
}

/* The mark that counts at a byte: the first in the list that holds it. */
static const AccordHtmlMark *
mark_at (const AccordHtmlMark *marks, guint n_marks, guint32 byte, guint32 *until)
{
  const AccordHtmlMark *found = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].span.start > byte)
        *until = MIN (*until, marks[i].span.start);
      else if (marks[i].span.end > byte)
        {
          *until = MIN (*until, marks[i].span.end);
          found = found != NULL ? found : &marks[i];
        }
    }
  return found;
}

/**
 * accord_html_marked:
 * @self: a report
 * @document: a document
 * @span: in its text
 * @marks: (array length=n_marks): what to mark in it; of two that overlap the earlier one in the
 *   list wins
 * @n_marks: their number
 *
 * Writes the text of a span with some words marked. Cost: the square of the marks.
 */
void
accord_html_marked (AccordHtml *self,
                    AccordDocument *document,
                    AccordSpan span,
                    const AccordHtmlMark *marks,
                    guint n_marks)
{
  const char *data = accord_document_get_data (document);

  for (guint32 at = span.start; at < span.end;)
    {
      guint32 until = span.end;
      const AccordHtmlMark *mark = mark_at (marks, n_marks, at, &until);

      if (mark != NULL)
        g_string_append_printf (self->out, "<%s>", mark->element);
      accord_html_text (self, data + at, until - at);
      if (mark != NULL)
        g_string_append_printf (self->out, "</%s>", mark->element);
      at = until;
    }
}

/* How wide a character is: an ideograph is as wide as two letters. */
static guint
width_of (gunichar c)
{
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * accord_html_words:
 * @self: a report
 * @document: a document
 * @span: in its text
 * @most: letters, of which an ideograph is two
 *
 * Writes the first words of a span, with an ellipsis where there are more.
 */
void
accord_html_words (AccordHtml *self, AccordDocument *document, AccordSpan span, guint most)
{
  const char *data = accord_document_get_data (document);
  const char *end = data + span.end;
  const char *p = data + span.start;
  const char *cut = NULL;
  guint width = 0;

  while (p < end && width < most)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || width_of (c) == 2)
        cut = p;
      width += width_of (c);
      p = g_utf8_next_char (p);
    }
  if (p < end && cut != NULL && cut > data + span.start)
    p = cut;
  accord_html_label (self, data + span.start, p - (data + span.start));
  if (p < end)
    g_string_append (self->out, "…");
}

/**
 * accord_html_word:
 * @self: a report
 * @document: index of a document
 * @passage: index of the passage that @span lies in
 * @span: in its text
 *
 * Writes words of a text within a sentence of the report, in their own language.
 */
void
accord_html_word (AccordHtml *self, guint document, guint passage, AccordSpan span)
{
  AccordDocument *d = accord_html_get_document (self, document);

  g_string_append (self->out, "<span");
  accord_html_lang (self, accord_document_get_passage_language (d, passage));
  g_string_append_c (self->out, '>');
  accord_html_label (self, accord_document_get_data (d) + span.start,
                     (gssize) accord_span_length (span));
  g_string_append (self->out, "</span>");
}
