/* SPDX-License-Identifier: GPL-3.0-or-later */
/* styles.xml: which styles are headings, titles, quotations; which are in lists. The
 * built-in styles keep their English names in a file of any language. */
#include "documents/accord-docx-private.h"

#include <stdlib.h>
#include <string.h>

#include "documents/accord-xml-private.h"

/* A style is made from another at most so many times. */
#define CHAIN_MOST 20

enum
{
  EL_OTHER,
  EL_STYLE,
  EL_NAME,
  EL_BASED_ON,
  EL_OUTLINE,
  EL_NUM_ID,
  EL_LEVEL,
  EL_VANISH,
  EL_LANGUAGE,
};

static const AccordXmlName NAMES[] = {
  { "w:style", EL_STYLE },        { "w:name", EL_NAME },     { "w:basedOn", EL_BASED_ON },
  { "w:outlineLvl", EL_OUTLINE }, { "w:numId", EL_NUM_ID },  { "w:ilvl", EL_LEVEL },
  { "w:vanish", EL_VANISH },      { "w:lang", EL_LANGUAGE }, { NULL, 0 },
};

typedef struct
{
  AccordDocxStyles *styles;
  AccordDocxStyle *style; /* nullable */
} Reader;

static void
style_free (gpointer data)
{
  AccordDocxStyle *style = data;

  g_free (style->based_on);
  g_free (style->list);
  g_free (style);
}

/**
 * accord_docx_styles_init:
 * @self: not yet initialised
 */
void
accord_docx_styles_init (AccordDocxStyles *self)
{
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
}

/**
 * accord_docx_styles_clear:
 * @self: styles
 */
void
accord_docx_styles_clear (AccordDocxStyles *self)
{
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_clear_pointer (&self->paragraph_default, g_free);
  g_clear_pointer (&self->language, g_free);
}

/**
 * accord_docx_style_read_name:
 * @style: gets role, outline and why it is left out
 * @name: the name of a built-in style, in any case
 *
 * Sets what a style is by its name.
 */
void
accord_docx_style_read_name (AccordDocxStyle *style, const char *name)
{
  static const struct
  {
    const char *name;
    AccordRole role;
  } ROLES[] = {
    { "title", ACCORD_ROLE_TITLE },        { "subtitle", ACCORD_ROLE_SUBTITLE },
    { "author", ACCORD_ROLE_BYLINE },      { "date", ACCORD_ROLE_DATE },
    { "quote", ACCORD_ROLE_QUOTE },        { "intense quote", ACCORD_ROLE_QUOTE },
    { "block text", ACCORD_ROLE_QUOTE },   { "quotations", ACCORD_ROLE_QUOTE },
    { "caption", ACCORD_ROLE_NOTE },       { "table caption", ACCORD_ROLE_NOTE },
    { "image caption", ACCORD_ROLE_NOTE }, { "footnote text", ACCORD_ROLE_NOTE },
    { "endnote text", ACCORD_ROLE_NOTE },
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_prefix (lower, "heading ") && g_ascii_isdigit (lower[8]))
    style->outline = CLAMP (atoi (lower + 8), 1, 9);
  for (guint i = 0; i < G_N_ELEMENTS (ROLES); i++)
    if (strcmp (lower, ROLES[i].name) == 0)
      style->role = ROLES[i].role;
  if ((g_str_has_prefix (lower, "toc ") && (g_ascii_isdigit (lower[4]) || lower[4] == 'h')) ||
      g_str_has_prefix (lower, "contents ") || strcmp (lower, "table of figures") == 0)
    {
      style->left_out = ACCORD_FURNITURE_CONTENTS;
      style->outline = -1;
    }
}

