/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions about places in the texts: coding a selection, pairing two, notes,
 * marks of review, a quotation with its citation. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#include "app/accord-code-popover.h"
#include "app/accord-gloss-popover.h"
#include "app/accord-note-popover.h"
#include "app/accord-passage-popover.h"
#include "app/accord-place.h"
#include "session/accord-session-decide.h"
#include "session/accord-session-notes.h"

/* What is selected in the column that was used last, else the passage in focus. */
static gboolean
get_selection (AccordWindow *self, AccordSelection *selection)
{
  guint document = ACCORD_NONE, passage = ACCORD_NONE;

  if (accord_reader_get_selection (self->reader, selection))
    return TRUE;
  accord_view_get_passage (self->view, &document, &passage);
  if (passage == ACCORD_NONE)
    return accord_reader_get_caret_passage (self->reader, selection);
  *selection = accord_place_get_selection (self->session, document, passage);
  return TRUE;
}

/* What the popover that is open is about; it is gone with the popover. */
typedef struct
{
  AccordWindow *window; /* borrowed: the popover's ancestor */
  AccordSelection place;
  GArray *codings; /* of guint */
} Subject;

static void
subject_free (gpointer data, GClosure *closure)
{
  Subject *subject = data;

  g_clear_object (&subject->place.document);
  g_clear_pointer (&subject->codings, g_array_unref);
  g_free (subject);
}

static Subject *
subject_new (AccordWindow *self, const AccordSelection *place)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->window = self;
  if (place != NULL)
    subject->place = (AccordSelection){ g_object_ref (place->document), place->span };
  return subject;
}

static void
code_chosen_cb (GtkWidget *popover, guint principle, guint stance, guint actor, Subject *subject)
{
  accord_session_code (subject->window->session, &subject->place, 1, principle,
                       (AccordStance) stance, (AccordActor) actor);
}

static void
code_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordSelection place;
  GtkWidget *popover = NULL;

  if (!get_selection (self, &place) || !accord_session_is_place (self->session, &place))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  popover = accord_code_popover_new (self->view, TRUE, ACCORD_STANCE_NOTE, ACCORD_ACTOR_NONE);
  g_signal_connect_data (popover, "chosen", G_CALLBACK (code_chosen_cb), subject_new (self, &place),
                         subject_free, 0);
  accord_reader_popup (self->reader, GTK_POPOVER (popover), &place);
}

static void
stance_chosen_cb (GtkWidget *popover, guint principle, guint stance, guint actor, Subject *subject)
{
  accord_session_set_stance (subject->window->session,
                             (const guint *) (gpointer) subject->codings->data,
                             subject->codings->len, (AccordStance) stance, (AccordActor) actor);
}

static void
change_stance_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordFindings *findings = accord_session_get_findings (self->session);
  Subject *subject = NULL;
  GtkWidget *popover = NULL;
  guint n = 0, first = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n);
  g_autoptr (GArray) chosen = accord_window_choose_codings (self);

  if (chosen->len == 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  first = g_array_index (chosen, guint, 0);
  popover =
    accord_code_popover_new (self->view, FALSE, codings[first].stance, codings[first].actor);
  subject = subject_new (self, NULL);
  subject->codings = g_steal_pointer (&chosen);
  g_signal_connect_data (popover, "chosen", G_CALLBACK (stance_chosen_cb), subject, subject_free,
                         0);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->inspector));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_LEFT);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
same_selection (const AccordSelection *a, const AccordSelection *b)
{
  return a->document == b->document && a->span.start == b->span.start && a->span.end == b->span.end;
}

/* What a note on the link, or else on @place, says so far. */
static char *
dup_note (AccordWindow *self, const AccordLinkFinding *link, const AccordSelection *place)
{
  g_autoptr (GArray) notes = accord_session_list_notes (self->session);

  for (guint i = 0; i < notes->len; i++)
    {
      const AccordNote *note = &g_array_index (notes, AccordNote, i);
      AccordSelection a, b;

      if (link == NULL && note->other.document == NULL && note->principle == NULL &&
          same_selection (&note->target, place))
        return g_strdup (note->text);
      if (link == NULL || note->other.document == NULL)
        continue;
      a = accord_place_get_selection (self->session, link->a.document, link->a.passage);
      b = accord_place_get_selection (self->session, link->b.document, link->b.passage);
      if ((same_selection (&note->target, &a) && same_selection (&note->other, &b)) ||
          (same_selection (&note->target, &b) && same_selection (&note->other, &a)))
        return g_strdup (note->text);
    }
  return NULL;
}

static const AccordLinkFinding *
focused_link (AccordWindow *self)
{
  guint n = 0, link = accord_view_get_link (self->view);
  AccordFindings *findings = accord_session_get_findings (self->session);
  const AccordLinkFinding *links =
    findings != NULL ? accord_findings_get_links (findings, &n) : NULL;

  return link < n ? &links[link] : NULL;
}

static void
place_note_written_cb (GtkWidget *popover, const char *text, Subject *subject)
{
  accord_session_note_place (subject->window->session, &subject->place, text);
}

static void
link_note_written_cb (GtkWidget *popover, const char *text, Subject *subject)
{
  guint link = accord_view_get_link (subject->window->view);

  if (link != ACCORD_NONE)
    accord_session_note_link (subject->window->session, link, text);
}

