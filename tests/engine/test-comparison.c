/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison: what is linked and why, on sentences; and on random texts what must
 * always hold: exact sums, one to one, the same for any threads and any order. */
#include "engine/accord-comparison.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "fixture.h"

static void
test_links (void)
{
  static const struct
  {
    const char *name;
    const char *a;
    const char *b;
    const char *expected;
  } CASES[] = {
    { "case, spacing and punctuation are no difference",
      "en|Human dignity must be respected.\nNobody is above the law",
      "en|human dignity must be  respected!", "0:0-1:0 same" },
    { "a decimal point is one", "en|Growth reached 1.5 percent in the region",
      "en|Growth reached 15 percent in the region", "0:0-1:0 reworded" },
    { "another order of the same words is reworded",
      "en|Developers shall test advanced systems before release.",
      "en|Before release, advanced systems shall be tested by their developers.",
      "0:0-1:0 reworded" },
    { "a sentence of function words alone is linked where it is the same",
      "en|What should we do?\nAs it is.", "en|So what?\nWhat should we do?", "0:0-1:1 same" },
    { "numbers of list items are not linked", "en|1.\n2.\nIV.", "en|1.\n2.\nIV.", "" },
    { "one common word is no link", "en|Our ministers met in Geneva to discuss transport",
      "en|Geneva has many fountains, parks and museums", "" },
    { "nothing in common", "en|Fish swim in rivers.", "en|Laws bind every company.", "" },
    { "the best of several is taken, one to one",
      "en|Companies publish safety reports every year.\nPublic bodies keep registers of "
      "algorithms.",
      "en|Registers of algorithms are kept by public bodies.\nEvery year companies publish their "
      "safety reports.\nReports are printed on paper.",
      "0:0-1:1 reworded | 0:1-1:0 reworded" },
    { "simplified and traditional Chinese are one language",
      "zh-Hans|各国应当加强人工智能治理的国际合作。\n河里有很多鱼。",
      "zh-Hant|各國應當加強人工智能治理的國際合作。", "0:0-1:0 reworded" },
    { "Chinese in another order", "zh-Hans|企业应当公开算法的训练数据来源。",
      "zh-Hans|算法的训练数据来源，企业应当予以公开。", "0:0-1:0 reworded" },
    { "two principles in common relate two languages",
      "en|Transparency and privacy are the two pillars of trust.\nFish swim in rivers.",
      "zh-Hans|鱼在水里。\n我们主张透明，并保护隐私。", "0:0-1:1 related" },
    { "one common principle that stands everywhere relates nothing",
      "en|Privacy is good.\nPrivacy is fine.\nPrivacy is dear.\nPrivacy is old.",
      "zh-Hans|隐私很好。\n隐私很贵。\n隐私很老。\n隐私很新。", "" },
    { "empty documents", "en|", "en|\n\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const char *sources[] = { CASES[i].a, CASES[i].b };
      g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, NULL);
      g_autofree char *links = fixture_describe_links (comparison, FALSE);

      g_test_message ("%s", CASES[i].name);
      g_assert_cmpstr (links, ==, CASES[i].expected);
    }
}

static void
test_reasons (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *expected;
  } CASES[] = {
    { "en|The Geneva Declaration of 2024 protects privacy online.",
      "en|Online, privacy is what the Geneva Declaration of 2024 protects.",
      "name Geneva Declaration, number 2024, wording protects, term privacy, wording online = "
      "Online, principle privacy, length" },
    { "en|Transparency and human oversight build trust.", "fr|Transparence et contrôle humain.",
      "principle oversight, principle transparency" },
    { "en|So what?", "en|So what?", "wording So what?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const char *sources[] = { CASES[i].a, CASES[i].b };
      g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, NULL);
      g_autofree char *reasons = NULL;
      guint n = 0;

      accord_comparison_get_links (comparison, &n);
      g_assert_cmpuint (n, ==, 1);
      reasons = fixture_describe_reasons (comparison, 0);
      g_assert_cmpstr (reasons, ==, CASES[i].expected);
    }
}

static void
test_verdict (void)
{
  const char *sources[] = {
    "en|Companies shall ensure transparency and privacy in all their systems.",
    "en|Companies should ensure transparency and privacy in all their systems.",
  };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, NULL);
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (links[0].verdict, ==, ACCORD_VERDICT_WEAKER);
}

