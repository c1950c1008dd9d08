/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix as a table for the clipboard: tab-separated text, and HTML for programs
 * that take tables. Cells are flattened: a tab or a line end would be another cell. */
#include <glib/gi18n.h>

#include "app/accord-mark.h"
#include "app/accord-matrix-content.h"
#include "app/accord-place.h"

typedef struct
{
  GString *string;
  gboolean html;
  gboolean header;
  guint column; /* of the next cell */
} Table;

static void
begin_row (Table *table)
{
  table->column = 0;
  if (table->html)
    g_string_append (table->string, "<tr>");
}

static void
end_row (Table *table)
{
  g_string_append (table->string, table->html ? "</tr>\n" : "\n");
}

static void
append_cell (Table *table, const char *text)
{
  g_autofree char *flat = g_strdelimit (g_strdup (text), "\t\n\r", ' ');
  const char *tag = table->header || table->column == 0 ? "th" : "td";

  if (!table->html)
    g_string_append_printf (table->string, "%s%s", table->column > 0 ? "\t" : "", flat);
  else
    {
      g_autofree char *escaped = g_markup_escape_text (flat, -1);

      g_string_append_printf (table->string, "<%s>%s</%s>", tag, escaped, tag);
    }
  table->column++;
}

static void
append_header (Table *table, AccordMatrixState *state)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  guint n = 0;
  const guint *columns = accord_matrix_get_columns (matrix, &n);

  table->header = TRUE;
  begin_row (table);
  append_cell (table,
               accord_matrix_state_get_options (state)->themes ? _ ("Theme") : _ ("Principle"));
  for (guint i = 0; i < n; i++)
    {
      AccordSessionDocument *document =
        accord_session_get_compared (accord_matrix_state_get_session (state), columns[i]);
      g_autofree char *title =
        g_strdup_printf ("%s · %s", accord_session_document_get_letter (document),
                         accord_session_document_get_title (document));

      append_cell (table, title);
    }
  append_cell (table, _ ("Coverage"));
  append_cell (table, _ ("Agreement"));
  end_row (table);
  table->header = FALSE;
}

/* "obliges 2 · the words": stance, passages, best quotation. */
static char *
dup_cell (AccordMatrixState *state, const AccordCell *cell)
{
  AccordSession *session = accord_matrix_state_get_session (state);
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_session_get_findings (session), &n);
  g_autofree char *quote = NULL;

  if (cell->n_codings == 0)
    return g_strdup ("—");
  quote =
    accord_place_dup_quote (session, codings[cell->best].document, codings[cell->best].passage);
  return g_strdup_printf ("%s %u · %s", accord_mark_stance_label (cell->stance), cell->n_codings,
                          quote);
}

static void
append_row (Table *table, AccordMatrixState *state, guint row)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  guint n = 0, n_columns = 0;
  const AccordMatrixRow *r = &accord_matrix_get_rows (matrix, &n)[row];
  g_autofree char *agreement = accord_matrix_content_dup_agreement (r);

  accord_matrix_get_columns (matrix, &n_columns);
  begin_row (table);
  append_cell (table, accord_matrix_get_name (matrix, row));
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *cell = dup_cell (state, accord_matrix_get_cell (matrix, row, i));

      append_cell (table, cell);
    }
  append_cell (table, accord_mark_coverage_label (r->coverage));
  append_cell (table, agreement);
  end_row (table);
}

static char *
dup_table (AccordMatrixState *state, AccordMatrixChosen chosen, gpointer data, gboolean html)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  Table table = { g_string_new (html ? "<table>\n" : NULL), html, FALSE, 0 };
  guint n = 0;
  const AccordMatrixRow *rows = accord_matrix_get_rows (matrix, &n);

  append_header (&table, state);
  for (guint i = 0; i < n; i++)
    if (!accord_matrix_row_is_heading (&rows[i]) && (chosen == NULL || chosen (&rows[i], data)))
      append_row (&table, state, i);
  if (html)
    g_string_append (table.string, "</table>\n");
  return g_string_free (table.string, FALSE);
}

/**
 * accord_matrix_content_dup_text:
 * @state: what is looked at, with something compared
 * @chosen: (nullable): tells which rows are wanted; NULL: all that are shown
 * @data: for @chosen
 *
 * Returns: (transfer full): the table as text, tabs between its cells
 */
char *
accord_matrix_content_dup_text (AccordMatrixState *state, AccordMatrixChosen chosen, gpointer data)
{
  return dup_table (state, chosen, data, FALSE);
}

/**
 * accord_matrix_content_dup_html:
 * @state: what is looked at, with something compared
 * @chosen: (nullable): tells which rows are wanted; NULL: all that are shown
 * @data: for @chosen
 *
 * Returns: (transfer full): the table as HTML
 */
char *
accord_matrix_content_dup_html (AccordMatrixState *state, AccordMatrixChosen chosen, gpointer data)
{
  return dup_table (state, chosen, data, TRUE);
}
