/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as CSV (RFC 4180, UTF-8). A spreadsheet runs a text that begins with one of a
 * few signs as a formula, so that such a text gets an apostrophe before it. */
#include "report/accord-report-table.h"

#include <string.h>

#include "report/accord-report-private.h"

typedef struct
{
  GString *out;
  gboolean inside; /* a row has a value already */
} Csv;

static void
separate (Csv *csv)
{
  if (csv->inside)
    g_string_append_c (csv->out, ',');
  csv->inside = TRUE;
}

/* Blanks before the sign do not disarm it everywhere; the wide signs are those of East Asian
 * keyboards. */
static gboolean
is_formula (const char *text, const char *end)
{
  static const char *const SIGNS[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };
  gsize left = 0;

  if (text < end && (*text == '\t' || *text == '\r' || *text == '\n'))
    return TRUE;
  while (text < end && *text == ' ')
    text++;
  left = (gsize) (end - text);
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (left >= strlen (SIGNS[i]) && memcmp (text, SIGNS[i], strlen (SIGNS[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
needs_quotes (const char *text, const char *end)
{
  for (const char *p = text; p < end; p++)
    if (*p == ',' || *p == '"' || *p == '\r' || *p == '\n')
      return TRUE;
  return text < end && (*text == ' ' || end[-1] == ' ');
}

static void
text_cb (gpointer data, const char *text, gssize length)
{
  Csv *csv = data;
  const char *end = text + (text == NULL ? 0 : length < 0 ? strlen (text) : (gsize) length);
  gboolean quoted = FALSE;

  separate (csv);
  if (text == NULL)
    return;
  quoted = needs_quotes (text, end);
  if (quoted)
    g_string_append_c (csv->out, '"');
  if (is_formula (text, end))
    g_string_append_c (csv->out, '\'');
  for (const char *p = text; p < end; p++)
    {
      if (*p == '"')
        g_string_append_c (csv->out, '"');
      g_string_append_c (csv->out, *p);
    }
  if (quoted)
    g_string_append_c (csv->out, '"');
}

static void
number_cb (gpointer data, gint64 number)
{
  Csv *csv = data;

  separate (csv);
  g_string_append_printf (csv->out, "%" G_GINT64_FORMAT, number);
}

static void
end_row_cb (gpointer data)
{
  Csv *csv = data;

  g_string_append (csv->out, "\r\n");
  csv->inside = FALSE;
}

static void
begin_cb (gpointer data, const AccordColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    text_cb (data, columns[i].id, -1);
  end_row_cb (data);
}

/**
 * accord_report_csv:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Writes the table of @input. Scores and strengths are thousandths.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_report_csv (const AccordReportInput *input,
                   GString *out,
                   const AccordWatch *watch,
                   GError **error)
{
  Csv csv = { out, FALSE };
  const AccordRows rows = { begin_cb, text_cb, number_cb, end_row_cb, &csv };
  AccordFacts facts;
  gboolean done = FALSE;

  accord_facts_init (&facts, input);
  done = accord_table_write (&facts, input->table, &rows, watch, error);
  accord_facts_clear (&facts);
  return done;
}