static void
begin_style (Reader *reader, AccordXml *xml)
{
  const char *id = accord_xml_get (xml, "styleId");
  const char *type = accord_xml_get (xml, "type");
  const char *standard = accord_xml_get (xml, "default");

  reader->style = NULL;
  if (id == NULL || g_hash_table_contains (reader->styles->styles, id))
    return;
  reader->style = g_new0 (AccordDocxStyle, 1);
  reader->style->role = ACCORD_ROLE_PARAGRAPH;
  reader->style->list_level = -1;
  reader->style->hidden = -1;
  g_hash_table_insert (reader->styles->styles, g_strdup (id), reader->style);
  if (g_strcmp0 (type, "paragraph") == 0 && standard != NULL &&
      (strcmp (standard, "1") == 0 || strcmp (standard, "true") == 0) &&
      reader->styles->paragraph_default == NULL)
    reader->styles->paragraph_default = g_strdup (id);
}

static void
read_value (AccordDocxStyle *style, int element, AccordXml *xml)
{
  const char *value = accord_xml_get (xml, "val");

  if (element == EL_VANISH)
    style->hidden = accord_xml_get_boolean (xml);
  if (value == NULL)
    return;
  if (element == EL_NAME)
    accord_docx_style_read_name (style, value);
  else if (element == EL_BASED_ON && style->based_on == NULL)
    style->based_on = g_strdup (value);
  else if (element == EL_OUTLINE && style->left_out == ACCORD_FURNITURE_NONE)
    style->outline = atoi (value) >= 0 && atoi (value) < 9 ? atoi (value) + 1 : -1;
  else if (element == EL_NUM_ID && style->list == NULL)
    style->list = g_strdup (value);
  else if (element == EL_LEVEL)
    style->list_level = CLAMP (atoi (value), 0, 8);
}

static void
start_cb (AccordXml *xml, int element, gpointer data)
{
  Reader *reader = data;

  if (element == EL_STYLE)
    begin_style (reader, xml);
  else if (element == EL_LANGUAGE && reader->style == NULL && reader->styles->language == NULL)
    reader->styles->language = g_strdup (accord_xml_get (xml, "val"));
  else if (element != EL_OTHER && reader->style != NULL)
    read_value (reader->style, element, xml);
}

static void
end_cb (AccordXml *xml, int element, gpointer data)
{
  Reader *reader = data;

  if (element == EL_STYLE)
    reader->style = NULL;
}

/**
 * accord_docx_read_styles:
 * @self: a package; gets its styles
 * @part: styles.xml
 * @error: return location for an error
 *
 * Returns: FALSE with an error
 */
gboolean
accord_docx_read_styles (AccordDocx *self, GBytes *part, GError **error)
{
  static const AccordXmlHandler HANDLER = { NAMES, start_cb, end_cb, NULL };
  Reader reader = { &self->styles, NULL };

  return accord_xml_parse (part, &HANDLER, FALSE, &reader, error);
}

/**
 * accord_docx_get_style:
 * @self: styles
 * @id: (nullable): of a style
 *
 * Returns: (transfer none) (nullable): the style as it is written
 */
const AccordDocxStyle *
accord_docx_get_style (const AccordDocxStyles *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;
}

/**
 * accord_docx_resolve_style:
 * @self: styles
 * @id: (nullable): of a style; NULL for the default of paragraphs
 * @out: (out caller-allocates): what it says, or the styles that it is made from; its strings are
 *   borrowed
 */
void
accord_docx_resolve_style (const AccordDocxStyles *self, const char *id, AccordDocxStyle *out)
{
  const AccordDocxStyle *style =
    accord_docx_get_style (self, id != NULL ? id : self->paragraph_default);
  guint level = 0;

  *out = (AccordDocxStyle){ NULL, 0, NULL, -1, ACCORD_ROLE_PARAGRAPH, 0, -1 };
  for (; style != NULL && level < CHAIN_MOST; level++)
    {
      if (out->outline == 0)
        out->outline = style->outline;
      if (out->list == NULL)
        out->list = style->list;
      if (out->list_level < 0)
        out->list_level = style->list_level;
      if (out->role == ACCORD_ROLE_PARAGRAPH)
        out->role = style->role;
      if (out->left_out == ACCORD_FURNITURE_NONE)
        out->left_out = style->left_out;
      if (out->hidden < 0)
        out->hidden = style->hidden;
      style = accord_docx_get_style (self, style->based_on);
    }
}
