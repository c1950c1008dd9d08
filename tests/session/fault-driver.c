/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works on a session as a person would, as often as it is asked: a line "w 17 k 1"
 * on standard input is one life that decides from number 1 on, saves and exports, and dies
 * at its 17th call; "r" begins with recovering. Each decision is told when it is synced. */
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "session/accord-journal.h"
#include "session/accord-session.h"

#include "session-helpers.h"

#define N_DECISIONS 44u
#define N_AFTER_RECOVERY 20u

static void *
symbol (const char *name)
{
  return dlsym (RTLD_DEFAULT, name);
}

static void
arm (int at, char mode)
{
  void (*function) (int, char) = NULL;

  *(void **) &function = symbol ("accord_fault_arm");
  function (at, mode);
}

static int
ask (const char *name)
{
  int (*function) (void) = NULL;

  *(void **) &function = symbol (name);
  return function ();
}

/* What is asked for may fail: that is what the driver is for. The coder of a decision is its
 * number. */
static void
decide (AccordSession *session, guint i)
{
  g_autofree char *number = g_strdup_printf ("%u", i);

  g_object_set (session, "coder", number, NULL);
  accord_session_decide_coding (session, 0,
                                i % 2 == 0 ? ACCORD_DECISION_ACCEPT : ACCORD_DECISION_REJECT);
  accord_session_sync (session);
  printf ("%s %u\n", ask ("accord_fault_struck") ? "after" : "told", i);
  fflush (stdout);
}

static void
work (AccordSession *session, GFile *file, GFile *html, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    {
      decide (session, i);
      if (i % 4 == 0)
        save_to (session, file, NULL);
      if (i % 12 == 6)
        export_to (session, html, ACCORD_REPORT_HTML, NULL);
    }
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
  accord_session_recover_finish (ACCORD_SESSION (source), result, NULL);
}

/* Returns: whether there is a session now */
static gboolean
recover (AccordSession *session)
{
  g_autoptr (GPtrArray) list = accord_journal_list ();
  gboolean done = FALSE;

  if (list->len == 0)
    return FALSE;
  accord_session_recover_async (session, ((AccordJournalEntry *) list->pdata[0])->path, NULL,
                                recovered_cb, &done);
  wait_flag (&done);
  accord_session_sync (session);
  return n_documents (session) > 0;
}

static void
live (char what, int at, char mode, guint first)
{
  AccordSession *session = accord_session_new ();
  const char *folder = g_getenv ("ACCORD_FAULT_DIR");
  g_autofree char *path = g_build_filename (folder, "s.accord", NULL);
  g_autofree char *report = g_build_filename (folder, "r.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) html = g_file_new_for_path (report);

  if (what == 'r')
    arm (at, mode);
  if (what == 'w' ? open_from (session, file, NULL) : recover (session))
    {
      wait_idle (session);
      accord_session_sync (session);
      if (what == 'w')
        arm (at, mode);
      work (session, file, html, first, what == 'w' ? N_DECISIONS : N_AFTER_RECOVERY);
    }
  accord_session_sync (session);
  printf ("calls %d\n", ask ("accord_fault_count"));
  fflush (stdout);
  kill (getpid (), SIGKILL);
}

/* What the library of Unicode reads once in a process is read before the lives begin; no thread is
 * begun here, so that a child is a whole process. */
static void
warm_up (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ACCORD_FAULT_DIR"), "s.accord", NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;
  g_autoptr (AccordSessionState) state = NULL;
  g_autoptr (AccordMatcher) matcher = NULL;

  g_type_ensure (ACCORD_TYPE_SESSION);
  if (!g_file_get_contents (path, &contents, &length, NULL))
    return;
  state = accord_session_state_read (contents, length, NULL);
  matcher = accord_matcher_new (state->codebook, NULL, NULL);
  for (guint i = 0; i < state->documents->len; i++)
    {
      const AccordStateDocument *document = g_ptr_array_index (state->documents, i);
      g_autoptr (AccordAnalysis) analysis =
        accord_analysis_new (document->document, matcher, NULL, NULL);

      g_assert_nonnull (analysis);
    }
}

int
main (void)
{
  char line[64];

  warm_up ();
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      char what = 'w', mode = 'f';
      int at = 0, status = 0;
      guint first = 1;
      pid_t child = -1;

      if (sscanf (line, "%c %d %c %u", &what, &at, &mode, &first) != 4)
        return EXIT_FAILURE;
      child = fork ();
      if (child == 0)
        {
          live (what, at, mode, first);
          _exit (1);
        }
      if (child < 0 || waitpid (child, &status, 0) != child)
        return EXIT_FAILURE;
      printf ("end %d\n", WIFSIGNALED (status) ? WTERMSIG (status) : -1);
      fflush (stdout);
    }
  return EXIT_SUCCESS;
}
