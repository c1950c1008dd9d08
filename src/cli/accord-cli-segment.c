/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli segment: one passage a line. */
#include "cli/accord-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/accord-cli-inputs.h"
#include "cli/accord-cli-output.h"
#include "cli/accord-cli-progress.h"
#include "cli/accord-cli-text.h"

static const AccordCliFormat FORMATS[] = { { "text", "txt" } };

static int
run (const AccordCliOptions *options)
{
  g_autoptr (AccordCliInputs) inputs = accord_cli_inputs_new (options, NULL);
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (options);
  GString *out = accord_cli_output_get_buffer (output);
  AccordCliInput input = { NULL };
  AccordCliProgress progress;

  accord_cli_progress_init (&progress, options);
  while (accord_cli_inputs_next (inputs, &input))
    {
      guint n = 0;
      const AccordPassage *passages = accord_document_get_passages (input.document, &n);

      for (guint i = 0; i < n; i++)
        {
          accord_cli_append_line (out, input.document, passages[i].span);
          g_string_append_c (out, '\n');
        }
      accord_cli_input_clear (&input);
      accord_cli_progress_show (&progress, accord_cli_inputs_get_fraction (inputs));
      if (!accord_cli_output_flush (output))
        break;
    }
  accord_cli_progress_end (&progress);
  return accord_cli_output_end (output, accord_cli_inputs_get_status (inputs));
}

int
accord_cli_segment (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  const AccordCliUsage usage = {
    .command = "segment",
    .parameters = _ ("FILE…"),
    .summary = _ ("Prints the passages of each document, one a line: sentences, list items, "
                  "headings."),
    .takes = ACCORD_CLI_TAKES_OUTPUT | ACCORD_CLI_TAKES_JOBS | ACCORD_CLI_TAKES_WHOLE |
             ACCORD_CLI_TAKES_LANGUAGE,
    .formats = FORMATS,
    .n_formats = G_N_ELEMENTS (FORMATS),
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);

  return status >= 0 ? status : run (&options);
}
