/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Landlock: files out of reach, whatever system calls are allowed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean accord_landlock_enter (const char *const *folders);

G_END_DECLS
