/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session from bytes, all of which are taken for hostile: every position, id and
 * type is checked, and a fault is told with its place in the file. What others put in
 * is kept for the writer. */
#include "session/accord-session-state.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "documents/accord-source.h"
#include "session/accord-json-place-private.h"
#include "session/accord-session-state-private.h"
#include "session/accord-session-state-read-private.h"

static const char *const STATE_MEMBERS[] = { "codebook",  "codebookSha256", "decisions",
                                             "documents", "engine",         "findings",
                                             "format",    "nextDocument",   "settings",
                                             "version",   "view",           NULL };
static const char *const DOCUMENT_MEMBERS[] = { "attributes", "blocks", "id",   "metadata",
                                                "source",     "text",   "unit", NULL };
static const char *const METADATA_MEMBERS[] = { "author",   "date",  "encoding",
                                                "issuer",   "kind",  "language",
                                                "subtitle", "title", NULL };
static const char *const SOURCE_MEMBERS[] = { "mediaType", "name", "path", "sha256", NULL };
static const char *const SETTING_MEMBERS[] = { "leastScore", "threshold", NULL };
static const char *const ENGINE_MEMBERS[] = { "icu", "version", NULL };
static const char *const VIEW_MEMBERS[] = { "hidden", NULL };

/* Puts what others wrote into our member @key of @object into @extra, under that name. */
static void
keep_inner (JsonObject **extra, JsonObject *inner, const char *key, const char *const *known)
{
  JsonObject *unknown = inner != NULL ? accord_json_dup_unknown (inner, known) : NULL;

  if (unknown == NULL)
    return;
  if (*extra == NULL)
    *extra = json_object_new ();
  json_object_set_object_member (*extra, key, unknown);
}

/* "d" and a number without leading zeros that fits. Returns: the number, or 0. */
static guint
number_of_id (const char *id)
{
  guint64 number = 0;

  if (id[0] != 'd' || id[1] == '0' ||
      !g_ascii_string_to_unsigned (id + 1, 10, 1, G_MAXINT32, &number, NULL))
    return 0;
  return (guint) number;
}

/* Tags are interned for the life of the process, so that only what looks like one may pass. */
static gboolean
is_language (const char *tag)
{
  gsize length = strlen (tag);

  return length > 0 && length <= 35 &&
         strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;
}

static AccordText *
read_text (const AccordJsonPlace *place, JsonObject *object, GError **error)
{
  AccordJsonPlace inside = { place, "text", 0 };
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (GError) local = NULL;
  JsonArray *pieces = NULL;
  AccordText *text = NULL;

  if (!accord_json_read_array (place, object, "text", FALSE, &pieces, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (pieces); i++)
    {
      AccordJsonPlace piece = { &inside, NULL, i };
      const char *string = accord_json_element_string (&piece, pieces, error);

      if (string == NULL)
        return NULL;
      g_string_append (data, string);
    }
  text = accord_text_new (data->str, data->len, &local);
  if (text == NULL)
    accord_json_fault (error, place, "text", _ ("is larger than %u MiB"), ACCORD_TEXT_MAX >> 20);
  return text;
}

static gboolean
read_block (const AccordJsonPlace *place,
            JsonObject *object,
            AccordText *text,
            guint32 after,
            AccordBlock *block,
            GError **error)
{
  gint64 start = -1, end = -1, level = 0, page = 0;
  const char *role = NULL;
  gboolean kept = TRUE;
  guint32 length = accord_text_get_length (text);

  if (!accord_json_read_int (place, object, "start", length, &start, error) ||
      !accord_json_read_int (place, object, "end", length, &end, error) ||
      !accord_json_read_int (place, object, "level", 64, &level, error) ||
      !accord_json_read_int (place, object, "page", G_MAXINT32, &page, error) ||
      !accord_json_read_bool (place, object, "kept", &kept, error) ||
      !accord_json_read_string (place, object, "marker", TRUE, &block->marker, error) ||
      !accord_json_read_string (place, object, "reason", TRUE, &block->reason, error) ||
      !accord_json_read_string (place, object, "role", FALSE, &role, error))
    return FALSE;
  if (start < after || end < start)
    return accord_json_fault (error, place, NULL, _ ("lies over the block before it"));
  if (!accord_text_is_boundary (text, (guint32) start) ||
      !accord_text_is_boundary (text, (guint32) end))
    return accord_json_fault (error, place, NULL, _ ("begins or ends within a character"));
  if (!accord_role_from_name (role, &block->role))
    return accord_json_fault (error, place, "role", _ ("is no role: %s"), role);
  block->span = (AccordSpan){ (guint32) start, (guint32) end };
  block->kept = kept;
  block->level = (guint) level;
  block->page = (guint) page;
  return TRUE;
}

/* Returns: (nullable): the blocks; their strings belong to @object. */
static GArray *
read_blocks (const AccordJsonPlace *place, JsonObject *object, AccordText *text, GError **error)
{
  AccordJsonPlace inside = { place, "blocks", 0 };
  g_autoptr (GArray) blocks = g_array_new (FALSE, TRUE, sizeof (AccordBlock));
  JsonArray *array = NULL;
  guint32 after = 0;

  if (!accord_json_read_array (place, object, "blocks", FALSE, &array, error))
    return NULL;
  if (json_array_get_length (array) > ACCORD_BLOCKS_MAX)
    {
      accord_json_fault (error, place, "blocks", _ ("has more than %u elements"),
                         ACCORD_BLOCKS_MAX);
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      AccordJsonPlace element = { &inside, NULL, i };
      JsonObject *block_object = accord_json_element_object (&element, array, error);
      AccordBlock block = { { 0, 0 } };

      if (block_object == NULL || !read_block (&element, block_object, text, after, &block, error))
        return NULL;
      after = block.span.end;
      g_array_append_val (blocks, block);
    }
  return g_steal_pointer (&blocks);
}

static gboolean
read_strings (const AccordJsonPlace *place,
              JsonObject *object,
              const char *const *names,
              const char **fields,
              GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      AccordField field = 0;

      if (accord_field_from_name (names[i], &field) &&
          !accord_json_read_string (place, object, names[i], TRUE, &fields[field], error))
        return FALSE;
    }
  return TRUE;
}

