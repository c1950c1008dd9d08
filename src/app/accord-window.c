/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window binds its parts to one view and shows what happens: title, messages
 * that stay until they are dismissed, the question before unsaved work is closed. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#include "app/accord-start-page.h"

G_DEFINE_FINAL_TYPE (AccordWindow, accord_window, ADW_TYPE_APPLICATION_WINDOW)

/* More messages than this at once push the oldest out. */
#define MAX_MESSAGES 5

static void
message_response_cb (GtkInfoBar *bar, int response, AccordWindow *self)
{
  gtk_box_remove (self->messages, GTK_WIDGET (bar));
}

static guint
count_messages (AccordWindow *self)
{
  guint n = 0;

  for (GtkWidget *w = gtk_widget_get_first_child (GTK_WIDGET (self->messages)); w != NULL;
       w = gtk_widget_get_next_sibling (w))
    n++;
  return n;
}

/**
 * accord_window_show_message:
 * @self: a window
 * @message: a translated sentence
 *
 * Shows what went wrong in an info bar that stays until it is dismissed.
 */
void
accord_window_show_message (AccordWindow *self, const char *message)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (bar), TRUE);
  g_signal_connect_object (bar, "response", G_CALLBACK (message_response_cb), self, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  gtk_box_append (self->messages, bar);
  if (count_messages (self) > MAX_MESSAGES)
    gtk_box_remove (self->messages, gtk_widget_get_first_child (GTK_WIDGET (self->messages)));
}

static void
document_failed_cb (AccordWindow *self, const char *name, const char *reason)
{
  g_autofree char *message =
    g_strdup_printf (/* Translators: name of a file, reason */ _ ("“%s”: %s"), name, reason);

  accord_window_show_message (self, message);
}

static void
update_title_cb (AccordWindow *self)
{
  const char *title = accord_session_get_title (self->session);
  guint n_documents = g_list_model_get_n_items (accord_session_get_documents (self->session));
  gboolean empty = accord_window_is_empty (self);
  g_autofree char *marked = g_strdup_printf (
    "%s%s", accord_session_get_modified (self->session) && !empty ? "• " : "", title);
  g_autofree char *whole =
    empty ? g_strdup (_ ("Accord")) : g_strdup_printf ("%s — %s", marked, _ ("Accord"));

  adw_view_switcher_title_set_title (self->title, empty ? _ ("Accord") : marked);
  gtk_window_set_title (GTK_WINDOW (self), whole);
  adw_view_switcher_title_set_view_switcher_enabled (self->title, n_documents > 0);
  gtk_stack_set_visible_child_name (self->stack, n_documents == 0 ? "start" : "work");
  accord_window_update_actions (self);
}

/* The menu names the step that would be taken back or done again. */
static void
update_undo_cb (AccordWindow *self)
{
  g_autofree char *undo = NULL, *redo = NULL, *tooltip = NULL;
  g_autofree char *undo_label = NULL, *redo_label = NULL;

  g_object_get (self->session, "undo-name", &undo, "redo-name", &redo, NULL);
  undo_label = undo != NULL
                 ? g_strdup_printf (/* Translators: name of a step */ _ ("Undo: %s"), undo)
                 : g_strdup (_ ("Undo"));
  redo_label = redo != NULL
                 ? g_strdup_printf (/* Translators: name of a step */ _ ("Redo: %s"), redo)
                 : g_strdup (_ ("Redo"));
  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo_label, "win.undo");
  g_menu_append (self->undo_section, redo_label, "win.redo");
  tooltip = undo != NULL
              ? g_strdup_printf (/* Translators: name of a step */ _ ("Undo: %s (Ctrl+Z)"), undo)
              : g_strdup (_ ("Undo (Ctrl+Z)"));
  gtk_widget_set_tooltip_text (self->undo_button, tooltip);
}

static void
save_choice_cb (AccordWindow *self, const char *response)
{
  if (g_str_equal (response, "save"))
    accord_window_save_then_close (self);
  else if (g_str_equal (response, "discard"))
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_before_closing (AccordWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save the Comparison?"), NULL);

  adw_message_dialog_format_body (
    ADW_MESSAGE_DIALOG (dialog),
    _ ("“%s” has changes that are not saved. They are lost when it is closed."),
    accord_session_get_title (self->session));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_choice_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remember_state (AccordWindow *self)
{
  int width = 0, height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
accord_window_close_request (GtkWindow *window)
{
  AccordWindow *self = ACCORD_WINDOW (window);

  if (!self->closing && !accord_window_is_empty (self) &&
      accord_session_get_modified (self->session))
    {
      ask_before_closing (self);
      return TRUE;
    }
  remember_state (self);
  accord_session_cancel (self->session);
  accord_session_close (self->session);
  return GTK_WINDOW_CLASS (accord_window_parent_class)->close_request (window);
}

/* Below these widths, at the usual size of text, the panes lie over the texts instead of beside
 * them, so that these keep at least half of the window. */
#define INSPECTOR_FOLDS 1000
#define SIDEBAR_FOLDS 900

static void
fold (AdwFlap *flap, gboolean folds)
{
  adw_flap_set_fold_policy (flap, folds ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO);
}

static gboolean
fold_cb (gpointer data)
{
  AccordWindow *self = data;
  int dpi = 0, width = gtk_widget_get_width (data);
  double scale;

  if (self->session == NULL)
    return G_SOURCE_REMOVE;
  g_object_get (gtk_widget_get_settings (data), "gtk-xft-dpi", &dpi, NULL);
  scale = dpi > 0 ? CLAMP (dpi / (96.0 * 1024), 1, 4) : 1;
  fold (self->inspector_flap, width < INSPECTOR_FOLDS * scale);
  fold (self->sidebar_flap, width < SIDEBAR_FOLDS * scale);
  return G_SOURCE_REMOVE;
}

static void
accord_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  GTK_WIDGET_CLASS (accord_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (width == self->folded_for)
    return;
  self->folded_for = width;
  /* Not now: to fold a pane asks for another size. */
  g_idle_add_full (GDK_PRIORITY_REDRAW - 1, fold_cb, g_object_ref (self), g_object_unref);
}

static void
accord_window_dispose (GObject *object)
{
  AccordWindow *self = ACCORD_WINDOW (object);

  if (self->dialog != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->dialog));
  g_clear_object (&self->dialog);
  g_clear_object (&self->opening_file);
  g_clear_object (&self->matrix_state);
  g_clear_object (&self->view);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (accord_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, messages);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, coverage_bar);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, pair_bar);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, sides);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, matrix);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, quotations);
}

