/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings: each is told and read, or refused with a sentence. The bytes are made by
 * iconv, whose tables are not the ones that read them. */
#include "documents/accord-encoding-private.h"

#include <string.h>

#include "documents/accord-loader-error.h"

static const char CHINESE[] =
  "人工智能治理应当坚持以人为本的原则，尊重人类的尊严和权利。各国政府、企业和公民社会应当共同努力，"
  "确保人工智能的发展安全、可靠、可控，让所有人都能从中受益。我们呼吁加强国际合作，分享经验。\n";
static const char TRADITIONAL[] =
  "人工智慧治理應當堅持以人為本的原則，尊重人類的尊嚴和權利。各國政府、企業和公民社會應當共同努力，"
  "確保人工智慧的發展安全、可靠、可控，讓所有人都能從中受益。我們呼籲加強國際合作，分享經驗。\n";
static const char JAPANESE[] =
  "人工知能のガバナンスは、人間を中心とする原則に基づいて進められるべきである。政府、企業、市民社会"
  "は、"
  "安全で信頼できる人工知能の発展のために、ともに努力しなければならない。\n";
static const char KOREAN[] =
  "인공지능 거버넌스는 인간을 중심에 두는 원칙에 따라야 한다. 정부와 기업과 시민사회는 안전하고 "
  "신뢰할 수 "
  "있는 인공지능의 발전을 위하여 함께 노력하여야 한다. 모든 사람이 그 혜택을 누려야 한다.\n";
static const char RUSSIAN[] = "Управление искусственным интеллектом должно основываться на "
                              "уважении достоинства и прав человека. "
                              "Государства, компании и общество должны вместе следить за тем, "
                              "чтобы развитие было безопасным.\n";
static const char FRENCH[] =
  "La gouvernance de l'intelligence artificielle doit être fondée sur le respect de la dignité et "
  "des "
  "droits de l'être humain. Les États, les entreprises et la société civile doivent coopérer à cet "
  "égard, et les bénéfices doivent être partagés équitablement.\n";
static const char GREEK[] =
  "Η διακυβέρνηση της τεχνητής νοημοσύνης πρέπει να βασίζεται στον σεβασμό της αξιοπρέπειας και "
  "των "
  "δικαιωμάτων του ανθρώπου. Τα κράτη και οι επιχειρήσεις πρέπει να συνεργάζονται.\n";
static const char THAI[] =
  "การกำกับดูแลปัญญาประดิษฐ์ควรยึดหลักการที่มีมนุษย์เป็นศูนย์กลาง เคารพศักดิ์ศรีและสิทธิของมนุษย์ รัฐบาล "
  "ภาคธุรกิจ และภาคประชาสังคมควรร่วมมือกัน\n";
static const char ENGLISH[] = "Governance of artificial intelligence must respect human dignity.\n";

typedef struct
{
  const char *name; /* of the test */
  const char *iconv;
  const char *text;
  const char *told;
} Case;

static const Case CASES[] = {
  { "utf-8", "UTF-8", CHINESE, "UTF-8" },
  { "ascii", "UTF-8", ENGLISH, "UTF-8" },
  { "utf-16le", "UTF-16LE", CHINESE, "UTF-16LE" },
  { "utf-16be", "UTF-16BE", CHINESE, "UTF-16BE" },
  { "utf-16le-latin", "UTF-16LE", ENGLISH, "UTF-16LE" },
  { "utf-16be-latin", "UTF-16BE", FRENCH, "UTF-16BE" },
  { "utf-32le", "UTF-32LE", CHINESE, "UTF-32LE" },
  { "utf-32be", "UTF-32BE", ENGLISH, "UTF-32BE" },
  { "utf-16-with-mark", "UTF-16", RUSSIAN, "UTF-16LE" },
  { "utf-32-with-mark", "UTF-32", RUSSIAN, "UTF-32LE" },
  { "gb18030", "GB18030", CHINESE, "GB18030" },
  { "gbk", "GBK", CHINESE, "GB18030" },
  { "big5", "BIG5", TRADITIONAL, "Big5" },
  { "shift-jis", "SHIFT_JIS", JAPANESE, "Shift_JIS" },
  { "euc-jp", "EUC-JP", JAPANESE, "EUC-JP" },
  { "iso-2022-jp", "ISO-2022-JP", JAPANESE, "ISO-2022-JP" },
  { "euc-kr", "EUC-KR", KOREAN, "EUC-KR" },
  { "windows-1251", "WINDOWS-1251", RUSSIAN, "windows-1251" },
  { "koi8-r", "KOI8-R", RUSSIAN, "KOI8-R" },
  { "windows-1252", "WINDOWS-1252", FRENCH, NULL }, /* or ISO 8859-15 and the like */
  { "windows-1253", "WINDOWS-1253", GREEK, NULL },
  { "tis-620", "TIS-620", THAI, "TIS-620" },
};

static char *
decode (const char *bytes,
        gsize length,
        const char *wanted,
        const char *declared,
        char **told,
        GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  *told = accord_decode ((const guint8 *) bytes, length, wanted, declared, out, error);
  return *told != NULL ? g_strndup (out->str, out->len) : NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = g_convert (c->text, -1, c->iconv, "UTF-8", NULL, &length, &error);
  g_autofree char *told = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = decode (bytes, length, NULL, NULL, &told, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, c->text);
  if (c->told != NULL)
    g_assert_cmpstr (told, ==, c->told);
}

