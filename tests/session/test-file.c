/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving, opening and exporting sessions: what is found again, what is refused, and
 * that no failure costs the old file or the session anything. */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "documents/accord-json.h"
#include "documents/accord-loader-error.h"
#include "session/accord-session.h"

#include "session-helpers.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

/* Nothing is left behind: the folder is emptied of the names that the tests use, and must be empty
 * then. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const NAMES[] = { "a.accord", "b.accord", "a.html",
                                       "a.json",   "s.txt",    "link.accord" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, NAMES[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GFile *
file_in (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static char *
contents_of (GFile *file)
{
  char *contents = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  return contents;
}

static void
write_contents (GFile *file, const char *contents)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (file), contents, -1, NULL));
}

static AccordSession *
session_of_samples (void)
{
  AccordSession *session = accord_session_new ();

  add_named (session, "01-northern-rivers.en.txt", "02-bay-cities.zh.txt",
             "03-villes-fluviales.fr.html", "04-coastal-cities.ar.txt", NULL);
  wait_idle (session);
  accord_session_decide_coding (session, 2, ACCORD_DECISION_REJECT);
  accord_session_decide_link (session, 0, ACCORD_DECISION_ACCEPT);
  accord_session_set_threshold (session, 320);
  accord_session_set_least_score (session, 100);
  accord_session_set_shown (session, document_at (session, 3), FALSE);
  accord_session_move_document (session, document_at (session, 2), 0);
  wait_idle (session);
  wait_pending ();
  return session;
}

/* The findings are the same, and so are the bytes when it is saved again. */
static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = session_of_samples ();
  AccordSession *again = accord_session_new ();
  g_autoptr (GFile) a = file_in (fixture, "a.accord");
  g_autoptr (GFile) b = file_in (fixture, "b.accord");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *first = NULL, *second = NULL;
  Counts counts;

  g_assert_true (save_to (session, a, &error));
  g_assert_no_error (error);
  g_assert_false (accord_session_get_modified (session));
  g_assert_true (g_file_equal (accord_session_get_file (session), a));
  g_assert_cmpstr (accord_session_get_title (session), ==, "a");
  accord_session_close (session);
  counts_connect (&counts, again);
  g_assert_true (open_from (again, a, &error));
  g_assert_no_error (error);
  g_assert_false (accord_session_get_modified (again));
  g_assert_false (accord_session_undo (again));
  g_assert_cmpstr (accord_session_get_title (again), ==, "a");
  g_assert_cmpint (accord_session_get_threshold (again), ==, 320);
  g_assert_cmpint (accord_session_get_least_score (again), ==, 100);
  g_assert_cmpint (accord_session_document_get_state (document_at (again, 0)), ==,
                   ACCORD_DOCUMENT_READY);
  g_assert_false (accord_session_document_get_shown (document_at (again, 3)));
  wait_idle (again);
  g_assert_cmpuint (counts.n_modified, ==, 0);
  assert_letters (again, "ABCD");
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (accord_session_document_get_id (document_at (again, i)), ==,
                     accord_session_document_get_id (document_at (session, i)));
  before = dup_findings (session);
  after = dup_findings (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (save_to (again, b, &error));
  first = contents_of (a);
  second = contents_of (b);
  g_assert_cmpstr (second, ==, first);
  /* A new document gets an id that there never was. */
  accord_session_remove_document (again, document_at (again, 3));
  accord_session_add_text (again, "Systems must be tested.", "t");
  wait_idle (again);
  g_assert_cmpstr (accord_session_document_get_id (document_at (again, 3)), ==, "d5");
  counts_clear (&counts);
  g_assert_finalize_object (session);
  g_assert_finalize_object (again);
}

