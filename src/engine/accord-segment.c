/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences by UAX #29 with our own rules on top (accord-segment-rules.c), lists within a
 * paragraph and clauses of resolutions. ICU's iterator gave the candidates at first; its
 * rules skip over "1990" and its suppressions over "mer." or "AD.", so candidates are
 * found here, by ICU's character properties, at several times the speed. */
#include "engine/accord-segment.h"

#include "engine/accord-segment-chars-private.h"
#include "engine/accord-segment-private.h"

/* A paragraph is taken in pieces of this size, so that it can be left at any time. Marks in the
 * last part of a piece wait for the next one, which sees the quotation around them whole. */
#define PIECE (256u << 10)
#define PIECE_MARGIN 4096u

/* Owned by one thread. The arrays are kept between paragraphs. While a paragraph is under way,
 * piece <= end, and the sentence under way may begin before the piece. */
struct _AccordSegmenter
{
  AccordAbbreviations *abbreviations; /* owned */
  GArray *pairs;                      /* owned, of AccordSpan */
  GArray *items;                      /* owned, of guint32 */
  GArray *marks;                      /* owned, of AccordSegmentMark */
  guint mark;                         /* the first one in the sentence under way */
  AccordSegmentScan scan;             /* borrowed text */
  const char *piece;                  /* where the next piece begins */
  guint32 piece_start;                /* where the one under way begins */
  gboolean first;                     /* no sentence of the paragraph is out yet */
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

  self->abbreviations = accord_abbreviations_new (language);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  self->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->marks = g_array_new (FALSE, FALSE, sizeof (AccordSegmentMark));
  return self;
}

/**
 * accord_segmenter_free:
 * @self: (transfer full): a segmenter
 */
