/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The column follows its document and the view; it holds no state of its own. */
#include "app/accord-column.h"

#include <glib/gi18n.h>

#include "app/accord-passage-popover.h"
#include "app/accord-strip.h"
#include "engine/accord-difference.h"

struct _AccordColumn
{
  GtkWidget parent_instance;

  /* template */
  GtkLabel *letter;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *turn;
  GtkLabel *turn_label;
  GtkToggleButton *pin;
  GtkWidget *title_box;
  GtkScrolledWindow *scroller;
  AccordTextView *text;
  AccordStrip *strip;

  /* owned */
  AccordView *view;
  AccordSessionDocument *document;

  GtkWidget *hover;    /* nullable, a child: what is shown under the pointer */
  guint hover_id;      /* source that will show it, 0: none */
  guint hover_passage; /* passage under the pointer, ACCORD_NONE: none */
};

/* How long the pointer has to rest. */
#define HOVER_MILLISECONDS 500

G_DEFINE_FINAL_TYPE (AccordColumn, accord_column, GTK_TYPE_WIDGET)

static AccordSession *
session_of (AccordColumn *self)
{
  return accord_view_get_session (self->view);
}

static void
update_title_cb (AccordColumn *self)
{
  AccordDocument *document = accord_session_document_get_document (self->document);
  g_autofree char *label =
    g_strdup_printf ("%s, %s", accord_session_document_get_letter (self->document),
                     accord_session_document_get_title (self->document));

  gtk_label_set_label (self->letter, accord_session_document_get_letter (self->document));
  gtk_label_set_label (self->title, accord_session_document_get_title (self->document));
  gtk_label_set_label (self->subtitle, accord_session_document_get_subtitle (self->document));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title),
                               accord_session_document_get_title (self->document));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (document != NULL)
    accord_text_view_set_document (self->text, document);
}

static void
update_marks_cb (AccordColumn *self)
{
  guint index = 0, n = 0;
  AccordPassageMark *marks = NULL;
  AccordDocument *document = accord_text_view_get_document (self->text);

  if (document == NULL || !accord_column_get_index (self, &index))
    return;
  marks = accord_passage_marks_new (self->view, index, &n);
  accord_strip_set_marks (self->strip, document, marks, n);
  accord_text_view_take_marks (self->text, marks, n);
}

/* The words of this column that carry a reason of the focused link. */
static void
update_bold (AccordColumn *self, guint index)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  AccordComparison *comparison =
    findings != NULL ? accord_findings_get_comparison (findings) : NULL;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  guint n = 0, n_links = 0, focused = accord_view_get_link (self->view);
  const AccordLinkFinding *found =
    findings != NULL ? accord_findings_get_links (findings, &n) : NULL;
  const AccordLink *links =
    comparison != NULL ? accord_comparison_get_links (comparison, &n_links) : NULL;

  if (focused < n && found[focused].link < n_links &&
      (found[focused].a.document == index || found[focused].b.document == index))
    {
      const AccordLink *link = &links[found[focused].link];
      const AccordReason *reasons = accord_comparison_get_reasons (comparison, link);
      gboolean is_a = link->a.document == index;

      for (guint i = 0; i < link->n_reasons; i++)
        g_array_append_vals (
          spans,
          accord_comparison_get_spans (comparison, is_a ? reasons[i].first_a : reasons[i].first_b),
          is_a ? reasons[i].n_a : reasons[i].n_b);
    }
  accord_text_view_set_bold (self->text, (const AccordSpan *) (gpointer) spans->data, spans->len);
}

