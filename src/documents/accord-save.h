/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file whole or not at all: to a new file beside it, synced, then renamed
 * over it, the folder synced. Keeps mode and symbolic link of the old file. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean accord_save (
  GFile *file, const char *data, gsize length, GCancellable *cancellable, GError **error);
void accord_save_clean (const char *folder);

G_END_DECLS
