/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the table lights its words in both quotations while the pointer or the
 * keyboard is on it; leaving it brings back the chosen row, so that marks stay. */
#include "app/accord-evidence.h"

#include <glib/gi18n.h>

#include "app/accord-difference-label.h"
#include "app/accord-mark.h"
#include "app/accord-place.h"
#include "app/accord-quote.h"
#include "session/accord-label.h"

struct _AccordEvidence
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  AccordQuote *quote_a;
  AccordQuote *quote_b;
  GtkListBox *why;
  GtkListBox *stances;
  GtkWidget *stance_box;
  GtkWidget *difference_box;
  GtkLabel *difference;

  /* owned */
  AccordView *view; /* nullable */

  guint link; /* index into the findings' links */
};

G_DEFINE_FINAL_TYPE (AccordEvidence, accord_evidence, GTK_TYPE_WIDGET)

static AccordFindings *
findings_of (AccordEvidence *self)
{
  return accord_session_get_findings (accord_view_get_session (self->view));
}

static const AccordLinkFinding *
finding_of (AccordEvidence *self)
{
  guint n = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings_of (self), &n);

  return self->link < n ? &links[self->link] : NULL;
}

/* The machine's reasons; none where a person paired the passages. */
static const AccordReason *
reasons_of (AccordEvidence *self, guint *n)
{
  const AccordLinkFinding *finding = finding_of (self);
  AccordComparison *comparison = accord_findings_get_comparison (findings_of (self));
  guint n_links = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n_links);

  *n = 0;
  if (finding == NULL || finding->link >= n_links)
    return NULL;
  *n = links[finding->link].n_reasons;
  return accord_comparison_get_reasons (comparison, &links[finding->link]);
}

static const char *
kind_label (AccordReasonKind kind)
{
  static const char *const LABELS[ACCORD_N_REASON_KINDS] = {
    N_ ("Term of the codebook"),
    N_ ("Concept"),
    N_ ("Name"),
    N_ ("Number"),
    N_ ("Wording"),
    N_ ("Principle"),
    N_ ("Length"),
  };

  return _ (LABELS[kind]);
}

static char *
dup_reason_words (AccordEvidence *self, const AccordReason *reason)
{
  AccordCodebook *codebook = accord_session_get_codebook (accord_view_get_session (self->view));
  const char *language = accord_label_language ();
  guint principle = 0;

  if (reason->kind == ACCORD_REASON_LENGTH)
    return g_strdup (_ ("The passages differ in length"));
  if (reason->kind == ACCORD_REASON_PRINCIPLE &&
      accord_codebook_find_principle (codebook, reason->label, &principle))
    return g_strdup (
      accord_codebook_get_sentence (codebook, principle, ACCORD_WHAT_NAME, language));
  return g_strdup (reason->label != NULL ? reason->label : _ ("Further words"));
}

static void
light (AccordEvidence *self, const AccordReason *reason)
{
  AccordComparison *comparison = accord_findings_get_comparison (findings_of (self));

  accord_quote_set_lit (self->quote_a, accord_comparison_get_spans (comparison, reason->first_a),
                        reason->n_a);
  accord_quote_set_lit (self->quote_b, accord_comparison_get_spans (comparison, reason->first_b),
                        reason->n_b);
}

static void
light_row (AccordEvidence *self, GtkListBoxRow *row)
{
  guint n = 0;
  const AccordReason *reasons = reasons_of (self, &n);
  guint i = row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;

  if (i < n)
    light (self, &reasons[i]);
}

static void
row_selected_cb (AccordEvidence *self, GtkListBoxRow *row)
{
  if (self->view != NULL)
    light_row (self, row);
}

static void
enter_cb (GtkEventController *controller, double x, double y, AccordEvidence *self)
{
  light_row (self, GTK_LIST_BOX_ROW (gtk_event_controller_get_widget (controller)));
}

static void
leave_cb (GtkEventController *controller, AccordEvidence *self)
{
  light_row (self, gtk_list_box_get_selected_row (self->why));
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

/* Words and weight side by side; above the words the kind in small type, where there is one. */
static GtkWidget *
weight_row (const char *kind, const char *words, gint weight)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *score = accord_place_dup_score (weight);
  g_autofree char *label = g_strdup_printf ("%s %s %s", kind != NULL ? kind : "", words, score);
  GtkWidget *value = text_label (score, "numeric");

  if (kind != NULL)
    gtk_box_append (GTK_BOX (left), text_label (kind, "kind"));
  gtk_box_append (GTK_BOX (left), text_label (words, NULL));
  gtk_widget_set_hexpand (left, TRUE);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), value);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* Weights are shown to two places so that the column adds up as printed: each row shows the
 * difference of the rounded running sums. */