static void
focus_changed_cb (AccordColumn *self)
{
  guint index = 0, document = ACCORD_NONE, passage = ACCORD_NONE, n = 0;
  guint focused_link = accord_view_get_link (self->view);
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  const AccordLinkFinding *links =
    findings != NULL ? accord_findings_get_links (findings, &n) : NULL;

  if (!accord_column_get_index (self, &index))
    return;
  update_marks_cb (self);
  accord_view_get_passage (self->view, &document, &passage);
  if (document != index)
    passage = ACCORD_NONE;
  if (focused_link < n && links[focused_link].a.document == index)
    passage = links[focused_link].a.passage;
  if (focused_link < n && links[focused_link].b.document == index)
    passage = links[focused_link].b.passage;
  accord_text_view_set_current (self->text, passage);
  update_bold (self, index);
}

static void
jump_cb (AccordColumn *self, guint document, guint passage)
{
  guint index = 0;

  if (accord_column_get_index (self, &index) && index == document)
    accord_text_view_scroll_to (self->text, passage);
}

/* Of one change the words that only this draft has; of a passage without a partner all of them. */
static void
append_changed (AccordVersions *versions,
                const AccordVersionChange *change,
                gboolean older,
                GArray *spans)
{
  AccordComparison *comparison = accord_versions_get_comparison (versions);
  guint document =
    older ? accord_versions_get_older (versions) : accord_versions_get_newer (versions);
  guint n = 0;
  g_autofree AccordDifference *parts = NULL;

  if (change->kind == (older ? ACCORD_VERSION_DROPPED : ACCORD_VERSION_ADDED))
    g_array_append_val (
      spans, accord_document_get_passages (accord_comparison_get_document (comparison, document),
                                           &n)[older ? change->older : change->newer]
               .span);
  if (change->kind != ACCORD_VERSION_REWORDED)
    return;
  parts = accord_difference_of_passages (
    accord_comparison_get_analysis (comparison, accord_versions_get_older (versions)),
    change->older,
    accord_comparison_get_analysis (comparison, accord_versions_get_newer (versions)),
    change->newer, &n);
  for (guint i = 0; i < n; i++)
    if (parts[i].kind == (older ? ACCORD_DIFFERENCE_DELETED : ACCORD_DIFFERENCE_INSERTED))
      g_array_append_val (spans, *(older ? &parts[i].a : &parts[i].b));
}

/* Old words are struck in the older draft, new ones marked in the newer. */
static void
versions_changed_cb (AccordColumn *self)
{
  AccordVersions *versions = accord_view_get_versions (self->view);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  guint index = 0, n = 0;
  const AccordVersionChange *changes = NULL;
  gboolean older = FALSE, newer = FALSE;

  if (versions != NULL && accord_column_get_index (self, &index))
    {
      changes = accord_versions_get_changes (versions, &n);
      older = index == accord_versions_get_older (versions);
      newer = index == accord_versions_get_newer (versions);
    }
  for (guint i = 0; (older || newer) && i < n; i++)
    append_changed (versions, &changes[i], older, spans);
  accord_text_view_set_changes (self->text, "old", (const AccordSpan *) (gpointer) spans->data,
                                older ? spans->len : 0);
  accord_text_view_set_changes (self->text, "new", (const AccordSpan *) (gpointer) spans->data,
                                newer ? spans->len : 0);
}

/* What is marked in the buffer could not be so before. */
static void
filled_cb (AccordColumn *self)
{
  focus_changed_cb (self);
  versions_changed_cb (self);
}

static void
pair_changed_cb (AccordColumn *self)
{
  AccordEnd first, second;
  guint index = 0, passage = ACCORD_NONE;
  gboolean chosen = FALSE;

  if (accord_column_get_index (self, &index) && accord_view_get_pair (self->view, &first, &second))
    {
      chosen = second.document == index;
      passage = chosen ? second.passage : first.document == index ? first.passage : ACCORD_NONE;
    }
  accord_text_view_set_pair (self->text, passage, chosen);
}

static void
passage_activated_cb (AccordColumn *self, guint passage)
{
  guint index = 0;

  if (accord_column_get_index (self, &index))
    accord_view_focus_passage (self->view, index, passage);
}

