/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links with their reasons, spans and labels: of one pair of documents while it is
 * compared, then of all of them. */
#pragma once

#include "engine/accord-comparison.h"

G_BEGIN_DECLS

/**
 * AccordLinkSet:
 * @links: (element-type AccordLink)
 * @reasons: (element-type AccordReason): of all links
 * @spans: (element-type AccordSpan): of all reasons
 * @labels: owns the labels
 *
 * Links of one pair of documents, later of all.
 */
typedef struct
{
  GArray *links;
  GArray *reasons;
  GArray *spans;
  GStringChunk *labels;
} AccordLinkSet;

AccordLinkSet *accord_link_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_link_set_free (AccordLinkSet *self);
void accord_link_set_take (AccordLinkSet *self, AccordLinkSet *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLinkSet, accord_link_set_free)

G_END_DECLS
