/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is to act, of those whom a passage names: by the place of their names beside the
 * verbs that govern, and by the forms of these. */
#include "engine/accord-stance-reader-private.h"

/* The most tokens from "call on" to whom, and from a verb to a subject behind it. */
#define ADDRESSEE_REACH 6u
#define BEHIND_REACH 2u
#define THAT_REACH 4u

static gboolean
is_actor (const AccordMark *mark)
{
  return mark->kind >= ACCORD_RULE_STATE && mark->kind <= ACCORD_RULE_ALL;
}

static void
set_actor (const AccordStanceReader *self, guint i, AccordStanceResult *result)
{
  const AccordMark *mark = accord_stance_mark (self, i);

  result->actor = (AccordActor) (mark->kind - ACCORD_RULE_STATE) + ACCORD_ACTOR_STATE;
  result->actor_span = accord_stance_span (self, mark->first, mark->end);
}

/* Whether mark @i, somebody, can be a subject: "the rights of users" are not users. */
static gboolean
is_subject (const AccordStanceReader *self, guint i)
{
  const AccordMark *mark = accord_stance_mark (self, i);
  const AccordMark *before = i > 0 ? accord_stance_mark (self, i - 1) : NULL;
  const AccordMark *behind =
    i + 1 < self->clauses.marks->len ? accord_stance_mark (self, i + 1) : NULL;
  guint reach = self->clauses.is_han ? 0 : 1;

  if (before != NULL &&
      (before->kind == ACCORD_RULE_PREPOSITION || before->kind == ACCORD_RULE_BY) &&
      before->end + reach >= mark->first)
    return FALSE;
  return behind == NULL || behind->kind != ACCORD_RULE_POSSESSIVE || behind->first > mark->end;
}

/* The nearest subject that begins before @end, from @first on. */
static gboolean
find_subject (const AccordStanceReader *self, guint first, guint end, AccordStanceResult *result)
{
  for (guint i = self->clauses.marks->len; i-- > 0 && accord_stance_mark (self, i)->first >= first;)
    if (accord_stance_mark (self, i)->first < end && is_actor (accord_stance_mark (self, i)) &&
        is_subject (self, i))
      {
        set_actor (self, i, result);
        return TRUE;
      }
  return FALSE;
}

/* Somebody from token @first on, before @end; behind a word like "by" where @by is set. */
static gboolean
find_other (
  const AccordStanceReader *self, guint first, guint end, gboolean by, AccordStanceResult *result)
{
  for (guint i = 0; i < self->clauses.marks->len && accord_stance_mark (self, i)->first < end; i++)
    {
      const AccordMark *mark = accord_stance_mark (self, i);

      if (mark->first < first || !is_actor (mark))
        continue;
      if (by && (i == 0 || accord_stance_mark (self, i - 1)->kind != ACCORD_RULE_BY ||
                 accord_stance_mark (self, i - 1)->end + 1 < mark->first))
        continue;
      set_actor (self, i, result);
      return TRUE;
    }
  return FALSE;
}

/* Where the subject of a trigger at token @at may stand at the earliest in its clause: behind the
 * last punctuation mark, unless the trigger follows that at once, and behind a verb that notes:
 * "the board believes that privacy must …". */
static guint
subject_from (const AccordStanceReader *self, const AccordClause *clause, guint at)
{
  guint noted = clause->first;

  for (guint i = 0; i < self->clauses.triggers->len; i++)
    {
      const AccordTrigger *trigger = accord_stance_trigger (self, i);

      if (trigger->stance == ACCORD_STANCE_NOTE && trigger->first > clause->first &&
          trigger->end <= at)
        noted = trigger->end;
    }
  for (guint i = at; i > noted; i--)
    if (accord_stance_token (self, i)->flags & ACCORD_TOKEN_BREAK)
      return i + 1 >= at ? noted : i;
  return noted;
}

/* Whether words @at and behind it make a passive, whose subject does not act. */
static gboolean
is_passive (const AccordStanceReader *self, guint at)
{
  guint n = self->clauses.words->len;

  for (guint i = at; i < at + 2 && i + 1 < n; i++)
    if (accord_rules_has_form (self->rules, ACCORD_FORM_BE,
                               g_ptr_array_index (self->clauses.words, i)))
      for (guint k = i + 1; k < i + 3 && k < n; k++)
        if (accord_rules_has_form (self->rules, ACCORD_FORM_DONE,
                                   g_ptr_array_index (self->clauses.words, k)))
          return TRUE;
  return FALSE;
}

