/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is that of the codebook; what is typed has to be in the name of a principle,
 * of its theme, or in one of its terms in any language. Enter takes the first. */
#include "app/accord-code-popover.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/accord-mark.h"
#include "app/accord-popover.h"
#include "session/accord-label.h"

#define PRINCIPLE_KEY "accord-principle"
#define HAYSTACK_KEY "accord-haystack"

struct _AccordCodePopover
{
  GtkPopover parent_instance;

  /* template */
  GtkLabel *heading;
  GtkWidget *principle_box;
  GtkSearchEntry *search;
  GtkListBox *principles;
  GtkDropDown *stance;
  GtkDropDown *actor;
  GtkButton *apply;

  /* owned */
  AccordView *view;
  char *needle; /* case-folded */

  gboolean with_principle;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordCodePopover, accord_code_popover, GTK_TYPE_POPOVER)

static const char *
actor_label (AccordActor actor)
{
  static const char *const LABELS[ACCORD_N_ACTORS] = {
    N_ ("Nobody named"), N_ ("States"), N_ ("Organisations"),
    N_ ("Companies"),    N_ ("People"), N_ ("All"),
  };

  return _ (LABELS[actor]);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  AccordCodePopover *self = data;

  return self->needle == NULL || self->needle[0] == '\0' ||
         strstr (g_object_get_data (G_OBJECT (row), HAYSTACK_KEY), self->needle) != NULL;
}

static GtkListBoxRow *
first_shown (AccordCodePopover *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->principles, i)) != NULL; i++)
    if (filter_cb (row, self))
      return row;
  return NULL;
}

static void
search_changed_cb (AccordCodePopover *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_list_box_invalidate_filter (self->principles);
  gtk_list_box_select_row (self->principles, first_shown (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), first_shown (self) != NULL);
}

static void
apply_cb (AccordCodePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->principles);
  guint principle = ACCORD_NONE;

  if (self->with_principle)
    {
      if (row == NULL || !filter_cb (row, self))
        return;
      principle = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), PRINCIPLE_KEY));
    }
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, principle, gtk_drop_down_get_selected (self->stance),
                 gtk_drop_down_get_selected (self->actor));
  g_object_unref (self);
}

/* Everything by which a principle can be found, case-folded. */
static char *
dup_haystack (AccordCodebook *codebook, guint principle, const char *name, const char *theme)
{
  g_autoptr (GString) words = g_string_new (name);
  guint n = 0;
  const AccordPrinciple *principles = accord_codebook_get_principles (codebook, &n);
  const AccordTerm *terms = accord_codebook_get_terms (codebook, &n);

  g_string_append_printf (words, "\n%s", theme);
  for (guint i = 0; i < principles[principle].n_terms; i++)
    g_string_append_printf (words, "\n%s", terms[principles[principle].first_term + i].text);
  return g_utf8_casefold (words->str, (gssize) words->len);
}

static void
append_principle (AccordCodePopover *self, AccordCodebook *codebook, guint principle)
{
  const char *language = accord_label_language ();
  guint n = 0;
  guint theme = accord_codebook_get_principles (codebook, &n)[principle].theme;
  const char *name = accord_codebook_get_sentence (codebook, principle, ACCORD_WHAT_NAME, language);
  const char *theme_name = accord_codebook_get_theme_name (codebook, theme, language);
  g_autofree char *number = g_strdup_printf ("%u", theme + 1);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, theme_name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *ring = gtk_label_new (number);
  GtkWidget *title = gtk_label_new (name);

  gtk_widget_add_css_class (ring, "ring");
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), ring);
  gtk_box_append (GTK_BOX (box), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, theme_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (row), PRINCIPLE_KEY, GUINT_TO_POINTER (principle));
  g_object_set_data_full (G_OBJECT (row), HAYSTACK_KEY,
                          dup_haystack (codebook, principle, name, theme_name), g_free);
  gtk_list_box_append (self->principles, row);
}

static void
fill (AccordCodePopover *self)
{
  AccordCodebook *codebook = accord_session_get_codebook (accord_view_get_session (self->view));
  g_autoptr (GtkStringList) stances = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) actors = gtk_string_list_new (NULL);
  guint n = 0;

  for (guint i = 0; i < ACCORD_N_STANCES; i++)
    gtk_string_list_append (stances, accord_mark_stance_label ((AccordStance) i));
  for (guint i = 0; i < ACCORD_N_ACTORS; i++)
    gtk_string_list_append (actors, actor_label ((AccordActor) i));
  gtk_drop_down_set_model (self->stance, G_LIST_MODEL (stances));
  gtk_drop_down_set_model (self->actor, G_LIST_MODEL (actors));
  accord_codebook_get_principles (codebook, &n);
  for (guint i = 0; self->with_principle && i < n; i++)
    append_principle (self, codebook, i);
  gtk_list_box_set_filter_func (self->principles, filter_cb, self, NULL);
  gtk_list_box_select_row (self->principles, first_shown (self));
}

static void
accord_code_popover_dispose (GObject *object)
{
  AccordCodePopover *self = ACCORD_CODE_POPOVER (object);

  g_clear_object (&self->view);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (accord_code_popover_parent_class)->dispose (object);
}

static void
accord_code_popover_class_init (AccordCodePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_code_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-code-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordCodePopover, heading);
  gtk_widget_class_bind_template_child (widget_class, AccordCodePopover, principle_box);
  gtk_widget_class_bind_template_child (widget_class, AccordCodePopover, search);
  gtk_widget_class_bind_template_child (widget_class, AccordCodePopover, principles);
  gtk_widget_class_bind_template_child (widget_class, AccordCodePopover, stance);
  gtk_widget_class_bind_template_child (widget_class, AccordCodePopover, actor);
  gtk_widget_class_bind_template_child (widget_class, AccordCodePopover, apply);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  signals[CHOSEN] =
    g_signal_new ("chosen", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
accord_code_popover_init (AccordCodePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_code_popover_new:
 * @view: what is looked at
 * @with_principle: whether a principle is asked for, besides stance and actor
 * @stance: offered first
 * @actor: offered first
 *
 * It goes when it is closed; the caller gives it a parent and opens it.
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
accord_code_popover_new (AccordView *view,
                         gboolean with_principle,
                         AccordStance stance,
                         AccordActor actor)
{
  AccordCodePopover *self = g_object_new (ACCORD_TYPE_CODE_POPOVER, NULL);

  self->view = g_object_ref (view);
  self->with_principle = with_principle;
  fill (self);
  gtk_drop_down_set_selected (self->stance, stance);
  gtk_drop_down_set_selected (self->actor, actor);
  gtk_widget_set_visible (self->principle_box, with_principle);
  gtk_label_set_label (self->heading,
                       with_principle ? _ ("Code Selection As") : _ ("Stance and Actor"));
  gtk_button_set_label (self->apply, with_principle ? _ ("Code") : _ ("Apply"));
  accord_popover_go_when_closed (GTK_POPOVER (self));
  return GTK_WIDGET (self);
}
