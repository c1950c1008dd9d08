/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligned words that stand together in both passages become one part; the same words
 * again join it; each common principle is a part. */
#include "engine/accord-parts-private.h"

#include <string.h>

/* A label is cut behind so many characters. */
#define LABEL_CHARS 48

/* Of a link in the making. marks tell the principle of a codebook term that covers a word, and
 * are 0 where none does that both passages have. */
typedef struct
{
  AccordAligner *aligner;
  const AccordSide *side_a;
  const AccordSide *side_b;
  AccordContentPassage a;
  AccordContentPassage b;
  AccordStretch stretch_a;
  AccordStretch stretch_b;
  guint32 *marks_a;
  guint32 *marks_b;
  GPtrArray *parts;
} Maker;

static void
part_free (gpointer data)
{
  AccordPart *part = data;

  g_array_unref (part->spans_a);
  g_array_unref (part->spans_b);
  g_free (part->label);
  g_free (part);
}

/**
 * accord_part_new:
 * @kind: of the reason
 *
 * Returns: (transfer full): a part without weight and spans
 */
AccordPart *
accord_part_new (AccordReasonKind kind)
{
  AccordPart *part = g_new0 (AccordPart, 1);

  part->kind = kind;
  part->spans_a = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  part->spans_b = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  return part;
}

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const AccordSpan *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

/**
 * accord_part_sort_spans:
 * @self: a part
 *
 * Puts the spans of both sides in order of their texts.
 */
void
accord_part_sort_spans (AccordPart *self)
{
  g_array_sort (self->spans_a, compare_spans);
  g_array_sort (self->spans_b, compare_spans);
}

static AccordDocument *
document_of (const AccordSide *side)
{
  return accord_analysis_get_document (side->analysis);
}

static const AccordCoding *
codings_of (const AccordSide *side, guint passage, guint *n)
{
  return accord_analysis_get_passage_codings (side->analysis, passage, n);
}

static gboolean
has_principle (const AccordCoding *codings, guint n, guint32 principle)
{
  for (guint i = 0; i < n; i++)
    if (codings[i].principle == principle)
      return TRUE;
  return FALSE;
}

/* Marks the words of @passage that lie in a mention of a principle that the other one has too. */
static guint32 *
mark_terms (const AccordSide *side,
            guint passage,
            const AccordContentPassage *words,
            const AccordSide *other,
            guint other_passage)
{
  guint n = 0, n_other = 0;
  const AccordCoding *codings = codings_of (side, passage, &n);
  const AccordCoding *others = codings_of (other, other_passage, &n_other);
  guint32 *marks = g_new0 (guint32, words->n_words + 1);

  for (guint i = 0; i < n; i++)
    {
      const AccordMention *mentions = accord_analysis_get_mentions (side->analysis, &codings[i]);

      if (!has_principle (others, n_other, codings[i].principle))
        continue;
      for (guint m = 0, w = 0; m < codings[i].n_mentions; m++)
        {
          while (w < words->n_words && words->words[w].span.start < mentions[m].span.start)
            w++;
          for (guint k = w; k < words->n_words && words->words[k].span.start < mentions[m].span.end;
               k++)
            if (marks[k] == 0 || marks[k] > codings[i].principle + 1)
              marks[k] = codings[i].principle + 1;
        }
    }
  return marks;
}

static gboolean
are_equal (const Maker *maker, const AccordMatch *match)
{
  const AccordContentWord *a = &maker->a.words[match->a], *b = &maker->b.words[match->b];

  return a->id == b->id || (a->cross != 0 && a->cross == b->cross);
}

static AccordReasonKind
kind_of (const Maker *maker, const AccordMatch *match)
{
  guint flags = maker->a.words[match->a].flags & maker->b.words[match->b].flags;

  if (maker->marks_a[match->a] != 0 && maker->marks_a[match->a] == maker->marks_b[match->b])
    return ACCORD_REASON_TERM;
  if (flags & ACCORD_CONTENT_NUMBER)
    return ACCORD_REASON_NUMBER;
  if (flags & ACCORD_CONTENT_NAME)
    return ACCORD_REASON_NAME;
  return are_equal (maker, match) ? ACCORD_REASON_WORDING : ACCORD_REASON_CONCEPT;
}

