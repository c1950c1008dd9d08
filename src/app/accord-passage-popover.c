/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opened by a key it takes the keyboard, and Enter explains a finding; under the pointer
 * it only shows, takes nothing, and goes when the pointer leaves the passage. */
#include "app/accord-passage-popover.h"

#include <glib/gi18n.h>

#include "app/accord-finding-row.h"
#include "app/accord-popover.h"

#define VIEW_KEY "accord-view"

static guint
append_codings (GtkListBox *list, AccordView *view, guint document, guint passage)
{
  guint n = 0, n_rows = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_session_get_findings (accord_view_get_session (view)), &n);

  for (guint i = 0; i < n; i++)
    if (codings[i].document == document && codings[i].passage == passage &&
        accord_view_passes_coding (view, &codings[i]))
      {
        gtk_list_box_append (list, accord_finding_row_new_coding (view, i));
        n_rows++;
      }
  return n_rows;
}

static gboolean
is_end (AccordEnd end, guint document, guint passage)
{
  return end.document == document && end.passage == passage;
}

static void
append_links (GtkListBox *list, AccordView *view, guint document, guint passage)
{
  guint n = 0;
  const AccordLinkFinding *links =
    accord_findings_get_links (accord_session_get_findings (accord_view_get_session (view)), &n);

  for (guint i = 0; i < n; i++)
    if ((is_end (links[i].a, document, passage) || is_end (links[i].b, document, passage)) &&
        accord_view_passes_link (view, &links[i]))
      gtk_list_box_append (list,
                           accord_finding_row_new_link (view, i, (AccordEnd){ document, passage }));
}

static void
coding_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkPopover *popover)
{
  AccordView *view = g_object_get_data (G_OBJECT (popover), VIEW_KEY);
  guint n_codings = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), VIEW_KEY));
  guint finding = accord_finding_row_get_finding (row);

  if ((guint) gtk_list_box_row_get_index (row) < n_codings)
    accord_view_focus_coding (view, finding);
  else
    accord_view_focus_link (view, finding);
  gtk_popover_popdown (popover);
}

/**
 * accord_passage_popover_new:
 * @view: what is looked at, with findings
 * @document: index of a compared document
 * @passage: index of a passage of it
 * @by_keyboard: whether it takes the keyboard and stays until it is closed
 *
 * It goes when it is closed; the caller gives it a parent and opens it.
 *
 * Returns: (transfer floating) (nullable): a popover; NULL where nothing is found in the passage
 */
GtkWidget *
accord_passage_popover_new (AccordView *view, guint document, guint passage, gboolean by_keyboard)
{
  GtkWidget *popover = NULL, *scroller = NULL;
  GtkWidget *list = g_object_ref_sink (gtk_list_box_new ());
  guint n_codings = append_codings (GTK_LIST_BOX (list), view, document, passage);

  append_links (GTK_LIST_BOX (list), view, document, passage);
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL)
    {
      g_object_unref (list);
      return NULL;
    }
  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (list, "findings");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list),
                                   by_keyboard ? GTK_SELECTION_BROWSE : GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings in this passage"), -1);
  g_object_set_data (G_OBJECT (list), VIEW_KEY, GUINT_TO_POINTER (n_codings));
  g_object_set_data_full (G_OBJECT (popover), VIEW_KEY, g_object_ref (view), g_object_unref);
  g_signal_connect (list, "row-activated", G_CALLBACK (coding_activated_cb), popover);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 270);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, 288, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_popover_set_autohide (GTK_POPOVER (popover), by_keyboard);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  accord_popover_go_when_closed (GTK_POPOVER (popover));
  g_object_unref (list);
  return popover;
}
