/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view: focus of principles, passages and links, and the jumps that follow. */
#include "session/accord-view.h"

#include "session-helpers.h"

typedef struct
{
  AccordSession *session;
  AccordView *view;
  guint n_focus;
  GString *jumps; /* "document:passage " */
} Fixture;

static void
focus_cb (AccordView *view, Fixture *fixture)
{
  fixture->n_focus++;
}

static void
jump_cb (AccordView *view, guint document, guint passage, Fixture *fixture)
{
  g_string_append_printf (fixture->jumps, "%u:%u ", document, passage);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = accord_session_new ();
  fixture->jumps = g_string_new (NULL);
  accord_session_add_text (fixture->session,
                           "The weather is fine. Privacy must be protected. "
                           "Human dignity must be respected. Privacy again.",
                           "a");
  accord_session_add_text (fixture->session,
                           "Privacy must be protected. Human dignity must be respected.", "b");
  accord_session_add_text (fixture->session, "Nothing is said about it here.", "c");
  wait_idle (fixture->session);
  fixture->view = accord_view_new (fixture->session);
  g_signal_connect (fixture->view, "focus-changed", G_CALLBACK (focus_cb), fixture);
  g_signal_connect (fixture->view, "jump", G_CALLBACK (jump_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->session);
  g_string_free (fixture->jumps, TRUE);
}

static const AccordLinkFinding *
links_of (Fixture *fixture, guint *n)
{
  return accord_findings_get_links (accord_session_get_findings (fixture->session), n);
}

/* The principle that the passage has first. */
static guint
principle_of (Fixture *fixture, guint document, guint passage)
{
  guint n = 0;
  const AccordCodingFinding *codings = accord_findings_get_document_codings (
    accord_session_get_findings (fixture->session), document, &n);

  for (guint i = 0; i < n; i++)
    if (codings[i].passage == passage)
      return codings[i].principle;
  g_assert_not_reached ();
}

static void
take_jumps (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->jumps->str, ==, expected);
  g_string_truncate (fixture->jumps, 0);
}

static void
test_principle (Fixture *fixture, gconstpointer data)
{
  guint privacy = principle_of (fixture, 0, 1), dignity = principle_of (fixture, 0, 2);

  g_assert_false (accord_view_has_focus (fixture->view));
  accord_view_focus_principle (fixture->view, privacy, FALSE);
  g_assert_cmpuint (fixture->n_focus, ==, 1);
  g_assert_true (accord_view_is_principle_focused (fixture->view, privacy));
  take_jumps (fixture, "0:1 1:0 ");
  accord_view_focus_principle (fixture->view, dignity, FALSE);
  g_assert_false (accord_view_is_principle_focused (fixture->view, privacy));
  take_jumps (fixture, "0:2 1:1 ");
  accord_view_focus_principle (fixture->view, privacy, TRUE);
  g_assert_true (accord_view_is_principle_focused (fixture->view, dignity));
  take_jumps (fixture, "0:1 1:0 ");
  accord_view_focus_principle (fixture->view, privacy, TRUE);
  g_assert_false (accord_view_is_principle_focused (fixture->view, privacy));
  g_assert_true (accord_view_has_focus (fixture->view));
  take_jumps (fixture, "");
  accord_view_clear_focus (fixture->view);
  g_assert_false (accord_view_has_focus (fixture->view));
  g_assert_cmpuint (fixture->n_focus, ==, 5);
  accord_view_clear_focus (fixture->view);
  g_assert_cmpuint (fixture->n_focus, ==, 5);
}

static void
test_theme (Fixture *fixture, gconstpointer data)
{
  guint n = 0, privacy = principle_of (fixture, 0, 1);
  AccordCodebook *codebook = accord_session_get_codebook (fixture->session);
  guint theme = accord_codebook_get_principles (codebook, &n)[privacy].theme;
  const AccordTheme *t = &accord_codebook_get_themes (codebook, &n)[theme];

  accord_view_focus_theme (fixture->view, theme, FALSE);
  g_assert_true (accord_view_is_theme_focused (fixture->view, theme));
  for (guint i = 0; i < t->n_principles; i++)
    g_assert_true (accord_view_is_principle_focused (fixture->view, t->first_principle + i));
  g_assert_false (accord_view_is_theme_focused (fixture->view, (theme + 1) % n));
  take_jumps (fixture, "0:1 1:0 ");
  accord_view_focus_principle (fixture->view, privacy, TRUE);
  g_assert_false (accord_view_is_theme_focused (fixture->view, theme));
  accord_view_focus_theme (fixture->view, theme, TRUE);
  g_assert_true (accord_view_is_theme_focused (fixture->view, theme));
  accord_view_focus_theme (fixture->view, theme, TRUE);
  g_assert_false (accord_view_has_focus (fixture->view));
}

