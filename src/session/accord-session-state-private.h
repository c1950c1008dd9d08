/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer, the reader and the session share about the .accord file. */
#pragma once

#include "documents/accord-json.h"
#include "session/accord-session-state.h"

G_BEGIN_DECLS

#define ACCORD_SESSION_FORMAT "accord-session"
/* The characters of context on each side of a quotation. */
#define ACCORD_STATE_CONTEXT 32

AccordSpan accord_state_context_before (AccordText *text, AccordSpan span);
AccordSpan accord_state_context_after (AccordText *text, AccordSpan span);
void accord_target_quote (AccordStateTarget *target, AccordText *text);
AccordReview *accord_state_decisions_review (GPtrArray *decisions,
                                             const char *const *ids,
                                             guint n_ids) G_GNUC_WARN_UNUSED_RESULT;

const char *accord_anchor_name (AccordAnchor anchor);
void accord_state_decision_write (AccordJsonWriter *json,
                                  const AccordStateDecision *decision,
                                  AccordText *text,
                                  AccordText *other);

G_END_DECLS
