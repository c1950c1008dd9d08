/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the runs of a paragraph: characters, fields, symbols, pictures, and the
 * places where notes belong. */
#include "documents/accord-docx-story-private.h"

#include <stdlib.h>
#include <string.h>

/**
 * accord_docx_get_paragraph:
 * @reader: a reader
 *
 * Returns: (transfer none) (nullable): the paragraph that is open
 */
AccordDocxParagraph *
accord_docx_get_paragraph (AccordDocxReader *reader)
{
  return reader->paragraphs->len > 0
           ? &g_array_index (reader->paragraphs, AccordDocxParagraph, reader->paragraphs->len - 1)
           : NULL;
}

static void
read_field_char (AccordDocxReader *reader, AccordXml *xml)
{
  const char *type = accord_xml_get (xml, "fldCharType");
  AccordDocxField field = { FALSE, FALSE };
  AccordDocxField *last = reader->fields->len > 0 ? &g_array_index (reader->fields, AccordDocxField,
                                                                    reader->fields->len - 1)
                                                  : NULL;

  if (g_strcmp0 (type, "begin") == 0 && reader->fields->len < ACCORD_XML_DEPTH_MAX)
    {
      g_array_append_val (reader->fields, field);
      g_string_truncate (reader->instruction, 0);
    }
  else if (g_strcmp0 (type, "separate") == 0 && last != NULL)
    {
      last->result = TRUE;
      last->contents = g_str_has_prefix (g_strchug (reader->instruction->str), "TOC ");
      g_string_truncate (reader->instruction, 0);
    }
  else if (g_strcmp0 (type, "end") == 0 && last != NULL)
    {
      if (accord_docx_get_paragraph (reader) != NULL && last->contents)
        accord_docx_get_paragraph (reader)->contents = TRUE;
      g_array_set_size (reader->fields, reader->fields->len - 1);
    }
}

/**
 * accord_docx_in_instruction:
 * @reader: a reader
 *
 * Returns: whether what comes is the instruction of a field, not its result
 */
gboolean
accord_docx_in_instruction (AccordDocxReader *reader)
{
  for (guint i = 0; i < reader->fields->len; i++)
    if (!g_array_index (reader->fields, AccordDocxField, i).result)
      return TRUE;
  return FALSE;
}

/**
 * accord_docx_is_hidden:
 * @reader: a reader
 *
 * Returns: whether the text of the run is not shown
 */
gboolean
accord_docx_is_hidden (AccordDocxReader *reader)
{
  const AccordDocxParagraph *paragraph = accord_docx_get_paragraph (reader);

  if (reader->run_hidden >= 0)
    return reader->run_hidden > 0;
  return reader->placeholder_sdt > 0 || (paragraph != NULL && paragraph->resolved.hidden > 0);
}

static void
append_char (AccordDocxReader *reader, gunichar c)
{
  if (!accord_docx_in_instruction (reader) && !accord_docx_is_hidden (reader))
    accord_flow_append_char (reader->flow, c);
}

/* Signs of the usual symbol fonts that mean something in a text. */
static void
read_symbol (AccordDocxReader *reader, AccordXml *xml)
{
  static const char GREEK[] = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
  static const char SMALL[] = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
  const char *value = accord_xml_get (xml, "char");
  const char *font = accord_xml_get (xml, "font");
  gunichar c = value != NULL ? (gunichar) strtoul (value, NULL, 16) : 0;
  gboolean symbol = font != NULL && g_ascii_strcasecmp (font, "Symbol") == 0;
  gboolean dingbats = font != NULL && g_ascii_strncasecmp (font, "Wingdings", 9) == 0;

  if (c >= 0xF000 && c <= 0xF0FF)
    c -= 0xF000;
  if (symbol && c >= 'A' && c <= 'Z')
    c = g_utf8_get_char (g_utf8_offset_to_pointer (GREEK, c - 'A'));
  else if (symbol && c >= 'a' && c <= 'z')
    c = g_utf8_get_char (g_utf8_offset_to_pointer (SMALL, c - 'a'));
  else if (dingbats)
    c = c == 0xFE || c == 0x52 ? 0x2611 : c == 0xFD || c == 0x54 ? 0x2612 : c == 0xA8 ? 0x2610 : 0;
  else if (symbol && c >= 0x80)
    c = c == 0xB7 ? 0x2022 : 0;
  if (c >= ' ')
    append_char (reader, c);
}

