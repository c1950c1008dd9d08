/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the terms of a codebook stand in the compared documents: those it has, and one
 * that is only being tried. */
#pragma once

#include "engine/accord-findings.h"

G_BEGIN_DECLS

/**
 * AccordTermHit:
 * @document: its number in the comparison
 * @passage: index of the passage
 * @span: the words that were found
 */
typedef struct
{
  guint32 document;
  guint32 passage;
  AccordSpan span;
} AccordTermHit;

guint *accord_term_hits_count (AccordFindings *findings, guint *n_terms) G_GNUC_WARN_UNUSED_RESULT;
GArray *accord_term_hits_try (AccordFindings *findings,
                              const AccordTerm *term,
                              const AccordWatch *watch,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
