/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference of two passages, written as [-deleted-] {+inserted+} <moved>; and what
 * holds of any two: each side's words are told once, in order. */
#include "engine/accord-difference.h"

#include <string.h>

#include "fixture.h"

static void
append (GString *line,
        const AccordAnalysis *analysis,
        AccordSpan span,
        const char *before,
        const char *after)
{
  g_autofree char *words =
    accord_text_dup_span (accord_document_get_text (accord_analysis_get_document (analysis)), span);

  g_string_append_printf (line, "%s%s%s%s", line->len > 0 ? " " : "", before, words, after);
}

static char *
dup_difference (const char *a, const char *b)
{
  g_autoptr (AccordAnalysis) x = fixture_analysis_new (a);
  g_autoptr (AccordAnalysis) y = fixture_analysis_new (b);
  guint n = 0;
  g_autofree AccordDifference *parts = accord_difference_of_passages (x, 0, y, 0, &n);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    switch (parts[i].kind)
      {
      case ACCORD_DIFFERENCE_SAME:
        append (line, x, parts[i].a, "", "");
        break;
      case ACCORD_DIFFERENCE_DELETED:
        append (line, x, parts[i].a, "[-", "-]");
        break;
      case ACCORD_DIFFERENCE_INSERTED:
        append (line, y, parts[i].b, "{+", "+}");
        break;
      default:
        append (line, x, parts[i].a, "<", ">");
      }
  return g_string_free (line, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *expected;
  } CASES[] = {
    { "en|Members will meet once a year.", "en|Members will meet once a year.",
      "Members will meet once a year" },
    { "en|Systems should publish an account.", "en|Systems must publish an account.",
      "Systems [-should-] {+must+} publish an account" },
    { "en|Members publish a report.", "en|Members publish a plain annual report.",
      "Members publish a {+plain annual+} report" },
    { "en|Members publish a plain annual report.", "en|Members publish a report.",
      "Members publish a [-plain annual-] report" },
    { "zh|系统应当保护隐私", "zh|系统必须保护隐私", "系统 [-应当-] {+必须+} 保护隐私" },
    { "en|One two three.", "en|Alpha beta gamma.", "[-One two three-] {+Alpha beta gamma+}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *difference = dup_difference (CASES[i].a, CASES[i].b);

      g_assert_cmpstr (difference, ==, CASES[i].expected);
    }
}

/* A clause that changed places is moved, not deleted and inserted. */
static void
test_moved (void)
{
  g_autofree char *difference =
    dup_difference ("en|Officials decide about public housing, and towns inform all residents.",
                    "en|All towns inform all residents, before officials decide about public "
                    "housing.");

  g_assert_nonnull (strchr (difference, '<'));
  g_assert_null (strstr (difference, "[-towns inform"));
}

static char *
dup_random (GRand *random)
{
  static const char *const WORDS[] = { "the", "of", "privacy", "must", "protect", "state", "harm" };
  GString *line = g_string_new ("en|");
  guint n = (guint) g_rand_int_range (random, 1, 24);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (line, "%s ", WORDS[g_rand_int_range (random, 0, G_N_ELEMENTS (WORDS))]);
  return g_string_free (line, FALSE);
}

static guint
count_words (const AccordAnalysis *analysis, AccordSpan span)
{
  guint n = 0, inside = 0;
  const AccordToken *tokens = accord_words_get_tokens (accord_analysis_get_words (analysis), 0, &n);

  for (guint i = 0; i < n; i++)
    inside += accord_span_contains (span, tokens[i].span);
  return inside;
}

/* Each word of either side is in one part; what is the same reads the same. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *source_a = dup_random (random), *source_b = dup_random (random);
      g_autoptr (AccordAnalysis) a = fixture_analysis_new (source_a);
      g_autoptr (AccordAnalysis) b = fixture_analysis_new (source_b);
      guint n = 0, n_a = 0, n_b = 0, words_a = 0, words_b = 0;
      g_autofree AccordDifference *parts = accord_difference_of_passages (a, 0, b, 0, &n);

      for (guint i = 0; i < n; i++)
        {
          guint in_a = count_words (a, parts[i].a), in_b = count_words (b, parts[i].b);

          words_a += in_a;
          words_b += in_b;
          if (parts[i].kind == ACCORD_DIFFERENCE_SAME || parts[i].kind == ACCORD_DIFFERENCE_MOVED)
            g_assert_cmpuint (in_a, ==, in_b);
        }
      accord_words_get_tokens (accord_analysis_get_words (a), 0, &n_a);
      accord_words_get_tokens (accord_analysis_get_words (b), 0, &n_b);
      g_assert_cmpuint (words_a, ==, n_a);
      g_assert_cmpuint (words_b, ==, n_b);
    }
}

static void
test_share (void)
{
  AccordDifference parts[] = { { ACCORD_DIFFERENCE_SAME, { 0, 10 }, { 0, 10 } },
                               { ACCORD_DIFFERENCE_DELETED, { 11, 21 }, { 0, 0 } },
                               { ACCORD_DIFFERENCE_INSERTED, { 0, 0 }, { 11, 21 } } };

  g_assert_cmpint (accord_difference_share (parts, 3), ==, 500);
  g_assert_cmpint (accord_difference_share (parts, 1), ==, 1000);
  g_assert_cmpint (accord_difference_share (NULL, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/cases", test_cases);
  g_test_add_func ("/difference/moved", test_moved);
  g_test_add_func ("/difference/random", test_random);
  g_test_add_func ("/difference/share", test_share);
  return g_test_run ();
}
