/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are made for all themes or principles, filtered, then sorted with a total
 * order: ties go by the codebook, so that a row never jumps without a reason. */
#include "session/accord-matrix.h"

/* Invariants: rows are in the order in which they are shown; columns are the shown documents. */
struct _AccordMatrix
{
  AccordCoverage *coverage;
  AccordMatrixOptions options;
  char *language;
  GArray *rows;
  guint *columns;
  guint n_columns;
  guint *firsts; /* while it is made: by principle */
};

/* A row with what it is sorted by. */
typedef struct
{
  AccordMatrixRow row;
  char *key;   /* nullable: collation key of its name */
  guint first; /* index of the first coding of it that counts */
} Entry;

static const AccordCoverageClass HEADINGS[] = { ACCORD_COVERAGE_ALL, ACCORD_COVERAGE_SOME,
                                                ACCORD_COVERAGE_UNIQUE, ACCORD_COVERAGE_PRESENT,
                                                ACCORD_COVERAGE_SILENT };

static AccordCodebook *
codebook_of (const AccordMatrix *self)
{
  return accord_comparison_get_codebook (
    accord_findings_get_comparison (accord_coverage_get_findings (self->coverage)));
}

static const AccordCell *
cell_of (const AccordMatrix *self, const AccordMatrixRow *row, guint document)
{
  return row->principle != ACCORD_NONE
           ? accord_coverage_get_cell (self->coverage, row->principle, document)
           : accord_coverage_get_theme_cell (self->coverage, row->theme, document);
}

static const char *
name_of (const AccordMatrix *self, const AccordMatrixRow *row)
{
  if (row->principle != ACCORD_NONE)
    return accord_codebook_get_sentence (codebook_of (self), row->principle, ACCORD_WHAT_NAME,
                                         self->language);
  return accord_codebook_get_theme_name (codebook_of (self), row->theme, self->language);
}

/* The firmest cell of the row is what the others are held against. */
static void
compare_cells (const AccordMatrix *self, AccordMatrixRow *row)
{
  const AccordCell *firmest = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const AccordCell *cell = cell_of (self, row, self->columns[i]);

      if (cell->n_codings > 0 && (firmest == NULL || accord_stance_strength (cell->stance) >
                                                       accord_stance_strength (firmest->stance)))
        firmest = cell;
    }
  for (guint i = 0; i < self->n_columns && firmest != NULL; i++)
    {
      const AccordCell *cell = cell_of (self, row, self->columns[i]);

      if (cell->n_codings == 0)
        continue;
      row->n_documents++;
      row->n_codings += cell->n_codings;
      if (cell->opposed || cell->polarity != firmest->polarity)
        row->n_opposed++;
      else if (accord_stance_strength (firmest->stance) - accord_stance_strength (cell->stance) >=
               200)
        row->n_weaker++;
    }
}

/* Where the documents first speak of each principle; codings come by document and passage. */
static guint *
find_firsts (const AccordMatrix *self)
{
  guint n = 0, n_principles = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_coverage_get_findings (self->coverage), &n);
  guint *firsts = NULL;

  accord_codebook_get_principles (codebook_of (self), &n_principles);
  firsts = g_new (guint, n_principles + 1);
  for (guint i = 0; i < n_principles; i++)
    firsts[i] = ACCORD_NONE;
  for (guint i = 0; i < n; i++)
    if (firsts[codings[i].principle] == ACCORD_NONE &&
        accord_coverage_counts (self->coverage, &codings[i]))
      firsts[codings[i].principle] = i;
  return firsts;
}

static guint
first_of (const AccordMatrix *self, const AccordMatrixRow *row)
{
  guint n = 0, first = ACCORD_NONE;
  const AccordTheme *theme = &accord_codebook_get_themes (codebook_of (self), &n)[row->theme];

  if (row->principle != ACCORD_NONE)
    return self->firsts[row->principle];
  for (guint i = 0; i < theme->n_principles; i++)
    first = MIN (first, self->firsts[theme->first_principle + i]);
  return first;
}

static gboolean
has_stance (const AccordMatrix *self, const AccordMatrixRow *row)
{
  if (self->options.stance >= ACCORD_N_STANCES)
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const AccordCell *cell = cell_of (self, row, self->columns[i]);

      if (cell->n_codings > 0 && cell->stance == self->options.stance)
        return TRUE;
    }
  return FALSE;
}

static void
add_entry (const AccordMatrix *self, GArray *entries, guint theme, guint principle)
{
  Entry entry = { .row = { .theme = theme, .principle = principle } };

  entry.row.coverage = principle != ACCORD_NONE
                         ? accord_coverage_get_class (self->coverage, principle)
                         : accord_coverage_get_theme_class (self->coverage, theme);
  if ((self->options.without & (1u << entry.row.coverage)) != 0 || !has_stance (self, &entry.row))
    return;
  compare_cells (self, &entry.row);
  if (self->options.sort == ACCORD_MATRIX_BY_TEXT)
    entry.first = first_of (self, &entry.row);
  if (self->options.sort == ACCORD_MATRIX_BY_NAME)
    entry.key = g_utf8_collate_key (name_of (self, &entry.row), -1);
  g_array_append_val (entries, entry);
}

