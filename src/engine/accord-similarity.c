/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of two texts by themselves, for measurement: the raw share of words that
 * the linker starts from, before scaling, principles, choice and threshold. */
#include "engine/accord-comparison.h"

#include <string.h>

#include "engine/accord-score-private.h"

static AccordDocument *
document_of (const char *data, const char *language)
{
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  AccordBlock block = { { 0, 0 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL };
  const char *fields[ACCORD_N_FIELDS] = { NULL };

  if (text == NULL)
    return NULL;
  block.span.end = accord_text_get_length (text);
  fields[ACCORD_FIELD_LANGUAGE] = language;
  return accord_document_new (text, &block, 1, fields, ACCORD_UNIT_BLOCKS, NULL, NULL);
}

static AccordContent *
content_of (const char *data, const char *language, AccordVocabulary *vocabulary)
{
  g_autoptr (AccordDocument) document = document_of (data, language);
  g_autoptr (AccordWords) words = document != NULL ? accord_words_new (document, NULL, NULL) : NULL;

  return words != NULL ? accord_content_new (document, words, vocabulary, NULL, NULL) : NULL;
}

/**
 * accord_similarity:
 * @a: a text in UTF-8
 * @b: another one
 * @language_a: (nullable): a BCP 47 tag; detected where NULL
 * @language_b: (nullable): that of @b
 * @lexicon: (nullable): what words mean
 *
 * Each text is one passage, whatever it contains. Cost: linear.
 *
 * Returns: 0 to 1000, raw; 0 where a text is not valid UTF-8 or over ACCORD_TEXT_MAX
 */
gint
accord_similarity (const char *a,
                   const char *b,
                   const char *language_a,
                   const char *language_b,
                   AccordLexicon *lexicon)
{
  g_autoptr (AccordVocabulary) vocabulary = accord_vocabulary_new (lexicon);
  g_autoptr (AccordContent) content_a = content_of (a, language_a, vocabulary);
  g_autoptr (AccordContent) content_b = content_of (b, language_b, vocabulary);
  g_autoptr (AccordAligner) aligner = NULL;
  AccordContentPassage x, y;
  guint64 share;

  if (content_a == NULL || content_b == NULL)
    return 0;
  x = accord_content_get_passage (content_a, 0);
  y = accord_content_get_passage (content_b, 0);
  aligner = accord_aligner_new (vocabulary);
  share = accord_align_share (accord_aligner_weigh (aligner, &x, &y).weight, &x, &y);
  return (gint) ((share * accord_align_length_factor (x.length, y.length) / ACCORD_MILLION + 500) /
                 1000);
}
