/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the fields of a plain text: of the dump of a web page from the lines around
 * its body, of a clean statement from its first lines. */
#include "documents/accord-metadata-private.h"

#include <string.h>

#include "documents/accord-dates-private.h"
#include "engine/accord-language.h"

/* How many lines above and below the body may tell about it. */
#define REACH 40
#define REACH_BELOW 15

/* How many lines at the start of a clean statement may stand before its text. */
#define FRONT_MOST 6
#define FRONT_WEIGHT 160

/* What the language is told by, in bytes. */
#define SAMPLE 65536

/**
 * accord_page_get_body:
 * @page: a page
 *
 * Returns: the index of the first line that is kept; the number of lines if none is
 */
guint
accord_page_get_body (const AccordPage *page)
{
  guint i = 0;

  while (i < page->lines->len && !accord_page_get_line (page, i)->kept)
    i++;
  return i;
}

/* Tags of Chinese by country, which do not name the script that readers need. */
static const char *
with_script (const char *language)
{
  static const char *const TRADITIONAL[] = { "zh-TW", "zh-HK", "zh-MO", "zh-Hant" };

  if (!accord_language_is_han (language))
    return accord_language_intern (language);
  for (guint i = 0; i < G_N_ELEMENTS (TRADITIONAL); i++)
    if (accord_language_matches (language, TRADITIONAL[i]))
      return accord_language_intern ("zh-Hant");
  return accord_language_intern ("zh-Hans");
}

/**
 * accord_page_read_language:
 * @page: a page, its body chosen
 *
 * Sets LANGUAGE by the body; what the page says counts where that is too short.
 */
void
accord_page_read_language (AccordPage *page)
{
  g_autoptr (GString) sample = g_string_new (NULL);
  const char *hint = page->language != NULL ? with_script (page->language) : NULL;

  for (guint i = 0; i < page->lines->len && sample->len < SAMPLE; i++)
    {
      const AccordLine *line = accord_page_get_line (page, i);
      gsize length = 0;
      const char *text = accord_page_get_text (page, line, &length);

      if (!line->kept)
        continue;
      g_string_append_len (sample, text, length);
      g_string_append_c (sample, '\n');
    }
  if (sample->len > 0)
    accord_page_set_field (page, ACCORD_FIELD_LANGUAGE,
                           accord_language_detect (sample->str, sample->len, hint), -1);
}

static void
read_credit (AccordPage *page, AccordLine *line, AccordField field)
{
  gsize length = 0, start = 0, end = 0;
  const char *text = accord_page_get_text (page, line, &length);

  if (page->fields[field] != NULL || !accord_credit_find (field, text, length, &start, &end))
    return;
  accord_page_set_field (page, field, text + start, end - start);
}

static void
read_date (AccordPage *page, AccordLine *line)
{
  gsize length = 0;
  const char *text = accord_page_get_text (page, line, &length);
  g_autofree char *date = NULL;

  if (page->fields[ACCORD_FIELD_DATE] != NULL || line->weight > FRONT_WEIGHT)
    return;
  date = accord_date_find (text, length, NULL, NULL);
  if (date == NULL)
    return;
  accord_page_set_field (page, ACCORD_FIELD_DATE, date, -1);
}

/* Whether a line beside the body tells about it, and not about another page. */
static gboolean
is_credit (const AccordLine *line)
{
  return !line->kept &&
         (line->furniture == ACCORD_FURNITURE_BYLINE || line->furniture == ACCORD_FURNITURE_DATE ||
          line->furniture == ACCORD_FURNITURE_EDITOR);
}

/* An editor's line is furniture that tells something; the others have a role of their own. */
static void
read_line (AccordPage *page, AccordLine *line)
{
  if (!is_credit (line))
    return;
  read_credit (page, line, ACCORD_FIELD_ISSUER);
  read_credit (page, line, ACCORD_FIELD_AUTHOR);
  if (line->furniture == ACCORD_FURNITURE_EDITOR)
    return;
  read_date (page, line);
  line->role = line->furniture == ACCORD_FURNITURE_DATE ? ACCORD_ROLE_DATE : ACCORD_ROLE_BYLINE;
  line->furniture = ACCORD_FURNITURE_NONE;
}

/**
 * accord_page_read_credits:
 * @page: a page, its body chosen
 * @body: the first line of the body
 *
 * Sets ISSUER, AUTHOR and DATE by the lines above and below the body, the nearest first.
 */
