/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of each line what it is by itself: by its words (phrases of furniture), or by
 * its shape (breadcrumbs, dates, bylines). Whether a page is the dump of a web page
 * is told by these labels. */
#include "documents/accord-extract-private.h"

#include <string.h>

#include "documents/accord-dates-private.h"

/* So many short lines in a row are a menu, if something else is furniture too. */
#define MENU_LEAST 10

/* The signs between the steps of a breadcrumb; brackets of code are none. */
static guint
count_separators (const char *text, gsize length)
{
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        return 0;
      n += c == '>' || c == 0x203A || c == 0xBB || c == 0xFF1E || c == 0x2192;
    }
  return n;
}

/* A line that is a date, or a time, and little else. */
static gboolean
is_date_line (const char *text, gsize length)
{
  AccordLine rest = { 0 };
  gsize start = 0, end = 0;
  g_autofree char *date = accord_date_find (text, length, &start, &end);
  guint weight;

  if (date == NULL)
    return FALSE;
  accord_line_measure (&rest, text, start);
  weight = rest.weight;
  accord_line_measure (&rest, text + end, length - end);
  return weight + rest.weight <= 24;
}

/* "By Ann Smith", "Par Jean Petit": a word, then names. */
static gboolean
is_byline (const char *text, gsize length)
{
  static const char *const WORDS[] = { "By ", "by ", "BY ", "Par ", "par ", "Por ", "por " };

  if (length > 80)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      gsize n = strlen (WORDS[i]);

      if (length > n && memcmp (text, WORDS[i], n) == 0)
        return g_unichar_isupper (g_utf8_get_char (text + n + strspn (text + n, " ")));
    }
  return FALSE;
}

static AccordFurniture
label_by_shape (const AccordLine *line, const char *text, gsize length)
{
  if (line->weight <= 120 && !line->ended && count_separators (text, length) >= 2)
    return ACCORD_FURNITURE_BREADCRUMB;
  if (!line->ended && is_byline (text, length))
    return ACCORD_FURNITURE_BYLINE;
  if (line->weight <= 60 && is_date_line (text, length))
    return ACCORD_FURNITURE_DATE;
  return ACCORD_FURNITURE_NONE;
}

/**
 * accord_page_label:
 * @page: a page
 * @patterns: the phrases of furniture
 *
 * Says of each line that is furniture by its own words or shape what it is. Cost: see
 * accord_patterns_match().
 */
void
accord_page_label (AccordPage *page, const AccordPatterns *patterns)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      AccordLine *line = accord_page_get_line (page, i);
      gsize length = 0;
      const char *text = accord_page_get_text (page, line, &length);
      gboolean section = FALSE;

      line->furniture = accord_patterns_match (patterns, text, length, &section);
      line->section = section;
      if (line->furniture == ACCORD_FURNITURE_NONE)
        line->furniture = label_by_shape (line, text, length);
    }
}

/* Bylines, dates and captions stand in clean statements too. */
static gboolean
is_telling (AccordFurniture furniture)
{
  switch (furniture)
    {
    case ACCORD_FURNITURE_NONE:
    case ACCORD_FURNITURE_BYLINE:
    case ACCORD_FURNITURE_DATE:
    case ACCORD_FURNITURE_CAPTION:
    case ACCORD_FURNITURE_COPYRIGHT:
      return FALSE;
    default:
      return TRUE;
    }
}

/* The most lines in a row that are short and no sentences, as a menu is. */
static guint
longest_row (const AccordPage *page)
{
  guint row = 0, longest = 0;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const AccordLine *line = accord_page_get_line (page, i);
      gboolean is_short = line->weight <= 30 && !line->ended && line->stops == 0 &&
                          line->commas == 0 && line->marker == NULL;

      row = is_short ? row + 1 : 0;
      longest = MAX (longest, row);
    }
  return longest;
}

/**
 * accord_page_has_furniture:
 * @page: a page, labelled
 *
 * Returns: whether it is the dump of a web page and not a clean text
 */
gboolean
accord_page_has_furniture (const AccordPage *page)
{
  guint telling = 0, kinds = 0;
  gboolean seen[ACCORD_N_FURNITURES] = { FALSE };

  for (guint i = 0; i < page->lines->len; i++)
    {
      AccordFurniture furniture = accord_page_get_line (page, i)->furniture;

      if (!is_telling (furniture))
        continue;
      telling++;
      kinds += !seen[furniture];
      seen[furniture] = TRUE;
    }
  return (telling >= 3 && kinds >= 2) || (telling > 0 && longest_row (page) >= MENU_LEAST);
}
