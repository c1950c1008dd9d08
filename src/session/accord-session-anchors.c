/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions that lost their place: listed until a person gives them one, or takes them
 * back. */
#include <glib/gi18n-lib.h>

#include "session/accord-change-private.h"
#include "session/accord-session-texts.h"

static void
list_end (AccordSession *self,
          GArray *list,
          AccordStateDecision *decision,
          const AccordStateTarget *target,
          gboolean other)
{
  AccordUnanchored found = { NULL };

  if (target->document == NULL || target->anchor == ACCORD_ANCHOR_FIRM)
    return;
  found.id = decision->id;
  found.kind = decision->kind;
  found.quote = target->quote != NULL ? target->quote : "";
  found.other = other;
  found.document = accord_session_find_document (self, target->document);
  found.proposed = target->anchor == ACCORD_ANCHOR_PROPOSED;
  if (found.proposed)
    found.span = target->span;
  found.held = accord_state_decision_ref (decision);
  g_array_append_val (list, found);
}

static void
unanchored_clear (gpointer data)
{
  AccordUnanchored *self = data;

  accord_state_decision_unref (self->held);
}

/**
 * accord_session_list_unanchored:
 * @self: a session
 *
 * Returns: (transfer full) (element-type AccordUnanchored): each end of a decision that is not
 *   believed to be in its text
 */
GArray *
accord_session_list_unanchored (AccordSession *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (AccordUnanchored));

  g_return_val_if_fail (ACCORD_IS_SESSION (self), list);

  g_array_set_clear_func (list, unanchored_clear);
  for (guint i = 0; i < self->now->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->now->decisions, i);

      if (decision->removed || decision->id == NULL)
        continue;
      list_end (self, list, decision, &decision->target, FALSE);
      list_end (self, list, decision, &decision->other, TRUE);
    }
  return list;
}

/* Joins, splits and kept blocks work on the document when they are believed. */
static void
make_again (AccordChange *change, const AccordStateDecision *decision, guint i)
{
  AccordKind kind = 0;
  AccordRecipe *recipe = NULL;
  const AccordBlock *blocks = NULL;
  guint n = 0;

  if (!accord_kind_from_name (decision->kind, &kind) ||
      (kind != ACCORD_KIND_JOIN && kind != ACCORD_KIND_SPLIT && kind != ACCORD_KIND_KEEP))
    return;
  recipe = accord_change_get_recipe (change, i);
  blocks = accord_recipe_get_blocks (recipe, &n);
  for (guint k = 0; kind == ACCORD_KIND_KEEP && k < n; k++)
    if (blocks[k].span.start == decision->target.span.start &&
        blocks[k].span.end == decision->target.span.end)
      accord_recipe_set_kept (recipe, k, json_node_get_boolean (decision->value));
}

/**
 * accord_session_anchor:
 * @self: a session
 * @id: of a decision
 * @other: whether its other end is meant
 * @place: (nullable): where it belongs, in the same document; NULL: where it is proposed
 *
 * Gives a decision its place again.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_anchor (AccordSession *self,
                       const char *id,
                       gboolean other,
                       const AccordSelection *place)
{
  g_autoptr (AccordChange) change = NULL;
  AccordStateDecision *before = NULL, *after = NULL;
  AccordStateTarget *target = NULL;
  AccordSelection proposed = { NULL };
  g_autofree char *name = NULL;
  guint i = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  change = accord_change_new (self);
  before = accord_change_find_id (change, id);
  target = before == NULL ? NULL : other ? &before->other : &before->target;
  if (target == NULL || target->anchor == ACCORD_ANCHOR_FIRM ||
      (place == NULL && target->anchor != ACCORD_ANCHOR_PROPOSED))
    return FALSE;
  proposed =
    (AccordSelection){ accord_session_find_document (self, target->document), target->span };
  place = place != NULL ? place : &proposed;
  if (place->document != proposed.document || !accord_session_is_place (self, place) ||
      !accord_snapshot_find (self->now, place->document, &i))
    return FALSE;
  after = accord_state_decision_copy (before);
  target = other ? &after->other : &after->target;
  target->anchor = ACCORD_ANCHOR_FIRM;
  target->span = place->span;
  g_clear_pointer (&target->quote, g_free);
  g_clear_pointer (&target->before, g_free);
  g_clear_pointer (&target->after, g_free);
  accord_change_put (change, after);
  make_again (change, after, i);
  name = accord_session_dup_place_name (self, place);
  /* Translators: a decision that lost its place gets this one */
  return accord_change_finish (g_steal_pointer (&change),
                               g_strdup_printf (_ ("Confirm the Place %s"), name));
}
