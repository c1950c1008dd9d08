/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers against corpora: tests/corpora/ok-NAME and what is to come of it, field by
 * field and block by block, in ok-NAME.expected. With ACCORD_UPDATE_CORPORA set the
 * expected files are written, to be read with care before they are committed. */
#include <string.h>
#include <time.h>

#include "documents/accord-loader-error.h"
#include "documents/accord-read-private.h"
#include "engine/accord-document.h"
#include "engine/accord-names.h"

static char *
source_path (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), name, NULL);
}

static AccordSource *
read_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  AccordSource *source = accord_source_new ();
  AccordReadRequest request = { .name = path, .mode = ACCORD_READ_STATEMENT };
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  if (g_str_has_suffix (path, ".html"))
    accord_read_html (&request, data, length, source, &error);
  else if (!g_str_has_suffix (path, ".txt"))
    {
      accord_source_free (source);
      source = accord_read (&request, (const guint8 *) data, length, &error);
    }
  else
    {
      accord_normalize_append (text, data, length);
      accord_read_text (&request, text->str, text->len, source, &error);
    }
  g_assert_no_error (error);
  return source;
}

static void
describe_block (GString *out, const AccordSource *source, const AccordBlock *block)
{
  g_string_append_printf (out, "%c %s", block->kept ? '+' : '-', accord_role_name (block->role));
  if (block->level > 0)
    g_string_append_printf (out, " %u", block->level);
  if (block->marker != NULL)
    g_string_append_printf (out, " \"%s\"", block->marker);
  if (block->reason != NULL)
    g_string_append_printf (out, " (%s)", block->reason);
  g_string_append (out, ": ");
  g_string_append_len (out, source->text->str + block->span.start,
                       accord_span_length (block->span));
  g_string_append_c (out, '\n');
}

static char *
describe (const AccordSource *source)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    if (source->fields[i] != NULL && i != ACCORD_FIELD_SHA256)
      g_string_append_printf (out, "%s = %s\n", accord_field_name (i), source->fields[i]);
  for (guint i = 0; i < source->blocks->len; i++)
    describe_block (out, source, &g_array_index (source->blocks, AccordBlock, i));
  return g_string_free (out, FALSE);
}

/* Compared line by line, so that a failure shows the first line that differs. */
static void
assert_same_lines (const char *found, const char *expected)
{
  g_auto (GStrv) a = g_strsplit (found, "\n", -1);
  g_auto (GStrv) b = g_strsplit (expected, "\n", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
}

static void
test_corpus (gconstpointer data)
{
  const char *path = data;
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (AccordSource) source = read_file (path);
  g_autofree char *found = describe (source);
  g_autoptr (GError) error = NULL;

  if (g_getenv ("ACCORD_UPDATE_CORPORA") != NULL)
    g_file_set_contents (expected_path, found, -1, &error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  assert_same_lines (found, expected);
}

static void
add_corpora (void)
{
  g_autofree char *folder = source_path ("tests/corpora");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "ok-") && !g_str_has_suffix (name, ".expected"))
      {
        g_autofree char *test = g_strconcat ("/read/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_corpus,
                                   g_free);
      }
}

typedef struct
{
  const char *file;
  const char *fields[ACCORD_N_FIELDS];
  guint kept;
  const char *first;
  const char *last;
} Sample;

