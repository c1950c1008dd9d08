/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term of a principle as a button with its hits; what else it has is in the tooltip. */
#include "app/accord-term-chip.h"

#include <glib/gi18n.h>

/* What a term has besides its words, in short: its tooltip. */
static char *
dup_term_tooltip (const AccordTerm *term, guint hits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
    text, g_dngettext (NULL, "%u hit in the open documents", "%u hits in the open documents", hits),
    hits);
  if (term->gap > 0 || term->near > 0)
    g_string_append_c (text, '\n');
  if (term->gap > 0)
    g_string_append_printf (text, _ ("Up to %u words between its words"), term->gap);
  if (term->near > 0)
    g_string_append_printf (text, _ ("In any order, up to %u words apart"), term->near);
  if (term->case_sensitive)
    g_string_append_printf (text, "\n%s", _ ("Only as it is written"));
  if (term->against)
    g_string_append_printf (text, "\n%s", _ ("Names what the principle is against"));
  for (guint i = 0; term->excludes != NULL && term->excludes[i] != NULL; i++)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Not in “%s”"), term->excludes[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * accord_term_chip_new:
 * @term: a term
 * @hits: in how many places of the open documents it carries a coding
 *
 * Returns: (transfer floating): a toggle button; active means chosen
 */
GtkWidget *
accord_term_chip_new (const AccordTerm *term, guint hits)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (term->text);
  g_autofree char *count = g_strdup_printf ("%u", hits);
  g_autofree char *tooltip = dup_term_tooltip (term, hits);
  GtkWidget *number = gtk_label_new (count);

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "term");
  gtk_widget_add_css_class (chip, hits > 0 ? "found" : "dead");
  gtk_widget_set_tooltip_text (chip, tooltip);
  return chip;
}
