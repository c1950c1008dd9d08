/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli match: the links of every pair of documents, as JSON Lines, printed as soon
 * as a pair is done. */
#include "cli/accord-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/accord-cli-inputs.h"
#include "cli/accord-cli-matcher.h"
#include "cli/accord-cli-output.h"
#include "cli/accord-cli-progress.h"
#include "report/accord-report-json.h"

#define MAX_BEST 1000
#define UNSET G_MININT

static const AccordCliFormat FORMATS[] = { { "jsonl", "jsonl" } };

/* What the command adds to the common options. */
typedef struct
{
  gboolean all_pairs;
  gint best;
  gint least;
} Choice;

typedef struct
{
  const AccordCliOptions *options;
  Choice choice;
  GPtrArray *names;
  GPtrArray *analyses;
  AccordCliProgress progress;
} Job;

/* Writes the link that is @link and what follows as far as @last, which are its parts. */
static void
append_link (GString *out,
             AccordComparison *comparison,
             const AccordLink *link,
             const AccordLink *last,
             const char *const *names)
{
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);
  const AccordEnd *ends[] = { &link->a, &link->b }, *lasts[] = { &last->a, &last->b };

  accord_json_begin_object (writer);
  for (guint i = 0; i < 2; i++)
    {
      accord_json_key (writer, i == 0 ? "a" : "b");
      accord_report_json_stretch (writer, names[ends[i]->document],
                                  accord_comparison_get_document (comparison, ends[i]->document),
                                  ends[i]->passage, lasts[i]->passage);
    }
  accord_json_key (writer, "score");
  accord_json_int (writer, link->score);
  accord_json_key (writer, "kind");
  accord_json_string (writer, accord_link_kind_name (link->kind));
  accord_json_key (writer, "reasons");
  accord_report_json_reasons (writer, comparison, link);
  accord_json_end_object (writer);
  g_string_append_c (out, '\n');
}

static gboolean
append_pair (Job *job, guint a, guint b, GString *out, GError **error)
{
  AccordAnalysis *analyses[] = { g_ptr_array_index (job->analyses, a),
                                 g_ptr_array_index (job->analyses, b) };
  const char *names[] = { g_ptr_array_index (job->names, a), g_ptr_array_index (job->names, b) };
  const AccordCompareOptions options = {
    .threshold = job->options->threshold,
    .best = (guint) job->choice.best,
    .n_threads = (guint) job->options->jobs,
    .lexicon = job->options->lexicon,
  };
  g_autoptr (AccordComparison) comparison =
    accord_comparison_new (analyses, 2, &options, &job->progress.watch, error);
  const AccordLink *links = NULL;
  guint n = 0;

  if (comparison == NULL)
    return FALSE;
  links = accord_comparison_get_links (comparison, &n);
  for (guint i = 0, end = 0; i < n; i = end)
    {
      for (end = i + 1; end < n && links[end].part > 0; end++)
        ;
      if (links[i].score >= job->choice.least)
        append_link (out, comparison, &links[i], &links[end - 1], names);
    }
  return TRUE;
}

/* A pair that cannot be compared is a failure; the others go on. */
static int
append_pairs (Job *job, AccordCliOutput *output)
{
  guint n = job->analyses->len, done = 0;
  double n_pairs = MAX (n * (n - 1) / 2.0, 1);
  int status = ACCORD_CLI_DONE;

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++, done++)
      {
        g_autoptr (GError) error = NULL;

        accord_cli_progress_stage (&job->progress, 0.2 + 0.8 * done / n_pairs,
                                   0.2 + 0.8 * (done + 1) / n_pairs);
        if (!append_pair (job, a, b, accord_cli_output_get_buffer (output), &error))
          {
            g_autofree char *reason = accord_cli_dup_reason (error);

            accord_cli_complain (g_ptr_array_index (job->names, a), reason);
            status = ACCORD_CLI_FAILED;
          }
        if (!accord_cli_output_flush (output))
          return status;
      }
  return status;
}

static int
run (Job *job)
{
  g_autoptr (AccordMatcher) matcher = accord_cli_matcher_new (job->options);
  g_autoptr (AccordCliInputs) inputs = NULL;
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (job->options);
  AccordCliInput input = { NULL };
  int status;

  if (matcher == NULL)
    return ACCORD_CLI_FAILED;
  inputs = accord_cli_inputs_new (job->options, matcher);
  accord_cli_progress_stage (&job->progress, 0, 0.2);
  while (accord_cli_inputs_next (inputs, &input))
    {
      g_ptr_array_add (job->names, (gpointer) input.name);
      g_ptr_array_add (job->analyses, g_steal_pointer (&input.analysis));
      accord_cli_input_clear (&input);
      accord_cli_progress_show (&job->progress, accord_cli_inputs_get_fraction (inputs));
    }
  status = append_pairs (job, output);
  accord_cli_progress_end (&job->progress);
  return accord_cli_output_end (output, MAX (status, accord_cli_inputs_get_status (inputs)));
}

/* --least alone is the threshold itself; beside --threshold it hides what is below it. */
static int
check (const AccordCliUsage *usage, AccordCliOptions *options, Choice *choice)
{
  if (g_strv_length (options->files) < 2)
    return accord_cli_options_error (usage, _ ("two files or more are needed"));
  if (choice->best != UNSET && (choice->best < 1 || choice->best > MAX_BEST))
    return accord_cli_options_error (usage, _ ("--best takes a number from 1 to 1000"));
  if (choice->least != UNSET && (choice->least < 0 || choice->least > 1000))
    return accord_cli_options_error (usage, _ ("--least takes a score from 0 to 1000"));
  if (choice->least != UNSET && !options->threshold_given)
    options->threshold = choice->least;
  choice->best = choice->best == UNSET ? 0 : choice->best;
  choice->least = choice->least == UNSET ? 0 : choice->least;
  return -1;
}

int
accord_cli_match (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  Job job = { &options, { FALSE, UNSET, UNSET } };
  const GOptionEntry entries[] = {
    { "all-pairs", 0, 0, G_OPTION_ARG_NONE, &job.choice.all_pairs,
      N_ ("Link every pair of documents (default)"), NULL },
    { "best", 0, 0, G_OPTION_ARG_INT, &job.choice.best,
      N_ ("For each passage its K best of the other document, whatever their score"), N_ ("K") },
    { "least", 0, 0, G_OPTION_ARG_INT, &job.choice.least, N_ ("Print links from this score on"),
      N_ ("SCORE") },
    { NULL },
  };
  const AccordCliUsage usage = {
    .command = "match",
    .parameters = _ ("FILE FILE…"),
    .summary = _ ("Prints the links between passages of the documents, with their reasons."),
    .takes = ACCORD_CLI_TAKES_OUTPUT | ACCORD_CLI_TAKES_JOBS | ACCORD_CLI_TAKES_WHOLE |
             ACCORD_CLI_TAKES_LINES | ACCORD_CLI_TAKES_LANGUAGE | ACCORD_CLI_TAKES_CODEBOOK |
             ACCORD_CLI_TAKES_THRESHOLD | ACCORD_CLI_TAKES_LEXICON,
    .formats = FORMATS,
    .n_formats = G_N_ELEMENTS (FORMATS),
    .entries = entries,
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);

  if (status < 0)
    status = check (&usage, &options, &job.choice);
  if (status >= 0)
    return status;
  job.names = g_ptr_array_new ();
  job.analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);
  accord_cli_progress_init (&job.progress, &options);
  status = run (&job);
  g_ptr_array_unref (job.names);
  g_ptr_array_unref (job.analyses);
  return status;
}
