/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that comes here is clean already: valid UTF-8 without controls. */
#include "report/accord-report-xml.h"

#define X(text) ((const xmlChar *) (text))

/**
 * accord_xml_begin:
 * @self: (out caller-allocates): a document
 */
void
accord_xml_begin (AccordXml *self)
{
  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", NULL);
}

/**
 * accord_xml_open:
 * @self: a document
 * @name: of an element
 */
void
accord_xml_open (AccordXml *self, const char *name)
{
  xmlTextWriterStartElement (self->writer, X (name));
}

/**
 * accord_xml_close:
 * @self: a document in an element
 */
void
accord_xml_close (AccordXml *self)
{
  xmlTextWriterEndElement (self->writer);
}

/**
 * accord_xml_attribute:
 * @self: a document in the tag of an element
 * @name: of an attribute
 * @value: (nullable): NULL for no attribute
 */
void
accord_xml_attribute (AccordXml *self, const char *name, const char *value)
{
  if (value != NULL)
    xmlTextWriterWriteAttribute (self->writer, X (name), X (value));
}

/**
 * accord_xml_number:
 * @self: a document in the tag of an element
 * @name: of an attribute
 * @value: its value
 */
void
accord_xml_number (AccordXml *self, const char *name, gint64 value)
{
  xmlTextWriterWriteFormatAttribute (self->writer, X (name), "%" G_GINT64_FORMAT, value);
}

/**
 * accord_xml_element:
 * @self: a document
 * @name: of an element
 * @text: its text
 */
void
accord_xml_element (AccordXml *self, const char *name, const char *text)
{
  xmlTextWriterWriteElement (self->writer, X (name), X (text));
}

/**
 * accord_xml_text:
 * @self: a document in an element
 * @text: its text
 * @length: in bytes
 */
void
accord_xml_text (AccordXml *self, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);

  xmlTextWriterWriteString (self->writer, X (copy));
}

/**
 * accord_xml_raw:
 * @self: a document
 * @xml: of our own
 */
void
accord_xml_raw (AccordXml *self, const char *xml)
{
  xmlTextWriterWriteRaw (self->writer, X (xml));
}

static void
end (AccordXml *self)
{
  xmlTextWriterEndDocument (self->writer);
  xmlFreeTextWriter (self->writer);
}

/**
 * accord_xml_end_into:
 * @self: a document
 * @zip: what it becomes an entry of
 * @name: of the entry
 */
void
accord_xml_end_into (AccordXml *self, AccordZip *zip, const char *name)
{
  end (self);
  accord_zip_add (zip, name, (const char *) xmlBufferContent (self->buffer),
                  (gsize) xmlBufferLength (self->buffer), TRUE);
  xmlBufferFree (self->buffer);
}

/**
 * accord_xml_end_onto:
 * @self: a document
 * @out: where to append
 */
void
accord_xml_end_onto (AccordXml *self, GString *out)
{
  end (self);
  g_string_append_len (out, (const char *) xmlBufferContent (self->buffer),
                       xmlBufferLength (self->buffer));
  xmlBufferFree (self->buffer);
}
