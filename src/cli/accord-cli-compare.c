/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli compare: documents, or a session with its decisions, to JSON, a report or a
 * session. */
#include "cli/accord-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/accord-cli-compared.h"
#include "cli/accord-cli-inputs.h"
#include "cli/accord-cli-matcher.h"
#include "cli/accord-cli-output.h"
#include "cli/accord-cli-progress.h"
#include "cli/accord-cli-tables.h"
#include "report/accord-report.h"

/* The first is the default; what they have in REPORTS beside them is what is written. */
static const AccordCliFormat FORMATS[] = {
  { "json", "json" }, { "html", "html" },     { "csv", "csv" }, { "xlsx", "xlsx" },
  { "md", "md" },     { "pdf", "pdf" },       { "odt", "odt" }, { "docx", "docx" },
  { "qdpx", "qdpx" }, { "accord", "accord" },
};

/* A session is no report. */
#define SESSION ACCORD_N_REPORT_FORMATS

static const guint REPORTS[G_N_ELEMENTS (FORMATS)] = {
  ACCORD_REPORT_JSON,     ACCORD_REPORT_HTML,
  ACCORD_REPORT_CSV,      ACCORD_REPORT_XLSX,
  ACCORD_REPORT_MARKDOWN, ACCORD_REPORT_PDF,
  ACCORD_REPORT_ODT,      ACCORD_REPORT_DOCX,
  ACCORD_REPORT_QDPX,     SESSION,
};

/* A report in one file, or the tables as files in a folder. */
static int
write_report (AccordCliOutput *output,
              AccordCliCompared *compared,
              const AccordCliOptions *options,
              AccordReportTable table,
              AccordCliProgress *progress,
              GError **error)
{
  g_autoptr (AccordCoverage) coverage = accord_cli_compared_run (compared, &progress->watch, error);
  g_autofree char *sha256 = accord_codebook_dup_sha256 (compared->state->codebook);
  AccordReportInput input = {
    .coverage = coverage,
    .names = (const char *const *) compared->names->pdata,
    .codebook_sha256 = sha256,
    .table = table,
  };
  GString *out = accord_cli_output_get_buffer (output);
  GString *report = NULL;

  if (coverage == NULL)
    return ACCORD_CLI_FAILED;
  if (options->to_folder)
    return accord_cli_tables_write (&input, options, error);
  report = accord_report_write (&input, REPORTS[options->format], NULL, error);
  if (report == NULL)
    return ACCORD_CLI_FAILED;
  g_string_append_len (out, report->str, (gssize) report->len);
  g_string_free (report, TRUE);
  return accord_cli_output_end (output, ACCORD_CLI_DONE);
}

static int
write_session (AccordCliOutput *output,
               AccordCliCompared *compared,
               const AccordCliOptions *options,
               GError **error)
{
  GString *out = accord_cli_output_get_buffer (output);
  GString *session = NULL;

  if (!accord_cli_compared_record (compared, error))
    return ACCORD_CLI_FAILED;
  accord_cli_compared_place (compared, options->output);
  session = accord_session_state_write (compared->state, error);
  if (session == NULL)
    return ACCORD_CLI_FAILED;
  g_string_append_len (out, session->str, (gssize) session->len);
  g_string_free (session, TRUE);
  return accord_cli_output_end (output, ACCORD_CLI_DONE);
}

/* All documents of the command line; those that could not be read are missing. */
static AccordCliCompared *
compared_of_files (const AccordCliOptions *options, AccordCliProgress *progress, int *status)
{
  g_autoptr (AccordMatcher) matcher = accord_cli_matcher_new (options);
  g_autoptr (AccordCliInputs) inputs = NULL;
  AccordCliCompared *compared = NULL;
  AccordCliInput input = { NULL };

  *status = ACCORD_CLI_FAILED;
  if (matcher == NULL)
    return NULL;
  compared = accord_cli_compared_new (options, accord_matcher_get_codebook (matcher));
  inputs = accord_cli_inputs_new (options, matcher);
  while (accord_cli_inputs_next (inputs, &input))
    {
      accord_cli_compared_add (compared, input.name, input.analysis);
      accord_cli_input_clear (&input);
      accord_cli_progress_show (progress, accord_cli_inputs_get_fraction (inputs));
    }
  *status = accord_cli_inputs_get_status (inputs);
  if (compared->analyses->len > 0)
    return compared;
  accord_cli_compared_free (compared);
  return NULL;
}

