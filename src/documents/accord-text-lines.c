/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts plain text into paragraphs. Where its lines were broken to a width they are
 * joined again. A formatter breaks a line only where the next word would not have
 * fitted: that, not a length, tells a wrapped line from one that ends a paragraph. */
#include "documents/accord-text-lines-private.h"

#include <string.h>

/* The widths that people and programs wrap to, in columns. */
#define WRAP_LEAST 40
#define WRAP_MOST 130

/* A line may end this share of the width early. */
#define SLACK_SHARE 5

/* In spaced text a blank line follows so many lines on average, at most. */
#define SPACED_LINES 12

typedef struct
{
  const char *text;
  gsize length;
  guint width;
  guint first_word;
  guint indent;
  guint lead;
  gboolean marked;
  gboolean open;
} RawLine;

/* The width to which a text is wrapped, or 0, and whether its paragraphs are parted by blank
 * lines. */
typedef struct
{
  guint wrap;
  gboolean spaced;
} Layout;

static guint
columns (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static gunichar
last_char (const char *text, gsize length)
{
  return length > 0 ? g_utf8_get_char (g_utf8_prev_char (text + length)) : 0;
}

/* Whether a sentence goes on behind a line that ends like this. */
static gboolean
is_open_end (gunichar c)
{
  return g_unichar_isalnum (c) || c == ',' || c == '-' || c == 0x3001 || c == 0xFF0C || c == 0x060C;
}

static void
measure (RawLine *raw)
{
  gboolean in_word = TRUE;

  for (const char *p = raw->text; p < raw->text + raw->length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      raw->width += columns (c);
      in_word = in_word && !g_unichar_isspace (c);
      if (in_word)
        raw->first_word = raw->width;
      in_word = in_word && !g_unichar_iswide (c);
    }
  raw->marked = accord_marker_length (raw->text, raw->length) > 0;
  raw->open = is_open_end (last_char (raw->text, raw->length));
}

static const char *
skip_spaces (const char *p, const char *end, guint *width)
{
  *width = 0;
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    {
      *width += columns (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return p;
}

static GArray *
split (const char *text, gsize length)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (RawLine));
  const char *end = text + length;
  guint lead = 0;

  for (const char *p = text; p < end;)
    {
      const char *stop = memchr (p, '\n', end - p);
      RawLine raw = { 0 };

      stop = stop != NULL ? stop : end;
      raw.text = skip_spaces (p, stop, &raw.indent);
      p = stop + 1;
      while (stop > raw.text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (stop))))
        stop = g_utf8_prev_char (stop);
      if (stop <= raw.text)
        {
          lead = MIN (lead + 1, 3);
          continue;
        }
      raw.length = stop - raw.text;
      raw.lead = lead;
      lead = 0;
      measure (&raw);
      g_array_append_val (lines, raw);
    }
  return lines;
}

/* The width to which all but one line in fifty keep; 0 if that is none to wrap to. */
static guint
common_width (const GArray *lines)
{
  guint count[WRAP_MOST + 1] = { 0 };
  guint wider = 0, width = WRAP_MOST;

  for (guint i = 0; i < lines->len; i++)
    {
      guint w = g_array_index (lines, RawLine, i).width;

      if (w <= WRAP_MOST)
        count[w]++;
      else
        wider++;
    }
  if (wider * 50 > lines->len)
    return 0;
  for (; width > 0 && (wider + count[width]) * 50 <= lines->len; width--)
    wider += count[width];
  return width >= WRAP_LEAST ? width : 0;
}

/* Whether the first word of @next would not have fitted behind @line. */
static gboolean
is_full (const RawLine *line, const RawLine *next, guint wrap)
{
  return line->width + 1 + next->first_word > wrap;
}

/* The width to which the text is wrapped, or 0: most lines that have a neighbour are full, and
 * most of these end within a sentence. */
static guint
find_wrap (const GArray *lines)
{
  guint wrap = common_width (lines), pairs = 0, full = 0, open = 0;

  for (guint i = 1; wrap > 0 && i < lines->len; i++)
    {
      const RawLine *line = &g_array_index (lines, RawLine, i - 1);
      const RawLine *next = &g_array_index (lines, RawLine, i);

      if (next->lead > 0 || next->marked)
        continue;
      pairs++;
      full += is_full (line, next, wrap);
      open += is_full (line, next, wrap) && line->open;
    }
  return full >= 4 && full * 2 > pairs && open * 3 > full * 2 ? wrap : 0;
}

/* Text whose paragraphs are parted by blank lines. */
static gboolean
is_spaced (const GArray *lines)
{
  guint blanks = 0;

  for (guint i = 1; i < lines->len; i++)
    blanks += g_array_index (lines, RawLine, i).lead > 0;
  return blanks * SPACED_LINES >= lines->len;
}

/* Not all formatters fill their lines to the last column: a line that is nearly full goes on if
 * its sentence does, or if paragraphs have blank lines between them. */
static gboolean
is_joined (const RawLine *line, const RawLine *next, const RawLine *first, const Layout *layout)
{
  guint wrap = layout->wrap;

  if (wrap == 0 || next->lead > 0)
    return FALSE;
  /* Within a sentence "section" may be followed by a line that begins with "7.". */
  if (next->marked)
    return line != first && line->open && next->indent == line->indent &&
           is_full (line, next, wrap);
  /* An indented line opens a paragraph, unless it hangs below a marker. */
  if (next->indent > line->indent + 1 && !first->marked)
    return FALSE;
  if (is_full (line, next, wrap))
    return TRUE;
  if (line->open && g_unichar_islower (g_utf8_get_char (next->text)))
    return TRUE;
  return (line->open || layout->spaced) && is_full (line, next, wrap - wrap / SLACK_SHARE);
}

static void
join (GString *paragraph, const RawLine *line)
{
  gunichar last = last_char (paragraph->str, paragraph->len);
  gunichar first = g_utf8_get_char (line->text);

  if (paragraph->len > 0 && last != '-' && !(g_unichar_iswide (last) && g_unichar_iswide (first)))
    g_string_append_c (paragraph, ' ');
  g_string_append_len (paragraph, line->text, line->length);
}

/**
 * accord_page_append_lines:
 * @page: a page
 * @text: plain text, valid UTF-8, lines ended by LF
 * @length: bytes of it
 *
 * Appends the paragraphs of @text: its lines, or where they were wrapped to a width, these
 * joined. Cost: linear.
 *
 * Returns: FALSE if there are more than ACCORD_BLOCKS_MAX
 */
gboolean
accord_page_append_lines (AccordPage *page, const char *text, gsize length)
{
  g_autoptr (GArray) lines = split (text, length);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  Layout layout = { find_wrap (lines), is_spaced (lines) };

  for (guint i = 0; i < lines->len;)
    {
      const RawLine *first = &g_array_index (lines, RawLine, i);
      const RawLine *line = first;

      if (page->lines->len >= ACCORD_BLOCKS_MAX)
        return FALSE;
      g_string_truncate (paragraph, 0);
      join (paragraph, line);
      for (i++; i < lines->len; i++, line++)
        {
          if (!is_joined (line, line + 1, first, &layout))
            break;
          join (paragraph, line + 1);
        }
      accord_page_append (page, ACCORD_ROLE_PARAGRAPH, paragraph->str, paragraph->len)->lead =
        first->lead;
    }
  return TRUE;
}
