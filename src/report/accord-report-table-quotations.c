/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row a quotation: its document's attributes, the path of its theme, what it does, who
 * is to act, whose finding it is, where it stands, and its words. */
#include "report/accord-report-table.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* So many rows are written between two looks at the watch. */
#define ROWS_A_TICK 64

static const AccordColumn COLUMNS[] = {
  { "document", N_ ("Document"), ACCORD_COLUMN_TEXT, 10 },
  { "letter", N_ ("Letter"), ACCORD_COLUMN_TEXT, 7 },
  { "title", N_ ("Title"), ACCORD_COLUMN_TEXT, 30 },
  { "file", N_ ("File"), ACCORD_COLUMN_TEXT, 18 },
  { "issuer", N_ ("Issuer"), ACCORD_COLUMN_TEXT, 16 },
  { "author", N_ ("Author"), ACCORD_COLUMN_TEXT, 14 },
  { "date", N_ ("Date"), ACCORD_COLUMN_TEXT, 11 },
  { "documentLanguage", N_ ("Language of the document"), ACCORD_COLUMN_TEXT, 10 },
  { "kind", N_ ("Kind"), ACCORD_COLUMN_TEXT, 12 },
  { "theme", N_ ("Theme"), ACCORD_COLUMN_TEXT, 8 },
  { "themeName", N_ ("Name of the theme"), ACCORD_COLUMN_TEXT, 24 },
  { "principle", N_ ("Principle"), ACCORD_COLUMN_TEXT, 10 },
  { "principleName", N_ ("Name of the principle"), ACCORD_COLUMN_TEXT, 28 },
  { "class", N_ ("Coverage"), ACCORD_COLUMN_TEXT, 10 },
  { "stance", N_ ("Stance"), ACCORD_COLUMN_TEXT, 11 },
  { "polarity", N_ ("Polarity"), ACCORD_COLUMN_NUMBER, 9 },
  { "strength", N_ ("Strength"), ACCORD_COLUMN_THOUSANDTHS, 9 },
  { "triggers", N_ ("Words of the stance"), ACCORD_COLUMN_TEXT, 16 },
  { "actor", N_ ("Who is to act"), ACCORD_COLUMN_TEXT, 16 },
  { "actorType", N_ ("Kind of actor"), ACCORD_COLUMN_TEXT, 12 },
  { "mentions", N_ ("Words of the principle"), ACCORD_COLUMN_TEXT, 22 },
  { "status", N_ ("Status"), ACCORD_COLUMN_TEXT, 11 },
  { "score", N_ ("Score"), ACCORD_COLUMN_THOUSANDTHS, 8 },
  { "language", N_ ("Language"), ACCORD_COLUMN_TEXT, 9 },
  { "paragraph", N_ ("Paragraph"), ACCORD_COLUMN_NUMBER, 10 },
  { "passage", N_ ("Passage"), ACCORD_COLUMN_NUMBER, 9 },
  { "page", N_ ("Page"), ACCORD_COLUMN_NUMBER, 7 },
  { "start", N_ ("First byte"), ACCORD_COLUMN_NUMBER, 10 },
  { "end", N_ ("Byte after the last"), ACCORD_COLUMN_NUMBER, 10 },
  { "quotation", N_ ("Quotation"), ACCORD_COLUMN_TEXT, 80 },
};

static void
write_document (const AccordFacts *facts, const AccordRows *rows, guint d)
{
  static const AccordField FIELDS[] = { ACCORD_FIELD_ISSUER, ACCORD_FIELD_AUTHOR, ACCORD_FIELD_DATE,
                                        ACCORD_FIELD_LANGUAGE, ACCORD_FIELD_KIND };
  AccordDocument *document = accord_facts_get_document (facts, d);
  g_autofree char *id = accord_report_dup_document_id (d);
  g_autofree char *letter = accord_facts_dup_letter (facts, d);

  accord_rows_text (rows, id);
  accord_rows_text (rows, letter);
  accord_rows_text (rows, accord_document_get_field (document, ACCORD_FIELD_TITLE));
  accord_rows_text (rows, accord_facts_file_name (facts, d));
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    accord_rows_text (rows, accord_document_get_field (document, FIELDS[i]));
}

