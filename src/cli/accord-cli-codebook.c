/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli codebook: what codebooks hold, what is wrong with them, and the same in
 * another format. */
#include "cli/accord-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/accord-cli-codebook-check.h"
#include "cli/accord-cli-file.h"
#include "cli/accord-cli-output.h"
#include "cli/accord-cli-text.h"
#include "documents/accord-codebook-file.h"
#include "report/accord-report-qdc.h"

enum
{
  FORMAT_JSON,
  FORMAT_CSV,
  FORMAT_QDC,
};

static const AccordCliFormat FORMATS[] = { { "json", "json" }, { "csv", "csv" }, { "qdc", "qdc" } };

static const char CSV_HEADING[] =
  "theme,themeName,principle,principleName,language,term,gap,near,case,"
  "against,not\r\n";

typedef struct
{
  gboolean check;
  gboolean convert;
} Actions;

static AccordCodebook *
load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  gsize length = 0;
  const char *data = NULL;

  if (!g_str_equal (path, "-"))
    return accord_codebook_load (path, error);
  bytes = accord_cli_file_load (path, ACCORD_JSON_MAX, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  node = accord_json_parse (data != NULL ? data : "", length, error);
  return node != NULL ? accord_codebook_from_json (node, error) : NULL;
}

/* "ai-governance: 16 themes, 90 principles; en 1200 terms, zh 1110 terms" */
static void
append_summary (GString *out, const char *path, AccordCodebook *codebook)
{
  guint n_themes = 0, n_principles = 0, n_terms = 0;
  const AccordTerm *terms = accord_codebook_get_terms (codebook, &n_terms);
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  accord_codebook_get_themes (codebook, &n_themes);
  accord_codebook_get_principles (codebook, &n_principles);
  g_string_append_printf (out, _ ("%s: %s, %u themes, %u principles, %u terms\n"), path,
                          accord_codebook_get_id (codebook), n_themes, n_principles, n_terms);
  for (guint i = 0; i < n_terms; i++)
    if (!g_ptr_array_find (languages, terms[i].language, NULL))
      g_ptr_array_add (languages, (gpointer) terms[i].language);
  for (guint l = 0; l < languages->len; l++)
    {
      const char *language = g_ptr_array_index (languages, l);
      guint n = 0;

      for (guint i = 0; i < n_terms; i++)
        n += terms[i].language == language;
      g_string_append_printf (out, _ ("  %s: %u terms\n"), language, n);
    }
}

static void
append_csv_row (GString *out, AccordCodebook *codebook, const AccordTerm *term)
{
  guint n = 0;
  const AccordPrinciple *principle =
    &accord_codebook_get_principles (codebook, &n)[term->principle];
  g_autofree char *excludes =
    term->excludes != NULL ? g_strjoinv ("; ", (char **) term->excludes) : NULL;
  const char *values[] = {
    accord_codebook_get_themes (codebook, &n)[principle->theme].id,
    accord_codebook_get_theme_name (codebook, principle->theme, "en"),
    principle->id,
    accord_codebook_get_sentence (codebook, term->principle, ACCORD_WHAT_NAME, "en"),
    term->language,
    term->text,
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      accord_cli_append_csv (out, values[i], -1);
      g_string_append_c (out, ',');
    }
  g_string_append_printf (out, "%u,%u,%s,%s,", term->gap, term->near,
                          term->case_sensitive ? "true" : "false",
                          term->against ? "true" : "false");
  accord_cli_append_csv (out, excludes, -1);
  g_string_append (out, "\r\n");
}

static void
append_converted (GString *out, AccordCodebook *codebook, guint format)
{
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (codebook, &n);

  if (format == FORMAT_JSON)
    {
      g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);

      accord_codebook_write (codebook, writer);
      g_string_append_c (out, '\n');
      return;
    }
  if (format == FORMAT_QDC)
    {
      accord_report_qdc (codebook, C_ ("language tag", "en"), out);
      return;
    }
  g_string_append (out, CSV_HEADING);
  for (guint i = 0; i < n; i++)
    append_csv_row (out, codebook, &terms[i]);
}

static int
do_codebook (GString *out,
             const char *path,
             const AccordCliOptions *options,
             const Actions *actions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCodebook) codebook = load (path, &error);
  int status = ACCORD_CLI_DONE;

  if (codebook == NULL)
    {
      g_autofree char *reason = accord_cli_dup_reason (error);

      accord_cli_complain (path, reason);
      return ACCORD_CLI_FAILED;
    }
  if (actions->convert)
    append_converted (out, codebook, options->format);
  else
    append_summary (out, path, codebook);
  if (actions->check && accord_cli_codebook_check (out, path, codebook) > 0)
    status = ACCORD_CLI_FOUND;
  return status;
}

static int
run (const AccordCliOptions *options, const Actions *actions)
{
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (options);
  int status = ACCORD_CLI_DONE;
  gboolean failed = FALSE;

  for (guint i = 0; options->files[i] != NULL; i++)
    {
      int one =
        do_codebook (accord_cli_output_get_buffer (output), options->files[i], options, actions);

      failed = failed || one == ACCORD_CLI_FAILED;
      status = MAX (status, one);
      if (!accord_cli_output_flush (output))
        break;
    }
  status = failed ? ACCORD_CLI_FAILED : status;
  /* Nothing is written where the only codebook failed. */
  if (failed && actions->convert)
    return status;
  return accord_cli_output_end (output, status);
}

int
accord_cli_codebook (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  Actions actions = { FALSE, FALSE };
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &actions.check,
      N_ ("Report terms that overlap, are there twice or can find nothing, and languages that lack "
          "some"),
      NULL },
    { "convert", 0, 0, G_OPTION_ARG_NONE, &actions.convert,
      N_ ("Write it in the format of the target"), NULL },
    { NULL },
  };
  const AccordCliUsage usage = {
    .command = "codebook",
    .parameters = _ ("FILE-or-NAME…"),
    .summary = _ ("Says what codebooks hold, checks them, or converts one."),
    .takes = ACCORD_CLI_TAKES_OUTPUT,
    .formats = FORMATS,
    .n_formats = G_N_ELEMENTS (FORMATS),
    .entries = entries,
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);

  if (status >= 0)
    return status;
  if (actions.convert && actions.check)
    return accord_cli_options_error (&usage, _ ("--check and --convert exclude each other"));
  if (actions.convert && options.files[1] != NULL)
    return accord_cli_options_error (&usage, _ ("one codebook is converted at a time"));
  if (!actions.convert && options.output != NULL)
    return accord_cli_options_error (&usage, _ ("--output goes with --convert"));
  return run (&options, &actions);
}
