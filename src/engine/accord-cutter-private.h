/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of scripts that set no spaces: joins tokens of one letter each into words. */
#pragma once

#include "engine/accord-lexicon.h"
#include "engine/accord-words.h"

G_BEGIN_DECLS

typedef struct _AccordCutter AccordCutter;

AccordCutter *accord_cutter_new (AccordLexicon *lexicon) G_GNUC_WARN_UNUSED_RESULT;
void accord_cutter_free (AccordCutter *self);
void accord_cutter_cut (AccordCutter *self,
                        const AccordWords *words,
                        const AccordToken *tokens,
                        guint n_tokens,
                        GArray *ends);
gboolean accord_cutter_is_function_word (const AccordCutter *self, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCutter, accord_cutter_free)

G_END_DECLS
