/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the driver of faults: of the calls that open, write, sync or rename what
 * lies below $ACCORD_FAULT_DIR, the one numbered $ACCORD_FAULT_AT fails, or with
 * $ACCORD_FAULT_KILL the process dies there, a write half done. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_FILES 1024

void accord_fault_arm (void);
int accord_fault_count (void);

static atomic_int armed, count, at;
static atomic_bool ours[MOST_FILES];
static int kills;

/* From here on calls are counted. */
void
accord_fault_arm (void)
{
  const char *number = getenv ("ACCORD_FAULT_AT");

  kills = getenv ("ACCORD_FAULT_KILL") != NULL;
  at = number != NULL ? atoi (number) : 0;
  armed = 1;
}

int
accord_fault_count (void)
{
  return count;
}

static void
die (void)
{
  kill (getpid (), SIGKILL);
  pause ();
}

/* Whether this is the call that fails. */
static int
is_due (void)
{
  return armed && atomic_fetch_add (&count, 1) + 1 == at;
}

static int
is_ours (int fd)
{
  return fd >= 0 && fd < MOST_FILES && ours[fd];
}

static int
strike (int code)
{
  if (kills)
    die ();
  errno = code;
  return -1;
}

/* A path below a folder that is ours is as well. */
static int
path_is_ours (int folder, const char *path)
{
  const char *dir = getenv ("ACCORD_FAULT_DIR");

  return dir != NULL &&
         (path[0] == '/' ? strncmp (path, dir, strlen (dir)) == 0 : is_ours (folder));
}

static int
open_in (const char *symbol, int folder, const char *path, int flags, mode_t mode)
{
  int (*real) (int, const char *, int, ...) = NULL;
  int mine = path_is_ours (folder, path), fd = -1;

  *(void **) &real = dlsym (RTLD_NEXT, symbol);
  if (mine && is_due ())
    return strike (EMFILE);
  fd = real (folder, path, flags, mode);
  if (fd >= 0 && fd < MOST_FILES)
    ours[fd] = mine;
  return fd;
}

#define MODE(flags, mode)                                                                          \
  do                                                                                               \
    {                                                                                              \
      va_list list;                                                                                \
      va_start (list, flags);                                                                      \
      mode = (flags) &O_CREAT ? (mode_t) va_arg (list, int) : 0;                                   \
      va_end (list);                                                                               \
    }                                                                                              \
  while (0)

int
open (const char *path, int flags, ...)
{
  mode_t mode = 0;

  MODE (flags, mode);
  return open_in ("openat", AT_FDCWD, path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  mode_t mode = 0;

  MODE (flags, mode);
  return open_in ("openat64", AT_FDCWD, path, flags, mode);
}

int
openat (int folder, const char *path, int flags, ...)
{
  mode_t mode = 0;

  MODE (flags, mode);
  return open_in ("openat", folder, path, flags, mode);
}

int
openat64 (int folder, const char *path, int flags, ...)
{
  mode_t mode = 0;

  MODE (flags, mode);
  return open_in ("openat64", folder, path, flags, mode);
}

ssize_t
write (int fd, const void *data, size_t length)
{
  ssize_t (*real) (int, const void *, size_t) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "write");
  if (!is_ours (fd) || !is_due ())
    return real (fd, data, length);
  if (real (fd, data, length / 2) < 0)
    return -1;
  return strike (ENOSPC);
}

ssize_t
pwrite64 (int fd, const void *data, size_t length, off64_t offset)
{
  ssize_t (*real) (int, const void *, size_t, off64_t) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "pwrite64");
  if (!is_ours (fd) || !is_due ())
    return real (fd, data, length, offset);
  if (real (fd, data, length / 2, offset) < 0)
    return -1;
  return strike (ENOSPC);
}

int
fsync (int fd)
{
  int (*real) (int) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "fsync");
  return is_ours (fd) && is_due () ? strike (EIO) : real (fd);
}

int
renameat (int from, const char *old, int to, const char *new)
{
  int (*real) (int, const char *, int, const char *) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "renameat");
  return path_is_ours (to, new) && is_due () ? strike (EIO) : real (from, old, to, new);
}
