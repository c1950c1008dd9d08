/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings: which decision reaches which finding, what a person adds, and the order. */
#include "engine/accord-findings.h"

#include <string.h>

#include "fixture.h"

/* Document 0 has privacy in passages 0 and 1, transparency in 0; document 1 privacy in 0. The two
 * sentences on privacy are linked. */
static const char *const SOURCES[] = {
  "en|Privacy and transparency are protected by law.\nPersonal data of patients must stay in "
  "hospitals.\nFish swim.",
  "en|Personal data of patients must stay in the hospitals.\nClouds pass.",
};

#define ALL G_MAXUINT32

/* The place of the n-th passage, or of the @length bytes @from on within it. */
static AccordPlace
place (AccordComparison *comparison, guint32 document, guint passage, guint32 from, guint32 length)
{
  guint n = 0;
  AccordSpan span = accord_document_get_passages (
                      accord_comparison_get_document (comparison, document), &n)[passage]
                      .span;
  AccordPlace result = { document, span };

  if (length != ALL)
    {
      result.span.start = span.start + from;
      result.span.end = span.start + from + length;
    }
  return result;
}

static AccordDecision
decision_on (AccordDecisionKind kind, AccordPlace target, const char *principle)
{
  AccordDecision decision = { "id", kind, target, FALSE, { 0 }, principle, ACCORD_STANCE_NOTE };

  return decision;
}

static AccordDecision
decision_on_link (AccordDecisionKind kind, AccordPlace a, AccordPlace b)
{
  AccordDecision decision = { "id", kind, a, TRUE, b, NULL, ACCORD_STANCE_NOTE };

  return decision;
}

/* "0:0 privacy machine | …; 0:1-1:0 machine" */
static char *
describe (AccordFindings *findings)
{
  GString *text = g_string_new (NULL);
  guint n = 0, n_links = 0, n_principles = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n);
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n_links);
  const AccordPrinciple *principles = accord_codebook_get_principles (
    accord_comparison_get_codebook (accord_findings_get_comparison (findings)), &n_principles);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u:%u %s %s", i > 0 ? " | " : "", codings[i].document,
                            codings[i].passage, principles[codings[i].principle].id,
                            accord_status_name (codings[i].status));
  g_string_append (text, ";");
  for (guint i = 0; i < n_links; i++)
    g_string_append_printf (text, " %u:%u-%u:%u %s", links[i].a.document, links[i].a.passage,
                            links[i].b.document, links[i].b.passage,
                            accord_status_name (links[i].status));
  return g_string_free (text, FALSE);
}

static void
assert_findings (AccordComparison *comparison,
                 const AccordDecision *decisions,
                 guint n,
                 const char *expected)
{
  g_autoptr (AccordReview) review = accord_review_new (decisions, n);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
  g_autofree char *text = describe (findings);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_machine_alone (void)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (SOURCES, 2, NULL);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, NULL);
  g_autofree char *text = describe (findings);
  guint n = 0;
  const AccordCodingFinding *codings = accord_findings_get_document_codings (findings, 1, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (codings[0].document, ==, 1);
  g_assert_cmpuint (codings[0].decision, ==, ACCORD_NONE);
  g_assert_true (strstr (text, "0:0 privacy machine") != NULL);
  g_assert_true (strstr (text, "0:0 transparency machine") != NULL);
  g_assert_true (g_str_has_suffix (text, "0:1 privacy machine | 1:0 privacy machine; 0:1-1:0 "
                                         "machine"));
}

