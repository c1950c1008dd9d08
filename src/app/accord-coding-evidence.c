/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each fact has a row that lights its words in the quotation, as the reasons of a link
 * do: the terms of the principle, the words of the stance, who is to act. */
#include "app/accord-coding-evidence.h"

#include <glib/gi18n.h>

#include "app/accord-mark.h"
#include "app/accord-quote.h"
#include "session/accord-label.h"

#define SPANS_KEY "accord-spans"

struct _AccordCodingEvidence
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  AccordQuote *quote;
  GtkListBox *facts;

  /* owned */
  AccordView *view; /* nullable */
};

G_DEFINE_FINAL_TYPE (AccordCodingEvidence, accord_coding_evidence, GTK_TYPE_WIDGET)

static void
row_selected_cb (AccordCodingEvidence *self, GtkListBoxRow *row)
{
  GArray *spans = row != NULL ? g_object_get_data (G_OBJECT (row), SPANS_KEY) : NULL;

  if (self->view == NULL)
    return;
  if (spans != NULL)
    accord_quote_set_lit (self->quote, (const AccordSpan *) (gpointer) spans->data, spans->len);
  else
    accord_quote_set_lit (self->quote, NULL, 0);
}

static GtkWidget *
text_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Takes @spans. */
static void
append_fact (
  AccordCodingEvidence *self, const char *kind, const char *words, GtkWidget *mark, GArray *spans)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *label = g_strdup_printf ("%s: %s", kind, words);

  gtk_box_append (GTK_BOX (left), text_label (kind, "kind"));
  gtk_box_append (GTK_BOX (left), text_label (words, NULL));
  gtk_widget_set_hexpand (left, TRUE);
  if (mark != NULL)
    gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), left);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), SPANS_KEY, spans, (GDestroyNotify) g_array_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->facts, row);
}

/* “one”, “two” */
static char *
dup_words (AccordText *text, GArray *spans)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *one = accord_text_dup_span (text, g_array_index (spans, AccordSpan, i));

      g_string_append_printf (words, "%s“%s”", i > 0 ? ", " : "", g_strdelimit (one, "\n", ' '));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GArray *
spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (AccordSpan));
}

static void
append_principle (AccordCodingEvidence *self, AccordText *text, guint principle, GArray *mentions)
{
  AccordCodebook *codebook = accord_session_get_codebook (accord_view_get_session (self->view));
  const char *language = accord_label_language ();
  guint n = 0;
  guint theme = accord_codebook_get_principles (codebook, &n)[principle].theme;
  g_autofree char *words = dup_words (text, mentions);
  const char *definition =
    accord_codebook_get_sentence (codebook, principle, ACCORD_WHAT_DEFINITION, language);
  g_autofree char *name = g_strdup_printf (
    "%s%s%s", accord_codebook_get_sentence (codebook, principle, ACCORD_WHAT_NAME, language),
    definition != NULL ? "\n" : "", definition != NULL ? definition : "");

  append_fact (self, accord_codebook_get_theme_name (codebook, theme, language), name, NULL,
               g_array_ref (mentions));
  if (mentions->len > 0)
    append_fact (self, _ ("Terms of the codebook"), words, NULL, g_array_ref (mentions));
}

static void
append_stance (AccordCodingEvidence *self,
               AccordText *text,
               const AccordCodingFinding *finding,
               GArray *triggers,
               GArray *actor)
{
  GtkWidget *mark = accord_mark_new ();
  g_autofree char *trigger = dup_words (text, triggers);
  g_autofree char *who = dup_words (text, actor);
  g_autofree char *words = g_strdup_printf (
    "%s%s%s%s%s", accord_mark_stance_label (finding->stance), triggers->len > 0 ? " " : "", trigger,
    finding->polarity < 0 ? " · " : "", finding->polarity < 0 ? _ ("against the principle") : "");

  accord_mark_set_stance (ACCORD_MARK (mark), finding->stance);
  append_fact (self, _ ("Stance"), words, mark, g_array_ref (triggers));
  if (actor->len > 0)
    append_fact (self, _ ("Who is to act"), who, NULL, g_array_ref (actor));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
collect (const AccordCodingFinding *finding,
         AccordAnalysis *analysis,
         GArray *mentions,
         GArray *triggers,
         GArray *actor)
{
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n);
  const AccordCoding *coding = finding->coding < n ? &codings[finding->coding] : NULL;
  const AccordMention *found = NULL;

  if (coding == NULL)
    return;
  found = accord_analysis_get_mentions (analysis, coding);
  for (guint i = 0; i < coding->n_mentions; i++)
    g_array_append_val (mentions, found[i].span);
  g_array_append_vals (triggers, accord_analysis_get_triggers (analysis, coding),
                       coding->n_triggers);
  if (accord_span_length (coding->actor_span) > 0)
    g_array_append_val (actor, coding->actor_span);
}

static void
accord_coding_evidence_dispose (GObject *object)
{
  AccordCodingEvidence *self = ACCORD_CODING_EVIDENCE (object);

  g_clear_object (&self->view);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (accord_coding_evidence_parent_class)->dispose (object);
}

static void
accord_coding_evidence_class_init (AccordCodingEvidenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_coding_evidence_dispose;
  g_type_ensure (ACCORD_TYPE_QUOTE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "evidence");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/accord/Accord/accord-coding-evidence.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordCodingEvidence, box);
  gtk_widget_class_bind_template_child (widget_class, AccordCodingEvidence, quote);
  gtk_widget_class_bind_template_child (widget_class, AccordCodingEvidence, facts);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
accord_coding_evidence_init (AccordCodingEvidence *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_coding_evidence_set_coding:
 * @self: an evidence
 * @view: what is looked at, with findings
 * @coding_finding: index into the findings' codings
 */
void
accord_coding_evidence_set_coding (AccordCodingEvidence *self,
                                   AccordView *view,
                                   guint coding_finding)
{
  AccordFindings *findings = accord_session_get_findings (accord_view_get_session (view));
  AccordComparison *comparison = accord_findings_get_comparison (findings);
  guint n = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n);
  const AccordCodingFinding *finding = &codings[coding_finding];
  g_autoptr (GArray) mentions = spans_new ();
  g_autoptr (GArray) triggers = spans_new ();
  g_autoptr (GArray) actor = spans_new ();
  AccordText *text = NULL;

  g_return_if_fail (coding_finding < n);

  g_set_object (&self->view, view);
  text = accord_document_get_text (accord_comparison_get_document (comparison, finding->document));
  collect (finding, accord_comparison_get_analysis (comparison, finding->document), mentions,
           triggers, actor);
  accord_quote_set_place (self->quote, view, finding->document, finding->passage);
  accord_quote_set_bold (self->quote, (const AccordSpan *) (gpointer) mentions->data,
                         mentions->len);
  clear_list (self->facts);
  append_principle (self, text, finding->principle, mentions);
  append_stance (self, text, finding, triggers, actor);
  gtk_list_box_select_row (self->facts, gtk_list_box_get_row_at_index (self->facts, 0));
}