static void
close_cb (AccordColumn *self)
{
  accord_session_set_shown (session_of (self), self->document, FALSE);
}

static void
pin_toggled_cb (AccordColumn *self)
{
  if (self->view != NULL)
    accord_view_set_pinned (self->view, self->document, gtk_toggle_button_get_active (self->pin));
}

/* The place of @document among those of the session. */
static guint
position_of (AccordColumn *self, AccordSessionDocument *document)
{
  GListModel *documents = accord_session_get_documents (session_of (self));
  guint n = g_list_model_get_n_items (documents);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordSessionDocument) one = g_list_model_get_item (documents, i);

      if (one == document)
        return i;
    }
  return n;
}

/* Alt+Shift+Left and Right do what dragging the title does. */
static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordColumn *self = ACCORD_COLUMN (widget);
  gint n = (gint) g_list_model_get_n_items (accord_session_get_documents (session_of (self)));
  gint step = g_variant_get_int32 (parameter), position;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  position = (gint) position_of (self, self->document) + step;
  if (position >= 0 && position < n)
    accord_session_move_document (session_of (self), self->document, (guint) position);
}

static GdkContentProvider *
drag_prepare_cb (AccordColumn *self)
{
  return gdk_content_provider_new_typed (ACCORD_TYPE_SESSION_DOCUMENT, self->document);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, AccordColumn *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->title_box);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AccordColumn *self)
{
  AccordSessionDocument *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self->document)
    return FALSE;
  accord_session_move_document (session_of (self), dragged, position_of (self, self->document));
  return TRUE;
}

/* A column is taken by its title and dropped on another's. */
static void
add_drag (AccordColumn *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ACCORD_TYPE_SESSION_DOCUMENT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (self->title_box, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (self->title_box, GTK_EVENT_CONTROLLER (target));
}

static void
end_hover (AccordColumn *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  self->hover_passage = ACCORD_NONE;
  if (self->hover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->hover));
  g_clear_weak_pointer (&self->hover);
}

static gboolean
show_hover_cb (gpointer data)
{
  AccordColumn *self = data;
  guint index = 0, n = 0;
  GdkRectangle area;
  double x = 0, y = 0;
  GtkWidget *popover = NULL;
  AccordDocument *document = accord_text_view_get_document (self->text);
  AccordSpan span;

  self->hover_id = 0;
  if (document == NULL || !accord_column_get_index (self, &index))
    return G_SOURCE_REMOVE;
  popover = accord_passage_popover_new (self->view, index, self->hover_passage, FALSE);
  if (popover == NULL)
    return G_SOURCE_REMOVE;
  span = accord_document_get_passages (document, &n)[self->hover_passage].span;
  accord_text_view_get_area (self->text, (AccordSpan){ span.end, span.end }, &area);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), GTK_WIDGET (self), area.x, area.y, &x,
                                    &y);
  area.x = (int) x;
  area.y = (int) y;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  gtk_popover_popup (GTK_POPOVER (popover));
  g_set_weak_pointer (&self->hover, popover);
  return G_SOURCE_REMOVE;
}

static void
pointer_moved_cb (GtkEventController *controller, double x, double y, AccordColumn *self)
{
  guint passage = 0;

  if (!accord_text_view_get_passage_under (self->text, x, y, &passage))
    {
      end_hover (self);
      return;
    }
  if (passage == self->hover_passage)
    return;
  end_hover (self);
  self->hover_passage = passage;
  self->hover_id = g_timeout_add (HOVER_MILLISECONDS, show_hover_cb, self);
}

static void
add_hover (AccordColumn *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->hover_passage = ACCORD_NONE;
  g_signal_connect_object (motion, "motion", G_CALLBACK (pointer_moved_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (end_hover), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), motion);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (end_hover), self, G_CONNECT_SWAPPED);
}

