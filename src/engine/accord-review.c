/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The snapshot of a person's decisions: a copy of them in the order in which they
 * were given, with their strings. Whether a place exists is for the findings to say. */
#include "engine/accord-review.h"

/* Invariant: every string of decisions belongs to strings. */
struct _AccordReview
{
  AccordDecision *decisions;
  guint n_decisions;
  GStringChunk *strings;
};

static const char *const KINDS[ACCORD_N_DECISION_KINDS] = { "accept", "reject", "code", "pair",
                                                            "stance" };

static void
review_clear (gpointer data)
{
  AccordReview *self = data;

  g_free (self->decisions);
  g_string_chunk_free (self->strings);
}

static const char *
keep (AccordReview *self, const char *string)
{
  return string != NULL ? g_string_chunk_insert_const (self->strings, string) : NULL;
}

/**
 * accord_review_new:
 * @decisions: (array length=n_decisions) (nullable): decisions, copied; of two about one finding
 *   the later one counts
 * @n_decisions: their number
 *
 * Returns: (transfer full): a review
 */
AccordReview *
accord_review_new (const AccordDecision *decisions, guint n_decisions)
{
  AccordReview *self = NULL;

  g_return_val_if_fail (decisions != NULL || n_decisions == 0, NULL);

  self = g_atomic_rc_box_new0 (AccordReview);
  self->strings = g_string_chunk_new (512);
  self->decisions = g_new (AccordDecision, MAX (n_decisions, 1));
  self->n_decisions = n_decisions;
  for (guint i = 0; i < n_decisions; i++)
    {
      self->decisions[i] = decisions[i];
      self->decisions[i].id = keep (self, decisions[i].id);
      self->decisions[i].principle = keep (self, decisions[i].principle);
    }
  return self;
}

/**
 * accord_review_ref:
 * @self: a review
 *
 * Returns: (transfer full): @self
 */
AccordReview *
accord_review_ref (AccordReview *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_review_unref:
 * @self: (transfer full): a review
 */
void
accord_review_unref (AccordReview *self)
{
  g_atomic_rc_box_release_full (self, review_clear);
}

/**
 * accord_review_get_decisions:
 * @self: a review
 * @n_decisions: (out): their number
 *
 * Returns: (transfer none) (array length=n_decisions): the decisions in order
 */
const AccordDecision *
accord_review_get_decisions (const AccordReview *self, guint *n_decisions)
{
  *n_decisions = self->n_decisions;
  return self->decisions;
}

/**
 * accord_decision_kind_name:
 * @kind: a kind of decision
 *
 * Returns: (transfer none) (nullable): its name in files; NULL for a number that is no kind
 */
const char *
accord_decision_kind_name (AccordDecisionKind kind)
{
  return (guint) kind < ACCORD_N_DECISION_KINDS ? KINDS[kind] : NULL;
}

/**
 * accord_decision_kind_from_name:
 * @name: (nullable): a name as files have it
 * @kind: (out): the kind
 *
 * Returns: whether @name is the name of a kind; @kind is set only then
 */
gboolean
accord_decision_kind_from_name (const char *name, AccordDecisionKind *kind)
{
  for (guint i = 0; name != NULL && i < ACCORD_N_DECISION_KINDS; i++)
    if (g_str_equal (KINDS[i], name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}
