/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one chosen row is the finding in focus, both ways. Several rows can be chosen to
 * decide about them at once; what is in focus then stays. */
#include "app/accord-findings-pane.h"

#include <glib/gi18n.h>

#include "app/accord-finding-line.h"
#include "app/accord-place.h"
#include "session/accord-label.h"

struct _AccordFindingsPane
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *nothing;
  GtkWidget *lower;
  GtkWidget *lift;
  GtkWidget *bulk;
  GtkLabel *chosen;
  GtkLabel *reviewed;

  /* owned */
  AccordView *view; /* nullable */
  GtkMultiSelection *selection;
  GPtrArray *bound; /* of GtkListItem, borrowed */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AccordFindingsPane, accord_findings_pane, GTK_TYPE_WIDGET)

static AccordSession *
session_of (AccordFindingsPane *self)
{
  return accord_view_get_session (self->view);
}

static AccordFindingList *
list_of (AccordFindingsPane *self)
{
  return accord_view_get_list (self->view);
}

/* The name of the one theme or principle in focus, or NULL where none or several are. */
static const char *
focused_name (AccordFindingsPane *self)
{
  AccordCodebook *codebook = accord_session_get_codebook (session_of (self));
  const char *language = accord_label_language ();
  guint n = 0, n_themes = 0, focused = 0, last = 0;

  accord_codebook_get_themes (codebook, &n_themes);
  accord_codebook_get_principles (codebook, &n);
  for (guint i = 0; i < n; i++)
    if (accord_view_is_principle_focused (self->view, i))
      {
        focused++;
        last = i;
      }
  for (guint i = 0; i < n_themes && focused > 1; i++)
    if (accord_view_is_theme_focused (self->view, i) &&
        accord_codebook_get_themes (codebook, &n)[i].n_principles == focused)
      return accord_codebook_get_theme_name (codebook, i, language);
  return focused == 1 ? accord_codebook_get_sentence (codebook, last, ACCORD_WHAT_NAME, language)
                      : NULL;
}

static void
update_reviewed (AccordFindingsPane *self)
{
  guint n_reviewed = 0, n_all = 0;
  g_autofree char *text = NULL;

  accord_view_count_reviewed (self->view, &n_reviewed, &n_all);
  text = g_strdup_printf (/* Translators: "42 of 310 reviewed" */ _ ("%u of %u reviewed"),
                          n_reviewed, n_all);
  gtk_label_set_label (self->reviewed, text);
}

static void
update_nothing (AccordFindingsPane *self, guint n_all)
{
  gint least = accord_session_get_least_score (session_of (self));
  gint threshold = accord_session_get_threshold (session_of (self));
  g_autofree char *score = accord_place_dup_score (threshold);
  g_autofree char *lower =
    g_strdup_printf (/* Translators: a score */ _ ("Lower the Score to %s"), score);

  gtk_label_set_label (self->nothing, n_all == 0 ? _ ("Nothing was found.")
                                                 : _ ("No finding passes the filters."));
  gtk_button_set_label (GTK_BUTTON (self->lower), lower);
  gtk_widget_set_visible (self->lower, n_all > 0 && least > threshold);
  gtk_widget_set_visible (self->lift, n_all > 0 && (accord_view_is_filtered (self->view) ||
                                                    accord_view_has_focus (self->view)));
}

/* Brings the chosen row to that of the finding in focus. */
static void
follow_focus (AccordFindingsPane *self)
{
  guint link = accord_view_get_link (self->view), coding = accord_view_get_coding (self->view);
  guint position = 0;
  g_autoptr (GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean listed = link != ACCORD_NONE
                      ? accord_finding_list_find (list_of (self), TRUE, link, &position)
                      : coding != ACCORD_NONE &&
                          accord_finding_list_find (list_of (self), FALSE, coding, &position);

  if (gtk_bitset_get_size (chosen) > 1 || (listed && gtk_bitset_contains (chosen, position)))
    return;
  self->updating = TRUE;
  if (listed)
    {
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
    }
  else
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  self->updating = FALSE;
}

static void
update_cb (AccordFindingsPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list_of (self)));
  guint n_all = accord_finding_list_count_all (list_of (self));
  const char *name = focused_name (self);
  g_autofree char *heading =
    name != NULL ? g_strdup_printf (/* Translators: name of a theme */ _ ("Findings: %s"), name)
                 : g_strdup (_ ("Findings"));
  g_autofree char *count =
    g_strdup_printf (/* Translators: "9 of 38" findings */ _ ("%u of %u"), n, n_all);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  update_nothing (self, n_all);
  update_reviewed (self);
  follow_focus (self);
}

