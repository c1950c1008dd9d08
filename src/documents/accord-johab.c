/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Johab, the encoding of Korean programs before Unicode, which ICU has not: a syllable is
 * its three letters in five bits each; all else is KS X 1001, shifted. */
#include "documents/accord-encoding-private.h"

#include <string.h>

/* The index of a first, middle and last letter by its five bits: -1 for none, -2 for no such. */
static const gint8 FIRSTS[32] = { -2, -1, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13,
                                  14, 15, 16, 17, 18, -2, -2, -2, -2, -2, -2, -2, -2, -2, -2, -2 };
static const gint8 MIDDLES[32] = { -2, -2, -1, 0,  1,  2,  3,  4,  -2, -2, 5,  6,  7,  8,  9,  10,
                                   -2, -2, 11, 12, 13, 14, 15, 16, -2, -2, 17, 18, 19, 20, -2, -2 };
static const gint8 LASTS[32] = { -2, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14,
                                 15, 16, -2, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, -2, -2 };

/* First letters by themselves, as of U+3131. */
static const guint8 FIRST_LETTERS[19] = { 0,  1,  3,  6,  7,  8,  16, 17, 18, 20,
                                          21, 22, 23, 24, 25, 26, 27, 28, 29 };

static gunichar
read_syllable (guint code)
{
  gint first = FIRSTS[code >> 10 & 31], middle = MIDDLES[code >> 5 & 31], last = LASTS[code & 31];

  if (first == -2 || middle == -2 || last == -2)
    return 0;
  if (first >= 0 && middle >= 0)
    return 0xAC00 + (gunichar) ((first * 21 + middle) * 28 + last);
  if (first >= 0 && last == 0)
    return 0x3131 + FIRST_LETTERS[first];
  if (middle >= 0 && last == 0)
    return 0x314F + (gunichar) middle;
  return 0;
}

/* The two bytes of EUC-KR for a character that is no syllable; FALSE if there is none. */
static gboolean
to_euc (guint8 lead, guint8 trail, guint8 out[2])
{
  gint row = lead < 0xE0 ? 2 * (lead - 0xD9) : 2 * lead - 0x197;
  gint column = trail < 0x91 ? trail - 0x31 : trail - 0x43;

  if (lead < 0xD9 || lead > 0xF9 || lead == 0xDF || column < 0 || column > 187 ||
      (trail > 0x7E && trail < 0x91))
    return FALSE;
  out[0] = (guint8) (row + column / 94 + 0xA1);
  out[1] = (guint8) (column % 94 + 0xA1);
  return TRUE;
}

/**
 * accord_johab_convert:
 * @data: bytes in Johab
 * @length: their number
 * @most: the most bytes of text that are wanted
 * @out: where to append the text as UTF-8
 * @n_bad: (out): how often U+FFFD was put for bytes that are no character
 *
 * Cost: linear.
 *
 * Returns: whether the end was reached
 */
gboolean
accord_johab_convert (const guint8 *data, gsize length, gsize most, GString *out, gsize *n_bad)
{
  gsize i = 0;

  *n_bad = 0;
  while (i < length && out->len <= most)
    {
      guint8 pair[2];
      gsize bad = 0;
      gunichar c = data[i];

      if (c >= 0x80 && i + 1 < length && to_euc (data[i], data[i + 1], pair) &&
          accord_convert ("EUC-KR", pair, 2, most, out, &bad))
        {
          *n_bad += bad;
          i += 2;
          continue;
        }
      if (c >= 0x80)
        c = i + 1 < length ? read_syllable ((guint) data[i] << 8 | data[i + 1]) : 0;
      i += data[i] < 0x80 ? 1 : 2;
      *n_bad += c == 0;
      g_string_append_unichar (out, c != 0 ? c : 0xFFFD);
    }
  return i >= length;
}
