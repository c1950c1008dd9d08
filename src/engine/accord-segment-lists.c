/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists within a paragraph: "(a) … ; (b) …", "1) … 2) …", "（一）…；（二）…". An item is a
 * passage. One marker alone proves nothing: only markers that count on make a list, and
 * one begins where a sentence could begin. */
#include <string.h>

#include "engine/accord-segment-chars-private.h"
#include "engine/accord-segment-private.h"

/* A marker is at most this long. */
#define MARKER_MAX 32

/* What numbers an item, in bytes. */
#define MARKER_BYTES 12

/* Items of a list within a sentence are passages only from this length on, in bytes. */
#define ITEM_LEAST 24

/* A few words in an enumeration with commas are none. */
#define COMMA_ITEM_LEAST 60

typedef enum
{
  SHAPE_NONE,
  SHAPE_DIGITS,  /* 1) */
  SHAPE_LETTER,  /* a) */
  SHAPE_ROMAN,   /* ii) */
  SHAPE_HAN,     /* 一） or 一、 or 一是 */
  SHAPE_CIRCLED, /* ① */
  SHAPE_BULLET,  /* • */
  SHAPES
} Shape;

/* How a marker is written; lists of different ways are different lists. */
typedef enum
{
  FENCE_BOTH,   /* (1) */
  FENCE_BEHIND, /* 1) or 1.) */
  FENCE_STOP,   /* 1. */
  FENCE_COMMA,  /* 一、 */
  FENCE_COPULA, /* 一是 */
  FENCES
} Fence;

typedef struct
{
  Shape shape;
  Fence fence;
  guint ordinal;
  const char *end;
} Marker;

/* What stands before a marker. */
typedef enum
{
  BEFORE_TEXT,
  BEFORE_COMMA,
  BEFORE_SEMICOLON,
  BEFORE_COLON,
  BEFORE_END /* a terminator, or the paragraph begins */
} Before;

/* A list under way. */
typedef struct
{
  guint next;      /* the ordinal that comes next; 0 if there is no list */
  guint32 first;   /* where the first item begins */
  guint32 last;    /* where the last one does */
  Before before;   /* what stood before the first */
  gboolean proven; /* its first item is in the result */
} List;

static const char *const HAN_DIGITS[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };

static guint
han_digit (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (HAN_DIGITS); i++)
    if (strncmp (p, HAN_DIGITS[i], 3) == 0)
      return i + 1;
  return 0;
}

/* 一 to 九十九; @p moves behind it. */
static guint
read_han (const char **p, const char *end)
{
  const char *q = *p;
  guint tens = 0, units = end - q >= 3 ? han_digit (q) : 0;

  if (units > 0)
    q += 3;
  if (end - q >= 3 && strncmp (q, "十", 3) == 0)
    {
      tens = units > 0 ? units : 1;
      q += 3;
      units = end - q >= 3 ? han_digit (q) : 0;
      if (units > 0)
        q += 3;
    }
  *p = q;
  return tens * 10 + units;
}

static guint
roman_value (const char *p, gsize length)
{
  static const char *const ROMANS[] = {
    "i",  "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
  };

  if (strchr ("ivxIVX", *p) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (ROMANS); i++)
    if (strlen (ROMANS[i]) == length && g_ascii_strncasecmp (p, ROMANS[i], length) == 0)
      return i + 1;
  return 0;
}

/* Arabic counts by the older order of its letters. */
static guint
arabic_letter (gunichar c)
{
  static const char LETTERS[] = "أبجدهوزحطيكلمنسعفصقر";
  const char *found = g_utf8_strchr (LETTERS, -1, c == 0x627 ? 0x623 : c);

  return found != NULL ? (guint) g_utf8_pointer_to_offset (LETTERS, found) + 1 : 0;
}

