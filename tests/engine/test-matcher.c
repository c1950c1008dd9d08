/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matcher: tables of what is found, what it refuses, and random texts and codebooks
 * on which it agrees with its slow twin. */
#include "engine/accord-matcher.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-language.h"
#include "oracle-matcher.h"

/* A term a line: principle, language, words; then "; gap 3", "; near 3", "; case",
 * "; not words". */
static AccordCodebook *
codebook_of (const char *lines)
{
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("test");
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);
  const char *last = "";

  accord_codebook_builder_add_theme (builder, "T");
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (all[i], "; ", -1);
      g_auto (GStrv) fields = g_strsplit (parts[0], " ", 3);
      g_autoptr (GPtrArray) excludes = g_ptr_array_new ();
      AccordTerm term = { fields[1], fields[2], 0, FALSE, NULL, 0 };

      for (guint p = 1; parts[p] != NULL; p++)
        if (g_str_has_prefix (parts[p], "gap "))
          term.gap = (guint) g_ascii_strtoull (parts[p] + 4, NULL, 10);
        else if (g_str_has_prefix (parts[p], "near "))
          term.near = (guint) g_ascii_strtoull (parts[p] + 5, NULL, 10);
        else if (g_str_equal (parts[p], "case"))
          term.case_sensitive = TRUE;
        else
          g_ptr_array_add (excludes, parts[p] + strlen ("not "));
      g_ptr_array_add (excludes, NULL);
      term.excludes = (const char *const *) excludes->pdata;
      if (!g_str_equal (fields[0], last))
        accord_codebook_builder_add_principle (builder, fields[0], NULL);
      accord_codebook_builder_add_term (builder, &term);
      last = g_intern_string (fields[0]);
    }
  return accord_codebook_builder_end (builder, NULL);
}

static char *
describe (const AccordCodebook *codebook, AccordDocument *document, GArray *mentions)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  const AccordPrinciple *principles = accord_codebook_get_principles (codebook, &n);

  for (guint i = 0; i < mentions->len; i++)
    {
      const AccordMention *mention = &g_array_index (mentions, AccordMention, i);

      g_string_append_printf (text, "%s%s=%.*s", i > 0 ? " | " : "",
                              principles[mention->principle].id,
                              (int) accord_span_length (mention->span),
                              accord_document_get_data (document) + mention->span.start);
    }
  return g_string_free (text, FALSE);
}

static char *
find (const char *lines, const char *language, const char *data)
{
  g_autoptr (AccordCodebook) codebook = codebook_of (lines);
  g_autoptr (AccordMatcher) matcher = accord_matcher_new (codebook, NULL, NULL);
  g_autoptr (AccordDocument) document = oracle_document_new (data, language);
  g_autoptr (AccordWords) words = accord_words_new (document, NULL, NULL);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (AccordMention));

  accord_matcher_find (matcher, document, words, 0, mentions);
  return describe (codebook, document, mentions);
}

