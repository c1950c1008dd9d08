/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary and the matrix: every number leads to what it counts. */
#include "report/accord-report-compose.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

#define NAMES_A_ROW 8

/* With more documents than this a cell has no words. */
#define DOCUMENTS_WITH_WORDS 4

static void
header_cell (AccordCompose *self, const char *text, guint flags)
{
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER | flags, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, text, -1);
}

static void
letter_cell (AccordCompose *self, guint document, guint flags)
{
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER | flags, 1, ACCORD_FLOW_NONE);
  accord_compose_letter (self, document);
}

/* Documents whose language the codebook has no word of: their silence says nothing. */
static void
not_searched (AccordCompose *self)
{
  const AccordFacts *facts = self->facts;

  for (guint i = 0; i < facts->n_documents; i++)
    {
      guint d = facts->documents[i], n = 0;
      const char *language = accord_document_get_language (accord_facts_get_document (facts, d));
      g_autofree char *name = NULL;

      for (guint p = 0; p < facts->n_principles; p++)
        n += accord_codebook_count_terms (facts->codebook, p, language);
      if (n > 0)
        continue;
      name = accord_facts_dup_language_name (facts, language);
      accord_flow_begin (self->flow, ACCORD_FLOW_BODY, NULL);
      accord_compose_letter (self, d);
      accord_flow_printf (
        self->flow,
        _ (" The codebook has no terms in the language of this document (%s): it could not be "
           "searched, and its silence says nothing."),
        name);
    }
}

/* The letters of the documents that have a principle: " (A, C)". */
static void
holders (AccordCompose *self, guint principle)
{
  const char *separator = " (";

  for (guint i = 0; i < self->facts->n_documents; i++)
    {
      if (!accord_facts_has (self->facts, principle, self->facts->documents[i]))
        continue;
      accord_flow_text (self->flow, separator, -1);
      accord_compose_letter (self, self->facts->documents[i]);
      separator = ", ";
    }
  accord_flow_text (self->flow, ")", -1);
}

static void
names_cell (AccordCompose *self, AccordCoverageClass coverage)
{
  guint n = 0;

  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  for (guint p = 0; p < self->facts->n_principles; p++)
    {
      if (accord_coverage_get_class (self->facts->coverage, p) != coverage || n++ >= NAMES_A_ROW)
        continue;
      accord_flow_text (self->flow, n > 1 ? ", " : "", -1);
      accord_compose_principle (self, p);
      if (coverage == ACCORD_COVERAGE_SOME || coverage == ACCORD_COVERAGE_UNIQUE)
        holders (self, p);
    }
  if (n <= NAMES_A_ROW)
    return;
  accord_flow_text (self->flow, " ", -1);
  accord_flow_link (self->flow, accord_coverage_name (coverage));
  accord_flow_printf (self->flow, ngettext ("and %u more", "and %u more", n - NAMES_A_ROW),
                      n - NAMES_A_ROW);
}

static void
coverage_table (AccordCompose *self)
{
  static const guint WIDTHS[] = { 20, 14, 66 };
  static const AccordCoverageClass ORDER[] = {
    ACCORD_COVERAGE_PRESENT, ACCORD_COVERAGE_ALL,    ACCORD_COVERAGE_SOME,
    ACCORD_COVERAGE_UNIQUE,  ACCORD_COVERAGE_SILENT,
  };

  accord_flow_begin_table (self->flow, WIDTHS, G_N_ELEMENTS (WIDTHS));
  accord_flow_row (self->flow, TRUE);
  header_cell (self, _ ("Coverage"), 0);
  header_cell (self, _ ("Principles"), 0);
  header_cell (self, _ ("Which"), 0);
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      if (!accord_facts_has_class (self->facts, ORDER[i]))
        continue;
      accord_flow_row (self->flow, FALSE);
      accord_flow_cell (self->flow, 0, 1, (gint) ORDER[i]);
      self->flow->pen.highlight = (gint) ORDER[i];
      accord_flow_text (self->flow, accord_facts_class_word (ORDER[i]), -1);
      accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
      accord_flow_link (self->flow, accord_coverage_name (ORDER[i]));
      accord_flow_printf (self->flow, _ ("%u of %u"),
                          accord_coverage_count_class (self->facts->coverage, ORDER[i]),
                          self->facts->n_principles);
      names_cell (self, ORDER[i]);
    }
  accord_flow_end_table (self->flow);
}

