/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON: what is let in, what is refused with which line, what is written. The test
 * suite of others is run as well where ACCORD_BENCH names the folder it lies in. */
#include "documents/accord-json.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
} Case;

static const Case ACCEPTED[] = {
  { "empty-array", "[]" },
  { "empty-object", " {\t} \r\n" },
  { "nested", "{\"a\":[1,{\"b\":[]},[[]]],\"c\":{}}" },
  { "lonely-string", "\"\"" },
  { "lonely-number", "-0" },
  { "lonely-word", "null" },
  { "numbers", "[0, -1, 10, 0.5, 1e3, 1E+3, 1e-3, -0.0e00]" },
  { "escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"]" },
  { "a-key-twice", "{\"a\":1,\"a\":2}" },
  { "an-empty-key", "{\"\":0}" },
  { "byte-order-mark", "\xef\xbb\xbf[]" },
  { "text", "[\"治理 \u2028 \x7f\"]" },
};

static const Case REJECTED[] = {
  { "spaces", " \n" },
  { "byte-order-mark-only", "\xef\xbb\xbf" },
  { "trailing-comma", "[1,]" },
  { "trailing-comma-in-object", "{\"a\":1,}" },
  { "comma-first", "[,1]" },
  { "two-values", "[1 2]" },
  { "behind-the-end", "[] []" },
  { "closed-twice", "[]]" },
  { "open", "[[1]" },
  { "open-object", "{\"a\":1" },
  { "open-string", "\"a" },
  { "wrong-bracket", "[1}" },
  { "no-colon", "{\"a\" 1}" },
  { "no-value", "{\"a\":}" },
  { "key-without-quotes", "{a:1}" },
  { "number-as-key", "{1:1}" },
  { "single-quotes", "['a']" },
  { "comment", "[1 /* one */]" },
  { "line-comment", "[1] // one" },
  { "leading-zero", "[01]" },
  { "leading-zero-negative", "[-01]" },
  { "leading-plus", "[+1]" },
  { "no-digit-before-the-point", "[.5]" },
  { "no-digit-behind-the-point", "[1.]" },
  { "no-exponent", "[1e]" },
  { "lonely-minus", "[-]" },
  { "hexadecimal", "[0x10]" },
  { "not-a-number", "[NaN]" },
  { "infinity", "[-Infinity]" },
  { "capital-word", "[True]" },
  { "half-word", "[nul]" },
  { "long-word", "[nulll]" },
  { "raw-tab-in-string", "[\"a\tb\"]" },
  { "raw-line-end-in-string", "[\"a\nb\"]" },
  { "unknown-escape", "[\"\\x41\"]" },
  { "short-unicode-escape", "[\"\\u12\"]" },
  { "lone-high-surrogate", "[\"\\ud83d\"]" },
  { "lone-low-surrogate", "[\"\\ude00\"]" },
  { "high-surrogate-twice", "[\"\\ud83d\\ud83d\"]" },
  { "escape-at-the-end", "\"\\" },
  { "latin-1", "[\"\xe9\"]" },
  { "overlong", "[\"\xc0\xaf\"]" },
  { "no-break-space", "[\u00a0]" },
  { "form-feed", "[\f]" },
};

static void
test_accepted (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = accord_json_parse (c->text, strlen (c->text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
}

static void
test_rejected (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_json_parse (c->text, strlen (c->text), &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, " line "));
}

static void
test_message_names_the_line (void)
{
  static const char TEXT[] = "{\n  \"a\": 1,\n  \"b\": 01\n}\n";
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_json_parse (TEXT, strlen (TEXT), &error));
  g_assert_cmpstr (error->message, ==, "is not valid JSON in line 3: a number begins with 0");
}

static void
test_empty_is_called_so (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_json_parse ("", 0, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "is empty");
}

static void
test_refuses_nul (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_json_parse ("[1]\0", 4, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SYNTAX);
}

static char *
nested (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, "0");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
check_depth (guint depth, const char *open, const char *close, gboolean accepted)
{
  g_autofree char *text = nested (depth, open, close);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = accord_json_parse (text, strlen (text), &error);

  g_assert_cmpint (node != NULL, ==, accepted);
  if (!accepted)
    {
      g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);
      g_assert_nonnull (strstr (error->message, "64 levels"));
    }
}

static void
test_depth (void)
{
  check_depth (64, "[", "]", TRUE);
  check_depth (64, "{\"a\":", "}", TRUE);
  check_depth (65, "[", "]", FALSE);
  check_depth (65, "{\"a\":", "}", FALSE);
  check_depth (1000000, "[", "]", FALSE);
  check_depth (1000000, "{\"a\":", "}", FALSE);
}

/* The size is looked at before the bytes are. */
static void
test_size (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_json_parse ("[1]", ACCORD_JSON_MAX + 1, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "256 MiB"));
}

static void
test_random_bytes (void)
{
  static const char ALPHABET[] = "[]{},:\"\\u0019-+.eEntrufals \n\xc3\xa9";
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;
      char text[24];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof (text));

      for (gsize n = 0; n < length; n++)
        text[n] = ALPHABET[g_rand_int_range (random, 0, sizeof (ALPHABET) - 1)];
      node = accord_json_parse (text, length, &error);
      g_assert_cmpint (node != NULL, ==, error == NULL);
    }
}

