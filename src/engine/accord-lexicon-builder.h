/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a compiled lexicon: for the program that compiles the shipped one, and tests. */
#pragma once

#include "engine/accord-lexicon.h"

G_BEGIN_DECLS

typedef struct _AccordLexiconBuilder AccordLexiconBuilder;

AccordLexiconBuilder *accord_lexicon_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_lexicon_builder_free (AccordLexiconBuilder *self);

guint32
accord_lexicon_builder_add_concept (AccordLexiconBuilder *self, const char *name, guint8 weight);
void accord_lexicon_builder_relate (AccordLexiconBuilder *self,
                                    guint32 concept,
                                    guint32 other,
                                    guint8 strength);
gboolean accord_lexicon_builder_add_word (AccordLexiconBuilder *self,
                                          const char *language,
                                          const char *term,
                                          guint32 concept,
                                          guint8 strength);
void accord_lexicon_builder_add_skeletons (AccordLexiconBuilder *self, const char *language);
GBytes *accord_lexicon_builder_build (AccordLexiconBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLexiconBuilder, accord_lexicon_builder_free)

G_END_DECLS
