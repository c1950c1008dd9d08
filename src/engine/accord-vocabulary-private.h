/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of all documents of a comparison as numbers, and what the lexicon says that
 * they mean. Written while contents are made, one after the other; then read by all
 * threads. */
#pragma once

#include "engine/accord-lexicon.h"
#include "engine/accord-likeness-private.h"
#include "engine/accord-span.h"

G_BEGIN_DECLS

/* The most concepts of one sense, relatives counted. */
#define ACCORD_SENSE_MAX 24u

/* In place of a weight: the lexicon does not know the word. */
#define ACCORD_WEIGHT_UNKNOWN 0u

/**
 * AccordEdge:
 * @concept: a concept of the lexicon
 * @strength: 1 to 255
 * @direct: whether the lexicon says so of the word itself, not of a relative
 */
typedef struct
{
  guint32 concept;
  guint8 strength;
  guint8 direct;
} AccordEdge;

typedef struct _AccordVocabulary AccordVocabulary;

AccordVocabulary *accord_vocabulary_new (AccordLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void accord_vocabulary_free (AccordVocabulary *self);
AccordLexicon *accord_vocabulary_get_lexicon (const AccordVocabulary *self);
guint32 accord_vocabulary_get_n_ids (const AccordVocabulary *self);
guint32 accord_vocabulary_get_n_concepts (const AccordVocabulary *self);

guint32 accord_vocabulary_add_string (AccordVocabulary *self, const char *string);
guint32 accord_vocabulary_add_word (AccordVocabulary *self, const char *word, const char *language);
guint32 accord_vocabulary_add_sense (AccordVocabulary *self, const char *word, int language);
guint32
accord_vocabulary_add_phrase (AccordVocabulary *self, guint32 sense, const char *key, int language);
const AccordEdge *
accord_vocabulary_get_edges (const AccordVocabulary *self, guint32 sense, guint *n_edges);
const AccordForm *accord_vocabulary_get_form (const AccordVocabulary *self, guint32 id);
guint16 accord_vocabulary_get_weight (const AccordVocabulary *self, guint32 sense);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordVocabulary, accord_vocabulary_free)

G_END_DECLS