/* Widths of a table with a column a document behind a first one. */
static GArray *
widths_of (const AccordFacts *facts, guint first, guint each, guint last)
{
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (widths, first);
  for (guint i = 0; i < facts->n_documents; i++)
    g_array_append_val (widths, each);
  if (last > 0)
    g_array_append_val (widths, last);
  return widths;
}

static void
grid_cell (AccordCompose *self, guint a, guint b)
{
  const AccordFacts *facts = self->facts;
  g_autofree char *anchor = g_strdup_printf ("d%u-with-d%u", MIN (a, b) + 1, MAX (a, b) + 1);
  guint n = accord_facts_count_common (facts, a, b);
  guint n_links = a == b ? 0 : accord_facts_count_pair_links (facts, a, b);

  accord_flow_cell (self->flow, ACCORD_CELL_END, 1, ACCORD_FLOW_NONE);
  if (a == b)
    {
      accord_flow_printf (self->flow, _ ("%u of %u"), n, facts->n_principles);
      return;
    }
  accord_flow_link (self->flow, anchor);
  accord_flow_printf (self->flow, ngettext ("%u principle", "%u principles", n), n);
  accord_flow_text (self->flow, ", ", -1);
  accord_flow_printf (self->flow, ngettext ("%u link", "%u links", n_links), n_links);
}

static void
grid (AccordCompose *self)
{
  const AccordFacts *facts = self->facts;
  g_autoptr (GArray) widths = widths_of (facts, 1, 4, 0);

  accord_compose_subheading (self, _ ("What each two share"));
  accord_flow_begin_table (self->flow, (const guint *) (gpointer) widths->data, widths->len);
  accord_flow_row (self->flow, TRUE);
  header_cell (self, "", 0);
  for (guint i = 0; i < facts->n_documents; i++)
    letter_cell (self, facts->documents[i], ACCORD_CELL_END);
  for (guint i = 0; i < facts->n_documents; i++)
    {
      accord_flow_row (self->flow, FALSE);
      letter_cell (self, facts->documents[i], 0);
      for (guint j = 0; j < facts->n_documents; j++)
        grid_cell (self, facts->documents[i], facts->documents[j]);
    }
  accord_flow_end_table (self->flow);
}

static void
stance_row (AccordCompose *self, guint document)
{
  const AccordFacts *facts = self->facts;
  guint counts[ACCORD_N_STANCES] = { 0 };

  for (guint i = 0; i < facts->n_codings; i++)
    if (facts->codings[i].document == document &&
        accord_coverage_counts (facts->coverage, &facts->codings[i]))
      counts[facts->codings[i].stance]++;
  accord_flow_row (self->flow, FALSE);
  letter_cell (self, document, 0);
  for (guint s = 0; s < ACCORD_N_STANCES; s++)
    {
      g_autofree char *anchor = g_strdup_printf ("d%u-%s", document + 1, accord_stance_name (s));

      accord_flow_cell (self->flow, ACCORD_CELL_END, 1, ACCORD_FLOW_NONE);
      if (counts[s] > 0)
        accord_flow_link (self->flow, anchor);
      accord_flow_printf (self->flow, "%u", counts[s]);
    }
}

