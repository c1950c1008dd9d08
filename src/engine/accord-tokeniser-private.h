/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts text into tokens, not yet folded: what a word is, decided by the characters
 * alone. Texts and the terms of a codebook go through the same cuts. */
#pragma once

#include "engine/accord-words.h"

G_BEGIN_DECLS

/**
 * AccordRawToken:
 * @span: in the text
 * @flags: #AccordTokenFlags but STOP, which only a folder knows
 */
typedef struct
{
  AccordSpan span;
  guint32 flags;
} AccordRawToken;

/**
 * AccordTokeniser:
 * @data: valid UTF-8
 * @at: where to go on
 * @end: where to stop
 * @decimal_comma: whether the language writes 1.234,5
 */
typedef struct
{
  const char *data;
  guint32 at;
  guint32 end;
  gboolean decimal_comma;
} AccordTokeniser;

typedef enum
{
  ACCORD_SEPARATOR_NONE,
  ACCORD_SEPARATOR_GROUP,
  ACCORD_SEPARATOR_DECIMAL,
} AccordSeparator;

void accord_tokeniser_init (AccordTokeniser *self,
                            const char *data,
                            AccordSpan span,
                            const char *language);
gboolean accord_tokeniser_next (AccordTokeniser *self, AccordRawToken *token);

gboolean accord_language_has_decimal_comma (const char *language);
AccordSeparator
accord_number_separator (const char *at, const char *end, guint n_digits, gboolean decimal_comma);

G_END_DECLS
