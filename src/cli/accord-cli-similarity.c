/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli similarity: one raw score a line of a table of two columns. The language is
 * told once a column, since a line of one sentence is often too short for it. */
#include "cli/accord-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/accord-cli-inputs.h"
#include "cli/accord-cli-output.h"
#include "cli/accord-cli-progress.h"
#include "engine/accord-comparison.h"
#include "engine/accord-language.h"

/* So many lines are one piece of work of a thread. */
#define SLICE 64u

/* So much of a column is looked at to tell its language. */
#define SAMPLE 65536u

static const AccordCliFormat FORMATS[] = { { "text", "txt" } };

/* Two texts; the second is empty where the line has no tab. */
typedef struct
{
  char *texts[2];
} Row;

typedef struct
{
  GArray *rows;
  gint *scores;
  const char *languages[2];
  AccordLexicon *lexicon; /* nullable */
} Table;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->texts[0]);
  g_free (row->texts[1]);
}

static Row
row_of (const char *line, gsize length)
{
  const char *tab = memchr (line, '\t', length);
  const char *end = line + length;
  const char *second = tab != NULL ? tab + 1 : end;
  const char *more = memchr (second, '\t', (gsize) (end - second));
  Row row = { { NULL, NULL } };

  row.texts[0] = g_strndup (line, (gsize) ((tab != NULL ? tab : end) - line));
  row.texts[1] = g_strndup (second, (gsize) ((more != NULL ? more : end) - second));
  return row;
}

static GArray *
rows_of (AccordDocument *document)
{
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  const char *data = accord_document_get_data (document);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < n; i++)
    {
      Row row = row_of (data + passages[i].span.start, accord_span_length (passages[i].span));

      g_array_append_val (rows, row);
    }
  return rows;
}

static const char *
detect_column (GArray *rows, guint column)
{
  g_autoptr (GString) sample = g_string_new (NULL);

  for (guint i = 0; i < rows->len && sample->len < SAMPLE; i++)
    {
      g_string_append (sample, g_array_index (rows, Row, i).texts[column]);
      g_string_append_c (sample, '\n');
    }
  return accord_language_detect (sample->str, sample->len, NULL);
}

static void
score_cb (gpointer data, gpointer user_data)
{
  Table *table = user_data;
  guint first = (GPOINTER_TO_UINT (data) - 1) * SLICE;

  for (guint i = first; i < MIN (first + SLICE, table->rows->len); i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);

      table->scores[i] = accord_similarity (row->texts[0], row->texts[1], table->languages[0],
                                            table->languages[1], table->lexicon);
    }
}

static void
score (Table *table, gint jobs)
{
  GThreadPool *pool = g_thread_pool_new (score_cb, table, jobs, FALSE, NULL);

  for (guint i = 0; i * SLICE < table->rows->len; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static void
append_scores (GString *out,
               AccordDocument *document,
               const AccordCliOptions *options,
               char **given)
{
  Table table = { .rows = rows_of (document), .lexicon = options->lexicon };

  table.scores = g_new0 (gint, MAX (table.rows->len, 1));
  for (guint i = 0; i < 2; i++)
    table.languages[i] =
      given != NULL ? accord_cli_canonical_language (given[i]) : detect_column (table.rows, i);
  score (&table, options->jobs);
  for (guint i = 0; i < table.rows->len; i++)
    g_string_append_printf (out, "%d\n", table.scores[i]);
  g_array_unref (table.rows);
  g_free (table.scores);
}

static int
run (const AccordCliOptions *options, char **given)
{
  g_autoptr (AccordCliInputs) inputs = accord_cli_inputs_new (options, NULL);
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (options);
  AccordCliInput input = { NULL };
  AccordCliProgress progress;

  accord_cli_progress_init (&progress, options);
  while (accord_cli_inputs_next (inputs, &input))
    {
      append_scores (accord_cli_output_get_buffer (output), input.document, options, given);
      accord_cli_input_clear (&input);
      accord_cli_progress_show (&progress, accord_cli_inputs_get_fraction (inputs));
      if (!accord_cli_output_flush (output))
        break;
    }
  accord_cli_progress_end (&progress);
  return accord_cli_output_end (output, accord_cli_inputs_get_status (inputs));
}

static gboolean
are_languages (char **given)
{
  return g_strv_length (given) == 2 && accord_cli_canonical_language (given[0]) != NULL &&
         accord_cli_canonical_language (given[1]) != NULL;
}

int
accord_cli_similarity (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  g_autofree char *pair = NULL;
  g_auto (GStrv) given = NULL;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &pair,
      N_ ("The languages of the two columns, instead of detecting them"), N_ ("A,B") },
    { NULL },
  };
  const AccordCliUsage usage = {
    .command = "similarity",
    .parameters = _ ("FILE.tsv"),
    .summary = _ ("Prints how alike two texts a line, with a tab between them, are: a raw score "
                  "from 0 to 1000 a line."),
    .takes = ACCORD_CLI_TAKES_OUTPUT | ACCORD_CLI_TAKES_JOBS | ACCORD_CLI_TAKES_LEXICON,
    .formats = FORMATS,
    .n_formats = G_N_ELEMENTS (FORMATS),
    .entries = entries,
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);

  if (status >= 0)
    return status;
  given = pair != NULL ? g_strsplit (pair, ",", -1) : NULL;
  if (given != NULL && !are_languages (given))
    return accord_cli_options_error (&usage, _ ("--language takes two codes, such as “en,zh”"));
  options.lines = TRUE;
  return run (&options, given);
}
