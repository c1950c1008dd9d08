/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words: where tokens begin and end, what they fold to, and that hostile text is
 * only slow work, never a crash. */
#include "engine/accord-words.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-language.h"

static AccordWords *
words_of (const char *data, gsize length, const char *language, AccordDocument **document)
{
  g_autoptr (AccordText) text = accord_text_new (data, length, NULL);
  AccordBlock block = { { 0, (guint32) length }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL };
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  g_autoptr (AccordDocument) made = NULL;
  AccordWords *words = NULL;

  fields[ACCORD_FIELD_LANGUAGE] = language;
  made = accord_document_new (text, &block, 1, fields, ACCORD_UNIT_BLOCKS, NULL, NULL);
  words = accord_words_new (made, NULL, NULL);
  if (document != NULL)
    *document = g_steal_pointer (&made);
  return words;
}

/* The words of a text with a space between; "/" where a break stands before one. */
static char *
fold_text (const char *data, const char *language)
{
  g_autoptr (AccordWords) words = words_of (data, strlen (data), language, NULL);
  guint n = 0;
  const AccordToken *tokens = accord_words_get_tokens (words, 0, &n);
  GString *folded = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (folded, ' ');
      if (tokens[i].flags & ACCORD_TOKEN_BREAK)
        g_string_append_c (folded, '/');
      g_string_append (folded, accord_words_get_word (words, tokens[i].word));
    }
  return g_string_free (folded, FALSE);
}

static void
test_folding (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *words;
  } CASES[] = {
    /* hyphens, apostrophes, quotation marks and breaks */
    { "en", "Human-centred", "human centr" },
    { "en", "human centred", "human centr" },
    { "en", "people's rights", "peopl right" },
    { "en", "people’s rights", "peopl right" },
    { "en", "AI's 's", "ai s" },
    { "en", "the \"open\" door, shut", "the open door /shut" },
    { "en", "end - begin -x", "end /begin /x" },
    { "en", "data_set", "data set" },
    { "fr", "l’intelligence artificielle", "l intelligent artificiel" },
    { "und", "l'homme", "l homme" },
    /* numbers */
    { "en", "1,234,567.50 and 1,2", "1234567.50 and 1 /2" },
    { "en", "2030", "2030" },
    { "en", "2030年", "2030 年" },
    { "en", "12345,678", "12345 /678" },
    { "fr", "1.234.567,5", "1234567.5" },
    { "fr", "10\u202f000", "10000" },
    { "de", "3.5", "3.5" },
    { "ar", "١٢٬٣٤٥٫٦", "12345.6" },
    { "zh-Hans", "３００", "300" },
    { "en", "the 30th G20", "the 30th g20" },
    { "en", "in 1999.", "in 1999" },
    /* width, compatibility, case */
    { "en", "ＡＩ　Ethics", "ai ethic" },
    { "und", "ﬁne STRASSE straße", "fine strasse strasse" },
    { "und", "co\u00ADop CO₂", "coop co2" },
    { "und", "e\u0301t\u00e9", "été" },
    { "und", "rights¹ and", "rights and" },
    /* Chinese */
    { "zh-Hans", "人工智能，治理", "人 工 智 能 /治 理" },
    { "zh-Hant", "人工智慧與國際合作", "人 工 智 慧 与 国 际 合 作" },
    { "zh-Hans", "“智能”向善AI时代", "智 能 向 善 ai 时 代" },
    { "ja", "データの保護", "データ の 保 护" },
    { "ko", "AI는 안전", "ai 는 안전" },
    { "th", "ที่ดี", "ที่ ดี" },
    /* stems */
    { "en", "governments governing governed", "govern govern govern" },
    { "es", "los derechos humanos", "los derech human" },
    { "ru", "Права человека", "прав человек" },
    { "ar", "الْحُقُوق", "حقوق" },
    { "xx", "governing", "governing" },
    { "und", "governing", "governing" },
    /* nothing to see */
    { "en", "…—!?", "" },
    { "en", "\u0301\u0302\u200D", "" },
    { "und", "a \u3164, b", "a /b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *words = fold_text (CASES[i].text, CASES[i].language);

      g_test_message ("%s", CASES[i].text);
      g_assert_cmpstr (words, ==, CASES[i].words);
    }
}

static void
test_flags (void)
{
  const char *data = "The Council of 2030 的治";
  g_autoptr (AccordWords) words = words_of (data, strlen (data), "en", NULL);
  static const struct
  {
    guint32 start;
    guint32 end;
    guint32 flags;
  } EXPECTED[] = {
    { 0, 3, ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_STOP },
    { 4, 11, ACCORD_TOKEN_CAPITAL },
    { 12, 14, ACCORD_TOKEN_STOP },
    { 15, 19, ACCORD_TOKEN_NUMBER },
    { 20, 23, ACCORD_TOKEN_HAN },
    { 23, 26, ACCORD_TOKEN_HAN },
  };
  guint n = 0;
  const AccordToken *tokens = accord_words_get_tokens (words, 0, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (EXPECTED));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (tokens[i].span.start, ==, EXPECTED[i].start);
      g_assert_cmpuint (tokens[i].span.end, ==, EXPECTED[i].end);
      g_assert_cmphex (tokens[i].flags, ==, EXPECTED[i].flags);
    }
}

