/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike two words are written: cognates in Latin letters, names across scripts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordForm:
 * @key: the first letters of @text, equal where two words may be cognates; 0 for none
 * @text: (nullable): a Latin word of at least four letters, in ASCII
 * @skeleton: (nullable): the consonants of a word, in ASCII, at least three
 * @script: a GUnicodeScript
 */
typedef struct
{
  guint32 key;
  char *text;
  char *skeleton;
  gint script;
} AccordForm;

typedef struct _AccordSpeller AccordSpeller;

AccordSpeller *accord_speller_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_speller_free (AccordSpeller *self);
gboolean accord_speller_spell (AccordSpeller *self, const char *word, AccordForm *form);
void accord_form_clear (AccordForm *form);
guint32 accord_likeness (const AccordForm *a, guint flags_a, const AccordForm *b, guint flags_b);

G_END_DECLS