/* Metadata and source; what others put there goes to the extra of @document. */
static gboolean
read_metadata (const AccordJsonPlace *place,
               JsonObject *object,
               const char **fields,
               const char **path,
               JsonObject **extra,
               GError **error)
{
  AccordJsonPlace metadata_place = { place, "metadata", 0 };
  AccordJsonPlace source_place = { place, "source", 0 };
  JsonObject *metadata = NULL, *source = NULL;
  const char *language = NULL;

  if (!accord_json_read_object (place, object, "metadata", &metadata, error) ||
      !accord_json_read_object (place, object, "source", &source, error))
    return FALSE;
  if (metadata != NULL &&
      !read_strings (&metadata_place, metadata, METADATA_MEMBERS, fields, error))
    return FALSE;
  if (source != NULL &&
      (!read_strings (&source_place, source, SOURCE_MEMBERS, fields, error) ||
       !accord_json_read_string (&source_place, source, "path", TRUE, path, error)))
    return FALSE;
  language = fields[ACCORD_FIELD_LANGUAGE];
  if (language != NULL && !is_language (language))
    return accord_json_fault (error, &metadata_place, "language", _ ("is no language tag: %s"),
                              language);
  keep_inner (extra, metadata, "metadata", METADATA_MEMBERS);
  keep_inner (extra, source, "source", SOURCE_MEMBERS);
  return TRUE;
}

static gboolean
read_unit (const AccordJsonPlace *place, JsonObject *object, AccordUnit *unit, GError **error)
{
  const char *name = NULL;

  if (!accord_json_read_string (place, object, "unit", TRUE, &name, error))
    return FALSE;
  *unit = g_strcmp0 (name, "blocks") == 0 ? ACCORD_UNIT_BLOCKS : ACCORD_UNIT_SENTENCES;
  if (name != NULL && *unit == ACCORD_UNIT_SENTENCES && !g_str_equal (name, "sentences"))
    return accord_json_fault (error, place, "unit", _ ("is no unit of text: %s"), name);
  return TRUE;
}

/* Only strings; a null is none. */
static gboolean
read_attributes (const AccordJsonPlace *place,
                 JsonObject *object,
                 JsonObject **attributes,
                 GError **error)
{
  AccordJsonPlace inside = { place, "attributes", 0 };
  JsonObject *all = NULL;
  JsonObjectIter iter;
  const char *key = NULL, *value = NULL;
  JsonNode *node = NULL;

  if (!accord_json_read_object (place, object, "attributes", &all, error))
    return FALSE;
  if (all == NULL || json_object_get_size (all) == 0)
    return TRUE;
  *attributes = json_object_new ();
  json_object_iter_init (&iter, all);
  while (json_object_iter_next (&iter, &key, &node))
    {
      if (!accord_json_read_string (&inside, all, key, TRUE, &value, error))
        return FALSE;
      if (value != NULL)
        json_object_set_string_member (*attributes, key, value);
    }
  return TRUE;
}

