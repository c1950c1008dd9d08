/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of two passages says the same: one-to-one alignment of their content
 * words. Shares are in millionths, so that a ranking knows more than a score shows. */
#pragma once

#include "engine/accord-content-private.h"

G_BEGIN_DECLS

#define ACCORD_MILLION 1000000u

/**
 * AccordMatch:
 * @a: index of a word of passage a
 * @b: index of a word of passage b
 * @like: how much they mean the same, 1 to 1000
 * @learnt: how many links taught it; 0 = none was needed
 */
typedef struct
{
  guint32 a;
  guint32 b;
  guint32 like;
  guint32 learnt;
} AccordMatch;

/**
 * AccordAligned:
 * @weight: of the aligned words of both sides, each pair as much of it as the two mean the same
 * @numbers: how much of it are numbers
 * @n_words: the number of pairs
 */
typedef struct
{
  guint64 weight;
  guint64 numbers;
  guint32 n_words;
} AccordAligned;

gboolean accord_align_one_language (const AccordContentPassage *a, const AccordContentPassage *b);
AccordAligned accord_align_weight (const AccordContentPassage *a, const AccordContentPassage *b);
void accord_align_mates (const AccordContentPassage *a,
                         const AccordContentPassage *b,
                         guint32 *mates_a,
                         guint32 *mates_b);
void
accord_align_match (const AccordContentPassage *a, const AccordContentPassage *b, GArray *matches);
guint32
accord_align_share (guint64 weight, const AccordContentPassage *a, const AccordContentPassage *b);
guint32 accord_align_length_factor (guint32 length_a, guint32 length_b);

G_END_DECLS
