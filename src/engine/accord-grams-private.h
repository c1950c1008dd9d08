/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every run of one to four words of several documents, sorted, so that equal ones stand
 * together: what terms and phrases are counted by. */
#pragma once

#include "engine/accord-analysis.h"

G_BEGIN_DECLS

#define ACCORD_GRAM_MAX 4u

/**
 * AccordGram:
 * @words: numbers of its words, 0 behind the last one
 * @document: index of the document
 * @first: index of the word in that document at which it stands
 */
typedef struct
{
  guint32 words[ACCORD_GRAM_MAX];
  guint32 document;
  guint32 first;
} AccordGram;

/**
 * AccordGramWord:
 * @word: its number, from 1, the same in all documents of one language
 * @span: in the document's text
 * @stop: whether it is a function word or a number, with which no term begins or ends
 * @breaks: whether no run goes across its beginning
 */
typedef struct
{
  guint32 word;
  AccordSpan span;
  guint stop : 1;
  guint breaks : 1;
} AccordGramWord;

typedef struct _AccordGrams AccordGrams;

AccordGrams *accord_grams_new (AccordAnalysis *const *analyses,
                               guint n_analyses,
                               const AccordWatch *watch,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void accord_grams_free (AccordGrams *self);
const AccordGram *accord_grams_get_all (const AccordGrams *self, guint *n_grams);
const AccordGramWord *
accord_grams_get_words (const AccordGrams *self, guint document, guint *n_words);
guint accord_grams_count_peers (const AccordGrams *self, guint document);
guint32 accord_grams_count_peer_words (const AccordGrams *self, guint document);

guint accord_gram_length (const AccordGram *gram);
gboolean accord_gram_equal (const AccordGram *a, const AccordGram *b);
gboolean accord_gram_holds (const AccordGram *gram, const AccordGram *part);
AccordSpan accord_grams_span (const AccordGrams *self, const AccordGram *gram);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordGrams, accord_grams_free)

G_END_DECLS
