/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTML report as a browser reads it: valid, closed in itself, with every number
 * leading to what it counts, and untouched by what the documents try to put into it. */
#include <string.h>

#include "engine/accord-engine-error.h"
#include "html-page.h"
#include "report-fixture.h"

#define HOSTILE "</title><script>alert(1)</script>\"'&amp; \xE2\x80\xAEoverride\x01"

static ReportFixture *
four_documents (void)
{
  ReportFixture *fixture = report_fixture_new ();

  report_fixture_add (
    fixture, "folder/a.txt", HOSTILE, "en",
    "Members shall protect privacy and the safety of every person in every town.\n"
    "We respect dignity.\n<b>No system</b> may harm safety.\n-Share this");
  report_fixture_add (fixture, "b.txt", "守住本分", "zh-Hans",
                      "各成员应当保护隐私和安全。安全第一。");
  report_fixture_add (fixture, "c.txt", "إعلان", "ar", "يجب حماية الخصوصية.");
  report_fixture_add (fixture, "d.txt", NULL, "en",
                      "Members should protect privacy and the safety of every person in the town.");
  return fixture;
}

static HtmlPage *
page_of (ReportFixture *fixture)
{
  g_autofree char *report = report_fixture_dup_report (fixture, ACCORD_REPORT_HTML);

  return html_page_new (report);
}

static void
test_valid (void)
{
  g_autoptr (ReportFixture) fixture = four_documents ();
  g_autoptr (HtmlPage) page = NULL;

  report_fixture_compare (fixture, NULL, 0, NULL);
  page = page_of (fixture);
  g_assert_cmpuint (page->output->errors.length, ==, 0);
}

/* Also what an SVG glyph refers to. Nothing leads out of the file. */
static void
test_every_target_exists (void)
{
  g_autoptr (ReportFixture) fixture = four_documents ();
  g_autoptr (HtmlPage) page = NULL;
  g_autoptr (GPtrArray) links = NULL;

  report_fixture_compare (fixture, NULL, 0, NULL);
  page = page_of (fixture);
  links = html_page_find (page, GUMBO_TAG_LAST, "href", NULL);
  g_assert_cmpuint (links->len, >, 100);
  for (guint i = 0; i < links->len; i++)
    {
      const char *href = html_attribute (g_ptr_array_index (links, i), "href");

      g_assert_cmpint (href[0], ==, '#');
      if (html_page_get (page, href + 1) == NULL)
        g_error ("%s leads nowhere", href);
    }
  g_assert_null (strstr (page->data, "http"));
}

static void
test_hostile_text_stays_text (void)
{
  static const GumboTag FORBIDDEN[] = { GUMBO_TAG_IMG, GUMBO_TAG_IFRAME, GUMBO_TAG_LINK,
                                        GUMBO_TAG_BASE };
  g_autoptr (GPtrArray) scripts = NULL;
  g_autoptr (ReportFixture) fixture = four_documents ();
  g_autoptr (HtmlPage) page = NULL;
  g_autofree char *quotation = NULL;

  report_fixture_compare (fixture, NULL, 0, NULL);
  page = page_of (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (FORBIDDEN); i++)
    {
      g_autoptr (GPtrArray) found = html_page_find (page, FORBIDDEN[i], NULL, NULL);

      g_assert_cmpuint (found->len, ==, 0);
    }
  /* Its own. */
  scripts = html_page_find (page, GUMBO_TAG_SCRIPT, NULL, NULL);
  g_assert_cmpuint (scripts->len, ==, 1);
  g_assert_null (strstr (page->data, "\xE2\x80\xAE"));
  g_assert_null (strchr (page->data, '\x01'));
  g_assert_nonnull (strstr (page->data, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp; "
                                        "override\xEF\xBF\xBD"));
  quotation = html_dup_text (html_page_get (page, "d1-2"));
  g_assert_cmpstr (quotation, ==, "<b>No system</b> may harm safety.");
}

static void
assert_language (HtmlPage *page, const char *id, const char *lang, const char *dir)
{
  const GumboNode *paragraph = html_page_get (page, id)->parent;

  g_assert_cmpstr (html_attribute (paragraph, "lang"), ==, lang);
  g_assert_cmpstr (html_attribute (paragraph, "dir"), ==, dir);
}

