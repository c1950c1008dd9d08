/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small codebook, analyses and comparisons of lines, for the tests behind analysis. */
#include "fixture.h"

#include <string.h>

#include "engine/accord-language.h"

static const struct
{
  const char *theme;
  const char *principle;
  const char *terms; /* "language text|…" */
} CODEBOOK[] = {
  { "T1", "transparency", "en transparency|en transparent|zh 透明|fr transparence" },
  { "T1", "privacy", "en privacy|en personal data|zh 隐私|zh 个人数据|fr vie privée" },
  { "T2", "oversight", "en human oversight|zh 人类监督|fr contrôle humain" },
  { "T2", "weapons", "en autonomous weapons|zh 自主武器|fr armes autonomes" },
};

static AccordCodebook *
codebook_new (void)
{
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("test");
  const char *theme = "";

  for (guint i = 0; i < G_N_ELEMENTS (CODEBOOK); i++)
    {
      g_auto (GStrv) terms = g_strsplit (CODEBOOK[i].terms, "|", -1);

      if (!g_str_equal (theme, CODEBOOK[i].theme))
        accord_codebook_builder_add_theme (builder, CODEBOOK[i].theme);
      theme = CODEBOOK[i].theme;
      accord_codebook_builder_add_principle (builder, CODEBOOK[i].principle, NULL);
      for (guint t = 0; terms[t] != NULL; t++)
        {
          char *space = strchr (terms[t], ' ');
          AccordTerm term = { NULL };

          *space = '\0';
          term.language = terms[t];
          term.text = space + 1;
          accord_codebook_builder_add_term (builder, &term);
        }
    }
  return accord_codebook_builder_end (builder, NULL);
}

static AccordDocument *
document_new (const char *source)
{
  const char *bar = strchr (source, '|');
  gboolean sentences = bar > source && bar[-1] == '+';
  g_autofree char *language = g_strndup (source, (gsize) (bar - source - sentences));
  const char *data = bar + 1;
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (AccordBlock));

  for (const char *p = data; *p != '\0';)
    {
      gsize n = strcspn (p, "\n");
      AccordBlock block = { { (guint32) (p - data), (guint32) (p - data + n) },
                            ACCORD_ROLE_PARAGRAPH,
                            TRUE };

      g_array_append_val (blocks, block);
      p += p[n] == '\n' ? n + 1 : n;
    }
  fields[ACCORD_FIELD_LANGUAGE] = language;
  return accord_document_new (text, (const AccordBlock *) (gpointer) blocks->data, blocks->len,
                              fields, sentences ? ACCORD_UNIT_SENTENCES : ACCORD_UNIT_BLOCKS, NULL,
                              NULL);
}

static AccordAnalysis *
analyse (AccordMatcher *matcher, const char *source)
{
  g_autoptr (AccordDocument) document = document_new (source);

  return accord_analysis_new (document, matcher, NULL, NULL);
}

AccordAnalysis *
fixture_analysis_new (const char *source)
{
  g_autoptr (AccordCodebook) codebook = codebook_new ();
  g_autoptr (AccordMatcher) matcher = accord_matcher_new (codebook, NULL, NULL);

  return analyse (matcher, source);
}

AccordComparison *
fixture_compare (const char *const *sources, guint n_sources, const AccordCompareOptions *options)
{
  g_autoptr (AccordCodebook) codebook = codebook_new ();
  g_autoptr (AccordMatcher) matcher = accord_matcher_new (codebook, NULL, NULL);
  g_autoptr (GPtrArray) analyses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);

  for (guint i = 0; i < n_sources; i++)
    g_ptr_array_add (analyses, analyse (matcher, sources[i]));
  return accord_comparison_new ((AccordAnalysis *const *) analyses->pdata, analyses->len, options,
                                NULL, NULL);
}

char *
fixture_describe_links (const AccordComparison *comparison, gboolean scores)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s%u:%u-%u:%u %s", i > 0 ? " | " : "", links[i].a.document,
                              links[i].a.passage, links[i].b.document, links[i].b.passage,
                              accord_link_kind_name (links[i].kind));
      if (scores)
        g_string_append_printf (text, " %d", links[i].score);
    }
  return g_string_free (text, FALSE);
}

char *
fixture_describe_reasons (const AccordComparison *comparison, guint link)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);
  const AccordReason *reasons = accord_comparison_get_reasons (comparison, &links[link]);

  for (guint i = 0; i < links[link].n_reasons; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              accord_reason_kind_name (reasons[i].kind));
      if (reasons[i].label != NULL)
        g_string_append_printf (text, " %s", reasons[i].label);
    }
  return g_string_free (text, FALSE);
}
