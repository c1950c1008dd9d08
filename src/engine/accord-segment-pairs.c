/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of quotation marks and brackets in a paragraph: a sentence does not end within
 * one of them. Only the outermost pairs are kept, so that they lie one behind the other.
 * A pair that holds too much is none: then its sentences are passages of their own. */
#include "engine/accord-segment-chars-private.h"
#include "engine/accord-segment-private.h"

/* The longest quotation that stays one passage, in characters. */
#define PAIR_MAX 400
/* And in bytes, at four a character. */
#define PAIR_MAX_BYTES (4 * PAIR_MAX)
#define DEPTH_MAX 16

typedef enum
{
  FAMILY_NONE,
  FAMILY_DOUBLE,
  FAMILY_SINGLE,
  FAMILY_ANGLE,
  FAMILY_BRACKET /* and above: told apart by their closing character */
} Family;

typedef struct
{
  guint family;
  gunichar open;
  const char *at;
} Opening;

typedef struct
{
  const char *data;
  const char *start;
  const char *end;
  const char *terminator; /* nullable: the last one before the cursor */
  Opening stack[DEPTH_MAX];
  guint depth;
  GArray *pairs;
} Pairing;

/* The closing character of an opening bracket, or 0. */
static gunichar
closing_of (gunichar c)
{
  switch (c)
    {
    case '(':
      return ')';
    case '[':
      return ']';
    case 0xFF08:
      return 0xFF09;
    case 0xFF3B:
      return 0xFF3D;
    case 0xFF62:
      return 0xFF63;
    case 0x2039:
      return 0x203A;
    default:
      /* CJK brackets come in twos: 〈〉《》「」『』【】 and 〔〕〖〗〘〙〚〛. */
      if ((c >= 0x3008 && c <= 0x3010 && c % 2 == 0) || (c >= 0x3014 && c <= 0x301A && c % 2 == 0))
        return c + 1;
      return 0;
    }
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == 0xFF09 || c == 0xFF3D || c == 0xFF63 || c == 0x203A ||
         (c >= 0x3009 && c <= 0x3011 && c % 2 == 1) || (c >= 0x3015 && c <= 0x301B && c % 2 == 1);
}

static Opening *
find_open (Pairing *self, guint family)
{
  for (guint i = self->depth; i > 0; i--)
    if (self->stack[i - 1].family == family)
      return &self->stack[i - 1];
  return NULL;
}

/* A quotation mark that opens again gives up the one before: that was never closed. */
static void
open_pair (Pairing *self, guint family, const char *p)
{
  Opening *same = family < FAMILY_BRACKET ? find_open (self, family) : NULL;

  if (same != NULL)
    self->depth = (guint) (same - self->stack);
  if (self->depth == DEPTH_MAX)
    self->depth = 0;
  self->stack[self->depth++] = (Opening){ family, accord_char_get (p), p };
}

static void
close_pair (Pairing *self, guint family, const char *p)
{
  const Opening *opening = find_open (self, family);
  AccordSpan pair;

  if (opening == NULL)
    return;
  self->depth = (guint) (opening - self->stack);
  if (p - opening->at > PAIR_MAX_BYTES || g_utf8_strlen (opening->at, p - opening->at) > PAIR_MAX)
    return;
  if (family >= FAMILY_ANGLE && (self->terminator == NULL || self->terminator < opening->at))
    return;
  pair.start = (guint32) (opening->at - self->data);
  pair.end = (guint32) (p - self->data);
  while (self->pairs->len > 0 &&
         g_array_index (self->pairs, AccordSpan, self->pairs->len - 1).start > pair.start)
    g_array_set_size (self->pairs, self->pairs->len - 1);
  g_array_append_val (self->pairs, pair);
}

static gboolean
is_outside (gunichar c)
{
  return c == 0 || accord_char_is_space (c) || closing_of (c) != 0 || accord_char_is_dash (c) ||
         c == 0xBF || c == 0xA1;
}

static gboolean
is_behind (gunichar c)
{
  return c == 0 || accord_char_is_space (c) || is_closing (c) || accord_char_is_terminator (c) ||
         c == ',' || c == ';' || c == ':';
}

/* " opens behind a space and closes before one; between two letters it does what was not done. */
static void
pair_straight (Pairing *self, const char *p)
{
  gboolean outside = is_outside (accord_char_before (p, self->start));
  gboolean behind = is_behind (accord_char_at (p + 1, self->end));
  gboolean opens = outside != behind ? outside : find_open (self, FAMILY_DOUBLE) == NULL;

  if (opens)
    open_pair (self, FAMILY_DOUBLE, p);
  else
    close_pair (self, FAMILY_DOUBLE, p);
}

/* “ closes what „ opened. */
static void
pair_double (Pairing *self, gunichar c, const char *p)
{
  const Opening *opening = find_open (self, FAMILY_DOUBLE);

  if (c == 0x201D || (c == 0x201C && opening != NULL && opening->open == 0x201E))
    close_pair (self, FAMILY_DOUBLE, p);
  else
    open_pair (self, FAMILY_DOUBLE, p);
}

/* Apostrophes are no quotation marks: one of these closes only behind punctuation. */
static void
pair_single (Pairing *self, const char *p)
{
  gunichar before = accord_char_before (p, self->start);
  gunichar behind = accord_char_at (g_utf8_next_char (p), self->end);

  if (is_outside (before) && accord_char_is_letter (behind))
    open_pair (self, FAMILY_SINGLE, p);
  else if ((accord_char_is_terminator (before) || before == ',') && is_behind (behind))
    close_pair (self, FAMILY_SINGLE, p);
}

/* »…« is German, « … » French: the side of the word tells. */
static void
pair_angle (Pairing *self, gunichar c, const char *p)
{
  const Opening *opening = find_open (self, FAMILY_ANGLE);
  gunichar behind = accord_char_at (g_utf8_next_char (p), self->end);
  gboolean outside = is_outside (accord_char_before (p, self->start));

  if (c == 0xAB && opening != NULL && opening->open == 0xBB)
    close_pair (self, FAMILY_ANGLE, p);
  else if (c == 0xAB || (opening == NULL && outside && accord_char_is_letter (behind)))
    open_pair (self, FAMILY_ANGLE, p);
  else
    close_pair (self, FAMILY_ANGLE, p);
}

static void
visit (Pairing *self, const AccordSegmentMark *mark)
{
  const char *p = self->data + mark->at;
  gunichar c = mark->c;
  gunichar closing = closing_of (c);

  if (closing != 0)
    open_pair (self, FAMILY_BRACKET + closing, p);
  else if (is_closing (c))
    close_pair (self, FAMILY_BRACKET + c, p);
  else if (c == '"' || c == 0xFF02)
    pair_straight (self, p);
  else if (c >= 0x201C && c <= 0x201F)
    pair_double (self, c, p);
  else if (c == '\'' || c == '`' || c == 0x2018 || c == 0x2019)
    pair_single (self, p);
  else if (c == 0xAB || c == 0xBB)
    pair_angle (self, c, p);
  else if (mark->ends)
    self->terminator = p;
}

/* Appends the outermost pairs within @span, each from its opening to its closing character, those
 * of brackets only where something within may end a sentence. Cost: linear. */
void
accord_segment_find_pairs (const char *data, AccordSpan span, const GArray *marks, GArray *pairs)
{
  Pairing self = {
    .data = data,
    .start = data + span.start,
    .end = data + span.end,
    .pairs = pairs,
  };

  for (guint i = 0; i < marks->len; i++)
    visit (&self, &g_array_index (marks, AccordSegmentMark, i));
}
