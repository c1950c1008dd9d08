/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process that parses foreign bytes gives up before it begins. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void accord_sandbox_prepare (void);
void accord_sandbox_enter (void);

G_END_DECLS
