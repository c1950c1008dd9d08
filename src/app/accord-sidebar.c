/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents above, themes below. A click on a theme or principle shows it alone,
 * Ctrl+click adds it, a click on the only one shown lifts it. */
#include "app/accord-sidebar.h"

#include <glib/gi18n.h>

#include "app/accord-document-row.h"
#include "app/accord-theme-row.h"

struct _AccordSidebar
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkListBox *documents;
  GtkLabel *n_documents;
  GtkSearchEntry *filter;
  GtkListView *themes;
  GtkLabel *nothing;

  /* owned */
  AccordView *view; /* nullable */
  GPtrArray *rows;  /* of bound AccordThemeRow, borrowed */
  char *search;     /* case-folded */

  AccordCodebook *codebook; /* owned, nullable: whose themes are listed */
};

G_DEFINE_FINAL_TYPE (AccordSidebar, accord_sidebar, GTK_TYPE_WIDGET)

static GtkWidget *
create_document_row_cb (gpointer item, gpointer data)
{
  AccordSidebar *self = data;

  return accord_document_row_new (self->view, item);
}

static void
documents_changed_cb (AccordSidebar *self)
{
  guint n =
    g_list_model_get_n_items (accord_session_get_documents (accord_view_get_session (self->view)));
  g_autofree char *label = g_strdup_printf ("%u", n);

  gtk_label_set_label (self->n_documents, label);
}

static void
document_activated_cb (AccordSidebar *self, GtkListBoxRow *row)
{
  AccordSession *session = accord_view_get_session (self->view);
  guint index = 0;

  if (accord_session_find_compared (
        session, accord_document_row_get_document (ACCORD_DOCUMENT_ROW (row)), &index))
    accord_view_jump (self->view, index, 0);
}

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  AccordSidebar *self = data;

  return accord_theme_item_get_children (item, self->search);
}

static void
fill_themes (AccordSidebar *self)
{
  AccordCodebook *codebook = accord_session_get_codebook (accord_view_get_session (self->view));
  GListModel *items = accord_theme_items_new (self->view, self->search);
  gboolean searching = self->search[0] != '\0';
  GtkTreeListModel *tree = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  accord_codebook_ref (codebook);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  self->codebook = codebook;
  gtk_widget_set_visible (GTK_WIDGET (self->nothing),
                          searching && g_list_model_get_n_items (items) == 0);
  tree = gtk_tree_list_model_new (items, FALSE, searching, create_children_cb, self, NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (self->themes, GTK_SELECTION_MODEL (selection));
}

static void
filter_changed_cb (AccordSidebar *self)
{
  g_free (self->search);
  self->search = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->filter)), -1);
  if (self->view != NULL)
    fill_themes (self);
}

static void
filter_stop_cb (AccordSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
}

static gboolean
control_is_held (GtkWidget *widget)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;
}

static void
theme_activated_cb (AccordSidebar *self, guint position)
{
  g_autoptr (GtkTreeListRow) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->themes)), position);
  g_autoptr (AccordThemeItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  gboolean add = control_is_held (GTK_WIDGET (self));

  if (item == NULL)
    return;
  if (accord_theme_item_is_theme (item))
    {
      if (!gtk_tree_list_row_get_expanded (row))
        gtk_tree_list_row_set_expanded (row, TRUE);
      accord_view_focus_theme (self->view, accord_theme_item_get_theme (item), add);
    }
  else
    accord_view_focus_principle (self->view, accord_theme_item_get_principle (item), add);
}

/* Rows of another codebook cannot be brought up to date: they number its themes. */
static void
update_rows_cb (AccordSidebar *self)
{
  if (accord_session_get_codebook (accord_view_get_session (self->view)) != self->codebook)
    {
      fill_themes (self);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    accord_theme_row_update (g_ptr_array_index (self->rows, i));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, accord_theme_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  AccordSidebar *self = data;
  AccordThemeRow *row = ACCORD_THEME_ROW (gtk_list_item_get_child (item));

  accord_theme_row_set_row (row, gtk_list_item_get_item (item));
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  AccordSidebar *self = data;
  AccordThemeRow *row = ACCORD_THEME_ROW (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->rows, row);
  accord_theme_row_set_row (row, NULL);
}

static void
accord_sidebar_dispose (GObject *object)
{
  AccordSidebar *self = ACCORD_SIDEBAR (object);

  if (self->box != NULL)
    {
      gtk_list_view_set_model (self->themes, NULL);
      gtk_list_box_bind_model (self->documents, NULL, NULL, NULL, NULL);
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_sidebar_parent_class)->dispose (object);
}

static void
accord_sidebar_finalize (GObject *object)
{
  AccordSidebar *self = ACCORD_SIDEBAR (object);

  g_ptr_array_unref (self->rows);
  g_free (self->search);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  G_OBJECT_CLASS (accord_sidebar_parent_class)->finalize (object);
}

static void
accord_sidebar_class_init (AccordSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_sidebar_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "accordsidebar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, documents);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, n_documents);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, filter);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, themes);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, nothing);
  gtk_widget_class_bind_template_callback (widget_class, document_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_activated_cb);
}

static void
accord_sidebar_init (AccordSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  self->search = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->themes, factory);
}

/**
 * accord_sidebar_set_view:
 * @self: a sidebar
 * @view: what is looked at; set once
 */
void
accord_sidebar_set_view (AccordSidebar *self, AccordView *view)
{
  AccordSession *session = accord_view_get_session (view);
  GListModel *documents = accord_session_get_documents (session);

  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  gtk_list_box_bind_model (self->documents, documents, create_document_row_cb, self, NULL);
  g_signal_connect_object (documents, "items-changed", G_CALLBACK (documents_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "findings-changed", G_CALLBACK (update_rows_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "focus-changed", G_CALLBACK (update_rows_cb), self,
                           G_CONNECT_SWAPPED);
  documents_changed_cb (self);
  fill_themes (self);
}

/**
 * accord_sidebar_focus_filter:
 * @self: a sidebar
 *
 * Gives the keyboard to the entry that filters the themes.
 */
void
accord_sidebar_focus_filter (AccordSidebar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}
