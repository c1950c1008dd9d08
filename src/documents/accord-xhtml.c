/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chapter as a stream of blocks: what stands directly in a block is a paragraph. All
 * of it is text, unlike a web page, of which the statement must be found first. */
#include "documents/accord-xhtml-private.h"

#include <stdlib.h>
#include <string.h>

#include "documents/accord-numerals-private.h"
#include "documents/accord-xml-private.h"

#define NUMBER_MAX 99999

enum
{
  EL_OTHER,
  EL_BLOCK,
  EL_H1,
  EL_H2,
  EL_H3,
  EL_H4,
  EL_H5,
  EL_H6,
  EL_ITEM,
  EL_ORDERED,
  EL_UNORDERED,
  EL_QUOTE,
  EL_CELL,
  EL_CAPTION,
  EL_ASIDE,
  EL_NAV,
  EL_BREAK,
  EL_IMAGE,
  EL_LINK,
  EL_SKIPPED,
};

/* Books that name no namespace are read alike. */
#define NAME(name, element)                                                                        \
  { "h:" name, element },                                                                          \
  {                                                                                                \
    name, element                                                                                  \
  }

static const AccordXmlName NAMES[] = {
  NAME ("p", EL_BLOCK),
  NAME ("div", EL_BLOCK),
  NAME ("body", EL_BLOCK),
  NAME ("section", EL_BLOCK),
  NAME ("article", EL_BLOCK),
  NAME ("main", EL_BLOCK),
  NAME ("header", EL_BLOCK),
  NAME ("footer", EL_BLOCK),
  NAME ("hgroup", EL_BLOCK),
  NAME ("address", EL_BLOCK),
  NAME ("figure", EL_BLOCK),
  NAME ("pre", EL_BLOCK),
  NAME ("hr", EL_BLOCK),
  NAME ("dl", EL_BLOCK),
  NAME ("dt", EL_BLOCK),
  NAME ("dd", EL_BLOCK),
  NAME ("center", EL_BLOCK),
  NAME ("details", EL_BLOCK),
  NAME ("summary", EL_BLOCK),
  NAME ("form", EL_BLOCK),
  NAME ("fieldset", EL_BLOCK),
  NAME ("table", EL_BLOCK),
  NAME ("tr", EL_BLOCK),
  NAME ("h1", EL_H1),
  NAME ("h2", EL_H2),
  NAME ("h3", EL_H3),
  NAME ("h4", EL_H4),
  NAME ("h5", EL_H5),
  NAME ("h6", EL_H6),
  NAME ("li", EL_ITEM),
  NAME ("ol", EL_ORDERED),
  NAME ("ul", EL_UNORDERED),
  NAME ("menu", EL_UNORDERED),
  NAME ("blockquote", EL_QUOTE),
  NAME ("td", EL_CELL),
  NAME ("th", EL_CELL),
  NAME ("caption", EL_CAPTION),
  NAME ("figcaption", EL_CAPTION),
  NAME ("aside", EL_ASIDE),
  NAME ("nav", EL_NAV),
  NAME ("br", EL_BREAK),
  NAME ("img", EL_IMAGE),
  NAME ("a", EL_LINK),
  NAME ("head", EL_SKIPPED),
  NAME ("script", EL_SKIPPED),
  NAME ("style", EL_SKIPPED),
  NAME ("template", EL_SKIPPED),
  NAME ("iframe", EL_SKIPPED),
  NAME ("object", EL_SKIPPED),
  NAME ("audio", EL_SKIPPED),
  NAME ("video", EL_SKIPPED),
  NAME ("canvas", EL_SKIPPED),
  NAME ("rt", EL_SKIPPED),
  NAME ("rp", EL_SKIPPED),
  NAME ("select", EL_SKIPPED),
  { "svg:svg", EL_SKIPPED },
  { "svg", EL_SKIPPED },
  { "math:math", EL_SKIPPED },
  { "math", EL_SKIPPED },
  { NULL, 0 },
};

/* A block that is open. */
typedef struct
{
  AccordShape shape;
  guint first; /* of a cell */
} Block;