/* Random lines over a small vocabulary with a few rare words, so that much is shared. */
static char *
random_source (GRand *rand, const char *language, guint n_lines, guint n_words)
{
  static const char *const WORDS[] = {
    "transparency", "privacy",   "human oversight",
    "AI",           "system",    "Geneva",
    "rivers",       "companies", "measures",
    "the",          "of",        "and",
    "shall",        "2024",      "17",
    "safety",       "reports",   "publish",
    "training",     "data,",     "autonomous weapons",
    "透明",         "隐私",      "国际合作",
    "治理",         "。",
  };
  GString *source = g_string_new (language);

  g_string_append_c (source, '|');
  for (guint i = 0; i < n_lines; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 0, (gint) n_words);

      for (guint w = 0; w < n; w++)
        if (g_rand_int_range (rand, 0, 4) == 0)
          g_string_append_printf (source, "word%d ", g_rand_int_range (rand, 0, 200));
        else
          g_string_append_printf (source, "%s ",
                                  WORDS[g_rand_int_range (rand, 0, (gint) G_N_ELEMENTS (WORDS))]);
      g_string_append_c (source, '\n');
    }
  return g_string_free (source, FALSE);
}

static void
assert_spans (const AccordComparison *comparison,
              AccordEnd end,
              const AccordSpan *spans,
              guint32 n,
              gboolean needed)
{
  guint n_passages = 0;
  AccordSpan passage =
    accord_document_get_passages (accord_comparison_get_document (comparison, end.document),
                                  &n_passages)[end.passage]
      .span;

  g_assert_true ((n > 0) == needed);
  for (guint32 i = 0; i < n; i++)
    {
      g_assert_cmpuint (spans[i].start, <, spans[i].end);
      g_assert_true (accord_span_contains (passage, spans[i]));
      g_assert_true (i == 0 || spans[i - 1].start <= spans[i].start);
    }
}

static void
assert_link (const AccordComparison *comparison, const AccordLink *link)
{
  const AccordReason *reasons = accord_comparison_get_reasons (comparison, link);
  gint32 sum = 0;

  g_assert_cmpuint (link->a.document, <, link->b.document);
  g_assert_cmpint (link->score, >=, 1);
  g_assert_cmpint (link->score, <=, 1000);
  g_assert_cmpuint (link->n_reasons, >=, 1);
  g_assert_cmpuint (link->n_reasons, <=, 13);
  for (guint i = 0; i < link->n_reasons; i++)
    {
      gboolean length = reasons[i].kind == ACCORD_REASON_LENGTH;

      sum += reasons[i].weight;
      g_assert_true (length ? reasons[i].weight < 0 : reasons[i].weight > 0);
      g_assert_true (!length || i + 1 == link->n_reasons);
      g_assert_true (i == 0 || length || reasons[i].weight <= reasons[i - 1].weight);
      assert_spans (comparison, link->a,
                    accord_comparison_get_spans (comparison, reasons[i].first_a), reasons[i].n_a,
                    !length);
      assert_spans (comparison, link->b,
                    accord_comparison_get_spans (comparison, reasons[i].first_b), reasons[i].n_b,
                    !length);
    }
  g_assert_cmpint (sum, ==, link->score);
}

static void
test_random_invariants (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240403);

  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *a = random_source (rand, "en", 30, round % 4 == 0 ? 60 : 12);
      g_autofree char *b = random_source (rand, round % 2 == 0 ? "en" : "zh-Hans", 40, 14);
      const char *sources[] = { a, b };
      AccordCompareOptions options = { round % 3 == 0 ? 0 : 200, round % 5 == 0 ? 3 : 0, 1 };
      g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, &options);
      guint n = 0;
      const AccordLink *links = accord_comparison_get_links (comparison, &n);
      guint8 taken[2][64] = { { 0 } };

      for (guint i = 0; i < n; i++)
        {
          assert_link (comparison, &links[i]);
          g_assert_true (i == 0 || links[i - 1].score >= links[i].score);
          if (options.best > 0)
            continue;
          g_assert_cmpint (links[i].score, >=, options.threshold);
          g_assert_false (taken[0][links[i].a.passage]++);
          g_assert_false (taken[1][links[i].b.passage]++);
        }
    }
}

