/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small codebook, analyses and comparisons of lines, for the tests behind analysis. */
#pragma once

#include "engine/accord-findings.h"

G_BEGIN_DECLS

/* "language|line\nline…": a line is a passage; "language+|…": a paragraph of sentences. */
AccordAnalysis *fixture_analysis_new (const char *source) G_GNUC_WARN_UNUSED_RESULT;
AccordComparison *fixture_compare (const char *const *sources,
                                   guint n_sources,
                                   const AccordCompareOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* "0:1-1:2 reworded 345 | …" or, without scores, "0:1-1:2 reworded | …" */
char *fixture_describe_links (const AccordComparison *comparison, gboolean scores);
/* "term privacy, number 2024, length": kinds and labels of one link */
char *fixture_describe_reasons (const AccordComparison *comparison, guint link);

G_END_DECLS
