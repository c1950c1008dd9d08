/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a place again in another version of a text. */
#pragma once

#include "session/accord-session-state.h"

G_BEGIN_DECLS

/**
 * AccordLikely:
 * @from: a passage of the version before
 * @to: the passage of the new one that the engine links with it, as the same or reworded
 */
typedef struct
{
  AccordSpan from;
  AccordSpan to;
} AccordLikely;

gboolean accord_anchor_find (AccordStateTarget *target,
                             AccordText *before,
                             AccordText *after,
                             const GArray *likely);

G_END_DECLS