static void
accord_window_class_init (AccordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_window_dispose;
  widget_class->size_allocate = accord_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = accord_window_close_request;
  g_type_ensure (ACCORD_TYPE_COVERAGE_BAR);
  g_type_ensure (ACCORD_TYPE_INSPECTOR);
  g_type_ensure (ACCORD_TYPE_MATRIX_VIEW);
  g_type_ensure (ACCORD_TYPE_QUOTATIONS);
  g_type_ensure (ACCORD_TYPE_PAIR_BAR);
  g_type_ensure (ACCORD_TYPE_READER);
  g_type_ensure (ACCORD_TYPE_SIDEBAR);
  g_type_ensure (ACCORD_TYPE_START_PAGE);
  bind_template (widget_class);
  accord_window_install_actions (widget_class);
  accord_window_install_decide_actions (widget_class);
  accord_window_install_code_actions (widget_class);
  accord_window_install_file_actions (widget_class);
  accord_window_install_merge_actions (widget_class);
  accord_window_install_verify_actions (widget_class);
  accord_window_install_page_actions (widget_class);
}

static void
bind_settings (AccordWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "inspector-visible", self->inspector_flap, "reveal-flap",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "text-zoom", self->view, "text-zoom", G_SETTINGS_BIND_DEFAULT);
}

static void
accord_window_init (AccordWindow *self)
{
  GListModel *documents = NULL;

  self->session = accord_session_new ();
  self->view = accord_view_new (self->session);
  self->settings = g_settings_new ("io.github.accord.Accord");
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_window_add_view_actions (self);
  accord_coverage_bar_set_view (self->coverage_bar, self->view);
  accord_sidebar_set_view (self->sidebar, self->view);
  accord_inspector_set_view (self->inspector, self->view);
  accord_reader_set_view (self->reader, self->view);
  accord_pair_bar_set_view (self->pair_bar, self->view);
  documents = accord_session_get_documents (self->session);
  g_signal_connect_object (documents, "items-changed", G_CALLBACK (update_title_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify", G_CALLBACK (update_title_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::undo-name", G_CALLBACK (update_undo_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::redo-name", G_CALLBACK (update_undo_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "document-failed", G_CALLBACK (document_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "password-needed",
                           G_CALLBACK (accord_window_ask_password), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (accord_window_show_message), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "focus-changed", G_CALLBACK (accord_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "pair-changed", G_CALLBACK (accord_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  bind_settings (self);
  accord_window_add_pages (self);
  accord_window_add_drop_target (self);
  update_title_cb (self);
  update_undo_cb (self);
}

/**
 * accord_window_new:
 * @application: the application
 *
 * Returns: (transfer floating): an empty window
 */
GtkWidget *
accord_window_new (AdwApplication *application)
{
  return g_object_new (ACCORD_TYPE_WINDOW, "application", application, NULL);
}

/**
 * accord_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): its session
 */
AccordSession *
accord_window_get_session (AccordWindow *self)
{
  return self->session;
}

/**
 * accord_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none): what it looks at
 */
AccordView *
accord_window_get_view (AccordWindow *self)
{
  return self->view;
}

/**
 * accord_window_is_empty:
 * @self: a window
 *
 * Returns: whether it has no document and no session file
 */
gboolean
accord_window_is_empty (AccordWindow *self)
{
  return accord_session_get_file (self->session) == NULL &&
         g_list_model_get_n_items (accord_session_get_documents (self->session)) == 0;
}

/**
 * accord_window_is_free:
 * @self: a window
 *
 * Returns: whether a session can be opened in it: it is empty, nothing is on its way into it, and
 *   nothing that was in it can be brought back
 */
gboolean
accord_window_is_free (AccordWindow *self)
{
  gboolean busy = FALSE, can_undo = FALSE, can_redo = FALSE;

  g_object_get (self->session, "busy", &busy, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  return accord_window_is_empty (self) && !self->opening && !busy && !can_undo && !can_redo;
}
