/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link: both passages side by side, and why they are linked, in a table whose weights
 * sum to the score. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

/* So many words of one side of a reason are shown. */
#define WORDS 8u

/* The words of all reasons but principles, underlined in the passage. */
static void
append_side (AccordHtml *self, const AccordLinkFinding *finding, gboolean is_a)
{
  AccordEnd end = is_a ? finding->a : finding->b;
  AccordDocument *document = accord_facts_get_document (&self->facts, end.document);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AccordHtmlMark));
  guint n = 0;
  const AccordReason *reasons = accord_facts_get_reasons (&self->facts, finding, &n);

  for (guint i = 0; i < n; i++)
    {
      guint32 first = is_a ? reasons[i].first_a : reasons[i].first_b;
      guint32 n_spans = is_a ? reasons[i].n_a : reasons[i].n_b;
      const AccordSpan *spans =
        n_spans > 0 ? accord_comparison_get_spans (self->facts.comparison, first) : NULL;

      for (guint32 s = 0; s < n_spans && reasons[i].kind != ACCORD_REASON_PRINCIPLE; s++)
        {
          AccordHtmlMark mark = { spans[s], "u" };

          g_array_append_val (marks, mark);
        }
    }
  g_string_append (self->out, "<div class=\"q\"><p class=\"w\">");
  accord_html_letter (self, end.document);
  g_string_append_c (self->out, ' ');
  accord_html_place (self, end.document, end.passage);
  g_string_append (self->out, "</p><blockquote");
  accord_html_lang (self, accord_document_get_passage_language (document, end.passage));
  g_string_append_c (self->out, '>');
  accord_html_marked (self, document,
                      accord_facts_get_passage (&self->facts, end.document, end.passage)->span,
                      (const AccordHtmlMark *) (gpointer) marks->data, marks->len);
  g_string_append (self->out, "</blockquote></div>\n");
}

static void
append_words (AccordHtml *self, AccordEnd end, guint32 first, guint32 n)
{
  const AccordSpan *spans =
    n > 0 ? accord_comparison_get_spans (self->facts.comparison, first) : NULL;

  for (guint32 i = 0; i < MIN (n, WORDS); i++)
    {
      g_string_append (self->out, i == 0 ? "" : ", ");
      accord_html_word (self, end.document, end.passage, spans[i]);
    }
  if (n > WORDS)
    g_string_append_printf (self->out, ", … (%u)", n);
}

static void
append_principle (AccordHtml *self, const char *id)
{
  guint principle = 0;

  if (accord_codebook_find_principle (self->facts.codebook, id, &principle))
    accord_html_principle_link (self, principle);
  else
    accord_html_label (self, id, -1);
}

static void
append_reason (AccordHtml *self, const AccordLinkFinding *finding, const AccordReason *reason)
{
  g_string_append_printf (self->out, "<tr><td class=\"k\">%s</td>",
                          accord_facts_reason_word (reason->kind));
  if (reason->kind == ACCORD_REASON_PRINCIPLE && reason->label != NULL)
    {
      g_string_append (self->out, "<td colspan=\"2\">");
      append_principle (self, reason->label);
      g_string_append (self->out, "</td>");
    }
  else
    {
      g_string_append (self->out, "<td>");
      append_words (self, finding->a, reason->first_a, reason->n_a);
      g_string_append (self->out, "</td><td>");
      append_words (self, finding->b, reason->first_b, reason->n_b);
      g_string_append (self->out, "</td>");
    }
  g_string_append (self->out, "<td class=\"r\">");
  accord_html_score (self, reason->weight, finding->status);
  g_string_append (self->out, "</td></tr>\n");
}

static void
append_why (AccordHtml *self, const AccordLinkFinding *finding)
{
  guint n = 0;
  const AccordReason *reasons = accord_facts_get_reasons (&self->facts, finding, &n);

  if (n == 0)
    {
      g_string_append_printf (self->out, "<p class=\"dim\">%s</p>\n", _ ("Paired by the analyst."));
      return;
    }
  g_string_append_printf (
    self->out, "<div class=\"scroll\"><table class=\"why\">\n<thead><tr><th scope=\"col\">%s</th>",
    _ ("Because"));
  g_string_append (self->out, "<th scope=\"col\">");
  accord_html_letter (self, finding->a.document);
  g_string_append (self->out, "</th><th scope=\"col\">");
  accord_html_letter (self, finding->b.document);
  g_string_append_printf (self->out,
                          "</th><th scope=\"col\" class=\"r\">%s</th></tr></thead>\n"
                          "<tbody>\n",
                          _ ("Weight"));
  for (guint i = 0; i < n; i++)
    append_reason (self, finding, &reasons[i]);
  g_string_append_printf (self->out,
                          "</tbody>\n<tfoot><tr><th scope=\"row\" colspan=\"3\">%s</th><td "
                          "class=\"r\">",
                          _ ("Sum: the score"));
  accord_html_score (self, finding->score, finding->status);
  g_string_append (self->out, "</td></tr></tfoot></table></div>\n");
}

/**
 * accord_html_link:
 * @self: a report
 * @link: index of a link finding that is shown
 */
void
accord_html_link (AccordHtml *self, guint link)
{
  const AccordLinkFinding *finding = &self->facts.links[link];
  guint number = self->facts.link_numbers[link];

  g_string_append_printf (self->out, "<article class=\"link\" id=\"l%u\" data-status=\"%s\">\n<h4>",
                          number, accord_status_name (finding->status));
  g_string_append_printf (self->out, _ ("Link %u"), number);
  g_string_append (self->out, " <span class=\"sub\">");
  accord_html_score (self, finding->score, finding->status);
  g_string_append_printf (self->out, " · %s · %s ", accord_facts_kind_word (finding->kind),
                          accord_facts_verdict_word (finding->verdict));
  accord_html_status (self, finding->status);
  g_string_append (self->out, "</span></h4>\n<div class=\"two\">\n");
  append_side (self, finding, TRUE);
  append_side (self, finding, FALSE);
  g_string_append (self->out, "</div>\n");
  append_why (self, finding);
  g_string_append (self->out, "</article>\n");
}
