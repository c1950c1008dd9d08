/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds every file of a folder to a fuzz target: what fuzzing has found stays found. */
#include "fuzz.h"

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = argc > 1 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name = NULL;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_print ("# %s\n", name);
      LLVMFuzzerTestOneInput ((const guint8 *) data, length);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_print ("1..1\nok 1 %u files\n", n);
  return 0;
}
