/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second pass over two long documents: their sure links teach pairs of words, with
 * which the candidates that have such words are scored once more. */
#include "engine/accord-linker-private.h"

/* Shorter documents repeat too little to learn from. */
#define LONG_DOCUMENT 200u
/* Links over this score teach, and of the links over the threshold only they. */
#define SURE_SCORE 450000u
#define THRESHOLD 300000u

/* The distinct words of @passage that met none, numbers left out. */
static GArray *
left_over (const AccordContentPassage *passage, const GArray *matches, gboolean is_a)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *met = g_new0 (guint8, passage->n_words + 1);

  for (guint i = 0; i < matches->len; i++)
    {
      const AccordMatch *match = &g_array_index (matches, AccordMatch, i);

      met[is_a ? match->a : match->b] = 1;
    }
  for (guint32 i = 0; i < passage->n_words; i++)
    {
      guint32 at = passage->by_id[i], id = passage->words[at].id;

      if (!met[at] && !(passage->words[at].flags & ACCORD_CONTENT_NUMBER) &&
          (ids->len == 0 || g_array_index (ids, guint32, ids->len - 1) != id))
        g_array_append_val (ids, id);
    }
  return ids;
}

static void
learn_from (AccordLearnt *learnt,
            AccordAligner *aligner,
            const AccordContentPassage *x,
            const AccordContentPassage *y)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AccordMatch));
  g_autoptr (GArray) ids_x = NULL;
  g_autoptr (GArray) ids_y = NULL;

  accord_aligner_match (aligner, x, y, matches);
  ids_x = left_over (x, matches, TRUE);
  ids_y = left_over (y, matches, FALSE);
  accord_learnt_add_link (learnt, ids_x, ids_y);
}

/**
 * accord_linker_learn:
 * @aligner: of this thread
 * @from: a side
 * @to: another side
 * @scored: (element-type AccordScored): all that may be linked
 *
 * Cost: a choice among @scored, and for each sure link the product of the words left over.
 *
 * Returns: (transfer full) (nullable): what the sure links teach; NULL for nothing, and for
 *   documents that are short or have no lexicon
 */
AccordLearnt *
accord_linker_learn (AccordAligner *aligner,
                     const AccordSide *from,
                     const AccordSide *to,
                     const GArray *scored)
{
  const AccordLinkRule rule = { THRESHOLD, 0 };
  guint n_from = accord_content_get_n_passages (from->content);
  guint n_to = accord_content_get_n_passages (to->content);
  g_autoptr (AccordLearnt) learnt = NULL;
  g_autoptr (GArray) chosen = NULL;
  g_autoptr (GArray) rest = NULL;

  if (MIN (n_from, n_to) < LONG_DOCUMENT || from->first_concept == NULL)
    return NULL;
  learnt = accord_learnt_new ();
  rest = g_array_new (FALSE, FALSE, sizeof (AccordRanked));
  chosen = g_array_sized_new (FALSE, FALSE, sizeof (AccordScored), scored->len);
  g_array_append_vals (chosen, scored->data, scored->len);
  accord_linker_choose (chosen, n_from, n_to, &rule, rest);
  for (guint i = 0; i < chosen->len; i++)
    {
      const AccordScored *s = &g_array_index (chosen, AccordScored, i);
      AccordContentPassage x = accord_content_get_passage (from->content, s->from);
      AccordContentPassage y = accord_content_get_passage (to->content, s->to);

      if (s->score >= SURE_SCORE && !accord_align_one_language (&x, &y))
        learn_from (learnt, aligner, &x, &y);
    }
  return accord_learnt_conclude (learnt) ? g_steal_pointer (&learnt) : NULL;
}

/* Of each passage whether it has a word of a pair. */
static guint8 *
find_learnt (const AccordContent *content, const AccordLearnt *learnt)
{
  guint n = accord_content_get_n_passages (content);
  guint8 *has = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    {
      AccordContentPassage passage = accord_content_get_passage (content, i);

      for (guint32 w = 0; w < passage.n_words && !has[i]; w++)
        has[i] = accord_learnt_has (learnt, passage.words[w].id);
    }
  return has;
}

/**
 * accord_linker_score_again:
 * @aligner: of this thread; knows @learnt from now on
 * @from: a side
 * @to: another side
 * @rule: what is a link
 * @learnt: what links of the two have taught
 * @stop: becomes other than 0, in any thread, when nobody wants the result any more
 * @scored: (element-type AccordScored) (inout): all that may be linked; gets new scores
 *
 * Cost: a score for each of @scored whose passages both have a word of a pair.
 */
void
accord_linker_score_again (AccordAligner *aligner,
                           const AccordSide *from,
                           const AccordSide *to,
                           const AccordLinkRule *rule,
                           const AccordLearnt *learnt,
                           const gint *stop,
                           GArray *scored)
{
  g_autofree guint8 *from_has = find_learnt (from->content, learnt);
  g_autofree guint8 *to_has = find_learnt (to->content, learnt);

  accord_aligner_set_learnt (aligner, learnt);
  for (guint i = 0; i < scored->len && !g_atomic_int_get (stop); i++)
    {
      AccordScored *s = &g_array_index (scored, AccordScored, i);
      AccordScore score;

      if (!from_has[s->from] || !to_has[s->to])
        continue;
      score = accord_score_passages (aligner, from, s->from, to, s->to);
      if (score.telling || rule->best > 0)
        s->score = score.total;
    }
}
