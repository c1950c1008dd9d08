/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document's passages say, as the linker sees it: content words whose ids are
 * common to all documents of a comparison, each with a weight that says how much it
 * tells, and with a lexicon a sense: the concepts that it means. */
#pragma once

#include "engine/accord-vocabulary-private.h"
#include "engine/accord-words.h"

G_BEGIN_DECLS

/* A Han character stands for about as much as so many letters of an alphabet. */
#define ACCORD_HAN_LETTERS 3u

typedef enum
{
  ACCORD_CONTENT_NUMBER = 1 << 0,
  ACCORD_CONTENT_NAME = 1 << 1,
  ACCORD_CONTENT_BREAK = 1 << 2,
} AccordContentFlags;

/**
 * AccordContentWord:
 * @span: in the document's text
 * @id: of the word, from 1
 * @cross: id of what is written alike in every language (a number, a name in Latin letters); 0 =
 *   nothing
 * @sense: what it means, see accord_vocabulary_get_edges(); 0 = unknown
 * @weight: in thousandths, 1 to 1000; the same for the same @id in one document
 * @flags: #AccordContentFlags; BREAK: punctuation stands between it and the one before
 */
typedef struct
{
  AccordSpan span;
  guint32 id;
  guint32 cross;
  guint32 sense;
  guint16 weight;
  guint16 flags;
} AccordContentWord;

/**
 * AccordContentPassage:
 * @words: in order of the text
 * @by_id: indices of @words, sorted by id, then position
 * @by_cross: indices of those with a cross id, sorted by it, then position
 * @weight: sum of the weights
 * @length: letters and digits, an ideograph counted as ACCORD_HAN_LETTERS
 * @language: interned primary subtag
 * @known: whether the lexicon has the language
 * @signature: the same for passages of the same ids in the same order; 0 where there is no token
 */
typedef struct
{
  const AccordContentWord *words;
  const guint32 *by_id;
  const guint32 *by_cross;
  guint32 n_words;
  guint32 n_cross;
  guint64 weight;
  guint32 length;
  const char *language;
  gboolean known;
  guint64 signature;
} AccordContentPassage;

typedef struct _AccordContent AccordContent;

AccordContent *accord_content_new (AccordDocument *document,
                                   const AccordWords *words,
                                   AccordVocabulary *vocabulary,
                                   const AccordWatch *watch,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void accord_content_free (AccordContent *self);
guint accord_content_get_n_passages (const AccordContent *self);
AccordContentPassage accord_content_get_passage (const AccordContent *self, guint passage);
const char *accord_content_get_language (const AccordContent *self, guint passage);
guint64 accord_content_get_weight (const AccordContent *self, guint passage);
gint accord_content_compare_by_id (gconstpointer a, gconstpointer b, gpointer data);
gint accord_content_compare_by_cross (gconstpointer a, gconstpointer b, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordContent, accord_content_free)

G_END_DECLS
