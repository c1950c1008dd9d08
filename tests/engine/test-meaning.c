/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linking with a lexicon: across languages, by synonyms, by spelling; each with reasons
 * that sum to the score. The lexicon is made here, of pairs of terms. */
#include "fixture.h"

#include <string.h>

static const AccordTermPair PAIRS[] = {
  { { "committee", "comité" }, { "en", "fr" } },
  { { "inspect", "inspecter" }, { "en", "fr" } },
  { { "harbour", "port" }, { "en", "fr" } },
  { { "river", "fleuve" }, { "en", "fr" } },
  { { "sister city", "ville jumelle" }, { "en", "fr" } },
  { { "bridge", "pont" }, { "en", "fr" } },
  { { "river", "河流" }, { "en", "zh" } },
  { { "bridge", "桥梁" }, { "en", "zh" } },
  { { "inspect", "检查" }, { "en", "zh" } },
  { { "committee", "委员会" }, { "en", "zh" } },
  { { "bridge", "viaduct" }, { "en", "en" } },
  { { "inspect", "examine" }, { "en", "en" } },
};

static const char ENGLISH[] = "en|The committee will inspect the bridge over the river.\n"
                              "Apples ripen slowly in cold northern valleys.\n"
                              "Our sister city has a harbour.";
static const char FRENCH[] = "fr|Notre ville jumelle possède un port.\n"
                             "Des oiseaux chantent chaque matin dans la forêt.\n"
                             "Le comité va inspecter le pont sur le fleuve.";
static const char CHINESE[] = "zh-Hans|委员会将检查河流上的桥梁。\n鸟儿每天早晨都在唱歌。";

static AccordLexicon *
lexicon_new (void)
{
  return accord_lexicon_new_with_pairs (NULL, PAIRS, G_N_ELEMENTS (PAIRS), NULL, NULL);
}

static void
assert_sums (const AccordComparison *comparison)
{
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      const AccordReason *reasons = accord_comparison_get_reasons (comparison, &links[i]);
      gint sum = 0;

      for (guint r = 0; r < links[i].n_reasons; r++)
        sum += reasons[r].weight;
      g_assert_cmpint (sum, ==, links[i].score);
      g_assert_cmpint (links[i].score, <=, 1000);
    }
}

static char *
dup_links (const char *const *sources, guint n, AccordLexicon *lexicon, guint n_threads)
{
  AccordCompareOptions options = { 300, 0, n_threads, .lexicon = lexicon };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, n, &options);

  assert_sums (comparison);
  return fixture_describe_links (comparison, FALSE);
}

static void
test_translation (void)
{
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();
  const char *sources[] = { ENGLISH, FRENCH };
  AccordCompareOptions options = { 300, 0, 1, .lexicon = lexicon };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, &options);
  g_autofree char *links = fixture_describe_links (comparison, FALSE);
  g_autofree char *reasons = fixture_describe_reasons (comparison, 0);

  assert_sums (comparison);
  g_assert_nonnull (strstr (links, "0:0-1:2 translation"));
  g_assert_nonnull (strstr (links, "0:2-1:0 translation"));
  g_assert_null (strstr (links, "0:1"));
  g_assert_nonnull (strstr (reasons, "concept "));
  g_assert_nonnull (strstr (reasons, " = "));
}

static void
test_without_lexicon (void)
{
  const char *sources[] = { ENGLISH, FRENCH, CHINESE };
  g_autofree char *links = dup_links (sources, 3, NULL, 1);

  g_assert_cmpstr (links, ==, "");
}

static void
test_order_and_threads (void)
{
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();
  const char *sources[] = { ENGLISH, CHINESE }, *swapped[] = { CHINESE, ENGLISH };
  const char *all[] = { ENGLISH, FRENCH, CHINESE };
  g_autofree char *links = dup_links (sources, 2, lexicon, 1);
  g_autofree char *again = dup_links (swapped, 2, lexicon, 1);
  g_autofree char *one = dup_links (all, 3, lexicon, 1);
  g_autofree char *four = dup_links (all, 3, lexicon, 4);

  g_assert_cmpstr (links, ==, "0:0-1:0 translation");
  g_assert_cmpstr (again, ==, "0:0-1:0 translation");
  g_assert_cmpstr (one, ==, four);
  g_assert_nonnull (strstr (one, "0:0-1:2 translation"));
}

