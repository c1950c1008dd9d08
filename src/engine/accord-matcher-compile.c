/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles a codebook. Terms go through the same tokeniser and folder as texts do, by
 * their own language, into one trie with a root for each language and kind. A second
 * time they go, unstemmed, under the roots for passages in an unknown language. A
 * case-sensitive word, or a part of a word, is a word of its own, so that walking needs
 * no look back; a term with optional words is added in each way to write it. */
#include "engine/accord-matcher-private.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-fold-private.h"
#include "engine/accord-language.h"
#include "engine/accord-term-private.h"

#define TERMS_A_TICK 256

/* A word of the phrase at hand. */
typedef struct
{
  guint32 number;
  guint32 folded; /* that tells whether a walk may begin: number, unless case counts */
} Piece;

/* What is needed while compiling. */
typedef struct
{
  AccordMatcher *matcher;
  GHashTable *folders; /* interned language to folder */
  GHashTable *added;   /* of guint64: node and principle of terms without excluding phrases */
  GString *word;
  GArray *tokens; /* of AccordTermToken */
  GArray *pieces; /* of Piece */
  guint content;  /* half words of the phrase at hand, without function words */
  guint n_bytes;  /* of its tokens */
  gboolean loose;
} Compiler;

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
root_for (AccordMatcher *self, const char *language, AccordRootKind kind, guint gap)
{
  AccordRoot root = { language, kind, gap, 0 };

  for (guint i = 0; i < self->roots->len; i++)
    {
      const AccordRoot *other = &g_array_index (self->roots, AccordRoot, i);

      if (other->language == language && other->kind == kind && other->gap == gap)
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

/* Where an asterisk stands at a word, its key; only so many bytes of a long one count. */
static void
make_part (Compiler *compiler, const AccordTermToken *token, gboolean exact)
{
  GString *word = compiler->word;
  char mark = !token->open_start ? ACCORD_WILD_END_MARK
              : token->open_end  ? ACCORD_WILD_BOTH_MARK
                                 : ACCORD_WILD_START_MARK;

  while (word->len > ACCORD_WILD_MAX)
    if (mark == ACCORD_WILD_START_MARK)
      g_string_erase (word, 0, g_utf8_skip[(guchar) word->str[0]]);
    else
      g_string_truncate (
        word, (gsize) (g_utf8_find_prev_char (word->str, word->str + word->len) - word->str));
  compiler->matcher->wild_lengths[(guint) mark] |= G_GUINT64_CONSTANT (1) << word->len;
  compiler->matcher->wild_exact |= exact;
  if (exact)
    g_string_prepend_c (word, ACCORD_EXACT_MARK);
  g_string_prepend_c (word, mark);
  compiler->loose = TRUE;
}

/* Appends the piece of a token, where it is not blank. */
static void
append_piece (Compiler *compiler,
              AccordFolder *folder,
              const char *phrase,
              const AccordTermToken *token,
              gboolean exact)
{
  AccordMatcher *self = compiler->matcher;
  const char *text = phrase + token->raw.span.start;
  gsize length = accord_span_length (token->raw.span);
  gboolean is_han = (token->raw.flags & ACCORD_TOKEN_HAN) != 0;
  gboolean is_part = !is_han && (token->open_start || token->open_end);
  gboolean is_stop = accord_folder_fold_token (folder, text, length, compiler->word);
  Piece piece = { 0, 0 };

  if (compiler->word->len == 0)
    return;
  if (!is_stop)
    compiler->content += is_han ? 1 : 2;
  compiler->n_bytes += (guint) length;
  if (!is_part)
    piece.number = piece.folded =
      number_of_word (self, compiler->word->str, exact ? ACCORD_WORD_EXACT : 0);
  if (is_part && !exact)
    accord_folder_fold_whole (folder, text, length, compiler->word);
  if (exact)
    accord_fold_width (text, length, compiler->word);
  if (is_part)
    make_part (compiler, token, exact);
  else if (exact)
    g_string_prepend_c (compiler->word, ACCORD_EXACT_MARK);
  if (is_part || exact)
    piece.number = number_of_word (self, compiler->word->str, 0);
  if (is_part)
    piece.folded = piece.number;
  g_array_append_val (compiler->pieces, piece);
}

static gboolean
refuse (GError **error, const char *phrase, const char *what, guint most)
{
  g_set_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_TOO_LARGE,
               "the term \"%.200s\" has more than %u %s", phrase, most, what);
  return FALSE;
}

/* Fills pieces; FALSE with an error where there are too many. */
static gboolean
cut_phrase (Compiler *compiler,
            const char *phrase,
            const char *language,
            gboolean exact,
            AccordPattern *pattern,
            GError **error)
{
  AccordFolder *folder = folder_for (compiler, language);
  guint size = 0;

  compiler->content = compiler->n_bytes = 0;
  compiler->loose = FALSE;
  g_array_set_size (compiler->pieces, 0);
  accord_term_cut (phrase, language, compiler->tokens);
  pattern->crosses = pattern->open_start = pattern->open_end = FALSE;
  for (guint i = 0; i < compiler->tokens->len; i++)
    {
      const AccordTermToken *token = &g_array_index (compiler->tokens, AccordTermToken, i);
      guint n_before = compiler->pieces->len;

      append_piece (compiler, folder, phrase, token, exact);
      if (compiler->pieces->len == n_before)
        continue;
      pattern->crosses |= n_before > 0 && (token->raw.flags & ACCORD_TOKEN_BREAK) != 0;
      pattern->open_start |= n_before == 0 && token->open_start;
      pattern->open_end = token->open_end;
      size += token->raw.flags & ACCORD_TOKEN_HAN ? 1 : 2;
      if (size > ACCORD_TERM_MAX_TOKENS)
        return refuse (error, phrase, "words", ACCORD_TERM_MAX_WORDS);
    }
  return TRUE;
}

static void
append_pattern (Compiler *compiler, guint32 node, guint32 principle, AccordPattern pattern)
{
  AccordMatcher *self = compiler->matcher;
  guint32 *value = accord_trie_value (self->trie, node);

  /* The second of two equal terms of a principle can never be a mention. */
  if (principle != G_MAXUINT32)
    {
      guint64 *key = g_new (guint64, 1);

      *key = (guint64) node << 32 | principle;
      if (!g_hash_table_add (compiler->added, key))
        return;
    }
  pattern.next = *value;
  *value = self->patterns->len;
  g_array_append_val (self->patterns, pattern);
}

/* Adds the phrase at hand. @principle: that of a term without excluding phrases, else
 * G_MAXUINT32. */
static void
add_phrase (
  Compiler *compiler, const char *language, guint gap, guint32 principle, AccordPattern pattern)
{
  AccordMatcher *self = compiler->matcher;
  AccordRootKind kind = gap > 0 || compiler->loose ? ACCORD_ROOT_LOOSE : ACCORD_ROOT_PLAIN;
  guint32 node = root_for (compiler->matcher, language, kind, gap);

  for (guint i = 0; i < compiler->pieces->len; i++)
    {
      Piece piece = g_array_index (compiler->pieces, Piece, i);

      if (i == 0)
        g_array_index (self->word_flags, guint8, piece.folded) |= ACCORD_WORD_STARTS;
      node = accord_trie_add_edge (self->trie, node, piece.number);
    }
  if (compiler->pieces->len > 0)
    append_pattern (compiler, node, principle, pattern);
}

static guint
count_slots (const Compiler *compiler, GArray *slots)
{
  for (guint i = 0; i < compiler->pieces->len; i++)
    {
      Piece piece = g_array_index (compiler->pieces, Piece, i);
      gboolean known = FALSE;

      for (guint s = 0; s < slots->len && !known; s++)
        known = g_array_index (slots, Piece, s).number == piece.number;
      if (!known)
        g_array_append_val (slots, piece);
    }
  return slots->len;
}

/* Each word of the phrase at hand by itself; equal ones count once. */
static void
add_near (Compiler *compiler, const char *language, AccordPattern pattern)
{
  AccordMatcher *self = compiler->matcher;
  guint32 root = root_for (self, language, ACCORD_ROOT_NEAR, 0);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Piece));

  pattern.n_slots = count_slots (compiler, slots) & G_MAXUINT8;
  for (guint i = 0; i < slots->len; i++)
    {
      guint32 node =
        accord_trie_add_edge (self->trie, root, g_array_index (slots, Piece, i).number);

      g_array_index (self->word_flags, guint8, g_array_index (slots, Piece, i).folded) |=
        ACCORD_WORD_STARTS;
      pattern.slot = i & G_MAXUINT8;
      append_pattern (compiler, node, G_MAXUINT32, pattern);
    }
}

