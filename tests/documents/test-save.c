/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving: whole or not at all, through links, with the old mode, and what is said
 * where it fails. As root some cases run as another user or on a file system of
 * their own, since root may write anywhere. */
#include "documents/accord-save.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path; /* of "a.txt" in it */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("accord-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.txt", NULL);
}

static void
remove_all (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static gboolean
save (const char *path, const char *text, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return accord_save (file, text, strlen (text), NULL, error);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static guint
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_new_file (Fixture *self, gconstpointer data)
{
  g_autofree char *session = g_build_filename (self->folder, "a.accord", NULL);
  g_autoptr (GError) error = NULL;
  mode_t before = umask (027);

  g_assert_true (save (self->path, "one", &error));
  g_assert_true (save (session, "", &error));
  umask (before);
  g_assert_no_error (error);
  assert_holds (self->path, "one");
  assert_holds (session, "");
  g_assert_cmpuint (mode_of (self->path), ==, 0640);
  g_assert_cmpuint (mode_of (session), ==, 0600);
  g_assert_cmpuint (count_entries (self->folder), ==, 2);
}

static void
test_keeps_the_mode (Fixture *self, gconstpointer data)
{
  g_assert_true (save (self->path, "one", NULL));
  g_assert_cmpint (g_chmod (self->path, 0664), ==, 0);
  g_assert_true (save (self->path, "two", NULL));
  assert_holds (self->path, "two");
  g_assert_cmpuint (mode_of (self->path), ==, 0664);
  g_assert_cmpuint (count_entries (self->folder), ==, 1);
}

static void
test_keeps_the_link (Fixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second", NULL);

  g_assert_true (save (self->path, "one", NULL));
  g_assert_cmpint (symlink ("a.txt", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  g_assert_true (save (second, "two", NULL));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (self->path, "two");
}

static void
test_link_to_no_file_yet (Fixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);

  g_assert_cmpint (symlink ("a.txt", link), ==, 0);
  g_assert_true (save (link, "one", NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (self->path, "one");
}

/* In "near → deep/inner", near/link → ../a.txt means deep/a.txt. */
static void
test_link_behind_a_linked_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (self->folder, "deep", "inner", NULL);
  g_autofree char *near = g_build_filename (self->folder, "near", NULL);
  g_autofree char *link = g_build_filename (near, "link", NULL);
  g_autofree char *target = g_build_filename (self->folder, "deep", "a.txt", NULL);

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_cmpint (symlink ("deep/inner", near), ==, 0);
  g_assert_cmpint (symlink ("../a.txt", link), ==, 0);
  g_assert_true (save (link, "one", NULL));
  assert_holds (target, "one");
}

static void
test_link_in_a_circle (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("a.txt", self->path), ==, 0);
  g_assert_false (save (self->path, "one", &error));
  g_assert_true (g_str_has_prefix (error->message, "could not be saved: "));
}

static void
test_hard_link_keeps_the_old (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);

  g_assert_true (save (self->path, "one", NULL));
  g_assert_cmpint (link (self->path, other), ==, 0);
  g_assert_true (save (self->path, "two", NULL));
  assert_holds (other, "one");
}

static void
test_target_is_a_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  g_assert_false (save (self->path, "one", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpstr (error->message, ==, "could not be saved: a folder of that name is there");
  g_clear_error (&error);
  g_assert_false (save ("/", "one", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_target_is_a_pipe (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  g_assert_false (save (self->path, "one", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_folder_is_gone (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "gone", "a.txt", NULL);
  g_autofree char *under_file = g_build_filename (self->path, "a.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (path, "one", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "could not be saved: its folder is not there");
  g_clear_error (&error);
  g_assert_true (save (self->path, "one", NULL));
  g_assert_false (save (under_file, "one", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static gboolean
save_as_nobody (Fixture *self, GError **error)
{
  gboolean root = geteuid () == 0;
  gboolean done = FALSE;

  if (root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  done = save (self->path, "two", error);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  return done;
}

static void
give_to_nobody (const char *path)
{
  if (geteuid () == 0)
    g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
}

static void
test_read_only_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self->path, "one", NULL));
  give_to_nobody (self->path);
  give_to_nobody (self->folder);
  g_assert_cmpint (g_chmod (self->folder, 0500), ==, 0);
  g_assert_false (save_as_nobody (self, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpstr (error->message, ==,
                   "could not be saved: there is no permission to write in its folder");
  assert_holds (self->path, "one");
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
  g_assert_cmpuint (count_entries (self->folder), ==, 1);
}

static void
test_read_only_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self->path, "one", NULL));
  give_to_nobody (self->path);
  give_to_nobody (self->folder);
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  g_assert_false (save_as_nobody (self, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpstr (error->message, ==, "could not be saved: the file is read-only");
  assert_holds (self->path, "one");
}

/* Nothing is left of a write that fails in the middle, and the old file is whole. */
static void
test_size_limit (Fixture *self, gconstpointer data)
{
  struct rlimit before, limit;
  g_autoptr (GString) large = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);

  g_string_set_size (large, 300000);
  memset (large->str, 'a', large->len);
  g_assert_true (save (self->path, "one", NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 65536;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (save (self->path, large->str, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, handler);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_holds (self->path, "one");
  g_assert_cmpuint (count_entries (self->folder), ==, 1);
}

/* In a process of its own, since the disk is mounted for that process only. Its exit status
 * tells the line that failed. */
#define CHECK(condition)                                                                           \
  if (!(condition))                                                                                \
  _exit (__LINE__ % 200 + 2)

static void
fill_small_disk (Fixture *self)
{
  g_autoptr (GString) large = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (unshare (CLONE_NEWNS) != 0 || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("none", self->folder, "tmpfs", 0, "size=128k") != 0)
    _exit (1);
  g_string_set_size (large, 300000);
  memset (large->str, 'a', large->len);
  CHECK (save (self->path, "one", NULL));
  CHECK (!save (self->path, large->str, &error));
  CHECK (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE));
  CHECK (g_str_equal (error->message, "could not be saved: the disk is full"));
  assert_holds (self->path, "one");
  CHECK (count_entries (self->folder) == 1);
  g_clear_error (&error);
  CHECK (mount ("none", self->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL) == 0);
  CHECK (!save (self->path, "two", &error));
  CHECK (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY));
  assert_holds (self->path, "one");
  _exit (0);
}

static void
test_full_disk (Fixture *self, gconstpointer data)
{
  int status = 0;
  pid_t pid = fork ();

  if (pid == 0)
    fill_small_disk (self);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 1)
    g_test_skip ("no right to mount a small disk");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (accord_save (file, "one", 3, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_entries (self->folder), ==, 0);
}

static void
test_place_that_is_not_local (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///a.txt");
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_save (file, "one", 3, NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "could not be saved: "));
}

/* What a kill left is removed; what somebody is just writing, and files of others, stay. */
static void
test_clean (Fixture *self, gconstpointer data)
{
  static const char *const NAMES[] = { ".accord-0123abcd~", ".accord-89ef4567~", ".accord-x~",
                                       "accord-0123abcd~" };
  char *paths[G_N_ELEMENTS (NAMES)] = { NULL };
  int fd = -1;

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      paths[i] = g_build_filename (self->folder, NAMES[i], NULL);
      g_assert_true (g_file_set_contents (paths[i], "half", -1, NULL));
    }
  fd = g_open (paths[1], O_RDONLY, 0);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  accord_save_clean (self->folder);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    g_assert_cmpint (g_file_test (paths[i], G_FILE_TEST_EXISTS), ==, i > 0);
  close (fd);
  accord_save_clean (self->folder);
  g_assert_false (g_file_test (paths[1], G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_unlink (paths[i]);
      g_free (paths[i]);
    }
}

#define ADD(name, function) g_test_add ("/save/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-file", test_new_file);
  ADD ("keeps-the-mode", test_keeps_the_mode);
  ADD ("keeps-the-link", test_keeps_the_link);
  ADD ("link-to-no-file-yet", test_link_to_no_file_yet);
  ADD ("link-behind-a-linked-folder", test_link_behind_a_linked_folder);
  ADD ("link-in-a-circle", test_link_in_a_circle);
  ADD ("hard-link-keeps-the-old", test_hard_link_keeps_the_old);
  ADD ("target-is-a-folder", test_target_is_a_folder);
  ADD ("target-is-a-pipe", test_target_is_a_pipe);
  ADD ("folder-is-gone", test_folder_is_gone);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("read-only-file", test_read_only_file);
  ADD ("size-limit", test_size_limit);
  ADD ("full-disk", test_full_disk);
  ADD ("cancelled", test_cancelled);
  ADD ("clean", test_clean);
  ADD ("place-that-is-not-local", test_place_that_is_not_local);
  return g_test_run ();
}
