/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled codebook as a value; accord-matcher-compile.c fills it, and
 * accord-matcher-scan.c finds by it. */
#include "engine/accord-matcher-private.h"

#define PASSAGES_A_TICK 256u

static void
matcher_clear (gpointer data)
{
  AccordMatcher *self = data;

  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_clear_pointer (&self->trie, accord_trie_free);
  g_clear_pointer (&self->patterns, g_array_unref);
  g_clear_pointer (&self->roots, g_array_unref);
  g_clear_pointer (&self->word_flags, g_array_unref);
  g_free (self->weights);
}

/**
 * accord_matcher_new:
 * @codebook: a codebook
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Compiles the terms. A term, and an excluding phrase, may have ACCORD_TERM_MAX_WORDS words, two
 * ideographs counting as one, and four optional parts; a term in which no word is seen is never
 * found. Cost: linear in the length of all terms, 1 to 2 µs a word.
 *
 * Returns: (transfer full): a matcher, or NULL with ACCORD_ENGINE_ERROR_TOO_LARGE (the message
 *   names the term) or ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordMatcher *
accord_matcher_new (AccordCodebook *codebook, const AccordWatch *watch, GError **error)
{
  g_autoptr (AccordMatcher) self = g_atomic_rc_box_new0 (AccordMatcher);
  AccordPattern none = { 0 };
  guint n_terms = 0;

  accord_codebook_get_terms (codebook, &n_terms);
  self->codebook = accord_codebook_ref (codebook);
  self->weights = g_new0 (gint32, MAX (n_terms, 1));
  self->trie = accord_trie_new ();
  self->patterns = g_array_new (FALSE, FALSE, sizeof (AccordPattern));
  g_array_append_val (self->patterns, none);
  self->roots = g_array_new (FALSE, FALSE, sizeof (AccordRoot));
  self->word_flags = g_array_new (FALSE, TRUE, sizeof (guint8));
  g_array_set_size (self->word_flags, 1);
  return accord_matcher_compile (self, watch, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_matcher_ref:
 * @self: a matcher
 *
 * Returns: (transfer full): @self
 */
AccordMatcher *
accord_matcher_ref (AccordMatcher *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_matcher_unref:
 * @self: (transfer full): a matcher
 */
void
accord_matcher_unref (AccordMatcher *self)
{
  g_atomic_rc_box_release_full (self, matcher_clear);
}

/**
 * accord_matcher_get_codebook:
 * @self: a matcher
 *
 * Returns: (transfer none): the codebook that it was compiled from
 */
AccordCodebook *
accord_matcher_get_codebook (const AccordMatcher *self)
{
  return self->codebook;
}

/**
 * accord_matcher_find:
 * @self: a matcher
 * @document: a document
 * @words: its words
 * @passage: index of a passage of it
 * @mentions: (element-type AccordMention): its mentions are appended, sorted by span, then
 * principle
 *
 * A term is found in passages of its language; in passages of an unknown one every term is, word
 * by word unstemmed. The words of a term stand side by side with no punctuation mark between,
 * unless the term has a gap or a mark itself. Of mentions of one principle that overlap, the one
 * of most words stays, then the first in the text, then that of the first term; mentions of
 * different principles overlap freely. A mention within an excluding phrase of its term is none.
 *
 * Where a script sets no spaces, a mention tears no word at its ends, by ICU's dictionary.
 *
 * Cost: linear in the passage, for each token the number of words of the terms that begin there;
 * hardly dependent on the size of the codebook. accord_matcher_find_all() is faster a passage.
 */
void
accord_matcher_find (const AccordMatcher *self,
                     AccordDocument *document,
                     const AccordWords *words,
                     guint passage,
                     GArray *mentions)
{
  g_autoptr (AccordMatcherScan) scan = accord_matcher_scan_new (self, document, words, FALSE);

  accord_matcher_scan_passage (scan, passage, mentions, NULL, NULL);
}

/**
 * accord_matcher_find_all:
 * @self: a matcher
 * @document: a document
 * @words: its words
 * @mentions: (element-type AccordMention): the mentions of all passages are appended, by passage
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * As accord_matcher_find() on each passage in turn; each distinct word is looked up once.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_matcher_find_all (const AccordMatcher *self,
                         AccordDocument *document,
                         const AccordWords *words,
                         GArray *mentions,
                         const AccordWatch *watch,
                         GError **error)
{
  g_autoptr (AccordMatcherScan) scan = accord_matcher_scan_new (self, document, words, TRUE);
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  guint32 length = accord_text_get_length (accord_document_get_text (document));

  for (guint i = 0; i < n; i++)
    {
      if (!accord_matcher_scan_passage (scan, i, mentions, watch, error))
        return FALSE;
      if (i % PASSAGES_A_TICK == 0 &&
          !accord_watch_tick (watch, (double) passages[i].span.end / MAX (length, 1), error))
        return FALSE;
    }
  return TRUE;
}
