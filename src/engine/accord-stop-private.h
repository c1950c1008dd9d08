/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Function words: they carry grammar, not subject. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *accord_stop_words_new (const char *language);

G_END_DECLS