static void
note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  const AccordLinkFinding *link = focused_link (self);
  AccordSelection place = { NULL, { 0, 0 } };
  g_autofree char *on = NULL, *heading = NULL, *text = NULL;
  GtkWidget *popover = NULL;

  if (!get_selection (self, &place))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  on = link != NULL ? accord_place_dup_link_label (self->session, link)
                    : accord_session_dup_place_name (self->session, &place);
  heading =
    g_strdup_printf (/* Translators: a place or link, such as "A ¶7" */ _ ("Note on %s"), on);
  text = dup_note (self, link, &place);
  popover = accord_note_popover_new (heading, text);
  g_signal_connect_data (popover, "written",
                         link != NULL ? G_CALLBACK (link_note_written_cb)
                                      : G_CALLBACK (place_note_written_cb),
                         subject_new (self, &place), subject_free, 0);
  accord_reader_popup (self->reader, GTK_POPOVER (popover), &place);
}

static void
finish_pair_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordEnd first, second;
  AccordSelection a, b;

  if (!accord_view_get_pair (self->view, &first, &second) || second.document == ACCORD_NONE)
    return;
  a = accord_place_get_selection (self->session, first.document, first.passage);
  b = accord_place_get_selection (self->session, second.document, second.passage);
  accord_view_end_pair (self->view);
  accord_session_pair (self->session, &a, &b);
}

static void
cancel_pair_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_view_end_pair (ACCORD_WINDOW (widget)->view);
}

/* Two columns with a selection are paired at once; else the counterpart is asked for. Pressed
 * again, when both are chosen, it pairs them. */
static void
pair_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordEnd first, second;
  AccordSelection a, b;
  guint document = 0, passage = 0;

  if (accord_view_get_pair (self->view, &first, &second))
    {
      finish_pair_cb (widget, NULL, NULL);
      return;
    }
  if (accord_reader_get_two_selections (self->reader, &a, &b))
    {
      accord_session_pair (self->session, &a, &b);
      return;
    }
  if (get_selection (self, &a) && accord_place_find (self->session, &a, &document, &passage))
    accord_view_focus_passage (self->view, document, passage);
  if (!accord_view_begin_pair (self->view))
    gtk_widget_error_bell (widget);
}

static void
mark_reviewed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordSelection place;

  if (get_selection (self, &place))
    accord_session_set_reviewed (self->session, &place, 1,
                                 !accord_session_is_reviewed (self->session, &place));
  else
    gtk_widget_error_bell (widget);
}

static void
copy_citation_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordSelection place;
  g_autofree char *citation = NULL;

  if (!get_selection (self, &place))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  citation = accord_place_dup_citation (self->session, &place);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Copied with its citation")));
}

/* All findings under the caret. */
static void
findings_here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordSelection place;
  guint document = 0, passage = 0;
  GtkWidget *popover = NULL;

  if (accord_reader_get_caret_passage (self->reader, &place) &&
      accord_place_find (self->session, &place, &document, &passage))
    popover = accord_passage_popover_new (self->view, document, passage, TRUE);
  if (popover != NULL)
    accord_reader_popup (self->reader, GTK_POPOVER (popover), &place);
  else
    gtk_widget_error_bell (widget);
}

/* What the words of the passage under the caret mean. */
static void
gloss_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordSelection place;
  guint document = 0, passage = 0;
  GtkWidget *popover = NULL;

  if (accord_reader_get_caret_passage (self->reader, &place) &&
      accord_place_find (self->session, &place, &document, &passage))
    popover = accord_gloss_popover_new (self->view, document, passage);
  if (popover != NULL)
    accord_reader_popup (self->reader, GTK_POPOVER (popover), &place);
  else
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_ ("Nothing is known about these words")));
}

/**
 * accord_window_install_code_actions:
 * @widget_class: the class of the window
 */
void
accord_window_install_code_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.code", NULL, code_cb);
  gtk_widget_class_install_action (widget_class, "win.change-stance", NULL, change_stance_cb);
  gtk_widget_class_install_action (widget_class, "win.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "win.pair", NULL, pair_cb);
  gtk_widget_class_install_action (widget_class, "win.finish-pair", NULL, finish_pair_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-pair", NULL, cancel_pair_cb);
  gtk_widget_class_install_action (widget_class, "win.mark-reviewed", NULL, mark_reviewed_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-citation", NULL, copy_citation_cb);
  gtk_widget_class_install_action (widget_class, "win.gloss", NULL, gloss_cb);
  gtk_widget_class_install_action (widget_class, "win.findings-here", NULL, findings_here_cb);
}

/**
 * accord_window_update_code_actions:
 * @self: a window
 *
 * Turns the actions about places on and off by what the session and the view allow now.
 */
void
accord_window_update_code_actions (AccordWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_findings = accord_session_get_findings (self->session) != NULL;
  AccordEnd first, second = { ACCORD_NONE, ACCORD_NONE };
  gboolean pairing = accord_view_get_pair (self->view, &first, &second);

  gtk_widget_action_set_enabled (widget, "win.code", has_findings);
  gtk_widget_action_set_enabled (widget, "win.change-stance",
                                 has_findings &&
                                   accord_view_get_coding (self->view) != ACCORD_NONE);
  gtk_widget_action_set_enabled (widget, "win.note", has_findings);
  gtk_widget_action_set_enabled (widget, "win.pair", has_findings);
  gtk_widget_action_set_enabled (widget, "win.finish-pair",
                                 pairing && second.document != ACCORD_NONE);
  gtk_widget_action_set_enabled (widget, "win.cancel-pair", pairing);
  gtk_widget_action_set_enabled (widget, "win.mark-reviewed", has_findings);
  gtk_widget_action_set_enabled (widget, "win.copy-citation", has_findings);
  gtk_widget_action_set_enabled (widget, "win.findings-here", has_findings);
  gtk_widget_action_set_enabled (widget, "win.gloss", has_findings);
}