static gint
compare_numbers (guint a, guint b)
{
  return (a > b) - (a < b);
}

static gint
compare_entries (gconstpointer first, gconstpointer second, gpointer data)
{
  const Entry *a = first, *b = second;
  const AccordMatrixRow *x = &a->row, *y = &b->row;
  gint order = 0;

  switch (*(const AccordMatrixSort *) data)
    {
    case ACCORD_MATRIX_BY_NAME:
      order = g_strcmp0 (a->key, b->key);
      break;
    case ACCORD_MATRIX_BY_TEXT:
      order = compare_numbers (a->first, b->first);
      break;
    case ACCORD_MATRIX_BY_DISAGREEMENT:
      order = compare_numbers (y->n_opposed, x->n_opposed);
      if (order == 0)
        order = compare_numbers (y->n_weaker, x->n_weaker);
      break;
    case ACCORD_MATRIX_BY_COVERAGE:
    case ACCORD_MATRIX_BY_COUNT:
    case ACCORD_N_MATRIX_SORTS:
    default:
      break;
    }
  if (order == 0 && *(const AccordMatrixSort *) data != ACCORD_MATRIX_BY_TEXT)
    order = compare_numbers (y->n_codings, x->n_codings);
  if (order == 0)
    order = compare_numbers (x->theme, y->theme);
  return order != 0 ? order : compare_numbers (x->principle, y->principle);
}

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->key);
}

static GArray *
entries_new (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);
  return entries;
}

static void
append_rows (AccordMatrix *self, GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (self->rows, g_array_index (entries, Entry, i).row);
}

static void
sort_entries (AccordMatrix *self, GArray *entries)
{
  g_array_sort_with_data (entries, compare_entries, &self->options.sort);
}

static void
add_principles (AccordMatrix *self, GArray *entries, guint theme, const AccordTheme *t)
{
  for (guint i = 0; i < t->n_principles; i++)
    add_entry (self, entries, theme, t->first_principle + i);
}

/* Every row of the kind that is asked for, in one list. */
static GArray *
list_entries (AccordMatrix *self)
{
  GArray *entries = entries_new ();
  guint n = 0;
  const AccordTheme *themes = accord_codebook_get_themes (codebook_of (self), &n);

  for (guint i = 0; i < n; i++)
    if (self->options.themes)
      add_entry (self, entries, i, ACCORD_NONE);
    else
      add_principles (self, entries, i, &themes[i]);
  sort_entries (self, entries);
  return entries;
}

/* Under each theme its principles; a theme that has none left is left out. */
static void
fill_tree (AccordMatrix *self)
{
  guint n = 0;
  const AccordTheme *themes = accord_codebook_get_themes (codebook_of (self), &n);
  AccordMatrixOptions options = self->options;
  g_autoptr (GArray) entries = entries_new ();

  self->options.without = 0;
  self->options.stance = ACCORD_N_STANCES;
  for (guint i = 0; i < n; i++)
    add_entry (self, entries, i, ACCORD_NONE);
  sort_entries (self, entries);
  self->options = options;
  for (guint i = 0; i < entries->len; i++)
    {
      const AccordMatrixRow *theme = &g_array_index (entries, Entry, i).row;
      g_autoptr (GArray) principles = entries_new ();

      add_principles (self, principles, theme->theme, &themes[theme->theme]);
      if (principles->len == 0)
        continue;
      sort_entries (self, principles);
      g_array_append_val (self->rows, *theme);
      append_rows (self, principles);
    }
}

static void
fill_under_headings (AccordMatrix *self)
{
  g_autoptr (GArray) entries = list_entries (self);

  for (guint h = 0; h < G_N_ELEMENTS (HEADINGS); h++)
    {
      AccordMatrixRow heading = { .coverage = HEADINGS[h],
                                  .theme = ACCORD_NONE,
                                  .principle = ACCORD_NONE };

      for (guint i = 0; i < entries->len; i++)
        heading.n_rows += g_array_index (entries, Entry, i).row.coverage == HEADINGS[h];
      if (heading.n_rows == 0)
        continue;
      g_array_append_val (self->rows, heading);
      for (guint i = 0; i < entries->len && (self->options.folded & (1u << HEADINGS[h])) == 0; i++)
        if (g_array_index (entries, Entry, i).row.coverage == HEADINGS[h])
          g_array_append_val (self->rows, g_array_index (entries, Entry, i).row);
    }
}

