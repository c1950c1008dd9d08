/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon: what goes in comes out, damage is told or does no harm, a user's pairs
 * come first, and the shipped file joins everyday words of six languages. */
#include "engine/accord-lexicon.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-lexicon-builder.h"
#include "engine/accord-words.h"

/* A small lexicon with every kind of entry. */
static GBytes *
build_small (void)
{
  g_autoptr (AccordLexiconBuilder) builder = accord_lexicon_builder_new ();
  guint32 oversight = accord_lexicon_builder_add_concept (builder, "oversight", 200);
  guint32 supervise = accord_lexicon_builder_add_concept (builder, "supervise", 150);
  guint32 right = accord_lexicon_builder_add_concept (builder, "right", 40);

  accord_lexicon_builder_relate (builder, oversight, supervise, 100);
  g_assert_true (accord_lexicon_builder_add_word (builder, "en", "oversight", oversight, 255));
  g_assert_true (accord_lexicon_builder_add_word (builder, "en", "supervised", supervise, 255));
  g_assert_true (accord_lexicon_builder_add_word (builder, "zh", "监督", supervise, 200));
  g_assert_true (accord_lexicon_builder_add_word (builder, "zh", "監督", oversight, 250));
  g_assert_true (accord_lexicon_builder_add_word (builder, "zh", "监督机构", oversight, 80));
  g_assert_true (accord_lexicon_builder_add_word (builder, "fr", "droits de l’homme", right, 90));
  g_assert_true (accord_lexicon_builder_add_word (builder, "ru", "надзора", oversight, 255));
  g_assert_true (accord_lexicon_builder_add_word (builder, "ru", "наблюдательный", supervise, 255));
  g_assert_true (accord_lexicon_builder_add_word (builder, "ar", "رقابة", oversight, 255));
  g_assert_true (accord_lexicon_builder_add_word (builder, "ar", "مسؤولية", right, 255));
  g_assert_false (accord_lexicon_builder_add_word (builder, "fr", " … ", right, 9));
  g_assert_false (
    accord_lexicon_builder_add_word (builder, "fr", "un deux trois quatre cinq six", right, 9));
  g_assert_false (accord_lexicon_builder_add_word (builder, "zh", "监督监督监督监", right, 9));
  g_assert_false (accord_lexicon_builder_add_word (builder, "zh", "卡拉OK", right, 9));
  accord_lexicon_builder_add_skeletons (builder, "ar");
  return accord_lexicon_builder_build (builder);
}

static AccordLexicon *
open_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AccordLexicon *lexicon = accord_lexicon_new (bytes, &error);

  g_assert_no_error (error);
  return lexicon;
}

static AccordLexicon *
open_small (void)
{
  g_autoptr (GBytes) bytes = build_small ();

  return open_bytes (bytes);
}

/* "name:strength name:strength" of a key. */
static char *
describe (AccordLexicon *lexicon, const char *language, const char *key, gboolean near)
{
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];
  int number = accord_lexicon_find_language (lexicon, language);
  guint n = near ? accord_lexicon_look_up_near (lexicon, number, key, strlen (key), concepts)
                 : accord_lexicon_look_up (lexicon, number, key, strlen (key), concepts);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = accord_lexicon_dup_name (lexicon, concepts[i].id);

      g_string_append_printf (told, "%s%s:%u", i > 0 ? " " : "", name, concepts[i].strength);
    }
  return g_string_free (told, FALSE);
}

static void
assert_means (AccordLexicon *lexicon, const char *language, const char *key, const char *expected)
{
  g_autofree char *told = describe (lexicon, language, key, FALSE);

  g_assert_cmpstr (told, ==, expected);
}