static void
stance_table (AccordCompose *self)
{
  static const guint WIDTHS[1 + ACCORD_N_STANCES] = { 4, 10, 10, 10, 12, 11, 10, 10 };

  accord_compose_subheading (self, _ ("How firmly each speaks"));
  accord_flow_begin_table (self->flow, WIDTHS, G_N_ELEMENTS (WIDTHS));
  accord_flow_row (self->flow, TRUE);
  header_cell (self, "", 0);
  for (guint s = 0; s < ACCORD_N_STANCES; s++)
    {
      accord_flow_cell (self->flow, ACCORD_CELL_HEADER | ACCORD_CELL_END, 1, ACCORD_FLOW_NONE);
      accord_flow_glyph (self->flow, s, TRUE);
    }
  for (guint i = 0; i < self->facts->n_documents; i++)
    stance_row (self, self->facts->documents[i]);
  accord_flow_end_table (self->flow);
  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  accord_flow_text (self->flow,
                    _ ("Counted are principles in passages: a passage that obliges on two "
                       "principles counts twice."),
                    -1);
}

static void
finders (AccordCompose *self)
{
  const AccordFacts *facts = self->facts;
  guint codings[ACCORD_N_STATUSES] = { 0 }, links[ACCORD_N_STATUSES] = { 0 };
  const char *who[ACCORD_N_STATUSES] = {
    _ ("Found by the machine"),
    _ ("Confirmed by the analyst"),
    _ ("Rejected by the analyst and left out"),
    _ ("Added by the analyst"),
  };

  for (guint i = 0; i < facts->n_codings; i++)
    codings[facts->codings[i].status]++;
  for (guint i = 0; i < facts->n_links; i++)
    links[facts->links[i].status]++;
  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  for (guint s = 0; s < ACCORD_N_STATUSES; s++)
    if (s == ACCORD_STATUS_MACHINE || codings[s] + links[s] > 0)
      accord_flow_printf (self->flow, _ ("%s: %u codings, %u links. "), who[s], codings[s],
                          links[s]);
  accord_flow_text (self->flow, _ ("Scores of the machine are set in italics."), -1);
}

/**
 * accord_compose_summary:
 * @self: a report
 */
void
accord_compose_summary (AccordCompose *self)
{
  g_autofree char *coverage = accord_facts_dup_coverage_sentence (self->facts);
  g_autofree char *links = accord_facts_dup_links_sentence (self->facts);

  accord_compose_chapter (self, "summary", _ ("Summary"));
  accord_flow_begin (self->flow, ACCORD_FLOW_LEAD, NULL);
  accord_compose_markup (self, coverage);
  accord_compose_markup (self, links);
  not_searched (self);
  coverage_table (self);
  if (self->facts->n_documents > 1)
    grid (self);
  stance_table (self);
  finders (self);
}

static void
matrix_cell (AccordCompose *self, guint row, gboolean is_theme, guint d)
{
  const AccordFacts *facts = self->facts;
  const AccordCell *cell = is_theme ? accord_coverage_get_theme_cell (facts->coverage, row, d)
                                    : accord_coverage_get_cell (facts->coverage, row, d);
  AccordCoverageClass class = is_theme ? accord_coverage_get_theme_class (facts->coverage, row)
                                       : accord_coverage_get_class (facts->coverage, row);
  g_autofree char *anchor = accord_compose_dup_anchor (is_theme ? 't' : 'p', row, d);

  accord_flow_cell (self->flow, 0, 1, cell->n_codings > 0 ? (gint) class : ACCORD_FLOW_NONE);
  if (cell->n_codings == 0)
    {
      accord_flow_styled (self->flow, ACCORD_FLOW_DIMMED, "—");
      return;
    }
  accord_flow_link (self->flow, anchor);
  accord_flow_glyph (self->flow, cell->stance, FALSE);
  accord_flow_printf (self->flow, " %s%u", cell->opposed ? "≁ " : "", cell->n_codings);
  accord_flow_link (self->flow, NULL);
  if (!is_theme && facts->n_documents <= DOCUMENTS_WITH_WORDS)
    {
      const AccordCodingFinding *best = &facts->codings[cell->best];
      AccordDocument *document = accord_facts_get_document (facts, best->document);

      accord_flow_text (self->flow, " ", -1);
      self->flow->pen.language = accord_document_get_passage_language (document, best->passage);
      self->flow->pen.flags |= ACCORD_FLOW_DIMMED;
      accord_compose_excerpt (self, document, best->span);
    }
}

