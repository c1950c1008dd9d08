/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libFuzzer calls, and replay-engine.c with what it once found. */
#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);