static void
bind_row (AccordFindingsPane *self, GtkListItem *item)
{
  AccordFindingItem *finding = gtk_list_item_get_item (item);

  accord_finding_line_set (ACCORD_FINDING_LINE (gtk_list_item_get_child (item)),
                           accord_finding_item_is_link (finding),
                           accord_finding_item_get_index (finding));
}

/* The rows on the screen show the status that their findings have now. */
static void
findings_changed_cb (AccordFindingsPane *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    bind_row (self, g_ptr_array_index (self->bound, i));
  update_cb (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AccordFindingsPane *self)
{
  gtk_list_item_set_child (item, accord_finding_line_new (self->view));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AccordFindingsPane *self)
{
  bind_row (self, item);
  g_ptr_array_add (self->bound, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AccordFindingsPane *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
selection_changed_cb (AccordFindingsPane *self)
{
  g_autoptr (GtkBitset) chosen = accord_findings_pane_get_chosen (self);
  guint n = (guint) gtk_bitset_get_size (chosen), index = 0;
  gboolean is_link = FALSE;
  g_autofree char *text =
    g_strdup_printf (g_dngettext (NULL, "%u finding selected", "%u findings selected", n), n);

  gtk_label_set_label (self->chosen, text);
  gtk_widget_set_visible (self->bulk, n > 1);
  if (self->updating || n != 1 ||
      !accord_finding_list_get (list_of (self), gtk_bitset_get_minimum (chosen), &is_link, &index))
    return;
  if (is_link)
    accord_view_focus_link (self->view, index);
  else
    accord_view_focus_coding (self->view, index);
}

static void
activated_cb (AccordFindingsPane *self, guint position)
{
  accord_view_focus_item (self->view, position);
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (ACCORD_FINDINGS_PANE (widget)->selection));
}

static void
accord_findings_pane_dispose (GObject *object)
{
  AccordFindingsPane *self = ACCORD_FINDINGS_PANE (object);

  self->updating = TRUE;
  if (self->box != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_findings_pane_parent_class)->dispose (object);
}

static void
accord_findings_pane_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_FINDINGS_PANE (object)->bound);
  G_OBJECT_CLASS (accord_findings_pane_parent_class)->finalize (object);
}

static void
accord_findings_pane_class_init (AccordFindingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_findings_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_findings_pane_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findingspane");
  gtk_widget_class_install_action (widget_class, "findings.select-all", NULL, select_all_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, box);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, heading);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, count);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, list);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, lower);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, lift);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, bulk);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, chosen);
  gtk_widget_class_bind_template_child (widget_class, AccordFindingsPane, reviewed);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
accord_findings_pane_init (AccordFindingsPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * accord_findings_pane_set_view:
 * @self: a pane
 * @view: what is looked at; set once
 */
void
accord_findings_pane_set_view (AccordFindingsPane *self, AccordView *view)
{
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list_of (self))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (view, "focus-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accord_view_get_session (view), "findings-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list_of (self), "notify", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  update_cb (self);
}

/**
 * accord_findings_pane_get_chosen:
 * @self: a pane
 *
 * Returns: (transfer full): the chosen rows, as positions in the view's list
 */
GtkBitset *
accord_findings_pane_get_chosen (AccordFindingsPane *self)
{
  return gtk_bitset_copy (
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection)));
}