static const Sample SAMPLES[] = {
  { "data/samples/01-northern-rivers.en.txt",
    { [ACCORD_FIELD_TITLE] = "Declaration on Automated Systems in Public Service",
      [ACCORD_FIELD_ISSUER] = "Northern Rivers Council",
      [ACCORD_FIELD_DATE] = "2025-03-12",
      [ACCORD_FIELD_LANGUAGE] = "en",
      [ACCORD_FIELD_KIND] = "declaration" },
    33,
    "Declaration on",
    "The Council will review" },
  { "data/samples/02-bay-cities.zh.txt",
    { [ACCORD_FIELD_TITLE] = "让智能系统守住为民的本分",
      [ACCORD_FIELD_SUBTITLE] = "潮声",
      [ACCORD_FIELD_ISSUER] = "海湾城市论坛",
      [ACCORD_FIELD_AUTHOR] = "林远舟",
      [ACCORD_FIELD_DATE] = "2025-05-20",
      [ACCORD_FIELD_LANGUAGE] = "zh-Hans",
      [ACCORD_FIELD_KIND] = "commentary" },
    9,
    "智能系统可以替人跑腿",
    "江海相通" },
  { "data/samples/03-villes-fluviales.fr.html",
    { [ACCORD_FIELD_TITLE] = "Charte des systèmes automatisés dans le service public",
      [ACCORD_FIELD_ISSUER] = "Forum des Villes Fluviales",
      [ACCORD_FIELD_AUTHOR] = "Forum des Villes Fluviales",
      [ACCORD_FIELD_DATE] = "2025-06-04",
      [ACCORD_FIELD_LANGUAGE] = "fr",
      [ACCORD_FIELD_KIND] = "charter" },
    25,
    "Un fleuve",
    "La présente charte" },
  { "data/samples/04-coastal-cities.ar.txt",
    { [ACCORD_FIELD_TITLE] = "إعلان المدن الساحلية بشأن الأنظمة الآلية في الخدمة العامة",
      [ACCORD_FIELD_ISSUER] = "مجلس المدن الساحلية",
      [ACCORD_FIELD_DATE] = "2025-07-02",
      [ACCORD_FIELD_LANGUAGE] = "ar",
      [ACCORD_FIELD_KIND] = "declaration" },
    35,
    "إعلان المدن",
    "يعيد المجلس" },
};

/* The seed of the benchmarks, where they are at hand. */
static const Sample SEED = { "../seed/000_c7f698a66cb334f9.txt",
                             { [ACCORD_FIELD_TITLE] = "积极参与和引领人工智能全球治理",
                               [ACCORD_FIELD_SUBTITLE] = "和音",
                               [ACCORD_FIELD_ISSUER] = "人民日报",
                               [ACCORD_FIELD_AUTHOR] = "王宏泽",
                               [ACCORD_FIELD_DATE] = "2024-04-03",
                               [ACCORD_FIELD_LANGUAGE] = "zh-Hans",
                               [ACCORD_FIELD_KIND] = "commentary" },
                             7,
                             "作为人工智能大国",
                             "伴随着人工智能" };

static const AccordBlock *
kept_block (const AccordSource *source, gboolean last)
{
  const AccordBlock *found = NULL;

  for (guint i = 0; i < source->blocks->len && (last || found == NULL); i++)
    {
      const AccordBlock *block = &g_array_index (source->blocks, AccordBlock, i);

      found = block->kept ? block : found;
    }
  return found;
}

static void
assert_starts (const AccordSource *source, const AccordBlock *block, const char *start)
{
  g_autofree char *text = NULL;

  g_assert_nonnull (block);
  text = g_strndup (source->text->str + block->span.start,
                    MIN (strlen (start), accord_span_length (block->span)));
  g_assert_cmpstr (text, ==, start);
}

static void
assert_sample (const Sample *sample, const char *path)
{
  g_autoptr (AccordSource) source = read_file (path);
  guint kept = 0;

  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    g_assert_cmpstr (source->fields[i], ==, sample->fields[i]);
  for (guint i = 0; i < source->blocks->len; i++)
    {
      const AccordBlock *block = &g_array_index (source->blocks, AccordBlock, i);

      kept += block->kept;
      if (!block->kept && block->role == ACCORD_ROLE_FURNITURE)
        g_assert_nonnull (block->reason);
    }
  g_assert_cmpuint (kept, ==, sample->kept);
  assert_starts (source, kept_block (source, FALSE), sample->first);
  assert_starts (source, kept_block (source, TRUE), sample->last);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autofree char *path = source_path (sample->file);

  assert_sample (sample, path);
}

static void
test_seed (void)
{
  const char *bench = g_getenv ("ACCORD_BENCH");
  g_autofree char *path = NULL;

  if (bench == NULL)
    {
      g_test_skip ("ACCORD_BENCH is not set");
      return;
    }
  path = g_build_filename (bench, SEED.file, NULL);
  assert_sample (&SEED, path);
}

/* What no page should be: read in time, or refused with the limit named. */
typedef struct
{
  const char *name;
  const char *unit;
  guint times;
  const char *behind;
  gboolean html;
  gboolean refused;
} Hostile;

