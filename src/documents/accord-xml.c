/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over the SAX interface of libxml2: no tree is built, so that memory does not grow with
 * the markup. Declarations of entities are not even stored; a file that uses one of its
 * own is malformed to us, which ends every bomb of them. */
#include "documents/accord-xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "documents/accord-encoding-private.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-sniff-private.h"

/* How many attributes of one element may be looked at before the first is forgotten. */
#define N_VALUES 8

struct _AccordXml
{
  const AccordXmlHandler *handler; /* borrowed */
  gpointer data;                   /* borrowed */
  gboolean lenient;
  xmlParserCtxt *context;     /* owned */
  GHashTable *numbers;        /* owned: canonical name → number */
  GArray *open;               /* owned: the numbers of the elements around */
  const xmlChar **attributes; /* borrowed, during start */
  int n_attributes;
  GString *values[N_VALUES]; /* owned */
  guint next_value;
  GString *name; /* owned: of the element that begins */
  xmlEntity entity;
  char entity_text[8];
  gboolean too_deep;
  char *fault; /* owned, nullable: what is wrong, in English */
};

static const struct
{
  const char *uri;
  const char *prefix;
} SPACES[] = {
  { "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w" },
  { "http://purl.oclc.org/ooxml/wordprocessingml/main", "w" },
  { "http://schemas.microsoft.com/office/word/2003/wordml", "w" },
  { "http://schemas.openxmlformats.org/drawingml/2006/main", "a" },
  { "http://purl.oclc.org/ooxml/drawingml/main", "a" },
  { "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp" },
  { "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp" },
  { "http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm" },
  { "http://purl.oclc.org/ooxml/drawingml/diagram", "dgm" },
  { "http://schemas.openxmlformats.org/officeDocument/2006/math", "m" },
  { "http://purl.oclc.org/ooxml/officeDocument/math", "m" },
  { "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc" },
  { "http://schemas.openxmlformats.org/package/2006/relationships", "rel" },
  { "http://schemas.openxmlformats.org/package/2006/content-types", "ct" },
  { "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp" },
  { "http://schemas.microsoft.com/office/2006/xmlPackage", "pkg" },
  { "http://purl.org/dc/elements/1.1/", "dc" },
  { "http://purl.org/dc/terms/", "dcterms" },
  { "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office" },
  { "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text" },
  { "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table" },
  { "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style" },
  { "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw" },
  { "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0", "presentation" },
  { "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta" },
  { "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest" },
  { "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg" },
  { "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo" },
  { "http://openoffice.org/2000/office", "office" },
  { "http://openoffice.org/2000/text", "text" },
  { "http://openoffice.org/2000/table", "table" },
  { "http://openoffice.org/2000/style", "style" },
  { "http://openoffice.org/2000/drawing", "draw" },
  { "http://openoffice.org/2000/meta", "meta" },
  { "http://openoffice.org/2001/manifest", "manifest" },
  { "http://www.w3.org/2000/svg", "svg" },
  { "http://www.w3.org/1998/Math/MathML", "math" },
  { "http://www.w3.org/1999/xhtml", "h" },
  { "http://www.idpf.org/2007/opf", "opf" },
  { "http://www.idpf.org/2007/ops", "epub" },
  { "urn:oasis:names:tc:opendocument:xmlns:container", "cn" },
  { "http://www.daisy.org/z3986/2005/ncx/", "ncx" },
  { "http://www.w3.org/2001/04/xmlenc#", "enc" },
};

/* Writes "prefix:local", by the namespace if it is known, else by what the file says. */
static void
set_name (GString *name, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
  const char *known = (const char *) prefix;

  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (SPACES); i++)
    if (strcmp (SPACES[i].uri, (const char *) uri) == 0)
      {
        known = SPACES[i].prefix;
        break;
      }
  g_string_truncate (name, 0);
  if (known != NULL && *known != '\0')
    {
      g_string_append (name, known);
      g_string_append_c (name, ':');
    }
  g_string_append (name, (const char *) local);
}

