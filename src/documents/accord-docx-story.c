/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a package: body, notes, headers and footers, which are all written alike:
 * paragraphs of runs, in tables, frames and fields. Of tracked changes the text counts as
 * if they were accepted. */
#include "documents/accord-docx-story-private.h"

#include <stdlib.h>
#include <string.h>

static void
clear_paragraph (gpointer data)
{
  AccordDocxParagraph *paragraph = data;

  g_free (paragraph->style);
  g_free (paragraph->list);
}

static void
begin_paragraph (AccordDocxReader *reader)
{
  AccordDocxParagraph paragraph = { .list_level = -1 };

  if (reader->cells->len > 0 && reader->dead_cell == reader->cells->len)
    {
      reader->skip = 1;
      return;
    }
  accord_docx_resolve_style (&reader->docx->styles, NULL, &paragraph.resolved);
  g_array_append_val (reader->paragraphs, paragraph);
}

static gboolean
in_contents (AccordDocxReader *reader)
{
  for (guint i = 0; i < reader->fields->len; i++)
    if (g_array_index (reader->fields, AccordDocxField, i).contents)
      return TRUE;
  return reader->contents_sdt > 0;
}

/* The number of a list and its level, if the paragraph is in one. */
static const char *
count_item (AccordDocxReader *reader, const AccordDocxParagraph *paragraph, guint *level)
{
  const char *list = paragraph->list != NULL ? paragraph->list : paragraph->resolved.list;
  int at = paragraph->list_level >= 0 ? paragraph->list_level : paragraph->resolved.list_level;
  gpointer by_style = NULL;

  *level = 0;
  if (list == NULL || accord_lists_get_instance (reader->docx->lists, list) == NULL)
    return NULL;
  if (at < 0 && paragraph->style != NULL &&
      g_hash_table_lookup_extended (reader->docx->level_styles, paragraph->style, NULL, &by_style))
    at = (int) GPOINTER_TO_UINT (by_style);
  *level = (guint) MAX (at, 0) + 1;
  return accord_lists_count (reader->docx->lists, list, *level - 1);
}

static gboolean
is_of_front (AccordRole role)
{
  return role == ACCORD_ROLE_TITLE || role == ACCORD_ROLE_SUBTITLE || role == ACCORD_ROLE_BYLINE ||
         role == ACCORD_ROLE_DATE;
}

static AccordShape
shape_of (AccordDocxReader *reader, const AccordDocxParagraph *paragraph)
{
  AccordShape shape = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };
  int outline = paragraph->outline != 0 ? paragraph->outline : paragraph->resolved.outline;
  AccordRole role = paragraph->resolved.role;
  guint level = 0;

  shape.marker = count_item (reader, paragraph, &level);
  if (paragraph->contents || paragraph->resolved.left_out != ACCORD_FURNITURE_NONE)
    shape.left_out = ACCORD_FURNITURE_CONTENTS;
  else if (reader->story == ACCORD_DOCX_FOOTNOTES || reader->story == ACCORD_DOCX_ENDNOTES)
    shape.role = ACCORD_ROLE_NOTE;
  else if (is_of_front (role) && accord_flow_is_at_start (reader->flow))
    shape.role = role;
  else if (outline > 0 && role != ACCORD_ROLE_TITLE && role != ACCORD_ROLE_SUBTITLE)
    {
      shape.role = ACCORD_ROLE_HEADING;
      shape.level = (guint) MIN (outline, 6);
    }
  else if (level > 0)
    {
      shape.role = ACCORD_ROLE_ITEM;
      shape.level = level;
    }
  else if (role == ACCORD_ROLE_QUOTE || role == ACCORD_ROLE_NOTE)
    shape.role = role;
  else if (reader->cells->len > 0)
    shape.role = ACCORD_ROLE_CELL;
  return shape;
}

/* Fields whose instruction has not ended by now are broken, as is a table of contents in which a
 * chapter begins: they must not swallow the rest of the text. */
