/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chapter for each class of coverage: its principles with their quotations, document
 * by document. The best are quoted, the places of the rest follow. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* So many quotations of one principle are quoted of one document. */
#define QUOTED 3u

static void
append_heading (AccordHtml *self, guint principle)
{
  guint theme = self->facts.principles[principle].theme;
  guint n = accord_coverage_count_codings (self->facts.coverage, principle), n_documents = 0;
  const char *definition = accord_codebook_get_sentence (
    self->facts.codebook, principle, ACCORD_WHAT_DEFINITION, self->facts.language);

  for (guint i = 0; i < self->facts.n_documents; i++)
    n_documents +=
      accord_coverage_get_cell (self->facts.coverage, principle, self->facts.documents[i])
        ->n_codings > 0;
  g_string_append_printf (self->out, "<h3>%u.%u ", self->chapter, ++self->section);
  accord_html_label (self, accord_facts_principle_name (&self->facts, principle), -1);
  g_string_append (self->out, " <span class=\"sub\">");
  accord_html_theme (self, theme);
  g_string_append_printf (self->out, " <a href=\"#t%u\">", theme + 1);
  accord_html_label (self, accord_facts_theme_name (&self->facts, theme), -1);
  g_string_append (self->out, "</a> · ");
  g_string_append_printf (self->out, ngettext ("%u quotation", "%u quotations", n), n);
  g_string_append_c (self->out, ' ');
  g_string_append_printf (self->out, ngettext ("in %u document", "in %u documents", n_documents),
                          n_documents);
  g_string_append (self->out, "</span></h3>\n");
  if (definition != NULL)
    {
      g_string_append (self->out, "<p class=\"dim\">");
      accord_html_label (self, definition, -1);
      g_string_append (self->out, "</p>\n");
    }
}

/* The run of one document in the codings of a principle. */
static void
append_run (AccordHtml *self, guint principle, const guint *run, guint n)
{
  guint document = self->facts.codings[run[0]].document;
  g_autofree char *id = accord_report_dup_document_id (document);

  g_string_append_printf (self->out, "<div class=\"qs\" id=\"p%u-%s\">\n", principle + 1, id);
  for (guint i = 0; i < MIN (n, QUOTED); i++)
    accord_html_quotation (self, &self->facts.codings[run[i]]);
  if (n > QUOTED)
    {
      g_string_append (self->out, "<p class=\"more\">");
      accord_html_letter (self, document);
      g_string_append_c (self->out, ' ');
      g_string_append_printf (self->out, ngettext ("%u more:", "%u more:", n - QUOTED), n - QUOTED);
      for (guint i = QUOTED; i < n; i++)
        {
          g_string_append_c (self->out, ' ');
          accord_html_glyph (self, self->facts.codings[run[i]].stance, FALSE);
          accord_html_place (self, document, self->facts.codings[run[i]].passage);
        }
      g_string_append (self->out, "</p>\n");
    }
  g_string_append (self->out, "</div>\n");
}

static void
append_principle (AccordHtml *self, guint principle)
{
  guint first = self->facts.first_of_principle[principle];
  guint end = self->facts.first_of_principle[principle + 1];

  g_string_append_printf (
    self->out, "<section class=\"pr\" id=\"p%u\" data-theme=\"t%u\" data-coverage=\"%s\">\n",
    principle + 1, self->facts.principles[principle].theme + 1,
    accord_coverage_name (accord_coverage_get_class (self->facts.coverage, principle)));
  append_heading (self, principle);
  while (first < end && accord_html_go_on (self))
    {
      guint document = self->facts.codings[self->facts.of_principle[first]].document;
      guint n = 0;

      while (first + n < end &&
             self->facts.codings[self->facts.of_principle[first + n]].document == document)
        n++;
      append_run (self, principle, self->facts.of_principle + first, n);
      first += n;
    }
  g_string_append (self->out, "</section>\n");
}

static const char *
title_of (AccordCoverageClass coverage)
{
  switch (coverage)
    {
    case ACCORD_COVERAGE_ALL:
      return _ ("Shared by all");
    case ACCORD_COVERAGE_SOME:
      return _ ("Shared by some");
    case ACCORD_COVERAGE_UNIQUE:
      return _ ("Unique");
    default:
      return _ ("Present");
    }
}

/**
 * accord_html_lists:
 * @self: a report
 * @coverage: a class other than silent
 */
void
accord_html_lists (AccordHtml *self, AccordCoverageClass coverage)
{
  guint n = accord_coverage_count_class (self->facts.coverage, coverage);

  accord_html_begin_chapter (self, accord_coverage_name (coverage), title_of (coverage));
  if (n == 0)
    g_string_append_printf (self->out, "<p>%s</p>\n", _ ("No principle."));
  for (guint p = 0; p < self->facts.n_principles && !self->stopped; p++)
    if (accord_coverage_get_class (self->facts.coverage, p) == coverage)
      append_principle (self, p);
  accord_html_end_chapter (self);
}
