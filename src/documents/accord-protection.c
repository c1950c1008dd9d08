/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this kernel and this build can do to lock the reader of documents in. Where one is
 * missing, reading goes on, and the window says so. */
#include "documents/accord-protection.h"

#include <glib/gi18n-lib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#endif

static gboolean
has_filter (void)
{
#ifdef HAVE_SECCOMP
  return prctl (PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
#else
  return FALSE;
#endif
}

static gboolean
has_landlock (void)
{
  return syscall (SYS_landlock_create_ruleset, NULL, 0, 1u) > 0;
}

/**
 * accord_protection_dup_summary:
 *
 * Returns: (transfer full): a translated sentence that says what protects from hostile documents
 *   here, and what is missing
 */
char *
accord_protection_dup_summary (void)
{
  gboolean filter = has_filter (), landlock = has_landlock ();

  if (filter && landlock)
    return g_strdup (
      _ ("Documents are read in a process of their own, which can reach neither files nor "
         "the network (seccomp, Landlock)."));
  if (filter)
    return g_strdup (
      _ ("Documents are read in a process of their own with few system calls (seccomp). "
         "This kernel has no Landlock, so that PDF files with the fonts of others, "
         "which need files, may lose Chinese text."));
  if (landlock)
    return g_strdup (_ ("Documents are read in a process of their own, which can reach no files "
                        "(Landlock). This system has no filter of system calls (seccomp)."));
  return g_strdup (
    _ ("Documents are read in a process of their own. This system has neither a filter of "
       "system calls (seccomp) nor Landlock to lock it in."));
}
