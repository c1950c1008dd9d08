/* SPDX-License-Identifier: GPL-3.0-or-later */
/* List markers and headings of plain text: "1.", "(a)", "IV.", "一、", "（二）",
 * "第三条", "Article 5.", bullets. A marker is taken off the text of its line. */
#include "documents/accord-text-lines-private.h"

#include <string.h>

/* A heading is no longer than this, in letters. */
#define HEADING_MOST 120

/* No more headings than these follow each other. */
#define HEADING_ROW_MOST 3

typedef enum
{
  MARKER_NONE,
  MARKER_BULLET,
  MARKER_DIGITS,
  MARKER_DIGITS_ENCLOSED,
  MARKER_LETTER,
  MARKER_ROMAN,
  MARKER_HAN,
  MARKER_HAN_ENCLOSED,
  MARKER_ARTICLE,
  MARKER_CHAPTER,
} MarkerKind;

/* A place in a line, and its end. */
typedef struct
{
  const char *p;
  const char *end;
} Cursor;

static gunichar
peek (const Cursor *cursor)
{
  return cursor->p < cursor->end ? g_utf8_get_char (cursor->p) : 0;
}

static gunichar
next (Cursor *cursor)
{
  gunichar c = peek (cursor);

  if (c != 0)
    cursor->p = g_utf8_next_char (cursor->p);
  return c;
}

static gboolean
take_any (Cursor *cursor, const char *set)
{
  gunichar c = peek (cursor);

  if (c == 0 || g_utf8_strchr (set, -1, c) == NULL)
    return FALSE;
  next (cursor);
  return TRUE;
}

static gboolean
take_string (Cursor *cursor, const char *string)
{
  gsize n = strlen (string);

  if ((gsize) (cursor->end - cursor->p) < n || memcmp (cursor->p, string, n) != 0)
    return FALSE;
  cursor->p += n;
  return TRUE;
}

static guint
take_digits (Cursor *cursor)
{
  guint n = 0;

  for (; g_unichar_isdigit (peek (cursor)); n++)
    next (cursor);
  return n;
}

static guint
take_set (Cursor *cursor, const char *set)
{
  guint n = 0;

  while (take_any (cursor, set))
    n++;
  return n;
}

static gboolean
at_space (const Cursor *cursor)
{
  gunichar c = peek (cursor);

  return c != 0 && g_unichar_isspace (c);
}

/* Behind "1.": a space, or the capital or Han letter that begins a text. */
static gboolean
at_text (const Cursor *cursor)
{
  gunichar c = peek (cursor);

  return at_space (cursor) || (g_unichar_isalpha (c) && !g_unichar_islower (c));
}

static MarkerKind
take_bullet (Cursor *cursor)
{
  if (take_set (cursor, "•·▪■●◦‣‒") == 1)
    return MARKER_BULLET;
  if (take_string (cursor, "——") && peek (cursor) != 0x2014)
    return MARKER_BULLET;
  return take_any (cursor, "-*–—") && at_space (cursor) ? MARKER_BULLET : MARKER_NONE;
}

/* "1." "12)" "3、" "1.2" "1.2.3." */
static MarkerKind
take_number (Cursor *cursor)
{
  guint n = take_digits (cursor), levels = 1;

  if (n == 0 || n > 3)
    return MARKER_NONE;
  for (Cursor deeper = *cursor; take_any (&deeper, ".") && (n = take_digits (&deeper)) > 0 && n < 3;
       levels++)
    *cursor = deeper;
  if (take_any (cursor, ".．") || take_any (cursor, ")）、"))
    return at_text (cursor) ? MARKER_DIGITS : MARKER_NONE;
  if (levels > 1 && at_space (cursor))
    {
      Cursor behind = *cursor;

      next (&behind);
      return at_text (&behind) ? MARKER_DIGITS : MARKER_NONE;
    }
  return MARKER_NONE;
}

/* "(1)" "(a)" "(iv)" "（二）" */
static MarkerKind
take_enclosed (Cursor *cursor)
{
  MarkerKind kind = MARKER_NONE;

  if (!take_any (cursor, "(（"))
    return MARKER_NONE;
  if (take_digits (cursor) > 0)
    kind = MARKER_DIGITS_ENCLOSED;
  else if (take_set (cursor, "一二三四五六七八九十") > 0)
    kind = MARKER_HAN_ENCLOSED;
  else if (take_set (cursor, "ivx") > 0)
    kind = MARKER_ROMAN;
  else if (g_unichar_isalpha (next (cursor)))
    kind = MARKER_LETTER;
  return take_any (cursor, ")）") && peek (cursor) != 0 ? kind : MARKER_NONE;
}

