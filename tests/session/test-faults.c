/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every call that opens, writes, cuts, syncs or renames fails once, or with all behind it;
 * writes half; or is the last one, half done or just done. After each the session opens
 * whole, at most one decision is gone, and a report is whole or not there. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* The driver is one process that forks a life for each line that it gets. */
typedef struct
{
  GSubprocess *process;
  GDataInputStream *out;
  GOutputStream *in;
} Driver;

static Driver driver;

static void
driver_start (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                               G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", g_getenv ("ACCORD_FAULT_PRELOAD"), TRUE);
  g_subprocess_launcher_setenv (launcher, "ACCORD_FAULT_DIR", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", folder, TRUE);
  /* Without the codebook that the session does not need, which only warns. */
  g_subprocess_launcher_setenv (launcher, "ACCORD_DATA_DIR", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "ACCORD_LEXICON", "/nothing", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  driver.process =
    g_subprocess_launcher_spawn (launcher, NULL, g_getenv ("ACCORD_FAULT_DRIVER"), NULL);
  g_assert_nonnull (driver.process);
  driver.in = g_subprocess_get_stdin_pipe (driver.process);
  driver.out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (driver.process));
}

static void
driver_stop (void)
{
  g_output_stream_close (driver.in, NULL, NULL);
  g_subprocess_wait (driver.process, NULL, NULL);
  g_clear_object (&driver.out);
  g_clear_object (&driver.process);
}

/* What a life told: the last decision before the fault, the last one after it, and its calls, 0
 * where it did not reach its end. */
typedef struct
{
  guint told;
  guint after;
  guint calls;
} Life;

static Life
drive (char what, guint at, char mode, guint first)
{
  g_autofree char *order = g_strdup_printf ("%c %u %c %u\n", what, at, mode, first);
  Life life = { 0, 0, 0 };

  g_assert_true (g_output_stream_write_all (driver.in, order, strlen (order), NULL, NULL, NULL));
  g_assert_true (g_output_stream_flush (driver.in, NULL, NULL));
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (driver.out, NULL, NULL, NULL);

      g_assert_nonnull (line);
      if (g_str_has_prefix (line, "told "))
        life.told = (guint) atoi (line + 5);
      else if (g_str_has_prefix (line, "after "))
        life.after = (guint) atoi (line + 6);
      else if (g_str_has_prefix (line, "calls "))
        life.calls = (guint) atoi (line + 6);
      else if (g_str_has_prefix (line, "end "))
        {
          /* Nobody dies of anything but the knife. */
          g_assert_cmpstr (line, ==, "end 9");
          return life;
        }
    }
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

/* What a kill leaves of a write is gone when the journals were listed. */
static void
check_rests (void)
{
  g_autoptr (GDir) dir = g_dir_open (recovery, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".journal"))
      g_error ("%s is left in the folder of journals", name);
}

/* What a person gets: the journal where there is something in it, else the file. */
static guint
number_that_is_left (void)
{
  g_autoptr (GPtrArray) list = accord_journal_list ();
  guint saved = number_in_file (), most = 0;

  check_rests ();
  /* Two where it stopped between a new one and the end of the old one: both are offered. */
  g_assert_cmpuint (list->len, <=, 2);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (AccordSessionState) state = NULL;
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;

      state = accord_journal_load (((AccordJournalEntry *) g_ptr_array_index (list, i))->path,
                                   &file, &error);
      g_assert_no_error (error);
      most = MAX (most, number_in (state));
    }
  return list->len > 0 ? most : saved;
}

static void
check_report (void)
{
  g_autofree char *path = path_of ("r.html");
  g_autofree char *contents = NULL;

  if (g_file_get_contents (path, &contents, NULL, NULL))
    g_assert_true (g_str_has_suffix (g_strchomp (contents), "</html>"));
}

static void
begin (void)
{
  empty (folder);
  empty (recovery);
  write_start ();
}

/* Of all that was synced before the fault nothing is lost; a fault that passes costs at most one
 * decision behind it, one that stays may cost all of those. */
static void
check (const char *when, guint at, char mode, const Life *life, guint before)
{
  guint left = number_that_is_left ();
  guint must = MAX (life->told, before);

  if (mode != 'F' && life->after > 0)
    must = MAX (must, life->after - 1);
  if (left < must)
    g_error ("%s, call %u, %c: decision %u was told, %u is left", when, at, mode, must, left);
  check_report ();
}

static const char MODES[] = "fFskK";

/* A life of work. Returns: the number of its calls */
static guint
run_work (guint at, char mode)
{
  Life life;

  begin ();
  life = drive ('w', at, mode, 1);
  check ("work", at, mode, &life, 0);
  g_assert_true (mode == 'k' || mode == 'K' || life.calls > 0);
  return life.calls;
}

/* A life that is killed in its work, and the one behind it that recovers. Returns: the calls of the
 * second one */
static guint
run_recovery (guint killed, guint at, char mode)
{
  Life life;
  guint before = 0;

  begin ();
  drive ('w', killed, 'K', 1);
  before = number_that_is_left ();
  /* Another verdict than the last one, which would be none. */
  life = drive ('r', at, mode, 1001 - before % 2);
  check ("recovery", at, mode, &life, before);
  return life.calls;
}

static guint
sweep_recovery (guint killed)
{
  guint n_calls = run_recovery (killed, 0, 'f'), n_points = 0;

  /* Just behind a save there is nothing to recover. */
  while (n_calls < 20)
    n_calls = run_recovery (++killed, 0, 'f');
  for (const char *mode = MODES; *mode != '\0'; mode++)
    for (guint at = 1; at <= n_calls; at++, n_points++)
      run_recovery (killed, at, *mode);
  return n_points;
}

/* The long test recovers from many moments of the work, the short one from one of them. */
static void
test_sweep (void)
{
  gboolean is_long = g_getenv ("ACCORD_LONG_TESTS") != NULL;
  guint n_work = 0, n_points = 0, n_recoveries = is_long ? 14 : 1;

  begin ();
  driver_start ();
  n_work = run_work (0, 'f');
  g_assert_cmpuint (n_work, >, 100);
  for (const char *mode = MODES; *mode != '\0'; mode++)
    for (guint at = 1; at <= n_work; at++, n_points++)
      run_work (at, *mode);
  for (guint i = 1; i <= n_recoveries; i++)
    n_points += sweep_recovery (n_work * (2 * i + 1) / (2 * n_recoveries + 2));
  driver_stop ();
  printf ("# %u calls of work, %u points\n", n_work, n_points);
  g_assert_cmpuint (n_points, >=, is_long ? 10000 : 2000);
  empty (folder);
  empty (recovery);
}

int
main (int argc, char **argv)
{
  g_autofree char *parent = NULL;
  int status = 0;

  /* In memory where that is possible: what a kill leaves is the same on any disk. */
  if (g_access ("/dev/shm", W_OK | X_OK) == 0)
    folder = g_mkdtemp (g_strdup ("/dev/shm/accord-test-XXXXXX"));
  if (folder == NULL)
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
