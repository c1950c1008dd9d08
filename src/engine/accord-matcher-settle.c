/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the found terms are mentions: excluded ones go, and of overlapping ones of
 * one principle the longest stays. Mentions of different principles overlap freely:
 * "human rights law" speaks of human rights too, and where it should not, the codebook
 * says so by an excluding phrase. */
#include "engine/accord-matcher-private.h"

#include <string.h>

static gint
compare_by_term (gconstpointer a, gconstpointer b)
{
  const AccordFound *x = a, *y = b;

  if (x->term != y->term)
    return x->term < y->term ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

/* Of one principle the longest first; of equally long ones the first in the text, then that of
 * the first term. */
static gint
compare_by_worth (gconstpointer a, gconstpointer b)
{
  const AccordFound *x = a, *y = b;

  if (x->principle != y->principle)
    return x->principle < y->principle ? -1 : 1;
  if (x->end - x->start != y->end - y->start)
    return x->end - x->start > y->end - y->start ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->term < y->term ? -1 : x->term > y->term;
}

/* Makes the end of each excluding phrase the farthest of those of its term up to it, so that one
 * search tells whether any of them holds a mention. */
static void
spread_ends (GArray *excluded)
{
  for (guint i = 1; i < excluded->len; i++)
    {
      const AccordFound *before = &g_array_index (excluded, AccordFound, i - 1);
      AccordFound *at = &g_array_index (excluded, AccordFound, i);

      if (before->term == at->term)
        at->end = MAX (at->end, before->end);
    }
}

static gboolean
is_excluded (const GArray *excluded, const AccordFound *found)
{
  guint low = 0, high = excluded->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const AccordFound *at = &g_array_index (excluded, AccordFound, middle);

      if (at->term < found->term || (at->term == found->term && at->start <= found->start))
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return FALSE;
  return g_array_index (excluded, AccordFound, low - 1).term == found->term &&
         g_array_index (excluded, AccordFound, low - 1).end >= found->end;
}

/* Of the terms of one principle, found[from] to found[to], keeps those that stay, from found[n]
 * on; returns the new n. What was kept before is at least as long as what comes, so that it
 * cannot lie between both ends of it unseen. */
static guint
keep_principle (
  GArray *found, guint from, guint to, guint n, const GArray *excluded, guint8 *covered)
{
  guint first = n;

  for (guint i = from; i < to; i++)
    {
      AccordFound at = g_array_index (found, AccordFound, i);

      if (covered[at.start] != 0 || covered[at.end - 1] != 0 || is_excluded (excluded, &at))
        continue;
      memset (covered + at.start, 1, at.end - at.start);
      g_array_index (found, AccordFound, n++) = at;
    }
  for (guint i = first; i < n; i++)
    {
      const AccordFound *at = &g_array_index (found, AccordFound, i);

      memset (covered + at->start, 0, at->end - at->start);
    }
  return n;
}

/**
 * accord_matcher_settle:
 * @found: (element-type AccordFound): the terms found in a passage, in any order; those that are
 * mentions stay
 * @excluded: (element-type AccordFound): the excluding phrases found, in any order; consumed
 * @covered: a zero for each token of the passage; zero again afterwards
 *
 * Cost: that of sorting.
 */
void
accord_matcher_settle (GArray *found, GArray *excluded, guint8 *covered)
{
  guint from = 0, n = 0;

  g_array_sort (found, compare_by_worth);
  g_array_sort (excluded, compare_by_term);
  spread_ends (excluded);
  for (guint i = 1; i <= found->len; i++)
    if (i == found->len || g_array_index (found, AccordFound, i).principle !=
                             g_array_index (found, AccordFound, from).principle)
      {
        n = keep_principle (found, from, i, n, excluded, covered);
        from = i;
      }
  g_array_set_size (found, n);
}