/* "a." "b)" "IV." */
static MarkerKind
take_letter (Cursor *cursor)
{
  Cursor roman = *cursor;
  gunichar c;

  if (take_set (&roman, "IVX") > 0 && take_any (&roman, ".、") && at_space (&roman))
    {
      *cursor = roman;
      return MARKER_ROMAN;
    }
  c = next (cursor);
  if (!g_unichar_islower (c))
    return MARKER_NONE;
  return take_any (cursor, ".)") && at_space (cursor) ? MARKER_LETTER : MARKER_NONE;
}

/* "一、" "十二、" "第三条" "第一章"; what a space does not part from its text is a word of it. */
static MarkerKind
take_han (Cursor *cursor)
{
  static const char NUMBERS[] = "一二三四五六七八九十百零〇";

  if (take_string (cursor, "第"))
    {
      MarkerKind kind = MARKER_NONE;

      if (take_set (cursor, NUMBERS) + take_digits (cursor) == 0)
        return MARKER_NONE;
      if (take_any (cursor, "条條款"))
        kind = MARKER_ARTICLE;
      else if (take_any (cursor, "章节節编編"))
        kind = MARKER_CHAPTER;
      return at_space (cursor) || take_any (cursor, ":：、.") ? kind : MARKER_NONE;
    }
  return take_set (cursor, NUMBERS) > 0 && take_any (cursor, "、.．") ? MARKER_HAN : MARKER_NONE;
}

/* "Article 5." "Статья 2:" "المادة 7:"; without a mark behind it, it is a reference. */
static MarkerKind
take_article (Cursor *cursor)
{
  static const char *const WORDS[] = { "Article ",  "ARTICLE ", "Art. ",   "Section ", "Artículo ",
                                       "ARTÍCULO ", "Статья ",  "СТАТЬЯ ", "المادة ",  "مادة " };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (take_string (cursor, WORDS[i]))
      {
        take_any (cursor, "(");
        if (take_digits (cursor) + take_set (cursor, "IVX") == 0)
          return MARKER_NONE;
        take_any (cursor, ")");
        return take_any (cursor, ".:–—-") ? MARKER_ARTICLE : MARKER_NONE;
      }
  return MARKER_NONE;
}

static MarkerKind
take_marker (Cursor *cursor)
{
  static MarkerKind (*const TAKERS[]) (Cursor *) = { take_number, take_bullet, take_enclosed,
                                                     take_letter, take_han,    take_article };

  for (guint i = 0; i < G_N_ELEMENTS (TAKERS); i++)
    {
      Cursor attempt = *cursor;
      MarkerKind kind = TAKERS[i](&attempt);

      if (kind == MARKER_NONE)
        continue;
      *cursor = attempt;
      return kind;
    }
  return MARKER_NONE;
}

static gsize
measure_marker (const char *text, gsize length, gsize *own, MarkerKind *kind)
{
  Cursor cursor = { text, text + length };

  *kind = take_marker (&cursor);
  if (*kind == MARKER_NONE)
    return 0;
  *own = cursor.p - text;
  while (at_space (&cursor))
    next (&cursor);
  return cursor.p < cursor.end ? (gsize) (cursor.p - text) : 0;
}

/**
 * accord_marker_length:
 * @text: a line, valid UTF-8, trimmed
 * @length: bytes of it
 *
 * Returns: bytes of the list marker and the spaces with which the line begins; 0 if there is none,
 * or nothing follows it
 */
gsize
accord_marker_length (const char *text, gsize length)
{
  MarkerKind kind;
  gsize own = 0;

  return measure_marker (text, length, &own, &kind);
}

/* "(i)" behind "(h)" is a letter. @last is the letter before it, or 0. */
static MarkerKind
settle_letter (MarkerKind kind, const char *marker, gunichar *last)
{
  Cursor cursor = { marker, marker + strlen (marker) };
  gunichar letter;

  if (kind != MARKER_LETTER && kind != MARKER_ROMAN)
    return kind;
  take_any (&cursor, "(（");
  letter = next (&cursor);
  if (kind == MARKER_ROMAN && (letter != *last + 1 || g_unichar_isalpha (peek (&cursor))))
    return kind;
  *last = letter;
  return MARKER_LETTER;
}

