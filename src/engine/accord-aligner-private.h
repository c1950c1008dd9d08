/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns the words of two passages by what they mean, where there is a lexicon, and by
 * their ids where there is none. Owned by one thread, which it saves from allocating. */
#pragma once

#include "engine/accord-align-private.h"
#include "engine/accord-learn-private.h"

G_BEGIN_DECLS

typedef struct _AccordAligner AccordAligner;

AccordAligner *accord_aligner_new (const AccordVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;
void accord_aligner_free (AccordAligner *self);
void accord_aligner_set_learnt (AccordAligner *self, const AccordLearnt *learnt);
AccordAligned accord_aligner_weigh (AccordAligner *self,
                                    const AccordContentPassage *a,
                                    const AccordContentPassage *b);
void accord_aligner_match (AccordAligner *self,
                           const AccordContentPassage *a,
                           const AccordContentPassage *b,
                           GArray *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAligner, accord_aligner_free)

G_END_DECLS
