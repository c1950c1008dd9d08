/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the machine found when a session was saved, a line a coding or link, so that it
 * can be told later what the same sources and settings give now. Immutable, counted. */
#pragma once

#include "engine/accord-comparison.h"

G_BEGIN_DECLS

/**
 * AccordRecord:
 * @codings: (element-type utf8): "d1 5-33 P1: 812 oblige +": place, principle, score, stance, and
 *   whether it is for the principle; in the order of documents, passages and scores
 * @links: (element-type utf8): "d1 5-33 d2 0-36: 734 translation agree"; in their order
 */
typedef struct
{
  GPtrArray *codings;
  GPtrArray *links;
} AccordRecord;

/**
 * AccordDrift:
 * @link: whether it is a link; else a coding
 * @what: the part of the line before the colon
 * @before: (nullable): what was recorded; NULL: it was not found then
 * @now: (nullable): what is found now; NULL: it is not found any more
 */
typedef struct
{
  gboolean link;
  char *what;
  char *before;
  char *now;
} AccordDrift;

AccordRecord *accord_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
AccordRecord *accord_record_new_comparison (AccordComparison *comparison,
                                            const char *const *ids) G_GNUC_WARN_UNUSED_RESULT;
AccordRecord *accord_record_ref (AccordRecord *self);
void accord_record_unref (AccordRecord *self);
GPtrArray *accord_record_compare (const AccordRecord *before,
                                  const AccordRecord *now) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRecord, accord_record_unref)

G_END_DECLS
