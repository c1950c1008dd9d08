/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The children that are at work, each for one request. */
#pragma once

#include "documents/accord-protocol.h"

G_BEGIN_DECLS

void accord_children_start (GArray *children, const AccordMessage *message);
void accord_children_stop (GArray *children, guint64 id);
void accord_children_reap (GArray *children);
GArray *accord_children_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
