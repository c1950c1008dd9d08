/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dice coefficients over principles, and the leaves of a dendrogram (average linkage,
 * Sokal & Michener 1958) from left to right. Ties go to the lower numbers. */
#include "engine/accord-document-map.h"

/* Invariants: pairs has n × n entries and is symmetric; entry (d, d) is of a document with itself.
 * order holds the shown documents only. */
struct _AccordDocumentMap
{
  guint n;
  AccordDocumentPair *pairs;
  guint *n_principles;
  guint *order;
  guint n_order;
};

/* A cluster is a run of leaves; its likeness to another is the mean over all pairs of leaves. */
typedef struct
{
  guint *leaves;
  guint n_leaves;
} Cluster;

static AccordDocumentPair *
pair_of (const AccordDocumentMap *self, guint a, guint b)
{
  return &self->pairs[(gsize) a * self->n + b];
}

static void
count_principles (AccordDocumentMap *self, const AccordCoverage *coverage)
{
  AccordComparison *comparison =
    accord_findings_get_comparison (accord_coverage_get_findings (coverage));
  guint n_principles = 0;

  accord_codebook_get_principles (accord_comparison_get_codebook (comparison), &n_principles);
  for (guint p = 0; p < n_principles; p++)
    for (guint a = 0; a < self->n; a++)
      {
        if (accord_coverage_get_cell (coverage, p, a)->n_codings == 0)
          continue;
        self->n_principles[a]++;
        for (guint b = 0; b < self->n; b++)
          pair_of (self, a, b)->n_shared +=
            accord_coverage_get_cell (coverage, p, b)->n_codings > 0;
      }
}

static void
count_link (AccordDocumentPair *pair, const AccordLinkFinding *link)
{
  pair->n_links++;
  pair->n_confirmed +=
    link->status == ACCORD_STATUS_CONFIRMED || link->status == ACCORD_STATUS_ANALYST;
  pair->n_verdicts[link->verdict]++;
}

static void
count_links (AccordDocumentMap *self, const AccordCoverage *coverage)
{
  guint n = 0;
  const AccordLinkFinding *links =
    accord_findings_get_links (accord_coverage_get_findings (coverage), &n);

  for (guint i = 0; i < n; i++)
    {
      guint a = links[i].a.document, b = links[i].b.document;

      if (links[i].status == ACCORD_STATUS_REJECTED || !accord_coverage_is_shown (coverage, a) ||
          !accord_coverage_is_shown (coverage, b))
        continue;
      count_link (pair_of (self, a, b), &links[i]);
      count_link (pair_of (self, b, a), &links[i]);
    }
}

static void
compute_similarities (AccordDocumentMap *self)
{
  for (guint a = 0; a < self->n; a++)
    for (guint b = 0; b < self->n; b++)
      {
        AccordDocumentPair *pair = pair_of (self, a, b);
        guint sum = self->n_principles[a] + self->n_principles[b];

        pair->similarity = sum > 0 ? (gint) ((2000 * pair->n_shared + sum / 2) / sum) : 0;
      }
}

static gint64
likeness_sum (const AccordDocumentMap *self, const Cluster *a, const Cluster *b)
{
  gint64 sum = 0;

  for (guint i = 0; i < a->n_leaves; i++)
    for (guint j = 0; j < b->n_leaves; j++)
      sum += pair_of (self, a->leaves[i], b->leaves[j])->similarity;
  return sum;
}

/* The sums stay exact, so the order does not depend on rounding: a/b < c/d is a·d < c·b. */
static void
find_closest (const gint64 *sums, const Cluster *clusters, guint n, guint total, guint *a, guint *b)
{
  gint64 best = -1, best_size = 1;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        gint64 sum = sums[(gsize) i * total + j];
        gint64 size = (gint64) clusters[i].n_leaves * clusters[j].n_leaves;

        if (best >= 0 && sum * best_size <= best * size)
          continue;
        best = sum;
        best_size = size;
        *a = i;
        *b = j;
      }
}

static void
join (Cluster *clusters, guint *n, guint a, guint b)
{
  Cluster *into = &clusters[a];

  into->leaves = g_renew (guint, into->leaves, into->n_leaves + clusters[b].n_leaves);
  for (guint i = 0; i < clusters[b].n_leaves; i++)
    into->leaves[into->n_leaves++] = clusters[b].leaves[i];
  g_free (clusters[b].leaves);
  (*n)--;
  for (guint i = b; i < *n; i++)
    clusters[i] = clusters[i + 1];
}

