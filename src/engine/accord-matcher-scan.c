/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the terms of a codebook in a passage. Naive: look for each term everywhere,
 * which costs the product of both. Here: from each token on walk down the trie while
 * words agree; most tokens begin no term and cost one load. */
#include "engine/accord-matcher-private.h"

#include <stdlib.h>

#include "engine/accord-fold-private.h"
#include "engine/accord-language.h"

/* Work between two ticks: a millisecond or less. */
#define TOKENS_A_TICK 4096u
#define HITS_A_TICK 32768u

/* So many hits are settled at once, where no term goes across. */
#define HITS_AT_ONCE 8192u

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

/* A loose walk after some words: at node, the last of them before token next. */
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
  AccordWildWords wild;
  gboolean has_wild;
  AccordHanCuts *cuts;
  GArray *near_words; /* of AccordNearWord */
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
  accord_wild_words_init (&self->wild);
  for (guint i = 0; i < G_N_ELEMENTS (matcher->wild_lengths); i++)
    self->has_wild |= matcher->wild_lengths[i] != 0;
  self->cuts = accord_han_cuts_new ();
  self->near_words = g_array_new (FALSE, FALSE, sizeof (AccordNearWord));
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
  accord_wild_words_clear (&self->wild);
  accord_han_cuts_free (self->cuts);
  g_array_unref (self->near_words);
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

static gboolean
is_broken (const AccordMatcherScan *self, guint32 start, guint32 end)
{
  for (guint32 i = start + 1; i < end; i++)
    if (self->tokens[i].flags & ACCORD_TOKEN_BREAK)
      return TRUE;
  return FALSE;
}

/* Sorts the states, drops equal ones, and takes the hits of each node at its nearest end. */
static void
settle_states (AccordMatcherScan *self, GArray *states, guint32 start, gboolean side_by_side)
{
  guint n = 0;

  g_array_sort (states, compare_states);
  for (guint i = 0; i < states->len; i++)
    {
      State state = g_array_index (states, State, i);
      const State *last = n > 0 ? &g_array_index (states, State, n - 1) : NULL;

      if (last == NULL || last->node != state.node)
        take_hits (self, state.node, start, state.next,
                   side_by_side && is_broken (self, start, state.next));
      if (last == NULL || compare_states (last, &state) != 0)
        g_array_index (states, State, n++) = state;
    }
  g_array_set_size (states, n);
}

/* The words that token @i can be to a term: as it is folded, as it is written, and the parts that
 * it has. Calls are cheap where there are no parts. */
static guint32
alternative (AccordMatcherScan *self, guint32 token, guint i)
{
  const guint32 *first = NULL;

  if (i == 0)
    return number_of (self, token);
  if (i == 1)
    return exact_number_of (self, token);
  first = &g_array_index (self->wild.first, guint32, token);
  return g_array_index (self->wild.numbers, guint32, first[0] + i - 2);
}

static guint
count_alternatives (const AccordMatcherScan *self, guint32 token)
{
  const guint32 *first = NULL;

  if (!self->has_wild)
    return 2;
  first = &g_array_index (self->wild.first, guint32, token);
  return 2 + first[1] - first[0];
}

static void
append_steps (AccordMatcherScan *self, guint32 node, guint32 token, GArray *states)
{
  guint n = count_alternatives (self, token);

  for (guint i = 0; i < n; i++)
    {
      guint32 word = alternative (self, token, i);
      State next = { ACCORD_TRIE_NONE, token + 1 };

      if (word != ACCORD_TRIE_NONE)
        next.node = accord_trie_step (self->matcher->trie, node, word);
      if (next.node != ACCORD_TRIE_NONE)
        g_array_append_val (states, next);
    }
}

/* Terms between whose words others may stand, or with parts of words. All ways are followed at
 * once, word by word, since one by one they are 10^11 for a term of twelve equal words; a term is
 * found at its nearest end. */
static void
walk_loose (AccordMatcherScan *self, const AccordRoot *root, guint32 start)
{
  g_array_set_size (self->states, 0);
  append_steps (self, root->node, start, self->states);
  while (self->states->len > 0)
    {
      GArray *settled = self->states;

      settle_states (self, settled, start, root->gap == 0);
      g_array_set_size (self->next_states, 0);
      for (guint i = 0; i < settled->len; i++)
        {
          State state = g_array_index (settled, State, i);

          for (guint32 t = state.next; t < self->n_tokens && t <= state.next + root->gap; t++)
            append_steps (self, state.node, t, self->next_states);
        }
      self->states = self->next_states;
      self->next_states = settled;
    }
}

/* Notes which words of terms whose words stand near each other token @at is. */
static void
note_near (AccordMatcherScan *self, const AccordRoot *root, guint32 at)
{
  g_array_set_size (self->states, 0);
  append_steps (self, root->node, at, self->states);
  for (guint s = 0; s < self->states->len; s++)
    {
      guint32 node = g_array_index (self->states, State, s).node;

      for (guint32 i = *accord_trie_value (self->matcher->trie, node); i != 0;)
        {
          const AccordPattern *pattern = &g_array_index (self->matcher->patterns, AccordPattern, i);
          AccordNearWord word = { pattern->term, at, i, pattern->slot, pattern->n_slots };

          g_array_append_val (self->near_words, word);
          i = pattern->next;
        }
    }
}