/* How much a term tells: 900 u / (u + 1) thousandths for u half words of content, so that a word
 * gives 600, two 720, four 800; less for a word of three letters or fewer unless it is written
 * just so, and for words that need not stand together. A table of how
 * often terms stand in texts of the field was tried beside it, and lost: what is written about most
 * is also what is meant most. */
static gint32
weigh (const Compiler *compiler, const AccordTerm *term)
{
  gint32 half_words = (gint32) MAX (compiler->content, 1);
  gint32 weight = 900 * half_words / (half_words + 1);

  if (half_words == 2 && compiler->n_bytes <= 3 && !term->case_sensitive)
    weight = weight * 3 / 4;
  return term->gap > 0 || term->near > 0 ? weight * 17 / 20 : weight;
}

static char **
ways_of (const char *text, GError **error)
{
  guint n_parts = 0;
  char **ways = NULL;

  if (strlen (text) <= ACCORD_TEXT_MAX)
    ways = accord_term_ways (text, &n_parts);
  if (ways == NULL)
    refuse (error, text, "optional parts", ACCORD_TERM_MAX_OPTIONAL);
  return ways;
}

/* Adds each way to write a term. Words that stand near each other are those that must. */
static gboolean
add_ways (Compiler *compiler, guint32 index, const char *language, GError **error)
{
  AccordMatcher *self = compiler->matcher;
  guint n = 0;
  const AccordTerm *term = &accord_codebook_get_terms (self->codebook, &n)[index];
  g_auto (GStrv) ways = ways_of (term->text, error);
  gboolean has_excludes = term->excludes != NULL && term->excludes[0] != NULL;

  for (guint i = 0; ways != NULL && ways[i] != NULL; i++)
    {
      AccordPattern pattern = { .term = index };

      if (!cut_phrase (compiler, ways[i], language != NULL ? language : ACCORD_LANGUAGE_UNKNOWN,
                       term->case_sensitive, &pattern, error))
        return FALSE;
      if (i == 0 && (language != NULL || self->weights[index] == 0))
        self->weights[index] = weigh (compiler, term);
      if (term->near == 0)
        add_phrase (compiler, language, term->gap, has_excludes ? G_MAXUINT32 : term->principle,
                    pattern);
      else if (i == 0)
        add_near (compiler, language, pattern);
    }
  return ways != NULL;
}

