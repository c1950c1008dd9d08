/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell: stance glyph, number of passages, first words of the best quotation, a tint
 * of the row's coverage that deepens with that number. "—" is silence. */
#include "app/accord-matrix-content.h"

#include <glib/gi18n.h>

#include "app/accord-mark.h"
#include "app/accord-palette.h"
#include "app/accord-place.h"
#include "session/accord-label.h"

/* More letters than fit into the widest column. */
#define MAX_WORDS 160

/* Depth of the tint by number of passages: 1, 2, 3 to 4, 5 and more. */
static float
depth_of (guint n_codings)
{
  static const float DEPTHS[] = { 0.12f, 0.18f, 0.24f, 0.30f };

  return DEPTHS[n_codings >= 5 ? 3 : n_codings >= 3 ? 2 : n_codings - 1];
}

static const char *
language_of (AccordMatrixState *state, guint document)
{
  AccordFindings *findings = accord_session_get_findings (accord_matrix_state_get_session (state));

  return accord_document_get_language (
    accord_comparison_get_document (accord_findings_get_comparison (findings), document));
}

static AccordSessionDocument *
document_of (AccordMatrixState *state, int column)
{
  guint n = 0;
  const guint *columns = accord_matrix_get_columns (accord_matrix_state_get_matrix (state), &n);

  return accord_session_get_compared (accord_matrix_state_get_session (state), columns[column]);
}

/* The first words of the best quotation, on one line. */
static char *
dup_words (AccordMatrixState *state, const AccordCell *cell, const char **language)
{
  AccordSession *session = accord_matrix_state_get_session (state);
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_session_get_findings (session), &n);
  const AccordCodingFinding *best = NULL;
  char *words = NULL;

  g_return_val_if_fail (cell->best < n, g_strdup (""));

  best = &codings[cell->best];
  words = accord_place_dup_quote (session, best->document, best->passage);
  *language = accord_place_get_language (session, best->document, best->passage);
  if (g_utf8_strlen (words, -1) > MAX_WORDS)
    *g_utf8_offset_to_pointer (words, MAX_WORDS) = '\0';
  return g_strdelimit (words, "\n\t\r", ' ');
}

static void
tint (AccordCoverageClass coverage, guint n_codings, GdkRGBA *colour)
{
  accord_palette_tint (coverage, accord_palette_is_dark (), colour);
  if (!accord_palette_is_high_contrast ())
    colour->alpha = depth_of (n_codings);
}

static void
fill_silent (AccordGridCell *cell, const char *name, AccordSessionDocument *document)
{
  g_autofree char *label =
    g_strdup_printf (/* Translators: name of a principle, letter of a document */
                     _ ("%s, %s: silent"), name, accord_session_document_get_letter (document));
  AccordGridContent content = { .dim = "—", .label = label };

  accord_grid_cell_set_content (cell, &content);
}

static void
fill_document (
  AccordMatrixState *state, guint row, int column, gboolean narrow, AccordGridCell *widget)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  guint n = 0;
  const AccordMatrixRow *r = &accord_matrix_get_rows (matrix, &n)[row];
  const AccordCell *cell = accord_matrix_get_cell (matrix, row, (guint) column);
  AccordSessionDocument *document = document_of (state, column);
  const char *name = accord_matrix_get_name (matrix, row), *language = NULL;
  g_autofree char *count = g_strdup_printf ("%u", cell->n_codings);
  g_autofree char *words = NULL, *label = NULL;
  AccordGridContent content = { .marks = { ACCORD_GRID_MARK_STANCE }, .value = { cell->stance } };

  if (cell->n_codings == 0)
    {
      fill_silent (widget, name, document);
      return;
    }
  words = dup_words (state, cell, &language);
  label = g_strdup_printf (
    /* Translators: principle, letter of a document, what it does ("obliges"), count, quotation */
    g_dngettext (NULL, "%s, %s: %s, %u passage. “%s”", "%s, %s: %s, %u passages. “%s”",
                 cell->n_codings),
    name, accord_session_document_get_letter (document), accord_mark_stance_label (cell->stance),
    cell->n_codings, words);
  content.strong = count;
  content.words = narrow ? NULL : words;
  content.language = language;
  content.label = label;
  tint (r->coverage, cell->n_codings, &content.tint);
  accord_grid_cell_set_content (widget, &content);
}

/**
 * accord_matrix_content_dup_agreement:
 * @row: a row that is no heading
 *
 * Returns: (transfer full): "1 opposed", "2 weaker", "agree", or nothing with one document
 */
char *
accord_matrix_content_dup_agreement (const AccordMatrixRow *row)
{
  if (row->n_opposed > 0)
    return g_strdup_printf (g_dngettext (NULL, "%u opposed", "%u opposed", row->n_opposed),
                            row->n_opposed);
  if (row->n_weaker > 0)
    return g_strdup_printf (g_dngettext (NULL, "%u weaker", "%u weaker", row->n_weaker),
                            row->n_weaker);
  return g_strdup (row->n_documents > 1 ? _ ("agree") : "");
}

