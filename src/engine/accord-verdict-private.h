/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two passages, or several stances on one principle, stand to each other: one
 * rule for links, for pairs made by a person, and for coverage. */
#pragma once

#include "engine/accord-analysis.h"

G_BEGIN_DECLS

AccordVerdict accord_verdict_of_stances (AccordStance stance_a,
                                         gint polarity_a,
                                         AccordStance stance_b,
                                         gint polarity_b);
AccordVerdict accord_verdict_of_passages (const AccordAnalysis *a,
                                          guint passage_a,
                                          const AccordAnalysis *b,
                                          guint passage_b);

G_END_DECLS