static char *
dump (const AccordComparison *comparison)
{
  GString *text = g_string_new (NULL);
  guint n = 0, n_groups = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);
  const AccordGroup *groups = accord_comparison_get_groups (comparison, &n_groups);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *reasons = fixture_describe_reasons (comparison, i);

      g_string_append_printf (text, "%u:%u %u:%u %d %d %d %s\n", links[i].a.document,
                              links[i].a.passage, links[i].b.document, links[i].b.passage,
                              links[i].score, links[i].kind, links[i].verdict, reasons);
    }
  for (guint i = 0; i < n_groups; i++)
    g_string_append_printf (text, "%u+%u ", groups[i].first_member, groups[i].n_members);
  return g_string_free (text, FALSE);
}

static void
test_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_auto (GStrv) sources = g_new0 (char *, 5);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 4; i++)
    sources[i] = random_source (rand, i == 3 ? "zh-Hans" : "en", 700 + 300 * i, 12);
  for (guint n_threads = 1; n_threads <= 16; n_threads = n_threads == 1 ? 2 : n_threads * 8)
    {
      AccordCompareOptions options = { 250, 0, n_threads };
      g_autoptr (AccordComparison) comparison =
        fixture_compare ((const char *const *) sources, 4, &options);
      g_autofree char *result = dump (comparison);

      if (expected == NULL)
        expected = g_steal_pointer (&result);
      else
        g_assert_cmpstr (result, ==, expected);
    }
  g_assert_cmpuint (strlen (expected), >, 1000);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The links as a sorted list with the documents' numbers before they were reordered. */
static char *
describe_set (const AccordComparison *comparison, const guint *order)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      guint a = order[links[i].a.document], b = order[links[i].b.document];

      g_ptr_array_add (lines, a < b ? g_strdup_printf ("%u:%u-%u:%u %d", a, links[i].a.passage, b,
                                                       links[i].b.passage, links[i].score)
                                    : g_strdup_printf ("%u:%u-%u:%u %d", b, links[i].b.passage, a,
                                                       links[i].a.passage, links[i].score));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_order_of_documents (void)
{
  static const guint ORDERS[][3] = { { 0, 1, 2 }, { 2, 1, 0 }, { 1, 2, 0 } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  g_auto (GStrv) sources = g_new0 (char *, 4);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 3; i++)
    sources[i] = random_source (rand, "en", 60, 10);
  for (guint i = 0; i < G_N_ELEMENTS (ORDERS); i++)
    {
      const char *ordered[3] = { sources[ORDERS[i][0]], sources[ORDERS[i][1]],
                                 sources[ORDERS[i][2]] };
      g_autoptr (AccordComparison) comparison = fixture_compare (ordered, 3, NULL);
      g_autofree char *set = describe_set (comparison, ORDERS[i]);

      if (expected == NULL)
        expected = g_steal_pointer (&set);
      else
        g_assert_cmpstr (set, ==, expected);
    }
  g_assert_cmpuint (strlen (expected), >, 100);
}

static void
test_best (void)
{
  const char *sources[] = {
    "en|Companies publish safety reports every year.\nFish swim in rivers.",
    "en|Safety reports are published.\nEvery year companies publish their safety reports.\nYear by "
    "year rivers carry fish.\nNothing else.",
  };
  AccordCompareOptions options = { 300, 2, 1 };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, &options);
  guint n = 0, n_of_first = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  g_assert_cmpuint (links[0].a.passage, ==, 0);
  g_assert_cmpuint (links[0].b.passage, ==, 1);
  for (guint i = 0; i < n; i++)
    n_of_first += links[i].a.passage == 0;
  g_assert_cmpuint (n_of_first, ==, 2);
  g_assert_cmpuint (n, ==, 3);
}

/* Without limits 10^8 pairs would be scored. */
static void
test_many_identical_passages (void)
{
  GString *text = g_string_new ("en|");
  g_autofree char *source = NULL;
  const char *sources[2];
  g_autoptr (AccordComparison) comparison = NULL;
  gint64 start = g_get_monotonic_time ();
  guint n = 0;
  const AccordLink *links = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "Transparency and privacy matter to all companies.\n");
  source = g_string_free (text, FALSE);
  sources[0] = sources[1] = source;
  comparison = fixture_compare (sources, 2, NULL);
  links = accord_comparison_get_links (comparison, &n);
  g_assert_cmpuint (n, ==, 10000);
  for (guint i = 0; i < n; i++)
    g_assert_true (links[i].kind == ACCORD_LINK_SAME && links[i].a.passage == links[i].b.passage);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
