/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of decision needs, and when two decisions are about the same thing: then
 * the later one takes the place of the earlier. */
#include "session/accord-decision-kind-private.h"

#include <json-glib/json-glib.h>

static const AccordKindNeeds NEEDS[ACCORD_N_KINDS] = {
  { "accept", ACCORD_ALWAYS, FALSE, ACCORD_MAYBE, ACCORD_MAYBE, ACCORD_VALUE_NONE },
  { "reject", ACCORD_ALWAYS, FALSE, ACCORD_MAYBE, ACCORD_MAYBE, ACCORD_VALUE_NONE },
  { "code", ACCORD_ALWAYS, FALSE, ACCORD_NEVER, ACCORD_ALWAYS, ACCORD_VALUE_NONE },
  { "pair", ACCORD_ALWAYS, FALSE, ACCORD_ALWAYS, ACCORD_NEVER, ACCORD_VALUE_NONE },
  { "stance", ACCORD_ALWAYS, FALSE, ACCORD_NEVER, ACCORD_ALWAYS, ACCORD_VALUE_OBJECT },
  { "note", ACCORD_MAYBE, FALSE, ACCORD_MAYBE, ACCORD_MAYBE, ACCORD_VALUE_STRING },
  { "reviewed", ACCORD_ALWAYS, FALSE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_NONE },
  { "join", ACCORD_ALWAYS, FALSE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_NONE },
  { "split", ACCORD_ALWAYS, FALSE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_NONE },
  { "keep", ACCORD_ALWAYS, FALSE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_BOOLEAN },
  { "field", ACCORD_ALWAYS, TRUE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_NAMED },
  { "attribute", ACCORD_ALWAYS, TRUE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_NAMED },
  { "statement", ACCORD_ALWAYS, TRUE, ACCORD_ALWAYS, ACCORD_NEVER, ACCORD_VALUE_NONE },
  { "edit", ACCORD_ALWAYS, FALSE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_STRING },
  { "source", ACCORD_ALWAYS, TRUE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_OBJECT },
  { "codebook", ACCORD_NEVER, FALSE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_OBJECT },
  { "setting", ACCORD_NEVER, FALSE, ACCORD_NEVER, ACCORD_NEVER, ACCORD_VALUE_NAMED },
};

/**
 * accord_kind_needs:
 * @kind: a kind
 *
 * Returns: (transfer none): its name and what it needs
 */
const AccordKindNeeds *
accord_kind_needs (AccordKind kind)
{
  return &NEEDS[kind];
}

/**
 * accord_kind_from_name:
 * @name: (nullable): as files have it
 * @kind: (out): the kind
 *
 * Returns: whether it is known; @kind is set only then
 */
gboolean
accord_kind_from_name (const char *name, AccordKind *kind)
{
  for (guint i = 0; name != NULL && i < ACCORD_N_KINDS; i++)
    if (g_str_equal (NEEDS[i].name, name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

static const char *
string_member (const AccordStateDecision *decision, const char *member)
{
  JsonNode *node = decision->value != NULL && JSON_NODE_HOLDS_OBJECT (decision->value)
                     ? json_object_get_member (json_node_get_object (decision->value), member)
                     : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/**
 * accord_decision_get_name:
 * @decision: a decision
 *
 * Returns: (transfer none) (nullable): of a field, attribute or setting, which one
 */
const char *
accord_decision_get_name (const AccordStateDecision *decision)
{
  return string_member (decision, "name");
}

/**
 * accord_decision_get_named_value:
 * @decision: a decision
 *
 * Returns: (transfer none) (nullable): of a field or attribute, what it shall be; NULL for none
 */
const char *
accord_decision_get_named_value (const AccordStateDecision *decision)
{
  return string_member (decision, "value");
}

static gboolean
same_place (const AccordStateTarget *a, const AccordStateTarget *b)
{
  return a->anchor == b->anchor && a->span.start == b->span.start && a->span.end == b->span.end &&
         g_strcmp0 (a->document, b->document) == 0 && g_strcmp0 (a->quote, b->quote) == 0;
}

/* To accept and to reject is to decide the same question. */
static AccordKind
question_of (AccordKind kind)
{
  return kind == ACCORD_KIND_REJECT ? ACCORD_KIND_ACCEPT : kind;
}

/**
 * accord_decision_same_subject:
 * @a: a decision
 * @b: another
 *
 * A link is the same from both sides. What was reviewed is kept for each coder. Each edit of a text
 * and each new source stands for itself.
 *
 * Returns: whether they answer the same question about the same thing
 */
gboolean
accord_decision_same_subject (const AccordStateDecision *a, const AccordStateDecision *b)
{
  AccordKind kind_a = 0, kind_b = 0;

  if (!accord_kind_from_name (a->kind, &kind_a) || !accord_kind_from_name (b->kind, &kind_b) ||
      question_of (kind_a) != question_of (kind_b))
    return FALSE;
  if (kind_a == ACCORD_KIND_EDIT || kind_a == ACCORD_KIND_SOURCE ||
      g_strcmp0 (a->principle, b->principle) != 0 ||
      g_strcmp0 (accord_decision_get_name (a), accord_decision_get_name (b)) != 0 ||
      (kind_a == ACCORD_KIND_REVIEWED && g_strcmp0 (a->coder, b->coder) != 0))
    return FALSE;
  return (same_place (&a->target, &b->target) && same_place (&a->other, &b->other)) ||
         (a->other.document != NULL && b->other.document != NULL &&
          same_place (&a->target, &b->other) && same_place (&a->other, &b->target));
}
