/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person said that passages begin, against what the segmenter found. */
#pragma once

#include "engine/accord-document.h"

G_BEGIN_DECLS

void accord_cuts_apply (const AccordCut *cuts, guint n_cuts, const AccordText *text, GArray *spans);

G_END_DECLS