static void
assert_near (AccordLexicon *lexicon, const char *language, const char *key, const char *expected)
{
  g_autofree char *told = describe (lexicon, language, key, TRUE);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_round_trip (void)
{
  g_autoptr (AccordLexicon) lexicon = open_small ();
  AccordConcept related[ACCORD_LEXICON_MAX_CONCEPTS];

  g_assert_cmpuint (accord_lexicon_get_n_languages (lexicon), ==, 5);
  g_assert_cmpuint (accord_lexicon_get_n_concepts (lexicon), ==, 3);
  assert_means (lexicon, "en-GB", "oversight", "oversight:255");
  assert_means (lexicon, "en", "supervis", "supervise:255");
  assert_means (lexicon, "zh-Hant", "监督", "oversight:250 supervise:200");
  assert_means (lexicon, "fr", "droit homm", "right:90");
  assert_means (lexicon, "fr", "droit", "");
  assert_means (lexicon, "de", "oversight", "");
  assert_means (lexicon, "en", "", "");
  g_assert_cmpuint (accord_lexicon_get_weight (lexicon, 0), ==, 200);
  g_assert_cmpuint (accord_lexicon_get_weight (lexicon, 3), ==, 0);
  g_assert_cmpuint (accord_lexicon_get_related (lexicon, 0, related), ==, 1);
  g_assert_cmpuint (related[0].id, ==, 1);
  g_assert_cmpuint (related[0].strength, ==, 100);
  g_assert_cmpuint (accord_lexicon_get_related (lexicon, 1, related), ==, 0);
  g_assert_null (accord_lexicon_dup_name (lexicon, G_MAXUINT32));
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) one = build_small ();
  g_autoptr (GBytes) two = build_small ();

  g_assert_true (g_bytes_equal (one, two));
}

