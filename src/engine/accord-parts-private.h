/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of which the reasons of one link are made: aligned words and principles. */
#pragma once

#include "engine/accord-comparison.h"
#include "engine/accord-score-private.h"

G_BEGIN_DECLS

/**
 * AccordPart:
 * @weight: of the words or of the principle, each in their own measure
 * @learnt: how many links taught it; 0 = none was needed
 * @thousandths: what it gets of the score
 * @spans_a: (element-type AccordSpan)
 * @spans_b: (element-type AccordSpan)
 * @label: (nullable)
 *
 * One reason in the making.
 */
typedef struct
{
  AccordReasonKind kind;
  guint64 weight;
  guint32 learnt;
  gint32 thousandths;
  GArray *spans_a;
  GArray *spans_b;
  char *label;
} AccordPart;

AccordPart *accord_part_new (AccordReasonKind kind) G_GNUC_WARN_UNUSED_RESULT;
void accord_part_sort_spans (AccordPart *self);
GPtrArray *accord_parts_new (AccordAligner *aligner,
                             const AccordSide *a,
                             const AccordStretch *stretch_a,
                             const AccordSide *b,
                             const AccordStretch *stretch_b,
                             const AccordScore *score) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