static void
start_cb (void *data,
          const xmlChar *local,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  AccordXml *self = data;
  int element = 0;

  if (self->open->len >= ACCORD_XML_DEPTH_MAX)
    {
      self->too_deep = TRUE;
      xmlStopParser (self->context);
      return;
    }
  set_name (self->name, local, prefix, uri);
  element = GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, self->name->str));
  g_array_append_val (self->open, element);
  self->attributes = attributes;
  self->n_attributes = n_attributes;
  if (self->handler->start != NULL)
    self->handler->start (self, element, self->data);
  self->n_attributes = 0;
}

static void
end_cb (void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
  AccordXml *self = data;
  int element = ACCORD_XML_OTHER;

  if (self->open->len == 0)
    return;
  element = g_array_index (self->open, int, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  if (self->handler->end != NULL)
    self->handler->end (self, element, self->data);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  AccordXml *self = data;

  if (self->handler->text != NULL && length > 0 &&
      g_utf8_validate_len ((const char *) text, (gsize) length, NULL))
    self->handler->text (self, (const char *) text, (gsize) length, self->data);
}

/* The entities of XML are inlined by the parser as soon as it knows them; those of HTML are made
 * to look like them, one at a time. */
static xmlEntity *
entity_cb (void *data, const xmlChar *name)
{
  AccordXml *self = data;
  xmlEntity *known = xmlGetPredefinedEntity (name);
  const htmlEntityDesc *html = known == NULL ? htmlEntityLookup (name) : NULL;
  int n = 0;

  if (known != NULL || html == NULL)
    return known;
  n = g_unichar_to_utf8 (html->value, self->entity_text);
  self->entity_text[n] = '\0';
  memset (&self->entity, 0, sizeof self->entity);
  self->entity.type = XML_ENTITY_DECL;
  self->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  self->entity.name = (const xmlChar *) html->name;
  self->entity.content = (xmlChar *) self->entity_text;
  self->entity.length = n;
  return &self->entity;
}

static void
error_cb (void *data, xmlErrorPtr cause)
{
  AccordXml *self = data;
  g_autofree char *message = NULL;

  if (self->fault != NULL || cause->level < XML_ERR_FATAL)
    return;
  message = g_utf8_make_valid (cause->message != NULL ? cause->message : "XML", -1);
  g_strdelimit (g_strchomp (message), "\n", ' ');
  self->fault = g_strdup_printf ("%s, line %d", message, cause->line);
}

static void
xml_clear (AccordXml *self)
{
  g_clear_pointer (&self->context, xmlFreeParserCtxt);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->open, g_array_unref);
  for (guint i = 0; i < N_VALUES; i++)
    g_string_free (self->values[i], TRUE);
  g_string_free (self->name, TRUE);
  g_clear_pointer (&self->fault, g_free);
}

static void
xml_init (AccordXml *self)
{
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->open = g_array_new (FALSE, FALSE, sizeof (int));
  self->name = g_string_new (NULL);
  for (guint i = 0; i < N_VALUES; i++)
    self->values[i] = g_string_new (NULL);
  for (const AccordXmlName *n = self->handler->names; n->name != NULL; n++)
    g_hash_table_insert (self->numbers, (gpointer) n->name, GINT_TO_POINTER (n->element));
}