static gboolean
add_excluding (
  Compiler *compiler, guint32 index, const char *text, const char *language, GError **error)
{
  g_auto (GStrv) ways = ways_of (text, error);

  for (guint i = 0; ways != NULL && ways[i] != NULL; i++)
    {
      AccordPattern pattern = { .term = index, .excludes = TRUE };

      if (!cut_phrase (compiler, ways[i], language != NULL ? language : ACCORD_LANGUAGE_UNKNOWN,
                       FALSE, &pattern, error))
        return FALSE;
      add_phrase (compiler, language, 0, G_MAXUINT32, pattern);
    }
  return ways != NULL;
}

/* Compiles a term and its excluding phrases under the roots of @language, which is NULL for
 * passages in an unknown one. */
static gboolean
add_term (Compiler *compiler, guint32 index, const char *language, GError **error)
{
  guint n = 0;
  const AccordTerm *term = &accord_codebook_get_terms (compiler->matcher->codebook, &n)[index];

  if (!add_ways (compiler, index, language, error))
    return FALSE;
  for (guint i = 0; term->excludes != NULL && term->excludes[i] != NULL; i++)
    if (!add_excluding (compiler, index, term->excludes[i], language, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_all (Compiler *compiler, const AccordWatch *watch, GError **error)
{
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (compiler->matcher->codebook, &n);

  for (guint i = 0; i < n; i++)
    {
      if (terms[i].language != ACCORD_LANGUAGE_UNKNOWN &&
          !add_term (compiler, i, terms[i].language, error))
        return FALSE;
      if (!add_term (compiler, i, NULL, error))
        return FALSE;
      if (i % TERMS_A_TICK == 0 && !accord_watch_tick (watch, (double) i / n, error))
        return FALSE;
    }
  return TRUE;
}

/* GLib's hash of 64 bits would tell principles apart only. */
static guint
hash_key (gconstpointer key)
{
  guint64 mixed = *(const guint64 *) key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (mixed >> 32);
}

/**
 * accord_matcher_compile:
 * @self: a matcher that has its codebook, and is otherwise empty
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Returns: FALSE as accord_matcher_new() tells
 */
gboolean
accord_matcher_compile (AccordMatcher *self, const AccordWatch *watch, GError **error)
{
  g_autoptr (GHashTable) folders =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) accord_folder_free);
  g_autoptr (GHashTable) added = g_hash_table_new_full (hash_key, g_int64_equal, g_free, NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (AccordTermToken));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  Compiler compiler = {
    .matcher = self,
    .folders = folders,
    .added = added,
    .word = word,
    .tokens = tokens,
    .pieces = pieces,
  };

  return add_all (&compiler, watch, error);
}
