/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON of a comparison: everything is in it, with its status, and parses. */
#include "documents/accord-json.h"
#include "report-fixture.h"

#include <string.h>

static ReportFixture *
two_documents (void)
{
  ReportFixture *fixture = report_fixture_new ();

  report_fixture_add (fixture, "folder/a.txt", NULL, "en",
                      "Members shall protect privacy and the safety of every person.\nDignity.");
  report_fixture_add (fixture, "b.txt", "B", "en",
                      "Members should protect privacy and the safety of every person.");
  return fixture;
}

static JsonObject *
object_of (ReportFixture *fixture, JsonNode **node)
{
  g_autofree char *report = report_fixture_dup_report (fixture, ACCORD_REPORT_JSON);
  g_autoptr (GError) error = NULL;

  *node = accord_json_parse (report, strlen (report), &error);
  g_assert_no_error (error);
  return json_node_get_object (*node);
}

static JsonObject *
element (JsonObject *object, const char *member, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (object, member), i);
}

static void
test_members (void)
{
  g_autoptr (ReportFixture) fixture = two_documents ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL, *coding = NULL, *row = NULL;

  report_fixture_compare (fixture, NULL, 0, NULL);
  object = object_of (fixture, &node);
  g_assert_cmpstr (json_object_get_string_member (object, "format"), ==, "accord-comparison");
  g_assert_cmpstr (json_object_get_string_member (element (object, "documents", 0), "document"), ==,
                   "folder/a.txt");
  g_assert_cmpstr (json_object_get_string_member (element (object, "documents", 1), "id"), ==,
                   "d2");
  g_assert_true (json_object_get_null_member (element (object, "documents", 0), "title"));
  coding = element (object, "codings", 0);
  g_assert_cmpstr (json_object_get_string_member (coding, "document"), ==, "d1");
  g_assert_cmpstr (json_object_get_string_member (coding, "status"), ==, "machine");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (coding, "mentions")), ==,
                    1);
  row = element (json_object_get_object_member (object, "coverage"), "principles", 2);
  g_assert_cmpstr (json_object_get_string_member (row, "principle"), ==, "P3");
  g_assert_cmpstr (json_object_get_string_member (row, "class"), ==, "unique");
  g_assert_true (json_object_get_null_member (element (row, "documents", 1), "strongest"));
}

static void
test_reasons_sum_to_the_score (void)
{
  g_autoptr (ReportFixture) fixture = two_documents ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL, *link = NULL;
  JsonArray *reasons = NULL;
  gint64 sum = 0;

  report_fixture_compare (fixture, NULL, 0, NULL);
  object = object_of (fixture, &node);
  link = element (object, "links", 0);
  reasons = json_object_get_array_member (link, "reasons");
  for (guint i = 0; i < json_array_get_length (reasons); i++)
    sum += json_object_get_int_member (json_array_get_object_element (reasons, i), "weight");
  g_assert_cmpint (sum, ==, json_object_get_int_member (link, "score"));
  g_assert_cmpint (sum, >=, ACCORD_THRESHOLD_DEFAULT);
  g_assert_cmpstr (
    json_object_get_string_member (json_object_get_object_member (link, "b"), "document"), ==,
    "d2");
}

static guint
count_status (JsonObject *object, const char *list, const char *status)
{
  guint n = json_array_get_length (json_object_get_array_member (object, list)), found = 0;

  for (guint i = 0; i < n; i++)
    found +=
      g_str_equal (json_object_get_string_member (element (object, list, i), "status"), status);
  return found;
}

static void
test_decisions (void)
{
  const AccordDecision decisions[] = {
    { "1", ACCORD_DECISION_REJECT, { 0, { 0, 61 } }, FALSE, { 0 }, "P1", ACCORD_STANCE_NOTE },
    { "2", ACCORD_DECISION_CODE, { 1, { 0, 7 } }, FALSE, { 0 }, "P3", ACCORD_STANCE_COMMIT },
    { "3",
      ACCORD_DECISION_PAIR,
      { 0, { 62, 70 } },
      TRUE,
      { 1, { 0, 62 } },
      NULL,
      ACCORD_STANCE_NOTE },
  };
  g_autoptr (ReportFixture) fixture = two_documents ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL;

  report_fixture_compare (fixture, decisions, G_N_ELEMENTS (decisions), NULL);
  object = object_of (fixture, &node);
  g_assert_cmpuint (count_status (object, "codings", "rejected"), ==, 1);
  g_assert_cmpuint (count_status (object, "codings", "analyst"), ==, 1);
  g_assert_cmpuint (count_status (object, "links", "analyst"), ==, 1);
}

static void
test_format_from_path (void)
{
  AccordReportFormat format = ACCORD_N_REPORT_FORMATS;

  g_assert_true (accord_report_format_from_path ("a.b/R.HTML", &format));
  g_assert_cmpint (format, ==, ACCORD_REPORT_HTML);
  g_assert_true (accord_report_format_from_path ("r.json", &format));
  g_assert_cmpint (format, ==, ACCORD_REPORT_JSON);
  g_assert_false (accord_report_format_from_path ("r.html.bak", &format));
  g_assert_false (accord_report_format_from_path ("html", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/members", test_members);
  g_test_add_func ("/json/reasons-sum-to-the-score", test_reasons_sum_to_the_score);
  g_test_add_func ("/json/decisions", test_decisions);
  g_test_add_func ("/json/format-from-path", test_format_from_path);
  return g_test_run ();
}
