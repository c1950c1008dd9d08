/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title of a page dump is a line above the body: near it, worded like it, and
 * often repeated by the page. A title in Han may end with the name of its series:
 * 积极参与治理(和音). */
#include "documents/accord-metadata-private.h"

#include <string.h>

/* How far above the body a title is looked for, and how far around it is it repeated. */
#define REACH 40
#define REPEAT_REACH 300

#define TITLE_MOST 200
#define BODY_SAMPLE 16384

/* The folded beginning of the body. */
static GString *
fold_body (const AccordPage *page)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < page->lines->len && body->len < BODY_SAMPLE; i++)
    {
      const AccordLine *line = accord_page_get_line (page, i);
      gsize length = 0;
      const char *text = accord_page_get_text (page, line, &length);

      if (line->kept)
        accord_fold (body, text, MIN (length, BODY_SAMPLE));
    }
  return body;
}

/* The bytes of the next word of four letters, or of two Han letters, from @p on; 0 at the end. */
static gsize
next_word (const char **p)
{
  const char *start = *p;

  while (*start != '\0')
    {
      const char *end = start;
      gunichar c = g_utf8_get_char (start);
      guint n = 0;

      if (g_unichar_iswide (c))
        {
          gunichar second = g_utf8_get_char (g_utf8_next_char (start));

          *p = start;
          if (g_unichar_isalpha (c) && g_unichar_iswide (second) && g_unichar_isalpha (second))
            return g_utf8_next_char (g_utf8_next_char (start)) - start;
          start = g_utf8_next_char (start);
          continue;
        }
      for (; g_unichar_isalpha (g_utf8_get_char (end)) && !g_unichar_iswide (g_utf8_get_char (end));
           n++)
        end = g_utf8_next_char (end);
      *p = start;
      if (n >= 4)
        return end - start;
      start = n > 0 ? end : g_utf8_next_char (start);
    }
  return 0;
}

/* The share of the words of a title that the body has, in hundredths; one word or two, such as a
 * name, prove little. */
static gint
overlap (const GString *title, const GString *body)
{
  const char *p = title->str;
  guint words = 0, found = 0;

  for (gsize length; (length = next_word (&p)) > 0;)
    {
      words++;
      found += memmem (body->str, body->len, p, length) != NULL;
      p += g_unichar_iswide (g_utf8_get_char (p)) ? (gsize) g_utf8_skip[(guchar) *p] : length;
    }
  return words > 0 ? (gint) (found * 100 / MAX (words, 4)) : 0;
}

