/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A glossary in the order of the words: each once, however often it stands there. */
#include "app/accord-gloss-popover.h"

#include <glib/gi18n.h>

#include "app/accord-place.h"
#include "app/accord-popover.h"
#include "engine/accord-gloss.h"
#include "engine/accord-language.h"
#include "session/accord-label.h"

static char *
dup_meaning (AccordSession *session, const AccordGloss *gloss)
{
  if (gloss->principle != ACCORD_NONE)
    return g_strdup (accord_codebook_get_sentence (accord_session_get_codebook (session),
                                                   gloss->principle, ACCORD_WHAT_NAME,
                                                   accord_label_language ()));
  return accord_lexicon_dup_name (accord_session_get_lexicon (session), gloss->concept);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static guint
fill (GtkGrid *grid, AccordSession *session, guint document, guint passage)
{
  AccordAnalysis *analysis = accord_comparison_get_analysis (
    accord_findings_get_comparison (accord_session_get_findings (session)), document);
  AccordText *text = accord_document_get_text (accord_analysis_get_document (analysis));
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0, n_rows = 0;
  g_autofree AccordGloss *glosses =
    accord_gloss_passage (analysis, accord_session_get_lexicon (session), passage, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = accord_text_dup_span (text, glosses[i].span);
      g_autofree char *meaning = dup_meaning (session, &glosses[i]);

      if (meaning == NULL || g_hash_table_contains (told, word))
        continue;
      gtk_grid_attach (grid, label_new (word, "quoted"), 0, (int) n_rows, 1, 1);
      gtk_grid_attach (
        grid, label_new (meaning, glosses[i].principle != ACCORD_NONE ? "heading" : "dim-label"), 1,
        (int) n_rows++, 1, 1);
      g_hash_table_add (told, g_steal_pointer (&word));
    }
  return n_rows;
}

/**
 * accord_gloss_popover_new:
 * @view: what is looked at, with findings
 * @document: index of a compared document
 * @passage: index of a passage of it
 *
 * It goes when it is closed; the caller gives it a parent and opens it.
 *
 * Returns: (transfer floating) (nullable): a popover; NULL where nothing is known about the words
 */
GtkWidget *
accord_gloss_popover_new (AccordView *view, guint document, guint passage)
{
  GtkWidget *grid = g_object_ref_sink (gtk_grid_new ());
  GtkWidget *popover = NULL, *scroller = NULL;

  if (fill (GTK_GRID (grid), accord_view_get_session (view), document, passage) == 0)
    {
      g_object_unref (grid);
      return NULL;
    }
  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the words of this passage mean"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 306);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  accord_popover_go_when_closed (GTK_POPOVER (popover));
  g_object_unref (grid);
  return popover;
}