/* The ordinal at @p; letters of two alphabets are counted from their first one. */
static void
read_ordinal (const char **p, const char *end, Marker *marker)
{
  const char *q = *p;
  gunichar c = accord_char_at (q, end);

  if (accord_char_is_digit (c))
    {
      marker->shape = SHAPE_DIGITS;
      for (; q < end && q - *p < 9 && accord_char_is_digit (accord_char_get (q));
           q = g_utf8_next_char (q))
        marker->ordinal =
          marker->ordinal * 10 + (guint) u_charDigitValue ((UChar32) accord_char_get (q));
    }
  else if (g_ascii_isalpha (c))
    {
      while (q < end && q - *p < 6 && g_ascii_isalpha (*q))
        q++;
      /* "a." may be a marker, but a word with a full stop is none: most sentences end so. */
      if (q == end || (*q != ')' && (guint8) *q != 0xEF &&
                       !(*q == '.' && (q - *p == 1 || (q + 1 < end && q[1] == ')')))))
        return;
      marker->ordinal = roman_value (*p, (gsize) (q - *p));
      marker->shape = SHAPE_ROMAN;
      if (q - *p == 1)
        {
          marker->shape = SHAPE_LETTER;
          marker->ordinal = g_ascii_tolower (**p) - 'a' + 1u;
        }
    }
  else if (g_unichar_tolower (c) >= 0x430 && g_unichar_tolower (c) <= 0x44F)
    {
      marker->shape = SHAPE_LETTER;
      marker->ordinal = g_unichar_tolower (c) - 0x430 + 1;
      q = g_utf8_next_char (q);
    }
  else if (c >= 0x622 && c <= 0x64A)
    {
      q = g_utf8_next_char (q);
      marker->ordinal = arabic_letter (c);
      marker->shape = SHAPE_LETTER;
      /* A tatweel makes the letter ه whole. */
      if (accord_char_at (q, end) == 0x640)
        q = g_utf8_next_char (q);
    }
  else
    {
      marker->ordinal = read_han (&q, end);
      marker->shape = SHAPE_HAN;
    }
  *p = q;
}

/* What closes a marker behind its ordinal; SHAPE_NONE if nothing does. A capital with a full stop
 * is an initial. */
static void
read_fence (const char *p, const char *end, gboolean opened, gboolean lower, Marker *marker)
{
  gunichar c = accord_char_at (p, end);
  gboolean stop = c == '.' && !opened;
  const char *q = stop ? p + 1 : p;
  gunichar behind = accord_char_at (q, end);

  marker->fence = opened ? FENCE_BOTH : FENCE_BEHIND;
  if (behind == ')' || behind == 0xFF09)
    marker->end = g_utf8_next_char (q);
  else if (stop && marker->ordinal < 1000 &&
           (marker->shape == SHAPE_DIGITS || (marker->shape == SHAPE_LETTER && lower)))
    {
      marker->fence = FENCE_STOP;
      marker->end = q;
    }
  else if (!opened && marker->shape == SHAPE_HAN && c == 0x3001)
    {
      marker->fence = FENCE_COMMA;
      marker->end = p + 3;
    }
  else if (!opened && marker->shape == SHAPE_HAN && c == 0x662F)
    {
      marker->fence = FENCE_COPULA;
      marker->end = p + 3;
    }
  else
    marker->shape = SHAPE_NONE;
}

/* The marker at @p: a list may count with it. */
static Marker
read_marker (const char *p, const char *end)
{
  Marker marker = { SHAPE_NONE, FENCE_BOTH, 0, p };
  gunichar c = accord_char_at (p, end);
  gboolean opened = c == '(' || c == 0xFF08;
  const char *q = opened ? g_utf8_next_char (p) : p;

  end = MIN (end, p + MARKER_MAX);
  if (accord_char_is_bullet (c) || (c >= 0x2460 && c <= 0x2473))
    {
      marker.shape = c < 0x2474 && c >= 0x2460 ? SHAPE_CIRCLED : SHAPE_BULLET;
      marker.ordinal = marker.shape == SHAPE_CIRCLED ? c - 0x2460 + 1 : 1;
      marker.end = g_utf8_next_char (p);
      return marker;
    }
  read_ordinal (&q, end, &marker);
  if (marker.ordinal == 0)
    marker.shape = SHAPE_NONE;
  if (marker.shape != SHAPE_NONE)
    read_fence (q, end, opened, accord_char_is_lower (c), &marker);
  return marker;
}

/* Whether a text follows the marker as it would in a list. */
static gboolean
is_item (const Marker *marker, const char *end)
{
  const char *p = marker->end;
  gunichar c = accord_char_at (p, end);

  if (marker->shape == SHAPE_NONE || c == 0)
    return FALSE;
  if (marker->shape >= SHAPE_HAN || accord_char_is_wide (c))
    return TRUE;
  if (!accord_char_is_space (c))
    return FALSE;
  if (marker->fence != FENCE_STOP)
    return TRUE;
  c = accord_char_at (accord_chars_skip_spaces (p, end), end);
  return accord_char_is_letter (c) && !accord_char_is_lower (c);
}

