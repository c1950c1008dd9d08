/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages of a paragraph as a person wants them: first those within one join become one,
 * then each is cut where there is a split, so that a split within a join holds. */
#include "engine/accord-cuts-private.h"

static gboolean
is_joined (const AccordCut *cuts, guint n_cuts, AccordSpan a, AccordSpan b)
{
  for (guint i = 0; i < n_cuts; i++)
    if (!cuts[i].split && cuts[i].span.start < a.end && cuts[i].span.end > b.start)
      return TRUE;
  return FALSE;
}

static void
join (const AccordCut *cuts, guint n_cuts, GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      AccordSpan span = g_array_index (spans, AccordSpan, i);
      AccordSpan *last = n > 0 ? &g_array_index (spans, AccordSpan, n - 1) : NULL;

      if (last != NULL && is_joined (cuts, n_cuts, *last, span))
        last->end = span.end;
      else
        g_array_index (spans, AccordSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

/* @span without white space at both ends. */
static AccordSpan
strip (const AccordText *text, AccordSpan span)
{
  const char *data = accord_text_get_data (text);

  while (span.start < span.end && g_unichar_isspace (g_utf8_get_char (data + span.start)))
    span.start = (guint32) (g_utf8_next_char (data + span.start) - data);
  while (span.start < span.end)
    {
      const char *last = g_utf8_prev_char (data + span.end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      span.end = (guint32) (last - data);
    }
  return span;
}

/* Cuts the span at @i in two, if both halves hold more than white space. */
static void
split_at (const AccordText *text, GArray *spans, guint i, guint32 byte)
{
  AccordSpan span = g_array_index (spans, AccordSpan, i);
  AccordSpan head = strip (text, (AccordSpan){ span.start, byte });
  AccordSpan tail = strip (text, (AccordSpan){ byte, span.end });

  if (accord_span_length (head) == 0 || accord_span_length (tail) == 0)
    return;
  g_array_index (spans, AccordSpan, i) = head;
  g_array_insert_val (spans, i + 1, tail);
}

static void
split (const AccordCut *cut, const AccordText *text, GArray *spans)
{
  guint32 byte = cut->span.start;

  if (byte > accord_text_get_length (text) || !accord_text_is_boundary (text, byte))
    return;
  for (guint i = 0; i < spans->len; i++)
    {
      AccordSpan span = g_array_index (spans, AccordSpan, i);

      if (span.start < byte && byte < span.end)
        {
          split_at (text, spans, i, byte);
          return;
        }
    }
}

/**
 * accord_cuts_apply:
 * @cuts: (array length=n_cuts): joins and splits, in any order
 * @n_cuts: their number
 * @text: the text
 * @spans: (element-type AccordSpan): the passages of a paragraph, sorted; changed
 *
 * Cost: the product of both numbers; a paragraph has a handful of each.
 */
void
accord_cuts_apply (const AccordCut *cuts, guint n_cuts, const AccordText *text, GArray *spans)
{
  join (cuts, n_cuts, spans);
  for (guint i = 0; i < n_cuts; i++)
    if (cuts[i].split)
      split (&cuts[i], text, spans);
}
