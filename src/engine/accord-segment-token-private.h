/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words on both sides of a full stop. */
#pragma once

#include "engine/accord-segment-private.h"

G_BEGIN_DECLS

#define ACCORD_SEGMENT_WORD_MAX 64

/* What stands before a full stop. */
typedef struct
{
  const char *start;
  char word[ACCORD_SEGMENT_WORD_MAX];  /* in lower case, without what opens */
  char chain[ACCORD_SEGMENT_WORD_MAX]; /* the same with the part before: "z.b" */
  guint n_letters;
  guint n_digits;
  gboolean dotted; /* full stops within */
  gboolean mixed;  /* more than letters, full stops and hyphens */
  gboolean capitals;
  gboolean lower;
} AccordSegmentToken;

void accord_segment_set_token (AccordSegmentToken *token, const char *start, const char *end);
void accord_segment_read_token (const AccordSegmentScan *self,
                                const char *stop,
                                AccordSegmentToken *token);
AccordStop accord_segment_stop_of (const AccordSegmentScan *self, const AccordSegmentToken *token);
gboolean accord_segment_ends_like_word (const AccordSegmentToken *token);
gboolean accord_segment_is_early (const AccordSegmentScan *self, const char *p);
gboolean accord_segment_is_starter (const AccordSegmentScan *self, const char *p);
gboolean accord_segment_is_short_part (const char *p, const char *end);
gboolean accord_segment_is_roman (const char *p, const char *end);
const char *accord_segment_word_end (const char *p, const char *end);

G_END_DECLS