/* Encodings that the parser would need the system's tables for, which lie behind the sandbox. */
static GBytes *
to_utf8 (GBytes *bytes, int *options)
{
  static const char *const KNOWN[] = { "utf-8", "utf8", "us-ascii", "utf-16" };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *declared = accord_sniff_charset (data, length);
  g_autofree char *encoding = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; declared != NULL && i < G_N_ELEMENTS (KNOWN); i++)
    if (g_ascii_strcasecmp (declared, KNOWN[i]) == 0)
      return g_bytes_ref (bytes);
  if (declared == NULL)
    return g_bytes_ref (bytes);
  encoding = accord_decode (data, length, declared, declared, text, NULL);
  if (encoding == NULL)
    return g_bytes_ref (bytes);
  *options |= XML_PARSE_IGNORE_ENC;
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static gboolean
report (AccordXml *self, GError **error)
{
  if (self->too_deep)
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                 _ ("is nested more than %u levels deep"), ACCORD_XML_DEPTH_MAX);
  else if (self->fault != NULL && !self->lenient)
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                 /* Translators: what is wrong, in English */
                 _ ("is damaged or cut short (%s)"), self->fault);
  else
    return TRUE;
  return FALSE;
}

/**
 * accord_xml_parse:
 * @bytes: XML in any encoding
 * @handler: what is done with it
 * @lenient: whether to go on behind a fault as well as can be
 * @data: for @handler
 * @error: return location for an error
 *
 * Cost: linear.
 *
 * Returns: FALSE with ACCORD_LOADER_ERROR_MALFORMED or _TOO_LARGE
 */
gboolean
accord_xml_parse (
  GBytes *bytes, const AccordXmlHandler *handler, gboolean lenient, gpointer data, GError **error)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .cdataBlock = text_cb,
    .ignorableWhitespace = text_cb,
    .getEntity = entity_cb,
    .serror = error_cb,
  };
  AccordXml self = { .handler = handler, .data = data, .lenient = lenient };
  int options = XML_PARSE_NONET | (lenient ? XML_PARSE_RECOVER : 0);
  g_autoptr (GBytes) utf8 = to_utf8 (bytes, &options);
  gsize length = 0;
  const char *text = g_bytes_get_data (utf8, &length);
  gboolean done = FALSE;

  xml_init (&self);
  self.context = xmlCreateMemoryParserCtxt (text, (int) length);
  if (self.context != NULL)
    {
      memcpy (self.context->sax, &sax, sizeof sax);
      self.context->userData = &self;
      xmlCtxtUseOptions (self.context, options);
      xmlParseDocument (self.context);
      g_clear_pointer (&self.context->myDoc, xmlFreeDoc);
    }
  done = report (&self, error);
  xml_clear (&self);
  return done;
}

/**
 * accord_xml_get:
 * @self: the parser, in a handler's start
 * @attribute: the local name of an attribute
 *
 * Returns: (transfer none) (nullable): its value, or NULL if the element has none of that name;
 *   valid until eight more are asked for
 */
const char *
accord_xml_get (AccordXml *self, const char *attribute)
{
  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **parts = self->attributes + (gsize) i * 5;
      GString *value = self->values[self->next_value];

      if (strcmp ((const char *) parts[0], attribute) != 0)
        continue;
      self->next_value = (self->next_value + 1) % N_VALUES;
      g_string_truncate (value, 0);
      g_string_append_len (value, (const char *) parts[3], parts[4] - parts[3]);
      return g_utf8_validate (value->str, -1, NULL) ? value->str : NULL;
    }
  return NULL;
}

/**
 * accord_xml_get_boolean:
 * @self: the parser, in a handler's start
 *
 * Returns: what the attribute "val" of a switch says; one without it is on
 */
gboolean
accord_xml_get_boolean (AccordXml *self)
{
  const char *value = accord_xml_get (self, "val");

  return value == NULL || (strcmp (value, "0") != 0 && g_ascii_strcasecmp (value, "false") != 0 &&
                           g_ascii_strcasecmp (value, "off") != 0);
}

/**
 * accord_xml_get_parent:
 * @self: the parser, in a handler
 * @steps: 1 for the element around the one that begins or has ended
 *
 * Returns: its number; ACCORD_XML_OTHER also where there is none
 */
int
accord_xml_get_parent (AccordXml *self, guint steps)
{
  return self->open->len > steps ? g_array_index (self->open, int, self->open->len - 1 - steps)
                                 : ACCORD_XML_OTHER;
}
