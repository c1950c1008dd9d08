/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A corpus as JSON: objects with a member that is a text, in an array, or in an array
 * that is a member of the outermost object; or one such object alone. As JSON Lines: one
 * object a line. Other JSON is read as text. */
#include "documents/accord-corpus-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-json.h"
#include "documents/accord-loader-error.h"

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* Strings, and numbers as years and ids are written with. */
static char *
dup_value (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

/* The members of @object by what they hold; the text is one that is a string. */
static void
find_members (JsonObject *object, char **fields)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      AccordColumn column;

      if (accord_column_find (l->data, &column) && fields[column] == NULL)
        fields[column] = dup_value (json_object_get_member (object, l->data));
    }
}

static void
clear_fields (char **fields)
{
  for (guint i = 0; i < ACCORD_N_COLUMNS; i++)
    g_free (fields[i]);
}

static gboolean
is_document (JsonNode *node)
{
  char *fields[ACCORD_N_COLUMNS] = { NULL };
  gboolean found = FALSE;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  find_members (json_node_get_object (node), fields);
  found = fields[ACCORD_COLUMN_TEXT] != NULL;
  clear_fields (fields);
  return found;
}

static gboolean
is_list (JsonNode *node)
{
  JsonArray *array =
    node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) > 0 &&
         is_document (json_array_get_element (array, 0));
}

/* The list of documents in @root, or @root if it is one; NULL if there is none. */
static JsonNode *
find_documents (JsonNode *root)
{
  g_autoptr (GList) members = NULL;

  if (is_list (root) || is_document (root))
    return root;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  members = json_object_get_members (json_node_get_object (root));
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (json_node_get_object (root), l->data);

      if (is_list (node))
        return node;
    }
  return NULL;
}

static gboolean
add_object (AccordSource *source, const AccordReadRequest *request, JsonNode *node, GError **error)
{
  char *fields[ACCORD_N_COLUMNS] = { NULL };
  gboolean done = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  find_members (json_node_get_object (node), fields);
  done = accord_corpus_add (source, request, (const char *const *) fields, error);
  clear_fields (fields);
  return done;
}

gboolean
accord_corpus_is_json (const char *utf8, gsize length, const char *name)
{
  const char *p = skip_space (utf8, utf8 + length);
  g_autoptr (JsonNode) root = NULL;

  if (p == utf8 + length || (*p != '[' && *p != '{'))
    return FALSE;
  root = accord_json_parse (utf8, length, NULL);
  return root != NULL && find_documents (root) != NULL;
}

gboolean
accord_corpus_read_json (const AccordReadRequest *request,
                         const char *utf8,
                         gsize length,
                         AccordSource *source,
                         GError **error)
{
  g_autoptr (JsonNode) root = accord_json_parse (utf8, length, error);
  JsonNode *documents = root != NULL ? find_documents (root) : NULL;
  JsonArray *array = NULL;

  if (documents == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (documents))
    return add_object (source, request, documents, error);
  array = json_node_get_array (documents);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_object (source, request, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* The end of the line at @p. */
static const char *
line_end (const char *p, const char *end)
{
  const char *stop = memchr (p, '\n', end - p);

  return stop != NULL ? stop : end;
}

gboolean
accord_corpus_is_json_lines (const char *utf8, gsize length, const char *name)
{
  const char *end = utf8 + length;
  const char *p = skip_space (utf8, end);
  const char *stop = line_end (p, end);
  g_autoptr (JsonNode) first = NULL;
  const char *next = skip_space (stop, end);

  if (p == end || *p != '{' || next == end || *next != '{')
    return FALSE;
  first = accord_json_parse (p, stop - p, NULL);
  return first != NULL && is_document (first);
}

gboolean
accord_corpus_read_json_lines (const AccordReadRequest *request,
                               const char *utf8,
                               gsize length,
                               AccordSource *source,
                               GError **error)
{
  const char *end = utf8 + length;
  gsize line = 1;

  for (const char *p = utf8; p < end; line++)
    {
      const char *stop = line_end (p, end);
      g_autoptr (JsonNode) node = NULL;

      if (skip_space (p, stop) < stop)
        {
          node = accord_json_parse (p, stop - p, NULL);
          if (node == NULL)
            {
              g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                           _ ("is damaged: line %" G_GSIZE_FORMAT " is not JSON"), line);
              return FALSE;
            }
          if (!add_object (source, request, node, error))
            return FALSE;
        }
      p = stop + 1;
    }
  return TRUE;
}
