/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several coders' sessions on the same sources become one: the union of what they
 * decided. Where they disagree the first session prevails, and what lost is listed. */
#pragma once

#include "session/accord-session-state.h"

G_BEGIN_DECLS

/**
 * AccordConflictKind:
 * @ACCORD_CONFLICT_CODEBOOK: the codebooks differ
 * @ACCORD_CONFLICT_SETTING: a setting differs
 * @ACCORD_CONFLICT_TEXT: the text of one source differs
 * @ACCORD_CONFLICT_LEFT_OUT: other blocks of one text are left out
 * @ACCORD_CONFLICT_FIELD: the title, issuer, date … of a document differs
 * @ACCORD_CONFLICT_PLACE: a decision is about words that the first session's text does not have
 * @ACCORD_CONFLICT_DECISION: one thing was decided in two ways
 *
 * In the order in which they are listed.
 */
typedef enum
{
  ACCORD_CONFLICT_CODEBOOK,
  ACCORD_CONFLICT_SETTING,
  ACCORD_CONFLICT_TEXT,
  ACCORD_CONFLICT_LEFT_OUT,
  ACCORD_CONFLICT_FIELD,
  ACCORD_CONFLICT_PLACE,
  ACCORD_CONFLICT_DECISION,
  ACCORD_N_CONFLICTS
} AccordConflictKind;

/**
 * AccordConflict:
 * @session: index of the session that lost, from 1
 * @document: (nullable): id in the merged session
 * @what: (nullable): the name of the field or setting
 * @ours: (nullable): what the merged session has
 * @theirs: (nullable): what session @session has
 * @decision: (nullable): id of the decision in the merged session
 * @alternative: (nullable): id of the decision that lost, one of its alternatives
 */
typedef struct
{
  AccordConflictKind kind;
  guint session;
  char *document;
  char *what;
  char *ours;
  char *theirs;
  char *decision;
  char *alternative;
} AccordConflict;

/**
 * AccordMerge:
 * @state: the merged session
 * @conflicts: (element-type AccordConflict): sorted by kind, then in the order of documents
 * @n_added: decisions that the first session did not have
 */
typedef struct
{
  AccordSessionState *state;
  GPtrArray *conflicts;
  guint n_added;
} AccordMerge;

AccordMerge *accord_merge_new (const AccordSessionState *const *states,
                               guint n_states) G_GNUC_WARN_UNUSED_RESULT;
void accord_merge_free (AccordMerge *self);
const char *accord_conflict_kind_name (AccordConflictKind kind);
gboolean accord_merge_choose (AccordMerge *self, const AccordConflict *conflict);

char *accord_decision_dup_verdict (const AccordStateDecision *decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordMerge, accord_merge_free)

G_END_DECLS