static void
test_judgements_on_codings (void)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (SOURCES, 2, NULL);
  const struct
  {
    const char *name;
    AccordPlace target;
    const char *principle;
    const char *expected; /* "document:passage" of what is rejected, or "" */
  } CASES[] = {
    { "the passage itself", place (comparison, 0, 1, 0, ALL), "privacy", "0:1" },
    { "a part of it", place (comparison, 0, 1, 3, 4), "privacy", "0:1" },
    { "more of the second than of the first",
      { 0,
        { place (comparison, 0, 0, 40, 1).span.start, place (comparison, 0, 1, 20, 1).span.end } },
      "privacy",
      "0:1" },
    { "another principle", place (comparison, 0, 1, 0, ALL), "transparency", "" },
    { "a principle that is not in the codebook", place (comparison, 0, 1, 0, ALL), "P99", "" },
    { "a passage without coding", place (comparison, 0, 2, 0, ALL), "privacy", "" },
    { "a document that is not there", { 7, { 0, 5 } }, "privacy", "" },
    { "a place behind the text", { 0, { 4000, 4005 } }, "privacy", "" },
    { "an empty place", { 0, { 3, 3 } }, "privacy", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      AccordDecision decision =
        decision_on (ACCORD_DECISION_REJECT, CASES[i].target, CASES[i].principle);
      g_autoptr (AccordReview) review = accord_review_new (&decision, 1);
      g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
      g_autoptr (GString) rejected = g_string_new (NULL);
      guint n = 0;
      const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n);

      g_test_message ("%s", CASES[i].name);
      for (guint k = 0; k < n; k++)
        if (codings[k].status == ACCORD_STATUS_REJECTED)
          {
            g_string_append_printf (rejected, "%u:%u", codings[k].document, codings[k].passage);
            g_assert_cmpuint (codings[k].decision, ==, 0);
          }
      g_assert_cmpstr (rejected->str, ==, CASES[i].expected);
    }
}

static void
test_judgements_on_links (void)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (SOURCES, 2, NULL);
  AccordPlace a = place (comparison, 0, 1, 5, 3), b = place (comparison, 1, 0, 0, ALL);
  AccordPlace other = place (comparison, 1, 1, 0, ALL);
  const struct
  {
    AccordDecision decision;
    AccordStatus expected;
  } CASES[] = {
    { decision_on_link (ACCORD_DECISION_ACCEPT, a, b), ACCORD_STATUS_CONFIRMED },
    { decision_on_link (ACCORD_DECISION_REJECT, b, a), ACCORD_STATUS_REJECTED },
    { decision_on_link (ACCORD_DECISION_REJECT, a, other), ACCORD_STATUS_MACHINE },
    { decision_on_link (ACCORD_DECISION_REJECT, a, a), ACCORD_STATUS_MACHINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (AccordReview) review = accord_review_new (&CASES[i].decision, 1);
      g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
      guint n = 0;
      const AccordLinkFinding *links = accord_findings_get_links (findings, &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpint (links[0].status, ==, CASES[i].expected);
      g_assert_cmpuint (links[0].link, ==, 0);
    }
}

static void
test_last_decision_counts (void)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (SOURCES, 2, NULL);
  AccordPlace target = place (comparison, 1, 0, 0, ALL);
  AccordDecision decisions[] = {
    decision_on (ACCORD_DECISION_REJECT, target, "privacy"),
    decision_on (ACCORD_DECISION_ACCEPT, target, "privacy"),
  };
  g_autoptr (AccordReview) review = accord_review_new (decisions, 2);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
  guint n = 0;
  const AccordCodingFinding *codings = accord_findings_get_document_codings (findings, 1, &n);

  g_assert_cmpint (codings[0].status, ==, ACCORD_STATUS_CONFIRMED);
  g_assert_cmpuint (codings[0].decision, ==, 1);
}

