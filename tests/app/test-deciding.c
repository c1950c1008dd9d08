/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions in the window, each by its action or key, with the state that it leaves: one
 * finding, several at once, a coding, a pair, a note by hand; filters and the list. */
#include "accord-ui-test.h"

#include <string.h>

#include "app/accord-channel.h"
#include "app/accord-code-popover.h"
#include "app/accord-column.h"
#include "app/accord-filters.h"
#include "app/accord-findings-pane.h"
#include "app/accord-inspector.h"
#include "app/accord-link-button.h"
#include "app/accord-note-popover.h"
#include "app/accord-pair-bar.h"
#include "app/accord-reader.h"
#include "app/accord-versions-pane.h"
#include "session/accord-session-notes.h"

static const char *const SAMPLES[] = { "samples/01-northern-rivers.en.txt",
                                       "samples/02-bay-cities.zh.txt", NULL };

typedef struct
{
  AccordWindow *window;
  AccordSession *session;
  AccordView *view;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = ui_window_new ();
  f->session = accord_window_get_session (f->window);
  f->view = accord_window_get_view (f->window);
  ui_open (f->window, SAMPLES);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ui_close (f->window);
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
}

static guint
count_with_status (Fixture *f, AccordStatus status)
{
  AccordFindings *findings = accord_session_get_findings (f->session);
  guint n_links = 0, n_codings = 0, n = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n_links);
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n_codings);

  for (guint i = 0; i < n_links; i++)
    n += links[i].status == status;
  for (guint i = 0; i < n_codings; i++)
    n += codings[i].status == status;
  return n;
}

typedef struct
{
  Fixture *f;
  AccordStatus status;
  guint n;
} Wanted;

static gboolean
has_so_many (gpointer data)
{
  Wanted *wanted = data;

  return count_with_status (wanted->f, wanted->status) == wanted->n;
}

static void
wait_for (Fixture *f, AccordStatus status, guint n)
{
  ui_wait (has_so_many, &(Wanted){ f, status, n });
}

static char *
undo_name (Fixture *f)
{
  char *name = NULL;

  g_object_get (f->session, "undo-name", &name, NULL);
  return name;
}

/* Accepting and rejecting are about the coding in focus as well as about the link. */
static void
test_coding (Fixture *f, gconstpointer data)
{
  accord_view_focus_coding (f->view, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  ui_count_colours (GTK_WIDGET (f->window), "deciding-coding");
  act (f, "win.accept");
  wait_for (f, ACCORD_STATUS_CONFIRMED, 1);
  g_assert_cmpuint (accord_view_get_coding (f->view), ==, 0);
  act (f, "win.reject");
  wait_for (f, ACCORD_STATUS_REJECTED, 1);
  act (f, "win.restore");
  wait_for (f, ACCORD_STATUS_REJECTED, 0);
}

static GtkSelectionModel *
selection_of (Fixture *f)
{
  GtkWidget *pane = ui_find (f->window, ACCORD_TYPE_FINDINGS_PANE, 0);

  return gtk_list_view_get_model (GTK_LIST_VIEW (ui_find (pane, GTK_TYPE_LIST_VIEW, 0)));
}

/* Three rows are accepted in one step, which one undo takes back. */
static void
test_several_at_once (Fixture *f, gconstpointer data)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < 3; i++)
    gtk_selection_model_select_item (selection_of (f), i, FALSE);
  act (f, "win.accept");
  wait_for (f, ACCORD_STATUS_CONFIRMED, 3);
  name = undo_name (f);
  g_assert_nonnull (name);
  act (f, "win.undo");
  wait_for (f, ACCORD_STATUS_CONFIRMED, 0);
}

static gboolean
has_one_row_chosen (gpointer data)
{
  Fixture *f = data;
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (selection_of (f));

  return gtk_bitset_get_size (chosen) == 1;
}

