/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a text, in whatever encoding, to UTF-8. */
#pragma once

#include "documents/accord-source.h"

G_BEGIN_DECLS

gboolean accord_convert (
  const char *encoding, const guint8 *data, gsize length, gsize most, GString *out, gsize *n_bad);
gboolean
accord_johab_convert (const guint8 *data, gsize length, gsize most, GString *out, gsize *n_bad);
const char *accord_guess_encoding (const guint8 *data, gsize length, const char *guess);
char *accord_convert_dup_name (const char *encoding) G_GNUC_WARN_UNUSED_RESULT;

char *accord_decode (const guint8 *data,
                     gsize length,
                     const char *wanted,
                     const char *declared,
                     GString *out,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
