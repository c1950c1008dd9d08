/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links are chosen greedily, one to one, by a score that is lowered where a rival is
 * nearly as good (competitive linking with the margin of CSLS): a sentence that
 * resembles many says little about any of them. A rival that is linked itself is none
 * any more, so that the choice is made again among what is left. */
#include "engine/accord-linker-private.h"

#include <stdlib.h>

#include "engine/accord-candidates-private.h"

/* How much of the mean of the two best rivals is taken off, in percent. */
#define RIVAL_PERCENT 50u
/* What must be left of the threshold, in percent. */
#define LEFT_PERCENT 85u
/* How often the choice is made; hardly anything is found after the second time. */
#define MOST_ROUNDS 4u
/* Where the best of each passage are wanted: how much of its candidate's best rival is taken off.
 */
#define COLUMN_PERCENT 70u

/* The two best scores of a passage. */
typedef struct
{
  guint32 best;
  guint32 second;
} Rivals;

/* Borrows all. */
typedef struct
{
  guint n_from;
  guint n_to;
  guint8 *from_taken; /* of each passage whether it has its link */
  guint8 *to_taken;
  GArray *chosen; /* of AccordScored */
} Choice;

/**
 * accord_linker_score:
 * @from: a side
 * @to: another side of the same vocabulary
 * @first: index of a passage of @from
 * @last: index behind the last one that is wanted
 * @rule: what is a link
 * @stop: becomes other than 0, in any thread, when nobody wants the result any more
 * @scored: (element-type AccordScored): gets what may be linked, by @from, best candidates first
 *
 * Cost: see accord_candidates_find(); at most ACCORD_CANDIDATES_MAX scores a passage.
 */
void
accord_linker_score (const AccordSide *from,
                     const AccordSide *to,
                     guint first,
                     guint last,
                     const AccordLinkRule *rule,
                     const gint *stop,
                     GArray *scored)
{
  g_autoptr (AccordCandidates) finder = accord_candidates_new (from, to);
  g_autoptr (AccordAligner) aligner = accord_aligner_new (from->vocabulary);
  guint32 least = rule->best > 0 ? 0 : rule->threshold / 2;
  guint most =
    MAX (rule->best, from->first_concept != NULL ? ACCORD_CANDIDATES_MEANT : ACCORD_CANDIDATES_MAX);

  for (guint i = first; i < last; i++)
    {
      AccordContentPassage passage = accord_content_get_passage (from->content, i);
      guint n = 0;
      const guint32 *found =
        accord_candidates_find (finder, i, accord_score_raw_of_scaled (least, &passage), most, &n);

      for (guint c = 0; c < n; c++)
        {
          AccordScored entry = { i, found[c], 0 };
          AccordScore score;

          if (g_atomic_int_get (stop))
            return;
          score = accord_score_passages (aligner, from, i, to, found[c]);
          entry.score = score.total;
          if (entry.score > 0 && entry.score >= least && (score.telling || rule->best > 0))
            g_array_append_val (scored, entry);
        }
    }
}

static void
enter (Rivals *rivals, guint32 score)
{
  if (score > rivals->best)
    {
      rivals->second = rivals->best;
      rivals->best = score;
    }
  else if (score > rivals->second)
    rivals->second = score;
}

/* The best score but that of the pair itself. */
static guint64
rival_of (const Rivals *rivals, guint32 score)
{
  return score == rivals->best ? rivals->second : rivals->best;
}

static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  const AccordRanked *x = a, *y = b;

  if (x->scored.from != y->scored.from)
    return x->scored.from < y->scored.from ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;
  if (x->scored.score != y->scored.score)
    return x->scored.score > y->scored.score ? -1 : 1;
  return x->scored.to < y->scored.to ? -1 : x->scored.to > y->scored.to;
}

/* A passage that is nearly as near to others is a worse counterpart than its score tells. */
static void
keep_best (GArray *scored, guint n_to, guint best)
{
  g_autofree Rivals *columns = g_new0 (Rivals, n_to + 1);
  g_autofree AccordRanked *ranked = g_new (AccordRanked, scored->len + 1);
  AccordScored *all = (AccordScored *) (gpointer) scored->data;
  guint kept = 0, nth = 0;

  for (guint i = 0; i < scored->len; i++)
    enter (&columns[all[i].to], all[i].score);
  for (guint i = 0; i < scored->len; i++)
    {
      guint64 taken = rival_of (&columns[all[i].to], all[i].score) * COLUMN_PERCENT / 100;

      ranked[i] = (AccordRanked){ all[i], (gint64) all[i].score - (gint64) taken };
    }
  if (scored->len > 1)
    qsort (ranked, scored->len, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < scored->len; i++)
    {
      nth = i > 0 && ranked[i].scored.from == ranked[i - 1].scored.from ? nth + 1 : 0;
      if (nth < best)
        all[kept++] = ranked[i].scored;
    }
  g_array_set_size (scored, kept);
}

