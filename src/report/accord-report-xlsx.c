/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All tables as the sheets of one workbook. The library writes to files only, so that it
 * is given one that lies in memory and has no name: nothing is left of it, whatever ends
 * the program. */
#include "report/accord-report-table.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "report/accord-report-private.h"

/* What a cell and a sheet may hold, by the format. */
#define MOST_LETTERS 32767
#define MOST_ROWS LXW_ROW_MAX

typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *heading;
  lxw_format *plain;
  lxw_format *thousandths;
  const AccordColumn *columns;
  guint n_columns;
  lxw_row_t row;
  lxw_col_t column;
  lxw_error failure;
} Xlsx;

static void
note (Xlsx *xlsx, lxw_error code)
{
  if (xlsx->failure == LXW_NO_ERROR)
    xlsx->failure = code;
}

/* A file cannot hold controls, and no more letters than the format's limit. */
static char *
dup_cell (const char *text, gssize length)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  guint n = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Excel counts units of UTF-16. */
      n += c > 0xFFFF ? 2 : 1;
      if (n > MOST_LETTERS - 1)
        {
          g_string_append (clean, "…");
          break;
        }
      g_string_append_unichar (clean, accord_report_clean_char (c));
    }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

static void
begin_cb (gpointer data, const AccordColumn *columns, guint n_columns)
{
  Xlsx *xlsx = data;

  xlsx->columns = columns;
  xlsx->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      const char *title = columns[i].title != NULL ? _ (columns[i].title) : columns[i].id;
      g_autofree char *cell = dup_cell (title, -1);

      note (xlsx, worksheet_set_column (xlsx->sheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width,
                                        NULL));
      note (xlsx, worksheet_write_string (xlsx->sheet, 0, (lxw_col_t) i, cell, xlsx->heading));
    }
  xlsx->row = 1;
  xlsx->column = 0;
}

static void
text_cb (gpointer data, const char *text, gssize length)
{
  Xlsx *xlsx = data;

  if (text != NULL && length != 0 && *text != '\0' && xlsx->row < MOST_ROWS)
    {
      g_autofree char *cell = dup_cell (text, length);

      note (xlsx, worksheet_write_string (xlsx->sheet, xlsx->row, xlsx->column, cell, xlsx->plain));
    }
  xlsx->column++;
}

static void
number_cb (gpointer data, gint64 number)
{
  Xlsx *xlsx = data;
  gboolean thousandths = xlsx->columns[xlsx->column].kind == ACCORD_COLUMN_THOUSANDTHS;

  if (xlsx->row < MOST_ROWS)
    note (xlsx, worksheet_write_number (xlsx->sheet, xlsx->row, xlsx->column,
                                        thousandths ? (double) number / 1000 : (double) number,
                                        thousandths ? xlsx->thousandths : xlsx->plain));
  xlsx->column++;
}

static void
end_row_cb (gpointer data)
{
  Xlsx *xlsx = data;

  xlsx->row++;
  xlsx->column = 0;
}

/* What a sheet is called, by the table; the library refuses what the format does. */
static void
add_sheet (Xlsx *xlsx, AccordReportTable table)
{
  const char *const NAMES[ACCORD_N_REPORT_TABLES] = {
    C_ ("sheet", "Quotations"), C_ ("sheet", "Matrix"),   C_ ("sheet", "Links"),
    C_ ("sheet", "Coverage"),   C_ ("sheet", "Codebook"), C_ ("sheet", "Method"),
  };
  const char *name = NAMES[table];

  if (workbook_validate_sheet_name (xlsx->workbook, name) != LXW_NO_ERROR)
    name = accord_report_table_name (table);
  xlsx->sheet = workbook_add_worksheet (xlsx->workbook, name);
}

static gboolean
write_sheet (Xlsx *xlsx,
             const AccordFacts *facts,
             AccordReportTable table,
             const AccordWatch *watch,
             GError **error)
{
  const AccordRows rows = { begin_cb, text_cb, number_cb, end_row_cb, xlsx };

  add_sheet (xlsx, table);
  if (!accord_table_write (facts, table, &rows, watch, error))
    return FALSE;
  /* The columns are kept, with the head, while the rest scrolls. */
  worksheet_freeze_panes (xlsx->sheet, 1, 0);
  if (xlsx->row > 1)
    worksheet_autofilter (xlsx->sheet, 0, 0, MIN (xlsx->row, MOST_ROWS) - 1,
                          (lxw_col_t) (xlsx->n_columns - 1));
  worksheet_set_landscape (xlsx->sheet);
  worksheet_repeat_rows (xlsx->sheet, 0, 0);
  worksheet_fit_to_pages (xlsx->sheet, 1, 0);
  return TRUE;
}

