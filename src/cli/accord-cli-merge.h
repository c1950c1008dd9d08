/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several sessions into one, one session into the newest format, and how far the coders
 * of a session agree. */
#pragma once

#include "cli/accord-cli-options.h"
#include "session/accord-session-state.h"

G_BEGIN_DECLS

int accord_cli_merge (const AccordCliOptions *options, const AccordCliUsage *usage);
int accord_cli_upgrade (const AccordCliOptions *options, const AccordCliUsage *usage);
void accord_cli_append_agreement (GString *out, const AccordSessionState *state);

G_END_DECLS
