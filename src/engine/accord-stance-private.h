/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of stance: a passage is read once, then asked about each principle. */
#pragma once

#include "engine/accord-stance.h"

G_BEGIN_DECLS

typedef struct _AccordStanceReader AccordStanceReader;

AccordStanceReader *accord_stance_reader_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void accord_stance_reader_free (AccordStanceReader *self);
void accord_stance_reader_read (AccordStanceReader *self,
                                const char *data,
                                AccordSpan span,
                                AccordSpan near_span);
void accord_stance_reader_find (AccordStanceReader *self,
                                AccordSpan near_span,
                                AccordStanceResult *result);
gboolean accord_stance_reader_is_denied (AccordStanceReader *self, AccordSpan near_span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordStanceReader, accord_stance_reader_free)

G_END_DECLS
