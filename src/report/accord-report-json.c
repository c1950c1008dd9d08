/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison as one JSON value (data/schemas/compare.schema.json): a document, a
 * row of the coverage, a coding, a link, a group a line. Documents are d1, d2 … here. */
#include "report/accord-report-private.h"

#include "accord-config.h"
#include "report/accord-report-json.h"

typedef struct
{
  const AccordReportInput *input;
  AccordJsonWriter *writer;
  AccordFindings *findings;
  AccordComparison *comparison;
  AccordCodebook *codebook;
  guint n_documents;
} Json;

static void
key_string (Json *json, const char *key, const char *value)
{
  accord_json_key (json->writer, key);
  accord_json_string (json->writer, value);
}

static void
key_int (Json *json, const char *key, gint64 value)
{
  accord_json_key (json->writer, key);
  accord_json_int (json->writer, value);
}

static void
key_document (Json *json, guint document)
{
  g_autofree char *id = accord_report_dup_document_id (document);

  key_string (json, "document", id);
}

static void
write_provenance (Json *json)
{
  g_autofree char *icu = accord_report_dup_icu_version ();

  key_string (json, "format", "accord-comparison");
  key_int (json, "version", 1);
  accord_json_key (json->writer, "engine");
  accord_json_begin_object (json->writer);
  key_string (json, "version", ACCORD_VERSION);
  key_string (json, "icu", icu);
  accord_json_end_object (json->writer);
  accord_json_key (json->writer, "settings");
  accord_json_begin_object (json->writer);
  key_int (json, "threshold", accord_comparison_get_threshold (json->comparison));
  accord_json_end_object (json->writer);
  accord_json_key (json->writer, "codebook");
  accord_json_begin_object (json->writer);
  key_string (json, "id", accord_codebook_get_id (json->codebook));
  key_string (json, "sha256", json->input->codebook_sha256);
  accord_json_end_object (json->writer);
}

static void
write_document (Json *json, guint i)
{
  static const AccordField FIELDS[] = { ACCORD_FIELD_TITLE, ACCORD_FIELD_ISSUER,
                                        ACCORD_FIELD_DATE,  ACCORD_FIELD_LANGUAGE,
                                        ACCORD_FIELD_KIND,  ACCORD_FIELD_SHA256 };
  AccordDocument *document = accord_comparison_get_document (json->comparison, i);
  g_autofree char *id = accord_report_dup_document_id (i);
  guint n = 0;

  accord_document_get_passages (document, &n);
  accord_json_line (json->writer);
  accord_json_begin_object (json->writer);
  key_string (json, "id", id);
  key_string (json, "document", json->input->names[i]);
  for (guint f = 0; f < G_N_ELEMENTS (FIELDS); f++)
    key_string (json, accord_field_name (FIELDS[f]),
                accord_document_get_field (document, FIELDS[f]));
  key_int (json, "passages", n);
  accord_json_end_object (json->writer);
}

static void
write_cell (Json *json, guint document, const AccordCell *cell)
{
  accord_json_begin_object (json->writer);
  key_document (json, document);
  key_int (json, "codings", cell->n_codings);
  key_string (json, "strongest", cell->n_codings > 0 ? accord_stance_name (cell->stance) : NULL);
  accord_json_end_object (json->writer);
}

/* A row of the coverage: of a principle, or of a theme where @is_theme. */
static void
write_row (Json *json, guint row, gboolean is_theme)
{
  AccordCoverage *coverage = json->input->coverage;
  guint n = 0;
  const AccordTheme *themes = accord_codebook_get_themes (json->codebook, &n);
  const AccordPrinciple *principle =
    is_theme ? NULL : &accord_codebook_get_principles (json->codebook, &n)[row];
  AccordCoverageClass class = is_theme ? accord_coverage_get_theme_class (coverage, row)
                                       : accord_coverage_get_class (coverage, row);

  accord_json_line (json->writer);
  accord_json_begin_object (json->writer);
  if (!is_theme)
    key_string (json, "principle", principle->id);
  key_string (json, "theme", themes[is_theme ? row : principle->theme].id);
  key_string (json, "class", accord_coverage_name (class));
  accord_json_key (json->writer, "documents");
  accord_json_begin_array (json->writer);
  for (guint d = 0; d < json->n_documents; d++)
    if (accord_coverage_is_shown (coverage, d))
      write_cell (json, d,
                  is_theme ? accord_coverage_get_theme_cell (coverage, row, d)
                           : accord_coverage_get_cell (coverage, row, d));
  accord_json_end_array (json->writer);
  accord_json_end_object (json->writer);
}

static void
write_rows (Json *json, const char *key, guint n_rows, gboolean is_theme)
{
  accord_json_key (json->writer, key);
  accord_json_begin_array (json->writer);
  for (guint i = 0; i < n_rows; i++)
    write_row (json, i, is_theme);
  accord_json_line (json->writer);
  accord_json_end_array (json->writer);
}

static void
write_coverage (Json *json)
{
  guint n_principles = 0, n_themes = 0;

  accord_codebook_get_principles (json->codebook, &n_principles);
  accord_codebook_get_themes (json->codebook, &n_themes);
  accord_json_key (json->writer, "coverage");
  accord_json_begin_object (json->writer);
  write_rows (json, "principles", n_principles, FALSE);
  write_rows (json, "themes", n_themes, TRUE);
  accord_json_end_object (json->writer);
}

