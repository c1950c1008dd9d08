/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a paragraph, each of them a passage. */
#pragma once

#include "engine/accord-span.h"

G_BEGIN_DECLS

typedef struct _AccordSegmenter AccordSegmenter;

AccordSegmenter *accord_segmenter_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void accord_segmenter_free (AccordSegmenter *self);
void accord_segmenter_learn (AccordSegmenter *self, const char *data, AccordSpan span);
void accord_segmenter_start (AccordSegmenter *self, const char *data, AccordSpan span);
gboolean accord_segmenter_step (AccordSegmenter *self, GArray *spans);
void
accord_segmenter_split (AccordSegmenter *self, const char *data, AccordSpan span, GArray *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSegmenter, accord_segmenter_free)

G_END_DECLS
