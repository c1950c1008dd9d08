/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small words, endings and letters by which a person tells the language of a few words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *accord_language_signs_judge (
  const char *data, gsize length, const char *guess, const char *hint, gboolean brief);

G_END_DECLS
