/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Score = words + (1 − words) × principles. Principles count only where they tell the
 * two passages from others: two of them, or one with a name or number in common that
 * is rare on both sides, or one that is itself rare and sure on both sides. */
#include "engine/accord-score-private.h"

#include "engine/accord-language.h"

/* The share of words at which two sentences of one language begin to say the same (measured on
 * independent translations of one source); it is shown as ACCORD_THRESHOLD_DEFAULT. Chinese
 * words are short and cut in more than one way, so that fewer of them meet. */
#define RAW_THRESHOLD 240000u
#define RAW_THRESHOLD_HAN 165000u
#define SCALED_THRESHOLD 300000u
/* With a lexicon, in one language and across: measured on parallel texts (see the benchmarks). */
#define RAW_THRESHOLD_KNOWN 250000u
#define RAW_THRESHOLD_ACROSS 140000u

/* A principle alone carries a link where at most so many passages on each side have it. */
#define RARE_PRINCIPLE 2u
#define SURE_SCORE 700
/* A name or number tells where at most so many passages on each side have it. */
#define RARE_NAME 8u

/* Without a lexicon: the least weight in common, a side, in thousandths. Less than it, or one word,
 * will do where it is so much of both. */
#define LEAST_WEIGHT 1100u
#define SHORT_SHARE 500000u
#define SHORT_SHARE_KNOWN 220000u

/* A passage of fewer letters is the number of a list item or chapter. */
#define LEAST_LENGTH 5u

/* Evidence of the common principles in thousandths: at this much they say half of all. */
#define EVIDENCE_HALF 1000u

typedef struct
{
  guint n_common;
  guint64 shared;   /* of both sides together */
  guint64 evidence; /* of the weaker side, in thousandths */
  gboolean alone;   /* one of them carries a link by itself */
} Common;

/* The share of words that is shown as SCALED_THRESHOLD. */
static guint32
raw_threshold (const AccordContentPassage *x, const AccordContentPassage *y)
{
  if (!accord_align_one_language (x, y))
    return x->known && y->known ? RAW_THRESHOLD_ACROSS : SCALED_THRESHOLD;
  if (x->known)
    return RAW_THRESHOLD_KNOWN;
  return accord_language_is_han (x->language) ? RAW_THRESHOLD_HAN : RAW_THRESHOLD;
}

/* @x on the line through (0, 0), (@from, @to) and (ACCORD_MILLION, ACCORD_MILLION), bent at @from.
 */
static guint32
bend (guint32 x, guint64 from, guint64 to)
{
  if (x < from)
    return (guint32) (x * to / from);
  return (guint32) (to + (x - from) * (ACCORD_MILLION - to) / (ACCORD_MILLION - from));
}

/**
 * accord_score_raw_of_scaled:
 * @scaled: a score in millionths
 * @passage: a passage
 *
 * Returns: the least share of words that is shown as @scaled, whatever the other passage, in
 *   millionths, rounded down
 */
guint32
accord_score_raw_of_scaled (guint32 scaled, const AccordContentPassage *passage)
{
  guint32 raw = passage->known ? RAW_THRESHOLD_ACROSS : raw_threshold (passage, passage);

  return bend (scaled, SCALED_THRESHOLD, raw);
}

/**
 * accord_score_principle:
 * @a: a side
 * @coding_a: a coding of it
 * @b: another side
 * @coding_b: a coding of it with the same principle
 *
 * Returns: the weight of the principle for both sides together: the lower confidence times what
 *   the principle tells in each document
 */
guint64
accord_score_principle (const AccordSide *a,
                        const AccordCoding *coding_a,
                        const AccordSide *b,
                        const AccordCoding *coding_b)
{
  return (guint64) MIN (coding_a->score, coding_b->score) *
         (a->rarity[coding_a->principle] + b->rarity[coding_b->principle]);
}

static guint32
count_passages (const guint32 *first, guint32 index)
{
  return first[index + 1] - first[index];
}

static void
add_common (Common *common,
            const AccordSide *a,
            const AccordCoding *x,
            const AccordSide *b,
            const AccordCoding *y)
{
  gint score = MIN (x->score, y->score);

  common->n_common++;
  common->shared += accord_score_principle (a, x, b, y);
  common->evidence +=
    (guint64) score * MIN (a->rarity[x->principle], b->rarity[x->principle]) / 1000;
  if (score >= SURE_SCORE && count_passages (a->first_principle, x->principle) <= RARE_PRINCIPLE &&
      count_passages (b->first_principle, x->principle) <= RARE_PRINCIPLE)
    common->alone = TRUE;
}

static guint64
whole_of (const AccordSide *side, const AccordCoding *codings, guint n)
{
  guint64 whole = 0;

  for (guint i = 0; i < n; i++)
    whole += (guint64) codings[i].score * side->rarity[codings[i].principle];
  return whole;
}

