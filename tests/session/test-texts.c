/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What corrections of documents do: passages, words with the decisions on them, another
 * version of the source, units of coverage, another codebook. */
#include <glib/gstdio.h>

#include "documents/accord-codebook-file.h"
#include "session/accord-session-decide.h"
#include "session/accord-session-groups.h"
#include "session/accord-session-notes.h"
#include "session/accord-session-settings.h"
#include "session/accord-session-texts.h"

#include "session-helpers.h"

#define FIRST "Operators must protect privacy. They shall test every system. Records are public.\n"
#define SECOND "Transparency is a duty of all agencies. Fish swim in the river.\n"

static AccordSession *
session_of (const char *text, const char *other)
{
  AccordSession *session = accord_session_new ();

  accord_session_add_text (session, text, "one");
  if (other != NULL)
    accord_session_add_text (session, other, "two");
  wait_idle (session);
  return session;
}

static AccordDocument *
text_at (AccordSession *session, guint i)
{
  return accord_session_document_get_document (document_at (session, i));
}

/* The passages of a document, a bar between two. */
static char *
dup_passages (AccordSession *session, guint i)
{
  AccordDocument *document = text_at (session, i);
  GString *all = g_string_new (NULL);
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);

  for (guint k = 0; k < n; k++)
    {
      g_autofree char *words =
        accord_text_dup_span (accord_document_get_text (document), passages[k].span);

      g_string_append_printf (all, "%s%s", k > 0 ? "|" : "", words);
    }
  return g_string_free (all, FALSE);
}

/* Where @words stand. */
static AccordSelection
place_of (AccordSession *session, guint i, const char *words)
{
  const char *data = accord_document_get_data (text_at (session, i));
  const char *found = strstr (data, words);
  guint32 start = 0;

  g_assert_nonnull (found);
  start = (guint32) (found - data);
  return (AccordSelection){ document_at (session, i), { start, start + (guint32) strlen (words) } };
}

/* The words of a person's codings, in order. */
static char *
dup_coded (AccordSession *session)
{
  GString *all = g_string_new (NULL);
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_session_get_findings (session), &n);

  for (guint k = 0; k < n; k++)
    if (codings[k].status == ACCORD_STATUS_ANALYST)
      {
        AccordDocument *document = accord_session_document_get_document (
          accord_session_get_compared (session, codings[k].document));
        g_autofree char *words =
          accord_text_dup_span (accord_document_get_text (document), codings[k].span);

        g_string_append_printf (all, "%s%s", all->len > 0 ? "|" : "", words);
      }
  return g_string_free (all, FALSE);
}

static void
assert_passages (AccordSession *session, const char *expected)
{
  g_autofree char *passages = NULL;

  wait_idle (session);
  passages = dup_passages (session, 0);
  g_assert_cmpstr (passages, ==, expected);
}

static void
assert_coded (AccordSession *session, const char *expected)
{
  g_autofree char *coded = NULL;

  wait_idle (session);
  wait_pending ();
  coded = dup_coded (session);
  g_assert_cmpstr (coded, ==, expected);
}

