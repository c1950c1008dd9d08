/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Ctrl+C, a closed pipe and a closed terminal do: an end at once, but never in the
 * middle of a save. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void accord_cli_interrupt_init (void);
void accord_cli_interrupt_hold (void);
void accord_cli_interrupt_release (void);

G_END_DECLS
