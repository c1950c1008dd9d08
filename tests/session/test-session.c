/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session: reading, comparing, cancelling, as its signals and properties tell it. */
#include "session/accord-session.h"

#include <glib/gstdio.h>

#include "session-helpers.h"

static void
test_new (void)
{
  AccordSession *session = accord_session_new ();

  g_assert_cmpstr (accord_session_get_title (session), ==, "New Comparison");
  g_assert_false (accord_session_get_modified (session));
  g_assert_false (accord_session_get_busy (session));
  g_assert_null (accord_session_get_findings (session));
  g_assert_null (accord_session_get_compared (session, 0));
  g_assert_false (accord_session_undo (session));
  g_assert_false (accord_session_redo (session));
  g_assert_cmpint (accord_session_get_threshold (session), ==, ACCORD_THRESHOLD_DEFAULT);
  g_assert_cmpstr (accord_codebook_get_id (accord_session_get_codebook (session)), ==,
                   "ai-governance");
  g_assert_finalize_object (session);
}

static void
password_cb (AccordSession *session, GFile *file, const char *reason, guint *n_asked)
{
  *n_asked += 1;
  g_assert_nonnull (strstr (reason, "encrypted"));
  accord_session_add_locked_file (session, file, *n_asked == 1 ? "wrong" : "clé");
}

/* Asked again where the password is wrong; who does not listen hears of a failure. */
static void
test_password (void)
{
  AccordSession *session = accord_session_new ();
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "tests", "corpora", "pdf", "locked.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n_asked = 0;
  Counts counts;

  counts_connect (&counts, session);
  accord_session_add_files (session, &file, 1);
  wait_idle (session);
  g_assert_cmpuint (n_documents (session), ==, 0);
  g_assert_cmpuint (counts.n_failed, ==, 1);
  g_signal_connect (session, "password-needed", G_CALLBACK (password_cb), &n_asked);
  accord_session_add_files (session, &file, 1);
  wait_idle (session);
  g_assert_cmpuint (n_asked, ==, 2);
  g_assert_cmpuint (n_documents (session), ==, 1);
  g_assert_cmpuint (counts.n_failed, ==, 1);
  g_assert_cmpstr (accord_session_document_get_title (document_at (session, 0)), ==,
                   "Déclaration sur une administration publique ouverte");
  counts_clear (&counts);
  g_assert_finalize_object (session);
}

/* A table becomes as many documents, and is one step. */
static void
test_corpus (void)
{
  AccordSession *session = accord_session_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "accord-corpus.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path,
                                      "title,text\nA,The rules must be open.\n"
                                      "B,The data must be safe.\nC,The rules must be fair.\n",
                                      -1, NULL));
  accord_session_add_files (session, &file, 1);
  wait_idle (session);
  g_assert_cmpuint (n_documents (session), ==, 3);
  assert_letters (session, "ABC");
  g_assert_cmpstr (accord_session_document_get_title (document_at (session, 2)), ==, "C");
  assert_compared (session, 3);
  g_assert_true (accord_session_undo (session));
  g_assert_cmpuint (n_documents (session), ==, 0);
  g_assert_true (accord_session_redo (session));
  wait_idle (session);
  g_assert_cmpuint (n_documents (session), ==, 3);
  g_assert_false (accord_session_redo (session));
  g_remove (path);
  g_assert_finalize_object (session);
}

static void
test_samples_and_a_failure (void)
{
  AccordSession *session = accord_session_new ();
  Counts counts;
  AccordFindings *findings = NULL;
  guint n = 0;

  counts_connect (&counts, session);
  add_named (session, "01-northern-rivers.en.txt", "02-bay-cities.zh.txt", "no-such-file.txt",
             "03-villes-fluviales.fr.html", "04-coastal-cities.ar.txt", NULL);
  g_assert_cmpuint (n_documents (session), ==, 5);
  g_assert_cmpint (accord_session_document_get_state (document_at (session, 0)), ==,
                   ACCORD_DOCUMENT_READING);
  g_assert_cmpstr (accord_session_document_get_title (document_at (session, 0)), ==,
                   "01-northern-rivers.en");
  g_assert_true (accord_session_get_busy (session));
  wait_idle (session);
  g_assert_cmpuint (n_documents (session), ==, 4);
  g_assert_cmpuint (counts.n_failed, ==, 1);
  g_assert_cmpstr (counts.failed_name, ==, "no-such-file.txt");
  g_assert_cmpstr (counts.failed_reason, ==, "there is no such file");
  g_assert_cmpuint (counts.n_busy, ==, 2);
  g_assert_cmpuint (counts.n_modified, ==, 1);
  g_assert_cmpuint (counts.n_can_undo, ==, 1);
  g_assert_cmpfloat (accord_session_get_progress (session), ==, 1);
  g_assert_cmpstr (accord_session_get_progress_text (session), ==, "");
  assert_letters (session, "ABCD");
  findings = accord_session_get_findings (session);
  g_assert_cmpuint (accord_comparison_get_n_documents (accord_findings_get_comparison (findings)),
                    ==, 4);
  accord_findings_get_codings (findings, &n);
  g_assert_cmpuint (n, >, 20);
  accord_findings_get_links (findings, &n);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < 4; i++)
    {
      AccordSessionDocument *document = document_at (session, i);
      guint index = 99;

      g_assert_true (accord_session_find_compared (session, document, &index));
      g_assert_cmpuint (index, ==, i);
      g_assert_true (accord_session_get_compared (session, i) == document);
      g_assert_cmpint (accord_session_document_get_state (document), ==, ACCORD_DOCUMENT_READY);
      g_assert_true (accord_session_document_get_document (document) ==
                     accord_comparison_get_document (accord_findings_get_comparison (findings), i));
      g_assert_nonnull (accord_session_get_analysis (session, document));
    }
  g_assert_nonnull (
    strstr (accord_session_document_get_subtitle (document_at (session, 1)), "Chinese"));
  counts_clear (&counts);
  g_assert_finalize_object (session);
}