static void
write_principle (const AccordFacts *facts, const AccordRows *rows, guint p)
{
  guint theme = facts->principles[p].theme;

  accord_rows_text (rows, facts->themes[theme].id);
  accord_rows_text (rows, accord_facts_theme_name (facts, theme));
  accord_rows_text (rows, facts->principles[p].id);
  accord_rows_text (rows, accord_facts_principle_name (facts, p));
  accord_rows_text (rows, accord_coverage_name (accord_coverage_get_class (facts->coverage, p)));
}

static void
append_words (GString *words, AccordDocument *document, AccordSpan span)
{
  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append_len (words, accord_document_get_data (document) + span.start,
                       (gssize) accord_span_length (span));
}

/* Triggers, actor and mentions: of what a person coded there are none. */
static void
write_evidence (const AccordFacts *facts,
                const AccordRows *rows,
                const AccordCodingFinding *finding)
{
  AccordAnalysis *analysis = accord_comparison_get_analysis (facts->comparison, finding->document);
  AccordDocument *document = accord_facts_get_document (facts, finding->document);
  const AccordCoding *coding = accord_facts_get_coding (facts, finding);
  g_autoptr (GString) triggers = g_string_new (NULL), mentions = g_string_new (NULL);

  for (guint i = 0; coding != NULL && i < coding->n_triggers; i++)
    append_words (triggers, document, accord_analysis_get_triggers (analysis, coding)[i]);
  for (guint i = 0; coding != NULL && i < coding->n_mentions; i++)
    append_words (mentions, document, accord_analysis_get_mentions (analysis, coding)[i].span);
  accord_rows_text (rows, triggers->str);
  if (coding != NULL)
    accord_rows_span (rows, document, coding->actor_span);
  else
    accord_rows_text (rows, NULL);
  accord_rows_text (rows, coding != NULL ? accord_actor_name (coding->actor) : NULL);
  accord_rows_text (rows, mentions->str);
}

static void
write_place (const AccordFacts *facts, const AccordRows *rows, const AccordCodingFinding *finding)
{
  AccordDocument *document = accord_facts_get_document (facts, finding->document);
  guint32 number = accord_facts_get_passage (facts, finding->document, finding->passage)->paragraph;
  guint n = 0;
  const AccordParagraph *paragraph = &accord_document_get_paragraphs (document, &n)[number];
  guint page = accord_document_get_blocks (document, &n)[paragraph->block].page;

  accord_rows_text (rows, accord_document_get_passage_language (document, finding->passage));
  accord_rows_number (rows, number + 1);
  accord_rows_number (rows, finding->passage - paragraph->first_passage + 1);
  if (page > 0)
    accord_rows_number (rows, page);
  else
    accord_rows_text (rows, NULL);
  accord_rows_number (rows, finding->span.start);
  accord_rows_number (rows, finding->span.end);
  accord_rows_span (rows, document, finding->span);
}

static void
write_row (const AccordFacts *facts, const AccordRows *rows, const AccordCodingFinding *finding)
{
  write_document (facts, rows, finding->document);
  write_principle (facts, rows, finding->principle);
  accord_rows_text (rows, accord_stance_name (finding->stance));
  accord_rows_number (rows, finding->polarity);
  accord_rows_number (rows, finding->strength);
  write_evidence (facts, rows, finding);
  accord_rows_text (rows, accord_status_name (finding->status));
  accord_rows_number (rows, finding->score);
  write_place (facts, rows, finding);
  rows->end_row (rows->data);
}

/**
 * accord_table_quotations:
 * @facts: what is reported
 * @rows: what receives the table
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Writes the codings that count, by document and place.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_table_quotations (const AccordFacts *facts,
                         const AccordRows *rows,
                         const AccordWatch *watch,
                         GError **error)
{
  rows->begin (rows->data, COLUMNS, G_N_ELEMENTS (COLUMNS));
  for (guint i = 0; i < facts->n_codings; i++)
    {
      if (i % ROWS_A_TICK == 0 && !accord_watch_tick (watch, i / (double) facts->n_codings, error))
        return FALSE;
      if (accord_coverage_counts (facts->coverage, &facts->codings[i]))
        write_row (facts, rows, &facts->codings[i]);
    }
  return TRUE;
}