/* The list and the focus follow each other; Alt+Down is win.step(1). */
static void
test_list_and_focus (Fixture *f, gconstpointer data)
{
  gboolean is_link = FALSE;
  guint index = 0;

  gtk_selection_model_select_item (selection_of (f), 2, TRUE);
  g_assert_true (accord_finding_list_get (accord_view_get_list (f->view), 2, &is_link, &index));
  g_assert_cmpuint (is_link ? accord_view_get_link (f->view) : accord_view_get_coding (f->view), ==,
                    index);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.step", "i", 1);
  ui_wait (has_one_row_chosen, f);
  g_assert_true (gtk_selection_model_is_selected (selection_of (f), 3));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.step", "i", -1);
  g_assert_true (gtk_selection_model_is_selected (selection_of (f), 2));
}

static void
test_review_next (Fixture *f, gconstpointer data)
{
  guint n_reviewed = 0, n_all = 0;

  act (f, "win.review-next");
  act (f, "win.accept");
  wait_for (f, ACCORD_STATUS_CONFIRMED, 1);
  accord_view_count_reviewed (f->view, &n_reviewed, &n_all);
  g_assert_cmpuint (n_reviewed, ==, 1);
  act (f, "win.review-next");
  act (f, "win.reject");
  wait_for (f, ACCORD_STATUS_REJECTED, 1);
}

static AccordColumn *
column_at (Fixture *f, guint i)
{
  return ACCORD_COLUMN (ui_find (f->window, ACCORD_TYPE_COLUMN, i));
}

static void
select_passage (Fixture *f, AccordColumn *column, guint passage)
{
  AccordTextView *text = accord_column_get_text (column);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GtkTextIter start, end;
  guint n = 0, index = 0;

  gtk_widget_grab_focus (GTK_WIDGET (text));
  g_assert_true (accord_column_get_index (column, &index));
  accord_document_get_passages (accord_text_view_get_document (text), &n);
  g_assert_cmpuint (passage, <, n);
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) passage);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/* Typing a part of a name and Enter codes the selection; the coding is the person's own. */
static void
test_code_selection (Fixture *f, gconstpointer data)
{
  GtkWidget *popover = NULL, *search = NULL;
  guint n = 0;
  const AccordCodingFinding *codings = NULL;

  select_passage (f, column_at (f, 0), 1);
  act (f, "win.code");
  popover = ui_find (f->window, ACCORD_TYPE_CODE_POPOVER, 0);
  g_assert_nonnull (popover);
  search = ui_find (popover, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "CLIMATE");
  g_signal_emit_by_name (search, "search-changed");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  ui_count_colours (GTK_WIDGET (f->window), "deciding-code");
  g_signal_emit_by_name (search, "activate");
  wait_for (f, ACCORD_STATUS_ANALYST, 1);
  codings = accord_findings_get_codings (accord_session_get_findings (f->session), &n);
  for (guint i = 0; i < n; i++)
    if (codings[i].status == ACCORD_STATUS_ANALYST)
      accord_view_focus_coding (f->view, i);
  act (f, "win.reject");
  wait_for (f, ACCORD_STATUS_ANALYST, 0);
}

static void
test_change_stance (Fixture *f, gconstpointer data)
{
  GtkWidget *popover = NULL;
  guint n = 0;

  accord_view_focus_coding (f->view, 0);
  act (f, "win.change-stance");
  popover = ui_find (f->window, ACCORD_TYPE_CODE_POPOVER, 0);
  g_assert_nonnull (popover);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (popover, GTK_TYPE_DROP_DOWN, 0)),
                              ACCORD_STANCE_OPPOSE);
  g_signal_emit_by_name (
    ui_find (popover, GTK_TYPE_BUTTON, ui_count (popover, GTK_TYPE_BUTTON) - 1), "clicked");
  wait_for (f, ACCORD_STATUS_CONFIRMED, 1);
  g_assert_cmpint (
    accord_findings_get_codings (accord_session_get_findings (f->session), &n)[0].stance, ==,
    ACCORD_STANCE_OPPOSE);
}

