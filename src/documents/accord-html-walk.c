/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the tree of a web page, without recursion, and collects its lines: the text
 * between the edges of block elements. What stands in links is counted, since menus
 * are links and texts are not. */
#include "documents/accord-html-private.h"

#include <stdlib.h>
#include <string.h>

#include "documents/accord-read-private.h"

/* Marks in the text being collected, where control characters cannot stay. */
#define LINK_START '\001'
#define LINK_END '\002'
#define LINE_BREAK '\n'

/* What is longer, in letters, is no cell of a table of data. */
#define CELL_MOST 200

typedef struct
{
  AccordHtml *html;
  GString *pending;
  GString *line;
  GArray *lists;
  guint element;
  guint links;
  gboolean item_open;
} Walker;

/* An open list: its number, and the form of its markers. */
typedef struct
{
  gint number;
  char type;
} List;

/**
 * accord_html_is_inline:
 * @tag: of an element
 *
 * Returns: whether it stands within a line
 */
gboolean
accord_html_is_inline (GumboTag tag)
{
  static const GumboTag INLINE[] = {
    GUMBO_TAG_A,    GUMBO_TAG_ABBR,  GUMBO_TAG_ACRONYM, GUMBO_TAG_B,      GUMBO_TAG_BASEFONT,
    GUMBO_TAG_BDI,  GUMBO_TAG_BDO,   GUMBO_TAG_BIG,     GUMBO_TAG_CITE,   GUMBO_TAG_CODE,
    GUMBO_TAG_DATA, GUMBO_TAG_DEL,   GUMBO_TAG_DFN,     GUMBO_TAG_EM,     GUMBO_TAG_FONT,
    GUMBO_TAG_I,    GUMBO_TAG_IMG,   GUMBO_TAG_INS,     GUMBO_TAG_KBD,    GUMBO_TAG_MARK,
    GUMBO_TAG_NOBR, GUMBO_TAG_Q,     GUMBO_TAG_RUBY,    GUMBO_TAG_RB,     GUMBO_TAG_S,
    GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,    GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,
    GUMBO_TAG_SUB,  GUMBO_TAG_SUP,   GUMBO_TAG_TIME,    GUMBO_TAG_TT,     GUMBO_TAG_U,
    GUMBO_TAG_VAR,  GUMBO_TAG_WBR,   GUMBO_TAG_UNKNOWN, GUMBO_TAG_BR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (INLINE); i++)
    if (INLINE[i] == tag)
      return TRUE;
  return FALSE;
}

/**
 * accord_html_is_silent:
 * @tag: of an element
 *
 * Returns: whether what stands in it is no text for readers
 */
gboolean
accord_html_is_silent (GumboTag tag)
{
  static const GumboTag SILENT[] = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_HEAD,   GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
    GUMBO_TAG_MATH,   GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_CANVAS,   GUMBO_TAG_VIDEO,
    GUMBO_TAG_AUDIO,  GUMBO_TAG_EMBED,  GUMBO_TAG_RT,     GUMBO_TAG_RP,       GUMBO_TAG_NOFRAMES,
  };

  for (guint i = 0; i < G_N_ELEMENTS (SILENT); i++)
    if (SILENT[i] == tag)
      return TRUE;
  return FALSE;
}

static AccordElement *
get_element (Walker *walker, guint index)
{
  return &g_array_index (walker->html->elements, AccordElement, index);
}

/* The role of the lines in an element is its own, or that of the element around it. */
static void
set_role (Walker *walker, AccordElement *block)
{
  const AccordElement *parent = get_element (walker, block->parent);

  block->role = parent->role == ACCORD_ROLE_CELL ? ACCORD_ROLE_PARAGRAPH : parent->role;
  block->level = parent->level;
  if (block->tag >= GUMBO_TAG_H1 && block->tag <= GUMBO_TAG_H6)
    {
      block->role = ACCORD_ROLE_HEADING;
      block->level = block->tag - GUMBO_TAG_H1 + 1;
    }
  else if (block->tag == GUMBO_TAG_LI)
    {
      block->role = ACCORD_ROLE_ITEM;
      block->level = CLAMP (walker->lists->len, 1, 6);
    }
  else if (block->tag == GUMBO_TAG_BLOCKQUOTE)
    block->role = ACCORD_ROLE_QUOTE;
  else if (block->tag == GUMBO_TAG_TD || block->tag == GUMBO_TAG_TH)
    block->role = ACCORD_ROLE_CELL;
  else if (block->tag == GUMBO_TAG_FIGCAPTION || block->tag == GUMBO_TAG_CAPTION)
    block->role = ACCORD_ROLE_NOTE;
  if (block->role != ACCORD_ROLE_HEADING && block->role != ACCORD_ROLE_ITEM)
    block->level = 0;
}

