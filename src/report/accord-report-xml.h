/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short names for libxml2's writer, which escapes; into memory, without a network. */
#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

#include "report/accord-report-zip.h"

G_BEGIN_DECLS

/**
 * AccordXml:
 *
 * A document of XML that is being written.
 */
typedef struct
{
  xmlBufferPtr buffer;
  xmlTextWriterPtr writer;
} AccordXml;

void accord_xml_begin (AccordXml *self);
void accord_xml_open (AccordXml *self, const char *name);
void accord_xml_close (AccordXml *self);
void accord_xml_attribute (AccordXml *self, const char *name, const char *value);
void accord_xml_number (AccordXml *self, const char *name, gint64 value);
void accord_xml_element (AccordXml *self, const char *name, const char *text);
void accord_xml_text (AccordXml *self, const char *text, gsize length);
void accord_xml_raw (AccordXml *self, const char *xml);
void accord_xml_end_into (AccordXml *self, AccordZip *zip, const char *name);
void accord_xml_end_onto (AccordXml *self, GString *out);

G_END_DECLS
