/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session from a value that no file holds yet, such as that of a merge. */
#pragma once

#include "session/accord-session-state.h"
#include "session/accord-session.h"

G_BEGIN_DECLS

gboolean accord_session_adopt (AccordSession *self, const AccordSessionState *state);

G_END_DECLS
