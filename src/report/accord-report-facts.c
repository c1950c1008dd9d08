/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts, put in order once for all formats. */
#include "report/accord-report-facts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const AccordCodingFinding *codings;
} Order;

/* Document, then the strongest stance, the best score, the first place. */
static gint
compare_codings (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  const AccordCodingFinding *x = &order->codings[i], *y = &order->codings[j];

  if (x->document != y->document)
    return x->document < y->document ? -1 : 1;
  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* A counting sort by principle, then each run by document and weight. */
static void
sort_codings (AccordFacts *self)
{
  Order order = { self->codings };
  g_autofree guint *next = g_new0 (guint, self->n_principles + 1);

  self->first_of_principle = g_new0 (guint, self->n_principles + 1);
  self->of_principle = g_new (guint, self->n_codings + 1);
  for (guint i = 0; i < self->n_codings; i++)
    if (accord_coverage_counts (self->coverage, &self->codings[i]))
      self->first_of_principle[self->codings[i].principle + 1]++;
  for (guint p = 0; p < self->n_principles; p++)
    {
      self->first_of_principle[p + 1] += self->first_of_principle[p];
      next[p] = self->first_of_principle[p];
    }
  for (guint i = 0; i < self->n_codings; i++)
    if (accord_coverage_counts (self->coverage, &self->codings[i]))
      self->of_principle[next[self->codings[i].principle]++] = i;
  self->n_of_principle = self->first_of_principle[self->n_principles];
  for (guint p = 0; p < self->n_principles; p++)
    g_qsort_with_data (self->of_principle + self->first_of_principle[p],
                       (gint) (self->first_of_principle[p + 1] - self->first_of_principle[p]),
                       sizeof (guint), compare_codings, &order);
}

static void
number_links (AccordFacts *self)
{
  guint number = 0;

  self->link_numbers = g_new0 (guint, self->n_links + 1);
  for (guint i = 0; i < self->n_links; i++)
    if (self->links[i].status != ACCORD_STATUS_REJECTED &&
        accord_coverage_is_shown (self->coverage, self->links[i].a.document) &&
        accord_coverage_is_shown (self->coverage, self->links[i].b.document))
      self->link_numbers[i] = ++number;
}

/**
 * accord_facts_init:
 * @self: (out caller-allocates): what a report reads
 * @input: what is reported; borrowed
 *
 * Sorts and numbers what counts. Cost: that of sorting the codings.
 */
void
accord_facts_init (AccordFacts *self, const AccordReportInput *input)
{
  guint n_all = 0;

  *self = (AccordFacts){ .input = input, .coverage = input->coverage };
  self->findings = accord_coverage_get_findings (self->coverage);
  self->comparison = accord_findings_get_comparison (self->findings);
  self->codebook = accord_comparison_get_codebook (self->comparison);
  /* Translators: the BCP 47 tag of the language of this translation. */
  self->language = C_ ("language tag", "en");
  n_all = accord_comparison_get_n_documents (self->comparison);
  self->principles = accord_codebook_get_principles (self->codebook, &self->n_principles);
  self->themes = accord_codebook_get_themes (self->codebook, &self->n_themes);
  self->codings = accord_findings_get_codings (self->findings, &self->n_codings);
  self->links = accord_findings_get_links (self->findings, &self->n_links);
  self->documents = g_new (guint, n_all + 1);
  for (guint i = 0; i < n_all; i++)
    if (accord_coverage_is_shown (self->coverage, i))
      self->documents[self->n_documents++] = i;
  sort_codings (self);
  number_links (self);
}

/**
 * accord_facts_clear:
 * @self: what a report read
 *
 * Frees what accord_facts_init() made.
 */
void
accord_facts_clear (AccordFacts *self)
{
  g_clear_pointer (&self->documents, g_free);
  g_clear_pointer (&self->of_principle, g_free);
  g_clear_pointer (&self->first_of_principle, g_free);
  g_clear_pointer (&self->link_numbers, g_free);
}

/**
 * accord_facts_get_document:
 * @self: a report
 * @document: index of a document
 *
 * Returns: (transfer none): the document
 */
AccordDocument *
accord_facts_get_document (const AccordFacts *self, guint document)
{
  return accord_comparison_get_document (self->comparison, document);
}

/**
 * accord_facts_get_passage:
 * @self: a report
 * @document: index of a document
 * @passage: index of a passage of it
 *
 * Returns: (transfer none): the passage
 */
const AccordPassage *
accord_facts_get_passage (const AccordFacts *self, guint document, guint passage)
{
  guint n = 0;

  return &accord_document_get_passages (accord_facts_get_document (self, document), &n)[passage];
}

/**
 * accord_facts_get_coding:
 * @self: a report
 * @finding: a coding
 *
 * Returns: (transfer none) (nullable): what the machine found; NULL for what a person coded alone
 */
const AccordCoding *
accord_facts_get_coding (const AccordFacts *self, const AccordCodingFinding *finding)
{
  guint n = 0;

  if (finding->coding == ACCORD_NONE)
    return NULL;
  return &accord_analysis_get_codings (
    accord_comparison_get_analysis (self->comparison, finding->document), &n)[finding->coding];
}

/**
 * accord_facts_get_focus:
 * @self: a report
 * @finding: a coding
 *
 * Returns: the words by which the machine found it; empty for what a person coded
 */
AccordSpan
accord_facts_get_focus (const AccordFacts *self, const AccordCodingFinding *finding)
{
  const AccordCoding *coding = accord_facts_get_coding (self, finding);
  AccordSpan none = { 0, 0 };

  if (coding == NULL)
    return none;
  return accord_analysis_get_mentions (
           accord_comparison_get_analysis (self->comparison, finding->document), coding)
    ->span;
}

/**
 * accord_facts_has_class:
 * @self: a report
 * @coverage: a class
 *
 * Returns: whether the report has a chapter of it: one document has present and silent, two have
 *   no "some"
 */
gboolean
accord_facts_has_class (const AccordFacts *self, AccordCoverageClass coverage)
{
  switch (coverage)
    {
    case ACCORD_COVERAGE_PRESENT:
      return self->n_documents == 1;
    case ACCORD_COVERAGE_ALL:
    case ACCORD_COVERAGE_UNIQUE:
      return self->n_documents > 1;
    case ACCORD_COVERAGE_SOME:
      return self->n_documents > 2;
    default:
      return TRUE;
    }
}

/**
 * accord_facts_get_reasons:
 * @self: a report
 * @finding: a link
 * @n: (out): number of reasons; 0 for a pair of a person
 *
 * Returns: (transfer none) (nullable): the reasons, strongest first
 */
const AccordReason *
accord_facts_get_reasons (const AccordFacts *self, const AccordLinkFinding *finding, guint *n)
{
  const AccordLink *link = NULL;
  guint n_links = 0;

  *n = 0;
  if (finding->link == ACCORD_NONE)
    return NULL;
  link = &accord_comparison_get_links (self->comparison, &n_links)[finding->link];
  *n = link->n_reasons;
  return accord_comparison_get_reasons (self->comparison, link);
}

/**
 * accord_facts_has:
 * @self: a report
 * @principle: index of a principle
 * @document: index of a document that is shown
 *
 * Returns: whether the document is not silent on it
 */
gboolean
accord_facts_has (const AccordFacts *self, guint principle, guint document)
{
  return accord_coverage_get_cell (self->coverage, principle, document)->n_codings > 0;
}

/**
 * accord_facts_count_common:
 * @self: a report
 * @a: index of a document that is shown
 * @b: index of another, or the same
 *
 * Returns: how many principles both have
 */
guint
accord_facts_count_common (const AccordFacts *self, guint a, guint b)
{
  guint n = 0;

  for (guint p = 0; p < self->n_principles; p++)
    n += accord_facts_has (self, p, a) && accord_facts_has (self, p, b);
  return n;
}

/**
 * accord_facts_is_of_pair:
 * @self: a report
 * @link: index of a link finding
 * @a: index of a document that is shown
 * @b: index of another
 *
 * Returns: whether the link is shown and between both
 */
gboolean
accord_facts_is_of_pair (const AccordFacts *self, guint link, guint a, guint b)
{
  return self->link_numbers[link] > 0 && self->links[link].a.document == MIN (a, b) &&
         self->links[link].b.document == MAX (a, b);
}

/**
 * accord_facts_count_pair_links:
 * @self: a report
 * @a: index of a document that is shown
 * @b: index of another
 *
 * Returns: how many links between both are shown. Cost: linear in all links
 */
guint
accord_facts_count_pair_links (const AccordFacts *self, guint a, guint b)
{
  guint n = 0;

  for (guint i = 0; i < self->n_links; i++)
    n += accord_facts_is_of_pair (self, i, a, b);
  return n;
}

/**
 * accord_facts_count_links:
 * @self: a report
 * @verdict: a verdict
 *
 * Returns: how many links of it are shown
 */
guint
accord_facts_count_links (const AccordFacts *self, AccordVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < self->n_links; i++)
    n += self->link_numbers[i] > 0 && self->links[i].verdict == verdict;
  return n;
}
