/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file held when the session last read or wrote it, so that what another program
 * put there since is not overwritten unasked. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AccordStamp AccordStamp;

AccordStamp *
accord_stamp_new (GFile *file, const char *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
AccordStamp *accord_stamp_new_read (GFile *file,
                                    GBytes **bytes,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordStamp *accord_stamp_ref (AccordStamp *self);
void accord_stamp_unref (AccordStamp *self);
gboolean accord_stamp_check (const AccordStamp *self, GFile *file, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordStamp, accord_stamp_unref)

G_END_DECLS
