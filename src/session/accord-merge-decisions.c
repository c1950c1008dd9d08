/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The union of decisions. Those about one thing are found by a key that says what they
 * are about; the one that is there stays, the other becomes one of its alternatives. */
#include <string.h>

#include "session/accord-decision-kind-private.h"
#include "session/accord-merge-private.h"
#include "session/accord-session-state-private.h"

/* Decisions of the result, by id and by subject; their indices plus one. */
typedef struct
{
  AccordMergeSide *side;
  GPtrArray *decisions;
  GHashTable *by_id;
  GHashTable *by_subject;
} Union;

static void
append_target (GString *key, const AccordStateTarget *target)
{
  g_string_append_printf (
    key, "\n%s %d %u %u %s", target->document != NULL ? target->document : "", (int) target->anchor,
    target->span.start, target->span.end,
    target->anchor == ACCORD_ANCHOR_LOST && target->quote != NULL ? target->quote : "");
}

/* A link is the same from both sides. */
static gboolean
is_turned (const AccordStateDecision *decision)
{
  return decision->other.document != NULL &&
         g_strcmp0 (decision->target.document, decision->other.document) > 0;
}

/* What a decision is about, as accord_decision_same_subject() has it; NULL where it is about
 * itself alone. */
static char *
dup_subject (const AccordStateDecision *decision)
{
  AccordKind kind = 0;
  gboolean turned = is_turned (decision);
  const char *name = accord_decision_get_name (decision);
  GString *key = NULL;

  if (decision->verbatim != NULL || !accord_kind_from_name (decision->kind, &kind) ||
      kind == ACCORD_KIND_EDIT || kind == ACCORD_KIND_SOURCE)
    return NULL;
  key = g_string_new (kind == ACCORD_KIND_REJECT ? "accept" : decision->kind);
  append_target (key, turned ? &decision->other : &decision->target);
  append_target (key, turned ? &decision->target : &decision->other);
  g_string_append_printf (key, "\n%s\n%s", decision->principle != NULL ? decision->principle : "",
                          name != NULL ? name : "");
  if (kind == ACCORD_KIND_REVIEWED)
    g_string_append_printf (key, "\n%s", decision->coder != NULL ? decision->coder : "");
  return g_string_free (key, FALSE);
}

static gboolean
same_value (JsonNode *a, JsonNode *b)
{
  return a == NULL || b == NULL ? a == b : json_node_equal (a, b);
}

static gboolean
same_verdict (const AccordStateDecision *a, const AccordStateDecision *b)
{
  return g_str_equal (a->kind, b->kind) && a->removed == b->removed &&
         same_value (a->value, b->value);
}

static gboolean
same_content (const AccordStateDecision *a, const AccordStateDecision *b)
{
  return same_verdict (a, b) && g_strcmp0 (a->coder, b->coder) == 0 &&
         g_strcmp0 (a->time, b->time) == 0;
}

/**
 * accord_decision_dup_verdict:
 * @decision: a decision
 *
 * Returns: (transfer full): who decided what, as files have it, such as "nora: reject"
 */
char *
accord_decision_dup_verdict (const AccordStateDecision *decision)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) json = accord_json_writer_new (out);

  g_string_append_printf (out, "%s: %s%s", decision->coder != NULL ? decision->coder : "?",
                          decision->removed ? "took back " : "",
                          decision->kind != NULL ? decision->kind : "?");
  if (decision->value != NULL)
    {
      g_string_append_c (out, ' ');
      accord_json_node (json, decision->value);
    }
  return g_strdup (out->str);
}

static JsonNode *
string_or_null (const char *string)
{
  JsonNode *node = json_node_alloc ();

  return string != NULL ? json_node_init_string (node, string) : json_node_init_null (node);
}

/* Members in the order of files. */
static JsonObject *
alternative_new (const AccordStateDecision *decision)
{
  JsonObject *object = json_object_new ();

  json_object_set_member (object, "coder", string_or_null (decision->coder));
  json_object_set_string_member (object, "id", decision->id);
  json_object_set_string_member (object, "kind", decision->kind);
  json_object_set_boolean_member (object, "removed", decision->removed);
  json_object_set_member (object, "time", string_or_null (decision->time));
  json_object_set_member (object, "value",
                          decision->value != NULL ? json_node_copy (decision->value)
                                                  : json_node_init_null (json_node_alloc ()));
  return object;
}

static const char *
id_of (JsonNode *node)
{
  return json_object_get_string_member_with_default (json_node_get_object (node), "id", "");
}

