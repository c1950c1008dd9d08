/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a kill leaves behind, and what comes back from it. The one who is killed is a
 * process of its own: this program again. */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "session/accord-journal.h"
#include "session/accord-session.h"

#include "session-helpers.h"

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "accord", "recovery", NULL);
}

static guint
n_files (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static AccordJournalEntry *
only_entry (GPtrArray *list)
{
  g_assert_cmpuint (list->len, ==, 1);
  return g_ptr_array_index (list, 0);
}

static GFile *
session_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "s.accord", NULL);

  return g_file_new_for_path (path);
}

static AccordSession *
session_of_two (void)
{
  AccordSession *session = accord_session_new ();

  add_named (session, "01-northern-rivers.en.txt", "02-bay-cities.zh.txt", NULL);
  wait_idle (session);
  return session;
}

static void
decide (AccordSession *session)
{
  accord_session_decide_coding (session, 0, ACCORD_DECISION_REJECT);
  accord_session_decide_coding (session, 1, ACCORD_DECISION_ACCEPT);
  accord_session_decide_link (session, 0, ACCORD_DECISION_ACCEPT);
}

typedef struct
{
  gboolean done;
  GAsyncResult *result;
} Waiter;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiter *waiter = data;

  waiter->result = g_object_ref (result);
  waiter->done = TRUE;
}

static gboolean
recover (AccordSession *session, const char *path, GError **error)
{
  Waiter waiter = { FALSE };
  g_autoptr (GAsyncResult) result = NULL;

  accord_session_recover_async (session, path, NULL, result_cb, &waiter);
  wait_flag (&waiter.done);
  result = waiter.result;
  return accord_session_recover_finish (session, result, error);
}

static guint
n_decided (AccordSession *session)
{
  guint n = 0;

  wait_idle (session);
  wait_pending ();
  accord_review_get_decisions (accord_findings_get_review (accord_session_get_findings (session)),
                               &n);
  return n;
}

/* Runs a case of this program that ends with a kill. */
static void
run_killed (const char *name)
{
  g_test_trap_subprocess (name, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
}

static void
die (AccordSession *session)
{
  accord_session_sync (session);
  kill (getpid (), SIGKILL);
}

static void
test_killed_unsaved (void)
{
  AccordSession *session = session_of_two ();

  decide (session);
  die (session);
}

/* All decisions are there, in a session that has no file and is modified. */
static void
test_recover (void)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  AccordJournalEntry *entry = NULL;

  run_killed ("/journal/subprocess/unsaved");
  list = accord_journal_list ();
  entry = only_entry (list);
  g_assert_cmpuint (entry->head->n_decisions, ==, 3);
  g_assert_true (entry->head->modified);
  g_assert_nonnull (strstr (entry->head->title, ", "));
  g_assert_true (recover (session, entry->path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_decided (session), ==, 3);
  g_assert_cmpuint (n_documents (session), ==, 2);
  g_assert_true (accord_session_get_modified (session));
  g_assert_null (accord_session_get_file (session));
  /* The journal of the one that goes on replaced it. */
  accord_session_sync (session);
  g_assert_false (g_file_test (entry->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (n_files (), ==, 1);
  g_assert_finalize_object (session);
  g_assert_cmpuint (n_files (), ==, 0);
}

static void
test_killed_saved (void)
{
  AccordSession *session = session_of_two ();
  g_autoptr (GFile) file = session_file ();

  decide (session);
  g_assert_true (save_to (session, file, NULL));
  accord_session_undo (session);
  accord_session_undo (session);
  accord_session_decide_coding (session, 2, ACCORD_DECISION_REJECT);
  die (session);
}

/* What was saved is the beginning; an undo is a change too. The file stays that of the session. */
static void
test_recover_saved (void)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GFile) file = session_file ();
  AccordJournalEntry *entry = NULL;

  run_killed ("/journal/subprocess/saved");
  list = accord_journal_list ();
  entry = only_entry (list);
  g_assert_cmpuint (entry->head->n_decisions, ==, 3);
  g_assert_cmpstr (entry->head->title, ==, "s");
  g_assert_true (recover (session, entry->path, NULL));
  g_assert_cmpuint (n_decided (session), ==, 2);
  g_assert_true (accord_session_get_modified (session));
  g_assert_nonnull (accord_session_get_file (session));
  g_assert_true (g_file_equal (accord_session_get_file (session), file));
  accord_session_sync (session);
  g_assert_finalize_object (session);
  g_unlink (g_file_peek_path (file));
}

static void
test_killed_unchanged (void)
{
  AccordSession *session = session_of_two ();
  g_autoptr (GFile) file = session_file ();

  g_assert_true (save_to (session, file, NULL));
  die (session);
}

/* Nothing would come back that is not in the file. */
static void
test_unchanged (void)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GFile) file = session_file ();

  run_killed ("/journal/subprocess/unchanged");
  g_assert_cmpuint (n_files (), ==, 1);
  list = accord_journal_list ();
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (n_files (), ==, 0);
  g_unlink (g_file_peek_path (file));
}

