/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a passage mean, for readers who do not know its language: the
 * codebook's terms first, then the concepts of the lexicon. Pure. */
#pragma once

#include "engine/accord-analysis.h"
#include "engine/accord-lexicon.h"

G_BEGIN_DECLS

/**
 * AccordGloss:
 * @span: the word, or words, in the document's text
 * @principle: index of the principle whose term it is; G_MAXUINT32: none
 * @concept: of the lexicon; G_MAXUINT32 where @principle is there
 *
 * Sorted by place, without overlap; words that nothing is known about have none.
 */
typedef struct
{
  AccordSpan span;
  guint32 principle;
  guint32 concept;
} AccordGloss;

AccordGloss *accord_gloss_passage (const AccordAnalysis *analysis,
                                   AccordLexicon *lexicon,
                                   guint passage,
                                   guint *n_glosses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
