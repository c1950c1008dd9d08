/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a passage into marks, triggers and clauses. A punctuation mark or a
 * conjunction parts two clauses only where both have a trigger: "privacy, safety and
 * fairness must be protected" is one. */
#include "engine/accord-stance-clauses-private.h"

#include "engine/accord-fold-private.h"
#include "engine/accord-language.h"

/* The most tokens between somebody who can act and his "will". */
#define WILL_REACH 4u

void
accord_clauses_init (AccordClauses *self, const char *language)
{
  *self = (AccordClauses){ .is_han = accord_language_is_han (language) };
  self->proclitics = accord_language_matches (language, "ar") ? "و" : NULL;
  self->spelling = g_string_new (NULL);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (AccordRawToken));
  self->words = g_ptr_array_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (AccordMark));
  self->triggers = g_array_new (FALSE, FALSE, sizeof (AccordTrigger));
  self->clauses = g_array_new (FALSE, FALSE, sizeof (AccordClause));
}

void
accord_clauses_clear (AccordClauses *self)
{
  g_string_free (self->spelling, TRUE);
  g_array_unref (self->tokens);
  g_ptr_array_unref (self->words);
  g_array_unref (self->marks);
  g_array_unref (self->triggers);
  g_array_unref (self->clauses);
}

static void
cut_words (AccordClauses *self, AccordFolder *folder, const char *data, AccordSpan span)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  AccordTokeniser tokeniser;
  AccordRawToken raw;

  g_string_truncate (self->spelling, 0);
  g_array_set_size (self->tokens, 0);
  g_ptr_array_set_size (self->words, 0);
  accord_tokeniser_init (&tokeniser, data, span, "und");
  while (accord_tokeniser_next (&tokeniser, &raw))
    {
      gsize offset = self->spelling->len;

      accord_folder_fold (folder, data + raw.span.start, accord_span_length (raw.span), word);
      if (word->len == 0)
        continue;
      g_array_append_val (self->tokens, raw);
      g_array_append_val (offsets, offset);
      g_string_append_len (self->spelling, word->str, (gssize) word->len + 1);
    }
  for (guint i = 0; i < offsets->len; i++)
    g_ptr_array_add (self->words, self->spelling->str + g_array_index (offsets, gsize, i));
}

static gboolean
is_actor (AccordRuleKind kind)
{
  return kind >= ACCORD_RULE_STATE && kind <= ACCORD_RULE_ALL;
}

/* Whether nothing but numbers stands before token @at. */
static gboolean
is_opening (const AccordClauses *self, guint at)
{
  for (guint i = 0; i < at; i++)
    if (!(g_array_index (self->tokens, AccordRawToken, i).flags & ACCORD_TOKEN_NUMBER))
      return FALSE;
  return TRUE;
}

static guint
match_at (
  const AccordClauses *self, const AccordRules *rules, guint at, guint end, AccordMark *mark)
{
  guint n = accord_rules_match (rules, (const char *const *) self->words->pdata + at, end - at,
                                is_opening (self, at), &mark->kind);

  mark->first = at;
  mark->end = at + n;
  return n;
}

/* Who is named within a phrase: "على الدول أن", "we commit". */
static void
mark_within (AccordClauses *self, const AccordRules *rules, AccordMark outer)
{
  for (guint i = outer.first; i + 1 < outer.end; i++)
    {
      AccordMark mark;

      if (match_at (self, rules, i, outer.end - 1, &mark) > 0 && is_actor (mark.kind))
        {
          g_array_append_val (self->marks, mark);
          return;
        }
    }
}

static void
find_marks (AccordClauses *self, const AccordRules *rules)
{
  guint n = 0;

  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < self->words->len; i += MAX (n, 1))
    {
      AccordMark mark;

      n = match_at (self, rules, i, self->words->len, &mark);
      if (n == 0 || mark.kind == ACCORD_RULE_IGNORE)
        continue;
      g_array_append_val (self->marks, mark);
      if (n > 1 && !is_actor (mark.kind))
        mark_within (self, rules, mark);
    }
}

static const AccordMark *
mark_at (const AccordClauses *self, guint i)
{
  return &g_array_index (self->marks, AccordMark, i);
}

