/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of file is it, by its content? */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *accord_sniff_unsupported (const guint8 *data, gsize length);
gboolean accord_sniff_pdf (const char *data, gsize length, const char *name);
gboolean accord_sniff_html (const char *utf8, gsize length, const char *name);
char *accord_sniff_charset (const guint8 *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
