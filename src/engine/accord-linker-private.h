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
void accord_linker_choose (GArray *scored, guint n_from, guint n_to, const AccordLinkRule *rule);

G_END_DECLS
