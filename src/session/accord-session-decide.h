/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decides about codings and links: to accept, reject or restore findings of
 * the machine, many at once; to code a selection, to pair two, to change stance and
 * actor. Each call is one step of undo, and each decision has coder, time and id. */
#pragma once

#include "session/accord-session-place.h"

G_BEGIN_DECLS

void accord_session_decide_findings (AccordSession *self,
                                     const guint *codings,
                                     guint n_codings,
                                     const guint *links,
                                     guint n_links,
                                     AccordDecisionKind kind);
void accord_session_restore_findings (
  AccordSession *self, const guint *codings, guint n_codings, const guint *links, guint n_links);

gboolean accord_session_code (AccordSession *self,
                              const AccordSelection *places,
                              guint n_places,
                              guint principle,
                              AccordStance stance,
                              AccordActor actor);
gboolean accord_session_move_coding (AccordSession *self,
                                     guint coding_finding,
                                     const AccordSelection *place,
                                     guint principle);
gboolean accord_session_set_stance (AccordSession *self,
                                    const guint *codings,
                                    guint n_codings,
                                    AccordStance stance,
                                    AccordActor actor);
gboolean
accord_session_pair (AccordSession *self, const AccordSelection *a, const AccordSelection *b);
void accord_session_unpair (AccordSession *self, guint link_finding);
gboolean accord_session_remove_decision (AccordSession *self, const char *id);

G_END_DECLS