static void
test_longest_match (void)
{
  g_autoptr (AccordLexicon) lexicon = open_small ();
  int zh = accord_lexicon_find_language (lexicon, "zh-Hans");
  static const struct
  {
    const char *text;
    const char *word;
  } CASES[] = {
    { "监督机构的", "监督机构" }, { "监督机", "监督" }, { "监", "" }, { "", "" },
    { "机构监督", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpuint (
      accord_lexicon_match_longest (lexicon, zh, CASES[i].text, strlen (CASES[i].text)), ==,
      strlen (CASES[i].word));
  g_assert_cmpuint (
    accord_lexicon_match_longest (lexicon, ACCORD_LEXICON_NO_LANGUAGE, "监督", strlen ("监督")), ==,
    0);
}

static void
test_near_words (void)
{
  g_autoptr (AccordLexicon) lexicon = open_small ();

  assert_near (lexicon, "ru", "наблюдательност", "supervise:204");
  assert_near (lexicon, "ru", "набл", "");
  assert_near (lexicon, "ru", "наперекор", "");
  assert_near (lexicon, "en", "oversights", "oversight:229");
  assert_near (lexicon, "fr", "droit hommes", "");
  assert_near (lexicon, "zh", "监督机", "");
  /* What Arabic joins to a word, and a plural that the stemmer leaves. */
  assert_near (lexicon, "ar", "برقاب", "oversight:229");
  assert_near (lexicon, "ar", "سرقاب", "oversight:229");
  assert_near (lexicon, "ar", "مسووليا", "right:153");
  assert_near (lexicon, "ar", "باب", "");
}

static void
test_pairs_come_first (void)
{
  g_autoptr (AccordLexicon) base = open_small ();
  g_autoptr (AccordLexicon) lexicon = NULL;
  static const AccordTermPair PAIRS[] = {
    { { "oversight", "監督" }, { "en", "zh" } },
    { { "Human Rights", "права человека" }, { "en", "ru" } },
    { { "oversight body", "valvontaelin" }, { "en", "fi" } },
  };

  lexicon = accord_lexicon_new_with_pairs (base, PAIRS, G_N_ELEMENTS (PAIRS), NULL, NULL);
  assert_means (lexicon, "en", "oversight", "oversight:255 oversight:255");
  assert_means (lexicon, "zh", "监督", "oversight:255 oversight:250 supervise:200");
  assert_means (lexicon, "en", "human right", "Human Rights:255");
  assert_means (lexicon, "ru", "прав человек", "Human Rights:255");
  assert_means (lexicon, "fi", "valvontael", "oversight body:255");
  assert_means (base, "en", "oversight", "oversight:255");
  g_assert_cmpuint (accord_lexicon_get_n_concepts (lexicon), ==, 6);
  g_assert_cmpuint (accord_lexicon_get_weight (lexicon, 3), ==, 200);
  g_assert_cmpuint (accord_lexicon_get_weight (lexicon, 4), ==, 255);
}

static void
test_pairs_without_base (void)
{
  static const AccordTermPair PAIR = { { "治理", "gouvernance" }, { "zh-Hans", "fr" } };
  g_autoptr (AccordLexicon) lexicon = accord_lexicon_new_with_pairs (NULL, &PAIR, 1, NULL, NULL);
  int zh = accord_lexicon_find_language (lexicon, "zh-Hans");

  assert_means (lexicon, "zh-Hans", "治理", "治理:255");
  g_assert_cmpuint (accord_lexicon_match_longest (lexicon, zh, "治理的", 9), ==, 6);
}

static void
test_pair_without_word_fails (void)
{
  static const AccordTermPair PAIRS[] = {
    { { "one", "un" }, { "en", "fr" } },
    { { "…", "un" }, { "en", "fr" } },
  };
  g_autoptr (GError) error = NULL;
  guint failed = 0;

  g_assert_null (accord_lexicon_new_with_pairs (NULL, PAIRS, 2, &failed, &error));
  g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_INVALID);
  g_assert_cmpuint (failed, ==, 1);
}

/* Asks for everything; whatever comes must be within its bounds. */
static void
exercise (AccordLexicon *lexicon)
{
  static const char *const KEYS[] = { "oversight", "监督", "droit homm", "надзор", "رقاب", "x" };
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];
  guint n_concepts = accord_lexicon_get_n_concepts (lexicon);

  for (int l = 0; l < (int) accord_lexicon_get_n_languages (lexicon); l++)
    for (guint k = 0; k < G_N_ELEMENTS (KEYS); k++)
      {
        gsize length = strlen (KEYS[k]);
        guint n = accord_lexicon_look_up (lexicon, l, KEYS[k], length, concepts);

        g_assert_cmpuint (n, <=, ACCORD_LEXICON_MAX_CONCEPTS);
        for (guint i = 0; i < n; i++)
          g_assert_cmpuint (concepts[i].id, <, n_concepts);
        n = accord_lexicon_look_up_near (lexicon, l, KEYS[k], length, concepts);
        g_assert_cmpuint (n, <=, ACCORD_LEXICON_MAX_CONCEPTS);
        g_assert_cmpuint (accord_lexicon_match_longest (lexicon, l, KEYS[k], length), <=, length);
      }
  for (guint32 c = 0; c < MIN (n_concepts, 5); c++)
    {
      g_autofree char *name = accord_lexicon_dup_name (lexicon, c);

      g_assert_true (name == NULL || g_utf8_validate (name, -1, NULL));
      g_assert_cmpuint (accord_lexicon_get_weight (lexicon, c), <=, 255);
      g_assert_cmpuint (accord_lexicon_get_related (lexicon, c, concepts), <=,
                        ACCORD_LEXICON_MAX_CONCEPTS);
    }
}

/* Opens a copy of the exact size, so that a sanitizer sees each byte read beyond it. */
static gboolean
try_bytes (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordLexicon) lexicon = accord_lexicon_new (bytes, &error);

  if (lexicon == NULL)
    {
      g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_INVALID);
      return FALSE;
    }
  exercise (lexicon);
  return TRUE;
}

static void
put_number (guint8 *data, guint at, guint32 number)
{
  guint32 le = GUINT32_TO_LE (number);

  memcpy (data + at, &le, 4);
}

