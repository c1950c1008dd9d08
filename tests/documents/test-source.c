/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source as bytes: what goes in comes out, and no bytes at all do harm. */
#include "documents/accord-source.h"

#include <string.h>

#include "documents/accord-loader-error.h"

#define MUTATIONS 20000

static AccordSource *
sample (void)
{
  AccordSource *source = accord_source_new ();
  AccordBlock *block = NULL;

  accord_source_set_field (source, ACCORD_FIELD_TITLE, "Règles");
  accord_source_set_field (source, ACCORD_FIELD_ENCODING, "UTF-8");
  accord_source_set_field (source, ACCORD_FIELD_AUTHOR, "");
  accord_source_append (source, ACCORD_ROLE_TITLE, "Règles", -1);
  block = accord_source_append (source, ACCORD_ROLE_ITEM, "治理应当 公开", -1);
  block->level = 2;
  block->page = 300;
  block->marker = g_string_chunk_insert_const (source->strings, "(一)");
  block = accord_source_append (source, ACCORD_ROLE_PARAGRAPH, "share", 5);
  accord_source_leave_out (source, block, "share buttons");
  accord_source_append (source, ACCORD_ROLE_PARAGRAPH, "", 0);
  return source;
}

static void
assert_same (const AccordSource *a, const AccordSource *b)
{
  g_assert_cmpmem (a->text->str, a->text->len, b->text->str, b->text->len);
  g_assert_cmpuint (a->blocks->len, ==, b->blocks->len);
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    g_assert_cmpstr (a->fields[i], ==, b->fields[i]);
  for (guint i = 0; i < a->blocks->len; i++)
    {
      const AccordBlock *x = &g_array_index (a->blocks, AccordBlock, i);
      const AccordBlock *y = &g_array_index (b->blocks, AccordBlock, i);

      g_assert_cmpuint (x->span.start, ==, y->span.start);
      g_assert_cmpuint (x->span.end, ==, y->span.end);
      g_assert_cmpint (x->role, ==, y->role);
      g_assert_cmpint (x->kept, ==, y->kept);
      g_assert_cmpuint (x->level, ==, y->level);
      g_assert_cmpuint (x->page, ==, y->page);
      g_assert_cmpstr (x->marker, ==, y->marker);
      g_assert_cmpstr (x->reason, ==, y->reason);
    }
}

static void
test_append (void)
{
  g_autoptr (AccordSource) source = sample ();
  const AccordBlock *blocks = (const AccordBlock *) (gpointer) source->blocks->data;

  g_assert_cmpstr (source->text->str, ==, "Règles\n治理应当 公开\nshare\n");
  g_assert_false (blocks[0].kept);
  g_assert_true (blocks[1].kept);
  g_assert_cmpuint (blocks[1].span.start, ==, 8);
  g_assert_false (blocks[2].kept);
  g_assert_cmpstr (blocks[2].reason, ==, "share buttons");
  g_assert_null (source->fields[ACCORD_FIELD_AUTHOR]);
}

static void
test_round_trip (void)
{
  g_autoptr (AccordSource) source = sample ();
  g_autoptr (AccordSource) empty = accord_source_new ();
  g_autoptr (GBytes) bytes = accord_source_serialize (source);
  g_autoptr (GBytes) empty_bytes = accord_source_serialize (empty);
  g_autoptr (AccordSource) back = accord_source_deserialize (bytes, NULL);
  g_autoptr (AccordSource) empty_back = accord_source_deserialize (empty_bytes, NULL);

  g_assert_nonnull (back);
  g_assert_nonnull (empty_back);
  assert_same (source, back);
  assert_same (empty, empty_back);
}

static void
test_parts_come_back (void)
{
  g_autoptr (AccordSource) collection = accord_source_new ();
  g_autoptr (AccordSource) part = sample ();
  g_autoptr (AccordSource) back = NULL;
  g_autoptr (GBytes) bytes = NULL;

  accord_source_add_part (collection, sample ());
  accord_source_add_part (collection, accord_source_new ());
  accord_source_add_part (collection, sample ());
  bytes = accord_source_serialize (collection);
  back = accord_source_deserialize (bytes, NULL);
  g_assert_nonnull (back);
  g_assert_cmpuint (back->parts->len, ==, 3);
  assert_same (g_ptr_array_index (back->parts, 0), part);
  assert_same (g_ptr_array_index (back->parts, 2), part);
}

static void
test_long_strings_are_cut (void)
{
  g_autoptr (AccordSource) source = accord_source_new ();
  g_autoptr (AccordSource) back = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) title = g_string_new ("x");

  while (title->len < 100000)
    g_string_append (title, "é");
  accord_source_set_field (source, ACCORD_FIELD_TITLE, title->str);
  bytes = accord_source_serialize (source);
  back = accord_source_deserialize (bytes, NULL);
  g_assert_nonnull (back);
  g_assert_cmpuint (strlen (back->fields[ACCORD_FIELD_TITLE]), ==, 65535);
}

