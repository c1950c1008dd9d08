/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one normalisation of text, by a table and against GLib on random lines. */
#include "documents/accord-read-private.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *in;
  const char *out;
} Case;

static const Case CASES[] = {
  { "plain", "a b\tc\n", "a b\tc\n" },
  { "nothing", "", "" },
  { "crlf", "a\r\nb\r\n", "a\nb\n" },
  { "cr", "a\rb\r", "a\nb\n" },
  { "other-line-ends",
    "a\x0b"
    "b\x0c"
    "c\xc2\x85"
    "d\u2028e\u2029f",
    "a\nb\nc\nd\ne\nf" },
  { "bom", "\ufeffa\ufeffb", "ab" },
  { "soft-hyphen", "govern\u00adance", "governance" },
  { "controls",
    "a\x01\x1b\x7f\xc2\x9f"
    "b",
    "ab" },
  { "noncharacters",
    "a\ufdd0\uffff\U0001fffe"
    "b",
    "ab" },
  { "ligatures", "e\ufb03cient \ufb01rst \ufb02ow o\ufb00 \ufb06", "efficient first flow off st" },
  { "composes", "re\u0300gle", "r\u00e8gle" },
  { "composes-each-line", "e\u0301\ne\u0301\r\ne\u0301", "\u00e9\n\u00e9\n\u00e9" },
  { "no-mark-crosses-a-line", "e\n\u0301", "e\n\u0301" },
  { "a-dropped-character-joins", "e\u00ad\u0301", "\u00e9" },
  { "orders-marks", "a\u0323\u0302 a\u0302\u0323", "\u1ead \u1ead" },
  { "singletons", "\u2126 \uf900", "\u03a9 \u8c48" },
  { "grows", "\ufb2c", "\u05e9\u05bc\u05c1" },
  { "keeps-spaces", "1\u00a0000\u3000\u200b\u200dx", "1\u00a0000\u3000\u200b\u200dx" },
  { "keeps-wide", "ＡＩ治理", "ＡＩ治理" },
  { "hangul", "\u1112\u1161\u11ab", "\ud55c" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GString) out = g_string_new ("e");
  g_autofree char *expected = g_strconcat ("e", c->out, NULL);

  accord_normalize_append (out, c->in, strlen (c->in));
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_agrees_with_glib (void)
{
  static const char *const PIECES[] = { "e",      "\u0301",       "\u0323", "治",
                                        "\n",     "\u0627\u0653", "\u0f71", "\u0f72",
                                        "\u1100", "가",           "\u11a8", "Ω" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) in = g_string_new (NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *nfc = NULL;

      for (guint n = 0; n < 12; n++)
        g_string_append (in, PIECES[g_rand_int_range (random, 0, G_N_ELEMENTS (PIECES))]);
      accord_normalize_append (out, in->str, in->len);
      nfc = g_utf8_normalize (in->str, in->len, G_NORMALIZE_NFC);
      g_assert_cmpstr (out->str, ==, nfc);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/normalize/", CASES[i].name, NULL);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  g_test_add_func ("/normalize/agrees-with-glib", test_agrees_with_glib);
  return g_test_run ();
}
