/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letter, title, language and date; a spinner while it is read; show or hide, move
 * by drag or Alt+Up/Down, remove. */
#include "app/accord-document-row.h"

#include <glib/gi18n.h>

struct _AccordDocumentRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkLabel *letter;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkSpinner *spinner;
  GtkButton *eye;

  /* owned */
  AccordView *view;
  AccordSessionDocument *document;
};

G_DEFINE_FINAL_TYPE (AccordDocumentRow, accord_document_row, GTK_TYPE_LIST_BOX_ROW)

static AccordSession *
session_of (AccordDocumentRow *self)
{
  return accord_view_get_session (self->view);
}

static guint
position_of (AccordDocumentRow *self)
{
  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self));
}

static void
update (AccordDocumentRow *self)
{
  gboolean reading = accord_session_document_get_state (self->document) == ACCORD_DOCUMENT_READING;
  gboolean shown = accord_session_document_get_shown (self->document);
  const char *subtitle =
    reading ? _ ("Reading…") : accord_session_document_get_subtitle (self->document);
  g_autofree char *label =
    g_strdup_printf ("%s, %s, %s", accord_session_document_get_letter (self->document),
                     accord_session_document_get_title (self->document), subtitle);

  gtk_label_set_label (self->letter, accord_session_document_get_letter (self->document));
  gtk_label_set_label (self->title, accord_session_document_get_title (self->document));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), reading);
  gtk_spinner_set_spinning (self->spinner, reading);
  gtk_button_set_icon_name (GTK_BUTTON (self->eye),
                            shown ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
eye_clicked_cb (AccordDocumentRow *self)
{
  accord_session_set_shown (session_of (self), self->document,
                            !accord_session_document_get_shown (self->document));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordDocumentRow *self = ACCORD_DOCUMENT_ROW (widget);

  accord_session_remove_document (session_of (self), self->document);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordDocumentRow *self = ACCORD_DOCUMENT_ROW (widget);
  gint position = (gint) position_of (self) + g_variant_get_int32 (parameter);
  gint n = (gint) g_list_model_get_n_items (accord_session_get_documents (session_of (self)));

  if (position >= 0 && position < n)
    accord_session_move_document (session_of (self), self->document, (guint) position);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, AccordDocumentRow *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);
  return gdk_content_provider_new_typed (ACCORD_TYPE_SESSION_DOCUMENT, self->document);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AccordDocumentRow *self)
{
  accord_session_move_document (session_of (self), g_value_get_object (value), position_of (self));
  return TRUE;
}

static void
add_drag_and_drop (AccordDocumentRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ACCORD_TYPE_SESSION_DOCUMENT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
accord_document_row_dispose (GObject *object)
{
  AccordDocumentRow *self = ACCORD_DOCUMENT_ROW (object);

  g_clear_object (&self->view);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (accord_document_row_parent_class)->dispose (object);
}

static void
accord_document_row_class_init (AccordDocumentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_document_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-document-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordDocumentRow, letter);
  gtk_widget_class_bind_template_child (widget_class, AccordDocumentRow, title);
  gtk_widget_class_bind_template_child (widget_class, AccordDocumentRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AccordDocumentRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AccordDocumentRow, eye);
  gtk_widget_class_bind_template_callback (widget_class, eye_clicked_cb);
  gtk_widget_class_install_action (widget_class, "document.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "document.move", "i", move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "document.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "document.move",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "document.remove", NULL);
}

static void
accord_document_row_init (AccordDocumentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drag_and_drop (self);
}

/**
 * accord_document_row_new:
 * @view: what is looked at
 * @document: the document
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
accord_document_row_new (AccordView *view, AccordSessionDocument *document)
{
  AccordDocumentRow *self = g_object_new (ACCORD_TYPE_DOCUMENT_ROW, NULL);

  self->view = g_object_ref (view);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * accord_document_row_get_document:
 * @self: a row
 *
 * Returns: (transfer none): its document
 */
AccordSessionDocument *
accord_document_row_get_document (AccordDocumentRow *self)
{
  return self->document;
}