static void
test_all_fail (void)
{
  AccordSession *session = accord_session_new ();
  Counts counts;

  counts_connect (&counts, session);
  add_named (session, "no-such-file.txt", "nor-this.txt", NULL);
  wait_idle (session);
  g_assert_cmpuint (n_documents (session), ==, 0);
  g_assert_cmpuint (counts.n_failed, ==, 2);
  g_assert_cmpuint (counts.n_findings, ==, 0);
  /* As if nothing had been: no step that would do nothing. */
  g_assert_false (accord_session_get_modified (session));
  g_assert_false (accord_session_undo (session));
  counts_clear (&counts);
  g_assert_finalize_object (session);
}

static void
test_text_and_title (void)
{
  AccordSession *session = accord_session_new ();

  accord_session_add_text (session, "Systems must be tested before use. Privacy is protected.",
                           NULL);
  wait_idle (session);
  g_assert_cmpuint (n_documents (session), ==, 1);
  g_assert_cmpstr (accord_session_document_get_name (document_at (session, 0)), ==, "Pasted Text");
  g_assert_null (accord_session_document_get_file (document_at (session, 0)));
  g_assert_nonnull (accord_session_get_findings (session));
  accord_session_add_text (session, "Another text about safety.", "second.note");
  accord_session_add_text (session, "A third text, about openness.", "third.note");
  wait_idle (session);
  g_assert_cmpstr (accord_session_get_title (session), ==, "Pasted Text, second and 1 more");
  g_assert_finalize_object (session);
}

/* To add one document analyses only that one. */
static void
test_analyses_are_kept (void)
{
  AccordSession *session = accord_session_new ();
  AccordAnalysis *before = NULL;

  add_named (session, "01-northern-rivers.en.txt", NULL);
  wait_idle (session);
  before = accord_session_get_analysis (session, document_at (session, 0));
  add_named (session, "02-bay-cities.zh.txt", NULL);
  wait_idle (session);
  g_assert_true (accord_session_get_analysis (session, document_at (session, 0)) == before);
  g_assert_finalize_object (session);
}

/* Findings of all documents come before their links, each time as one whole. */
static void
links_cb (AccordSession *session, GString *seen)
{
  AccordFindings *findings = accord_session_get_findings (session);
  guint n = 0;

  accord_findings_get_links (findings, &n);
  g_assert_true (accord_coverage_get_findings (accord_session_get_coverage (session)) == findings);
  g_string_append_printf (
    seen, "%u%s ", accord_comparison_get_n_documents (accord_findings_get_comparison (findings)),
    n > 0 ? "+" : "");
}

static void
test_codings_come_before_links (void)
{
  AccordSession *session = accord_session_new ();
  g_autoptr (GString) seen = g_string_new (NULL);

  add_named (session, "01-northern-rivers.en.txt", NULL);
  wait_idle (session);
  g_signal_connect (session, "findings-changed", G_CALLBACK (links_cb), seen);
  add_named (session, "02-bay-cities.zh.txt", NULL);
  wait_idle (session);
  g_assert_cmpstr (seen->str, ==, "2 2+ ");
  accord_session_set_threshold (session, 310);
  wait_idle (session);
  g_assert_cmpstr (seen->str, ==, "2 2+ 2+ ");
  g_assert_finalize_object (session);
}

static void
test_cancel_while_reading (void)
{
  AccordSession *session = accord_session_new ();
  Counts counts;

  add_named (session, "01-northern-rivers.en.txt", NULL);
  wait_idle (session);
  counts_connect (&counts, session);
  add_named (session, "02-bay-cities.zh.txt", "03-villes-fluviales.fr.html", NULL);
  g_assert_cmpuint (n_documents (session), ==, 3);
  accord_session_cancel (session);
  g_assert_false (accord_session_get_busy (session));
  g_assert_cmpuint (n_documents (session), ==, 1);
  g_assert_cmpstr (undo_name (session), ==, "Add “01-northern-rivers.en.txt”");
  wait_pending ();
  g_assert_cmpuint (counts.n_failed, ==, 0);
  g_assert_cmpuint (n_documents (session), ==, 1);
  g_assert_nonnull (accord_session_get_findings (session));
  add_named (session, "02-bay-cities.zh.txt", NULL);
  wait_idle (session);
  g_assert_cmpuint (n_documents (session), ==, 2);
  assert_compared (session, 2);
  counts_clear (&counts);
  g_assert_finalize_object (session);
}

