/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passage comes near a principle by the words it shares with the principle's terms,
 * name and definition. A word counts by how few passages of the document have it, and
 * as much as it makes up of the shortest text that holds it: of "right to privacy" the
 * word privacy is half, of a definition a twentieth. */
#include "engine/accord-silence.h"

#include <math.h>
#include <string.h>

#include "engine/accord-fold-private.h"
#include "engine/accord-language.h"
#include "engine/accord-term-private.h"

#define MOST_SCORE 299

typedef struct
{
  AccordAnalysis *analysis;
  GHashTable *shares; /* word to guint: thousandths of the text that it is most of */
  AccordFolder *folder;
  GString *word;
} Searcher;

static void
add_text (Searcher *self, const char *text, const char *language)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (AccordTermToken));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  accord_term_cut (text, language, tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const AccordTermToken *token = &g_array_index (tokens, AccordTermToken, i);

      if (accord_folder_fold_token (self->folder, text + token->raw.span.start,
                                    accord_span_length (token->raw.span), self->word) ||
          self->word->len == 0 || (token->raw.flags & ACCORD_TOKEN_NUMBER))
        continue;
      g_ptr_array_add (words, g_strdup (self->word->str));
    }
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      guint share = 1000 / MAX (words->len, 1);
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->shares, word));

      if (share > known)
        g_hash_table_insert (self->shares, g_strdup (word), GUINT_TO_POINTER (share));
    }
}

static void
add_principle (Searcher *self, guint principle, const char *language)
{
  AccordCodebook *codebook = accord_analysis_get_codebook (self->analysis);
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (codebook, &n);
  g_autofree guint32 *of = accord_silence_dup_terms (codebook, principle, language, &n);

  for (guint i = 0; i < n; i++)
    add_text (self, terms[of[i]].text, language);
  for (guint what = 0; what < ACCORD_WHAT_EXCLUDE; what++)
    {
      guint n_sentences = 0;
      const AccordLocalized *sentences =
        accord_codebook_get_sentences (codebook, principle, what, &n_sentences);

      for (guint i = 0; i < n_sentences; i++)
        if (accord_language_matches (language, sentences[i].language))
          add_text (self, sentences[i].text, language);
    }
}

/* In how many passages each word of the document stands. */
static guint32 *
count_passages (const Searcher *self, guint n_passages)
{
  const AccordWords *words = accord_analysis_get_words (self->analysis);
  guint n_words = accord_words_get_n_words (words);
  guint32 *counts = g_new0 (guint32, MAX (n_words, 1));
  g_autofree guint32 *last = g_new0 (guint32, MAX (n_words, 1));

  for (guint p = 0; p < n_passages; p++)
    {
      guint n = 0;
      const AccordToken *tokens = accord_words_get_tokens (words, p, &n);

      for (guint i = 0; i < n; i++)
        if (last[tokens[i].word] != p + 1)
          {
            last[tokens[i].word] = p + 1;
            counts[tokens[i].word]++;
          }
    }
  return counts;
}

static gboolean
is_coded (AccordAnalysis *analysis, guint passage, guint principle)
{
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_passage_codings (analysis, passage, &n);

  for (guint i = 0; i < n; i++)
    if (codings[i].principle == principle)
      return TRUE;
  return FALSE;
}

/* Neighbouring ideographs are one place. */
static void
append_span (AccordNearPassage *near, AccordSpan span)
{
  if (near->n_spans > 0 && near->spans[near->n_spans - 1].end == span.start)
    near->spans[near->n_spans - 1].end = span.end;
  else if (near->n_spans < ACCORD_NEAR_SPANS)
    near->spans[near->n_spans++] = span;
}

/* How near the passage comes: the doubt that its words leave. A single ideograph is no word: it
 * counts where its neighbour counts too. */
