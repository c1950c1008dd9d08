/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts on lines, and values of CSV. */
#include "cli/accord-cli-text.h"

#include <string.h>

static void
test_line (void)
{
  static const char *const CASES[][2] = {
    { "plain", "plain" },
    { "two\nlines", "two lines" },
    { "two  \r\n\t lines", "two lines" },
    { "a\n\n\nb", "a b" },
    { "a  b\tc", "a  b\tc" },
    { "\nfirst and last\n", "first and last" },
    { "U+2028\xE2\x80\xA8U+2029\xE2\x80\xA9U+0085\xC2\x85.", "U+2028 U+2029 U+0085 ." },
    { "汉字\n汉字", "汉字 汉字" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gsize length = strlen (CASES[i][0]);
      g_autoptr (AccordText) text = accord_text_new (CASES[i][0], length, NULL);
      AccordBlock block = { { 0, (guint32) length }, ACCORD_ROLE_PARAGRAPH, TRUE };
      g_autoptr (AccordDocument) document =
        accord_document_new (text, &block, 1, NULL, ACCORD_UNIT_BLOCKS, NULL, NULL);
      g_autoptr (GString) out = g_string_new (NULL);

      accord_cli_append_line (out, document, block.span);
      g_assert_cmpstr (out->str, ==, CASES[i][1]);
    }
}

static void
test_csv (void)
{
  static const char *const CASES[][2] = {
    { "plain words", "plain words" },
    { "a,b", "\"a,b\"" },
    { "say \"yes\"", "\"say \"\"yes\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      accord_cli_append_csv (out, CASES[i][0], -1);
      g_assert_cmpstr (out->str, ==, CASES[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/line", test_line);
  g_test_add_func ("/text/csv", test_csv);
  return g_test_run ();
}
