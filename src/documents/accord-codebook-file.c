/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebooks from JSON files. What is wrong is told with its JSON path. Languages are
 * read in the order of their tags, as they are written, so that a codebook and its
 * canonical form are the same to the engine, which breaks ties by order. */
#include "documents/accord-codebook-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-data.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-open.h"

#define FORMAT "accord-codebook"
#define VERSION 1
#define TAG_MAX 35

/* What is being read, and where in it: path is "$.themes[0].id" and the like. */
typedef struct
{
  AccordCodebookBuilder *builder; /* owned */
  GString *path;                  /* owned */
  GHashTable *theme_ids;          /* owned, of borrowed strings */
  GHashTable *principle_ids;      /* owned, of borrowed strings */
  guint n_terms;
  GError **error; /* borrowed, nullable */
} Reader;

typedef void (*AddText) (AccordCodebookBuilder *builder,
                         AccordWhat what,
                         const char *language,
                         const char *text);

static gboolean
fail (Reader *self, const char *sentence)
{
  g_set_error (self->error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SHAPE,
               /* Translators: a place in a file, such as $.themes[0].id, and what is wrong there */
               _ ("%s %s"), self->path->str, sentence);
  return FALSE;
}

/* Both append to the path and give the length to which leave() takes it back. */
static gsize
enter (Reader *self, const char *name)
{
  gsize before = self->path->len;

  g_string_append_printf (self->path, ".%s", name);
  return before;
}

static gsize
enter_element (Reader *self, guint index)
{
  gsize before = self->path->len;

  g_string_append_printf (self->path, "[%u]", index);
  return before;
}