/* Whether @match stands directly behind @before in both passages and is of its kind. */
static gboolean
continues (const Maker *maker, const AccordMatch *before, const AccordMatch *match)
{
  return match->a == before->a + 1 && match->b == before->b + 1 &&
         !(maker->a.words[match->a].flags & ACCORD_CONTENT_BREAK) &&
         !(maker->b.words[match->b].flags & ACCORD_CONTENT_BREAK) &&
         before->learnt == match->learnt && kind_of (maker, before) == kind_of (maker, match) &&
         maker->marks_a[before->a] == maker->marks_a[match->a];
}

/* The words of @span on one line, cut where they are long. */
static char *
dup_label (AccordDocument *document, AccordSpan span)
{
  const char *data = accord_document_get_data (document);
  GString *label = g_string_new (NULL);
  guint n = 0;
  gboolean space = FALSE;

  for (const char *p = data + span.start; p < data + span.end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = label->len > 0;
          continue;
        }
      if (n++ == LABEL_CHARS)
        {
          g_string_append (label, "…");
          break;
        }
      if (space)
        g_string_append_c (label, ' ');
      space = FALSE;
      g_string_append_unichar (label, c);
    }
  return g_string_free (label, FALSE);
}

static char *
dup_pair_label (const Maker *maker, AccordSpan a, AccordSpan b)
{
  g_autofree char *label_a = dup_label (document_of (maker->side_a), a);
  g_autofree char *label_b = dup_label (document_of (maker->side_b), b);

  if (g_str_equal (label_a, label_b))
    return g_steal_pointer (&label_a);
  return g_strdup_printf ("%s = %s", label_a, label_b);
}

/* Appends the run of @n matches from @first on to the part of the same words, or a new one. */
static void
add_run (Maker *maker, const AccordMatch *first, guint n, GHashTable *by_label)
{
  AccordSpan a = { maker->a.words[first[0].a].span.start, maker->a.words[first[n - 1].a].span.end };
  AccordSpan b = { maker->b.words[first[0].b].span.start, maker->b.words[first[n - 1].b].span.end };
  g_autofree char *label = dup_pair_label (maker, a, b);
  g_autofree char *key = g_strdup_printf ("%d %s", kind_of (maker, first), label);
  AccordPart *part = g_hash_table_lookup (by_label, key);

  if (part == NULL)
    {
      part = accord_part_new (kind_of (maker, first));
      part->label = g_steal_pointer (&label);
      g_ptr_array_add (maker->parts, part);
      g_hash_table_insert (by_label, g_steal_pointer (&key), part);
    }
  g_array_append_val (part->spans_a, a);
  g_array_append_val (part->spans_b, b);
  part->learnt = MAX (part->learnt, first->learnt);
  for (guint i = 0; i < n; i++)
    part->weight +=
      ((guint64) maker->a.words[first[i].a].weight + maker->b.words[first[i].b].weight) *
      first[i].like;
}

static AccordSpan
span_of (const AccordSide *side, const AccordStretch *stretch)
{
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document_of (side), &n);

  return (AccordSpan){ passages[stretch->first].span.start,
                       passages[stretch->first + stretch->n - 1].span.end };
}

/* Passages of function words alone are linked only where they are the same. */
static void
add_whole (Maker *maker)
{
  AccordSpan a = span_of (maker->side_a, &maker->stretch_a);
  AccordSpan b = span_of (maker->side_b, &maker->stretch_b);
  AccordPart *part = accord_part_new (ACCORD_REASON_WORDING);

  part->weight = 1;
  part->label = dup_pair_label (maker, a, b);
  g_array_append_val (part->spans_a, a);
  g_array_append_val (part->spans_b, b);
  g_ptr_array_add (maker->parts, part);
}

