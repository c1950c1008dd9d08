/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of lists and headings, in the forms that office formats name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a list has in front of its items where that is a sign of a symbol font. */
#define ACCORD_BULLET "•"

/**
 * AccordNumeral:
 *
 * How a number is written. NONE writes nothing, BULLET a bullet.
 */
typedef enum
{
  ACCORD_NUMERAL_DECIMAL,
  ACCORD_NUMERAL_DECIMAL_ZERO,
  ACCORD_NUMERAL_FULL_WIDTH,
  ACCORD_NUMERAL_CIRCLED,
  ACCORD_NUMERAL_IN_BRACKETS,
  ACCORD_NUMERAL_UPPER_ROMAN,
  ACCORD_NUMERAL_LOWER_ROMAN,
  ACCORD_NUMERAL_UPPER_LATIN,
  ACCORD_NUMERAL_LOWER_LATIN,
  ACCORD_NUMERAL_UPPER_GREEK,
  ACCORD_NUMERAL_LOWER_GREEK,
  ACCORD_NUMERAL_UPPER_CYRILLIC,
  ACCORD_NUMERAL_LOWER_CYRILLIC,
  ACCORD_NUMERAL_ARABIC_ALPHA,
  ACCORD_NUMERAL_ARABIC_ABJAD,
  ACCORD_NUMERAL_ARABIC_INDIC,
  ACCORD_NUMERAL_HEBREW,
  ACCORD_NUMERAL_CHINESE,
  ACCORD_NUMERAL_CHINESE_TRADITIONAL,
  ACCORD_NUMERAL_CHINESE_DIGITS,
  ACCORD_NUMERAL_CHINESE_LEGAL,
  ACCORD_NUMERAL_STEMS,
  ACCORD_NUMERAL_BRANCHES,
  ACCORD_NUMERAL_AIUEO,
  ACCORD_NUMERAL_IROHA,
  ACCORD_NUMERAL_GANADA,
  ACCORD_NUMERAL_CHOSUNG,
  ACCORD_NUMERAL_ORDINAL,
  ACCORD_NUMERAL_BULLET,
  ACCORD_NUMERAL_NONE,
  ACCORD_N_NUMERALS
} AccordNumeral;

AccordNumeral accord_numeral_from_ooxml (const char *format);
AccordNumeral accord_numeral_from_odf (const char *format);
AccordNumeral accord_numeral_from_rtf (int format);
void accord_numeral_append (GString *out, AccordNumeral numeral, guint number);

G_END_DECLS
