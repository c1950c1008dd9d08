/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary: what is shared, in sentences and in tables. Every number leads to
 * what it counts. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* So many names of principles stand in a row of the table of coverage. */
#define NAMES_A_ROW 8

/* Documents whose language the codebook has no word of: their silence says nothing. */
static void
append_not_searched (AccordHtml *self)
{
  for (guint i = 0; i < self->facts.n_documents; i++)
    {
      guint d = self->facts.documents[i];
      const char *language =
        accord_document_get_language (accord_facts_get_document (&self->facts, d));
      g_autofree char *name = NULL;
      guint n = 0;

      for (guint p = 0; p < self->facts.n_principles; p++)
        n += accord_codebook_count_terms (self->facts.codebook, p, language);
      if (n > 0)
        continue;
      name = accord_facts_dup_language_name (&self->facts, language);
      g_string_append (self->out, "<p class=\"note\">");
      accord_html_letter (self, d);
      g_string_append_printf (
        self->out,
        _ (" The codebook has no terms in the language of this document (%s): it could not be "
           "searched, and its silence says nothing."),
        name);
      g_string_append (self->out, "</p>\n");
    }
}

/* The letters of the documents that have a principle: " (A, C)". */
static void
append_holders (AccordHtml *self, guint principle)
{
  const char *separator = " (";

  for (guint i = 0; i < self->facts.n_documents; i++)
    {
      g_autofree char *letter = NULL;

      if (accord_coverage_get_cell (self->facts.coverage, principle, self->facts.documents[i])
            ->n_codings == 0)
        continue;
      letter = accord_facts_dup_letter (&self->facts, self->facts.documents[i]);
      g_string_append_printf (self->out, "%s%s", separator, letter);
      separator = ", ";
    }
  g_string_append_c (self->out, ')');
}

static void
append_names (AccordHtml *self, AccordCoverageClass coverage)
{
  guint n = 0;

  for (guint p = 0; p < self->facts.n_principles; p++)
    {
      if (accord_coverage_get_class (self->facts.coverage, p) != coverage || n++ >= NAMES_A_ROW)
        continue;
      g_string_append (self->out, n > 1 ? ", " : "");
      accord_html_principle_link (self, p);
      if (coverage == ACCORD_COVERAGE_SOME || coverage == ACCORD_COVERAGE_UNIQUE)
        append_holders (self, p);
    }
  if (n <= NAMES_A_ROW)
    return;
  g_string_append_printf (self->out, " <a href=\"#%s\">", accord_coverage_name (coverage));
  g_string_append_printf (self->out, ngettext ("and %u more", "and %u more", n - NAMES_A_ROW),
                          n - NAMES_A_ROW);
  g_string_append (self->out, "</a>");
}

static void
append_coverage_table (AccordHtml *self)
{
  static const AccordCoverageClass ORDER[] = {
    ACCORD_COVERAGE_PRESENT, ACCORD_COVERAGE_ALL,    ACCORD_COVERAGE_SOME,
    ACCORD_COVERAGE_UNIQUE,  ACCORD_COVERAGE_SILENT,
  };

  g_string_append_printf (self->out,
                          "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">%s</th><th "
                          "scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
                          _ ("Coverage"), _ ("Principles"), _ ("Which"));
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      if (!accord_facts_has_class (&self->facts, ORDER[i]))
        continue;
      g_string_append (self->out, "<tr><th scope=\"row\" class=\"nb\">");
      accord_html_class (self, ORDER[i]);
      g_string_append_printf (self->out, " %s</th><td class=\"nb\"><a href=\"#%s\">",
                              accord_facts_class_word (ORDER[i]), accord_coverage_name (ORDER[i]));
      /* Translators: so many of the principles, as in "7 of 90". */
      g_string_append_printf (self->out, _ ("%u of %u"),
                              accord_coverage_count_class (self->facts.coverage, ORDER[i]),
                              self->facts.n_principles);
      g_string_append (self->out, "</a></td><td>");
      append_names (self, ORDER[i]);
      g_string_append (self->out, "</td></tr>\n");
    }
  g_string_append (self->out, "</tbody></table></div>\n");
}

