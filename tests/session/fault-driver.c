/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works on the session $ACCORD_FAULT_DIR/s.accord as a person would: decides, saves,
 * exports; tells each decision when it is synced, and dies at the end. The coder of a
 * decision is its number. */
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "session/accord-session.h"

#include "session-helpers.h"

/* More where $ACCORD_LONG_TESTS is set. */
#define N_DECISIONS 12u
#define N_DECISIONS_LONG 150u

static void
arm (void)
{
  void (*function) (void) = NULL;

  *(void **) &function = dlsym (RTLD_DEFAULT, "accord_fault_arm");
  function ();
}

static int
count (void)
{
  int (*function) (void) = NULL;

  *(void **) &function = dlsym (RTLD_DEFAULT, "accord_fault_count");
  return function ();
}

/* What is asked for may fail: that is what the driver is for. */
static void
decide (AccordSession *session, guint i)
{
  g_autofree char *number = g_strdup_printf ("%u", i);

  g_object_set (session, "coder", number, NULL);
  accord_session_decide_coding (session, 0,
                                i % 2 == 0 ? ACCORD_DECISION_ACCEPT : ACCORD_DECISION_REJECT);
  accord_session_sync (session);
  printf ("%u\n", i);
  fflush (stdout);
}

int
main (void)
{
  AccordSession *session = accord_session_new ();
  const char *folder = g_getenv ("ACCORD_FAULT_DIR");
  guint n = g_getenv ("ACCORD_LONG_TESTS") != NULL ? N_DECISIONS_LONG : N_DECISIONS;
  g_autofree char *path = g_build_filename (folder, "s.accord", NULL);
  g_autofree char *report = g_build_filename (folder, "r.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) html = g_file_new_for_path (report);

  g_assert_true (open_from (session, file, NULL));
  wait_idle (session);
  accord_session_sync (session);
  arm ();
  for (guint i = 1; i <= n; i++)
    {
      decide (session, i);
      if (i % 4 == 0)
        save_to (session, file, NULL);
      if (i == 6)
        export_to (session, html, ACCORD_REPORT_HTML, NULL);
    }
  accord_session_sync (session);
  printf ("calls %d\n", count ());
  fflush (stdout);
  kill (getpid (), SIGKILL);
  return EXIT_FAILURE;
}
