/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people write them in the languages of the United Nations. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_date_find (const char *text, gsize length, gsize *start, gsize *end)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
