/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sure links of two long documents teach: words that the lexicon does not join,
 * but that stand opposite each other again and again. */
#pragma once

#include "engine/accord-side-private.h"

G_BEGIN_DECLS

typedef struct _AccordLearnt AccordLearnt;

AccordLearnt *accord_learnt_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_learnt_free (AccordLearnt *self);
void accord_learnt_add_link (AccordLearnt *self, const GArray *ids_a, const GArray *ids_b);
gboolean accord_learnt_conclude (AccordLearnt *self);
gboolean accord_learnt_has (const AccordLearnt *self, guint32 id);
guint32 accord_learnt_count (const AccordLearnt *self, guint32 id, guint32 other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLearnt, accord_learnt_free)

G_END_DECLS
