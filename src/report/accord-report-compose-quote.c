/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations and links with their evidence. */
#include "report/accord-report-compose.h"

#include <glib/gi18n-lib.h>

/* So many words of one side of a reason are shown. */
#define WORDS 8u

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const AccordSpan *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/**
 * accord_compose_marked:
 * @self: a report in a paragraph
 * @document: a document
 * @span: in its text
 * @marks: (element-type AccordSpan): what to mark; sorted here
 * @flags: #AccordFlowFlags of what is marked
 *
 * Writes the text of a span with some words marked.
 */
void
accord_compose_marked (
  AccordCompose *self, AccordDocument *document, AccordSpan span, GArray *marks, guint flags)
{
  const char *data = accord_document_get_data (document);
  guint old = self->flow->pen.flags;
  guint32 at = span.start;

  g_array_sort (marks, compare_spans);
  for (guint i = 0; i < marks->len; i++)
    {
      AccordSpan mark = g_array_index (marks, AccordSpan, i);

      mark.start = MAX (mark.start, at);
      mark.end = MIN (mark.end, span.end);
      if (mark.start >= mark.end)
        continue;
      accord_flow_text (self->flow, data + at, mark.start - at);
      self->flow->pen.flags = old | flags;
      accord_flow_text (self->flow, data + mark.start, (gssize) accord_span_length (mark));
      self->flow->pen.flags = old;
      at = mark.end;
    }
  accord_flow_text (self->flow, data + at, span.end - at);
}

static void
evidence (AccordCompose *self, const AccordCodingFinding *finding, const AccordCoding *coding)
{
  AccordAnalysis *analysis =
    accord_comparison_get_analysis (self->facts->comparison, finding->document);
  AccordDocument *document = accord_facts_get_document (self->facts, finding->document);
  const AccordSpan *triggers = accord_analysis_get_triggers (analysis, coding);

  for (guint i = 0; i < coding->n_triggers; i++)
    {
      accord_flow_text (self->flow, i == 0 ? ", “" : " … ", -1);
      accord_compose_words (self, document, triggers[i]);
    }
  if (coding->n_triggers > 0)
    accord_flow_text (self->flow, "”", -1);
  if (accord_span_length (coding->actor_span) > 0)
    {
      accord_flow_text (self->flow, ", ", -1);
      accord_compose_words (self, document, coding->actor_span);
    }
}

/**
 * accord_compose_quotation:
 * @self: a report
 * @finding: a coding
 */
void
accord_compose_quotation (AccordCompose *self, const AccordCodingFinding *finding)
{
  const AccordCoding *coding = accord_facts_get_coding (self->facts, finding);
  AccordDocument *document = accord_facts_get_document (self->facts, finding->document);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  AccordAnalysis *analysis =
    accord_comparison_get_analysis (self->facts->comparison, finding->document);

  accord_compose_letter (self, finding->document);
  accord_flow_text (self->flow, " ", -1);
  accord_compose_place (self, finding->document, finding->passage);
  accord_flow_text (self->flow, " ", -1);
  accord_flow_glyph (self->flow, finding->stance, TRUE);
  if (coding != NULL)
    evidence (self, finding, coding);
  accord_flow_printf (self->flow, " · %s ", accord_facts_status_word (finding->status));
  accord_compose_score (self, finding->score, finding->status);
  for (guint i = 0; coding != NULL && i < coding->n_mentions; i++)
    g_array_append_val (marks, accord_analysis_get_mentions (analysis, coding)[i].span);
  accord_flow_begin (self->flow, ACCORD_FLOW_QUOTE,
                     accord_document_get_passage_language (document, finding->passage));
  accord_compose_marked (self, document, finding->span, marks, ACCORD_FLOW_UNDERLINE);
}

/* A cell: letter and place, and the passage with the words of the reasons underlined. */
static void
side (AccordCompose *self, const AccordLinkFinding *finding, gboolean is_a)
{
  AccordEnd end = is_a ? finding->a : finding->b;
  AccordDocument *document = accord_facts_get_document (self->facts, end.document);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  guint n = 0;
  const AccordReason *reasons = accord_facts_get_reasons (self->facts, finding, &n);

  for (guint i = 0; i < n; i++)
    {
      guint32 n_spans = is_a ? reasons[i].n_a : reasons[i].n_b;

      if (n_spans > 0 && reasons[i].kind != ACCORD_REASON_PRINCIPLE)
        g_array_append_vals (
          marks,
          accord_comparison_get_spans (self->facts->comparison,
                                       is_a ? reasons[i].first_a : reasons[i].first_b),
          n_spans);
    }
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  self->flow->current->language = accord_document_get_passage_language (document, end.passage);
  self->flow->pen.language = self->flow->current->language;
  accord_compose_letter (self, end.document);
  accord_flow_text (self->flow, " ", -1);
  accord_compose_place (self, end.document, end.passage);
  accord_flow_text (self->flow, "\n", -1);
  accord_compose_marked (self, document,
                         accord_facts_get_passage (self->facts, end.document, end.passage)->span,
                         marks, ACCORD_FLOW_UNDERLINE);
}