/* "2 of 3, weaker on one side" */
static void
row_end (AccordCompose *self, guint row, gboolean is_theme)
{
  const AccordFacts *facts = self->facts;
  AccordVerdict verdict =
    is_theme ? ACCORD_VERDICT_NONE : accord_coverage_get_verdict (facts->coverage, row);
  guint n = 0;

  for (guint i = 0; i < facts->n_documents; i++)
    n += (is_theme ? accord_coverage_get_theme_cell (facts->coverage, row, facts->documents[i])
                   : accord_coverage_get_cell (facts->coverage, row, facts->documents[i]))
           ->n_codings > 0;
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_flow_printf (self->flow, _ ("%u of %u"), n, facts->n_documents);
  if (verdict != ACCORD_VERDICT_NONE)
    accord_flow_printf (self->flow, "%s%s", verdict == ACCORD_VERDICT_OPPOSED ? " ≁ " : ", ",
                        accord_facts_verdict_word (verdict));
}

static void
theme_rows (AccordCompose *self, guint t)
{
  const AccordFacts *facts = self->facts;
  const AccordTheme *theme = &facts->themes[t];
  g_autofree char *anchor = g_strdup_printf ("t%u", t + 1);

  accord_flow_row (self->flow, FALSE);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_flow_anchor (self->flow, anchor);
  accord_flow_printf (self->flow, "%u ", t + 1);
  accord_flow_label (self->flow, accord_facts_theme_name (facts, t), -1);
  for (guint i = 0; i < facts->n_documents; i++)
    matrix_cell (self, t, TRUE, facts->documents[i]);
  row_end (self, t, TRUE);
  for (guint p = theme->first_principle; p < theme->first_principle + theme->n_principles; p++)
    {
      if (accord_coverage_get_class (facts->coverage, p) == ACCORD_COVERAGE_SILENT)
        continue;
      accord_flow_row (self->flow, FALSE);
      accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
      accord_flow_text (self->flow, "\xE2\x80\x83", -1);
      accord_compose_principle (self, p);
      for (guint i = 0; i < facts->n_documents; i++)
        matrix_cell (self, p, FALSE, facts->documents[i]);
      row_end (self, p, FALSE);
    }
}

/**
 * accord_compose_matrix:
 * @self: a report
 */
void
accord_compose_matrix (AccordCompose *self)
{
  const AccordFacts *facts = self->facts;
  gboolean words = facts->n_documents <= DOCUMENTS_WITH_WORDS;
  g_autoptr (GArray) widths = widths_of (facts, words ? 30 : 34, words ? 24 : 9, 18);

  accord_compose_chapter (self, "matrix", _ ("Themes and documents"));
  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  accord_flow_text (self->flow,
                    _ ("A cell shows the strongest stance and how many passages there are. “—” is "
                       "silent: what was searched stands in the chapter on silence."),
                    -1);
  accord_flow_begin_table (self->flow, (const guint *) (gpointer) widths->data, widths->len);
  accord_flow_row (self->flow, TRUE);
  header_cell (self, _ ("Theme and principle"), 0);
  for (guint i = 0; i < facts->n_documents; i++)
    letter_cell (self, facts->documents[i], 0);
  header_cell (self, _ ("Coverage"), 0);
  for (guint t = 0; t < facts->n_themes && accord_compose_go_on (self); t++)
    theme_rows (self, t);
  accord_flow_end_table (self->flow);
}
