/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links are chosen greedily, one to one, by a score that is lowered where a rival is
 * nearly as good (competitive linking with the margin of CSLS): a sentence that
 * resembles many says little about any of them. */
#include "engine/accord-linker-private.h"

#include <string.h>

#include "engine/accord-candidates-private.h"

/* How much of the mean of the two best rivals is taken off, in percent. */
#define RIVAL_PERCENT 30u
/* What must be left of the threshold, in percent. */
#define LEFT_PERCENT 80u

/* The two best scores of a passage. */
typedef struct
{
  guint32 best;
  guint32 second;
} Rivals;

typedef struct
{
  AccordScored scored;
  guint32 corrected;
} Corrected;

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

static gint
compare_scored (gconstpointer a, gconstpointer b)
{
  const AccordScored *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->to < y->to ? -1 : x->to > y->to;
}

static void
keep_best (GArray *scored, guint best)
{
  AccordScored *all = (AccordScored *) (gpointer) scored->data;
  guint kept = 0, rank = 0;

  g_array_sort (scored, compare_scored);
  for (guint i = 0; i < scored->len; i++)
    {
      rank = i > 0 && all[i].from == all[i - 1].from ? rank + 1 : 0;
      if (rank < best)
        all[kept++] = all[i];
    }
  g_array_set_size (scored, kept);
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
compare_corrected (gconstpointer a, gconstpointer b)
{
  const Corrected *x = a, *y = b;

  if (x->corrected != y->corrected)
    return x->corrected > y->corrected ? -1 : 1;
  if (x->scored.score != y->scored.score)
    return x->scored.score > y->scored.score ? -1 : 1;
  if (x->scored.from != y->scored.from)
    return x->scored.from < y->scored.from ? -1 : 1;
  return x->scored.to < y->scored.to ? -1 : x->scored.to > y->scored.to;
}

static GArray *
correct (const GArray *scored, guint n_from, guint n_to)
{
  g_autofree Rivals *rows = g_new0 (Rivals, n_from + 1);
  g_autofree Rivals *columns = g_new0 (Rivals, n_to + 1);
  GArray *corrected = g_array_sized_new (FALSE, FALSE, sizeof (Corrected), scored->len);

  for (guint i = 0; i < scored->len; i++)
    {
      const AccordScored *s = &g_array_index (scored, AccordScored, i);

      enter (&rows[s->from], s->score);
      enter (&columns[s->to], s->score);
    }
  for (guint i = 0; i < scored->len; i++)
    {
      const AccordScored *s = &g_array_index (scored, AccordScored, i);
      guint64 rivals = rival_of (&rows[s->from], s->score) + rival_of (&columns[s->to], s->score);
      guint64 taken = rivals * RIVAL_PERCENT / 200;
      Corrected entry = { *s, s->score > taken ? (guint32) (s->score - taken) : 0 };

      g_array_append_val (corrected, entry);
    }
  g_array_sort (corrected, compare_corrected);
  return corrected;
}

static void
keep_one_to_one (GArray *scored, guint n_from, guint n_to, guint32 threshold)
{
  g_autoptr (GArray) corrected = correct (scored, n_from, n_to);
  g_autofree guint8 *from_taken = g_new0 (guint8, n_from + 1);
  g_autofree guint8 *to_taken = g_new0 (guint8, n_to + 1);
  guint32 least = (guint32) ((guint64) threshold * LEFT_PERCENT / 100);

  g_array_set_size (scored, 0);
  for (guint i = 0; i < corrected->len; i++)
    {
      const Corrected *c = &g_array_index (corrected, Corrected, i);

      if (c->scored.score < threshold || c->corrected < least || from_taken[c->scored.from] ||
          to_taken[c->scored.to])
        continue;
      from_taken[c->scored.from] = to_taken[c->scored.to] = 1;
      g_array_append_val (scored, c->scored);
    }
}

/**
 * accord_linker_choose:
 * @scored: (element-type AccordScored) (inout): all that may be linked; then what is
 * @n_from: the number of passages of the first side
 * @n_to: that of the second
 * @rule: what is a link
 *
 * Cost: a sort.
 */
void
accord_linker_choose (GArray *scored, guint n_from, guint n_to, const AccordLinkRule *rule)
{
  if (rule->best > 0)
    keep_best (scored, rule->best);
  else
    keep_one_to_one (scored, n_from, n_to, rule->threshold);
}