static gboolean
leave (Reader *self, gsize before, gboolean result)
{
  g_string_truncate (self->path, before);
  return result;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* The member; NULL where it is missing or null, which mean the same. */
static JsonNode *
get_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
read_text (Reader *self, JsonNode *node, const char **text)
{
  *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : "";
  return **text != '\0' || fail (self, _ ("must be a string that is not empty"));
}

static gboolean
read_string (Reader *self, JsonObject *object, const char *name, const char **text)
{
  gsize before = enter (self, name);

  return leave (self, before, read_text (self, get_member (object, name), text));
}

/* An id that no theme (or principle) had before. */
static gboolean
read_id (Reader *self, JsonObject *object, GHashTable *known, const char **id)
{
  gsize before = enter (self, "id");
  gboolean good = read_text (self, get_member (object, "id"), id);

  if (good && !g_hash_table_add (known, (gpointer) *id))
    {
      g_autofree char *sentence = g_strdup_printf (_ ("is used twice: %s"), *id);

      good = fail (self, sentence);
    }
  return leave (self, before, good);
}

static JsonObject *
get_object (Reader *self, JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fail (self, _ ("must be an object"));
  return NULL;
}

static JsonArray *
get_array (Reader *self, JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  fail (self, _ ("must be an array"));
  return NULL;
}

/* The shape of a BCP 47 tag: letters, digits and hyphens. */
static gboolean
is_tag (const char *tag)
{
  gsize n = strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

  return n >= 2 && n <= TAG_MAX && tag[n] == '\0' && g_ascii_isalpha (tag[0]);
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* The keys of @object, sorted, if they are language tags. */
static gboolean
get_languages (Reader *self, JsonObject *object, GList **languages)
{
  *languages = g_list_sort (json_object_get_members (object), compare_tags);
  for (GList *l = *languages; l != NULL; l = l->next)
    if (!is_tag (l->data))
      {
        gsize before = enter (self, l->data);

        return leave (self, before, fail (self, _ ("is not named by the tag of a language")));
      }
  return TRUE;
}

/* The optional member @name: a text in each of several languages. */
static gboolean
read_texts (Reader *self, JsonObject *object, const char *name, AddText add, AccordWhat what)
{
  JsonNode *node = get_member (object, name);
  gsize before = enter (self, name);
  JsonObject *texts = node != NULL ? get_object (self, node) : NULL;
  g_autoptr (GList) languages = NULL;
  gboolean good = node == NULL || (texts != NULL && get_languages (self, texts, &languages));

  for (GList *l = languages; l != NULL && good; l = l->next)
    {
      const char *text = NULL;

      good = read_string (self, texts, l->data, &text);
      if (good)
        add (self->builder, what, l->data, text);
    }
  return leave (self, before, good);
}

static void
add_name (AccordCodebookBuilder *builder, AccordWhat what, const char *language, const char *text)
{
  accord_codebook_builder_add_name (builder, language, text);
}

static void
add_theme_name (AccordCodebookBuilder *builder,
                AccordWhat what,
                const char *language,
                const char *text)
{
  accord_codebook_builder_add_theme_name (builder, language, text);
}

/* A whole number from 0 to @most, 0 where it is missing. */
static gboolean
read_count (Reader *self, JsonObject *object, const char *name, guint most, guint *count)
{
  JsonNode *node = get_member (object, name);
  gsize before = enter (self, name);
  gint64 value = holds (node, G_TYPE_INT64) ? json_node_get_int (node) : node == NULL ? 0 : -1;
  gboolean good = value >= 0 && value <= (gint64) most;
  g_autofree char *sentence = NULL;

  if (good)
    *count = (guint) value;
  else
    {
      sentence = g_strdup_printf (_ ("must be a whole number from 0 to %u"), most);
      fail (self, sentence);
    }
  return leave (self, before, good);
}

static gboolean
read_flag (Reader *self, JsonObject *object, const char *name, gboolean *flag)
{
  JsonNode *node = get_member (object, name);
  gsize before = enter (self, name);
  gboolean good = node == NULL || holds (node, G_TYPE_BOOLEAN);

  if (good)
    *flag = node != NULL && json_node_get_boolean (node);
  else
    fail (self, _ ("must be true or false"));
  return leave (self, before, good);
}

/* The phrases are borrowed from @object. */
static gboolean
read_excludes (Reader *self, JsonObject *object, GPtrArray *excludes)
{
  JsonNode *node = get_member (object, "not");
  gsize before = enter (self, "not");
  JsonArray *array = node != NULL ? get_array (self, node) : NULL;
  gboolean good = node == NULL || array != NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n && good; i++)
    {
      const char *text = NULL;
      gsize inner = enter_element (self, i);

      good = leave (self, inner, read_text (self, json_array_get_element (array, i), &text));
      g_ptr_array_add (excludes, (gpointer) text);
    }
  g_ptr_array_add (excludes, NULL);
  return leave (self, before, good);
}

static gboolean
read_term (Reader *self, const char *language, JsonNode *node)
{
  g_autoptr (GPtrArray) excludes = g_ptr_array_new ();
  AccordTerm term = { .language = language };
  JsonObject *object = NULL;

  if (self->n_terms++ == ACCORD_CODEBOOK_MAX_TERMS)
    {
      g_set_error (self->error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE,
                   _ ("has more than %u terms"), ACCORD_CODEBOOK_MAX_TERMS);
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      if (!holds (node, G_TYPE_STRING))
        return fail (self, _ ("must be a string or an object"));
      if (!read_text (self, node, &term.text))
        return FALSE;
    }
  else
    {
      object = json_node_get_object (node);
      if (!read_string (self, object, "text", &term.text) ||
          !read_count (self, object, "gap", ACCORD_TERM_MAX_GAP, &term.gap) ||
          !read_count (self, object, "near", ACCORD_TERM_MAX_NEAR, &term.near) ||
          !read_flag (self, object, "against", &term.against) ||
          !read_flag (self, object, "case", &term.case_sensitive) ||
          !read_excludes (self, object, excludes))
        return FALSE;
      term.excludes = (const char *const *) excludes->pdata;
    }
  accord_codebook_builder_add_term (self->builder, &term);
  return TRUE;
}

static gboolean
read_terms_of_language (Reader *self, JsonObject *object, const char *language)
{
  gsize before = enter (self, language);
  JsonArray *array = get_array (self, json_object_get_member (object, language));
  guint n = array != NULL ? json_array_get_length (array) : 0;
  gboolean good = array != NULL;

  for (guint i = 0; i < n && good; i++)
    {
      gsize inner = enter_element (self, i);

      good = leave (self, inner, read_term (self, language, json_array_get_element (array, i)));
    }
  return leave (self, before, good);
}

static gboolean
read_terms (Reader *self, JsonObject *object)
{
  JsonNode *node = get_member (object, "terms");
  gsize before = enter (self, "terms");
  JsonObject *terms = node != NULL ? get_object (self, node) : NULL;
  g_autoptr (GList) languages = NULL;
  gboolean good = node == NULL || (terms != NULL && get_languages (self, terms, &languages));

  for (GList *l = languages; l != NULL && good; l = l->next)
    good = read_terms_of_language (self, terms, l->data);
  return leave (self, before, good);
}

static gboolean
is_colour (const char *colour)
{
  return strlen (colour) == 7 && colour[0] == '#' &&
         strspn (colour + 1, "0123456789abcdefABCDEF") == 6;
}

static gboolean
read_colour (Reader *self, JsonObject *object, const char **colour)
{
  JsonNode *node = get_member (object, "colour");
  gsize before = enter (self, "colour");
  gboolean good = node == NULL;

  *colour = NULL;
  if (holds (node, G_TYPE_STRING) && is_colour (json_node_get_string (node)))
    {
      *colour = json_node_get_string (node);
      good = TRUE;
    }
  if (!good)
    fail (self, _ ("must be a colour such as #3584e4, or null"));
  return leave (self, before, good);
}

static gboolean
read_principle (Reader *self, JsonNode *node)
{
  JsonObject *object = get_object (self, node);
  const char *id = NULL, *colour = NULL;

  if (object == NULL || !read_id (self, object, self->principle_ids, &id) ||
      !read_colour (self, object, &colour))
    return FALSE;
  accord_codebook_builder_add_principle (self->builder, id, colour);
  for (guint i = 0; i < ACCORD_N_WHATS; i++)
    {
      static const char *const NAMES[] = { "name", "definition", "include", "exclude" };

      if (!read_texts (self, object, NAMES[i], accord_codebook_builder_add_sentence, i))
        return FALSE;
    }
  return read_terms (self, object);
}

/* Each element of the array @name by @read. */
static gboolean
read_each (Reader *self,
           JsonObject *object,
           const char *name,
           gboolean (*read) (Reader *self, JsonNode *node))
{
  gsize before = enter (self, name);
  JsonArray *array = get_array (self, get_member (object, name));
  guint n = array != NULL ? json_array_get_length (array) : 0;
  gboolean good = array != NULL;

  for (guint i = 0; i < n && good; i++)
    {
      gsize inner = enter_element (self, i);

      good = leave (self, inner, read (self, json_array_get_element (array, i)));
    }
  return leave (self, before, good);
}

static gboolean
read_theme (Reader *self, JsonNode *node)
{
  JsonObject *object = get_object (self, node);
  const char *id = NULL;

  if (object == NULL || !read_id (self, object, self->theme_ids, &id))
    return FALSE;
  accord_codebook_builder_add_theme (self->builder, id);
  return read_texts (self, object, "name", add_theme_name, ACCORD_WHAT_NAME) &&
         read_each (self, object, "principles", read_principle);
}

static gboolean
check_version (Reader *self, JsonObject *object)
{
  JsonNode *version = get_member (object, "version");

  if (!holds (get_member (object, "format"), G_TYPE_STRING) ||
      !g_str_equal (json_node_get_string (get_member (object, "format")), FORMAT))
    {
      g_set_error (self->error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SHAPE,
                   _ ("is not a codebook: it does not say \"format\": \"%s\""), FORMAT);
      return FALSE;
    }
  if (!holds (version, G_TYPE_INT64) || json_node_get_int (version) < 1)
    {
      gsize before = enter (self, "version");

      return leave (self, before, fail (self, _ ("must be a whole number from 1 on")));
    }
  if (json_node_get_int (version) > VERSION)
    {
      g_set_error_literal (self->error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_NEWER,
                           _ ("was written by a newer version of Accord"));
      return FALSE;
    }
  return TRUE;
}

static AccordCodebook *
read_codebook (Reader *self, JsonObject *object)
{
  const char *id = NULL;

  if (!check_version (self, object) || !read_string (self, object, "id", &id))
    return NULL;
  self->builder = accord_codebook_builder_new (id);
  if (!read_texts (self, object, "name", add_name, ACCORD_WHAT_NAME) ||
      !read_each (self, object, "themes", read_theme))
    return NULL;
  return accord_codebook_builder_end (self->builder, self->error);
}

/**
 * accord_codebook_from_json:
 * @node: the root of a codebook, or one within a session
 * @error: return location for an error
 *
 * Unknown members are ignored; a missing name, sentence, colour or list of terms is none.
 *
 * Returns: (transfer full): the codebook, or NULL with ACCORD_JSON_ERROR_SHAPE (the message begins
 *   with the JSON path), ACCORD_JSON_ERROR_NEWER or ACCORD_JSON_ERROR_TOO_LARGE
 */
AccordCodebook *
accord_codebook_from_json (JsonNode *node, GError **error)
{
  Reader reader = { .path = g_string_new ("$"),
                    .theme_ids = g_hash_table_new (g_str_hash, g_str_equal),
                    .principle_ids = g_hash_table_new (g_str_hash, g_str_equal),
                    .error = error };
  JsonObject *object = get_object (&reader, node);
  AccordCodebook *codebook = object != NULL ? read_codebook (&reader, object) : NULL;

  g_clear_pointer (&reader.builder, accord_codebook_builder_free);
  g_hash_table_unref (reader.theme_ids);
  g_hash_table_unref (reader.principle_ids);
  g_string_free (reader.path, TRUE);
  return codebook;
}

/* "ai-governance" is the name of one that is installed; "./x", "a/x", "x.json" and "x.qdc" are
 * files. */
static GFile *
find_file (const char *name_or_path, GError **error)
{
  g_autofree char *relative = NULL;
  g_autofree char *path = NULL;

  if (strchr (name_or_path, '/') != NULL || g_str_has_suffix (name_or_path, ".json") ||
      g_str_has_suffix (name_or_path, ".qdc"))
    return g_file_new_for_path (name_or_path);
  relative = g_strdup_printf ("codebooks/%s.json", name_or_path);
  path = accord_data_dup_path (relative);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_file_new_for_path (path);
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO,
                       _ ("there is no codebook of that name"));
  return NULL;
}

/**
 * accord_codebook_load:
 * @name_or_path: the name of an installed codebook, or a path: whatever has a slash or ends in
 * ".json" or, as a codebook of REFI-QDA, ".qdc"
 * @error: return location for an error
 *
 * Returns: (transfer full): the codebook, or NULL with a code of ACCORD_LOADER_ERROR (the file) or
 *   ACCORD_JSON_ERROR or G_MARKUP_ERROR (what is in it) and a translated sentence without the
 * file's name
 */
AccordCodebook *
accord_codebook_load (const char *name_or_path, GError **error)
{
  g_autoptr (GFile) file = find_file (name_or_path, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  const char *data = NULL;
  gsize size = 0;

  bytes = file != NULL ? accord_open_bytes (file, ACCORD_JSON_MAX, NULL, error) : NULL;
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (g_str_has_suffix (name_or_path, ".qdc"))
    {
      g_autofree char *base = g_path_get_basename (name_or_path);

      base[strlen (base) - strlen (".qdc")] = '\0';
      return accord_codebook_from_qdc (data != NULL ? data : "", size, base, error);
    }
  node = accord_json_parse (data, size, error);
  return node != NULL ? accord_codebook_from_json (node, error) : NULL;
}
