/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind of file, which mode: what a source holds, what is refused and how. */
#include "documents/accord-source.h"

#include <string.h>

#include "documents/accord-loader-error.h"

static AccordSource *
read_bytes (const char *bytes, gsize length, AccordReadMode mode, const char *name, GError **error)
{
  AccordReadRequest request = { .name = name, .mode = mode };

  return accord_read (&request, (const guint8 *) bytes, length, error);
}

static AccordSource *
read_text (const char *text, AccordReadMode mode)
{
  g_autoptr (GError) error = NULL;
  AccordSource *source = read_bytes (text, strlen (text), mode, "a.txt", &error);

  g_assert_no_error (error);
  return source;
}

/* The blocks, each in brackets; one that is left out in parentheses. */
static char *
show (const AccordSource *source)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const AccordBlock *block = &g_array_index (source->blocks, AccordBlock, i);

      g_string_append_c (out, block->kept ? '[' : '(');
      g_string_append_len (out, source->text->str + block->span.start,
                           accord_span_length (block->span));
      g_string_append_c (out, block->kept ? ']' : ')');
    }
  return g_string_free (out, FALSE);
}

static void
test_statement (void)
{
  g_autoptr (AccordSource) source =
    read_text ("One\u00ad\r\n\r\nTwo ﬁsh\r\n", ACCORD_READ_STATEMENT);
  g_autofree char *shown = show (source);

  g_assert_cmpstr (source->fields[ACCORD_FIELD_ENCODING], ==, "UTF-8");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_MEDIA_TYPE], ==, "text/plain");
  g_assert_nonnull (strstr (shown, "One]"));
  g_assert_nonnull (strstr (shown, "[Two fish]"));
}

static void
test_whole (void)
{
  g_autoptr (AccordSource) source = read_text ("\xef\xbb\xbf"
                                               " One\u00ad \r\n\r\n \t\nﬁsh\rx",
                                               ACCORD_READ_WHOLE);
  g_autofree char *shown = show (source);

  g_assert_cmpstr (source->text->str, ==, " One\u00ad \n\n \t\nﬁsh\rx");
  g_assert_cmpstr (shown, ==, "[ One\u00ad ][ﬁsh\rx]");
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } TABLE[] = {
    { "a\nb\n", "[a][b]" },
    { "a\nb", "[a][b]" },
    { "\n", "[]" },
    { "a\n\nb", "[a][][b]" },
    { "a\r\n\u2028b\x0b"
      "c\n",
      "[a][\u2028b\x0b"
      "c]" },
    { "<p>a\n", "[<p>a]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    {
      g_autoptr (AccordSource) source = read_text (TABLE[i].text, ACCORD_READ_LINES);
      g_autofree char *shown = show (source);

      g_assert_cmpstr (shown, ==, TABLE[i].shown);
    }
}

static void
test_hash_is_of_the_bytes (void)
{
  g_autoptr (AccordSource) source = read_text ("\xef\xbb\xbf"
                                               "a\r\n",
                                               ACCORD_READ_STATEMENT);

  g_assert_cmpstr (source->fields[ACCORD_FIELD_SHA256], ==,
                   "ea3948106c12d96eaf84d4bb8be214b194c3442acb99a3005251960b0ec2ba63");
}

static void
test_no_text_is_no_error (void)
{
  g_autoptr (AccordSource) blank = read_text (" \n\n", ACCORD_READ_STATEMENT);
  g_autoptr (AccordSource) mark = read_text ("\xef\xbb\xbf", ACCORD_READ_WHOLE);

  g_assert_cmpuint (blank->blocks->len, ==, 0);
  g_assert_cmpuint (mark->blocks->len, ==, 0);
  g_assert_cmpstr (mark->fields[ACCORD_FIELD_ENCODING], ==, "UTF-8");
}

static void
test_request_overrules (void)
{
  AccordReadRequest request = {
    .name = "a.txt", .mode = ACCORD_READ_WHOLE, .encoding = "koi8-r", .language = "ru"
  };
  g_autoptr (AccordSource) source = accord_read (&request, (const guint8 *) "\xc3", 1, NULL);

  g_assert_cmpstr (source->text->str, ==, "ц");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_ENCODING], ==, "KOI8-R");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_LANGUAGE], ==, "ru");
}

