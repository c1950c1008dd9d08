/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything it offers is an action of the window; recent sessions come from the
 * desktop's own list of recent files. */
#include "app/accord-start-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_RECENT 5u

struct _AccordStartPage
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *scroller;
  GtkWidget *recent_box;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (AccordStartPage, accord_start_page, GTK_TYPE_WIDGET)

static gint
by_visit (gconstpointer a, gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_visited ((GtkRecentInfo *) a);
  GDateTime *second = gtk_recent_info_get_visited ((GtkRecentInfo *) b);

  return g_date_time_compare (second, first);
}

static void
append_recent (AccordStartPage *self, GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *visited = g_date_time_format (gtk_recent_info_get_visited (info), "%x");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), visited);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "x-office-document-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_list_box_append (self->recent, row);
}

static void
recent_changed_cb (AccordStartPage *self)
{
  GList *items =
    g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), by_visit);
  GtkWidget *child = NULL;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, child);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (l->data), ".accord") &&
        gtk_recent_info_exists (l->data))
      {
        append_recent (self, l->data);
        n++;
      }
  gtk_widget_set_visible (self->recent_box, n > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
accord_start_page_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_START_PAGE (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (accord_start_page_parent_class)->dispose (object);
}

static void
accord_start_page_class_init (AccordStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_start_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "startpage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordStartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AccordStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, AccordStartPage, recent);
}

static void
accord_start_page_init (AccordStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
}
