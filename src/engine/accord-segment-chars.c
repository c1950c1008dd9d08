/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the next character that may end a sentence. Most bytes are told apart by a
 * table, so that text costs about a comparison a byte until one is found. */
#include "engine/accord-segment-chars-private.h"

/* First bytes of all characters that end sentences or lines. */
static const guint8 LEADS[256] = {
  ['\n'] = 1, ['\r'] = 1, ['.'] = 1,  ['!'] = 1,  ['?'] = 1,  [0xD6] = 1,
  [0xD8] = 1, [0xDB] = 1, [0xDC] = 1, [0xDF] = 1, [0xE0] = 1, [0xE1] = 1,
  [0xE2] = 1, [0xE3] = 1, [0xEA] = 1, [0xEF] = 1, [0xF0] = 1,
};

const char *
accord_chars_skip_spaces (const char *p, const char *end)
{
  while (p < end && accord_char_is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Terminators that want no space behind them. */
gboolean
accord_char_is_wide_terminator (gunichar c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == ACCORD_CHAR_FULL_STOP_WIDE ||
         c == 0xFF61;
}

/* STerm and ATerm of UAX #29, and the ellipsis. */
gboolean
accord_char_is_terminator (gunichar c)
{
  if (c < 0x80)
    return c == '.' || c == '!' || c == '?';
  if (c == ACCORD_CHAR_ELLIPSIS || accord_char_is_wide_terminator (c))
    return TRUE;
  return c > 0x500 && u_hasBinaryProperty ((UChar32) c, UCHAR_S_TERM);
}

gboolean
accord_char_is_bullet (gunichar c)
{
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219 || c == 0x25A0 || c == 0x25A1 ||
         c == 0x25AA || c == 0x25AB || c == 0x25B6 || c == 0x25BA || c == 0x25CB || c == 0x25CF ||
         c == 0x25E6 || c == 0x25C6 || c == 0x25C7 || c == 0x2605 || c == 0x27A2 || c == 0x2713 ||
         c == 0xF0B7;
}

/* Whether the second byte of a frequent first one excludes a terminator. */
static inline gboolean
is_other (const char *p)
{
  guint8 second;

  switch ((guint8) *p)
    {
    case 0xD8:
      return (guint8) p[1] != 0x9F && (guint8) p[1] != 0x9E && (guint8) p[1] != 0x9D;
    case 0xDB:
      return (guint8) p[1] != 0x94;
    case 0xE2:
      second = (guint8) p[1];
      return second != 0x80 && second != 0x81 && second != 0xB8 && second != 0xB9;
    case 0xE3:
      return (guint8) p[1] != 0x80;
    case 0xEF:
      second = (guint8) p[1];
      return second != 0xBC && second != 0xBD && second != 0xB9;
    default:
      return FALSE;
    }
}

/* The next terminator or line end in @p, or @end. */
const char *
accord_chars_next_terminator (const char *p, const char *end)
{
  for (;;)
    {
      while (p < end && !LEADS[(guint8) *p])
        p++;
      if (p >= end || (guint8) *p < 0x80)
        return p;
      if (!is_other (p) && accord_char_is_terminator (g_utf8_get_char (p)))
        return p;
      p = g_utf8_next_char (p);
    }
}

gboolean
accord_char_is_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
         c == 0xFF02 || (c >= 0x300C && c <= 0x300F);
}

gboolean
accord_char_is_opener (gunichar c)
{
  return accord_char_is_quote (c) || c == 0xBF || c == 0xA1 || c == '(' || c == '[' || c == '*' ||
         c == '_' || (c > 0x80 && u_charType ((UChar32) c) == U_START_PUNCTUATION);
}
