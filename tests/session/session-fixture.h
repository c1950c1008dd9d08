/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents, decisions and states made by hand, for the tests of sessions. */
#pragma once

#include "session/accord-session-state.h"

AccordDocument *fixture_document (const char *text, gboolean with_furniture);
AccordCodebook *fixture_codebook (void);
AccordSessionState *fixture_state (void);
AccordSessionState *fixture_random_state (GRand *random);
AccordStateDecision *fixture_decision (const char *id,
                                       const char *kind,
                                       const AccordStateDocument *document,
                                       AccordSpan span,
                                       const AccordStateDocument *other,
                                       AccordSpan other_span);