/* A file that was saved by somebody since is not to be overwritten. */
static void
test_saved_since (void)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GFile) file = session_file ();

  run_killed ("/journal/subprocess/saved");
  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                              (guint64) (g_get_real_time () / G_USEC_PER_SEC) + 60,
                                              0, NULL, NULL));
  list = accord_journal_list ();
  g_assert_true (recover (session, only_entry (list)->path, NULL));
  g_assert_null (accord_session_get_file (session));
  accord_session_sync (session);
  g_assert_finalize_object (session);
  g_unlink (g_file_peek_path (file));
}

/* Wherever the file is torn, what is whole comes back: at most the last decision is gone. */
static void
test_torn (void)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0, cut = 0;
  const char *path = NULL;

  run_killed ("/journal/subprocess/unsaved");
  list = accord_journal_list ();
  path = only_entry (list)->path;
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  cut = (gsize) (g_strrstr_len (contents, (gssize) length - 1, "\n") + 1 - contents);
  for (gsize end = cut; end <= length;
       end += end + 97 < length || end == length ? 97 : length - end)
    {
      g_autoptr (AccordSessionState) state = NULL;
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, contents, (gssize) end, NULL));
      state = accord_journal_load (path, &file, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (state->decisions->len, ==, end == length ? 3 : 2);
    }
  /* And of a beginning that is not whole, nothing, with a reason. */
  for (gsize end = 0; end < 2000; end += 111)
    {
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, contents, (gssize) end, NULL));
      g_assert_null (accord_journal_load (path, &file, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  accord_journal_discard (path);
  g_assert_cmpuint (n_files (), ==, 0);
}

/* Only its owner reads it; it is there as long as its session, and offered to nobody until then. */
static void
test_life (void)
{
  AccordSession *session = accord_session_new ();
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GStatBuf info;

  g_assert_cmpuint (n_files (), ==, 0);
  accord_session_add_text (session, "Privacy must be protected.", "t");
  wait_idle (session);
  accord_session_sync (session);
  g_assert_cmpuint (n_files (), ==, 1);
  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  list = accord_journal_list ();
  g_assert_cmpuint (list->len, ==, 0);
  accord_session_close (session);
  g_assert_cmpuint (n_files (), ==, 0);
  /* It is not begun again. */
  accord_session_add_text (session, "Systems must be tested.", "u");
  wait_idle (session);
  accord_session_sync (session);
  g_assert_cmpuint (n_files (), ==, 0);
  g_assert_finalize_object (session);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A place that cannot be written is told once, and costs the session nothing; as soon as it can,
 * all is written that there is. */
static void
test_no_place (void)
{
  AccordSession *session = accord_session_new ();
  g_autofree char *folder = dup_folder ();
  guint n_told = 0;

  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_signal_connect_swapped (session, "failed", G_CALLBACK (count_cb), &n_told);
  accord_session_add_text (session, "Privacy must be protected in all automated systems.", "t");
  wait_idle (session);
  accord_session_sync (session);
  g_assert_cmpuint (n_files (), ==, 0);
  accord_session_decide_coding (session, 0, ACCORD_DECISION_ACCEPT);
  accord_session_sync (session);
  accord_session_undo (session);
  accord_session_sync (session);
  g_assert_cmpuint (n_told, ==, 1);
  g_unlink (folder);
  accord_session_redo (session);
  accord_session_sync (session);
  g_assert_cmpuint (n_files (), ==, 1);
  g_assert_finalize_object (session);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = NULL;
  int status = 0;

  if (g_getenv ("ACCORD_TEST_HOME") == NULL)
    {
      home = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
      g_setenv ("ACCORD_TEST_HOME", home, TRUE);
      g_setenv ("XDG_STATE_HOME", home, TRUE);
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/life", test_life);
  g_test_add_func ("/journal/recover", test_recover);
  g_test_add_func ("/journal/recover-saved", test_recover_saved);
  g_test_add_func ("/journal/unchanged", test_unchanged);
  g_test_add_func ("/journal/saved-since", test_saved_since);
  g_test_add_func ("/journal/torn", test_torn);
  g_test_add_func ("/journal/no-place", test_no_place);
  g_test_add_func ("/journal/subprocess/unsaved", test_killed_unsaved);
  g_test_add_func ("/journal/subprocess/saved", test_killed_saved);
  g_test_add_func ("/journal/subprocess/unchanged", test_killed_unchanged);
  status = g_test_run ();
  if (home != NULL)
    {
      g_autofree char *folder = dup_folder ();
      g_autofree char *parent = g_path_get_dirname (folder);

      g_rmdir (folder);
      g_rmdir (parent);
      g_rmdir (home);
    }
  return status;
}