static void
test_numbered_as_they_come (void)
{
  const char *data = "right duty rights Duty law";
  g_autoptr (AccordWords) words = words_of (data, strlen (data), "en", NULL);
  static const guint32 EXPECTED[] = { 0, 1, 0, 1, 2 };
  guint n = 0;
  const AccordToken *tokens = accord_words_get_tokens (words, 0, &n);

  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (accord_words_get_n_words (words), ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (tokens[i].word, ==, EXPECTED[i]);
}

static void
test_passages_of_two_languages (void)
{
  const char *data = "The governing bodies protect the rights of all people.\n"
                     "Les gouvernements protègent les droits de toutes les personnes.";
  guint32 cut = (guint32) (strchr (data, '\n') - data);
  const AccordBlock blocks[] = {
    { { 0, cut }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
    { { cut + 1, (guint32) strlen (data) }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
  };
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  g_autoptr (AccordDocument) document =
    accord_document_new (text, blocks, 2, NULL, ACCORD_UNIT_SENTENCES, NULL, NULL);
  g_autoptr (AccordWords) words = accord_words_new (document, NULL, NULL);
  guint n = 0;
  const AccordToken *tokens = accord_words_get_tokens (words, 0, &n);

  g_assert_cmpuint (n, ==, 9);
  g_assert_cmpstr (accord_words_get_word (words, tokens[1].word), ==, "govern");
  tokens = accord_words_get_tokens (words, 1, &n);
  g_assert_cmpuint (n, ==, 9);
  g_assert_cmpuint (tokens[0].span.start, ==, cut + 1);
  g_assert_cmpstr (accord_words_get_word (words, tokens[1].word), ==, "gouvern");
}

/* Terms and texts must fold alike, so folding one token alone gives the same word. */
static void
test_folder_agrees (void)
{
  static const char *const TOKENS[] = { "Governing", "1,000", "ＡＩ", "國", "CO₂", "été" };
  g_autoptr (AccordFolder) folder = accord_folder_new ("en");
  g_autoptr (GString) word = g_string_new ("left over");

  for (guint i = 0; i < G_N_ELEMENTS (TOKENS); i++)
    {
      g_autofree char *expected = fold_text (TOKENS[i], "en");

      accord_folder_fold (folder, TOKENS[i], strlen (TOKENS[i]), word);
      g_assert_cmpstr (word->str, ==, expected);
    }
  accord_folder_fold (folder, "", 0, word);
  g_assert_cmpstr (word->str, ==, "");
}

static void
test_hostile (void)
{
  static const char *const UNITS[] = { "a",  "1", "1,",     "\u0301", "a\u0301", "\u00AD",
                                       "a'", "-", "\uFDFA", "治",     "1.",      "'s" };

  for (guint i = 0; i < G_N_ELEMENTS (UNITS); i++)
    {
      GString *data = g_string_new (NULL);
      g_autoptr (AccordWords) words = NULL;
      guint n = 0;
      const AccordToken *tokens = NULL;

      while (data->len < 1u << 20)
        g_string_append (data, UNITS[i]);
      words = words_of (data->str, data->len, "en", NULL);
      tokens = accord_words_get_tokens (words, 0, &n);
      for (guint t = 0; t < n; t++)
        {
          g_assert_cmpuint (tokens[t].span.start, <, tokens[t].span.end);
          g_assert_cmpuint (tokens[t].span.end, <=, data->len);
          g_assert_true (t == 0 || tokens[t - 1].span.end <= tokens[t].span.start);
        }
      g_string_free (data, TRUE);
    }
}

static gboolean
count_cb (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  return ++*(guint *) data < 3;
}

static void
test_cancel (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_strnfill (1u << 20, 'a');
  g_autoptr (AccordDocument) document = NULL;
  guint n_ticks = 0;
  AccordWatch watch = { count_cb, &n_ticks };

  for (guint i = 7; i < 1u << 20; i += 8)
    data[i] = ' ';
  accord_words_unref (words_of (data, 1u << 20, "en", &document));
  g_assert_null (accord_words_new (document, &watch, &error));
  g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED);
  g_assert_cmpuint (n_ticks, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/folding", test_folding);
  g_test_add_func ("/words/flags", test_flags);
  g_test_add_func ("/words/numbered-as-they-come", test_numbered_as_they_come);
  g_test_add_func ("/words/passages-of-two-languages", test_passages_of_two_languages);
  g_test_add_func ("/words/folder-agrees", test_folder_agrees);
  g_test_add_func ("/words/hostile", test_hostile);
  g_test_add_func ("/words/cancel", test_cancel);
  return g_test_run ();
}
