/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -9 of a real window in the midst of editing, again and again: each life goes on
 * with what the last one left, at most one decision is lost, and no file is damaged. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "session/accord-journal.h"
#include "session/accord-session.h"

#define N_KILLS 5u
#define N_KILLS_LONG 100u

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static gboolean
is_idle (AccordSession *session)
{
  return !accord_session_get_busy (session) && accord_session_get_findings (session) != NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (accord_session_save_finish (ACCORD_SESSION (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
write_start (void)
{
  static const char *const NAMES[] = { "samples/01-northern-rivers.en.txt",
                                       "samples/02-bay-cities.zh.txt" };
  AccordSession *session = accord_session_new ();
  g_autofree char *path = path_of ("s.accord");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean saved = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *sample = g_build_filename (g_getenv ("ACCORD_DATA_DIR"), NAMES[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (sample);

      accord_session_add_files (session, &source, 1);
    }
  while (!is_idle (session))
    g_main_context_iteration (NULL, TRUE);
  accord_session_save_async (session, file, NULL, saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  accord_session_close (session);
  g_object_unref (session);
}

static guint
number_in (const AccordSessionState *state)
{
  guint most = 0;

  g_assert_cmpuint (state->documents->len, ==, 2);
  for (guint i = 0; i < state->decisions->len; i++)
    most = MAX (most, (guint) atoi (((AccordStateDecision *) state->decisions->pdata[i])->coder));
  return most;
}

/* What a person gets at the next start. */
static guint
number_that_is_left (void)
{
  g_autoptr (GPtrArray) list = accord_journal_list ();
  g_autofree char *path = path_of ("s.accord");
  g_autofree char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSessionState) state = NULL;
  guint most = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  state = accord_session_state_read (contents, length, &error);
  g_assert_no_error (error);
  most = number_in (state);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (AccordSessionState) kept = NULL;
      g_autoptr (GFile) file = NULL;

      kept = accord_journal_load (((AccordJournalEntry *) list->pdata[i])->path, &file, &error);
      g_assert_no_error (error);
      most = MAX (most, number_in (kept));
    }
  return most;
}

/* Lets a window work until it has told some decisions, and a moment longer. Returns: the last one
 * that it told */
static guint
live (guint first)
{
  g_autofree char *number = g_strdup_printf ("%u", first);
  guint wanted = (guint) g_test_rand_int_range (1, 30), told = first, n = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) out = NULL;
  char *line = NULL;

  g_subprocess_launcher_setenv (launcher, "ACCORD_KILL_DIR", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "ACCORD_KILL_FIRST", number, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("ACCORD_KILL_DRIVER"), NULL);
  g_assert_no_error (error);
  out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while ((line = g_data_input_stream_read_line (out, NULL, NULL, NULL)) != NULL)
    {
      told = g_ascii_isdigit (line[0]) ? (guint) atoi (line) : told;
      g_free (line);
      if (++n == wanted)
        {
          g_usleep ((gulong) g_test_rand_int_range (0, 60000));
          g_subprocess_force_exit (process);
        }
    }
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpuint (n, >=, wanted);
  return told;
}

static void
empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        empty (inner);
      g_remove (inner);
    }
}

static void
test_kill (void)
{
  guint n_kills = g_getenv ("ACCORD_LONG_TESTS") != NULL ? N_KILLS_LONG : N_KILLS;
  guint told = 0, n_lost = 0, n_decisions = 0;

  write_start ();
  for (guint i = 0; i < n_kills; i++)
    {
      guint before = told, left = 0;

      told = live (told);
      n_decisions += told - before;
      left = number_that_is_left ();
      if (left + 1 < told)
        g_error ("kill %u: decision %u was told, %u is left", i, told, left);
      n_lost += left < told;
      /* The next life decides the other way round than the last decision that is left. */
      told = left;
    }
  printf ("# %u kills, %u decisions, %u lost, no file damaged\n", n_kills, n_decisions, n_lost);
}

int
main (int argc, char **argv)
{
  int status = 0;

  folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/window", test_kill);
  status = g_test_run ();
  empty (folder);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