typedef struct
{
  gboolean ordered;
  AccordNumeral numeral;
  int number;
} List;

typedef struct
{
  AccordFlow *flow;
  GArray *blocks;  /* of Block, the chapter first */
  GArray *lists;   /* of List */
  GString *marker; /* of the item that has begun */
  guint skip;
} Reader;

static Block *
top (Reader *reader)
{
  return &g_array_index (reader->blocks, Block, reader->blocks->len - 1);
}

/* The marker is that of the innermost item around, once. */
static void
flush (Reader *reader)
{
  AccordShape shape = top (reader)->shape;

  if (accord_flow_is_blank (reader->flow))
    return;
  if ((shape.role == ACCORD_ROLE_ITEM || shape.role == ACCORD_ROLE_NOTE) && reader->marker->len > 0)
    shape.marker = reader->marker->str;
  accord_flow_end_paragraph (reader->flow, &shape);
  if (shape.marker != NULL)
    g_string_truncate (reader->marker, 0);
}

static gboolean
has_word (const char *list, const char *word)
{
  const char *found = list != NULL ? strstr (list, word) : NULL;

  return found != NULL && (found == list || found[-1] == ' ' || found[-1] == '-');
}

static void
open_list (Reader *reader, AccordXml *xml, gboolean ordered)
{
  const char *start = accord_xml_get (xml, "start");
  const char *type = accord_xml_get (xml, "type");
  List list = { ordered, ACCORD_NUMERAL_DECIMAL, 0 };

  if (start != NULL)
    list.number = CLAMP (atoi (start), 0, NUMBER_MAX) - 1;
  if (type != NULL && strchr ("aAiI", *type) != NULL && *type != '\0')
    list.numeral = accord_numeral_from_odf (type);
  g_array_append_val (reader->lists, list);
}

static void
open_item (Reader *reader, AccordXml *xml, Block *block)
{
  const char *value = accord_xml_get (xml, "value");
  List *list =
    reader->lists->len > 0 ? &g_array_index (reader->lists, List, reader->lists->len - 1) : NULL;

  if (block->shape.role != ACCORD_ROLE_NOTE)
    {
      block->shape.role = ACCORD_ROLE_ITEM;
      block->shape.level = CLAMP (reader->lists->len, 1, ACCORD_XML_DEPTH_MAX);
    }
  g_string_truncate (reader->marker, 0);
  if (list == NULL)
    return;
  list->number = value != NULL ? CLAMP (atoi (value), 0, NUMBER_MAX) : list->number + 1;
  if (list->ordered)
    {
      accord_numeral_append (reader->marker, list->numeral, (guint) MAX (list->number, 0));
      g_string_append_c (reader->marker, '.');
    }
  else
    g_string_append (reader->marker, ACCORD_BULLET);
}

static gboolean
is_note (const char *type)
{
  return has_word (type, "footnote") || has_word (type, "endnote") || has_word (type, "rearnote") ||
         has_word (type, "footnotes") || has_word (type, "endnotes");
}

/* What a block is, by its name, its type and what it stands in. */
static void
open_block (Reader *reader, AccordXml *xml, int element)
{
  Block block = *top (reader);
  const char *type = accord_xml_get (xml, "type");
  AccordShape *shape = &block.shape;

  flush (reader);
  if (shape->role == ACCORD_ROLE_HEADING)
    shape->role = ACCORD_ROLE_PARAGRAPH;
  if (element >= EL_H1 && element <= EL_H6)
    *shape =
      (AccordShape){ ACCORD_ROLE_HEADING, (guint) (element - EL_H1 + 1), NULL, shape->left_out };
  else if (element == EL_ORDERED || element == EL_UNORDERED)
    open_list (reader, xml, element == EL_ORDERED);
  else if (element == EL_ITEM)
    open_item (reader, xml, &block);
  else if (element == EL_QUOTE)
    shape->role = ACCORD_ROLE_QUOTE;
  else if (element == EL_CELL)
    shape->role = ACCORD_ROLE_CELL;
  else if (element == EL_CAPTION)
    shape->role = ACCORD_ROLE_NOTE;
  else if (element == EL_NAV && !has_word (type, "landmarks"))
    shape->left_out = ACCORD_FURNITURE_CONTENTS;
  if (is_note (type) && element != EL_ORDERED && element != EL_UNORDERED)
    shape->role = ACCORD_ROLE_NOTE;
  if (accord_xml_get (xml, "hidden") != NULL || has_word (type, "landmarks") ||
      has_word (type, "page-list"))
    shape->left_out = ACCORD_FURNITURE_HIDDEN;
  if (shape->role != ACCORD_ROLE_HEADING && shape->role != ACCORD_ROLE_ITEM)
    shape->level = 0;
  block.first = accord_flow_begin_cell (reader->flow);
  g_array_append_val (reader->blocks, block);
}

