/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of OpenDocument: paragraphs and headings, in lists, tables, notes and shapes.
 * Styles, text and properties are read by one handler, since a flat file has all of them
 * in one. */
#include "documents/accord-odf-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  AccordOdfStyle style; /* its strings are borrowed */
  guint heading;        /* level, or 0 */
  gboolean hidden;
  gboolean unnumbered;
  const char *marker; /* borrowed, nullable: of what the list counted when it began */
} Paragraph;

typedef struct
{
  AccordList *list;       /* borrowed, nullable */
  gboolean item_open;     /* whether its paragraph, which gets the marker, has not come */
  gboolean had_paragraph; /* whether its last item had one */
  gboolean continues;
} OpenList;

typedef enum
{
  FRAME_BODY,
  FRAME_CELL,
  FRAME_SHAPE,
  FRAME_NOTE,
} FrameKind;

/* What stands in a cell, shape or note is not in the lists around it. */
typedef struct
{
  FrameKind kind;
  guint lists;
  guint first;
} Frame;

struct _AccordOdf
{
  AccordFlow *flow; /* borrowed */
  AccordOdfStyles styles;
  GArray *paragraphs; /* owned: of Paragraph */
  GArray *lists;      /* owned: of OpenList */
  GArray *frames;     /* owned: of Frame, the body first */
  GArray *hiding;     /* owned: of gboolean: spans, sections and fields: whether each hides */
  GString *value;     /* owned: of a property, a description, a citation */
  char *citation;     /* owned, nullable: the mark of the note that begins */
  guint contents;
  guint skip;
  int in_body; /* the element of body or edge, or OTHER */
};

static Frame *
frame_of (AccordOdf *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static OpenList *
list_of (AccordOdf *self)
{
  return self->lists->len > frame_of (self)->lists
           ? &g_array_index (self->lists, OpenList, self->lists->len - 1)
           : NULL;
}

static Paragraph *
paragraph_of (AccordOdf *self)
{
  return self->paragraphs->len > 0
           ? &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1)
           : NULL;
}

static void
open_frame (AccordOdf *self, FrameKind kind, gboolean at_end)
{
  Frame frame = { kind, self->lists->len, 0 };

  if (kind == FRAME_CELL)
    frame.first = accord_flow_begin_cell (self->flow);
  else
    accord_flow_open_aside (self->flow, at_end);
  g_array_append_val (self->frames, frame);
}

static void
close_frame (AccordOdf *self)
{
  Frame *frame = frame_of (self);

  if (self->frames->len < 2)
    return;
  if (frame->kind == FRAME_CELL)
    accord_flow_end_cell (self->flow, frame->first);
  else
    accord_flow_close_aside (self->flow);
  g_array_set_size (self->lists, MIN (self->lists->len, frame->lists));
  g_array_set_size (self->frames, self->frames->len - 1);
}

static gboolean
is_true (const char *value)
{
  return value != NULL && strcmp (value, "true") == 0;
}

/* A list begins anew unless it says that it goes on. One within an item that has no text of its
 * own only says on which level the text is. */
static void
open_list (AccordOdf *self, AccordXml *xml)
{
  const OpenList *around = list_of (self);
  const char *style = accord_xml_get (xml, "style-name");
  guint level = self->lists->len - frame_of (self)->lists;
  OpenList list = { NULL, FALSE, FALSE, FALSE };

  list.continues = is_true (accord_xml_get (xml, "continue-numbering")) ||
                   accord_xml_get (xml, "continue-list") != NULL ||
                   (around != NULL && !around->had_paragraph);
  list.list = style != NULL ? accord_lists_get (self->styles.lists, style) : NULL;
  if (list.list == NULL && around != NULL)
    list.list = around->list;
  if (list.list != NULL && !list.continues)
    accord_list_reset (list.list, level);
  g_array_append_val (self->lists, list);
}

static void
open_item (AccordOdf *self, AccordXml *xml, gboolean counts)
{
  OpenList *list = list_of (self);
  const char *start = accord_xml_get (xml, "start-value");

  if (list == NULL)
    return;
  list->item_open = counts;
  list->had_paragraph = FALSE;
  if (start != NULL && list->list != NULL)
    accord_list_restart (list->list, self->lists->len - frame_of (self)->lists - 1,
                         (guint) CLAMP (atol (start), 0, 1000000));
}

