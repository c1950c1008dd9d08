/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why are two passages linked? Reasons with their words, whose weights sum exactly to
 * the score of the link. */
#pragma once

#include "engine/accord-link-set-private.h"
#include "engine/accord-aligner-private.h"
#include "engine/accord-side-private.h"
#include "engine/accord-stretch-private.h"

G_BEGIN_DECLS

/* The most reasons of one link, length not counted; the weakest are summed up in one of them. */
#define ACCORD_REASONS_MAX 12u

void accord_explain (AccordAligner *aligner,
                     const AccordSide *a,
                     guint document_a,
                     const AccordStretch *stretch_a,
                     const AccordSide *b,
                     guint document_b,
                     const AccordStretch *stretch_b,
                     AccordLinkSet *set);

G_END_DECLS