static void
check_suite_file (const char *folder, const char *name, guint *counts)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  node = accord_json_parse (text, length, NULL);
  g_test_message ("%s: %s", name, node != NULL ? "accepted" : "rejected");
  if (name[0] == 'y' || name[0] == 'n')
    g_assert_cmpint (node != NULL, ==, name[0] == 'y');
  counts[(guchar) name[0]]++;
}

static void
test_suite (void)
{
  const char *bench = g_getenv ("ACCORD_BENCH");
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  guint counts[256] = { 0 };
  const char *name = NULL;

  if (bench == NULL)
    {
      g_test_skip ("ACCORD_BENCH names no folder");
      return;
    }
  folder = g_build_filename (bench, "jsontestsuite", "test_parsing", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    check_suite_file (folder, name, counts);
  g_assert_cmpuint (counts['y'], >=, 95);
  g_assert_cmpuint (counts['n'], >=, 188);
}

typedef struct
{
  const char *text;
  const char *fault; /* nullable */
} Keys;

static const Keys KEYS[] = {
  { "{}", NULL },
  { "\"a\"", NULL },
  { "17", NULL },
  { "\xef\xbb\xbf [{\"a\": 1}, {\"a\": 2}]", NULL },
  { "{\"a\": \"a\", \"b\": [\"a\", \"a\", {\"a\": {\"a\": 1}}]}", NULL },
  { "{\"a\": 1, \"a\": 2}", "$.a is there twice" },
  { "{\"a\": [0, 1, {\"b\": {\"c\": [], \"d\": 1, \"c\": 2}}]}", "$.a[2].b.c is there twice" },
  { "{\"é\": 1, \"\\u00e9\": 2}", "$.é is there twice" },
  { "{\"a\\\"b\": 1, \"x\": \"\\\\\", \"a\\\"b\": 2}", "$.a\"b is there twice" },
  { "{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\"9\":0,\"10\":0,\"11\":0,"
    "\"12\":0,\"13\":0,\"14\":0,\"15\":0}",
    NULL },
  { "[{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\"9\":0,\"10\":0,\"11\":0,"
    "\"12\":0,\"13\":0,\"14\":0,\"2\":0}]",
    "$[0].2 is there twice" },
};

/* The text has no zero behind it: nothing past its end may be read. */
static void
test_keys (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      gsize length = strlen (KEYS[i].text);
      g_autofree char *bytes = g_memdup2 (KEYS[i].text, length);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (accord_json_check_keys (bytes, length, &error), ==, KEYS[i].fault == NULL);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, KEYS[i].fault);
    }
}

static void
test_writes_lines (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);

  accord_json_begin_object (writer);
  accord_json_line (writer);
  accord_json_key (writer, "a");
  accord_json_begin_array (writer);
  accord_json_line (writer);
  accord_json_int (writer, -1);
  accord_json_bool (writer, TRUE);
  accord_json_line (writer);
  accord_json_begin_object (writer);
  accord_json_end_object (writer);
  accord_json_line (writer);
  accord_json_end_array (writer);
  accord_json_key (writer, "b");
  accord_json_string (writer, NULL);
  accord_json_line (writer);
  accord_json_end_object (writer);
  g_assert_cmpstr (out->str, ==, "{\n \"a\": [\n  -1, true,\n  {}\n ], \"b\": null\n}");
}

static void
test_writes_strings (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);

  accord_json_begin_array (writer);
  accord_json_string (writer, "");
  accord_json_string (writer, "\"\\\b\f\n\r\t\x01\x1f/\x7f 治");
  accord_json_string (writer, "a\xff");
  accord_json_string_len (writer, "a\0b", 3);
  accord_json_end_array (writer);
  g_assert_cmpstr (out->str, ==,
                   "[\"\", \"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f/\x7f 治\", \"a\ufffd\", "
                   "\"a\ufffdb\"]");
}

static void
test_writes_what_was_read (void)
{
  static const char TEXT[] = "{\"z\": [1, -2.5, 1e+300, 3.0, true, null, \"\\n\"], \"a\": {}, "
                             "\"n\": 9223372036854775807}";
  g_autoptr (JsonNode) node = accord_json_parse (TEXT, strlen (TEXT), NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);

  g_assert_nonnull (node);
  accord_json_node (writer, node);
  g_assert_cmpstr (out->str, ==, TEXT);
}

static void
add_cases (const char *group, const Case *cases, guint n, GTestDataFunc function)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], function);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("accepts", ACCEPTED, G_N_ELEMENTS (ACCEPTED), test_accepted);
  add_cases ("rejects", REJECTED, G_N_ELEMENTS (REJECTED), test_rejected);
  g_test_add_func ("/json/empty-is-called-so", test_empty_is_called_so);
  g_test_add_func ("/json/message-names-the-line", test_message_names_the_line);
  g_test_add_func ("/json/rejects/u+0000", test_refuses_nul);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/size", test_size);
  g_test_add_func ("/json/random-bytes", test_random_bytes);
  g_test_add_func ("/json/suite", test_suite);
  g_test_add_func ("/json/keys", test_keys);
  g_test_add_func ("/json/writes-lines", test_writes_lines);
  g_test_add_func ("/json/writes-strings", test_writes_strings);
  g_test_add_func ("/json/writes-what-was-read", test_writes_what_was_read);
  return g_test_run ();
}
