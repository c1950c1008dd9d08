/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all formats of a report read: the findings that count, in the order in which they
 * are reported, and the names of things. Made once for a report; owned by its writer. */
#pragma once

#include "engine/accord-coverage.h"
#include "report/accord-report.h"

G_BEGIN_DECLS

/**
 * AccordFacts:
 * @language: of the report's own sentences, a BCP 47 tag
 * @documents: (array length=n_documents): indices of the documents that are shown; their letters
 *   follow this order
 * @of_principle: (array length=n_of_principle): indices of the counted codings, by principle, then
 *   document, the best first
 * @first_of_principle: where the run of a principle begins in @of_principle; one more at the end
 * @link_numbers: number of each link finding that is shown, from 1; 0 for the others
 *
 * What is not made at the beginning is borrowed from the input.
 */
typedef struct
{
  const AccordReportInput *input;
  AccordCoverage *coverage;
  AccordFindings *findings;
  AccordComparison *comparison;
  AccordCodebook *codebook;
  const char *language;
  guint *documents;
  guint n_documents;
  const AccordPrinciple *principles;
  guint n_principles;
  const AccordTheme *themes;
  guint n_themes;
  const AccordCodingFinding *codings;
  guint n_codings;
  const AccordLinkFinding *links;
  guint n_links;
  guint *of_principle;
  guint n_of_principle;
  guint *first_of_principle;
  guint *link_numbers;
} AccordFacts;

void accord_facts_init (AccordFacts *self, const AccordReportInput *input);
void accord_facts_clear (AccordFacts *self);

AccordDocument *accord_facts_get_document (const AccordFacts *self, guint document);
const AccordPassage *
accord_facts_get_passage (const AccordFacts *self, guint document, guint passage);
const AccordCoding *accord_facts_get_coding (const AccordFacts *self,
                                             const AccordCodingFinding *finding);
const AccordReason *
accord_facts_get_reasons (const AccordFacts *self, const AccordLinkFinding *finding, guint *n);
AccordSpan accord_facts_get_focus (const AccordFacts *self, const AccordCodingFinding *finding);
gboolean accord_facts_has_class (const AccordFacts *self, AccordCoverageClass coverage);
gboolean accord_facts_has (const AccordFacts *self, guint principle, guint document);
gboolean accord_facts_is_of_pair (const AccordFacts *self, guint link, guint a, guint b);
guint accord_facts_count_common (const AccordFacts *self, guint a, guint b);
guint accord_facts_count_pair_links (const AccordFacts *self, guint a, guint b);
guint accord_facts_count_links (const AccordFacts *self, AccordVerdict verdict);

/* accord-report-sentences.c: the summary, with links as in HTML */
char *accord_facts_dup_coverage_sentence (const AccordFacts *self) G_GNUC_WARN_UNUSED_RESULT;
char *accord_facts_dup_links_sentence (const AccordFacts *self) G_GNUC_WARN_UNUSED_RESULT;

void accord_facts_append_reason (const AccordFacts *self,
                                 GString *out,
                                 const AccordCodingFinding *finding);

/* accord-report-names.c: what things are called */
char *accord_facts_dup_letter (const AccordFacts *self, guint document) G_GNUC_WARN_UNUSED_RESULT;
char *accord_facts_dup_place (const AccordFacts *self,
                              guint document,
                              guint passage) G_GNUC_WARN_UNUSED_RESULT;
char *accord_facts_dup_title (const AccordFacts *self) G_GNUC_WARN_UNUSED_RESULT;
char *accord_facts_dup_language_name (const AccordFacts *self,
                                      const char *language) G_GNUC_WARN_UNUSED_RESULT;
const char *accord_facts_principle_name (const AccordFacts *self, guint principle);
const char *accord_facts_theme_name (const AccordFacts *self, guint theme);
const char *accord_facts_document_name (const AccordFacts *self, guint document);
const char *accord_facts_file_name (const AccordFacts *self, guint document);
const char *accord_facts_stance_word (AccordStance stance);
const char *accord_facts_status_word (AccordStatus status);
const char *accord_facts_verdict_word (AccordVerdict verdict);
const char *accord_facts_class_word (AccordCoverageClass coverage);
const char *accord_facts_kind_word (AccordLinkKind kind);
const char *accord_facts_reason_word (AccordReasonKind kind);

G_END_DECLS
