/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage is counted in one pass over the findings into a grid of principles ×
 * documents and one of themes × documents; classes and verdicts are read off the rows. */
#include "engine/accord-coverage.h"

#include "engine/accord-verdict-private.h"

/* Invariants: cells has n_principles × n_documents entries, row by row, theme_cells likewise
 * with the themes; cells of documents that are not shown are empty; unit has for each document a
 * number below n_units, and each unit a document. */
struct _AccordCoverage
{
  AccordFindings *findings;
  gboolean *shown;
  gint least_score;
  guint *unit;
  guint n_units;
  guint n_documents;
  guint n_principles;
  guint n_themes;
  AccordCell *cells;
  AccordCell *theme_cells;
  AccordCoverageClass *classes;
  AccordCoverageClass *theme_classes;
  AccordVerdict *verdicts;
  guint n_class[ACCORD_N_COVERAGES];
};

static void
coverage_clear (gpointer data)
{
  AccordCoverage *self = data;

  accord_findings_unref (self->findings);
  g_free (self->shown);
  g_free (self->unit);
  g_free (self->cells);
  g_free (self->theme_cells);
  g_free (self->classes);
  g_free (self->theme_classes);
  g_free (self->verdicts);
}

static AccordCodebook *
codebook_of (const AccordCoverage *self)
{
  return accord_comparison_get_codebook (accord_findings_get_comparison (self->findings));
}

/* Strongest stance, then score; findings come by position, so the first of equals stays. */
static gboolean
is_better (const AccordCodingFinding *finding, const AccordCodingFinding *best)
{
  gint strength = accord_stance_strength (finding->stance);
  gint best_strength = accord_stance_strength (best->stance);

  if (strength != best_strength)
    return strength > best_strength;
  return finding->score > best->score;
}

static void
count_in (AccordCell *cell, const AccordCodingFinding *codings, guint i)
{
  cell->n_codings++;
  if (cell->best != ACCORD_NONE && !is_better (&codings[i], &codings[cell->best]))
    return;
  cell->best = i;
  cell->stance = codings[i].stance;
  cell->polarity = codings[i].polarity;
}

static AccordCell *
cells_new (guint n)
{
  AccordCell *cells = g_new0 (AccordCell, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      cells[i].best = ACCORD_NONE;
      cells[i].stance = ACCORD_STANCE_NOTE;
    }
  return cells;
}

/* A theme is opposed in itself where one of its principles is: a theme that forbids one thing and
 * demands another does not contradict itself. */
static void
fill_cells (AccordCoverage *self)
{
  guint n = 0, n_principles = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (self->findings, &n);
  const AccordPrinciple *principles =
    accord_codebook_get_principles (codebook_of (self), &n_principles);
  g_autofree guint8 *polarities = g_new0 (guint8, self->n_principles * self->n_documents + 1);

  for (guint i = 0; i < n; i++)
    {
      gsize at = (gsize) codings[i].principle * self->n_documents + codings[i].document;
      gsize theme_at =
        (gsize) principles[codings[i].principle].theme * self->n_documents + codings[i].document;

      if (!accord_coverage_counts (self, &codings[i]))
        continue;
      count_in (&self->cells[at], codings, i);
      count_in (&self->theme_cells[theme_at], codings, i);
      polarities[at] |= codings[i].polarity < 0 ? 1 : 2;
      if (polarities[at] == 3)
        self->cells[at].opposed = self->theme_cells[theme_at].opposed = TRUE;
    }
}

/* In how many units a document is shown, and in how many of these one has it. */
static void
count_units (const AccordCoverage *self, const AccordCell *row, guint *n_shown, guint *n_has)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->n_units + 1);

  *n_shown = *n_has = 0;
  for (guint i = 0; i < self->n_documents; i++)
    {
      guint8 flags = (guint8) ((self->shown[i] ? 1 : 0) | (row[i].n_codings > 0 ? 2 : 0));

      *n_shown += (flags & 1) != 0 && (seen[self->unit[i]] & 1) == 0;
      *n_has += (flags & 2) != 0 && (seen[self->unit[i]] & 2) == 0;
      seen[self->unit[i]] |= flags;
    }
}