/* Whether both passages have a name or number that few others have. */
static gboolean
have_rare_name (const AccordSide *a,
                const AccordContentPassage *x,
                const AccordSide *b,
                const AccordContentPassage *y)
{
  for (guint32 i = 0, j = 0; i < x->n_cross && j < y->n_cross;)
    {
      guint32 id = x->words[x->by_cross[i]].cross, other = y->words[y->by_cross[j]].cross;

      if (id == other && count_passages (a->first_word, id) <= RARE_NAME &&
          count_passages (b->first_word, id) <= RARE_NAME)
        return TRUE;
      if (id <= other)
        i++;
      if (other <= id)
        j++;
    }
  return FALSE;
}

/* The common principles as a share of all principles of both passages (Dice), which counts
 * the more the more evidence there is: one common principle out of one is no proof. */
static guint32
score_principles (const AccordSide *a,
                  guint passage_a,
                  const AccordContentPassage *x,
                  const AccordSide *b,
                  guint passage_b,
                  const AccordContentPassage *y)
{
  guint n_a = 0, n_b = 0;
  const AccordCoding *codings_a =
    accord_analysis_get_passage_codings (a->analysis, passage_a, &n_a);
  const AccordCoding *codings_b =
    accord_analysis_get_passage_codings (b->analysis, passage_b, &n_b);
  Common common = { 0 };
  guint64 share;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (codings_a[i].principle == codings_b[j].principle)
        add_common (&common, a, &codings_a[i], b, &codings_b[j]);
  if (common.n_common == 0 ||
      (common.n_common == 1 && !common.alone && !have_rare_name (a, x, b, y)))
    return 0;
  share =
    common.shared * ACCORD_MILLION / (whole_of (a, codings_a, n_a) + whole_of (b, codings_b, n_b));
  return (guint32) (share * common.evidence / (common.evidence + EVIDENCE_HALF));
}

/* Numbers alone prove nothing, they may be those of list items; nor does one word, or without a
 * lexicon a word or two, unless they are most of what the passages say. (With a lexicon the rule
 * of the least weight cost a tenth of the true links between short sentences.) */
static gboolean
is_telling (const AccordScore *score,
            const AccordContentPassage *x,
            const AccordContentPassage *y,
            const AccordAligned *aligned)
{
  gboolean known = x->known && y->known;
  guint32 share = accord_align_share (aligned->weight, x, y);

  if (score->principles > 0)
    return TRUE;
  if (MIN (x->length, y->length) < LEAST_LENGTH ||
      (aligned->weight > 0 && aligned->weight == aligned->numbers))
    return FALSE;
  if (!known && !accord_align_one_language (x, y))
    return FALSE;
  if (share >= (known ? SHORT_SHARE_KNOWN : SHORT_SHARE))
    return TRUE;
  return known ? aligned->n_words >= 2 : aligned->weight >= 2 * LEAST_WEIGHT;
}

/**
 * accord_score_stretches:
 * @aligner: of this thread
 * @a: a side
 * @stretch_a: passages of it
 * @b: another side of the same vocabulary
 * @stretch_b: passages of it
 *
 * The same whichever side comes first. Cost: linear in the words, the product of the codings of
 * the anchors.
 *
 * Returns: the score
 */
AccordScore
accord_score_stretches (AccordAligner *aligner,
                        const AccordSide *a,
                        const AccordStretch *stretch_a,
                        const AccordSide *b,
                        const AccordStretch *stretch_b)
{
  g_auto (AccordStretchView) view_a = { 0 };
  g_auto (AccordStretchView) view_b = { 0 };
  const AccordContentPassage *x = &view_a.passage, *y = &view_b.passage;
  guint64 factor, principles = 0;
  AccordAligned aligned;
  AccordScore score = { 0 };

  accord_stretch_view_init (&view_a, a->content, stretch_a);
  accord_stretch_view_init (&view_b, b->content, stretch_b);
  aligned = accord_aligner_weigh (aligner, x, y);
  factor = accord_side_length_factor (a, x, b, y);
  score.words =
    bend (accord_align_share (aligned.weight, x, y), raw_threshold (x, y), SCALED_THRESHOLD);
  score.kept = (guint32) (score.words * factor / ACCORD_MILLION);
  if (a->analysis != NULL && b->analysis != NULL)
    principles = score_principles (a, stretch_a->anchor, x, b, stretch_b->anchor, y);
  score.principles = (guint32) (principles * (ACCORD_MILLION - score.kept) / ACCORD_MILLION);
  score.total = score.kept + score.principles;
  score.telling = is_telling (&score, x, y, &aligned);
  return score;
}

/**
 * accord_score_passages:
 * @aligner: of this thread
 * @a: a side
 * @passage_a: index of a passage of it
 * @b: another side of the same vocabulary
 * @passage_b: index of a passage of it
 *
 * Returns: what accord_score_stretches() tells of the two passages alone
 */
AccordScore
accord_score_passages (AccordAligner *aligner,
                       const AccordSide *a,
                       guint passage_a,
                       const AccordSide *b,
                       guint passage_b)
{
  AccordStretch x = accord_stretch_of_passage (passage_a);
  AccordStretch y = accord_stretch_of_passage (passage_b);

  return accord_score_stretches (aligner, a, &x, b, &y);
}