static Before
before_of (gunichar c)
{
  if (c == 0 || accord_char_is_terminator (c))
    return BEFORE_END;
  if (c == ':' || c == 0xFF1A || accord_char_is_dash (c))
    return BEFORE_COLON;
  if (c == ';' || c == 0xFF1B || c == 0x61B)
    return BEFORE_SEMICOLON;
  if (c == ',' || c == 0xFF0C || c == 0x60C || c == 0x3001)
    return BEFORE_COMMA;
  return BEFORE_TEXT;
}

/* What stands before the marker at @p, apart from spaces and an "and". */
static Before
look_before (const char *p, const char *start)
{
  static const char *const JOINERS[] = { "and", "or",  "et",    "ou",     "y",   "o",
                                         "и",   "или", "и/или", "and/or", "und", "oder",
                                         "و",   "أو",  "和",    "及",     "以及" };
  const char *end = p, *word = NULL;

  while (end > start && accord_char_is_space (accord_char_before (end, start)))
    end = accord_char_prev (end);
  word = end;
  while (word > start && end - word < 16 &&
         (accord_char_is_letter (accord_char_before (word, start)) || word[-1] == '/'))
    word = accord_char_prev (word);
  for (guint i = 0; i < G_N_ELEMENTS (JOINERS); i++)
    if ((gsize) (end - word) == strlen (JOINERS[i]) &&
        strncmp (word, JOINERS[i], (gsize) (end - word)) == 0)
      {
        end = word;
        while (end > start && accord_char_is_space (accord_char_before (end, start)))
          end = accord_char_prev (end);
        break;
      }
  return before_of (accord_char_before (end, start));
}

/* Whether the marker at @at goes on with @list as an item of its own. */
static gboolean
goes_on (const List *list, guint32 at, Before before)
{
  guint32 length = at - list->last;

  if (list->before == BEFORE_END)
    return before != BEFORE_COMMA || length >= COMMA_ITEM_LEAST;
  if (before == BEFORE_SEMICOLON || before == BEFORE_END)
    return length >= ITEM_LEAST;
  return before == BEFORE_COMMA && length >= COMMA_ITEM_LEAST;
}

static void
count_on (List *list, guint32 at, GArray *items)
{
  if (!list->proven)
    g_array_append_val (items, list->first);
  list->proven = TRUE;
  list->last = at;
  list->next++;
  g_array_append_val (items, at);
}