static void
close_block (Reader *reader, int element)
{
  flush (reader);
  if (element == EL_CELL)
    accord_flow_end_cell (reader->flow, top (reader)->first);
  if ((element == EL_ORDERED || element == EL_UNORDERED) && reader->lists->len > 0)
    g_array_set_size (reader->lists, reader->lists->len - 1);
  if (reader->blocks->len > 1)
    g_array_set_size (reader->blocks, reader->blocks->len - 1);
}

static gboolean
is_block (int element)
{
  return element >= EL_BLOCK && element <= EL_NAV;
}

/* Links to notes and back are numbers and arrows, which markers stand for. */
static gboolean
is_note_link (AccordXml *xml)
{
  const char *type = accord_xml_get (xml, "type");
  const char *role = accord_xml_get (xml, "role");
  const char *class = accord_xml_get (xml, "class");

  return has_word (type, "noteref") || has_word (type, "backlink") || has_word (role, "noteref") ||
         has_word (role, "backlink") || has_word (class, "footnote-back") ||
         has_word (class, "footnote-ref");
}

static void
start_cb (AccordXml *xml, int element, gpointer data)
{
  Reader *reader = data;

  if (reader->skip > 0)
    reader->skip++;
  else if (element == EL_SKIPPED || (element == EL_LINK && is_note_link (xml)))
    reader->skip = 1;
  else if (is_block (element))
    open_block (reader, xml, element);
  else if (element == EL_BREAK)
    accord_flow_append_char (reader->flow, ACCORD_FLOW_BREAK);
  else if (element == EL_IMAGE)
    accord_flow_insert_description (reader->flow, accord_xml_get (xml, "alt"));
}

static void
end_cb (AccordXml *xml, int element, gpointer data)
{
  Reader *reader = data;

  if (reader->skip > 0)
    reader->skip--;
  else if (is_block (element))
    close_block (reader, element);
}

static void
text_cb (AccordXml *xml, const char *text, gsize length, gpointer data)
{
  Reader *reader = data;

  if (reader->skip == 0)
    accord_flow_append (reader->flow, text, length);
}

/**
 * accord_xhtml_read:
 * @flow: gets the text
 * @part: a chapter
 * @contents: whether it is the table of contents
 * @error: return location for an error
 *
 * Reads what it can of a chapter that is not well formed. Cost: linear.
 *
 * Returns: FALSE with an error
 */
gboolean
accord_xhtml_read (AccordFlow *flow, GBytes *part, gboolean contents, GError **error)
{
  static const AccordXmlHandler HANDLER = { NAMES, start_cb, end_cb, text_cb };
  Reader reader = { .flow = flow };
  Block chapter = { { ACCORD_ROLE_PARAGRAPH, 0, NULL,
                      contents ? ACCORD_FURNITURE_CONTENTS : ACCORD_FURNITURE_NONE },
                    0 };
  gboolean done = FALSE;

  reader.blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  reader.lists = g_array_new (FALSE, FALSE, sizeof (List));
  reader.marker = g_string_new (NULL);
  g_array_append_val (reader.blocks, chapter);
  done = accord_xml_parse (part, &HANDLER, TRUE, &reader, error);
  flush (&reader);
  g_array_unref (reader.blocks);
  g_array_unref (reader.lists);
  g_string_free (reader.marker, TRUE);
  return done;
}
