/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook: order, ownership, names in other languages, what it refuses. */
#include "engine/accord-codebook.h"

#include "engine/accord-engine-error.h"
#include "engine/accord-language.h"

static AccordCodebookBuilder *
small_builder (void)
{
  AccordCodebookBuilder *builder = accord_codebook_builder_new ("small");
  const char *excludes[] = { "safety net", NULL };

  accord_codebook_builder_add_name (builder, "en", "Small");
  accord_codebook_builder_add_theme (builder, "T1");
  accord_codebook_builder_add_theme_name (builder, "zh", "安全");
  accord_codebook_builder_add_principle (builder, "P1", NULL);
  accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_NAME, "en", "Safety");
  accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_NAME, "zh", "安全");
  accord_codebook_builder_add_term (builder,
                                    &(AccordTerm){ "en", "safety", 0, FALSE, excludes, 99 });
  accord_codebook_builder_add_term (builder, &(AccordTerm){ "zh", "安全", 0, FALSE, NULL, 0 });
  accord_codebook_builder_add_principle (builder, "P2", "#aabbcc");
  accord_codebook_builder_add_theme (builder, "T2");
  return builder;
}

static void
test_order (void)
{
  g_autoptr (AccordCodebookBuilder) builder = small_builder ();
  g_autoptr (AccordCodebook) codebook = accord_codebook_builder_end (builder, NULL);
  guint n = 0, found = 99;
  const AccordPrinciple *principles = accord_codebook_get_principles (codebook, &n);
  const AccordTerm *terms = NULL;

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (principles[0].n_terms, ==, 2);
  g_assert_cmpuint (principles[1].theme, ==, 0);
  g_assert_true (accord_codebook_find_principle (codebook, "P2", &found));
  g_assert_cmpuint (found, ==, 1);
  g_assert_false (accord_codebook_find_principle (codebook, "P3", &found));
  terms = accord_codebook_get_terms (codebook, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (terms[0].principle, ==, 0);
  g_assert_cmpstr (terms[0].excludes[0], ==, "safety net");
  g_assert_cmpuint (accord_codebook_count_terms (codebook, 0, "zh-Hans"), ==, 1);
  g_assert_cmpuint (accord_codebook_count_terms (codebook, 0, "fr"), ==, 0);
}

static void
test_names (void)
{
  g_autoptr (AccordCodebookBuilder) builder = small_builder ();
  g_autoptr (AccordCodebook) codebook = accord_codebook_builder_end (builder, NULL);

  g_assert_cmpstr (accord_codebook_get_sentence (codebook, 0, ACCORD_WHAT_NAME, "zh-Hans"), ==,
                   "安全");
  g_assert_cmpstr (accord_codebook_get_sentence (codebook, 0, ACCORD_WHAT_NAME, "fr"), ==,
                   "Safety");
  g_assert_cmpstr (accord_codebook_get_sentence (codebook, 1, ACCORD_WHAT_NAME, "fr"), ==, "P2");
  g_assert_null (accord_codebook_get_sentence (codebook, 1, ACCORD_WHAT_DEFINITION, "en"));
  g_assert_cmpstr (accord_codebook_get_theme_name (codebook, 0, "en"), ==, "安全");
  g_assert_cmpstr (accord_codebook_get_theme_name (codebook, 1, "en"), ==, "T2");
}

static void
test_refuses_two_of_one_id (void)
{
  g_autoptr (AccordCodebookBuilder) builder = small_builder ();
  g_autoptr (GError) error = NULL;

  accord_codebook_builder_add_principle (builder, "P1", NULL);
  g_assert_null (accord_codebook_builder_end (builder, &error));
  g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codebook/order", test_order);
  g_test_add_func ("/codebook/names", test_names);
  g_test_add_func ("/codebook/refuses-two-of-one-id", test_refuses_two_of_one_id);
  return g_test_run ();
}
