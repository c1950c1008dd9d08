/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled codebook from within, and the scan: a matcher at work on one document,
 * with what it has learnt of that document's words. */
#pragma once

#include "engine/accord-matcher.h"
#include "engine/accord-trie-private.h"

G_BEGIN_DECLS

/* The most tokens of a term: an ideograph counts half a word. */
#define ACCORD_TERM_MAX_TOKENS (2 * ACCORD_TERM_MAX_WORDS)

/* Begin the keys of words that no token holds: one that counts only as it is written, and the
 * beginnings, endings and inner parts of words. */
#define ACCORD_EXACT_MARK '\001'
#define ACCORD_WILD_END_MARK '\002'
#define ACCORD_WILD_START_MARK '\003'
#define ACCORD_WILD_BOTH_MARK '\004'

/* Only so many bytes of a word are looked at for its parts. */
#define ACCORD_WILD_MAX 63u

/**
 * AccordWordFlags:
 * @ACCORD_WORD_STARTS: some term begins with it
 * @ACCORD_WORD_EXACT: some case-sensitive term has a word that folds to it
 */
typedef enum
{
  ACCORD_WORD_STARTS = 1 << 0,
  ACCORD_WORD_EXACT = 1 << 1,
} AccordWordFlags;

/**
 * AccordPattern:
 * @term: index of the term that it finds, or keeps from being found
 * @excludes: whether it is an excluding phrase of that term
 * @crosses: whether it is found across punctuation marks
 * @open_start: whether its first ideograph may be the end of another word
 * @open_end: whether its last one may be the beginning of another word
 * @slot: which word it is of a term whose words stand near each other
 * @n_slots: of how many; 0 of other terms
 * @next: index of another pattern that ends in the same node, or 0
 */
typedef struct
{
  guint32 term;
  guint excludes : 1;
  guint crosses : 1;
  guint open_start : 1;
  guint open_end : 1;
  guint slot : 8;
  guint n_slots : 8;
  guint32 next;
} AccordPattern;

/**
 * AccordRootKind:
 * @ACCORD_ROOT_PLAIN: words side by side, each found by its number
 * @ACCORD_ROOT_LOOSE: words that may have others between them, or be parts of words
 * @ACCORD_ROOT_NEAR: single words of terms whose words stand near each other
 */
typedef enum
{
  ACCORD_ROOT_PLAIN,
  ACCORD_ROOT_LOOSE,
  ACCORD_ROOT_NEAR,
} AccordRootKind;

/**
 * AccordRoot:
 * @language: (nullable): of its terms; NULL where it holds the terms of all languages, unstemmed,
 * for passages in an unknown one
 * @kind: how it is walked from
 * @gap: of its terms
 * @node: where a walk begins
 */
typedef struct
{
  const char *language;
  AccordRootKind kind;
  guint gap;
  guint32 node;
} AccordRoot;

/* Invariants: the value of a node is the index of the pattern that was added to it last, or 0;
 * patterns[0] is none; word_flags is indexed by the trie's numbers of words; weights lie between 0
 * and 999. */
struct _AccordMatcher
{
  AccordCodebook *codebook;
  AccordTrie *trie;
  GArray *patterns;
  GArray *roots;
  GArray *word_flags; /* of guint8 */
  gint32 *weights;    /* one a term: how much it tells, in thousandths */
  guint64 wild_lengths[ACCORD_WILD_BOTH_MARK + 1]; /* by mark: a bit for each length in use */
  gboolean wild_exact; /* whether a case-sensitive term has parts of words */
};

/**
 * AccordFound:
 * @start: its first token
 * @end: the token behind its last
 * @term: index of the term
 * @principle: of that term
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 term;
  guint32 principle;
} AccordFound;

gboolean accord_matcher_compile (AccordMatcher *self, const AccordWatch *watch, GError **error);
void accord_matcher_settle (GArray *found, GArray *excluded, guint8 *covered);

/**
 * AccordWildWords:
 * @first: (element-type guint32): one a token and one more: where its numbers begin
 * @numbers: (element-type guint32): the trie's numbers of the parts that tokens have
 */
typedef struct
{
  GArray *first;
  GArray *numbers;
  GHashTable *folders; /* interned language to folder */
  GString *folded;
  GString *key;
} AccordWildWords;

void accord_wild_words_init (AccordWildWords *self);
void accord_wild_words_clear (AccordWildWords *self);
void accord_wild_words_find (AccordWildWords *self,
                             const AccordMatcher *matcher,
                             const char *data,
                             const AccordToken *tokens,
                             guint n_tokens,
                             const char *language);

/**
 * AccordNearWord:
 * @term: index of a term
 * @slot: which of its words
 * @n_slots: of how many
 * @token: where it stands
 * @pattern: index of the pattern
 */
typedef struct
{
  guint32 term;
  guint32 token;
  guint32 pattern;
  guint8 slot;
  guint8 n_slots;
} AccordNearWord;

typedef void (*AccordNearFunc) (guint32 start, guint32 end, guint32 pattern, gpointer data);

void accord_near_words_settle (GArray *words,
                               const AccordTerm *terms,
                               AccordNearFunc found,
                               gpointer data);

typedef struct _AccordHanCuts AccordHanCuts;

AccordHanCuts *accord_han_cuts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_han_cuts_free (AccordHanCuts *self);
void accord_han_cuts_start (AccordHanCuts *self,
                            const char *data,
                            const AccordToken *tokens,
                            guint n_tokens);
gboolean accord_han_cuts_begins (AccordHanCuts *self, guint32 token);
gboolean accord_han_cuts_tears (
  AccordHanCuts *self, guint32 start, guint32 end, gboolean open_start, gboolean open_end);

typedef struct _AccordMatcherScan AccordMatcherScan;

AccordMatcherScan *accord_matcher_scan_new (const AccordMatcher *matcher,
                                            AccordDocument *document,
                                            const AccordWords *words,
                                            gboolean whole) G_GNUC_WARN_UNUSED_RESULT;
void accord_matcher_scan_free (AccordMatcherScan *self);
gboolean accord_matcher_scan_passage (AccordMatcherScan *self,
                                      guint passage,
                                      GArray *mentions,
                                      const AccordWatch *watch,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordMatcherScan, accord_matcher_scan_free)

G_END_DECLS
