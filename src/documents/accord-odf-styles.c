/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of OpenDocument, which stand in two parts: those with a name that people
 * gave, and those that a program made for one text. Both are read alike. */
#include "documents/accord-odf-private.h"

#include <stdlib.h>
#include <string.h>

/* A style is made from another at most so many times. */
#define CHAIN_MOST 20

static void
style_free (gpointer data)
{
  AccordOdfStyle *style = data;

  g_free (style->parent);
  g_free (style->list);
  g_free (style);
}

/**
 * accord_odf_styles_init:
 * @self: not yet initialised
 */
void
accord_odf_styles_init (AccordOdfStyles *self)
{
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  self->lists = accord_lists_new ();
}

/**
 * accord_odf_styles_clear:
 * @self: styles
 */
void
accord_odf_styles_clear (AccordOdfStyles *self)
{
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_clear_pointer (&self->lists, accord_lists_free);
}

/* What a style of paragraphs is by its name, which programs do not translate. */
static void
read_name (AccordOdfStyle *style, const char *name)
{
  static const struct
  {
    const char *name;
    AccordRole role;
  } ROLES[] = {
    { "Title", ACCORD_ROLE_TITLE },
    { "Subtitle", ACCORD_ROLE_SUBTITLE },
    { "Author", ACCORD_ROLE_BYLINE },
    { "Date", ACCORD_ROLE_DATE },
    { "Quotations", ACCORD_ROLE_QUOTE },
    { "Caption", ACCORD_ROLE_NOTE },
    { "Illustration", ACCORD_ROLE_NOTE },
    { "Figure", ACCORD_ROLE_NOTE },
    { "Block_20_Text", ACCORD_ROLE_QUOTE },
    { "Quote", ACCORD_ROLE_QUOTE },
    { "Intense_20_Quote", ACCORD_ROLE_QUOTE },
    { "Table", ACCORD_ROLE_NOTE },
    { "TableCaption", ACCORD_ROLE_NOTE },
    { "FigureCaption", ACCORD_ROLE_NOTE },
    { "Drawing", ACCORD_ROLE_NOTE },
    { "Footnote", ACCORD_ROLE_NOTE },
    { "Endnote", ACCORD_ROLE_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROLES); i++)
    if (strcmp (name, ROLES[i].name) == 0)
      style->role = ROLES[i].role;
  style->contents = g_str_has_prefix (name, "Contents_20_") ||
                    g_str_has_prefix (name, "Illustration_20_Index_20_") ||
                    g_str_has_prefix (name, "Table_20_index_20_");
}

static void
begin_style (AccordOdfStyles *self, AccordXml *xml)
{
  const char *name = accord_xml_get (xml, "name");
  const char *family = accord_xml_get (xml, "family");
  const char *level = accord_xml_get (xml, "default-outline-level");

  self->style = NULL;
  if (name == NULL || family == NULL)
    return;
  self->style = g_new0 (AccordOdfStyle, 1);
  self->style->role = ACCORD_ROLE_PARAGRAPH;
  self->style->parent = g_strdup (accord_xml_get (xml, "parent-style-name"));
  self->style->list = g_strdup (accord_xml_get (xml, "list-style-name"));
  self->style->outline = level != NULL ? (guint) CLAMP (atoi (level), 0, 10) : 0;
  read_name (self->style, name);
  g_hash_table_replace (self->styles, g_strconcat (family, " ", name, NULL), self->style);
}

static void
begin_list (AccordOdfStyles *self, const char *name)
{
  self->list = name != NULL ? accord_lists_add (self->lists, name) : NULL;
}

