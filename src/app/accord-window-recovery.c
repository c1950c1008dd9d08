/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The offer to bring back what was not saved when Accord stopped suddenly: a bar for each
 * session. What was kept stays until the person decides; to close a bar decides nothing. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#include "session/accord-journal.h"

/* More than these would fill the window; the others are offered the next time. */
#define MOST_OFFERS 3u

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GError) error = NULL;

  self->opening = FALSE;
  if (!accord_session_recover_finish (ACCORD_SESSION (source), result, &error))
    accord_window_show_message (self, error->message);
}

static void
recover (AccordWindow *self, const char *path)
{
  AccordWindow *window = self;

  if (!accord_window_is_free (self))
    {
      window = ACCORD_WINDOW (
        accord_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)))));
      gtk_window_present (GTK_WINDOW (window));
    }
  window->opening = TRUE;
  accord_session_recover_async (window->session, path, NULL, recovered_cb, g_object_ref (window));
}

static void
offer_response_cb (GtkInfoBar *bar, int response, AccordWindow *self)
{
  const char *path = g_object_get_data (G_OBJECT (bar), "accord-path");

  if (response == GTK_RESPONSE_ACCEPT)
    recover (self, path);
  else if (response == GTK_RESPONSE_REJECT)
    accord_journal_discard (path);
  gtk_box_remove (self->messages, GTK_WIDGET (bar));
}

static char *
dup_sentence (const AccordJournalEntry *entry)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (entry->time);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%x %H:%M") : g_strdup ("");

  if (entry->head->n_decisions == 0)
    /* Translators: the title of a session, date and time */
    return g_strdup_printf (_ ("“%s” was not saved last time (%s)."), entry->head->title, when);
  return g_strdup_printf (
    /* Translators: the title of a session, date and time, how many decisions */
    ngettext ("“%s” was not saved last time (%s, with %u decision).",
              "“%s” was not saved last time (%s, with %u decisions).", entry->head->n_decisions),
    entry->head->title, when, entry->head->n_decisions);
}

static void
show_offer (AccordWindow *self, const AccordJournalEntry *entry)
{
  g_autofree char *sentence = dup_sentence (entry);
  GtkWidget *bar = gtk_info_bar_new_with_buttons (_ ("_Restore"), GTK_RESPONSE_ACCEPT,
                                                  _ ("_Discard"), GTK_RESPONSE_REJECT, NULL);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_QUESTION);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (bar), TRUE);
  g_object_set_data_full (G_OBJECT (bar), "accord-path", g_strdup (entry->path), g_free);
  g_signal_connect_object (bar, "response", G_CALLBACK (offer_response_cb), self, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_box_append (self->messages, bar);
}

static void
list_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, accord_journal_list (), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordWindow *self = ACCORD_WINDOW (source);
  g_autoptr (GPtrArray) list = g_task_propagate_pointer (G_TASK (result), NULL);

  for (guint i = 0; list != NULL && self->session != NULL && i < MIN (list->len, MOST_OFFERS); i++)
    show_offer (self, g_ptr_array_index (list, i));
}

/**
 * accord_window_offer_recovery:
 * @self: the first window
 *
 * Looks for what was not saved, and offers to restore or discard it.
 */
void
accord_window_offer_recovery (AccordWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, listed_cb, NULL);

  g_task_set_source_tag (task, accord_window_offer_recovery);
  g_task_run_in_thread (task, list_cb);
}
