/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verify Session: the file of the window is read, its sources are read again and compared
 * again, and what is not as it was is listed. The window stays usable meanwhile. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#include "documents/accord-lexicon-file.h"
#include "documents/accord-open.h"
#include "session/accord-verify.h"

/* More lines than these would be no list any more. */
#define MOST_FACTS 500u

static void
verify_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  GError *error = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (AccordLexicon) lexicon = accord_lexicon_load (NULL, NULL);
  const AccordVerifyOptions options = { folder, lexicon, 0, cancellable };
  g_autoptr (GBytes) bytes = accord_open_bytes (file, ACCORD_JSON_MAX, cancellable, &error);
  g_autoptr (AccordSessionState) state = NULL;
  GPtrArray *facts = NULL;

  if (bytes != NULL)
    state =
      accord_session_state_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (state != NULL)
    facts = accord_verify (state, &options, &error);
  if (facts == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, facts, (GDestroyNotify) g_ptr_array_unref);
}

static GtkWidget *
list_new (GPtrArray *facts)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is not as it was"), -1);
  for (guint i = 0; i < MIN (facts->len, MOST_FACTS); i++)
    {
      g_autofree char *sentence = accord_verify_fact_dup_sentence (g_ptr_array_index (facts, i));
      GtkWidget *label = gtk_label_new (sentence);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_end (label, 12);
      gtk_widget_set_margin_top (label, 8);
      gtk_widget_set_margin_bottom (label, 8);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  return scrolled;
}

static void
show_result (AccordWindow *self, GPtrArray *facts)
{
  guint n = accord_verify_count_drifts (facts);
  g_autofree char *heading =
    n == 0 ? g_strdup (_ ("Nothing Has Drifted"))
           : g_strdup_printf (ngettext ("%u Difference", "%u Differences", n), n);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), heading,
    n == 0 ? _ ("Texts, codings and links of the saved session are found again as they were.")
           : _ ("The saved session, its sources and this version of Accord do not say the same."));

  if (facts->len > 0)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list_new (facts));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordWindow *self = ACCORD_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->session == NULL)
    return;
  if (facts == NULL)
    accord_window_show_message (self, error->message);
  else
    show_result (self, facts);
}

static void
verify_session_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  GFile *file = accord_session_get_file (self->session);
  g_autoptr (GTask) task = NULL;

  if (file == NULL)
    {
      accord_window_show_message (self, _ ("Save this session before it is verified."));
      return;
    }
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Verifying the saved session…")));
  task = g_task_new (self, NULL, verified_cb, NULL);
  g_task_set_source_tag (task, verify_session_cb);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, verify_cb);
}

/**
 * accord_window_install_verify_actions:
 * @widget_class: the class of the window
 */
void
accord_window_install_verify_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.verify-session", NULL, verify_session_cb);
}
