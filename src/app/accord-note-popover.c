/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+Return keeps the note, as it accepts elsewhere; Escape leaves it as it was. */
#include "app/accord-note-popover.h"

#include <glib/gi18n.h>

#include "app/accord-popover.h"

struct _AccordNotePopover
{
  GtkPopover parent_instance;

  /* owned by the widget tree */
  GtkTextView *text;
};

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordNotePopover, accord_note_popover, GTK_TYPE_POPOVER)

static void
keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordNotePopover *self = ACCORD_NOTE_POPOVER (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[WRITTEN], 0, g_strstrip (text));
  g_object_unref (self);
}

static void
accord_note_popover_class_init (AccordNotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "note.keep", NULL, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "note.keep",
                                       NULL);
  signals[WRITTEN] = g_signal_new ("written", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
accord_note_popover_init (AccordNotePopover *self)
{
  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
}

/**
 * accord_note_popover_new:
 * @heading: translated: what the note is on
 * @text: (nullable): what it says so far
 *
 * It goes when it is closed; the caller gives it a parent and opens it.
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
accord_note_popover_new (const char *heading, const char *text)
{
  AccordNotePopover *self = g_object_new (ACCORD_TYPE_NOTE_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *keep = gtk_button_new_with_mnemonic (_ ("_Keep Note"));

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text != NULL ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, 270, 108);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (keep), "note.keep");
  gtk_widget_set_tooltip_text (keep, _ ("Ctrl+Return"));
  gtk_widget_set_halign (keep, GTK_ALIGN_END);
  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  accord_popover_go_when_closed (GTK_POPOVER (self));
  return GTK_WIDGET (self);
}
