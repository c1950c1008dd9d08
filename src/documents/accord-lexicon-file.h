/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon that ships with the program, and files of a user's own pairs of terms. */
#pragma once

#include "engine/accord-lexicon.h"

G_BEGIN_DECLS

AccordLexicon *accord_lexicon_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordLexicon *accord_lexicon_load_terms (const char *path,
                                          AccordLexicon *base,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *accord_lexicon_dup_summary (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
