/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It is there only while a pair is being chosen. */
#include "app/accord-pair-bar.h"

#include <glib/gi18n.h>

#include "app/accord-place.h"

struct _AccordPairBar
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkLabel *first;
  GtkLabel *words;

  /* owned */
  AccordView *view; /* nullable */
};

G_DEFINE_FINAL_TYPE (AccordPairBar, accord_pair_bar, GTK_TYPE_WIDGET)

static void
update_cb (AccordPairBar *self)
{
  AccordSession *session = accord_view_get_session (self->view);
  AccordEnd first, second;
  gboolean pairing = accord_view_get_pair (self->view, &first, &second);
  g_autofree char *place = NULL, *other = NULL, *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), pairing);
  if (!pairing)
    return;
  place = accord_place_dup_label (session, first.document, first.passage);
  gtk_label_set_label (self->first, place);
  if (second.document != ACCORD_NONE)
    {
      other = accord_place_dup_label (session, second.document, second.passage);
      words = g_strdup_printf (/* Translators: a place such as "C ¶4" */ _ ("Pair with %s"), other);
    }
  gtk_label_set_label (self->words, words != NULL
                                      ? words
                                      : _ ("Pair with… Select its counterpart in another column."));
}

static void
accord_pair_bar_dispose (GObject *object)
{
  AccordPairBar *self = ACCORD_PAIR_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_pair_bar_parent_class)->dispose (object);
}

static void
accord_pair_bar_class_init (AccordPairBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_pair_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pairbar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-pair-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPairBar, box);
  gtk_widget_class_bind_template_child (widget_class, AccordPairBar, first);
  gtk_widget_class_bind_template_child (widget_class, AccordPairBar, words);
}

static void
accord_pair_bar_init (AccordPairBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_pair_bar_set_view:
 * @self: a bar
 * @view: what is looked at; set once
 */
void
accord_pair_bar_set_view (AccordPairBar *self, AccordView *view)
{
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "pair-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
