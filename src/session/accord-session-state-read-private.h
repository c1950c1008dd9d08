/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of reading a session that is about decisions. */
#pragma once

#include "session/accord-session-state.h"

G_BEGIN_DECLS

gboolean accord_session_state_read_decisions (AccordSessionState *self,
                                              JsonObject *object,
                                              GHashTable *by_id,
                                              GError **error);

G_END_DECLS
