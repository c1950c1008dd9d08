/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters of foreign texts in HTML. What could end an element or an attribute is
 * escaped, what HTML forbids becomes U+FFFD, and a label is isolated and loses its
 * direction controls, so that a title cannot reorder the report around it. */
#include "report/accord-report-html-private.h"

#include <string.h>

#include "engine/accord-language.h"
#include "report/accord-report-private.h"

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
      g_string_append_unichar (out, accord_report_clean_char (c));
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

/* Without direction controls and line ends, and valid whatever it was. */
static void
append_line (GString *out, const char *start, const char *end)
{
  g_autofree char *valid = g_utf8_make_valid (start, end - start);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!accord_report_is_direction_control (c))
        append_char (out, c == '\n' || c == '\t' ? ' ' : c);
    }
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
  g_string_append (self->out, "<bdi>");
  append_line (self->out, text, end_of (text, length));
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

/* Moves from @p by at most @most letters towards @end, which may lie before it; stops where
 * a word begins unless there is none. */
static const char *
walk (const char *p, const char *end, guint most)
{
  gboolean forward = end > p;
  const char *boundary = NULL;
  guint width = 0;

  while (p != end && width < most)
    {
      const char *next = forward ? g_utf8_next_char (p) : g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (forward ? p : next);

      width += width_of (c);
      if (g_unichar_isspace (c) || width_of (c) == 2)
        boundary = forward ? p : (width_of (c) == 2 ? next : p);
      p = next;
    }
  return p == end || boundary == NULL ? p : boundary;
}

/**
 * accord_html_excerpt:
 * @self: a report
 * @document: a document
 * @span: in its text
 * @focus: in @span: what must be seen, underlined; empty for the beginning
 * @most: letters, of which an ideograph is two
 *
 * Writes some words of a span: from its beginning if @focus is near it, else from a little before
 * @focus, with an ellipsis for what is left out.
 */
void
accord_html_excerpt (
  AccordHtml *self, AccordDocument *document, AccordSpan span, AccordSpan focus, guint most)
{
  const char *data = accord_document_get_data (document);
  const char *start = data + span.start, *end = data + span.end;
  const char *from = data + MAX (focus.start, span.start);
  const char *to = data + CLAMP (focus.end, span.start, span.end);
  const char *stop = NULL;

  if (accord_span_length (focus) == 0)
    from = to = start;
  if (walk (start, end, most) < to)
    start = walk (from, start, most / 4);
  stop = MAX (walk (start, end, most), to);
  g_string_append (self->out, start > data + span.start ? "<bdi>…" : "<bdi>");
  append_line (self->out, start, from);
  if (to > from)
    {
      g_string_append (self->out, "<u>");
      append_line (self->out, from, to);
      g_string_append (self->out, "</u>");
    }
  append_line (self->out, to, stop);
  g_string_append (self->out, stop < end ? "…</bdi>" : "</bdi>");
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
  AccordDocument *d = accord_facts_get_document (&self->facts, document);

  g_string_append (self->out, "<span");
  accord_html_lang (self, accord_document_get_passage_language (d, passage));
  g_string_append_c (self->out, '>');
  accord_html_label (self, accord_document_get_data (d) + span.start,
                     (gssize) accord_span_length (span));
  g_string_append (self->out, "</span>");
}
