/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function that libFuzzer, and the test that replays a corpus, call. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

G_END_DECLS
