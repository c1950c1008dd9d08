/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader of stance and the finder of actors share: a passage that was read,
 * and the triggers that govern a place in it. */
#pragma once

#include "engine/accord-stance-clauses-private.h"
#include "engine/accord-stance-private.h"

G_BEGIN_DECLS

/* In place of a trigger's index: there is none. */
#define ACCORD_NO_TRIGGER G_MAXUINT

struct _AccordStanceReader
{
  AccordRules *rules;
  AccordRules *harms; /* nullable: made when first needed */
  char *language;
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
} AccordStanceGroup;

static inline const AccordRawToken *
accord_stance_token (const AccordStanceReader *self, guint i)
{
  return &g_array_index (self->clauses.tokens, AccordRawToken, i);
}

static inline const AccordMark *
accord_stance_mark (const AccordStanceReader *self, guint i)
{
  return &g_array_index (self->clauses.marks, AccordMark, i);
}

static inline const AccordTrigger *
accord_stance_trigger (const AccordStanceReader *self, guint i)
{
  return &g_array_index (self->clauses.triggers, AccordTrigger, i);
}

static inline const AccordClause *
accord_stance_clause (const AccordStanceReader *self, guint i)
{
  return &g_array_index (self->clauses.clauses, AccordClause, i);
}

static inline AccordSpan
accord_stance_span (const AccordStanceReader *self, guint first, guint end)
{
  return (AccordSpan){ accord_stance_token (self, first)->span.start,
                       accord_stance_token (self, end - 1)->span.end };
}

void accord_stance_find_actor (const AccordStanceReader *self,
                               const AccordStanceGroup *group,
                               AccordStanceResult *result);

G_END_DECLS
