/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding row shows theme number or places, names, stance glyph, status swatch and
 * score. Its index among the findings is kept on the row. */
#include "app/accord-finding-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/accord-mark.h"
#include "app/accord-place.h"
#include "session/accord-label.h"

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

static const char *
name_of (AccordView *view, guint principle)
{
  return accord_codebook_get_sentence (accord_session_get_codebook (accord_view_get_session (view)),
                                       principle, ACCORD_WHAT_NAME, accord_label_language ());
}

static GtkWidget *
ring_of (AccordView *view, guint principle)
{
  guint n = 0;
  const AccordPrinciple *principles = accord_codebook_get_principles (
    accord_session_get_codebook (accord_view_get_session (view)), &n);
  g_autofree char *number = g_strdup_printf ("%u", principles[principle].theme + 1);

  return label_with_class (number, "ring");
}

/* The letter in its square and the paragraph. */
static void
append_place (GtkWidget *box, AccordSession *session, guint document, guint passage)
{
  g_autofree char *place = accord_place_dup_label (session, document, passage);
  const char *paragraph = strchr (place, ' ');
  GtkWidget *letter = label_with_class (
    accord_session_document_get_letter (accord_session_get_compared (session, document)), "letter");

  gtk_label_set_xalign (GTK_LABEL (letter), 0.5f);
  gtk_widget_add_css_class (letter, "small");
  gtk_box_append (GTK_BOX (box), letter);
  gtk_box_append (GTK_BOX (box),
                  label_with_class (paragraph != NULL ? paragraph + 1 : place, "place"));
}

static void
append_end (GtkWidget *box, AccordSession *session, AccordEnd end)
{
  AccordStance stance = ACCORD_STANCE_NOTE;

  append_place (box, session, end.document, end.passage);
  if (accord_place_get_stance (session, end.document, end.passage, &stance))
    gtk_box_append (GTK_BOX (box), mark_of_stance (stance));
}

static GtkWidget *
listed_link (AccordView *view, const AccordLinkFinding *link, GString *words)
{
  AccordSession *session = accord_view_get_session (view);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *a = accord_place_dup_label (session, link->a.document, link->a.passage);
  g_autofree char *b = accord_place_dup_label (session, link->b.document, link->b.passage);

  g_string_append_printf (words, "%s ↔ %s", a, b);
  if (link->verdict == ACCORD_VERDICT_OPPOSED)
    g_string_append_printf (words, ", %s", _ ("opposed"));
  append_end (box, session, link->a);
  gtk_box_append (
    GTK_BOX (box),
    label_with_class (link->verdict == ACCORD_VERDICT_OPPOSED ? "≁" : "↔", "dim-label"));
  append_end (box, session, link->b);
  return box;
}

static GtkWidget *
listed_coding (AccordView *view, const AccordCodingFinding *coding, GString *words)
{
  AccordSession *session = accord_view_get_session (view);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *place = accord_place_dup_label (session, coding->document, coding->passage);
  const char *name = name_of (view, coding->principle);
  GtkWidget *title = label_with_class (name, "name");

  g_string_append_printf (words, "%s, %s, %s", place, name,
                          accord_mark_stance_label (coding->stance));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  append_place (box, session, coding->document, coding->passage);
  gtk_box_append (GTK_BOX (box), ring_of (view, coding->principle));
  gtk_box_append (GTK_BOX (box), mark_of_stance (coding->stance));
  gtk_box_append (GTK_BOX (box), title);
  return box;
}

/**
 * accord_finding_row_box_new:
 * @view: what is looked at
 * @is_link: whether a link is shown; else a coding
 * @index: of it among the findings
 *
 * Returns: (transfer floating): one line that names it wherever it stands
 */
GtkWidget *
accord_finding_row_box_new (AccordView *view, gboolean is_link, guint index)
{
  AccordFindings *findings = accord_session_get_findings (accord_view_get_session (view));
  guint n_links = 0, n_codings = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n_links);
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n_codings);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *score = NULL;
  AccordStatus status;
  GtkWidget *box = NULL, *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (index >= (is_link ? n_links : n_codings))
    return space;
  box = is_link ? listed_link (view, &links[index], words)
                : listed_coding (view, &codings[index], words);
  status = is_link ? links[index].status : codings[index].status;
  score = accord_place_dup_score (is_link ? links[index].score : codings[index].score);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), mark_of_status (status));
  gtk_box_append (GTK_BOX (box), label_with_class (score, "numeric"));
  g_string_append_printf (words, ", %s %s", accord_mark_status_label (status), score);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  gtk_widget_set_tooltip_text (box, words->str);
  return box;
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
  guint n = 0;
  const AccordCodingFinding *finding =
    &accord_findings_get_codings (accord_session_get_findings (session), &n)[coding_finding];
  const char *name = name_of (view, finding->principle);
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
  gtk_box_append (GTK_BOX (box), ring_of (view, finding->principle));
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
