/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review: it keeps its own copy, in order; names of the kinds of decision. */
#include "engine/accord-review.h"

static void
test_copies (void)
{
  char id[] = "5e0c0a52-6a9b-4c39-9a55-3d1f5a4f2c11";
  char principle[] = "P07";
  AccordDecision decisions[] = {
    { id, ACCORD_DECISION_CODE, { 1, { 3, 9 } }, FALSE, { 0 }, principle, ACCORD_STANCE_COMMIT },
    { "b", ACCORD_DECISION_PAIR, { 0, { 0, 4 } }, TRUE, { 2, { 5, 8 } }, NULL, ACCORD_STANCE_NOTE },
  };
  g_autoptr (AccordReview) review = accord_review_new (decisions, G_N_ELEMENTS (decisions));
  guint n = 0;
  const AccordDecision *kept = NULL;

  id[0] = 'X';
  principle[0] = 'X';
  decisions[1].other.document = 9;
  kept = accord_review_get_decisions (review, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (kept[0].id, ==, "5e0c0a52-6a9b-4c39-9a55-3d1f5a4f2c11");
  g_assert_cmpstr (kept[0].principle, ==, "P07");
  g_assert_cmpint (kept[0].stance, ==, ACCORD_STANCE_COMMIT);
  g_assert_cmpuint (kept[0].target.span.end, ==, 9);
  g_assert_cmpuint (kept[1].other.document, ==, 2);
  g_assert_null (kept[1].principle);
}

static void
test_empty (void)
{
  g_autoptr (AccordReview) review = accord_review_new (NULL, 0);
  g_autoptr (AccordReview) again = accord_review_ref (review);
  guint n = 1;

  accord_review_get_decisions (again, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_kind_names (void)
{
  AccordDecisionKind kind = ACCORD_DECISION_PAIR;

  for (guint i = 0; i < ACCORD_N_DECISION_KINDS; i++)
    {
      g_assert_true (accord_decision_kind_from_name (accord_decision_kind_name (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_cmpstr (accord_decision_kind_name (ACCORD_DECISION_REJECT), ==, "reject");
  g_assert_null (accord_decision_kind_name (ACCORD_N_DECISION_KINDS));
  g_assert_false (accord_decision_kind_from_name ("Reject", &kind));
  g_assert_false (accord_decision_kind_from_name (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/copies", test_copies);
  g_test_add_func ("/review/empty", test_empty);
  g_test_add_func ("/review/kind-names", test_kind_names);
  return g_test_run ();
}