/* What is saved keeps to the schema. */
static void
test_schema (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = session_of_samples ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  g_autofree char *check =
    g_test_build_filename (G_TEST_DIST, "build-aux", "check-schemas.py", NULL);
  const char *const arguments[] = { check,      "--data",  g_getenv ("ACCORD_DATA_DIR"),
                                    "--schema", "session", g_file_peek_path (file),
                                    NULL };
  g_autofree char *output = NULL;
  int status = 0;

  g_assert_true (save_to (session, file, NULL));
  g_assert_finalize_object (session);
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &output, NULL, &status,
                     NULL) ||
      (WIFEXITED (status) && WEXITSTATUS (status) == 77))
    g_test_skip ("the validator of schemas is not there");
  else if (status != 0)
    g_error ("%s", output);
}

/* Only what lies beside or below the session is told as a path. */
static void
test_paths_of_sources (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  AccordSession *again = accord_session_new ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  g_autoptr (GFile) source = file_in (fixture, "s.txt");
  g_autofree char *bytes = NULL;

  write_contents (source, "Systems must be tested before they are used.\n");
  accord_session_add_files (session, &source, 1);
  add_named (session, "01-northern-rivers.en.txt", NULL);
  accord_session_add_text (session, "Privacy is protected.", "memo");
  wait_idle (session);
  g_assert_true (save_to (session, file, NULL));
  bytes = contents_of (file);
  g_assert_nonnull (strstr (bytes, "\"path\": \"s.txt\""));
  g_assert_nonnull (strstr (bytes, "\"path\": \"01-northern-rivers.en.txt\""));
  g_assert_nonnull (strstr (bytes, "\"path\": null"));
  g_assert_null (strstr (bytes, fixture->folder));
  g_assert_null (strstr (bytes, g_getenv ("ACCORD_DATA_DIR")));
  accord_session_close (session);
  g_assert_true (open_from (again, file, NULL));
  g_assert_true (g_file_equal (accord_session_document_get_file (document_at (again, 0)), source));
  g_assert_null (accord_session_document_get_file (document_at (again, 2)));
  g_assert_cmpstr (accord_session_document_get_name (document_at (again, 2)), ==, "memo");
  g_assert_finalize_object (session);
  g_assert_finalize_object (again);
}

