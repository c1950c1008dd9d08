/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests need to know of the client and its helper process. */
#pragma once

#include "documents/accord-loader.h"

G_BEGIN_DECLS

void accord_loader_set_time_limit (AccordLoader *self, guint milliseconds);
int accord_loader_get_helper (AccordLoader *self);

G_END_DECLS
