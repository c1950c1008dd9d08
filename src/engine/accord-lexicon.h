/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon: what words of several languages mean, as concepts with strengths, how
 * much a concept tells, and which concepts are related. Immutable, read by all threads;
 * it reads a compiled file where it lies (mapped), checks the header and the bounds of
 * the sections when it is made, and each entry when it is read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No word carries more concepts, no concept more relatives. */
#define ACCORD_LEXICON_MAX_CONCEPTS 12u
/* The longest Chinese words, in ideographs, and the longest phrases, in stems. */
#define ACCORD_LEXICON_MAX_HAN 6u
#define ACCORD_LEXICON_MAX_STEMS 3u

#define ACCORD_LEXICON_NO_LANGUAGE (-1)

typedef struct _AccordLexicon AccordLexicon;

/**
 * AccordConcept:
 * @id: a concept, below accord_lexicon_get_n_concepts()
 * @strength: how much of the word's meaning it is, or how near a relative it is, 1 to 255
 */
typedef struct
{
  guint32 id;
  guint8 strength;
} AccordConcept;

/**
 * AccordTermPair:
 * @word: a word or phrase as written, of up to ACCORD_LEXICON_MAX_STEMS stems or
 *   ACCORD_LEXICON_MAX_HAN ideographs
 * @language: its language's BCP 47 tag
 *
 * Two terms that mean the same, as a user tells them.
 */
typedef struct
{
  const char *word[2];
  const char *language[2];
} AccordTermPair;

AccordLexicon *accord_lexicon_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordLexicon *accord_lexicon_new_with_pairs (AccordLexicon *base,
                                              const AccordTermPair *pairs,
                                              guint n_pairs,
                                              guint *failed,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordLexicon *accord_lexicon_ref (AccordLexicon *self);
void accord_lexicon_unref (AccordLexicon *self);

guint accord_lexicon_get_n_languages (const AccordLexicon *self);
const char *accord_lexicon_get_language (const AccordLexicon *self, int language);
int accord_lexicon_find_language (const AccordLexicon *self, const char *tag);
guint accord_lexicon_get_n_words (const AccordLexicon *self, int language);

guint accord_lexicon_look_up (const AccordLexicon *self,
                              int language,
                              const char *key,
                              gsize length,
                              AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS]);
guint accord_lexicon_look_up_near (const AccordLexicon *self,
                                   int language,
                                   const char *key,
                                   gsize length,
                                   AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS]);
gsize accord_lexicon_match_longest (const AccordLexicon *self,
                                    int language,
                                    const char *text,
                                    gsize length);

guint accord_lexicon_get_n_concepts (const AccordLexicon *self);
guint accord_lexicon_get_weight (const AccordLexicon *self, guint32 concept);
guint accord_lexicon_get_related (const AccordLexicon *self,
                                  guint32 concept,
                                  AccordConcept related[ACCORD_LEXICON_MAX_CONCEPTS]);
char *accord_lexicon_dup_name (const AccordLexicon *self, guint32 concept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLexicon, accord_lexicon_unref)

G_END_DECLS