/* What is found, as "principle=words". */
static const struct
{
  const char *terms;
  const char *language;
  const char *text;
  const char *mentions;
} FINDS[] = {
  /* stems, hyphens, width, compatibility */
  { "A en human right", "en", "Human rights and the human right.",
    "A=Human rights | A=human right" },
  { "A en human-centred", "en", "human centred, Human-Centred",
    "A=human centred | A=Human-Centred" },
  { "A en human centred", "en", "human-centred", "A=human-centred" },
  { "A en people's rights", "en", "The people’s right", "A=people’s right" },
  { "A en safety", "en", "ｓａｆｅｔｙ", "A=ｓａｆｅｔｙ" },
  { "A en art", "en", "smart artist", "" },
  { "A ru права человека", "ru", "о правах человека", "A=правах человека" },
  { "A ar حقوق الإنسان", "ar", "وحقوق الإنسان", "A=وحقوق الإنسان" },
  { "A fr droit de l'homme", "fr", "les droits de l’homme", "A=droits de l’homme" },
  /* Chinese: substrings, both scripts */
  { "A zh 智能向善", "zh-Hans", "坚持“智能向善”的宗旨", "A=智能向善" },
  { "A zh 国际合作", "zh-Hant", "加強國際合作。", "A=國際合作" },
  { "A zh-Hant 國際", "zh-Hans", "国际", "" },
  { "A zh 数据安全", "zh-Hans", "大数据、安全", "" },
  /* punctuation */
  { "A en rights equality", "en", "rights, equality", "" },
  { "A en safe, secure and open", "en", "safe, secure, and open; safe secure and open",
    "A=safe, secure, and open | A=safe secure and open" },
  /* case */
  { "A en AI; case", "en", "AI, Ai, ai, ＡＩ, AI's, AIs", "A=AI | A=ＡＩ | A=AI" },
  { "A en IT law; case", "en", "it law, IT law, IT Law", "A=IT law" },
  { "A en ai\nB en AI; case", "en", "AI ai", "A=AI | B=AI | A=ai" },
  /* gaps */
  { "A en protect children; gap 2", "en", "protect the young children",
    "A=protect the young children" },
  { "A en protect children; gap 2", "en", "protect the very young children", "" },
  { "A en protect children; gap 2", "en", "protect women, children", "A=protect women, children" },
  { "A en a c; gap 1", "en", "a c c", "A=a c" },
  { "A en a b c; gap 1", "en", "a b b c", "A=a b b c" },
  { "A zh 保护儿童; gap 2", "zh-Hans", "保护好儿童", "A=保护好儿童" },
  /* optional words */
  { "A en right [to] privacy", "en", "right to privacy, rights privacy, right of privacy",
    "A=right to privacy | A=rights privacy" },
  { "A en [artificial] intelligence [system]", "en",
    "artificial intelligence systems, intelligence",
    "A=artificial intelligence systems | A=intelligence" },
  { "A en [the]", "en", "the", "A=the" },
  { "A en the [free", "en", "the free, the, free", "A=the free | A=the, free" },
  { "A en protect [the] child; gap 1", "en", "protect the poor child", "A=protect the poor child" },
  { "A zh 保护[好]儿童", "zh-Hans", "保护儿童、保护好儿童", "A=保护儿童 | A=保护好儿童" },
  { "A en safety; not safety [of the] net", "en", "safety of the net, safety net, safety belt",
    "A=safety" },
  /* parts of words */
  { "A en govern*", "en", "Governments, governance, ungoverned, govern",
    "A=Governments | A=governance | A=govern" },
  { "A en *bias", "en", "debias bias biased", "A=debias | A=bias" },
  { "A en *vern*", "en", "govern taverns", "A=govern | A=taverns" },
  { "A en discriminatory*", "en", "discriminatory, discrimination", "A=discriminatory" },
  { "A en protect* child*", "en", "protecting children; protective, childish",
    "A=protecting children" },
  { "A en Gov*; case", "en", "Government government GOVERNMENT", "A=Government" },
  { "A en * safety *", "en", "safety", "A=safety" },
  { "A ar حكوم*", "ar", "الحكومة", "A=الحكومة" },
  { "A de Daten*\nB de Schutz", "de", "Datenschutz", "A=Datenschutz" },
  { "A en safety; not safety n*", "en", "safety net, safety belt", "A=safety" },
  /* near each other */
  { "A en data privacy; near 2", "en", "privacy of all data", "A=privacy of all data" },
  { "A en data privacy; near 2", "en", "privacy of all the data", "" },
  { "A en data privacy; near 3", "en", "data, data; privacy data", "A=data; privacy" },
  { "A en data privacy; near 5", "en", "data without end", "" },
  { "A en rights wom* [and] girl*; near 4", "en", "girls and women have rights",
    "A=girls and women have rights" },
  { "A en AI law; near 3; case", "en", "the law on AI, the law on ai", "A=law on AI" },
  { "A en data data; near 3", "en", "data", "A=data" },
  /* words of scripts without spaces */
  { "A zh 人权", "zh-Hans", "个人权利、尊重人权", "A=人权" },
  { "A zh 人权*", "zh-Hans", "个人权利", "" },
  { "A zh *人权*", "zh-Hans", "个人权利", "A=人权" },
  { "A zh 安全", "zh-Hans", "安全性、不安全", "A=安全 | A=安全" },
  { "A zh 智能治理", "zh-Hans", "加强人工智能治理", "A=智能治理" },
  { "A zh 民生", "zh-Hans", "改善民生，支持农民生产", "A=民生" },
  { "A zh 会议", "zh-Hans", "社会议题由会议讨论", "A=会议" },
  { "A zh 人權", "zh-Hant", "個人權利與人權", "A=人權" },
  /* exclusions */
  { "A en safety; not safety net; not road safety", "en", "safety net, safety, road safety, net",
    "A=safety" },
  { "A en safety; not safety net\nA en net", "en", "a safety net", "A=net" },
  { "A zh 人权; not 个人权利", "zh-Hans", "个人权利与人权", "A=人权" },
  { "A en AI; case; not open ai", "en", "Open AI, AI", "A=AI" },
  /* overlaps */
  { "A en right\nA en human right", "en", "human rights", "A=human rights" },
  { "A en a b\nA en b c d", "en", "a b c d", "A=b c d" },
  { "A en a b\nA en b c", "en", "a b c", "A=a b" },
  { "A en human right\nB en right", "en", "human rights", "A=human rights | B=rights" },
  { "A en right\nA en rights", "en", "right", "A=right" },
  /* languages */
  { "A fr droit", "en", "droit", "" },
  { "A en right", "en-GB", "rights", "A=rights" },
  { "A en rights\nB fr droits", "und", "rights droits right", "A=rights | B=droits" },
  { "A und right", "en", "right", "" },
  { "A und right", "und", "right", "A=right" },
  /* nothing */
  { "A en …", "en", "… …", "" },
  { "A en a", "en", "", "" },
  { "A en 1,000 people", "en", "1000 people", "A=1000 people" },
};

