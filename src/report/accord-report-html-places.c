/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places behind the counts of themes and of stances: what a number of those tables
 * leads to. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

static void
append_place (AccordHtml *self, const AccordCodingFinding *finding, gboolean with_glyph)
{
  if (with_glyph)
    accord_html_glyph (self, finding->stance, FALSE);
  accord_html_place (self, finding->document, finding->passage);
  g_string_append_c (self->out, ' ');
}

/* The places of a theme in a document, where it is not silent. */
static void
append_theme_places (AccordHtml *self, guint theme, guint document)
{
  const AccordCell *cell = accord_coverage_get_theme_cell (self->facts.coverage, theme, document);
  g_autofree char *id = accord_report_dup_document_id (document);
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (self->facts.findings, document, &n);

  if (cell->n_codings == 0)
    return;
  g_string_append_printf (self->out, "<p id=\"t%u-%s\" class=\"pls\">", theme + 1, id);
  accord_html_letter (self, document);
  g_string_append_printf (self->out, " %u: ", cell->n_codings);
  for (guint i = 0; i < n; i++)
    if (self->facts.principles[codings[i].principle].theme == theme &&
        accord_coverage_counts (self->facts.coverage, &codings[i]))
      append_place (self, &codings[i], TRUE);
  g_string_append (self->out, "</p>\n");
}

static void
append_themes (AccordHtml *self)
{
  g_string_append_printf (self->out, "<h3>%s</h3>\n", _ ("By theme"));
  for (guint t = 0; t < self->facts.n_themes; t++)
    {
      if (accord_coverage_get_theme_class (self->facts.coverage, t) == ACCORD_COVERAGE_SILENT)
        continue;
      g_string_append (self->out, "<h4>");
      accord_html_theme (self, t);
      g_string_append_printf (self->out, " <a href=\"#t%u\">", t + 1);
      accord_html_label (self, accord_facts_theme_name (&self->facts, t), -1);
      g_string_append (self->out, "</a></h4>\n");
      for (guint i = 0; i < self->facts.n_documents && accord_html_go_on (self); i++)
        append_theme_places (self, t, self->facts.documents[i]);
    }
}

static void
append_stance_places (AccordHtml *self, AccordStance stance, guint document)
{
  g_autofree char *id = accord_report_dup_document_id (document);
  guint n = 0, counted = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (self->facts.findings, document, &n);

  for (guint i = 0; i < n; i++)
    counted +=
      codings[i].stance == stance && accord_coverage_counts (self->facts.coverage, &codings[i]);
  if (counted == 0)
    return;
  g_string_append_printf (self->out, "<p id=\"%s-%s\" class=\"pls\">", id,
                          accord_stance_name (stance));
  accord_html_letter (self, document);
  g_string_append_c (self->out, ' ');
  accord_html_glyph (self, stance, TRUE);
  g_string_append_printf (self->out, " %u: ", counted);
  for (guint i = 0; i < n; i++)
    if (codings[i].stance == stance && accord_coverage_counts (self->facts.coverage, &codings[i]))
      append_place (self, &codings[i], FALSE);
  g_string_append (self->out, "</p>\n");
}

/**
 * accord_html_places:
 * @self: a report
 */
void
accord_html_places (AccordHtml *self)
{
  accord_html_begin_chapter (self, "places", _ ("Places"));
  g_string_append_printf (self->out, "<p class=\"dim\">%s</p>\n",
                          _ ("A passage that speaks of two principles stands here twice."));
  append_themes (self);
  g_string_append_printf (self->out, "<h3>%s</h3>\n", _ ("By stance"));
  for (guint i = 0; i < self->facts.n_documents; i++)
    for (guint s = 0; s < ACCORD_N_STANCES && accord_html_go_on (self); s++)
      append_stance_places (self, s, self->facts.documents[i]);
  accord_html_end_chapter (self);
}
