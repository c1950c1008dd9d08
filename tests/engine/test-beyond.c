/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the codebook does not say: distinctive terms, shared phrases, themes that it lacks,
 * and what comes near where a document is silent. */
#include <string.h>

#include "engine/accord-clusters-private.h"
#include "engine/accord-emergent.h"
#include "engine/accord-key-terms.h"
#include "engine/accord-silence.h"
#include "fixture.h"

static const char *const SOURCES[] = {
  "en|The harbour council keeps a register of machines.\nEach ferry on the harbour route is "
  "checked.\nThe harbour route is closed at night.\nPublic trust grows slowly, says the council.\n"
  "Ships in the harbour wait.\nThe harbour is old.",
  "en|The hill council keeps a register of machines.\nEvery lift on the hill is checked.\nPublic "
  "trust grows slowly there.\nSnow on the hill melts.\nThe hill road is open.\nThe hill is "
  "high.\nOn the hill "
  "goats graze.",
  "zh-Hans|"
  "港口委员会公布登记册。\n港口的渡轮受到检查。\n渡轮晚上不开。\n渡轮很大。\n渡轮停了。\n渡轮坏了"
  "。",
  "zh-Hans|"
  "山区委员会公布登记册。\n山区的缆车受到检查。\n缆车晚上不开。\n缆车很小。\n缆车停了。\n缆车坏了"
  "。",
};

static void
append_span (GString *text, const AccordComparison *comparison, guint document, AccordSpan span)
{
  AccordDocument *of = accord_comparison_get_document (comparison, document);

  g_string_append_printf (text, "%.*s", (int) accord_span_length (span),
                          accord_document_get_data (of) + span.start);
}

static AccordKeyTerms *
key_terms_of (AccordComparison *comparison, guint most)
{
  AccordAnalysis *analyses[8];
  guint n = accord_comparison_get_n_documents (comparison);

  for (guint i = 0; i < n; i++)
    analyses[i] = accord_comparison_get_analysis (comparison, i);
  return accord_key_terms_new (analyses, n, most, NULL, NULL);
}

static void
test_distinctive (void)
{
  AccordCompareOptions options = { .without_links = TRUE };
  g_autoptr (AccordComparison) comparison =
    fixture_compare (SOURCES, G_N_ELEMENTS (SOURCES), &options);
  g_autoptr (AccordKeyTerms) key_terms = key_terms_of (comparison, 2);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;
  const AccordKeyTerm *terms = accord_key_terms_get_terms (key_terms, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%u ", terms[i].document);
      append_span (text, comparison, terms[i].document, terms[i].span);
      g_string_append_printf (text, " %u:%u | ", terms[i].count, terms[i].others);
      g_assert_cmpint (terms[i].score, >=, 663);
    }
  g_assert_cmpstr (text->str, ==, "0 harbour 5:0 | 1 hill 6:0 | 2 渡轮 5:0 | 3 缆车 5:0 | ");
}

/* 2 (10 ln (10 / 5.5) + 1 ln (1 / 5.5)) = 8.546, by hand. */
static void
test_score (void)
{
  static const char *const TWO[] = {
    "en|tram, tram, tram, tram, tram, tram, tram, tram, tram, tram, bus, bus, bus, bus, bus, bus, "
    "bus, bus, bus, bus",
    "en|tram, cat, cat, cat, cat, cat, cat, cat, cat, cat, cat, cat, cat, cat, cat, cat, cat, cat, "
    "cat, cat",
  };
  AccordCompareOptions options = { .without_links = TRUE };
  g_autoptr (AccordComparison) comparison = fixture_compare (TWO, 2, &options);
  g_autoptr (AccordKeyTerms) key_terms = key_terms_of (comparison, 100);
  gint32 score = 0;
  guint n = 0;
  const AccordKeyTerm *terms = accord_key_terms_get_terms (key_terms, &n);

  for (guint i = 0; i < n; i++)
    if (terms[i].others == 1)
      score = terms[i].score;
  g_assert_cmpint (score, ==, 855);
}

static void
test_phrases (void)
{
  AccordCompareOptions options = { .without_links = TRUE };
  g_autoptr (AccordComparison) comparison =
    fixture_compare (SOURCES, G_N_ELEMENTS (SOURCES), &options);
  g_autoptr (AccordKeyTerms) key_terms = key_terms_of (comparison, 20);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;
  const AccordSharedPhrase *phrases = accord_key_terms_get_phrases (key_terms, &n);

  for (guint i = 0; i < n; i++)
    {
      const AccordPhrasePlace *places = accord_key_terms_get_places (key_terms, &phrases[i]);

      g_assert_cmpuint (phrases[i].n_places, >=, 2);
      append_span (text, comparison, places[0].document, places[0].span);
      g_string_append (text, " | ");
    }
  g_test_message ("%s", text->str);
  /* the longest kept */
  g_assert_nonnull (strstr (text->str, "Public trust grows slowly | "));
  g_assert_null (strstr (text->str, "trust grows | "));
  g_assert_nonnull (strstr (text->str, "register of machines | "));
  g_assert_nonnull (strstr (text->str, "委员会公布登记 | "));
}

