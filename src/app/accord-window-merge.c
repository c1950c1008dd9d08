/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other coders' sessions are merged with the one of this window, as it is saved; what
 * conflicts is shown to choose from, and the result opens in a window of its own. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#include "documents/accord-open.h"
#include "session/accord-merge.h"
#include "session/accord-session-adopt.h"

#define MOST_QUOTE 80

/* rows: the choices, an AdwComboRow for each conflict about a decision, else NULL. */
typedef struct
{
  AccordWindow *window;
  AccordMerge *merge;
  GPtrArray *rows;
} Merging;

static void
merging_free (gpointer data, GClosure *closure)
{
  Merging *self = data;

  accord_merge_free (self->merge);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static AccordSessionState *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = accord_open_bytes (file, ACCORD_JSON_MAX, cancellable, error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base);
  AccordSessionState *state = NULL;
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (bytes != NULL)
    state = accord_session_state_read (data != NULL ? data : "", length, error);
  if (state != NULL && state->version > ACCORD_SESSION_VERSION)
    {
      g_clear_pointer (&state, accord_session_state_free);
      g_set_error_literal (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_NEWER,
                           _ ("was saved by a newer version of Accord, and cannot be merged"));
    }
  if (state == NULL)
    /* Translators: the name of a file, and what is wrong */
    g_prefix_error (error, _ ("“%s”: "), shown);
  return state;
}

static void
merge_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *files = data;
  g_autoptr (GPtrArray) states =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_session_state_free);
  GError *error = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      AccordSessionState *state = load (g_ptr_array_index (files, i), cancellable, &error);

      if (state == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (states, state);
    }
  g_task_return_pointer (
    task, accord_merge_new ((const AccordSessionState *const *) states->pdata, states->len),
    (GDestroyNotify) accord_merge_free);
}

static void
show_merged (AccordWindow *self, AccordMerge *merge)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  AccordWindow *window = ACCORD_WINDOW (accord_window_new (ADW_APPLICATION (application)));
  g_autofree char *message = g_strdup_printf (
    ngettext ("%u decision was added. Save the merged session under a name of its own.",
              "%u decisions were added. Save the merged session under a name of its own.",
              merge->n_added),
    merge->n_added);

  accord_session_adopt (accord_window_get_session (window), merge->state);
  gtk_window_present (GTK_WINDOW (window));
  adw_toast_overlay_add_toast (window->toasts, adw_toast_new (message));
}

static void
choice_cb (AdwMessageDialog *dialog, const char *response, Merging *self)
{
  if (!g_str_equal (response, "merge"))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != NULL && adw_combo_row_get_selected (self->rows->pdata[i]) == 1)
      accord_merge_choose (self->merge, g_ptr_array_index (self->merge->conflicts, i));
  show_merged (self->window, self->merge);
}

static const char *
kind_name (AccordConflictKind kind)
{
  static const char *const NAMES[ACCORD_N_CONFLICTS] = {
    N_ ("Another codebook"),         N_ ("Another setting"), N_ ("Another text"),
    N_ ("Other parts are left out"), N_ ("Another detail"),  N_ ("The place is not in this text"),
    N_ ("Decided in two ways"),
  };

  return _ (NAMES[kind]);
}

/* "A: the words that it is about" */
static char *
dup_title (const AccordMerge *merge, const AccordConflict *conflict)
{
  const AccordSessionState *state = merge->state;
  g_autofree char *quote = NULL, *letter = NULL;
  const char *what = conflict->what != NULL ? conflict->what : kind_name (conflict->kind);

  for (guint i = 0; i < state->documents->len; i++)
    {
      const AccordStateDocument *document = g_ptr_array_index (state->documents, i);

      if (g_strcmp0 (document->id, conflict->document) == 0)
        letter = i < 26 ? g_strdup_printf ("%c", 'A' + (char) i) : g_strdup (document->id);
    }
  for (guint i = 0; conflict->decision != NULL && i < state->decisions->len; i++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (state->decisions, i);
      const AccordStateDocument *document = NULL;

      if (g_strcmp0 (decision->id, conflict->decision) != 0)
        continue;
      for (guint k = 0; k < state->documents->len; k++)
        if (g_strcmp0 (((AccordStateDocument *) state->documents->pdata[k])->id,
                       decision->target.document) == 0)
          document = g_ptr_array_index (state->documents, k);
      if (document != NULL && decision->target.anchor == ACCORD_ANCHOR_FIRM)
        quote = accord_text_dup_span (accord_document_get_text (document->document),
                                      decision->target.span);
    }
  if (quote != NULL && g_utf8_strlen (quote, -1) > MOST_QUOTE)
    {
      g_autofree char *head = g_utf8_substring (quote, 0, MOST_QUOTE);

      g_free (quote);
      quote = g_strconcat (head, "…", NULL);
    }
  return g_strdup_printf ("%s%s%s%s%s", letter != NULL ? letter : "", letter != NULL ? ": " : "",
                          what, quote != NULL ? " · " : "", quote != NULL ? quote : "");
}

