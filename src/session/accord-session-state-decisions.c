/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions of a person, read from a session. One of a kind that is not known here is
 * kept as it is; one that is known must fit the texts to the byte. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/accord-decision-kind-private.h"
#include "session/accord-json-place-private.h"
#include "session/accord-session-state-private.h"
#include "session/accord-session-state-read-private.h"

static const char *const DECISION_MEMBERS[] = { "alternatives", "coder",     "id",      "kind",
                                                "other",        "principle", "removed", "target",
                                                "time",         "value",     NULL };
static const char *const TARGET_MEMBERS[] = { "after", "anchor", "before", "document",
                                              "end",   "quote",  "start",  NULL };
static const char *const ANCHORS[ACCORD_N_ANCHORS] = { NULL, "proposed", "lost" };

/* The name of an anchor in files; NULL for a firm one. */
const char *
accord_anchor_name (AccordAnchor anchor)
{
  return ANCHORS[anchor];
}

static gboolean
read_anchor (const AccordJsonPlace *place, const char *name, AccordAnchor *anchor, GError **error)
{
  *anchor = ACCORD_ANCHOR_FIRM;
  for (guint i = 1; name != NULL && i < ACCORD_N_ANCHORS; i++)
    if (g_str_equal (ANCHORS[i], name))
      *anchor = i;
  if (name != NULL && *anchor == ACCORD_ANCHOR_FIRM)
    return accord_json_fault (error, place, "anchor", _ ("is no anchor: %s"), name);
  return TRUE;
}

static gboolean
check_quote (const AccordJsonPlace *place,
             const AccordStateTarget *target,
             AccordText *text,
             const char *quote,
             GError **error)
{
  guint32 length = accord_span_length (target->span);

  if (!accord_text_is_boundary (text, target->span.start) ||
      !accord_text_is_boundary (text, target->span.end))
    return accord_json_fault (error, place, NULL, _ ("begins or ends within a character"));
  if (quote != NULL &&
      (strlen (quote) != length ||
       memcmp (quote, accord_text_get_data (text) + target->span.start, length) != 0))
    return accord_json_fault (error, place, "quote", _ ("is not what the text says there"));
  return TRUE;
}

static gboolean
read_target (const AccordJsonPlace *place,
             JsonObject *object,
             GHashTable *by_id,
             AccordStateTarget *target,
             GError **error)
{
  const char *id = NULL, *quote = NULL, *before = NULL, *after = NULL, *anchor = NULL;
  gint64 most = G_MAXUINT32;
  gint64 start = -1, end = -1;
  AccordStateDocument *document = NULL;
  AccordText *text = NULL;

  if (!accord_json_read_string (place, object, "document", FALSE, &id, error) ||
      !accord_json_read_string (place, object, "quote", TRUE, &quote, error) ||
      !accord_json_read_string (place, object, "before", TRUE, &before, error) ||
      !accord_json_read_string (place, object, "after", TRUE, &after, error) ||
      !accord_json_read_string (place, object, "anchor", TRUE, &anchor, error) ||
      !read_anchor (place, anchor, &target->anchor, error))
    return FALSE;
  document = g_hash_table_lookup (by_id, id);
  if (document == NULL)
    return accord_json_fault (error, place, "document", _ ("names no document: %s"), id);
  text = accord_document_get_text (document->document);
  if (target->anchor != ACCORD_ANCHOR_LOST)
    most = accord_text_get_length (text);
  if (!accord_json_read_int (place, object, "start", most, &start, error) ||
      !accord_json_read_int (place, object, "end", most, &end, error))
    return FALSE;
  if (end < start)
    return accord_json_fault (error, place, "end", _ ("lies before the start"));
  target->span = (AccordSpan){ (guint32) start, (guint32) end };
  if (target->anchor != ACCORD_ANCHOR_LOST &&
      !check_quote (place, target, text, target->anchor == ACCORD_ANCHOR_FIRM ? quote : NULL,
                    error))
    return FALSE;
  if (target->anchor != ACCORD_ANCHOR_FIRM)
    {
      target->quote = g_strdup (quote != NULL ? quote : "");
      target->before = g_strdup (before != NULL ? before : "");
      target->after = g_strdup (after != NULL ? after : "");
    }
  target->document = g_strdup (id);
  return TRUE;
}

