/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text: what it refuses, and bytes ↔ characters against counting by hand. */
#include "engine/accord-text.h"

#include <string.h>

#include "engine/accord-engine-error.h"

static void
test_refuses (void)
{
  static const struct
  {
    const char *data;
    gsize length;
  } CASES[] = { { "a\xff", 2 }, { "a\0b", 3 }, { "\xe4\xbd", 2 }, { "\xed\xa0\x80", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_text_new (CASES[i].data, CASES[i].length, &error));
      g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_ENCODING);
    }
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_malloc (ACCORD_TEXT_MAX + 1u);
  g_autoptr (AccordText) text = NULL;

  memset (data, 'a', ACCORD_TEXT_MAX + 1u);
  g_assert_null (accord_text_new (data, ACCORD_TEXT_MAX + 1u, &error));
  g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_TOO_LARGE);
  text = accord_text_new (data, ACCORD_TEXT_MAX, NULL);
  g_assert_cmpuint (accord_text_get_n_chars (text), ==, ACCORD_TEXT_MAX);
}

static void
test_empty (void)
{
  g_autoptr (AccordText) text = accord_text_new (NULL, 0, NULL);

  g_assert_cmpuint (accord_text_get_length (text), ==, 0);
  g_assert_cmpuint (accord_text_char_offset (text, 0), ==, 0);
  g_assert_cmpuint (accord_text_byte_offset (text, 0), ==, 0);
  g_assert_true (accord_text_is_boundary (text, 0));
  g_assert_false (accord_text_is_boundary (text, 1));
}

/* Every boundary of texts of random letters of one to four bytes, both ways. */
static void
test_offsets (void)
{
  static const char *const LETTERS[] = { "a", "é", "治", "𝔸" };

  for (guint n = 0; n < 2000; n += 1 + n / 3)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (AccordText) text = NULL;
      guint32 chars = 0;

      for (guint i = 0; i < n; i++)
        g_string_append (string, LETTERS[g_test_rand_int_range (0, 4)]);
      text = accord_text_new (string->str, string->len, NULL);
      g_assert_cmpuint (accord_text_get_n_chars (text), ==, n);
      for (const char *p = string->str; chars <= n; p = g_utf8_next_char (p), chars++)
        {
          guint32 byte = (guint32) (p - string->str);

          g_assert_cmpuint (accord_text_char_offset (text, byte), ==, chars);
          g_assert_cmpuint (accord_text_byte_offset (text, chars), ==, byte);
          g_assert_true (accord_text_is_boundary (text, byte));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/refuses", test_refuses);
  g_test_add_func ("/text/too-large", test_too_large);
  g_test_add_func ("/text/empty", test_empty);
  g_test_add_func ("/text/offsets", test_offsets);
  return g_test_run ();
}
