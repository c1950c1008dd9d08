/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of characters, where UAX #29 and Unicode have one by their tables. */
#include "engine/accord-segment-chars-private.h"

const char *
accord_chars_skip_spaces (const char *p, const char *end)
{
  while (p < end && accord_char_is_space (accord_char_get (p)))
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
