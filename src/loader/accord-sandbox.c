/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process that parses foreign bytes gives up: memory and time without end, files,
 * and all of the kernel but what reading, computing and answering need. A call that is not
 * allowed fails; it does not kill, since libraries try this and that. Poppler's character
 * maps can be read where Landlock keeps all else out of reach, and not elsewhere. The
 * address sanitizer needs more than that, so under it only time is limited. */
#include "loader/accord-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif

#include "loader/accord-landlock.h"

#define MEMORY_MAX ((rlim_t) 2 << 30)
#define DATA_MAX ((rlim_t) 1 << 30)
#define SECONDS_MAX 30

/* Descriptors beyond the three that are open: character maps, one within the other. */
#define FILES_MAX 12

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static void
limit (int resource, rlim_t soft, rlim_t hard)
{
  struct rlimit value = { soft, hard };

  if (setrlimit (resource, &value) != 0)
    g_debug ("a limit could not be set");
}

#ifdef HAVE_SECCOMP

/* Made once by the parent and loaded by each child; one program has one filter. */
static scmp_filter_ctx filter;

/* The same with files that can be opened to be read. */
static scmp_filter_ctx reading_filter;

static void
allow_calls (scmp_filter_ctx context)
{
  static const int CALLS[] = {
    SCMP_SYS (read),
    SCMP_SYS (pread64),
    SCMP_SYS (write),
    SCMP_SYS (writev),
    SCMP_SYS (close),
    SCMP_SYS (lseek),
    SCMP_SYS (fstat),
    SCMP_SYS (brk),
    SCMP_SYS (munmap),
    SCMP_SYS (mremap),
    SCMP_SYS (madvise),
    SCMP_SYS (futex),
    SCMP_SYS (rt_sigreturn),
    SCMP_SYS (rt_sigaction),
    SCMP_SYS (rt_sigprocmask),
    SCMP_SYS (exit),
    SCMP_SYS (exit_group),
    SCMP_SYS (getrandom),
    SCMP_SYS (clock_gettime),
    SCMP_SYS (gettimeofday),
    SCMP_SYS (getpid),
    SCMP_SYS (gettid),
    SCMP_SYS (sched_yield),
    SCMP_SYS (sched_getaffinity),
    SCMP_SYS (restart_syscall),
  };

  for (guint i = 0; i < G_N_ELEMENTS (CALLS); i++)
    seccomp_rule_add (context, SCMP_ACT_ALLOW, CALLS[i], 0);
  /* Memory, but none that is run. */
  seccomp_rule_add (context, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1,
                    SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  seccomp_rule_add (context, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                    SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
}

static void
allow_reading (scmp_filter_ctx context)
{
  seccomp_rule_add (context, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                    SCMP_A2 (SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
  seccomp_rule_add (context, SCMP_ACT_ALLOW, SCMP_SYS (newfstatat), 0);
  seccomp_rule_add (context, SCMP_ACT_ALLOW, SCMP_SYS (getdents64), 0);
  /* With these, newer poppler lists a folder. */
  seccomp_rule_add (context, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1, SCMP_A1 (SCMP_CMP_EQ, F_GETFL));
  seccomp_rule_add (context, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1, SCMP_A1 (SCMP_CMP_EQ, F_SETFD));
}

static void
enter_filter (gboolean reading)
{
  scmp_filter_ctx context = reading ? reading_filter : filter;

  if (context == NULL || seccomp_load (context) != 0)
    g_debug ("no filter of system calls");
}

#else

static void
enter_filter (gboolean reading)
{
}

#endif

/* What a hostile document makes a library say must not reach a terminal. */
static void
silence (void)
{
  int nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  if (nowhere >= 0)
    dup2 (nowhere, STDERR_FILENO);
  close_range (3, ~0u, 0);
}

/**
 * accord_sandbox_prepare:
 *
 * Does once, in the parent, what each child would have to do again.
 */
void
accord_sandbox_prepare (void)
{
#ifdef HAVE_SECCOMP
  if (SANITIZED)
    return;
  filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  reading_filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  if (filter == NULL || reading_filter == NULL)
    return;
  allow_calls (filter);
  allow_calls (reading_filter);
  allow_reading (reading_filter);
#endif
}

/**
 * accord_sandbox_enter:
 *
 * Gives up everything that is not needed to read the descriptors that are open, to compute, and
 * to write. There is no way back. Where the kernel or the build has no seccomp or no Landlock, the
 * rest stays.
 */
void
accord_sandbox_enter (void)
{
  static const char *const FOLDERS[] = { POPPLER_DATA, NULL };
  gboolean locked = FALSE;

  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit (RLIMIT_CORE, 0, 0);
  limit (RLIMIT_CPU, SECONDS_MAX, SECONDS_MAX + 1);
  limit (RLIMIT_FSIZE, 0, 0);
  if (SANITIZED)
    return;
  silence ();
  locked = accord_landlock_enter (FOLDERS);
  limit (RLIMIT_NOFILE, locked ? FILES_MAX : 3, locked ? FILES_MAX : 3);
  limit (RLIMIT_AS, MEMORY_MAX, MEMORY_MAX);
  limit (RLIMIT_DATA, DATA_MAX, DATA_MAX);
  enter_filter (locked);
}