/* The old file is whole and the session still modified. */
static void
assert_save_fails (AccordSession *session, GFile *file, const char *reason)
{
  g_autoptr (GError) error = NULL;

  accord_session_set_threshold (session, accord_session_get_threshold (session) == 500 ? 600 : 500);
  wait_idle (session);
  g_assert_false (save_to (session, file, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
  g_assert_true (accord_session_get_modified (session));
}

static void
test_save_fails (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  g_autoptr (GFile) nowhere = file_in (fixture, "no-folder/a.accord");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autofree char *before = NULL, *after = NULL;
  struct rlimit old, small;

  accord_session_add_text (session, "Systems must be tested.", "t");
  wait_idle (session);
  g_assert_true (save_to (session, file, NULL));
  before = contents_of (file);
  assert_save_fails (session, nowhere, "“a.accord”: ");
  assert_save_fails (session, folder, "a folder of that name");
  assert_save_fails (session, full, "“full”: ");
  /* A disk that is full after 4 KiB. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_save_fails (session, file, "“a.accord”: ");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_true (g_file_equal (accord_session_get_file (session), file));
  after = contents_of (file);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (save_to (session, file, NULL));
  g_assert_false (accord_session_get_modified (session));
  g_assert_finalize_object (session);
}

/* Root may write everywhere, so root becomes nobody for a while. */
static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  gboolean root = geteuid () == 0;

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_true (!root || seteuid (65534) == 0);
  assert_save_fails (session, file, "permission");
  g_assert_true (!root || seteuid (0) == 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_null (accord_session_get_file (session));
  g_assert_finalize_object (session);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (accord_session_save_finish (ACCORD_SESSION (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* To change the session while it is being saved: the file has what was, the session says so. */
static void
test_change_while_saving (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  AccordSession *again = accord_session_new ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  gboolean done = FALSE;

  accord_session_add_text (session, "Systems must be tested.", "t");
  wait_idle (session);
  accord_session_save_async (session, file, NULL, saved_cb, &done);
  accord_session_set_threshold (session, 700);
  wait_flag (&done);
  g_assert_true (accord_session_get_modified (session));
  accord_session_undo (session);
  g_assert_false (accord_session_get_modified (session));
  accord_session_close (session);
  g_assert_true (open_from (again, file, NULL));
  g_assert_cmpint (accord_session_get_threshold (again), ==, ACCORD_THRESHOLD_DEFAULT);
  g_assert_finalize_object (session);
  wait_idle (again);
  g_assert_finalize_object (again);
}

/* A part that is just being left out is saved as it will be; what is still being read is not. */
static void
test_save_while_working (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  AccordSession *again = accord_session_new ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  guint n = 0;

  accord_session_add_text (session, "Systems must be tested.\n\nPrivacy is protected.\n", "t");
  wait_idle (session);
  accord_session_set_block_kept (session, document_at (session, 0), 0, FALSE);
  add_named (session, "01-northern-rivers.en.txt", NULL);
  g_assert_true (save_to (session, file, NULL));
  g_assert_true (accord_session_get_modified (session));
  wait_idle (session);
  accord_session_close (session);
  g_assert_true (open_from (again, file, NULL));
  g_assert_cmpuint (n_documents (again), ==, 1);
  accord_document_get_paragraphs (accord_session_document_get_document (document_at (again, 0)),
                                  &n);
  g_assert_cmpuint (n, ==, 1);
  wait_idle (again);
  g_assert_finalize_object (session);
  g_assert_finalize_object (again);
}

/* Replaces the first @from; it must be there. */
static char *
replaced (const char *bytes, const char *from, const char *to)
{
  const char *found = strstr (bytes, from);
  g_autofree char *head = NULL;

  g_assert_nonnull (found);
  head = g_strndup (bytes, found - bytes);
  return g_strconcat (head, to, found + strlen (from), NULL);
}

static void
test_newer_version (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  AccordSession *newer = accord_session_new ();
  g_autoptr (GFile) a = file_in (fixture, "a.accord");
  g_autoptr (GFile) b = file_in (fixture, "b.accord");
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL, *with = NULL;
  gboolean read_only = FALSE;

  accord_session_add_text (session, "Systems must be tested.", "t");
  wait_idle (session);
  g_assert_true (save_to (session, a, NULL));
  bytes = contents_of (a);
  with = replaced (bytes, "\n \"version\": 0,", "\n \"version\": 7, \"wonder\": [1],");
  write_contents (b, with);
  accord_session_close (session);
  g_assert_true (open_from (newer, b, &error));
  g_assert_no_error (error);
  g_object_get (newer, "read-only", &read_only, NULL);
  g_assert_true (read_only);
  wait_idle (newer);
  assert_compared (newer, 1);
  g_assert_false (save_to (newer, a, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_NEWER);
  g_assert_true (g_str_has_prefix (error->message, "“a.accord”: could not be saved: "));
  g_object_get (session, "read-only", &read_only, NULL);
  g_assert_false (read_only);
  g_assert_finalize_object (session);
  g_assert_finalize_object (newer);
}

/* What is wrong is told with the file's name, and the session stays empty and usable. */
static void
test_open_fails (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *contents, *reason;
  } CASES[] = {
    { "", "“a.accord”: " },
    { "{\"format\": \"accord-session\", \"version\": 0", "“a.accord”: " },
    { "{\"format\": \"accord-session\", \"version\": 0}", "“a.accord”: $.codebook " },
    { "{\"format\": \"accord-session\", \"version\": 9, \"documents\": 5}", "newer version" },
    { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "“a.accord”: " },
  };
  AccordSession *session = accord_session_new ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  g_autoptr (GFile) pipe = file_in (fixture, "b.accord");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (open_from (session, file, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO);
  g_assert_cmpstr (error->message, ==, "“a.accord”: there is no such file");
  g_clear_error (&error);
  g_assert_false (open_from (session, folder, &error));
  g_assert_nonnull (strstr (error->message, "is a folder"));
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  g_assert_false (open_from (session, pipe, &error));
  g_assert_nonnull (strstr (error->message, "is a pipe"));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_clear_error (&error);
      write_contents (file, CASES[i].contents);
      g_assert_false (open_from (session, file, &error));
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "“a.accord”: "));
      g_assert_nonnull (strstr (error->message, CASES[i].reason));
    }
  g_assert_null (accord_session_get_file (session));
  g_assert_cmpuint (n_documents (session), ==, 0);
  accord_session_add_text (session, "Systems must be tested.", "t");
  wait_idle (session);
  assert_compared (session, 1);
  g_assert_finalize_object (session);
}

/* Nothing that is there is lost to a session that is opened. */
static void
test_open_needs_an_empty_session (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  g_autoptr (GError) error = NULL;

  accord_session_add_text (session, "Systems must be tested.", "t");
  wait_idle (session);
  g_assert_true (save_to (session, file, NULL));
  g_assert_false (open_from (session, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpuint (n_documents (session), ==, 1);
  g_assert_finalize_object (session);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GFile) html = file_in (fixture, "a.html");
  g_autoptr (GFile) json = file_in (fixture, "a.json");
  g_autoptr (GFile) nowhere = file_in (fixture, "no-folder/a.html");
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL, *values = NULL;

  g_assert_false (export_to (session, html, ACCORD_REPORT_HTML, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_finalize_object (session);
  session = session_of_samples ();
  g_assert_true (export_to (session, html, ACCORD_REPORT_HTML, &error));
  g_assert_no_error (error);
  page = contents_of (html);
  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>"));
  /* What was decided a moment ago is in it. */
  accord_session_decide_coding (session, 0, ACCORD_DECISION_REJECT);
  g_assert_true (export_to (session, json, ACCORD_REPORT_JSON, &error));
  values = contents_of (json);
  g_assert_nonnull (strstr (values, "\"rejected\""));
  g_assert_false (export_to (session, nowhere, ACCORD_REPORT_HTML, &error));
  g_assert_true (g_str_has_prefix (error->message, "“a.html”: "));
  g_assert_finalize_object (session);
}

/* The time is that of the environment where it says one, and the coder the one who was set. */
static void
test_decision_in_the_file (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GFile) file = file_in (fixture, "a.accord");
  g_autofree char *bytes = NULL;

  g_object_set (session, "coder", "nora", NULL);
  accord_session_add_text (session, "Privacy must be protected in all automated systems.", "t");
  wait_idle (session);
  accord_session_decide_coding (session, 0, ACCORD_DECISION_ACCEPT);
  g_assert_true (save_to (session, file, NULL));
  bytes = contents_of (file);
  g_assert_nonnull (strstr (bytes, "\"coder\": \"nora\""));
  g_assert_nonnull (strstr (bytes, "\"time\": \"2009-02-13T23:31:30Z\""));
  g_assert_finalize_object (session);
}

#define ADD(name, function) g_test_add ("/file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1234567890", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("reopen", test_reopen);
  ADD ("schema", test_schema);
  ADD ("paths-of-sources", test_paths_of_sources);
  ADD ("save-fails", test_save_fails);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("change-while-saving", test_change_while_saving);
  ADD ("save-while-working", test_save_while_working);
  ADD ("newer-version", test_newer_version);
  ADD ("open-fails", test_open_fails);
  ADD ("open-needs-an-empty-session", test_open_needs_an_empty_session);
  ADD ("export", test_export);
  ADD ("decision-in-the-file", test_decision_in_the_file);
  return g_test_run ();
}