static void
assert_unanchored (AccordSession *session, const char *expected)
{
  g_autoptr (GArray) list = accord_session_list_unanchored (session);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const AccordUnanchored *one = &g_array_index (list, AccordUnanchored, i);

      g_string_append_printf (all, "%s%s%s", i > 0 ? "|" : "", one->proposed ? "?" : "",
                              one->quote);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
code (AccordSession *session, guint i, const char *words)
{
  AccordSelection place = place_of (session, i, words);

  g_assert_true (
    accord_session_code (session, &place, 1, 4, ACCORD_STANCE_OBLIGE, ACCORD_ACTOR_NONE));
}

static GFile *
new_file (GFile *folder, const char *name, const char *contents)
{
  GFile *file = g_file_get_child (folder, name);

  g_assert_true (
    g_file_set_contents (g_file_peek_path (file), contents, (gssize) strlen (contents), NULL));
  return file;
}

static GFile *
new_folder (void)
{
  g_autofree char *path = g_dir_make_tmp ("accord-test-XXXXXX", NULL);

  return g_file_new_for_path (path);
}

static void
test_cuts (void)
{
  AccordSession *session = session_of (FIRST SECOND, NULL);
  AccordSession *again = accord_session_new ();
  g_autoptr (GFile) folder = new_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "a.accord");
  AccordSelection place = { NULL };

  assert_passages (session, "Operators must protect privacy.|They shall test every system.|Records "
                            "are public.|Transparency is a duty of all agencies.|Fish swim in the "
                            "river.");
  place = place_of (session, 0, "privacy. They");
  g_assert_true (accord_session_join_passages (session, &place));
  assert_passages (session, "Operators must protect privacy. They shall test every system.|Records "
                            "are public.|Transparency is a duty of all agencies.|Fish swim in the "
                            "river.");
  place = place_of (session, 0, "test every");
  g_assert_true (accord_session_split_passage (session, place.document, place.span.start));
  assert_passages (session, "Operators must protect privacy. They shall|test every "
                            "system.|Records are public.|Transparency is a duty of all "
                            "agencies.|Fish swim in the river.");
  /* Not over two paragraphs, and not one passage alone. */
  place = place_of (session, 0, "public.\nTransparency");
  g_assert_false (accord_session_join_passages (session, &place));
  place = place_of (session, 0, "public");
  g_assert_false (accord_session_join_passages (session, &place));
  place = place_of (session, 0, "Operators");
  g_assert_false (accord_session_split_passage (session, place.document, place.span.start));
  /* A file keeps them. */
  g_assert_true (save_to (session, file, NULL));
  g_assert_finalize_object (session);
  g_assert_true (open_from (again, file, NULL));
  assert_passages (again, "Operators must protect privacy. They shall|test every system.|Records "
                          "are public.|Transparency is a duty of all agencies.|Fish swim in the "
                          "river.");
  /* To join over a split takes it back. */
  place = place_of (again, 0, "shall test every system. Records");
  g_assert_true (accord_session_join_passages (again, &place));
  assert_passages (again, "Operators must protect privacy. They shall test every system. Records "
                          "are public.|Transparency is a duty of all agencies.|Fish swim in the "
                          "river.");
  g_assert_true (accord_session_undo (again));
  g_assert_false (accord_session_undo (again));
  g_assert_finalize_object (again);
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
test_edit (void)
{
  AccordSession *session = session_of (FIRST SECOND, NULL);
  AccordSelection place = { NULL };

  code (session, 0, "test every system");
  code (session, 0, "Fish swim");
  code (session, 0, "privacy");
  assert_coded (session, "privacy|test every system|Fish swim");
  place = place_of (session, 0, "Operators");
  g_assert_true (accord_session_edit_text (session, &place, "All who run a system"));
  /* As long as its text is being made anew, no place in the former one is taken. */
  g_assert_false (
    accord_session_code (session, &place, 1, 4, ACCORD_STANCE_OBLIGE, ACCORD_ACTOR_NONE));
  assert_coded (session, "privacy|test every system|Fish swim");
  place = place_of (session, 0, "every system. R");
  g_assert_true (accord_session_edit_text (session, &place, "each device; r"));
  assert_coded (session, "privacy|test each device; r|Fish swim");
  place = place_of (session, 0, "Fish swim in");
  g_assert_true (accord_session_edit_text (session, &place, ""));
  assert_coded (session, "privacy|test each device; r");
  assert_unanchored (session, "Fish swim");
  g_assert_true (accord_session_undo (session));
  assert_coded (session, "privacy|test each device; r|Fish swim");
  assert_unanchored (session, "");
  place = place_of (session, 0, ".\nTransparency");
  g_assert_false (accord_session_edit_text (session, &place, "x"));
  for (guint i = 0; i < 2; i++)
    g_assert_true (accord_session_undo (session));
  assert_coded (session, "privacy|test every system|Fish swim");
  g_assert_finalize_object (session);
}

typedef struct
{
  gboolean done;
  GAsyncResult *result;
} Waiter;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiter *waiter = data;

  waiter->result = g_object_ref (result);
  waiter->done = TRUE;
}

