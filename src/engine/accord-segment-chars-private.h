/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters as the segmenter sees them: what ends a sentence, what closes behind the
 * end, what opens the next one. UAX #29 tables where Unicode has them. */
#pragma once

#include <glib.h>
#include <unicode/uchar.h>

G_BEGIN_DECLS

#define ACCORD_CHAR_ELLIPSIS 0x2026
#define ACCORD_CHAR_FULL_STOP_WIDE 0xFF0E

/* The character at @p, which is valid UTF-8. */
static inline gunichar
accord_char_get (const char *p)
{
  const guint8 *b = (const guint8 *) p;

  if (b[0] < 0x80)
    return b[0];
  if (b[0] < 0xE0)
    return (gunichar) (b[0] & 0x1F) << 6 | (b[1] & 0x3F);
  if (b[0] < 0xF0)
    return (gunichar) (b[0] & 0x0F) << 12 | (gunichar) (b[1] & 0x3F) << 6 | (b[2] & 0x3F);
  return (gunichar) (b[0] & 0x07) << 18 | (gunichar) (b[1] & 0x3F) << 12 |
         (gunichar) (b[2] & 0x3F) << 6 | (b[3] & 0x3F);
}

/* The start of the character before @p. */
static inline const char *
accord_char_prev (const char *p)
{
  do
    p--;
  while (((guint8) *p & 0xC0) == 0x80);
  return p;
}

static inline gunichar
accord_char_at (const char *p, const char *end)
{
  return p < end ? accord_char_get (p) : 0;
}

/* 0 at @start, where nothing stands before. */
static inline gunichar
accord_char_before (const char *p, const char *start)
{
  return p > start ? accord_char_get (accord_char_prev (p)) : 0;
}

static inline gboolean
accord_char_is_space (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0xA0 || c == 0x3000 || (c >= 0x1680 && u_isUWhiteSpace ((UChar32) c));
}

static inline gboolean
accord_char_is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit (c) : u_isdigit ((UChar32) c);
}

static inline gboolean
accord_char_is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : u_isalpha ((UChar32) c);
}

static inline gboolean
accord_char_is_upper (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper (c) : (u_isupper ((UChar32) c) || u_istitle ((UChar32) c));
}

static inline gboolean
accord_char_is_lower (gunichar c)
{
  return c < 0x80 ? g_ascii_islower (c) : u_islower ((UChar32) c);
}

/* Scripts that are written without spaces: a full stop needs none behind it either. */
static inline gboolean
accord_char_is_wide (gunichar c)
{
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

static inline gboolean
accord_char_is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

const char *accord_chars_skip_spaces (const char *p, const char *end);
gboolean accord_char_is_terminator (gunichar c);
gboolean accord_char_is_wide_terminator (gunichar c);
gboolean accord_char_is_bullet (gunichar c);
gboolean accord_char_is_quote (gunichar c);
gboolean accord_char_is_opener (gunichar c);

G_END_DECLS
