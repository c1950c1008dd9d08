/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window, Read and Matrix: which one is seen is the view's state; each
 * has its own side at the right and remembers by itself whether the sidebar is open. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#include "app/accord-codebook-window.h"

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  const char *page = g_variant_get_string (parameter, NULL);

  if (!accord_window_is_empty (self) &&
      adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    g_object_set (self->view, "page", page, NULL);
}

static void
show_inspector_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_flap_set_reveal_flap (ACCORD_WINDOW (widget)->inspector_flap, TRUE);
}

static void
codebook_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (accord_codebook_window_new (GTK_WINDOW (self), self->session)));
}

static void
bind_sidebar (AccordWindow *self, const char *page)
{
  g_settings_unbind (self->sidebar_flap, "reveal-flap");
  g_settings_bind (self->settings,
                   g_str_equal (page, "matrix") ? "matrix-sidebar-visible" : "sidebar-visible",
                   self->sidebar_flap, "reveal-flap", G_SETTINGS_BIND_DEFAULT);
}

static void
page_changed_cb (AccordWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->pages);

  gtk_stack_set_visible_child_name (self->sides, page);
  bind_sidebar (self, page);
}

/* A narrow header has an icon for a word, and leaves undoing to the menu and the keyboard. */
static gboolean
narrow_cb (gpointer data)
{
  AccordWindow *self = data;
  gboolean narrow = adw_view_switcher_title_get_title_visible (self->title) &&
                    adw_view_switcher_title_get_view_switcher_enabled (self->title);

  gtk_widget_set_visible (self->undo_button, !narrow);
  if (narrow)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
      adw_split_button_set_icon_name (self->open_button, "document-open-symbolic");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
      adw_split_button_set_label (self->open_button, _ ("_Open"));
      adw_split_button_set_use_underline (self->open_button, TRUE);
    }
  return G_SOURCE_REMOVE;
}

/* It is told while widgets are being placed, when none may change its size. */
static void
title_visible_cb (AccordWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow_cb, g_object_ref (self), g_object_unref);
}

/**
 * accord_window_install_page_actions:
 * @widget_class: the class of the window
 */
void
accord_window_install_page_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "win.codebook", NULL, codebook_cb);
  gtk_widget_class_install_action (widget_class, "win.show-inspector", NULL, show_inspector_cb);
}

/**
 * accord_window_add_pages:
 * @self: a window with its view
 */
void
accord_window_add_pages (AccordWindow *self)
{
  self->matrix_state = accord_matrix_state_new (self->session);
  accord_matrix_view_set_state (self->matrix, self->matrix_state);
  accord_quotations_set_state (self->quotations, self->matrix_state, self->view);
  g_object_bind_property (self->view, "page", self->pages, "visible-child-name",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->title, "title-visible", self->switcher_bar, "reveal",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->title, "view-switcher-enabled", self->switcher_bar, "visible",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->title, "notify::title-visible", G_CALLBACK (title_visible_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::visible-child-name", G_CALLBACK (page_changed_cb),
                           self, G_CONNECT_SWAPPED);
  page_changed_cb (self);
}
