/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map between text and buffer: each letter of the kept text stands in the buffer
 * where the map says, and the way back is the same; no buffer line is too long. */
#include "app/accord-text-map.h"

#include <string.h>

/* A document of paragraphs of random letters and sentences; every third block is left out. */
static AccordDocument *
random_document (guint n_blocks, guint longest)
{
  static const char *const LETTERS[] = { "a", "b ", "é", "治", "𝔸", ". A", "。", "\n" };
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (AccordBlock));
  g_autoptr (AccordText) text = NULL;

  for (guint i = 0; i < n_blocks; i++)
    {
      AccordBlock block = {
        { (guint32) string->len, 0 }, ACCORD_ROLE_PARAGRAPH, i % 3 != 2, 0, 0, NULL, NULL
      };
      guint n = (guint) g_test_rand_int_range (1, (gint32) longest);

      g_string_append (string, "x");
      for (guint k = 0; k < n; k++)
        g_string_append (string, LETTERS[g_test_rand_int_range (0, G_N_ELEMENTS (LETTERS))]);
      block.span.end = (guint32) string->len;
      g_string_append (string, "\n\n");
      g_array_append_val (blocks, block);
    }
  text = accord_text_new (string->str, string->len, NULL);
  return accord_document_new (text, (const AccordBlock *) (gpointer) blocks->data, blocks->len,
                              NULL, ACCORD_UNIT_SENTENCES, NULL, NULL);
}

static char *
whole_buffer (AccordTextMap *map)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  guint n = 0;

  accord_text_map_get_lines (map, &n);
  for (guint i = 0; i < n; i++)
    {
      gsize length = 0;
      g_autofree char *line = accord_text_map_dup_line (map, i, &length);

      g_assert_cmpuint (length, <=, ACCORD_TEXT_MAP_LINE);
      g_assert_null (strchr (line, '\n'));
      g_string_append_printf (buffer, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&buffer), FALSE);
}

static void
assert_letters (AccordDocument *document, AccordTextMap *map, const char *buffer, AccordSpan span)
{
  const char *data = accord_document_get_data (document);

  for (const char *p = data + span.start; p < data + span.end; p = g_utf8_next_char (p))
    {
      guint32 byte = (guint32) (p - data);
      guint32 character = accord_text_map_to_char (map, byte);
      gunichar letter = g_utf8_get_char (p);

      g_assert_cmpuint (accord_text_map_to_byte (map, character), ==, byte);
      g_assert_cmpuint (g_utf8_get_char (g_utf8_offset_to_pointer (buffer, character)), ==,
                        letter == '\n' ? ' ' : letter);
    }
}

static void
test_letters (void)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (AccordDocument) document = random_document (1 + round, round < 10 ? 40 : 3000);
      g_autoptr (AccordTextMap) map = accord_text_map_new (document);
      g_autofree char *buffer = whole_buffer (map);
      guint n = 0;
      const AccordParagraph *paragraphs = accord_document_get_paragraphs (document, &n);

      g_assert_cmpuint (n, ==, (1 + round) - (1 + round) / 3);
      for (guint i = 0; i < n; i++)
        assert_letters (document, map, buffer, paragraphs[i].span);
    }
}

static void
test_left_out_goes_to_what_is_before (void)
{
  const char *data = "first\nmenu\nsecond";
  const AccordBlock blocks[] = {
    { { 0, 5 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
    { { 6, 10 }, ACCORD_ROLE_FURNITURE, FALSE, 0, 0, NULL, "menu" },
    { { 11, 17 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
  };
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  g_autoptr (AccordDocument) document =
    accord_document_new (text, blocks, 3, NULL, ACCORD_UNIT_SENTENCES, NULL, NULL);
  g_autoptr (AccordTextMap) map = accord_text_map_new (document);

  g_assert_cmpuint (accord_text_map_to_char (map, 8), ==, 5);
  g_assert_cmpuint (accord_text_map_to_char (map, 11), ==, 6);
  g_assert_cmpuint (accord_text_map_to_byte (map, 6), ==, 11);
}

static void
test_empty (void)
{
  g_autoptr (AccordText) text = accord_text_new ("", 0, NULL);
  g_autoptr (AccordDocument) document =
    accord_document_new (text, NULL, 0, NULL, ACCORD_UNIT_SENTENCES, NULL, NULL);
  g_autoptr (AccordTextMap) map = accord_text_map_new (document);

  g_assert_cmpuint (accord_text_map_to_char (map, 0), ==, 0);
  g_assert_cmpuint (accord_text_map_to_byte (map, 99), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-map/letters", test_letters);
  g_test_add_func ("/text-map/left-out-goes-to-what-is-before",
                   test_left_out_goes_to_what_is_before);
  g_test_add_func ("/text-map/empty", test_empty);
  return g_test_run ();
}
