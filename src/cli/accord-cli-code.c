/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli code: the codings of each passage, as text, JSON, JSON Lines or CSV. */
#include "cli/accord-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/accord-cli-inputs.h"
#include "cli/accord-cli-matcher.h"
#include "cli/accord-cli-output.h"
#include "cli/accord-cli-progress.h"
#include "cli/accord-cli-text.h"
#include "report/accord-report-json.h"

enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_JSONL,
  FORMAT_CSV,
};

static const AccordCliFormat FORMATS[] = {
  { "text", "txt" },
  { "json", "json" },
  { "jsonl", "jsonl" },
  { "csv", "csv" },
};

static const char CSV_HEADING[] =
  "document,passage,paragraph,start,end,language,text,principle,theme,score,stance,strength,"
  "actor,actorType,triggers,mentions\r\n";

/* A passage with what is coded of it. */
typedef struct
{
  const char *name;
  AccordAnalysis *analysis;
  AccordDocument *document;
  guint passage;
  const AccordPassage *place;
  const AccordCoding *codings;
  guint n_codings;
} Coded;

static const char *
principle_id (const Coded *coded, const AccordCoding *coding, const char **theme)
{
  AccordCodebook *codebook = accord_analysis_get_codebook (coded->analysis);
  guint n = 0;
  const AccordPrinciple *principle =
    &accord_codebook_get_principles (codebook, &n)[coding->principle];

  *theme = accord_codebook_get_themes (codebook, &n)[principle->theme].id;
  return principle->id;
}

/* The passage, and under it a line a coding: "  P03 oblige 812 Name: words; words". */
static void
append_text (GString *out, const Coded *coded)
{
  AccordCodebook *codebook = accord_analysis_get_codebook (coded->analysis);

  g_string_append_printf (out, "%s %u: ", coded->name, coded->passage);
  accord_cli_append_line (out, coded->document, coded->place->span);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < coded->n_codings; i++)
    {
      const AccordCoding *coding = &coded->codings[i];
      const AccordMention *mentions = accord_analysis_get_mentions (coded->analysis, coding);
      const char *theme = NULL;
      const char *id = principle_id (coded, coding, &theme);
      const char *name =
        accord_codebook_get_sentence (codebook, coding->principle, ACCORD_WHAT_NAME, "en");

      g_string_append_printf (out, "  %s %s %d %s: ", id, accord_stance_name (coding->stance),
                              coding->score, name != NULL ? name : id);
      for (guint m = 0; m < coding->n_mentions; m++)
        {
          g_string_append (out, m == 0 ? "" : "; ");
          accord_cli_append_line (out, coded->document, mentions[m].span);
        }
      g_string_append_c (out, '\n');
    }
}

static void
append_json (GString *out, const Coded *coded)
{
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);

  accord_json_begin_object (writer);
  accord_json_key (writer, "document");
  accord_json_string (writer, coded->name);
  accord_json_key (writer, "passage");
  accord_json_int (writer, coded->passage);
  accord_json_key (writer, "paragraph");
  accord_json_int (writer, coded->place->paragraph);
  accord_json_key (writer, "start");
  accord_json_int (writer, coded->place->span.start);
  accord_json_key (writer, "end");
  accord_json_int (writer, coded->place->span.end);
  accord_json_key (writer, "language");
  accord_json_string (writer,
                      accord_document_get_passage_language (coded->document, coded->passage));
  accord_json_key (writer, "text");
  accord_report_json_text (writer, coded->document, coded->place->span);
  accord_json_key (writer, "codings");
  accord_json_begin_array (writer);
  for (guint i = 0; i < coded->n_codings; i++)
    {
      accord_json_begin_object (writer);
      accord_report_json_coding (writer, coded->analysis, &coded->codings[i]);
      accord_json_end_object (writer);
    }
  accord_json_end_array (writer);
  accord_json_end_object (writer);
}

static void
append_csv_span (GString *out, const Coded *coded, AccordSpan span)
{
  accord_cli_append_csv (out, accord_document_get_data (coded->document) + span.start,
                         accord_span_length (span));
}

/* Several words in one value, "; " between them. */
static void
append_csv_words (GString *out, const Coded *coded, const AccordCoding *coding, gboolean mentioned)
{
  const AccordMention *mentions = accord_analysis_get_mentions (coded->analysis, coding);
  const AccordSpan *triggers = accord_analysis_get_triggers (coded->analysis, coding);
  guint n = mentioned ? coding->n_mentions : coding->n_triggers;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      AccordSpan span = mentioned ? mentions[i].span : triggers[i];

      g_string_append (words, i == 0 ? "" : "; ");
      g_string_append_len (words, accord_document_get_data (coded->document) + span.start,
                           accord_span_length (span));
    }
  accord_cli_append_csv (out, words->str, (gssize) words->len);
}

