/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a file that somebody named, without trusting that it is one. A pipe must
 * not block, a folder or device must be named as such, a size must be bounded. */
#pragma once

#include <gio/gio.h>

#include "documents/accord-loader-error.h"

G_BEGIN_DECLS

int accord_open (const char *path, gsize most, gsize *size, GError **error);
GBytes *accord_open_bytes (GFile *file, gsize most, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