static AccordCliCompared *
compared_new (const AccordCliOptions *options,
              gboolean session,
              AccordCliProgress *progress,
              int *status,
              GError **error)
{
  if (!session)
    return compared_of_files (options, progress, status);
  *status = ACCORD_CLI_DONE;
  return accord_cli_compared_open (options->files[0], options, error);
}

static int
run (const AccordCliOptions *options, gboolean session, AccordReportTable table)
{
  g_autoptr (AccordCliCompared) compared = NULL;
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (options);
  g_autoptr (GError) error = NULL;
  AccordCliProgress progress;
  int status = ACCORD_CLI_DONE, written = ACCORD_CLI_FAILED;

  accord_cli_progress_init (&progress, options);
  accord_cli_progress_stage (&progress, 0, 0.5);
  compared = compared_new (options, session, &progress, &status, &error);
  accord_cli_progress_stage (&progress, 0.5, 1);
  if (compared != NULL && REPORTS[options->format] == SESSION)
    written = write_session (output, compared, options, &error);
  else if (compared != NULL)
    written = write_report (output, compared, options, table, &progress, &error);
  accord_cli_progress_end (&progress);
  if (error != NULL)
    {
      g_autofree char *reason = accord_cli_dup_reason (error);

      accord_cli_complain (options->files[0], reason);
    }
  if (compared == NULL || error != NULL)
    return ACCORD_CLI_FAILED;
  return status != ACCORD_CLI_DONE ? status : written;
}

static gboolean
is_session (const char *path)
{
  return g_str_has_suffix (path, ".accord");
}

/* The table that was named, which only CSV has. */
static int
choose_table (const AccordCliOptions *options,
              const AccordCliUsage *usage,
              const char *name,
              AccordReportTable *table)
{
  gboolean is_csv = REPORTS[options->format] == ACCORD_REPORT_CSV;

  *table = ACCORD_REPORT_TABLE_QUOTATIONS;
  if (options->to_folder && !is_csv)
    return accord_cli_options_error (usage, _ ("only --format csv writes to a folder"));
  if (name == NULL)
    return -1;
  if (!is_csv || options->to_folder)
    return accord_cli_options_error (usage, _ ("--table goes with one file of CSV"));
  if (accord_report_table_from_name (name, table))
    return -1;
  return accord_cli_options_error (
    usage, _ ("--table takes quotations, matrix, links, coverage, codebook or method"));
}

static int
check_and_run (const AccordCliOptions *options, const AccordCliUsage *usage, const char *name)
{
  AccordReportTable table = ACCORD_REPORT_TABLE_QUOTATIONS;
  int status = choose_table (options, usage, name, &table);
  guint n_sessions = 0;

  if (status >= 0)
    return status;
  for (guint i = 0; options->files[i] != NULL; i++)
    n_sessions += is_session (options->files[i]);
  if (n_sessions > 0 && options->files[1] != NULL)
    return accord_cli_options_error (usage, _ ("a session is compared alone"));
  if (n_sessions > 0 && options->codebook_given)
    return accord_cli_options_error (usage, _ ("a session brings its own codebook"));
  return run (options, n_sessions > 0, table);
}

int
accord_cli_compare (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  g_autofree char *table = NULL;
  const GOptionEntry entries[] = {
    { "table", 0, 0, G_OPTION_ARG_STRING, &table,
      N_ ("Of CSV: quotations (default), matrix, links, coverage, codebook or method; all of them "
          "are written to a folder by -o FOLDER/ --format csv"),
      N_ ("TABLE") },
    { NULL },
  };
  const AccordCliUsage usage = {
    .command = "compare",
    .parameters = _ ("FILE…"),
    .summary = _ ("Compares documents: which principles they share, how firmly each speaks, which "
                  "passages are linked and why. A single .accord file is exported with its "
                  "decisions."),
    .takes = ACCORD_CLI_TAKES_OUTPUT | ACCORD_CLI_TAKES_JOBS | ACCORD_CLI_TAKES_CODEBOOK |
             ACCORD_CLI_TAKES_THRESHOLD | ACCORD_CLI_TAKES_LEXICON | ACCORD_CLI_TAKES_FOLDER,
    .formats = FORMATS,
    .n_formats = G_N_ELEMENTS (FORMATS),
    .entries = entries,
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);

  return status >= 0 ? status : check_and_run (&options, &usage, table);
}
