/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Glosses: terms of the codebook without a lexicon; words of the shipped lexicon with it;
 * sorted, without overlap. */
#include "engine/accord-gloss.h"

#include <string.h>

#include "fixture.h"

static AccordLexicon *
shipped (void)
{
  const char *path = g_getenv ("ACCORD_LEXICON");
  g_autoptr (GMappedFile) file = path != NULL ? g_mapped_file_new (path, FALSE, NULL) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (GError) error = NULL;
  AccordLexicon *lexicon = bytes != NULL ? accord_lexicon_new (bytes, &error) : NULL;

  g_assert_no_error (error);
  return lexicon;
}

static void
test_terms (void)
{
  g_autoptr (AccordAnalysis) analysis = fixture_analysis_new ("en|Systems must protect privacy.");
  guint n = 0;
  g_autofree AccordGloss *glosses = accord_gloss_passage (analysis, NULL, 0, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (glosses[0].principle, !=, G_MAXUINT32);
  g_assert_cmpuint (glosses[0].concept, ==, G_MAXUINT32);
}

static void
test_lexicon (void)
{
  static const char *const SOURCES[] = { "zh|政府应当公开预算",
                                         "fr|Le gouvernement publie le budget.",
                                         "ar|تنشر الحكومة الميزانية" };
  g_autoptr (AccordLexicon) lexicon = shipped ();

  if (lexicon == NULL)
    {
      g_test_skip ("no lexicon");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (SOURCES); i++)
    {
      g_autoptr (AccordAnalysis) analysis = fixture_analysis_new (SOURCES[i]);
      guint n = 0;
      g_autofree AccordGloss *glosses = accord_gloss_passage (analysis, lexicon, 0, &n);

      g_assert_cmpuint (n, >=, 2);
      for (guint k = 0; k < n; k++)
        {
          g_autofree char *name = glosses[k].concept != G_MAXUINT32
                                    ? accord_lexicon_dup_name (lexicon, glosses[k].concept)
                                    : g_strdup ("a principle");

          g_assert_nonnull (name);
          g_assert_cmpuint (glosses[k].span.start, <, glosses[k].span.end);
          g_assert_true (k == 0 || glosses[k - 1].span.end <= glosses[k].span.start);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gloss/terms", test_terms);
  g_test_add_func ("/gloss/lexicon", test_lexicon);
  return g_test_run ();
}
