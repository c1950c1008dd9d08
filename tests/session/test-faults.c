/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every call that opens, writes, syncs or renames is made to fail once, and once to be the
 * last one. After each the session opens whole, at most one decision is gone, and a
 * report is whole or not there. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "session/accord-journal.h"

#include "session-fixture.h"

static char *folder;
static char *recovery;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_start (void)
{
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autoptr (GString) bytes = NULL;
  g_autofree char *path = path_of ("s.accord");

  g_ptr_array_set_size (state->decisions, 0);
  bytes = accord_session_state_write (state, NULL);
  g_assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, NULL));
}

static void
empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (!g_file_test (inner, G_FILE_TEST_IS_DIR))
        g_unlink (inner);
    }
}

/* Returns: the last decision that the driver told; *calls is 0 where it did not reach its end. */
static guint
drive (guint at, gboolean kill, guint *calls)
{
  g_autofree char *number = g_strdup_printf ("%u", at);
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *out = NULL;
  const char *driver[] = { g_getenv ("ACCORD_FAULT_DRIVER"), NULL };
  g_autoptr (GError) error = NULL;
  const char *end = NULL;
  guint told = 0;

  environment =
    g_environ_setenv (environment, "LD_PRELOAD", g_getenv ("ACCORD_FAULT_PRELOAD"), TRUE);
  environment = g_environ_setenv (environment, "ACCORD_FAULT_DIR", folder, TRUE);
  environment = g_environ_setenv (environment, "ACCORD_FAULT_AT", number, TRUE);
  environment = g_environ_setenv (environment, "XDG_STATE_HOME", folder, TRUE);
  /* Without the codebook that the session does not need, which only warns. */
  environment = g_environ_setenv (environment, "ACCORD_DATA_DIR", folder, TRUE);
  environment = g_environ_unsetenv (environment, "G_DEBUG");
  if (kill)
    environment = g_environ_setenv (environment, "ACCORD_FAULT_KILL", "1", TRUE);
  g_assert_true (g_spawn_sync (NULL, (char **) driver, environment, G_SPAWN_STDERR_TO_DEV_NULL,
                               NULL, NULL, &out, NULL, NULL, &error));
  end = strstr (out, "calls ");
  *calls = end != NULL ? (guint) atoi (end + strlen ("calls ")) : 0;
  for (const char *p = out; *p != '\0' && p != end; p = strchr (p, '\n') + 1)
    told = (guint) atoi (p);
  return told;
}

static guint
number_in (const AccordSessionState *state)
{
  const AccordStateDecision *decision =
    state->decisions->len > 0 ? g_ptr_array_index (state->decisions, 0) : NULL;

  g_assert_cmpuint (state->documents->len, ==, 2);
  return decision != NULL ? (guint) atoi (decision->coder) : 0;
}

static guint
number_in_file (void)
{
  g_autofree char *path = path_of ("s.accord");
  g_autofree char *contents = NULL;
  g_autoptr (AccordSessionState) state = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  state = accord_session_state_read (contents, length, &error);
  g_assert_no_error (error);
  return number_in (state);
}

/* What a person gets: the journal where there is something in it, else the file. */
static guint
number_that_is_left (void)
{
  g_autoptr (GPtrArray) list = accord_journal_list ();
  guint saved = number_in_file ();
  g_autoptr (AccordSessionState) state = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (list->len, <=, 1);
  if (list->len == 0)
    return saved;
  state =
    accord_journal_load (((AccordJournalEntry *) g_ptr_array_index (list, 0))->path, &file, &error);
  g_assert_no_error (error);
  return number_in (state);
}

static void
check_report (void)
{
  g_autofree char *path = path_of ("r.html");
  g_autofree char *contents = NULL;

  if (g_file_get_contents (path, &contents, NULL, NULL))
    g_assert_true (g_str_has_suffix (g_strchomp (contents), "</html>"));
}

static guint
run_point (guint at, gboolean kill)
{
  guint calls = 0, told = 0, left = 0;

  empty (folder);
  empty (recovery);
  write_start ();
  told = drive (at, kill, &calls);
  left = number_that_is_left ();
  if (left + 1 < told || (kill && at > 0 && left < told))
    g_error ("call %u (%s): decision %u was told, %u is left", at, kill ? "kill" : "fail", told,
             left);
  g_assert_true (kill || calls > 0);
  check_report ();
  return calls;
}

static void
test_sweep (void)
{
  guint n_calls = run_point (0, FALSE), n_points = 0;
  guint most = g_getenv ("ACCORD_LONG_TESTS") != NULL ? G_MAXUINT : 150;
  guint step = MAX (1, (2 * n_calls + most - 1) / most);

  g_assert_cmpuint (n_calls, >, 40);
  for (guint at = 1; at <= n_calls; at += step)
    {
      run_point (at, FALSE);
      run_point (at, TRUE);
      n_points += 2;
    }
  g_test_message ("%u calls, %u points", n_calls, n_points);
  printf ("# %u calls, %u points\n", n_calls, n_points);
  empty (folder);
  empty (recovery);
}

int
main (int argc, char **argv)
{
  g_autofree char *parent = NULL;
  int status = 0;

  folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  parent = path_of ("accord");
  recovery = g_build_filename (parent, "recovery", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/faults/sweep", test_sweep);
  status = g_test_run ();
  g_rmdir (recovery);
  g_rmdir (parent);
  g_rmdir (folder);
  g_free (recovery);
  g_free (folder);
  return status;
}