static void
fill_why (AccordEvidence *self, gint score)
{
  guint n = 0;
  const AccordReason *reasons = reasons_of (self, &n);
  gint sum = 0;
  GtkWidget *total = weight_row (NULL, _ ("Score"), score);

  clear_list (self->why);
  for (guint i = 0; i < n; i++)
    {
      gint before = (sum + 5) / 10 * 10;
      g_autofree char *words = dup_reason_words (self, &reasons[i]);
      GtkWidget *row = NULL;
      GtkEventController *motion = gtk_event_controller_motion_new ();

      sum += reasons[i].weight;
      row = weight_row (kind_label (reasons[i].kind), words, (sum + 5) / 10 * 10 - before);
      g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, 0);
      g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
      gtk_widget_add_controller (row, motion);
      gtk_list_box_append (self->why, row);
    }
  gtk_widget_add_css_class (total, "sum");
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (total), FALSE);
  gtk_list_box_append (self->why, total);
}

static void
set_bold_words (AccordEvidence *self)
{
  AccordComparison *comparison = accord_findings_get_comparison (findings_of (self));
  g_autoptr (GArray) a = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  g_autoptr (GArray) b = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  guint n = 0;
  const AccordReason *reasons = reasons_of (self, &n);

  for (guint i = 0; i < n; i++)
    {
      g_array_append_vals (a, accord_comparison_get_spans (comparison, reasons[i].first_a),
                           reasons[i].n_a);
      g_array_append_vals (b, accord_comparison_get_spans (comparison, reasons[i].first_b),
                           reasons[i].n_b);
    }
  accord_quote_set_bold (self->quote_a, (const AccordSpan *) (gpointer) a->data, a->len);
  accord_quote_set_bold (self->quote_b, (const AccordSpan *) (gpointer) b->data, b->len);
}

/* The strongest coding of a passage, whose stance is compared. */
static const AccordCoding *
best_coding (AccordEvidence *self, AccordEnd end)
{
  AccordComparison *comparison = accord_findings_get_comparison (findings_of (self));
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_passage_codings (
    accord_comparison_get_analysis (comparison, end.document), end.passage, &n);

  return n > 0 ? &codings[0] : NULL;
}

static void
append_stance (AccordEvidence *self, AccordEnd end)
{
  AccordSession *session = accord_view_get_session (self->view);
  AccordSessionDocument *document = accord_session_get_compared (session, end.document);
  AccordComparison *comparison = accord_findings_get_comparison (findings_of (self));
  AccordText *text =
    accord_document_get_text (accord_comparison_get_document (comparison, end.document));
  const AccordCoding *coding = best_coding (self, end);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *letter = gtk_label_new (accord_session_document_get_letter (document));
  GtkWidget *mark = accord_mark_new ();
  g_autofree char *actor = NULL;
  g_autofree char *trigger = NULL;
  g_autofree char *words = NULL;

  if (coding == NULL)
    return;
  actor = accord_text_dup_span (text, coding->actor_span);
  if (coding->n_triggers > 0)
    trigger = accord_text_dup_span (
      text, accord_analysis_get_triggers (accord_comparison_get_analysis (comparison, end.document),
                                          coding)[0]);
  words = g_strdup_printf ("%s%s%s%s%s%s", accord_mark_stance_label (coding->stance),
                           trigger != NULL ? " “" : "", trigger != NULL ? trigger : "",
                           trigger != NULL ? "”" : "", actor[0] != '\0' ? " · " : "", actor);
  accord_mark_set_stance (ACCORD_MARK (mark), coding->stance);
  gtk_widget_add_css_class (letter, "letter");
  gtk_widget_add_css_class (letter, "small");
  gtk_widget_set_valign (letter, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), letter);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), text_label (words, NULL));
  gtk_list_box_append (self->stances, box);
}

/* "▼ Weaker: B recommends what A obliges". Of the common principle, which need not be the surest
 * one of either passage, only the verdict is known: then no stances are named. */
