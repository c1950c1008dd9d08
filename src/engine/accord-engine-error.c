/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine's error domain, and the watch, whose only error is *cancelled*. */
#include "engine/accord-engine-error.h"
#include "engine/accord-watch.h"

G_DEFINE_QUARK (accord - engine - error - quark, accord_engine_error)

/**
 * accord_watch_tick:
 * @watch: (nullable): a watch
 * @fraction: the share of the work that is done, 0 to 1
 * @error: return location for an error
 *
 * Reports progress and asks whether to go on. Costs one call.
 *
 * Returns: TRUE to go on, FALSE with ACCORD_ENGINE_ERROR_CANCELLED to stop
 */
gboolean
accord_watch_tick (const AccordWatch *watch, double fraction, GError **error)
{
  if (watch == NULL || watch->tick == NULL || watch->tick (fraction, watch->data))
    return TRUE;
  g_set_error_literal (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED, "cancelled");
  return FALSE;
}
