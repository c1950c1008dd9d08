/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of everything that changes a session, what is modified, and the
 * decisions of a person. */
#include <glib/gstdio.h>

#include "session/accord-session.h"

#include "session-helpers.h"

static AccordSession *
session_of_samples (void)
{
  AccordSession *session = accord_session_new ();

  add_named (session, "01-northern-rivers.en.txt", "02-bay-cities.zh.txt", NULL);
  wait_idle (session);
  return session;
}

/* All that can be seen of a session, as one string. */
static char *
dup_all (AccordSession *session)
{
  g_autofree char *findings =
    accord_session_get_findings (session) != NULL ? dup_findings (session) : NULL;
  g_autoptr (GString) all = g_string_new (findings);

  for (guint i = 0; i < n_documents (session); i++)
    {
      AccordSessionDocument *document = document_at (session, i);

      g_string_append_printf (all, "\n%s %s %d %s", accord_session_document_get_letter (document),
                              accord_session_document_get_id (document),
                              accord_session_document_get_shown (document),
                              accord_session_document_get_title (document));
    }
  g_string_append_printf (all, "\n%d", accord_session_get_threshold (session));
  return g_strdup (all->str);
}

static void
settle (AccordSession *session)
{
  wait_idle (session);
  wait_pending ();
  wait_idle (session);
}

typedef void (*Change) (AccordSession *session);

static void
change_shown (AccordSession *session)
{
  g_object_set (document_at (session, 1), "shown", FALSE, NULL);
}

static void
change_order (AccordSession *session)
{
  accord_session_move_document (session, document_at (session, 1), 0);
}

static void
change_remove (AccordSession *session)
{
  accord_session_remove_document (session, document_at (session, 0));
}

static void
change_add (AccordSession *session)
{
  accord_session_add_text (session, "Systems must be tested.", "t");
}

static void
change_threshold (AccordSession *session)
{
  accord_session_set_threshold (session, 900);
}

static void
change_block (AccordSession *session)
{
  guint n = 0;
  AccordDocument *document = accord_session_document_get_document (document_at (session, 0));
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (document, &n);

  accord_session_set_block_kept (session, document_at (session, 0), paragraphs[n - 1].block, FALSE);
}

static void
change_coding (AccordSession *session)
{
  accord_session_decide_coding (session, 0, ACCORD_DECISION_ACCEPT);
}

static void
change_link (AccordSession *session)
{
  accord_session_decide_link (session, 0, ACCORD_DECISION_REJECT);
}