static AccordStateDocument *
read_document (const AccordJsonPlace *place, JsonObject *object, GError **error)
{
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  const char *id = NULL, *path = NULL;
  AccordUnit unit = ACCORD_UNIT_SENTENCES;
  g_autoptr (AccordText) text = NULL;
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (AccordDocument) document = NULL;
  g_autoptr (JsonObject) extra = accord_json_dup_unknown (object, DOCUMENT_MEMBERS);
  g_autoptr (JsonObject) attributes = NULL;
  AccordStateDocument *self = NULL;

  if (!accord_json_read_string (place, object, "id", FALSE, &id, error) ||
      !read_metadata (place, object, fields, &path, &extra, error) ||
      !read_unit (place, object, &unit, error) ||
      !read_attributes (place, object, &attributes, error))
    return NULL;
  text = read_text (place, object, error);
  blocks = text != NULL ? read_blocks (place, object, text, error) : NULL;
  if (blocks == NULL)
    return NULL;
  document = accord_document_new (text, (const AccordBlock *) (gpointer) blocks->data, blocks->len,
                                  fields, unit, NULL, error);
  if (document == NULL)
    return NULL;
  self = accord_state_document_new (id, document);
  self->path = g_strdup (path);
  self->extra = g_steal_pointer (&extra);
  self->attributes = g_steal_pointer (&attributes);
  return self;
}