static gboolean
read_targets (const AccordJsonPlace *place,
              JsonObject *object,
              GHashTable *by_id,
              AccordStateDecision *self,
              GError **error)
{
  AccordJsonPlace target_place = { place, "target", 0 };
  AccordJsonPlace other_place = { place, "other", 0 };
  JsonObject *target = NULL, *other = NULL;

  if (!accord_json_read_object (place, object, "target", &target, error) ||
      !accord_json_read_object (place, object, "other", &other, error))
    return FALSE;
  return (target == NULL || read_target (&target_place, target, by_id, &self->target, error)) &&
         (other == NULL || read_target (&other_place, other, by_id, &self->other, error));
}

static gboolean
check_need (const AccordJsonPlace *place,
            const char *member,
            AccordNeed need,
            gboolean has,
            gboolean is_string,
            GError **error)
{
  if (need == ACCORD_ALWAYS && !has)
    return accord_json_fault (error, place, member,
                              is_string ? _ ("must be a string") : _ ("must be an object"));
  if (need == ACCORD_NEVER && has)
    return accord_json_fault (error, place, member, _ ("does not belong to this kind"));
  return TRUE;
}

static gboolean
check_value (const AccordJsonPlace *place,
             const AccordStateDecision *self,
             AccordValueType type,
             GError **error)
{
  GType held = self->value != NULL && JSON_NODE_HOLDS_VALUE (self->value)
                 ? json_node_get_value_type (self->value)
                 : G_TYPE_INVALID;

  if (type == ACCORD_VALUE_STRING && held != G_TYPE_STRING)
    return accord_json_fault (error, place, "value", _ ("must be a string"));
  if (type == ACCORD_VALUE_BOOLEAN && held != G_TYPE_BOOLEAN)
    return accord_json_fault (error, place, "value", _ ("must be true or false"));
  if ((type == ACCORD_VALUE_OBJECT || type == ACCORD_VALUE_NAMED) &&
      (self->value == NULL || !JSON_NODE_HOLDS_OBJECT (self->value)))
    return accord_json_fault (error, place, "value", _ ("must be an object"));
  if (type == ACCORD_VALUE_NAMED && accord_decision_get_name (self) == NULL)
    return accord_json_fault (error, place, "value", _ ("must have a name"));
  return TRUE;
}

/* A judgement is about a link or about a principle at a place, a note about one of all these. */
static gboolean
check_sense (const AccordJsonPlace *place,
             const AccordStateDecision *self,
             AccordKind kind,
             GError **error)
{
  const AccordKindNeeds *needs = accord_kind_needs (kind);
  gboolean has_target = self->target.document != NULL, is_link = self->other.document != NULL;
  gboolean judges = kind == ACCORD_KIND_ACCEPT || kind == ACCORD_KIND_REJECT;

  if (!check_need (place, "target", needs->target, has_target, FALSE, error) ||
      !check_need (place, "other", needs->other, is_link, FALSE, error) ||
      !check_need (place, "principle", needs->principle, self->principle != NULL, TRUE, error) ||
      !check_value (place, self, needs->value, error))
    return FALSE;
  if (is_link && (!has_target || g_str_equal (self->target.document, self->other.document)))
    return accord_json_fault (error, place, "other", _ ("must be of another document"));
  if (self->principle == NULL &&
      ((judges && !is_link) || !(has_target || needs->target == ACCORD_NEVER)))
    return accord_json_fault (error, place, "principle", _ ("must be a string"));
  return TRUE;
}

static gboolean
has_unknown (JsonObject *object, const char *const *known)
{
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *node = NULL;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &node))
    if (!g_strv_contains (known, key))
      return TRUE;
  return FALSE;
}

static gboolean
target_has_unknown (JsonObject *object, const char *key)
{
  JsonNode *node = accord_json_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) &&
         has_unknown (json_node_get_object (node), TARGET_MEMBERS);
}