static void
check_html (const char *text, const char *name, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source =
    read_bytes (text, strlen (text), ACCORD_READ_STATEMENT, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (source->fields[ACCORD_FIELD_MEDIA_TYPE], ==,
                   expected ? "text/html" : "text/plain");
}

static void
test_html_by_content (void)
{
  check_html ("<!DOCTYPE html><p>a", "a", TRUE);
  check_html ("\n <HTML lang=en><p>a", "a.txt", TRUE);
  check_html ("<!-- x --> <!-- <y> -->\n<body>a", NULL, TRUE);
  check_html ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC ''><html>a", "a", TRUE);
  check_html ("<p>a", "a.txt", TRUE);
  check_html ("a <b>b</b>", "a.html", TRUE);
  check_html ("a <b>b</b>", "a.txt", FALSE);
  check_html ("a < b", "a.html", FALSE);
  check_html ("<?xml version='1.0'?><rss><item>a", "a.xml", FALSE);
  check_html ("<people>a", "a.txt", FALSE);
  check_html ("<!-- never closed", "a.txt", FALSE);
  check_html ("<", "a.html", FALSE);
}

typedef struct
{
  const char *name;
  gsize length;
  const char *bytes;
  AccordLoaderError code;
  const char *message; /* its beginning */
} Refused;

#define REFUSED(name, bytes, code, message)                                                        \
  {                                                                                                \
    name, sizeof (bytes) - 1, bytes, ACCORD_LOADER_ERROR_##code, message                           \
  }

static const Refused REFUSALS[] = {
  REFUSED ("empty", "", EMPTY, "is empty"),
  REFUSED ("doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", UNSUPPORTED, "is an office file"),
  REFUSED ("png", "\x89PNG\r\n\x1a\n\0\0", UNSUPPORTED, "is a picture"),
  REFUSED ("binary", "a\0b\0\0c\1\2\0\3\xd8\0\xff", UNSUPPORTED, "is not a text"),
  REFUSED ("broken", "sécurité, équité, santé \xff", MALFORMED, "is not valid UTF-8 in line 1"),
};

static void
test_refused (gconstpointer data)
{
  const Refused *c = data;

  for (guint mode = 0; mode < ACCORD_N_READ_MODES; mode++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (c->bytes, c->length, mode, "a.txt", &error));
      g_assert_error (error, ACCORD_LOADER_ERROR, (int) c->code);
      /* Line by line, an office file is refused for what it has not, however old it is. */
      g_assert_true (g_str_has_prefix (error->message, c->message) ||
                     (mode == ACCORD_READ_LINES &&
                      g_str_has_prefix (error->message, "is an office file, which has no lines")));
    }
}

static void
test_too_many_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_set_size (text, ACCORD_BLOCKS_MAX + 1);
  memset (text->str, '\n', text->len);
  g_assert_null (read_bytes (text->str, text->len, ACCORD_READ_LINES, "a", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "has more than 4194304 paragraphs");
}

/* One byte of windows-1251 is two of UTF-8. */
static void
test_too_much_text (void)
{
  AccordReadRequest request = { .name = "a.txt",
                                .mode = ACCORD_READ_WHOLE,
                                .encoding = "windows-1251" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_set_size (text, ACCORD_TEXT_MAX / 2 + 1);
  memset (text->str, 0xE0, text->len);
  g_assert_null (accord_read (&request, (const guint8 *) text->str, text->len, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "has more than 64 MiB of text");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/statement", test_statement);
  g_test_add_func ("/formats/whole", test_whole);
  g_test_add_func ("/formats/lines", test_lines);
  g_test_add_func ("/formats/hash-is-of-the-bytes", test_hash_is_of_the_bytes);
  g_test_add_func ("/formats/no-text-is-no-error", test_no_text_is_no_error);
  g_test_add_func ("/formats/request-overrules", test_request_overrules);
  g_test_add_func ("/formats/html-by-content", test_html_by_content);
  for (guint i = 0; i < G_N_ELEMENTS (REFUSALS); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/refuses/", REFUSALS[i].name, NULL);

      g_test_add_data_func (path, &REFUSALS[i], test_refused);
    }
  g_test_add_func ("/formats/refuses/too-many-lines", test_too_many_lines);
  g_test_add_func ("/formats/refuses/too-much-text", test_too_much_text);
  return g_test_run ();
}
