/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents are one statement. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint *accord_units_new (GPtrArray *decisions,
                         const char *const *ids,
                         guint n_ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