static const char *
make_marker (Walker *walker)
{
  const List *list;
  g_autofree char *marker = NULL;

  if (walker->lists->len == 0)
    return NULL;
  list = &g_array_index (walker->lists, List, walker->lists->len - 1);
  if (list->type == 0)
    return "•";
  if ((list->type == 'a' || list->type == 'A') && list->number >= 1 && list->number <= 26)
    marker = g_strdup_printf ("%c.", list->type + list->number - 1);
  else
    marker = g_strdup_printf ("%d.", list->number);
  return g_string_chunk_insert_const (walker->html->page->strings, marker);
}

static void
append_line (Walker *walker, guint linked)
{
  const AccordElement *element = get_element (walker, walker->element);
  AccordLine *line;
  g_autoptr (GString) text = g_string_sized_new (walker->line->len);

  accord_normalize_append (text, walker->line->str, walker->line->len);
  g_string_truncate (walker->line, 0);
  if (text->len == 0)
    return;
  line = accord_page_append (walker->html->page, element->role, text->str, text->len);
  line->level = element->level;
  line->linked = MIN (linked, line->weight);
  line->node = walker->element;
  if (element->role == ACCORD_ROLE_ITEM && walker->item_open)
    line->marker = make_marker (walker);
  walker->item_open = FALSE;
}

/* Told by the end of the line, however long it is. */
static gboolean
ends_sentence (const GString *line)
{
  AccordLine end = { 0 };
  gunichar last = g_utf8_get_char (g_utf8_prev_char (line->str + line->len));
  const char *start = line->str + (line->len > 256 ? line->len - 256 : 0);

  if (g_unichar_isalnum (last))
    return FALSE;
  while (((guchar) *start & 0xC0) == 0x80)
    start++;
  accord_line_measure (&end, start, line->str + line->len - start);
  return end.ended && end.weight >= 30;
}

/* A break of line ends a paragraph if it is double, if the sentence is at its end, or if what
 * follows is indented. */
static gboolean
is_paragraph_end (const GString *line, const char *behind)
{
  const char *p = behind;
  guint spaces = 0;

  for (; *p != '\0' && (g_unichar_isspace (g_utf8_get_char (p)) || *p == LINK_START);
       p = g_utf8_next_char (p))
    {
      if (*p == LINE_BREAK)
        return TRUE;
      spaces += g_utf8_get_char (p) == 0xA0 || g_utf8_get_char (p) == 0x3000;
    }
  return spaces >= 2 || ends_sentence (line);
}

