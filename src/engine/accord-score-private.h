/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of two passages: what their words share, less for a difference in length,
 * and what the principles add that both are coded with. In millionths. */
#pragma once

#include "engine/accord-aligner-private.h"
#include "engine/accord-side-private.h"
#include "engine/accord-stretch-private.h"

G_BEGIN_DECLS

/**
 * AccordScore:
 * @words: the share of the aligned words, scaled so that ACCORD_THRESHOLD_DEFAULT fits
 * @kept: what the length factor leaves of @words
 * @principles: what the common principles add
 * @total: @kept and @principles, at most ACCORD_MILLION
 * @telling: whether there is enough in common to speak of a link: some words that are no numbers,
 * or most of the words of short passages; across languages without a lexicon principles
 */
typedef struct
{
  guint32 words;
  guint32 kept;
  guint32 principles;
  guint32 total;
  gboolean telling;
} AccordScore;

guint32 accord_score_raw_of_scaled (guint32 scaled, const AccordContentPassage *passage);
AccordScore accord_score_passages (AccordAligner *aligner,
                                   const AccordSide *a,
                                   guint passage_a,
                                   const AccordSide *b,
                                   guint passage_b);
AccordScore accord_score_stretches (AccordAligner *aligner,
                                    const AccordSide *a,
                                    const AccordStretch *stretch_a,
                                    const AccordSide *b,
                                    const AccordStretch *stretch_b);
guint64 accord_score_principle (const AccordSide *a,
                                const AccordCoding *coding_a,
                                const AccordSide *b,
                                const AccordCoding *coding_b);

G_END_DECLS
