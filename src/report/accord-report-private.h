/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the formats of a report share. */
#pragma once

#include "documents/accord-json.h"
#include "documents/accord-json.h"
#include "report/accord-report.h"

G_BEGIN_DECLS

/* Each appends a report to @out, and returns FALSE with an error where it was stopped or could not
 * be made. */
typedef gboolean (*AccordReportWriter) (const AccordReportInput *input,
                                        GString *out,
                                        const AccordWatch *watch,
                                        GError **error);

gboolean accord_report_json_beyond (AccordJsonWriter *writer,
                                    AccordFindings *findings,
                                    const AccordWatch *watch,
                                    GError **error);
gboolean accord_report_json (const AccordReportInput *input,
                             GString *out,
                             const AccordWatch *watch,
                             GError **error);
gboolean accord_report_html (const AccordReportInput *input,
                             GString *out,
                             const AccordWatch *watch,
                             GError **error);
gboolean accord_report_csv (const AccordReportInput *input,
                            GString *out,
                            const AccordWatch *watch,
                            GError **error);
gboolean accord_report_xlsx (const AccordReportInput *input,
                             GString *out,
                             const AccordWatch *watch,
                             GError **error);
gboolean accord_report_markdown (const AccordReportInput *input,
                                 GString *out,
                                 const AccordWatch *watch,
                                 GError **error);
gboolean accord_report_pdf (const AccordReportInput *input,
                            GString *out,
                            const AccordWatch *watch,
                            GError **error);
gboolean accord_report_odt (const AccordReportInput *input,
                            GString *out,
                            const AccordWatch *watch,
                            GError **error);
gboolean accord_report_docx (const AccordReportInput *input,
                             GString *out,
                             const AccordWatch *watch,
                             GError **error);
gboolean accord_report_qdpx (const AccordReportInput *input,
                             GString *out,
                             const AccordWatch *watch,
                             GError **error);

char *accord_report_dup_document_id (guint document) G_GNUC_WARN_UNUSED_RESULT;
char *accord_report_dup_icu_version (void) G_GNUC_WARN_UNUSED_RESULT;
guint accord_report_n_method_paragraphs (void);
const char *accord_report_method_paragraph (guint i);
gint64 accord_report_get_time (void);
gunichar accord_report_clean_char (gunichar c);
char *accord_report_dup_clean (const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;
gboolean accord_report_is_direction_control (gunichar c);

G_END_DECLS
