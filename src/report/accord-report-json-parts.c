/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that JSON of codings and links is made of: spans, places, the members of
 * a coding, the reasons of a link. */
#include "report/accord-report-json.h"

/**
 * accord_report_json_span:
 * @writer: a writer
 * @span: a span
 *
 * Writes {"start", "end"}.
 */
void
accord_report_json_span (AccordJsonWriter *writer, AccordSpan span)
{
  accord_json_begin_object (writer);
  accord_json_key (writer, "start");
  accord_json_int (writer, span.start);
  accord_json_key (writer, "end");
  accord_json_int (writer, span.end);
  accord_json_end_object (writer);
}

/**
 * accord_report_json_text:
 * @writer: a writer
 * @document: a document
 * @span: in its text
 *
 * Writes the text of a span as a string.
 */
void
accord_report_json_text (AccordJsonWriter *writer, AccordDocument *document, AccordSpan span)
{
  accord_json_string_len (writer, accord_document_get_data (document) + span.start,
                          accord_span_length (span));
}

/**
 * accord_report_json_stretch:
 * @writer: a writer
 * @name: what the document is called in this file
 * @document: the document
 * @first: index of a passage of it
 * @last: index of the last one that belongs to it
 *
 * Writes {"document", "passage", "start", "end", "text"}: the first passage, the span of all.
 */
void
accord_report_json_stretch (
  AccordJsonWriter *writer, const char *name, AccordDocument *document, guint first, guint last)
{
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  AccordSpan span = { passages[first].span.start, passages[last].span.end };

  accord_json_begin_object (writer);
  accord_json_key (writer, "document");
  accord_json_string (writer, name);
  accord_json_key (writer, "passage");
  accord_json_int (writer, first);
  accord_json_key (writer, "start");
  accord_json_int (writer, span.start);
  accord_json_key (writer, "end");
  accord_json_int (writer, span.end);
  accord_json_key (writer, "text");
  accord_report_json_text (writer, document, span);
  accord_json_end_object (writer);
}

/**
 * accord_report_json_place:
 * @writer: a writer
 * @name: what the document is called in this file
 * @document: the document
 * @passage: index of a passage of it
 *
 * Writes what accord_report_json_stretch() writes of one passage.
 */
void
accord_report_json_place (AccordJsonWriter *writer,
                          const char *name,
                          AccordDocument *document,
                          guint passage)
{
  accord_report_json_stretch (writer, name, document, passage, passage);
}

static void
write_actor (AccordJsonWriter *writer, AccordDocument *document, const AccordCoding *coding)
{
  gboolean named = accord_span_length (coding->actor_span) > 0;

  accord_json_key (writer, "actor");
  if (named)
    accord_report_json_text (writer, document, coding->actor_span);
  else
    accord_json_null (writer);
  accord_json_key (writer, "actorType");
  accord_json_string (writer, accord_actor_name (coding->actor));
  accord_json_key (writer, "actorSpan");
  if (named)
    accord_report_json_span (writer, coding->actor_span);
  else
    accord_json_null (writer);
}

static void
write_mentions (AccordJsonWriter *writer, AccordAnalysis *analysis, const AccordCoding *coding)
{
  guint n_terms = 0;
  const AccordTerm *terms =
    accord_codebook_get_terms (accord_analysis_get_codebook (analysis), &n_terms);
  const AccordMention *mentions = accord_analysis_get_mentions (analysis, coding);

  accord_json_key (writer, "mentions");
  accord_json_begin_array (writer);
  for (guint i = 0; i < coding->n_mentions; i++)
    {
      accord_json_begin_object (writer);
      accord_json_key (writer, "start");
      accord_json_int (writer, mentions[i].span.start);
      accord_json_key (writer, "end");
      accord_json_int (writer, mentions[i].span.end);
      accord_json_key (writer, "term");
      accord_json_string (writer, terms[mentions[i].term].text);
      accord_json_end_object (writer);
    }
  accord_json_end_array (writer);
}

/**
 * accord_report_json_coding:
 * @writer: a writer in an object
 * @analysis: of the document
 * @coding: one of its codings
 *
 * Writes the members of a coding, from "principle" to "mentions", into the open object.
 */
void
accord_report_json_coding (AccordJsonWriter *writer,
                           AccordAnalysis *analysis,
                           const AccordCoding *coding)
{
  AccordCodebook *codebook = accord_analysis_get_codebook (analysis);
  guint n = 0;
  const AccordPrinciple *principle =
    &accord_codebook_get_principles (codebook, &n)[coding->principle];
  const AccordSpan *triggers = accord_analysis_get_triggers (analysis, coding);

  accord_json_key (writer, "principle");
  accord_json_string (writer, principle->id);
  accord_json_key (writer, "theme");
  accord_json_string (writer, accord_codebook_get_themes (codebook, &n)[principle->theme].id);
  accord_json_key (writer, "score");
  accord_json_int (writer, coding->score);
  accord_json_key (writer, "stance");
  accord_json_string (writer, accord_stance_name (coding->stance));
  accord_json_key (writer, "strength");
  accord_json_int (writer, coding->strength);
  write_actor (writer, accord_analysis_get_document (analysis), coding);
  accord_json_key (writer, "triggers");
  accord_json_begin_array (writer);
  for (guint i = 0; i < coding->n_triggers; i++)
    accord_report_json_span (writer, triggers[i]);
  accord_json_end_array (writer);
  write_mentions (writer, analysis, coding);
}

static void
write_spans (
  AccordJsonWriter *writer, const char *key, AccordComparison *comparison, guint32 first, guint32 n)
{
  const AccordSpan *spans = n > 0 ? accord_comparison_get_spans (comparison, first) : NULL;

  accord_json_key (writer, key);
  accord_json_begin_array (writer);
  for (guint32 i = 0; i < n; i++)
    accord_report_json_span (writer, spans[i]);
  accord_json_end_array (writer);
}

/**
 * accord_report_json_reasons:
 * @writer: a writer
 * @comparison: a comparison
 * @link: one of its links
 *
 * Writes the array of its reasons, whose weights sum to the score.
 */
void
accord_report_json_reasons (AccordJsonWriter *writer,
                            AccordComparison *comparison,
                            const AccordLink *link)
{
  const AccordReason *reasons = accord_comparison_get_reasons (comparison, link);

  accord_json_begin_array (writer);
  for (guint i = 0; i < link->n_reasons; i++)
    {
      const AccordReason *reason = &reasons[i];

      accord_json_begin_object (writer);
      accord_json_key (writer, "kind");
      accord_json_string (writer, accord_reason_kind_name (reason->kind));
      accord_json_key (writer, "weight");
      accord_json_int (writer, reason->weight);
      write_spans (writer, "a", comparison, reason->first_a, reason->n_a);
      write_spans (writer, "b", comparison, reason->first_b, reason->n_b);
      accord_json_key (writer, "label");
      accord_json_string (writer, reason->label);
      accord_json_key (writer, "learnt");
      accord_json_int (writer, reason->learnt);
      accord_json_end_object (writer);
    }
  accord_json_end_array (writer);
}