static gboolean
replace (AccordSession *session, guint i, GFile *file, const char *encoding)
{
  Waiter waiter = { FALSE };
  g_autoptr (GAsyncResult) result = NULL;

  accord_session_replace_async (session, document_at (session, i), file, encoding, NULL, result_cb,
                                &waiter);
  wait_flag (&waiter.done);
  result = waiter.result;
  return accord_session_replace_finish (session, result, NULL);
}

#define NEWER                                                                                      \
  "A preamble was added.\n"                                                                        \
  "Records are public. Operators must protect privacy. They shall soon test every single "         \
  "system.\nTransparency is a duty of all agencies.\n"

static void
test_newer_version (void)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GFile) folder = new_folder ();
  g_autoptr (GFile) one = new_file (folder, "one.txt", FIRST SECOND);
  g_autoptr (GFile) two = new_file (folder, "two.txt", NEWER);
  g_autoptr (GFile) saved = g_file_get_child (folder, "a.accord");
  GFile *const files[] = { one };
  AccordSessionDocument *before = NULL;
  AccordSession *again = NULL;
  g_autoptr (GArray) list = NULL;
  g_autofree char *id = NULL;

  accord_session_add_files (session, files, 1);
  wait_idle (session);
  before = document_at (session, 0);
  code (session, 0, "They shall test every system.");
  code (session, 0, "Fish swim");
  code (session, 0, "privacy");
  code (session, 0, "duty of all");
  g_assert_true (accord_session_set_field (session, before, ACCORD_FIELD_ISSUER, "The Council"));
  wait_idle (session);
  g_assert_true (replace (session, 0, two, NULL));
  g_assert_cmpstr (undo_name (session), ==, "Replace A by “two.txt”");
  g_assert_true (document_at (session, 0) != before);
  g_assert_cmpstr (accord_session_document_get_id (document_at (session, 0)), ==, "d1");
  assert_coded (session, "privacy|duty of all");
  assert_unanchored (session, "?They shall test every system.|Fish swim");
  g_assert_cmpstr (accord_document_get_field (text_at (session, 0), ACCORD_FIELD_ISSUER), ==,
                   "The Council");
  /* A file keeps what lost its place. */
  g_assert_true (save_to (session, saved, NULL));
  g_assert_finalize_object (session);
  again = accord_session_new ();
  g_assert_true (open_from (again, saved, NULL));
  wait_idle (again);
  assert_unanchored (again, "?They shall test every system.|Fish swim");
  list = accord_session_list_unanchored (again);
  id = g_strdup (g_array_index (list, AccordUnanchored, 0).id);
  g_assert_true (accord_session_anchor (again, id, FALSE, NULL));
  assert_coded (again, "privacy|They shall soon test every single system.|duty of all");
  g_assert_false (
    accord_session_anchor (again, g_array_index (list, AccordUnanchored, 1).id, FALSE, NULL));
  g_assert_true (
    accord_session_remove_decision (again, g_array_index (list, AccordUnanchored, 1).id));
  assert_unanchored (again, "");
  g_assert_true (accord_session_undo (again));
  g_assert_true (accord_session_undo (again));
  assert_unanchored (again, "?They shall test every system.|Fish swim");
  /* The old version brings everything back to its place but what nobody proposed. */
  g_assert_true (replace (again, 0, one, NULL));
  assert_unanchored (again, "");
  assert_coded (again, "privacy|They shall test every system.|duty of all|Fish swim");
  g_assert_finalize_object (again);
  g_file_delete (one, NULL, NULL);
  g_file_delete (two, NULL, NULL);
  g_file_delete (saved, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

/* Bytes that are letters in more than one encoding. */
static void
test_encoding (void)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GFile) folder = new_folder ();
  g_autoptr (GFile) file =
    new_file (folder, "one.txt", "The caf\xe9 must protect privacy and r\xe9sum\xe9s of all.\n");
  GFile *const files[] = { file };

  accord_session_add_files (session, files, 1);
  wait_idle (session);
  code (session, 0, "protect privacy");
  wait_idle (session);
  g_assert_true (replace (session, 0, NULL, "windows-1251"));
  g_assert_cmpstr (undo_name (session), ==, "Read A as windows-1251");
  g_assert_nonnull (strstr (accord_document_get_data (text_at (session, 0)), "cafй"));
  assert_coded (session, "protect privacy");
  g_assert_true (accord_session_undo (session));
  wait_idle (session);
  g_assert_nonnull (strstr (accord_document_get_data (text_at (session, 0)), "café"));
  assert_coded (session, "protect privacy");
  g_assert_finalize_object (session);
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
test_fields (void)
{
  AccordSession *session = session_of (FIRST, NULL);
  AccordSessionDocument *document = document_at (session, 0);

  g_assert_false (accord_session_set_field (session, document, ACCORD_FIELD_DATE, "2024-13"));
  g_assert_false (accord_session_set_field (session, document, ACCORD_FIELD_DATE, "May 2024"));
  g_assert_false (accord_session_set_field (session, document, ACCORD_FIELD_LANGUAGE, "a b"));
  g_assert_false (accord_session_set_field (session, document, ACCORD_FIELD_SHA256, "00"));
  g_assert_true (accord_session_set_field (session, document, ACCORD_FIELD_DATE, "2024-02"));
  g_assert_true (accord_session_set_field (session, document, ACCORD_FIELD_TITLE, "On Care"));
  g_assert_false (accord_session_set_field (session, document, ACCORD_FIELD_TITLE, "On Care"));
  wait_idle (session);
  g_assert_cmpstr (accord_session_document_get_title (document), ==, "On Care");
  g_assert_nonnull (strstr (accord_session_document_get_subtitle (document), "2024-02"));
  g_assert_true (accord_session_set_field (session, document, ACCORD_FIELD_LANGUAGE, "fr"));
  wait_idle (session);
  g_assert_cmpstr (accord_document_get_language (text_at (session, 0)), ==, "fr");
  g_assert_true (accord_session_set_field (session, document, ACCORD_FIELD_LANGUAGE, NULL));
  wait_idle (session);
  g_assert_cmpstr (accord_document_get_language (text_at (session, 0)), ==, "en");
  g_assert_finalize_object (session);
}

