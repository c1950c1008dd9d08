/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases that tell stance and actor, per language: tables, and their compiled form. */
#pragma once

#include "engine/accord-names.h"
#include "engine/accord-words.h"

G_BEGIN_DECLS

/* The most words of a phrase. */
#define ACCORD_RULE_MAX_WORDS 6

/**
 * AccordRuleKind:
 *
 * What a phrase is. From OBLIGE to NOTE: it carries a stance; CALL and ENCOURAGE
 * also name behind them who is to act. WILL is a promise only where somebody who can
 * act stands before it ("AI will change work" is none). MAY counts only when it is
 * denied, NOT and REFRAIN turn what stands beside them; IMPERATIVE counts only where a
 * passage begins with it. DENIAL sets aside what follows it ("rather than").
 * JOINT may begin a clause. PREPOSITION before an actor, or POSSESSIVE behind one,
 * makes it no subject; BY makes it the doer behind a passive. IGNORE keeps an idiom
 * from being read as something else.
 */
typedef enum
{
  ACCORD_RULE_OBLIGE,
  ACCORD_RULE_PROHIBIT,
  ACCORD_RULE_COMMIT,
  ACCORD_RULE_WILL,
  ACCORD_RULE_RECOMMEND,
  ACCORD_RULE_ENCOURAGE,
  ACCORD_RULE_IMPERATIVE,
  ACCORD_RULE_ADVOCATE,
  ACCORD_RULE_CALL,
  ACCORD_RULE_OPPOSE,
  ACCORD_RULE_NOTE,
  ACCORD_RULE_MAY,
  ACCORD_RULE_REFRAIN,
  ACCORD_RULE_NOT,
  ACCORD_RULE_DENIAL,
  ACCORD_RULE_JOINT,
  ACCORD_RULE_PREPOSITION,
  ACCORD_RULE_POSSESSIVE,
  ACCORD_RULE_BY,
  ACCORD_RULE_STATE,
  ACCORD_RULE_ORGANISATION,
  ACCORD_RULE_COMPANY,
  ACCORD_RULE_PEOPLE,
  ACCORD_RULE_ALL,
  ACCORD_RULE_IGNORE,
} AccordRuleKind;

/**
 * AccordRuleRow:
 * @kind: of all its phrases; the last row of a table has no phrases
 * @phrases: with "|" between; "word*" is any word that begins so, "*word" any that ends so, "~"
 * up to three words of any kind
 */
typedef struct
{
  AccordRuleKind kind;
  const char *phrases;
} AccordRuleRow;

/**
 * AccordRuleTable:
 * @language: a BCP 47 tag
 * @rows: ends with a row without phrases
 * @proclitics: letters that Arabic writes at the front of a word, or NULL
 */
typedef struct
{
  const char *language;
  const AccordRuleRow *rows;
  const char *proclitics;
} AccordRuleTable;

extern const AccordRuleTable ACCORD_RULE_TABLES[];
extern const guint ACCORD_N_RULE_TABLES;

typedef struct _AccordRules AccordRules;

AccordRules *accord_rules_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void accord_rules_free (AccordRules *self);
guint accord_rules_match (const AccordRules *self,
                          const char *const *words,
                          guint n_words,
                          AccordRuleKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRules, accord_rules_free)

G_END_DECLS
