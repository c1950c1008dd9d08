/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of one document: their ids, senses and weights, each asked for once. */
#pragma once

#include "engine/accord-content-private.h"

G_BEGIN_DECLS

typedef struct _AccordSenses AccordSenses;

AccordSenses *accord_senses_new (AccordVocabulary *vocabulary,
                                 const AccordWords *words) G_GNUC_WARN_UNUSED_RESULT;
void accord_senses_free (AccordSenses *self);
gboolean accord_senses_set_language (AccordSenses *self, const char *language);
void accord_senses_look_up (AccordSenses *self, const AccordToken *token, AccordContentWord *word);
void accord_senses_look_up_joined (AccordSenses *self,
                                   const char *letters,
                                   guint n_letters,
                                   AccordContentWord *word);
void accord_senses_find_phrases (AccordSenses *self, AccordContentWord *words, guint32 n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSenses, accord_senses_free)

G_END_DECLS
