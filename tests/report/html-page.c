/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gumbo parses as a browser does, and tells what a browser would forgive. */
#include "html-page.h"

#include <string.h>

typedef struct
{
  GumboTag tag;
  const char *attribute;
  const char *value;
  GPtrArray *found;
} Search;

static void
walk (const GumboNode *node, void (*visit) (const GumboNode *node, gpointer data), gpointer data)
{
  const GumboVector *children = NULL;

  if (node->type == GUMBO_NODE_DOCUMENT)
    children = &node->v.document.children;
  else if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
    children = &node->v.element.children;
  visit (node, data);
  for (guint i = 0; children != NULL && i < children->length; i++)
    walk (children->data[i], visit, data);
}

const char *
html_attribute (const GumboNode *node, const char *name)
{
  const GumboAttribute *attribute = NULL;

  if (node->type != GUMBO_NODE_ELEMENT)
    return NULL;
  attribute = gumbo_get_attribute (&node->v.element.attributes, name);
  return attribute != NULL ? attribute->value : NULL;
}

static void
note_id (const GumboNode *node, gpointer data)
{
  HtmlPage *self = data;
  const char *id = html_attribute (node, "id");

  if (id == NULL)
    return;
  if (!g_hash_table_insert (self->ids, (gpointer) id, (gpointer) node))
    g_error ("the id %s is there twice", id);
}

HtmlPage *
html_page_new (const char *data)
{
  HtmlPage *self = g_new0 (HtmlPage, 1);

  self->data = g_strdup (data);
  self->output = gumbo_parse (self->data);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  walk (self->output->document, note_id, self);
  return self;
}

void
html_page_free (HtmlPage *self)
{
  gumbo_destroy_output (&kGumboDefaultOptions, self->output);
  g_hash_table_unref (self->ids);
  g_free (self->data);
  g_free (self);
}

static void
append_text (const GumboNode *node, gpointer data)
{
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
    g_string_append (data, node->v.text.text);
}

char *
html_dup_text (const GumboNode *node)
{
  GString *text = g_string_new (NULL);

  walk (node, append_text, text);
  return g_string_free (text, FALSE);
}

static void
match (const GumboNode *node, gpointer data)
{
  Search *search = data;
  const char *value = NULL;

  if (node->type != GUMBO_NODE_ELEMENT)
    return;
  if (search->tag != GUMBO_TAG_LAST && node->v.element.tag != search->tag)
    return;
  value = search->attribute != NULL ? html_attribute (node, search->attribute) : NULL;
  if (search->attribute == NULL ||
      (value != NULL && (search->value == NULL || g_str_equal (value, search->value))))
    g_ptr_array_add (search->found, (gpointer) node);
}

/* GUMBO_TAG_LAST for any tag; NULL for any attribute or value. */
GPtrArray *
html_page_find (HtmlPage *self, GumboTag tag, const char *attribute, const char *value)
{
  Search search = { tag, attribute, value, g_ptr_array_new () };

  walk (self->output->document, match, &search);
  return search.found;
}

GPtrArray *
html_find_below (const GumboNode *node, GumboTag tag, const char *class)
{
  Search search = { tag, class != NULL ? "class" : NULL, class, g_ptr_array_new () };

  walk (node, match, &search);
  return search.found;
}

const GumboNode *
html_page_get (HtmlPage *self, const char *id)
{
  return g_hash_table_lookup (self->ids, id);
}