/* Selections in two columns are paired at once. */
static void
test_pair_two_selections (Fixture *f, gconstpointer data)
{
  select_passage (f, column_at (f, 0), 1);
  select_passage (f, column_at (f, 1), 0);
  act (f, "win.pair");
  wait_for (f, ACCORD_STATUS_ANALYST, 1);
  act (f, "win.undo");
  wait_for (f, ACCORD_STATUS_ANALYST, 0);
}

/* With one passage in focus the other is asked for, and can still be changed. */
static void
test_pair_step_by_step (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = ui_find (f->window, ACCORD_TYPE_PAIR_BAR, 0);

  g_assert_false (gtk_widget_get_visible (bar));
  accord_view_focus_passage (f->view, 0, 1);
  act (f, "win.pair");
  g_assert_true (gtk_widget_get_visible (bar));
  g_signal_emit_by_name (accord_column_get_text (column_at (f, 1)), "passage-activated", 3u);
  g_signal_emit_by_name (accord_column_get_text (column_at (f, 1)), "passage-activated", 0u);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  ui_count_colours (GTK_WIDGET (f->window), "deciding-pair");
  act (f, "win.pair");
  wait_for (f, ACCORD_STATUS_ANALYST, 1);
  g_assert_false (gtk_widget_get_visible (bar));
  act (f, "win.pair");
  g_assert_true (gtk_widget_get_visible (bar));
  act (f, "win.cancel-pair");
  g_assert_false (gtk_widget_get_visible (bar));
}

static guint
count_notes (Fixture *f)
{
  g_autoptr (GArray) notes = accord_session_list_notes (f->session);

  return notes->len;
}

static void
write_note (Fixture *f, const char *text)
{
  GtkWidget *popover = NULL;

  act (f, "win.note");
  popover = ui_find (f->window, ACCORD_TYPE_NOTE_POPOVER, 0);
  g_assert_nonnull (popover);
  gtk_text_buffer_set_text (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (popover, GTK_TYPE_TEXT_VIEW, 0))), text, -1);
  gtk_widget_activate_action (popover, "note.keep", NULL);
  while (ui_find (f->window, ACCORD_TYPE_NOTE_POPOVER, 0) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_note (Fixture *f, gconstpointer data)
{
  accord_view_focus_passage (f->view, 0, 1);
  write_note (f, "Compare the drafts.");
  g_assert_cmpuint (count_notes (f), ==, 1);
  accord_view_focus_link (f->view, 0);
  write_note (f, "A close one.");
  g_assert_cmpuint (count_notes (f), ==, 2);
  write_note (f, "");
  g_assert_cmpuint (count_notes (f), ==, 1);
}

/* What a mode leaves nothing in steps back; one click lifts it. */
static void
test_modes (Fixture *f, gconstpointer data)
{
  guint n = 0, n_dimmed = 0;
  g_autofree AccordPassageMark *marks = NULL;
  GtkWidget *filters = ui_find (f->window, ACCORD_TYPE_FILTERS, 0);
  guint all = g_list_model_get_n_items (G_LIST_MODEL (accord_view_get_list (f->view)));

  g_action_group_activate_action (G_ACTION_GROUP (f->window), "mode",
                                  g_variant_new_int32 (ACCORD_VIEW_UNIQUE));
  g_assert_cmpint (accord_view_get_mode (f->view), ==, ACCORD_VIEW_UNIQUE);
  marks = accord_passage_marks_new (f->view, 0, &n);
  for (guint i = 0; i < n; i++)
    n_dimmed += marks[i].dimmed;
  g_assert_cmpuint (n_dimmed, >, 0);
  g_assert_cmpuint (n_dimmed, <, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), <, all);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  ui_count_colours (GTK_WIDGET (f->window), "deciding-mode");
  g_assert_true (gtk_widget_get_visible (ui_find (filters, GTK_TYPE_BUTTON, 0)));
  act (f, "win.show-all");
  g_assert_cmpint (accord_view_get_mode (f->view), ==, ACCORD_VIEW_ALL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, all);
}

