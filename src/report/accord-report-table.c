/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tables there are, and the small values that several have. */
#include "report/accord-report-table.h"

#include "report/accord-report-private.h"

static const char *const NAMES[ACCORD_N_REPORT_TABLES] = { "quotations", "matrix",   "links",
                                                           "coverage",   "codebook", "method" };

/**
 * accord_report_table_name:
 * @table: a table
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
accord_report_table_name (AccordReportTable table)
{
  return NAMES[table];
}

/**
 * accord_report_table_from_name:
 * @name: of a table
 * @table: (out): the table
 *
 * Returns: whether there is one of that name
 */
gboolean
accord_report_table_from_name (const char *name, AccordReportTable *table)
{
  for (guint i = 0; i < ACCORD_N_REPORT_TABLES; i++)
    if (g_str_equal (NAMES[i], name))
      {
        *table = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * accord_rows_span:
 * @rows: what receives a table
 * @document: a document
 * @span: in its text
 *
 * Writes the text of a span as a value.
 */
void
accord_rows_span (const AccordRows *rows, AccordDocument *document, AccordSpan span)
{
  rows->text (rows->data, accord_document_get_data (document) + span.start,
              (gssize) accord_span_length (span));
}

/**
 * accord_table_write:
 * @facts: what is reported
 * @table: which table
 * @rows: what receives it
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_table_write (const AccordFacts *facts,
                    AccordReportTable table,
                    const AccordRows *rows,
                    const AccordWatch *watch,
                    GError **error)
{
  switch (table)
    {
    case ACCORD_REPORT_TABLE_QUOTATIONS:
      return accord_table_quotations (facts, rows, watch, error);
    case ACCORD_REPORT_TABLE_LINKS:
      return accord_table_links (facts, rows, watch, error);
    case ACCORD_REPORT_TABLE_MATRIX:
      accord_table_matrix (facts, rows);
      break;
    case ACCORD_REPORT_TABLE_COVERAGE:
      accord_table_coverage (facts, rows);
      break;
    case ACCORD_REPORT_TABLE_CODEBOOK:
      accord_table_codebook (facts, rows);
      break;
    default:
      accord_table_method (facts, rows);
      break;
    }
  return accord_watch_tick (watch, 1, error);
}