static const char *
coder_of (JsonNode *node)
{
  JsonNode *coder = json_object_get_member (json_node_get_object (node), "coder");

  return coder != NULL && json_node_get_value_type (coder) == G_TYPE_STRING
           ? json_node_get_string (coder)
           : "";
}

/* By coder, then id, so that the order of merging does not matter here. */
static gint
compare_alternatives (gconstpointer a, gconstpointer b)
{
  JsonNode *x = *(JsonNode *const *) a, *y = *(JsonNode *const *) b;
  gint order = strcmp (coder_of (x), coder_of (y));

  return order != 0 ? order : strcmp (id_of (x), id_of (y));
}

static void
collect (GPtrArray *nodes, JsonNode *alternatives)
{
  JsonArray *array = alternatives != NULL ? json_node_get_array (alternatives) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (nodes, json_node_copy (json_array_get_element (array, i)));
}

/* Puts @loser, and what it prevailed over, under @winner, which nobody else has yet. */
static void
put_under (AccordStateDecision *winner, const AccordStateDecision *loser, gboolean with_itself)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  JsonArray *array = json_array_new ();

  collect (nodes, winner->alternatives);
  collect (nodes, loser->alternatives);
  if (with_itself)
    {
      JsonNode *node = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (node, alternative_new (loser));
      g_ptr_array_add (nodes, node);
    }
  g_ptr_array_sort (nodes, compare_alternatives);
  for (guint i = 0; i < nodes->len; i++)
    if (i == 0 || !json_node_equal (g_ptr_array_index (nodes, i), g_ptr_array_index (nodes, i - 1)))
      json_array_add_element (array, json_node_copy (g_ptr_array_index (nodes, i)));
  g_clear_pointer (&winner->alternatives, json_node_unref);
  if (json_array_get_length (array) > 0)
    winner->alternatives = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
}

static void
remember (Union *self, guint index)
{
  AccordStateDecision *decision = g_ptr_array_index (self->decisions, index);
  char *subject = dup_subject (decision);

  if (decision->id != NULL)
    g_hash_table_insert (self->by_id, g_strdup (decision->id), GUINT_TO_POINTER (index + 1));
  if (subject != NULL)
    g_hash_table_insert (self->by_subject, subject, GUINT_TO_POINTER (index + 1));
}

static void
replace (Union *self, guint index, AccordStateDecision *decision)
{
  accord_state_decision_unref (g_ptr_array_index (self->decisions, index));
  self->decisions->pdata[index] = decision;
}

static void
add_conflict (Union *self, const AccordStateDecision *winner, const AccordStateDecision *loser)
{
  AccordConflict *conflict =
    accord_merge_add_conflict (self->side, ACCORD_CONFLICT_DECISION, winner->target.document);

  conflict->what = g_strdup (winner->principle);
  conflict->ours = accord_decision_dup_verdict (winner);
  conflict->theirs = accord_decision_dup_verdict (loser);
  conflict->decision = g_strdup (winner->id);
  conflict->alternative = g_strdup (loser->id);
}

/* One decision that went on in two copies of a session: a coder's later word counts. */
static gboolean
is_newer (const AccordStateDecision *theirs, const AccordStateDecision *ours)
{
  return g_strcmp0 (theirs->id, ours->id) == 0 && g_strcmp0 (theirs->coder, ours->coder) == 0 &&
         g_strcmp0 (theirs->time, ours->time) > 0;
}

static gboolean
is_older (const AccordStateDecision *theirs, const AccordStateDecision *ours)
{
  return is_newer (ours, theirs);
}

/* What was taken back counts for nothing, unless both were, or it is a later word. */
static gboolean
prevails (const AccordStateDecision *theirs, const AccordStateDecision *ours)
{
  return is_newer (theirs, ours) || (ours->removed && !theirs->removed && !is_older (theirs, ours));
}

/* Takes @theirs. */
static void
meet (Union *self, guint index, AccordStateDecision *theirs)
{
  AccordStateDecision *ours = g_ptr_array_index (self->decisions, index);
  gboolean turn = prevails (theirs, ours);
  const AccordStateDecision *loser = turn ? ours : theirs;
  gboolean one_word = is_newer (theirs, ours) || is_older (theirs, ours);
  AccordStateDecision *winner = NULL;

  if (same_content (ours, theirs) && ours->alternatives == NULL && theirs->alternatives == NULL)
    {
      accord_state_decision_unref (theirs);
      return;
    }
  if (!one_word && !ours->removed && !theirs->removed && !same_verdict (ours, theirs))
    add_conflict (self, ours, theirs);
  winner = accord_state_decision_copy (turn ? theirs : ours);
  put_under (winner, loser, !one_word && !same_content (ours, theirs));
  replace (self, index, winner);
  accord_state_decision_unref (theirs);
  remember (self, index);
}

