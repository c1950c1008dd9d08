/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook's window: a term that is added is found, undo takes it back, and the
 * tree is changed without losing a decision. */
#include "accord-ui-test.h"

#include "app/accord-codebook-row.h"
#include "app/accord-codebook-window-private.h"
#include "app/accord-sidebar.h"
#include "app/accord-theme-row.h"
#include "app/accord-window-private.h"
#include "session/accord-term-hits.h"

static const char *const SAMPLES[] = { "samples/01-northern-rivers.en.txt",
                                       "samples/02-bay-cities.zh.txt", NULL };

typedef struct
{
  AccordWindow *window;
  AccordSession *session;
  AccordCodebookWindow *editor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = ui_window_new ();
  fixture->session = accord_window_get_session (fixture->window);
  ui_open (fixture->window, SAMPLES);
  fixture->editor = ACCORD_CODEBOOK_WINDOW (
    accord_codebook_window_new (GTK_WINDOW (fixture->window), fixture->session));
  gtk_window_present (GTK_WINDOW (fixture->editor));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->editor));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->editor));
  ui_close (fixture->window);
}

static guint
count_rows (Fixture *fixture)
{
  return ui_count (fixture->editor->list, ACCORD_TYPE_CODEBOOK_ROW);
}

static void
choose (Fixture *fixture, const char *id)
{
  guint n = 0, principle = 0;

  accord_codebook_get_principles (fixture->editor->codebook, &n);
  g_assert_true (accord_codebook_find_principle (fixture->editor->codebook, id, &principle));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->editor->list));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    if (accord_codebook_row_get_principle (GTK_LIST_BOX_ROW (row)) == principle)
      gtk_list_box_select_row (fixture->editor->list, GTK_LIST_BOX_ROW (row));
  g_assert_cmpstr (fixture->editor->chosen, ==, id);
}

static guint
count_terms (Fixture *fixture, const char *id)
{
  guint n = 0, principle = 0;
  AccordCodebook *codebook = accord_session_get_codebook (fixture->session);

  g_assert_true (accord_codebook_find_principle (codebook, id, &principle));
  return accord_codebook_get_principles (codebook, &n)[principle].n_terms;
}

static void
test_tree_is_listed (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_rows (fixture), ==, 16 + 90);
  choose (fixture, "P01");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->editor));
  g_assert_cmpuint (ui_count_colours (GTK_WIDGET (fixture->editor), "window-codebook"), >, 50);
  gtk_editable_set_text (GTK_EDITABLE (fixture->editor->search), "no such words anywhere");
  gtk_list_box_invalidate_filter (fixture->editor->list);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->editor));
}

static void
test_term_is_added_and_taken_back (Fixture *fixture, gconstpointer data)
{
  guint before = count_terms (fixture, "P01");
  AccordTerm term = { .language = "en", .text = "councils" };
  AccordCodebookDraft *draft = NULL;
  guint principle = 0;

  choose (fixture, "P01");
  g_assert_true (accord_codebook_find_principle (fixture->editor->codebook, "P01", &principle));
  draft = accord_codebook_draft_new (fixture->editor->codebook);
  accord_codebook_draft_add_term (draft, principle, &term);
  g_signal_emit_by_name (fixture->editor->principle_page, "edited", draft, "Add a Term");
  ui_wait_idle (fixture->window);
  g_assert_cmpuint (count_terms (fixture, "P01"), ==, before + 1);
  g_assert_cmpstr (fixture->editor->chosen, ==, "P01");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.undo", NULL);
  ui_wait_idle (fixture->window);
  g_assert_cmpuint (count_terms (fixture, "P01"), ==, before);
}

