/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled codebook from within, and the scan: a matcher at work on one document,
 * with what it has learnt of that document's words. */
#pragma once

#include "engine/accord-matcher.h"
#include "engine/accord-trie-private.h"

G_BEGIN_DECLS

/* The most tokens of a term: an ideograph counts half a word. */
#define ACCORD_TERM_MAX_TOKENS (2 * ACCORD_TERM_MAX_WORDS)

/* Begins the key of a word that counts only as it is written; no token holds it. */
#define ACCORD_EXACT_MARK '\001'

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
 * @next: index of another pattern that ends in the same node, or 0
 */
typedef struct
{
  guint32 term;
  gboolean excludes;
  gboolean crosses;
  guint32 next;
} AccordPattern;

/**
 * AccordRoot:
 * @language: (nullable): of its terms; NULL where it holds the terms of all languages, unstemmed,
 * for passages in an unknown one
 * @gap: of its terms
 * @node: where a walk begins
 */
typedef struct
{
  const char *language;
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

void accord_matcher_settle (GArray *found, GArray *excluded, guint8 *covered);

typedef struct _AccordMatcherScan AccordMatcherScan;

AccordMatcherScan *accord_matcher_scan_new (const AccordMatcher *matcher,
                                            AccordDocument *document,
                                            const AccordWords *words) G_GNUC_WARN_UNUSED_RESULT;
void accord_matcher_scan_free (AccordMatcherScan *self);
gboolean accord_matcher_scan_passage (AccordMatcherScan *self,
                                      guint passage,
                                      GArray *mentions,
                                      const AccordWatch *watch,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordMatcherScan, accord_matcher_scan_free)

G_END_DECLS
