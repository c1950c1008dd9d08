/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trie is only ever added to; a node is a number, an edge a slot of 12 bytes. */
#include "engine/accord-trie-private.h"

#include "engine/accord-hash-private.h"

#define FIRST_SIZE 1024u

/**
 * accord_trie_new:
 *
 * Returns: (transfer full): a trie without words and nodes
 */
AccordTrie *
accord_trie_new (void)
{
  AccordTrie *self = g_new0 (AccordTrie, 1);

  self->words = g_hash_table_new (accord_hash_string, g_str_equal);
  self->spelling = g_string_chunk_new (4096);
  self->edges = g_new0 (AccordTrieEdge, FIRST_SIZE);
  self->mask = FIRST_SIZE - 1;
  self->values = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->values, 1);
  return self;
}

/**
 * accord_trie_free:
 * @self: (transfer full): a trie
 */
void
accord_trie_free (AccordTrie *self)
{
  g_hash_table_unref (self->words);
  g_string_chunk_free (self->spelling);
  g_free (self->edges);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * accord_trie_find_word:
 * @self: a trie
 * @word: a word
 *
 * Returns: its number, or ACCORD_TRIE_NONE
 */
guint32
accord_trie_find_word (const AccordTrie *self, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));
}

/**
 * accord_trie_add_word:
 * @self: a trie
 * @word: a word
 *
 * Returns: its number, from 1 in the order of addition
 */
guint32
accord_trie_add_word (AccordTrie *self, const char *word)
{
  guint32 number = accord_trie_find_word (self, word);

  if (number != ACCORD_TRIE_NONE)
    return number;
  number = g_hash_table_size (self->words) + 1;
  g_hash_table_insert (self->words, g_string_chunk_insert (self->spelling, word),
                       GUINT_TO_POINTER (number));
  return number;
}

/**
 * accord_trie_add_root:
 * @self: a trie
 *
 * Returns: a new node that no edge leads to, of value ACCORD_TRIE_NONE
 */
guint32
accord_trie_add_root (AccordTrie *self)
{
  g_array_set_size (self->values, self->values->len + 1);
  return self->values->len - 1;
}

static void
insert (AccordTrie *self, AccordTrieEdge edge)
{
  guint32 at = accord_trie_hash (edge.node, edge.word) & self->mask;

  while (self->edges[at].child != ACCORD_TRIE_NONE)
    at = (at + 1) & self->mask;
  self->edges[at] = edge;
}

static void
grow (AccordTrie *self)
{
  guint32 size = self->mask + 1;
  AccordTrieEdge *old = self->edges;

  self->edges = g_new0 (AccordTrieEdge, (gsize) size * 2);
  self->mask = size * 2 - 1;
  for (guint32 i = 0; i < size; i++)
    if (old[i].child != ACCORD_TRIE_NONE)
      insert (self, old[i]);
  g_free (old);
}

/**
 * accord_trie_add_edge:
 * @self: a trie
 * @node: a node
 * @word: number of a word
 *
 * Returns: the child of @node by @word, made where there was none
 */
guint32
accord_trie_add_edge (AccordTrie *self, guint32 node, guint32 word)
{
  guint32 child = accord_trie_step (self, node, word);

  if (child != ACCORD_TRIE_NONE)
    return child;
  child = accord_trie_add_root (self);
  insert (self, (AccordTrieEdge){ node, word, child });
  if (++self->n_edges * 2 > self->mask)
    grow (self);
  return child;
}
