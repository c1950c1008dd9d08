/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions about findings: deciding about the one in focus or about all
 * that are chosen, the way from one to the next, and the filters. */
#include "app/accord-window-private.h"

#include <glib/gi18n.h>

#include "session/accord-session-decide.h"

/* Codings and links that a decision is about. */
typedef struct
{
  GArray *codings; /* of guint */
  GArray *links;   /* of guint */
} Chosen;

static void
chosen_clear (Chosen *chosen)
{
  g_clear_pointer (&chosen->codings, g_array_unref);
  g_clear_pointer (&chosen->links, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chosen, chosen_clear)

/* The chosen rows where there are several, else what is in focus. */
static void
choose (AccordWindow *self, Chosen *chosen)
{
  g_autoptr (GtkBitset) rows = accord_inspector_get_chosen (self->inspector);
  GtkBitsetIter iter;
  guint row = 0, index = 0;
  gboolean is_link = FALSE;
  guint link = accord_view_get_link (self->view), coding = accord_view_get_coding (self->view);

  chosen->codings = g_array_new (FALSE, FALSE, sizeof (guint));
  chosen->links = g_array_new (FALSE, FALSE, sizeof (guint));
  if (gtk_bitset_get_size (rows) > 1)
    {
      for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row); more;
           more = gtk_bitset_iter_next (&iter, &row))
        if (accord_finding_list_get (accord_view_get_list (self->view), row, &is_link, &index))
          g_array_append_val (is_link ? chosen->links : chosen->codings, index);
    }
  else if (link != ACCORD_NONE)
    g_array_append_val (chosen->links, link);
  else if (coding != ACCORD_NONE)
    g_array_append_val (chosen->codings, coding);
}

/**
 * accord_window_choose_codings:
 * @self: a window
 *
 * Returns: (transfer full) (element-type guint): the codings among what is chosen, or in focus
 */
GArray *
accord_window_choose_codings (AccordWindow *self)
{
  g_auto (Chosen) chosen = { NULL, NULL };

  choose (self, &chosen);
  return g_steal_pointer (&chosen.codings);
}

static void
say_with_undo (AccordWindow *self)
{
  g_autofree char *name = NULL;
  AdwToast *toast = NULL;

  g_object_get (self->session, "undo-name", &name, NULL);
  if (name == NULL)
    return;
  toast = adw_toast_new (name);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
decide (AccordWindow *self, AccordDecisionKind kind)
{
  g_auto (Chosen) chosen = { NULL, NULL };

  choose (self, &chosen);
  accord_session_decide_findings (
    self->session, (const guint *) (gpointer) chosen.codings->data, chosen.codings->len,
    (const guint *) (gpointer) chosen.links->data, chosen.links->len, kind);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (ACCORD_WINDOW (widget), ACCORD_DECISION_ACCEPT);
}

static void
reject_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (ACCORD_WINDOW (widget), ACCORD_DECISION_REJECT);
  say_with_undo (ACCORD_WINDOW (widget));
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  g_auto (Chosen) chosen = { NULL, NULL };

  choose (self, &chosen);
  accord_session_restore_findings (
    self->session, (const guint *) (gpointer) chosen.codings->data, chosen.codings->len,
    (const guint *) (gpointer) chosen.links->data, chosen.links->len);
}

/* The parameter is 1 for the next finding of the list, -1 for the one before. */
static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!accord_view_step (ACCORD_WINDOW (widget)->view, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (widget);
}

static void
review_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  if (!accord_view_focus_next_unreviewed (self->view))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Everything shown is reviewed")));
}

/* The two shown documents that have most in common are read as drafts of one text. */
static void
versions_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  g_autoptr (AccordVersions) versions = accord_view_find_drafts (self->view);

  if (versions == NULL)
    {
      adw_toast_overlay_add_toast (
        self->toasts, adw_toast_new (_ ("No two shown documents are drafts of one text")));
      return;
    }
  accord_view_set_versions (self->view, versions);
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
}

static void
end_versions_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_view_set_versions (ACCORD_WINDOW (widget)->view, NULL);
}

static void
lift_filters_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  accord_view_lift_filters (self->view);
  accord_view_clear_focus (self->view);
}

static void
lower_score_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  accord_session_set_least_score (self->session, accord_session_get_threshold (self->session));
}

static void
show_rejected_cb (GSimpleAction *action, GVariant *state, AccordWindow *self)
{
  guint rejected = 1u << ACCORD_STATUS_REJECTED, statuses = accord_view_get_statuses (self->view);

  accord_view_set_statuses (self->view, g_variant_get_boolean (state) ? statuses | rejected
                                                                      : statuses & ~rejected);
  g_simple_action_set_state (action, state);
}

static void
add_property (AccordWindow *self, const char *name, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/**
 * accord_window_add_view_actions:
 * @self: a window with its view
 *
 * Adds the actions whose state is the view's.
 */
void
accord_window_add_view_actions (AccordWindow *self)
{
  AccordFindingList *list = accord_view_get_list (self->view);
  g_autoptr (GSimpleAction) rejected =
    g_simple_action_new_stateful ("show-rejected", NULL, g_variant_new_boolean (FALSE));

  add_property (self, "mode", self->view, "mode");
  add_property (self, "blind", self->view, "blind");
  add_property (self, "scroll-lock", self->view, "scroll-lock");
  add_property (self, "order", list, "order");
  add_property (self, "kinds", list, "kinds");
  g_signal_connect_object (rejected, "change-state", G_CALLBACK (show_rejected_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (rejected));
}

/**
 * accord_window_install_decide_actions:
 * @widget_class: the class of the window
 */
void
accord_window_install_decide_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "win.reject", NULL, reject_cb);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "win.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "win.review-next", NULL, review_next_cb);
  gtk_widget_class_install_action (widget_class, "win.versions", NULL, versions_cb);
  gtk_widget_class_install_action (widget_class, "win.end-versions", NULL, end_versions_cb);
  gtk_widget_class_install_action (widget_class, "win.lift-filters", NULL, lift_filters_cb);
  gtk_widget_class_install_action (widget_class, "win.lower-score", NULL, lower_score_cb);
  gtk_widget_class_install_action (widget_class, "win.show-all", NULL, lift_filters_cb);
  /* No accelerators: entries and the list of documents have these keys for themselves. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "win.step", "i",
                                       1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "win.step", "i", -1);
}

/**
 * accord_window_update_decide_actions:
 * @self: a window
 *
 * Turns the actions about findings on and off by what is in focus.
 */
void
accord_window_update_decide_actions (AccordWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_findings = accord_session_get_findings (self->session) != NULL;
  gboolean has_one = has_findings && (accord_view_get_link (self->view) != ACCORD_NONE ||
                                      accord_view_get_coding (self->view) != ACCORD_NONE);

  gtk_widget_action_set_enabled (widget, "win.accept", has_one);
  gtk_widget_action_set_enabled (widget, "win.reject", has_one);
  gtk_widget_action_set_enabled (widget, "win.restore", has_one);
  gtk_widget_action_set_enabled (widget, "win.step", has_findings);
  gtk_widget_action_set_enabled (widget, "win.review-next", has_findings);
  gtk_widget_action_set_enabled (widget, "win.versions", has_findings);
  accord_window_update_code_actions (self);
}
