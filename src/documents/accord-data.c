/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the files that ship with the program. */
#include "documents/accord-data.h"

#include "accord-config.h"

/* An empty variable counts as none: a script that clears one means that. */
static const char *
from_environment (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * accord_data_dup_path:
 * @relative: a path within the data folder, such as "codebooks/ai-governance.json"
 *
 * Returns: (transfer full): where it is: in $ACCORD_DATA_DIR, else where the program was installed.
 *   Nothing says that it exists.
 */
char *
accord_data_dup_path (const char *relative)
{
  const char *folder = from_environment ("ACCORD_DATA_DIR");

  g_return_val_if_fail (relative != NULL, NULL);

  return g_build_filename (folder != NULL ? folder : ACCORD_PKGDATADIR, relative, NULL);
}

/**
 * accord_data_dup_loader_path:
 *
 * Returns: (transfer full): the program that reads documents: $ACCORD_LOADER, else the installed
 * one
 */
char *
accord_data_dup_loader_path (void)
{
  const char *path = from_environment ("ACCORD_LOADER");

  return path != NULL ? g_strdup (path)
                      : g_build_filename (ACCORD_LIBEXECDIR, "accord-loader", NULL);
}