static void
test_finds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (FINDS); i++)
    {
      g_autofree char *mentions = find (FINDS[i].terms, FINDS[i].language, FINDS[i].text);

      g_test_message ("%s", FINDS[i].terms);
      g_assert_cmpstr (mentions, ==, FINDS[i].mentions);
    }
}

static void
test_refuses_long_terms (void)
{
  static const struct
  {
    const char *terms;
    gboolean refused;
  } CASES[] = {
    { "A en a b c d e f g h i j k l", FALSE },
    { "A en a b c d e f g h i j k l m", TRUE },
    { "A en a; not a b c d e f g h i j k l m", TRUE },
    { "A zh 一二三四五六七八九十一二三四五六七八九十一二三四", FALSE },
    { "A zh 一二三四五六七八九十一二三四五六七八九十一二三四五", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (AccordCodebook) codebook = codebook_of (CASES[i].terms);
      g_autoptr (GError) error = NULL;
      AccordMatcher *matcher = accord_matcher_new (codebook, NULL, &error);

      if (CASES[i].refused)
        {
          g_assert_null (matcher);
          g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_TOO_LARGE);
          g_assert_nonnull (strstr (error->message, CASES[i].terms[2] == 'e' ? "a b c" : "一二"));
        }
      else
        {
          g_assert_no_error (error);
          accord_matcher_unref (matcher);
        }
    }
}

static char *
random_phrase (GRand *rand, const char *const *words, guint n_words, guint n)
{
  static const char *const SEPARATORS[] = { " ", " ", " ", " ", ", ", "-", " “", "; " };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, SEPARATORS[g_rand_int_range (rand, 0, G_N_ELEMENTS (SEPARATORS))]);
      g_string_append (text, words[g_rand_int_range (rand, 0, (gint32) n_words)]);
    }
  return g_string_free (text, FALSE);
}

static AccordCodebook *
random_codebook (GRand *rand, const char *const *words, guint n_words)
{
  static const char *const LANGUAGES[] = { "en", "en", "zh", "fr" };
  static const char *const IDS[] = { "A", "B", "C" };
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("random");

  accord_codebook_builder_add_theme (builder, "T");
  for (guint p = 0; p < 3; p++)
    {
      accord_codebook_builder_add_principle (builder, IDS[p], NULL);
      for (gint i = g_rand_int_range (rand, 0, 5); i > 0; i--)
        {
          g_autofree char *start = random_phrase (rand, words, n_words, 1 + g_rand_int (rand) % 4);
          g_autofree char *more = random_phrase (rand, words, n_words, 1 + g_rand_int (rand) % 2);
          g_autofree char *text = g_rand_int_range (rand, 0, 4) > 0
                                    ? g_strdup (start)
                                    : g_strdup_printf ("%s [%s] b", start, more);
          g_autofree char *no = random_phrase (rand, words, n_words, 1 + g_rand_int (rand) % 4);
          g_autofree char *nor = random_phrase (rand, words, n_words, 1 + g_rand_int (rand) % 4);
          const char *excludes[] = { no, nor, NULL };
          gint kind = g_rand_int_range (rand, 0, 3);
          AccordTerm term = {
            LANGUAGES[g_rand_int_range (rand, 0, 4)], text, 0, g_rand_int_range (rand, 0, 4) == 0,
            kind < 2 ? excludes + kind : NULL,        0
          };

          if (g_rand_boolean (rand))
            term.gap = (guint) g_rand_int_range (rand, 0, 4);
          if (*start == *text && strchr (text, '[') == NULL && g_rand_int_range (rand, 0, 4) == 0)
            term.near = (guint) g_rand_int_range (rand, 1, 4);
          accord_codebook_builder_add_term (builder, &term);
        }
    }
  return accord_codebook_builder_end (builder, NULL);
}

