/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view: what its filters let through, the list of findings and the way through it,
 * the seats of the read view, and a pair that is being chosen. */
#include "session/accord-view.h"

#include "session-helpers.h"

typedef struct
{
  AccordSession *session;
  AccordView *view;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->session = accord_session_new ();
  accord_session_add_text (f->session,
                           "The weather is fine. Privacy must be protected. "
                           "Human dignity must be respected. Privacy again.",
                           "a");
  accord_session_add_text (f->session,
                           "Privacy must be protected. Human dignity must be respected.", "b");
  accord_session_add_text (f->session, "Children must be safe from harm.", "c");
  wait_idle (f->session);
  f->view = accord_view_new (f->session);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->view);
  g_assert_finalize_object (f->session);
}

static GListModel *
list_of (Fixture *f)
{
  return G_LIST_MODEL (accord_view_get_list (f->view));
}

static guint
count_codings (Fixture *f)
{
  guint n = 0;

  accord_findings_get_codings (accord_session_get_findings (f->session), &n);
  return n;
}

static guint
count_links (Fixture *f)
{
  guint n = 0;

  accord_findings_get_links (accord_session_get_findings (f->session), &n);
  return n;
}

static void
test_all_is_listed (Fixture *f, gconstpointer data)
{
  guint n = g_list_model_get_n_items (list_of (f));
  guint position = 0;
  g_autoptr (AccordFindingItem) first = g_list_model_get_item (list_of (f), 0);

  g_assert_true (g_list_model_get_item_type (list_of (f)) == ACCORD_TYPE_FINDING_ITEM);
  g_assert_cmpuint (count_links (f), >=, 2);
  g_assert_cmpuint (n, ==, count_codings (f) + count_links (f));
  g_assert_cmpuint (accord_finding_list_count_all (accord_view_get_list (f->view)), ==, n);
  g_assert_true (accord_finding_list_find (accord_view_get_list (f->view),
                                           accord_finding_item_is_link (first),
                                           accord_finding_item_get_index (first), &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_null (g_list_model_get_item (list_of (f), n));
}

static void
changed_cb (GListModel *list, guint position, guint n_removed, guint n_added, GString *said)
{
  g_string_append_printf (said, "%u:-%u+%u ", position, n_removed, n_added);
}

/* Another kind or order tells of the whole list once; the same one tells nothing. */
static void
test_kinds_and_orders (Fixture *f, gconstpointer data)
{
  AccordFindingList *list = accord_view_get_list (f->view);
  guint all = g_list_model_get_n_items (list_of (f)), links = count_links (f);
  g_autofree char *expected = g_strdup_printf ("0:-%u+%u ", all, links);
  g_autoptr (GString) said = g_string_new (NULL);
  guint n = 0;
  const AccordLinkFinding *found = NULL;
  gint score = G_MAXINT;

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), said);
  accord_finding_list_set_kinds (list, ACCORD_FINDING_LINKS);
  accord_finding_list_set_kinds (list, ACCORD_FINDING_LINKS);
  g_assert_cmpstr (said->str, ==, expected);
  accord_finding_list_set_order (list, ACCORD_FINDING_ORDER_SCORE);
  found = accord_findings_get_links (accord_session_get_findings (f->session), &n);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_link = FALSE;
      guint index = 0;

      g_assert_true (accord_finding_list_get (list, i, &is_link, &index));
      g_assert_true (is_link);
      g_assert_cmpint (found[index].score, <=, score);
      score = found[index].score;
    }
}