static void
test_synonyms (void)
{
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();
  const char *sources[] = { "en|They examine the viaduct each spring.",
                            "en|They inspect the bridge each spring." };
  AccordCompareOptions options = { 300, 0, 1, .lexicon = lexicon };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, &options);
  g_autofree char *reasons = fixture_describe_reasons (comparison, 0);

  assert_sums (comparison);
  g_assert_nonnull (strstr (reasons, "concept examine the viaduct = inspect the bridge"));
}

/* Of two words that are spelt alike in two languages nothing follows; cognates and names do. */
static void
test_spelling (void)
{
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();

  g_assert_cmpint (
    accord_similarity ("Telecommunications", "Télécommunications", "en", "fr", lexicon), >, 700);
  g_assert_cmpint (accord_similarity ("pain", "pain", "en", "fr", lexicon), <, 1000);
  g_assert_cmpint (accord_similarity ("table", "cheval", "en", "fr", lexicon), ==, 0);
}

/* Digits are the same in every language, with or without an ending; small ones are words too. */
static void
test_numbers (void)
{
  static const AccordTermPair NUMBERS[] = { { { "three", "trois" }, { "en", "fr" } },
                                            { { "three", "三" }, { "en", "zh" } } };
  g_autoptr (AccordLexicon) lexicon =
    accord_lexicon_new_with_pairs (NULL, NUMBERS, G_N_ELEMENTS (NUMBERS), NULL, NULL);
  static const struct
  {
    const char *a;
    const char *b;
    const char *language;
    gint least;
    gint most;
  } CASES[] = {
    { "65th", "65e", "fr", 950, 1000 },  { "1,500", "1.500", "es", 950, 1000 },
    { "3rd", "trois", "fr", 500, 1000 }, { "3", "三", "zh", 500, 1000 },
    { "65th", "64e", "fr", 0, 0 },       { "3d4x", "3", "fr", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gint score = accord_similarity (CASES[i].a, CASES[i].b, "en", CASES[i].language, lexicon);

      g_test_message ("%s %s", CASES[i].a, CASES[i].b);
      g_assert_cmpint (score, >=, CASES[i].least);
      g_assert_cmpint (score, <=, CASES[i].most);
    }
}

static void
test_symmetry (void)
{
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();
  static const char *const WORDS[] = { "bridge",  "river",  "viaduct", "inspect", "examine",
                                       "harbour", "vessel", "bridges", "bridged", "committee" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (91);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);

      for (guint i = 0; i < 9; i++)
        {
          g_string_append_printf (a, "%s ", WORDS[g_rand_int_range (rand, 0, 10)]);
          g_string_append_printf (b, "%s ", WORDS[g_rand_int_range (rand, 0, 10)]);
        }
      g_assert_cmpint (accord_similarity (a->str, b->str, "en", "en", lexicon), ==,
                       accord_similarity (b->str, a->str, "en", "en", lexicon));
      g_assert_cmpint (accord_similarity (a->str, a->str, "en", "en", lexicon), ==, 1000);
    }
}

/* A passage of one word, 20,000 times: no quadratic time. */
static void
test_repeated_word (void)
{
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();
  g_autoptr (GString) a = g_string_new ("en|");
  g_autoptr (GString) b = g_string_new ("fr|");
  const char *sources[2];
  g_autofree char *links = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append (a, "bridge ");
      g_string_append (b, "pont ");
    }
  sources[0] = a->str;
  sources[1] = b->str;
  links = dup_links (sources, 2, lexicon, 1);
  g_assert_true (*links == '\0' || strstr (links, "0:0-1:0") != NULL);
}

/* "language|piece piece…" or, with lines, a passage each. */
static char *
repeat (const char *head, const char *piece, guint n)
{
  GString *source = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (source, piece);
  return g_string_free (source, FALSE);
}

static void
assert_links (const char *a, const char *b, AccordLexicon *lexicon, guint least, guint most)
{
  const char *sources[] = { a, b };
  AccordCompareOptions options = { 300, 0, 1, .lexicon = lexicon };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, &options);
  guint n = 0;

  accord_comparison_get_links (comparison, &n);
  assert_sums (comparison);
  g_assert_cmpuint (n, >=, least);
  g_assert_cmpuint (n, <=, most);
}