static void
test_agrees_with_oracle (void)
{
  static const char *const WORDS[] = { "a",  "A",  "b",  "bs",    "B",    "Ａ",     "c's",
                                       "国", "國", "家", "1,000", "1000", "droits", "droit" };
  static const char *const LANGUAGES[] = { "en", "zh-Hans", "und", "fr" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260101);
  guint n_mentions = 0;

  for (guint i = 0; i < 4000; i++)
    {
      guint n_words = (guint) g_rand_int_range (rand, 2, G_N_ELEMENTS (WORDS) + 1);
      g_autoptr (AccordCodebook) codebook = random_codebook (rand, WORDS, n_words);
      g_autoptr (AccordMatcher) matcher = accord_matcher_new (codebook, NULL, NULL);
      g_autofree char *data = random_phrase (rand, WORDS, n_words, g_rand_int (rand) % 24);
      g_autoptr (AccordDocument) document =
        oracle_document_new (data, LANGUAGES[g_rand_int_range (rand, 0, 4)]);
      g_autoptr (AccordWords) words = accord_words_new (document, NULL, NULL);
      g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (AccordMention));
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (AccordMention));

      accord_matcher_find (matcher, document, words, 0, mentions);
      oracle_find (codebook, document, words, 0, expected);
      n_mentions += expected->len;
      if (mentions->len != expected->len ||
          (expected->len > 0 &&
           memcmp (mentions->data, expected->data, expected->len * sizeof (AccordMention)) != 0))
        {
          g_autofree char *is = describe (codebook, document, mentions);
          g_autofree char *should = describe (codebook, document, expected);

          g_error ("case %u, \"%s\": %s; should be %s", i, data, is, should);
        }
    }
  g_assert_cmpuint (n_mentions, >, 8000);
}

/* A term of twelve equal words with wide gaps has 10^11 ways to be found in as many words. */
static void
test_hostile (void)
{
  g_autoptr (AccordCodebook) codebook = codebook_of (
    "A en a a a a a a a a a a a a; gap 9\nA en a a\nB en a; not a a a\nC en a b; gap 9");
  g_autoptr (AccordMatcher) matcher = accord_matcher_new (codebook, NULL, NULL);
  GString *data = g_string_new (NULL);
  g_autoptr (AccordDocument) document = NULL;
  g_autoptr (AccordWords) words = NULL;
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (AccordMention));

  for (guint i = 0; i < 2000; i++)
    g_string_append (data, "a ");
  document = oracle_document_new (data->str, "en");
  words = accord_words_new (document, NULL, NULL);
  accord_matcher_find (matcher, document, words, 0, mentions);
  g_assert_cmpuint (mentions->len, ==, 2000 / 12 + 2000 % 12 / 2);
  g_string_free (data, TRUE);
}

static gboolean
refuse_cb (double fraction, gpointer data)
{
  return FALSE;
}

static void
test_cancel (void)
{
  g_autoptr (AccordCodebook) codebook = codebook_of ("A en a");
  AccordWatch watch = { refuse_cb, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_matcher_new (codebook, &watch, &error));
  g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matcher/finds", test_finds);
  g_test_add_func ("/matcher/refuses-long-terms", test_refuses_long_terms);
  g_test_add_func ("/matcher/agrees-with-oracle", test_agrees_with_oracle);
  g_test_add_func ("/matcher/hostile", test_hostile);
  g_test_add_func ("/matcher/cancel", test_cancel);
  return g_test_run ();
}
