/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON-LD in a web page: objects of schema.org that describe an article. What does
 * not pass the strict JSON gate is passed over; pages are full of it. */
#include "documents/accord-html-private.h"

#include <string.h>

#include "documents/accord-json.h"

/* No page describes itself at greater length. */
#define JSON_MOST (1u << 20)

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* Some pages write character references into JSON, where they mean nothing. */
static void
add (GPtrArray *array, const char *value)
{
  if (value != NULL && strstr (value, "&#") == NULL && strstr (value, "&amp;") == NULL &&
      *value != '\0' && strlen (value) < 500)
    g_ptr_array_add (array, g_strdup (value));
}

/* A name stands for itself, in an object, or is the first of a list of these. */
static void
add_name (GPtrArray *array, JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *list = json_node_get_array (node);

      node = json_array_get_length (list) > 0 ? json_array_get_element (list, 0) : NULL;
    }
  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    add (array, get_string (json_node_get_object (node), "name"));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
           strstr (json_node_get_string (node), "://") == NULL)
    add (array, json_node_get_string (node));
}

static gboolean
is_article (const char *type)
{
  return g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "Posting") ||
         g_str_equal (type, "Report") || g_str_equal (type, "Legislation");
}

static const char *
get_type (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "@type");

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) &&
      json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : "";
}

static void
read_article (AccordHtml *self, JsonObject *object, const char *type)
{
  self->opinion = self->opinion || g_str_has_prefix (type, "Opinion");
  self->news = self->news || g_str_has_suffix (type, "NewsArticle");
  add (self->titles, get_string (object, "headline"));
  add (self->dates, get_string (object, "datePublished"));
  add_name (self->authors, json_object_get_member (object, "author"));
  add_name (self->issuers, json_object_get_member (object, "publisher"));
}

/* Articles stand alone, in a list, or in the "@graph" of an object: no deeper than that. */
static void
read_node (AccordHtml *self, JsonNode *node, guint depth)
{
  if (depth > 2)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *list = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (list); i++)
        read_node (self, json_array_get_element (list, i), depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      const char *type = get_type (object);
      JsonNode *graph = json_object_get_member (object, "@graph");

      if (is_article (type))
        read_article (self, object, type);
      if (graph != NULL)
        read_node (self, graph, depth + 1);
    }
}

/**
 * accord_html_read_json:
 * @self: gets the candidates for fields
 * @json: the text of a script of the type application/ld+json
 * @length: bytes of it
 */
void
accord_html_read_json (AccordHtml *self, const char *json, gsize length)
{
  g_autoptr (JsonNode) node = length <= JSON_MOST ? accord_json_parse (json, length, NULL) : NULL;

  if (node != NULL)
    read_node (self, node, 0);
}
