/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each of several documents speaks of more than the others, and the phrases that
 * several share. Immutable. */
#pragma once

#include "engine/accord-analysis.h"

G_BEGIN_DECLS

/**
 * AccordKeyTerm:
 * @document: index of the document
 * @span: where it first stands there
 * @count: how often it stands there
 * @others: how often in the other documents of its language
 * @score: log-likelihood in hundredths, at least 663: by chance it is as large once in a hundred
 */
typedef struct
{
  guint32 document;
  AccordSpan span;
  guint32 count;
  guint32 others;
  gint32 score;
} AccordKeyTerm;

/**
 * AccordSharedPhrase:
 * @first_place: index of its first place, see accord_key_terms_get_places()
 * @n_places: one a document, at least 2
 * @count: how often it stands in all of them
 */
typedef struct
{
  guint32 first_place;
  guint32 n_places;
  guint32 count;
} AccordSharedPhrase;

/**
 * AccordPhrasePlace:
 * @document: index of the document
 * @span: where the phrase first stands there
 */
typedef struct
{
  guint32 document;
  AccordSpan span;
} AccordPhrasePlace;

typedef struct _AccordKeyTerms AccordKeyTerms;

AccordKeyTerms *accord_key_terms_new (AccordAnalysis *const *analyses,
                                      guint n_analyses,
                                      guint most,
                                      const AccordWatch *watch,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordKeyTerms *accord_key_terms_ref (AccordKeyTerms *self);
void accord_key_terms_unref (AccordKeyTerms *self);
const AccordKeyTerm *accord_key_terms_get_terms (const AccordKeyTerms *self, guint *n_terms);
const AccordSharedPhrase *accord_key_terms_get_phrases (const AccordKeyTerms *self,
                                                        guint *n_phrases);
const AccordPhrasePlace *accord_key_terms_get_places (const AccordKeyTerms *self,
                                                      const AccordSharedPhrase *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordKeyTerms, accord_key_terms_unref)

G_END_DECLS
