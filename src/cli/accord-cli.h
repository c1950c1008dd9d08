/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of accord-cli share: their entry points, the exit statuses, the
 * line on standard error that a failure is. Each command is one file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordCliStatus:
 * @ACCORD_CLI_DONE: all done
 * @ACCORD_CLI_FAILED: an input failed or an output could not be written; the rest is done
 * @ACCORD_CLI_USAGE: wrong usage, or an existing target without --force
 * @ACCORD_CLI_FOUND: --verify found drift, --check found faults
 * @ACCORD_CLI_INTERRUPTED: SIGINT
 */
typedef enum
{
  ACCORD_CLI_DONE = 0,
  ACCORD_CLI_FAILED = 1,
  ACCORD_CLI_USAGE = 2,
  ACCORD_CLI_FOUND = 3,
  ACCORD_CLI_INTERRUPTED = 130,
} AccordCliStatus;

int accord_cli_read (int argc, char **argv);
int accord_cli_segment (int argc, char **argv);
int accord_cli_code (int argc, char **argv);
int accord_cli_compare (int argc, char **argv);
int accord_cli_match (int argc, char **argv);
int accord_cli_similarity (int argc, char **argv);
int accord_cli_session (int argc, char **argv);
int accord_cli_codebook (int argc, char **argv);

void accord_cli_complain (const char *name, const char *reason);
char *accord_cli_dup_reason (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