static void
set_properties (Xlsx *xlsx, const AccordFacts *facts)
{
  g_autofree char *title = accord_facts_dup_title (facts);
  g_autofree char *whole = dup_cell (title, -1);
  /* The library takes 255 letters. */
  g_autofree char *cell = g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), 200));
  lxw_doc_properties properties = { .title = cell,
                                    .author = (char *) "Accord",
                                    .created = (time_t) accord_report_get_time () };

  note (xlsx, workbook_set_properties (xlsx->workbook, &properties));
}

static void
make_formats (Xlsx *xlsx)
{
  xlsx->heading = workbook_add_format (xlsx->workbook);
  format_set_bold (xlsx->heading);
  format_set_text_wrap (xlsx->heading);
  format_set_bottom (xlsx->heading, LXW_BORDER_MEDIUM);
  format_set_align (xlsx->heading, LXW_ALIGN_VERTICAL_BOTTOM);
  xlsx->plain = workbook_add_format (xlsx->workbook);
  format_set_text_wrap (xlsx->plain);
  format_set_align (xlsx->plain, LXW_ALIGN_VERTICAL_TOP);
  xlsx->thousandths = workbook_add_format (xlsx->workbook);
  format_set_num_format (xlsx->thousandths, "0.000");
  format_set_align (xlsx->thousandths, LXW_ALIGN_VERTICAL_TOP);
}

/* FALSE where the work was stopped; the workbook is closed in any case, which frees it. */
static gboolean
write_workbook (const char *path,
                const AccordFacts *facts,
                const AccordWatch *watch,
                GError **error)
{
  static const AccordReportTable ORDER[] = {
    ACCORD_REPORT_TABLE_MATRIX,   ACCORD_REPORT_TABLE_QUOTATIONS, ACCORD_REPORT_TABLE_LINKS,
    ACCORD_REPORT_TABLE_COVERAGE, ACCORD_REPORT_TABLE_CODEBOOK,   ACCORD_REPORT_TABLE_METHOD
  };
  lxw_workbook_options options = { LXW_FALSE, NULL, LXW_TRUE };
  Xlsx xlsx = { .workbook = workbook_new_opt (path, &options) };
  gboolean done = TRUE;

  make_formats (&xlsx);
  set_properties (&xlsx, facts);
  for (guint i = 0; i < G_N_ELEMENTS (ORDER) && done; i++)
    done = write_sheet (&xlsx, facts, ORDER[i], watch, error);
  note (&xlsx, workbook_close (xlsx.workbook));
  if (done && xlsx.failure != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the workbook could not be made: %s"),
                   lxw_strerror (xlsx.failure));
      return FALSE;
    }
  return done;
}

static gboolean
fail_errno (GError **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _ ("the workbook could not be made: %s"), g_strerror (code));
  return FALSE;
}

static gboolean
read_back (int fd, GString *out)
{
  char piece[65536];
  off_t at = 0;
  gssize n = 0;

  while ((n = pread (fd, piece, sizeof piece, at)) > 0)
    {
      g_string_append_len (out, piece, n);
      at += n;
    }
  return n == 0;
}

/**
 * accord_report_xlsx:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Writes six sheets: matrix, quotations, links, coverage, codebook, method. Texts over the
 * format's limit of 32,767 letters are cut with an ellipsis.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED or a code of G_IO_ERROR
 */
gboolean
accord_report_xlsx (const AccordReportInput *input,
                    GString *out,
                    const AccordWatch *watch,
                    GError **error)
{
  AccordFacts facts;
  g_autofree char *path = NULL;
  int fd = memfd_create ("report.xlsx", MFD_CLOEXEC);
  gboolean done = FALSE;

  if (fd < 0)
    return fail_errno (error);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  accord_facts_init (&facts, input);
  done = write_workbook (path, &facts, watch, error) && (read_back (fd, out) || fail_errno (error));
  accord_facts_clear (&facts);
  close (fd);
  return done;
}
