/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links whose ends grow: one passage of one document is several of the other. */
#pragma once

#include "engine/accord-linker-private.h"

G_BEGIN_DECLS

/**
 * AccordJoined:
 * @from: passages of the first side
 * @to: passages of the second side
 *
 * A link. No passage is in two of them.
 */
typedef struct
{
  AccordStretch from;
  AccordStretch to;
} AccordJoined;

void accord_join (AccordAligner *aligner,
                  const AccordSide *from,
                  const AccordSide *to,
                  const AccordLinkRule *rule,
                  const GArray *chosen,
                  const GArray *rest,
                  const gint *stop,
                  GArray *joined);

G_END_DECLS