static void
mend_fields (AccordDocxReader *reader, const AccordDocxParagraph *paragraph)
{
  gboolean chapter = paragraph->resolved.outline > 0;

  for (guint i = reader->fields->len; i > 0; i--)
    {
      AccordDocxField *field = &g_array_index (reader->fields, AccordDocxField, i - 1);

      field->result = TRUE;
      field->contents = field->contents && !chapter;
    }
}

static void
end_paragraph (AccordDocxReader *reader)
{
  AccordDocxParagraph *paragraph = accord_docx_get_paragraph (reader);

  if (paragraph == NULL)
    return;
  mend_fields (reader, paragraph);
  paragraph->contents = paragraph->contents || in_contents (reader);
  if (!paragraph->goes_on)
    {
      AccordShape shape = shape_of (reader, paragraph);

      accord_flow_end_paragraph (reader->flow, &shape);
    }
  g_array_set_size (reader->paragraphs, reader->paragraphs->len - 1);
}

static void
begin_note (AccordDocxReader *reader, AccordXml *xml)
{
  const char *type = accord_xml_get (xml, "type");

  g_clear_pointer (&reader->note, g_free);
  if (type != NULL && strcmp (type, "normal") != 0)
    reader->skip = 1;
  else
    reader->note = g_strdup (accord_xml_get (xml, "id"));
}

static void
end_note (AccordDocxReader *reader, gboolean foot)
{
  AccordPage *page = accord_flow_take_page (reader->flow);

  if (reader->note != NULL)
    g_hash_table_replace (foot ? reader->docx->notes.footnotes : reader->docx->notes.endnotes,
                          g_steal_pointer (&reader->note), page);
  else
    accord_page_free (page);
}

/* What an element within the properties of a paragraph says. */
static void
read_property (AccordDocxReader *reader, AccordXml *xml, int element)
{
  AccordDocxParagraph *paragraph = accord_docx_get_paragraph (reader);
  const char *value = accord_xml_get (xml, "val");

  if (paragraph == NULL)
    return;
  if (element == ACCORD_DOCX_EL_FRAME)
    paragraph->goes_on = g_strcmp0 (accord_xml_get (xml, "dropCap"), "drop") == 0 ||
                         g_strcmp0 (accord_xml_get (xml, "dropCap"), "margin") == 0;
  if (value == NULL)
    return;
  if (element == ACCORD_DOCX_EL_PSTYLE)
    {
      g_free (paragraph->style);
      paragraph->style = g_strdup (value);
      accord_docx_resolve_style (&reader->docx->styles, value, &paragraph->resolved);
    }
  else if (element == ACCORD_DOCX_EL_NUM_ID)
    {
      g_free (paragraph->list);
      paragraph->list = g_strdup (value);
    }
  else if (element == ACCORD_DOCX_EL_LEVEL)
    paragraph->list_level = CLAMP (atoi (value), 0, 8);
  else if (element == ACCORD_DOCX_EL_OUTLINE)
    paragraph->outline = atoi (value) >= 0 && atoi (value) < 9 ? atoi (value) + 1 : -1;
}

/* What was deleted: runs, the mark at the end of a paragraph, a row of a table. */
static void
read_deletion (AccordDocxReader *reader, AccordXml *xml)
{
  int parent = accord_xml_get_parent (xml, 1);

  if (parent == ACCORD_DOCX_EL_RPR && accord_xml_get_parent (xml, 2) == ACCORD_DOCX_EL_PPR &&
      accord_docx_get_paragraph (reader) != NULL)
    accord_docx_get_paragraph (reader)->goes_on = TRUE;
  else if (parent == ACCORD_DOCX_EL_ROW_PR)
    reader->dead_row = reader->rows;
  else if (parent != ACCORD_DOCX_EL_RPR)
    reader->skip = 1;
}

static void
begin_cell (AccordDocxReader *reader)
{
  guint first = accord_flow_begin_cell (reader->flow);

  if (reader->dead_row > 0 && reader->dead_row == reader->rows)
    reader->skip = 1;
  else
    g_array_append_val (reader->cells, first);
}

