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
  ACCORD_REPORT_CSV,
  ACCORD_REPORT_XLSX,
  ACCORD_REPORT_MARKDOWN,
  ACCORD_REPORT_PDF,
  ACCORD_REPORT_ODT,
  ACCORD_REPORT_DOCX,
  ACCORD_REPORT_QDPX,
  ACCORD_N_REPORT_FORMATS
} AccordReportFormat;

/**
 * AccordReportTable:
 *
 * What a format of one table holds.
 */
typedef enum
{
  ACCORD_REPORT_TABLE_QUOTATIONS,
  ACCORD_REPORT_TABLE_MATRIX,
  ACCORD_REPORT_TABLE_LINKS,
  ACCORD_REPORT_TABLE_COVERAGE,
  ACCORD_REPORT_TABLE_CODEBOOK,
  ACCORD_REPORT_TABLE_METHOD,
  ACCORD_N_REPORT_TABLES
} AccordReportTable;

/**
 * AccordReportInput:
 * @coverage: the matrix, with its findings
 * @names: (array): a name for each document, as it was given; used where a document has no title
 * @title: (nullable): of the report
 * @codebook_sha256: hash of the codebook
 * @table: of CSV
 */
typedef struct
{
  AccordCoverage *coverage;
  const char *const *names;
  const char *title;
  const char *codebook_sha256;
  AccordReportTable table;
} AccordReportInput;

const char *accord_report_format_suffix (AccordReportFormat format);
const char *accord_report_format_name (AccordReportFormat format);
const char *accord_report_table_name (AccordReportTable table);
gboolean accord_report_table_from_name (const char *name, AccordReportTable *table);
gboolean accord_report_format_from_path (const char *path, AccordReportFormat *format);
GString *accord_report_write (const AccordReportInput *input,
                              AccordReportFormat format,
                              const AccordWatch *watch,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
