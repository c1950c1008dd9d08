/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row knows its theme and principle by number; the list is filled anew when those
 * change. */
#include "app/accord-codebook-row.h"

#include <glib/gi18n.h>

#include "engine/accord-findings.h"

struct _AccordCodebookRow
{
  GtkListBoxRow parent_instance;

  guint theme;
  guint principle; /* ACCORD_NONE: a theme */
};

static guint dropped_signal;

G_DEFINE_FINAL_TYPE (AccordCodebookRow, accord_codebook_row, GTK_TYPE_LIST_BOX_ROW)

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, AccordCodebookRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, self->principle);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AccordCodebookRow *self)
{
  g_signal_emit (self, dropped_signal, 0, g_value_get_uint (value), self);
  return TRUE;
}

static void
accord_codebook_row_class_init (AccordCodebookRowClass *klass)
{
  dropped_signal = g_signal_new ("dropped", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, GTK_TYPE_LIST_BOX_ROW);
}

static void
accord_codebook_row_init (AccordCodebookRow *self)
{
}

static void
add_drag (AccordCodebookRow *self)
{
  GtkEventController *target =
    GTK_EVENT_CONTROLLER (gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE));
  GtkDragSource *source = NULL;

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), target);
  if (self->principle == ACCORD_NONE)
    return;
  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
append_label (GtkBox *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (box, label);
}

static void
append_name (GtkBox *box, const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (box, label);
}

static void
append_warning (GtkBox *box)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_tooltip_text (icon, _ ("No passage of the open documents has it"));
  gtk_box_append (box, icon);
}

/**
 * accord_codebook_row_new:
 * @theme: index of a theme
 * @principle: index of a principle of it; ACCORD_NONE: the row is the theme's
 * @name: what it is called
 * @count: its passages in the open documents; -1: not known yet
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
accord_codebook_row_new (guint theme, guint principle, const char *name, gint count)
{
  AccordCodebookRow *self = g_object_new (ACCORD_TYPE_CODEBOOK_ROW, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  g_autofree char *number = g_strdup_printf ("%u", theme + 1);
  g_autofree char *value = count >= 0 ? g_strdup_printf ("%d", count) : g_strdup ("…");

  self->theme = theme;
  self->principle = principle;
  if (principle == ACCORD_NONE)
    append_label (box, number, "ring");
  append_name (box, name);
  if (count == 0 && principle != ACCORD_NONE)
    append_warning (box);
  append_label (box, value, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self), principle == ACCORD_NONE ? "theme" : "principle");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (box));
  add_drag (self);
  return GTK_WIDGET (self);
}

/**
 * accord_codebook_row_get_theme:
 * @row: a row made here
 *
 * Returns: index of its theme
 */
guint
accord_codebook_row_get_theme (GtkListBoxRow *row)
{
  return ACCORD_CODEBOOK_ROW (row)->theme;
}

/**
 * accord_codebook_row_get_principle:
 * @row: a row made here
 *
 * Returns: index of its principle; ACCORD_NONE where it is a theme's
 */
guint
accord_codebook_row_get_principle (GtkListBoxRow *row)
{
  return ACCORD_CODEBOOK_ROW (row)->principle;
}
