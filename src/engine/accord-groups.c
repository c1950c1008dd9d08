/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links are joined strongest first (union-find). Naive joining chains ideas that have
 * nothing in common, so two groups join only where at least half of the pairs across
 * them are linked, and no group has two passages of one document. */
#include "engine/accord-groups-private.h"

#include <stdlib.h>

/* parent: union-find; next: of each end the next of its group, in a ring. */
typedef struct
{
  GArray *ends; /* sorted, distinct */
  guint32 *parent;
  guint32 *next;
  guint32 *size;
  GHashTable *linked; /* set of two indices of ends in one guint64, the lower first */
} Joiner;

static gint
compare_ends (gconstpointer a, gconstpointer b)
{
  const AccordEnd *x = a, *y = b;

  if (x->document != y->document)
    return x->document < y->document ? -1 : 1;
  return x->passage < y->passage ? -1 : x->passage > y->passage;
}

static void
collect_ends (Joiner *joiner, const AccordLink *links, guint n)
{
  GArray *ends = g_array_sized_new (FALSE, FALSE, sizeof (AccordEnd), 2 * n);
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (ends, links[i].a);
      g_array_append_val (ends, links[i].b);
    }
  g_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len; i++)
    {
      const AccordEnd *end = &g_array_index (ends, AccordEnd, i);

      if (kept > 0 && compare_ends (&g_array_index (ends, AccordEnd, kept - 1), end) == 0)
        continue;
      g_array_index (ends, AccordEnd, kept++) = *end;
    }
  g_array_set_size (ends, kept);
  joiner->ends = ends;
}

static guint32
index_of (const Joiner *joiner, const AccordEnd *end)
{
  guint index = 0;

  g_array_binary_search (joiner->ends, end, compare_ends, &index);
  return index;
}

static gint64
pair_key (guint32 a, guint32 b)
{
  return (gint64) ((guint64) MIN (a, b) << 32 | MAX (a, b));
}

static guint32
find_root (Joiner *joiner, guint32 i)
{
  while (joiner->parent[i] != i)
    {
      joiner->parent[i] = joiner->parent[joiner->parent[i]];
      i = joiner->parent[i];
    }
  return i;
}

/* Whether the groups of @a and @b cohere. Cost: the product of their sizes, which are at most
 * the number of documents. */
static gboolean
can_join (Joiner *joiner, guint32 a, guint32 b)
{
  guint64 n_linked = 0, n_pairs = 0;
  guint32 i = a, j = b;

  do
    {
      do
        {
          gint64 key = pair_key (i, j);

          if (g_array_index (joiner->ends, AccordEnd, i).document ==
              g_array_index (joiner->ends, AccordEnd, j).document)
            return FALSE;
          n_pairs++;
          n_linked += g_hash_table_contains (joiner->linked, &key);
          j = joiner->next[j];
        }
      while (j != b);
      i = joiner->next[i];
    }
  while (i != a);
  return n_linked * 2 >= n_pairs;
}

static void
join (Joiner *joiner, guint32 a, guint32 b)
{
  guint32 root_a = find_root (joiner, a), root_b = find_root (joiner, b);
  guint32 after = joiner->next[a];

  if (root_a == root_b || !can_join (joiner, a, b))
    return;
  joiner->parent[MAX (root_a, root_b)] = MIN (root_a, root_b);
  joiner->size[MIN (root_a, root_b)] = joiner->size[root_a] + joiner->size[root_b];
  joiner->next[a] = joiner->next[b];
  joiner->next[b] = after;
}

static gint
compare_links (gconstpointer a, gconstpointer b)
{
  const AccordLink *x = *(const AccordLink *const *) a, *y = *(const AccordLink *const *) b;
  gint order;

  if (x->score != y->score)
    return y->score - x->score;
  order = compare_ends (&x->a, &y->a);
  return order != 0 ? order : compare_ends (&x->b, &y->b);
}

static void
join_all (Joiner *joiner, const AccordLink *links, guint n)
{
  g_autofree const AccordLink **order = g_new (const AccordLink *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      gint64 key = pair_key (index_of (joiner, &links[i].a), index_of (joiner, &links[i].b));

      order[i] = &links[i];
      g_hash_table_add (joiner->linked, g_memdup2 (&key, sizeof key));
    }
  qsort (order, n, sizeof *order, compare_links);
  for (guint i = 0; i < n; i++)
    join (joiner, index_of (joiner, &order[i]->a), index_of (joiner, &order[i]->b));
}

/* Ends are sorted and the root of a group is its lowest: groups come out by first member. */
static void
write_groups (Joiner *joiner, GArray *groups, GArray *members)
{
  g_autofree guint32 *group_of = g_new0 (guint32, joiner->ends->len + 1);

  for (guint32 i = 0; i < joiner->ends->len; i++)
    if (joiner->parent[i] == i && joiner->size[i] > 1)
      {
        AccordGroup group = { members->len, joiner->size[i] };

        group_of[i] = groups->len;
        g_array_append_val (groups, group);
        g_array_set_size (members, members->len + group.n_members);
        g_array_index (groups, AccordGroup, groups->len - 1).n_members = 0;
      }
  for (guint32 i = 0; i < joiner->ends->len; i++)
    {
      guint32 root = find_root (joiner, i);
      AccordGroup *group = NULL;

      if (joiner->size[root] < 2)
        continue;
      group = &g_array_index (groups, AccordGroup, group_of[root]);
      g_array_index (members, AccordEnd, group->first_member + group->n_members++) =
        g_array_index (joiner->ends, AccordEnd, i);
    }
}

/**
 * accord_groups_find:
 * @links: (array length=n_links): links between all documents
 * @n_links: their number
 * @groups: (element-type AccordGroup): gets the groups, by first member
 * @members: (element-type AccordEnd): gets their members, in each group by document
 *
 * Cost: a sort of the links, and for each link at most the square of the number of documents.
 */
void
accord_groups_find (const AccordLink *links, guint n_links, GArray *groups, GArray *members)
{
  Joiner joiner = { NULL };

  collect_ends (&joiner, links, n_links);
  joiner.parent = g_new (guint32, joiner.ends->len + 1);
  joiner.next = g_new (guint32, joiner.ends->len + 1);
  joiner.size = g_new (guint32, joiner.ends->len + 1);
  joiner.linked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint32 i = 0; i < joiner.ends->len; i++)
    {
      joiner.parent[i] = joiner.next[i] = i;
      joiner.size[i] = 1;
    }
  join_all (&joiner, links, n_links);
  write_groups (&joiner, groups, members);
  g_array_unref (joiner.ends);
  g_free (joiner.parent);
  g_free (joiner.next);
  g_free (joiner.size);
  g_hash_table_unref (joiner.linked);
}