static gboolean
is_ready (AccordSession *session)
{
  return accord_session_document_get_state (document_at (session, 0)) == ACCORD_DOCUMENT_READY;
}

/* A document that was read stays, and the next change takes up its analysis again. */
static void
test_cancel_before_analysis (void)
{
  AccordSession *session = accord_session_new ();

  add_named (session, "01-northern-rivers.en.txt", NULL);
  wait_until (session, is_ready);
  accord_session_cancel (session);
  wait_pending ();
  g_assert_false (accord_session_get_busy (session));
  g_assert_cmpuint (n_documents (session), ==, 1);
  accord_session_set_shown (session, document_at (session, 0), FALSE);
  wait_idle (session);
  g_assert_nonnull (accord_session_get_findings (session));
  g_assert_finalize_object (session);
}

/* What runs holds nothing of the session. */
static void
test_gone_while_running (void)
{
  AccordSession *session = accord_session_new ();
  AccordSessionDocument *document = NULL;

  add_named (session, "01-northern-rivers.en.txt", "02-bay-cities.zh.txt", NULL);
  document = g_object_ref (document_at (session, 0));
  g_assert_finalize_object (session);
  wait_pending ();
  g_object_set (document, "shown", FALSE, NULL);
  g_assert_true (accord_session_document_get_shown (document));
  g_assert_finalize_object (document);

  session = accord_session_new ();
  add_named (session, "01-northern-rivers.en.txt", NULL);
  wait_until (session, is_ready);
  g_assert_finalize_object (session);
  wait_pending ();
}

/* The result of a comparison that nobody wants any more is never shown. */
static void
test_remove_while_comparing (void)
{
  AccordSession *session = accord_session_new ();

  add_named (session, "01-northern-rivers.en.txt", "02-bay-cities.zh.txt",
             "03-villes-fluviales.fr.html", NULL);
  wait_idle (session);
  accord_session_set_threshold (session, 500);
  accord_session_remove_document (session, document_at (session, 1));
  accord_session_move_document (session, document_at (session, 1), 0);
  wait_idle (session);
  assert_compared (session, 2);
  g_assert_true (accord_session_get_compared (session, 0) == document_at (session, 0));
  accord_session_remove_document (session, document_at (session, 0));
  accord_session_remove_document (session, document_at (session, 0));
  wait_idle (session);
  g_assert_null (accord_session_get_findings (session));
  g_assert_null (accord_session_get_coverage (session));
  g_assert_finalize_object (session);
}

/* The filter counts anew, but compares nothing and modifies nothing. */
static void
test_least_score (void)
{
  AccordSession *session = accord_session_new ();
  AccordComparison *comparison = NULL;
  guint before = 0;

  add_named (session, "01-northern-rivers.en.txt", "02-bay-cities.zh.txt", NULL);
  wait_idle (session);
  comparison = accord_findings_get_comparison (accord_session_get_findings (session));
  before =
    accord_coverage_count_class (accord_session_get_coverage (session), ACCORD_COVERAGE_SILENT);
  accord_session_set_least_score (session, 1000);
  wait_findings (session);
  g_assert_cmpuint (
    accord_coverage_count_class (accord_session_get_coverage (session), ACCORD_COVERAGE_SILENT), >,
    before);
  g_assert_true (accord_findings_get_comparison (accord_session_get_findings (session)) ==
                 comparison);
  g_assert_cmpstr (undo_name (session), ==, "Add 2 Documents");
  g_assert_finalize_object (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/new", test_new);
  g_test_add_func ("/session/password", test_password);
  g_test_add_func ("/session/corpus", test_corpus);
  g_test_add_func ("/session/samples-and-a-failure", test_samples_and_a_failure);
  g_test_add_func ("/session/all-fail", test_all_fail);
  g_test_add_func ("/session/text-and-title", test_text_and_title);
  g_test_add_func ("/session/analyses-are-kept", test_analyses_are_kept);
  g_test_add_func ("/session/codings-come-before-links", test_codings_come_before_links);
  g_test_add_func ("/session/cancel-while-reading", test_cancel_while_reading);
  g_test_add_func ("/session/cancel-before-analysis", test_cancel_before_analysis);
  g_test_add_func ("/session/gone-while-running", test_gone_while_running);
  g_test_add_func ("/session/remove-while-comparing", test_remove_while_comparing);
  g_test_add_func ("/session/least-score", test_least_score);
  return g_test_run ();
}
