/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Language detection: sentences of our own in each language, short ones with a hint. */
#include "engine/accord-language.h"

#include <string.h>

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    const char *hint;
    const char *expected;
  } CASES[] = {
    { "The council shall publish a yearly account of every automated decision.", NULL, "en" },
    { "Le conseil publie chaque année la liste des décisions automatisées.", NULL, "fr" },
    { "El consejo publicará cada año la lista de las decisiones automatizadas.", NULL, "es" },
    { "Совет ежегодно публикует перечень автоматизированных решений.", NULL, "ru" },
    { "ينشر المجلس كل عام قائمة بالقرارات الآلية التي تمس السكان.", NULL, "ar" },
    { "理事会每年公布全部自动化决定的清单。", NULL, "zh-Hans" },
    { "理事會每年公布全部自動化決定的清單。", NULL, "zh-Hant" },
    { "会議は毎年、自動化された決定の一覧を公表する。", NULL, "ja" },
    /* some 30 characters, also among those of another language */
    { "Todo sistema debe probarse antes", NULL, "es" },
    { "La ciudad protege a los vecinos.", "en", "es" },
    { "Nous voulons des règles communes.", "en", "fr" },
    { "Der Rat prüft jedes System genau.", "en", "de" },
    { "Каждый житель имеет право знать.", "en", "ru" },
    { "لكل ساكن الحق في معرفة القرار.", "en", "ar" },
    { "Each resident may ask for a reason.", "fr", "en" },
    { "Each resident may ask for a reason.", "zh-Hans", "en" },
    { "Il Consiglio pubblica ogni anno l'elenco delle decisioni.", NULL, "it" },
    { "O conselho publica todos os anos a lista das decisões.", NULL, "pt" },
    { "Consejo de la Bahía", "es", "es" },
    { "General provisions", "fr", "fr" },
    { "各城市應當公開說明", NULL, "zh-Hant" },
    { "平等", "zh-Hant", "zh-Hant" },
    { "AI", "fr", "fr" },
    { "2024", "es", "es" },
    { "—", NULL, "und" },
    { "", NULL, "und" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpstr (accord_language_detect (CASES[i].text, strlen (CASES[i].text), CASES[i].hint),
                     ==, CASES[i].expected);
}

static void
test_matches (void)
{
  g_assert_true (accord_language_matches ("zh-Hans", "zh"));
  g_assert_true (accord_language_matches ("en", "en"));
  g_assert_false (accord_language_matches ("zh", "zh-Hans"));
  g_assert_false (accord_language_matches ("zho", "zh"));
  g_assert_true (accord_language_is_rtl ("ar"));
  g_assert_false (accord_language_is_rtl ("arn"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/table", test_table);
  g_test_add_func ("/language/matches", test_matches);
  return g_test_run ();
}