/* A person's own coding has no mentions, triggers or actor. */
static void
write_analyst (Json *json, const AccordCodingFinding *finding)
{
  static const char *const EMPTY[] = { "triggers", "mentions" };
  static const char *const NONE[] = { "actor", "actorType", "actorSpan" };
  guint n = 0;
  const AccordPrinciple *principle =
    &accord_codebook_get_principles (json->codebook, &n)[finding->principle];

  key_string (json, "principle", principle->id);
  key_string (json, "theme", accord_codebook_get_themes (json->codebook, &n)[principle->theme].id);
  key_int (json, "score", finding->score);
  key_string (json, "stance", accord_stance_name (finding->stance));
  key_int (json, "strength", finding->strength);
  for (guint i = 0; i < G_N_ELEMENTS (NONE); i++)
    key_string (json, NONE[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (EMPTY); i++)
    {
      accord_json_key (json->writer, EMPTY[i]);
      accord_json_begin_array (json->writer);
      accord_json_end_array (json->writer);
    }
}

static void
write_coding (Json *json, const AccordCodingFinding *finding)
{
  AccordAnalysis *analysis = accord_comparison_get_analysis (json->comparison, finding->document);
  AccordDocument *document = accord_analysis_get_document (analysis);
  guint n = 0;

  accord_json_line (json->writer);
  accord_json_begin_object (json->writer);
  key_document (json, finding->document);
  key_int (json, "passage", finding->passage);
  key_int (json, "paragraph",
           accord_document_get_passages (document, &n)[finding->passage].paragraph);
  key_int (json, "start", finding->span.start);
  key_int (json, "end", finding->span.end);
  accord_json_key (json->writer, "text");
  accord_report_json_text (json->writer, document, finding->span);
  key_string (json, "status", accord_status_name (finding->status));
  if (finding->coding != ACCORD_NONE)
    accord_report_json_coding (json->writer, analysis,
                               &accord_analysis_get_codings (analysis, &n)[finding->coding]);
  else
    write_analyst (json, finding);
  accord_json_end_object (json->writer);
}

static void
write_end (Json *json, const char *key, AccordEnd end)
{
  g_autofree char *id = accord_report_dup_document_id (end.document);

  accord_json_key (json->writer, key);
  accord_report_json_place (
    json->writer, id, accord_comparison_get_document (json->comparison, end.document), end.passage);
}

static void
write_link (Json *json, const AccordLinkFinding *finding)
{
  gboolean judged = finding->verdict != ACCORD_VERDICT_NONE;
  guint n = 0;

  accord_json_line (json->writer);
  accord_json_begin_object (json->writer);
  write_end (json, "a", finding->a);
  write_end (json, "b", finding->b);
  key_int (json, "score", finding->score);
  key_string (json, "kind", accord_link_kind_name (finding->kind));
  key_string (json, "status", accord_status_name (finding->status));
  key_string (json, "stance", judged ? accord_verdict_name (finding->verdict) : NULL);
  accord_json_key (json->writer, "reasons");
  if (finding->link != ACCORD_NONE)
    accord_report_json_reasons (json->writer, json->comparison,
                                &accord_comparison_get_links (json->comparison, &n)[finding->link]);
  else
    {
      accord_json_begin_array (json->writer);
      accord_json_end_array (json->writer);
    }
  accord_json_end_object (json->writer);
}

static void
write_group (Json *json, const AccordGroup *group)
{
  const AccordEnd *members = accord_comparison_get_members (json->comparison, group);

  accord_json_line (json->writer);
  accord_json_begin_array (json->writer);
  for (guint i = 0; i < group->n_members; i++)
    {
      accord_json_begin_object (json->writer);
      key_document (json, members[i].document);
      key_int (json, "passage", members[i].passage);
      accord_json_end_object (json->writer);
    }
  accord_json_end_array (json->writer);
}

static void
begin_list (Json *json, const char *key)
{
  accord_json_key (json->writer, key);
  accord_json_begin_array (json->writer);
}

static void
end_list (Json *json)
{
  accord_json_line (json->writer);
  accord_json_end_array (json->writer);
}

static void
write_lists (Json *json)
{
  guint n = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (json->findings, &n);
  const AccordLinkFinding *links = NULL;
  const AccordGroup *groups = NULL;

  begin_list (json, "codings");
  for (guint i = 0; i < n; i++)
    write_coding (json, &codings[i]);
  end_list (json);
  links = accord_findings_get_links (json->findings, &n);
  begin_list (json, "links");
  for (guint i = 0; i < n; i++)
    write_link (json, &links[i]);
  end_list (json);
  groups = accord_comparison_get_groups (json->comparison, &n);
  begin_list (json, "groups");
  for (guint i = 0; i < n; i++)
    write_group (json, &groups[i]);
  end_list (json);
}

/**
 * accord_report_json:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel; what was appended before is of no use then
 * @error: return location for an error
 *
 * Writes the whole comparison, rejected findings and documents that are not shown too.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_report_json (const AccordReportInput *input,
                    GString *out,
                    const AccordWatch *watch,
                    GError **error)
{
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);
  Json json = { .input = input, .writer = writer };

  if (!accord_watch_tick (watch, 0, error))
    return FALSE;
  json.findings = accord_coverage_get_findings (input->coverage);
  json.comparison = accord_findings_get_comparison (json.findings);
  json.codebook = accord_comparison_get_codebook (json.comparison);
  json.n_documents = accord_comparison_get_n_documents (json.comparison);
  accord_json_begin_object (writer);
  write_provenance (&json);
  begin_list (&json, "documents");
  for (guint i = 0; i < json.n_documents; i++)
    write_document (&json, i);
  end_list (&json);
  write_coverage (&json);
  write_lists (&json);
  if (!accord_report_json_beyond (writer, json.findings, watch, error))
    return FALSE;
  accord_json_end_object (writer);
  g_string_append_c (out, '\n');
  return TRUE;
}