/* Who a verb calls upon, or whoever stands behind "that" or behind the verb itself. */
static gboolean
find_behind (const AccordStanceReader *self,
             const AccordStanceGroup *group,
             AccordStanceResult *result)
{
  const AccordTrigger *last = accord_stance_trigger (self, group->last);

  for (guint i = 0; i < self->clauses.marks->len; i++)
    if (accord_stance_mark (self, i)->kind == ACCORD_RULE_JOINT &&
        accord_stance_mark (self, i)->first == last->end &&
        find_other (self, last->end, last->end + THAT_REACH, FALSE, result))
      return TRUE;
  if (last->is_infinitive && last->opens)
    return FALSE;
  if (self->clauses.is_han)
    return last->favours && find_other (self, last->end, last->end + 1, FALSE, result);
  for (guint i = 0; i < self->clauses.marks->len; i++)
    {
      const AccordMark *mark = accord_stance_mark (self, i);

      if (mark->first < last->end || mark->first >= last->end + BEHIND_REACH || !is_actor (mark) ||
          !accord_rules_has_form (self->rules, ACCORD_FORM_BEHIND,
                                  g_ptr_array_index (self->clauses.words, mark->end - 1)))
        continue;
      set_actor (self, i, result);
      return TRUE;
    }
  return FALSE;
}

/* The body that speaks, where a verb says "we", or opens the passage without a subject. */
static gboolean
find_speaker (const AccordStanceReader *self, guint i, AccordStanceResult *result)
{
  const AccordTrigger *trigger = accord_stance_trigger (self, i);
  gboolean is_bare = self->clauses.has_bare && trigger->opens && !trigger->is_infinitive &&
                     !trigger->is_modal && !trigger->has_addressee && !trigger->refrains;

  if (trigger->says_we == G_MAXUINT && !is_bare)
    return FALSE;
  result->actor = ACCORD_ACTOR_ORGANISATION;
  result->actor_span = trigger->says_we != G_MAXUINT
                         ? accord_stance_span (self, trigger->says_we, trigger->says_we + 1)
                         : accord_stance_span (self, trigger->first, trigger->end);
  return TRUE;
}

static gboolean
is_pronoun_before (const AccordStanceReader *self, guint at)
{
  for (guint i = 0; i < self->clauses.marks->len && accord_stance_mark (self, i)->first < at; i++)
    if (accord_stance_mark (self, i)->kind == ACCORD_RULE_THEY &&
        accord_stance_mark (self, i)->end + 1 >= at)
      return TRUE;
  return FALSE;
}

/**
 * accord_stance_find_actor:
 * @self: a reader that has read a passage
 * @group: the triggers that govern a place in it
 * @result: (inout): whose actor is set where somebody is named
 *
 * Who is called upon, the subject before the verb, the body that says "we", whoever stands behind,
 * or the doer of a passive, in this order.
 */
void
accord_stance_find_actor (const AccordStanceReader *self,
                          const AccordStanceGroup *group,
                          AccordStanceResult *result)
{
  const AccordTrigger *first = accord_stance_trigger (self, group->first);
  const AccordTrigger *last = accord_stance_trigger (self, group->last);
  const AccordClause *clause = accord_stance_clause (self, group->clause);

  for (guint i = group->first; i <= group->last; i++)
    {
      guint end = accord_stance_trigger (self, i)->end;

      if (accord_stance_trigger (self, i)->has_addressee &&
          find_other (self, end, end + ADDRESSEE_REACH, FALSE, result))
        return;
    }
  if (last->is_modal && is_passive (self, last->end))
    {
      find_other (self, clause->first, clause->end, TRUE, result);
      return;
    }
  if (find_subject (self, subject_from (self, clause, first->first), first->end, result))
    return;
  for (guint i = group->first; i <= group->last; i++)
    if (accord_stance_trigger (self, i)->says_we != G_MAXUINT && find_speaker (self, i, result))
      return;
  if (find_behind (self, group, result) || find_speaker (self, group->first, result) ||
      find_other (self, clause->first, clause->end, TRUE, result))
    return;
  if (group->borrowed != ACCORD_NO_TRIGGER)
    {
      first = accord_stance_trigger (self, group->borrowed);
      if (find_speaker (self, group->borrowed, result))
        return;
    }
  if (group->clause > 0 &&
      (group->borrowed != ACCORD_NO_TRIGGER || first->first <= clause->first + 1 ||
       is_pronoun_before (self, first->first)))
    find_subject (self, accord_stance_clause (self, group->clause - 1)->first, first->end, result);
}
