/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process that reads one document. */
#pragma once

#include <sys/types.h>

#include "documents/accord-protocol.h"

G_BEGIN_DECLS

void accord_child_warm_up (void);
G_NORETURN void accord_child_run (const AccordMessage *message, pid_t parent);

G_END_DECLS