static const Hostile HOSTILE[] = {
  { "nested-divs", "<div>", 100000, "text", TRUE, TRUE },
  { "nested-divs-closed-wrongly", "<div></b>", 100000, "text", TRUE, TRUE },
  { "nested-paragraphs", "<p>text", 100000, "", TRUE, FALSE },
  { "nested-lists", "<ul><li>", 100000, "text", TRUE, TRUE },
  { "deep-but-allowed", "<div>", 900, "<p>Text at the bottom of it.", TRUE, FALSE },
  { "one-long-line", "word ", 200000, "", FALSE, FALSE },
  { "one-long-line", "word ", 200000, "", TRUE, FALSE },
  { "one-long-word", "字", 350000, "", FALSE, FALSE },
  { "one-letter-lines", "a\n", 1000000, "", FALSE, FALSE },
  { "one-letter-lines", "a<br>", 1000000, "", TRUE, FALSE },
  { "marks-only", "\u0301", 500000, "", FALSE, FALSE },
  { "marks-only", "\u0301", 500000, "", TRUE, FALSE },
  { "markers-only", "1. ", 300000, "", FALSE, FALSE },
  { "blank-lines", "\n", 1000000, "", FALSE, FALSE },
  { "dates-only", "2024-01-01 ", 100000, "", FALSE, FALSE },
  { "credits", "来源：", 300000, "", FALSE, FALSE },
  { "furniture-only", "<p>Share", 1, "", TRUE, FALSE },
  { "nothing-but-a-title", "<title>x</title>", 1, "", TRUE, FALSE },
  { "open-tags", "<", 1000000, "", TRUE, FALSE },
  { "attributes", "<a class='share nav comments' href=x>b</a>\n", 30000, "", TRUE, FALSE },
};

static void
test_hostile (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AccordSource) source = accord_source_new ();
  g_autoptr (GError) error = NULL;
  AccordReadRequest request = { .name = "x", .mode = ACCORD_READ_STATEMENT };
  gboolean done;
  clock_t start;

  for (guint i = 0; i < hostile->times; i++)
    g_string_append (text, hostile->unit);
  g_string_append (text, hostile->behind);
  /* Time of the processor, since the machine may have other things to do. */
  start = clock ();
  done = (hostile->html ? accord_read_html : accord_read_text) (&request, text->str, text->len,
                                                                source, &error);
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 5.0);
  g_assert_true (done == !hostile->refused);
  if (hostile->refused)
    g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE);
  else
    g_assert_no_error (error);
}

static void
test_whole (void)
{
  static const char PAGE[] = "<title>t</title><script>s</script><nav>Menu</nav>"
                             "<p>Text of the page.</p><footer>Share</footer>";
  g_autoptr (AccordSource) source = accord_source_new ();
  AccordReadRequest request = { .name = "x.html", .mode = ACCORD_READ_WHOLE };

  g_assert_true (accord_read_html (&request, PAGE, strlen (PAGE), source, NULL));
  g_assert_cmpstr (source->text->str, ==, "Menu\nText of the page.\nShare");
  for (guint i = 0; i < source->blocks->len; i++)
    g_assert_true (g_array_index (source->blocks, AccordBlock, i).kept);
}

static void
test_language_overrules (void)
{
  g_autoptr (AccordSource) source = accord_source_new ();
  AccordReadRequest request = { .name = "x.txt", .mode = ACCORD_READ_STATEMENT, .language = "fy" };

  g_assert_true (accord_read_text (&request, "Some words in English.", 22, source, NULL));
  g_assert_cmpstr (source->fields[ACCORD_FIELD_LANGUAGE], ==, "fy");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_corpora ();
  for (guint i = 0; i < G_N_ELEMENTS (SAMPLES); i++)
    {
      g_autofree char *test = g_strconcat ("/read/", SAMPLES[i].file, NULL);

      g_test_add_data_func (test, &SAMPLES[i], test_sample);
    }
  for (guint i = 0; i < G_N_ELEMENTS (HOSTILE); i++)
    {
      g_autofree char *test =
        g_strdup_printf ("/read/hostile/%s/%s", HOSTILE[i].name, HOSTILE[i].html ? "html" : "text");

      g_test_add_data_func (test, &HOSTILE[i], test_hostile);
    }
  g_test_add_func ("/read/whole", test_whole);
  g_test_add_func ("/read/language", test_language_overrules);
  g_test_add_func ("/read/seed", test_seed);
  return g_test_run ();
}
