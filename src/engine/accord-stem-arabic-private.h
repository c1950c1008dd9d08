/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A light stemmer of Arabic. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void accord_stem_arabic (GString *word);

G_END_DECLS
