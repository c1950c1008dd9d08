/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the terms of a codebook in a passage. Naive: look for each term everywhere,
 * which costs the product of both. Here: from each token on walk down the trie while
 * words agree; most tokens begin no term and cost one load. */
#include "engine/accord-matcher-private.h"

#include <stdlib.h>

#include "engine/accord-fold-private.h"
#include "engine/accord-language.h"

/* Tokens between two ticks: a millisecond or less. */
#define TOKENS_A_TICK 4096

/* A word of the document that was not looked up yet. */
#define UNASKED G_MAXUINT32

#define N_EXACTS 16u

/* What a token is as it is written. Walks that begin a few tokens apart ask for it again. */
typedef struct
{
  guint32 token; /* or G_MAXUINT32 */
  guint32 number;
} Exact;

/* A pattern found at tokens start to end, half-open. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 pattern;
} Hit;

/* A gapped walk after some words: at node, the last of them before token next. */
typedef struct
{
  guint32 node;
  guint32 next;
} State;

/* Invariant: covered is all zero between two passages. */
struct _AccordMatcherScan
{
  const AccordMatcher *matcher;
  AccordDocument *document;
  const AccordWords *words;
  guint32 *numbers; /* (nullable): of the document's words in the trie, or UNASKED */
  GArray *roots;    /* of AccordRoot: those of the passage's language */
  const char *language;
  const AccordToken *tokens;
  guint n_tokens;
  GArray *hits;
  GArray *states;
  GArray *next_states;
  GArray *found;
  GArray *excluded; /* of AccordFound */
  GArray *covered;  /* of guint8, one a token */
  GString *exact;
  Exact exacts[N_EXACTS]; /* by token, modulo */
};

static void
scan_init (AccordMatcherScan *self,
           const AccordMatcher *matcher,
           AccordDocument *document,
           const AccordWords *words)
{
  *self = (AccordMatcherScan){ .matcher = matcher, .document = document, .words = words };
  self->roots = g_array_new (FALSE, FALSE, sizeof (AccordRoot));
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  self->next_states = g_array_new (FALSE, FALSE, sizeof (State));
  self->found = g_array_new (FALSE, FALSE, sizeof (AccordFound));
  self->excluded = g_array_new (FALSE, FALSE, sizeof (AccordFound));
  self->covered = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->exact = g_string_new (NULL);
}

static void
scan_clear (AccordMatcherScan *self)
{
  g_free (self->numbers);
  g_array_unref (self->roots);
  g_array_unref (self->hits);
  g_array_unref (self->states);
  g_array_unref (self->next_states);
  g_array_unref (self->found);
  g_array_unref (self->excluded);
  g_array_unref (self->covered);
  g_string_free (self->exact, TRUE);
}

static void
choose_roots (AccordMatcherScan *self, const char *language)
{
  const GArray *all = self->matcher->roots;

  if (self->language == language)
    return;
  self->language = language;
  g_array_set_size (self->roots, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const AccordRoot *root = &g_array_index (all, AccordRoot, i);
      gboolean applies = root->language == NULL
                           ? language == ACCORD_LANGUAGE_UNKNOWN
                           : accord_language_matches (language, root->language);

      if (applies)
        g_array_append_val (self->roots, *root);
    }
}

static guint32
number_of (const AccordMatcherScan *self, guint32 token)
{
  guint32 word = self->tokens[token].word;
  guint32 number = self->numbers != NULL ? self->numbers[word] : UNASKED;

  if (number != UNASKED)
    return number;
  number = accord_trie_find_word (self->matcher->trie, accord_words_get_word (self->words, word));
  if (self->numbers != NULL)
    self->numbers[word] = number;
  return number;
}

static guint8
flags_of (const AccordMatcherScan *self, guint32 number)
{
  return g_array_index (self->matcher->word_flags, guint8, number);
}

/* The number of a token as it is written, where some case-sensitive term may have it. */
static guint32
exact_number_of (AccordMatcherScan *self, guint32 token)
{
  AccordSpan span = self->tokens[token].span;
  Exact *exact = &self->exacts[token % N_EXACTS];

  if (!(flags_of (self, number_of (self, token)) & ACCORD_WORD_EXACT))
    return ACCORD_TRIE_NONE;
  if (exact->token == token)
    return exact->number;
  accord_fold_width (accord_document_get_data (self->document) + span.start,
                     accord_span_length (span), self->exact);
  g_string_prepend_c (self->exact, ACCORD_EXACT_MARK);
  *exact = (Exact){ token, accord_trie_find_word (self->matcher->trie, self->exact->str) };
  return exact->number;
}

