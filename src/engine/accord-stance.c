/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the triggers of a passage the one that governs a place: the last before it in its
 * clause, with those it hangs on ("should encourage"), else the first behind it ("must be
 * protected"). A clause that begins with a verb borrows the duty of the one before it:
 * "shall respect and promote". Who is to act is the nearest subject before. */
#include "engine/accord-stance-private.h"

#include "engine/accord-language.h"
#include "engine/accord-stance-reader-private.h"

/* A longer passage is read around the place only. */
#define WINDOW 4096u

/* The most tokens between triggers of one group. */
#define CHAIN_REACH 4u

/* The most tokens between what does harm and what is harmed. */
#define HARM_REACH 6u
#define HARM_REACH_HAN 6u

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
  self->language = g_strdup (language);
  self->folder = accord_folder_new (ACCORD_LANGUAGE_UNKNOWN);
  accord_clauses_init (&self->clauses, language);
  self->clauses.has_bare = accord_rules_has_form (self->rules, ACCORD_FORM_BARE, "");
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
  g_clear_pointer (&self->harms, accord_rules_free);
  g_free (self->language);
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

/* The first token that ends behind @byte; the number of tokens where there is none. */
static guint
token_behind (const AccordStanceReader *self, guint32 byte)
{
  guint low = 0, high = self->clauses.tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (accord_stance_token (self, middle)->span.end <= byte)
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

  while (i + 1 < self->clauses.clauses->len && accord_stance_clause (self, i)->end <= token)
    i++;
  return i;
}

static gboolean
is_near (const AccordStanceReader *self, guint a, guint b)
{
  return accord_stance_trigger (self, b)->first <=
         accord_stance_trigger (self, a)->end + CHAIN_REACH;
}

/* A verb with which its clause begins, behind a conjunction at most, shares the duty of the
 * clause before. */
static guint
borrow (const AccordStanceReader *self, guint clause, guint first)
{
  const AccordTrigger *trigger = accord_stance_trigger (self, first);

  if (clause == 0 || trigger->is_modal || trigger->stance == ACCORD_STANCE_NOTE ||
      trigger->first > accord_stance_clause (self, clause)->first + (self->clauses.is_han ? 0 : 2))
    return ACCORD_NO_TRIGGER;
  for (guint i = first; i-- > 0;)
    {
      const AccordTrigger *before = accord_stance_trigger (self, i);

      if (before->first < accord_stance_clause (self, clause - 1)->first)
        return ACCORD_NO_TRIGGER;
      if (before->is_modal)
        return accord_stance_polarity (before->stance) > 0 ? i : ACCORD_NO_TRIGGER;
    }
  return ACCORD_NO_TRIGGER;
}

/* The triggers that govern @place; FALSE where its clause has none. */
static gboolean
find_group (const AccordStanceReader *self, AccordSpan place, AccordStanceGroup *group)
{
  guint n = self->clauses.triggers->len;
  guint first = 0, end = 0, last = ACCORD_NO_TRIGGER;

  group->clause = clause_of (self, token_behind (self, place.start));
  while (first < n && accord_stance_trigger (self, first)->first <
                        accord_stance_clause (self, group->clause)->first)
    first++;
  end = first;
  while (end < n &&
         accord_stance_trigger (self, end)->first < accord_stance_clause (self, group->clause)->end)
    {
      if (accord_stance_token (self, accord_stance_trigger (self, end)->first)->span.start <
          (last == ACCORD_NO_TRIGGER ? place.end : place.start))
        last = end;
      end++;
    }
  if (first == end)
    return FALSE;
  if (last != ACCORD_NO_TRIGGER && last + 1 < end && accord_stance_trigger (self, last)->opens &&
      accord_stance_trigger (self, last)->is_infinitive &&
      accord_stance_trigger (self, last + 1)->is_modal)
    last++; /* what begins is a subject: "protéger … incombe à tous" */
  if (last == ACCORD_NO_TRIGGER ||
      (accord_stance_trigger (self, last)->stance == ACCORD_STANCE_NOTE && last + 1 < end))
    {
      group->first = group->last = last == ACCORD_NO_TRIGGER ? first : last + 1;
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
  const AccordTrigger *trigger = accord_stance_trigger (self, i);

  result->stance = join (result->stance, trigger);
  if (result->n_triggers < ACCORD_STANCE_MAX_TRIGGERS)
    result->triggers[result->n_triggers++] =
      accord_stance_span (self, trigger->first, trigger->end);
}

/* Whether others are said to say what stands at @place. */
static gboolean
find_report (const AccordStanceReader *self, AccordSpan place, AccordStanceResult *result)
{
  guint token = token_behind (self, place.start);
  const AccordMark *report = NULL;

  for (guint i = 0; i < self->clauses.marks->len && accord_stance_mark (self, i)->end <= token; i++)
    if (accord_stance_mark (self, i)->kind == ACCORD_RULE_REPORT)
      report = accord_stance_mark (self, i);
    else if (accord_stance_mark (self, i)->kind == ACCORD_RULE_BUT)
      report = NULL;
  if (report == NULL)
    return FALSE;
  result->actor = ACCORD_ACTOR_PEOPLE;
  result->actor_span = result->triggers[0] = accord_stance_span (self, report->first, report->end);
  result->n_triggers = 1;
  return TRUE;
}

static gboolean
match_harm (const AccordStanceReader *self, guint at, guint end, AccordRuleKind want, guint *taken)
{
  AccordRuleKind kind = ACCORD_RULE_IGNORE;

  *taken = at < end ? accord_rules_match (self->harms,
                                          (const char *const *) self->clauses.words->pdata + at,
                                          end - at, FALSE, &kind)
                    : 0;
  return *taken > 0 && kind == want;
}

/* Whether what stands right before @place, or right behind it, does harm to it. */
static gboolean
is_harmed (AccordStanceReader *self, AccordSpan place)
{
  guint token = token_behind (self, place.start), end = token_behind (self, place.end - 1) + 1;
  guint reach = self->clauses.is_han ? HARM_REACH_HAN : HARM_REACH, taken = 0;

  if (self->harms == NULL)
    self->harms = accord_rules_new_harms (self->language);
  for (guint i = token; i > 0 && i + reach > token; i--)
    {
      if (i < self->clauses.tokens->len &&
          accord_stance_token (self, i)->flags & ACCORD_TOKEN_BREAK)
        break;
      if (match_harm (self, i - 1, token, ACCORD_RULE_HARM, &taken))
        return TRUE;
    }
  return match_harm (self, end, MIN (end + 3, self->clauses.words->len), ACCORD_RULE_HARMED,
                     &taken);
}

/* Whether the verb of favour that governs has @place as its object, at most one word between. */
static gboolean
is_favoured (const AccordStanceReader *self, const AccordStanceGroup *group, AccordSpan place)
{
  const AccordTrigger *last = accord_stance_trigger (self, group->last);
  guint token = token_behind (self, place.start);

  if (!last->favours || last->end > token || last->end + 1 < token)
    return FALSE;
  return last->end == token ||
         (!self->clauses.is_han &&
          !g_str_has_prefix (g_ptr_array_index (self->clauses.words, last->end), "anti"));
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
  AccordStanceGroup group;

  *result = (AccordStanceResult){ .stance = ACCORD_STANCE_NOTE, .actor = ACCORD_ACTOR_NONE };
  result->actor_span = (AccordSpan){ near_span.start, near_span.start };
  if (find_report (self, near_span, result) || !find_group (self, near_span, &group))
    return;
  if (group.borrowed != ACCORD_NO_TRIGGER)
    add_trigger (self, group.borrowed, result);
  for (guint i = group.first; i <= group.last; i++)
    add_trigger (self, i, result);
  accord_stance_find_actor (self, &group, result);
  if (accord_stance_polarity (result->stance) < 0)
    result->is_harmed = is_harmed (self, near_span);
  result->is_favoured = is_favoured (self, &group, near_span);
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

  for (guint i = 0; i < self->clauses.marks->len && accord_stance_mark (self, i)->end <= token; i++)
    if (accord_stance_mark (self, i)->kind == ACCORD_RULE_DENIAL &&
        accord_stance_mark (self, i)->end + reach >= token)
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

/**
 * accord_stance_result_polarity:
 * @self: what was found at a place
 * @against: whether the words there speak of what their principle is against (discrimination, where
 * the principle is fairness)
 *
 * To forbid or oppose the opposite of a principle, or harm to it, is to be for it: "must not
 * discriminate", "no theft of personal data". A duty about the opposite (to prevent, to assess, to
 * report it) is for the principle as well; only who favours it as such ("we support monopolies")
 * is not.
 *
 * Returns: -1 or 1: against the principle, or for it
 */
gint
accord_stance_result_polarity (const AccordStanceResult *self, gboolean against)
{
  if (accord_stance_polarity (self->stance) < 0)
    return against || self->is_harmed ? 1 : -1;
  return against && self->is_favoured && self->stance == ACCORD_STANCE_ADVOCATE ? -1 : 1;
}
