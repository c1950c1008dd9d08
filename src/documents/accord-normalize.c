/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one normalisation of text. Most lines are in NFC already and are only copied;
 * a line with a character that may not be is composed by itself, since a line end
 * never composes with anything. ICU's tables, so that GLib's version plays no part. */
#include "documents/accord-read-private.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* U+FB00 to U+FB06: forms that fonts make, never writers. NFC leaves them. */
static const char *const LIGATURES[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

/* A line as it is built; @start is where it begins in @out. */
typedef struct
{
  GString *out;
  gsize start;
  gboolean composes;
} Line;

static inline gboolean
is_plain (char byte)
{
  return (byte >= 0x20 && byte < 0x7F) || byte == '\t';
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

static gboolean
is_dropped (gunichar c)
{
  return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* Below U+0300 everything is in NFC and has no combining class. */
static gboolean
may_compose (gunichar c)
{
  return c >= 0x300 && (u_getCombiningClass ((UChar32) c) != 0 ||
                        u_getIntPropertyValue ((UChar32) c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES);
}

/* NFC of @length bytes. A text of at most 64 MiB fits ICU's int32_t threefold, the most
 * that NFC adds; the caller's lines come from such a text. */
static void
append_nfc (GString *out, const char *utf8, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&status);
  int32_t n = 0, m = 0;
  gsize room = length * 3 + 1, size = out->len;
  g_autofree UChar *from = g_new (UChar, length + 1);
  g_autofree UChar *to = g_new (UChar, room);

  u_strFromUTF8 (from, (int32_t) length + 1, &n, utf8, (int32_t) length, &status);
  n = unorm2_normalize (nfc, from, n, to, (int32_t) room, &status);
  g_string_set_size (out, size + 3 * (gsize) n);
  u_strToUTF8 (out->str + size, 3 * n + 1, &m, to, n, &status);
  g_assert (U_SUCCESS (status));
  g_string_truncate (out, size + m);
}

static void
end_line (Line *line)
{
  if (line->composes)
    {
      gsize length = line->out->len - line->start;
      g_autofree char *copy = g_memdup2 (line->out->str + line->start, length);

      g_string_truncate (line->out, line->start);
      append_nfc (line->out, copy, length);
    }
  line->composes = FALSE;
}

static void
append_char (Line *line, const char *p, gsize size)
{
  gunichar c = g_utf8_get_char (p);

  if (is_line_end (c))
    {
      end_line (line);
      g_string_append_c (line->out, '\n');
      line->start = line->out->len;
    }
  else if (c >= 0xFB00 && c <= 0xFB06)
    g_string_append (line->out, LIGATURES[c - 0xFB00]);
  else if (!is_dropped (c))
    {
      g_string_append_len (line->out, p, size);
      line->composes = line->composes || may_compose (c);
    }
}

void
accord_normalize_append (GString *out, const char *utf8, gsize length)
{
  const char *end = utf8 + length;
  Line line = { out, out->len, FALSE };

  for (const char *p = utf8; p < end;)
    {
      const char *run = p;

      while (p < end && is_plain (*p))
        p++;
      g_string_append_len (out, run, p - run);
      if (p == end)
        break;
      if (!(p[0] == '\r' && p + 1 < end && p[1] == '\n'))
        append_char (&line, p, g_utf8_next_char (p) - p);
      p = g_utf8_next_char (p);
    }
  end_line (&line);
}
