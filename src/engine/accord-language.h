/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages are BCP 47 tags, interned, so that two of them are compared by
 * address. Chinese always carries its script: zh-Hans or zh-Hant. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The tag of a text in no language that could be told. */
#define ACCORD_LANGUAGE_UNKNOWN (accord_language_intern ("und"))

const char *accord_language_intern (const char *tag);
const char *accord_language_detect (const char *data, gsize length, const char *hint);
gboolean accord_language_matches (const char *language, const char *range);
gboolean accord_language_is_han (const char *language);
gboolean accord_language_is_rtl (const char *language);

G_END_DECLS
