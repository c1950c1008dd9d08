/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map of documents: what pairs share, and which documents stand side by side. */
#include "engine/accord-document-map.h"

#include "fixture.h"

static const char *const SOURCES[] = {
  "en|Companies shall ensure transparency.\nPrivacy shall be protected.",
  "en|States must not use autonomous weapons.",
  "en|Companies should ensure transparency.\nWe support privacy.\nWe note human oversight.",
  "en|The weather is fine.",
};

static AccordDocumentMap *
map_new (const char *const *sources, guint n, const gboolean *shown)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, n, NULL);
  g_autoptr (AccordReview) review = accord_review_new (NULL, 0);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
  g_autoptr (AccordCoverage) coverage = accord_coverage_new (findings, shown, 0);

  return accord_document_map_new (coverage);
}

static void
test_dice (void)
{
  g_autoptr (AccordDocumentMap) map = map_new (SOURCES, 4, NULL);

  g_assert_cmpuint (accord_document_map_count_principles (map, 0), ==, 2);
  g_assert_cmpuint (accord_document_map_count_principles (map, 2), ==, 3);
  g_assert_cmpuint (accord_document_map_get_pair (map, 0, 2)->n_shared, ==, 2);
  g_assert_cmpint (accord_document_map_get_pair (map, 0, 2)->similarity, ==, 800);
  g_assert_cmpint (accord_document_map_get_pair (map, 2, 0)->similarity, ==, 800);
  g_assert_cmpint (accord_document_map_get_pair (map, 0, 0)->similarity, ==, 1000);
  g_assert_cmpint (accord_document_map_get_pair (map, 0, 1)->similarity, ==, 0);
  g_assert_cmpint (accord_document_map_get_pair (map, 3, 3)->similarity, ==, 0);
}

static void
test_links_are_counted_from_both_ends (void)
{
  static const char *const TWO[] = { "en|Companies shall publish an annual transparency report.",
                                     "en|Companies shall publish an annual transparency report." };
  g_autoptr (AccordDocumentMap) map = map_new (TWO, 2, NULL);

  g_assert_cmpuint (accord_document_map_get_pair (map, 0, 1)->n_links, ==, 1);
  g_assert_cmpuint (accord_document_map_get_pair (map, 1, 0)->n_links, ==, 1);
  g_assert_cmpuint (accord_document_map_get_pair (map, 0, 1)->n_confirmed, ==, 0);
  g_assert_cmpuint (accord_document_map_get_pair (map, 0, 1)->n_verdicts[ACCORD_VERDICT_AGREE], ==,
                    1);
}

static void
test_alike_documents_stand_side_by_side (void)
{
  static const guint EXPECTED[] = { 0, 2, 1, 3 };
  g_autoptr (AccordDocumentMap) map = map_new (SOURCES, 4, NULL);
  guint n = 0;
  const guint *order = accord_document_map_get_order (map, &n);

  g_assert_cmpmem (order, n * sizeof (guint), EXPECTED, sizeof EXPECTED);
}

static void
test_hidden_documents_are_left_out (void)
{
  static const gboolean SHOWN[] = { FALSE, TRUE, TRUE, FALSE };
  static const gboolean NONE[] = { FALSE, FALSE, FALSE, FALSE };
  g_autoptr (AccordDocumentMap) map = map_new (SOURCES, 4, SHOWN);
  g_autoptr (AccordDocumentMap) empty = map_new (SOURCES, 4, NONE);
  guint n = 0;
  const guint *order = accord_document_map_get_order (map, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (order[0], ==, 1);
  g_assert_cmpuint (order[1], ==, 2);
  g_assert_cmpuint (accord_document_map_count_principles (map, 0), ==, 0);
  accord_document_map_get_order (empty, &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-map/dice", test_dice);
  g_test_add_func ("/document-map/links", test_links_are_counted_from_both_ends);
  g_test_add_func ("/document-map/order", test_alike_documents_stand_side_by_side);
  g_test_add_func ("/document-map/hidden", test_hidden_documents_are_left_out);
  return g_test_run ();
}
