/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of the summary, which every format has: text with <a href="#anchor"> around
 * its numbers, and no other markup. Nothing foreign is in them. */
#include "report/accord-report-facts.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* What someone needs to judge a report. */
static const char *const PARAGRAPHS[] = {
  N_ ("Each document was cut into passages: sentences, list items and headings. The codebook "
      "gives terms for every principle in several languages. A passage is coded with a "
      "principle where one of its terms stands in it; words are compared without case and "
      "endings, Chinese in simplified form."),
  N_ ("What a passage does with a principle, its stance, is read off words such as “shall”, “may "
      "not” or “encourage”. A square binds and a circle is voluntary, more ink is more force, a "
      "bar forbids and a cross opposes. Opposed means that one document is for a principle and "
      "another against it; weaker means that their stances are at least two steps apart."),
  N_ ("Two passages of different documents are linked where they share enough words that tell "
      "something, weighed by how much they tell, or enough principles. The reasons of a link "
      "are listed, and their weights add up to its score. A passage is linked at most once with "
      "each other document."),
  N_ ("Nothing was sent anywhere: the texts were read and compared on one computer, by rules. The "
      "machine makes mistakes; what it found is marked until a person confirms it."),
};

static char *
dup_count (const AccordFacts *self, AccordCoverageClass coverage)
{
  return g_strdup_printf ("<a href=\"#%s\">%u</a>", accord_coverage_name (coverage),
                          accord_coverage_count_class (self->coverage, coverage));
}

/**
 * accord_facts_dup_coverage_sentence:
 * @self: a report
 *
 * Returns: (transfer full): how many principles are shared, held by one alone, and silent
 */
char *
accord_facts_dup_coverage_sentence (const AccordFacts *self)
{
  g_autofree char *all = dup_count (self, ACCORD_COVERAGE_ALL);
  g_autofree char *some = dup_count (self, ACCORD_COVERAGE_SOME);
  g_autofree char *unique = dup_count (self, ACCORD_COVERAGE_UNIQUE);
  g_autofree char *silent = dup_count (self, ACCORD_COVERAGE_SILENT);
  g_autofree char *present = dup_count (self, ACCORD_COVERAGE_PRESENT);

  if (self->n_documents == 1)
    return g_strdup_printf (
      _ ("The document speaks of %s of the %u principles of the codebook; %s are not found in it."),
      present, self->n_principles, silent);
  if (self->n_documents == 2)
    return g_strdup_printf (
      _ ("The two documents share %s of the %u principles of the codebook; %s are held by one "
         "alone. %s are found in neither."),
      all, self->n_principles, unique, silent);
  return g_strdup_printf (
    _ ("The %u documents share %s of the %u principles of the codebook; %s are held by some of "
       "them and %s by one alone. %s are found in none."),
    self->n_documents, all, self->n_principles, some, unique, silent);
}

/**
 * accord_facts_dup_links_sentence:
 * @self: a report
 *
 * Returns: (transfer full): how many links there are by verdict, with a blank before; empty of one
 *   document
 */
char *
accord_facts_dup_links_sentence (const AccordFacts *self)
{
  guint n[ACCORD_N_VERDICTS], all = 0;
  g_autofree char *first = NULL, *second = NULL;

  for (guint i = 0; i < ACCORD_N_VERDICTS; i++)
    all += n[i] = accord_facts_count_links (self, i);
  if (self->n_documents < 2)
    return g_strdup ("");
  if (all == 0)
    return g_strconcat (" ", _ ("No passages are close enough to each other to be linked."), NULL);
  first = g_strdup_printf (ngettext ("Of <a href=\"#pairs\">%u link</a> between passages, "
                                     "<a href=\"#links-agree\">%u agrees</a>, ",
                                     "Of <a href=\"#pairs\">%u links</a> between passages, "
                                     "<a href=\"#links-agree\">%u agree</a>, ",
                                     all),
                           all, n[ACCORD_VERDICT_AGREE]);
  second =
    g_strdup_printf (_ ("<a href=\"#links-weaker\">%u are weaker</a> on one side, "
                        "<a href=\"#links-opposed\">%u are opposed</a> and "
                        "<a href=\"#links-none\">%u have no principle</a> in common."),
                     n[ACCORD_VERDICT_WEAKER], n[ACCORD_VERDICT_OPPOSED], n[ACCORD_VERDICT_NONE]);
  return g_strconcat (" ", first, second, NULL);
}

/**
 * accord_report_n_method_paragraphs:
 *
 * Returns: how many paragraphs the method takes
 */
guint
accord_report_n_method_paragraphs (void)
{
  return G_N_ELEMENTS (PARAGRAPHS);
}

/**
 * accord_report_method_paragraph:
 * @i: which, from 0
 *
 * Returns: (transfer none): a paragraph on how findings come about, translated
 */
const char *
accord_report_method_paragraph (guint i)
{
  return _ (PARAGRAPHS[i]);
}

static void
append_quoted_words (GString *out, AccordDocument *document, AccordSpan span)
{
  g_autofree char *words = accord_text_dup_span (accord_document_get_text (document), span);

  g_string_append_printf (out, "“%s”", words);
}

/**
 * accord_facts_append_reason:
 * @self: a report
 * @out: where to append
 * @finding: a coding
 *
 * Writes why a passage is coded, after a line end where something stands there already: "Privacy:
 * obliges “shall”, by “personal data”, found by the machine, 0.812". The words are foreign text.
 */
void
accord_facts_append_reason (const AccordFacts *self,
                            GString *out,
                            const AccordCodingFinding *finding)
{
  const AccordCoding *coding = accord_facts_get_coding (self, finding);
  AccordAnalysis *analysis = accord_comparison_get_analysis (self->comparison, finding->document);
  AccordDocument *document = accord_facts_get_document (self, finding->document);

  g_string_append_printf (out, "%s%s: %s", out->len > 0 ? "\n" : "",
                          accord_facts_principle_name (self, finding->principle),
                          accord_facts_stance_word (finding->stance));
  for (guint i = 0; coding != NULL && i < coding->n_triggers; i++)
    {
      g_string_append_c (out, ' ');
      append_quoted_words (out, document, accord_analysis_get_triggers (analysis, coding)[i]);
    }
  for (guint i = 0; coding != NULL && i < coding->n_mentions; i++)
    {
      g_string_append (out, i == 0 ? _ (", by ") : ", ");
      append_quoted_words (out, document, accord_analysis_get_mentions (analysis, coding)[i].span);
    }
  g_string_append_printf (out, ", %s, %d.%03d", accord_facts_status_word (finding->status),
                          finding->score / 1000, finding->score % 1000);
}