/* The negation that belongs to mark @i, which may stand a word before it, or NULL. */
static const AccordMark *
negation_of (const AccordClauses *self, guint i)
{
  const AccordMark *mark = mark_at (self, i);
  const AccordMark *before = i > 0 ? mark_at (self, i - 1) : NULL;
  const AccordMark *behind = i + 1 < self->marks->len ? mark_at (self, i + 1) : NULL;
  guint reach = self->is_han ? 0 : 1;

  if (before != NULL && before->kind == ACCORD_RULE_NOT && before->end + reach >= mark->first)
    return before;
  if (mark->kind == ACCORD_RULE_WILL && behind != NULL && behind->kind == ACCORD_RULE_NOT &&
      behind->first == mark->end)
    return behind;
  return NULL;
}

static gboolean
has_actor_before (const AccordClauses *self, guint i)
{
  const AccordMark *mark = mark_at (self, i);

  for (guint b = i; b-- > 0 && mark_at (self, b)->first + WILL_REACH >= mark->first;)
    if (is_actor (mark_at (self, b)->kind))
      return TRUE;
  return FALSE;
}

/* Whether a demand may stand at token @at: where the passage begins, in Chinese behind a comma
 * too. */
static gboolean
may_demand (const AccordClauses *self, guint at)
{
  return is_opening (self, at) ||
         (self->is_han &&
          (g_array_index (self->tokens, AccordRawToken, at).flags & ACCORD_TOKEN_BREAK) != 0);
}

/* The stance of mark @i as it stands there; FALSE where it has none. */
static gboolean
stance_of (const AccordClauses *self, guint i, gboolean negated, AccordStance *stance)
{
  switch (mark_at (self, i)->kind)
    {
    case ACCORD_RULE_OBLIGE:
    case ACCORD_RULE_FALLS:
      *stance = negated ? ACCORD_STANCE_PROHIBIT : ACCORD_STANCE_OBLIGE;
      return TRUE;
    case ACCORD_RULE_PROHIBIT:
      *stance = ACCORD_STANCE_PROHIBIT;
      return !negated;
    case ACCORD_RULE_COMMIT:
      *stance = negated ? ACCORD_STANCE_OPPOSE : ACCORD_STANCE_COMMIT;
      return TRUE;
    case ACCORD_RULE_WILL:
      *stance = negated ? ACCORD_STANCE_PROHIBIT : ACCORD_STANCE_COMMIT;
      return has_actor_before (self, i);
    case ACCORD_RULE_RECOMMEND:
    case ACCORD_RULE_ENCOURAGE:
      *stance = negated ? ACCORD_STANCE_OPPOSE : ACCORD_STANCE_RECOMMEND;
      return TRUE;
    case ACCORD_RULE_IMPERATIVE:
      *stance = ACCORD_STANCE_RECOMMEND;
      return may_demand (self, mark_at (self, i)->first);
    case ACCORD_RULE_ADVOCATE:
    case ACCORD_RULE_CALL:
      *stance = negated ? ACCORD_STANCE_OPPOSE : ACCORD_STANCE_ADVOCATE;
      return TRUE;
    case ACCORD_RULE_OUGHT_NOT:
    case ACCORD_RULE_OPPOSE:
    case ACCORD_RULE_REFRAIN:
      *stance = ACCORD_STANCE_OPPOSE;
      return !negated;
    case ACCORD_RULE_NOTE:
      *stance = ACCORD_STANCE_NOTE;
      return TRUE;
    case ACCORD_RULE_MAY:
      *stance = ACCORD_STANCE_PROHIBIT;
      return negated;
    default:
      return FALSE;
    }
}

/* A verb of favour with which a passage begins and which has no person demands: "promote …". */
static void
read_forms (const AccordClauses *self, const AccordRules *rules, AccordTrigger *trigger)
{
  trigger->opens = is_opening (self, trigger->first);
  trigger->is_infinitive |= accord_rules_has_form (rules, ACCORD_FORM_INFINITIVE,
                                                   g_ptr_array_index (self->words, trigger->first));
  for (guint i = trigger->first; i < trigger->end && trigger->says_we == G_MAXUINT; i++)
    if (accord_rules_has_form (rules, ACCORD_FORM_WE, g_ptr_array_index (self->words, i)))
      trigger->says_we = i;
  if (trigger->opens && trigger->is_infinitive && trigger->favours)
    trigger->stance = ACCORD_STANCE_RECOMMEND;
}

