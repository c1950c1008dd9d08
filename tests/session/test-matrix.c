/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the matrix: orders, headings, filters, disagreement. */
#include "session/accord-matrix.h"

#include "../engine/fixture.h"

/* Principles: transparency and privacy under T1, oversight and weapons under T2. */
static const char *const SOURCES[] = {
  "en|We note privacy.\nCompanies shall ensure transparency.\nPrivacy shall be protected.",
  "en|Companies should ensure transparency.\nWe support privacy.",
  "en|States must not use autonomous weapons.\nWe welcome transparency.",
};

static AccordMatrix *
matrix_new (AccordMatrixOptions options)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (SOURCES, 3, NULL);
  g_autoptr (AccordReview) review = accord_review_new (NULL, 0);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
  g_autoptr (AccordCoverage) coverage = accord_coverage_new (findings, NULL, 0);

  return accord_matrix_new (coverage, &options);
}

/* "[all 1] transparency | …" */
static char *
describe (AccordMatrixOptions options)
{
  g_autoptr (AccordMatrix) matrix = matrix_new (options);
  GString *string = g_string_new (NULL);
  guint n = 0;
  const AccordMatrixRow *rows = accord_matrix_get_rows (matrix, &n);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (string, " | ");
      if (accord_matrix_row_is_heading (&rows[i]))
        g_string_append_printf (string, "[%s %u]", accord_coverage_name (rows[i].coverage),
                                rows[i].n_rows);
      else
        g_string_append (string, accord_matrix_get_name (matrix, i));
    }
  return g_string_free (string, FALSE);
}

static void
test_orders (void)
{
  static const struct
  {
    AccordMatrixOptions options;
    const char *expected;
  } CASES[] = {
    { { .sort = ACCORD_MATRIX_BY_COVERAGE, .stance = ACCORD_N_STANCES },
      "[all 1] | transparency | [some 1] | privacy | [unique 1] | weapons | [silent 1] | "
      "oversight" },
    { { .sort = ACCORD_MATRIX_BY_COVERAGE,
        .stance = ACCORD_N_STANCES,
        .folded = 1u << ACCORD_COVERAGE_SOME },
      "[all 1] | transparency | [some 1] | [unique 1] | weapons | [silent 1] | oversight" },
    { { .sort = ACCORD_MATRIX_BY_COVERAGE, .stance = ACCORD_N_STANCES, .themes = TRUE },
      "[all 1] | T1 | [unique 1] | T2" },
    { { .sort = ACCORD_MATRIX_BY_NAME, .stance = ACCORD_N_STANCES },
      "T1 | privacy | transparency | T2 | oversight | weapons" },
    { { .sort = ACCORD_MATRIX_BY_NAME, .stance = ACCORD_N_STANCES, .themes = TRUE }, "T1 | T2" },
    { { .sort = ACCORD_MATRIX_BY_COUNT, .stance = ACCORD_N_STANCES },
      "transparency | privacy | weapons | oversight" },
    { { .sort = ACCORD_MATRIX_BY_TEXT, .stance = ACCORD_N_STANCES },
      "privacy | transparency | weapons | oversight" },
    { { .sort = ACCORD_MATRIX_BY_DISAGREEMENT, .stance = ACCORD_N_STANCES },
      "transparency | privacy | weapons | oversight" },
    { { .sort = ACCORD_MATRIX_BY_COUNT,
        .stance = ACCORD_N_STANCES,
        .without = 1u << ACCORD_COVERAGE_SILENT | 1u << ACCORD_COVERAGE_ALL },
      "privacy | weapons" },
    { { .sort = ACCORD_MATRIX_BY_COUNT, .stance = ACCORD_STANCE_PROHIBIT }, "weapons" },
    { { .sort = ACCORD_MATRIX_BY_NAME, .stance = ACCORD_STANCE_PROHIBIT }, "T2 | weapons" },
    { { .sort = ACCORD_MATRIX_BY_COVERAGE, .stance = ACCORD_STANCE_OPPOSE }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *rows = describe (CASES[i].options);

      g_assert_cmpstr (rows, ==, CASES[i].expected);
    }
}

static void
test_disagreement_is_counted_against_the_firmest (void)
{
  AccordMatrixOptions options = { .sort = ACCORD_MATRIX_BY_COUNT, .stance = ACCORD_N_STANCES };
  g_autoptr (AccordMatrix) matrix = matrix_new (options);
  guint n = 0, row = 0;
  const AccordMatrixRow *rows = accord_matrix_get_rows (matrix, &n);

  /* shall, should, welcome */
  g_assert_cmpuint (rows[0].n_documents, ==, 3);
  g_assert_cmpuint (rows[0].n_codings, ==, 3);
  g_assert_cmpuint (rows[0].n_weaker, ==, 2);
  g_assert_cmpuint (rows[0].n_opposed, ==, 0);
  g_assert_true (accord_matrix_find_row (matrix, 1, rows[2].principle, &row));
  g_assert_cmpuint (row, ==, 2);
  g_assert_cmpuint (rows[row].n_weaker, ==, 0);
  g_assert_cmpuint (accord_matrix_get_cell (matrix, row, 2)->n_codings, ==, 1);
  g_assert_cmpint (accord_matrix_get_cell (matrix, row, 2)->stance, ==, ACCORD_STANCE_PROHIBIT);
  g_assert_cmpuint (accord_matrix_get_cell (matrix, row, 0)->n_codings, ==, 0);
  g_assert_false (accord_matrix_find_row (matrix, 1, ACCORD_NONE, &row));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix/orders", test_orders);
  g_test_add_func ("/matrix/disagreement", test_disagreement_is_counted_against_the_firmest);
  return g_test_run ();
}
