/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles a codebook. Terms go through the same tokeniser and folder as texts do, by
 * their own language, into one trie with a root for each language and gap. A second
 * time they go, unstemmed, under the roots for passages in an unknown language. A
 * case-sensitive word is a word of its own, so that walking needs no look back. */
#include "engine/accord-matcher-private.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-fold-private.h"
#include "engine/accord-language.h"
#include "engine/accord-tokeniser-private.h"

#define TERMS_A_TICK 512

/* What is needed while compiling. The words of the phrase at hand are in tokens. */
typedef struct
{
  AccordMatcher *matcher;
  GHashTable *folders; /* interned language to folder */
  GString *word;
  GArray *tokens; /* of guint32 */
  guint content;  /* half words of the phrase at hand, without function words */
  guint n_bytes;  /* of its tokens */
} Compiler;

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

static AccordFolder *
folder_for (Compiler *compiler, const char *language)
{
  AccordFolder *folder = g_hash_table_lookup (compiler->folders, language);

  if (folder == NULL)
    {
      folder = accord_folder_new (language);
      g_hash_table_insert (compiler->folders, (gpointer) language, folder);
    }
  return folder;
}

static guint32
root_for (AccordMatcher *self, const char *language, guint gap)
{
  AccordRoot root = { language, gap, 0 };

  for (guint i = 0; i < self->roots->len; i++)
    {
      const AccordRoot *other = &g_array_index (self->roots, AccordRoot, i);

      if (other->language == language && other->gap == gap)
        return other->node;
    }
  root.node = accord_trie_add_root (self->trie);
  g_array_append_val (self->roots, root);
  return root.node;
}

static guint32
number_of_word (AccordMatcher *self, const char *word, AccordWordFlags flags)
{
  guint32 number = accord_trie_add_word (self->trie, word);

  if (number >= self->word_flags->len)
    g_array_set_size (self->word_flags, number + 1);
  g_array_index (self->word_flags, guint8, number) |= (guint8) flags;
  return number;
}

/* The number of a token's word; of a case-sensitive one that of its spelling. */
static guint32
number_of_token (Compiler *compiler,
                 AccordFolder *folder,
                 const char *phrase,
                 const AccordRawToken *raw,
                 gboolean exact)
{
  AccordMatcher *self = compiler->matcher;
  const char *token = phrase + raw->span.start;
  gsize length = accord_span_length (raw->span);
  gboolean is_stop = accord_folder_fold_token (folder, token, length, compiler->word);
  AccordWordFlags flags = compiler->tokens->len == 0 ? ACCORD_WORD_STARTS : 0;

  if (compiler->word->len == 0)
    return ACCORD_TRIE_NONE;
  if (!is_stop)
    compiler->content += raw->flags & ACCORD_TOKEN_HAN ? 1 : 2;
  compiler->n_bytes += (guint) length;
  if (!exact)
    return number_of_word (self, compiler->word->str, flags);
  number_of_word (self, compiler->word->str, flags | ACCORD_WORD_EXACT);
  accord_fold_width (token, length, compiler->word);
  g_string_prepend_c (compiler->word, ACCORD_EXACT_MARK);
  return number_of_word (self, compiler->word->str, 0);
}

/* Fills tokens; FALSE with an error where there are too many. */
static gboolean
cut_phrase (Compiler *compiler,
            const char *phrase,
            const char *language,
            gboolean exact,
            gboolean *crosses,
            GError **error)
{
  AccordTokeniser tokeniser;
  AccordRawToken raw;
  AccordFolder *folder = folder_for (compiler, language);
  gsize length = strlen (phrase);
  guint size = 0;

  *crosses = FALSE;
  compiler->content = compiler->n_bytes = 0;
  g_array_set_size (compiler->tokens, 0);
  accord_tokeniser_init (&tokeniser, phrase,
                         (AccordSpan){ 0, (guint32) MIN (length, ACCORD_TEXT_MAX) }, language);
  while (accord_tokeniser_next (&tokeniser, &raw))
    {
      guint32 number = number_of_token (compiler, folder, phrase, &raw, exact);

      if (number == ACCORD_TRIE_NONE)
        continue;
      *crosses |= compiler->tokens->len > 0 && (raw.flags & ACCORD_TOKEN_BREAK) != 0;
      g_array_append_val (compiler->tokens, number);
      size += raw.flags & ACCORD_TOKEN_HAN ? 1 : 2;
      if (size > ACCORD_TERM_MAX_TOKENS)
        {
          g_set_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_TOO_LARGE,
                       "the term \"%.200s\" has more than %u words", phrase, ACCORD_TERM_MAX_WORDS);
          return FALSE;
        }
    }
  return TRUE;
}

