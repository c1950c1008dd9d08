/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quotation with its evidence: where it stands, what it does by which words, who is
 * to act, whose finding it is; the words of the principle underlined. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

static void
append_evidence (AccordHtml *self, const AccordCodingFinding *finding, const AccordCoding *coding)
{
  AccordAnalysis *analysis =
    accord_comparison_get_analysis (self->facts.comparison, finding->document);
  const AccordSpan *triggers = accord_analysis_get_triggers (analysis, coding);

  for (guint i = 0; i < coding->n_triggers; i++)
    {
      g_string_append (self->out, i == 0 ? ", “" : " … ");
      accord_html_word (self, finding->document, finding->passage, triggers[i]);
    }
  if (coding->n_triggers > 0)
    g_string_append (self->out, "”");
  if (accord_span_length (coding->actor_span) > 0)
    {
      g_string_append (self->out, ", ");
      accord_html_word (self, finding->document, finding->passage, coding->actor_span);
    }
}

static void
append_quoted (AccordHtml *self, const AccordCodingFinding *finding, const AccordCoding *coding)
{
  AccordDocument *document = accord_facts_get_document (&self->facts, finding->document);
  AccordAnalysis *analysis =
    accord_comparison_get_analysis (self->facts.comparison, finding->document);
  const AccordMention *mentions =
    coding != NULL ? accord_analysis_get_mentions (analysis, coding) : NULL;
  guint n = coding != NULL ? coding->n_mentions : 0;
  g_autofree AccordHtmlMark *marks = g_new (AccordHtmlMark, n + 1);

  for (guint i = 0; i < n; i++)
    marks[i] = (AccordHtmlMark){ mentions[i].span, "u" };
  g_string_append (self->out, "<blockquote");
  accord_html_lang (self, accord_document_get_passage_language (document, finding->passage));
  g_string_append_c (self->out, '>');
  accord_html_marked (self, document, finding->span, marks, n);
  g_string_append (self->out, "</blockquote>");
}

/**
 * accord_html_quotation:
 * @self: a report
 * @finding: a coding
 */
void
accord_html_quotation (AccordHtml *self, const AccordCodingFinding *finding)
{
  const AccordCoding *coding = accord_facts_get_coding (&self->facts, finding);

  g_string_append_printf (
    self->out, "<div class=\"q\" data-stance=\"%s\" data-status=\"%s\"><p class=\"w\">",
    accord_stance_name (finding->stance), accord_status_name (finding->status));
  accord_html_letter (self, finding->document);
  g_string_append_c (self->out, ' ');
  accord_html_place (self, finding->document, finding->passage);
  g_string_append_c (self->out, ' ');
  accord_html_glyph (self, finding->stance, TRUE);
  if (coding != NULL)
    append_evidence (self, finding, coding);
  g_string_append_c (self->out, ' ');
  accord_html_status (self, finding->status);
  g_string_append_c (self->out, ' ');
  accord_html_score (self, finding->score, finding->status);
  g_string_append (self->out, "</p>");
  append_quoted (self, finding, coding);
  g_string_append (self->out, "</div>\n");
}

/**
 * accord_html_cell:
 * @self: a report
 * @cell: a cell that is not silent
 * @target: id of what it leads to
 * @most: letters of its best quotation; 0 for none
 *
 * Writes glyph, count and some words, which lead to the quotations.
 */
void
accord_html_cell (AccordHtml *self, const AccordCell *cell, const char *target, guint most)
{
  const AccordCodingFinding *best = &self->facts.codings[cell->best];
  AccordDocument *document = accord_facts_get_document (&self->facts, best->document);

  g_string_append_printf (self->out, "<a class=\"ce\" href=\"#%s\">", target);
  accord_html_glyph (self, cell->stance, FALSE);
  if (cell->opposed)
    {
      g_string_append_printf (self->out, " <abbr class=\"op\" title=\"%s\">≁</abbr>",
                              _ ("stances of both polarities"));
    }
  g_string_append_printf (self->out, " <span class=\"num\">%u</span>", cell->n_codings);
  if (most > 0)
    {
      g_string_append (self->out, " <span class=\"fw\"");
      accord_html_lang (self, accord_document_get_passage_language (document, best->passage));
      g_string_append_c (self->out, '>');
      accord_html_excerpt (self, document, best->span, accord_facts_get_focus (&self->facts, best),
                           most);
      g_string_append (self->out, "</span>");
    }
  g_string_append (self->out, "</a>");
}
