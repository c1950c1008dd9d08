/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook, a row a term, and how the report came about, a row a fact. */
#include "report/accord-report-table.h"

#include <glib/gi18n-lib.h>

#include "accord-config.h"
#include "report/accord-report-private.h"

static const AccordColumn COLUMNS[] = {
  { "theme", N_ ("Theme"), ACCORD_COLUMN_TEXT, 8 },
  { "themeName", N_ ("Name of the theme"), ACCORD_COLUMN_TEXT, 28 },
  { "principle", N_ ("Principle"), ACCORD_COLUMN_TEXT, 10 },
  { "principleName", N_ ("Name of the principle"), ACCORD_COLUMN_TEXT, 32 },
  { "definition", N_ ("Definition"), ACCORD_COLUMN_TEXT, 60 },
  { "language", N_ ("Language"), ACCORD_COLUMN_TEXT, 9 },
  { "term", N_ ("Term"), ACCORD_COLUMN_TEXT, 32 },
  { "gap", N_ ("Words between"), ACCORD_COLUMN_NUMBER, 14 },
  { "case", N_ ("Case matters"), ACCORD_COLUMN_TEXT, 12 },
  { "against", N_ ("Against"), ACCORD_COLUMN_TEXT, 8 },
  { "not", N_ ("But not in"), ACCORD_COLUMN_TEXT, 32 },
};

static const AccordColumn FACTS[] = {
  { "subject", N_ ("Subject"), ACCORD_COLUMN_TEXT, 12 },
  { "fact", N_ ("Fact"), ACCORD_COLUMN_TEXT, 28 },
  { "value", N_ ("Value"), ACCORD_COLUMN_TEXT, 80 },
};

static void
write_principle (const AccordFacts *facts, const AccordRows *rows, guint p)
{
  guint theme = facts->principles[p].theme;

  accord_rows_text (rows, facts->themes[theme].id);
  accord_rows_text (rows, accord_facts_theme_name (facts, theme));
  accord_rows_text (rows, facts->principles[p].id);
  accord_rows_text (rows, accord_facts_principle_name (facts, p));
  accord_rows_text (rows, accord_codebook_get_sentence (facts->codebook, p, ACCORD_WHAT_DEFINITION,
                                                        facts->language));
}

static void
write_term (const AccordFacts *facts, const AccordRows *rows, guint p, const AccordTerm *term)
{
  g_autofree char *excludes =
    term->excludes != NULL ? g_strjoinv ("; ", (char **) term->excludes) : NULL;

  write_principle (facts, rows, p);
  accord_rows_text (rows, term->language);
  accord_rows_text (rows, term->text);
  accord_rows_number (rows, term->gap);
  accord_rows_text (rows, term->case_sensitive ? "true" : "false");
  accord_rows_text (rows, term->against ? "true" : "false");
  accord_rows_text (rows, excludes);
  rows->end_row (rows->data);
}

/**
 * accord_table_codebook:
 * @facts: what is reported
 * @rows: what receives the table
 *
 * Writes the terms of every principle; a principle without one has a row too.
 */
void
accord_table_codebook (const AccordFacts *facts, const AccordRows *rows)
{
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (facts->codebook, &n);

  rows->begin (rows->data, COLUMNS, G_N_ELEMENTS (COLUMNS));
  for (guint p = 0; p < facts->n_principles; p++)
    {
      const AccordPrinciple *principle = &facts->principles[p];

      for (guint t = 0; t < principle->n_terms; t++)
        write_term (facts, rows, p, &terms[principle->first_term + t]);
      if (principle->n_terms > 0)
        continue;
      write_principle (facts, rows, p);
      for (guint i = 5; i < G_N_ELEMENTS (COLUMNS); i++)
        accord_rows_text (rows, NULL);
      rows->end_row (rows->data);
    }
}

static void
write_fact (const AccordRows *rows, const char *subject, const char *fact, const char *value)
{
  if (value == NULL)
    return;
  accord_rows_text (rows, subject);
  accord_rows_text (rows, fact);
  accord_rows_text (rows, value);
  rows->end_row (rows->data);
}

static void
write_document (const AccordFacts *facts, const AccordRows *rows, guint d)
{
  AccordDocument *document = accord_facts_get_document (facts, d);
  g_autofree char *id = accord_report_dup_document_id (d);
  guint n = 0;
  g_autofree char *passages =
    (accord_document_get_passages (document, &n), g_strdup_printf ("%u", n));

  for (guint f = 0; f < ACCORD_N_FIELDS; f++)
    if (f != ACCORD_FIELD_NAME)
      write_fact (rows, id, accord_field_name (f), accord_document_get_field (document, f));
  write_fact (rows, id, "file", accord_facts_file_name (facts, d));
  write_fact (rows, id, "passages", passages);
}

/**
 * accord_table_method:
 * @facts: what is reported
 * @rows: what receives the table
 *
 * Writes what someone needs to make the report again.
 */
void
accord_table_method (const AccordFacts *facts, const AccordRows *rows)
{
  g_autofree char *icu = accord_report_dup_icu_version ();
  g_autofree char *threshold =
    g_strdup_printf ("%d", accord_comparison_get_threshold (facts->comparison));

  rows->begin (rows->data, FACTS, G_N_ELEMENTS (FACTS));
  write_fact (rows, "engine", "program", "Accord " ACCORD_VERSION);
  write_fact (rows, "engine", "icu", icu);
  write_fact (rows, "settings", "threshold", threshold);
  write_fact (rows, "codebook", "id", accord_codebook_get_id (facts->codebook));
  write_fact (rows, "codebook", "sha256", facts->input->codebook_sha256);
  for (guint i = 0; i < facts->n_documents; i++)
    write_document (facts, rows, facts->documents[i]);
}
