/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus that set the filters of the view, and say what they are. The list of stances is
 * also the key of their glyphs, with the number of findings of each. */
#include "app/accord-filters.h"

#include <glib/gi18n.h>

#include "app/accord-mark.h"
#include "session/accord-label.h"

struct _AccordFilters
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkMenuButton *mode;
  GtkMenuButton *stance;
  GtkPopover *stances;
  GtkBox *stance_rows;
  GtkLabel *stance_sum;
  GtkWidget *every_stance;
  GtkWidget *lift;
  GtkLabel *lift_label;

  /* owned by the widget tree */
  GtkCheckButton *checks[ACCORD_N_STANCES];
  GtkLabel *counts[ACCORD_N_STANCES];

  /* owned */
  AccordView *view; /* nullable */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AccordFilters, accord_filters, GTK_TYPE_WIDGET)

static const char *
mode_label (AccordViewMode mode)
{
  static const char *const LABELS[ACCORD_N_VIEW_MODES] = {
    N_ ("Everything"),   N_ ("Only shared"),     N_ ("Only unique"),
    N_ ("Only opposed"), N_ ("Only unreviewed"),
  };

  return _ (LABELS[mode]);
}

static void
update_stances (AccordFilters *self)
{
  AccordSession *session = accord_view_get_session (self->view);
  AccordFindings *findings = accord_session_get_findings (session);
  AccordCoverage *coverage = accord_session_get_coverage (session);
  guint n = 0, counts[ACCORD_N_STANCES] = { 0 }, shown = 0, all = 0;
  const AccordCodingFinding *codings =
    findings != NULL ? accord_findings_get_codings (findings, &n) : NULL;
  g_autofree char *sum = NULL, *label = NULL;

  for (guint i = 0; i < n; i++)
    counts[codings[i].stance] += accord_coverage_counts (coverage, &codings[i]);
  self->updating = TRUE;
  for (guint i = 0; i < ACCORD_N_STANCES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i]);
      gboolean active = (accord_view_get_stances (self->view) & 1u << i) != 0;

      gtk_label_set_label (self->counts[i], count);
      gtk_check_button_set_active (self->checks[i], active);
      shown += active;
      all += counts[i];
    }
  self->updating = FALSE;
  sum = g_strdup_printf (g_dngettext (NULL, "%u finding", "%u findings", all), all);
  gtk_label_set_label (self->stance_sum, sum);
  gtk_widget_set_sensitive (self->every_stance, shown < ACCORD_N_STANCES);
  label = shown == ACCORD_N_STANCES
            ? g_strdup (_ ("Any stance"))
            : g_strdup_printf (/* Translators: "2 of 7 stances" */ _ ("%u of %u stances"), shown,
                               (guint) ACCORD_N_STANCES);
  gtk_menu_button_set_label (self->stance, label);
}

static void
append_part (GString *label, const char *part)
{
  g_string_append_printf (label, "%s%s", label->len > 0 ? " · " : "", part);
}

/* The theme or principles that are shown alone: one by name, several by number. */
static void
append_focus (AccordFilters *self, GString *label)
{
  AccordCodebook *codebook = accord_session_get_codebook (accord_view_get_session (self->view));
  const char *language = accord_label_language ();
  guint n = 0, n_focused = 0, focused = 0;
  const AccordPrinciple *principles = accord_codebook_get_principles (codebook, &n);
  g_autofree char *several = NULL;

  for (guint i = 0; i < n; i++)
    if (accord_view_is_principle_focused (self->view, i))
      {
        focused = i;
        n_focused++;
      }
  several =
    g_strdup_printf (g_dngettext (NULL, "%u principle", "%u principles", n_focused), n_focused);
  if (n_focused == 1)
    append_part (label,
                 accord_codebook_get_sentence (codebook, focused, ACCORD_WHAT_NAME, language));
  else if (n_focused > 0 && accord_view_is_theme_focused (self->view, principles[focused].theme) &&
           accord_codebook_get_themes (codebook, &n)[principles[focused].theme].n_principles ==
             n_focused)
    append_part (label,
                 accord_codebook_get_theme_name (codebook, principles[focused].theme, language));
  else if (n_focused > 0)
    append_part (label, several);
}

