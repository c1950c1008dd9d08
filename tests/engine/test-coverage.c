/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage: classes by shown documents, the best cell, verdicts, what counts. */
#include "engine/accord-coverage.h"

#include "fixture.h"

enum
{
  TRANSPARENCY,
  PRIVACY,
  OVERSIGHT,
  WEAPONS
};

static const char *const SOURCES[] = {
  "en|We note privacy.\nCompanies shall ensure transparency.\nPrivacy shall be protected.",
  "en|Companies should ensure transparency.\nWe support privacy.",
  "en|States must not use autonomous weapons.\nWe welcome transparency.",
};

static AccordCoverage *
cover (const char *const *sources,
       guint n,
       const AccordDecision *decisions,
       guint n_decisions,
       const gboolean *shown,
       gint least_score)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, n, NULL);
  g_autoptr (AccordReview) review = accord_review_new (decisions, n_decisions);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);

  return accord_coverage_new (findings, shown, least_score);
}

static void
test_classes (void)
{
  static const struct
  {
    gboolean shown[3];
    AccordCoverageClass transparency, privacy, oversight, weapons, theme;
  } CASES[] = {
    { { TRUE, TRUE, TRUE },
      ACCORD_COVERAGE_ALL,
      ACCORD_COVERAGE_SOME,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_UNIQUE,
      ACCORD_COVERAGE_ALL },
    { { TRUE, TRUE, FALSE },
      ACCORD_COVERAGE_ALL,
      ACCORD_COVERAGE_ALL,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_ALL },
    { { FALSE, TRUE, TRUE },
      ACCORD_COVERAGE_ALL,
      ACCORD_COVERAGE_UNIQUE,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_UNIQUE,
      ACCORD_COVERAGE_ALL },
    { { FALSE, TRUE, FALSE },
      ACCORD_COVERAGE_PRESENT,
      ACCORD_COVERAGE_PRESENT,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_PRESENT },
    { { FALSE, FALSE, FALSE },
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_SILENT,
      ACCORD_COVERAGE_SILENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (AccordCoverage) coverage = cover (SOURCES, 3, NULL, 0, CASES[i].shown, 0);
      guint n = 0;

      g_assert_cmpint (accord_coverage_get_class (coverage, TRANSPARENCY), ==,
                       CASES[i].transparency);
      g_assert_cmpint (accord_coverage_get_class (coverage, PRIVACY), ==, CASES[i].privacy);
      g_assert_cmpint (accord_coverage_get_class (coverage, OVERSIGHT), ==, CASES[i].oversight);
      g_assert_cmpint (accord_coverage_get_class (coverage, WEAPONS), ==, CASES[i].weapons);
      g_assert_cmpint (accord_coverage_get_theme_class (coverage, 0), ==, CASES[i].theme);
      for (guint c = 0; c < ACCORD_N_COVERAGES; c++)
        n += accord_coverage_count_class (coverage, c);
      g_assert_cmpuint (n, ==, 4);
    }
}

static void
test_best_cell (void)
{
  g_autoptr (AccordCoverage) coverage = cover (SOURCES, 3, NULL, 0, NULL, 0);
  const AccordCell *cell = accord_coverage_get_cell (coverage, PRIVACY, 0);
  const AccordCell *theme = accord_coverage_get_theme_cell (coverage, 0, 0);
  const AccordCell *silent = accord_coverage_get_cell (coverage, OVERSIGHT, 2);
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_coverage_get_findings (coverage), &n);

  g_assert_cmpuint (cell->n_codings, ==, 2);
  g_assert_cmpint (cell->stance, ==, ACCORD_STANCE_OBLIGE);
  g_assert_cmpuint (codings[cell->best].passage, ==, 2);
  g_assert_false (cell->opposed);
  g_assert_cmpuint (theme->n_codings, ==, 3);
  g_assert_cmpuint (silent->n_codings, ==, 0);
  g_assert_cmpuint (silent->best, ==, ACCORD_NONE);
  g_assert_cmpuint (accord_coverage_count_codings (coverage, PRIVACY), ==, 3);
}

