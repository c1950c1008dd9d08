/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the matrix view, in order: headings, themes and principles, with what
 * their cells say. A value made of one coverage; the grid only draws it. */
#pragma once

#include "engine/accord-coverage.h"

G_BEGIN_DECLS

/**
 * AccordMatrixSort:
 * @ACCORD_MATRIX_BY_COVERAGE: under a heading for each class, most codings first
 * @ACCORD_MATRIX_BY_NAME: the tree, themes and principles by name
 * @ACCORD_MATRIX_BY_COUNT: most codings first
 * @ACCORD_MATRIX_BY_DISAGREEMENT: opposed ones first, then by how many documents are weaker
 * @ACCORD_MATRIX_BY_TEXT: in the order in which the documents come to speak of them
 */
typedef enum
{
  ACCORD_MATRIX_BY_COVERAGE,
  ACCORD_MATRIX_BY_NAME,
  ACCORD_MATRIX_BY_COUNT,
  ACCORD_MATRIX_BY_DISAGREEMENT,
  ACCORD_MATRIX_BY_TEXT,
  ACCORD_N_MATRIX_SORTS
} AccordMatrixSort;

/**
 * AccordMatrixOptions:
 * @sort: order of the rows
 * @themes: whether rows are themes only
 * @without: a bit for each AccordCoverageClass that is left out
 * @stance: rows that have it in some cell only; ACCORD_N_STANCES: all rows
 * @folded: a bit for each AccordCoverageClass whose rows are folded under their heading
 * @language: (nullable): in which names are wished
 */
typedef struct
{
  AccordMatrixSort sort;
  gboolean themes;
  guint without;
  AccordStance stance;
  guint folded;
  const char *language;
} AccordMatrixOptions;

/**
 * AccordMatrixRow:
 * @coverage: class of the row, or the one that the heading is for
 * @theme: index of the theme; ACCORD_NONE for a heading
 * @principle: index of the principle; ACCORD_NONE for a heading or theme
 * @n_rows: of a heading: how many rows are under it, folded or not
 * @n_documents: documents that have it
 * @n_codings: codings in all of them
 * @n_opposed: documents of the other polarity than the firmest one, or opposed in themselves
 * @n_weaker: documents at least 200 weaker than the firmest one
 */
typedef struct
{
  AccordCoverageClass coverage;
  guint theme;
  guint principle;
  guint n_rows;
  guint n_documents;
  guint n_codings;
  guint n_opposed;
  guint n_weaker;
} AccordMatrixRow;

typedef struct _AccordMatrix AccordMatrix;

AccordMatrix *accord_matrix_new (AccordCoverage *coverage,
                                 const AccordMatrixOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void accord_matrix_free (AccordMatrix *self);
AccordCoverage *accord_matrix_get_coverage (const AccordMatrix *self);
const AccordMatrixRow *accord_matrix_get_rows (const AccordMatrix *self, guint *n_rows);
const guint *accord_matrix_get_columns (const AccordMatrix *self, guint *n_columns);
gboolean accord_matrix_row_is_heading (const AccordMatrixRow *row);
const char *accord_matrix_get_name (const AccordMatrix *self, guint row);
const AccordCell *accord_matrix_get_cell (const AccordMatrix *self, guint row, guint column);
gboolean
accord_matrix_find_row (const AccordMatrix *self, guint theme, guint principle, guint *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordMatrix, accord_matrix_free)

G_END_DECLS