/* Every number of the header and of the first language, set to what does not fit. */
static void
test_damaged_header (void)
{
  g_autoptr (GBytes) bytes = build_small ();
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_assert_true (try_bytes (data, size));
  for (guint at = 0; at < 64; at += 4)
    {
      g_autofree guint8 *damaged = g_memdup2 (data, size);

      put_number (damaged, at, 0xFFFFFFF0);
      g_assert_false (try_bytes (damaged, size));
    }
  for (guint at = 0; at < 64; at++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *damaged = g_memdup2 (data, size);

        damaged[at] ^= (guint8) (1 << bit);
        try_bytes (damaged, size);
      }
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = build_small ();
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize n = 0; n < size; n++)
    g_assert_false (try_bytes (data, n));
  g_assert_true (try_bytes (data, size));
}

/* Cut, and the header's sizes made to agree: only entries can tell. */
static void
test_truncated_with_agreeing_sizes (void)
{
  g_autoptr (GBytes) bytes = build_small ();
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 pool_size, opened = 0;

  memcpy (&pool_size, data + 36, 4);
  pool_size = GUINT32_FROM_LE (pool_size);
  for (guint32 cut = 1; cut <= pool_size; cut++)
    {
      g_autofree guint8 *damaged = g_memdup2 (data, size);

      put_number (damaged, 12, (guint32) size - cut);
      put_number (damaged, 36, pool_size - cut);
      opened += try_bytes (damaged, size - cut);
    }
  g_assert_cmpuint (opened, ==, pool_size);
}

static void
test_random_flips (void)
{
  g_autoptr (GBytes) bytes = build_small ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint opened = 0;

  for (guint i = 0; i < 8000; i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (data, size);
      gint n = g_rand_int_range (random, 1, 9);

      while (n-- > 0)
        damaged[g_rand_int_range (random, 0, (gint32) size)] ^=
          (guint8) g_rand_int_range (random, 1, 256);
      opened += try_bytes (damaged, size);
    }
  g_assert_cmpuint (opened, >, 1000);
  g_assert_cmpuint (opened, <, 8000);
}

static AccordLexicon *
open_shipped (gint64 *microseconds, gsize *size)
{
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  g_autoptr (GMappedFile) file = g_mapped_file_new (g_getenv ("ACCORD_LEXICON"), FALSE, &error);
  g_autoptr (GBytes) bytes = NULL;
  AccordLexicon *lexicon;

  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  lexicon = open_bytes (bytes);
  if (microseconds != NULL)
    *microseconds = g_get_monotonic_time () - before;
  if (size != NULL)
    *size = g_bytes_get_size (bytes);
  return lexicon;
}

static void
test_shipped_is_small_and_quick (void)
{
  gint64 least = G_MAXINT64;
  gsize size = 0;

  for (guint i = 0; i < 5; i++)
    {
      gint64 took = 0;
      g_autoptr (AccordLexicon) lexicon = open_shipped (&took, &size);

      least = MIN (least, took);
    }
  g_test_message ("%" G_GSIZE_FORMAT " bytes, opened in %d us", size, (int) least);
  g_assert_cmpuint (size, >, 5000000);
  g_assert_cmpuint (size, <=, 15000000);
  g_assert_cmpint (least, <, 2000);
}

/* Damage in the shipped file: a byte every so often, and cuts. */
static void
test_shipped_damaged (void)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AccordLexicon) lexicon = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (g_getenv ("ACCORD_LEXICON"), &data, &size, NULL));
  for (gsize n = 0; n < size; n += size / 97)
    {
      g_autoptr (GBytes) cut = g_bytes_new_static (data, n);

      g_assert_null (accord_lexicon_new (cut, NULL));
    }
  /* Behind the header and the languages. */
  for (gsize at = 512; at < size; at += 11)
    data[at] ^= 0x55;
  bytes = g_bytes_new_static (data, size);
  lexicon = accord_lexicon_new (bytes, &error);
  g_assert_no_error (error);
  exercise (lexicon);
}

