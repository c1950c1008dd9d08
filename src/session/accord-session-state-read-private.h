/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a session in parts: its decisions, and from JSON that is parsed already. */
#pragma once

#include "session/accord-session-state.h"

G_BEGIN_DECLS

gboolean accord_session_state_read_decisions (AccordSessionState *self,
                                              JsonObject *object,
                                              GHashTable *by_id,
                                              GError **error);
gboolean accord_session_state_cut (AccordSessionState *self, GError **error);
AccordSessionState *accord_session_state_read_node (JsonNode *root,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