test_groups (void)
{
  const char *sources[] = {
    "en|Fish swim in rivers.\nCompanies publish safety reports every year.",
    "en|Companies publish their safety reports every year.\nClouds pass by.",
    "en|Every year, companies publish safety reports.\nEvery year companies publish safety "
    "reports.",
  };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 3, NULL);
  guint n = 0;
  const AccordGroup *groups = accord_comparison_get_groups (comparison, &n);
  const AccordEnd *members = NULL;

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (groups[0].n_members, ==, 3);
  members = accord_comparison_get_members (comparison, &groups[0]);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (members[i].document, ==, i);
  g_assert_cmpuint (members[0].passage, ==, 1);
  g_assert_cmpuint (members[1].passage, ==, 0);
}

/* A chain of sentences, each near the next, of which the ends have nothing in common. */
static void
test_groups_cohere (void)
{
  const char *sources[] = {
    "en|alpha bravo charlie delta",
    "en|charlie delta echo foxtrot",
    "en|echo foxtrot golf hotel",
    "en|golf hotel india juliet",
  };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 4, NULL);
  guint n_links = 0, n_groups = 0;
  const AccordGroup *groups = accord_comparison_get_groups (comparison, &n_groups);

  accord_comparison_get_links (comparison, &n_links);
  g_assert_cmpuint (n_links, ==, 3);
  for (guint i = 0; i < n_groups; i++)
    g_assert_cmpuint (groups[i].n_members, <=, 3);
}

static gboolean
stop_cb (double fraction, gpointer data)
{
  guint *n_left = data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  return *n_left > 0 && --*n_left > 0;
}

static void
test_cancel (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *source = random_source (rand, "en", 5000, 20);
  g_autoptr (AccordAnalysis) a = fixture_analysis_new (source);
  AccordAnalysis *analyses[] = { a, a, a, a };

  for (guint n_ticks = 1; n_ticks <= 64; n_ticks *= 4)
    {
      g_autoptr (GError) error = NULL;
      guint n_left = n_ticks;
      AccordWatch watch = { stop_cb, &n_left };

      g_assert_null (accord_comparison_new (analyses, 4, NULL, &watch, &error));
      g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED);
    }
}

static void
test_similarity (void)
{
  g_assert_cmpint (accord_similarity ("The cat sleeps.", "the cat sleeps", "en", "en", NULL), ==,
                   1000);
  g_assert_cmpint (accord_similarity ("The cat sleeps.", "Rivers flow.", "en", "en", NULL), ==, 0);
  g_assert_cmpint (accord_similarity ("", "", NULL, NULL, NULL), ==, 0);
  g_assert_cmpint (accord_similarity ("\xff", "a", "en", "en", NULL), ==, 0);
  g_assert_cmpint (accord_similarity ("国际合作", "國際合作", "zh-Hans", "zh-Hant", NULL), ==,
                   1000);
  g_assert_cmpint (
    accord_similarity ("Two black cats sleep.", "A black cat sleeps.", "en", "en", NULL), >,
    accord_similarity ("Two black cats sleep.", "A black dog runs.", "en", "en", NULL));
  g_assert_cmpint (
    accord_similarity ("APEC met in 2024", "2024年，APEC开会", "en", "zh-Hans", NULL), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/links", test_links);
  g_test_add_func ("/comparison/reasons", test_reasons);
  g_test_add_func ("/comparison/verdict", test_verdict);
  g_test_add_func ("/comparison/random-invariants", test_random_invariants);
  g_test_add_func ("/comparison/threads", test_threads);
  g_test_add_func ("/comparison/order-of-documents", test_order_of_documents);
  g_test_add_func ("/comparison/best", test_best);
  g_test_add_func ("/comparison/many-identical-passages", test_many_identical_passages);
  g_test_add_func ("/comparison/groups", test_groups);
  g_test_add_func ("/comparison/groups-cohere", test_groups_cohere);
  g_test_add_func ("/comparison/cancel", test_cancel);
  g_test_add_func ("/comparison/similarity", test_similarity);
  return g_test_run ();
}