static void
find_triggers (AccordClauses *self, const AccordRules *rules)
{
  g_array_set_size (self->triggers, 0);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AccordMark *mark = mark_at (self, i);
      const AccordMark *negation = negation_of (self, i);
      AccordTrigger trigger = {
        .stance = ACCORD_STANCE_NOTE, .first = mark->first, .end = mark->end, .says_we = G_MAXUINT
      };

      if (!stance_of (self, i, negation != NULL, &trigger.stance))
        continue;
      if (negation != NULL)
        {
          trigger.first = MIN (negation->first, mark->first);
          trigger.end = MAX (negation->end, mark->end);
        }
      trigger.is_modal = mark->kind <= ACCORD_RULE_RECOMMEND || mark->kind == ACCORD_RULE_MAY ||
                         mark->kind == ACCORD_RULE_FALLS || mark->kind == ACCORD_RULE_OUGHT_NOT;
      trigger.has_addressee = mark->kind == ACCORD_RULE_CALL || mark->kind == ACCORD_RULE_FALLS ||
                              mark->kind == ACCORD_RULE_ENCOURAGE;
      trigger.is_infinitive = mark->kind == ACCORD_RULE_IMPERATIVE;
      trigger.refrains = mark->kind == ACCORD_RULE_REFRAIN;
      trigger.favours = mark->kind == ACCORD_RULE_ADVOCATE || mark->kind == ACCORD_RULE_ENCOURAGE;
      read_forms (self, rules, &trigger);
      g_array_append_val (self->triggers, trigger);
    }
}

/* Whether a clause may begin at token @at. Arabic writes "and" at the front of a verb. */
static gboolean
may_begin (const AccordClauses *self, guint at, guint *mark, guint *trigger)
{
  gboolean begins =
    (g_array_index (self->tokens, AccordRawToken, at).flags & ACCORD_TOKEN_BREAK) != 0;

  while (*mark < self->marks->len && mark_at (self, *mark)->first < at)
    ++*mark;
  if (*mark < self->marks->len && mark_at (self, *mark)->first == at)
    begins |= mark_at (self, *mark)->kind == ACCORD_RULE_JOINT ||
              mark_at (self, *mark)->kind == ACCORD_RULE_BUT;
  while (*trigger < self->triggers->len &&
         g_array_index (self->triggers, AccordTrigger, *trigger).first < at)
    ++*trigger;
  if (self->proclitics != NULL && *trigger < self->triggers->len &&
      g_array_index (self->triggers, AccordTrigger, *trigger).first == at)
    begins |= g_str_has_prefix (g_ptr_array_index (self->words, at), self->proclitics);
  return begins;
}

static guint
count_triggers (const AccordClauses *self, guint *from, guint end)
{
  guint n = 0;

  for (; *from < self->triggers->len; ++*from, n++)
    if (g_array_index (self->triggers, AccordTrigger, *from).first >= end)
      break;
  return n;
}

static void
find_clauses (AccordClauses *self)
{
  AccordClause clause = { 0, 0 };
  guint mark = 0, trigger = 0, counted = 0, n_before = 0;

  g_array_set_size (self->clauses, 0);
  for (guint at = 1; at <= self->tokens->len; at++)
    {
      guint n;

      if (at < self->tokens->len && !may_begin (self, at, &mark, &trigger))
        continue;
      n = count_triggers (self, &counted, at);
      if (n > 0 && n_before > 0)
        {
          g_array_append_val (self->clauses, clause);
          clause.first = clause.end;
          n_before = 0;
        }
      clause.end = at;
      n_before += n;
    }
  g_array_append_val (self->clauses, clause);
}

/**
 * accord_clauses_read:
 * @self: clauses
 * @rules: of the language
 * @folder: one that does not stem
 * @data: a text
 * @span: a passage of it
 *
 * Replaces what was read before. Cost: linear.
 */
void
accord_clauses_read (AccordClauses *self,
                     const AccordRules *rules,
                     AccordFolder *folder,
                     const char *data,
                     AccordSpan span)
{
  cut_words (self, folder, data, span);
  find_marks (self, rules);
  find_triggers (self, rules);
  find_clauses (self);
}
