/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a session: they are refused with one sentence, or what is read can be
 * written, and read again to the same bytes. Built by -Dfuzz=true with libFuzzer. */
#include <string.h>

#include "documents/accord-json.h"
#include "fuzz-session.h"
#include "session/accord-session-state.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSessionState) state =
    accord_session_state_read ((const char *) data, length, &error);
  g_autoptr (GString) first = NULL, second = NULL;
  g_autoptr (AccordSessionState) again = NULL;

  if (state == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }
  g_assert_no_error (error);
  if (state->version > ACCORD_SESSION_VERSION)
    return 0;
  first = accord_session_state_write (state, &error);
  g_assert_no_error (error);
  again = accord_session_state_read (first->str, first->len, &error);
  g_assert_no_error (error);
  second = accord_session_state_write (again, &error);
  g_assert_cmpstr (first->str, ==, second->str);
  return 0;
}
