/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One self-contained HTML file, without scripts and without anything from elsewhere.
 * This file prepares what the chapters share, and puts them in order. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "engine/accord-language.h"
#include "report/accord-report-private.h"

/* So many quotations are written between two looks at the watch. */
#define QUOTATIONS_A_TICK 64

/* What the chapters are measured by. */
#define MOST_CHAPTERS 12.0

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
sort_codings (AccordHtml *self)
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
number_links (AccordHtml *self)
{
  guint number = 0;

  self->link_numbers = g_new0 (guint, self->n_links + 1);
  for (guint i = 0; i < self->n_links; i++)
    if (self->links[i].status != ACCORD_STATUS_REJECTED &&
        accord_coverage_is_shown (self->coverage, self->links[i].a.document) &&
        accord_coverage_is_shown (self->coverage, self->links[i].b.document))
      self->link_numbers[i] = ++number;
}

static void
prepare (AccordHtml *self)
{
  guint n_all = accord_comparison_get_n_documents (self->comparison);

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

static void
clear (AccordHtml *self)
{
  g_free (self->documents);
  g_free (self->of_principle);
  g_free (self->first_of_principle);
  g_free (self->link_numbers);
}

/**
 * accord_html_begin_chapter:
 * @self: a report
 * @id: of the chapter
 * @title: translated
 *
 * Opens a section with a numbered heading, and looks at the watch.
 */
void
accord_html_begin_chapter (AccordHtml *self, const char *id, const char *title)
{
  self->section = 0;
  self->stopped =
    self->stopped || !accord_watch_tick (self->watch, self->chapter / MOST_CHAPTERS, self->error);
  g_string_append_printf (self->out, "<section id=\"%s\" class=\"chapter\">\n<h2>%u %s</h2>\n", id,
                          ++self->chapter, title);
}

/**
 * accord_html_end_chapter:
 * @self: a report in a chapter
 */
void
accord_html_end_chapter (AccordHtml *self)
{
  g_string_append (self->out, "</section>\n");
}

/**
 * accord_html_go_on:
 * @self: a report
 *
 * To be asked before each quotation, paragraph or link.
 *
 * Returns: FALSE once the watch said stop
 */
gboolean
accord_html_go_on (AccordHtml *self)
{
  if (self->stopped || ++self->work % QUOTATIONS_A_TICK != 0)
    return !self->stopped;
  self->stopped = !accord_watch_tick (self->watch, self->chapter / MOST_CHAPTERS, self->error);
  return !self->stopped;
}

/**
 * accord_html_has_class:
 * @self: a report
 * @coverage: a class
 *
 * Returns: whether the report has a chapter of it: one document has present and silent, two have
 *   no "some"
 */
gboolean
accord_html_has_class (AccordHtml *self, AccordCoverageClass coverage)
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

static void
append_chapters (AccordHtml *self)
{
  static const AccordCoverageClass CLASSES[] = {
    ACCORD_COVERAGE_PRESENT,
    ACCORD_COVERAGE_ALL,
    ACCORD_COVERAGE_SOME,
    ACCORD_COVERAGE_UNIQUE,
  };

  accord_html_summary (self);
  accord_html_matrix (self);
  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    if (accord_html_has_class (self, CLASSES[i]))
      accord_html_lists (self, CLASSES[i]);
  if (self->n_documents > 1)
    accord_html_opposed (self);
  accord_html_silent (self);
  if (self->n_documents > 1)
    accord_html_pairs (self);
  accord_html_texts (self);
  accord_html_places (self);
  accord_html_method (self);
}

/**
 * accord_report_html:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Writes what counts: documents that are shown, findings that are not rejected and have the least
 * score.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_report_html (const AccordReportInput *input,
                    GString *out,
                    const AccordWatch *watch,
                    GError **error)
{
  AccordHtml self = { .out = out, .input = input, .watch = watch, .error = error };

  self.coverage = input->coverage;
  self.findings = accord_coverage_get_findings (input->coverage);
  self.comparison = accord_findings_get_comparison (self.findings);
  self.codebook = accord_comparison_get_codebook (self.comparison);
  /* Translators: the BCP 47 tag of the language of this translation. */
  self.language = C_ ("language tag", "en");
  prepare (&self);
  accord_html_front (&self);
  g_string_append (out, "<main>\n");
  append_chapters (&self);
  g_string_append (out, "</main>\n</body>\n</html>\n");
  clear (&self);
  return !self.stopped;
}
