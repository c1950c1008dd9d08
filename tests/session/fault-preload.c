/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the driver of faults: of the calls that open, write, cut, sync or rename
 * what lies below $ACCORD_FAULT_DIR, the one that was armed for fails, or all from it on,
 * or it writes half and says so, or the process dies half way in it or just after it. */
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

void accord_fault_arm (int number, char how);
int accord_fault_count (void);
int accord_fault_struck (void);

static atomic_int armed, count, struck, at;
static atomic_bool ours[MOST_FILES];
/* f fail, F fail from there on, s write half and say so, k die half way, K die after it */
static char mode;

/* From here on calls are counted, and the one numbered @number is the one. */
void
accord_fault_arm (int number, char how)
{
  mode = how;
  at = number;
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

int
accord_fault_struck (void)
{
  return struck;
}

/* Whether this is the call; short writes are of writes alone. */
static int
is_due (void)
{
  int number = 0;

  if (!armed)
    return 0;
  number = atomic_fetch_add (&count, 1) + 1;
  return number == at || (mode == 'F' && at > 0 && number > at);
}

static int
is_ours (int fd)
{
  return fd >= 0 && fd < MOST_FILES && ours[fd];
}

static int
strike (int code)
{
  struck = 1;
  if (mode == 'k')
    die ();
  errno = code;
  return -1;
}

/* After the call has done its work: the last moment, or nothing at all. */
static void
follow (void)
{
  struck = 1;
  if (mode == 'K')
    die ();
}

/* Whether the call is done before anything happens. */
static int
is_harmless (void)
{
  return mode == 'K' || mode == 's';
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
open_in (const char *symbol, int folder, const char *path, int flags, mode_t permissions)
{
  int (*real) (int, const char *, int, ...) = NULL;
  int mine = path_is_ours (folder, path), fd = -1, due = 0;

  *(void **) &real = dlsym (RTLD_NEXT, symbol);
  due = mine && is_due ();
  if (due && !is_harmless ())
    return strike (EMFILE);
  fd = real (folder, path, flags, permissions);
  if (fd >= 0 && fd < MOST_FILES)
    ours[fd] = mine;
  if (due)
    follow ();
  return fd;
}

#define MODE(flags, permissions)                                                                   \
  do                                                                                               \
    {                                                                                              \
      va_list list;                                                                                \
      va_start (list, flags);                                                                      \
      permissions = (flags) &O_CREAT ? (mode_t) va_arg (list, int) : 0;                            \
      va_end (list);                                                                               \
    }                                                                                              \
  while (0)

int
open (const char *path, int flags, ...)
{
  mode_t permissions = 0;

  MODE (flags, permissions);
  return open_in ("openat", AT_FDCWD, path, flags, permissions);
}

int
open64 (const char *path, int flags, ...)
{
  mode_t permissions = 0;

  MODE (flags, permissions);
  return open_in ("openat64", AT_FDCWD, path, flags, permissions);
}

int
openat (int folder, const char *path, int flags, ...)
{
  mode_t permissions = 0;

  MODE (flags, permissions);
  return open_in ("openat", folder, path, flags, permissions);
}

int
openat64 (int folder, const char *path, int flags, ...)
{
  mode_t permissions = 0;

  MODE (flags, permissions);
  return open_in ("openat64", folder, path, flags, permissions);
}

/* What a call that is due does: nothing of it, half of it, or all of it before the end. */
static ssize_t
half_of (ssize_t done)
{
  if (done < 0)
    return -1;
  if (mode == 's' || mode == 'K')
    {
      follow ();
      return done;
    }
  return strike (ENOSPC);
}

ssize_t
write (int fd, const void *data, size_t length)
{
  ssize_t (*real) (int, const void *, size_t) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "write");
  if (!is_ours (fd) || !is_due ())
    return real (fd, data, length);
  return half_of (real (fd, data, mode == 'K' ? length : (length + 1) / 2));
}

ssize_t
pwrite64 (int fd, const void *data, size_t length, off64_t offset)
{
  ssize_t (*real) (int, const void *, size_t, off64_t) = NULL;

  *(void **) &real = dlsym (RTLD_NEXT, "pwrite64");
  if (!is_ours (fd) || !is_due ())
    return real (fd, data, length, offset);
  return half_of (real (fd, data, mode == 'K' ? length : (length + 1) / 2, offset));
}

int
ftruncate64 (int fd, off64_t length)
{
  int (*real) (int, off64_t) = NULL;
  int due = is_ours (fd) && is_due (), result = 0;

  *(void **) &real = dlsym (RTLD_NEXT, "ftruncate64");
  if (due && !is_harmless ())
    return strike (EIO);
  result = real (fd, length);
  if (due)
    follow ();
  return result;
}

int
fsync (int fd)
{
  int (*real) (int) = NULL;
  int due = is_ours (fd) && is_due (), result = 0;

  *(void **) &real = dlsym (RTLD_NEXT, "fsync");
  if (due && !is_harmless ())
    return strike (EIO);
  result = real (fd);
  if (due)
    follow ();
  return result;
}

int
renameat (int from, const char *old, int to, const char *new)
{
  int (*real) (int, const char *, int, const char *) = NULL;
  int due = path_is_ours (to, new) && is_due (), result = 0;

  *(void **) &real = dlsym (RTLD_NEXT, "renameat");
  if (due && !is_harmless ())
    return strike (EIO);
  result = real (from, old, to, new);
  if (due)
    follow ();
  return result;
}