/* Whatever comes out of hostile bytes is fit for a document. */
static void
check_hostile (const guint8 *data, gsize length, guint *accepted)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source = accord_source_deserialize (bytes, &error);
  g_autoptr (AccordText) text = NULL;
  g_autoptr (AccordDocument) document = NULL;

  if (source == NULL)
    {
      g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED);
      return;
    }
  *accepted += 1;
  text = accord_text_new (source->text->str, source->text->len, NULL);
  g_assert_nonnull (text);
  document =
    accord_document_new (text, (const AccordBlock *) (gpointer) source->blocks->data,
                         source->blocks->len, source->fields, ACCORD_UNIT_BLOCKS, NULL, &error);
  g_assert_no_error (error);
}

static void
test_mutations (void)
{
  g_autoptr (AccordSource) source = sample ();
  g_autoptr (GBytes) bytes = accord_source_serialize (source);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint accepted = 0;

  for (guint i = 0; i < MUTATIONS; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      gsize length = i % 4 == 0 ? (gsize) g_rand_int_range (random, 0, size + 1) : size;

      for (guint n = i % 3; n < 3; n++)
        copy[g_rand_int_range (random, 0, size)] = (guint8) g_rand_int_range (random, 0, 256);
      check_hostile (copy, length, &accepted);
    }
  g_assert_cmpuint (accepted, >, 0);
  g_assert_cmpuint (accepted, <, MUTATIONS / 2);
}

static void
test_every_truncation (void)
{
  g_autoptr (AccordSource) source = sample ();
  g_autoptr (GBytes) bytes = accord_source_serialize (source);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint accepted = 0;

  for (gsize length = 0; length < size; length++)
    check_hostile (data, length, &accepted);
  g_assert_cmpuint (accepted, ==, 0);
}

typedef struct
{
  const char *name;
  gsize length;
  const char *bytes;
} Hostile;

#define HEAD "ACSRC\002"
#define NO_FIELDS "\0\0\0\0\0\0\0\0\0\0\0"
#define HOSTILE(name, bytes)                                                                       \
  {                                                                                                \
    name, sizeof (bytes) - 1, bytes                                                                \
  }

static void
test_hostile_table (void)
{
  static const Hostile TABLE[] = {
    HOSTILE ("nothing", ""),
    HOSTILE ("another version", "ACSRC\001\0" NO_FIELDS "\0\0"),
    HOSTILE ("a count of strings without end", HEAD "\xff\xff\xff\xff\xff\xff"),
    HOSTILE ("a string longer than the reply", HEAD "\x01\x7f" NO_FIELDS "\0\0"),
    HOSTILE ("a field beyond the strings", HEAD "\0\x01\0\0\0\0\0\0\0\0\0\0\0\0"),
    HOSTILE ("text that is not UTF-8", HEAD "\0" NO_FIELDS "\x01\xff\0"),
    HOSTILE ("text with U+0000", HEAD "\0" NO_FIELDS "\x01\0\0"),
    HOSTILE ("4 GiB of text", HEAD "\0" NO_FIELDS "\xff\xff\xff\xff\x0f\0"),
    HOSTILE ("many blocks in few bytes", HEAD "\0" NO_FIELDS "\0\x7f"),
    HOSTILE ("a block behind the text", HEAD "\0" NO_FIELDS "\x01"
                                             "a\x01\x02\0\x05\0\0\0\0"),
    HOSTILE ("a block longer than the text", HEAD "\0" NO_FIELDS "\x01"
                                                  "a\x01\0\x02\x05\0\0\0\0"),
    HOSTILE ("a block within a character",
             HEAD "\0" NO_FIELDS "\x02\xc3\xa9\x01\x01\x01\x05\0\0\0\0"),
    HOSTILE ("a role that is none", HEAD "\0" NO_FIELDS "\x01"
                                         "a\x01\0\x01\x0d\0\0\0\0"),
    HOSTILE ("a level of 256", HEAD "\0" NO_FIELDS "\x01"
                                    "a\x01\0\x01\x05\x80\x02\0\0\0"),
    HOSTILE ("something left over", HEAD "\0" NO_FIELDS "\x01"
                                         "a\x01\0\x01\x05\0\0\0\0\0\0"),
    HOSTILE ("a count of parts without end", HEAD "\0" NO_FIELDS "\0\0\xff\xff\xff\x7f"),
    HOSTILE ("a part that is missing", HEAD "\0" NO_FIELDS "\0\0\x01"),
  };
  static const char GOOD[] = HEAD "\0" NO_FIELDS "\x01"
                                  "a\x01\0\x01\x05\0\0\0\0\0";
  guint accepted = 0;

  check_hostile ((const guint8 *) GOOD, sizeof (GOOD) - 1, &accepted);
  g_assert_cmpuint (accepted, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    {
      g_test_message ("%s", TABLE[i].name);
      check_hostile ((const guint8 *) TABLE[i].bytes, TABLE[i].length, &accepted);
      g_assert_cmpuint (accepted, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/append", test_append);
  g_test_add_func ("/source/round-trip", test_round_trip);
  g_test_add_func ("/source/parts-come-back", test_parts_come_back);
  g_test_add_func ("/source/long-strings-are-cut", test_long_strings_are_cut);
  g_test_add_func ("/source/hostile-table", test_hostile_table);
  g_test_add_func ("/source/every-truncation", test_every_truncation);
  g_test_add_func ("/source/mutations", test_mutations);
  return g_test_run ();
}