/* Each says who decided what, about the same as @self. */
static gboolean
read_alternatives (const AccordJsonPlace *place,
                   JsonObject *object,
                   AccordStateDecision *self,
                   GError **error)
{
  AccordJsonPlace inside = { place, "alternatives", 0 };
  JsonArray *array = NULL;

  if (!accord_json_read_array (place, object, "alternatives", TRUE, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      AccordJsonPlace element = { &inside, NULL, i };
      JsonObject *one = accord_json_element_object (&element, array, error);
      const char *string = NULL;
      gboolean removed = FALSE;

      if (one == NULL || !accord_json_read_string (&element, one, "kind", FALSE, &string, error) ||
          !accord_json_read_string (&element, one, "id", FALSE, &string, error) ||
          !accord_json_read_string (&element, one, "coder", TRUE, &string, error) ||
          !accord_json_read_string (&element, one, "time", TRUE, &string, error) ||
          !accord_json_read_bool (&element, one, "removed", &removed, error))
        return FALSE;
    }
  if (array != NULL)
    self->alternatives = json_node_copy (json_object_get_member (object, "alternatives"));
  return TRUE;
}

static gboolean
read_known (const AccordJsonPlace *place,
            JsonObject *object,
            GHashTable *by_id,
            AccordKind kind,
            AccordStateDecision *self,
            GError **error)
{
  const char *id = NULL, *coder = NULL, *time = NULL, *principle = NULL;
  JsonNode *value = accord_json_member (object, "value");

  if (!accord_json_read_string (place, object, "id", FALSE, &id, error) ||
      !accord_json_read_string (place, object, "coder", TRUE, &coder, error) ||
      !accord_json_read_string (place, object, "time", TRUE, &time, error) ||
      !accord_json_read_string (place, object, "principle", TRUE, &principle, error) ||
      !accord_json_read_bool (place, object, "removed", &self->removed, error) ||
      !read_targets (place, object, by_id, self, error))
    return FALSE;
  self->id = g_strdup (id);
  self->kind = g_strdup (accord_kind_needs (kind)->name);
  self->coder = g_strdup (coder);
  self->time = g_strdup (time);
  self->principle = g_strdup (principle);
  self->value = value != NULL ? json_node_copy (value) : NULL;
  return read_alternatives (place, object, self, error) && check_sense (place, self, kind, error);
}

/* Of a decision that is not understood, no more than its place in the order. */
static void
read_unknown (JsonObject *object, AccordStateDecision *self)
{
  AccordJsonPlace place = { NULL, "", 0 };
  JsonObject *target = NULL;
  const char *string = NULL;
  gint64 start = -1, end = -1;

  if (accord_json_read_string (&place, object, "id", TRUE, &string, NULL))
    self->id = g_strdup (string);
  if (accord_json_read_string (&place, object, "kind", TRUE, &string, NULL))
    self->kind = g_strdup (string);
  if (!accord_json_read_object (&place, object, "target", &target, NULL) || target == NULL)
    return;
  if (accord_json_read_string (&place, target, "document", TRUE, &string, NULL))
    self->target.document = g_strdup (string);
  if (accord_json_read_int (&place, target, "start", G_MAXUINT32, &start, NULL))
    self->target.span = (AccordSpan){ (guint32) start, (guint32) start };
  if (accord_json_read_int (&place, target, "end", G_MAXUINT32, &end, NULL) && end > start)
    self->target.span.end = (guint32) end;
}

static AccordStateDecision *
read_decision (const AccordJsonPlace *place, JsonNode *node, GHashTable *by_id, GError **error)
{
  g_autoptr (AccordStateDecision) self = accord_state_decision_new ();
  JsonObject *object = json_node_get_object (node);
  const char *name = NULL;
  AccordKind kind = 0;
  gboolean known = FALSE;

  if (!accord_json_read_string (place, object, "kind", FALSE, &name, error))
    return NULL;
  known = accord_kind_from_name (name, &kind);
  if (known && !read_known (place, object, by_id, kind, self, error))
    return NULL;
  if (!known)
    read_unknown (object, self);
  if (!known || has_unknown (object, DECISION_MEMBERS) || target_has_unknown (object, "target") ||
      target_has_unknown (object, "other"))
    self->verbatim = json_node_copy (node);
  return g_steal_pointer (&self);
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  return accord_state_decision_compare (*(AccordStateDecision *const *) a,
                                        *(AccordStateDecision *const *) b);
}

/**
 * accord_session_state_read_decisions:
 * @self: a state that has its documents
 * @object: the root of the file
 * @by_id: its documents by their ids
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_JSON_ERROR_SHAPE
 */
gboolean
accord_session_state_read_decisions (AccordSessionState *self,
                                     JsonObject *object,
                                     GHashTable *by_id,
                                     GError **error)
{
  AccordJsonPlace inside = { NULL, "decisions", 0 };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = NULL;

  if (!accord_json_read_array (NULL, object, "decisions", FALSE, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      AccordJsonPlace place = { &inside, NULL, i };
      AccordStateDecision *decision = NULL;

      if (accord_json_element_object (&place, array, error) == NULL)
        return FALSE;
      decision = read_decision (&place, json_array_get_element (array, i), by_id, error);
      if (decision == NULL)
        return FALSE;
      g_ptr_array_add (self->decisions, decision);
      if (decision->id != NULL && !g_hash_table_add (ids, decision->id))
        return accord_json_fault (error, &place, "id", _ ("is used twice: %s"), decision->id);
    }
  g_ptr_array_sort (self->decisions, compare_cb);
  return TRUE;
}
