/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which passages of one document are worth comparing with a passage of another:
 * those that share rare words or principles, at most ACCORD_CANDIDATES_MAX of them. */
#pragma once

#include "engine/accord-side-private.h"

G_BEGIN_DECLS

#define ACCORD_CANDIDATES_MAX 24u
/* With a lexicon, where rank and score are less alike. */
#define ACCORD_CANDIDATES_MEANT 40u

typedef struct _AccordCandidates AccordCandidates;

AccordCandidates *accord_candidates_new (const AccordSide *from,
                                         const AccordSide *to) G_GNUC_WARN_UNUSED_RESULT;
void accord_candidates_free (AccordCandidates *self);
const guint32 *accord_candidates_find (
  AccordCandidates *self, guint passage, guint32 least, guint most, guint *n_candidates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCandidates, accord_candidates_free)

G_END_DECLS
