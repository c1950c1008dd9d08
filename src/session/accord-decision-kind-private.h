/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of decision that a session knows, and what each needs: the one table that
 * reading, deciding and merging go by. */
#pragma once

#include "session/accord-session-state.h"

G_BEGIN_DECLS

/**
 * AccordKind:
 *
 * In the order of the table of names.
 */
typedef enum
{
  ACCORD_KIND_ACCEPT,
  ACCORD_KIND_REJECT,
  ACCORD_KIND_CODE,
  ACCORD_KIND_PAIR,
  ACCORD_KIND_STANCE,
  ACCORD_KIND_NOTE,
  ACCORD_KIND_REVIEWED,
  ACCORD_KIND_JOIN,
  ACCORD_KIND_SPLIT,
  ACCORD_KIND_KEEP,
  ACCORD_KIND_FIELD,
  ACCORD_KIND_ATTRIBUTE,
  ACCORD_KIND_STATEMENT,
  ACCORD_KIND_EDIT,
  ACCORD_KIND_SOURCE,
  ACCORD_KIND_CODEBOOK,
  ACCORD_KIND_SETTING,
  ACCORD_N_KINDS
} AccordKind;

/**
 * AccordNeed:
 *
 * Whether a kind has something: never, always, or as the case may be.
 */
typedef enum
{
  ACCORD_NEVER,
  ACCORD_ALWAYS,
  ACCORD_MAYBE,
} AccordNeed;

/**
 * AccordValueType:
 * @ACCORD_VALUE_NONE: nothing, and what is there is kept
 * @ACCORD_VALUE_NAMED: an object with a "name" (string) and a "value" (string, number or null)
 */
typedef enum
{
  ACCORD_VALUE_NONE,
  ACCORD_VALUE_STRING,
  ACCORD_VALUE_BOOLEAN,
  ACCORD_VALUE_OBJECT,
  ACCORD_VALUE_NAMED,
} AccordValueType;

/**
 * AccordKindNeeds:
 * @target: a place, or a whole document as an empty one at 0
 * @whole: whether the target is a whole document
 * @other: a second place
 * @principle: an id
 * @value: what the value must be
 */
typedef struct
{
  const char *name;
  AccordNeed target;
  gboolean whole;
  AccordNeed other;
  AccordNeed principle;
  AccordValueType value;
} AccordKindNeeds;

const AccordKindNeeds *accord_kind_needs (AccordKind kind);
gboolean accord_kind_from_name (const char *name, AccordKind *kind);
const char *accord_decision_get_name (const AccordStateDecision *decision);
const char *accord_decision_get_named_value (const AccordStateDecision *decision);
gboolean accord_decision_same_subject (const AccordStateDecision *a, const AccordStateDecision *b);

G_END_DECLS
