/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the passage that the view focuses. Lists are made anew when the focus or the
 * findings change: a passage has a handful of findings. */
#include "app/accord-inspector.h"

#include <glib/gi18n.h>

#include "app/accord-evidence.h"
#include "app/accord-finding-row.h"
#include "app/accord-place.h"
#include "app/accord-quote.h"

struct _AccordInspector
{
  GtkWidget parent_instance;

  /* template */
  GtkStack *stack;
  AccordQuote *quote;
  GtkLabel *codings_heading;
  GtkListBox *codings;
  GtkLabel *links_heading;
  GtkListBox *links;
  AccordEvidence *evidence;
  GtkWidget *decisions;
  GtkWidget *accept;
  GtkWidget *reject;
  GtkWidget *restore;

  /* owned */
  AccordView *view; /* nullable */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AccordInspector, accord_inspector, GTK_TYPE_WIDGET)

static AccordSession *
session_of (AccordInspector *self)
{
  return accord_view_get_session (self->view);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static guint
fill_codings (AccordInspector *self, guint document, guint passage)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  guint n = 0, n_rows = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n);

  clear_list (self->codings);
  for (guint i = 0; i < n; i++)
    if (codings[i].document == document && codings[i].passage == passage)
      {
        gtk_list_box_append (self->codings, accord_finding_row_new_coding (self->view, i));
        n_rows++;
      }
  return n_rows;
}

static guint
fill_links (AccordInspector *self, AccordEnd from)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  guint n = 0, n_rows = 0, focused = accord_view_get_link (self->view);
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n);

  clear_list (self->links);
  for (guint i = 0; i < n; i++)
    if ((links[i].a.document == from.document && links[i].a.passage == from.passage) ||
        (links[i].b.document == from.document && links[i].b.passage == from.passage))
      {
        GtkWidget *row = accord_finding_row_new_link (self->view, i, from);

        gtk_list_box_append (self->links, row);
        if (i == focused)
          gtk_list_box_select_row (self->links, GTK_LIST_BOX_ROW (row));
        n_rows++;
      }
  return n_rows;
}

static void
show_count (GtkLabel *heading, GtkListBox *list, const char *text, guint n)
{
  g_autofree char *label = g_strdup_printf ("%s · %u", text, n);

  gtk_label_set_label (heading, label);
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}

static void
update_evidence (AccordInspector *self)
{
  guint n = 0, link = accord_view_get_link (self->view);
  const AccordLinkFinding *links =
    accord_findings_get_links (accord_session_get_findings (session_of (self)), &n);
  gboolean has_link = link < n;

  gtk_widget_set_visible (GTK_WIDGET (self->quote), !has_link);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), has_link);
  gtk_widget_set_visible (self->decisions, has_link);
  if (!has_link)
    return;
  accord_evidence_set_link (self->evidence, self->view, link);
  gtk_widget_set_visible (self->accept, links[link].status != ACCORD_STATUS_CONFIRMED);
  gtk_widget_set_visible (self->reject, links[link].status != ACCORD_STATUS_REJECTED);
  gtk_widget_set_visible (self->restore, links[link].status == ACCORD_STATUS_CONFIRMED ||
                                           links[link].status == ACCORD_STATUS_REJECTED);
}

static void
update_cb (AccordInspector *self)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  guint document = ACCORD_NONE, passage = ACCORD_NONE;

  accord_view_get_passage (self->view, &document, &passage);
  if (findings == NULL || document == ACCORD_NONE)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  self->updating = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "passage");
  accord_quote_set_place (self->quote, self->view, document, passage);
  show_count (self->codings_heading, self->codings, _ ("Principles here"),
              fill_codings (self, document, passage));
  show_count (self->links_heading, self->links, _ ("Linked passages"),
              fill_links (self, (AccordEnd){ document, passage }));
  update_evidence (self);
  self->updating = FALSE;
}

static void
coding_activated_cb (AccordInspector *self, GtkListBoxRow *row)
{
  guint n = 0, i = accord_finding_row_get_finding (row);
  const AccordCodingFinding *codings =
    accord_findings_get_codings (accord_session_get_findings (session_of (self)), &n);

  if (i < n)
    accord_view_focus_principle (self->view, codings[i].principle, FALSE);
}

static void
link_selected_cb (AccordInspector *self, GtkListBoxRow *row)
{
  if (!self->updating && row != NULL)
    accord_view_focus_link (self->view, accord_finding_row_get_finding (row));
}

static void
accord_inspector_dispose (GObject *object)
{
  AccordInspector *self = ACCORD_INSPECTOR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->updating = TRUE;
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_inspector_parent_class)->dispose (object);
}

static void
accord_inspector_class_init (AccordInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_inspector_dispose;
  g_type_ensure (ACCORD_TYPE_EVIDENCE);
  g_type_ensure (ACCORD_TYPE_QUOTE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, quote);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, codings_heading);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, codings);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, links_heading);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, links);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, evidence);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, decisions);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, accept);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, reject);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, restore);
  gtk_widget_class_bind_template_callback (widget_class, coding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_selected_cb);
}

static void
accord_inspector_init (AccordInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_inspector_set_view:
 * @self: an inspector
 * @view: what is looked at; set once
 */
void
accord_inspector_set_view (AccordInspector *self, AccordView *view)
{
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "focus-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accord_view_get_session (view), "findings-changed",
                           G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
