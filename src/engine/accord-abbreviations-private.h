/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Abbreviations of a language, those that a document shows itself, and the words that
 * tell whether a sentence begins behind one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a full stop behind a word means. */
typedef enum
{
  ACCORD_STOP_PLAIN,  /* it ends a sentence */
  ACCORD_STOP_NEVER,  /* "Dr.": more always follows */
  ACCORD_STOP_NUMBER, /* "No.": a number follows, or it ends a sentence */
  ACCORD_STOP_MAYBE,  /* "Inc.": it ends one if the next word is one that begins sentences */
  ACCORD_STOP_OFTEN,  /* "etc.": it ends one unless that has hardly begun */
} AccordStop;

typedef struct _AccordAbbreviations AccordAbbreviations;

AccordAbbreviations *accord_abbreviations_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void accord_abbreviations_free (AccordAbbreviations *self);
void accord_abbreviations_learn (AccordAbbreviations *self, const char *data, gsize length);

AccordStop
accord_abbreviations_find (const AccordAbbreviations *self, const char *word, gboolean capitals);
gboolean accord_abbreviations_is_starter (const AccordAbbreviations *self, const char *word);
gboolean accord_abbreviations_has_ordinals (const AccordAbbreviations *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAbbreviations, accord_abbreviations_free)

G_END_DECLS
