/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ZIP archive in memory, with nothing in it that the content does not say: no owner, no
 * zone, no extra fields. Office formats want their first entry stored just so; minizip
 * writes it, where libarchive adds fields of its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AccordZip AccordZip;

AccordZip *accord_zip_new (GString *out, gint64 time) G_GNUC_WARN_UNUSED_RESULT;
void accord_zip_add (
  AccordZip *self, const char *name, const char *data, gsize length, gboolean compressed);
void accord_zip_add_resource (AccordZip *self, const char *name, const char *resource);
gboolean accord_zip_end (AccordZip *self, GError **error);

G_END_DECLS
