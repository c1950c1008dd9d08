/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every fault of a file is told with its place: the path is put together only then. */
#include "session/accord-json-place-private.h"

#include <glib/gi18n-lib.h>

static void
append_place (GString *path, const AccordJsonPlace *place)
{
  if (place == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }
  append_place (path, place->parent);
  if (place->key != NULL)
    g_string_append_printf (path, ".%s", place->key);
  else
    g_string_append_printf (path, "[%u]", place->index);
}

/* The path of @place, or of its member @key. */
char *
accord_json_place_dup (const AccordJsonPlace *place, const char *key)
{
  g_autoptr (GString) path = g_string_new (NULL);

  append_place (path, place);
  if (key != NULL)
    g_string_append_printf (path, ".%s", key);
  return g_strdup (path->str);
}

/* Sets ACCORD_JSON_ERROR_SHAPE; @key is NULL where the fault is in @place itself. Returns: FALSE */
gboolean
accord_json_fault (
  GError **error, const AccordJsonPlace *place, const char *key, const char *format, ...)
{
  g_autofree char *path = accord_json_place_dup (place, key);
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SHAPE,
               /* Translators: a place in a file, such as $.themes[0].id, and what is wrong there */
               _ ("%s %s"), path, reason);
  return FALSE;
}

/* The member, or NULL where it is missing or null. */
JsonNode *
accord_json_member (JsonObject *object, const char *key)
{
  JsonNode *node =
    json_object_has_member (object, key) ? json_object_get_member (object, key) : NULL;

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
accord_json_read_string (const AccordJsonPlace *place,
                         JsonObject *object,
                         const char *key,
                         gboolean nullable,
                         const char **value,
                         GError **error)
{
  JsonNode *node = accord_json_member (object, key);

  *value = NULL;
  if (node == NULL && nullable)
    return TRUE;
  if (!holds (node, G_TYPE_STRING))
    return accord_json_fault (error, place, key, _ ("must be a string"));
  *value = json_node_get_string (node);
  return TRUE;
}

/* @value: what it is where the member is missing; negative: it must not be. */
gboolean
accord_json_read_int (const AccordJsonPlace *place,
                      JsonObject *object,
                      const char *key,
                      guint32 most,
                      gint64 *value,
                      GError **error)
{
  JsonNode *node = accord_json_member (object, key);

  if (node == NULL && *value >= 0)
    return TRUE;
  if (!holds (node, G_TYPE_INT64) || json_node_get_int (node) < 0 ||
      json_node_get_int (node) > most)
    return accord_json_fault (error, place, key, _ ("must be a whole number from 0 to %u"), most);
  *value = json_node_get_int (node);
  return TRUE;
}

/* @value: what it is where the member is missing. */
gboolean
accord_json_read_bool (const AccordJsonPlace *place,
                       JsonObject *object,
                       const char *key,
                       gboolean *value,
                       GError **error)
{
  JsonNode *node = accord_json_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return accord_json_fault (error, place, key, _ ("must be true or false"));
  *value = json_node_get_boolean (node);
  return TRUE;
}

/* @value: NULL where the member is missing. */
gboolean
accord_json_read_object (const AccordJsonPlace *place,
                         JsonObject *object,
                         const char *key,
                         JsonObject **value,
                         GError **error)
{
  JsonNode *node = accord_json_member (object, key);

  *value = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return accord_json_fault (error, place, key, _ ("must be an object"));
  *value = json_node_get_object (node);
  return TRUE;
}

/* @value: NULL where the member is missing. */
gboolean
accord_json_read_array (const AccordJsonPlace *place,
                        JsonObject *object,
                        const char *key,
                        gboolean nullable,
                        JsonArray **value,
                        GError **error)
{
  JsonNode *node = accord_json_member (object, key);

  *value = NULL;
  if (node == NULL && nullable)
    return TRUE;
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return accord_json_fault (error, place, key, _ ("must be an array"));
  *value = json_node_get_array (node);
  return TRUE;
}

/* @place: of the element. */
JsonObject *
accord_json_element_object (const AccordJsonPlace *place, JsonArray *array, GError **error)
{
  JsonNode *node = json_array_get_element (array, place->index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  accord_json_fault (error, place, NULL, _ ("must be an object"));
  return NULL;
}

/* @place: of the element. */
const char *
accord_json_element_string (const AccordJsonPlace *place, JsonArray *array, GError **error)
{
  JsonNode *node = json_array_get_element (array, place->index);

  if (holds (node, G_TYPE_STRING))
    return json_node_get_string (node);
  accord_json_fault (error, place, NULL, _ ("must be a string"));
  return NULL;
}

/* The members that are not in @known, or NULL where there are none. */
JsonObject *
accord_json_dup_unknown (JsonObject *object, const char *const *known)
{
  JsonObject *unknown = NULL;
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      if (g_strv_contains (known, key))
        continue;
      if (unknown == NULL)
        unknown = json_object_new ();
      json_object_set_member (unknown, key, json_node_copy (node));
    }
  return unknown;
}
