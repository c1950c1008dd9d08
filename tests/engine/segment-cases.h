/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with the ends of their sentences marked, for test-segment.c. */
#pragma once

#include <glib.h>

typedef struct
{
  const char *language;
  const char *space; /* what stands between two sentences */
  const char *const *cases;
  guint n_cases;
} SegmentTable;

const SegmentTable *segment_tables (guint *n_tables);
