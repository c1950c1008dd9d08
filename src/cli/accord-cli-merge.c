/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli session --merge and --upgrade. The conflicts of a merge go to standard
 * output, a line each; the session is written all the same, with the first side's. */
#include "cli/accord-cli-merge.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli/accord-cli-compared.h"
#include "cli/accord-cli-interrupt.h"
#include "cli/accord-cli-text.h"
#include "cli/accord-cli.h"
#include "documents/accord-save.h"
#include "session/accord-merge.h"

static int
complain (const char *path, const GError *error)
{
  g_autofree char *reason = accord_cli_dup_reason (error);

  accord_cli_complain (path, reason);
  return ACCORD_CLI_FAILED;
}

static int
save (const AccordSessionState *state, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) bytes = accord_session_state_write (state, &error);
  gboolean saved = FALSE;

  if (bytes == NULL)
    return complain (path, error);
  accord_cli_interrupt_hold ();
  saved = accord_save (file, bytes->str, bytes->len, NULL, &error);
  accord_cli_interrupt_release ();
  return saved ? ACCORD_CLI_DONE : complain (path, error);
}

/* Paths of sources are relative to their session: those that are there are told from @target, and
 * of the others the name. */
static void
place_sources (AccordSessionState *state, const char *path, const char *target)
{
  g_autoptr (GFile) from = g_file_new_for_path (path), to = g_file_new_for_path (target);
  g_autoptr (GFile) from_folder = g_file_get_parent (from), to_folder = g_file_get_parent (to);

  if (from_folder == NULL || to_folder == NULL || g_file_equal (from_folder, to_folder))
    return;
  for (guint i = 0; i < state->documents->len; i++)
    {
      AccordStateDocument *document = g_ptr_array_index (state->documents, i);
      g_autoptr (GFile) source = NULL;
      char *relative = NULL;

      if (document->path == NULL)
        continue;
      source = g_file_resolve_relative_path (from_folder, document->path);
      if (g_file_query_exists (source, NULL))
        relative = g_file_get_relative_path (to_folder, source);
      if (relative == NULL)
        relative = g_path_get_basename (document->path);
      g_free (document->path);
      document->path = relative;
    }
}

static AccordSessionState *
load (const char *path, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSessionState) state = accord_cli_session_load (path, &error);

  if (state == NULL)
    {
      complain (path, error);
      return NULL;
    }
  if (state->version > ACCORD_SESSION_VERSION)
    {
      accord_cli_complain (path,
                           _ ("was saved by a newer version of Accord, and cannot be merged"));
      return NULL;
    }
  place_sources (state, path, target);
  return g_steal_pointer (&state);
}

static const char *
or_nothing (const char *value)
{
  return value != NULL ? value : "—";
}

static void
print_conflict (const AccordConflict *conflict, char *const *files)
{
  g_autoptr (GString) line = g_string_new (accord_conflict_kind_name (conflict->kind));
  g_autofree char *one_line = NULL;

  if (conflict->document != NULL)
    g_string_append_printf (line, " %s", conflict->document);
  if (conflict->what != NULL)
    g_string_append_printf (line, " (%s)", conflict->what);
  g_string_append_printf (line, ": %s: %s; %s: %s", files[0], or_nothing (conflict->ours),
                          files[conflict->session], or_nothing (conflict->theirs));
  one_line = g_strdelimit (g_strdup (line->str), "\n\r\t", ' ');
  g_print ("%s\n", one_line);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf info_a, info_b;

  return g_stat (a, &info_a) == 0 && g_stat (b, &info_b) == 0 && info_a.st_dev == info_b.st_dev &&
         info_a.st_ino == info_b.st_ino;
}

static int
merge (const AccordCliOptions *options, GPtrArray *states)
{
  g_autoptr (AccordMerge) merged =
    accord_merge_new ((const AccordSessionState *const *) states->pdata, states->len);
  int status = save (merged->state, options->output);

  if (status != ACCORD_CLI_DONE)
    return status;
  for (guint i = 0; i < merged->conflicts->len; i++)
    print_conflict (g_ptr_array_index (merged->conflicts, i), options->files);
  g_print (_ ("%s: %u documents, %u decisions, %u of them added, %u conflicts\n"), options->output,
           merged->state->documents->len, merged->state->decisions->len, merged->n_added,
           merged->conflicts->len);
  return merged->conflicts->len > 0 ? ACCORD_CLI_FOUND : ACCORD_CLI_DONE;
}

/**
 * accord_cli_merge:
 * @options: two files or more, and the target, which is none of them
 * @usage: of the command
 *
 * Returns: the exit status: ACCORD_CLI_FOUND where there are conflicts; the session is written then
 *   as well
 */
int
accord_cli_merge (const AccordCliOptions *options, const AccordCliUsage *usage)
{
  g_autoptr (GPtrArray) states =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_session_state_free);

  if (g_strv_length (options->files) < 2)
    return accord_cli_options_error (usage, _ ("--merge takes two sessions or more"));
  if (options->output == NULL)
    return accord_cli_options_error (usage, _ ("--merge writes a session: -o FILE.accord"));
  for (guint i = 0; options->files[i] != NULL; i++)
    if (is_same_file (options->files[i], options->output))
      return accord_cli_options_error (usage, _ ("the target of --merge is one of the sessions"));
  for (guint i = 0; options->files[i] != NULL; i++)
    {
      AccordSessionState *state = load (options->files[i], options->output);

      if (state == NULL)
        return ACCORD_CLI_FAILED;
      g_ptr_array_add (states, state);
    }
  return merge (options, states);
}

static int
upgrade (const char *path, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSessionState) state = accord_cli_session_load (path, &error);
  guint version = 0;

  if (state == NULL)
    return complain (path, error);
  version = state->version;
  if (version == ACCORD_SESSION_VERSION && target == NULL)
    {
      g_print (_ ("%s: is of the newest version, %u, already\n"), path, version);
      return ACCORD_CLI_DONE;
    }
  if (target != NULL)
    place_sources (state, path, target);
  if (save (state, target != NULL ? target : path) != ACCORD_CLI_DONE)
    return ACCORD_CLI_FAILED;
  g_print (_ ("%s: version %u is now version %u\n"), target != NULL ? target : path, version,
           ACCORD_SESSION_VERSION);
  return ACCORD_CLI_DONE;
}

/**
 * accord_cli_upgrade:
 * @options: files, which are written anew unless there is a target, and then only one
 * @usage: of the command
 *
 * Returns: the exit status
 */
int
accord_cli_upgrade (const AccordCliOptions *options, const AccordCliUsage *usage)
{
  int status = ACCORD_CLI_DONE;

  if (options->output != NULL && g_strv_length (options->files) > 1)
    return accord_cli_options_error (usage, _ ("--upgrade with -o takes one session"));
  for (guint i = 0; options->files[i] != NULL; i++)
    if (g_str_equal (options->files[i], "-") && options->output == NULL)
      return accord_cli_options_error (usage, _ ("standard input cannot be written: give -o FILE"));
    else if (upgrade (options->files[i], options->output) != ACCORD_CLI_DONE)
      status = ACCORD_CLI_FAILED;
  return status;
}