static void
fill_flat (AccordMatrix *self)
{
  g_autoptr (GArray) entries = list_entries (self);

  append_rows (self, entries);
}

/**
 * accord_matrix_new:
 * @coverage: what the cells are read from
 * @options: order and filters
 *
 * Cost: principles × documents, and linear in the codings.
 *
 * Returns: (transfer full): the rows
 */
AccordMatrix *
accord_matrix_new (AccordCoverage *coverage, const AccordMatrixOptions *options)
{
  AccordMatrix *self = NULL;
  guint n = 0;

  g_return_val_if_fail (coverage != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->sort < ACCORD_N_MATRIX_SORTS, NULL);

  self = g_new0 (AccordMatrix, 1);
  self->coverage = accord_coverage_ref (coverage);
  self->options = *options;
  self->language = g_strdup (options->language != NULL ? options->language : "en");
  self->options.language = self->language;
  self->rows = g_array_new (FALSE, FALSE, sizeof (AccordMatrixRow));
  n = accord_comparison_get_n_documents (
    accord_findings_get_comparison (accord_coverage_get_findings (coverage)));
  self->columns = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    if (accord_coverage_is_shown (coverage, i))
      self->columns[self->n_columns++] = i;
  self->firsts = find_firsts (self);
  if (options->sort == ACCORD_MATRIX_BY_COVERAGE)
    fill_under_headings (self);
  else if (options->sort == ACCORD_MATRIX_BY_NAME && !options->themes)
    fill_tree (self);
  else
    fill_flat (self);
  g_clear_pointer (&self->firsts, g_free);
  return self;
}

/**
 * accord_matrix_free:
 * @self: (transfer full): a matrix
 */
void
accord_matrix_free (AccordMatrix *self)
{
  accord_coverage_unref (self->coverage);
  g_array_unref (self->rows);
  g_free (self->columns);
  g_free (self->language);
  g_free (self);
}

/**
 * accord_matrix_get_coverage:
 * @self: a matrix
 *
 * Returns: (transfer none): what its cells are read from
 */
AccordCoverage *
accord_matrix_get_coverage (const AccordMatrix *self)
{
  return self->coverage;
}

/**
 * accord_matrix_get_rows:
 * @self: a matrix
 * @n_rows: (out): their number
 *
 * Returns: (transfer none) (array length=n_rows): the rows, from top to bottom
 */
const AccordMatrixRow *
accord_matrix_get_rows (const AccordMatrix *self, guint *n_rows)
{
  *n_rows = self->rows->len;
  return (const AccordMatrixRow *) (gpointer) self->rows->data;
}

/**
 * accord_matrix_get_columns:
 * @self: a matrix
 * @n_columns: (out): their number
 *
 * Returns: (transfer none) (array length=n_columns): indices of the shown documents
 */
const guint *
accord_matrix_get_columns (const AccordMatrix *self, guint *n_columns)
{
  *n_columns = self->n_columns;
  return self->columns;
}

/**
 * accord_matrix_row_is_heading:
 * @row: a row
 *
 * Returns: whether it has no cells, but heads the rows of a class
 */
gboolean
accord_matrix_row_is_heading (const AccordMatrixRow *row)
{
  return row->theme == ACCORD_NONE;
}

/**
 * accord_matrix_get_name:
 * @self: a matrix
 * @row: index of a row that is no heading
 *
 * Returns: (transfer none): the name of its theme or principle
 */
const char *
accord_matrix_get_name (const AccordMatrix *self, guint row)
{
  const AccordMatrixRow *r = NULL;

  g_return_val_if_fail (row < self->rows->len, NULL);

  r = &g_array_index (self->rows, AccordMatrixRow, row);
  g_return_val_if_fail (!accord_matrix_row_is_heading (r), NULL);

  return name_of (self, r);
}

/**
 * accord_matrix_get_cell:
 * @self: a matrix
 * @row: index of a row that is no heading
 * @column: index of a column
 *
 * Returns: (transfer none): what the document has of it
 */
const AccordCell *
accord_matrix_get_cell (const AccordMatrix *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->n_columns, NULL);

  return cell_of (self, &g_array_index (self->rows, AccordMatrixRow, row), self->columns[column]);
}

/**
 * accord_matrix_find_row:
 * @self: a matrix
 * @theme: index of a theme
 * @principle: index of a principle of it, or ACCORD_NONE
 * @row: (out): index of the row
 *
 * Returns: whether it has a row
 */
gboolean
accord_matrix_find_row (const AccordMatrix *self, guint theme, guint principle, guint *row)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    {
      const AccordMatrixRow *r = &g_array_index (self->rows, AccordMatrixRow, *row);

      if (r->theme == theme && r->principle == principle && !accord_matrix_row_is_heading (r))
        return TRUE;
    }
  return FALSE;
}
