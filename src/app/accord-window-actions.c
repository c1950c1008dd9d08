/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions that are not about files, and which of them are on. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 10
#define ZOOM_MIN 50
#define ZOOM_MAX 300

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_session_undo (ACCORD_WINDOW (widget)->session);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_session_redo (ACCORD_WINDOW (widget)->session);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_session_cancel (ACCORD_WINDOW (widget)->session);
}

static void
toggle_flap (AdwFlap *flap)
{
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_flap (ACCORD_WINDOW (widget)->sidebar_flap);
}

static void
inspector_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_flap (ACCORD_WINDOW (widget)->inspector_flap);
}

static void
clear_focus_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_view_clear_focus (ACCORD_WINDOW (widget)->view);
}

static void
align_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_view_align (ACCORD_WINDOW (widget)->view);
}

/* The columns know which of them is next, wherever the keyboard is now. */
static void
next_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (ACCORD_WINDOW (widget)->reader), "reader.next-column",
                              NULL);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  adw_flap_set_reveal_flap (self->sidebar_flap, TRUE);
  accord_sidebar_focus_filter (self->sidebar);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_paste (ACCORD_WINDOW (widget));
}

/* The parameter is the step: 1, -1, or 0 for the usual size. */
static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  gint step = g_variant_get_int32 (parameter);
  gint zoom = 100;

  g_object_get (self->view, "text-zoom", &zoom, NULL);
  zoom = step == 0 ? 100 : CLAMP (zoom + step * ZOOM_STEP, ZOOM_MIN, ZOOM_MAX);
  g_object_set (self->view, "text-zoom", zoom, NULL);
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/**
 * accord_window_install_actions:
 * @widget_class: the class of the window
 */
void
accord_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.inspector", NULL, inspector_cb);
  gtk_widget_class_install_action (widget_class, "win.clear-focus", NULL, clear_focus_cb);
  gtk_widget_class_install_action (widget_class, "win.next-column", NULL, next_column_cb);
  gtk_widget_class_install_action (widget_class, "win.align", NULL, align_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom", "i", zoom_cb);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_cb);
  /* No accelerator: entries, menus and folded panes use this key first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear-focus", NULL);
}

/**
 * accord_window_update_actions:
 * @self: a window
 *
 * Turns actions on and off by what the session and the view allow now.
 */
void
accord_window_update_actions (AccordWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_undo = FALSE, can_redo = FALSE, read_only = FALSE;
  gboolean empty = accord_window_is_empty (self);
  gboolean has_findings = accord_session_get_findings (self->session) != NULL;
  gboolean held = accord_session_get_holder (self->session) != NULL, can_save = FALSE;

  g_object_get (self->session, "can-undo", &can_undo, "can-redo", &can_redo, "read-only",
                &read_only, NULL);
  /* What somebody else has open can be saved under another name. */
  can_save = !empty && (!read_only || held);
  gtk_widget_action_set_enabled (widget, "win.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "win.redo", can_redo);
  gtk_widget_action_set_enabled (widget, "win.cancel", accord_session_get_busy (self->session));
  gtk_widget_action_set_enabled (widget, "win.save", can_save);
  gtk_widget_action_set_enabled (widget, "win.save-as", can_save);
  gtk_widget_action_set_enabled (widget, "win.export", has_findings);
  gtk_widget_action_set_enabled (widget, "win.sidebar", !empty);
  gtk_widget_action_set_enabled (widget, "win.inspector", !empty);
  gtk_widget_action_set_enabled (widget, "win.find", !empty);
  gtk_widget_action_set_enabled (widget, "win.clear-focus", accord_view_has_focus (self->view));
  gtk_widget_action_set_enabled (widget, "win.align", has_findings);
  accord_window_update_decide_actions (self);
}
