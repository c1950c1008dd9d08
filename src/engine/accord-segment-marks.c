/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the bytes finds all that the others look at: terminators, line ends,
 * quotation marks, brackets, bullets, semicolons. Most bytes are told apart by a table,
 * at about a comparison a byte; there is one mark in some twenty bytes. */
#include "engine/accord-segment-chars-private.h"
#include "engine/accord-segment-private.h"

/* First bytes of marks. Arabic letters share them with punctuation, so there the second bytes of
 * ؟ ؛ and ۔ are looked for. */
static const guint8 LEADS[256] = {
  ['\n'] = 1, ['\r'] = 1, ['.'] = 1,  ['!'] = 1,  ['?'] = 1,  [';'] = 1,  ['"'] = 1,
  ['\''] = 1, ['`'] = 1,  ['('] = 1,  [')'] = 1,  ['['] = 1,  [']'] = 1,  [0x94] = 1,
  [0x9B] = 1, [0x9F] = 1, [0xC2] = 1, [0xD6] = 1, [0xDC] = 1, [0xDF] = 1, [0xE0] = 1,
  [0xE1] = 1, [0xE2] = 1, [0xE3] = 1, [0xEA] = 1, [0xEF] = 1, [0xF0] = 1,
};

/* Where the mark begins that shows at @p, or NULL. */
static inline const char *
mark_at (const char *p)
{
  guint8 second = (guint8) p[1];

  switch ((guint8) *p)
    {
    case 0x94:
      return (guint8) p[-1] == 0xDB ? p - 1 : NULL;
    case 0x9B:
    case 0x9F:
      return (guint8) p[-1] == 0xD8 ? p - 1 : NULL;
    case 0xC2:
      return second == 0xA0 || second == 0xAB || second == 0xBB ? p : NULL;
    case 0xE3:
      return second == 0x80 ? p : NULL;
    default:
      return p;
    }
}

/* Whether @c, beyond ASCII, is a mark. */
static gboolean
is_mark (gunichar c, gboolean ends)
{
  return ends || accord_char_is_quote (c) || c == 0xA0 || c == 0x61B || c == 0x2039 ||
         c == 0x203A || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65) ||
         (c >= 0x2460 && c <= 0x2473) || accord_char_is_bullet (c);
}

/* Whether speech breaks off at @at: a dash, then a quotation mark. */
static gboolean
is_broken_off (const char *at, const char *start, gunichar c)
{
  return (c == '"' || c == 0x201D) && accord_char_is_dash (accord_char_before (at, start));
}

/* Appends an AccordSegmentMark for each mark in @span. Cost: linear. */
void
accord_segment_find_marks (const char *data, AccordSpan span, GArray *marks)
{
  const char *end = data + span.end;

  for (const char *p = data + span.start; p < end; p++)
    {
      AccordSegmentMark mark;
      const char *at = p;

      if (!LEADS[(guint8) *p])
        continue;
      if ((guint8) *p >= 0x80)
        at = mark_at (p);
      if (at == NULL)
        continue;
      mark.at = (guint32) (at - data);
      mark.c = accord_char_get (at);
      mark.ends = mark.c == '\n' || mark.c == '\r' || accord_char_is_terminator (mark.c) ||
                  is_broken_off (at, data + span.start, mark.c);
      if (mark.c < 0x80 || is_mark (mark.c, mark.ends))
        g_array_append_val (marks, mark);
    }
}