static AccordStateDocument *
document_of (AccordMergeSide *side, const char *id)
{
  return id != NULL ? g_hash_table_lookup (side->documents, id) : NULL;
}

static AccordStateDocument *
their_document (AccordMergeSide *side, const char *id)
{
  for (guint i = 0; i < side->from->documents->len; i++)
    {
      AccordStateDocument *document = g_ptr_array_index (side->from->documents, i);

      if (g_str_equal (document->id, id))
        return document;
    }
  return NULL;
}

static void
lose_place (AccordStateTarget *target, AccordText *from)
{
  target->anchor = ACCORD_ANCHOR_LOST;
  target->quote = accord_text_dup_span (from, target->span);
  target->before = accord_text_dup_span (from, accord_state_context_before (from, target->span));
  target->after = accord_text_dup_span (from, accord_state_context_after (from, target->span));
}

/* From their document to ours. Returns: FALSE where the place is not found in our text */
static gboolean
move_target (AccordMergeSide *side, AccordStateTarget *target)
{
  AccordStateDocument *ours = document_of (side, target->document);
  AccordStateDocument *theirs = ours != NULL ? their_document (side, target->document) : NULL;
  AccordText *from = NULL, *to = NULL;
  gboolean whole = target->span.end == 0;

  if (ours == NULL)
    return TRUE;
  from = accord_document_get_text (theirs->document);
  to = accord_document_get_text (ours->document);
  g_free (target->document);
  target->document = g_strdup (ours->id);
  if (target->anchor == ACCORD_ANCHOR_LOST || whole ||
      (accord_text_get_length (from) == accord_text_get_length (to) &&
       memcmp (accord_text_get_data (from), accord_text_get_data (to),
               accord_text_get_length (to)) == 0))
    return TRUE;
  g_clear_pointer (&target->quote, g_free);
  g_clear_pointer (&target->before, g_free);
  g_clear_pointer (&target->after, g_free);
  if (accord_merge_find_place (from, target->span, to, &target->span))
    return TRUE;
  lose_place (target, from);
  return FALSE;
}

/* What is not understood keeps all but the id of its document. */
static JsonNode *
move_verbatim (AccordMergeSide *side, JsonNode *verbatim)
{
  static const char *const TARGETS[] = { "target", "other" };
  JsonNode *moved = json_node_copy (verbatim);
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (verbatim));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (copy, name, json_node_copy (value));
  for (guint i = 0; i < G_N_ELEMENTS (TARGETS); i++)
    {
      JsonNode *node = json_object_has_member (copy, TARGETS[i])
                         ? json_object_get_member (copy, TARGETS[i])
                         : NULL;
      JsonObject *target = NULL;
      AccordStateDocument *ours = NULL;

      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        continue;
      ours = document_of (side, json_object_get_string_member_with_default (
                                  json_node_get_object (node), "document", NULL));
      if (ours == NULL)
        continue;
      target = json_object_new ();
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        json_object_set_member (target, name, json_node_copy (value));
      json_object_set_string_member (target, "document", ours->id);
      json_object_set_object_member (copy, TARGETS[i], target);
    }
  json_node_take_object (moved, copy);
  return moved;
}

static AccordStateDecision *
move (Union *self, const AccordStateDecision *from)
{
  AccordStateDecision *moved = accord_state_decision_copy (from);
  gboolean found = move_target (self->side, &moved->target);

  found = move_target (self->side, &moved->other) && found;
  if (from->verbatim != NULL)
    moved->verbatim = move_verbatim (self->side, from->verbatim);
  if (!found)
    {
      AccordConflict *conflict =
        accord_merge_add_conflict (self->side, ACCORD_CONFLICT_PLACE, moved->target.document);

      conflict->theirs = accord_decision_dup_verdict (moved);
      conflict->what =
        g_strdup (moved->target.quote != NULL ? moved->target.quote : moved->other.quote);
      conflict->decision = g_strdup (moved->id);
    }
  return moved;
}

/* Corrections of a text that is not ours say nothing of ours; a codebook that is not ours, too. */
static gboolean
is_about_their_own (Union *self, const AccordStateDecision *decision)
{
  AccordKind kind = 0;

  return accord_kind_from_name (decision->kind, &kind) &&
         (kind == ACCORD_KIND_EDIT || kind == ACCORD_KIND_SOURCE || kind == ACCORD_KIND_CODEBOOK ||
          kind == ACCORD_KIND_SETTING) &&
         (decision->target.document == NULL ||
          document_of (self->side, decision->target.document) != NULL);
}

