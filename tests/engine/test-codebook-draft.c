/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of a codebook: what is not touched stays, each change does what it says. */
#include "engine/accord-codebook-draft.h"

static AccordCodebook *
codebook_new (void)
{
  static const char *const EXCLUDES[] = { "safety net", NULL };
  static const AccordTerm TERMS[] = {
    { .language = "en", .text = "safety", .excludes = EXCLUDES },
    { .language = "zh", .text = "安全" },
  };
  static const AccordTerm PRIVACY = { .language = "en", .text = "privacy" };
  static const AccordTerm FAIR = { .language = "en", .text = "bias", .against = TRUE };
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("test");

  accord_codebook_builder_add_name (builder, "en", "Test");
  accord_codebook_builder_add_theme (builder, "T1");
  accord_codebook_builder_add_theme_name (builder, "en", "First");
  accord_codebook_builder_add_principle (builder, "P1", "#ff0000");
  accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_NAME, "en", "Safety");
  accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_NAME, "zh", "安全");
  for (guint i = 0; i < G_N_ELEMENTS (TERMS); i++)
    accord_codebook_builder_add_term (builder, &TERMS[i]);
  accord_codebook_builder_add_principle (builder, "P2", NULL);
  accord_codebook_builder_add_term (builder, &PRIVACY);
  accord_codebook_builder_add_theme (builder, "T2");
  accord_codebook_builder_add_principle (builder, "P3", NULL);
  accord_codebook_builder_add_term (builder, &FAIR);
  return accord_codebook_builder_end (builder, NULL);
}

/* "T1 First: P1 #ff0000 en=Safety zh=安全 [en safety !safety net, zh 安全] …" */
static char *
describe (AccordCodebook *codebook)
{
  GString *string = g_string_new (NULL);
  guint n_themes = 0, n = 0;
  const AccordTheme *themes = accord_codebook_get_themes (codebook, &n_themes);
  const AccordPrinciple *principles = accord_codebook_get_principles (codebook, &n);
  const AccordTerm *terms = accord_codebook_get_terms (codebook, &n);

  for (guint t = 0; t < n_themes; t++)
    {
      g_string_append_printf (string, "%s%s %s:", t > 0 ? "; " : "", themes[t].id,
                              accord_codebook_get_theme_name (codebook, t, "en"));
      for (guint i = 0; i < themes[t].n_principles; i++)
        {
          guint p = themes[t].first_principle + i;
          const AccordLocalized *names =
            accord_codebook_get_sentences (codebook, p, ACCORD_WHAT_NAME, &n);

          g_string_append_printf (string, " %s", principles[p].id);
          if (principles[p].colour != NULL)
            g_string_append_printf (string, " %s", principles[p].colour);
          for (guint k = 0; k < n; k++)
            g_string_append_printf (string, " %s=%s", names[k].language, names[k].text);
          g_string_append (string, " [");
          for (guint k = 0; k < principles[p].n_terms; k++)
            {
              const AccordTerm *term = &terms[principles[p].first_term + k];

              g_assert_cmpuint (term->principle, ==, p);
              g_string_append_printf (string, "%s%s %s%s", k > 0 ? ", " : "", term->language,
                                      term->against ? "-" : "", term->text);
              if (term->excludes != NULL)
                g_string_append_printf (string, " !%s", term->excludes[0]);
            }
          g_string_append_c (string, ']');
        }
    }
  return g_string_free (string, FALSE);
}

#define P1 "P1 #ff0000 en=Safety zh=安全 [en safety !safety net, zh 安全]"

static void
assert_becomes (AccordCodebookDraft *draft, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCodebook) codebook = accord_codebook_draft_end (draft, &error);
  g_autofree char *description = NULL;

  g_assert_no_error (error);
  description = describe (codebook);
  g_assert_cmpstr (description, ==, expected);
  accord_codebook_draft_free (draft);
}

