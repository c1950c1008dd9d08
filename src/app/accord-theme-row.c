/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number in a ring or coverage swatch, name, strip of dots, count. */
#include "app/accord-theme-row.h"

#include <glib/gi18n.h>

#include "app/accord-mark.h"

#define MAX_STRIP 24u

struct _AccordThemeRow
{
  GtkWidget parent_instance;

  /* template */
  GtkTreeExpander *expander;
  GtkLabel *ring;
  AccordMark *swatch;
  GtkLabel *name;
  AccordMark *dots;
  GtkLabel *count;

  /* owned */
  GtkTreeListRow *row; /* nullable */
};

G_DEFINE_FINAL_TYPE (AccordThemeRow, accord_theme_row, GTK_TYPE_WIDGET)

static void
accord_theme_row_dispose (GObject *object)
{
  AccordThemeRow *self = ACCORD_THEME_ROW (object);

  g_clear_object (&self->row);
  if (self->expander != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->expander));
  self->expander = NULL;
  G_OBJECT_CLASS (accord_theme_row_parent_class)->dispose (object);
}

static void
accord_theme_row_class_init (AccordThemeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_theme_row_dispose;
  g_type_ensure (ACCORD_TYPE_MARK);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "themerow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-theme-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordThemeRow, expander);
  gtk_widget_class_bind_template_child (widget_class, AccordThemeRow, ring);
  gtk_widget_class_bind_template_child (widget_class, AccordThemeRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, AccordThemeRow, name);
  gtk_widget_class_bind_template_child (widget_class, AccordThemeRow, dots);
  gtk_widget_class_bind_template_child (widget_class, AccordThemeRow, count);
}

static void
accord_theme_row_init (AccordThemeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_dots (AccordThemeRow *self, AccordThemeItem *item)
{
  gboolean present[MAX_STRIP];
  guint n = accord_theme_item_get_present (item, present, MAX_STRIP);

  accord_mark_set_dots (self->dots, present, n);
}

static void
update_label (AccordThemeRow *self, AccordThemeItem *item, guint count)
{
  g_autofree char *label =
    g_strdup_printf (/* Translators: name of a theme, coverage, number of findings */
                     g_dngettext (NULL, "%s, %s, %u finding", "%s, %s, %u findings", count),
                     accord_theme_item_get_name (item),
                     accord_mark_coverage_label (accord_theme_item_get_class (item)), count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
}

/**
 * accord_theme_row_update:
 * @self: a row
 *
 * Shows anew what its item says now.
 */
void
accord_theme_row_update (AccordThemeRow *self)
{
  g_autoptr (AccordThemeItem) item =
    self->row != NULL ? gtk_tree_list_row_get_item (self->row) : NULL;
  g_autofree char *number = NULL, *count = NULL;
  gboolean is_theme, focused;
  guint n;

  if (item == NULL)
    return;
  is_theme = accord_theme_item_is_theme (item);
  focused = accord_theme_item_is_focused (item);
  n = accord_theme_item_count (item);
  number = g_strdup_printf ("%u", accord_theme_item_get_theme (item) + 1);
  count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("—");
  gtk_widget_set_visible (GTK_WIDGET (self->ring), is_theme);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), !is_theme);
  gtk_label_set_label (self->ring, number);
  gtk_label_set_label (self->name, accord_theme_item_get_name (item));
  gtk_label_set_label (self->count, count);
  accord_mark_set_coverage (self->swatch, accord_theme_item_get_class (item));
  update_dots (self, item);
  update_label (self, item, n);
  set_css_class (GTK_WIDGET (self), "focused", focused);
  set_css_class (GTK_WIDGET (self), "theme", is_theme);
  set_css_class (GTK_WIDGET (self), "silent", n == 0);
}

/**
 * accord_theme_row_new:
 *
 * Returns: (transfer floating): a row without item
 */
GtkWidget *
accord_theme_row_new (void)
{
  return g_object_new (ACCORD_TYPE_THEME_ROW, NULL);
}

/**
 * accord_theme_row_set_row:
 * @self: a row
 * @row: (nullable): a row of the tree model whose item is an #AccordThemeItem
 */
void
accord_theme_row_set_row (AccordThemeRow *self, GtkTreeListRow *row)
{
  g_set_object (&self->row, row);
  gtk_tree_expander_set_list_row (self->expander, row);
  accord_theme_row_update (self);
}