static guint
find (Union *self, const AccordStateDecision *decision)
{
  g_autofree char *subject = dup_subject (decision);
  gpointer found = decision->id != NULL ? g_hash_table_lookup (self->by_id, decision->id) : NULL;

  if (found == NULL && subject != NULL)
    found = g_hash_table_lookup (self->by_subject, subject);
  return GPOINTER_TO_UINT (found);
}

static void
take (Union *self, const AccordStateDecision *from)
{
  AccordStateDecision *moved = move (self, from);
  guint found = find (self, moved);
  AccordKind kind = 0;

  if (found > 0 && moved->id != NULL && moved->verbatim == NULL &&
      accord_kind_from_name (moved->kind, &kind) &&
      ((AccordStateDecision *) g_ptr_array_index (self->decisions, found - 1))->id != NULL)
    meet (self, found - 1, moved);
  else if (found > 0 || is_about_their_own (self, from))
    accord_state_decision_unref (moved);
  else
    {
      g_ptr_array_add (self->decisions, moved);
      remember (self, self->decisions->len - 1);
      self->side->merge->n_added++;
    }
}

/* After accord_merge_documents(). */
void
accord_merge_decisions (AccordMergeSide *side)
{
  Union self = { side, side->merge->state->decisions, NULL, NULL };

  self.by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_subject = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self.decisions->len; i++)
    remember (&self, i);
  for (guint i = 0; i < side->from->decisions->len; i++)
    take (&self, g_ptr_array_index (side->from->decisions, i));
  g_hash_table_unref (self.by_id);
  g_hash_table_unref (self.by_subject);
}

static JsonNode *
find_alternative (const AccordStateDecision *decision, const char *id)
{
  JsonArray *array =
    decision->alternatives != NULL ? json_node_get_array (decision->alternatives) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_strcmp0 (id_of (json_array_get_element (array, i)), id) == 0)
      return json_array_get_element (array, i);
  return NULL;
}

static char *
dup_string (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

/* The alternative as a decision about the same thing as @about. */
static AccordStateDecision *
decision_of (JsonObject *object, const AccordStateDecision *about)
{
  AccordStateDecision *self = accord_state_decision_copy (about);
  JsonNode *value = json_object_get_member (object, "value");

  g_free (self->id);
  g_free (self->kind);
  g_free (self->coder);
  g_free (self->time);
  g_clear_pointer (&self->value, json_node_unref);
  self->id = dup_string (object, "id");
  self->kind = dup_string (object, "kind");
  self->coder = dup_string (object, "coder");
  self->time = dup_string (object, "time");
  self->removed = json_object_get_boolean_member_with_default (object, "removed", FALSE);
  if (value != NULL && !JSON_NODE_HOLDS_NULL (value))
    self->value = json_node_copy (value);
  return self;
}

static void
drop_alternative (AccordStateDecision *decision, const char *id)
{
  JsonArray *kept = json_array_new ();
  JsonArray *array = json_node_get_array (decision->alternatives);
  JsonNode *node = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_strcmp0 (id_of (json_array_get_element (array, i)), id) != 0)
      json_array_add_element (kept, json_node_copy (json_array_get_element (array, i)));
  node = json_node_init_array (json_node_alloc (), kept);
  json_array_unref (kept);
  json_node_unref (decision->alternatives);
  decision->alternatives = node;
}

/**
 * accord_merge_choose:
 * @self: a result
 * @conflict: one of its conflicts, about a decision
 *
 * Lets the side that lost prevail; the other becomes an alternative of it. To choose it again turns
 * it back.
 *
 * Returns: whether there was anything to choose
 */
gboolean
accord_merge_choose (AccordMerge *self, const AccordConflict *conflict)
{
  for (guint i = 0; i < self->state->decisions->len; i++)
    {
      AccordStateDecision *ours = g_ptr_array_index (self->state->decisions, i);
      const char *wanted = NULL;
      AccordStateDecision *chosen = NULL;
      JsonNode *node = NULL;

      if (conflict->alternative == NULL || ours->id == NULL)
        continue;
      if (g_strcmp0 (ours->id, conflict->decision) == 0)
        wanted = conflict->alternative;
      else if (g_strcmp0 (ours->id, conflict->alternative) == 0)
        wanted = conflict->decision;
      node = wanted != NULL ? find_alternative (ours, wanted) : NULL;
      if (node == NULL)
        continue;
      chosen = decision_of (json_node_get_object (node), ours);
      put_under (chosen, ours, TRUE);
      drop_alternative (chosen, wanted);
      self->state->decisions->pdata[i] = chosen;
      accord_state_decision_unref (ours);
      return TRUE;
    }
  return FALSE;
}