static void
judge (const Searcher *self, const guint32 *shares, const double *rarity, AccordNearPassage *near)
{
  guint n = 0;
  const AccordToken *tokens =
    accord_words_get_tokens (accord_analysis_get_words (self->analysis), near->passage, &n);
  double doubt = 1;

  for (guint i = 0; i < n; i++)
    {
      gboolean han = (tokens[i].flags & ACCORD_TOKEN_HAN) != 0;
      gboolean before =
        i > 0 && tokens[i - 1].span.end == tokens[i].span.start && shares[tokens[i - 1].word] > 0;
      gboolean behind = i + 1 < n && tokens[i].span.end == tokens[i + 1].span.start &&
                        shares[tokens[i + 1].word] > 0;

      if (shares[tokens[i].word] == 0 || (tokens[i].flags & ACCORD_TOKEN_STOP) ||
          (han && !before && !behind))
        continue;
      append_span (near, tokens[i].span);
      doubt *= 1 - 0.5 * rarity[tokens[i].word] * shares[tokens[i].word] / 1000;
    }
  near->score =
    near->n_spans > 0 ? CLAMP ((gint32) floor ((1 - doubt) * MOST_SCORE + 0.5), 1, MOST_SCORE) : 0;
}

static void
offer (AccordNearPassage *best, guint *n, guint most, const AccordNearPassage *one)
{
  guint at = *n;

  while (at > 0 && best[at - 1].score < one->score)
    at--;
  if (at >= most)
    return;
  *n = MIN (*n + 1, most);
  memmove (best + at + 1, best + at, (*n - 1 - at) * sizeof *best);
  best[at] = *one;
}

static guint
search (Searcher *self, guint principle, AccordNearPassage *near, guint most)
{
  const AccordWords *words = accord_analysis_get_words (self->analysis);
  guint n_words = accord_words_get_n_words (words), n_passages = 0, n = 0;
  g_autofree guint32 *counts = NULL;
  g_autofree guint32 *shares = g_new0 (guint32, MAX (n_words, 1));
  g_autofree double *rarity = g_new0 (double, MAX (n_words, 1));

  accord_document_get_passages (accord_analysis_get_document (self->analysis), &n_passages);
  counts = count_passages (self, n_passages);
  for (guint w = 0; w < n_words; w++)
    {
      shares[w] =
        GPOINTER_TO_UINT (g_hash_table_lookup (self->shares, accord_words_get_word (words, w)));
      rarity[w] = 1 - log (MAX (counts[w], 1)) / log (n_passages + 1);
    }
  for (guint p = 0; p < n_passages; p++)
    {
      AccordNearPassage one = { .passage = p };

      if (is_coded (self->analysis, p, principle))
        continue;
      judge (self, shares, rarity, &one);
      if (one.score > 0)
        offer (near, &n, most, &one);
    }
  return n;
}

/**
 * accord_silence_find:
 * @analysis: an analysis
 * @principle: index of a principle
 * @near: (out) (array length=most): the nearest passages that are not coded with it, the nearest
 * first, equally near ones in order
 * @most: how many are wished
 *
 * Looks for what the codebook has in the document's main language. Cost: linear in the document.
 *
 * Returns: how many there are
 */
guint
accord_silence_find (AccordAnalysis *analysis, guint principle, AccordNearPassage *near, guint most)
{
  const char *language = accord_document_get_language (accord_analysis_get_document (analysis));
  Searcher self = { .analysis = analysis };
  guint n = 0;

  if (most == 0)
    return 0;
  self.shares = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.folder = accord_folder_new (language);
  self.word = g_string_new (NULL);
  add_principle (&self, principle, language);
  n = search (&self, principle, near, most);
  g_hash_table_unref (self.shares);
  accord_folder_free (self.folder);
  g_string_free (self.word, TRUE);
  return n;
}

/**
 * accord_silence_dup_terms:
 * @codebook: a codebook
 * @principle: index of a principle
 * @language: a BCP 47 tag
 * @n_terms: (out): their number
 *
 * Returns: (transfer full) (array length=n_terms): the indices of its terms that are searched for
 *   in texts of that language; in an unknown one all are
 */
guint32 *
accord_silence_dup_terms (AccordCodebook *codebook,
                          guint principle,
                          const char *language,
                          guint *n_terms)
{
  guint n = 0;
  const AccordPrinciple *p = &accord_codebook_get_principles (codebook, &n)[principle];
  const AccordTerm *terms = accord_codebook_get_terms (codebook, &n);
  guint32 *found = g_new (guint32, MAX (p->n_terms, 1));

  *n_terms = 0;
  for (guint32 i = p->first_term; i < p->first_term + p->n_terms; i++)
    if (language == ACCORD_LANGUAGE_UNKNOWN ||
        accord_language_matches (language, terms[i].language))
      found[(*n_terms)++] = i;
  return found;
}