static AccordCodebookDraft *
draft_new (void)
{
  g_autoptr (AccordCodebook) codebook = codebook_new ();

  return accord_codebook_draft_new (codebook);
}

static void
test_untouched (void)
{
  assert_becomes (draft_new (), "T1 First: " P1 " P2 [en privacy]; T2 T2: P3 [en -bias]");
}

static void
test_sentences (void)
{
  AccordCodebookDraft *draft = draft_new ();

  accord_codebook_draft_set_sentence (draft, 0, ACCORD_WHAT_NAME, "en", "Security");
  accord_codebook_draft_set_sentence (draft, 0, ACCORD_WHAT_NAME, "zh", "");
  accord_codebook_draft_set_sentence (draft, 1, ACCORD_WHAT_NAME, "fr", "Vie privée");
  accord_codebook_draft_set_theme_name (draft, 1, "en", "Second");
  accord_codebook_draft_set_colour (draft, 0, NULL);
  assert_becomes (draft, "T1 First: P1 en=Security [en safety !safety net, zh 安全] P2 fr=Vie "
                         "privée [en privacy]; T2 Second: P3 [en -bias]");
}

static void
test_terms (void)
{
  static const char *const EXCLUDES[] = { "open border", NULL };
  AccordTerm open = { .language = "en", .text = "open", .excludes = EXCLUDES };
  AccordTerm twice = { .language = "en", .text = "privacy" };
  AccordCodebookDraft *draft = draft_new ();

  accord_codebook_draft_add_term (draft, 1, &open);
  accord_codebook_draft_add_term (draft, 1, &twice);
  accord_codebook_draft_remove_term (draft, 0, 0);
  assert_becomes (draft, "T1 First: P1 #ff0000 en=Safety zh=安全 [zh 安全] P2 [en privacy, en open "
                         "!open border]; T2 T2: P3 [en -bias]");
}

static void
test_tree (void)
{
  AccordCodebookDraft *draft = draft_new ();
  guint theme = accord_codebook_draft_add_theme (draft);
  guint principle = accord_codebook_draft_add_principle (draft, theme);

  accord_codebook_draft_set_sentence (draft, principle, ACCORD_WHAT_NAME, "en", "New");
  accord_codebook_draft_move (draft, 0, 1, 9);
  accord_codebook_draft_move (draft, 2, 1, 1);
  assert_becomes (draft,
                  "T1 First: P2 [en privacy]; T2 T2: " P1 " P3 [en -bias]; NT1 NT1: NP1 en=New []");
}

static void
test_remove (void)
{
  AccordCodebookDraft *draft = draft_new ();

  accord_codebook_draft_remove_principle (draft, 0);
  accord_codebook_draft_remove_theme (draft, 1);
  assert_becomes (draft, "T1 First: P2 [en privacy]");
}

static void
test_merge_and_split (void)
{
  static const guint FIRST[] = { 0 };
  AccordCodebookDraft *draft = draft_new ();

  accord_codebook_draft_merge (draft, 2, 1);
  assert_becomes (draft, "T1 First: " P1 " P2 [en privacy, en -bias]; T2 T2:");
  draft = draft_new ();
  accord_codebook_draft_split (draft, 0, FIRST, 1);
  assert_becomes (draft, "T1 First: P1 #ff0000 en=Safety zh=安全 [zh 安全] NP1 [en safety !safety "
                         "net] P2 [en privacy]; T2 T2: P3 [en -bias]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codebook-draft/untouched", test_untouched);
  g_test_add_func ("/codebook-draft/sentences", test_sentences);
  g_test_add_func ("/codebook-draft/terms", test_terms);
  g_test_add_func ("/codebook-draft/tree", test_tree);
  g_test_add_func ("/codebook-draft/remove", test_remove);
  g_test_add_func ("/codebook-draft/merge-and-split", test_merge_and_split);
  return g_test_run ();
}
