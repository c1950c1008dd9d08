/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was searched for where a document is silent on a principle, and the passages that
 * come nearest to it without being coded. */
#pragma once

#include "engine/accord-analysis.h"

G_BEGIN_DECLS

/* The most places that a near passage tells. */
#define ACCORD_NEAR_SPANS 8u

/**
 * AccordNearPassage:
 * @passage: index of the passage
 * @score: how near it comes, 1 to 299: below what any coding should have
 * @spans: the words that it has of the principle, in order
 * @n_spans: at least 1
 */
typedef struct
{
  guint32 passage;
  gint32 score;
  AccordSpan spans[ACCORD_NEAR_SPANS];
  guint32 n_spans;
} AccordNearPassage;

guint accord_silence_find (AccordAnalysis *analysis,
                           guint principle,
                           AccordNearPassage *near,
                           guint most);
guint32 *accord_silence_dup_terms (AccordCodebook *codebook,
                                   guint principle,
                                   const char *language,
                                   guint *n_terms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