/* The class of the first principle that the first document has. */
static AccordCoverageClass
class_of_first (AccordSession *session, AccordCoverage *coverage)
{
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_session_get_findings (session), &n);

  g_assert_cmpuint (n, >, 0);
  return accord_coverage_get_class (coverage, codings[0].principle);
}

/* Of three documents the first two have a principle; as one statement they alone have it. */
static void
test_units (void)
{
  AccordSession *session =
    session_of ("Operators must protect privacy.\n", "Agencies must protect privacy.\n");
  g_autoptr (AccordCoverage) coverage = NULL;
  g_auto (GStrv) values = NULL, names = NULL;
  AccordSessionDocument *both[2] = { NULL };
  AccordCell cell = { 0 };
  guint n = 0;

  accord_session_add_text (session, "Fish swim in the river.\n", "three");
  wait_idle (session);
  g_assert_cmpint (class_of_first (session, accord_session_get_coverage (session)), ==,
                   ACCORD_COVERAGE_SOME);
  both[0] = document_at (session, 0);
  both[1] = document_at (session, 1);
  g_assert_true (accord_session_join_statement (session, both, 2));
  g_assert_false (accord_session_join_statement (session, both, 2));
  wait_findings (session);
  g_assert_cmpint (class_of_first (session, accord_session_get_coverage (session)), ==,
                   ACCORD_COVERAGE_UNIQUE);
  g_assert_cmpuint (accord_session_get_statement (session, both[1]), ==, 0);
  g_assert_true (accord_session_leave_statement (session, both[1]));
  wait_findings (session);
  g_assert_cmpint (class_of_first (session, accord_session_get_coverage (session)), ==,
                   ACCORD_COVERAGE_SOME);

  const AccordAttribute attributes[] = { { both[0], "bloc", "north" },
                                         { document_at (session, 2), "bloc", "north" },
                                         { both[1], "bloc", "south" },
                                         { both[1], "year", "2024" } };

  g_assert_true (accord_session_set_attributes (session, attributes, 4));
  g_assert_false (accord_session_set_attributes (session, attributes, 4));
  names = accord_session_dup_attribute_names (session);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "bloc");
  coverage = accord_session_group_coverage (session, "bloc", &values);
  g_assert_cmpuint (g_strv_length (values), ==, 2);
  g_assert_cmpstr (values[0], ==, "north");
  g_assert_cmpuint (accord_coverage_get_n_units (coverage), ==, 2);
  g_assert_cmpint (class_of_first (session, coverage), ==, ACCORD_COVERAGE_ALL);
  accord_coverage_read_unit (
    coverage, accord_findings_get_codings (accord_session_get_findings (session), &n)[0].principle,
    0, &cell);
  g_assert_cmpuint (cell.n_codings, >, 0);
  g_assert_finalize_object (session);
}