static void
test_languages (void)
{
  g_autoptr (ReportFixture) fixture = four_documents ();
  g_autoptr (HtmlPage) page = NULL;
  g_autoptr (GPtrArray) quotations = NULL;

  report_fixture_compare (fixture, NULL, 0, NULL);
  page = page_of (fixture);
  assert_language (page, "d1-0", "en", "ltr");
  assert_language (page, "d2-0", "zh-Hans", "ltr");
  assert_language (page, "d3-0", "ar", "rtl");
  quotations = html_page_find (page, GUMBO_TAG_BLOCKQUOTE, NULL, NULL);
  g_assert_cmpuint (quotations->len, >, 6);
  for (guint i = 0; i < quotations->len; i++)
    {
      const GumboNode *quotation = g_ptr_array_index (quotations, i);

      g_assert_nonnull (html_attribute (quotation, "lang"));
      g_assert_nonnull (html_attribute (quotation, "dir"));
    }
}

/* The first link to a chapter in the summary carries its count. */
static void
assert_count (HtmlPage *page, const char *chapter, guint count)
{
  g_autofree char *href = g_strdup_printf ("#%s", chapter);
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strdup_printf ("%u", count);
  const GumboNode *summary = html_page_get (page, "summary");
  g_autoptr (GPtrArray) links = html_find_below (summary, GUMBO_TAG_A, NULL);

  for (guint i = 0; i < links->len && text == NULL; i++)
    if (g_strcmp0 (html_attribute (g_ptr_array_index (links, i), "href"), href) == 0)
      text = html_dup_text (g_ptr_array_index (links, i));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers_are_those_of_the_coverage (void)
{
  g_autoptr (ReportFixture) fixture = four_documents ();
  g_autoptr (HtmlPage) page = NULL;
  g_autoptr (GPtrArray) quotations = NULL;

  report_fixture_compare (fixture, NULL, 0, NULL);
  page = page_of (fixture);
  g_assert_cmpuint (accord_coverage_count_class (fixture->coverage, ACCORD_COVERAGE_ALL), ==, 1);
  g_assert_cmpuint (accord_coverage_count_class (fixture->coverage, ACCORD_COVERAGE_SOME), ==, 1);
  g_assert_cmpuint (accord_coverage_count_class (fixture->coverage, ACCORD_COVERAGE_UNIQUE), ==, 1);
  assert_count (page, "all", 1);
  assert_count (page, "some", 1);
  assert_count (page, "unique", 1);
  assert_count (page, "silent", 0);
  quotations = html_find_below (html_page_get (page, "p1"), GUMBO_TAG_BLOCKQUOTE, NULL);
  g_assert_cmpuint (quotations->len, ==, accord_coverage_count_codings (fixture->coverage, 0));
}

static gint
thousandths (const GumboNode *node)
{
  g_autofree char *text = html_dup_text (node);
  gboolean negative = g_str_has_prefix (text, "−");
  const char *digits = negative ? text + strlen ("−") : text;
  gint value = (gint) (g_ascii_strtod (digits, NULL) * 1000 + 0.5);

  return negative ? -value : value;
}

static void
test_reasons_sum_to_the_score (void)
{
  g_autoptr (ReportFixture) fixture = four_documents ();
  g_autoptr (HtmlPage) page = NULL;
  g_autoptr (GPtrArray) tables = NULL;

  report_fixture_compare (fixture, NULL, 0, NULL);
  page = page_of (fixture);
  tables = html_page_find (page, GUMBO_TAG_TABLE, "class", "why");
  g_assert_cmpuint (tables->len, >, 0);
  for (guint t = 0; t < tables->len; t++)
    {
      g_autoptr (GPtrArray) weights =
        html_find_below (g_ptr_array_index (tables, t), GUMBO_TAG_TD, "r");
      gint sum = 0;

      for (guint i = 0; i + 1 < weights->len; i++)
        sum += thousandths (g_ptr_array_index (weights, i));
      g_assert_cmpint (sum, ==, thousandths (g_ptr_array_index (weights, weights->len - 1)));
    }
}

static void
test_one_document_has_no_pairs (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ();
  g_autoptr (HtmlPage) page = NULL;

  report_fixture_add (fixture, "a.txt", NULL, "en", "Members shall protect privacy.");
  report_fixture_compare (fixture, NULL, 0, NULL);
  page = page_of (fixture);
  g_assert_cmpuint (page->output->errors.length, ==, 0);
  g_assert_nonnull (html_page_get (page, "present"));
  g_assert_null (html_page_get (page, "pairs"));
  g_assert_null (html_page_get (page, "all"));
}

static void
test_document_without_text (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ();
  g_autoptr (HtmlPage) page = NULL;

  report_fixture_add (fixture, "a.txt", NULL, "en", "Members shall protect privacy.");
  report_fixture_add (fixture, "b.txt", NULL, "en", "-all of it is left out");
  report_fixture_compare (fixture, NULL, 0, NULL);
  page = page_of (fixture);
  g_assert_cmpuint (page->output->errors.length, ==, 0);
  g_assert_nonnull (html_page_get (page, "d2"));
}

static void
test_language_without_terms_is_named (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ();
  g_autofree char *report = NULL;

  report_fixture_add (fixture, "a.txt", NULL, "en", "Members shall protect privacy.");
  report_fixture_add (fixture, "b.txt", NULL, "fr", "Les membres protègent la vie privée.");
  report_fixture_compare (fixture, NULL, 0, NULL);
  report = report_fixture_dup_report (fixture, ACCORD_REPORT_HTML);
  g_assert_nonnull (strstr (report, "no terms in the language of this document (French)"));
  g_assert_nonnull (strstr (report, "not searched"));
}

static void
test_hidden_documents_are_left_out (void)
{
  const gboolean shown[] = { TRUE, FALSE, TRUE, TRUE };
  g_autoptr (ReportFixture) fixture = four_documents ();
  g_autoptr (HtmlPage) page = NULL;

  report_fixture_compare (fixture, NULL, 0, shown);
  page = page_of (fixture);
  g_assert_nonnull (html_page_get (page, "d1"));
  g_assert_null (html_page_get (page, "d2"));
  g_assert_nonnull (html_page_get (page, "d4"));
  g_assert_null (strstr (page->data, "守住本分"));
}

static void
test_rejected_findings_do_not_count (void)
{
  const AccordDecision decision = { "1",  ACCORD_DECISION_REJECT, { 2, { 0, 35 } }, FALSE, { 0 },
                                    "P1", ACCORD_STANCE_NOTE };
  g_autoptr (ReportFixture) fixture = four_documents ();
  g_autoptr (HtmlPage) page = NULL;

  report_fixture_compare (fixture, &decision, 1, NULL);
  page = page_of (fixture);
  assert_count (page, "all", 0);
  g_assert_null (html_page_get (page, "p1-d3"));
  g_assert_nonnull (strstr (page->data, "class=\"sw rejected\""));
}

static void
test_same_bytes (void)
{
  g_autoptr (ReportFixture) a = four_documents ();
  g_autoptr (ReportFixture) b = four_documents ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  report_fixture_compare (a, NULL, 0, NULL);
  report_fixture_compare (b, NULL, 0, NULL);
  first = report_fixture_dup_report (a, ACCORD_REPORT_HTML);
  second = report_fixture_dup_report (b, ACCORD_REPORT_HTML);
  g_assert_cmpstr (first, ==, second);
  g_assert_null (strstr (first, "folder/"));
}

static gboolean
stop_cb (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, <=, 1);
  return ++*(guint *) data < 3;
}

