/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settles the fields of a web page. The head proposes titles; the one that the page
 * shows as a heading wins. Dates and authors are the head's business, but a source
 * that is named beside the text is a better issuer than the site that shows it. */
#include "documents/accord-html-private.h"

#include <string.h>

#include "documents/accord-dates-private.h"
#include "documents/accord-metadata-private.h"

/* How far above the body a title may stand. */
#define REACH 60

/* A name of a site behind a title is no longer than this, in letters. */
#define SITE_MOST 60

static guint
weigh (const char *text, gsize length)
{
  AccordLine line = { 0 };

  accord_line_measure (&line, text, length);
  return line.weight;
}

/* The bytes of the separator at @p, or 0. */
static gsize
separator (const char *p, const char *start)
{
  static const char *const SIGNS[] = { " | ", " - ", " – ", " — ", " :: ", " » ",
                                       " · ", "_",   "|",   "｜",  "--",   "——" };

  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (p > start && g_str_has_prefix (p, SIGNS[i]))
      return strlen (SIGNS[i]);
  return 0;
}

/* The bytes of @title before the names of sections and of the site that follow it. */
static gsize
cut_site (const char *title)
{
  gsize length = strlen (title);

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = separator (p, title);
      guint head = weigh (title, p - title);
      guint tail = n > 0 ? weigh (p + n, length - (p + n - title)) : 0;

      if (n > 0 && head >= 10 && tail <= SITE_MOST && tail <= head * 2)
        return p - title;
    }
  return length;
}

static char *
fold (const char *text, gsize length)
{
  GString *folded = g_string_new (NULL);

  accord_fold (folded, text, length);
  return g_strstrip (g_string_free (folded, FALSE));
}

/* The line that shows @title, or begins it, as a heading if there is one: the nearest to the body.
 */
static AccordLine *
find_shown (AccordHtml *self, const char *title, guint body)
{
  g_autofree char *wanted = fold (title, strlen (title));
  AccordLine *found = NULL;

  for (guint i = MIN (body + 3, self->page->lines->len); i > 0 && i + REACH > body; i--)
    {
      AccordLine *line = accord_page_get_line (self->page, i - 1);
      gsize length = 0;
      const char *text = accord_page_get_text (self->page, line, &length);
      g_autofree char *shown = NULL;

      if (line->weight < 6 || line->weight > 300 || length > 4 * strlen (title))
        continue;
      shown = fold (text, length);
      if (!g_str_has_prefix (wanted, shown) && !g_str_has_prefix (shown, wanted))
        continue;
      if (line->level > 0 && line->level <= 2)
        return line;
      found = found != NULL ? found : line;
    }
  return found;
}

static void
take_title (AccordHtml *self, AccordLine *line)
{
  gsize length = 0;
  const char *text = accord_page_get_text (self->page, line, &length);

  line->role = ACCORD_ROLE_TITLE;
  line->kept = FALSE;
  line->furniture = ACCORD_FURNITURE_NONE;
  accord_page_set_title (self->page, text, length);
}

static void
set_title (AccordHtml *self, guint body)
{
  for (guint i = 0; i < self->titles->len; i++)
    {
      const char *title = g_ptr_array_index (self->titles, i);
      AccordLine *line = find_shown (self, title, body);

      if (line == NULL)
        continue;
      take_title (self, line);
      return;
    }
  if (self->titles->len > 0)
    {
      const char *title = g_ptr_array_index (self->titles, 0);

      accord_page_set_title (self->page, title, cut_site (title));
    }
  else
    accord_page_find_title (self->page, body);
}

/* What repeats the title above the text is not said twice. */
static void
leave_out_repeats (AccordHtml *self, guint body)
{
  const char *title = self->page->fields[ACCORD_FIELD_TITLE];
  g_autofree char *wanted = title != NULL ? fold (title, strlen (title)) : NULL;

  for (guint i = body; wanted != NULL && i < MIN (body + 3, self->page->lines->len); i++)
    {
      AccordLine *line = accord_page_get_line (self->page, i);
      gsize length = 0;
      const char *text = accord_page_get_text (self->page, line, &length);
      g_autofree char *shown = line->weight <= 300 ? fold (text, length) : NULL;

      if (!line->kept || g_strcmp0 (shown, wanted) != 0)
        continue;
      line->kept = FALSE;
      line->role = ACCORD_ROLE_FURNITURE;
      line->furniture = ACCORD_FURNITURE_REPEAT;
    }
}

static void
set_date (AccordHtml *self)
{
  for (guint i = 0; i < self->dates->len; i++)
    {
      const char *value = g_ptr_array_index (self->dates, i);
      g_autofree char *date = accord_date_find (value, strlen (value), NULL, NULL);

      accord_page_set_field (self->page, ACCORD_FIELD_DATE, date, -1);
    }
}

/* Whether @name is that of an account and not of a person. */
static gboolean
is_account (const char *name)
{
  static const char *const ACCOUNTS[] = { "admin",     "administrator", "editor",
                                          "webmaster", "user",          "管理员",
                                          "编辑",      "网络整理",      "佚名" };

  for (guint i = 0; i < G_N_ELEMENTS (ACCOUNTS); i++)
    if (g_ascii_strcasecmp (name, ACCOUNTS[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
set_first (AccordHtml *self, AccordField field, GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    if (!is_account (g_ptr_array_index (values, i)))
      accord_page_set_field (self->page, field, g_ptr_array_index (values, i), -1);
}

/**
 * accord_html_set_fields:
 * @self: a web page, its body chosen
 *
 * Sets the fields of the page, and the roles of the lines that tell them.
 */
void
accord_html_set_fields (AccordHtml *self)
{
  guint body = accord_page_get_body (self->page);

  set_title (self, body);
  leave_out_repeats (self, body);
  set_date (self);
  set_first (self, ACCORD_FIELD_AUTHOR, self->authors);
  accord_page_read_credits (self->page, body);
  set_first (self, ACCORD_FIELD_ISSUER, self->issuers);
  if (self->opinion || self->news)
    accord_page_set_field (self->page, ACCORD_FIELD_KIND, self->opinion ? "commentary" : "news",
                           -1);
  accord_page_read_language (self->page);
}
