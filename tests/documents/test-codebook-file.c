/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebook files: what is read, where a fault is said to be, one canonical form. */
#include "documents/accord-codebook-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "documents/accord-loader-error.h"

static const char GOOD[] =
  "{'format': 'accord-codebook', 'version': 1, 'id': 'small', 'name': {'en': 'Small'},"
  " 'themes': [{'id': 'T1', 'name': {'zh': '安全', 'en': 'Safety'}, 'later': [1], 'principles': ["
  "  {'id': 'P1', 'name': {'en': 'Safe'}, 'definition': {'en': 'Is safe.'}, 'include': {},"
  "   'exclude': null, 'colour': '#3584e4', 'terms': {"
  "    'zh': ['安全'],"
  "    'en': ['safety', {'text': 'AI', 'case': true, 'against': true},"
  "           {'text': 'safe systems', 'gap': 3, 'not': ['safety net', 'safe deposit']}]}},"
  "  {'id': 'P2'}]}]}";

static const char CANONICAL[] = "{\n"
                                " 'format': 'accord-codebook',\n"
                                " 'id': 'small',\n"
                                " 'name': {'en': 'Small'},\n"
                                " 'themes': [\n"
                                "  {'id': 'T1',\n"
                                "   'name': {'en': 'Safety', 'zh': '安全'},\n"
                                "   'principles': [\n"
                                "    {'colour': '#3584e4',\n"
                                "     'definition': {'en': 'Is safe.'},\n"
                                "     'exclude': {},\n"
                                "     'id': 'P1',\n"
                                "     'include': {},\n"
                                "     'name': {'en': 'Safe'},\n"
                                "     'terms': {\n"
                                "      'en': ['safety', {'against': true, 'case': true, 'text': "
                                "'AI'}, {'gap': 3, 'not': ['safety net', 'safe "
                                "deposit'], 'text': 'safe systems'}],\n"
                                "      'zh': ['安全']}},\n"
                                "    {'colour': null,\n"
                                "     'definition': {},\n"
                                "     'exclude': {},\n"
                                "     'id': 'P2',\n"
                                "     'include': {},\n"
                                "     'name': {},\n"
                                "     'terms': {}}]}],\n"
                                " 'version': 1\n"
                                "}";

static AccordCodebook *
read_json (const char *json, GError **error)
{
  g_autoptr (GError) syntax = NULL;
  g_autoptr (JsonNode) node = accord_json_parse (json, strlen (json), &syntax);

  g_assert_no_error (syntax);
  return accord_codebook_from_json (node, error);
}

/* Single quotes stand for double ones in the texts of this file. */
static AccordCodebook *
read_text (const char *text, GError **error)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  return read_json (json, error);
}

static char *
write_text (AccordCodebook *codebook)
{
  GString *out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);

  accord_codebook_write (codebook, writer);
  return g_string_free (out, FALSE);
}

static void
test_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCodebook) codebook = read_text (GOOD, &error);
  const AccordTerm *terms = NULL;
  const AccordPrinciple *principles = NULL;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (accord_codebook_get_id (codebook), ==, "small");
  g_assert_cmpstr (accord_codebook_get_theme_name (codebook, 0, "zh-Hans"), ==, "安全");
  principles = accord_codebook_get_principles (codebook, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (principles[0].colour, ==, "#3584e4");
  g_assert_null (principles[1].colour);
  g_assert_null (accord_codebook_get_sentence (codebook, 0, ACCORD_WHAT_EXCLUDE, "en"));
  terms = accord_codebook_get_terms (codebook, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (terms[0].text, ==, "safety");
  g_assert_true (terms[1].case_sensitive);
  g_assert_true (terms[1].against);
  g_assert_false (terms[0].against);
  g_assert_cmpuint (terms[2].gap, ==, 3);
  g_assert_cmpstr (terms[2].excludes[1], ==, "safe deposit");
  g_assert_cmpstr (terms[3].language, ==, "zh");
}

static void
test_canonical (void)
{
  g_autoptr (AccordCodebook) codebook = read_text (GOOD, NULL);
  g_autofree char *text = write_text (codebook);
  g_autoptr (AccordCodebook) again = read_json (text, NULL);
  g_autofree char *text_again = write_text (again);
  g_autofree char *hash = accord_codebook_dup_sha256 (codebook);
  g_autofree char *hash_again = accord_codebook_dup_sha256 (again);
  g_autofree char *expected = g_strdelimit (g_strdup (CANONICAL), "'", '"');
  g_autofree char *expected_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, expected, -1);

  g_assert_cmpstr (text_again, ==, text);
  g_assert_cmpstr (hash, ==, hash_again);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (hash, ==, expected_hash);
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  AccordJsonError code;
  const char *message;
} Fault;