static void
test_emergent (void)
{
  static const char *const BOTH[] = {
    "en|Trees cool the streets of the old town in summer.\nPrivacy of the trees of the street.\n"
    "Each clerk fills a form in the morning office.\nStreet trees cool every old town square.",
    "en|Old trees cool a town and its streets best.\nNothing here is like another thing at all.",
  };
  AccordCompareOptions options = { .without_links = TRUE };
  g_autoptr (AccordComparison) comparison = fixture_compare (BOTH, 2, &options);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, NULL);
  g_autoptr (AccordEmergent) emergent = accord_emergent_new (findings, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;
  const AccordEmergentTheme *themes = accord_emergent_get_themes (emergent, &n);
  const AccordEnd *members = NULL;

  g_assert_cmpuint (n, ==, 1);
  members = accord_emergent_get_members (emergent, themes);
  for (guint i = 0; i < themes->n_members; i++)
    g_string_append_printf (text, "%u:%u ", members[i].document, members[i].passage);
  /* the passage that has a coding is covered */
  g_assert_cmpstr (text->str, ==, "0:0 0:3 1:0 ");
  g_assert_cmpuint (themes->n_documents, ==, 2);
  g_assert_cmpuint (themes->quotation, <, 3);
  g_assert_cmpint (themes->cohesion, >, 180);
  g_assert_cmpuint (themes->n_terms, >=, 2);
  g_string_truncate (text, 0);
  for (guint i = 0; i < themes->n_terms; i++)
    {
      append_span (text, comparison, themes->terms[i].document, themes->terms[i].span);
      g_string_append (text, " | ");
    }
  g_assert_nonnull (strstr (text->str, "rees cool | "));
}

/* Against the naive way: all pairs for each join. */
static void
test_clusters (void)
{
  enum
  {
    N = 24
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint run = 0; run < 60; run++)
    {
      gint32 likeness[N * N] = { 0 };
      guint32 found[N], expected[N];

      for (guint i = 0; i < N; i++)
        for (guint j = 0; j < i; j++)
          likeness[i * N + j] = likeness[j * N + i] = g_rand_int_range (rand, 0, 10) * 100000;
      for (guint i = 0; i < N; i++)
        expected[i] = i;
      for (;;)
        {
          double best = -1;
          guint best_a = 0, best_b = 0;

          for (guint a = 0; a < N; a++)
            for (guint b = a + 1; b < N; b++)
              {
                double sum = 0, pairs = 0;

                for (guint i = 0; i < N; i++)
                  for (guint j = 0; j < N; j++)
                    if (expected[i] == a && expected[j] == b)
                      {
                        sum += likeness[i * N + j];
                        pairs++;
                      }
                if (pairs > 0 && sum / pairs > best + 1e-6)
                  {
                    best = sum / pairs;
                    best_a = a;
                    best_b = b;
                  }
              }
          if (best < 500000)
            break;
          for (guint i = 0; i < N; i++)
            if (expected[i] == best_b)
              expected[i] = best_a;
        }
      g_assert_true (accord_clusters_find (likeness, N, 500000, found, NULL, NULL));
      g_assert_cmpmem (found, sizeof found, expected, sizeof expected);
    }
}

static void
test_silence (void)
{
  g_autoptr (AccordAnalysis) analysis = fixture_analysis_new (
    "en|The weapons of the guard are old.\nPeople watch the sea.\nAutonomous boats carry weapons.\n"
    "Boats wait.\nHuman oversight is good.");
  AccordCodebook *codebook = accord_analysis_get_codebook (analysis);
  AccordNearPassage near[3];
  guint principle = 0, n = 0;
  g_autofree guint32 *terms = NULL;

  g_assert_true (accord_codebook_find_principle (codebook, "weapons", &principle));
  g_assert_cmpuint (accord_silence_find (analysis, principle, near, 3), ==, 2);
  g_assert_cmpuint (near[0].passage, ==, 2);
  g_assert_cmpuint (near[0].n_spans, ==, 2);
  g_assert_cmpuint (near[1].passage, ==, 0);
  g_assert_cmpint (near[0].score, >, near[1].score);
  g_assert_cmpint (near[0].score, <, 300);
  g_assert_cmpuint (accord_silence_find (analysis, principle, near, 1), ==, 1);
  g_assert_cmpuint (near[0].passage, ==, 2);
  /* a passage that is coded is not silent */
  g_assert_true (accord_codebook_find_principle (codebook, "oversight", &principle));
  g_assert_cmpuint (accord_silence_find (analysis, principle, near, 3), ==, 0);
  terms = accord_silence_dup_terms (codebook, principle, "zh-Hans", &n);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/beyond/distinctive", test_distinctive);
  g_test_add_func ("/beyond/score", test_score);
  g_test_add_func ("/beyond/phrases", test_phrases);
  g_test_add_func ("/beyond/emergent", test_emergent);
  g_test_add_func ("/beyond/clusters", test_clusters);
  g_test_add_func ("/beyond/silence", test_silence);
  return g_test_run ();
}
