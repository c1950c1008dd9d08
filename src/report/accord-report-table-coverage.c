/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks of what: the matrix with a column a document, and the same as a long table
 * with a row a principle and document, which statistics programs want. */
#include "report/accord-report-table.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

static const AccordColumn PRINCIPLE_COLUMNS[] = {
  { "theme", N_ ("Theme"), ACCORD_COLUMN_TEXT, 8 },
  { "themeName", N_ ("Name of the theme"), ACCORD_COLUMN_TEXT, 28 },
  { "principle", N_ ("Principle"), ACCORD_COLUMN_TEXT, 10 },
  { "principleName", N_ ("Name of the principle"), ACCORD_COLUMN_TEXT, 32 },
  { "class", N_ ("Coverage"), ACCORD_COLUMN_TEXT, 10 },
  { "verdict", N_ ("Verdict"), ACCORD_COLUMN_TEXT, 10 },
};

static const AccordColumn CELL_COLUMNS[] = {
  { "document", N_ ("Document"), ACCORD_COLUMN_TEXT, 10 },
  { "title", N_ ("Title"), ACCORD_COLUMN_TEXT, 32 },
  { "codings", N_ ("Quotations"), ACCORD_COLUMN_NUMBER, 11 },
  { "strongest", N_ ("Strongest stance"), ACCORD_COLUMN_TEXT, 16 },
  { "polarity", N_ ("Polarity"), ACCORD_COLUMN_NUMBER, 9 },
  { "bothPolarities", N_ ("For and against"), ACCORD_COLUMN_TEXT, 14 },
  { "terms", N_ ("Terms searched"), ACCORD_COLUMN_NUMBER, 14 },
};

static void
write_principle (const AccordFacts *facts, const AccordRows *rows, guint p)
{
  guint theme = facts->principles[p].theme;

  accord_rows_text (rows, facts->themes[theme].id);
  accord_rows_text (rows, accord_facts_theme_name (facts, theme));
  accord_rows_text (rows, facts->principles[p].id);
  accord_rows_text (rows, accord_facts_principle_name (facts, p));
  accord_rows_text (rows, accord_coverage_name (accord_coverage_get_class (facts->coverage, p)));
  accord_rows_text (rows, accord_verdict_name (accord_coverage_get_verdict (facts->coverage, p)));
}

/* Two columns a document: how many quotations, and the strongest stance. */
static GArray *
matrix_columns (const AccordFacts *facts, GStringChunk *names)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (AccordColumn));

  g_array_append_vals (columns, PRINCIPLE_COLUMNS, G_N_ELEMENTS (PRINCIPLE_COLUMNS));
  for (guint i = 0; i < facts->n_documents; i++)
    {
      guint d = facts->documents[i];
      g_autofree char *letter = accord_facts_dup_letter (facts, d);
      g_autofree char *count =
        g_strdup_printf ("%s %s", letter, accord_facts_document_name (facts, d));
      g_autofree char *stance = g_strdup_printf (_ ("%s strongest stance"), letter);
      const AccordColumn pair[] = {
        { g_string_chunk_insert (names, count), NULL, ACCORD_COLUMN_NUMBER, 16 },
        { g_string_chunk_insert (names, stance), NULL, ACCORD_COLUMN_TEXT, 16 },
      };

      g_array_append_vals (columns, pair, G_N_ELEMENTS (pair));
    }
  return columns;
}

/**
 * accord_table_matrix:
 * @facts: what is reported
 * @rows: what receives the table
 *
 * Writes a row a principle, silent ones too.
 */
void
accord_table_matrix (const AccordFacts *facts, const AccordRows *rows)
{
  g_autoptr (GStringChunk) names = g_string_chunk_new (256);
  g_autoptr (GArray) columns = matrix_columns (facts, names);

  rows->begin (rows->data, (const AccordColumn *) (gpointer) columns->data, columns->len);
  for (guint p = 0; p < facts->n_principles; p++)
    {
      write_principle (facts, rows, p);
      for (guint i = 0; i < facts->n_documents; i++)
        {
          const AccordCell *cell =
            accord_coverage_get_cell (facts->coverage, p, facts->documents[i]);

          accord_rows_number (rows, cell->n_codings);
          accord_rows_text (rows, cell->n_codings > 0 ? accord_stance_name (cell->stance) : NULL);
        }
      rows->end_row (rows->data);
    }
}

static void
write_cell (const AccordFacts *facts, const AccordRows *rows, guint p, guint d)
{
  const AccordCell *cell = accord_coverage_get_cell (facts->coverage, p, d);
  AccordDocument *document = accord_facts_get_document (facts, d);
  g_autofree char *id = accord_report_dup_document_id (d);

  accord_rows_text (rows, id);
  accord_rows_text (rows, accord_facts_document_name (facts, d));
  accord_rows_number (rows, cell->n_codings);
  accord_rows_text (rows, cell->n_codings > 0 ? accord_stance_name (cell->stance) : NULL);
  if (cell->n_codings > 0)
    accord_rows_number (rows, cell->polarity);
  else
    accord_rows_text (rows, NULL);
  accord_rows_text (rows, cell->n_codings > 0 && cell->opposed ? "true" : "false");
  accord_rows_number (rows, accord_codebook_count_terms (facts->codebook, p,
                                                         accord_document_get_language (document)));
}

/**
 * accord_table_coverage:
 * @facts: what is reported
 * @rows: what receives the table
 *
 * Writes a row for each principle and document, with how many terms were searched, so that a
 * silence can be judged.
 */
void
accord_table_coverage (const AccordFacts *facts, const AccordRows *rows)
{
  AccordColumn columns[G_N_ELEMENTS (PRINCIPLE_COLUMNS) + G_N_ELEMENTS (CELL_COLUMNS)];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = i < G_N_ELEMENTS (PRINCIPLE_COLUMNS)
                   ? PRINCIPLE_COLUMNS[i]
                   : CELL_COLUMNS[i - G_N_ELEMENTS (PRINCIPLE_COLUMNS)];
  rows->begin (rows->data, columns, G_N_ELEMENTS (columns));
  for (guint p = 0; p < facts->n_principles; p++)
    for (guint i = 0; i < facts->n_documents; i++)
      {
        write_principle (facts, rows, p);
        write_cell (facts, rows, p, facts->documents[i]);
        rows->end_row (rows->data);
      }
}
