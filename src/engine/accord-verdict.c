/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict on two stances, and on two passages: the gravest verdict over the
 * principles that both are coded with (opposed over weaker over agree). */
#include "engine/accord-verdict-private.h"

#define WEAKER_FROM 200

/**
 * accord_verdict_of_stances:
 * @stance_a: a stance
 * @polarity_a: whether it is against the principle (-1) or for it (1)
 * @stance_b: another one on the same principle
 * @polarity_b: likewise
 *
 * Returns: opposed, weaker or agree
 */
AccordVerdict
accord_verdict_of_stances (AccordStance stance_a,
                           gint polarity_a,
                           AccordStance stance_b,
                           gint polarity_b)
{
  if (polarity_a != polarity_b)
    return ACCORD_VERDICT_OPPOSED;
  if (ABS (accord_stance_strength (stance_a) - accord_stance_strength (stance_b)) >= WEAKER_FROM)
    return ACCORD_VERDICT_WEAKER;
  return ACCORD_VERDICT_AGREE;
}

/**
 * accord_verdict_of_passages:
 * @a: an analysis
 * @passage_a: index of a passage of it
 * @b: another analysis with the same codebook
 * @passage_b: index of a passage of it
 *
 * Cost: the product of the numbers of codings, a handful each.
 *
 * Returns: the gravest verdict over their common principles; none where there are none
 */
AccordVerdict
accord_verdict_of_passages (const AccordAnalysis *a,
                            guint passage_a,
                            const AccordAnalysis *b,
                            guint passage_b)
{
  guint n_a = 0, n_b = 0;
  const AccordCoding *codings_a = accord_analysis_get_passage_codings (a, passage_a, &n_a);
  const AccordCoding *codings_b = accord_analysis_get_passage_codings (b, passage_b, &n_b);
  AccordVerdict verdict = ACCORD_VERDICT_NONE;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (codings_a[i].principle == codings_b[j].principle)
        verdict =
          MAX (verdict, accord_verdict_of_stances (codings_a[i].stance, codings_a[i].polarity,
                                                   codings_b[j].stance, codings_b[j].polarity));
  return verdict;
}
