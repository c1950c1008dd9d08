/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file whole or not at all. g_file_set_contents_full() syncs as well, but
 * replaces a symbolic link by a file and forgets the old file's mode, so a local file
 * is written here; any other goes through GIO. */
#include "documents/accord-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE (1u << 20)
#define MOST_LINKS 40
#define TEMPORARY_PREFIX ".accord-"
#define TEMPORARY_SUFFIX "~"

static gboolean
fail (GError **error, GIOErrorEnum code, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, code, sentence);
  return FALSE;
}

static gboolean
fail_errno (GError **error, int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      return fail (error, G_IO_ERROR_NO_SPACE, _ ("could not be saved: the disk is full"));
    case EFBIG:
      return fail (error, G_IO_ERROR_NO_SPACE,
                   _ ("could not be saved: it is larger than a file may be there"));
    case EROFS:
      return fail (error, G_IO_ERROR_READ_ONLY, _ ("could not be saved: the disk is read-only"));
    case EACCES:
    case EPERM:
      return fail (error, G_IO_ERROR_PERMISSION_DENIED,
                   _ ("could not be saved: there is no permission to write in its folder"));
    case ENOENT:
    case ENOTDIR:
      return fail (error, G_IO_ERROR_NOT_FOUND, _ ("could not be saved: its folder is not there"));
    case EISDIR:
      return fail (error, G_IO_ERROR_IS_DIRECTORY,
                   _ ("could not be saved: a folder of that name is there"));
    default:
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("could not be saved: %s"),
                   g_strerror (code));
      return FALSE;
    }
}

/* Where @path leads through symbolic links, also where there is no file at their end yet. Not
 * by g_canonicalize_filename(): behind a link to a folder, ".." means that folder's parent. */
static char *
follow_links (const char *path, GError **error)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *parent = g_path_get_dirname (at);
      g_autofree char *name = g_path_get_basename (at);
      char *folder = realpath (parent, NULL); /* by malloc, which GLib's is */
      g_autofree char *target = NULL;

      if (folder == NULL)
        {
          fail_errno (error, errno);
          return NULL;
        }
      g_free (at);
      at = g_build_filename (folder, name, NULL);
      target = g_file_read_link (at, NULL);
      if (target != NULL && !g_path_is_absolute (target))
        {
          g_autofree char *relative = g_steal_pointer (&target);

          target = g_build_filename (folder, relative, NULL);
        }
      g_free (folder);
      if (target == NULL)
        return g_steal_pointer (&at);
      g_free (at);
      at = g_steal_pointer (&target);
    }
  fail_errno (error, ELOOP);
  return NULL;
}

/* Whether @name may be replaced; @old is what is there, with mode 0 where nothing is. */
static gboolean
check_old (int folder, const char *name, struct stat *old, GError **error)
{
  *old = (struct stat){ 0 };
  if (fstatat (folder, name, old, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT || fail_errno (error, errno);
  if (S_ISDIR (old->st_mode))
    return fail_errno (error, EISDIR);
  if (!S_ISREG (old->st_mode))
    return fail (error, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("could not be saved: what is there is a pipe or device, not a file"));
  if (faccessat (folder, name, W_OK, AT_EACCESS) != 0)
    return errno == EROFS ? fail_errno (error, EROFS)
                          : fail (error, G_IO_ERROR_PERMISSION_DENIED,
                                  _ ("could not be saved: the file is read-only"));
  return TRUE;
}

static int
create_beside (int folder, mode_t mode, char **name, GError **error)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *random =
        g_strdup_printf (TEMPORARY_PREFIX "%08x" TEMPORARY_SUFFIX, g_random_int ());
      int fd = openat (folder, random, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);

      if (fd >= 0)
        {
          /* As long as the process lives, which is what accord_save_clean() asks. */
          flock (fd, LOCK_EX | LOCK_NB);
          *name = g_steal_pointer (&random);
          return fd;
        }
      if (errno != EEXIST)
        break;
    }
  fail_errno (error, errno);
  return -1;
}

