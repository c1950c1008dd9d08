/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A corpus as CSV: a table with a heading that names a column of texts. The separator
 * is the one of comma, semicolon and tab with which the heading names most. */
#include "documents/accord-corpus-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-csv-private.h"
#include "documents/accord-loader-error.h"

#define HEADING_MAX 4096

/* What each column holds: ACCORD_N_COLUMNS for an attribute. */
static GArray *
read_heading (const GPtrArray *row)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (AccordColumn));
  gboolean seen[ACCORD_N_COLUMNS] = { FALSE };

  for (guint i = 0; i < row->len; i++)
    {
      AccordColumn column = ACCORD_N_COLUMNS;

      if (!accord_column_find (g_ptr_array_index (row, i), &column) || seen[column])
        column = ACCORD_N_COLUMNS;
      else
        seen[column] = TRUE;
      g_array_append_val (columns, column);
    }
  if (!seen[ACCORD_COLUMN_TEXT] || row->len < 2)
    g_clear_pointer (&columns, g_array_unref);
  return columns;
}

static gboolean
names_texts (const char *utf8, gsize length, char separator)
{
  const char *stop = memchr (utf8, '\n', MIN (length, HEADING_MAX));
  gsize line = 0;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) columns = NULL;

  if (stop == NULL || stop == utf8)
    return FALSE;
  rows = accord_csv_parse (utf8, stop - utf8, separator, 1, &line);
  columns = rows != NULL && rows->len == 1 ? read_heading (g_ptr_array_index (rows, 0)) : NULL;
  return columns != NULL;
}

static char
find_separator (const char *utf8, gsize length)
{
  static const char SEPARATORS[] = ",;\t";

  for (const char *p = SEPARATORS; *p != '\0'; p++)
    if (names_texts (utf8, length, *p))
      return *p;
  return '\0';
}

gboolean
accord_corpus_is_csv (const char *utf8, gsize length, const char *name)
{
  char separator = find_separator (utf8, length);
  gsize line = 0;
  g_autoptr (GPtrArray) rows = NULL;

  if (separator == '\0')
    return FALSE;
  if (name != NULL && (g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".tsv")))
    return TRUE;
  rows = accord_csv_parse (utf8, length, separator, ACCORD_PARTS_MAX, &line);
  return rows != NULL && rows->len > 1;
}

static gboolean
add_row (AccordSource *source,
         const AccordReadRequest *request,
         const GArray *columns,
         const GPtrArray *row,
         GError **error)
{
  const char *fields[ACCORD_N_COLUMNS + 1] = { NULL };

  for (guint i = 0; i < row->len; i++)
    fields[g_array_index (columns, AccordColumn, i)] = g_ptr_array_index (row, i);
  return accord_corpus_add (source, request, fields, error);
}

gboolean
accord_corpus_read_csv (const AccordReadRequest *request,
                        const char *utf8,
                        gsize length,
                        AccordSource *source,
                        GError **error)
{
  gsize line = 1;
  g_autoptr (GPtrArray) rows =
    accord_csv_parse (utf8, length, find_separator (utf8, length), ACCORD_PARTS_MAX + 2, &line);
  g_autoptr (GArray) columns = NULL;

  if (rows == NULL)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                   _ ("is no table that can be read: line %" G_GSIZE_FORMAT
                      " has other fields than the heading, or a quotation mark too many"),
                   line);
      return FALSE;
    }
  if (rows->len > ACCORD_PARTS_MAX + 1)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("holds more than %u documents"), ACCORD_PARTS_MAX);
      return FALSE;
    }
  columns = read_heading (g_ptr_array_index (rows, 0));
  for (guint i = 1; i < rows->len; i++)
    if (!add_row (source, request, columns, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}
