/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office file tells about its text: by styles, by the first lines, and by its
 * properties, which count last, since they are often those of another text. */
#include "documents/accord-flow-private.h"

#include <string.h>

#include "documents/accord-dates-private.h"
#include "documents/accord-metadata-private.h"

/* Within so many lines a title may stand. */
#define START_LINES 20

/* A description of a picture with fewer letters is a name. */
#define DESCRIPTION_LEAST 15

/* A table of contents has at most this share of the letters, in hundredths. */
#define CONTENTS_MOST 40

/* What is the larger part of a text is no list of its contents. */
static void
settle_contents (AccordPage *page)
{
  guint64 contents = 0, all = 0;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const AccordLine *line = accord_page_get_line (page, i);

      all += line->kept || line->furniture == ACCORD_FURNITURE_CONTENTS ? line->weight : 0;
      contents += line->furniture == ACCORD_FURNITURE_CONTENTS ? line->weight : 0;
    }
  for (guint i = 0; contents * 100 > all * CONTENTS_MOST && i < page->lines->len; i++)
    {
      AccordLine *line = accord_page_get_line (page, i);

      if (line->furniture != ACCORD_FURNITURE_CONTENTS)
        continue;
      line->furniture = ACCORD_FURNITURE_NONE;
      line->kept = TRUE;
    }
}

/* What lines of a role of their own tell. */
static void
read_roles (AccordPage *page)
{
  for (guint i = 0; i < MIN (page->lines->len, START_LINES); i++)
    {
      const AccordLine *line = accord_page_get_line (page, i);
      g_autofree char *text = accord_page_dup_text (page, line);
      g_autofree char *date = NULL;

      if (line->role == ACCORD_ROLE_TITLE && page->fields[ACCORD_FIELD_TITLE] == NULL)
        accord_page_set_title (page, text, strlen (text));
      else if (line->role == ACCORD_ROLE_SUBTITLE)
        accord_page_set_field (page, ACCORD_FIELD_SUBTITLE, text, -1);
      else if (line->role == ACCORD_ROLE_BYLINE)
        accord_page_set_field (page, ACCORD_FIELD_AUTHOR, text, -1);
      else if (line->role == ACCORD_ROLE_DATE)
        {
          date = accord_date_find (text, strlen (text), NULL, NULL);
          accord_page_set_field (page, ACCORD_FIELD_DATE, date, -1);
        }
    }
}

/* The title of the properties is one if the text begins with it. */
static void
find_title (AccordPage *page, char *const *properties)
{
  const char *title = properties[ACCORD_FIELD_TITLE];

  for (guint i = 0; title != NULL && i < MIN (page->lines->len, START_LINES); i++)
    {
      AccordLine *line = accord_page_get_line (page, i);
      gsize length = 0;
      const char *text = accord_page_get_text (page, line, &length);

      if (length == strlen (title) && g_ascii_strncasecmp (text, title, length) == 0 &&
          page->fields[ACCORD_FIELD_TITLE] == NULL)
        {
          line->role = ACCORD_ROLE_TITLE;
          line->level = 0;
          accord_page_set_title (page, text, length);
        }
    }
}

/**
 * accord_page_read_office:
 * @page: the text of an office file
 * @properties: (array fixed-size=ACCORD_N_FIELDS): what the file says about each field, or NULL
 *
 * Sets the fields of @page by the roles of its lines, by its first lines, and, where these tell
 * nothing, by the properties. Keeps a table of contents that is most of the text.
 */
void
accord_page_read_office (AccordPage *page, char *const *properties)
{
  AccordRole first =
    page->lines->len > 0 ? accord_page_get_line (page, 0)->role : ACCORD_ROLE_FURNITURE;

  settle_contents (page);
  read_roles (page);
  find_title (page, properties);
  if (first == ACCORD_ROLE_TITLE || first == ACCORD_ROLE_PARAGRAPH || first == ACCORD_ROLE_HEADING)
    accord_page_read_clean (page);
  else
    accord_page_read_language (page);
  if (page->fields[ACCORD_FIELD_TITLE] == NULL && properties[ACCORD_FIELD_TITLE] != NULL)
    accord_page_set_title (page, properties[ACCORD_FIELD_TITLE],
                           strlen (properties[ACCORD_FIELD_TITLE]));
  if (page->fields[ACCORD_FIELD_TITLE] != NULL)
    accord_page_set_field (page, ACCORD_FIELD_KIND,
                           accord_kind_of_title (page->fields[ACCORD_FIELD_TITLE]), -1);
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    accord_page_set_field (page, i, properties[i], -1);
}

/**
 * accord_flow_insert_description:
 * @self: a flow
 * @text: (nullable): what a picture shows, as its author told it
 *
 * It follows the paragraph that is being collected. Names of pictures and of files are no text, nor
 * is what a program guessed, which stands in paragraphs.
 */
void
accord_flow_insert_description (AccordFlow *self, const char *text)
{
  static const AccordShape NOTE = { ACCORD_ROLE_NOTE, 0, NULL, ACCORD_FURNITURE_NONE };
  AccordLine measured = { 0 };

  if (text == NULL || strstr (text, "\n\n") != NULL)
    return;
  accord_line_measure (&measured, text, strlen (text));
  if (measured.weight < DESCRIPTION_LEAST ||
      (strchr (text, ' ') == NULL && measured.weight <= strlen (text)))
    return;
  accord_flow_open_aside (self, FALSE);
  accord_flow_append (self, text, strlen (text));
  accord_flow_end_paragraph (self, &NOTE);
  accord_flow_close_aside (self);
}
