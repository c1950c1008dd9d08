/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents have which principle and theme, how firmly, and where best: the
 * matrix of the window and of the reports. Immutable. */
#pragma once

#include "engine/accord-findings.h"

G_BEGIN_DECLS

/**
 * AccordCell:
 * @n_codings: counted findings of the principle (or of the theme's principles) in the document; 0 =
 * silent
 * @best: index into the findings' codings of the best quotation: strongest stance, then score, then
 *   position; ACCORD_NONE where silent
 * @stance: the strongest stance; meaningless where silent
 * @polarity: of the best quotation, as in its finding
 * @opposed: whether it has stances of both polarities in itself
 */
typedef struct
{
  guint32 n_codings;
  guint32 best;
  AccordStance stance;
  gint32 polarity;
  gboolean opposed;
} AccordCell;

typedef struct _AccordCoverage AccordCoverage;

AccordCoverage *accord_coverage_new (AccordFindings *findings,
                                     const gboolean *shown,
                                     gint least_score) G_GNUC_WARN_UNUSED_RESULT;
AccordCoverage *accord_coverage_new_units (AccordFindings *findings,
                                           const gboolean *shown,
                                           gint least_score,
                                           const guint *units) G_GNUC_WARN_UNUSED_RESULT;
AccordCoverage *accord_coverage_ref (AccordCoverage *self);
void accord_coverage_unref (AccordCoverage *self);

AccordFindings *accord_coverage_get_findings (const AccordCoverage *self);
gboolean accord_coverage_is_shown (const AccordCoverage *self, guint document);
gboolean accord_coverage_counts (const AccordCoverage *self, const AccordCodingFinding *finding);
const AccordCell *
accord_coverage_get_cell (const AccordCoverage *self, guint principle, guint document);
const AccordCell *
accord_coverage_get_theme_cell (const AccordCoverage *self, guint theme, guint document);
guint accord_coverage_get_n_units (const AccordCoverage *self);
guint accord_coverage_get_unit (const AccordCoverage *self, guint document);
void accord_coverage_read_unit (const AccordCoverage *self,
                                guint principle,
                                guint unit,
                                AccordCell *cell);
void accord_coverage_read_theme_unit (const AccordCoverage *self,
                                      guint theme,
                                      guint unit,
                                      AccordCell *cell);
AccordCoverageClass accord_coverage_get_class (const AccordCoverage *self, guint principle);
AccordCoverageClass accord_coverage_get_theme_class (const AccordCoverage *self, guint theme);
AccordVerdict accord_coverage_get_verdict (const AccordCoverage *self, guint principle);
guint accord_coverage_count_class (const AccordCoverage *self, AccordCoverageClass coverage);
guint accord_coverage_count_codings (const AccordCoverage *self, guint principle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCoverage, accord_coverage_unref)

G_END_DECLS
