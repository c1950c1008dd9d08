/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a file that somebody named: local ones by descriptor, others through GIO. */
#include "documents/accord-open.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE (1u << 20)

static void
set_too_large (GError **error, gsize most)
{
  if (most >= 1u << 20)
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                 _ ("is larger than %u MiB"), (guint) (most >> 20));
  else
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                 _ ("is larger than %u bytes"), (guint) most);
}

static void
set_io (GError **error, const char *sentence)
{
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO, sentence);
}

static void
set_errno (GError **error, int code)
{
  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      set_io (error, _ ("there is no such file"));
      break;
    case EACCES:
    case EPERM:
      set_io (error, _ ("there is no permission to read it"));
      break;
    case ELOOP:
      set_io (error, _ ("is a link that leads nowhere"));
      break;
    case ENXIO:
      set_io (error, _ ("is a socket or device, not a file"));
      break;
    default:
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO, _ ("could not be read: %s"),
                   g_strerror (code));
      break;
    }
}

/* What stands in the way of reading @info as a file, or NULL. */
static const char *
not_a_file (mode_t mode)
{
  if (S_ISREG (mode))
    return NULL;
  if (S_ISDIR (mode))
    return _ ("is a folder, not a file");
  if (S_ISFIFO (mode))
    return _ ("is a pipe, not a file");
  return _ ("is a socket or device, not a file");
}

/**
 * accord_open:
 * @path: a path; symbolic links are followed
 * @most: the most bytes the file may have
 * @size: (out): its size in bytes
 * @error: return location for an error
 *
 * Opens a regular file for reading. Never blocks, not even on a pipe without a writer.
 *
 * Returns: a descriptor, closed on exec, or -1 with ACCORD_LOADER_ERROR_IO or
 *   ACCORD_LOADER_ERROR_TOO_LARGE
 */
int
accord_open (const char *path, gsize most, gsize *size, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  struct stat info;
  const char *fault = NULL;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      set_errno (error, errno);
      if (fd >= 0)
        close (fd);
      return -1;
    }
  fault = not_a_file (info.st_mode);
  if (fault != NULL)
    set_io (error, fault);
  else if ((guint64) info.st_size > most)
    set_too_large (error, most);
  else
    {
      *size = (gsize) info.st_size;
      return fd;
    }
  close (fd);
  return -1;
}

static void
set_gio (GError **error, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_io (error, _ ("there is no such file"));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    set_io (error, _ ("is a folder, not a file"));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_io (error, _ ("there is no permission to read it"));
  else
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO, _ ("could not be read: %s"),
                 cause->message);
  g_error_free (cause);
}

/* The whole stream; it may give less than the size that was told, or never end. */
static GBytes *
read_stream (GInputStream *stream, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError *local = NULL;
  gsize n = 0;

  do
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + PIECE);
      if (!g_input_stream_read_all (stream, bytes->data + before, PIECE, &n, cancellable, &local))
        {
          set_gio (error, local);
          return NULL;
        }
      g_byte_array_set_size (bytes, before + (guint) n);
      if (bytes->len > most)
        {
          set_too_large (error, most);
          return NULL;
        }
    }
  while (n == PIECE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GInputStream *
open_local (const char *path, gsize most, GError **error)
{
  gsize size = 0;
  int fd = accord_open (path, most, &size, error);

  return fd >= 0 ? g_unix_input_stream_new (fd, TRUE) : NULL;
}

static GInputStream *
open_remote (GFile *file, GCancellable *cancellable, GError **error)
{
  GError *local = NULL;
  GFileInputStream *stream = NULL;

  if (g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https"))
    {
      set_io (error, _ ("is an address on the web: save the page as a file first"));
      return NULL;
    }
  stream = g_file_read (file, cancellable, &local);
  if (stream == NULL)
    set_gio (error, local);
  return G_INPUT_STREAM (stream);
}

/**
 * accord_open_bytes:
 * @file: a file, local or not
 * @most: the most bytes it may have, at most 1 GiB
 * @cancellable: (nullable): cancels
 * @error: return location for an error
 *
 * Reads a file whole. Nothing is fetched from the web.
 *
 * Returns: (transfer full): its bytes, possibly none, or NULL with ACCORD_LOADER_ERROR_IO,
 *   ACCORD_LOADER_ERROR_TOO_LARGE or G_IO_ERROR_CANCELLED
 */
GBytes *
accord_open_bytes (GFile *file, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_file_is_native (file)
                                      ? open_local (g_file_peek_path (file), most, error)
                                      : open_remote (file, cancellable, error);

  g_return_val_if_fail (most <= 1u << 30, NULL);

  return stream != NULL ? read_stream (stream, most, cancellable, error) : NULL;
}