#define SHAPE ACCORD_JSON_ERROR_SHAPE

/* GOOD with @from put as @to is refused with @message. */
static const Fault FAULTS[] = {
  { "not-a-codebook", "'accord-codebook'", "'accord-session'", SHAPE,
    "is not a codebook: it does not say \"format\": \"accord-codebook\"" },
  { "no-format", "'format'", "'formt'", SHAPE,
    "is not a codebook: it does not say \"format\": \"accord-codebook\"" },
  { "version-0", "'version': 1", "'version': 0", SHAPE,
    "$.version must be a whole number from 1 on" },
  { "version-as-string", "'version': 1", "'version': '1'", SHAPE,
    "$.version must be a whole number from 1 on" },
  { "newer", "'version': 1", "'version': 2", ACCORD_JSON_ERROR_NEWER,
    "was written by a newer version of Accord" },
  { "no-id", "'id': 'small',", "", SHAPE, "$.id must be a string that is not empty" },
  { "empty-id", "'id': 'P1'", "'id': ''", SHAPE,
    "$.themes[0].principles[0].id must be a string that is not empty" },
  { "number-as-id", "'id': 'T1'", "'id': 1", SHAPE,
    "$.themes[0].id must be a string that is not empty" },
  { "name-as-string", "{'en': 'Small'}", "'Small'", SHAPE, "$.name must be an object" },
  { "name-in-no-language", "'zh': '安全', 'en'", "'e n': 'x', 'en'", SHAPE,
    "$.themes[0].name.e n is not named by the tag of a language" },
  { "name-is-a-number", "{'en': 'Safe'}", "{'en': 5}", SHAPE,
    "$.themes[0].principles[0].name.en must be a string that is not empty" },
  { "themes-missing", "'themes'", "'theme'", SHAPE, "$.themes must be an array" },
  { "theme-is-a-string", "'themes': [", "'themes': ['T0', ", SHAPE,
    "$.themes[0] must be an object" },
  { "principles-is-an-object", "'principles': [", "'principles': {}, 'x': [", SHAPE,
    "$.themes[0].principles must be an array" },
  { "colour", "#3584e4", "blue", SHAPE,
    "$.themes[0].principles[0].colour must be a colour such as #3584e4, or null" },
  { "terms-is-an-array", "'terms': {", "'terms': [], 'x': {", SHAPE,
    "$.themes[0].principles[0].terms must be an object" },
  { "terms-of-a-language", "'zh': ['安全']", "'zh': '安全'", SHAPE,
    "$.themes[0].principles[0].terms.zh must be an array" },
  { "empty-term", "['安全']", "['安全', '']", SHAPE,
    "$.themes[0].principles[0].terms.zh[1] must be a string that is not empty" },
  { "number-as-term", "'safety',", "7,", SHAPE,
    "$.themes[0].principles[0].terms.en[0] must be a string or an object" },
  { "term-without-text", "'text': 'AI', ", "", SHAPE,
    "$.themes[0].principles[0].terms.en[1].text must be a string that is not empty" },
  { "gap-too-large", "'gap': 3", "'gap': 10", SHAPE,
    "$.themes[0].principles[0].terms.en[2].gap must be a whole number from 0 to 9" },
  { "near-too-large", "'gap': 3", "'near': 31", SHAPE,
    "$.themes[0].principles[0].terms.en[2].near must be a whole number from 0 to 30" },
  { "gap-negative", "'gap': 3", "'gap': -1", SHAPE,
    "$.themes[0].principles[0].terms.en[2].gap must be a whole number from 0 to 9" },
  { "gap-as-string", "'gap': 3", "'gap': '3'", SHAPE,
    "$.themes[0].principles[0].terms.en[2].gap must be a whole number from 0 to 9" },
  { "against", "'against': true", "'against': 'yes'", SHAPE,
    "$.themes[0].principles[0].terms.en[1].against must be true or false" },
  { "case", "'case': true", "'case': 1", SHAPE,
    "$.themes[0].principles[0].terms.en[1].case must be true or false" },
  { "not", "'not': ['safety net', ", "'not': [null, ", SHAPE,
    "$.themes[0].principles[0].terms.en[2].not[0] must be a string that is not empty" },
  { "theme-twice", "{'id': 'P2'}]}]}", "{'id': 'P2'}]}, {'id': 'T1', 'principles': []}]}", SHAPE,
    "$.themes[1].id is used twice: T1" },
  { "principle-twice", "'P2'", "'P1'", SHAPE, "$.themes[0].principles[1].id is used twice: P1" },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (GString) text = g_string_new (GOOD);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, fault->from, fault->to, 1), ==, 1);
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, (int) fault->code);
  g_assert_cmpstr (error->message, ==, fault->message);
}

