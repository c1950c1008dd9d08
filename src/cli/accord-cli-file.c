/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads standard input up to a limit, and files by the door that all files go through. */
#include "cli/accord-cli-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "documents/accord-open.h"

#define CHUNK 65536

static gboolean
read_stdin (gsize most, GByteArray *bytes, GError **error)
{
  guint8 chunk[CHUNK];

  for (;;)
    {
      gssize n = read (STDIN_FILENO, chunk, sizeof chunk);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO,
                       _ ("could not be read: %s"), g_strerror (errno));
          return FALSE;
        }
      if (n == 0)
        return TRUE;
      if (bytes->len + (gsize) n > most)
        {
          g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                       _ ("is larger than %u MiB"), (guint) (most >> 20));
          return FALSE;
        }
      g_byte_array_append (bytes, chunk, (guint) n);
    }
}

/**
 * accord_cli_file_load:
 * @path: of a regular file; "-" is standard input
 * @most: bytes, at most 1 GiB
 * @error: return location for an error with a translated sentence, without the name
 *
 * Returns: (transfer full) (nullable): the bytes, or NULL with an ACCORD_LOADER_ERROR
 */
GBytes *
accord_cli_file_load (const char *path, gsize most, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;

  if (!g_str_equal (path, "-"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      return accord_open_bytes (file, most, NULL, error);
    }
  bytes = g_byte_array_new ();
  if (!read_stdin (most, bytes, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
