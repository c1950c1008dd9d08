/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a package of ECMA-376 says about itself: which part names which, and the
 * properties of the document. */
#include "documents/accord-docx-private.h"

#include <string.h>

#include "documents/accord-xml-private.h"

enum
{
  EL_OTHER,
  EL_RELATION,
  EL_TITLE,
  EL_CREATOR,
  EL_CREATED,
  EL_LANGUAGE,
  EL_POINT,
  EL_PARAGRAPH,
  EL_TEXT,
};

static const AccordXmlName RELATION_NAMES[] = { { "rel:Relationship", EL_RELATION }, { NULL, 0 } };

static const AccordXmlName CORE_NAMES[] = {
  { "dc:title", EL_TITLE },
  { "dc:creator", EL_CREATOR },
  { "dcterms:created", EL_CREATED },
  { "dc:language", EL_LANGUAGE },
  { NULL, 0 },
};

static const AccordXmlName DIAGRAM_NAMES[] = {
  { "dgm:pt", EL_POINT },
  { "a:p", EL_PARAGRAPH },
  { "a:t", EL_TEXT },
  { NULL, 0 },
};

static void
relation_free (gpointer data)
{
  AccordDocxRelation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->path);
  g_free (relation);
}

typedef struct
{
  GPtrArray *relations;
  const char *path;
} RelationReader;

static void
relation_cb (AccordXml *xml, int element, gpointer data)
{
  RelationReader *reader = data;
  const char *id = accord_xml_get (xml, "Id");
  const char *type = accord_xml_get (xml, "Type");
  const char *target = accord_xml_get (xml, "Target");
  const char *mode = accord_xml_get (xml, "TargetMode");
  AccordDocxRelation *relation = NULL;

  if (element != EL_RELATION || id == NULL || type == NULL || target == NULL ||
      g_strcmp0 (mode, "External") == 0)
    return;
  relation = g_new0 (AccordDocxRelation, 1);
  relation->id = g_strdup (id);
  relation->type = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relation->path = accord_pack_resolve (reader->path, target);
  g_ptr_array_add (reader->relations, relation);
}

/**
 * accord_docx_read_relations:
 * @pack: a package
 * @path: of a part, or "" for the package itself
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordDocxRelation): which parts the part names, possibly
 *   none; NULL with an error
 */
GPtrArray *
accord_docx_read_relations (const AccordPack *pack, const char *path, GError **error)
{
  static const AccordXmlHandler HANDLER = { RELATION_NAMES, relation_cb, NULL, NULL };
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;
  g_autofree char *file = g_strdup_printf ("%.*s_rels/%s.rels", (int) (name - path), path, name);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);
  RelationReader reader = { relations, path };
  GBytes *part = accord_pack_get (pack, file);

  if (part != NULL && !accord_xml_parse (part, &HANDLER, FALSE, &reader, error))
    return NULL;
  return g_steal_pointer (&relations);
}

typedef struct
{
  AccordFlow *flow;
  GString *text;
} CoreReader;

static void
core_start_cb (AccordXml *xml, int element, gpointer data)
{
  g_string_truncate (((CoreReader *) data)->text, 0);
}

static void
core_end_cb (AccordXml *xml, int element, gpointer data)
{
  CoreReader *reader = data;

  if (element == EL_TITLE)
    accord_flow_set_property (reader->flow, ACCORD_FIELD_TITLE, reader->text->str);
  else if (element == EL_CREATOR)
    accord_flow_set_property (reader->flow, ACCORD_FIELD_AUTHOR, reader->text->str);
  else if (element == EL_CREATED)
    accord_flow_set_property (reader->flow, ACCORD_FIELD_DATE, reader->text->str);
  else if (element == EL_LANGUAGE)
    accord_flow_set_language (reader->flow, reader->text->str);
  g_string_truncate (reader->text, 0);
}

static void
core_text_cb (AccordXml *xml, const char *text, gsize length, gpointer data)
{
  g_string_append_len (((CoreReader *) data)->text, text, (gssize) length);
}

/**
 * accord_docx_read_core:
 * @flow: gets the properties
 * @part: core.xml
 * @error: return location for an error
 *
 * Returns: FALSE with an error
 */
gboolean
accord_docx_read_core (AccordFlow *flow, GBytes *part, GError **error)
{
  static const AccordXmlHandler HANDLER = { CORE_NAMES, core_start_cb, core_end_cb, core_text_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  CoreReader reader = { flow, text };

  return accord_xml_parse (part, &HANDLER, TRUE, &reader, error);
}

static void
diagram_end_cb (AccordXml *xml, int element, gpointer data)
{
  static const AccordShape SHAPE = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };

  if (element == EL_PARAGRAPH)
    accord_flow_end_paragraph (((AccordDocx *) data)->flow, &SHAPE);
}

static void
diagram_text_cb (AccordXml *xml, const char *text, gsize length, gpointer data)
{
  if (accord_xml_get_parent (xml, 0) == EL_TEXT)
    accord_flow_append (((AccordDocx *) data)->flow, text, length);
}

/**
 * accord_docx_read_diagram:
 * @self: a package
 * @part: the data of a diagram (SmartArt)
 * @error: return location for an error
 *
 * Appends its texts to the flow, in the order in which they were entered.
 *
 * Returns: FALSE with an error
 */
gboolean
accord_docx_read_diagram (AccordDocx *self, GBytes *part, GError **error)
{
  static const AccordXmlHandler HANDLER = { DIAGRAM_NAMES, NULL, diagram_end_cb, diagram_text_cb };

  return accord_xml_parse (part, &HANDLER, FALSE, self, error);
}