/* Of three documents two share principles; the third has one of its own. */
static void
test_modes (Fixture *f, gconstpointer data)
{
  guint shared, unique, all = count_codings (f);

  accord_finding_list_set_kinds (accord_view_get_list (f->view), ACCORD_FINDING_CODINGS);
  g_assert_false (accord_view_is_filtered (f->view));
  accord_view_set_mode (f->view, ACCORD_VIEW_SHARED);
  g_assert_true (accord_view_is_filtered (f->view));
  shared = g_list_model_get_n_items (list_of (f));
  accord_view_set_mode (f->view, ACCORD_VIEW_UNIQUE);
  unique = g_list_model_get_n_items (list_of (f));
  g_assert_cmpuint (shared, >, 0);
  g_assert_cmpuint (unique, >, 0);
  g_assert_cmpuint (shared + unique, ==, all);
  accord_view_set_mode (f->view, ACCORD_VIEW_OPPOSED);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, 0);
  accord_session_decide_coding (f->session, 0, ACCORD_DECISION_ACCEPT);
  wait_findings (f->session);
  accord_view_set_mode (f->view, ACCORD_VIEW_UNREVIEWED);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, all - 1);
  accord_view_lift_filters (f->view);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, all);
}

static void
test_stances_and_statuses (Fixture *f, gconstpointer data)
{
  guint all = g_list_model_get_n_items (list_of (f));

  accord_view_set_stances (f->view, 1u << ACCORD_STANCE_OPPOSE);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, count_links (f));
  accord_view_lift_filters (f->view);
  accord_session_decide_coding (f->session, 0, ACCORD_DECISION_REJECT);
  wait_findings (f->session);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, all - 1);
  accord_view_set_statuses (f->view, 1u << ACCORD_STATUS_REJECTED);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, 1);
}

/* The machine says nothing about a passage before the person has said something. */
static void
test_blind (Fixture *f, gconstpointer data)
{
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_session_get_findings (f->session), &n);
  guint in_passage = 0;

  for (guint i = 0; i < n; i++)
    in_passage +=
      codings[i].document == codings[0].document && codings[i].passage == codings[0].passage;
  accord_view_set_blind (f->view, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, 0);
  accord_session_decide_coding (f->session, 0, ACCORD_DECISION_ACCEPT);
  wait_findings (f->session);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, in_passage);
}

static void
test_steps (Fixture *f, gconstpointer data)
{
  guint n = g_list_model_get_n_items (list_of (f)), steps = 1, document = 0, passage = 0;

  g_assert_true (accord_view_step (f->view, 1));
  accord_view_get_passage (f->view, &document, &passage);
  g_assert_cmpuint (document, ==, 0);
  g_assert_cmpuint (passage, ==, 1);
  while (accord_view_step (f->view, 1))
    steps++;
  g_assert_cmpuint (steps, ==, n);
  g_assert_true (accord_view_step (f->view, -1));
  accord_view_focus_passage (f->view, ACCORD_NONE, ACCORD_NONE);
  g_assert_true (accord_view_step (f->view, -1));
  g_assert_false (accord_view_step (f->view, 1));
}

/* Each decision makes one finding less to review, from the least certain on. */
static void
test_review (Fixture *f, gconstpointer data)
{
  guint n_reviewed = 9, n_all = 0, rounds = 0;

  accord_view_count_reviewed (f->view, &n_reviewed, &n_all);
  g_assert_cmpuint (n_reviewed, ==, 0);
  g_assert_cmpuint (n_all, ==, count_codings (f) + count_links (f));
  for (; accord_view_focus_next_unreviewed (f->view); rounds++)
    {
      guint link = accord_view_get_link (f->view);

      if (link != ACCORD_NONE)
        accord_session_decide_link (f->session, link, ACCORD_DECISION_ACCEPT);
      else
        accord_session_decide_coding (f->session, accord_view_get_coding (f->view),
                                      ACCORD_DECISION_REJECT);
      wait_findings (f->session);
      accord_view_count_reviewed (f->view, &n_reviewed, &n_all);
      g_assert_cmpuint (n_reviewed, ==, rounds + 1);
    }
  g_assert_cmpuint (rounds, ==, n_all);
}

/* The focused finding is the same one after a decision and after documents changed places. */
static void
test_focus_is_kept (Fixture *f, gconstpointer data)
{
  guint document = 0, passage = 0, n = 0, coding = 0;

  while (document != 1)
    {
      accord_view_focus_coding (f->view, coding++);
      accord_view_get_passage (f->view, &document, &passage);
    }
  accord_session_move_document (f->session, accord_session_get_compared (f->session, 1), 0);
  wait_idle (f->session);
  accord_view_get_passage (f->view, &document, &n);
  g_assert_cmpuint (document, ==, 0);
  g_assert_cmpuint (n, ==, passage);
  g_assert_cmpuint (accord_view_get_coding (f->view), ==, 0);
}