static void
add_words (Maker *maker, gboolean words_count)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AccordMatch));
  g_autoptr (GHashTable) by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const AccordMatch *all = NULL;

  accord_aligner_match (maker->aligner, &maker->a, &maker->b, matches);
  all = (const AccordMatch *) (gpointer) matches->data;
  for (guint i = 0, end = 0; i < matches->len; i = end)
    {
      for (end = i + 1; end < matches->len && continues (maker, &all[end - 1], &all[end]);)
        end++;
      add_run (maker, &all[i], end - i, by_label);
    }
  if (matches->len == 0 && words_count)
    add_whole (maker);
}

static void
add_mentions (const AccordSide *side, const AccordCoding *coding, GArray *spans)
{
  const AccordMention *mentions = accord_analysis_get_mentions (side->analysis, coding);

  for (guint i = 0; i < coding->n_mentions; i++)
    g_array_append_val (spans, mentions[i].span);
}

static void
add_principles (Maker *maker)
{
  guint n_a = 0, n_b = 0, n_principles = 0;
  const AccordCoding *a = codings_of (maker->side_a, maker->stretch_a.anchor, &n_a);
  const AccordCoding *b = codings_of (maker->side_b, maker->stretch_b.anchor, &n_b);
  const AccordPrinciple *principles = accord_codebook_get_principles (
    accord_analysis_get_codebook (maker->side_a->analysis), &n_principles);

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (a[i].principle == b[j].principle)
        {
          AccordPart *part = accord_part_new (ACCORD_REASON_PRINCIPLE);

          part->weight = accord_score_principle (maker->side_a, &a[i], maker->side_b, &b[j]);
          part->label = g_strdup (principles[a[i].principle].id);
          add_mentions (maker->side_a, &a[i], part->spans_a);
          add_mentions (maker->side_b, &b[j], part->spans_b);
          g_ptr_array_add (maker->parts, part);
        }
}

/**
 * accord_parts_new:
 * @aligner: of this thread
 * @a: a side with an analysis
 * @stretch_a: passages of it
 * @b: another side of the same vocabulary with an analysis
 * @stretch_b: passages of it
 * @score: of the two
 *
 * Equal words are *wording*, or *term* where a term of a common principle covers them in both
 * passages, or *number* or *name*; others that mean the same are *concept*. Cost: linear in the
 * words.
 *
 * Returns: (transfer full) (element-type AccordPart): parts, not yet sorted, with weights
 */
GPtrArray *
accord_parts_new (AccordAligner *aligner,
                  const AccordSide *a,
                  const AccordStretch *stretch_a,
                  const AccordSide *b,
                  const AccordStretch *stretch_b,
                  const AccordScore *score)
{
  Maker maker = { aligner, a, b, .stretch_a = *stretch_a, .stretch_b = *stretch_b };
  guint32 anchor_a = stretch_a->anchor, anchor_b = stretch_b->anchor;
  g_auto (AccordStretchView) view_a = { 0 };
  g_auto (AccordStretchView) view_b = { 0 };

  accord_stretch_view_init (&view_a, a->content, stretch_a);
  accord_stretch_view_init (&view_b, b->content, stretch_b);
  maker.a = view_a.passage;
  maker.b = view_b.passage;
  maker.marks_a = mark_terms (a, anchor_a, &maker.a, b, anchor_b);
  maker.marks_b = mark_terms (b, anchor_b, &maker.b, a, anchor_a);
  maker.parts = g_ptr_array_new_with_free_func (part_free);
  add_words (&maker, score->words > 0);
  if (score->principles > 0)
    add_principles (&maker);
  for (guint i = 0; i < maker.parts->len; i++)
    accord_part_sort_spans (g_ptr_array_index (maker.parts, i));
  g_free (maker.marks_a);
  g_free (maker.marks_b);
  return maker.parts;
}
