/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row a link: both places with their words, and why they are linked. */
#include "report/accord-report-table.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* So many rows are written between two looks at the watch. */
#define ROWS_A_TICK 64

static const AccordColumn COLUMNS[] = {
  { "link", N_ ("Link"), ACCORD_COLUMN_NUMBER, 7 },
  { "score", N_ ("Score"), ACCORD_COLUMN_THOUSANDTHS, 8 },
  { "kind", N_ ("Kind"), ACCORD_COLUMN_TEXT, 12 },
  { "verdict", N_ ("Verdict"), ACCORD_COLUMN_TEXT, 10 },
  { "status", N_ ("Status"), ACCORD_COLUMN_TEXT, 11 },
  { "a", N_ ("First document"), ACCORD_COLUMN_TEXT, 10 },
  { "aTitle", N_ ("Its title"), ACCORD_COLUMN_TEXT, 24 },
  { "aParagraph", N_ ("Paragraph"), ACCORD_COLUMN_NUMBER, 10 },
  { "aPassage", N_ ("Passage"), ACCORD_COLUMN_NUMBER, 9 },
  { "aStart", N_ ("First byte"), ACCORD_COLUMN_NUMBER, 10 },
  { "aEnd", N_ ("Byte after the last"), ACCORD_COLUMN_NUMBER, 10 },
  { "aText", N_ ("Its words"), ACCORD_COLUMN_TEXT, 60 },
  { "b", N_ ("Second document"), ACCORD_COLUMN_TEXT, 10 },
  { "bTitle", N_ ("Its title"), ACCORD_COLUMN_TEXT, 24 },
  { "bParagraph", N_ ("Paragraph"), ACCORD_COLUMN_NUMBER, 10 },
  { "bPassage", N_ ("Passage"), ACCORD_COLUMN_NUMBER, 9 },
  { "bStart", N_ ("First byte"), ACCORD_COLUMN_NUMBER, 10 },
  { "bEnd", N_ ("Byte after the last"), ACCORD_COLUMN_NUMBER, 10 },
  { "bText", N_ ("Its words"), ACCORD_COLUMN_TEXT, 60 },
  { "reasons", N_ ("Reasons, with their weights in thousandths"), ACCORD_COLUMN_TEXT, 60 },
};

static void
write_end (const AccordFacts *facts, const AccordRows *rows, AccordEnd end)
{
  AccordDocument *document = accord_facts_get_document (facts, end.document);
  const AccordPassage *passage = accord_facts_get_passage (facts, end.document, end.passage);
  g_autofree char *id = accord_report_dup_document_id (end.document);
  guint n = 0;

  accord_rows_text (rows, id);
  accord_rows_text (rows, accord_facts_document_name (facts, end.document));
  accord_rows_number (rows, passage->paragraph + 1);
  accord_rows_number (
    rows, end.passage -
            accord_document_get_paragraphs (document, &n)[passage->paragraph].first_passage + 1);
  accord_rows_number (rows, passage->span.start);
  accord_rows_number (rows, passage->span.end);
  accord_rows_span (rows, document, passage->span);
}

/* "term 380: 智能向善 = AI for good; length -20" */
static void
write_reasons (const AccordFacts *facts, const AccordRows *rows, const AccordLinkFinding *finding)
{
  guint n = 0;
  const AccordReason *reasons = accord_facts_get_reasons (facts, finding, &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s%s %d", i > 0 ? "; " : "",
                              accord_reason_kind_name (reasons[i].kind), reasons[i].weight);
      if (reasons[i].label != NULL)
        g_string_append_printf (text, ": %s", reasons[i].label);
    }
  accord_rows_text (rows, text->str);
}

static void
write_row (const AccordFacts *facts, const AccordRows *rows, guint i)
{
  const AccordLinkFinding *finding = &facts->links[i];

  accord_rows_number (rows, facts->link_numbers[i]);
  accord_rows_number (rows, finding->score);
  accord_rows_text (rows, accord_link_kind_name (finding->kind));
  accord_rows_text (rows, accord_verdict_name (finding->verdict));
  accord_rows_text (rows, accord_status_name (finding->status));
  write_end (facts, rows, finding->a);
  write_end (facts, rows, finding->b);
  write_reasons (facts, rows, finding);
  rows->end_row (rows->data);
}

/**
 * accord_table_links:
 * @facts: what is reported
 * @rows: what receives the table
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Writes the links that are shown, in the order of their numbers.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_table_links (const AccordFacts *facts,
                    const AccordRows *rows,
                    const AccordWatch *watch,
                    GError **error)
{
  rows->begin (rows->data, COLUMNS, G_N_ELEMENTS (COLUMNS));
  for (guint i = 0; i < facts->n_links; i++)
    {
      if (i % ROWS_A_TICK == 0 && !accord_watch_tick (watch, i / (double) facts->n_links, error))
        return FALSE;
      if (facts->link_numbers[i] > 0)
        write_row (facts, rows, i);
    }
  return TRUE;
}