static AccordCoverageClass
class_of (const AccordCoverage *self, const AccordCell *row)
{
  guint n_shown = 0, n = 0;

  count_units (self, row, &n_shown, &n);
  if (n == 0)
    return ACCORD_COVERAGE_SILENT;
  if (n_shown == 1)
    return ACCORD_COVERAGE_PRESENT;
  if (n == n_shown)
    return ACCORD_COVERAGE_ALL;
  return n == 1 ? ACCORD_COVERAGE_UNIQUE : ACCORD_COVERAGE_SOME;
}

/* The gravest verdict over all pairs of documents of different units that have the principle. */
static AccordVerdict
verdict_of (const AccordCoverage *self, const AccordCell *row)
{
  AccordVerdict verdict = ACCORD_VERDICT_NONE;

  for (guint i = 0; i < self->n_documents; i++)
    for (guint j = i + 1; j < self->n_documents; j++)
      if (row[i].n_codings > 0 && row[j].n_codings > 0 && self->unit[i] != self->unit[j])
        verdict = MAX (verdict, accord_verdict_of_stances (row[i].stance, row[i].polarity,
                                                           row[j].stance, row[j].polarity));
  return verdict;
}

static void
read_rows (AccordCoverage *self)
{
  for (guint i = 0; i < self->n_principles; i++)
    {
      const AccordCell *row = self->cells + (gsize) i * self->n_documents;

      self->classes[i] = class_of (self, row);
      self->verdicts[i] = verdict_of (self, row);
      self->n_class[self->classes[i]]++;
    }
  for (guint i = 0; i < self->n_themes; i++)
    self->theme_classes[i] = class_of (self, self->theme_cells + (gsize) i * self->n_documents);
}

/**
 * accord_coverage_new:
 * @findings: findings
 * @shown: (nullable): for each document whether it is looked at; NULL for all of them
 * @least_score: what a coding needs to count, 0 to 1000
 *
 * Cost: linear in the codings, and the square of the documents for each principle.
 *
 * Returns: (transfer full): the coverage
 */
AccordCoverage *
accord_coverage_new (AccordFindings *findings, const gboolean *shown, gint least_score)
{
  return accord_coverage_new_units (findings, shown, least_score, NULL);
}

/* Any numbers for units become 0, 1, 2 … in the order of their first documents. */
static void
number_units (AccordCoverage *self, const guint *units)
{
  self->unit = g_new (guint, self->n_documents + 1);
  for (guint i = 0; i < self->n_documents; i++)
    {
      guint j = i;

      for (guint k = 0; units != NULL && k < i && j == i; k++)
        if (units[k] == units[i])
          j = k;
      self->unit[i] = j < i ? self->unit[j] : self->n_units++;
    }
}

/**
 * accord_coverage_new_units:
 * @findings: findings
 * @shown: (nullable): for each document whether it is looked at; NULL for all of them
 * @least_score: what a coding needs to count, 0 to 1000
 * @units: (nullable): for each document a number; documents with the same number are one unit;
 *   NULL: each is one of its own
 *
 * A unit has what one of its shown documents has: classes and verdicts are over units, as for
 * language versions of one statement, or for groups of documents. Cells stay those of documents.
 * Cost: as of accord_coverage_new(), and the square of the documents.
 *
 * Returns: (transfer full): the coverage
 */
