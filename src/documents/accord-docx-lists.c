/* SPDX-License-Identifier: GPL-3.0-or-later */
/* numbering.xml: the lists of a package, and the instances that paragraphs name. */
#include "documents/accord-docx-private.h"

#include <stdlib.h>

#include "documents/accord-xml-private.h"

enum
{
  EL_OTHER,
  EL_ABSTRACT,
  EL_LEVEL,
  EL_START,
  EL_FORMAT,
  EL_TEXT,
  EL_RESTART,
  EL_LEGAL,
  EL_STYLE,
  EL_NUM_STYLE,
  EL_STYLE_LINK,
  EL_NUM,
  EL_ABSTRACT_ID,
  EL_OVERRIDE,
  EL_START_OVERRIDE,
};

static const AccordXmlName NAMES[] = {
  { "w:abstractNum", EL_ABSTRACT },
  { "w:lvl", EL_LEVEL },
  { "w:start", EL_START },
  { "w:numFmt", EL_FORMAT },
  { "w:lvlText", EL_TEXT },
  { "w:lvlRestart", EL_RESTART },
  { "w:isLgl", EL_LEGAL },
  { "w:pStyle", EL_STYLE },
  { "w:numStyleLink", EL_NUM_STYLE },
  { "w:styleLink", EL_STYLE_LINK },
  { "w:num", EL_NUM },
  { "w:abstractNumId", EL_ABSTRACT_ID },
  { "w:lvlOverride", EL_OVERRIDE },
  { "w:startOverride", EL_START_OVERRIDE },
  { NULL, 0 },
};

typedef struct
{
  AccordDocx *docx;
  AccordList *list;       /* nullable: whose levels are read */
  GHashTable *style_list; /* owned: id of a list style → name of the list that defines it */
  GHashTable *list_style; /* owned: name of a list → id of the list style it uses */
  char *list_name;        /* owned, nullable */
  char *num;              /* owned, nullable: the instance that is read */
  guint level;
} Reader;

static guint
get_number (AccordXml *xml, const char *attribute)
{
  const char *value = accord_xml_get (xml, attribute);

  return value != NULL ? (guint) CLAMP (atol (value), 0, 1000000) : 0;
}

static void
begin_list (Reader *reader, AccordXml *xml)
{
  g_free (reader->list_name);
  reader->list_name = g_strdup (accord_xml_get (xml, "abstractNumId"));
  reader->list =
    reader->list_name != NULL ? accord_lists_add (reader->docx->lists, reader->list_name) : NULL;
}

static void
read_format (AccordListLevel *level, AccordXml *xml)
{
  const char *custom = accord_xml_get (xml, "format");

  level->numeral = accord_numeral_from_ooxml (accord_xml_get (xml, "val"));
  if (custom != NULL && g_str_has_prefix (custom, "0"))
    level->numeral = ACCORD_NUMERAL_DECIMAL_ZERO;
}

static void
read_level (Reader *reader, int element, AccordXml *xml)
{
  AccordListLevel *level = accord_list_level (reader->list, reader->level);
  const char *value = accord_xml_get (xml, "val");

  if (element == EL_START)
    level->start = get_number (xml, "val");
  else if (element == EL_FORMAT)
    read_format (level, xml);
  else if (element == EL_TEXT)
    accord_list_set_pattern (reader->list, reader->level, value != NULL ? value : "");
  else if (element == EL_RESTART)
    level->restart = (int) get_number (xml, "val");
  else if (element == EL_LEGAL)
    level->legal = accord_xml_get_boolean (xml);
  else if (element == EL_STYLE && value != NULL)
    g_hash_table_insert (reader->docx->level_styles, g_strdup (value),
                         GUINT_TO_POINTER (reader->level));
}

/* A list may be that of a style, which is defined by another list. */
static void
add_instance (Reader *reader, const char *list_name)
{
  AccordLists *lists = reader->docx->lists;
  const char *style = g_hash_table_lookup (reader->list_style, list_name);
  const char *defined = style != NULL ? g_hash_table_lookup (reader->style_list, style) : NULL;
  AccordList *list = accord_lists_get (lists, defined != NULL ? defined : list_name);

  if (list != NULL)
    accord_lists_add_instance (lists, reader->num, list);
}

static void
begin_num (Reader *reader, AccordXml *xml)
{
  reader->list = NULL;
  g_free (reader->num);
  reader->num = g_strdup (accord_xml_get (xml, "numId"));
}

static void
start_cb (AccordXml *xml, int element, gpointer data)
{
  Reader *reader = data;
  const char *value = accord_xml_get (xml, "val");

  if (element == EL_ABSTRACT)
    begin_list (reader, xml);
  else if (element == EL_LEVEL || element == EL_OVERRIDE)
    reader->level = MIN (get_number (xml, "ilvl"), ACCORD_LIST_LEVELS - 1);
  else if (element == EL_NUM)
    begin_num (reader, xml);
  else if (element == EL_ABSTRACT_ID && value != NULL && reader->num != NULL)
    add_instance (reader, value);
  else if (element == EL_START_OVERRIDE && reader->num != NULL)
    accord_lists_set_start (reader->docx->lists, reader->num, reader->level,
                            get_number (xml, "val"));
  else if (element == EL_NUM_STYLE && value != NULL && reader->list_name != NULL)
    g_hash_table_insert (reader->list_style, g_strdup (reader->list_name), g_strdup (value));
  else if (element == EL_STYLE_LINK && value != NULL && reader->list_name != NULL)
    g_hash_table_insert (reader->style_list, g_strdup (value), g_strdup (reader->list_name));
  else if (element != EL_OTHER && reader->list != NULL)
    read_level (reader, element, xml);
}

static void
end_cb (AccordXml *xml, int element, gpointer data)
{
  Reader *reader = data;

  if (element == EL_ABSTRACT)
    reader->list = NULL;
}

/**
 * accord_docx_read_lists:
 * @self: a package; gets its lists
 * @part: numbering.xml
 * @error: return location for an error
 *
 * Returns: FALSE with an error
 */
gboolean
accord_docx_read_lists (AccordDocx *self, GBytes *part, GError **error)
{
  static const AccordXmlHandler HANDLER = { NAMES, start_cb, end_cb, NULL };
  Reader reader = { .docx = self };
  gboolean done = FALSE;

  reader.style_list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader.list_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = accord_xml_parse (part, &HANDLER, FALSE, &reader, error);
  g_hash_table_unref (reader.style_list);
  g_hash_table_unref (reader.list_style);
  g_free (reader.list_name);
  g_free (reader.num);
  return done;
}
