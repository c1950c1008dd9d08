/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target over each file of a corpus, whole, cut short and with a bit turned,
 * and sees that a name says whether it is good. Usage: replay FOLDER */
#include <string.h>

#include "fuzz-session.h"
#include "session/accord-session-state.h"

/* Bits that are turned, and lengths that are tried, of each file. */
#define N_CHANGES 60u

static void
check_verdict (const char *name, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSessionState) state = accord_session_state_read (data, length, &error);
  gboolean is_path = error != NULL && (strstr (error->message, "$") != NULL ||
                                       strstr (error->message, " line ") != NULL);

  g_test_message ("%s: %s", name, error != NULL ? error->message : "good");
  if (g_str_has_prefix (name, "ok-") != (state != NULL))
    g_error ("%s: %s", name, error != NULL ? error->message : "is good");
  /* What names neither says what the whole is. */
  if (error != NULL && !is_path && !g_str_has_prefix (error->message, "is "))
    g_error ("%s: “%s” names no place", name, error->message);
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  check_verdict (name, contents, length);
  LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
  for (guint i = 0; i < N_CHANGES && length > 0; i++)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (gint) length);
      /* A copy without a byte behind it, so that a sanitizer sees what is read past the end. */
      g_autofree guint8 *bytes = g_memdup2 (contents, length);

      LLVMFuzzerTestOneInput (bytes, at);
      bytes[at] ^= (guint8) (1u << g_test_rand_int_range (0, 8));
      LLVMFuzzerTestOneInput (bytes, length);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/fuzz/%s", name);
      char *path = g_build_filename (argv[1], name, NULL);

      if (!g_str_has_prefix (name, "ok-") && !g_str_has_prefix (name, "bad-"))
        {
          g_free (path);
          continue;
        }
      g_ptr_array_add (paths, path);
      g_test_add_data_func (test, path, test_file);
    }
  g_assert_cmpuint (paths->len, >, 20);
  return g_test_run ();
}