static void
visit (List lists[SHAPES][FENCES], Marker marker, guint32 at, Before before, GArray *items)
{
  List *list = &lists[marker.shape][marker.fence];

  /* "(i)" is the ninth letter only where (h) stood before. */
  if (marker.shape == SHAPE_LETTER && list->next != marker.ordinal &&
      (marker.ordinal == 9 || marker.ordinal == 22 || marker.ordinal == 24))
    {
      list = &lists[SHAPE_ROMAN][marker.fence];
      marker.ordinal = marker.ordinal == 9 ? 1 : marker.ordinal == 22 ? 5 : 10;
    }
  if (marker.shape == SHAPE_BULLET)
    marker.ordinal = MAX (list->next, 1);
  if (list->next == marker.ordinal && list->next > 0 && goes_on (list, at, before))
    count_on (list, at, items);
  else if (before == BEFORE_END || (before >= BEFORE_SEMICOLON && marker.ordinal == 1))
    *list = (List){ marker.ordinal + 1, at, at, before, FALSE };
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* The marker that the ")" or "." at @p may end begins here: behind a space, or NULL. */
static const char *
marker_before (const char *p, const char *start)
{
  const char *least = p - start > MARKER_BYTES ? p - MARKER_BYTES : start;
  const char *q = p;

  while (q > least && !g_ascii_isspace (q[-1]))
    q--;
  if (q == start || g_ascii_isspace (q[-1]))
    return q;
  /* A wide character, a mark or a no-break space is no part of a marker. */
  for (q = p; q > least; q = accord_char_prev (q))
    {
      gunichar c = accord_char_before (q, start);

      if (c == 0xA0 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00)
        return q;
    }
  return NULL;
}

static const char *
bullet_at (const char *p, const char *start)
{
  gunichar before = accord_char_before (p, start);

  return before == 0 || accord_char_is_space (before) ? p : NULL;
}

/* Where a marker may begin that shows by @mark: at its end, behind a mark or at a bullet; or
 * NULL. */
static const char *
marker_at (const char *data, const AccordSegmentMark *mark, const char *start)
{
  const char *p = data + mark->at;

  switch (mark->c)
    {
    case ')':
    case '.':
    case 0x3001:
    case 0xFF09:
      return marker_before (p, start);
    case 0xFF08:
      return bullet_at (p, start);
    case 0xA0:
      return p + 2;
    default:
      if (mark->c >= 0x3000)
        return p + 3;
      return mark->c >= 0x2043 || mark->c == 0x2022 || mark->c == 0x2023 ? bullet_at (p, start)
                                                                         : NULL;
    }
}

/* Appends where items of lists within @span begin, as guint32 bytes of @data, in order. Cost:
 * linear. */
void
accord_segment_find_items (const char *data, AccordSpan span, const GArray *marks, GArray *items)
{
  List lists[SHAPES][FENCES];
  const char *start = data + span.start, *end = data + span.end;
  const char *at = start, *last = NULL;

  memset (lists, 0, sizeof lists);
  for (guint i = 0; i <= marks->len; i++)
    {
      if (at != NULL && at > last && at < end)
        {
          Marker marker = read_marker (at, end);

          last = at;
          if (is_item (&marker, end))
            visit (lists, marker, (guint32) (at - data), look_before (at, start), items);
        }
      if (i < marks->len)
        at = marker_at (data, &g_array_index (marks, AccordSegmentMark, i), start);
    }
  g_array_sort (items, compare_offsets);
}

/* "Article", "Section" and the like, before the number of a clause. */
static gboolean
is_clause_word (const char *p, const char *end)
{
  static const char *const WORDS[] = {
    "article",   "section",  "chapter", "principle", "clause",   "annex",     "part",
    "rule",      "item",     "step",    "table",     "figure",   "title",     "chapitre",
    "titre",     "principe", "annexe",  "partie",    "artículo", "sección",   "capítulo",
    "principio", "anexo",    "título",  "статья",    "раздел",   "глава",     "принцип",
    "пункт",     "artikel",  "kapitel", "abschnitt", "teil",     "grundsatz", "المادة",
    "مادة",      "المبدأ",   "الفصل",
  };
  g_autofree char *word = g_utf8_strdown (p, end - p);

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strcmp (word, WORDS[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Digits with full stops between, a letter, a Roman number. */
static const char *
skip_number (const char *p, const char *end)
{
  const char *q = p;

  while (q < end && q - p < 12 &&
         (accord_char_is_digit (accord_char_get (q)) || (*q == '.' && q > p)))
    q = g_utf8_next_char (q);
  if (q > p)
    return q;
  while (q < end && q - p < 6 && strchr ("IVXLCivxlc", *q) != NULL)
    q++;
  if (q == p && q < end && accord_char_is_letter (accord_char_get (q)))
    q = g_utf8_next_char (q);
  return q;
}

/* Whether @p to @end is a number and what closes it. */
static gboolean
is_closed_number (const char *p, const char *end)
{
  const char *q = skip_number (p, end);

  if (q == p)
    return FALSE;
  while (q < end && (*q == '.' || *q == ')' || *q == '*'))
    q++;
  return accord_chars_skip_spaces (q, end) == end;
}

/* Whether @p to @end is nothing but what numbers a clause or an item: "3.", "(b)", "Article 3.",
 * "• 9.", but not a year. */
gboolean
accord_segment_is_marker (const char *p, const char *end)
{
  const char *q = NULL;

  if (end - p > 2 * MARKER_MAX)
    return FALSE;
  while (p < end && (accord_char_is_space (accord_char_get (p)) ||
                     accord_char_is_bullet (accord_char_get (p)) || *p == '(' || *p == '*'))
    p = g_utf8_next_char (p);
  if (is_closed_number (p, end))
    return !(g_ascii_isdigit (*p) && skip_number (p, end) - p > 4 && memchr (p, '.', 4) == NULL);
  q = p;
  while (q < end && accord_char_is_letter (accord_char_get (q)))
    q = g_utf8_next_char (q);
  return q > p && q < end && accord_char_is_space (accord_char_get (q)) &&
         is_closed_number (accord_chars_skip_spaces (q, end), end) && is_clause_word (p, q);
}
