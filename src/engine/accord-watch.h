/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a long engine function reports progress and learns that nobody wants
 * its result any more. The function calls the tick at least every 10 ms of
 * work, from the thread it was called on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordWatch:
 * @tick: called with the share of the work done, 0 to 1; returns FALSE to stop
 * @data: handed to @tick
 *
 * Every function that takes a watch takes NULL for one as well.
 */
typedef struct
{
  gboolean (*tick) (double fraction, gpointer data);
  gpointer data;
} AccordWatch;

gboolean accord_watch_tick (const AccordWatch *watch, double fraction, GError **error);

G_END_DECLS
