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
 * also name behind them who is to act, and so does FALLS, which obliges ("is incumbent upon"). WILL
 * is a promise only where somebody who can act stands before it ("AI will change work" is none).
 * OUGHT_NOT opposes as a modal verb. MAY counts only when it is denied, NOT and REFRAIN turn what
 * stands beside them; IMPERATIVE counts only where a passage begins with it. REPORT makes what
 * follows the word of others ("critics say"). DENIAL
 * sets aside what follows it ("rather than"). JOINT may begin a clause, and
 * so may BUT, which also ends what others say. THEY stands for a subject named before. PREPOSITION
 * before an actor, or POSSESSIVE behind one, makes it no subject; BY makes it the doer behind a
 * passive. IGNORE keeps an idiom from being read as something else. HARM and HARMED stand in a
 * table of their own.
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
  ACCORD_RULE_FALLS,
  ACCORD_RULE_OUGHT_NOT,
  ACCORD_RULE_OPPOSE,
  ACCORD_RULE_NOTE,
  ACCORD_RULE_REPORT,
  ACCORD_RULE_MAY,
  ACCORD_RULE_REFRAIN,
  ACCORD_RULE_NOT,
  ACCORD_RULE_DENIAL,
  ACCORD_RULE_JOINT,
  ACCORD_RULE_BUT,
  ACCORD_RULE_PREPOSITION,
  ACCORD_RULE_POSSESSIVE,
  ACCORD_RULE_BY,
  ACCORD_RULE_THEY,
  ACCORD_RULE_STATE,
  ACCORD_RULE_ORGANISATION,
  ACCORD_RULE_COMPANY,
  ACCORD_RULE_PEOPLE,
  ACCORD_RULE_ALL,
  ACCORD_RULE_IGNORE,
  ACCORD_RULE_HARM,
  ACCORD_RULE_HARMED,
} AccordRuleKind;

/**
 * AccordForm:
 *
 * What the form of a word may tell. WE: a verb whose ending (or front) says "we". BARE: a verb that
 * opens a passage has the body that speaks as its subject, unless it is INFINITIVE, which demands.
 * BEHIND: an actor behind its verb may be who is to act. BE and DONE together are a passive.
 */
typedef enum
{
  ACCORD_FORM_WE,
  ACCORD_FORM_BARE,
  ACCORD_FORM_INFINITIVE,
  ACCORD_FORM_BEHIND,
  ACCORD_FORM_BE,
  ACCORD_FORM_DONE,
  ACCORD_N_FORMS
} AccordForm;

/**
 * AccordRuleRow:
 * @kind: of all its phrases; the last row of a table has no phrases
 * @phrases: with "|" between; "word*" is any word that begins so, "*word" any that ends so, "~"
 * up to three words of any kind, "^" at the front where a passage must begin with it
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
 * @harms: what does harm (HARM before what is harmed, HARMED behind it); likewise
 * @proclitics: letters that Arabic writes at the front of a word, or NULL
 * @forms: single words with "|" between, "*" at an end as in phrases; NULL for none
 */
typedef struct
{
  const char *language;
  const AccordRuleRow *rows;
  const AccordRuleRow *harms;
  const char *proclitics;
  const char *forms[ACCORD_N_FORMS];
} AccordRuleTable;

extern const AccordRuleTable ACCORD_RULE_TABLE_EN;
extern const AccordRuleTable ACCORD_RULE_TABLE_ZH;
extern const AccordRuleTable ACCORD_RULE_TABLE_FR;
extern const AccordRuleTable ACCORD_RULE_TABLE_ES;
extern const AccordRuleTable ACCORD_RULE_TABLE_RU;
extern const AccordRuleTable ACCORD_RULE_TABLE_AR;

typedef struct _AccordRules AccordRules;

AccordRules *accord_rules_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
AccordRules *accord_rules_new_harms (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void accord_rules_free (AccordRules *self);
guint accord_rules_match (const AccordRules *self,
                          const char *const *words,
                          guint n_words,
                          gboolean opening,
                          AccordRuleKind *kind);
gboolean accord_rules_has_form (const AccordRules *self, AccordForm form, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRules, accord_rules_free)

G_END_DECLS