/* A paragraph that says itself in which list it is. */
static void
open_numbered (AccordOdf *self, AccordXml *xml)
{
  const char *level = accord_xml_get (xml, "level");
  guint depth = level != NULL ? (guint) CLAMP (atoi (level), 1, (int) ACCORD_LIST_LEVELS) : 1;
  const char *style = accord_xml_get (xml, "style-name");
  OpenList list = { NULL, FALSE, FALSE, TRUE };

  list.list = style != NULL ? accord_lists_get (self->styles.lists, style) : NULL;
  for (guint i = 0; i < depth; i++)
    {
      list.item_open = i + 1 == depth;
      g_array_append_val (self->lists, list);
    }
}

/* The chapter numbers of headings are those of the outline, or of the list of their style. */
static const char *
count_heading (AccordOdf *self, const Paragraph *paragraph)
{
  AccordList *list = accord_lists_get (self->styles.lists, paragraph->style.list);

  if (list == NULL)
    list = accord_lists_get (self->styles.lists, "");
  if (list == NULL || paragraph->unnumbered)
    return NULL;
  return accord_lists_count_list (self->styles.lists, list, paragraph->heading - 1);
}

static const char *
count_item (AccordOdf *self, const Paragraph *paragraph)
{
  OpenList *open = list_of (self);
  AccordList *list = open->list;

  open->had_paragraph = TRUE;
  if (!open->item_open)
    return NULL;
  open->item_open = FALSE;
  if (list == NULL)
    list = accord_lists_get (self->styles.lists, paragraph->style.list);
  if (list == NULL)
    return NULL;
  return accord_lists_count_list (self->styles.lists, list,
                                  self->lists->len - frame_of (self)->lists - 1);
}

static void
begin_paragraph (AccordOdf *self, AccordXml *xml, gboolean heading)
{
  Paragraph paragraph = { .heading = 0 };
  const char *level = accord_xml_get (xml, "outline-level");

  if (level == NULL)
    level = accord_xml_get (xml, "level");
  accord_odf_resolve_style (&self->styles, "paragraph", accord_xml_get (xml, "style-name"),
                            &paragraph.style);
  paragraph.hidden = paragraph.style.hidden;
  if (heading)
    paragraph.heading = level != NULL ? (guint) CLAMP (atoi (level), 1, 10) : 1;
  paragraph.unnumbered = is_true (accord_xml_get (xml, "is-list-header"));
  g_array_append_val (self->paragraphs, paragraph);
}

static gboolean
is_of_front (AccordRole role)
{
  return role == ACCORD_ROLE_TITLE || role == ACCORD_ROLE_SUBTITLE || role == ACCORD_ROLE_BYLINE ||
         role == ACCORD_ROLE_DATE;
}

static AccordShape
shape_of (AccordOdf *self, Paragraph *paragraph)
{
  AccordShape shape = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };
  AccordRole role = paragraph->style.role;

  if (self->contents > 0 || paragraph->style.contents)
    shape.left_out = ACCORD_FURNITURE_CONTENTS;
  else if (frame_of (self)->kind == FRAME_NOTE)
    {
      shape.role = ACCORD_ROLE_NOTE;
      shape.marker = self->citation;
    }
  else if (is_of_front (role) && accord_flow_is_at_start (self->flow))
    shape.role = role;
  else if (paragraph->heading > 0)
    {
      shape.role = ACCORD_ROLE_HEADING;
      shape.level = MIN (paragraph->heading, 6);
      shape.marker =
        list_of (self) != NULL ? count_item (self, paragraph) : count_heading (self, paragraph);
    }
  else if (list_of (self) != NULL)
    {
      shape.role = ACCORD_ROLE_ITEM;
      shape.level = self->lists->len - frame_of (self)->lists;
      shape.marker = count_item (self, paragraph);
    }
  else if (role == ACCORD_ROLE_QUOTE || role == ACCORD_ROLE_NOTE)
    shape.role = role;
  else if (frame_of (self)->kind == FRAME_CELL)
    shape.role = ACCORD_ROLE_CELL;
  return shape;
}