AccordCoverage *
accord_coverage_new_units (AccordFindings *findings,
                           const gboolean *shown,
                           gint least_score,
                           const guint *units)
{
  AccordComparison *comparison = NULL;
  AccordCoverage *self = NULL;

  g_return_val_if_fail (findings != NULL, NULL);

  comparison = accord_findings_get_comparison (findings);
  self = g_atomic_rc_box_new0 (AccordCoverage);
  self->findings = accord_findings_ref (findings);
  self->least_score = least_score;
  self->n_documents = accord_comparison_get_n_documents (comparison);
  accord_codebook_get_principles (codebook_of (self), &self->n_principles);
  accord_codebook_get_themes (codebook_of (self), &self->n_themes);
  self->shown = g_new (gboolean, self->n_documents + 1);
  for (guint i = 0; i < self->n_documents; i++)
    self->shown[i] = shown == NULL || shown[i];
  number_units (self, units);
  self->cells = cells_new (self->n_principles * self->n_documents);
  self->theme_cells = cells_new (self->n_themes * self->n_documents);
  self->classes = g_new0 (AccordCoverageClass, self->n_principles + 1);
  self->theme_classes = g_new0 (AccordCoverageClass, self->n_themes + 1);
  self->verdicts = g_new0 (AccordVerdict, self->n_principles + 1);
  fill_cells (self);
  read_rows (self);
  return self;
}

/**
 * accord_coverage_ref:
 * @self: a coverage
 *
 * Returns: (transfer full): @self
 */