static void
test_rejected_are_shown_on_demand (Fixture *f, gconstpointer data)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (selection_of (f)));

  accord_view_focus_link (f->view, 0);
  act (f, "win.reject");
  wait_for (f, ACCORD_STATUS_REJECTED, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, all - 1);
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "show-rejected", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection_of (f))), ==, all);
}

static void
test_copy_with_citation (Fixture *f, gconstpointer data)
{
  GdkContentProvider *content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  accord_view_focus_passage (f->view, 0, 5);
  act (f, "win.copy-citation");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (f->window)));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), "“"));
  g_assert_nonnull (strstr (g_value_get_string (&value), "2025-03-12, ¶6)"));
}

/* Alt+Shift+Right and Left move a column, as dragging its title does. */
static void
test_move_column (Fixture *f, gconstpointer data)
{
  AccordColumn *first = column_at (f, 0);
  AccordSessionDocument *document = accord_column_get_document (first);

  gtk_widget_activate_action (GTK_WIDGET (first), "column.move", "i", 1);
  ui_wait_idle (f->window);
  g_assert_cmpstr (accord_session_document_get_letter (document), ==, "B");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  g_assert_true (accord_column_get_document (column_at (f, 1)) == document);
  act (f, "win.undo");
  ui_wait_idle (f->window);
  g_assert_true (accord_column_get_document (column_at (f, 0)) == document);
}

/* Every ribbon is a button that keyboard and screen reader find, and says what it joins. */
static void
test_ribbons_are_reachable (Fixture *f, gconstpointer data)
{
  GtkWidget *channel = ui_find (f->window, ACCORD_TYPE_CHANNEL, 0), *button = NULL;

  g_assert_null (ui_find (channel, ACCORD_TYPE_LINK_BUTTON, 0));
  accord_view_focus_link (f->view, 0);
  accord_view_align (f->view);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  button = ui_find (channel, ACCORD_TYPE_LINK_BUTTON, 0);
  g_assert_nonnull (button);
  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), " ↔ "));
  accord_view_focus_passage (f->view, ACCORD_NONE, ACCORD_NONE);
  g_assert_null (ui_find (channel, ACCORD_TYPE_LINK_BUTTON, 0));
}

/* The button of a link of the focused passage explains it. */
static void
test_ribbon_by_keyboard (Fixture *f, gconstpointer data)
{
  guint n = 0;
  const AccordLinkFinding *links =
    accord_findings_get_links (accord_session_get_findings (f->session), &n);
  GtkWidget *button = NULL;

  accord_view_focus_passage (f->view, links[0].a.document, links[0].a.passage);
  button = ui_find (f->window, ACCORD_TYPE_LINK_BUTTON, 0);
  g_assert_nonnull (button);
  gtk_widget_activate_action (button, "link.activate", NULL);
  g_assert_cmpuint (accord_view_get_link (f->view), ==, 0);
}

static void
test_findings_under_the_caret (Fixture *f, gconstpointer data)
{
  AccordColumn *column = column_at (f, 0);
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (accord_session_get_findings (f->session), 0, &n);
  GtkWidget *list = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (accord_column_get_text (column)));
  accord_text_view_scroll_to (accord_column_get_text (column), codings[1].passage);
  act (f, "win.findings-here");
  list = ui_find (column, GTK_TYPE_LIST_BOX, 0);
  g_assert_nonnull (list);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpuint (accord_view_get_coding (f->view), !=, ACCORD_NONE);
  while (ui_find (column, GTK_TYPE_LIST_BOX, 0) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_folded (gpointer data)
{
  AdwFlap *flap = ADW_FLAP (gtk_widget_get_ancestor (data, ADW_TYPE_FLAP));

  return adw_flap_get_folded (flap);
}

static gboolean
is_beside (gpointer data)
{
  return !is_folded (data);
}

static gboolean
has_half (gpointer data)
{
  return 2 * gtk_widget_get_width (data) >=
         gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (data)));
}

