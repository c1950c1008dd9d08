/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings as tables, a row at a time into whatever a format makes of rows. CSV and
 * spreadsheets hold the same rows. */
#pragma once

#include "report/accord-report-facts.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_COLUMN_TEXT,
  ACCORD_COLUMN_NUMBER,
  ACCORD_COLUMN_THOUSANDTHS,
} AccordColumnKind;

/**
 * AccordColumn:
 * @id: what files call it; never translated
 * @title: (nullable): what people call it, to be translated; NULL where @id is a name of somebody's
 * @kind: of its values
 * @width: in letters, where a format has widths
 */
typedef struct
{
  const char *id;
  const char *title;
  AccordColumnKind kind;
  guint width;
} AccordColumn;

/**
 * AccordRows:
 * @begin: called once, with the columns
 * @text: a value; @length in bytes, -1 for up to the zero byte; NULL is an empty value
 * @number: a value; thousandths of a column that has them
 * @end_row: called after the last value of each row
 *
 * What receives a table.
 */
typedef struct
{
  void (*begin) (gpointer data, const AccordColumn *columns, guint n_columns);
  void (*text) (gpointer data, const char *text, gssize length);
  void (*number) (gpointer data, gint64 number);
  void (*end_row) (gpointer data);
  gpointer data;
} AccordRows;

gboolean accord_table_write (const AccordFacts *facts,
                             AccordReportTable table,
                             const AccordRows *rows,
                             const AccordWatch *watch,
                             GError **error);

/* A file each, but for the codebook, which shares one with the method. */
gboolean accord_table_quotations (const AccordFacts *facts,
                                  const AccordRows *rows,
                                  const AccordWatch *watch,
                                  GError **error);
void accord_table_matrix (const AccordFacts *facts, const AccordRows *rows);
void accord_table_coverage (const AccordFacts *facts, const AccordRows *rows);
gboolean accord_table_links (const AccordFacts *facts,
                             const AccordRows *rows,
                             const AccordWatch *watch,
                             GError **error);
void accord_table_codebook (const AccordFacts *facts, const AccordRows *rows);
void accord_table_method (const AccordFacts *facts, const AccordRows *rows);

static inline void
accord_rows_text (const AccordRows *rows, const char *text)
{
  rows->text (rows->data, text, -1);
}

static inline void
accord_rows_number (const AccordRows *rows, gint64 number)
{
  rows->number (rows->data, number);
}

void accord_rows_span (const AccordRows *rows, AccordDocument *document, AccordSpan span);

G_END_DECLS
