/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passage as stance sees it: marks, which are phrases that mean something, the
 * triggers among them, and clauses, each with triggers of its own. */
#pragma once

#include "engine/accord-stance-rules-private.h"
#include "engine/accord-stance.h"
#include "engine/accord-tokeniser-private.h"

G_BEGIN_DECLS

/**
 * AccordMark:
 * @first: its first token
 * @end: the token behind its last
 */
typedef struct
{
  AccordRuleKind kind;
  guint first;
  guint end;
} AccordMark;

/**
 * AccordTrigger:
 * @first: its first token, that of a negation before it included
 * @end: the token behind its last
 * @is_modal: whether it is a verb of duty or will, to which others may belong
 * @has_addressee: whether who is to act stands behind it
 * @refrains: whether it turns a duty into a prohibition
 * @favours: whether it is a verb of favour, to whose object alone it belongs
 * @opens: whether the passage begins with it
 * @says_we: the token whose form says "we", or G_MAXUINT
 * @is_infinitive: whether its first word is a verb without a person, or a noun
 */
typedef struct
{
  AccordStance stance;
  guint first;
  guint end;
  gboolean is_modal;
  gboolean has_addressee;
  gboolean refrains;
  gboolean favours;
  gboolean opens;
  guint says_we;
  gboolean is_infinitive;
} AccordTrigger;

/* Tokens, half-open. */
typedef struct
{
  guint first;
  guint end;
} AccordClause;

/**
 * AccordClauses:
 * @has_bare: whether a verb that opens a passage may lack its subject
 * @proclitics: (nullable): what "and" is written with at the front of a verb
 */
typedef struct
{
  gboolean is_han;
  gboolean has_bare;
  const char *proclitics;
  GString *spelling;
  GArray *tokens;   /* of AccordRawToken */
  GPtrArray *words; /* borrowed from spelling */
  GArray *marks;    /* of AccordMark, sorted by first */
  GArray *triggers; /* of AccordTrigger, sorted by first */
  GArray *clauses;  /* of AccordClause, sorted, without a gap */
} AccordClauses;

void accord_clauses_init (AccordClauses *self, const char *language);
void accord_clauses_clear (AccordClauses *self);
void accord_clauses_read (AccordClauses *self,
                          const AccordRules *rules,
                          AccordFolder *folder,
                          const char *data,
                          AccordSpan span);

G_END_DECLS
