/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding row shows theme number or places, names, stance glyph, status swatch and
 * score. Its index among the findings is kept on the row. */
#include "app/accord-finding-row.h"

#include <glib/gi18n.h>

#include "app/accord-mark.h"
#include "app/accord-place.h"

#define FINDING_KEY "accord-finding"

static GtkWidget *
label_with_class (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), g_str_equal (css_class, "ring") ? 0.5f : 0);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
mark_of_stance (AccordStance stance)
{
  GtkWidget *mark = accord_mark_new ();

  accord_mark_set_stance (ACCORD_MARK (mark), stance);
  return mark;
}

static GtkWidget *
mark_of_status (AccordStatus status)
{
  GtkWidget *mark = accord_mark_new ();

  accord_mark_set_status (ACCORD_MARK (mark), status);
  return mark;
}

static GtkWidget *
row_around (GtkWidget *box, guint finding, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), FINDING_KEY, GUINT_TO_POINTER (finding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (row, label);
  return row;
}

/* The words that carry a coding: “智能向善”, “AI for good”. */
static char *
dup_mentions (AccordFindings *findings, const AccordCodingFinding *finding)
{
  AccordAnalysis *analysis =
    accord_comparison_get_analysis (accord_findings_get_comparison (findings), finding->document);
  AccordText *text = accord_document_get_text (accord_analysis_get_document (analysis));
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n);
  const AccordMention *mentions = NULL;

  if (finding->coding >= n)
    return g_string_free (g_steal_pointer (&words), FALSE);
  mentions = accord_analysis_get_mentions (analysis, &codings[finding->coding]);
  for (guint i = 0; i < codings[finding->coding].n_mentions; i++)
    {
      g_autofree char *mention = accord_text_dup_span (text, mentions[i].span);

      g_string_append_printf (words, "%s“%s”", i > 0 ? ", " : "", mention);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * accord_finding_row_new_coding:
 * @view: what is looked at
 * @coding_finding: index into the findings' codings
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
accord_finding_row_new_coding (AccordView *view, guint coding_finding)
{
  AccordSession *session = accord_view_get_session (view);
  AccordCodebook *codebook = accord_session_get_codebook (session);
  guint n = 0;
  const AccordCodingFinding *finding =
    &accord_findings_get_codings (accord_session_get_findings (session), &n)[coding_finding];
  const AccordPrinciple *principle =
    &accord_codebook_get_principles (codebook, &n)[finding->principle];
  const char *name = accord_codebook_get_sentence (codebook, finding->principle, ACCORD_WHAT_NAME,
                                                   g_get_language_names ()[0]);
  g_autofree char *number = g_strdup_printf ("%u", principle->theme + 1);
  g_autofree char *score = accord_place_dup_score (finding->score);
  g_autofree char *mentions = dup_mentions (accord_session_get_findings (session), finding);
  g_autofree char *label =
    g_strdup_printf ("%s, %s, %s, %s %s", name, accord_mark_stance_label (finding->stance),
                     accord_mark_status_label (finding->status), score, mentions);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = label_with_class (name, "name");
  GtkWidget *evidence = label_with_class (mentions, "kind");

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (evidence), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), evidence);
  gtk_box_append (GTK_BOX (box), label_with_class (number, "ring"));
  gtk_box_append (GTK_BOX (box), mark_of_stance (finding->stance));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), mark_of_status (finding->status));
  gtk_box_append (GTK_BOX (box), label_with_class (score, "numeric"));
  return row_around (box, coding_finding, label);
}

/**
 * accord_finding_row_new_link:
 * @view: what is looked at
 * @link_finding: index into the findings' links
 * @from: the end of it that is focused
 *
 * Returns: (transfer floating): its row, which names the other end
 */
GtkWidget *
accord_finding_row_new_link (AccordView *view, guint link_finding, AccordEnd from)
{
  AccordSession *session = accord_view_get_session (view);
  guint n = 0;
  const AccordLinkFinding *finding =
    &accord_findings_get_links (accord_session_get_findings (session), &n)[link_finding];
  AccordEnd to = finding->a.document == from.document && finding->a.passage == from.passage
                   ? finding->b
                   : finding->a;
  g_autofree char *place = accord_place_dup_label (session, to.document, to.passage);
  g_autofree char *quote = accord_place_dup_quote (session, to.document, to.passage);
  g_autofree char *score = accord_place_dup_score (finding->score);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s: %s", place, score,
                                            accord_mark_status_label (finding->status), quote);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = NULL;

  g_strdelimit (quote, "\n", ' ');
  words = label_with_class (quote, "quoted");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), label_with_class (place, "place"));
  gtk_box_append (
    GTK_BOX (box),
    label_with_class (finding->verdict == ACCORD_VERDICT_OPPOSED ? "≁" : "↔", "dim-label"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), mark_of_status (finding->status));
  gtk_box_append (GTK_BOX (box), label_with_class (score, "numeric"));
  return row_around (box, link_finding, label);
}

/**
 * accord_finding_row_get_finding:
 * @row: a row made here
 *
 * Returns: the index that it was made with
 */
guint
accord_finding_row_get_finding (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), FINDING_KEY));
}