static void
end_cell (AccordDocxReader *reader)
{
  if (reader->cells->len == 0)
    return;
  if (reader->dead_cell == reader->cells->len)
    reader->dead_cell = 0;
  accord_flow_end_cell (reader->flow, g_array_index (reader->cells, guint, reader->cells->len - 1));
  g_array_set_size (reader->cells, reader->cells->len - 1);
}

/* Of alternatives, the first is taken: it is the one that a new program shows. */
static void
choose (AccordDocxReader *reader)
{
  gboolean *chosen = reader->alternates->len > 0
                       ? &g_array_index (reader->alternates, gboolean, reader->alternates->len - 1)
                       : NULL;

  if (chosen != NULL && *chosen)
    reader->skip = 1;
  else if (chosen != NULL)
    *chosen = TRUE;
}

static void
begin_control (AccordDocxReader *reader, AccordXml *xml, int element)
{
  const char *gallery = accord_xml_get (xml, "val");

  if (element == ACCORD_DOCX_EL_SDT)
    reader->sdts++;
  else if (element == ACCORD_DOCX_EL_PLACEHOLDER && accord_xml_get_boolean (xml) &&
           reader->placeholder_sdt == 0)
    reader->placeholder_sdt = reader->sdts;
  else if (element == ACCORD_DOCX_EL_GALLERY && g_strcmp0 (gallery, "Table of Contents") == 0 &&
           reader->contents_sdt == 0)
    reader->contents_sdt = reader->sdts;
}

static void
end_control (AccordDocxReader *reader)
{
  if (reader->contents_sdt == reader->sdts)
    reader->contents_sdt = 0;
  if (reader->placeholder_sdt == reader->sdts)
    reader->placeholder_sdt = 0;
  if (reader->sdts > 0)
    reader->sdts--;
}

static void
start_cb (AccordXml *xml, int element, gpointer data)
{
  AccordDocxReader *reader = data;
  gboolean none = FALSE;

  if (reader->skip > 0)
    {
      reader->skip++;
      return;
    }
  switch (element)
    {
    case ACCORD_DOCX_EL_OTHER:
      break;
    case ACCORD_DOCX_EL_P:
      begin_paragraph (reader);
      break;
    case ACCORD_DOCX_EL_R:
      reader->run_hidden = -1;
      break;
    case ACCORD_DOCX_EL_PSTYLE:
    case ACCORD_DOCX_EL_NUM_ID:
    case ACCORD_DOCX_EL_LEVEL:
    case ACCORD_DOCX_EL_OUTLINE:
    case ACCORD_DOCX_EL_FRAME:
      read_property (reader, xml, element);
      break;
    case ACCORD_DOCX_EL_ROW:
      reader->rows++;
      break;
    case ACCORD_DOCX_EL_CELL:
      begin_cell (reader);
      break;
    case ACCORD_DOCX_EL_CELL_DELETED:
      reader->dead_cell = reader->cells->len;
      break;
    case ACCORD_DOCX_EL_BOX:
    case ACCORD_DOCX_EL_DRAWN_BOX:
      accord_flow_open_aside (reader->flow, FALSE);
      break;
    case ACCORD_DOCX_EL_SDT:
    case ACCORD_DOCX_EL_PLACEHOLDER:
    case ACCORD_DOCX_EL_GALLERY:
      begin_control (reader, xml, element);
      break;
    case ACCORD_DOCX_EL_ALTERNATE:
      g_array_append_val (reader->alternates, none);
      break;
    case ACCORD_DOCX_EL_CHOICE:
    case ACCORD_DOCX_EL_FALLBACK:
      choose (reader);
      break;
    case ACCORD_DOCX_EL_FOOTNOTE:
    case ACCORD_DOCX_EL_ENDNOTE:
      begin_note (reader, xml);
      break;
    case ACCORD_DOCX_EL_DELETED:
      read_deletion (reader, xml);
      break;
    case ACCORD_DOCX_EL_SKIPPED:
      reader->skip = 1;
      break;
    default:
      accord_docx_start_in_run (reader, xml, element);
    }
}

