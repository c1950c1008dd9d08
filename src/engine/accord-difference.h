/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two passages of one language differ, word by word: what is the same, what one has
 * and the other has not, and what stands elsewhere. Pure. */
#pragma once

#include "engine/accord-analysis.h"

G_BEGIN_DECLS

/**
 * AccordDifferenceKind:
 * @ACCORD_DIFFERENCE_SAME: the same words in the same order
 * @ACCORD_DIFFERENCE_DELETED: words of a alone
 * @ACCORD_DIFFERENCE_INSERTED: words of b alone
 * @ACCORD_DIFFERENCE_MOVED: the same words, in another place
 */
typedef enum
{
  ACCORD_DIFFERENCE_SAME,
  ACCORD_DIFFERENCE_DELETED,
  ACCORD_DIFFERENCE_INSERTED,
  ACCORD_DIFFERENCE_MOVED,
} AccordDifferenceKind;

/**
 * AccordDifference:
 * @a: where in the text of a; empty for what is inserted
 * @b: where in the text of b; empty for what is deleted
 *
 * Parts of a passage: taken by @a, or by @b, they are sorted but for the moved ones, and never
 * overlap. Marks between words belong to no part.
 */
typedef struct
{
  AccordDifferenceKind kind;
  AccordSpan a;
  AccordSpan b;
} AccordDifference;

AccordDifference *accord_difference_of_passages (const AccordAnalysis *a,
                                                 guint passage_a,
                                                 const AccordAnalysis *b,
                                                 guint passage_b,
                                                 guint *n_parts) G_GNUC_WARN_UNUSED_RESULT;
gint accord_difference_share (const AccordDifference *parts, guint n_parts);

G_END_DECLS