static void
insert_note (AccordDocxReader *reader, AccordXml *xml, gboolean foot)
{
  GHashTable *notes = foot ? reader->docx->notes.footnotes : reader->docx->notes.endnotes;
  const char *id = accord_xml_get (xml, "id");
  g_autoptr (AccordPage) page = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GString) marker = g_string_new (NULL);

  if (id == NULL || !g_hash_table_steal_extended (notes, id, (gpointer *) &key, (gpointer *) &page))
    return;
  if (accord_xml_get (xml, "customMarkFollows") == NULL)
    accord_numeral_append (marker, foot ? ACCORD_NUMERAL_DECIMAL : ACCORD_NUMERAL_LOWER_ROMAN,
                           foot ? ++reader->n_footnotes : ++reader->n_endnotes);
  if (page->lines->len > 0 && marker->len > 0)
    accord_page_get_line (page, 0)->marker = g_string_chunk_insert (page->strings, marker->str);
  if (foot)
    accord_flow_insert (reader->flow, page);
  else
    accord_flow_insert_at_end (reader->flow, page);
}

static void
insert_diagram (AccordDocxReader *reader, AccordXml *xml)
{
  const char *id = accord_xml_get (xml, "dm");

  for (guint i = 0; id != NULL && i < reader->docx->relations->len; i++)
    {
      const AccordDocxRelation *relation = g_ptr_array_index (reader->docx->relations, i);
      GBytes *part = strcmp (relation->id, id) == 0
                       ? accord_pack_get (reader->docx->pack, relation->path)
                       : NULL;

      if (part == NULL || reader->error != NULL)
        continue;
      accord_flow_open_aside (reader->flow, FALSE);
      accord_docx_read_diagram (reader->docx, part, &reader->error);
      accord_flow_close_aside (reader->flow);
    }
}

static void
read_run_property (AccordDocxReader *reader, AccordXml *xml, int element)
{
  AccordDocxStyle style;

  if (accord_xml_get_parent (xml, 1) != ACCORD_DOCX_EL_RPR ||
      accord_xml_get_parent (xml, 2) != ACCORD_DOCX_EL_R)
    return;
  if (element == ACCORD_DOCX_EL_VANISH)
    {
      reader->run_hidden = accord_xml_get_boolean (xml);
      return;
    }
  if (accord_xml_get (xml, "val") == NULL || reader->run_hidden >= 0)
    return;
  accord_docx_resolve_style (&reader->docx->styles, accord_xml_get (xml, "val"), &style);
  reader->run_hidden = style.hidden;
}

/**
 * accord_docx_start_in_run:
 * @reader: a reader
 * @xml: the parser
 * @element: what begins, of which no other part of the reader knows
 */
void
accord_docx_start_in_run (AccordDocxReader *reader, AccordXml *xml, int element)
{
  if (element == ACCORD_DOCX_EL_TAB && accord_xml_get_parent (xml, 1) == ACCORD_DOCX_EL_R)
    append_char (reader, ' ');
  else if (element == ACCORD_DOCX_EL_BR && accord_xml_get_parent (xml, 1) == ACCORD_DOCX_EL_R)
    append_char (reader, ACCORD_FLOW_BREAK);
  else if (element == ACCORD_DOCX_EL_HYPHEN)
    append_char (reader, 0x2011);
  else if (element == ACCORD_DOCX_EL_SYM)
    read_symbol (reader, xml);
  else if (element == ACCORD_DOCX_EL_FIELD_CHAR)
    read_field_char (reader, xml);
  else if (element == ACCORD_DOCX_EL_NOTE_REFERENCE || element == ACCORD_DOCX_EL_END_REFERENCE)
    insert_note (reader, xml, element == ACCORD_DOCX_EL_NOTE_REFERENCE);
  else if (element == ACCORD_DOCX_EL_DIAGRAM)
    insert_diagram (reader, xml);
  else if (element == ACCORD_DOCX_EL_PICTURE)
    accord_flow_insert_description (reader->flow, accord_xml_get (xml, "descr"));
  else if (element == ACCORD_DOCX_EL_RSTYLE || element == ACCORD_DOCX_EL_VANISH)
    read_run_property (reader, xml, element);
}