static void
fill_coverage (const AccordMatrix *matrix, guint row, AccordGridCell *cell)
{
  guint n = 0, n_columns = 0;
  const AccordMatrixRow *r = &accord_matrix_get_rows (matrix, &n)[row];
  g_autofree char *agreement = accord_matrix_content_dup_agreement (r);
  g_autofree char *count = NULL, *label = NULL;
  AccordGridContent content = { .marks = { ACCORD_GRID_MARK_COVERAGE }, .value = { r->coverage } };

  accord_matrix_get_columns (matrix, &n_columns);
  count = g_strdup_printf (/* Translators: documents that have it, of all documents */
                           _ ("%u of %u"), r->n_documents, n_columns);
  label =
    g_strdup_printf ("%s, %s, %s", accord_mark_coverage_label (r->coverage), count, agreement);
  content.words = count;
  content.dim = agreement;
  content.label = label;
  accord_grid_cell_set_content (cell, &content);
}

static void
fill_name (AccordMatrixState *state, guint row, AccordGridCell *cell)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  guint n = 0;
  const AccordMatrixRow *r = &accord_matrix_get_rows (matrix, &n)[row];
  const AccordMatrixOptions *options = accord_matrix_state_get_options (state);
  const char *name = accord_matrix_get_name (matrix, row);
  g_autofree char *number = g_strdup_printf ("%u", r->theme + 1);
  gboolean is_theme = r->principle == ACCORD_NONE;
  gboolean in_tree = options->sort == ACCORD_MATRIX_BY_NAME && !is_theme;
  AccordGridContent content = { .marks = { ACCORD_GRID_MARK_RING },
                                .letter = number,
                                .label = name };

  if (in_tree)
    {
      content.marks[0] = ACCORD_GRID_MARK_COVERAGE;
      content.value[0] = r->coverage;
    }
  if (is_theme)
    content.strong = name;
  else
    content.words = name;
  accord_grid_cell_set_content (cell, &content);
}

static void
fill_heading (AccordMatrixState *state, const AccordMatrixRow *row, AccordGridCell *cell)
{
  gboolean folded = (accord_matrix_state_get_options (state)->folded & (1u << row->coverage)) != 0;
  const char *name = accord_mark_coverage_label (row->coverage);
  g_autofree char *count = NULL, *label = NULL;
  AccordGridContent content = {
    .marks = { folded ? ACCORD_GRID_MARK_COLLAPSED : ACCORD_GRID_MARK_EXPANDED,
               ACCORD_GRID_MARK_COVERAGE },
    .value = { 0, row->coverage },
    .strong = name,
  };

  if (accord_matrix_state_get_options (state)->themes)
    count = g_strdup_printf (g_dngettext (NULL, "%u theme", "%u themes", row->n_rows), row->n_rows);
  else
    count = g_strdup_printf (g_dngettext (NULL, "%u principle", "%u principles", row->n_rows),
                             row->n_rows);
  label =
    g_strdup_printf ("%s, %s%s%s", name, count, folded ? ", " : "", folded ? _ ("folded") : "");
  content.dim = count;
  content.label = label;
  accord_grid_cell_set_content (cell, &content);
}

static void
fill_column_header (AccordMatrixState *state, int column, gboolean narrow, AccordGridCell *cell)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  AccordSessionDocument *document = document_of (state, column);
  guint n = 0, n_columns = 0, n_has = 0;
  guint d = accord_matrix_get_columns (matrix, &n_columns)[column];
  AccordCoverage *coverage = accord_matrix_get_coverage (matrix);
  const char *title = accord_session_document_get_title (document);
  g_autofree char *count = NULL, *label = NULL;
  AccordGridContent content = { .marks = { ACCORD_GRID_MARK_LETTER },
                                .letter = accord_session_document_get_letter (document),
                                .strong = title,
                                .two_lines = TRUE };

  accord_codebook_get_principles (
    accord_session_get_codebook (accord_matrix_state_get_session (state)), &n);
  for (guint i = 0; i < n; i++)
    n_has += accord_coverage_get_cell (coverage, i, d)->n_codings > 0;
  count = narrow
            ? g_strdup_printf ("%u", n_has)
            : g_strdup_printf (g_dngettext (NULL, "%u principle", "%u principles", n_has), n_has);
  label = g_strdup_printf ("%s, %s, %s", content.letter, title, count);
  content.dim = count;
  content.label = label;
  accord_grid_cell_set_content (cell, &content);
}