static gint
compare_corrected (gconstpointer a, gconstpointer b)
{
  const AccordRanked *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;
  if (x->scored.score != y->scored.score)
    return x->scored.score > y->scored.score ? -1 : 1;
  if (x->scored.from != y->scored.from)
    return x->scored.from < y->scored.from ? -1 : 1;
  return x->scored.to < y->scored.to ? -1 : x->scored.to > y->scored.to;
}

static gboolean
is_free (const Choice *choice, const AccordScored *scored)
{
  return !choice->from_taken[scored->from] && !choice->to_taken[scored->to];
}

/* Those of @scored whose passages are free, the best first. */
static GArray *
correct (const Choice *choice, const GArray *scored)
{
  g_autofree Rivals *rows = g_new0 (Rivals, choice->n_from + 1);
  g_autofree Rivals *columns = g_new0 (Rivals, choice->n_to + 1);
  GArray *corrected = g_array_new (FALSE, FALSE, sizeof (AccordRanked));

  for (guint i = 0; i < scored->len; i++)
    {
      const AccordScored *s = &g_array_index (scored, AccordScored, i);

      if (!is_free (choice, s))
        continue;
      enter (&rows[s->from], s->score);
      enter (&columns[s->to], s->score);
    }
  for (guint i = 0; i < scored->len; i++)
    {
      const AccordScored *s = &g_array_index (scored, AccordScored, i);
      guint64 rivals = rival_of (&rows[s->from], s->score) + rival_of (&columns[s->to], s->score);
      AccordRanked entry = { *s, (gint64) s->score - (gint64) (rivals * RIVAL_PERCENT / 200) };

      if (is_free (choice, s))
        g_array_append_val (corrected, entry);
    }
  g_array_sort (corrected, compare_corrected);
  return corrected;
}

/**
 * accord_linker_is_link:
 * @rule: a rule
 * @score: of a pair, in millionths
 * @rank: what its rivals leave of it
 *
 * Returns: whether it is good enough for a link
 */
gboolean
accord_linker_is_link (const AccordLinkRule *rule, guint32 score, gint64 rank)
{
  return score >= rule->threshold && rank >= (gint64) rule->threshold * LEFT_PERCENT / 100;
}

/* Takes what is good enough among the free passages; FALSE where there is nothing. */
static gboolean
choose_round (Choice *choice, const GArray *scored, const AccordLinkRule *rule)
{
  g_autoptr (GArray) corrected = correct (choice, scored);
  guint n_before = choice->chosen->len;

  for (guint i = 0; i < corrected->len; i++)
    {
      const AccordRanked *entry = &g_array_index (corrected, AccordRanked, i);

      if (!accord_linker_is_link (rule, entry->scored.score, entry->rank) ||
          !is_free (choice, &entry->scored))
        continue;
      choice->from_taken[entry->scored.from] = choice->to_taken[entry->scored.to] = 1;
      g_array_append_val (choice->chosen, entry->scored);
    }
  return choice->chosen->len > n_before;
}

static void
keep_one_to_one (GArray *scored, guint n_from, guint n_to, const AccordLinkRule *rule, GArray *rest)
{
  g_autofree guint8 *from_taken = g_new0 (guint8, n_from + 1);
  g_autofree guint8 *to_taken = g_new0 (guint8, n_to + 1);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (AccordScored));
  g_autoptr (GArray) left = NULL;
  Choice choice = { n_from, n_to, from_taken, to_taken, chosen };

  for (guint i = 0; i < MOST_ROUNDS && choose_round (&choice, scored, rule); i++)
    ;
  left = correct (&choice, scored);
  g_array_append_vals (rest, left->data, left->len);
  g_array_set_size (scored, 0);
  g_array_append_vals (scored, chosen->data, chosen->len);
}

/**
 * accord_linker_choose:
 * @scored: (element-type AccordScored) (inout): all that may be linked; then what is
 * @n_from: the number of passages of the first side
 * @n_to: that of the second
 * @rule: what is a link
 * @rest: (element-type AccordRanked): gets the pairs of which neither passage has a link, the best
 *   first; none where the best of each passage are wanted
 *
 * Cost: at most MOST_ROUNDS sorts.
 */
void
accord_linker_choose (
  GArray *scored, guint n_from, guint n_to, const AccordLinkRule *rule, GArray *rest)
{
  if (rule->best > 0)
    keep_best (scored, n_to, rule->best);
  else
    keep_one_to_one (scored, n_from, n_to, rule, rest);
}