static void
end_paragraph (AccordOdf *self)
{
  Paragraph *paragraph = paragraph_of (self);
  AccordShape shape;

  if (paragraph == NULL)
    return;
  shape = shape_of (self, paragraph);
  accord_flow_end_paragraph (self->flow, &shape);
  if (frame_of (self)->kind == FRAME_NOTE)
    g_clear_pointer (&self->citation, g_free);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

static gboolean
is_hidden (AccordOdf *self)
{
  const Paragraph *paragraph = paragraph_of (self);

  for (guint i = 0; i < self->hiding->len; i++)
    if (g_array_index (self->hiding, gboolean, i))
      return TRUE;
  return paragraph != NULL && paragraph->hidden;
}

/* Spans, sections and fields may hide what is in them. */
static void
open_hiding (AccordOdf *self, AccordXml *xml, int element)
{
  const char *display = accord_xml_get (xml, "display");
  AccordOdfStyle style;
  gboolean hides = FALSE;

  if (element == ACCORD_ODF_SPAN)
    {
      accord_odf_resolve_style (&self->styles, "text", accord_xml_get (xml, "style-name"), &style);
      hides = style.hidden;
    }
  else if (element == ACCORD_ODF_HIDDEN_TEXT)
    hides = is_true (accord_xml_get (xml, "is-hidden"));
  else
    hides = g_strcmp0 (display, "none") == 0;
  g_array_append_val (self->hiding, hides);
}

static gboolean
is_hiding (int element)
{
  return element == ACCORD_ODF_SPAN || element == ACCORD_ODF_SECTION ||
         element == ACCORD_ODF_HIDDEN_TEXT || element == ACCORD_ODF_VARIABLE;
}

static void
append_char (AccordOdf *self, gunichar c)
{
  if (!is_hidden (self))
    accord_flow_append_char (self->flow, c);
}

static void
start_in_paragraph (AccordOdf *self, AccordXml *xml, int element)
{
  if (element == ACCORD_ODF_SPACES || element == ACCORD_ODF_TAB)
    append_char (self, ' ');
  else if (element == ACCORD_ODF_BREAK)
    append_char (self, ACCORD_FLOW_BREAK);
  else if (element == ACCORD_ODF_HIDDEN_PARAGRAPH && paragraph_of (self) != NULL &&
           is_true (accord_xml_get (xml, "is-hidden")))
    paragraph_of (self)->hidden = TRUE;
  else if (element == ACCORD_ODF_DESCRIPTION || element == ACCORD_ODF_CITATION)
    g_string_truncate (self->value, 0);
}

static void
start_in_body (AccordOdf *self, AccordXml *xml, int element)
{
  switch (element)
    {
    case ACCORD_ODF_P:
    case ACCORD_ODF_H:
      begin_paragraph (self, xml, element == ACCORD_ODF_H);
      break;
    case ACCORD_ODF_LIST:
      open_list (self, xml);
      break;
    case ACCORD_ODF_ITEM:
    case ACCORD_ODF_LIST_HEADER:
      open_item (self, xml, element == ACCORD_ODF_ITEM);
      break;
    case ACCORD_ODF_NUMBERED:
      open_frame (self, frame_of (self)->kind == FRAME_CELL ? FRAME_CELL : FRAME_SHAPE, FALSE);
      open_numbered (self, xml);
      break;
    case ACCORD_ODF_NOTE:
      open_frame (self, FRAME_NOTE, g_strcmp0 (accord_xml_get (xml, "note-class"), "endnote") == 0);
      break;
    case ACCORD_ODF_FOOTNOTE:
    case ACCORD_ODF_ENDNOTE:
      open_frame (self, FRAME_NOTE, element == ACCORD_ODF_ENDNOTE);
      break;
    case ACCORD_ODF_CELL:
      open_frame (self, FRAME_CELL, FALSE);
      break;
    case ACCORD_ODF_SHAPE:
      open_frame (self, FRAME_SHAPE, FALSE);
      break;
    case ACCORD_ODF_CONTENTS:
      self->contents++;
      break;
    default:
      if (is_hiding (element))
        open_hiding (self, xml, element);
      else
        start_in_paragraph (self, xml, element);
    }
}

static void
end_in_body (AccordOdf *self, int element)
{
  switch (element)
    {
    case ACCORD_ODF_P:
    case ACCORD_ODF_H:
      end_paragraph (self);
      break;
    case ACCORD_ODF_LIST:
      if (self->lists->len > frame_of (self)->lists)
        g_array_set_size (self->lists, self->lists->len - 1);
      break;
    case ACCORD_ODF_NUMBERED:
    case ACCORD_ODF_NOTE:
    case ACCORD_ODF_FOOTNOTE:
    case ACCORD_ODF_ENDNOTE:
    case ACCORD_ODF_CELL:
    case ACCORD_ODF_SHAPE:
      close_frame (self);
      break;
    case ACCORD_ODF_CITATION:
      g_free (self->citation);
      self->citation = g_strdup (self->value->str);
      break;
    case ACCORD_ODF_DESCRIPTION:
      accord_flow_insert_description (self->flow, self->value->str);
      break;
    case ACCORD_ODF_CONTENTS:
      self->contents -= self->contents > 0;
      break;
    default:
      if (is_hiding (element) && self->hiding->len > 0)
        g_array_set_size (self->hiding, self->hiding->len - 1);
    }
}

static void
end_edge (AccordOdf *self, AccordRole role)
{
  g_autoptr (AccordPage) page = accord_flow_take_page (self->flow);

  accord_flow_insert_edge (self->flow, page, role);
  self->in_body = ACCORD_ODF_OTHER;
}

static void
end_property (AccordOdf *self, int element)
{
  if (element == ACCORD_ODF_TITLE)
    accord_flow_set_property (self->flow, ACCORD_FIELD_TITLE, self->value->str);
  else if (element == ACCORD_ODF_AUTHOR)
    accord_flow_set_property (self->flow, ACCORD_FIELD_AUTHOR, self->value->str);
  else if (element == ACCORD_ODF_CREATED)
    accord_flow_set_property (self->flow, ACCORD_FIELD_DATE, self->value->str);
  else if (element == ACCORD_ODF_LANGUAGE)
    accord_flow_set_language (self->flow, self->value->str);
}

static void
start_cb (AccordXml *xml, int element, gpointer data)
{
  AccordOdf *self = data;

  if (self->skip > 0)
    {
      self->skip++;
      return;
    }
  if (element == ACCORD_ODF_SKIPPED)
    self->skip = 1;
  else if (self->in_body)
    start_in_body (self, xml, element);
  else if (element == ACCORD_ODF_BODY || element == ACCORD_ODF_HEADER ||
           element == ACCORD_ODF_FOOTER)
    self->in_body = element;
  else
    {
      g_string_truncate (self->value, 0);
      accord_odf_styles_start (&self->styles, xml, element, self->flow);
    }
}

static void
end_cb (AccordXml *xml, int element, gpointer data)
{
  AccordOdf *self = data;

  if (self->skip > 0)
    self->skip--;
  else if (element == ACCORD_ODF_BODY && self->in_body == element)
    self->in_body = ACCORD_ODF_OTHER;
  else if ((element == ACCORD_ODF_HEADER || element == ACCORD_ODF_FOOTER) &&
           self->in_body == element)
    end_edge (self, element == ACCORD_ODF_HEADER ? ACCORD_ROLE_HEADER : ACCORD_ROLE_FOOTER);
  else if (self->in_body)
    end_in_body (self, element);
  else
    {
      end_property (self, element);
      accord_odf_styles_end (&self->styles, element);
    }
}

static void
text_cb (AccordXml *xml, const char *text, gsize length, gpointer data)
{
  AccordOdf *self = data;
  int element = accord_xml_get_parent (xml, 0);

  if (self->skip > 0)
    return;
  if (!self->in_body || element == ACCORD_ODF_DESCRIPTION || element == ACCORD_ODF_CITATION)
    g_string_append_len (self->value, text, (gssize) length);
  else if (self->paragraphs->len > 0 && is_hidden (self))
    accord_flow_append_hidden (self->flow, text, length);
  else if (self->paragraphs->len > 0)
    accord_flow_append (self->flow, text, length);
}

/**
 * accord_odf_new:
 * @flow: gets the text and the fields; must outlive what is returned
 *
 * Returns: (transfer full): a reader of parts
 */
AccordOdf *
accord_odf_new (AccordFlow *flow)
{
  AccordOdf *self = g_new0 (AccordOdf, 1);
  Frame body = { FRAME_BODY, 0, 0 };

  self->flow = flow;
  accord_odf_styles_init (&self->styles);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  self->lists = g_array_new (FALSE, FALSE, sizeof (OpenList));
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self->hiding = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->value = g_string_new (NULL);
  g_array_append_val (self->frames, body);
  return self;
}

/**
 * accord_odf_free:
 * @self: (transfer full): a reader of parts
 */
void
accord_odf_free (AccordOdf *self)
{
  accord_odf_styles_clear (&self->styles);
  g_array_unref (self->paragraphs);
  g_array_unref (self->lists);
  g_array_unref (self->frames);
  g_array_unref (self->hiding);
  g_string_free (self->value, TRUE);
  g_free (self->citation);
  g_free (self);
}

/**
 * accord_odf_read:
 * @self: a reader of parts
 * @part: a part, or a flat file; those with styles come before the text
 * @error: return location for an error
 *
 * Cost: linear.
 *
 * Returns: FALSE with an error
 */
gboolean
accord_odf_read (AccordOdf *self, GBytes *part, GError **error)
{
  static const AccordXmlHandler HANDLER = { ACCORD_ODF_NAMES, start_cb, end_cb, text_cb };

  return accord_xml_parse (part, &HANDLER, FALSE, self, error);
}
