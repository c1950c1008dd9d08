/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file a table, all of them or none: what could be in the way is looked at first, all
 * are made before the first is saved, and what was new is taken away where one fails. */
#include "cli/accord-cli-tables.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli/accord-cli-interrupt.h"
#include "cli/accord-cli.h"
#include "documents/accord-save.h"

static char *
dup_path (const AccordCliOptions *options, AccordReportTable table)
{
  g_autofree char *name = g_strconcat (accord_report_table_name (table), ".csv", NULL);

  return g_build_filename (options->output, name, NULL);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static int
check_targets (const AccordCliOptions *options)
{
  for (guint i = 0; i < ACCORD_N_REPORT_TABLES; i++)
    {
      g_autofree char *path = dup_path (options, i);

      if (!options->force && is_there (path))
        {
          accord_cli_complain (path, _ ("exists already; --force replaces it"));
          return ACCORD_CLI_USAGE;
        }
    }
  return ACCORD_CLI_DONE;
}

static gboolean
save (const char *path, const GString *bytes)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (accord_save (file, bytes->str, bytes->len, NULL, &error))
    return TRUE;
  accord_cli_complain (path, error->message);
  return FALSE;
}

/* Takes away the first @n files that were new, and the folder where it was. */
static void
undo (const AccordCliOptions *options, guint n, const gboolean *was_there, gboolean new_folder)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = dup_path (options, i);

      if (!was_there[i])
        g_unlink (path);
    }
  if (new_folder)
    g_rmdir (options->output);
}

static int
save_all (const AccordCliOptions *options, GPtrArray *files)
{
  gboolean was_there[ACCORD_N_REPORT_TABLES] = { FALSE };
  gboolean new_folder = !g_file_test (options->output, G_FILE_TEST_IS_DIR);

  if (new_folder && g_mkdir (options->output, 0777) != 0)
    {
      accord_cli_complain (options->output, _ ("the folder could not be made"));
      return ACCORD_CLI_FAILED;
    }
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = dup_path (options, i);

      was_there[i] = is_there (path);
      if (save (path, g_ptr_array_index (files, i)))
        continue;
      undo (options, i, was_there, new_folder);
      return ACCORD_CLI_FAILED;
    }
  return ACCORD_CLI_DONE;
}

static void
free_file (gpointer data)
{
  g_string_free (data, TRUE);
}

/**
 * accord_cli_tables_write:
 * @input: what is reported
 * @options: with a folder as target, which is made where it is not there
 * @error: return location for an error
 *
 * Returns: an exit status; what went wrong with a file was said
 */
int
accord_cli_tables_write (const AccordReportInput *input,
                         const AccordCliOptions *options,
                         GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  int status = check_targets (options);

  for (guint i = 0; i < ACCORD_N_REPORT_TABLES && status == ACCORD_CLI_DONE; i++)
    {
      AccordReportInput one = *input;
      GString *bytes = NULL;

      one.table = i;
      bytes = accord_report_write (&one, ACCORD_REPORT_CSV, NULL, error);
      if (bytes == NULL)
        return ACCORD_CLI_FAILED;
      g_ptr_array_add (files, bytes);
    }
  if (status != ACCORD_CLI_DONE)
    return status;
  accord_cli_interrupt_hold ();
  status = save_all (options, files);
  accord_cli_interrupt_release ();
  return status;
}