/* Texts that nobody writes. */
static void
test_odd_input (void)
{
  static const struct
  {
    const char *name;
    const char *a;
    const char *b;
    guint n_links;
  } CASES[] = {
    { "passages of one word", "en|Bridges\nRiver", "fr|Fleuve\nLes ponts", 2 },
    { "only numbers", "en|1\n2\n3 4 5", "fr|3 4 5\n1", 0 },
    { "only function words", "en|of the and\nit is", "fr|de la et\nil est", 0 },
    { "two languages in one sentence", "en|The committee will inspecter le pont.",
      "fr|Le comité will inspect the bridge.", 1 },
    { "a language without lexicon has names and numbers, but no links by words",
      "en|The Geneva Treaty of 1949 and NATO", "ja|ジュネーブ Geneva Treaty 1949 NATO", 0 },
    { "nothing", "en|", "fr|", 0 },
  };
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_test_message ("%s", CASES[i].name);
      assert_links (CASES[i].a, CASES[i].b, lexicon, CASES[i].n_links, CASES[i].n_links);
    }
}

/* Each finds its twin, the n-th the n-th, in linear time. */
static void
test_identical_passages (void)
{
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();
  g_autofree char *a = repeat ("en|", "The committee will inspect the bridge.\n", 2000);
  g_autofree char *b = repeat ("en|", "The committee will inspect the bridge.\n", 2000);
  g_autofree char *c = repeat ("fr|", "Le comité va inspecter le pont.\n", 2000);

  assert_links (a, b, lexicon, 2000, 2000);
  assert_links (a, c, lexicon, 0, 2000);
}

/* @n numbered sentences; every seventh has a word more that no lexicon knows. */
static char *
numbered (const char *head, const char *sentence, const char *word, guint n)
{
  GString *source = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (source, "%s %u%s%s.\n", sentence, 1000 + i, i % 7 == 0 ? " " : "",
                            i % 7 == 0 ? word : "");
  return g_string_free (source, FALSE);
}

static guint
count_learnt (const AccordComparison *comparison)
{
  guint n = 0, n_learnt = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  for (guint i = 0; i < n; i++)
    for (guint r = 0; r < links[i].n_reasons; r++)
      {
        const AccordReason *reason = &accord_comparison_get_reasons (comparison, &links[i])[r];

        if (reason->learnt == 0)
          continue;
        g_assert_cmpint (reason->kind, ==, ACCORD_REASON_CONCEPT);
        g_assert_cmpstr (reason->label, ==, "zorble = quirpin");
        g_assert_cmpuint (reason->learnt, >=, 2);
        n_learnt++;
      }
  return n_learnt;
}

/* Long documents teach; short ones do not. */
static void
test_learnt (void)
{
  g_autoptr (AccordLexicon) lexicon = lexicon_new ();

  for (guint long_enough = 0; long_enough < 2; long_enough++)
    {
      guint n = long_enough ? 210 : 190;
      g_autofree char *a = numbered ("en|", "The committee will inspect the bridge", "zorble", n);
      g_autofree char *b = numbered ("fr|", "Le comité va inspecter le pont", "quirpin", n);
      const char *sources[] = { a, b };
      AccordCompareOptions options = { 300, 0, 1, .lexicon = lexicon };
      g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, &options);

      assert_sums (comparison);
      g_assert_cmpuint (count_learnt (comparison), ==, long_enough ? 30 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meaning/a translation is linked and says why", test_translation);
  g_test_add_func ("/meaning/without a lexicon nothing of it is", test_without_lexicon);
  g_test_add_func ("/meaning/neither order nor threads matter", test_order_and_threads);
  g_test_add_func ("/meaning/synonyms are concepts", test_synonyms);
  g_test_add_func ("/meaning/cognates count, false friends less", test_spelling);
  g_test_add_func ("/meaning/numbers are the same in every language", test_numbers);
  g_test_add_func ("/meaning/both directions score the same", test_symmetry);
  g_test_add_func ("/meaning/a word without end takes no time", test_repeated_word);
  g_test_add_func ("/meaning/long documents teach a pair of words", test_learnt);
  g_test_add_func ("/meaning/texts that nobody writes", test_odd_input);
  g_test_add_func ("/meaning/identical passages find their twins", test_identical_passages);
  return g_test_run ();
}
