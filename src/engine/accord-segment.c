/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences by ICU's rules for UAX #29, with the suppressions of CLDR ("Dr.",
 * "p. ex.") of the language. White space at both ends of a sentence belongs to no
 * passage. A break that leaves nothing but punctuation behind it is not one. */
#include "engine/accord-segment.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

/* Owned by one thread: ICU's break iterators are not shared. */
struct _AccordSegmenter
{
  UBreakIterator *iterator; /* nullable: then a paragraph is one sentence */
};

/**
 * accord_segmenter_new:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): a segmenter for one thread
 */
AccordSegmenter *
accord_segmenter_new (const char *language)
{
  AccordSegmenter *self = g_new0 (AccordSegmenter, 1);
  g_autofree char *locale = g_strdup_printf ("%s-u-ss-standard", language);
  UErrorCode status = U_ZERO_ERROR;

  self->iterator = ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_FAILURE (status))
    {
      status = U_ZERO_ERROR;
      self->iterator = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);
    }
  return self;
}

/**
 * accord_segmenter_free:
 * @self: (transfer full): a segmenter
 */
void
accord_segmenter_free (AccordSegmenter *self)
{
  if (self->iterator != NULL)
    ubrk_close (self->iterator);
  g_free (self);
}

/* @span without the white space at its ends. */
static AccordSpan
trim (const char *data, AccordSpan span)
{
  while (span.start < span.end && u_isUWhiteSpace ((UChar32) g_utf8_get_char (data + span.start)))
    span.start = (guint32) (g_utf8_next_char (data + span.start) - data);
  while (span.start < span.end)
    {
      const char *last = g_utf8_prev_char (data + span.end);

      if (!u_isUWhiteSpace ((UChar32) g_utf8_get_char (last)))
        break;
      span.end = (guint32) (last - data);
    }
  return span;
}

static gboolean
has_word (const char *data, AccordSpan span)
{
  for (const char *p = data + span.start; p < data + span.end; p = g_utf8_next_char (p))
    if (u_isalnum ((UChar32) g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Appends @span, or joins it to the sentence before where it holds no word. */
static void
add (const char *data, AccordSpan span, guint first, GArray *spans)
{
  span = trim (data, span);
  if (span.start == span.end)
    return;
  if (spans->len > first && !has_word (data, span))
    g_array_index (spans, AccordSpan, spans->len - 1).end = span.end;
  else
    g_array_append_val (spans, span);
}

/**
 * accord_segmenter_split:
 * @self: a segmenter
 * @data: a text
 * @span: a paragraph of it
 * @spans: (element-type AccordSpan): the sentences are appended, in order, without overlap, in
 * bytes of @data
 *
 * Cost: linear in the span.
 */
void
accord_segmenter_split (AccordSegmenter *self, const char *data, AccordSpan span, GArray *spans)
{
  guint first = spans->len;
  UText text = UTEXT_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  gint32 from = 0;

  if (self->iterator != NULL)
    {
      utext_openUTF8 (&text, data + span.start, accord_span_length (span), &status);
      ubrk_setUText (self->iterator, &text, &status);
    }
  if (self->iterator == NULL || U_FAILURE (status))
    {
      utext_close (&text);
      add (data, span, first, spans);
      return;
    }
  for (gint32 to = ubrk_next (self->iterator); to != UBRK_DONE; to = ubrk_next (self->iterator))
    {
      add (data, (AccordSpan){ span.start + from, span.start + to }, first, spans);
      from = to;
    }
  utext_close (&text);
}
