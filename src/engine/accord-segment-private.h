/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the segmenter tell each other: pairs of quotation marks and
 * brackets, items of lists, and the end of a sentence. */
#pragma once

#include "engine/accord-abbreviations-private.h"
#include "engine/accord-span.h"

G_BEGIN_DECLS

/* A character that something may depend on. */
typedef struct
{
  guint32 at;
  guint32 c : 31;
  guint32 ends : 1; /* a terminator or line end */
} AccordSegmentMark;

/* A paragraph on the way through. Pointers are into the text; pairs are sorted and apart. */
typedef struct
{
  const char *data;     /* borrowed, the whole text */
  const char *start;    /* of the paragraph */
  const char *end;      /* behind it */
  const char *sentence; /* where the sentence under way begins */
  const GArray *pairs;  /* of AccordSpan: from the opening to the closing character */
  guint pair;           /* the first one that does not close before the cursor */
  const AccordAbbreviations *abbreviations;
} AccordSegmentScan;

void accord_segment_find_marks (const char *data, AccordSpan span, GArray *marks);
void
accord_segment_find_pairs (const char *data, AccordSpan span, const GArray *marks, GArray *pairs);
void
accord_segment_find_items (const char *data, AccordSpan span, const GArray *marks, GArray *items);
gboolean accord_segment_is_marker (const char *p, const char *end);
const char *accord_segment_try (AccordSegmentScan *scan, const char *mark, const char **resume);
void accord_segment_add_clauses (const char *data, AccordSpan span, GArray *spans);

G_END_DECLS