/* Findings and codebook fit at every moment, and decisions about principles come back. */
static void
test_codebook (void)
{
  AccordSession *session = session_of (FIRST SECOND, NULL);
  g_autoptr (AccordCodebook) other = accord_codebook_load ("sustainable-development", NULL);
  AccordCodebook *before = accord_session_get_codebook (session);

  code (session, 0, "test every system");
  assert_coded (session, "test every system");
  g_assert_true (accord_session_set_codebook (session, other, "Try Goals"));
  g_assert_cmpstr (undo_name (session), ==, "Try Goals");
  while (accord_session_get_busy (session))
    {
      g_assert_true (accord_session_get_codebook (session) ==
                     accord_comparison_get_codebook (
                       accord_findings_get_comparison (accord_session_get_findings (session))));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (accord_session_get_codebook (session) == other);
  assert_coded (session, "");
  g_assert_true (accord_session_undo (session));
  wait_idle (session);
  g_assert_true (accord_session_get_codebook (session) == before);
  assert_coded (session, "test every system");
  g_assert_finalize_object (session);
}

/* A correction of the machine counts as a confirmation, and outlives a new comparison. */
static void
test_stance (void)
{
  AccordSession *session = session_of (FIRST SECOND, SECOND);
  guint first = 0, n = 0;
  const AccordCodingFinding *coding = NULL;

  g_assert_true (
    accord_session_set_stance (session, &first, 1, ACCORD_STANCE_NOTE, ACCORD_ACTOR_COMPANY));
  wait_findings (session);
  coding = accord_findings_get_codings (accord_session_get_findings (session), &n);
  g_assert_cmpint (coding->status, ==, ACCORD_STATUS_CONFIRMED);
  g_assert_cmpint (coding->stance, ==, ACCORD_STANCE_NOTE);
  g_assert_cmpint (coding->actor, ==, ACCORD_ACTOR_COMPANY);
  accord_session_set_threshold (session, 700);
  wait_idle (session);
  coding = accord_findings_get_codings (accord_session_get_findings (session), &n);
  g_assert_cmpint (coding->stance, ==, ACCORD_STANCE_NOTE);
  accord_session_restore_coding (session, 0);
  wait_findings (session);
  coding = accord_findings_get_codings (accord_session_get_findings (session), &n);
  g_assert_cmpint (coding->status, ==, ACCORD_STATUS_MACHINE);
  g_assert_cmpint (coding->stance, ==, ACCORD_STANCE_OBLIGE);
  g_assert_finalize_object (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/cuts", test_cuts);
  g_test_add_func ("/texts/edit", test_edit);
  g_test_add_func ("/texts/newer-version", test_newer_version);
  g_test_add_func ("/texts/encoding", test_encoding);
  g_test_add_func ("/texts/fields", test_fields);
  g_test_add_func ("/texts/units", test_units);
  g_test_add_func ("/texts/codebook", test_codebook);
  g_test_add_func ("/texts/stance", test_stance);
  return g_test_run ();
}