static guint32
step (AccordMatcherScan *self, guint32 node, guint32 token, gboolean exact)
{
  guint32 word = exact ? exact_number_of (self, token) : number_of (self, token);

  return word != ACCORD_TRIE_NONE ? accord_trie_step (self->matcher->trie, node, word)
                                  : ACCORD_TRIE_NONE;
}

static void
take_hits (AccordMatcherScan *self, guint32 node, guint32 start, guint32 end, gboolean broken)
{
  guint32 i = *accord_trie_value (self->matcher->trie, node);

  while (i != 0)
    {
      const AccordPattern *pattern = &g_array_index (self->matcher->patterns, AccordPattern, i);
      Hit hit = { start, end, i };

      if (!broken || pattern->crosses)
        g_array_append_val (self->hits, hit);
      i = pattern->next;
    }
}

/* Terms whose words stand side by side. */
static void
walk (AccordMatcherScan *self, guint32 root, guint32 start, gboolean exact)
{
  guint32 node = root;
  gboolean broken = FALSE;

  for (guint32 i = start; i < self->n_tokens; i++)
    {
      broken |= i > start && (self->tokens[i].flags & ACCORD_TOKEN_BREAK) != 0;
      node = step (self, node, i, exact);
      if (node == ACCORD_TRIE_NONE)
        return;
      take_hits (self, node, start, i + 1, broken);
    }
}

static gint
compare_states (gconstpointer a, gconstpointer b)
{
  const State *x = a, *y = b;

  if (x->node != y->node)
    return x->node < y->node ? -1 : 1;
  return x->next < y->next ? -1 : x->next > y->next;
}

/* Sorts the states, drops equal ones, and takes the hits of each node at its nearest end. */
static void
settle_states (AccordMatcherScan *self, GArray *states, guint32 start)
{
  guint n = 0;

  g_array_sort (states, compare_states);
  for (guint i = 0; i < states->len; i++)
    {
      State state = g_array_index (states, State, i);
      const State *last = n > 0 ? &g_array_index (states, State, n - 1) : NULL;

      if (last == NULL || last->node != state.node)
        take_hits (self, state.node, start, state.next, FALSE);
      if (last == NULL || compare_states (last, &state) != 0)
        g_array_index (states, State, n++) = state;
    }
  g_array_set_size (states, n);
}

/* Terms between whose words others may stand. All ways are followed at once, word by word, since
 * one by one they are 10^11 for a term of twelve equal words; a term is found at its nearest end.
 */
static void
walk_gapped (AccordMatcherScan *self, const AccordRoot *root, guint32 start, gboolean exact)
{
  State first = { step (self, root->node, start, exact), start + 1 };

  if (first.node == ACCORD_TRIE_NONE)
    return;
  g_array_set_size (self->states, 0);
  g_array_append_val (self->states, first);
  while (self->states->len > 0)
    {
      GArray *settled = self->states;

      settle_states (self, settled, start);
      g_array_set_size (self->next_states, 0);
      for (guint i = 0; i < settled->len; i++)
        {
          State state = g_array_index (settled, State, i);

          for (guint32 t = state.next; t < self->n_tokens && t <= state.next + root->gap; t++)
            {
              State next = { step (self, state.node, t, exact), t + 1 };

              if (next.node != ACCORD_TRIE_NONE)
                g_array_append_val (self->next_states, next);
            }
        }
      self->states = self->next_states;
      self->next_states = settled;
    }
}

static void
walk_all (AccordMatcherScan *self, guint32 start)
{
  guint8 flags = flags_of (self, number_of (self, start));

  if (!(flags & ACCORD_WORD_STARTS))
    return;
  for (guint i = 0; i < self->roots->len; i++)
    {
      const AccordRoot *root = &g_array_index (self->roots, AccordRoot, i);

      for (guint exact = 0; exact <= ((flags & ACCORD_WORD_EXACT) != 0); exact++)
        if (root->gap == 0)
          walk (self, root->node, start, exact != 0);
        else
          walk_gapped (self, root, start, exact != 0);
    }
}

