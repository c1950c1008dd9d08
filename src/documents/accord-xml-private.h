/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as a stream of elements that are known by number, whatever prefix a file gives
 * them. No entity is expanded but those of XML and HTML, and nothing is fetched. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper than this no document nests. */
#define ACCORD_XML_DEPTH_MAX 240u

/* The element that no name was given for. */
#define ACCORD_XML_OTHER 0

/**
 * AccordXmlName:
 * @name: "w:p": the prefix that is usual for the namespace, and the local name
 * @element: its number, from 1 on
 *
 * The last of an array has no name.
 */
typedef struct
{
  const char *name;
  int element;
} AccordXmlName;

typedef struct _AccordXml AccordXml;

/**
 * AccordXmlHandler:
 * @start: (nullable): an element begins; its attributes are there until it returns
 * @end: (nullable): an element ends
 * @text: (nullable): characters, valid UTF-8, not ended by NUL; any number of pieces
 */
typedef struct
{
  const AccordXmlName *names;
  void (*start) (AccordXml *xml, int element, gpointer data);
  void (*end) (AccordXml *xml, int element, gpointer data);
  void (*text) (AccordXml *xml, const char *text, gsize length, gpointer data);
} AccordXmlHandler;

gboolean accord_xml_parse (
  GBytes *bytes, const AccordXmlHandler *handler, gboolean lenient, gpointer data, GError **error);
const char *accord_xml_get (AccordXml *self, const char *attribute);
gboolean accord_xml_get_boolean (AccordXml *self);
int accord_xml_get_parent (AccordXml *self, guint steps);

G_END_DECLS