static const char *
or_nothing (const char *value)
{
  return value != NULL ? value : "—";
}

/* Decisions are chosen; of all else that differs it is said what stays. */
static GtkWidget *
row_new (const AccordMerge *merge, const AccordConflict *conflict, gboolean *choice)
{
  const char *values[] = { or_nothing (conflict->ours), or_nothing (conflict->theirs), NULL };
  g_autofree char *title = dup_title (merge, conflict);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *both = NULL, *subtitle = NULL;
  GtkWidget *row = NULL;

  *choice = conflict->kind == ACCORD_CONFLICT_DECISION;
  if (*choice)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (values);

      row = adw_combo_row_new ();
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
      subtitle = g_markup_escape_text (kind_name (conflict->kind), -1);
    }
  else
    {
      row = adw_action_row_new ();
      /* Translators: a kind of difference; what this session has; what the other one has */
      both = g_strdup_printf (_ ("%s: here %s, there %s"), kind_name (conflict->kind), values[0],
                              values[1]);
      subtitle = g_markup_escape_text (both, -1);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
list_new (Merging *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Conflicts"), -1);
  for (guint i = 0; i < self->merge->conflicts->len; i++)
    {
      gboolean choice = FALSE;
      GtkWidget *row =
        row_new (self->merge, g_ptr_array_index (self->merge->conflicts, i), &choice);

      gtk_list_box_append (GTK_LIST_BOX (list), row);
      g_ptr_array_add (self->rows, choice ? row : NULL);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  return scrolled;
}

static void
ask (AccordWindow *self, AccordMerge *merge)
{
  Merging *merging = g_new0 (Merging, 1);
  guint n = merge->conflicts->len;
  g_autofree char *heading = g_strdup_printf (ngettext ("%u Conflict", "%u Conflicts", n), n);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), heading,
    _ ("Choose which decision counts; the other one is kept beside it. Of texts, details and "
       "settings those of this window stay."));

  merging->window = self;
  merging->merge = merge;
  merging->rows = g_ptr_array_new ();
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list_new (merging));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "merge",
                                    _ ("_Merge"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "merge",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "merge");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (choice_cb), merging, merging_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordWindow *self = ACCORD_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordMerge) merge = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->session == NULL)
    return;
  if (merge == NULL)
    accord_window_show_message (self, error->message);
  else if (merge->conflicts->len == 0)
    show_merged (self, merge);
  else
    ask (self, g_steal_pointer (&merge));
}

/**
 * accord_window_merge_files:
 * @self: a window whose session is saved
 * @files: other sessions
 *
 * Merges them, asks what conflicts, and opens the result in a new window.
 */
void
accord_window_merge_files (AccordWindow *self, GListModel *files)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, merged_cb, NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (all, g_object_ref (accord_session_get_file (self->session)));
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (all, g_list_model_get_item (files, i));
  g_task_set_source_tag (task, accord_window_merge_files);
  g_task_set_task_data (task, all, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, merge_cb);
}

static void
chosen_cb (GtkNativeDialog *native, int response, AccordWindow *self)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_destroy (native);
  g_clear_object (&self->dialog);
  if (files != NULL && g_list_model_get_n_items (files) > 0)
    accord_window_merge_files (self, files);
}

static void
merge_session_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  g_autoptr (GtkFileFilter) filter = NULL;

  if (accord_session_get_file (self->session) == NULL ||
      accord_session_get_modified (self->session))
    {
      accord_window_show_message (self, _ ("Save this session before others are merged with it."));
      return;
    }
  if (self->dialog != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->dialog));
  g_clear_object (&self->dialog);
  self->dialog = gtk_file_chooser_native_new (_ ("Merge Session"), GTK_WINDOW (self),
                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Merge"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->dialog), TRUE);
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Accord sessions"));
  gtk_file_filter_add_suffix (filter, "accord");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->dialog), filter);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->dialog));
}

/**
 * accord_window_install_merge_actions:
 * @widget_class: the class of the window
 */
void
accord_window_install_merge_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.merge-session", NULL, merge_session_cb);
}