static gboolean
read_documents (AccordSessionState *self, JsonObject *object, GHashTable *by_id, GError **error)
{
  AccordJsonPlace inside = { NULL, "documents", 0 };
  JsonArray *array = NULL;

  if (!accord_json_read_array (NULL, object, "documents", FALSE, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      AccordJsonPlace place = { &inside, NULL, i };
      JsonObject *element = accord_json_element_object (&place, array, error);
      AccordStateDocument *document =
        element != NULL ? read_document (&place, element, error) : NULL;
      guint number = 0;

      if (document == NULL)
        return FALSE;
      g_ptr_array_add (self->documents, document);
      number = number_of_id (document->id);
      if (number == 0)
        return accord_json_fault (error, &place, "id", _ ("is no id of a document: %s"),
                                  document->id);
      if (!g_hash_table_insert (by_id, document->id, document))
        return accord_json_fault (error, &place, "id", _ ("is used twice: %s"), document->id);
      self->next_document = MAX (self->next_document, number + 1);
    }
  return TRUE;
}

static gboolean
read_hidden (JsonObject *view, GHashTable *by_id, GError **error)
{
  AccordJsonPlace place = { NULL, "view", 0 };
  AccordJsonPlace inside = { &place, "hidden", 0 };
  JsonArray *hidden = NULL;

  if (!accord_json_read_array (&place, view, "hidden", TRUE, &hidden, error))
    return FALSE;
  for (guint i = 0; hidden != NULL && i < json_array_get_length (hidden); i++)
    {
      AccordJsonPlace element = { &inside, NULL, i };
      const char *id = accord_json_element_string (&element, hidden, error);
      AccordStateDocument *document = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

      if (id == NULL)
        return FALSE;
      if (document == NULL)
        return accord_json_fault (error, &element, NULL, _ ("names no document: %s"), id);
      document->shown = FALSE;
    }
  return TRUE;
}

static gboolean
read_view (AccordSessionState *self, JsonObject *object, GHashTable *by_id, GError **error)
{
  JsonObject *view = NULL, *others = NULL;

  if (!accord_json_read_object (NULL, object, "view", &view, error))
    return FALSE;
  if (view == NULL)
    return TRUE;
  if (!read_hidden (view, by_id, error))
    return FALSE;
  others = accord_json_dup_unknown (view, VIEW_MEMBERS);
  if (others != NULL)
    self->view = json_node_init_object (json_node_alloc (), others);
  g_clear_pointer (&others, json_object_unref);
  return TRUE;
}

static gboolean
read_settings (AccordSessionState *self, JsonObject *object, GError **error)
{
  AccordJsonPlace place = { NULL, "settings", 0 };
  JsonObject *settings = NULL;
  gint64 threshold = self->threshold, least_score = 0, next = 1;

  if (!accord_json_read_object (NULL, object, "settings", &settings, error) ||
      !accord_json_read_int (NULL, object, "nextDocument", G_MAXINT32, &next, error))
    return FALSE;
  if (settings != NULL &&
      (!accord_json_read_int (&place, settings, "threshold", 1000, &threshold, error) ||
       !accord_json_read_int (&place, settings, "leastScore", 1000, &least_score, error)))
    return FALSE;
  self->least_score = (gint) least_score;
  self->threshold = (gint) threshold;
  self->next_document = MAX (1, (guint) next);
  keep_inner (&self->extra, settings, "settings", SETTING_MEMBERS);
  return TRUE;
}

/* The codebook's own faults are told from its root, which is a member here. */
static gboolean
read_codebook (AccordSessionState *self, JsonObject *object, GError **error)
{
  JsonNode *node = accord_json_member (object, "codebook");
  const char *sha256 = NULL;
  g_autoptr (GError) local = NULL;

  if (node == NULL)
    return accord_json_fault (error, NULL, "codebook", _ ("must be an object"));
  if (!accord_json_read_string (NULL, object, "codebookSha256", TRUE, &sha256, error))
    return FALSE;
  self->codebook = accord_codebook_from_json (node, &local);
  if (self->codebook != NULL)
    return TRUE;
  g_set_error (error, local->domain, local->code, "$.codebook%s%s",
               local->message[0] == '$' ? "" : " ", local->message + (local->message[0] == '$'));
  return FALSE;
}

static gboolean
read_engine (AccordSessionState *self, JsonObject *object, GError **error)
{
  AccordJsonPlace place = { NULL, "engine", 0 };
  JsonObject *engine = NULL;
  const char *version = NULL, *icu = NULL;

  if (!accord_json_read_object (NULL, object, "engine", &engine, error))
    return FALSE;
  if (engine != NULL &&
      (!accord_json_read_string (&place, engine, "version", TRUE, &version, error) ||
       !accord_json_read_string (&place, engine, "icu", TRUE, &icu, error)))
    return FALSE;
  self->engine_version = g_strdup (version);
  self->icu_version = g_strdup (icu);
  keep_inner (&self->extra, engine, "engine", ENGINE_MEMBERS);
  return TRUE;
}

static gboolean
read_lines (const AccordJsonPlace *place,
            JsonObject *object,
            const char *key,
            GPtrArray *lines,
            GError **error)
{
  AccordJsonPlace inside = { place, key, 0 };
  JsonArray *array = NULL;

  if (!accord_json_read_array (place, object, key, FALSE, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      AccordJsonPlace element = { &inside, NULL, i };
      const char *line = accord_json_element_string (&element, array, error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (lines, g_strdup (line));
    }
  return TRUE;
}

/* What was found when it was saved, which nothing but verifying looks at. */
static gboolean
read_record (AccordSessionState *self, JsonObject *object, GError **error)
{
  AccordJsonPlace place = { NULL, "findings", 0 };
  JsonObject *findings = NULL;

  if (!accord_json_read_object (NULL, object, "findings", &findings, error))
    return FALSE;
  if (findings == NULL)
    return TRUE;
  self->record = accord_record_new ();
  return read_lines (&place, findings, "codings", self->record->codings, error) &&
         read_lines (&place, findings, "links", self->record->links, error);
}

static gboolean
read_members (AccordSessionState *self, JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  self->extra = accord_json_dup_unknown (object, STATE_MEMBERS);
  return read_engine (self, object, error) && read_record (self, object, error) &&
         read_codebook (self, object, error) && read_settings (self, object, error) &&
         read_documents (self, object, by_id, error) && read_view (self, object, by_id, error) &&
         accord_session_state_read_decisions (self, object, by_id, error) &&
         accord_session_state_cut (self, error);
}

static gboolean
read_format (AccordSessionState *self, JsonNode *root, GError **error)
{
  const char *format = NULL;
  gint64 version = -1;
  JsonObject *object = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SHAPE,
                           _ ("is not a session of Accord"));
      return FALSE;
    }
  object = json_node_get_object (root);
  if (!accord_json_read_string (NULL, object, "format", TRUE, &format, error))
    return FALSE;
  if (g_strcmp0 (format, ACCORD_SESSION_FORMAT) != 0)
    return accord_json_fault (error, NULL, "format", _ ("is not that of a session of Accord"));
  if (!accord_json_read_int (NULL, object, "version", G_MAXINT32, &version, error))
    return FALSE;
  self->version = (guint) version;
  return TRUE;
}

/**
 * accord_session_state_read:
 * @data: the bytes of a file
 * @length: their number
 * @error: return location for an error
 *
 * A version above ACCORD_SESSION_VERSION is read as far as it is understood, and cannot be
 * written. Cost: linear, and that of cutting the texts into passages.
 *
 * Returns: (transfer full): a state, or NULL with ACCORD_JSON_ERROR: SYNTAX, TOO_LARGE, SHAPE, or
 *   NEWER where a newer version cannot be understood
 */
AccordSessionState *
accord_session_state_read (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = accord_json_parse (data, length, error);

  if (root == NULL || !accord_json_check_keys (data, length, error))
    return NULL;
  return accord_session_state_read_node (root, error);
}

/* As accord_session_state_read(), from @root. */
AccordSessionState *
accord_session_state_read_node (JsonNode *root, GError **error)
{
  g_autoptr (AccordSessionState) self = accord_session_state_new ();
  g_autoptr (GError) local = NULL;

  if (!read_format (self, root, error))
    return NULL;
  if (read_members (self, json_node_get_object (root), &local))
    return g_steal_pointer (&self);
  if (self->version > ACCORD_SESSION_VERSION)
    g_set_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_NEWER,
                 _ ("was saved by a newer version of Accord (format %u, this one knows %u)"),
                 self->version, ACCORD_SESSION_VERSION);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