/* Whether another line near the body has the text of line @index in it. */
static gboolean
is_repeated (const AccordPage *page, guint index, guint body)
{
  const AccordLine *line = accord_page_get_line (page, index);
  guint from = body > REPEAT_REACH ? body - REPEAT_REACH : 0;
  guint to = MIN (page->lines->len, body + REPEAT_REACH);
  gsize length = 0, other_length = 0;
  const char *text = accord_page_get_text (page, line, &length);

  for (guint i = from; line->weight >= 10 && i < to; i++)
    {
      const AccordLine *other = accord_page_get_line (page, i);
      const char *other_text = accord_page_get_text (page, other, &other_length);

      if (i != index && !other->kept && other_length >= length && other_length < 4 * length &&
          memmem (other_text, other_length, text, length) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A line of the body is its title only if the page says so: by repeating it, or by a credit below
 * it. */
static gboolean
is_claimed (const AccordPage *page, guint index, guint body)
{
  const AccordLine *below =
    index + 1 < page->lines->len ? accord_page_get_line (page, index + 1) : NULL;

  return is_repeated (page, index, body) ||
         (below != NULL && (below->furniture == ACCORD_FURNITURE_BYLINE ||
                            below->furniture == ACCORD_FURNITURE_DATE));
}

static gint
rate (const AccordPage *page, guint index, guint body, guint between, const GString *folded_body)
{
  const AccordLine *line = accord_page_get_line (page, index);
  g_autoptr (GString) folded = g_string_new (NULL);
  gsize length = 0;
  const char *text = accord_page_get_text (page, line, &length);
  gint rating = -2 * (gint) MIN (between, 20);

  accord_fold (folded, text, length);
  rating += overlap (folded, folded_body) / 2;
  rating += is_repeated (page, index, body) ? 40 : 0;
  rating += line->weight >= 24 ? 20 : 0;
  rating -= line->weight < 10 ? 40 : 0;
  rating -= line->ended && line->weight > 120 ? 30 : 0;
  return rating;
}

/* Titles of newspapers ask and exclaim, but they tell no two sentences. What stands below the
 * heading of a menu may still be a title. */
static gboolean
may_be_title (const AccordLine *line)
{
  if (line->weight < 4 || line->weight > TITLE_MOST || line->section ||
      line->stops > (line->weight > 120 ? 1 : 2))
    return FALSE;
  switch (line->furniture)
    {
    case ACCORD_FURNITURE_NONE:
    case ACCORD_FURNITURE_MENU:
    case ACCORD_FURNITURE_RELATED:
    case ACCORD_FURNITURE_COMMENTS:
    case ACCORD_FURNITURE_OUTSIDE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * accord_page_find_title:
 * @page: a page, its body chosen
 * @body: the first line of the body
 *
 * Finds the title of the dump of a web page, gives its line that role, and sets the fields TITLE
 * and SUBTITLE. Cost: linear in the lines around @body.
 *
 * Returns: whether there is one
 */
gboolean
accord_page_find_title (AccordPage *page, guint body)
{
  g_autoptr (GString) folded = fold_body (page);
  guint best = G_MAXUINT, between = 0;
  gint best_rating = 10;

  for (guint i = MIN (body + 1, page->lines->len); i > 0 && i + REACH > body; i--)
    {
      AccordLine *line = accord_page_get_line (page, i - 1);
      gint rating;

      if (!may_be_title (line) || (line->kept && !is_claimed (page, i - 1, body)))
        continue;
      rating = rate (page, i - 1, body, between, folded);
      between++;
      if (rating <= best_rating)
        continue;
      best_rating = rating;
      best = i - 1;
    }
  if (best == G_MAXUINT)
    return FALSE;
  else
    {
      AccordLine *line = accord_page_get_line (page, best);
      gsize length = 0;
      const char *text = accord_page_get_text (page, line, &length);

      line->role = ACCORD_ROLE_TITLE;
      line->kept = FALSE;
      line->furniture = ACCORD_FURNITURE_NONE;
      accord_page_set_title (page, text, length);
    }
  return TRUE;
}

/* What stands in brackets behind a title and is no series. */
static gboolean
is_remark (const char *text, gsize length)
{
  static const char *const REMARKS[] = { "图",   "全文", "附全文",   "组图",     "多图",
                                         "视频", "直播", "权威发布", "受权发布", "实录",
                                         "上",   "下",   "中" };

  for (guint i = 0; i < G_N_ELEMENTS (REMARKS); i++)
    if (strlen (REMARKS[i]) == length && memcmp (REMARKS[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* Where the bracket that ends @title opens, or NULL: two to eight Han letters in it. */
static const char *
find_series (const char *title, gsize length, gsize *inner)
{
  const char *end = title + length, *p;
  guint n = 0;

  if (length < 6)
    return NULL;
  p = g_utf8_prev_char (end);
  if (g_utf8_get_char (p) != ')' && g_utf8_get_char (p) != 0xFF09)
    return NULL;
  end = p;
  for (p = g_utf8_prev_char (p); p > title && n <= 8; p = g_utf8_prev_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == 0xFF08)
        {
          *inner = end - g_utf8_next_char (p);
          return n >= 2 && !is_remark (g_utf8_next_char (p), *inner) ? p : NULL;
        }
      if (!g_unichar_iswide (c))
        return NULL;
    }
  return NULL;
}

/**
 * accord_page_set_title:
 * @page: a page
 * @title: its title
 * @length: bytes of it
 *
 * Sets TITLE, and SUBTITLE where @title ends with the name of a series, and KIND where it says it.
 */
void
accord_page_set_title (AccordPage *page, const char *title, gsize length)
{
  gsize inner = 0;
  const char *series = find_series (title, length, &inner);
  g_autofree char *copy = NULL;
  const char *kind;

  if (series != NULL)
    {
      accord_page_set_field (page, ACCORD_FIELD_SUBTITLE, g_utf8_next_char (series), inner);
      length = series - title;
    }
  accord_page_set_field (page, ACCORD_FIELD_TITLE, title, length);
  copy = g_strndup (title, length);
  /* Series of this form are the columns of newspapers. */
  kind = series != NULL ? "commentary" : accord_kind_of_title (copy);
  accord_page_set_field (page, ACCORD_FIELD_KIND, kind, -1);
}