/* What is hidden or rejected is not jumped to. */
static void
test_jumps_to_what_counts (Fixture *fixture, gconstpointer data)
{
  guint privacy = principle_of (fixture, 0, 1);

  accord_session_set_shown (fixture->session, accord_session_get_compared (fixture->session, 1),
                            FALSE);
  wait_findings (fixture->session);
  accord_view_focus_principle (fixture->view, privacy, FALSE);
  take_jumps (fixture, "0:1 ");
}

static void
test_passage_and_link (Fixture *fixture, gconstpointer data)
{
  guint document = 0, passage = 0, n = 0;
  const AccordLinkFinding *links = links_of (fixture, &n);

  g_assert_cmpuint (n, >=, 2);
  accord_view_get_passage (fixture->view, &document, &passage);
  g_assert_cmpuint (document, ==, ACCORD_NONE);
  g_assert_cmpuint (passage, ==, ACCORD_NONE);
  g_assert_cmpuint (accord_view_get_link (fixture->view), ==, ACCORD_NONE);
  accord_view_focus_link (fixture->view, 0);
  accord_view_get_passage (fixture->view, &document, &passage);
  g_assert_cmpuint (document, ==, links[0].a.document);
  g_assert_cmpuint (passage, ==, links[0].a.passage);
  accord_view_focus_passage (fixture->view, 1, links[0].b.passage);
  g_assert_cmpuint (accord_view_get_link (fixture->view), ==, ACCORD_NONE);
  g_assert_cmpuint (fixture->n_focus, ==, 2);
  accord_view_focus_passage (fixture->view, 1, links[0].b.passage);
  g_assert_cmpuint (fixture->n_focus, ==, 2);
  accord_view_focus_passage (fixture->view, ACCORD_NONE, ACCORD_NONE);
  accord_view_get_passage (fixture->view, &document, &passage);
  g_assert_cmpuint (document, ==, ACCORD_NONE);
  g_assert_cmpuint (fixture->n_focus, ==, 3);
}

static void
test_align (Fixture *fixture, gconstpointer data)
{
  accord_view_align (fixture->view);
  take_jumps (fixture, "");
  accord_view_focus_passage (fixture->view, 1, 0);
  accord_view_align (fixture->view);
  take_jumps (fixture, "0:1 1:0 ");
  accord_view_focus_passage (fixture->view, 0, 2);
  accord_view_align (fixture->view);
  take_jumps (fixture, "0:2 1:1 ");
  accord_view_focus_passage (fixture->view, 2, 0);
  accord_view_align (fixture->view);
  take_jumps (fixture, "2:0 ");
}

/* Numbers of passages and links die with their comparison, and survive a decision. */
static void
test_new_findings (Fixture *fixture, gconstpointer data)
{
  guint document = 0, passage = 0, privacy = principle_of (fixture, 0, 1);

  accord_view_focus_principle (fixture->view, privacy, FALSE);
  accord_view_focus_link (fixture->view, 0);
  accord_session_decide_link (fixture->session, 0, ACCORD_DECISION_ACCEPT);
  wait_findings (fixture->session);
  g_assert_cmpuint (accord_view_get_link (fixture->view), ==, 0);
  g_assert_cmpuint (fixture->n_focus, ==, 2);
  accord_session_remove_document (fixture->session,
                                  accord_session_get_compared (fixture->session, 0));
  wait_idle (fixture->session);
  g_assert_cmpuint (fixture->n_focus, ==, 3);
  g_assert_cmpuint (accord_view_get_link (fixture->view), ==, ACCORD_NONE);
  accord_view_get_passage (fixture->view, &document, &passage);
  g_assert_cmpuint (document, ==, ACCORD_NONE);
  g_assert_true (accord_view_is_principle_focused (fixture->view, privacy));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  g_autofree char *page = NULL, *search = NULL;
  gint zoom = 0;
  g_autoptr (AccordSession) session = NULL;

  g_signal_connect_swapped (fixture->view, "notify", G_CALLBACK (count_cb), &n);
  g_object_set (fixture->view, "page", "read", "text-zoom", 100, "search", "", NULL);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (fixture->view, "page", "matrix", "text-zoom", 150, "search", "priv", NULL);
  g_assert_cmpuint (n, ==, 3);
  g_object_get (fixture->view, "page", &page, "text-zoom", &zoom, "search", &search, "session",
                &session, NULL);
  g_assert_cmpstr (page, ==, "matrix");
  g_assert_cmpint (zoom, ==, 150);
  g_assert_cmpstr (search, ==, "priv");
  g_assert_true (session == fixture->session);
  g_assert_true (accord_view_get_session (fixture->view) == session);
}

#define ADD(name, function) g_test_add ("/view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("principle", test_principle);
  ADD ("theme", test_theme);
  ADD ("jumps-to-what-counts", test_jumps_to_what_counts);
  ADD ("passage-and-link", test_passage_and_link);
  ADD ("align", test_align);
  ADD ("new-findings", test_new_findings);
  ADD ("properties", test_properties);
  return g_test_run ();
}