static void
append_stance_row (AccordHtml *self, guint document)
{
  guint counts[ACCORD_N_STANCES] = { 0 };
  g_autofree char *id = accord_report_dup_document_id (document);

  for (guint i = 0; i < self->facts.n_codings; i++)
    if (self->facts.codings[i].document == document &&
        accord_coverage_counts (self->facts.coverage, &self->facts.codings[i]))
      counts[self->facts.codings[i].stance]++;
  g_string_append (self->out, "<tr><th scope=\"row\">");
  accord_html_letter (self, document);
  g_string_append (self->out, "</th>");
  for (guint s = 0; s < ACCORD_N_STANCES; s++)
    {
      if (counts[s] > 0)
        g_string_append_printf (self->out, "<td><a href=\"#%s-%s\">%u</a></td>", id,
                                accord_stance_name (s), counts[s]);
      else
        g_string_append (self->out, "<td>0</td>");
    }
  g_string_append (self->out, "</tr>\n");
}

static void
append_stance_table (AccordHtml *self)
{
  g_string_append_printf (self->out,
                          "<h3>%s</h3>\n<div class=\"scroll\"><table class=\"n\">\n"
                          "<thead><tr><td></td>",
                          _ ("How firmly each speaks"));
  for (guint s = 0; s < ACCORD_N_STANCES; s++)
    {
      g_string_append (self->out, "<th scope=\"col\">");
      accord_html_glyph (self, s, TRUE);
      g_string_append (self->out, "</th>");
    }
  g_string_append (self->out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < self->facts.n_documents; i++)
    append_stance_row (self, self->facts.documents[i]);
  g_string_append_printf (self->out, "</tbody></table></div>\n<p class=\"dim\">%s</p>\n",
                          _ ("Counted are principles in passages: a passage that obliges on two "
                             "principles counts twice."));
}

static void
append_finder (AccordHtml *self, AccordStatus status, const char *who, guint codings, guint links)
{
  if (status != ACCORD_STATUS_MACHINE && codings + links == 0)
    return;
  accord_html_status (self, status);
  /* Translators: who found how much, as in "Found by the machine: 12 codings, 3 links." */
  g_string_append_printf (self->out, _ (" %s: %u codings, %u links. "), who, codings, links);
}

static void
append_finders (AccordHtml *self)
{
  guint codings[ACCORD_N_STATUSES] = { 0 }, links[ACCORD_N_STATUSES] = { 0 };
  const char *who[ACCORD_N_STATUSES] = {
    _ ("Found by the machine"),
    _ ("Confirmed by the analyst"),
    _ ("Rejected by the analyst and left out"),
    _ ("Added by the analyst"),
  };

  for (guint i = 0; i < self->facts.n_codings; i++)
    codings[self->facts.codings[i].status]++;
  for (guint i = 0; i < self->facts.n_links; i++)
    links[self->facts.links[i].status]++;
  g_string_append (self->out, "<p class=\"dim\">");
  for (guint s = 0; s < ACCORD_N_STATUSES; s++)
    append_finder (self, s, who[s], codings[s], links[s]);
  g_string_append_printf (self->out, "%s</p>\n", _ ("Scores of the machine are set in italics."));
}

/**
 * accord_html_summary:
 * @self: a report
 */
void
accord_html_summary (AccordHtml *self)
{
  g_autofree char *coverage = NULL, *links = NULL;

  accord_html_begin_chapter (self, "summary", _ ("Summary"));
  g_string_append (self->out, "<p class=\"lead\">");
  coverage = accord_facts_dup_coverage_sentence (&self->facts);
  links = accord_facts_dup_links_sentence (&self->facts);
  g_string_append_printf (self->out, "%s%s", coverage, links);
  g_string_append (self->out, "</p>\n");
  append_not_searched (self);
  append_coverage_table (self);
  if (self->facts.n_documents > 1)
    {
      g_string_append_printf (self->out, "<h3>%s</h3>\n", _ ("What each two share"));
      accord_html_grid (self);
    }
  append_stance_table (self);
  append_finders (self);
  accord_html_end_chapter (self);
}
