/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Principles with their quotations, by class of coverage; where documents disagree; where
 * all are silent. */
#include "report/accord-report-compose.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* So many quotations of one principle are quoted of one document. */
#define QUOTED 3u

static void
principle_heading (AccordCompose *self, guint p)
{
  const AccordFacts *facts = self->facts;
  g_autofree char *anchor = g_strdup_printf ("p%u", p + 1);
  const char *definition =
    accord_codebook_get_sentence (facts->codebook, p, ACCORD_WHAT_DEFINITION, facts->language);
  guint n = accord_coverage_count_codings (facts->coverage, p), n_documents = 0;

  for (guint i = 0; i < facts->n_documents; i++)
    n_documents += accord_facts_has (facts, p, facts->documents[i]);
  accord_compose_section (self, anchor);
  accord_flow_label (self->flow, accord_facts_principle_name (facts, p), -1);
  accord_flow_begin (self->flow, ACCORD_FLOW_META, NULL);
  accord_compose_theme (self, facts->principles[p].theme);
  accord_flow_text (self->flow, " · ", -1);
  accord_flow_printf (self->flow, ngettext ("%u quotation", "%u quotations", n), n);
  accord_flow_text (self->flow, " ", -1);
  accord_flow_printf (self->flow, ngettext ("in %u document", "in %u documents", n_documents),
                      n_documents);
  if (definition == NULL)
    return;
  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  accord_flow_label (self->flow, definition, -1);
}

/* The run of one document in the codings of a principle. */
static void
run_of_document (AccordCompose *self, guint p, const guint *run, guint n)
{
  const AccordFacts *facts = self->facts;
  guint d = facts->codings[run[0]].document;
  g_autofree char *anchor = accord_compose_dup_anchor ('p', p, d);

  for (guint i = 0; i < MIN (n, QUOTED); i++)
    {
      accord_flow_begin (self->flow, ACCORD_FLOW_META, NULL);
      if (i == 0)
        accord_flow_anchor (self->flow, anchor);
      accord_compose_quotation (self, &facts->codings[run[i]]);
    }
  if (n <= QUOTED)
    return;
  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  accord_compose_letter (self, d);
  accord_flow_text (self->flow, " ", -1);
  accord_flow_printf (self->flow, ngettext ("%u more:", "%u more:", n - QUOTED), n - QUOTED);
  for (guint i = QUOTED; i < n; i++)
    {
      accord_flow_text (self->flow, " ", -1);
      accord_flow_glyph (self->flow, facts->codings[run[i]].stance, FALSE);
      accord_compose_place (self, d, facts->codings[run[i]].passage);
    }
}

static void
principle (AccordCompose *self, guint p)
{
  const AccordFacts *facts = self->facts;
  guint first = facts->first_of_principle[p], end = facts->first_of_principle[p + 1];

  principle_heading (self, p);
  while (first < end && accord_compose_go_on (self))
    {
      guint document = facts->codings[facts->of_principle[first]].document, n = 0;

      while (first + n < end && facts->codings[facts->of_principle[first + n]].document == document)
        n++;
      run_of_document (self, p, facts->of_principle + first, n);
      first += n;
    }
}

static void
no_principle (AccordCompose *self)
{
  accord_flow_begin (self->flow, ACCORD_FLOW_BODY, NULL);
  accord_flow_text (self->flow, _ ("No principle."), -1);
}

/**
 * accord_compose_lists:
 * @self: a report
 * @coverage: a class other than silent
 */
void
accord_compose_lists (AccordCompose *self, AccordCoverageClass coverage)
{
  const char *title = coverage == ACCORD_COVERAGE_ALL      ? _ ("Shared by all")
                      : coverage == ACCORD_COVERAGE_SOME   ? _ ("Shared by some")
                      : coverage == ACCORD_COVERAGE_UNIQUE ? _ ("Unique")
                                                           : _ ("Present");

  accord_compose_chapter (self, accord_coverage_name (coverage), title);
  if (accord_coverage_count_class (self->facts->coverage, coverage) == 0)
    no_principle (self);
  for (guint p = 0; p < self->facts->n_principles && !self->stopped; p++)
    if (accord_coverage_get_class (self->facts->coverage, p) == coverage)
      principle (self, p);
}

static void
verdict_row (AccordCompose *self, guint p)
{
  const AccordFacts *facts = self->facts;

  accord_flow_row (self->flow, FALSE);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_compose_principle (self, p);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  for (guint i = 0; i < facts->n_documents; i++)
    {
      guint d = facts->documents[i];
      const AccordCell *cell = accord_coverage_get_cell (facts->coverage, p, d);
      g_autofree char *anchor = accord_compose_dup_anchor ('p', p, d);

      if (cell->n_codings == 0)
        continue;
      accord_compose_letter (self, d);
      accord_flow_text (self->flow, " ", -1);
      accord_flow_link (self->flow, anchor);
      accord_flow_glyph (self->flow, cell->stance, TRUE);
      accord_flow_link (self->flow, NULL);
      accord_flow_text (self->flow, "   ", -1);
    }
}