static void
test_cancel (void)
{
  g_autoptr (ReportFixture) fixture = four_documents ();
  guint n_ticks = 0;
  const AccordWatch watch = { stop_cb, &n_ticks };
  AccordReportInput input = { NULL };
  g_autoptr (GError) error = NULL;

  report_fixture_compare (fixture, NULL, 0, NULL);
  input.coverage = fixture->coverage;
  input.names = (const char *const *) fixture->names->pdata;
  g_assert_null (accord_report_write (&input, ACCORD_REPORT_HTML, &watch, &error));
  g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED);
  g_assert_cmpuint (n_ticks, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/valid", test_valid);
  g_test_add_func ("/html/every-target-exists", test_every_target_exists);
  g_test_add_func ("/html/hostile-text-stays-text", test_hostile_text_stays_text);
  g_test_add_func ("/html/languages", test_languages);
  g_test_add_func ("/html/numbers-are-those-of-the-coverage",
                   test_numbers_are_those_of_the_coverage);
  g_test_add_func ("/html/reasons-sum-to-the-score", test_reasons_sum_to_the_score);
  g_test_add_func ("/html/one-document-has-no-pairs", test_one_document_has_no_pairs);
  g_test_add_func ("/html/document-without-text", test_document_without_text);
  g_test_add_func ("/html/language-without-terms-is-named", test_language_without_terms_is_named);
  g_test_add_func ("/html/hidden-documents-are-left-out", test_hidden_documents_are_left_out);
  g_test_add_func ("/html/rejected-findings-do-not-count", test_rejected_findings_do_not_count);
  g_test_add_func ("/html/same-bytes", test_same_bytes);
  g_test_add_func ("/html/cancel", test_cancel);
  return g_test_run ();
}