void
accord_page_read_credits (AccordPage *page, guint body)
{
  guint end = page->lines->len;

  for (guint i = body; i > 0 && i + REACH > body; i--)
    read_line (page, accord_page_get_line (page, i - 1));
  while (end > body && !accord_page_get_line (page, end - 1)->kept)
    end--;
  for (guint i = body; i < MIN (end + REACH_BELOW, page->lines->len); i++)
    read_line (page, accord_page_get_line (page, i));
}

/**
 * accord_page_read_dump:
 * @page: the dump of a web page, its body chosen
 *
 * Sets the fields of @page, and the roles of the lines that told them.
 */
void
accord_page_read_dump (AccordPage *page)
{
  guint body = accord_page_get_body (page);

  if (body < page->lines->len)
    {
      accord_page_find_title (page, body);
      accord_page_read_credits (page, body);
    }
  accord_page_read_language (page);
}

static gboolean
ends_open (const AccordPage *page, const AccordLine *line)
{
  gsize length = 0;
  const char *text = accord_page_get_text (page, line, &length);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text + length));

  return last == ',' || last == 0xFF0C || last == 0x060C || last == 0x3001;
}

/* A short line that is no sentence and not the beginning of one. */
static gboolean
is_front_line (const AccordPage *page, const AccordLine *line)
{
  return line->weight > 0 && line->weight <= FRONT_WEIGHT && !line->ended && line->stops == 0 &&
         !ends_open (page, line);
}

static void
read_clean_title (AccordPage *page)
{
  AccordLine *line = accord_page_get_line (page, 0);
  gsize length = 0;
  const char *text = accord_page_get_text (page, line, &length);

  line->role = ACCORD_ROLE_TITLE;
  line->level = 0;
  accord_page_set_title (page, text, length);
}

/* The line with the date among the lines below the title; 0 if there is none. */
static guint
find_front_date (AccordPage *page, char **date)
{
  for (guint i = 1; i < MIN (FRONT_MOST, page->lines->len); i++)
    {
      const AccordLine *line = accord_page_get_line (page, i);
      gsize length = 0;
      const char *text = accord_page_get_text (page, line, &length);

      if (!is_front_line (page, line) && line->furniture != ACCORD_FURNITURE_DATE)
        return 0;
      *date = accord_date_find (text, length, NULL, NULL);
      if (*date != NULL)
        return i;
    }
  return 0;
}

/* What stands between the title of a statement and its date is who issued it. */
static void
read_front (AccordPage *page)
{
  g_autofree char *date = NULL;
  guint date_line = find_front_date (page, &date);

  for (guint i = 1; i <= date_line; i++)
    {
      AccordLine *line = accord_page_get_line (page, i);
      gsize length = 0, start = 0, end = 0;
      const char *text = accord_page_get_text (page, line, &length);

      line->role = i < date_line ? ACCORD_ROLE_BYLINE : ACCORD_ROLE_DATE;
      if (accord_credit_find (ACCORD_FIELD_ISSUER, text, length, &start, &end))
        accord_page_set_field (page, ACCORD_FIELD_ISSUER, text + start, end - start);
      else if (accord_credit_find (ACCORD_FIELD_AUTHOR, text, length, &start, &end))
        accord_page_set_field (page, ACCORD_FIELD_AUTHOR, text + start, end - start);
      else if (i < date_line)
        accord_page_set_field (page, ACCORD_FIELD_ISSUER, text, length);
    }
  accord_page_set_field (page, ACCORD_FIELD_DATE, date, -1);
}

/* A statement that ends with a line that is a date was made on it. */
static void
read_closing_date (AccordPage *page)
{
  AccordLine *line = accord_page_get_line (page, page->lines->len - 1);
  gsize length = 0;
  const char *text = accord_page_get_text (page, line, &length);
  g_autofree char *date = NULL;

  if (page->fields[ACCORD_FIELD_DATE] != NULL || line->weight > 60 || page->lines->len < 3 ||
      line->role == ACCORD_ROLE_NOTE || line->role == ACCORD_ROLE_CELL)
    return;
  date = accord_date_find (text, length, NULL, NULL);
  if (date == NULL)
    return;
  accord_page_set_field (page, ACCORD_FIELD_DATE, date, -1);
  line->role = ACCORD_ROLE_DATE;
}

/**
 * accord_page_read_clean:
 * @page: a statement without furniture
 *
 * Sets the fields of @page, and the roles of the lines that told them. Everything stays kept.
 */
void
accord_page_read_clean (AccordPage *page)
{
  if (page->lines->len > 1 && is_front_line (page, accord_page_get_line (page, 0)))
    {
      read_clean_title (page);
      read_front (page);
    }
  if (page->lines->len > 0)
    read_closing_date (page);
  accord_page_read_language (page);
}