static char *
dup_verdict (AccordEvidence *self, const AccordLinkFinding *finding)
{
  AccordSession *session = accord_view_get_session (self->view);
  const char *a =
    accord_session_document_get_letter (accord_session_get_compared (session, finding->a.document));
  const char *b =
    accord_session_document_get_letter (accord_session_get_compared (session, finding->b.document));
  AccordStance stance_a = ACCORD_STANCE_NOTE, stance_b = ACCORD_STANCE_NOTE;
  gboolean both =
    accord_place_get_stance (session, finding->a.document, finding->a.passage, &stance_a) &&
    accord_place_get_stance (session, finding->b.document, finding->b.passage, &stance_b);
  gboolean b_is_weaker = accord_stance_strength (stance_b) < accord_stance_strength (stance_a);

  if (finding->verdict == ACCORD_VERDICT_AGREE)
    return g_strdup_printf ("= %s", _ ("Both agree"));
  if (finding->verdict == ACCORD_VERDICT_OPPOSED)
    return g_strdup_printf ("≁ %s", _ ("They are opposed"));
  if (!both || accord_stance_strength (stance_a) == accord_stance_strength (stance_b))
    return g_strdup_printf ("▼ %s", _ ("One is weaker than the other"));
  return g_strdup_printf (
    /* Translators: "▼ Weaker: B recommends what A obliges": letter and stance, twice */
    _ ("▼ Weaker: %s %s what %s %s"), b_is_weaker ? b : a,
    accord_mark_stance_label (b_is_weaker ? stance_b : stance_a), b_is_weaker ? a : b,
    accord_mark_stance_label (b_is_weaker ? stance_a : stance_b));
}

static void
fill_stances (AccordEvidence *self, const AccordLinkFinding *finding)
{
  g_autofree char *verdict = dup_verdict (self, finding);

  clear_list (self->stances);
  append_stance (self, finding->a);
  append_stance (self, finding->b);
  if (finding->verdict != ACCORD_VERDICT_NONE)
    gtk_list_box_append (self->stances, text_label (verdict, "heading"));
  gtk_widget_set_visible (self->stance_box,
                          gtk_widget_get_first_child (GTK_WIDGET (self->stances)) != NULL);
}

static void
accord_evidence_dispose (GObject *object)
{
  AccordEvidence *self = ACCORD_EVIDENCE (object);

  g_clear_object (&self->view);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (accord_evidence_parent_class)->dispose (object);
}

static void
accord_evidence_class_init (AccordEvidenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_evidence_dispose;
  g_type_ensure (ACCORD_TYPE_QUOTE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "evidence");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-evidence.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordEvidence, box);
  gtk_widget_class_bind_template_child (widget_class, AccordEvidence, quote_a);
  gtk_widget_class_bind_template_child (widget_class, AccordEvidence, quote_b);
  gtk_widget_class_bind_template_child (widget_class, AccordEvidence, why);
  gtk_widget_class_bind_template_child (widget_class, AccordEvidence, stances);
  gtk_widget_class_bind_template_child (widget_class, AccordEvidence, stance_box);
  gtk_widget_class_bind_template_child (widget_class, AccordEvidence, difference_box);
  gtk_widget_class_bind_template_child (widget_class, AccordEvidence, difference);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
accord_evidence_init (AccordEvidence *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_evidence_set_link:
 * @self: an evidence
 * @view: what is looked at, with findings
 * @link_finding: index into the findings' links
 */
void
accord_evidence_set_link (AccordEvidence *self, AccordView *view, guint link_finding)
{
  const AccordLinkFinding *finding = NULL;

  g_set_object (&self->view, view);
  self->link = link_finding;
  finding = finding_of (self);
  g_return_if_fail (finding != NULL);

  accord_quote_set_place (self->quote_a, view, finding->a.document, finding->a.passage);
  accord_quote_set_place (self->quote_b, view, finding->b.document, finding->b.passage);
  set_bold_words (self);
  fill_why (self, finding->score);
  fill_stances (self, finding);
  gtk_widget_set_visible (self->difference_box,
                          accord_difference_label_fill (
                            self->difference, accord_findings_get_comparison (findings_of (self)),
                            finding->a, finding->b));
  gtk_list_box_select_row (self->why, gtk_list_box_get_row_at_index (self->why, 0));
}
