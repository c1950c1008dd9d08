/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions mapped through an edit of a text. One whose words are all gone is kept with its
 * quotation, as lost; one of an unknown kind is moved too, in the object it came as. */
#include <string.h>

#include "session/accord-session-state-private.h"
#include "session/accord-snapshot-private.h"

/* An edit of a text. */
typedef struct
{
  AccordText *before;
  AccordSpan edit;
  guint32 length;
} Edit;

/* Gives @target, which lies in @text, what names it when it is not there any more. */
void
accord_target_quote (AccordStateTarget *target, AccordText *text)
{
  if (target->quote != NULL)
    return;
  target->quote = accord_text_dup_span (text, target->span);
  target->before = accord_text_dup_span (text, accord_state_context_before (text, target->span));
  target->after = accord_text_dup_span (text, accord_state_context_after (text, target->span));
}

/* An empty place at 0 is the document as a whole. */
static gboolean
edit_cb (AccordStateTarget *target, gpointer data)
{
  const Edit *edit = data;
  AccordSpan mapped = accord_edit_map (target->span, edit->edit, edit->length);

  if (target->anchor == ACCORD_ANCHOR_LOST || target->span.end == 0 ||
      (mapped.start == target->span.start && mapped.end == target->span.end))
    return FALSE;
  if (accord_span_length (target->span) > 0 && accord_span_length (mapped) == 0)
    {
      accord_target_quote (target, edit->before);
      target->anchor = ACCORD_ANCHOR_LOST;
    }
  else
    target->span = mapped;
  return TRUE;
}

static JsonObject *
dup_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    json_object_set_member (copy, key, json_node_copy (node));
  return copy;
}

/* The target of an object that is kept as it came: quotation and context are dropped, which a
 * reader need not have. */
static void
move_verbatim (JsonObject *object, const char *name, const AccordStateTarget *target)
{
  JsonNode *member = json_object_get_member (object, name);
  JsonObject *place = NULL;

  if (member == NULL || !JSON_NODE_HOLDS_OBJECT (member))
    return;
  place = dup_object (json_node_get_object (member));
  json_object_set_object_member (object, name, place);
  if (target->anchor != ACCORD_ANCHOR_FIRM)
    json_object_set_string_member (place, "anchor", accord_anchor_name (target->anchor));
  if (target->anchor == ACCORD_ANCHOR_LOST)
    return;
  json_object_set_int_member (place, "start", target->span.start);
  json_object_set_int_member (place, "end", target->span.end);
  json_object_remove_member (place, "quote");
  json_object_remove_member (place, "before");
  json_object_remove_member (place, "after");
}

/* Returns: (transfer full) (nullable): @decision with its places in the document @id moved; NULL
 *   where none moves. */
static AccordStateDecision *
moved (const AccordStateDecision *decision, const char *id, AccordMoveFunc move, gpointer data)
{
  g_autoptr (AccordStateDecision) copy = NULL;
  gboolean target = FALSE, other = FALSE;
  JsonObject *object = NULL;

  if (g_strcmp0 (decision->target.document, id) != 0 &&
      g_strcmp0 (decision->other.document, id) != 0)
    return NULL;
  copy = accord_state_decision_copy (decision);
  target = g_strcmp0 (copy->target.document, id) == 0 && move (&copy->target, data);
  other = g_strcmp0 (copy->other.document, id) == 0 && move (&copy->other, data);
  if (!target && !other)
    return NULL;
  if (decision->verbatim == NULL)
    return g_steal_pointer (&copy);
  object = dup_object (json_node_get_object (decision->verbatim));
  if (target)
    move_verbatim (object, "target", &copy->target);
  if (other)
    move_verbatim (object, "other", &copy->other);
  copy->verbatim = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  return g_steal_pointer (&copy);
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  return accord_state_decision_compare (*(AccordStateDecision *const *) a,
                                        *(AccordStateDecision *const *) b);
}

/**
 * accord_snapshot_move_targets:
 * @self: a snapshot that may be changed
 * @id: of a document
 * @move: called with each place in it; changes it and returns TRUE, or returns FALSE
 * @data: for @move
 *
 * Coder and time stay: nobody decided anew. Cost: linear, and a sort of what moves.
 */
void
accord_snapshot_move_targets (AccordSnapshot *self,
                              const char *id,
                              AccordMoveFunc move,
                              gpointer data)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new ();
  g_autoptr (GPtrArray) put =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_state_decision_unref);
  GPtrArray *all = NULL;

  for (guint i = 0; i < self->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->decisions, i);
      AccordStateDecision *after = moved (decision, id, move, data);

      if (after == NULL)
        continue;
      g_ptr_array_add (dropped, decision);
      g_ptr_array_add (put, after);
    }
  g_ptr_array_sort (put, compare_cb);
  all = accord_decisions_replace (self->decisions, dropped, put);
  g_ptr_array_unref (self->decisions);
  self->decisions = all;
}

/**
 * accord_snapshot_map_decisions:
 * @self: a snapshot that may be changed
 * @id: of a document
 * @before: its text before the edit
 * @edit: what is replaced
 * @length: of what replaces it, in bytes
 *
 * Maps the places in it through an edit.
 */
void
accord_snapshot_map_decisions (
  AccordSnapshot *self, const char *id, AccordText *before, AccordSpan edit, guint32 length)
{
  Edit how = { before, edit, length };

  accord_snapshot_move_targets (self, id, edit_cb, &how);
}