/* Says what hides something; the button that says it lifts it. */
static void
update_lift (AccordFilters *self)
{
  g_autoptr (GString) label = g_string_new (NULL);
  g_autofree char *tooltip = NULL;

  append_focus (self, label);
  if (accord_view_get_mode (self->view) != ACCORD_VIEW_ALL)
    append_part (label, mode_label (accord_view_get_mode (self->view)));
  if (accord_view_get_blind (self->view))
    append_part (label, _ ("Blind mode"));
  if (accord_view_is_filtered (self->view) && label->len == 0)
    append_part (label, _ ("Filtered"));
  gtk_label_set_label (self->lift_label, label->str);
  gtk_widget_set_visible (self->lift, label->len > 0);
  tooltip = g_strdup_printf (/* Translators: what alone is shown */ _ ("Shown: %s. Click to show "
                                                                       "everything again."),
                             label->str);
  gtk_widget_set_tooltip_text (self->lift, tooltip);
}

static void
update_cb (AccordFilters *self)
{
  gtk_menu_button_set_label (self->mode, mode_label (accord_view_get_mode (self->view)));
  update_stances (self);
  update_lift (self);
}

static void
toggled_cb (AccordFilters *self)
{
  guint stances = 0;

  if (self->updating || self->view == NULL)
    return;
  for (guint i = 0; i < ACCORD_N_STANCES; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      stances |= 1u << i;
  accord_view_set_stances (self->view, stances);
}

static void
every_stance_cb (AccordFilters *self)
{
  accord_view_set_stances (self->view, G_MAXUINT);
}

static void
only_cb (GtkButton *button, AccordFilters *self)
{
  for (guint i = 0; i < ACCORD_N_STANCES; i++)
    if (gtk_widget_get_parent (GTK_WIDGET (button)) ==
        gtk_widget_get_parent (GTK_WIDGET (self->checks[i])))
      accord_view_set_stances (self->view, 1u << i);
}

static void
append_stance (AccordFilters *self, AccordStance stance)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = accord_mark_new ();
  GtkWidget *only = gtk_button_new_with_label (_ ("Only this"));
  const char *name = accord_mark_stance_label (stance);
  g_autofree char *label = g_strdup_printf (/* Translators: a stance */ _ ("Only %s"), name);

  accord_mark_set_stance (ACCORD_MARK (mark), stance);
  self->checks[stance] = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->counts[stance] = GTK_LABEL (gtk_label_new ("0"));
  gtk_widget_add_css_class (GTK_WIDGET (self->counts[stance]), "numeric");
  gtk_box_append (GTK_BOX (words), mark);
  gtk_box_append (GTK_BOX (words), gtk_label_new (name));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (only, "flat");
  gtk_widget_add_css_class (only, "compact");
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->checks[stance]));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->counts[stance]));
  gtk_box_append (GTK_BOX (row), only);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks[stance]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (only), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->checks[stance], "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (only, "clicked", G_CALLBACK (only_cb), self, 0);
  gtk_box_append (self->stance_rows, row);
}

static void
accord_filters_dispose (GObject *object)
{
  AccordFilters *self = ACCORD_FILTERS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_filters_parent_class)->dispose (object);
}

static void
accord_filters_class_init (AccordFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_filters_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filters");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, box);
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, mode);
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, stance);
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, stances);
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, stance_rows);
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, stance_sum);
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, every_stance);
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, lift);
  gtk_widget_class_bind_template_child (widget_class, AccordFilters, lift_label);
  gtk_widget_class_bind_template_callback (widget_class, every_stance_cb);
}

static void
accord_filters_init (AccordFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < ACCORD_N_STANCES; i++)
    append_stance (self, (AccordStance) i);
}

/**
 * accord_filters_set_view:
 * @self: the filters
 * @view: what is looked at; set once
 */
void
accord_filters_set_view (AccordFilters *self, AccordView *view)
{
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "focus-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accord_view_get_session (view), "findings-changed",
                           G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