static void
test_too_many_terms (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_append (text, "{'format': 'accord-codebook', 'version': 1, 'id': 'x', 'themes': [{'id': "
                         "'T', 'principles': [{'id': 'P', 'terms': {'en': ['a'");
  for (guint i = 0; i < ACCORD_CODEBOOK_MAX_TERMS; i++)
    g_string_append (text, ",'a'");
  g_string_append (text, "]}}]}]}");
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "has more than 200000 terms");
}

static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-XXXXXX", NULL);
  g_autofree char *codebooks = g_build_filename (folder, "codebooks", NULL);
  g_autofree char *path = g_build_filename (codebooks, "small.json", NULL);
  g_autofree char *text = g_strdelimit (g_strdup (GOOD), "'", '"');
  g_autofree char *before = g_strdup (g_getenv ("ACCORD_DATA_DIR"));
  g_autoptr (AccordCodebook) by_name = NULL;
  g_autoptr (AccordCodebook) by_path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (codebooks, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_setenv ("ACCORD_DATA_DIR", folder, TRUE);
  by_name = accord_codebook_load ("small", &error);
  g_assert_no_error (error);
  by_path = accord_codebook_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_codebook_get_id (by_name), ==, "small");
  g_assert_cmpstr (accord_codebook_get_id (by_path), ==, "small");
  g_assert_null (accord_codebook_load ("large", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO);
  g_assert_cmpstr (error->message, ==, "there is no codebook of that name");
  g_clear_error (&error);
  g_assert_null (accord_codebook_load ("large.json", &error));
  g_assert_cmpstr (error->message, ==, "there is no such file");
  g_clear_error (&error);
  g_assert_null (accord_codebook_load ("/", &error));
  g_assert_cmpstr (error->message, ==, "is a folder, not a file");
  g_setenv ("ACCORD_DATA_DIR", before != NULL ? before : "", TRUE);
  g_unlink (path);
  g_rmdir (codebooks);
  g_rmdir (folder);
}

static void
check_installed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCodebook) codebook = accord_codebook_load (path, &error);
  g_autoptr (AccordCodebook) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  g_test_message ("%s", path);
  g_assert_no_error (error);
  text = write_text (codebook);
  again = read_json (text, &error);
  g_assert_no_error (error);
  text_again = write_text (again);
  g_assert_cmpstr (text, ==, text_again);
}

/* Every codebook that ships is read, and is what its canonical form is. */
static void
test_installed (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ACCORD_DATA_DIR"), "codebooks", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        check_installed (path);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codebook-file/reads", test_reads);
  g_test_add_func ("/codebook-file/canonical", test_canonical);
  for (guint i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/codebook-file/refuses/%s", FAULTS[i].name);

      g_test_add_data_func (path, &FAULTS[i], test_fault);
    }
  g_test_add_func ("/codebook-file/too-many-terms", test_too_many_terms);
  g_test_add_func ("/codebook-file/load", test_load);
  g_test_add_func ("/codebook-file/installed", test_installed);
  return g_test_run ();
}