/* Sums of a joined cluster are those of its parts; rows and columns after b move up by one. */
static void
join_sums (gint64 *sums, guint total, guint n, guint a, guint b)
{
  for (guint i = 0; i < n; i++)
    {
      sums[(gsize) a * total + i] += sums[(gsize) b * total + i];
      sums[(gsize) i * total + a] = sums[(gsize) a * total + i];
    }
  for (guint i = b; i + 1 < n; i++)
    for (guint j = 0; j < n; j++)
      sums[(gsize) i * total + j] = sums[(gsize) (i + 1) * total + j];
  for (guint j = b; j + 1 < n; j++)
    for (guint i = 0; i < n; i++)
      sums[(gsize) i * total + j] = sums[(gsize) i * total + j + 1];
}

static void
order_documents (AccordDocumentMap *self)
{
  guint n = self->n_order, total = n;
  g_autofree Cluster *clusters = g_new0 (Cluster, n + 1);
  g_autofree gint64 *sums = g_new0 (gint64, (gsize) n * n + 1);

  for (guint i = 0; i < n; i++)
    {
      clusters[i].leaves = g_new (guint, 1);
      clusters[i].leaves[0] = self->order[i];
      clusters[i].n_leaves = 1;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      sums[(gsize) i * total + j] = likeness_sum (self, &clusters[i], &clusters[j]);
  while (n > 1)
    {
      guint a = 0, b = 1;

      find_closest (sums, clusters, n, total, &a, &b);
      join_sums (sums, total, n, a, b);
      join (clusters, &n, a, b);
    }
  for (guint i = 0; i < self->n_order; i++)
    self->order[i] = clusters[0].leaves[i];
  g_free (clusters[0].leaves);
}

/**
 * accord_document_map_new:
 * @coverage: which documents have which principle
 *
 * Cost: principles × shown documents², and the cube of the shown documents for their order.
 *
 * Returns: (transfer full): the map of the shown documents
 */
AccordDocumentMap *
accord_document_map_new (const AccordCoverage *coverage)
{
  AccordDocumentMap *self = NULL;

  g_return_val_if_fail (coverage != NULL, NULL);

  self = g_new0 (AccordDocumentMap, 1);
  self->n = accord_comparison_get_n_documents (
    accord_findings_get_comparison (accord_coverage_get_findings (coverage)));
  self->pairs = g_new0 (AccordDocumentPair, (gsize) self->n * self->n + 1);
  self->n_principles = g_new0 (guint, self->n + 1);
  self->order = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    if (accord_coverage_is_shown (coverage, i))
      self->order[self->n_order++] = i;
  count_principles (self, coverage);
  count_links (self, coverage);
  compute_similarities (self);
  if (self->n_order > 0)
    order_documents (self);
  return self;
}

/**
 * accord_document_map_free:
 * @self: (transfer full): a map
 */
void
accord_document_map_free (AccordDocumentMap *self)
{
  g_free (self->pairs);
  g_free (self->n_principles);
  g_free (self->order);
  g_free (self);
}

/**
 * accord_document_map_get_order:
 * @self: a map
 * @n_documents: (out): number of shown documents
 *
 * Returns: (transfer none) (array length=n_documents): indices of the shown documents, alike ones
 *   side by side
 */
const guint *
accord_document_map_get_order (const AccordDocumentMap *self, guint *n_documents)
{
  *n_documents = self->n_order;
  return self->order;
}

/**
 * accord_document_map_get_pair:
 * @self: a map
 * @a: index of a document
 * @b: index of a document, possibly the same
 *
 * Returns: (transfer none): what they have in common
 */
const AccordDocumentPair *
accord_document_map_get_pair (const AccordDocumentMap *self, guint a, guint b)
{
  g_return_val_if_fail (a < self->n && b < self->n, NULL);

  return pair_of (self, a, b);
}

/**
 * accord_document_map_count_principles:
 * @self: a map
 * @document: index of a document
 *
 * Returns: how many principles it has
 */
guint
accord_document_map_count_principles (const AccordDocumentMap *self, guint document)
{
  g_return_val_if_fail (document < self->n, 0);

  return self->n_principles[document];
}
