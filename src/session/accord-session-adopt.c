/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a state that is nowhere saved. */
#include "session/accord-session-adopt.h"

#include "session/accord-session-private.h"

/**
 * accord_session_adopt:
 * @self: an empty session
 * @state: documents, decisions and settings
 *
 * Fills an empty session; it is modified then, and has no file.
 *
 * Returns: FALSE where @self is not empty
 */
gboolean
accord_session_adopt (AccordSession *self, const AccordSessionState *state)
{
  g_return_val_if_fail (ACCORD_IS_SESSION (self) && state != NULL, FALSE);

  if (!accord_session_is_empty (self))
    return FALSE;
  accord_session_take_state (self, NULL, state, FALSE);
  return TRUE;
}