static void
test_quick_changes_all_stay (Fixture *fixture, gconstpointer data)
{
  guint before = count_terms (fixture, "P02");

  choose (fixture, "P02");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("quick term %u", i);
      AccordTerm term = { .language = "en", .text = text };
      AccordCodebookDraft *draft = accord_codebook_draft_new (fixture->editor->codebook);
      guint principle = 0;

      accord_codebook_find_principle (fixture->editor->codebook, "P02", &principle);
      accord_codebook_draft_add_term (draft, principle, &term);
      g_signal_emit_by_name (fixture->editor->principle_page, "edited", draft, "Add a Term");
    }
  ui_wait_idle (fixture->window);
  g_assert_cmpuint (count_terms (fixture, "P02"), ==, before + 3);
}

static void
test_principles_come_and_go (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "P05");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.add-principle", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 107);
  choose (fixture, "P05");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.remove", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 106);
  choose (fixture, "P01");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.merge", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 105);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.add-theme", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 106);
  ui_wait_idle (fixture->window);
  for (guint i = 0; i < 4; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.undo", NULL);
  ui_wait_idle (fixture->window);
  g_assert_cmpuint (count_rows (fixture), ==, 106);
}

/* The cell that is looked at in the matrix is the same principle's, whatever its number is now. */
static void
test_cell_stays_with_its_principle (Fixture *fixture, gconstpointer data)
{
  AccordMatrixState *state = fixture->window->matrix_state;
  guint n = 0, theme = 0, principle = 0, document = 0;

  g_assert_true (accord_codebook_find_principle (fixture->editor->codebook, "P05", &principle));
  accord_matrix_state_focus_cell (
    state, accord_codebook_get_principles (fixture->editor->codebook, &n)[principle].theme,
    principle, ACCORD_NONE);
  choose (fixture, "P01");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.remove", NULL);
  ui_wait_idle (fixture->window);
  g_assert_true (accord_matrix_state_get_cell (state, &theme, &principle, &document));
  g_assert_cmpstr (
    accord_codebook_get_principles (accord_session_get_codebook (fixture->session), &n)[principle]
      .id,
    ==, "P05");
  choose (fixture, "P05");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.remove", NULL);
  ui_wait_idle (fixture->window);
  g_assert_false (accord_matrix_state_get_cell (state, &theme, &principle, &document));
}

static gboolean
has_other_codebook (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (accord_codebook_get_id (accord_session_get_codebook (fixture->session)),
                      "sustainable-development");
}

static void
test_another_codebook_is_used (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "codebook.use", "s",
                              "sustainable-development");
  ui_wait (has_other_codebook, fixture);
  ui_wait_idle (fixture->window);
  accord_codebook_get_principles (fixture->editor->codebook, &n);
  g_assert_cmpuint (n, ==, 17);
  g_assert_cmpuint (count_rows (fixture), ==, 5 + 17);
  /* The sidebar behind it lists the five themes too. */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (
    ui_count (ui_find (fixture->window, ACCORD_TYPE_SIDEBAR, 0), ACCORD_TYPE_THEME_ROW), ==, 5);
}

static void
test_trial_finds_what_stands_there (Fixture *fixture, gconstpointer data)
{
  AccordTerm term = { .language = "en", .text = "named official" };
  AccordTerm nothing = { .language = "en", .text = "zebra crossing" };
  AccordFindings *findings = accord_session_get_findings (fixture->session);
  g_autoptr (GArray) hits = accord_term_hits_try (findings, &term, NULL, NULL);
  g_autoptr (GArray) none = accord_term_hits_try (findings, &nothing, NULL, NULL);

  g_assert_cmpuint (hits->len, >, 0);
  g_assert_cmpuint (g_array_index (hits, AccordTermHit, 0).document, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/codebook/tree", test_tree_is_listed);
  ADD ("/codebook/term", test_term_is_added_and_taken_back);
  ADD ("/codebook/quick", test_quick_changes_all_stay);
  ADD ("/codebook/principles", test_principles_come_and_go);
  ADD ("/codebook/cell", test_cell_stays_with_its_principle);
  ADD ("/codebook/another", test_another_codebook_is_used);
  ADD ("/codebook/trial", test_trial_finds_what_stands_there);
#undef ADD
  return g_test_run ();
}
