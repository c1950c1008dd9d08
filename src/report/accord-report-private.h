/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the formats of a report share. */
#pragma once

#include "report/accord-report.h"

G_BEGIN_DECLS

void accord_report_json (const AccordReportInput *input, GString *out);
gboolean accord_report_html (const AccordReportInput *input,
                             GString *out,
                             const AccordWatch *watch,
                             GError **error);

char *accord_report_dup_document_id (guint document) G_GNUC_WARN_UNUSED_RESULT;
char *accord_report_dup_icu_version (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
