/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the interface, and the names of languages in it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *accord_label_language (void);
char *accord_label_dup_language_name (const char *tag) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