/* Parts the hits into terms and excluding phrases. */
static void
part_hits (AccordMatcherScan *self)
{
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (self->matcher->codebook, &n);

  g_array_set_size (self->found, 0);
  g_array_set_size (self->excluded, 0);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);
      const AccordPattern *pattern =
        &g_array_index (self->matcher->patterns, AccordPattern, hit->pattern);
      AccordFound found = { hit->start, hit->end, pattern->term, terms[pattern->term].principle };

      g_array_append_val (pattern->excludes ? self->excluded : self->found, found);
    }
}

static gint
compare_mentions (gconstpointer a, gconstpointer b)
{
  const AccordMention *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end < y->span.end ? -1 : 1;
  return x->principle < y->principle ? -1 : x->principle > y->principle;
}

static void
append_mentions (AccordMatcherScan *self, GArray *mentions)
{
  guint first = mentions->len;

  part_hits (self);
  if (self->covered->len < self->n_tokens)
    g_array_set_size (self->covered, self->n_tokens);
  accord_matcher_settle (self->found, self->excluded, (guint8 *) self->covered->data);
  for (guint i = 0; i < self->found->len; i++)
    {
      const AccordFound *found = &g_array_index (self->found, AccordFound, i);
      AccordMention mention = {
        { self->tokens[found->start].span.start, self->tokens[found->end - 1].span.end },
        found->term,
        found->principle,
      };

      g_array_append_val (mentions, mention);
    }
  if (mentions->len > first + 1)
    qsort (&g_array_index (mentions, AccordMention, first), mentions->len - first,
           sizeof (AccordMention), compare_mentions);
}

/**
 * accord_matcher_scan_new:
 * @matcher: a matcher, which must outlive the scan
 * @document: a document, likewise
 * @words: its words, likewise
 *
 * Returns: (transfer full): a scan for one thread, whose passages share what is found out about
 *   the document's words
 */
AccordMatcherScan *
accord_matcher_scan_new (const AccordMatcher *matcher,
                         AccordDocument *document,
                         const AccordWords *words)
{
  AccordMatcherScan *self = g_new0 (AccordMatcherScan, 1);
  guint n = accord_words_get_n_words (words);

  scan_init (self, matcher, document, words);
  self->numbers = g_new (guint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->numbers[i] = UNASKED;
  return self;
}

/**
 * accord_matcher_scan_free:
 * @self: (transfer full): a scan
 */
void
accord_matcher_scan_free (AccordMatcherScan *self)
{
  scan_clear (self);
  g_free (self);
}

/**
 * accord_matcher_scan_passage:
 * @self: a scan
 * @passage: index of a passage
 * @mentions: (element-type AccordMention): its mentions are appended, sorted by span, then
 * principle
 * @watch: (nullable): progress, as the share of the document's text, and cancel
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED; @mentions is then as it was
 */
gboolean
accord_matcher_scan_passage (AccordMatcherScan *self,
                             guint passage,
                             GArray *mentions,
                             const AccordWatch *watch,
                             GError **error)
{
  guint32 length = accord_text_get_length (accord_document_get_text (self->document));

  self->tokens = accord_words_get_tokens (self->words, passage, &self->n_tokens);
  choose_roots (self, accord_document_get_passage_language (self->document, passage));
  for (guint i = 0; i < N_EXACTS; i++)
    self->exacts[i].token = G_MAXUINT32;
  g_array_set_size (self->hits, 0);
  for (guint i = 0; i < self->n_tokens; i++)
    {
      walk_all (self, i);
      if (i % TOKENS_A_TICK == TOKENS_A_TICK - 1 &&
          !accord_watch_tick (watch, (double) self->tokens[i].span.end / length, error))
        return FALSE;
    }
  if (self->hits->len > 0)
    append_mentions (self, mentions);
  return TRUE;
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
 * Cost: linear in the passage, for each token the number of words of the terms that begin there;
 * hardly dependent on the size of the codebook. An analysis, which sees whole documents, is
 * faster a passage.
 */
void
accord_matcher_find (const AccordMatcher *self,
                     AccordDocument *document,
                     const AccordWords *words,
                     guint passage,
                     GArray *mentions)
{
  AccordMatcherScan scan;

  scan_init (&scan, self, document, words);
  accord_matcher_scan_passage (&scan, passage, mentions, NULL, NULL);
  scan_clear (&scan);
}
