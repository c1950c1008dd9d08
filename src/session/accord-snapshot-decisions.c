/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions of a snapshot: a sorted array that is never changed, but made anew. A step
 * of undo holds what differs alone, so that its cost is that of the gesture. */
#include "session/accord-snapshot-private.h"

#include "session/accord-decision-kind-private.h"

static GPtrArray *
decisions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_state_decision_unref);
}

/**
 * accord_snapshot_diff:
 * @from: a snapshot
 * @to: another
 * @dropped: (element-type AccordStateDecision): gets, borrowed and sorted, those of @from that are
 *   not in @to
 * @put: (element-type AccordStateDecision): gets those of @to that are not in @from
 *
 * Cost: linear.
 */
void
accord_snapshot_diff (const AccordSnapshot *from,
                      const AccordSnapshot *to,
                      GPtrArray *dropped,
                      GPtrArray *put)
{
  guint i = 0, j = 0;

  if (from->decisions == to->decisions)
    return;
  while (i < from->decisions->len || j < to->decisions->len)
    {
      AccordStateDecision *a =
        i < from->decisions->len ? g_ptr_array_index (from->decisions, i) : NULL;
      AccordStateDecision *b = j < to->decisions->len ? g_ptr_array_index (to->decisions, j) : NULL;
      gint order = a == NULL   ? 1
                   : b == NULL ? -1
                   : a == b    ? 0
                               : accord_state_decision_compare (a, b);

      if (order <= 0 && a != b)
        g_ptr_array_add (dropped, a);
      if (order >= 0 && a != b)
        g_ptr_array_add (put, b);
      i += order <= 0;
      j += order >= 0;
    }
}

/**
 * accord_decisions_replace:
 * @decisions: (element-type AccordStateDecision): sorted
 * @dropped: (element-type AccordStateDecision): some of them, sorted
 * @put: (element-type AccordStateDecision): others, sorted
 *
 * Cost: linear.
 *
 * Returns: (transfer full): @decisions without @dropped and with @put
 */
GPtrArray *
accord_decisions_replace (GPtrArray *decisions, GPtrArray *dropped, GPtrArray *put)
{
  GPtrArray *all = NULL;
  guint gone = 0, j = 0;

  if (dropped->len == 0 && put->len == 0)
    return g_ptr_array_ref (decisions);
  all = decisions_new ();
  for (guint i = 0; i < decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (decisions, i);

      if (gone < dropped->len && dropped->pdata[gone] == decision)
        {
          gone++;
          continue;
        }
      for (; j < put->len && accord_state_decision_compare (put->pdata[j], decision) <= 0; j++)
        g_ptr_array_add (all, accord_state_decision_ref (put->pdata[j]));
      g_ptr_array_add (all, accord_state_decision_ref (decision));
    }
  for (; j < put->len; j++)
    g_ptr_array_add (all, accord_state_decision_ref (put->pdata[j]));
  return all;
}

static gboolean
is_about (const AccordStateDecision *decision, const char *id)
{
  return g_strcmp0 (decision->target.document, id) == 0 ||
         g_strcmp0 (decision->other.document, id) == 0;
}

/* Forgets what was decided about the document @id. */
void
accord_snapshot_drop_decisions (AccordSnapshot *self, const char *id)
{
  GPtrArray *decisions = decisions_new ();

  for (guint i = 0; i < self->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->decisions, i);

      if (!is_about (decision, id))
        g_ptr_array_add (decisions, accord_state_decision_ref (decision));
    }
  g_ptr_array_unref (self->decisions);
  self->decisions = decisions;
}

/* The first decision that does not come before the place of @target. */
static guint
lower_bound (GPtrArray *decisions, const AccordStateTarget *target)
{
  AccordStateDecision key = { .id = (char *) "", .target = *target };
  guint low = 0, high = decisions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (accord_state_decision_compare (g_ptr_array_index (decisions, middle), &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* One about the same thing as @decision, whose target begins where @target does. */
static AccordStateDecision *
find_at (GPtrArray *decisions, const AccordStateTarget *target, const AccordStateDecision *decision)
{
  for (guint i = lower_bound (decisions, target); i < decisions->len; i++)
    {
      AccordStateDecision *other = g_ptr_array_index (decisions, i);

      if (other->target.span.start != target->span.start ||
          g_strcmp0 (other->target.document, target->document) != 0)
        break;
      if (accord_decision_same_subject (other, decision))
        return other;
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): the decision about the same thing as @decision, taken back
 *   or not. Cost: that of a binary search. */
AccordStateDecision *
accord_snapshot_find_subject (const AccordSnapshot *self, const AccordStateDecision *decision)
{
  AccordStateDecision *found = find_at (self->decisions, &decision->target, decision);

  if (found == NULL && decision->other.document != NULL)
    found = find_at (self->decisions, &decision->other, decision);
  return found;
}