/* Each change can be taken back and made again, and is told by its name. */
static void
test_every_change (void)
{
  static const struct
  {
    Change change;
    const char *name;
  } CASES[] = {
    { change_shown, "Hide “" },
    { change_order, "Move “" },
    { change_remove, "Remove “" },
    { change_add, "Add “t”" },
    { change_threshold, "Set the Threshold to 900" },
    { change_block, "Leave Out a Part of A" },
    { change_coding, "Accept Coding A ¶" },
    { change_link, "Reject Link A ¶" },
  };
  AccordSession *session = session_of_samples ();
  g_autofree char *folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.accord", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *added = g_strdup (undo_name (session));

  g_assert_true (save_to (session, file, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *before = dup_all (session);
      g_autofree char *after = NULL, *undone = NULL, *redone = NULL;
      Counts counts;

      g_test_message ("%s", CASES[i].name);
      g_assert_false (accord_session_get_modified (session));
      counts_connect (&counts, session);
      CASES[i].change (session);
      g_assert_true (accord_session_get_modified (session));
      g_assert_cmpuint (counts.n_modified, ==, 1);
      g_assert_true (g_str_has_prefix (undo_name (session), CASES[i].name));
      settle (session);
      after = dup_all (session);
      g_assert_cmpstr (after, !=, before);

      g_assert_true (accord_session_undo (session));
      g_assert_false (accord_session_get_modified (session));
      g_assert_true (g_str_has_prefix (redo_name (session), CASES[i].name));
      settle (session);
      undone = dup_all (session);
      g_assert_cmpstr (undone, ==, before);

      g_assert_true (accord_session_redo (session));
      g_assert_true (accord_session_get_modified (session));
      g_assert_null (redo_name (session));
      settle (session);
      redone = dup_all (session);
      g_assert_cmpstr (redone, ==, after);

      g_assert_true (accord_session_undo (session));
      settle (session);
      g_assert_cmpuint (counts.n_modified, ==, 4);
      counts_clear (&counts);
    }
  g_assert_cmpstr (undo_name (session), ==, added);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_finalize_object (session);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_nothing_changes (void)
{
  AccordSession *session = session_of_samples ();

  accord_session_set_threshold (session, ACCORD_THRESHOLD_DEFAULT);
  accord_session_set_shown (session, document_at (session, 0), TRUE);
  accord_session_move_document (session, document_at (session, 1), 7);
  accord_session_set_block_kept (session, document_at (session, 0), 99999, TRUE);
  accord_session_restore_coding (session, 0);
  accord_session_restore_link (session, 0);
  accord_session_add_files (session, NULL, 0);
  g_assert_cmpstr (undo_name (session), ==, "Add 2 Documents");
  g_assert_false (accord_session_get_busy (session));
  g_assert_finalize_object (session);
}

/* A slider that is dragged makes one step. */
static void
test_threshold_is_one_step (void)
{
  AccordSession *session = session_of_samples ();
  guint n_before = 0, n_after = 0;

  accord_findings_get_links (accord_session_get_findings (session), &n_before);
  for (gint threshold = 310; threshold <= 900; threshold += 10)
    accord_session_set_threshold (session, threshold);
  wait_idle (session);
  accord_findings_get_links (accord_session_get_findings (session), &n_after);
  g_assert_cmpuint (n_after, <, n_before);
  accord_session_set_threshold (session, 950);
  wait_idle (session);
  g_assert_true (accord_session_undo (session));
  g_assert_cmpint (accord_session_get_threshold (session), ==, 900);
  g_assert_true (accord_session_undo (session));
  g_assert_cmpint (accord_session_get_threshold (session), ==, ACCORD_THRESHOLD_DEFAULT);
  g_assert_cmpstr (undo_name (session), ==, "Add 2 Documents");
  g_assert_finalize_object (session);
}

/* Two parts are left out before the first is cut. */
static void
test_blocks_in_a_row (void)
{
  AccordSession *session = session_of_samples ();
  AccordSessionDocument *a = document_at (session, 0);
  AccordDocument *whole = accord_session_document_get_document (a);
  guint n = 0, n_after = 0;
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (whole, &n);

  accord_session_set_block_kept (session, a, paragraphs[0].block, FALSE);
  accord_session_set_block_kept (session, a, paragraphs[1].block, FALSE);
  /* Until then everything belongs together as it was. */
  g_assert_true (accord_session_document_get_document (a) == whole);
  wait_idle (session);
  accord_document_get_paragraphs (accord_session_document_get_document (a), &n_after);
  g_assert_cmpuint (n_after, ==, n - 2);
  g_assert_true (accord_session_document_get_document (a) ==
                 accord_comparison_get_document (
                   accord_findings_get_comparison (accord_session_get_findings (session)), 0));
  accord_session_undo (session);
  wait_idle (session);
  accord_document_get_paragraphs (accord_session_document_get_document (a), &n_after);
  g_assert_cmpuint (n_after, ==, n - 1);
  accord_session_undo (session);
  wait_idle (session);
  g_assert_true (accord_session_document_get_document (a) ==
                 accord_comparison_get_document (
                   accord_findings_get_comparison (accord_session_get_findings (session)), 0));
  g_assert_finalize_object (session);
}

/* The step that added a document goes on without it when it cannot be read. */
static void
test_failure_leaves_no_step (void)
{
  AccordSession *session = accord_session_new ();

  add_named (session, "no-such-file.txt", NULL);
  accord_session_set_threshold (session, 400);
  wait_idle (session);
  g_assert_cmpstr (undo_name (session), ==, "Set the Threshold to 400");
  accord_session_undo (session);
  g_assert_false (accord_session_undo (session));
  g_assert_true (accord_session_redo (session));
  g_assert_false (accord_session_redo (session));
  g_assert_finalize_object (session);
}

/* What was taken back while it was being read is there when it is made again. */
static void
test_undo_while_reading (void)
{
  AccordSession *session = accord_session_new ();

  add_named (session, "01-northern-rivers.en.txt", NULL);
  g_assert_true (accord_session_undo (session));
  g_assert_cmpuint (n_documents (session), ==, 0);
  wait_pending ();
  g_assert_false (accord_session_get_busy (session));
  g_assert_null (accord_session_get_findings (session));
  g_assert_true (accord_session_redo (session));
  g_assert_cmpuint (n_documents (session), ==, 1);
  wait_idle (session);
  assert_compared (session, 1);
  g_assert_finalize_object (session);
}

static const AccordCodingFinding *
coding_at (AccordSession *session, guint i)
{
  guint n = 0;

  return &accord_findings_get_codings (accord_session_get_findings (session), &n)[i];
}

static const AccordLinkFinding *
link_at (AccordSession *session, guint i)
{
  guint n = 0;

  return &accord_findings_get_links (accord_session_get_findings (session), &n)[i];
}

static void
test_decisions (void)
{
  AccordSession *session = session_of_samples ();
  guint n = 0;

  accord_session_decide_coding (session, 3, ACCORD_DECISION_REJECT);
  wait_findings (session);
  g_assert_cmpint (coding_at (session, 3)->status, ==, ACCORD_STATUS_REJECTED);
  /* The same again is no change; another word replaces the first. */
  accord_session_decide_coding (session, 3, ACCORD_DECISION_REJECT);
  accord_session_decide_coding (session, 3, ACCORD_DECISION_ACCEPT);
  wait_findings (session);
  g_assert_cmpint (coding_at (session, 3)->status, ==, ACCORD_STATUS_CONFIRMED);
  accord_review_get_decisions (accord_findings_get_review (accord_session_get_findings (session)),
                               &n);
  g_assert_cmpuint (n, ==, 1);
  accord_session_restore_coding (session, 3);
  wait_findings (session);
  g_assert_cmpint (coding_at (session, 3)->status, ==, ACCORD_STATUS_MACHINE);
  accord_session_undo (session);
  wait_findings (session);
  g_assert_cmpint (coding_at (session, 3)->status, ==, ACCORD_STATUS_CONFIRMED);

  accord_session_decide_link (session, 0, ACCORD_DECISION_ACCEPT);
  wait_findings (session);
  g_assert_cmpint (link_at (session, 0)->status, ==, ACCORD_STATUS_CONFIRMED);
  /* A link is the same from both sides. */
  accord_session_move_document (session, document_at (session, 1), 0);
  wait_idle (session);
  g_assert_cmpint (link_at (session, 0)->status, ==, ACCORD_STATUS_CONFIRMED);
  accord_session_decide_link (session, 0, ACCORD_DECISION_REJECT);
  wait_findings (session);
  g_assert_cmpint (link_at (session, 0)->status, ==, ACCORD_STATUS_REJECTED);
  accord_review_get_decisions (accord_findings_get_review (accord_session_get_findings (session)),
                               &n);
  g_assert_cmpuint (n, ==, 2);
  accord_session_undo (session);
  accord_session_undo (session);
  wait_idle (session);
  g_assert_cmpint (link_at (session, 0)->status, ==, ACCORD_STATUS_CONFIRMED);
  accord_session_undo (session);
  wait_findings (session);
  g_assert_cmpint (link_at (session, 0)->status, ==, ACCORD_STATUS_MACHINE);
  g_assert_finalize_object (session);
}

/* A decision outlives every new comparison; with its document it goes and comes. */
static void
test_decisions_stay (void)
{
  AccordSession *session = session_of_samples ();

  accord_session_decide_coding (session, 0, ACCORD_DECISION_REJECT);
  wait_findings (session);
  accord_session_set_threshold (session, 600);
  wait_idle (session);
  g_assert_cmpint (coding_at (session, 0)->status, ==, ACCORD_STATUS_REJECTED);
  add_named (session, "03-villes-fluviales.fr.html", NULL);
  wait_idle (session);
  g_assert_cmpint (coding_at (session, 0)->status, ==, ACCORD_STATUS_REJECTED);
  accord_session_remove_document (session, document_at (session, 0));
  wait_idle (session);
  g_assert_cmpint (coding_at (session, 0)->status, ==, ACCORD_STATUS_MACHINE);
  accord_session_undo (session);
  wait_idle (session);
  g_assert_cmpint (coding_at (session, 0)->status, ==, ACCORD_STATUS_REJECTED);
  g_assert_finalize_object (session);
}

/* To decide while it is being compared is not lost on the result. */
static void
test_decide_while_comparing (void)
{
  AccordSession *session = session_of_samples ();

  add_named (session, "03-villes-fluviales.fr.html", NULL);
  accord_session_decide_coding (session, 0, ACCORD_DECISION_REJECT);
  wait_idle (session);
  assert_compared (session, 3);
  g_assert_cmpint (coding_at (session, 0)->status, ==, ACCORD_STATUS_REJECTED);
  g_assert_finalize_object (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/every-change", test_every_change);
  g_test_add_func ("/history/nothing-changes", test_nothing_changes);
  g_test_add_func ("/history/threshold-is-one-step", test_threshold_is_one_step);
  g_test_add_func ("/history/blocks-in-a-row", test_blocks_in_a_row);
  g_test_add_func ("/history/failure-leaves-no-step", test_failure_leaves_no_step);
  g_test_add_func ("/history/undo-while-reading", test_undo_while_reading);
  g_test_add_func ("/history/decisions", test_decisions);
  g_test_add_func ("/history/decisions-stay", test_decisions_stay);
  g_test_add_func ("/history/decide-while-comparing", test_decide_while_comparing);
  return g_test_run ();
}
