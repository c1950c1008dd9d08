/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document as a side of many pairs: its content, an inverted index over it, and
 * its codings with how rare each principle is in it. Made once, read by all threads. */
#pragma once

#include "engine/accord-analysis.h"
#include "engine/accord-content-private.h"

G_BEGIN_DECLS

/**
 * AccordPosting:
 * @passage: index of a passage
 * @amount: of a word how often it stands in it; of a principle the coding's score
 */
typedef struct
{
  guint32 passage;
  guint32 amount;
} AccordPosting;

/**
 * AccordMeaning:
 * @passage: index of a passage
 * @strength: how much a word of it means the concept, 1 to 255
 * @weight: of that word
 */
typedef struct
{
  guint32 passage;
  guint16 weight;
  guint16 strength;
} AccordMeaning;

/**
 * AccordSide:
 * @vocabulary: of all sides, borrowed
 * @first_concept: (nullable): of each concept its first entry in @concepts, and one more
 * @concepts: (nullable): sorted by concept, then passage, each pair once
 * @passage_weights: of each passage the sum of the weights of its words, or G_MAXUINT32
 * @mean_length: of the passages, in 1/256 letters, at least 1
 * @analysis: (nullable): none for a side made for its words alone
 * @language: that of all passages, interned; NULL where there are several
 * @first_word: of each id its first entry in @words, and one more; of its cross id too
 * @words: sorted by id, then passage
 * @weights: of each id its weight in the document; 0 where it has none
 * @first_principle: of each principle its first entry in @principles, and one more
 * @principles: sorted by principle, then passage
 * @rarity: of each principle in thousandths, 1 to 1000; 1000 where one passage has it
 * @nth: of each passage how many before it have its signature
 * @by_signature: "signature, nth" → passage
 */
typedef struct
{
  AccordAnalysis *analysis;
  const AccordVocabulary *vocabulary;
  AccordContent *content;
  guint32 *first_concept;
  AccordMeaning *concepts;
  guint32 *passage_weights;
  guint64 mean_length;
  const char *language;
  guint32 *first_word;
  AccordPosting *words;
  guint16 *weights;
  guint32 *first_principle;
  AccordPosting *principles;
  guint16 *rarity;
  guint32 *nth;
  GHashTable *by_signature;
  struct AccordSideKey *keys;
} AccordSide;

AccordSide *accord_side_new (AccordAnalysis *analysis,
                             AccordContent *content,
                             const AccordVocabulary *vocabulary,
                             const AccordWatch *watch,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void accord_side_free (AccordSide *self);
guint32 accord_side_length_factor (const AccordSide *a,
                                   const AccordContentPassage *x,
                                   const AccordSide *b,
                                   const AccordContentPassage *y);
gboolean accord_side_find_twin (const AccordSide *self,
                                const AccordSide *other,
                                guint passage,
                                guint32 *twin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSide, accord_side_free)

G_END_DECLS