static void
add_pattern (Compiler *compiler, guint32 root, AccordPattern pattern)
{
  AccordMatcher *self = compiler->matcher;
  guint32 node = root;
  guint32 *value;

  if (compiler->tokens->len == 0)
    return;
  for (guint i = 0; i < compiler->tokens->len; i++)
    node = accord_trie_add_edge (self->trie, node, g_array_index (compiler->tokens, guint32, i));
  value = accord_trie_value (self->trie, node);
  pattern.next = *value;
  *value = self->patterns->len;
  g_array_append_val (self->patterns, pattern);
}

/* How much a term tells: 900 u / (u + 2) thousandths for u half words of content, so that a word
 * gives 450, two 600, four 720; less for a word of three letters or fewer unless it is written
 * just so, and for words that need not stand together. */
static gint32
weigh (const Compiler *compiler, const AccordTerm *term)
{
  gint32 half_words = (gint32) MAX (compiler->content, 1);
  gint32 weight = 900 * half_words / (half_words + 2);

  if (half_words == 2 && compiler->n_bytes <= 3 && !term->case_sensitive)
    weight = weight * 3 / 4;
  return term->gap > 0 ? weight * 17 / 20 : weight;
}

/* Compiles a term and its excluding phrases under the roots of @language, which is NULL for
 * passages in an unknown one. */
static gboolean
add_term (Compiler *compiler, guint32 index, const char *language, GError **error)
{
  guint n_terms = 0;
  const AccordTerm *term =
    &accord_codebook_get_terms (compiler->matcher->codebook, &n_terms)[index];
  const char *fold_as = language != NULL ? language : ACCORD_LANGUAGE_UNKNOWN;
  guint gap = MIN (term->gap, ACCORD_TERM_MAX_GAP);
  AccordPattern pattern = { .term = index };

  if (!cut_phrase (compiler, term->text, fold_as, term->case_sensitive, &pattern.crosses, error))
    return FALSE;
  if (language != NULL || compiler->matcher->weights[index] == 0)
    compiler->matcher->weights[index] = weigh (compiler, term);
  add_pattern (compiler, root_for (compiler->matcher, language, gap), pattern);
  pattern.excludes = TRUE;
  for (guint i = 0; term->excludes != NULL && term->excludes[i] != NULL; i++)
    {
      if (!cut_phrase (compiler, term->excludes[i], fold_as, FALSE, &pattern.crosses, error))
        return FALSE;
      add_pattern (compiler, root_for (compiler->matcher, language, 0), pattern);
    }
  return TRUE;
}

static gboolean
compile (AccordMatcher *self, const AccordWatch *watch, GError **error)
{
  g_autoptr (GHashTable) folders =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) accord_folder_free);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  Compiler compiler = { self, folders, word, tokens, 0, 0 };
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (self->codebook, &n);

  for (guint i = 0; i < n; i++)
    {
      if (terms[i].language != ACCORD_LANGUAGE_UNKNOWN &&
          !add_term (&compiler, i, terms[i].language, error))
        return FALSE;
      if (!add_term (&compiler, i, NULL, error))
        return FALSE;
      if (i % TERMS_A_TICK == 0 && !accord_watch_tick (watch, (double) i / n, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_matcher_new:
 * @codebook: a codebook
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Compiles the terms. A term, and an excluding phrase, may have ACCORD_TERM_MAX_WORDS words, two
 * ideographs counting as one; a term in which no word is seen is never found. Cost: linear in the
 * length of all terms, 1 to 2 µs a word.
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
  return compile (self, watch, error) ? g_steal_pointer (&self) : NULL;
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
