/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as a file that people hand on. Each format is written from the same
 * findings in the same order, with nothing of this machine in it. */
#pragma once

#include <gio/gio.h>

#include "engine/accord-coverage.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_REPORT_HTML,
  ACCORD_REPORT_JSON,
  ACCORD_N_REPORT_FORMATS
} AccordReportFormat;

/**
 * AccordReportInput:
 * @coverage: the matrix, with its findings
 * @names: (array): a name for each document, as it was given; used where a document has no title
 * @title: (nullable): of the report
 * @codebook_sha256: hash of the codebook
 */
typedef struct
{
  AccordCoverage *coverage;
  const char *const *names;
  const char *title;
  const char *codebook_sha256;
} AccordReportInput;

gboolean accord_report_format_from_path (const char *path, AccordReportFormat *format);
GString *accord_report_write (const AccordReportInput *input,
                              AccordReportFormat format,
                              const AccordWatch *watch,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
