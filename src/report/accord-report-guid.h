/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that are alike for ever: UUIDs of version 5 (RFC 9562), made of what they name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_guid_dup (const char *format, ...) G_GNUC_PRINTF (1, 2) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