static void
test_marks_go (void)
{
  g_autofree char *told = NULL;
  g_autofree char *text = decode ("\xef\xbb\xbf"
                                  "a",
                                  4, NULL, NULL, &told, NULL);

  g_assert_cmpstr (told, ==, "UTF-8");
  g_assert_cmpstr (text, ==, "a");
}

static void
test_a_mark_and_nothing (void)
{
  g_autofree char *told = NULL;
  g_autofree char *text = decode ("\xef\xbb\xbf", 3, NULL, NULL, &told, NULL);

  g_assert_cmpstr (told, ==, "UTF-8");
  g_assert_cmpstr (text, ==, "");
}

static void
test_wanted (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  g_autofree char *told_latin = NULL;
  g_autofree char *told_none = NULL;
  g_autofree char *text = decode ("\xc3\xa9", 2, "koi8-r", NULL, &told, NULL);
  g_autofree char *latin = decode ("a\xff\x80", 3, "ISO-8859-1", NULL, &told_latin, NULL);

  g_assert_cmpstr (told, ==, "KOI8-R");
  g_assert_cmpstr (text, ==, "ц╘");
  g_assert_cmpstr (told_latin, ==, "windows-1252");
  g_assert_cmpstr (latin, ==, "aÿ€");
  g_assert_null (decode ("a", 1, "klingon", NULL, &told_none, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED);
  g_assert_cmpstr (error->message, ==, "cannot be read as klingon: no such encoding is known");
}

/* Too short for statistics: what the page says decides, unless the bytes disagree. */
static void
test_declared (void)
{
  g_autofree char *told = NULL;
  g_autofree char *told_lie = NULL;
  g_autofree char *text = decode ("<p>\xb0\xb2\xc8\xab", 7, NULL, "gb2312", &told, NULL);
  g_autofree char *lie = decode ("<p>安全", 9, NULL, "gb2312", &told_lie, NULL);

  g_assert_cmpstr (text, ==, "<p>安全");
  g_assert_cmpstr (told, ==, "GB18030");
  g_assert_cmpstr (lie, ==, "<p>安全");
  g_assert_cmpstr (told_lie, ==, "UTF-8");
}

typedef struct
{
  const char *name;
  gsize length;
  const char *bytes;
  AccordLoaderError code;
  const char *message; /* a part of it */
} Refused;

#define REFUSED(name, bytes, code, message)                                                        \
  {                                                                                                \
    name, sizeof (bytes) - 1, bytes, ACCORD_LOADER_ERROR_##code, message                           \
  }

static const Refused REFUSALS[] = {
  REFUSED ("damaged-utf-8",
           "La sécurité\nà l'école, la santé, l'équité\nd\xffj\xc3\xa0",
           MALFORMED,
           "is not valid UTF-8 in line 3"),
  REFUSED ("cut-utf-8", "安全安全安\xe5\x85", MALFORMED, "is not valid UTF-8 in line 1"),
  REFUSED ("damaged-behind-a-mark",
           "\xef\xbb\xbf"
           "a\xff",
           MALFORMED,
           "begins as text in UTF-8"),
  REFUSED ("half-a-character-of-utf-16",
           "\xff\xfe"
           "a\0b",
           MALFORMED,
           "begins as text in UTF-16"),
  REFUSED ("zeros", "text\0and more", UNSUPPORTED, "is not a text"),
  REFUSED ("zeros-only", "\0\0\0\0\0\0\0\0", UNSUPPORTED, "is not a text"),
  REFUSED ("program",
           "\x7f"
           "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0\0\0\x90\xc1",
           UNSUPPORTED,
           "is not a text"),
  REFUSED ("controls", "\x01\x02\x03\x04\x05\x06\xff\x07\x08\x0e", UNSUPPORTED, "is not a text"),
};

static void
test_refused (gconstpointer data)
{
  const Refused *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  g_assert_null (decode (c->bytes, c->length, NULL, NULL, &told, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, (int) c->code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, c->message));
}

/* Whatever the bytes, the result is fit for a text or there is an error. */
static void
test_random_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *told = NULL;
      guint8 bytes[64];
      gsize length = (gsize) g_rand_int_range (random, 1, sizeof (bytes));
      guint32 low = i % 2 == 0 ? 0 : 0x20;

      for (gsize n = 0; n < length; n++)
        bytes[n] = (guint8) g_rand_int_range (random, low, 256);
      told = accord_decode (bytes, length, NULL, NULL, out, &error);
      g_assert_cmpint (told != NULL, ==, error == NULL);
      if (told != NULL)
        g_assert_true (g_utf8_validate_len (out->str, out->len, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/encoding/reads/", CASES[i].name, NULL);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (REFUSALS); i++)
    {
      g_autofree char *path = g_strconcat ("/encoding/refuses/", REFUSALS[i].name, NULL);

      g_test_add_data_func (path, &REFUSALS[i], test_refused);
    }
  g_test_add_func ("/encoding/marks-go", test_marks_go);
  g_test_add_func ("/encoding/a-mark-and-nothing", test_a_mark_and_nothing);
  g_test_add_func ("/encoding/wanted", test_wanted);
  g_test_add_func ("/encoding/declared", test_declared);
  g_test_add_func ("/encoding/random-bytes", test_random_bytes);
  return g_test_run ();
}