/* The texts keep at least half of a narrow window. */
static void
test_inspector_folds (Fixture *f, gconstpointer data)
{
  GtkWidget *inspector = ui_find (f->window, ACCORD_TYPE_INSPECTOR, 0);
  GtkWidget *reader = ui_find (f->window, ACCORD_TYPE_READER, 0);

  ui_wait (is_beside, inspector);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 960, 700);
  ui_wait (is_folded, inspector);
  ui_wait (has_half, reader);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1300, 800);
  ui_wait (is_beside, inspector);
}

static gboolean
has_three_documents (gpointer data)
{
  Fixture *f = data;

  return g_list_model_get_n_items (accord_session_get_documents (f->session)) == 4 &&
         !accord_session_get_busy (f->session);
}

/* Two drafts of one text: what changed is marked in both and listed, until it is closed. */
static void
test_versions (Fixture *f, gconstpointer data)
{
  GtkWidget *pane = NULL, *list = NULL;
  guint n_rows = 0;

  act (f, "win.versions");
  g_assert_null (accord_view_get_versions (f->view));
  accord_session_add_text (f->session,
                           "Systems should protect privacy in every office.\n\nMembers meet once a "
                           "year in the capital.\n\nThe old fund is kept open for reviewers.",
                           "older");
  accord_session_add_text (f->session,
                           "Systems must protect privacy in every office.\n\nMembers meet once a "
                           "year in the capital.",
                           "newer");
  ui_wait (has_three_documents, f);
  act (f, "win.versions");
  g_assert_nonnull (accord_view_get_versions (f->view));
  pane = ui_find (f->window, ACCORD_TYPE_VERSIONS_PANE, 0);
  list = ui_find (pane, GTK_TYPE_LIST_BOX, 0);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n_rows) != NULL)
    n_rows++;
  g_assert_cmpuint (n_rows, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AccordSessionDocument) document =
        g_list_model_get_item (accord_session_get_documents (f->session), i);

      accord_session_set_shown (f->session, document, FALSE);
    }
  ui_wait_idle (f->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
  g_assert_true (gtk_widget_get_mapped (pane));
  ui_count_colours (GTK_WIDGET (f->window), "deciding-versions");
  act (f, "win.end-versions");
  g_assert_null (accord_view_get_versions (f->view));
}

/* The words of a Chinese passage are glossed, its terms by the names of their principles. */
static void
test_gloss (Fixture *f, gconstpointer data)
{
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (accord_session_get_findings (f->session), 1, &n);
  AccordTextView *text = accord_column_get_text (column_at (f, 1));

  gtk_widget_grab_focus (GTK_WIDGET (text));
  accord_text_view_scroll_to (text, codings[0].passage);
  act (f, "win.gloss");
  g_assert_cmpuint (ui_count (column_at (f, 1), GTK_TYPE_GRID), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (
    gtk_widget_get_ancestor (ui_find (column_at (f, 1), GTK_TYPE_GRID, 0), GTK_TYPE_POPOVER)));
  while (ui_find (column_at (f, 1), GTK_TYPE_GRID, 0) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/deciding/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("coding", test_coding);
  ADD ("several-at-once", test_several_at_once);
  ADD ("list-and-focus", test_list_and_focus);
  ADD ("review-next", test_review_next);
  ADD ("code-selection", test_code_selection);
  ADD ("change-stance", test_change_stance);
  ADD ("pair-two-selections", test_pair_two_selections);
  ADD ("pair-step-by-step", test_pair_step_by_step);
  ADD ("note", test_note);
  ADD ("modes", test_modes);
  ADD ("rejected-are-shown-on-demand", test_rejected_are_shown_on_demand);
  ADD ("copy-with-citation", test_copy_with_citation);
  ADD ("move-column", test_move_column);
  ADD ("ribbons-are-reachable", test_ribbons_are_reachable);
  ADD ("ribbon-by-keyboard", test_ribbon_by_keyboard);
  ADD ("findings-under-the-caret", test_findings_under_the_caret);
  ADD ("inspector-folds", test_inspector_folds);
  ADD ("versions", test_versions);
  ADD ("gloss", test_gloss);
  return g_test_run ();
}
