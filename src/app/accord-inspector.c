/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the passage that the view focuses. Lists are made anew when the focus or the
 * findings change: a passage has a handful of findings. */
#include "app/accord-inspector.h"

#include <glib/gi18n.h>

#include "app/accord-coding-evidence.h"
#include "app/accord-evidence.h"
#include "app/accord-finding-row.h"
#include "app/accord-findings-pane.h"
#include "app/accord-place.h"
#include "app/accord-quote.h"
#include "app/accord-versions-pane.h"

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
  AccordCodingEvidence *coding_evidence;
  GtkWidget *header;
  AccordFindingsPane *findings;
  GtkStack *pages;
  AccordVersionsPane *versions;
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

/* Everything that is found at the passage, but nothing that blind mode hides. */
static gboolean
shows_here (AccordInspector *self, gboolean is_link, gconstpointer finding)
{
  if (!accord_view_get_blind (self->view))
    return TRUE;
  return is_link ? accord_view_shows_link (self->view, finding)
                 : accord_view_shows_coding (self->view, finding);
}

static guint
fill_codings (AccordInspector *self, guint document, guint passage)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  guint n = 0, n_rows = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n);

  clear_list (self->codings);
  for (guint i = 0; i < n; i++)
    if (codings[i].document == document && codings[i].passage == passage &&
        shows_here (self, FALSE, &codings[i]))
      {
        GtkWidget *row = accord_finding_row_new_coding (self->view, i);

        gtk_list_box_append (self->codings, row);
        if (i == accord_view_get_coding (self->view))
          gtk_list_box_select_row (self->codings, GTK_LIST_BOX_ROW (row));
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
    if (((links[i].a.document == from.document && links[i].a.passage == from.passage) ||
         (links[i].b.document == from.document && links[i].b.passage == from.passage)) &&
        shows_here (self, TRUE, &links[i]))
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

static gboolean
get_status (AccordInspector *self, AccordStatus *status)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  guint n = 0, link = accord_view_get_link (self->view);
  guint coding = accord_view_get_coding (self->view);
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n);
  const AccordCodingFinding *codings = NULL;

  if (link < n)
    {
      *status = links[link].status;
      return TRUE;
    }
  codings = accord_findings_get_codings (findings, &n);
  if (coding >= n)
    return FALSE;
  *status = codings[coding].status;
  return TRUE;
}

/* One line that names the finding: where, whose, how sure. */
static void
update_header (AccordInspector *self)
{
  guint link = accord_view_get_link (self->view), coding = accord_view_get_coding (self->view);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->header)) != NULL)
    gtk_box_remove (GTK_BOX (self->header), child);
  gtk_widget_set_visible (self->header, link != ACCORD_NONE || coding != ACCORD_NONE);
  if (gtk_widget_get_visible (self->header))
    {
      GtkWidget *box = accord_finding_row_box_new (self->view, link != ACCORD_NONE,
                                                   link != ACCORD_NONE ? link : coding);

      gtk_widget_set_hexpand (box, TRUE);
      gtk_widget_add_css_class (box, "heading");
      gtk_box_append (GTK_BOX (self->header), box);
    }
}

static void
update_evidence (AccordInspector *self)
{
  guint link = accord_view_get_link (self->view), coding = accord_view_get_coding (self->view);
  AccordStatus status = ACCORD_STATUS_MACHINE;
  gboolean decides = get_status (self, &status);

  update_header (self);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), !decides);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), link != ACCORD_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->coding_evidence), coding != ACCORD_NONE);
  if (link != ACCORD_NONE)
    accord_evidence_set_link (self->evidence, self->view, link);
  if (coding != ACCORD_NONE)
    accord_coding_evidence_set_coding (self->coding_evidence, self->view, coding);
  gtk_widget_set_visible (self->accept, decides && status != ACCORD_STATUS_CONFIRMED &&
                                          status != ACCORD_STATUS_ANALYST);
  gtk_widget_set_visible (self->reject, decides && status != ACCORD_STATUS_REJECTED);
  gtk_button_set_label (GTK_BUTTON (self->reject),
                        status == ACCORD_STATUS_ANALYST ? _ ("Remove") : _ ("Reject"));
  gtk_widget_set_visible (self->restore, decides && (status == ACCORD_STATUS_CONFIRMED ||
                                                     status == ACCORD_STATUS_REJECTED));
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
coding_selected_cb (AccordInspector *self, GtkListBoxRow *row)
{
  if (!self->updating && row != NULL)
    accord_view_focus_coding (self->view, accord_finding_row_get_finding (row));
}

static void
link_selected_cb (AccordInspector *self, GtkListBoxRow *row)
{
  if (!self->updating && row != NULL)
    accord_view_focus_link (self->view, accord_finding_row_get_finding (row));
}

static void
versions_changed_cb (AccordInspector *self)
{
  gtk_stack_set_visible_child_name (
    self->pages, accord_view_get_versions (self->view) != NULL ? "versions" : "findings");
}

/* Long quotations would like a wide pane; the text needs the room more. */
static void
accord_inspector_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
accord_inspector_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
accord_inspector_dispose (GObject *object)
{
  AccordInspector *self = ACCORD_INSPECTOR (object);
  GtkWidget *child = NULL;

  self->updating = TRUE;
  /* Besides the pane there may be a popover. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_inspector_parent_class)->dispose (object);
}

static void
accord_inspector_class_init (AccordInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_inspector_dispose;
  g_type_ensure (ACCORD_TYPE_CODING_EVIDENCE);
  g_type_ensure (ACCORD_TYPE_EVIDENCE);
  g_type_ensure (ACCORD_TYPE_FINDINGS_PANE);
  g_type_ensure (ACCORD_TYPE_QUOTE);
  g_type_ensure (ACCORD_TYPE_VERSIONS_PANE);
  widget_class->measure = accord_inspector_measure;
  widget_class->size_allocate = accord_inspector_size_allocate;
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
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, coding_evidence);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, header);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, findings);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, pages);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, versions);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, accept);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, reject);
  gtk_widget_class_bind_template_child (widget_class, AccordInspector, restore);
  gtk_widget_class_bind_template_callback (widget_class, coding_selected_cb);
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
  accord_findings_pane_set_view (self->findings, view);
  accord_versions_pane_set_view (self->versions, view);
  g_signal_connect_object (view, "versions-changed", G_CALLBACK (versions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_cb (self);
}

/**
 * accord_inspector_get_chosen:
 * @self: an inspector
 *
 * Returns: (transfer full): the chosen rows of the list of findings, positions in the view's list
 */
GtkBitset *
accord_inspector_get_chosen (AccordInspector *self)
{
  return accord_findings_pane_get_chosen (self->findings);
}
