/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon as a file: the shipped one opens, others tell what is wrong; a user's
 * terms are read line by line and faults name their line. */
#include "documents/accord-lexicon-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "documents/accord-loader-error.h"

static char *
write_file (const char *contents, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("accord-lexicon-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
remove_file (char *path)
{
  g_remove (path);
  g_free (path);
}

static void
test_shipped_opens (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordLexicon) lexicon = accord_lexicon_load (NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (accord_lexicon_get_n_languages (lexicon), ==, 7);
  g_assert_cmpuint (accord_lexicon_get_n_concepts (lexicon), >, 30000);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_lexicon_load ("/nonexistent/accord.lexicon", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (accord_lexicon_load_terms ("/nonexistent/terms.tsv", NULL, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO);
}

static void
test_damaged (void)
{
  static const char *const CONTENTS[] = { "", "no lexicon", "ACCORDLX",
                                          "ACCORDLX and so on, but no header of it at all" };

  for (guint i = 0; i < G_N_ELEMENTS (CONTENTS); i++)
    {
      g_autoptr (GError) error = NULL;
      char *path = write_file (CONTENTS[i], -1);

      g_assert_null (accord_lexicon_load (path, &error));
      g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED);
      remove_file (path);
    }
}

static AccordLexicon *
load_terms (const char *contents, gssize length, AccordLexicon *base, GError **error)
{
  char *path = write_file (contents, length);
  AccordLexicon *lexicon = accord_lexicon_load_terms (path, base, error);

  remove_file (path);
  return lexicon;
}

static guint
count_meanings (AccordLexicon *lexicon, const char *language, const char *key)
{
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];

  return accord_lexicon_look_up (lexicon, accord_lexicon_find_language (lexicon, language), key,
                                 strlen (key), concepts);
}

static void
test_terms (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordLexicon) lexicon =
    load_terms ("\xEF\xBB\xBF# My terms\n\nAI for Good\t智能向善\ten zh\r\n"
                " commons \tcommuns\ten,fr\nguardrail\tsafeguard\ten",
                -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (accord_lexicon_get_n_concepts (lexicon), ==, 3);
  g_assert_cmpuint (count_meanings (lexicon, "zh", "智能向善"), ==, 1);
  g_assert_cmpuint (count_meanings (lexicon, "fr", "commun"), ==, 1);
  g_assert_cmpuint (count_meanings (lexicon, "en", "guardrail"), ==, 1);
  g_assert_cmpuint (count_meanings (lexicon, "en", "nothing"), ==, 0);
}

static void
test_terms_over_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordLexicon) base = accord_lexicon_load (NULL, NULL);
  g_autoptr (AccordLexicon) lexicon = load_terms ("oversight\t监督\ten zh\n", -1, base, &error);
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];

  g_assert_no_error (error);
  g_assert_cmpuint (accord_lexicon_look_up (lexicon, accord_lexicon_find_language (lexicon, "zh"),
                                            "监督", 6, concepts),
                    >, 1);
  g_assert_cmpuint (concepts[0].id, ==, accord_lexicon_get_n_concepts (base));
}

static void
test_faulty_terms_name_their_line (void)
{
  static const struct
  {
    const char *contents;
    const char *begins;
  } CASES[] = {
    { "a\tb\ten fr\n\na\tb\n", "line 3:" },
    { "a b\n", "line 1:" },
    { "a\tb\ten fr de\n", "line 1:" },
    { "a\tb\t\n", "line 1:" },
    { "a\tb\ten_US fr\n", "line 1:" },
    { "\tb\ten fr\n", "line 1:" },
    { "#\na\t…\ten fr\n", "line 2:" },
    { "one two three four five six\tb\ten fr\n", "line 1:" },
    { "a\tb\ten fr\textra\n", "line 1:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load_terms (CASES[i].contents, -1, NULL, &error));
      g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED);
      g_assert_true (g_str_has_prefix (error->message, CASES[i].begins));
    }
}

static void
test_terms_have_limits (void)
{
  g_autoptr (GString) contents = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= 50000; i++)
    g_string_append (contents, "a\tb\ten fr\n");
  g_assert_null (load_terms (contents->str, (gssize) contents->len, NULL, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_string_set_size (contents, (4u << 20) + 1);
  g_assert_null (load_terms (contents->str, (gssize) contents->len, NULL, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (load_terms ("a\xFF\tb\ten fr\n", -1, NULL, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon-file/shipped-opens", test_shipped_opens);
  g_test_add_func ("/lexicon-file/missing", test_missing);
  g_test_add_func ("/lexicon-file/damaged", test_damaged);
  g_test_add_func ("/lexicon-file/terms", test_terms);
  g_test_add_func ("/lexicon-file/terms-over-shipped", test_terms_over_shipped);
  g_test_add_func ("/lexicon-file/faulty-terms-name-their-line", test_faulty_terms_name_their_line);
  g_test_add_func ("/lexicon-file/terms-have-limits", test_terms_have_limits);
  return g_test_run ();
}
