/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web page: the text of its block elements. The tree is walked without recursion,
 * since a page may nest its elements as deep as it likes. */
#include "documents/accord-read-private.h"

#include <gumbo.h>

#include "documents/accord-loader-error.h"

static gboolean
is_inline (GumboTag tag)
{
  static const GumboTag INLINE[] = {
    GUMBO_TAG_A,    GUMBO_TAG_ABBR, GUMBO_TAG_B,     GUMBO_TAG_BDI,   GUMBO_TAG_BDO, GUMBO_TAG_CITE,
    GUMBO_TAG_CODE, GUMBO_TAG_EM,   GUMBO_TAG_I,     GUMBO_TAG_MARK,  GUMBO_TAG_Q,   GUMBO_TAG_S,
    GUMBO_TAG_SUB,  GUMBO_TAG_SUP,  GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,  GUMBO_TAG_U,   GUMBO_TAG_TIME,
    GUMBO_TAG_FONT, GUMBO_TAG_INS,  GUMBO_TAG_DEL,   GUMBO_TAG_STRONG
  };

  for (guint i = 0; i < G_N_ELEMENTS (INLINE); i++)
    if (INLINE[i] == tag)
      return TRUE;
  return FALSE;
}

static gboolean
is_silent (GumboTag tag)
{
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_HEAD ||
         tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_NOSCRIPT;
}

/* Ends the paragraph being collected: one space for any run of spaces. */
static void
flush (AccordSource *source, GString *pending)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = pending->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = clean->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (clean, ' ');
      space = FALSE;
      g_string_append_unichar (clean, c);
    }
  if (clean->len > 0)
    accord_source_append (source, ACCORD_ROLE_PARAGRAPH, clean->str, clean->len);
  g_string_truncate (pending, 0);
}

static const GumboNode *
child_of (const GumboNode *node, unsigned int index)
{
  const GumboVector *children =
    node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children : &node->v.element.children;
  gboolean inner = node->type == GUMBO_NODE_DOCUMENT || node->type == GUMBO_NODE_ELEMENT;

  if (!inner || index >= children->length ||
      (node->type == GUMBO_NODE_ELEMENT && is_silent (node->v.element.tag)))
    return NULL;
  return children->data[index];
}

static void
enter (const GumboNode *node, AccordSource *source, GString *pending)
{
  gboolean text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
                  node->type == GUMBO_NODE_WHITESPACE;

  if (text)
    g_string_append (pending, node->v.text.text);
  else if (node->type == GUMBO_NODE_ELEMENT && !is_inline (node->v.element.tag))
    flush (source, pending);
}

static void
leave (const GumboNode *node, AccordSource *source, GString *pending)
{
  if (node->type == GUMBO_NODE_ELEMENT && !is_inline (node->v.element.tag))
    flush (source, pending);
}

static void
walk (const GumboNode *root, AccordSource *source)
{
  g_autoptr (GString) pending = g_string_new (NULL);
  const GumboNode *node = root;
  unsigned int next = 0;

  enter (node, source, pending);
  while (node != NULL)
    {
      const GumboNode *child = child_of (node, next);

      if (child != NULL)
        {
          node = child;
          next = 0;
          enter (node, source, pending);
          continue;
        }
      leave (node, source, pending);
      next = node == root ? 0 : node->index_within_parent + 1;
      node = node == root ? NULL : node->parent;
    }
  flush (source, pending);
}

gboolean
accord_read_html (const AccordReadRequest *request,
                  const char *utf8,
                  gsize length,
                  AccordSource *source,
                  GError **error)
{
  GumboOutput *output = gumbo_parse_with_options (&kGumboDefaultOptions, utf8, length);

  walk (output->root, source);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  return TRUE;
}
