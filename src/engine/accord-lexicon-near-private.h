/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nearest word of a lexicon for one that it does not have. */
#pragma once

#include "engine/accord-lexicon-reader-private.h"

G_BEGIN_DECLS

guint accord_lexicon_find_near (const AccordLexiconReader *self,
                                guint table,
                                const char *key,
                                gsize length,
                                AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS]);

G_END_DECLS
