/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real window that edits until it is killed: it opens $ACCORD_KILL_DIR/s.accord, or
 * restores what its last life left, then accepts and rejects a link, undoes, redoes and
 * saves by the window's own actions. A decision's coder is its number, which is told. */
#include <stdio.h>
#include <stdlib.h>

#include "accord-ui-test.h"
#include "app/accord-window-private.h"
#include "session/accord-journal.h"

static guint number;

static gboolean
is_offered (gpointer data)
{
  return ui_find (data, GTK_TYPE_INFO_BAR, 0) != NULL;
}

/* What was not saved is offered: a person would take it. */
static void
restore (AccordWindow *window)
{
  accord_window_offer_recovery (window);
  ui_wait (is_offered, window);
  gtk_info_bar_response (GTK_INFO_BAR (ui_find (window, GTK_TYPE_INFO_BAR, 0)),
                         GTK_RESPONSE_ACCEPT);
}

static void
open_or_restore (AccordWindow *window)
{
  g_autoptr (GPtrArray) list = accord_journal_list ();
  g_autofree char *path = g_build_filename (g_getenv ("ACCORD_KILL_DIR"), "s.accord", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (list->len > 0)
    restore (window);
  else
    accord_window_open_files (window, &file, 1);
  ui_wait_idle (window);
}

static void
act (AccordWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static gboolean
edit_cb (gpointer data)
{
  AccordWindow *window = data;
  AccordSession *session = accord_window_get_session (window);
  g_autofree char *coder = g_strdup_printf ("%u", ++number);

  /* An undo in between: the decision is there again before the next one. */
  if (number % 5 == 0)
    {
      act (window, "win.undo");
      act (window, "win.redo");
    }
  g_object_set (session, "coder", coder, NULL);
  accord_session_decide_link (session, 0,
                              number % 2 == 0 ? ACCORD_DECISION_ACCEPT : ACCORD_DECISION_REJECT);
  printf ("%u\n", number);
  fflush (stdout);
  if (number % 7 == 0)
    act (window, "win.save");
  g_timeout_add ((guint) g_random_int_range (0, 25), edit_cb, window);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  AccordWindow *window = NULL;

  ui_init (&argc, &argv);
  number = (guint) atoi (g_getenv ("ACCORD_KILL_FIRST"));
  window = ui_window_new ();
  open_or_restore (window);
  accord_view_focus_link (accord_window_get_view (window), 0);
  g_timeout_add (0, edit_cb, window);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
