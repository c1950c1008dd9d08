/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli session: shows what a session holds, verifies it, says how far its coders
 * agree; merging and upgrading are elsewhere. */
#include "cli/accord-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/accord-cli-merge.h"
#include "cli/accord-cli-output.h"
#include "cli/accord-cli-text.h"
#include "cli/accord-cli-verify.h"

typedef struct
{
  gboolean show;
  gboolean verify;
  gboolean upgrade;
  gboolean merge;
  gboolean agreement;
} Actions;

static const AccordCliFormat TEXT[] = { { "text", "txt" } };
static const AccordCliFormat SESSION[] = { { "accord", "accord" } };

static const char *
or_unknown (const char *value)
{
  return value != NULL ? value : _ ("unknown");
}

static void
append_documents (GString *out, const AccordSessionState *state)
{
  for (guint i = 0; i < state->documents->len; i++)
    {
      const AccordStateDocument *document = g_ptr_array_index (state->documents, i);
      AccordDocument *d = document->document;
      const char *title = accord_document_get_field (d, ACCORD_FIELD_TITLE);
      const char *sha256 = accord_document_get_field (d, ACCORD_FIELD_SHA256);
      guint n = 0;

      accord_document_get_passages (d, &n);
      g_string_append_printf (out, _ ("document %s: %s, %s, %u passages, source %s, SHA-256 %s\n"),
                              document->id, or_unknown (title), accord_document_get_language (d), n,
                              or_unknown (document->path), or_unknown (sha256));
    }
}

static void
append_session (GString *out, const char *name, const AccordSessionState *state)
{
  g_autofree char *sha256 = accord_codebook_dup_sha256 (state->codebook);
  guint n_removed = 0;

  for (guint i = 0; i < state->decisions->len; i++)
    n_removed += ((AccordStateDecision *) g_ptr_array_index (state->decisions, i))->removed;
  g_string_append_printf (out, _ ("session %s: version %u\n"), name, state->version);
  if (state->version > ACCORD_SESSION_VERSION)
    g_string_append_printf (out, _ ("newer than this Accord knows (%u): it is read only\n"),
                            ACCORD_SESSION_VERSION);
  g_string_append_printf (out, _ ("written by: Accord %s, ICU %s\n"),
                          or_unknown (state->engine_version), or_unknown (state->icu_version));
  g_string_append_printf (out, _ ("codebook: %s, SHA-256 %s\n"),
                          accord_codebook_get_id (state->codebook), sha256);
  g_string_append_printf (out, _ ("settings: threshold %d, least score %d\n"), state->threshold,
                          state->least_score);
  append_documents (out, state);
  g_string_append_printf (out, _ ("decisions: %u, taken back: %u\n"),
                          state->decisions->len - n_removed, n_removed);
}

static int
do_session (GString *out, const char *path, const AccordCliOptions *options, const Actions *actions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCliCompared) compared = accord_cli_compared_open (path, options, &error);
  gboolean sound = TRUE;

  if (compared == NULL)
    {
      g_autofree char *reason = accord_cli_dup_reason (error);

      accord_cli_complain (path, reason);
      return ACCORD_CLI_FAILED;
    }
  if (actions->show)
    append_session (out, path, compared->state);
  if (actions->agreement)
    accord_cli_append_agreement (out, compared->state);
  if (actions->verify && !accord_cli_verify (out, path, compared, &sound, &error))
    {
      g_autofree char *reason = accord_cli_dup_reason (error);

      accord_cli_complain (path, reason);
      return ACCORD_CLI_FAILED;
    }
  return sound ? ACCORD_CLI_DONE : ACCORD_CLI_FOUND;
}

/* A session that cannot be read outweighs drift in another. */
static int
worse (int a, int b)
{
  if (a == ACCORD_CLI_FAILED || b == ACCORD_CLI_FAILED)
    return ACCORD_CLI_FAILED;
  return MAX (a, b);
}

static int
run (const AccordCliOptions *options, const Actions *actions)
{
  g_autoptr (AccordCliOutput) output = accord_cli_output_new (options);
  int status = ACCORD_CLI_DONE;

  for (guint i = 0; options->files[i] != NULL; i++)
    {
      int one =
        do_session (accord_cli_output_get_buffer (output), options->files[i], options, actions);

      status = worse (status, one);
      if (!accord_cli_output_flush (output))
        break;
    }
  return accord_cli_output_end (output, status);
}

/* The format of the target depends on what is done, which is not parsed yet. */
static gboolean
has_argument (int argc, char **argv, const char *one, const char *other)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], one) || g_str_equal (argv[i], other))
      return TRUE;
  return FALSE;
}

int
accord_cli_session (int argc, char **argv)
{
  g_auto (AccordCliOptions) options = { NULL };
  Actions actions = { FALSE, FALSE, FALSE, FALSE, FALSE };
  const GOptionEntry entries[] = {
    { "show", 0, 0, G_OPTION_ARG_NONE, &actions.show, N_ ("Say what it holds (default)"), NULL },
    { "verify", 0, 0, G_OPTION_ARG_NONE, &actions.verify,
      N_ ("Read and compare again; report any drift"), NULL },
    { "upgrade", 0, 0, G_OPTION_ARG_NONE, &actions.upgrade,
      N_ ("Bring it to the newest version of the format, in place or into -o FILE"), NULL },
    { "merge", 0, 0, G_OPTION_ARG_NONE, &actions.merge,
      N_ ("Unite the decisions of several into -o FILE; print conflicts, status 3 if there are "
          "any; the first session prevails"),
      NULL },
    { "agreement", 0, 0, G_OPTION_ARG_NONE, &actions.agreement,
      N_ ("Say how far its coders agree on passages that they reviewed"), NULL },
    { NULL },
  };
  gboolean writes_session = has_argument (argc, argv, "--merge", "--upgrade");
  const AccordCliUsage usage = {
    .command = "session",
    .parameters = _ ("FILE.accord…"),
    .summary = _ ("Shows what sessions hold, verifies, merges or upgrades them."),
    .takes = ACCORD_CLI_TAKES_OUTPUT | ACCORD_CLI_TAKES_JOBS | ACCORD_CLI_TAKES_LEXICON,
    .formats = writes_session ? SESSION : TEXT,
    .n_formats = 1,
    .entries = entries,
  };
  int status = accord_cli_options_parse (&options, &usage, argc, argv);

  if (status >= 0)
    return status;
  if (actions.merge + actions.upgrade + (actions.show || actions.verify || actions.agreement) > 1)
    return accord_cli_options_error (&usage,
                                     _ ("--merge and --upgrade go with no other of these options"));
  if (actions.merge)
    return accord_cli_merge (&options, &usage);
  if (actions.upgrade)
    return accord_cli_upgrade (&options, &usage);
  if (!actions.verify && !actions.agreement)
    actions.show = TRUE;
  return run (&options, &actions);
}
