/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each office file of the corpora, and each find of a fuzzer (tests/corpora/documents),
 * whole, cut short and with bits turned: it is read, or refused with one sentence. */
#include <time.h>

#include "documents/office.h"

#define N_CHANGES 40u

static void
check (const guint8 *data, gsize length, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source = NULL;
  clock_t start = clock ();

  source = read_bytes (bytes, name, &error);
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 5.0);
  g_assert_true ((source == NULL) == (error != NULL));
  if (error == NULL)
    return;
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strchr (error->message, '\n') != NULL)
    g_error ("%s: more than one line: %s", name, error->message);
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  check ((const guint8 *) contents, length, path);
  for (guint i = 0; i < N_CHANGES && length > 0; i++)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (gint) length);
      g_autofree guint8 *bytes = g_memdup2 (contents, length);

      check (bytes, at, path);
      bytes[at] ^= (guint8) (1u << g_test_rand_int_range (0, 8));
      check (bytes, length, path);
    }
}

static void
add_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/damaged/", name, NULL);
      char *file = g_build_filename (path, name, NULL);

      if (g_str_has_suffix (name, ".expected") || g_str_has_suffix (name, ".txt") ||
          g_str_has_suffix (name, ".html") || g_file_test (file, G_FILE_TEST_IS_DIR))
        {
          g_free (file);
          continue;
        }
      g_test_add_data_func_full (test, file, test_file, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_folder ("tests/corpora");
  add_folder ("tests/corpora/documents");
  return g_test_run ();
}