static void
test_person_adds (void)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (SOURCES, 2, NULL);
  AccordDecision code =
    decision_on (ACCORD_DECISION_CODE, place (comparison, 1, 1, 2, 4), "weapons");
  AccordDecision pair = decision_on_link (ACCORD_DECISION_PAIR, place (comparison, 1, 1, 0, ALL),
                                          place (comparison, 0, 2, 0, 4));
  AccordDecision decisions[3];
  g_autoptr (AccordReview) review = NULL;
  g_autoptr (AccordFindings) findings = NULL;
  guint n = 0, n_links = 0;
  const AccordCodingFinding *codings = NULL;
  const AccordLinkFinding *links = NULL;

  code.stance = ACCORD_STANCE_PROHIBIT;
  decisions[0] = pair;
  decisions[1] = code;
  decisions[2] = decision_on_link (ACCORD_DECISION_PAIR, place (comparison, 0, 0, 0, ALL),
                                   place (comparison, 0, 1, 0, ALL));
  review = accord_review_new (decisions, 3);
  findings = accord_findings_new (comparison, review);
  codings = accord_findings_get_document_codings (findings, 1, &n);
  links = accord_findings_get_links (findings, &n_links);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (codings[1].passage, ==, 1);
  g_assert_cmpint (codings[1].status, ==, ACCORD_STATUS_ANALYST);
  g_assert_cmpint (codings[1].score, ==, 1000);
  g_assert_cmpint (codings[1].stance, ==, ACCORD_STANCE_PROHIBIT);
  g_assert_cmpint (codings[1].strength, ==, 1000);
  g_assert_cmpuint (accord_span_length (codings[1].span), ==, 4);
  g_assert_cmpuint (codings[1].coding, ==, ACCORD_NONE);
  g_assert_cmpuint (codings[1].decision, ==, 1);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpuint (links[0].link, ==, ACCORD_NONE);
  g_assert_cmpuint (links[0].a.document, ==, 0);
  g_assert_cmpuint (links[0].a.passage, ==, 2);
  g_assert_cmpuint (links[0].b.passage, ==, 1);
  g_assert_cmpint (links[0].status, ==, ACCORD_STATUS_ANALYST);
  g_assert_cmpint (links[1].status, ==, ACCORD_STATUS_MACHINE);
}

/* A person's coding comes before the machine's of the same passage, since its score is 1000. */
static void
test_order (void)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (SOURCES, 2, NULL);
  AccordDecision decisions[] = {
    decision_on (ACCORD_DECISION_CODE, place (comparison, 1, 0, 0, ALL), "weapons"),
    decision_on (ACCORD_DECISION_CODE, place (comparison, 1, 0, 0, ALL), "oversight"),
  };
  g_autoptr (AccordReview) review = accord_review_new (decisions, 2);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
  g_autofree char *text = describe (findings);

  g_assert_true (g_str_has_suffix (
    text, "1:0 oversight analyst | 1:0 weapons analyst | 1:0 privacy machine; 0:1-1:0 machine"));
}

static void
test_without_documents_text (void)
{
  static const char *const EMPTY[] = { "en|", "en|" };
  g_autoptr (AccordComparison) comparison = fixture_compare (EMPTY, 2, NULL);
  AccordDecision decisions[] = {
    decision_on (ACCORD_DECISION_CODE, (AccordPlace){ 0, { 0, 1 } }, "privacy"),
    decision_on_link (ACCORD_DECISION_PAIR, (AccordPlace){ 0, { 0, 1 } },
                      (AccordPlace){ 1, { 0, 1 } }),
  };

  assert_findings (comparison, decisions, 2, ";");
}

/* Document 0 obliges and document 1 commits; both passages are linked. */
static const char *const STANCES[] = {
  "en|Personal data of patients shall be protected in all hospitals.",
  "en|Personal data of patients shall be protected in all hospitals of the city.",
};

static AccordVerdict
verdict_with (const AccordDecision *decisions, guint n_decisions)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (STANCES, 2, NULL);
  g_autoptr (AccordReview) review = accord_review_new (decisions, n_decisions);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
  guint n = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n);

  g_assert_cmpuint (n, ==, 1);
  return links[0].verdict;
}