/* The depth of an item is the number of kinds of markers that are open around it. */
static guint
find_level (GArray *open, MarkerKind kind)
{
  for (guint i = 0; i < open->len; i++)
    if (g_array_index (open, MarkerKind, i) == kind)
      {
        g_array_set_size (open, i + 1);
        return i + 1;
      }
  g_array_append_val (open, kind);
  return open->len;
}

/**
 * accord_page_find_items:
 * @page: a page
 *
 * Makes a line that begins with a list marker an item, its marker no part of its text.
 */
void
accord_page_find_items (AccordPage *page)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (MarkerKind));
  gunichar letter = 0;

  for (guint i = 0; i < page->lines->len; i++)
    {
      AccordLine *line = accord_page_get_line (page, i);
      MarkerKind kind;
      gsize length = 0, own = 0, taken;
      const char *text = accord_page_get_text (page, line, &length);
      g_autofree char *marker = NULL;

      if (line->role != ACCORD_ROLE_PARAGRAPH || line->marker != NULL)
        continue;
      taken = measure_marker (text, length, &own, &kind);
      if (taken == 0)
        continue;
      marker = g_strndup (text, own);
      line->marker = g_string_chunk_insert_const (page->strings, marker);
      line->role = kind == MARKER_CHAPTER ? ACCORD_ROLE_HEADING : ACCORD_ROLE_ITEM;
      line->level =
        kind == MARKER_CHAPTER ? 2 : find_level (open, settle_letter (kind, marker, &letter));
      line->span.start += (guint32) taken;
      accord_line_measure (line, text + taken, length - taken);
    }
}

/* Bullets and small letters mark the parts of a sentence, not of a text. */
static gboolean
is_part_of_sentence (const AccordLine *line)
{
  gunichar c = line->marker != NULL ? g_utf8_get_char (line->marker) : 0;

  return line->role == ACCORD_ROLE_ITEM && c != '(' &&
         (!g_unichar_isalnum (c) || g_unichar_islower (c));
}

static gboolean
may_be_heading (const AccordPage *page, const AccordLine *line)
{
  gsize length = 0;
  const char *text = accord_page_get_text (page, line, &length);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text + length));

  if (line->role != ACCORD_ROLE_PARAGRAPH && line->role != ACCORD_ROLE_ITEM)
    return FALSE;
  return line->kept && !is_part_of_sentence (line) && line->weight > 1 &&
         line->weight <= HEADING_MOST && !line->ended && line->stops == 0 && line->commas < 3 &&
         (g_unichar_isalnum (last) || last == ')' || last == 0xFF09);
}

/* The dots of "1.2.3" count the levels below the first. */
static guint
heading_level (const AccordLine *line)
{
  guint level = 2;

  for (const char *p = line->marker; p != NULL && *p != '\0'; p++)
    level += *p == '.' && g_ascii_isdigit (p[1]);
  return MIN (level, 6);
}

/* The first line of the row of lines above @end that may all be headings. */
static guint
row_start (const AccordPage *page, guint end)
{
  while (end > 0 && may_be_heading (page, accord_page_get_line (page, end - 1)))
    end--;
  return end;
}

/* Whether @follower is what @line may be the heading of: a longer text, or a numbered list. */
static gboolean
has_text (const AccordLine *line, const AccordLine *follower)
{
  if (!follower->kept)
    return FALSE;
  if (line->marker == NULL && follower->role == ACCORD_ROLE_ITEM && follower->ended)
    return g_unichar_isdigit (g_utf8_get_char (follower->marker));
  return follower->weight > line->weight * 3 / 2 + 20;
}

/**
 * accord_page_find_headings:
 * @page: a page, its items found
 *
 * Makes short kept lines without final punctuation headings if their text follows. A heading may
 * follow another, but a long row of them is a list. Cost: linear.
 */
void
accord_page_find_headings (AccordPage *page)
{
  for (guint end = page->lines->len; end > 1;)
    {
      guint start = row_start (page, end - 1), n = end - 1 - start;
      const AccordLine *last = accord_page_get_line (page, end - 2);

      if (n > 0 && n <= HEADING_ROW_MOST && has_text (last, accord_page_get_line (page, end - 1)))
        for (guint i = start; i < end - 1; i++)
          {
            AccordLine *line = accord_page_get_line (page, i);

            line->role = ACCORD_ROLE_HEADING;
            line->level = heading_level (line);
          }
      end -= MAX (n, 1);
    }
}