static char *
dup_seats (Fixture *f)
{
  g_autoptr (GPtrArray) seats = accord_view_get_seats (f->view);
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < seats->len; i++)
    g_string_append (letters, accord_session_document_get_letter (g_ptr_array_index (seats, i)));
  return g_string_free (letters, FALSE);
}

static void
assert_seats (Fixture *f, const char *expected)
{
  g_autofree char *seats = dup_seats (f);

  g_assert_cmpstr (seats, ==, expected);
}

static void
test_seats (Fixture *f, gconstpointer data)
{
  AccordSessionDocument *c = accord_session_get_compared (f->session, 2);
  guint position = 9, n = 9;

  assert_seats (f, "ABC");
  accord_view_set_n_seats (f->view, 2);
  assert_seats (f, "AB");
  accord_view_turn (f->view, 1);
  assert_seats (f, "AC");
  g_assert_true (accord_view_get_turn (f->view, c, &position, &n));
  g_assert_cmpuint (position, ==, 1);
  g_assert_cmpuint (n, ==, 2);
  accord_view_turn (f->view, 1);
  assert_seats (f, "AB");
  accord_view_set_pinned (f->view, c, TRUE);
  g_assert_true (accord_view_is_pinned (f->view, c));
  assert_seats (f, "CB");
  accord_view_turn (f->view, -1);
  assert_seats (f, "CA");
  g_assert_false (accord_view_get_turn (f->view, c, &position, &n));
  accord_view_set_n_seats (f->view, 1);
  assert_seats (f, "A");
  accord_session_set_shown (f->session, c, FALSE);
  accord_view_set_n_seats (f->view, 2);
  assert_seats (f, "AB");
}

/* With a passage of A the seat turns to the document that has its counterpart. */
static void
test_turn_to_counterpart (Fixture *f, gconstpointer data)
{
  accord_view_set_n_seats (f->view, 2);
  accord_view_turn (f->view, 1);
  assert_seats (f, "AC");
  accord_view_focus_passage (f->view, 0, 1);
  assert_seats (f, "AB");
}

static void
test_pair (Fixture *f, gconstpointer data)
{
  AccordEnd first, second;
  guint document = 0, passage = 0;

  g_assert_false (accord_view_begin_pair (f->view));
  accord_view_focus_passage (f->view, 0, 1);
  g_assert_true (accord_view_begin_pair (f->view));
  g_assert_true (accord_view_get_pair (f->view, &first, &second));
  g_assert_cmpuint (first.passage, ==, 1);
  g_assert_cmpuint (second.document, ==, ACCORD_NONE);
  accord_view_focus_passage (f->view, 1, 1);
  accord_view_focus_passage (f->view, 0, 2);
  g_assert_true (accord_view_get_pair (f->view, &first, &second));
  g_assert_cmpuint (first.passage, ==, 2);
  g_assert_cmpuint (second.document, ==, 1);
  g_assert_cmpuint (second.passage, ==, 1);
  accord_view_get_passage (f->view, &document, &passage);
  g_assert_cmpuint (passage, ==, 1);
  accord_view_end_pair (f->view);
  g_assert_false (accord_view_get_pair (f->view, &first, &second));
}

#define ADD(name, function) g_test_add ("/view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all-is-listed", test_all_is_listed);
  ADD ("kinds-and-orders", test_kinds_and_orders);
  ADD ("modes", test_modes);
  ADD ("stances-and-statuses", test_stances_and_statuses);
  ADD ("blind", test_blind);
  ADD ("steps", test_steps);
  ADD ("review", test_review);
  ADD ("focus-is-kept", test_focus_is_kept);
  ADD ("seats", test_seats);
  ADD ("turn-to-counterpart", test_turn_to_counterpart);
  ADD ("pair", test_pair);
  return g_test_run ();
}