static void
reason_words (AccordCompose *self, AccordEnd end, guint32 first, guint32 n)
{
  AccordDocument *document = accord_facts_get_document (self->facts, end.document);
  const AccordSpan *spans =
    n > 0 ? accord_comparison_get_spans (self->facts->comparison, first) : NULL;

  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  for (guint32 i = 0; i < MIN (n, WORDS); i++)
    {
      accord_flow_text (self->flow, i == 0 ? "" : ", ", -1);
      accord_compose_words (self, document, spans[i]);
    }
  if (n > WORDS)
    accord_flow_printf (self->flow, ", … (%u)", n);
}

static void
reason_row (AccordCompose *self, const AccordLinkFinding *finding, const AccordReason *reason)
{
  guint principle = 0;

  accord_flow_row (self->flow, FALSE);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, accord_facts_reason_word (reason->kind), -1);
  if (reason->kind == ACCORD_REASON_PRINCIPLE && reason->label != NULL)
    {
      accord_flow_cell (self->flow, 0, 2, ACCORD_FLOW_NONE);
      if (accord_codebook_find_principle (self->facts->codebook, reason->label, &principle))
        accord_compose_principle (self, principle);
      else
        accord_flow_label (self->flow, reason->label, -1);
    }
  else
    {
      reason_words (self, finding->a, reason->first_a, reason->n_a);
      reason_words (self, finding->b, reason->first_b, reason->n_b);
    }
  accord_flow_cell (self->flow, ACCORD_CELL_END, 1, ACCORD_FLOW_NONE);
  accord_compose_score (self, reason->weight, finding->status);
}

/* The table of reasons; their weights sum to the score. */
static void
why (AccordCompose *self, const AccordLinkFinding *finding)
{
  static const guint WIDTHS[] = { 16, 36, 36, 12 };
  guint n = 0;
  const AccordReason *reasons = accord_facts_get_reasons (self->facts, finding, &n);

  if (n == 0)
    {
      accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
      accord_flow_text (self->flow, _ ("Paired by the analyst."), -1);
      return;
    }
  accord_flow_begin_table (self->flow, WIDTHS, G_N_ELEMENTS (WIDTHS));
  accord_flow_row (self->flow, TRUE);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, _ ("Because"), -1);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_compose_letter (self, finding->a.document);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_compose_letter (self, finding->b.document);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER | ACCORD_CELL_END, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, _ ("Weight"), -1);
  for (guint i = 0; i < n; i++)
    reason_row (self, finding, &reasons[i]);
  accord_flow_row (self->flow, FALSE);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 3, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, _ ("Sum: the score"), -1);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER | ACCORD_CELL_END, 1, ACCORD_FLOW_NONE);
  accord_compose_score (self, finding->score, finding->status);
  accord_flow_end_table (self->flow);
}

/**
 * accord_compose_link_finding:
 * @self: a report
 * @link: index of a link finding that is shown
 */
void
accord_compose_link_finding (AccordCompose *self, guint link)
{
  static const guint WIDTHS[] = { 1, 1 };
  const AccordLinkFinding *finding = &self->facts->links[link];
  guint number = self->facts->link_numbers[link];
  g_autofree char *anchor = g_strdup_printf ("l%u", number);

  accord_flow_heading (self->flow, 3, anchor);
  accord_flow_printf (self->flow, _ ("Link %u"), number);
  accord_flow_text (self->flow, "  ", -1);
  self->flow->pen.flags = ACCORD_FLOW_DIMMED;
  accord_compose_score (self, finding->score, finding->status);
  accord_flow_printf (self->flow, " · %s · %s · %s", accord_facts_kind_word (finding->kind),
                      accord_facts_verdict_word (finding->verdict),
                      accord_facts_status_word (finding->status));
  accord_flow_begin_table (self->flow, WIDTHS, G_N_ELEMENTS (WIDTHS));
  accord_flow_row (self->flow, FALSE);
  side (self, finding, TRUE);
  side (self, finding, FALSE);
  accord_flow_end_table (self->flow);
  why (self, finding);
}
