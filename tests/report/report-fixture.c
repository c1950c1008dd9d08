/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The principles are privacy, safety and dignity; dignity has no Arabic term. */
#include "report-fixture.h"

#include <string.h>

static const char *const TERMS[][3] = {
  { "en", "privacy", "0" }, { "zh", "隐私", "0" }, { "ar", "الخصوصية", "0" },
  { "en", "safety", "1" },  { "zh", "安全", "1" }, { "ar", "السلامة", "1" },
  { "en", "dignity", "2" }, { "zh", "尊严", "2" },
};

static void
add_principle (AccordCodebookBuilder *builder, const char *id, const char *name, guint index)
{
  accord_codebook_builder_add_principle (builder, id, NULL);
  accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_NAME, "en", name);
  for (guint i = 0; i < G_N_ELEMENTS (TERMS); i++)
    if (TERMS[i][2][0] == (char) ('0' + index))
      {
        AccordTerm term = { TERMS[i][0], TERMS[i][1], 0, FALSE, NULL, 0 };

        accord_codebook_builder_add_term (builder, &term);
      }
}

static AccordCodebook *
codebook_new (void)
{
  AccordCodebookBuilder *builder = accord_codebook_builder_new ("test");
  g_autoptr (GError) error = NULL;
  AccordCodebook *codebook = NULL;

  accord_codebook_builder_add_name (builder, "en", "Test & <codebook>");
  accord_codebook_builder_add_theme (builder, "T1");
  accord_codebook_builder_add_theme_name (builder, "en", "Persons");
  add_principle (builder, "P1", "Privacy", 0);
  add_principle (builder, "P2", "Safety", 1);
  accord_codebook_builder_add_theme (builder, "T2");
  accord_codebook_builder_add_theme_name (builder, "en", "Values");
  add_principle (builder, "P3", "Dignity", 2);
  codebook = accord_codebook_builder_end (builder, &error);
  g_assert_no_error (error);
  accord_codebook_builder_free (builder);
  return codebook;
}

ReportFixture *
report_fixture_new (void)
{
  ReportFixture *self = g_new0 (ReportFixture, 1);

  self->codebook = codebook_new ();
  self->matcher = accord_matcher_new (self->codebook, NULL, NULL);
  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Each line of @text is a block; a line that begins with "-" is left out. */
void
report_fixture_add (
  ReportFixture *self, const char *name, const char *title, const char *language, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordText) whole = accord_text_new (text, strlen (text), &error);
  g_autoptr (GArray) blocks = g_array_new (FALSE, TRUE, sizeof (AccordBlock));
  g_autoptr (AccordDocument) document = NULL;
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  guint32 at = 0;

  g_assert_no_error (error);
  while (text[at] != '\0')
    {
      guint32 length = (guint32) strcspn (text + at, "\n");
      AccordBlock block = { { at, at + length }, ACCORD_ROLE_PARAGRAPH, text[at] != '-' };

      block.reason = block.kept ? NULL : "share <buttons>";
      g_array_append_val (blocks, block);
      at += length + (text[at + length] == '\n');
    }
  fields[ACCORD_FIELD_TITLE] = title;
  fields[ACCORD_FIELD_LANGUAGE] = language;
  fields[ACCORD_FIELD_SHA256] = "ab";
  document = accord_document_new (whole, (const AccordBlock *) (gpointer) blocks->data, blocks->len,
                                  fields, ACCORD_UNIT_SENTENCES, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->analyses, accord_analysis_new (document, self->matcher, NULL, NULL));
  g_ptr_array_add (self->names, g_strdup (name));
}

void
report_fixture_compare (ReportFixture *self,
                        const AccordDecision *decisions,
                        guint n_decisions,
                        const gboolean *shown)
{
  const AccordCompareOptions options = { ACCORD_THRESHOLD_DEFAULT, 0, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordReview) review = accord_review_new (decisions, n_decisions);
  g_autoptr (AccordFindings) findings = NULL;

  g_clear_pointer (&self->comparison, accord_comparison_unref);
  g_clear_pointer (&self->coverage, accord_coverage_unref);
  self->comparison = accord_comparison_new ((AccordAnalysis *const *) self->analyses->pdata,
                                            self->analyses->len, &options, NULL, &error);
  g_assert_no_error (error);
  findings = accord_findings_new (self->comparison, review);
  self->coverage = accord_coverage_new (findings, shown, 0);
}

char *
report_fixture_dup_report (ReportFixture *self, AccordReportFormat format)
{
  const AccordReportInput input = {
    .coverage = self->coverage,
    .names = (const char *const *) self->names->pdata,
    .codebook_sha256 = "cd",
  };
  g_autoptr (GError) error = NULL;
  GString *report = accord_report_write (&input, format, NULL, &error);

  g_assert_no_error (error);
  return g_string_free (report, FALSE);
}

void
report_fixture_free (ReportFixture *self)
{
  accord_codebook_unref (self->codebook);
  accord_matcher_unref (self->matcher);
  g_ptr_array_unref (self->analyses);
  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->comparison, accord_comparison_unref);
  g_clear_pointer (&self->coverage, accord_coverage_unref);
  g_free (self);
}
