/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A gesture in the making. There is one decision about a thing at most: to decide again
 * replaces it under the same id, to take it back marks it as removed, so that merging
 * two sessions knows of it. */
#include "session/accord-change-private.h"

#include <stdlib.h>

/* ISO 8601, UTC; SOURCE_DATE_EPOCH stands for now where it is set. */
char *
accord_change_dup_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;
  g_autoptr (GDateTime) now = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    now = g_date_time_new_from_unix_utc (seconds);
  else
    now = g_date_time_new_now_utc ();
  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* A link is the same from both sides. */
static guint
subject_hash (gconstpointer data)
{
  const AccordStateDecision *decision = data;
  const AccordStateTarget *target = &decision->target, *other = &decision->other;
  guint a = target->document != NULL ? g_str_hash (target->document) : 0;
  guint b = other->document != NULL ? g_str_hash (other->document) : 0;

  return (a ^ (target->span.start * 31u + target->span.end)) +
         (b ^ (other->span.start * 31u + other->span.end));
}

static gboolean
subject_equal (gconstpointer a, gconstpointer b)
{
  return a == b || accord_decision_same_subject (a, b);
}

/**
 * accord_change_new:
 * @session: (transfer none): what is changed
 *
 * Returns: (transfer full): a gesture that changes nothing yet
 */
AccordChange *
accord_change_new (AccordSession *session)
{
  AccordChange *self = g_new0 (AccordChange, 1);

  self->session = session;
  self->next = accord_snapshot_copy (session->now);
  self->puts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_state_decision_unref);
  self->replaced = g_hash_table_new (NULL, NULL);
  self->put_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->put_by_subject = g_hash_table_new (subject_hash, subject_equal);
  return self;
}

/**
 * accord_change_free:
 * @self: (transfer full) (nullable): a gesture, which changes nothing if it was not finished
 */
void
accord_change_free (AccordChange *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->next, accord_snapshot_unref);
  g_ptr_array_unref (self->puts);
  g_hash_table_unref (self->replaced);
  g_hash_table_unref (self->put_by_id);
  g_hash_table_unref (self->put_by_subject);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->recipes, g_hash_table_unref);
  g_free (self);
}

/**
 * accord_change_new_decision:
 * @self: a gesture
 * @kind: what is decided
 *
 * Returns: (transfer full): a decision of the session's coder, now, to be filled
 */
AccordStateDecision *
accord_change_new_decision (AccordChange *self, AccordKind kind)
{
  AccordStateDecision *decision = accord_state_decision_new ();

  decision->kind = g_strdup (accord_kind_needs (kind)->name);
  decision->coder = g_strdup (self->session->coder);
  decision->time = accord_change_dup_time ();
  return decision;
}

/**
 * accord_change_find_id:
 * @self: a gesture
 * @id: (nullable): of a decision
 *
 * Returns: (transfer none) (nullable): the decision as it was before the gesture
 */
AccordStateDecision *
accord_change_find_id (AccordChange *self, const char *id)
{
  GPtrArray *decisions = self->next->decisions;

  if (id == NULL)
    return NULL;
  if (self->by_id == NULL)
    {
      self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < decisions->len; i++)
        {
          AccordStateDecision *decision = g_ptr_array_index (decisions, i);

          if (decision->id != NULL)
            g_hash_table_insert (self->by_id, decision->id, decision);
        }
    }
  return g_hash_table_lookup (self->by_id, id);
}

static gboolean
same_value (const AccordStateDecision *a, const AccordStateDecision *b)
{
  if (a->value == NULL || b->value == NULL)
    return a->value == b->value;
  return json_node_equal (a->value, b->value);
}

/* Takes @decision, which has an id, instead of @before (nullable) and of what was put under the id.
 */
static void
put (AccordChange *self, AccordStateDecision *decision, AccordStateDecision *before)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->put_by_id, decision->id));

  if (before != NULL)
    g_hash_table_add (self->replaced, before);
  if (at > 0)
    {
      AccordStateDecision *earlier = g_ptr_array_index (self->puts, at - 1);

      g_hash_table_remove (self->put_by_subject, earlier);
      g_hash_table_remove (self->put_by_id, earlier->id);
      accord_state_decision_unref (earlier);
      g_ptr_array_index (self->puts, at - 1) = decision;
    }
  else
    {
      g_ptr_array_add (self->puts, decision);
      at = self->puts->len;
    }
  g_hash_table_insert (self->put_by_id, decision->id, GUINT_TO_POINTER (at));
  g_hash_table_insert (self->put_by_subject, decision, GUINT_TO_POINTER (at));
}

/* What was put about the same thing in this very gesture. */
static AccordStateDecision *
find_put (AccordChange *self, const AccordStateDecision *decision)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->put_by_subject, decision));

  return at > 0 ? g_ptr_array_index (self->puts, at - 1) : NULL;
}

/**
 * accord_change_put:
 * @self: a gesture
 * @decision: (transfer full): what is decided; where its id is NULL it replaces the one about the
 *   same thing, or is new
 *
 * What is decided already is not decided again.
 */