#define N_LANGUAGES 7u
static const char *const LANGUAGES[N_LANGUAGES] = { "en", "zh", "fr", "es", "ru", "ar", "de" };

/* Words that statements on governance share, one meaning a line. */
static const char *const WORDS[][N_LANGUAGES] = {
  { "oversight", "监督", "contrôle", "supervisión", "надзор", "رقابة", "Aufsicht" },
  { "responsibility", "责任", "responsabilité", "responsabilidad", "ответственность", "مسؤولية",
    "Verantwortung" },
  { "security", "安全", "sécurité", "seguridad", "безопасность", "أمن", "Sicherheit" },
  { "law", "法律", "loi", "ley", "закон", "قانون", "Gesetz" },
  { "rights", "权利", "droits", "derechos", "права", "حقوق", "Rechte" },
  { "freedom", "自由", "liberté", "libertad", "свобода", "حرية", "Freiheit" },
  { "peace", "和平", "paix", "paz", "мир", "سلام", "Frieden" },
  { "development", "发展", "développement", "desarrollo", "развитие", "تنمية", "Entwicklung" },
  { "cooperation", "合作", "coopération", "cooperación", "сотрудничество", "تعاون",
    "Zusammenarbeit" },
  { "government", "政府", "gouvernement", "gobierno", "правительство", "حكومة", "Regierung" },
  { "risk", "风险", "risque", "riesgo", "риск", "خطر", "Risiko" },
  { "knowledge", "知识", "connaissance", "conocimiento", "знание", "معرفة", "Wissen" },
  { "education", "教育", "éducation", "educación", "образование", "تعليم", "Bildung" },
  { "health", "健康", "santé", "salud", "здоровье", "صحة", "Gesundheit" },
  { "water", "水", "eau", "agua", "вода", "ماء", "Wasser" },
  { "river", "河流", "fleuve", "río", "река", "نهر", "Fluss" },
  { "city", "城市", "ville", "ciudad", "город", "مدينة", "Stadt" },
  { "citizen", "公民", "citoyen", "ciudadano", "гражданин", "مواطن", "Bürger" },
  { "child", "儿童", "enfant", "niño", "ребёнок", "طفل", "Kind" },
  { "woman", "妇女", "femme", "mujer", "женщина", "امرأة", "Frau" },
  { "machine", "机器", "machine", "máquina", "машина", "آلة", "Maschine" },
  { "intelligence", "智能", "intelligence", "inteligencia", "интеллект", "ذكاء", "Intelligenz" },
  { "science", "科学", "science", "ciencia", "наука", "علم", "Wissenschaft" },
  { "future", "未来", "avenir", "futuro", "будущее", "مستقبل", "Zukunft" },
  { "principle", "原则", "principe", "principio", "принцип", "مبدأ", "Prinzip" },
  { "trust", "信任", "confiance", "confianza", "доверие", "ثقة", "Vertrauen" },
  { "justice", "正义", "justice", "justicia", "справедливость", "عدالة", "Gerechtigkeit" },
  { "equality", "平等", "égalité", "igualdad", "равенство", "مساواة", "Gleichheit" },
  { "protect", "保护", "protéger", "proteger", "защищать", "حماية", "schützen" },
  { "prevent", "防止", "prévenir", "prevenir", "предотвращать", "منع", "verhindern" },
  { "international", "国际", "international", "internacional", "международный", "دولي",
    "international" },
  { "war", "战争", "guerre", "guerra", "война", "حرب", "Krieg" },
  { "weapon", "武器", "arme", "arma", "оружие", "سلاح", "Waffe" },
  { "work", "工作", "travail", "trabajo", "работа", "عمل", "Arbeit" },
  { "poverty", "贫困", "pauvreté", "pobreza", "бедность", "فقر", "Armut" },
  { "energy", "能源", "énergie", "energía", "энергия", "طاقة", "Energie" },
};

