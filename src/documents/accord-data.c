/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the files that ship with the program: where the environment says, else beside
 * the program, which may still lie in the folder it was built in, else where it was
 * installed. */
#include "documents/accord-data.h"

#include <gio/gio.h>

#include "accord-config.h"

/* An empty variable counts as none: a script that clears one means that. */
static const char *
from_environment (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/* @relative as seen from the folder of this program, if there is such a file. */
static char *
dup_beside_program (const char *relative)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, relative, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  return g_steal_pointer (&path);
}

/**
 * accord_data_dup_path:
 * @relative: a path within the data folder, such as "codebooks/ai-governance.json"
 *
 * Returns: (transfer full): where it is: in $ACCORD_DATA_DIR, else in the folder the program was
 *   built in, else where it was installed. Nothing says that it exists.
 */
char *
accord_data_dup_path (const char *relative)
{
  const char *folder = from_environment ("ACCORD_DATA_DIR");
  g_autofree char *built = NULL;
  char *path = NULL;

  g_return_val_if_fail (relative != NULL, NULL);

  if (folder != NULL)
    return g_build_filename (folder, relative, NULL);
  built = g_build_filename ("..", "..", "data", relative, NULL);
  path = dup_beside_program (built);
  return path != NULL ? path : g_build_filename (ACCORD_PKGDATADIR, relative, NULL);
}

/**
 * accord_data_dup_loader_path:
 *
 * Returns: (transfer full): the program that reads documents: $ACCORD_LOADER, else the one that was
 *   built with this program, else the installed one
 */
char *
accord_data_dup_loader_path (void)
{
  const char *given = from_environment ("ACCORD_LOADER");
  char *path = given != NULL ? g_strdup (given) : dup_beside_program ("../loader/accord-loader");

  return path != NULL ? path : g_build_filename (ACCORD_LIBEXECDIR, "accord-loader", NULL);
}

/**
 * accord_data_dup_lexicon_path:
 *
 * Returns: (transfer full): the compiled lexicon: $ACCORD_LEXICON, else the one that was built with
 *   this program, else the installed one
 */
char *
accord_data_dup_lexicon_path (void)
{
  const char *given = from_environment ("ACCORD_LEXICON");
  char *path =
    given != NULL ? g_strdup (given) : dup_beside_program ("../../data/lexicon/accord.lexicon");

  return path != NULL ? path : g_build_filename (ACCORD_PKGDATADIR, "accord.lexicon", NULL);
}
