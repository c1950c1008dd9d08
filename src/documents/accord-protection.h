/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the process that reads foreign bytes is kept from the rest. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_protection_dup_summary (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