static guint
look_up_word (AccordLexicon *lexicon, const char *language, const char *word, AccordConcept *out)
{
  g_autoptr (AccordFolder) folder = accord_folder_new (language);
  g_autoptr (GString) key = g_string_new (NULL);
  int number = accord_lexicon_find_language (lexicon, language);
  guint n;

  accord_folder_fold (folder, word, strlen (word), key);
  n = accord_lexicon_look_up (lexicon, number, key->str, key->len, out);
  return n > 0 ? n : accord_lexicon_look_up_near (lexicon, number, key->str, key->len, out);
}

static gboolean
share_concept (const AccordConcept *a, guint n, const AccordConcept *b, guint m)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      if (a[i].id == b[j].id)
        return TRUE;
  return FALSE;
}

/* Directly, or over one synonym or derivation. */
static gboolean
meet (AccordLexicon *lexicon, guint left_line, guint left, guint right_line, guint right)
{
  AccordConcept a[ACCORD_LEXICON_MAX_CONCEPTS], b[ACCORD_LEXICON_MAX_CONCEPTS];
  AccordConcept related[ACCORD_LEXICON_MAX_CONCEPTS];
  guint n = look_up_word (lexicon, LANGUAGES[left], WORDS[left_line][left], a);
  guint m = look_up_word (lexicon, LANGUAGES[right], WORDS[right_line][right], b);
  gboolean met = share_concept (a, n, b, m);

  for (guint i = 0; i < n && !met; i++)
    met = share_concept (related, accord_lexicon_get_related (lexicon, a[i].id, related), b, m);
  return met;
}

static void
test_shipped_joins_languages (void)
{
  g_autoptr (AccordLexicon) lexicon = open_shipped (NULL, NULL);

  for (guint l = 0; l < N_LANGUAGES; l++)
    for (guint r = l + 1; r < N_LANGUAGES; r++)
      {
        guint met = 0;

        for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
          if (meet (lexicon, i, l, i, r))
            met++;
          else
            g_test_message ("%s and %s do not meet", WORDS[i][l], WORDS[i][r]);
        /* From English nearly all; between others the first senses differ at times. */
        g_assert_cmpuint (met * 100, >=, G_N_ELEMENTS (WORDS) * (l == 0 ? 94 : 88));
      }
}

/* Unrelated words do not meet: line i against line i + 7. */
static void
test_shipped_parts_meanings (void)
{
  g_autoptr (AccordLexicon) lexicon = open_shipped (NULL, NULL);
  guint met = 0, n = 0;

  for (guint l = 1; l < N_LANGUAGES; l++)
    for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++, n++)
      met += meet (lexicon, i, 0, (i + 7) % G_N_ELEMENTS (WORDS), l);
  g_assert_cmpuint (met * 100, <=, n * 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/what-goes-in-comes-out", test_round_trip);
  g_test_add_func ("/lexicon/same-input-same-bytes", test_same_bytes);
  g_test_add_func ("/lexicon/longest-match", test_longest_match);
  g_test_add_func ("/lexicon/near-words", test_near_words);
  g_test_add_func ("/lexicon/pairs-come-first", test_pairs_come_first);
  g_test_add_func ("/lexicon/pairs-without-base", test_pairs_without_base);
  g_test_add_func ("/lexicon/pair-without-word-fails", test_pair_without_word_fails);
  g_test_add_func ("/lexicon/damaged-header", test_damaged_header);
  g_test_add_func ("/lexicon/truncated", test_truncated);
  g_test_add_func ("/lexicon/truncated-with-agreeing-sizes", test_truncated_with_agreeing_sizes);
  g_test_add_func ("/lexicon/random-flips", test_random_flips);
  g_test_add_func ("/lexicon/shipped-is-small-and-quick", test_shipped_is_small_and_quick);
  g_test_add_func ("/lexicon/shipped-damaged", test_shipped_damaged);
  g_test_add_func ("/lexicon/shipped-joins-languages", test_shipped_joins_languages);
  g_test_add_func ("/lexicon/shipped-parts-meanings", test_shipped_parts_meanings);
  return g_test_run ();
}
