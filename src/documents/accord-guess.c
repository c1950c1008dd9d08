/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where statistics of bytes say nothing, or something odd, the text itself tells: in the
 * wrong encoding capitals stand within words, signs between letters, one script in the
 * middle of another. Of the encodings that are in use the least odd is taken. */
#include "documents/accord-encoding-private.h"

#include <string.h>

/* What is looked at, in bytes. */
#define SAMPLE_MAX 65536

/* So many thousandths of the characters beyond ASCII may be odd in the encoding that is taken, and
 * fewer before others are tried. */
#define ODD_MOST 20
#define ODD_LIMIT 90

/* How much less odd another one must be. */
#define GAIN_LEAST 2

/* Encodings in the order in which they are tried; of those of two bytes the script that so many
 * thousandths of the characters must have. Chinese is not among them: statistics tell it well. */
static const struct
{
  const char *name;
  gunichar from, to;
  guint least;
} CANDIDATES[] = {
  { "EUC-JP", 0x3040, 0x30FF, 250 },
  { "Shift_JIS", 0x3040, 0x30FF, 250 },
  { "Johab", 0xAC00, 0xD7A3, 150 },
  { "EUC-KR", 0xAC00, 0xD7A3, 500 },
  { "windows-1252", 0, 0, 0 },
  { "ISO-8859-15", 0, 0, 0 },
  { "windows-1250", 0, 0, 0 },
  { "windows-1251", 0, 0, 0 },
  { "KOI8-R", 0, 0, 0 },
  { "windows-1253", 0, 0, 0 },
  { "windows-1254", 0, 0, 0 },
  { "windows-1256", 0, 0, 0 },
  { "windows-1255", 0, 0, 0 },
  { "windows-1257", 0, 0, 0 },
};

static gboolean
is_odd_sign (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_CONTROL:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return c == 0xAA || c == 0xBA || c == 0xBF || c == 0xA1 || c == 0xFFFD;
    }
}

/* Whether @c is odd between its neighbours. */
static gboolean
is_odd (gunichar before, gunichar c, gunichar after)
{
  gboolean left = g_unichar_isalpha (before), right = g_unichar_isalpha (after);

  if (c == 0xA4 || c == 0xFFFD || (c >= 0x80 && c < 0xA0))
    return TRUE;
  if (is_odd_sign (c))
    return left || right;
  if (!g_unichar_isalpha (c) || g_unichar_iswide (c))
    return c >= 0xFF61 && c <= 0xFF9F;
  if (left && !g_unichar_iswide (before) &&
      g_unichar_get_script (before) != g_unichar_get_script (c))
    return TRUE;
  if (left && g_unichar_isupper (c) &&
      (g_unichar_islower (before) || (g_unichar_isupper (before) && g_unichar_islower (after))))
    return TRUE;
  return right && !g_unichar_iswide (after) &&
         g_unichar_get_script (after) != g_unichar_get_script (c);
}

/* How many characters of @text are odd, in thousandths of those beyond ASCII. */
static guint
measure (const GString *text)
{
  const char *end = text->str + MIN (text->len, SAMPLE_MAX);
  gunichar before = ' ', c = ' ';
  gsize n = 0, n_odd = 0;

  for (const char *p = text->str; p < end; p = g_utf8_next_char (p))
    {
      gunichar after = g_utf8_get_char (p);

      n += c >= 0x80;
      n_odd += c >= 0x80 && is_odd (before, c, after);
      before = c;
      c = after;
    }
  n += c >= 0x80;
  n_odd += c >= 0x80 && is_odd (before, c, ' ');
  return n > 0 ? (guint) (n_odd * 1000 / n) : 0;
}

/* The thousandths of @text beyond ASCII that are of a script. */
static guint
share_of (const GString *text, gunichar from, gunichar to)
{
  gsize n = 0, n_in = 0;

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n += c >= 0x80;
      n_in += c >= from && c <= to;
    }
  return n > 0 ? (guint) (n_in * 1000 / n) : 0;
}

static guint
try_candidate (
  const char *name, const guint8 *data, gsize length, gunichar from, gunichar to, guint least)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_bad = 0;

  if (!accord_convert (name, data, length, SAMPLE_MAX * 4, text, &n_bad) ||
      (least > 0 && share_of (text, from, to) < least))
    return 1000;
  return measure (text) + (guint) MIN (n_bad * 1000 / length * 20, 1000);
}

/**
 * accord_guess_encoding:
 * @data: bytes of a text in an older encoding
 * @length: their number
 * @guess: (nullable): what statistics say
 *
 * Cost: linear in the first 64 KiB, for each of some fourteen encodings where @guess is odd.
 *
 * Returns: (transfer none) (nullable): @guess, or another encoding that is less odd
 */
const char *
accord_guess_encoding (const guint8 *data, gsize length, const char *guess)
{
  gsize n = MIN (length, SAMPLE_MAX);
  guint odd = guess != NULL ? try_candidate (guess, data, n, 0, 0, 0) : 1000, least = odd;
  const char *best = guess;

  if (odd <= ODD_MOST)
    return guess;
  for (guint i = 0; i < G_N_ELEMENTS (CANDIDATES); i++)
    {
      guint other = try_candidate (CANDIDATES[i].name, data, n, CANDIDATES[i].from,
                                   CANDIDATES[i].to, CANDIDATES[i].least);

      if (other < least && (best == NULL || other * GAIN_LEAST < odd))
        {
          least = other;
          best = CANDIDATES[i].name;
        }
    }
  return least <= ODD_LIMIT || best == guess ? best : guess;
}
