/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links of one pair of documents: score the candidates (in slices, for threads),
 * choose one to one, order them. */
#pragma once

#include "engine/accord-score-private.h"

G_BEGIN_DECLS

/**
 * AccordScored:
 * @from: index of a passage of the first side
 * @to: index of a passage of the second side
 * @score: in millionths
 */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 score;
} AccordScored;

/**
 * AccordRanked:
 * @scored: a pair of passages
 * @rank: its score less what its rivals take
 */
typedef struct
{
  AccordScored scored;
  gint64 rank;
} AccordRanked;

/**
 * AccordLinkRule:
 * @threshold: least score of a link, in millionths
 * @best: 0 for links one to one; else so many for each passage of the first side
 */
typedef struct
{
  guint32 threshold;
  guint best;
} AccordLinkRule;

void accord_linker_score (const AccordSide *from,
                          const AccordSide *to,
                          guint first,
                          guint last,
                          const AccordLinkRule *rule,
                          const gint *stop,
                          GArray *scored);
AccordLearnt *accord_linker_learn (AccordAligner *aligner,
                                   const AccordSide *from,
                                   const AccordSide *to,
                                   const GArray *scored) G_GNUC_WARN_UNUSED_RESULT;
void accord_linker_score_again (AccordAligner *aligner,
                                const AccordSide *from,
                                const AccordSide *to,
                                const AccordLinkRule *rule,
                                const AccordLearnt *learnt,
                                const gint *stop,
                                GArray *scored);
gboolean accord_linker_is_link (const AccordLinkRule *rule, guint32 score, gint64 rank);
void accord_linker_choose (
  GArray *scored, guint n_from, guint n_to, const AccordLinkRule *rule, GArray *rest);

G_END_DECLS
