/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An immutable snapshot of a person's decisions, as the engine needs them: documents
 * by index, places by span. The session owns the decisions themselves. */
#pragma once

#include "engine/accord-document.h"

G_BEGIN_DECLS

/**
 * AccordDecisionKind:
 * @ACCORD_DECISION_ACCEPT: a machine finding is right
 * @ACCORD_DECISION_REJECT: a machine finding is wrong
 * @ACCORD_DECISION_CODE: the person codes a place with a principle
 * @ACCORD_DECISION_PAIR: the person links two places
 * @ACCORD_DECISION_STANCE: the person says what a machine's coding does, and who is to act
 */
typedef enum
{
  ACCORD_DECISION_ACCEPT,
  ACCORD_DECISION_REJECT,
  ACCORD_DECISION_CODE,
  ACCORD_DECISION_PAIR,
  ACCORD_DECISION_STANCE,
  ACCORD_N_DECISION_KINDS
} AccordDecisionKind;

/**
 * AccordPlace:
 * @document: index into the compared documents
 * @span: in its text
 */
typedef struct
{
  guint32 document;
  AccordSpan span;
} AccordPlace;

/**
 * AccordDecision:
 * @id: a UUID
 * @target: the place
 * @is_link: whether it is about a link, of @target and @other; else about a coding
 * @principle: (nullable): id of the principle of a coding
 * @stance: of a coding, by the person; ACCORD_N_STANCES in a change that leaves it
 * @actor: of a coding, by the person; ACCORD_N_ACTORS in a change that leaves it
 */
typedef struct
{
  const char *id;
  AccordDecisionKind kind;
  AccordPlace target;
  gboolean is_link;
  AccordPlace other;
  const char *principle;
  AccordStance stance;
  AccordActor actor;
} AccordDecision;

typedef struct _AccordReview AccordReview;

AccordReview *accord_review_new (const AccordDecision *decisions,
                                 guint n_decisions) G_GNUC_WARN_UNUSED_RESULT;
AccordReview *accord_review_ref (AccordReview *self);
void accord_review_unref (AccordReview *self);
const AccordDecision *accord_review_get_decisions (const AccordReview *self, guint *n_decisions);

const char *accord_decision_kind_name (AccordDecisionKind kind);
gboolean accord_decision_kind_from_name (const char *name, AccordDecisionKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordReview, accord_review_unref)

G_END_DECLS
