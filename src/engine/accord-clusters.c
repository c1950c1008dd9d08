/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clusters are joined, the likest two first, as long as their members are alike enough
 * on average (UPGMA, Sokal and Michener 1958). Naive: look at all pairs for each join,
 * n^3. Each cluster remembers its likest one, which leaves n^2 for most inputs. */
#include "engine/accord-clusters-private.h"

#include <string.h>

#define NONE G_MAXUINT32

/* sums[i * n + j] is the sum of the likenesses of the pairs between clusters i and j. */
typedef struct
{
  gint64 *sums;
  guint32 *sizes; /* 0 where a cluster was joined to another */
  guint32 *nearest;
  guint n;
} Clusters;

/* Compares sum_a / pairs_a with sum_b / pairs_b; the sums are below 2^42, the pairs below 2^21. */
static gboolean
is_more (const Clusters *self, guint a, guint b, guint c, guint d)
{
  gint64 pairs_ab = (gint64) self->sizes[a] * self->sizes[b];
  gint64 pairs_cd = (gint64) self->sizes[c] * self->sizes[d];

  return self->sums[(gsize) a * self->n + b] * pairs_cd >
         self->sums[(gsize) c * self->n + d] * pairs_ab;
}

/* The likest cluster behind @i, the first of equally like ones. */
static void
find_nearest (Clusters *self, guint i)
{
  guint32 best = NONE;

  for (guint j = i + 1; j < self->n; j++)
    if (self->sizes[j] > 0 && (best == NONE || is_more (self, i, j, i, best)))
      best = j;
  self->nearest[i] = best;
}

/* Joins @b to @a, which lies before it. */
static void
join (Clusters *self, guint a, guint b)
{
  for (guint i = 0; i < self->n; i++)
    {
      gint64 sum = self->sums[(gsize) a * self->n + i] + self->sums[(gsize) b * self->n + i];

      self->sums[(gsize) a * self->n + i] = sum;
      self->sums[(gsize) i * self->n + a] = sum;
    }
  self->sizes[a] += self->sizes[b];
  self->sizes[b] = 0;
  find_nearest (self, a);
  for (guint i = 0; i < b; i++)
    {
      if (self->sizes[i] == 0 || i == a)
        continue;
      if (self->nearest[i] == a || self->nearest[i] == b)
        find_nearest (self, i);
      else if (i < a && (self->nearest[i] == NONE || is_more (self, i, a, i, self->nearest[i])))
        self->nearest[i] = a;
    }
}

/* The likest two; FALSE where none are alike enough. */
static gboolean
find_pair (const Clusters *self, gint32 least, guint *a, guint *b)
{
  guint best = NONE;

  for (guint i = 0; i < self->n; i++)
    if (self->sizes[i] > 0 && self->nearest[i] != NONE &&
        (best == NONE || is_more (self, i, self->nearest[i], best, self->nearest[best])))
      best = i;
  if (best == NONE)
    return FALSE;
  *a = best;
  *b = self->nearest[best];
  return self->sums[(gsize) *a * self->n + *b] >=
         (gint64) least * self->sizes[*a] * self->sizes[*b];
}

static void
clusters_init (Clusters *self, const gint32 *likeness, guint n)
{
  self->n = n;
  self->sums = g_new (gint64, MAX ((gsize) n * n, 1));
  self->sizes = g_new (guint32, MAX (n, 1));
  self->nearest = g_new (guint32, MAX (n, 1));
  for (gsize i = 0; i < (gsize) n * n; i++)
    self->sums[i] = likeness[i];
  for (guint i = 0; i < n; i++)
    self->sizes[i] = 1;
  for (guint i = 0; i < n; i++)
    find_nearest (self, i);
}

/**
 * accord_clusters_find:
 * @likeness: n × n, symmetric, each 0 to 1,000,000
 * @n: the number of things, at most some thousands
 * @least: two clusters are joined whose mean likeness is at least this
 * @cluster_of: (out) (array length=n): the least of the things that are in a cluster with each
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Cost: n^2 memory of 8 bytes, mostly n^2 time.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_clusters_find (const gint32 *likeness,
                      guint n,
                      gint32 least,
                      guint32 *cluster_of,
                      const AccordWatch *watch,
                      GError **error)
{
  Clusters self;
  guint a = 0, b = 0, n_joins = 0;
  gboolean going = TRUE;

  clusters_init (&self, likeness, n);
  for (guint i = 0; i < n; i++)
    cluster_of[i] = i;
  while (going && find_pair (&self, least, &a, &b))
    {
      join (&self, a, b);
      for (guint i = 0; i < n; i++)
        if (cluster_of[i] == b)
          cluster_of[i] = a;
      going = accord_watch_tick (watch, (double) ++n_joins / n, error);
    }
  g_free (self.sums);
  g_free (self.sizes);
  g_free (self.nearest);
  return going;
}
