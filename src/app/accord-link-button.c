/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointers go through it to the channel, which knows the shape of the ribbon. */
#include "app/accord-link-button.h"

#include <glib/gi18n.h>

#include "app/accord-mark.h"
#include "app/accord-place.h"

struct _AccordLinkButton
{
  GtkWidget parent_instance;

  /* owned */
  AccordView *view;

  guint link; /* index into the findings' links */
};

G_DEFINE_FINAL_TYPE (AccordLinkButton, accord_link_button, GTK_TYPE_WIDGET)

/* Enter explains the link; both ends come to eye level. */
static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordLinkButton *self = ACCORD_LINK_BUTTON (widget);
  g_autoptr (AccordView) view = g_object_ref (self->view);

  accord_view_focus_link (view, self->link);
  accord_view_align (view);
}

static void
accord_link_button_dispose (GObject *object)
{
  g_clear_object (&ACCORD_LINK_BUTTON (object)->view);
  G_OBJECT_CLASS (accord_link_button_parent_class)->dispose (object);
}

static void
accord_link_button_class_init (AccordLinkButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_link_button_dispose;
  gtk_widget_class_set_css_name (widget_class, "linkbutton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "link.activate", NULL, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "link.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "link.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "link.activate", NULL);
}

static void
accord_link_button_init (AccordLinkButton *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * accord_link_button_new:
 * @view: what is looked at
 * @link_finding: index into the findings' links
 *
 * Returns: (transfer floating): its button
 */
GtkWidget *
accord_link_button_new (AccordView *view, guint link_finding)
{
  AccordLinkButton *self = g_object_new (ACCORD_TYPE_LINK_BUTTON, NULL);
  AccordSession *session = accord_view_get_session (view);
  guint n = 0;
  const AccordLinkFinding *links =
    accord_findings_get_links (accord_session_get_findings (session), &n);
  g_autofree char *label = accord_link_button_dup_label (session, &links[link_finding]);

  self->view = g_object_ref (view);
  self->link = link_finding;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  return GTK_WIDGET (self);
}

/**
 * accord_link_button_dup_label:
 * @session: a session with findings
 * @link: one of them
 *
 * Returns: (transfer full): "A ¶7 ↔ B ¶5, 0.74, machine", and whether its ends are opposed
 */
char *
accord_link_button_dup_label (AccordSession *session, const AccordLinkFinding *link)
{
  g_autofree char *places = accord_place_dup_link_label (session, link);
  g_autofree char *score = accord_place_dup_score (link->score);
  gboolean opposed = link->verdict == ACCORD_VERDICT_OPPOSED;

  return g_strdup_printf ("%s, %s, %s%s%s", places, score, accord_mark_status_label (link->status),
                          opposed ? ", " : "", opposed ? _ ("opposed") : "");
}
