/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages of several documents that state one shared idea, found from the links. */
#pragma once

#include "engine/accord-comparison.h"

G_BEGIN_DECLS

void accord_groups_find (const AccordLink *links, guint n_links, GArray *groups, GArray *members);

G_END_DECLS
