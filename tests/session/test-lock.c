/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two who open one session: the second one reads, and is told who the first one is. The
 * first one is another process, whose lock is written here. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "session/accord-lock.h"
#include "session/accord-session.h"

#include "session-helpers.h"

typedef struct
{
  char *folder;
  GFile *file;
  char *lock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AccordSession *session = accord_session_new ();
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "a.accord", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->lock = g_build_filename (fixture->folder, ".~lock.a.accord#", NULL);
  accord_session_add_text (session, "Systems must be tested.", "t");
  wait_idle (session);
  g_assert_true (save_to (session, fixture->file, NULL));
  g_assert_true (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (session);
  g_assert_false (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (g_file_peek_path (fixture->file));
  g_unlink (fixture->lock);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->lock);
  g_free (fixture->folder);
}

/* The parent of this program runs as long as it does. */
static void
write_lock (Fixture *fixture, const char *host, gint pid, gboolean same_boot)
{
  g_autofree char *boot = NULL, *contents = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
    boot = g_strdup ("");
  contents =
    g_strdup_printf ("{\"boot\": \"%s\", \"host\": \"%s\", \"pid\": %d, \"user\": \"nora\"}",
                     same_boot ? g_strstrip (boot) : "other", host, pid);
  g_assert_true (g_file_set_contents (fixture->lock, contents, -1, NULL));
}

static gboolean
is_read_only (AccordSession *session)
{
  gboolean read_only = FALSE;

  g_object_get (session, "read-only", &read_only, NULL);
  return read_only;
}

static void
assert_held (Fixture *fixture, const char *host)
{
  AccordSession *session = accord_session_new ();
  g_autofree char *other = g_build_filename (fixture->folder, "b.accord", NULL);
  g_autoptr (GFile) elsewhere = g_file_new_for_path (other);
  g_autofree char *holder = g_strdup_printf ("nora on %s", host);
  g_autoptr (GError) error = NULL;

  g_assert_true (open_from (session, fixture->file, NULL));
  g_assert_cmpstr (accord_session_get_holder (session), ==, holder);
  g_assert_true (is_read_only (session));
  g_assert_false (save_to (session, fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, holder));
  /* Under another name it is a session like any other. */
  g_assert_true (save_to (session, elsewhere, NULL));
  g_assert_false (is_read_only (session));
  g_assert_null (accord_session_get_holder (session));
  g_assert_finalize_object (session);
  g_assert_true (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (other), ==, 0);
}

static void
test_held (Fixture *fixture, gconstpointer data)
{
  write_lock (fixture, g_get_host_name (), (gint) getppid (), TRUE);
  assert_held (fixture, g_get_host_name ());
  write_lock (fixture, "elsewhere", 1, FALSE);
  assert_held (fixture, "elsewhere");
}

static void
assert_free (Fixture *fixture)
{
  AccordSession *session = accord_session_new ();

  g_assert_true (open_from (session, fixture->file, NULL));
  g_assert_null (accord_session_get_holder (session));
  g_assert_false (is_read_only (session));
  g_assert_true (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
  g_assert_true (save_to (session, fixture->file, NULL));
  g_assert_finalize_object (session);
  g_assert_false (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
}

/* A lock whose process is gone, of another boot, or that says nothing, holds nobody up. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  write_lock (fixture, g_get_host_name (), G_MAXINT32, TRUE);
  assert_free (fixture);
  write_lock (fixture, g_get_host_name (), (gint) getppid (), FALSE);
  assert_free (fixture);
  g_assert_true (g_file_set_contents (fixture->lock, "", 0, NULL));
  assert_free (fixture);
}

/* One behind a symbolic link has one lock; where none can be made, it is elsewhere. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.accord", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GFile) system = g_file_new_for_path ("/proc/nothing.accord");
  g_autofree char *holder = NULL;
  g_autoptr (AccordLock) lock = NULL;

  g_assert_cmpint (symlink ("a.accord", link), ==, 0);
  lock = accord_lock_take (file, &holder);
  g_assert_nonnull (lock);
  g_assert_true (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
  g_clear_pointer (&lock, accord_lock_release);
  g_assert_false (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
  g_unlink (link);
  lock = accord_lock_take (system, &holder);
  g_assert_nonnull (lock);
  g_assert_null (holder);
}

#define ADD(name, function) g_test_add ("/lock/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("held", test_held);
  ADD ("stale", test_stale);
  ADD ("places", test_places);
  return g_test_run ();
}