static void
verdict_table (AccordCompose *self, AccordVerdict verdict, const char *title, const char *none)
{
  static const guint WIDTHS[] = { 40, 60 };
  const AccordFacts *facts = self->facts;
  guint n = 0;

  for (guint p = 0; p < facts->n_principles; p++)
    n += accord_coverage_get_verdict (facts->coverage, p) == verdict;
  accord_compose_section (self, NULL);
  accord_flow_text (self->flow, title, -1);
  if (n == 0)
    {
      accord_flow_begin (self->flow, ACCORD_FLOW_BODY, NULL);
      accord_flow_text (self->flow, none, -1);
      return;
    }
  accord_flow_begin_table (self->flow, WIDTHS, G_N_ELEMENTS (WIDTHS));
  accord_flow_row (self->flow, TRUE);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, _ ("Principle"), -1);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, _ ("Strongest stance of each"), -1);
  for (guint p = 0; p < facts->n_principles; p++)
    if (accord_coverage_get_verdict (facts->coverage, p) == verdict)
      verdict_row (self, p);
  accord_flow_end_table (self->flow);
}

/**
 * accord_compose_opposed:
 * @self: a report of two documents or more
 */
void
accord_compose_opposed (AccordCompose *self)
{
  accord_compose_chapter (self, "opposed", _ ("Opposed and weaker"));
  verdict_table (self, ACCORD_VERDICT_OPPOSED, _ ("Opposed: one is for it, another against"),
                 _ ("No principle has stances for and against it."));
  verdict_table (self, ACCORD_VERDICT_WEAKER, _ ("Weaker: one binds more firmly than another"),
                 _ ("All documents speak equally firmly of what they share."));
}

/* The languages of the documents, each once, in the order of the documents. */
static GPtrArray *
languages_of (const AccordFacts *facts)
{
  GPtrArray *languages = g_ptr_array_new ();

  for (guint i = 0; i < facts->n_documents; i++)
    {
      const char *language =
        accord_document_get_language (accord_facts_get_document (facts, facts->documents[i]));

      if (!g_ptr_array_find (languages, language, NULL))
        g_ptr_array_add (languages, (gpointer) language);
    }
  return languages;
}

static void
silent_row (AccordCompose *self, guint p, GPtrArray *languages)
{
  const AccordFacts *facts = self->facts;
  g_autofree char *anchor = g_strdup_printf ("p%u", p + 1);

  accord_flow_row (self->flow, FALSE);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_flow_anchor (self->flow, anchor);
  accord_flow_label (self->flow, accord_facts_principle_name (facts, p), -1);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_compose_theme (self, facts->principles[p].theme);
  for (guint i = 0; i < languages->len; i++)
    {
      accord_flow_cell (self->flow, ACCORD_CELL_END, 1, ACCORD_FLOW_NONE);
      accord_flow_printf (
        self->flow, "%u",
        accord_codebook_count_terms (facts->codebook, p, g_ptr_array_index (languages, i)));
    }
}

static void
silent_head (AccordCompose *self, GPtrArray *languages)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint values[] = { 36, 36, 14 };

  g_array_append_vals (widths, values, 2);
  for (guint i = 0; i < languages->len; i++)
    g_array_append_val (widths, values[2]);
  accord_flow_begin_table (self->flow, (const guint *) (gpointer) widths->data, widths->len);
  accord_flow_row (self->flow, TRUE);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, _ ("Principle"), -1);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, _ ("Theme"), -1);
  for (guint i = 0; i < languages->len; i++)
    {
      g_autofree char *name =
        accord_facts_dup_language_name (self->facts, g_ptr_array_index (languages, i));

      accord_flow_cell (self->flow, ACCORD_CELL_HEADER | ACCORD_CELL_END, 1, ACCORD_FLOW_NONE);
      accord_flow_printf (self->flow, _ ("%s terms"), name);
    }
}

/**
 * accord_compose_silent:
 * @self: a report
 */
void
accord_compose_silent (AccordCompose *self)
{
  const AccordFacts *facts = self->facts;
  g_autoptr (GPtrArray) languages = languages_of (facts);

  accord_compose_chapter (self, "silent", _ ("Silent"));
  if (accord_coverage_count_class (facts->coverage, ACCORD_COVERAGE_SILENT) == 0)
    {
      no_principle (self);
      return;
    }
  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  accord_flow_text (
    self->flow,
    _ ("No passage of any document holds a term of these principles. So many terms were "
       "searched; 0 means that nothing could be found in that language."),
    -1);
  silent_head (self, languages);
  for (guint p = 0; p < facts->n_principles; p++)
    if (accord_coverage_get_class (facts->coverage, p) == ACCORD_COVERAGE_SILENT)
      silent_row (self, p, languages);
  accord_flow_end_table (self->flow);
}
