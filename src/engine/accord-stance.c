/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the triggers of a passage the one that governs a place: the last before it in its
 * clause, with those it hangs on ("should encourage"), else the first behind it ("must be
 * protected"). A clause that begins with a verb borrows the duty of the one before it:
 * "shall respect and promote". Who is to act is the nearest subject before. */
#include "engine/accord-stance-private.h"

#include "engine/accord-language.h"
#include "engine/accord-stance-clauses-private.h"

/* A longer passage is read around the place only. */
#define WINDOW 4096u

/* The most tokens between triggers of one group, and from "call on" to whom. */
#define CHAIN_REACH 4u
#define ADDRESSEE_REACH 6u
#define VERB_FIRST_REACH 2u

#define NO_TRIGGER G_MAXUINT

struct _AccordStanceReader
{
  AccordRules *rules;
  AccordFolder *folder;
  AccordClauses clauses;
  const char *data;
  AccordSpan span;   /* the passage that was read */
  AccordSpan window; /* what of it was read */
};

/* Triggers first to last, both included, and one borrowed from the clause before. */
typedef struct
{
  guint first;
  guint last;
  guint borrowed; /* or NO_TRIGGER */
  guint clause;
} Group;

/**
 * accord_stance_reader_new:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): a reader for one thread
 */
AccordStanceReader *
accord_stance_reader_new (const char *language)
{
  AccordStanceReader *self = g_new0 (AccordStanceReader, 1);

  self->rules = accord_rules_new (language);
  self->folder = accord_folder_new (ACCORD_LANGUAGE_UNKNOWN);
  accord_clauses_init (&self->clauses, language);
  return self;
}

/**
 * accord_stance_reader_free:
 * @self: (transfer full): a reader
 */
void
accord_stance_reader_free (AccordStanceReader *self)
{
  accord_rules_free (self->rules);
  accord_folder_free (self->folder);
  accord_clauses_clear (&self->clauses);
  g_free (self);
}

static guint32
boundary (const char *data, guint32 at)
{
  while (((guchar) data[at] & 0xC0) == 0x80)
    at--;
  return at;
}

static AccordSpan
window_of (const char *data, AccordSpan span, AccordSpan near_span)
{
  AccordSpan window = span;

  if (accord_span_length (span) <= 2 * WINDOW)
    return span;
  if (near_span.start - span.start > WINDOW)
    window.start = boundary (data, near_span.start - WINDOW);
  if (span.end - near_span.start > WINDOW)
    window.end = boundary (data, near_span.start + WINDOW);
  return window;
}

/**
 * accord_stance_reader_read:
 * @self: a reader
 * @data: a text, which must outlive what is asked about it
 * @span: a passage of it
 * @near_span: a place in the passage
 *
 * Must come before a question about @near_span; reads only what was not read last.
 * Cost: linear in the passage, at most 8 KiB of it.
 */
void
accord_stance_reader_read (AccordStanceReader *self,
                           const char *data,
                           AccordSpan span,
                           AccordSpan near_span)
{
  AccordSpan window = window_of (data, span, near_span);

  if (self->data == data && self->window.start == window.start && self->window.end == window.end &&
      window.end > window.start)
    return;
  self->data = data;
  self->span = span;
  self->window = window;
  accord_clauses_read (&self->clauses, self->rules, self->folder, data, window);
}

static const AccordRawToken *
token_at (const AccordStanceReader *self, guint i)
{
  return &g_array_index (self->clauses.tokens, AccordRawToken, i);
}

static const AccordMark *
mark_at (const AccordStanceReader *self, guint i)
{
  return &g_array_index (self->clauses.marks, AccordMark, i);
}

static const AccordTrigger *
trigger_at (const AccordStanceReader *self, guint i)
{
  return &g_array_index (self->clauses.triggers, AccordTrigger, i);
}

static const AccordClause *
clause_at (const AccordStanceReader *self, guint i)
{
  return &g_array_index (self->clauses.clauses, AccordClause, i);
}

static AccordSpan
span_of (const AccordStanceReader *self, guint first, guint end)
{
  return (AccordSpan){ token_at (self, first)->span.start, token_at (self, end - 1)->span.end };
}

/* The first token that ends behind @byte; the number of tokens where there is none. */
static guint
token_behind (const AccordStanceReader *self, guint32 byte)
{
  guint low = 0, high = self->clauses.tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (token_at (self, middle)->span.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
clause_of (const AccordStanceReader *self, guint token)
{
  guint i = 0;

  while (i + 1 < self->clauses.clauses->len && clause_at (self, i)->end <= token)
    i++;
  return i;
}

static gboolean
is_near (const AccordStanceReader *self, guint a, guint b)
{
  return trigger_at (self, b)->first <= trigger_at (self, a)->end + CHAIN_REACH;
}

/* A verb with which its clause begins, behind a conjunction at most, shares the duty of the
 * clause before. */
static guint
borrow (const AccordStanceReader *self, guint clause, guint first)
{
  const AccordTrigger *trigger = trigger_at (self, first);

  if (clause == 0 || trigger->is_modal || trigger->stance == ACCORD_STANCE_NOTE ||
      trigger->first > clause_at (self, clause)->first + (self->clauses.is_han ? 0 : 1))
    return NO_TRIGGER;
  for (guint i = first; i-- > 0;)
    {
      const AccordTrigger *before = trigger_at (self, i);

      if (before->first < clause_at (self, clause - 1)->first)
        return NO_TRIGGER;
      if (before->is_modal)
        return accord_stance_polarity (before->stance) > 0 ? i : NO_TRIGGER;
    }
  return NO_TRIGGER;
}

/* The triggers that govern @place; FALSE where its clause has none. */
static gboolean
find_group (const AccordStanceReader *self, AccordSpan place, Group *group)
{
  guint n = self->clauses.triggers->len;
  guint first = 0, end = 0, last = NO_TRIGGER;

  group->clause = clause_of (self, token_behind (self, place.start));
  while (first < n && trigger_at (self, first)->first < clause_at (self, group->clause)->first)
    first++;
  end = first;
  while (end < n && trigger_at (self, end)->first < clause_at (self, group->clause)->end)
    {
      if (token_at (self, trigger_at (self, end)->first)->span.start < place.end)
        last = end;
      end++;
    }
  if (first == end)
    return FALSE;
  if (last == NO_TRIGGER ||
      (trigger_at (self, last)->stance == ACCORD_STANCE_NOTE && last + 1 < end))
    {
      group->first = group->last = last == NO_TRIGGER ? first : last + 1;
      while (group->last + 1 < end && is_near (self, group->last, group->last + 1))
        group->last++;
    }
  else
    {
      group->first = group->last = last;
      while (group->first > first && is_near (self, group->first - 1, group->first))
        group->first--;
    }
  group->borrowed = borrow (self, group->clause, group->first);
  return TRUE;
}

/* What two triggers say together, the first of which governs: "should encourage" recommends,
 * "call on them to commit" advocates, "must refrain from" prohibits, "will oppose" opposes. */
static AccordStance
join (AccordStance stance, const AccordTrigger *trigger)
{
  gboolean binds = stance == ACCORD_STANCE_OBLIGE || stance == ACCORD_STANCE_COMMIT;

  if (stance == ACCORD_STANCE_NOTE)
    return trigger->stance;
  if (accord_stance_polarity (stance) < 0 || accord_stance_polarity (trigger->stance) > 0)
    return stance;
  return binds && (trigger->refrains || trigger->stance == ACCORD_STANCE_PROHIBIT)
           ? ACCORD_STANCE_PROHIBIT
           : ACCORD_STANCE_OPPOSE;
}

static void
add_trigger (const AccordStanceReader *self, guint i, AccordStanceResult *result)
{
  const AccordTrigger *trigger = trigger_at (self, i);

  result->stance = join (result->stance, trigger);
  if (result->n_triggers < ACCORD_STANCE_MAX_TRIGGERS)
    result->triggers[result->n_triggers++] = span_of (self, trigger->first, trigger->end);
}

static gboolean
is_actor (const AccordMark *mark)
{
  return mark->kind >= ACCORD_RULE_STATE && mark->kind <= ACCORD_RULE_ALL;
}

static void
set_actor (const AccordStanceReader *self, guint i, AccordStanceResult *result)
{
  const AccordMark *mark = mark_at (self, i);

  result->actor = (AccordActor) (mark->kind - ACCORD_RULE_STATE) + ACCORD_ACTOR_STATE;
  result->actor_span = span_of (self, mark->first, mark->end);
}

/* Whether mark @i, somebody, can be a subject: "the rights of users" are not users. */
static gboolean
is_subject (const AccordStanceReader *self, guint i)
{
  const AccordMark *mark = mark_at (self, i);
  const AccordMark *before = i > 0 ? mark_at (self, i - 1) : NULL;
  const AccordMark *behind = i + 1 < self->clauses.marks->len ? mark_at (self, i + 1) : NULL;
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
  for (guint i = self->clauses.marks->len; i-- > 0 && mark_at (self, i)->first >= first;)
    if (mark_at (self, i)->first < end && is_actor (mark_at (self, i)) && is_subject (self, i))
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
  for (guint i = 0; i < self->clauses.marks->len && mark_at (self, i)->first < end; i++)
    {
      const AccordMark *mark = mark_at (self, i);

      if (mark->first < first || !is_actor (mark))
        continue;
      if (by && (i == 0 || mark_at (self, i - 1)->kind != ACCORD_RULE_BY ||
                 mark_at (self, i - 1)->end + 1 < mark->first))
        continue;
      set_actor (self, i, result);
      return TRUE;
    }
  return FALSE;
}

/* Where the subject of a trigger at token @at may stand at the earliest in its clause: behind the
 * last punctuation mark, unless the trigger follows that at once. */
static guint
subject_from (const AccordStanceReader *self, const AccordClause *clause, guint at)
{
  for (guint i = at; i > clause->first; i--)
    if (token_at (self, i)->flags & ACCORD_TOKEN_BREAK)
      return i + 1 >= at ? clause->first : i;
  return clause->first;
}

static void
find_actor (const AccordStanceReader *self, const Group *group, AccordStanceResult *result)
{
  const AccordTrigger *first = trigger_at (self, group->first);
  const AccordClause *clause = clause_at (self, group->clause);

  for (guint i = group->first; i <= group->last; i++)
    {
      guint end = trigger_at (self, i)->end;

      if (trigger_at (self, i)->has_addressee &&
          find_other (self, end, end + ADDRESSEE_REACH, FALSE, result))
        return;
    }
  if (find_subject (self, subject_from (self, clause, first->first), first->end, result))
    return;
  if (self->clauses.is_verb_first &&
      find_other (self, first->end, first->end + VERB_FIRST_REACH, FALSE, result))
    return;
  if (find_other (self, clause->first, clause->end, TRUE, result))
    return;
  if (group->borrowed != NO_TRIGGER)
    first = trigger_at (self, group->borrowed);
  if (group->clause > 0 && (group->borrowed != NO_TRIGGER || first->first <= clause->first + 1))
    find_subject (self, clause_at (self, group->clause - 1)->first, first->end, result);
}

/**
 * accord_stance_reader_find:
 * @self: a reader
 * @near_span: a place in the passage that was read
 * @result: (out caller-allocates): what is found
 *
 * As accord_stance_find().
 */
void
accord_stance_reader_find (AccordStanceReader *self,
                           AccordSpan near_span,
                           AccordStanceResult *result)
{
  Group group;

  *result = (AccordStanceResult){ .stance = ACCORD_STANCE_NOTE, .actor = ACCORD_ACTOR_NONE };
  result->actor_span = (AccordSpan){ near_span.start, near_span.start };
  if (!find_group (self, near_span, &group))
    return;
  if (group.borrowed != NO_TRIGGER)
    add_trigger (self, group.borrowed, result);
  for (guint i = group.first; i <= group.last; i++)
    add_trigger (self, i, result);
  find_actor (self, &group, result);
}

/**
 * accord_stance_reader_is_denied:
 * @self: a reader
 * @near_span: a place in the passage that was read
 *
 * Returns: whether the passage sets that place aside, as in "rather than @near_span"
 */
gboolean
accord_stance_reader_is_denied (AccordStanceReader *self, AccordSpan near_span)
{
  guint token = token_behind (self, near_span.start);
  guint reach = self->clauses.is_han ? 4 : 2;

  for (guint i = 0; i < self->clauses.marks->len && mark_at (self, i)->end <= token; i++)
    if (mark_at (self, i)->kind == ACCORD_RULE_DENIAL && mark_at (self, i)->end + reach >= token)
      return TRUE;
  return FALSE;
}

/**
 * accord_stance_find:
 * @data: a text
 * @span: a passage of it
 * @language: the passage's BCP 47 tag; rules are known for en, zh, fr, es, ru and ar
 * @near_span: the place in the passage whose stance is asked for
 * @result: (out caller-allocates): what is found
 *
 * Reads what the passage does with what it says at @near_span. Obliging are must, shall, 必须 and
 * the like; should, 应 and 应当 recommend; what may not be is prohibited, what should not be is
 * opposed, and what a body promises not to do it prohibits to itself. An analysis, which reads a
 * passage once, is faster.
 *
 * Cost: linear in the passage, of which at most 8 KiB around @near_span are read.
 */
void
accord_stance_find (const char *data,
                    AccordSpan span,
                    const char *language,
                    AccordSpan near_span,
                    AccordStanceResult *result)
{
  g_autoptr (AccordStanceReader) reader = accord_stance_reader_new (language);

  accord_stance_reader_read (reader, data, span, near_span);
  accord_stance_reader_find (reader, near_span, result);
}