static void
test_verdicts (void)
{
  static const struct
  {
    const char *sources[2];
    AccordVerdict expected;
  } CASES[] = {
    { { "en|Companies shall ensure transparency.", "en|States must ensure transparency." },
      ACCORD_VERDICT_AGREE },
    { { "en|Companies shall ensure transparency.", "en|States should ensure transparency." },
      ACCORD_VERDICT_WEAKER },
    { { "en|States must use transparency.", "en|States must not use transparency." },
      ACCORD_VERDICT_OPPOSED },
    { { "en|Companies shall ensure transparency.", "en|Fish swim." }, ACCORD_VERDICT_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (AccordCoverage) coverage = cover (CASES[i].sources, 2, NULL, 0, NULL, 0);

      g_assert_cmpint (accord_coverage_get_verdict (coverage, TRANSPARENCY), ==, CASES[i].expected);
    }
}

static void
test_opposed_in_itself (void)
{
  static const char *const BOTH[] = {
    "en|States must not use transparency.\nStates must use transparency.",
    "en|States must not use privacy.\nStates must use transparency.",
  };
  g_autoptr (AccordCoverage) coverage = cover (BOTH, 2, NULL, 0, NULL, 0);

  g_assert_true (accord_coverage_get_cell (coverage, TRANSPARENCY, 0)->opposed);
  g_assert_true (accord_coverage_get_theme_cell (coverage, 0, 0)->opposed);
  g_assert_false (accord_coverage_get_cell (coverage, TRANSPARENCY, 1)->opposed);
  g_assert_false (accord_coverage_get_theme_cell (coverage, 0, 1)->opposed);
}

static void
test_rejected_and_weak_do_not_count (void)
{
  AccordDecision reject = { "id",      ACCORD_DECISION_REJECT, { 2, { 0, 10 } }, FALSE, { 0 },
                            "weapons", ACCORD_STANCE_NOTE };
  g_autoptr (AccordCoverage) rejected = cover (SOURCES, 3, &reject, 1, NULL, 0);
  g_autoptr (AccordCoverage) strict = cover (SOURCES, 3, NULL, 0, NULL, 1001);

  g_assert_cmpint (accord_coverage_get_class (rejected, WEAPONS), ==, ACCORD_COVERAGE_SILENT);
  g_assert_cmpint (accord_coverage_get_class (rejected, TRANSPARENCY), ==, ACCORD_COVERAGE_ALL);
  g_assert_cmpuint (accord_coverage_count_class (strict, ACCORD_COVERAGE_SILENT), ==, 4);
}

/* Two of three documents as one unit, in each way; a unit has what one of its documents has. */
static void
test_units (void)
{
  static const struct
  {
    guint units[3];
    guint n_units;
    AccordCoverageClass privacy, weapons;
    guint n_privacy; /* codings in the first unit */
  } CASES[] = {
    { { 7, 8, 9 }, 3, ACCORD_COVERAGE_SOME, ACCORD_COVERAGE_UNIQUE, 2 },
    { { 5, 5, 0 }, 2, ACCORD_COVERAGE_UNIQUE, ACCORD_COVERAGE_UNIQUE, 3 },
    { { 2, 1, 2 }, 2, ACCORD_COVERAGE_ALL, ACCORD_COVERAGE_UNIQUE, 2 },
    { { 0, 0, 0 }, 1, ACCORD_COVERAGE_PRESENT, ACCORD_COVERAGE_PRESENT, 3 },
  };
  g_autoptr (AccordComparison) comparison = fixture_compare (SOURCES, 3, NULL);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (AccordCoverage) coverage =
        accord_coverage_new_units (findings, NULL, 0, CASES[i].units);
      AccordCell cell = { 0 };

      g_assert_cmpuint (accord_coverage_get_n_units (coverage), ==, CASES[i].n_units);
      g_assert_cmpint (accord_coverage_get_class (coverage, PRIVACY), ==, CASES[i].privacy);
      g_assert_cmpint (accord_coverage_get_class (coverage, WEAPONS), ==, CASES[i].weapons);
      g_assert_cmpint (accord_coverage_get_class (coverage, OVERSIGHT), ==, ACCORD_COVERAGE_SILENT);
      accord_coverage_read_unit (coverage, PRIVACY, 0, &cell);
      g_assert_cmpuint (cell.n_codings, ==, CASES[i].n_privacy);
      g_assert_cmpint (cell.stance, ==, ACCORD_STANCE_OBLIGE);
      g_assert_cmpuint (accord_coverage_get_cell (coverage, PRIVACY, 0)->n_codings, ==, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/classes", test_classes);
  g_test_add_func ("/coverage/best-cell", test_best_cell);
  g_test_add_func ("/coverage/verdicts", test_verdicts);
  g_test_add_func ("/coverage/opposed-in-itself", test_opposed_in_itself);
  g_test_add_func ("/coverage/rejected-and-weak", test_rejected_and_weak_do_not_count);
  g_test_add_func ("/coverage/units", test_units);
  return g_test_run ();
}
