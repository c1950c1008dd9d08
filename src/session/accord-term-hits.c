/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts are read off the codings' mentions. A term on trial is compiled alone and
 * found over the words that the analyses have already. */
#include "session/accord-term-hits.h"

/**
 * accord_term_hits_count:
 * @findings: findings
 * @n_terms: (out): number of terms of their codebook
 *
 * Cost: linear in the mentions.
 *
 * Returns: (transfer full) (array length=n_terms): for each term, in how many places of all
 *   documents it carries a coding
 */
guint *
accord_term_hits_count (AccordFindings *findings, guint *n_terms)
{
  AccordComparison *comparison = accord_findings_get_comparison (findings);
  guint *counts = NULL;

  accord_codebook_get_terms (accord_comparison_get_codebook (comparison), n_terms);
  counts = g_new0 (guint, *n_terms + 1);
  for (guint d = 0; d < accord_comparison_get_n_documents (comparison); d++)
    {
      AccordAnalysis *analysis = accord_comparison_get_analysis (comparison, d);
      guint n = 0;
      const AccordCoding *codings = accord_analysis_get_codings (analysis, &n);

      for (guint i = 0; i < n; i++)
        {
          const AccordMention *mentions = accord_analysis_get_mentions (analysis, &codings[i]);

          for (guint m = 0; m < codings[i].n_mentions; m++)
            if (mentions[m].term < *n_terms)
              counts[mentions[m].term]++;
        }
    }
  return counts;
}

static AccordMatcher *
matcher_new (const AccordTerm *term, const AccordWatch *watch, GError **error)
{
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("trial");
  g_autoptr (AccordCodebook) codebook = NULL;

  accord_codebook_builder_add_theme (builder, "T");
  accord_codebook_builder_add_principle (builder, "P", NULL);
  accord_codebook_builder_add_term (builder, term);
  codebook = accord_codebook_builder_end (builder, error);
  return codebook != NULL ? accord_matcher_new (codebook, watch, error) : NULL;
}

static void
append_hits (GArray *hits, AccordDocument *document, guint index, const GArray *mentions)
{
  guint n = 0, passage = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);

  for (guint i = 0; i < mentions->len; i++)
    {
      AccordSpan span = g_array_index (mentions, AccordMention, i).span;
      AccordTermHit hit = { index, 0, span };

      while (passage + 1 < n && passages[passage].span.end <= span.start)
        passage++;
      hit.passage = passage;
      g_array_append_val (hits, hit);
    }
}

/**
 * accord_term_hits_try:
 * @findings: findings
 * @term: a term; its principle does not matter
 * @watch: (nullable): to cancel
 * @error: return location for an error
 *
 * May run in any thread. Cost: linear in the words of the documents.
 *
 * Returns: (transfer full) (element-type AccordTermHit): where it stands, by document and position;
 *   NULL with an error where the term cannot be compiled, or with that of @watch
 */
GArray *
accord_term_hits_try (AccordFindings *findings,
                      const AccordTerm *term,
                      const AccordWatch *watch,
                      GError **error)
{
  AccordComparison *comparison = accord_findings_get_comparison (findings);
  g_autoptr (AccordMatcher) matcher = matcher_new (term, watch, error);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (AccordTermHit));

  if (matcher == NULL)
    return NULL;
  for (guint d = 0; d < accord_comparison_get_n_documents (comparison); d++)
    {
      AccordAnalysis *analysis = accord_comparison_get_analysis (comparison, d);
      AccordDocument *document = accord_analysis_get_document (analysis);
      g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (AccordMention));

      if (!accord_matcher_find_all (matcher, document, accord_analysis_get_words (analysis),
                                    mentions, watch, error))
        return NULL;
      append_hits (hits, document, d, mentions);
    }
  return g_steal_pointer (&hits);
}
