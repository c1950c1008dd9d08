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
#include "report/accord-report.h"

enum
{
  FORMAT_JSON,
  FORMAT_HTML,
  FORMAT_SESSION,
};

static const AccordCliFormat FORMATS[] = {
  { "json", "json" },
  { "html", "html" },
  { "accord", "accord" },
};

static gboolean
append_report (GString *out,
               AccordCliCompared *compared,
               AccordReportFormat format,
               AccordCliProgress *progress,
               GError **error)
{
  g_autoptr (AccordCoverage) coverage = accord_cli_compared_run (compared, &progress->watch, error);
  g_autofree char *sha256 = accord_codebook_dup_sha256 (compared->state->codebook);
  AccordReportInput input = {
    .coverage = coverage,
    .names = (const char *const *) compared->names->pdata,
    .codebook_sha256 = sha256,
  };
  GString *report = NULL;

  if (coverage == NULL)
    return FALSE;
  report = accord_report_write (&input, format, NULL, error);
  if (report == NULL)
    return FALSE;
  g_string_append_len (out, report->str, (gssize) report->len);
  g_string_free (report, TRUE);
  return TRUE;
}

static gboolean
append (GString *out,
        AccordCliCompared *compared,
        const AccordCliOptions *options,
        AccordCliProgress *progress,
        GError **error)
{
  GString *session = NULL;

  if (options->format != FORMAT_SESSION)
    return append_report (out, compared,
                          options->format == FORMAT_HTML ? ACCORD_REPORT_HTML : ACCORD_REPORT_JSON,
                          progress, error);
  accord_cli_compared_place (compared, options->output);
  session = accord_session_state_write (compared->state, error);
  if (session == NULL)
    return FALSE;
  g_string_append_len (out, session->str, (gssize) session->len);
  g_string_free (session, TRUE);
  return TRUE;
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

static int
run (const AccordCliOptions *options, gboolean session)
{
  g_autoptr (AccordCliCompared) compared = NULL;
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (options);
  g_autoptr (GError) error = NULL;
  AccordCliProgress progress;
  int status = ACCORD_CLI_DONE;

  accord_cli_progress_init (&progress, options);
  accord_cli_progress_stage (&progress, 0, 0.5);
  if (session)
    compared = accord_cli_compared_open (options->files[0], options, &error);
  else
    compared = compared_of_files (options, &progress, &status);
  accord_cli_progress_stage (&progress, 0.5, 1);
  if (compared != NULL)
    append (accord_cli_output_get_buffer (output), compared, options, &progress, &error);
  accord_cli_progress_end (&progress);
  if (error != NULL)
    {
      g_autofree char *reason = accord_cli_dup_reason (error);

      accord_cli_complain (options->files[0], reason);
    }
  if (compared == NULL || error != NULL)
    return ACCORD_CLI_FAILED;
  return accord_cli_output_end (output, status);
}

static gboolean
is_session (const char *path)
{
  return g_str_has_suffix (path, ".accord");
}

int
accord_cli_compare (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  const AccordCliUsage usage = {
    .command = "compare",
    .parameters = _ ("FILE…"),
    .summary = _ ("Compares documents: which principles they share, how firmly each speaks, which "
                  "passages are linked and why. A single .accord file is exported with its "
                  "decisions."),
    .takes = ACCORD_CLI_TAKES_OUTPUT | ACCORD_CLI_TAKES_JOBS | ACCORD_CLI_TAKES_CODEBOOK |
             ACCORD_CLI_TAKES_THRESHOLD | ACCORD_CLI_TAKES_LEXICON,
    .formats = FORMATS,
    .n_formats = G_N_ELEMENTS (FORMATS),
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);
  guint n_sessions = 0;

  if (status >= 0)
    return status;
  for (guint i = 0; options.files[i] != NULL; i++)
    n_sessions += is_session (options.files[i]);
  if (n_sessions > 0 && options.files[1] != NULL)
    return accord_cli_options_error (&usage, _ ("a session is compared alone"));
  if (n_sessions > 0 && options.codebook_given)
    return accord_cli_options_error (&usage, _ ("a session brings its own codebook"));
  return run (&options, n_sessions > 0);
}
