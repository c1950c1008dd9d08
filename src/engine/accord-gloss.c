/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are looked up by their stems, ideographs as the longest word of the lexicon that
 * begins there. Function words are passed over: their concepts tell nothing. */
#include "engine/accord-gloss.h"

#include <string.h>

#include "engine/accord-language.h"

#define NONE G_MAXUINT32

/* The term of the codebook that begins at @byte, of those of the passage; the longest. */
static gboolean
find_term (const AccordAnalysis *analysis, guint passage, guint32 byte, AccordGloss *gloss)
{
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_passage_codings (analysis, passage, &n);
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const AccordMention *mentions = accord_analysis_get_mentions (analysis, &codings[i]);

      for (guint k = 0; k < codings[i].n_mentions; k++)
        if (mentions[k].span.start == byte && (!found || mentions[k].span.end > gloss->span.end))
          {
            *gloss = (AccordGloss){ mentions[k].span, codings[i].principle, NONE };
            found = TRUE;
          }
    }
  return found;
}

/* The strongest concept of a word. */
static gboolean
find_concept (
  AccordLexicon *lexicon, int language, const char *word, gsize length, guint32 *concept)
{
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];
  guint n = accord_lexicon_look_up (lexicon, language, word, length, concepts);
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (concepts[i].strength > concepts[best].strength)
      best = i;
  if (n > 0)
    *concept = concepts[best].id;
  return n > 0;
}

/* The longest word that begins with the ideograph @i; @n is the number of its tokens. */
static gboolean
find_han (const AccordAnalysis *analysis,
          AccordLexicon *lexicon,
          int language,
          const AccordToken *tokens,
          guint n_tokens,
          guint i,
          guint *n,
          guint32 *concept)
{
  const AccordWords *words = accord_analysis_get_words (analysis);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = 0;

  for (guint k = i; k < MIN (n_tokens, i + ACCORD_LEXICON_MAX_HAN); k++)
    {
      if ((tokens[k].flags & ACCORD_TOKEN_HAN) == 0 ||
          (k > i && (tokens[k].flags & ACCORD_TOKEN_BREAK) != 0))
        break;
      g_string_append (text, accord_words_get_word (words, tokens[k].word));
    }
  length = accord_lexicon_match_longest (lexicon, language, text->str, text->len);
  if (length == 0)
    return FALSE;
  *n = (guint) g_utf8_strlen (text->str, (gssize) length);
  return find_concept (lexicon, language, text->str, length, concept);
}

static gboolean
find_word (const AccordAnalysis *analysis,
           AccordLexicon *lexicon,
           int language,
           const AccordToken *tokens,
           guint n_tokens,
           guint i,
           guint *n,
           guint32 *concept)
{
  const char *word = NULL;

  *n = 1;
  if (language == ACCORD_LEXICON_NO_LANGUAGE ||
      (tokens[i].flags & (ACCORD_TOKEN_STOP | ACCORD_TOKEN_NUMBER)) != 0)
    return FALSE;
  if ((tokens[i].flags & ACCORD_TOKEN_HAN) != 0)
    return find_han (analysis, lexicon, language, tokens, n_tokens, i, n, concept);
  word = accord_words_get_word (accord_analysis_get_words (analysis), tokens[i].word);
  return find_concept (lexicon, language, word, strlen (word), concept);
}

/**
 * accord_gloss_passage:
 * @analysis: an analysis
 * @lexicon: (nullable): what words mean
 * @passage: index of a passage
 * @n_glosses: (out): their number
 *
 * Cost: some look-ups for each word.
 *
 * Returns: (transfer full) (array length=n_glosses): what is known about the words of the passage
 */
AccordGloss *
accord_gloss_passage (const AccordAnalysis *analysis,
                      AccordLexicon *lexicon,
                      guint passage,
                      guint *n_glosses)
{
  GArray *glosses = g_array_new (FALSE, FALSE, sizeof (AccordGloss));
  const char *tag =
    accord_document_get_passage_language (accord_analysis_get_document (analysis), passage);
  int language =
    lexicon != NULL ? accord_lexicon_find_language (lexicon, tag) : ACCORD_LEXICON_NO_LANGUAGE;
  guint n_tokens = 0;
  const AccordToken *tokens =
    accord_words_get_tokens (accord_analysis_get_words (analysis), passage, &n_tokens);

  for (guint i = 0; i < n_tokens;)
    {
      AccordGloss gloss = { tokens[i].span, NONE, NONE };
      guint n = 1;

      if (find_term (analysis, passage, tokens[i].span.start, &gloss))
        {
          g_array_append_val (glosses, gloss);
          while (i < n_tokens && tokens[i].span.start < gloss.span.end)
            i++;
          continue;
        }
      if (find_word (analysis, lexicon, language, tokens, n_tokens, i, &n, &gloss.concept))
        {
          gloss.span.end = tokens[i + n - 1].span.end;
          g_array_append_val (glosses, gloss);
        }
      i += n;
    }
  *n_glosses = glosses->len;
  return (AccordGloss *) (gpointer) g_array_free (glosses, FALSE);
}
