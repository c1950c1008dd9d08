/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli read: the kept text, a paragraph a line; or everything that is known of a
 * document as JSON. */
#include "cli/accord-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/accord-cli-inputs.h"
#include "cli/accord-cli-output.h"
#include "cli/accord-cli-progress.h"
#include "cli/accord-cli-text.h"
#include "documents/accord-json.h"

enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
};

static const AccordCliFormat FORMATS[] = { { "text", "txt" }, { "json", "json" } };

/* The members of a document, in the order of the contract; those of the source's bytes last. */
static const AccordField FIELDS[] = {
  ACCORD_FIELD_TITLE,      ACCORD_FIELD_SUBTITLE, ACCORD_FIELD_ISSUER, ACCORD_FIELD_AUTHOR,
  ACCORD_FIELD_DATE,       ACCORD_FIELD_LANGUAGE, ACCORD_FIELD_KIND,   ACCORD_FIELD_ENCODING,
  ACCORD_FIELD_MEDIA_TYPE, ACCORD_FIELD_SHA256,
};

/* The body, a paragraph a line. With --whole nothing is changed, blank lines neither. */
static void
append_text (GString *out, AccordDocument *document, gboolean whole)
{
  AccordText *text = accord_document_get_text (document);
  guint n = 0;
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (document, &n);

  if (whole)
    {
      g_string_append_len (out, accord_text_get_data (text), accord_text_get_length (text));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      accord_cli_append_line (out, document, paragraphs[i].span);
      g_string_append_c (out, '\n');
    }
}

static void
write_block (AccordJsonWriter *writer, const AccordBlock *block)
{
  accord_json_line (writer);
  accord_json_begin_object (writer);
  accord_json_key (writer, "start");
  accord_json_int (writer, block->span.start);
  accord_json_key (writer, "end");
  accord_json_int (writer, block->span.end);
  accord_json_key (writer, "role");
  accord_json_string (writer, accord_role_name (block->role));
  accord_json_key (writer, "kept");
  accord_json_bool (writer, block->kept);
  accord_json_key (writer, "reason");
  accord_json_string (writer, block->reason);
  accord_json_key (writer, "level");
  accord_json_int (writer, block->level);
  accord_json_key (writer, "marker");
  accord_json_string (writer, block->marker);
  accord_json_key (writer, "page");
  if (block->page > 0)
    accord_json_int (writer, block->page);
  else
    accord_json_null (writer);
  accord_json_end_object (writer);
}

static void
append_json (GString *out, const char *name, AccordDocument *document)
{
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);
  AccordText *text = accord_document_get_text (document);
  guint n = 0;
  const AccordBlock *blocks = accord_document_get_blocks (document, &n);

  accord_json_begin_object (writer);
  accord_json_key (writer, "document");
  accord_json_string (writer, name);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      accord_json_key (writer, accord_field_name (FIELDS[i]));
      accord_json_string (writer, accord_document_get_field (document, FIELDS[i]));
    }
  accord_json_key (writer, "text");
  accord_json_string_len (writer, accord_text_get_data (text), accord_text_get_length (text));
  accord_json_key (writer, "blocks");
  accord_json_begin_array (writer);
  for (guint i = 0; i < n; i++)
    write_block (writer, &blocks[i]);
  accord_json_end_array (writer);
  accord_json_end_object (writer);
}

static int
run (const AccordCliOptions *options)
{
  g_autoptr (AccordCliInputs) inputs = accord_cli_inputs_new (options, NULL);
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (options);
  GString *out = accord_cli_output_get_buffer (output);
  gboolean json = options->format == FORMAT_JSON;
  AccordCliInput input = { NULL };
  AccordCliProgress progress;
  gboolean first = TRUE;

  accord_cli_progress_init (&progress, options);
  if (json)
    g_string_append_c (out, '[');
  while (accord_cli_inputs_next (inputs, &input))
    {
      if (json)
        {
          g_string_append (out, first ? "" : ",\n");
          append_json (out, input.name, input.document);
        }
      else
        append_text (out, input.document, options->whole);
      first = FALSE;
      accord_cli_input_clear (&input);
      accord_cli_progress_show (&progress, accord_cli_inputs_get_fraction (inputs));
      if (!accord_cli_output_flush (output))
        break;
    }
  if (json)
    g_string_append (out, "]\n");
  accord_cli_progress_end (&progress);
  return accord_cli_output_end (output, accord_cli_inputs_get_status (inputs));
}

int
accord_cli_read (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  const AccordCliUsage usage = {
    .command = "read",
    .parameters = _ ("FILE…"),
    .summary = _ ("Prints the text that is kept of each document, a paragraph a line."),
    .takes = ACCORD_CLI_TAKES_OUTPUT | ACCORD_CLI_TAKES_JOBS | ACCORD_CLI_TAKES_WHOLE |
             ACCORD_CLI_TAKES_LANGUAGE,
    .formats = FORMATS,
    .n_formats = G_N_ELEMENTS (FORMATS),
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);

  return status >= 0 ? status : run (&options);
}
