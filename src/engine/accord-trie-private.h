/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trie over words: a table of words, and one table of edges for all nodes, so that
 * a step costs the same under a root of ten children and of ten thousand. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No word, no node, no value: all three are numbered from 1. */
#define ACCORD_TRIE_NONE 0u

typedef struct
{
  guint32 node;
  guint32 word;
  guint32 child; /* ACCORD_TRIE_NONE where the slot is free */
} AccordTrieEdge;

/**
 * AccordTrie:
 * @words: every word to its number
 * @spelling: owns the words
 * @edges: open addressing, at most half full
 * @mask: number of slots less one
 * @n_edges: number of edges in use
 * @values: one guint32 a node, by number; what the owner put there
 *
 * Read only once it is built; any thread may then step through it.
 */
typedef struct
{
  GHashTable *words;
  GStringChunk *spelling;
  AccordTrieEdge *edges;
  guint32 mask;
  guint32 n_edges;
  GArray *values;
} AccordTrie;

AccordTrie *accord_trie_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_trie_free (AccordTrie *self);
guint32 accord_trie_add_word (AccordTrie *self, const char *word);
guint32 accord_trie_find_word (const AccordTrie *self, const char *word);
guint32 accord_trie_add_root (AccordTrie *self);
guint32 accord_trie_add_edge (AccordTrie *self, guint32 node, guint32 word);

static inline guint32
accord_trie_hash (guint32 node, guint32 word)
{
  guint64 key = ((guint64) node << 32 | word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint32) ((key ^ key >> 29) >> 16);
}

/* The child of @node by @word, or ACCORD_TRIE_NONE. */
static inline guint32
accord_trie_step (const AccordTrie *self, guint32 node, guint32 word)
{
  guint32 at = accord_trie_hash (node, word) & self->mask;

  for (; self->edges[at].child != ACCORD_TRIE_NONE; at = (at + 1) & self->mask)
    if (self->edges[at].node == node && self->edges[at].word == word)
      return self->edges[at].child;
  return ACCORD_TRIE_NONE;
}

static inline guint32 *
accord_trie_value (const AccordTrie *self, guint32 node)
{
  return &g_array_index (self->values, guint32, node);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTrie, accord_trie_free)

G_END_DECLS
