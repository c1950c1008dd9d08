/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as text, after RFC 4180. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *accord_csv_parse (const char *text,
                             gsize length,
                             char separator,
                             guint most,
                             gsize *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