/* A row a coding. */
static void
append_csv (GString *out, const Coded *coded)
{
  const char *language = accord_document_get_passage_language (coded->document, coded->passage);

  for (guint i = 0; i < coded->n_codings; i++)
    {
      const AccordCoding *coding = &coded->codings[i];
      const char *theme = NULL;
      const char *id = principle_id (coded, coding, &theme);

      accord_cli_append_csv (out, coded->name, -1);
      g_string_append_printf (out, ",%u,%u,%u,%u,%s,", coded->passage, coded->place->paragraph,
                              coded->place->span.start, coded->place->span.end, language);
      append_csv_span (out, coded, coded->place->span);
      g_string_append_c (out, ',');
      accord_cli_append_csv (out, id, -1);
      g_string_append_c (out, ',');
      accord_cli_append_csv (out, theme, -1);
      g_string_append_printf (out, ",%d,%s,%d,", coding->score, accord_stance_name (coding->stance),
                              coding->strength);
      append_csv_span (out, coded, coding->actor_span);
      g_string_append_printf (
        out, ",%s,", coding->actor == ACCORD_ACTOR_NONE ? "" : accord_actor_name (coding->actor));
      append_csv_words (out, coded, coding, FALSE);
      g_string_append_c (out, ',');
      append_csv_words (out, coded, coding, TRUE);
      g_string_append (out, "\r\n");
    }
}

/* Appends one passage; @first: of the whole output. */
static void
append_passage (GString *out, guint format, const Coded *coded, gboolean first)
{
  switch (format)
    {
    case FORMAT_JSON:
      g_string_append (out, first ? "" : ",\n");
      append_json (out, coded);
      break;
    case FORMAT_JSONL:
      append_json (out, coded);
      g_string_append_c (out, '\n');
      break;
    case FORMAT_CSV:
      append_csv (out, coded);
      break;
    default:
      append_text (out, coded);
    }
}

static void
append_document (GString *out, guint format, const AccordCliInput *input, gboolean *first)
{
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (input->document, &n);

  for (guint i = 0; i < n; i++)
    {
      Coded coded = { input->name, input->analysis, input->document, i, &passages[i], NULL, 0 };

      coded.codings = accord_analysis_get_passage_codings (input->analysis, i, &coded.n_codings);
      append_passage (out, format, &coded, *first);
      *first = FALSE;
    }
}

static int
run (const AccordCliOptions *options)
{
  g_autoptr (AccordMatcher) matcher = accord_cli_matcher_new (options);
  g_autoptr (AccordCliInputs) inputs = NULL;
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (options);
  GString *out = accord_cli_output_get_buffer (output);
  AccordCliInput input = { NULL };
  AccordCliProgress progress;
  gboolean first = TRUE;

  if (matcher == NULL)
    return ACCORD_CLI_FAILED;
  accord_cli_progress_init (&progress, options);
  inputs = accord_cli_inputs_new (options, matcher);
  if (options->format == FORMAT_JSON)
    g_string_append_c (out, '[');
  if (options->format == FORMAT_CSV)
    g_string_append (out, CSV_HEADING);
  while (accord_cli_inputs_next (inputs, &input))
    {
      append_document (out, options->format, &input, &first);
      accord_cli_input_clear (&input);
      accord_cli_progress_show (&progress, accord_cli_inputs_get_fraction (inputs));
      if (!accord_cli_output_flush (output))
        break;
    }
  if (options->format == FORMAT_JSON)
    g_string_append (out, "]\n");
  accord_cli_progress_end (&progress);
  return accord_cli_output_end (output, accord_cli_inputs_get_status (inputs));
}

int
accord_cli_code (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  const AccordCliUsage usage = {
    .command = "code",
    .parameters = _ ("FILE…"),
    .summary =
      _ ("Prints which principles each passage speaks of, by which words, and how firmly."),
    .takes = ACCORD_CLI_TAKES_OUTPUT | ACCORD_CLI_TAKES_JOBS | ACCORD_CLI_TAKES_WHOLE |
             ACCORD_CLI_TAKES_LINES | ACCORD_CLI_TAKES_LANGUAGE | ACCORD_CLI_TAKES_CODEBOOK,
    .formats = FORMATS,
    .n_formats = G_N_ELEMENTS (FORMATS),
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);

  return status >= 0 ? status : run (&options);
}
