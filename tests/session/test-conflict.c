/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program, or another window, at the file of an open session: what it put there
 * is not overwritten unasked. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "session/accord-session.h"

#include "session-helpers.h"

typedef struct
{
  char *folder;
  GFile *file;
  AccordSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "a.accord", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->session = accord_session_new ();
  accord_session_add_text (fixture->session, "Systems must be tested.", "t");
  wait_idle (fixture->session);
  g_assert_true (save_to (fixture->session, fixture->file, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_unlink (g_file_peek_path (fixture->file));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static char *
contents_of (GFile *file)
{
  char *contents = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  return contents;
}

/* In place, as an editor may, so that the number of the file stays; a time that is sure to differ.
 */
static void
write_as_others (GFile *file, const char *contents)
{
  FILE *stream = g_fopen (g_file_peek_path (file), "w");
  struct timespec times[2] = { { 1000, 0 }, { 1000, 0 } };

  g_assert_nonnull (stream);
  g_assert_cmpint (fputs (contents, stream), >=, 0);
  g_assert_cmpint (fclose (stream), ==, 0);
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (file), times, 0), ==, 0);
}

static void
assert_refused (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save_to (fixture->session, fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_cmpstr (error->message, ==,
                   "“a.accord”: could not be saved: another program has changed it since it was "
                   "opened");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = NULL, *after = NULL;

  accord_session_set_threshold (fixture->session, 400);
  write_as_others (fixture->file, "{}");
  assert_refused (fixture);
  /* To be told once is not to have agreed. */
  assert_refused (fixture);
  other = contents_of (fixture->file);
  g_assert_cmpstr (other, ==, "{}");
  g_assert_true (accord_session_get_modified (fixture->session));

  accord_session_allow_overwrite (fixture->session);
  g_assert_true (save_to (fixture->session, fixture->file, NULL));
  g_assert_false (accord_session_get_modified (fixture->session));
  after = contents_of (fixture->file);
  g_assert_nonnull (strstr (after, "\"threshold\": 400"));
  /* From here on it is guarded again. */
  write_as_others (fixture->file, "{}");
  assert_refused (fixture);
}

static void
test_changed_after_opening (Fixture *fixture, gconstpointer data)
{
  AccordSession *again = accord_session_new ();
  g_autoptr (GError) error = NULL;

  accord_session_close (fixture->session);
  g_assert_true (open_from (again, fixture->file, NULL));
  write_as_others (fixture->file, "{}");
  g_assert_false (save_to (again, fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_finalize_object (again);
}

/* A copy, a checkout, a backup: another file, another time, but the same bytes. */
static void
test_touched (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = contents_of (fixture->file);

  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  write_as_others (fixture->file, contents);
  accord_session_set_threshold (fixture->session, 400);
  g_assert_true (save_to (fixture->session, fixture->file, NULL));
}

/* There is nothing to lose then. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  g_assert_true (save_to (fixture->session, fixture->file, NULL));
}

static void
test_another_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.accord", NULL);
  g_autoptr (GFile) elsewhere = g_file_new_for_path (path);
  g_autofree char *other = NULL;

  write_as_others (fixture->file, "{}");
  g_assert_true (save_to (fixture->session, elsewhere, NULL));
  g_assert_true (save_to (fixture->session, elsewhere, NULL));
  other = contents_of (fixture->file);
  g_assert_cmpstr (other, ==, "{}");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_folder_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  accord_session_close (fixture->session);
  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_false (save_to (fixture->session, fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "its folder is not there"));
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

/* Two sessions of one process never share a file: the window that has it is raised instead. */
static void
test_twice_in_one_process (Fixture *fixture, gconstpointer data)
{
  AccordSession *second = accord_session_new ();
  g_autofree char *link = g_build_filename (fixture->folder, "link.accord", NULL);
  g_autoptr (GFile) linked = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;

  g_assert_false (open_from (second, fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpstr (error->message, ==, "“a.accord”: is open in another window");
  g_clear_error (&error);
  g_assert_cmpint (symlink ("a.accord", link), ==, 0);
  g_assert_false (open_from (second, linked, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);
  accord_session_add_text (second, "Systems must not be tested.", "u");
  wait_idle (second);
  g_assert_false (save_to (second, fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_finalize_object (second);
  g_assert_true (save_to (fixture->session, fixture->file, NULL));
  g_assert_cmpint (g_unlink (link), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/conflict/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("changed", test_changed);
  ADD ("changed-after-opening", test_changed_after_opening);
  ADD ("touched", test_touched);
  ADD ("gone", test_gone);
  ADD ("another-name", test_another_name);
  ADD ("folder-is-gone", test_folder_is_gone);
  ADD ("twice-in-one-process", test_twice_in_one_process);
  return g_test_run ();
}