void
accord_segmenter_free (AccordSegmenter *self)
{
  accord_abbreviations_free (self->abbreviations);
  g_array_unref (self->pairs);
  g_array_unref (self->items);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * accord_segmenter_learn:
 * @self: a segmenter
 * @data: a text
 * @span: a paragraph of it
 *
 * Takes evidence from a document, so that accord_segmenter_split() knows the abbreviations it
 * uses: short words whose full stops stand before lower case at least twice. To be called for
 * all paragraphs of a document before the first is split.
 *
 * Cost: linear in the span; at most 4096 words are kept.
 */
void
accord_segmenter_learn (AccordSegmenter *self, const char *data, AccordSpan span)
{
  accord_abbreviations_learn (self->abbreviations, data + span.start, accord_span_length (span));
}

/* @span without the white space at its ends. */
static AccordSpan
trim (const char *data, AccordSpan span)
{
  span.start = (guint32) (accord_chars_skip_spaces (data + span.start, data + span.end) - data);
  while (span.start < span.end)
    {
      const char *last = accord_char_prev (data + span.end);

      if (!accord_char_is_space (accord_char_get (last)))
        break;
      span.end = (guint32) (last - data);
    }
  return span;
}

static gboolean
has_word (const char *data, AccordSpan span)
{
  for (const char *p = data + span.start; p < data + span.end; p = g_utf8_next_char (p))
    if (u_isalnum ((UChar32) accord_char_get (p)))
      return TRUE;
  return FALSE;
}

/* Whether @span may be of several clauses: it has two semicolons, or began before the piece. */
static gboolean
may_have_clauses (AccordSegmenter *self, AccordSpan span)
{
  guint n = 0;

  for (; self->mark < self->marks->len; self->mark++)
    {
      const AccordSegmentMark *mark = &g_array_index (self->marks, AccordSegmentMark, self->mark);

      if (mark->at >= span.end)
        break;
      n += mark->at >= span.start && (mark->c == ';' || mark->c == 0xFF1B || mark->c == 0x61B);
    }
  return n >= 2 || span.start < self->piece_start;
}

/* Appends @span, or joins it to the sentence before where it holds no word. */
static void
add (AccordSegmenter *self, const char *start, const char *end, GArray *spans)
{
  const char *data = self->scan.data;
  AccordSpan span = trim (data, (AccordSpan){ (guint32) (start - data), (guint32) (end - data) });

  if (span.start == span.end)
    return;
  if (!self->first && spans->len > 0 && !has_word (data, span))
    g_array_index (spans, AccordSpan, spans->len - 1).end = span.end;
  else if (may_have_clauses (self, span))
    accord_segment_add_clauses (data, span, spans);
  else
    g_array_append_val (spans, span);
  self->first = FALSE;
}

/* Where the next sentence ends whose mark stands before @limit, or NULL. @index is the next mark;
 * @from is where to look, and then where to go on. */
static const char *
next_end (AccordSegmenter *self, guint *index, const char **from, const char *limit)
{
  const char *end = NULL;

  for (; end == NULL && *index < self->marks->len; (*index)++)
    {
      const AccordSegmentMark *mark = &g_array_index (self->marks, AccordSegmentMark, *index);
      const char *at = self->scan.data + mark->at;

      if (at >= limit)
        break;
      if (mark->ends && at >= *from)
        end = accord_segment_try (&self->scan, at, from);
    }
  if (end == NULL)
    *from = MAX (*from, limit);
  return end;
}

/* Takes the sentences whose mark stands before @stop; what is left of the last one waits. Returns
 * how far the text was seen. */
static const char *
take_piece (AccordSegmenter *self, const char *stop, GArray *spans)
{
  AccordSegmentScan *scan = &self->scan;
  const char *from = self->piece;
  guint item = 0, index = 0;

  while (scan->sentence < stop)
    {
      const char *start = NULL, *end = NULL;

      while (item < self->items->len &&
             scan->data + g_array_index (self->items, guint32, item) <= scan->sentence)
        item++;
      if (item < self->items->len)
        start = scan->data + g_array_index (self->items, guint32, item);
      if (start >= stop)
        start = NULL;
      end = next_end (self, &index, &from, start != NULL ? start : stop);
      if (start != NULL && (end == NULL || end > start))
        end = start;
      if (end == NULL && stop < scan->end)
        return from;
      if (end == NULL)
        end = stop;
      add (self, scan->sentence, end, spans);
      scan->sentence = accord_chars_skip_spaces (end, scan->end);
      from = MAX (from, scan->sentence);
    }
  return MAX (from, stop);
}

static const char *
character_start (const char *p)
{
  while (((guint8) *p & 0xC0) == 0x80)
    p--;
  return p;
}

/**
 * accord_segmenter_start:
 * @self: a segmenter
 * @data: a text; it must live until the paragraph is done
 * @span: a paragraph of it
 *
 * Begins with a paragraph; accord_segmenter_step() does the work.
 */
void
accord_segmenter_start (AccordSegmenter *self, const char *data, AccordSpan span)
{
  self->scan = (AccordSegmentScan){
    .data = data,
    .start = data + span.start,
    .end = data + span.end,
    .sentence = data + span.start,
    .pairs = self->pairs,
    .abbreviations = self->abbreviations,
  };
  self->piece = self->scan.start;
  self->first = TRUE;
}

/**
 * accord_segmenter_step:
 * @self: a segmenter with a paragraph
 * @spans: (element-type AccordSpan): where sentences are appended; the same one for all steps of
 * a paragraph
 *
 * Goes on with the paragraph for some 256 KiB, which take some milliseconds.
 *
 * Returns: whether more is to be done
 */
gboolean
accord_segmenter_step (AccordSegmenter *self, GArray *spans)
{
  AccordSegmentScan *scan = &self->scan;
  const char *data = scan->data, *end = scan->end, *stop = scan->end;
  AccordSpan piece;

  if (self->piece >= end)
    return FALSE;
  if (end - self->piece > PIECE)
    {
      end = character_start (self->piece + PIECE);
      stop = character_start (end - PIECE_MARGIN);
    }
  piece = (AccordSpan){ (guint32) (self->piece - data), (guint32) (end - data) };
  g_array_set_size (self->pairs, 0);
  g_array_set_size (self->items, 0);
  g_array_set_size (self->marks, 0);
  accord_segment_find_marks (data, piece, self->marks);
  accord_segment_find_pairs (data, piece, self->marks, self->pairs);
  accord_segment_find_items (data, piece, self->marks, self->items);
  scan->pair = 0;
  self->mark = 0;
  self->piece_start = piece.start;
  self->piece = take_piece (self, stop, spans);
  if (scan->sentence > data + piece.start && scan->sentence < stop)
    self->piece = scan->sentence;
  return self->piece < scan->end;
}

/**
 * accord_segmenter_split:
 * @self: a segmenter
 * @data: a text
 * @span: a paragraph of it
 * @spans: (element-type AccordSpan): the sentences are appended, in order, without overlap, in
 * bytes of @data
 *
 * Sentences, list items and clauses of resolutions. White space at both ends of one belongs to
 * none. A quotation of up to 400 characters stays in one. Rules: UAX #29, extended.
 *
 * Cost: linear in the span.
 */
void
accord_segmenter_split (AccordSegmenter *self, const char *data, AccordSpan span, GArray *spans)
{
  accord_segmenter_start (self, data, span);
  while (accord_segmenter_step (self, spans))
    ;
}