static guint
letter_weight (gunichar c)
{
  return !g_unichar_isalnum (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* Makes lines of what was collected: runs of spaces are one space. */
static void
flush (Walker *walker)
{
  GString *line = walker->line;
  gboolean space = FALSE, link = FALSE;
  guint linked = 0;

  for (const char *p = walker->pending->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == LINK_START || c == LINK_END)
        {
          link = c == LINK_START;
          continue;
        }
      if (c == LINE_BREAK && line->len > 0 && is_paragraph_end (line, p + 1))
        {
          append_line (walker, linked);
          linked = 0;
          space = FALSE;
          continue;
        }
      if (g_unichar_isspace (c))
        {
          space = line->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      linked += link ? letter_weight (c) : 0;
      g_string_append_unichar (line, c);
    }
  g_string_truncate (walker->pending, 0);
  if (line->len > 0)
    append_line (walker, linked);
}

/* Line ends are spaces but in preformatted text, where two of them part paragraphs as <br> do. */
static void
append_text (Walker *walker, const char *text)
{
  gboolean pre = get_element (walker, walker->element)->tag == GUMBO_TAG_PRE;
  gsize start = walker->pending->len;

  g_string_append (walker->pending, text);
  for (char *p = walker->pending->str + start; *p != '\0'; p++)
    if ((guchar) *p < ' ' && !(pre && *p == LINE_BREAK))
      *p = ' ';
}

static void
open_list (Walker *walker, const GumboElement *element)
{
  const char *start = accord_html_get_attribute (element, "start");
  const char *type = accord_html_get_attribute (element, "type");
  List list = { 0, 0 };

  if (element->tag == GUMBO_TAG_OL)
    {
      list.type = type != NULL && (*type == 'a' || *type == 'A') ? *type : '1';
      list.number = start != NULL ? CLAMP (atoi (start), 0, 99999) - 1 : 0;
    }
  g_array_append_val (walker->lists, list);
}

static void
open_item (Walker *walker, const GumboElement *element)
{
  const char *value = accord_html_get_attribute (element, "value");

  walker->item_open = TRUE;
  if (walker->lists->len == 0)
    return;
  if (value != NULL)
    g_array_index (walker->lists, List, walker->lists->len - 1).number =
      CLAMP (atoi (value), 0, 99999);
  else
    g_array_index (walker->lists, List, walker->lists->len - 1).number++;
}

static void
open_block (Walker *walker, const GumboElement *element)
{
  AccordElement block = { .parent = walker->element, .tag = element->tag };
  gint favour = 0;

  flush (walker);
  block.first = walker->html->page->lines->len;
  block.hint = accord_html_hint (element, &favour);
  block.favour = favour;
  set_role (walker, &block);
  walker->element = walker->html->elements->len;
  g_array_append_val (walker->html->elements, block);
  if (element->tag == GUMBO_TAG_OL || element->tag == GUMBO_TAG_UL)
    open_list (walker, element);
  else if (element->tag == GUMBO_TAG_LI)
    open_item (walker, element);
}

/* A cell that holds paragraphs is a part of the page, as pages were once laid out. The cells of a
 * table in it are not its own. */
static void
settle_cell (Walker *walker, const AccordElement *cell)
{
  for (guint i = cell->first; i < cell->end; i++)
    {
      AccordLine *line = accord_page_get_line (walker->html->page, i);

      if (line->node == walker->element &&
          (cell->end - cell->first > 1 || line->weight >= CELL_MOST))
        line->role = ACCORD_ROLE_PARAGRAPH;
    }
}

static void
close_block (Walker *walker, const GumboElement *element)
{
  AccordElement *block = get_element (walker, walker->element);

  flush (walker);
  block->end = walker->html->page->lines->len;
  if (block->role == ACCORD_ROLE_CELL)
    settle_cell (walker, block);
  walker->element = get_element (walker, walker->element)->parent;
  if ((element->tag == GUMBO_TAG_OL || element->tag == GUMBO_TAG_UL) && walker->lists->len > 0)
    g_array_set_size (walker->lists, walker->lists->len - 1);
}

static void
open_inline (Walker *walker, const GumboElement *element)
{
  if (element->tag == GUMBO_TAG_BR)
    g_string_append_c (walker->pending, LINE_BREAK);
  if (element->tag == GUMBO_TAG_A && accord_html_get_attribute (element, "href") != NULL)
    {
      /* Two links side by side are two words. */
      if (walker->pending->len > 0 && walker->pending->str[walker->pending->len - 1] == LINK_END)
        g_string_append_c (walker->pending, ' ');
      g_string_append_c (walker->pending, LINK_START);
    }
}

static void
enter (Walker *walker, const GumboNode *node)
{
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
      node->type == GUMBO_NODE_WHITESPACE)
    append_text (walker, node->v.text.text);
  else if (node->type == GUMBO_NODE_ELEMENT && !accord_html_is_silent (node->v.element.tag))
    {
      if (accord_html_is_inline (node->v.element.tag))
        open_inline (walker, &node->v.element);
      else
        open_block (walker, &node->v.element);
    }
}

static void
leave (Walker *walker, const GumboNode *node)
{
  if (node->type != GUMBO_NODE_ELEMENT || accord_html_is_silent (node->v.element.tag))
    return;
  if (!accord_html_is_inline (node->v.element.tag))
    close_block (walker, &node->v.element);
  else if (node->v.element.tag == GUMBO_TAG_A)
    g_string_append_c (walker->pending, LINK_END);
}

static const GumboNode *
child_of (const GumboNode *node, guint index)
{
  if (node->type != GUMBO_NODE_ELEMENT || accord_html_is_silent (node->v.element.tag) ||
      index >= node->v.element.children.length)
    return NULL;
  return node->v.element.children.data[index];
}

/**
 * accord_html_walk:
 * @self: gets lines and elements
 * @root: the root element
 *
 * Cost: linear.
 */
void
accord_html_walk (AccordHtml *self, const GumboNode *root)
{
  AccordElement top = { .tag = GUMBO_TAG_HTML, .role = ACCORD_ROLE_PARAGRAPH };
  Walker walker = { .html = self };
  const GumboNode *node = root;
  guint next = 0;

  walker.pending = g_string_new (NULL);
  walker.line = g_string_new (NULL);
  walker.lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_append_val (self->elements, top);
  enter (&walker, node);
  while (node != NULL)
    {
      const GumboNode *child = child_of (node, next);

      if (child != NULL)
        {
          node = child;
          next = 0;
          enter (&walker, node);
          continue;
        }
      leave (&walker, node);
      next = (guint) node->index_within_parent + 1;
      node = node == root ? NULL : node->parent;
    }
  flush (&walker);
  get_element (&walker, 0)->end = self->page->lines->len;
  g_string_free (walker.pending, TRUE);
  g_string_free (walker.line, TRUE);
  g_array_unref (walker.lists);
}
