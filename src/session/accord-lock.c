/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lock files. One is stale when the process that made it is gone, which only its own
 * machine can tell; that of another machine is believed. */
#include "session/accord-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "documents/accord-json.h"
#include "session/accord-process-private.h"

#define TRIES 3
/* A lock says little: what is longer is none of ours. */
#define MOST_BYTES 65536

/* path is NULL where nothing is to be removed. */
struct _AccordLock
{
  char *path;
};

static AccordLock *
lock_new (const char *path)
{
  AccordLock *self = g_new0 (AccordLock, 1);

  self->path = g_strdup (path);
  return self;
}

static char *
dup_contents (void)
{
  g_autoptr (AccordProcess) process = accord_process_new_self ();
  GString *out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) json = accord_json_writer_new (out);
  g_autofree char *user = g_utf8_make_valid (g_get_user_name (), -1);
  g_autofree char *host = g_utf8_make_valid (g_get_host_name (), -1);

  accord_json_begin_object (json);
  accord_json_key (json, "boot");
  accord_json_string (json, process->boot);
  accord_json_key (json, "host");
  accord_json_string (json, host);
  accord_json_key (json, "pid");
  accord_json_int (json, process->pid);
  accord_json_key (json, "start");
  accord_json_int (json, process->start);
  accord_json_key (json, "user");
  accord_json_string (json, user);
  accord_json_end_object (json);
  return g_string_free (out, FALSE);
}

/* Returns: 0, or what open() or write() said; EEXIST where there is one already. */
static int
create (const char *path, const char *contents)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
  gsize length = strlen (contents);
  gboolean done = FALSE;

  if (fd < 0)
    return errno;
  done = write (fd, contents, length) == (gssize) length;
  done = close (fd) == 0 && done;
  if (!done)
    g_unlink (path);
  return done ? 0 : EIO;
}

/* Returns: (transfer full) (nullable): what is in the lock, an object */
static JsonNode *
read_lock (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;
  GStatBuf info;
  g_autoptr (JsonNode) node = NULL;

  if (g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > MOST_BYTES ||
      !g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  node = accord_json_parse (contents, length, NULL);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

typedef enum
{
  HELD_BY_NOBODY,
  HELD_BY_US,
  HELD_BY_OTHERS,
} Held;

/* Who has @path; a lock that says nothing was left by a process that was killed at it. */
static Held
ask (const char *path, char **holder)
{
  g_autoptr (JsonNode) node = read_lock (path);
  g_autoptr (AccordProcess) process = NULL;
  g_autoptr (AccordProcess) own = accord_process_new_self ();
  JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;
  const char *host = NULL, *user = NULL;
  gboolean here = FALSE;

  process = object != NULL ? accord_process_new_from_json (object) : NULL;
  if (process == NULL)
    return HELD_BY_NOBODY;
  host = json_object_get_string_member_with_default (object, "host", "");
  user = json_object_get_string_member_with_default (object, "user", "");
  here = g_strcmp0 (host, g_get_host_name ()) == 0;
  if (here && accord_process_equal (process, own))
    return HELD_BY_US;
  if (here && !accord_process_is_alive (process))
    return HELD_BY_NOBODY;
  /* Translators: the name of a user, and of a computer */
  *holder = g_strdup_printf (_ ("%s on %s"), user, host);
  return HELD_BY_OTHERS;
}

/* Returns: 0 with *lock, with *holder, or with neither where this process has it; else why there
 * can be no lock. */
static int
take (const char *path, AccordLock **lock, char **holder)
{
  g_autofree char *contents = dup_contents ();

  for (guint i = 0; i < TRIES; i++)
    {
      int code = create (path, contents);
      Held held = HELD_BY_NOBODY;

      if (code == 0)
        *lock = lock_new (path);
      if (code != EEXIST)
        return code;
      held = ask (path, holder);
      if (held != HELD_BY_NOBODY)
        return 0;
      g_unlink (path);
    }
  return EEXIST;
}

/* The file itself, so that one behind a symbolic link has one lock. */
static char *
real_path (const char *path)
{
  char *real = realpath (path, NULL); /* by malloc, which GLib's is */
  g_autofree char *folder = NULL, *name = NULL;

  if (real != NULL)
    return real;
  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  real = realpath (folder, NULL);
  if (real == NULL)
    return g_strdup (path);
  g_free (folder);
  folder = real;
  return g_build_filename (folder, name, NULL);
}

static char *
path_beside (const char *real)
{
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *name = g_path_get_basename (real);
  g_autofree char *lock = g_strconcat (".~lock.", name, "#", NULL);

  return g_build_filename (folder, lock, NULL);
}

static char *
path_elsewhere (const char *real)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real, -1);
  g_autofree char *name = g_strconcat (hash, ".lock", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "accord", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name, NULL);
}

/**
 * accord_lock_take:
 * @file: a session, which need not be there
 * @holder: (out) (transfer full) (nullable): who has it, for people, where that is another process
 *
 * Where no lock can be made at all, and for files that are not local, it is as if there was one.
 * Blocks: call it from a thread.
 *
 * Returns: (transfer full) (nullable): the lock; NULL with @holder, or without where this process
 * has it already
 */
AccordLock *
accord_lock_take (GFile *file, char **holder)
{
  g_autofree char *real = NULL, *beside = NULL, *elsewhere = NULL;
  AccordLock *lock = NULL;

  *holder = NULL;
  if (!g_file_is_native (file))
    return lock_new (NULL);
  real = real_path (g_file_peek_path (file));
  beside = path_beside (real);
  if (take (beside, &lock, holder) == 0)
    return lock;
  elsewhere = path_elsewhere (real);
  if (take (elsewhere, &lock, holder) == 0)
    return lock;
  return lock_new (NULL);
}

/**
 * accord_lock_release:
 * @self: (transfer full) (nullable): a lock
 *
 * Removes it.
 */
void
accord_lock_release (AccordLock *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}