void
accord_change_put (AccordChange *self, AccordStateDecision *decision)
{
  g_autoptr (AccordStateDecision) owned = decision;
  AccordStateDecision *before = accord_snapshot_find_subject (self->next, decision);
  AccordStateDecision *earlier = find_put (self, decision);

  if (decision->id != NULL)
    {
      AccordStateDecision *former = accord_change_find_id (self, decision->id);

      /* One that comes to be about the same thing as another takes its place. */
      if (before != NULL && before != former)
        accord_change_remove (self, before);
      before = former;
    }
  else if (earlier != NULL)
    decision->id = g_strdup (earlier->id);
  else
    {
      if (before != NULL && before->alternatives != NULL && decision->alternatives == NULL)
        decision->alternatives = json_node_ref (before->alternatives);
      decision->id = before != NULL ? g_strdup (before->id) : g_uuid_string_random ();
      if (before != NULL && before->removed == decision->removed &&
          g_str_equal (before->kind, decision->kind) && same_value (before, decision))
        return;
    }
  put (self, g_steal_pointer (&owned), before);
}

/**
 * accord_change_remove:
 * @self: a gesture
 * @decision: (nullable): a decision of the session
 *
 * Takes it back.
 */
void
accord_change_remove (AccordChange *self, AccordStateDecision *decision)
{
  AccordStateDecision *after = NULL;

  if (decision == NULL || decision->removed)
    return;
  after = accord_state_decision_copy (decision);
  after->removed = TRUE;
  g_free (after->coder);
  after->coder = g_strdup (self->session->coder);
  g_free (after->time);
  after->time = accord_change_dup_time ();
  put (self, after, decision);
}

/**
 * accord_change_get_recipe:
 * @self: a gesture
 * @entry: index of an entry, whose text is there
 *
 * The document is made anew when the gesture is finished, with the cuts that its decisions say.
 *
 * Returns: (transfer none): what it will be made by, to be changed
 */
AccordRecipe *
accord_change_get_recipe (AccordChange *self, guint entry)
{
  AccordRecipe *recipe = NULL;

  if (self->recipes == NULL)
    self->recipes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) accord_recipe_unref);
  recipe = g_hash_table_lookup (self->recipes, GUINT_TO_POINTER (entry));
  if (recipe == NULL)
    {
      recipe = accord_version_dup_recipe (accord_snapshot_get (self->next, entry)->version);
      g_hash_table_insert (self->recipes, GUINT_TO_POINTER (entry), recipe);
    }
  return recipe;
}

static void
set_recipes (AccordChange *self)
{
  GHashTableIter iter;
  gpointer key = NULL, value = NULL;

  g_hash_table_iter_init (&iter, self->recipes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint entry = GPOINTER_TO_UINT (key);
      const char *id =
        accord_session_document_get_id (accord_snapshot_get (self->next, entry)->object);
      g_autoptr (AccordVersion) version = NULL;

      accord_recipe_take_cuts (value, accord_decisions_dup_cuts (self->next->decisions, id));
      version = accord_version_new_recipe (value);
      accord_snapshot_set_version (self->next, entry, version);
    }
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  return accord_state_decision_compare (*(AccordStateDecision *const *) a,
                                        *(AccordStateDecision *const *) b);
}

static void
set_decisions (AccordChange *self)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new ();
  GPtrArray *decisions = NULL;
  GHashTableIter iter;
  gpointer key = NULL;

  g_hash_table_iter_init (&iter, self->replaced);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (dropped, key);
  g_ptr_array_sort (dropped, compare_cb);
  g_ptr_array_sort (self->puts, compare_cb);
  decisions = accord_decisions_replace (self->next->decisions, dropped, self->puts);
  g_ptr_array_unref (self->next->decisions);
  self->next->decisions = decisions;
}

/**
 * accord_change_finish:
 * @self: (transfer full): a gesture
 * @name: (transfer full): of the step, translated
 *
 * Makes it a step of undo.
 *
 * Returns: whether anything changed
 */
gboolean
accord_change_finish (AccordChange *self, char *name)
{
  g_autoptr (AccordChange) owned = self;
  AccordSession *session = self->session;
  gboolean changes = FALSE;

  if (self->puts->len > 0)
    set_decisions (self);
  if (self->recipes != NULL)
    set_recipes (self);
  changes = !accord_snapshot_equal (session->now, self->next);
  accord_session_change (session, g_steal_pointer (&self->next), name, self->is_threshold);
  return changes;
}

/* A place in @document; an empty one at 0 is the document as a whole. */
void
accord_target_set (AccordStateTarget *target, AccordSessionDocument *document, AccordSpan span)
{
  g_free (target->document);
  target->document = g_strdup (accord_session_document_get_id (document));
  target->span = span;
}

/* Takes @value. */
void
accord_decision_take_value (AccordStateDecision *decision, JsonNode *value)
{
  g_clear_pointer (&decision->value, json_node_unref);
  decision->value = value;
}

void
accord_decision_set_string (AccordStateDecision *decision, const char *string)
{
  accord_decision_take_value (decision, json_node_init_string (json_node_alloc (), string));
}

/* @value: (nullable): none. */
void
accord_decision_set_named (AccordStateDecision *decision, const char *name, const char *value)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "name", name);
  if (value != NULL)
    json_object_set_string_member (object, "value", value);
  else
    json_object_set_null_member (object, "value");
  accord_decision_take_value (decision, json_node_init_object (json_node_alloc (), object));
}
