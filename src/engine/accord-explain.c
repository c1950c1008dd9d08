/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts share out the score exactly and become reasons, the strongest first; a long
 * tail becomes one. The kind of the link follows from what carries it. */
#include "engine/accord-explain-private.h"

#include "engine/accord-apportion-private.h"
#include "engine/accord-parts-private.h"
#include "engine/accord-verdict-private.h"

/* Words that mean less of the same, in millionths, make no translation. */
#define LEAST_TRANSLATED 300000u

static guint64
whole_weight (GPtrArray *parts, gboolean principles)
{
  guint64 whole = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const AccordPart *part = g_ptr_array_index (parts, i);

      if ((part->kind == ACCORD_REASON_PRINCIPLE) == principles)
        whole += part->weight;
    }
  return whole;
}

/* Gives each part its thousandths of @whole, the sum of all reasons but the length. */
static void
share_out (GPtrArray *parts, const AccordScore *score, gint32 whole)
{
  guint64 words = MAX (whole_weight (parts, FALSE), 1);
  guint64 principles = MAX (whole_weight (parts, TRUE), 1);
  guint n = parts->len;
  g_autofree guint64 *shares = g_new0 (guint64, n + 1);
  g_autofree gint32 *thousandths = g_new0 (gint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const AccordPart *part = g_ptr_array_index (parts, i);
      gboolean principle = part->kind == ACCORD_REASON_PRINCIPLE;
      guint64 of = principle ? score->principles : score->words;

      shares[i] = accord_share (of * 1000, part->weight, principle ? principles : words);
    }
  accord_apportion (whole, shares, n, thousandths);
  for (guint i = 0; i < n; i++)
    ((AccordPart *) g_ptr_array_index (parts, i))->thousandths = thousandths[i];
}

static guint32
first_start (const GArray *spans)
{
  return spans->len > 0 ? g_array_index (spans, AccordSpan, 0).start : 0;
}

static gint
compare_parts (gconstpointer a, gconstpointer b)
{
  const AccordPart *x = *(AccordPart *const *) a, *y = *(AccordPart *const *) b;

  if (x->thousandths != y->thousandths)
    return y->thousandths - x->thousandths;
  if (first_start (x->spans_a) != first_start (y->spans_a))
    return first_start (x->spans_a) < first_start (y->spans_a) ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return g_strcmp0 (x->label, y->label);
}

/* Drops parts that round to nothing and sums up what comes behind the strongest. */
static void
sum_up_tail (GPtrArray *parts)
{
  AccordPart *tail = NULL;
  guint kept = 0;

  g_ptr_array_sort (parts, compare_parts);
  while (kept < parts->len && ((AccordPart *) g_ptr_array_index (parts, kept))->thousandths > 0)
    kept++;
  g_ptr_array_set_size (parts, (gint) kept);
  if (parts->len <= ACCORD_REASONS_MAX)
    return;
  tail = accord_part_new (ACCORD_REASON_WORDING);
  for (guint i = ACCORD_REASONS_MAX - 1; i < parts->len; i++)
    {
      const AccordPart *part = g_ptr_array_index (parts, i);

      tail->thousandths += part->thousandths;
      g_array_append_vals (tail->spans_a, part->spans_a->data, part->spans_a->len);
      g_array_append_vals (tail->spans_b, part->spans_b->data, part->spans_b->len);
    }
  accord_part_sort_spans (tail);
  g_ptr_array_set_size (parts, ACCORD_REASONS_MAX - 1);
  g_ptr_array_add (parts, tail);
  g_ptr_array_sort (parts, compare_parts);
}

static guint32
append_spans (AccordLinkSet *set, const GArray *spans)
{
  guint32 first = set->spans->len;

  g_array_append_vals (set->spans, spans->data, spans->len);
  return first;
}

static void
append_reasons (AccordLinkSet *set, const GPtrArray *parts, gint32 length)
{
  AccordReason last = { ACCORD_REASON_LENGTH, length, 0,   set->spans->len, 0,
                        set->spans->len,      0,      NULL };

  for (guint i = 0; i < parts->len; i++)
    {
      const AccordPart *part = g_ptr_array_index (parts, i);
      AccordReason reason = { .kind = part->kind,
                              .weight = part->thousandths,
                              .learnt = part->learnt,
                              .n_a = part->spans_a->len,
                              .n_b = part->spans_b->len };

      reason.first_a = append_spans (set, part->spans_a);
      reason.first_b = append_spans (set, part->spans_b);
      if (part->label != NULL)
        reason.label = g_string_chunk_insert_const (set->labels, part->label);
      g_array_append_val (set->reasons, reason);
    }
  last.first_a = last.first_b = set->spans->len;
  if (length < 0)
    g_array_append_val (set->reasons, last);
}

/* The next letter or digit of @p, in lower case; also a mark between two digits, which
 * tells 1.5 from 15. 0 at the end. */