static void
fill_corner (AccordMatrixState *state, int column, AccordGridCell *cell)
{
  guint n = 0;
  gboolean themes = accord_matrix_state_get_options (state)->themes;
  AccordCodebook *codebook = accord_session_get_codebook (accord_matrix_state_get_session (state));
  g_autofree char *count = NULL;
  AccordGridContent content = { .two_lines = TRUE };

  if (themes)
    accord_codebook_get_themes (codebook, &n);
  else
    accord_codebook_get_principles (codebook, &n);
  count = g_strdup_printf (_ ("%u in the codebook"), n);
  content.strong = column == ACCORD_GRID_END ? _ ("Coverage")
                   : themes                  ? _ ("Theme")
                                             : _ ("Principle");
  content.dim = column == ACCORD_GRID_END ? _ ("and disagreement") : count;
  content.label = content.strong;
  accord_grid_cell_set_content (cell, &content);
}

/**
 * accord_matrix_content_fill:
 * @state: what is looked at, with something compared
 * @row: a row, or ACCORD_GRID_HEADER
 * @column: a column, ACCORD_GRID_START or ACCORD_GRID_END
 * @narrow: whether words have no room
 * @cell: what is filled
 */
void
accord_matrix_content_fill (
  AccordMatrixState *state, int row, int column, gboolean narrow, AccordGridCell *cell)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  guint n = 0, n_columns = 0;
  const AccordMatrixRow *rows = accord_matrix_get_rows (matrix, &n);

  accord_matrix_get_columns (matrix, &n_columns);
  if (row >= (int) n || column >= (int) n_columns)
    return;
  if (row == ACCORD_GRID_HEADER && column >= 0)
    fill_column_header (state, column, narrow, cell);
  else if (row == ACCORD_GRID_HEADER)
    fill_corner (state, column, cell);
  else if (accord_matrix_row_is_heading (&rows[row]))
    fill_heading (state, &rows[row], cell);
  else if (column == ACCORD_GRID_START)
    fill_name (state, (guint) row, cell);
  else if (column == ACCORD_GRID_END)
    fill_coverage (matrix, (guint) row, cell);
  else
    fill_document (state, (guint) row, column, narrow, cell);
}

/**
 * accord_matrix_content_dup_silence:
 * @state: what is looked at
 * @theme: index of a theme
 * @principle: index of a principle, or ACCORD_NONE for all of the theme
 * @document: its number in the findings
 *
 * Returns: (transfer full): what was searched for and not found
 */
char *
accord_matrix_content_dup_silence (AccordMatrixState *state,
                                   guint theme,
                                   guint principle,
                                   guint document)
{
  AccordCodebook *codebook = accord_session_get_codebook (accord_matrix_state_get_session (state));
  const char *language = language_of (state, document);
  g_autofree char *known = accord_label_dup_language_name (language);
  const char *name = known != NULL ? known : _ ("an unknown language");
  guint n = 0, n_terms = 0;
  const AccordTheme *t = &accord_codebook_get_themes (codebook, &n)[theme];
  guint first = principle != ACCORD_NONE ? principle : t->first_principle;
  guint last = principle != ACCORD_NONE ? principle + 1 : t->first_principle + t->n_principles;

  for (guint i = first; i < last; i++)
    n_terms += accord_codebook_count_terms (codebook, i, language);
  if (n_terms == 0)
    return g_strdup_printf (
      /* Translators: name of a language */
      _ ("Nothing was searched for: the codebook has no terms in %s here."), name);
  return g_strdup_printf (g_dngettext (NULL, "%u term in %s searched, not found.",
                                       "%u terms in %s searched, none found.", n_terms),
                          n_terms, name);
}

/**
 * accord_matrix_content_dup_tooltip:
 * @state: what is looked at
 * @row: a row, or ACCORD_GRID_HEADER
 * @column: a column, ACCORD_GRID_START or ACCORD_GRID_END
 *
 * Returns: (transfer full) (nullable): what the cell has no room for
 */
char *
accord_matrix_content_dup_tooltip (AccordMatrixState *state, int row, int column)
{
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  guint n = 0, n_columns = 0;
  const AccordMatrixRow *rows = NULL;
  const AccordCell *cell = NULL;
  const char *language = NULL;
  const guint *columns = NULL;

  if (matrix == NULL)
    return NULL;
  rows = accord_matrix_get_rows (matrix, &n);
  columns = accord_matrix_get_columns (matrix, &n_columns);
  if (row >= (int) n || column >= (int) n_columns)
    return NULL;
  if (row == ACCORD_GRID_HEADER)
    return column >= 0 ? g_strdup (accord_session_document_get_title (document_of (state, column)))
                       : NULL;
  if (accord_matrix_row_is_heading (&rows[row]) || column == ACCORD_GRID_END)
    return NULL;
  if (column == ACCORD_GRID_START)
    return g_strdup (accord_matrix_get_name (matrix, (guint) row));
  cell = accord_matrix_get_cell (matrix, (guint) row, (guint) column);
  if (cell->n_codings == 0)
    return accord_matrix_content_dup_silence (state, rows[row].theme, rows[row].principle,
                                              columns[column]);
  return dup_words (state, cell, &language);
}