static void
accord_column_dispose (GObject *object)
{
  AccordColumn *self = ACCORD_COLUMN (object);

  GtkWidget *child = NULL;

  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_clear_weak_pointer (&self->hover);
  /* Besides the box there may be popovers. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (accord_column_parent_class)->dispose (object);
}

static void
accord_column_class_init (AccordColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_column_dispose;
  g_type_ensure (ACCORD_TYPE_TEXT_VIEW);
  g_type_ensure (ACCORD_TYPE_STRIP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "column");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-column.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, letter);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, title);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, turn);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, turn_label);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, pin);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, title_box);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, scroller);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, text);
  gtk_widget_class_bind_template_child (widget_class, AccordColumn, strip);
  gtk_widget_class_bind_template_callback (widget_class, passage_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_toggled_cb);
  gtk_widget_class_install_action (widget_class, "column.move", "i", move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK,
                                       "column.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK,
                                       "column.move", "i", 1);
}

static void
accord_column_init (AccordColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drag (self);
  add_hover (self);
  accord_strip_set_adjustment (self->strip, gtk_scrolled_window_get_vadjustment (self->scroller));
}

/**
 * accord_column_new:
 * @view: what is looked at
 * @document: what to show
 *
 * Returns: (transfer floating): its column
 */
GtkWidget *
accord_column_new (AccordView *view, AccordSessionDocument *document)
{
  AccordColumn *self = g_object_new (ACCORD_TYPE_COLUMN, NULL);
  AccordSession *session = accord_view_get_session (view);

  self->view = g_object_ref (view);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify", G_CALLBACK (update_title_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "findings-changed", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "focus-changed", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "jump", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "pair-changed", G_CALLBACK (pair_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "versions-changed", G_CALLBACK (versions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  update_title_cb (self);
  focus_changed_cb (self);
  versions_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * accord_column_get_document:
 * @self: a column
 *
 * Returns: (transfer none): what it shows
 */
AccordSessionDocument *
accord_column_get_document (AccordColumn *self)
{
  return self->document;
}

/**
 * accord_column_get_text:
 * @self: a column
 *
 * Returns: (transfer none): its text view
 */
AccordTextView *
accord_column_get_text (AccordColumn *self)
{
  return self->text;
}

/**
 * accord_column_get_selection:
 * @self: a column
 * @selection: (out): what is selected in it; its document is lent
 *
 * Returns: whether something is; @selection is set only then
 */
gboolean
accord_column_get_selection (AccordColumn *self, AccordSelection *selection)
{
  AccordSpan span;

  if (!accord_text_view_get_selection (self->text, &span))
    return FALSE;
  *selection = (AccordSelection){ self->document, span };
  return TRUE;
}

/**
 * accord_column_get_index:
 * @self: a column
 * @index: (out): the number of its document in the findings
 *
 * Returns: whether its document is part of the last comparison; @index is set only then
 */
gboolean
accord_column_get_index (AccordColumn *self, guint *index)
{
  return accord_session_find_compared (session_of (self), self->document, index);
}

/**
 * accord_column_set_turning:
 * @self: a column
 * @turning: whether it sits in the seat through which the rest of the documents turn
 * @position: its place among them, from 0
 * @n: how many take turns
 */
void
accord_column_set_turning (AccordColumn *self, gboolean turning, guint position, guint n)
{
  g_autofree char *label =
    g_strdup_printf (/* Translators: "3 of 10" documents */ _ ("%u of %u"), position + 1, n);

  gtk_widget_set_visible (self->turn, turning);
  gtk_label_set_label (self->turn_label, label);
}

/**
 * accord_column_set_pinnable:
 * @self: a column
 * @pinnable: whether there are more documents than seats, so that it matters which keep theirs
 */
void
accord_column_set_pinnable (AccordColumn *self, gboolean pinnable)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pin), pinnable);
  gtk_toggle_button_set_active (self->pin, accord_view_is_pinned (self->view, self->document));
}