/* A changed stance confirms, unless somebody judged; the other fields stay as they are. */
static void
test_change_of_stance (void)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (STANCES, 2, NULL);
  AccordDecision decisions[] = {
    decision_on (ACCORD_DECISION_STANCE, place (comparison, 0, 0, 2, 4), "privacy"),
    decision_on (ACCORD_DECISION_REJECT, place (comparison, 1, 0, 0, ALL), "privacy"),
    decision_on (ACCORD_DECISION_STANCE, place (comparison, 1, 0, 0, ALL), "privacy"),
  };
  g_autoptr (AccordReview) review = NULL;
  g_autoptr (AccordFindings) findings = NULL;
  const AccordCodingFinding *codings = NULL;
  guint n = 0;

  decisions[0].stance = ACCORD_STANCE_OPPOSE;
  decisions[0].actor = ACCORD_N_ACTORS;
  decisions[2].stance = ACCORD_N_STANCES;
  decisions[2].actor = ACCORD_ACTOR_COMPANY;
  review = accord_review_new (decisions, 3);
  findings = accord_findings_new (comparison, review);
  codings = accord_findings_get_codings (findings, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (codings[0].status, ==, ACCORD_STATUS_CONFIRMED);
  g_assert_cmpint (codings[0].stance, ==, ACCORD_STANCE_OPPOSE);
  g_assert_cmpint (codings[0].polarity, ==, -1);
  g_assert_cmpint (codings[0].strength, ==, accord_stance_strength (ACCORD_STANCE_OPPOSE));
  g_assert_cmpuint (codings[0].decision, ==, ACCORD_NONE);
  g_assert_cmpuint (codings[0].change, ==, 0);
  g_assert_cmpint (codings[1].status, ==, ACCORD_STATUS_REJECTED);
  g_assert_cmpint (codings[1].stance, ==, ACCORD_STANCE_OBLIGE);
  g_assert_cmpint (codings[1].actor, ==, ACCORD_ACTOR_COMPANY);
  g_assert_cmpuint (codings[1].decision, ==, 1);
  g_assert_cmpuint (codings[1].change, ==, 2);
}

/* The verdict of a link is that of the codings as the person has them. */
static void
test_verdicts_follow (void)
{
  g_autoptr (AccordComparison) comparison = fixture_compare (STANCES, 2, NULL);
  AccordDecision change =
    decision_on (ACCORD_DECISION_STANCE, place (comparison, 0, 0, 0, ALL), "privacy");
  AccordDecision reject =
    decision_on (ACCORD_DECISION_REJECT, place (comparison, 0, 0, 0, ALL), "privacy");
  AccordDecision code[] = {
    decision_on (ACCORD_DECISION_CODE, place (comparison, 0, 0, 0, ALL), "weapons"),
    decision_on (ACCORD_DECISION_CODE, place (comparison, 1, 0, 0, ALL), "weapons"),
  };

  g_assert_cmpint (verdict_with (NULL, 0), ==, ACCORD_VERDICT_AGREE);
  change.stance = ACCORD_STANCE_NOTE;
  g_assert_cmpint (verdict_with (&change, 1), ==, ACCORD_VERDICT_WEAKER);
  change.stance = ACCORD_STANCE_OPPOSE;
  g_assert_cmpint (verdict_with (&change, 1), ==, ACCORD_VERDICT_OPPOSED);
  g_assert_cmpint (verdict_with (&reject, 1), ==, ACCORD_VERDICT_NONE);
  code[0].stance = ACCORD_STANCE_OBLIGE;
  code[1].stance = ACCORD_STANCE_PROHIBIT;
  g_assert_cmpint (verdict_with (code, 2), ==, ACCORD_VERDICT_OPPOSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/machine-alone", test_machine_alone);
  g_test_add_func ("/findings/judgements-on-codings", test_judgements_on_codings);
  g_test_add_func ("/findings/judgements-on-links", test_judgements_on_links);
  g_test_add_func ("/findings/last-decision-counts", test_last_decision_counts);
  g_test_add_func ("/findings/person-adds", test_person_adds);
  g_test_add_func ("/findings/change-of-stance", test_change_of_stance);
  g_test_add_func ("/findings/verdicts-follow", test_verdicts_follow);
  g_test_add_func ("/findings/order", test_order);
  g_test_add_func ("/findings/without-text", test_without_documents_text);
  return g_test_run ();
}
