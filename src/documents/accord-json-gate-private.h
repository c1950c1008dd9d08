/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict gate before json-glib. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean accord_json_gate (const char *data, gsize length, GError **error);

G_END_DECLS
