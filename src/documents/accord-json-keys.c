/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that an object has twice. The RFC allows them, and json-glib keeps the last one
 * without a word; in a file of ours it is a fault, since one of the two would be lost. */
#include "documents/accord-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Objects with more keys than this are looked up by hash. */
#define FEW 12u

typedef struct
{
  const char *start;
  gsize length;
} Key;

/* keys: of an object that is open; its last one is where the scan is. many: nullable, the keys
 * where they are more than FEW. */
typedef struct
{
  gboolean is_object;
  gboolean wants_key;
  guint index;
  GArray *keys;
  GHashTable *many;
} Level;

/* decoded: owns the keys that were written with escapes. */
typedef struct
{
  Level levels[ACCORD_JSON_MAX_DEPTH + 1];
  guint depth;
  GPtrArray *decoded;
} Scan;

static guint
hash_cb (gconstpointer data)
{
  const Key *key = data;
  guint hash = 5381;

  for (gsize i = 0; i < key->length; i++)
    hash = hash * 33 + (guchar) key->start[i];
  return hash;
}

static gboolean
equal_cb (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->length == y->length && memcmp (x->start, y->start, x->length) == 0;
}

/* @p is behind the opening quotation mark. Returns: the closing one */
static const char *
end_of_string (const char *p)
{
  for (;; p++)
    {
      p += strcspn (p, "\"\\");
      if (*p != '\\')
        return p;
      p++;
    }
}

/* The key without its escapes; json-glib reads those. */
static Key
decode (Scan *self, Key key)
{
  g_autofree char *quoted = NULL;
  g_autoptr (JsonNode) node = NULL;
  char *decoded = NULL;

  if (memchr (key.start, '\\', key.length) == NULL)
    return key;
  quoted = g_strdup_printf ("\"%.*s\"", (int) MIN (key.length, G_MAXINT32), key.start);
  node = json_from_string (quoted, NULL);
  decoded = g_strdup (node != NULL ? json_node_get_string (node) : quoted);
  g_ptr_array_add (self->decoded, decoded);
  return (Key){ decoded, strlen (decoded) };
}

static gboolean
has_key (const Level *level, const Key *key)
{
  if (level->many != NULL)
    return g_hash_table_contains (level->many, key);
  for (guint i = 0; i < level->keys->len; i++)
    if (equal_cb (&g_array_index (level->keys, Key, i), key))
      return TRUE;
  return FALSE;
}

static void
add_key (Level *level, Key key)
{
  g_array_append_val (level->keys, key);
  if (level->many == NULL && level->keys->len > FEW)
    {
      level->many = g_hash_table_new_full (hash_cb, equal_cb, g_free, NULL);
      for (guint i = 0; i < level->keys->len; i++)
        g_hash_table_add (level->many,
                          g_memdup2 (&g_array_index (level->keys, Key, i), sizeof (Key)));
    }
  else if (level->many != NULL)
    g_hash_table_add (level->many, g_memdup2 (&key, sizeof key));
}

static gboolean
fail (const Scan *self, const Key *key, GError **error)
{
  g_autoptr (GString) path = g_string_new ("$");

  for (guint i = 1; i < self->depth; i++)
    {
      const Level *level = &self->levels[i];
      const Key *at =
        level->is_object ? &g_array_index (level->keys, Key, level->keys->len - 1) : NULL;

      if (at != NULL)
        g_string_append_printf (path, ".%.*s", (int) MIN (at->length, 200), at->start);
      else
        g_string_append_printf (path, "[%u]", level->index);
    }
  g_string_append_printf (path, ".%.*s", (int) MIN (key->length, 200), key->start);
  g_set_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SHAPE,
               /* Translators: a place in a file, such as $.documents[0].id */
               _ ("%s is there twice"), path->str);
  return FALSE;
}

static void
push (Scan *self, gboolean is_object)
{
  Level *level = &self->levels[++self->depth];

  level->is_object = is_object;
  level->wants_key = is_object;
  level->index = 0;
  if (level->keys == NULL)
    level->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_array_set_size (level->keys, 0);
  g_clear_pointer (&level->many, g_hash_table_unref);
}

static gboolean
take_string (Scan *self, const char *start, const char *end, GError **error)
{
  Level *level = &self->levels[self->depth];
  Key key = { start, (gsize) (end - start) };

  if (self->depth == 0 || !level->wants_key)
    return TRUE;
  level->wants_key = FALSE;
  key = decode (self, key);
  if (has_key (level, &key))
    return fail (self, &key, error);
  add_key (level, key);
  return TRUE;
}

/* @p is the bracket that opens all; that which closes it is never passed. */
static gboolean
scan (Scan *self, const char *p, GError **error)
{
  for (;; p++)
    {
      const char *end = NULL;

      p += strcspn (p, "\"{}[],");
      switch (*p)
        {
        case '"':
          end = end_of_string (p + 1);
          if (!take_string (self, p + 1, end, error))
            return FALSE;
          p = end;
          break;
        case '{':
        case '[':
          push (self, *p == '{');
          break;
        case '}':
        case ']':
          if (--self->depth == 0)
            return TRUE;
          break;
        default:
          self->levels[self->depth].wants_key = self->levels[self->depth].is_object;
          self->levels[self->depth].index++;
          break;
        }
    }
}

/**
 * accord_json_check_keys:
 * @data: a text that accord_json_parse() accepts
 * @length: its bytes
 * @error: return location for an error
 *
 * Cost: linear.
 *
 * Returns: FALSE with ACCORD_JSON_ERROR_SHAPE and the JSON path, where an object has a key twice
 */
gboolean
accord_json_check_keys (const char *data, gsize length, GError **error)
{
  Scan self = { .decoded = g_ptr_array_new_with_free_func (g_free) };
  const char *end = data + length;
  gboolean sound = TRUE;

  while (data < end && *data != '{' && *data != '[' && *data != '"')
    data++;
  if (data < end && *data != '"')
    sound = scan (&self, data, error);

  for (guint i = 0; i < G_N_ELEMENTS (self.levels); i++)
    {
      g_clear_pointer (&self.levels[i].keys, g_array_unref);
      g_clear_pointer (&self.levels[i].many, g_hash_table_unref);
    }
  g_ptr_array_unref (self.decoded);
  return sound;
}
