/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small comparison for the tests of reports: a codebook of three principles and
 * documents made of lines, each line a paragraph. */
#pragma once

#include "engine/accord-coverage.h"
#include "report/accord-report.h"

G_BEGIN_DECLS

/**
 * ReportFixture:
 * @coverage: of all documents unless report_fixture_show() was called
 */
typedef struct
{
  AccordCodebook *codebook;
  AccordMatcher *matcher;
  GPtrArray *analyses;
  GPtrArray *names;
  AccordComparison *comparison;
  AccordCoverage *coverage;
} ReportFixture;

ReportFixture *report_fixture_new (void);
void report_fixture_add (
  ReportFixture *self, const char *name, const char *title, const char *language, const char *text);
void report_fixture_compare (ReportFixture *self,
                             const AccordDecision *decisions,
                             guint n_decisions,
                             const gboolean *shown);
char *report_fixture_dup_report (ReportFixture *self, AccordReportFormat format);
void report_fixture_free (ReportFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportFixture, report_fixture_free)

G_END_DECLS
