/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Landlock by its system calls, since the C library has no functions for them. All that
 * the kernel can forbid is forbidden, but reading below some folders. */
#include "loader/accord-landlock.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

#define VERSION_FLAG 1u
#define RULE_PATH_BENEATH 1
#define READ_FILE (1u << 2)
#define READ_DIR (1u << 3)

/* As the kernel has it since its sixth version; older ones know less of it. */
typedef struct
{
  guint64 files;
  guint64 net;
  guint64 scoped;
} Ruleset;

typedef struct
{
  guint64 allowed;
  gint32 folder;
} __attribute__ ((packed)) Rule;

/* What a version of the kernel's interface knows: rights to files, to ports, scopes. */
static const struct
{
  guint64 files;
  guint64 net;
  guint64 scoped;
  gsize size;
} VERSIONS[] = {
  { (1u << 13) - 1, 0, 0, 8 },  { (1u << 14) - 1, 0, 0, 8 },  { (1u << 15) - 1, 0, 0, 8 },
  { (1u << 15) - 1, 3, 0, 16 }, { (1u << 16) - 1, 3, 0, 16 }, { (1u << 16) - 1, 3, 3, 24 },
};

static void
allow_folder (int ruleset, const char *folder)
{
  Rule rule = { READ_FILE | READ_DIR, open (folder, O_PATH | O_CLOEXEC) };

  if (rule.folder < 0)
    return;
  if (syscall (SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0u) != 0)
    g_debug ("a folder stays out of reach");
  close (rule.folder);
}

/**
 * accord_landlock_enter:
 * @folders: (array zero-terminated=1): what may still be read
 *
 * Forbids this process all files but those below @folders, also to write, make or run them, and
 * where the kernel can, connections. It must not gain privileges any more.
 *
 * Returns: FALSE where the kernel has no Landlock
 */
gboolean
accord_landlock_enter (const char *const *folders)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, VERSION_FLAG);
  gsize i = (gsize) CLAMP (version, 1, (long) G_N_ELEMENTS (VERSIONS)) - 1;
  Ruleset rules = { VERSIONS[i].files, VERSIONS[i].net, VERSIONS[i].scoped };
  int fd = -1;
  gboolean done = FALSE;

  if (version < 1)
    return FALSE;
  fd = (int) syscall (SYS_landlock_create_ruleset, &rules, VERSIONS[i].size, 0u);
  if (fd < 0)
    return FALSE;
  for (; *folders != NULL; folders++)
    allow_folder (fd, *folders);
  done = syscall (SYS_landlock_restrict_self, fd, 0u) == 0;
  close (fd);
  return done;
}