static gboolean
starts_by_part (const AccordMatcherScan *self, guint32 token)
{
  const guint32 *first = &g_array_index (self->wild.first, guint32, token);

  for (guint32 i = first[0]; i < first[1]; i++)
    if (flags_of (self, g_array_index (self->wild.numbers, guint32, i)) & ACCORD_WORD_STARTS)
      return TRUE;
  return FALSE;
}

static void
walk_all (AccordMatcherScan *self, guint32 start)
{
  guint8 flags = flags_of (self, number_of (self, start));

  if (!(flags & ACCORD_WORD_STARTS) && !(self->has_wild && starts_by_part (self, start)))
    return;
  for (guint i = 0; i < self->roots->len; i++)
    {
      const AccordRoot *root = &g_array_index (self->roots, AccordRoot, i);

      switch (root->kind)
        {
        case ACCORD_ROOT_PLAIN:
          for (guint exact = 0; exact <= ((flags & ACCORD_WORD_EXACT) != 0); exact++)
            walk (self, root->node, start, exact != 0);
          break;
        case ACCORD_ROOT_LOOSE:
          walk_loose (self, root, start);
          break;
        case ACCORD_ROOT_NEAR:
          note_near (self, root, start);
          break;
        }
    }
}

static void
append_near_cb (guint32 start, guint32 end, guint32 pattern, gpointer data)
{
  AccordMatcherScan *self = data;
  Hit hit = { start, end, pattern };

  g_array_append_val (self->hits, hit);
}

/* Whether a find begins or ends within a word of a script that sets no spaces. */
static gboolean
is_torn (AccordMatcherScan *self, const Hit *hit, const AccordPattern *pattern)
{
  if (!((self->tokens[hit->start].flags | self->tokens[hit->end - 1].flags) & ACCORD_TOKEN_HAN))
    return FALSE;
  return accord_han_cuts_tears (self->cuts, hit->start, hit->end, pattern->open_start,
                                pattern->open_end);
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

      if (pattern->excludes)
        g_array_append_val (self->excluded, found);
      else if (!is_torn (self, hit, pattern))
        g_array_append_val (self->found, found);
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

static void
start_passage (AccordMatcherScan *self, guint passage)
{
  const char *language = accord_document_get_passage_language (self->document, passage);
  const char *data = accord_document_get_data (self->document);

  self->tokens = accord_words_get_tokens (self->words, passage, &self->n_tokens);
  choose_roots (self, language);
  accord_han_cuts_start (self->cuts, data, self->tokens, self->n_tokens);
  if (self->has_wild)
    accord_wild_words_find (&self->wild, self->matcher, data, self->tokens, self->n_tokens,
                            language);
  for (guint i = 0; i < N_EXACTS; i++)
    self->exacts[i].token = G_MAXUINT32;
  g_array_set_size (self->hits, 0);
  g_array_set_size (self->near_words, 0);
}

static void
settle_near (AccordMatcherScan *self)
{
  guint n = 0;

  if (self->near_words->len > 0)
    accord_near_words_settle (self->near_words,
                              accord_codebook_get_terms (self->matcher->codebook, &n),
                              append_near_cb, self);
}

/**
 * accord_matcher_scan_new:
 * @matcher: a matcher, which must outlive the scan
 * @document: a document, likewise
 * @words: its words, likewise
 * @whole: whether most passages of the document are to be scanned: they then share what is found
 * out about its words
 *
 * Returns: (transfer full): a scan for one thread
 */
AccordMatcherScan *
accord_matcher_scan_new (const AccordMatcher *matcher,
                         AccordDocument *document,
                         const AccordWords *words,
                         gboolean whole)
{
  AccordMatcherScan *self = g_new0 (AccordMatcherScan, 1);
  guint n = accord_words_get_n_words (words);

  scan_init (self, matcher, document, words);
  if (whole)
    {
      self->numbers = g_new (guint32, MAX (n, 1));
      for (guint i = 0; i < n; i++)
        self->numbers[i] = UNASKED;
    }
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

static gboolean
give_up (GArray *mentions, guint n_before)
{
  g_array_set_size (mentions, n_before);
  return FALSE;
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

  guint hits_at_tick = 0, looked_at = 0, n_before = mentions->len;
  guint32 end = 0;

  start_passage (self, passage);
  for (guint i = 0; i < self->n_tokens; i++)
    {
      walk_all (self, i);
      for (; looked_at < self->hits->len; looked_at++)
        end = MAX (end, g_array_index (self->hits, Hit, looked_at).end);
      if (self->hits->len >= HITS_AT_ONCE && end <= i + 1 && self->near_words->len == 0)
        {
          append_mentions (self, mentions);
          g_array_set_size (self->hits, 0);
          looked_at = hits_at_tick = 0;
          if (!accord_watch_tick (watch, (double) self->tokens[i].span.end / MAX (length, 1),
                                  error))
            return give_up (mentions, n_before);
        }
      if (i % TOKENS_A_TICK < TOKENS_A_TICK - 1 &&
          self->hits->len + self->near_words->len - hits_at_tick < HITS_A_TICK)
        continue;
      hits_at_tick = self->hits->len + self->near_words->len;
      if (!accord_watch_tick (watch, (double) self->tokens[i].span.end / MAX (length, 1), error))
        return give_up (mentions, n_before);
    }
  settle_near (self);
  if (self->hits->len > 0)
    append_mentions (self, mentions);
  return TRUE;
}