AccordCoverage *
accord_coverage_ref (AccordCoverage *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_coverage_unref:
 * @self: (transfer full): a coverage
 */
void
accord_coverage_unref (AccordCoverage *self)
{
  g_atomic_rc_box_release_full (self, coverage_clear);
}

/**
 * accord_coverage_get_findings:
 * @self: a coverage
 *
 * Returns: (transfer none): the findings it was made of
 */
AccordFindings *
accord_coverage_get_findings (const AccordCoverage *self)
{
  return self->findings;
}

/**
 * accord_coverage_is_shown:
 * @self: a coverage
 * @document: index of a document
 *
 * Returns: whether @document is looked at
 */
gboolean
accord_coverage_is_shown (const AccordCoverage *self, guint document)
{
  g_return_val_if_fail (document < self->n_documents, FALSE);

  return self->shown[document];
}

/**
 * accord_coverage_counts:
 * @self: a coverage
 * @finding: a coding of its findings
 *
 * Returns: whether @finding counts: its document is shown, nobody rejected it, and it has the least
 *   score
 */
gboolean
accord_coverage_counts (const AccordCoverage *self, const AccordCodingFinding *finding)
{
  return finding->status != ACCORD_STATUS_REJECTED && finding->score >= self->least_score &&
         finding->document < self->n_documents && self->shown[finding->document];
}

/**
 * accord_coverage_get_cell:
 * @self: a coverage
 * @principle: index of a principle
 * @document: index of a document
 *
 * Returns: (transfer none): the cell; empty for a document that is not shown
 */
const AccordCell *
accord_coverage_get_cell (const AccordCoverage *self, guint principle, guint document)
{
  g_return_val_if_fail (principle < self->n_principles && document < self->n_documents, NULL);

  return &self->cells[(gsize) principle * self->n_documents + document];
}

/**
 * accord_coverage_get_theme_cell:
 * @self: a coverage
 * @theme: index of a theme
 * @document: index of a document
 *
 * Returns: (transfer none): the cell; opposed where one of the theme's principles is
 */
const AccordCell *
accord_coverage_get_theme_cell (const AccordCoverage *self, guint theme, guint document)
{
  g_return_val_if_fail (theme < self->n_themes && document < self->n_documents, NULL);

  return &self->theme_cells[(gsize) theme * self->n_documents + document];
}

/**
 * accord_coverage_get_n_units:
 * @self: a coverage
 *
 * Returns: how many units there are, shown or not
 */
guint
accord_coverage_get_n_units (const AccordCoverage *self)
{
  return self->n_units;
}

/**
 * accord_coverage_get_unit:
 * @self: a coverage
 * @document: index of a document
 *
 * Returns: the number of its unit; they are numbered in the order of their first documents
 */
guint
accord_coverage_get_unit (const AccordCoverage *self, guint document)
{
  g_return_val_if_fail (document < self->n_documents, 0);

  return self->unit[document];
}

/* What the documents of @unit have in @row together. */
static void
read_unit (const AccordCoverage *self, const AccordCell *row, guint unit, AccordCell *cell)
{
  guint n = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (self->findings, &n);

  *cell = (AccordCell){ 0, ACCORD_NONE, ACCORD_STANCE_NOTE, 0, FALSE };
  for (guint i = 0; i < self->n_documents; i++)
    {
      if (self->unit[i] != unit || row[i].n_codings == 0)
        continue;
      cell->n_codings += row[i].n_codings;
      cell->opposed = cell->opposed || row[i].opposed;
      if (cell->best != ACCORD_NONE && !is_better (&codings[row[i].best], &codings[cell->best]))
        continue;
      cell->best = row[i].best;
      cell->stance = row[i].stance;
      cell->polarity = row[i].polarity;
    }
}

/**
 * accord_coverage_read_unit:
 * @self: a coverage
 * @principle: index of a principle
 * @unit: number of a unit
 * @cell: (out): what its shown documents have together
 */
void
accord_coverage_read_unit (const AccordCoverage *self,
                           guint principle,
                           guint unit,
                           AccordCell *cell)
{
  g_return_if_fail (principle < self->n_principles && unit < self->n_units);

  read_unit (self, self->cells + (gsize) principle * self->n_documents, unit, cell);
}

/**
 * accord_coverage_read_theme_unit:
 * @self: a coverage
 * @theme: index of a theme
 * @unit: number of a unit
 * @cell: (out): what its shown documents have together
 */
void
accord_coverage_read_theme_unit (const AccordCoverage *self,
                                 guint theme,
                                 guint unit,
                                 AccordCell *cell)
{
  g_return_if_fail (theme < self->n_themes && unit < self->n_units);

  read_unit (self, self->theme_cells + (gsize) theme * self->n_documents, unit, cell);
}

/**
 * accord_coverage_get_class:
 * @self: a coverage
 * @principle: index of a principle
 *
 * Returns: which of the shown documents have it
 */
AccordCoverageClass
accord_coverage_get_class (const AccordCoverage *self, guint principle)
{
  g_return_val_if_fail (principle < self->n_principles, ACCORD_COVERAGE_SILENT);

  return self->classes[principle];
}

/**
 * accord_coverage_get_theme_class:
 * @self: a coverage
 * @theme: index of a theme
 *
 * Returns: which of the shown documents have one of its principles
 */
AccordCoverageClass
accord_coverage_get_theme_class (const AccordCoverage *self, guint theme)
{
  g_return_val_if_fail (theme < self->n_themes, ACCORD_COVERAGE_SILENT);

  return self->theme_classes[theme];
}

/**
 * accord_coverage_get_verdict:
 * @self: a coverage
 * @principle: index of a principle
 *
 * Returns: the gravest verdict on the strongest stances of any two shown documents; none where
 *   fewer than two have the principle
 */
AccordVerdict
accord_coverage_get_verdict (const AccordCoverage *self, guint principle)
{
  g_return_val_if_fail (principle < self->n_principles, ACCORD_VERDICT_NONE);

  return self->verdicts[principle];
}

/**
 * accord_coverage_count_class:
 * @self: a coverage
 * @coverage: a class
 *
 * Returns: how many principles are of that class
 */
guint
accord_coverage_count_class (const AccordCoverage *self, AccordCoverageClass coverage)
{
  g_return_val_if_fail (coverage < ACCORD_N_COVERAGES, 0);

  return self->n_class[coverage];
}

/**
 * accord_coverage_count_codings:
 * @self: a coverage
 * @principle: index of a principle
 *
 * Returns: how many codings of it count, in all shown documents
 */
guint
accord_coverage_count_codings (const AccordCoverage *self, guint principle)
{
  guint n = 0;

  g_return_val_if_fail (principle < self->n_principles, 0);

  for (guint i = 0; i < self->n_documents; i++)
    n += self->cells[(gsize) principle * self->n_documents + i].n_codings;
  return n;
}
