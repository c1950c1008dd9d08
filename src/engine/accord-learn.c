/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two words that nothing joins stand opposite each other in so many links, and seldom
 * without each other (Dice), as in the second pass of hunalign. Counts alone decide, so
 * that neither the order of links nor that of a hash table matters. */
#include "engine/accord-learn-private.h"

/* The least links that teach a pair, and the least Dice of its words, in thousandths. */
#define LEAST_LINKS 2u
#define LEAST_DICE 700u
/* Links with more words left over teach nothing: there is no telling which meets which. */
#define MOST_LEFT 24u

/* The keys of pairs are two ids, the lower one first. */
struct _AccordLearnt
{
  GHashTable *pairs;   /* guint64 → links */
  GHashTable *counts;  /* id → links it was left over in */
  GHashTable *members; /* set of ids */
};

/**
 * accord_learnt_new:
 *
 * Returns: (transfer full): knows nothing
 */
AccordLearnt *
accord_learnt_new (void)
{
  AccordLearnt *self = g_new0 (AccordLearnt, 1);

  self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->counts = g_hash_table_new (NULL, NULL);
  self->members = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * accord_learnt_free:
 * @self: (transfer full): what was learnt
 */
void
accord_learnt_free (AccordLearnt *self)
{
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->members);
  g_free (self);
}

static gint64
key_of (guint32 id, guint32 other)
{
  return (gint64) ((guint64) MIN (id, other) << 32 | MAX (id, other));
}

static void
count_id (AccordLearnt *self, guint32 id)
{
  gpointer key = GUINT_TO_POINTER (id);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));

  g_hash_table_insert (self->counts, key, GUINT_TO_POINTER (n + 1));
}

static void
count_pair (AccordLearnt *self, guint32 id, guint32 other)
{
  gint64 key = key_of (id, other);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, &key));

  g_hash_table_insert (self->pairs, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
}

/**
 * accord_learnt_add_link:
 * @self: what is learnt
 * @ids_a: (element-type guint32): distinct words of one end of a link that met none of the other
 * @ids_b: (element-type guint32): those of the other end
 *
 * Cost: the product of the two, which are at most MOST_LEFT.
 */
void
accord_learnt_add_link (AccordLearnt *self, const GArray *ids_a, const GArray *ids_b)
{
  if (ids_a->len > MOST_LEFT || ids_b->len > MOST_LEFT)
    return;
  for (guint i = 0; i < ids_a->len; i++)
    count_id (self, g_array_index (ids_a, guint32, i));
  for (guint j = 0; j < ids_b->len; j++)
    count_id (self, g_array_index (ids_b, guint32, j));
  for (guint i = 0; i < ids_a->len; i++)
    for (guint j = 0; j < ids_b->len; j++)
      count_pair (self, g_array_index (ids_a, guint32, i), g_array_index (ids_b, guint32, j));
}

static gboolean
is_unsure_cb (gpointer key, gpointer value, gpointer data)
{
  AccordLearnt *self = data;
  guint64 pair = *(const guint64 *) key;
  gpointer a = GUINT_TO_POINTER ((guint32) (pair >> 32)), b = GUINT_TO_POINTER ((guint32) pair);
  guint64 n = GPOINTER_TO_UINT (value);
  guint64 of_both = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, a)) +
                    GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, b));

  if (n < LEAST_LINKS || 2000 * n < LEAST_DICE * of_both)
    return TRUE;
  g_hash_table_add (self->members, a);
  g_hash_table_add (self->members, b);
  return FALSE;
}

/**
 * accord_learnt_conclude:
 * @self: what is learnt from all links
 *
 * Keeps the sure pairs.
 *
 * Returns: whether there are any
 */
gboolean
accord_learnt_conclude (AccordLearnt *self)
{
  g_hash_table_foreach_remove (self->pairs, is_unsure_cb, self);
  return g_hash_table_size (self->pairs) > 0;
}

/**
 * accord_learnt_has:
 * @self: what was learnt
 * @id: of a word
 *
 * Returns: whether it is in a pair
 */
gboolean
accord_learnt_has (const AccordLearnt *self, guint32 id)
{
  return g_hash_table_contains (self->members, GUINT_TO_POINTER (id));
}

/**
 * accord_learnt_count:
 * @self: what was learnt
 * @id: of a word
 * @other: of another one
 *
 * Returns: how many links taught that they mean the same; 0 where they are no pair
 */
guint32
accord_learnt_count (const AccordLearnt *self, guint32 id, guint32 other)
{
  gint64 key = key_of (id, other);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, &key));
}