static gunichar
next_letter (const char **p, const char *end, gboolean *digit)
{
  while (*p < end)
    {
      gunichar c = g_utf8_get_char (*p);
      gboolean before = *digit;

      *p = g_utf8_next_char (*p);
      *digit = g_unichar_isdigit (c);
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        return g_unichar_tolower (c);
      if (before && *p < end && g_unichar_isdigit (g_utf8_get_char (*p)) && !g_unichar_isspace (c))
        return c;
    }
  return 0;
}

/* Whether two passages differ only in case, spacing and punctuation. */
static gboolean
is_same (AccordDocument *a, AccordSpan span_a, AccordDocument *b, AccordSpan span_b)
{
  const char *p = accord_document_get_data (a) + span_a.start;
  const char *q = accord_document_get_data (b) + span_b.start;
  const char *end_p = p + accord_span_length (span_a), *end_q = q + accord_span_length (span_b);
  gboolean digit_p = FALSE, digit_q = FALSE;
  gunichar c;

  do
    {
      c = next_letter (&p, end_p, &digit_p);
      if (c != next_letter (&q, end_q, &digit_q))
        return FALSE;
    }
  while (c != 0);
  return TRUE;
}

static AccordSpan
span_of (AccordDocument *document, const AccordStretch *stretch)
{
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);

  return (AccordSpan){ passages[stretch->first].span.start,
                       passages[stretch->first + stretch->n - 1].span.end };
}

static AccordLinkKind
link_kind (const AccordSide *a,
           const AccordStretch *stretch_a,
           const AccordSide *b,
           const AccordStretch *stretch_b,
           const AccordScore *score)
{
  AccordDocument *document_a = accord_analysis_get_document (a->analysis);
  AccordDocument *document_b = accord_analysis_get_document (b->analysis);

  if (score->principles > score->kept)
    return ACCORD_LINK_RELATED;
  if (accord_content_get_language (a->content, stretch_a->anchor) !=
      accord_content_get_language (b->content, stretch_b->anchor))
    return score->kept >= LEAST_TRANSLATED ? ACCORD_LINK_TRANSLATION : ACCORD_LINK_RELATED;
  return is_same (document_a, span_of (document_a, stretch_a), document_b,
                  span_of (document_b, stretch_b))
           ? ACCORD_LINK_SAME
           : ACCORD_LINK_REWORDED;
}

/* One link a pair of passages, in order; those of the shorter side stand in several. */
static void
append_links (AccordLinkSet *set,
              AccordLink link,
              const AccordStretch *stretch_a,
              const AccordStretch *stretch_b)
{
  guint32 n = MAX (stretch_a->n, stretch_b->n);

  for (guint32 i = 0; i < n; i++)
    {
      link.a.passage = stretch_a->first + MIN (i, stretch_a->n - 1);
      link.b.passage = stretch_b->first + MIN (i, stretch_b->n - 1);
      link.part = i;
      g_array_append_val (set->links, link);
    }
}

/**
 * accord_explain:
 * @aligner: of this thread
 * @a: the side with the lower index
 * @document_a: that index
 * @stretch_a: its end of the link
 * @b: the other side, of the same vocabulary; both have an analysis
 * @document_b: its index
 * @stretch_b: its end of the link
 * @set: gets the link and its reasons
 *
 * Kinds of reasons: see accord_parts_new(); *principle* is what a common principle adds, *length*
 * what a difference in length takes away; of many parts the weakest are summed up as one *wording*
 * without label. A link of several passages becomes several links that share their reasons.
 * Cost: linear in the words, and a sort of the parts.
 */
void
accord_explain (AccordAligner *aligner,
                const AccordSide *a,
                guint document_a,
                const AccordStretch *stretch_a,
                const AccordSide *b,
                guint document_b,
                const AccordStretch *stretch_b,
                AccordLinkSet *set)
{
  AccordScore score = accord_score_stretches (aligner, a, stretch_a, b, stretch_b);
  g_autoptr (GPtrArray) parts = accord_parts_new (aligner, a, stretch_a, b, stretch_b, &score);
  gint32 length = -(gint32) ((score.words - score.kept + 500) / 1000);
  AccordLink link = { { document_a, 0 }, { document_b, 0 } };

  link.score = MAX ((gint32) ((score.total + 500) / 1000), 1);
  share_out (parts, &score, link.score - length);
  sum_up_tail (parts);
  link.kind = link_kind (a, stretch_a, b, stretch_b, &score);
  link.verdict =
    accord_verdict_of_passages (a->analysis, stretch_a->anchor, b->analysis, stretch_b->anchor);
  link.first_reason = set->reasons->len;
  append_reasons (set, parts, length);
  link.n_reasons = set->reasons->len - link.first_reason;
  append_links (set, link, stretch_a, stretch_b);
}