static void
end_cb (AccordXml *xml, int element, gpointer data)
{
  static const AccordShape DRAWN = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };
  AccordDocxReader *reader = data;

  if (reader->skip > 0)
    {
      reader->skip--;
      return;
    }
  switch (element)
    {
    case ACCORD_DOCX_EL_P:
      end_paragraph (reader);
      break;
    case ACCORD_DOCX_EL_ROW:
      if (reader->dead_row == reader->rows)
        reader->dead_row = 0;
      reader->rows -= reader->rows > 0;
      break;
    case ACCORD_DOCX_EL_CELL:
      end_cell (reader);
      break;
    case ACCORD_DOCX_EL_DRAWN_P:
      accord_flow_end_paragraph (reader->flow, &DRAWN);
      break;
    case ACCORD_DOCX_EL_BOX:
    case ACCORD_DOCX_EL_DRAWN_BOX:
      accord_flow_close_aside (reader->flow);
      break;
    case ACCORD_DOCX_EL_SDT:
      end_control (reader);
      break;
    case ACCORD_DOCX_EL_ALTERNATE:
      if (reader->alternates->len > 0)
        g_array_set_size (reader->alternates, reader->alternates->len - 1);
      break;
    case ACCORD_DOCX_EL_FOOTNOTE:
    case ACCORD_DOCX_EL_ENDNOTE:
      end_note (reader, element == ACCORD_DOCX_EL_FOOTNOTE);
      break;
    default:
      break;
    }
}

static void
text_cb (AccordXml *xml, const char *text, gsize length, gpointer data)
{
  AccordDocxReader *reader = data;
  int element = accord_xml_get_parent (xml, 0);

  if (reader->skip > 0)
    return;
  if (element == ACCORD_DOCX_EL_INSTRUCTION && reader->instruction->len < 200)
    g_string_append_len (reader->instruction, text, (gssize) MIN (length, 200));
  else if (element == ACCORD_DOCX_EL_DRAWN_T)
    accord_flow_append (reader->flow, text, length);
  else if (element == ACCORD_DOCX_EL_T && !accord_docx_in_instruction (reader))
    {
      if (accord_docx_is_hidden (reader))
        accord_flow_append_hidden (reader->flow, text, length);
      else
        accord_flow_append (reader->flow, text, length);
    }
}

/**
 * accord_docx_read_story:
 * @self: a package
 * @story: which text it is; notes are put by, and the lines of an edge are left for
 *   accord_flow_take_page()
 * @part: the part that holds it
 * @error: return location for an error
 *
 * Cost: linear.
 *
 * Returns: FALSE with an error
 */
gboolean
accord_docx_read_story (AccordDocx *self, AccordDocxStory story, GBytes *part, GError **error)
{
  static const AccordXmlHandler HANDLER = { ACCORD_DOCX_NAMES, start_cb, end_cb, text_cb };
  AccordDocxReader reader = { .docx = self, .flow = self->flow, .story = story, .run_hidden = -1 };
  gboolean done = FALSE;

  reader.paragraphs = g_array_new (FALSE, FALSE, sizeof (AccordDocxParagraph));
  g_array_set_clear_func (reader.paragraphs, clear_paragraph);
  reader.fields = g_array_new (FALSE, FALSE, sizeof (AccordDocxField));
  reader.cells = g_array_new (FALSE, FALSE, sizeof (guint));
  reader.alternates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  reader.instruction = g_string_new (NULL);
  done = accord_xml_parse (part, &HANDLER, FALSE, &reader, error);
  if (done && reader.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader.error));
      done = FALSE;
    }
  g_clear_error (&reader.error);
  g_array_unref (reader.paragraphs);
  g_array_unref (reader.fields);
  g_array_unref (reader.cells);
  g_array_unref (reader.alternates);
  g_string_free (reader.instruction, TRUE);
  g_free (reader.note);
  return done;
}
