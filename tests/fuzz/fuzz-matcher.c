/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as terms, a line each, and behind an empty line as a text. The first letter
 * of a term is its options. Mentions must lie in their passage; coding anew with the
 * same codebook must give the same. */
#include <string.h>

#include "engine/accord-analysis.h"
#include "fuzz.h"

static AccordMatcher *
matcher_of (char *lines)
{
  static const char *const IDS[] = { "A", "B", "C" };
  static const char *const LANGUAGES[] = { "en", "zh", "ar", "und" };
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("fuzz");
  g_autoptr (AccordCodebook) codebook = NULL;
  g_auto (GStrv) all = g_strsplit (lines, "\n", 64);

  accord_codebook_builder_add_theme (builder, "T");
  for (guint i = 0; all[i] != NULL && all[i][0] != '\0'; i++)
    {
      guint8 options = (guint8) all[i][0];
      const char *excludes[] = { "a b", all[i], NULL };
      AccordTerm term = { .language = LANGUAGES[options & 3], .text = g_utf8_next_char (all[i]) };

      term.gap = options & 4 ? 3 : 0;
      term.near = options & 8 ? 5 : 0;
      term.case_sensitive = (options & 16) != 0;
      term.excludes = options & 32 ? excludes : NULL;
      if (i < G_N_ELEMENTS (IDS))
        accord_codebook_builder_add_principle (builder, IDS[i], NULL);
      accord_codebook_builder_add_term (builder, &term);
    }
  codebook = accord_codebook_builder_end (builder, NULL);
  return codebook != NULL ? accord_matcher_new (codebook, NULL, NULL) : NULL;
}

static AccordDocument *
document_of (const char *data, const char *language)
{
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  AccordBlock block = { { 0, 0 }, ACCORD_ROLE_PARAGRAPH, TRUE };

  if (text == NULL)
    return NULL;
  block.span.end = accord_text_get_length (text);
  fields[ACCORD_FIELD_LANGUAGE] = language;
  return accord_document_new (text, &block, 1, fields, ACCORD_UNIT_SENTENCES, NULL, NULL);
}

static void
check (AccordAnalysis *analysis, AccordMatcher *matcher)
{
  g_autoptr (AccordAnalysis) again = accord_analysis_recode (analysis, matcher, NULL, NULL);
  guint n = 0, n_again = 0, n_passages = 0;
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n);
  const AccordCoding *codings_again = accord_analysis_get_codings (again, &n_again);
  const AccordPassage *passages =
    accord_document_get_passages (accord_analysis_get_document (analysis), &n_passages);

  g_assert_cmpmem (codings, n * sizeof *codings, codings_again, n_again * sizeof *codings);
  for (guint i = 0; i < n; i++)
    for (guint m = 0; m < codings[i].n_mentions; m++)
      {
        AccordSpan span = accord_analysis_get_mentions (analysis, &codings[i])[m].span;

        g_assert_true (span.start < span.end);
        g_assert_true (span.start >= passages[codings[i].passage].span.start);
        g_assert_true (span.end <= passages[codings[i].passage].span.end);
      }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *data = g_utf8_make_valid ((const char *) bytes, (gssize) MIN (size, 65536));
  char *behind = strstr (data, "\n\n");
  g_autoptr (AccordMatcher) matcher = NULL;
  g_autoptr (AccordDocument) document = NULL;
  g_autoptr (AccordAnalysis) analysis = NULL;

  if (behind == NULL)
    return 0;
  *behind = '\0';
  matcher = matcher_of (data);
  document = document_of (behind + 2, size % 3 == 0 ? "en" : size % 3 == 1 ? "zh-Hans" : "und");
  if (matcher == NULL || document == NULL)
    return 0;
  analysis = accord_analysis_new (document, matcher, NULL, NULL);
  check (analysis, matcher);
  return 0;
}