static gboolean
write_all (int fd, const char *data, gsize length, GCancellable *cancellable, GError **error)
{
  while (length > 0)
    {
      gssize n = write (fd, data, MIN (length, PIECE));

      if (n < 0 && errno != EINTR)
        return fail_errno (error, errno);
      if (n > 0)
        {
          data += n;
          length -= (gsize) n;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return fsync (fd) == 0 || fail_errno (error, errno);
}

/* The old file's mode and, as far as that is allowed, its owner. */
static gboolean
take_over (int fd, const struct stat *old, GError **error)
{
  struct stat now;

  if (old->st_mode == 0)
    return TRUE;
  if (fstat (fd, &now) != 0)
    return fail_errno (error, errno);
  if ((now.st_uid != old->st_uid || now.st_gid != old->st_gid) &&
      fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, (uid_t) -1, old->st_gid) != 0)
    g_debug ("the owner of the old file could not be kept");
  return fchmod (fd, old->st_mode & 07777) == 0 || fail_errno (error, errno);
}

static gboolean
replace (int folder, const char *temporary, const char *name, GError **error)
{
  if (renameat (folder, temporary, folder, name) != 0)
    return fail_errno (error, errno);
  /* Some file systems cannot sync a folder; the file itself is safe by now. */
  if (fsync (folder) != 0 && errno == EIO)
    return fail_errno (error, errno);
  return TRUE;
}

/* A session holds what a person thinks of the texts, and so does the journal of one; other files
 * follow the umask. */
static mode_t
mode_of_new (const char *name)
{
  return g_str_has_suffix (name, ".accord") || g_str_has_suffix (name, ".journal") ? 0600 : 0666;
}

static gboolean
save_in (int folder,
         const char *name,
         const char *data,
         gsize length,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *temporary = NULL;
  struct stat old;
  gboolean done = FALSE;
  int fd = -1;

  if (!check_old (folder, name, &old, error))
    return FALSE;
  fd = create_beside (folder, old.st_mode != 0 ? 0600 : mode_of_new (name), &temporary, error);
  if (fd < 0)
    return FALSE;
  done = write_all (fd, data, length, cancellable, error) && take_over (fd, &old, error);
  if (close (fd) != 0 && done)
    done = fail_errno (error, errno);
  done = done && replace (folder, temporary, name, error);
  if (!done)
    unlinkat (folder, temporary, 0);
  return done;
}

static gboolean
save_local (
  const char *path, const char *data, gsize length, GCancellable *cancellable, GError **error)
{
  g_autofree char *real = follow_links (path, error);
  g_autofree char *folder_path = real != NULL ? g_path_get_dirname (real) : NULL;
  g_autofree char *name = real != NULL ? g_path_get_basename (real) : NULL;
  gboolean done = FALSE;
  int folder = -1;

  if (real == NULL)
    return FALSE;
  folder = open (folder_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0)
    return fail_errno (error, errno);
  done = save_in (folder, name, data, length, cancellable, error);
  close (folder);
  return done;
}

static gboolean
fail_gio (GError **error, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    fail_errno (error, ENOSPC);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    fail (error, G_IO_ERROR_WRONG_ETAG,
          _ ("could not be saved: somebody else is changing the file"));
  else
    g_set_error (error, G_IO_ERROR, cause->code, _ ("could not be saved: %s"), cause->message);
  g_error_free (cause);
  return FALSE;
}

/* The etag is that of now: it guards against somebody who writes while this does. */
static gboolean
save_remote (GFile *file, const char *data, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, 0, cancellable, NULL);
  const char *etag = info != NULL ? g_file_info_get_etag (info) : NULL;
  GError *local = NULL;

  return g_file_replace_contents (file, data, length, etag, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  cancellable, &local) ||
         fail_gio (error, local);
}

/**
 * accord_save:
 * @file: where to
 * @data: the bytes
 * @length: their number
 * @cancellable: (nullable): cancels
 * @error: return location for an error
 *
 * Writes a file whole or not at all: whatever goes wrong, the old file stays as it is and
 * nothing else is left behind. When it returns TRUE the bytes are on the disk. A local file is
 * written at the end of its symbolic links, with the mode of the old file, and its owner where
 * that is allowed; a hard link to the old file keeps the old bytes. A new file follows the umask,
 * but a session (*.accord, *.journal) only its owner may read. Blocks: call it from a thread.
 *
 * Returns: FALSE with a code of G_IO_ERROR (NO_SPACE, READ_ONLY, PERMISSION_DENIED, NOT_FOUND,
 *   IS_DIRECTORY, NOT_REGULAR_FILE, WRONG_ETAG, CANCELLED, others) and a translated sentence
 */
gboolean
accord_save (GFile *file, const char *data, gsize length, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && (data != NULL || length == 0), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_file_is_native (file))
    return save_local (g_file_peek_path (file), data, length, cancellable, error);
  return save_remote (file, data, length, cancellable, error);
}

static gboolean
is_temporary (const char *name)
{
  gsize prefix = strlen (TEMPORARY_PREFIX), digits = 8;

  return g_str_has_prefix (name, TEMPORARY_PREFIX) &&
         strspn (name + prefix, "0123456789abcdef") == digits &&
         g_str_equal (name + prefix + digits, TEMPORARY_SUFFIX);
}

/* Its lock is free only when the process that wrote it is gone. */
static void
clean_one (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0)
    return;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    g_unlink (path);
  close (fd);
}

/**
 * accord_save_clean:
 * @folder: a local path
 *
 * Removes what accord_save() left there when the machine or the process stopped in its midst.
 * What another process is just writing stays. Blocks: call it from a thread.
 */
void
accord_save_clean (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_temporary (name))
        clean_one (path);
    }
}