/* "%1.%2." with what stands before and behind it. */
static void
begin_level (AccordOdfStyles *self, AccordXml *xml, int element)
{
  const char *at = accord_xml_get (xml, "level");
  const char *bullet = accord_xml_get (xml, "bullet-char");
  const char *prefix = accord_xml_get (xml, "num-prefix");
  const char *suffix = accord_xml_get (xml, "num-suffix");
  const char *start = accord_xml_get (xml, "start-value");
  const char *shown = accord_xml_get (xml, "display-levels");
  guint number = at != NULL ? (guint) CLAMP (atoi (at), 1, (int) ACCORD_LIST_LEVELS) : 1;
  guint n = shown != NULL ? (guint) CLAMP (atoi (shown), 1, (int) number) : 1;
  AccordListLevel *level = accord_list_level (self->list, number - 1);
  g_autoptr (GString) pattern = g_string_new (NULL);

  if (element != ACCORD_ODF_LEVEL_NUMBER)
    {
      level->numeral = ACCORD_NUMERAL_BULLET;
      accord_list_set_pattern (self->list, number - 1, bullet);
      return;
    }
  g_string_append (pattern, prefix != NULL ? prefix : "");
  level->numeral = accord_numeral_from_odf (accord_xml_get (xml, "num-format"));
  level->start = start != NULL ? (guint) CLAMP (atol (start), 0, 1000000) : 1;
  for (guint i = number - n + 1; i <= number && level->numeral != ACCORD_NUMERAL_NONE; i++)
    g_string_append_printf (pattern, i < number ? "%%%u." : "%%%u", i);
  g_string_append (pattern, suffix != NULL ? suffix : "");
  accord_list_set_pattern (self->list, number - 1, pattern->str);
}

static void
read_text_properties (AccordOdfStyles *self, AccordXml *xml, AccordFlow *flow)
{
  const char *display = accord_xml_get (xml, "display");
  const char *language = accord_xml_get (xml, "language");

  if (self->in_default && language != NULL && strlen (language) <= 3)
    accord_flow_set_language (flow, language);
  if (self->style != NULL && display != NULL)
    self->style->hidden = strcmp (display, "none") == 0;
}

/**
 * accord_odf_styles_start:
 * @self: styles
 * @xml: the parser
 * @element: what begins
 * @flow: gets the language of the default style
 */
void
accord_odf_styles_start (AccordOdfStyles *self, AccordXml *xml, int element, AccordFlow *flow)
{
  switch (element)
    {
    case ACCORD_ODF_STYLE:
      begin_style (self, xml);
      break;
    case ACCORD_ODF_DEFAULT_STYLE:
      self->in_default = TRUE;
      break;
    case ACCORD_ODF_TEXT_PROPERTIES:
      read_text_properties (self, xml, flow);
      break;
    case ACCORD_ODF_LIST_STYLE:
      begin_list (self, accord_xml_get (xml, "name"));
      break;
    case ACCORD_ODF_OUTLINE_STYLE:
      begin_list (self, "");
      break;
    case ACCORD_ODF_LEVEL_NUMBER:
    case ACCORD_ODF_LEVEL_BULLET:
    case ACCORD_ODF_LEVEL_IMAGE:
      if (self->list != NULL)
        begin_level (self, xml, element);
      break;
    default:
      break;
    }
}

/**
 * accord_odf_styles_end:
 * @self: styles
 * @element: what ends
 */
void
accord_odf_styles_end (AccordOdfStyles *self, int element)
{
  if (element == ACCORD_ODF_STYLE)
    self->style = NULL;
  else if (element == ACCORD_ODF_DEFAULT_STYLE)
    self->in_default = FALSE;
  else if (element == ACCORD_ODF_LIST_STYLE || element == ACCORD_ODF_OUTLINE_STYLE)
    self->list = NULL;
}

/**
 * accord_odf_resolve_style:
 * @self: styles
 * @family: "paragraph" or "text"
 * @name: (nullable): of a style
 * @out: (out caller-allocates): what it says, or the styles that it is made from; its strings are
 *   borrowed
 */
void
accord_odf_resolve_style (const AccordOdfStyles *self,
                          const char *family,
                          const char *name,
                          AccordOdfStyle *out)
{
  AccordOdfStyle missing = { 0 };

  *out = (AccordOdfStyle){ NULL, NULL, 0, ACCORD_ROLE_PARAGRAPH, FALSE, FALSE };
  for (guint i = 0; name != NULL && i < CHAIN_MOST; i++)
    {
      g_autofree char *key = g_strconcat (family, " ", name, NULL);
      const AccordOdfStyle *style = g_hash_table_lookup (self->styles, key);

      /* One that was not written is that of the name. */
      if (style == NULL)
        {
          missing.role = ACCORD_ROLE_PARAGRAPH;
          read_name (&missing, name);
          style = &missing;
        }
      if (out->list == NULL)
        out->list = style->list;
      if (out->outline == 0)
        out->outline = style->outline;
      if (out->role == ACCORD_ROLE_PARAGRAPH)
        out->role = style->role;
      out->contents = out->contents || style->contents;
      out->hidden = out->hidden || style->hidden;
      name = style->parent;
    }
}
