/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focused cell in words: what the principle means, then document by document what
 * was found, or what was searched for in vain. */
#include "app/accord-quotations.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/accord-mark.h"
#include "app/accord-matrix-content.h"
#include "app/accord-place.h"
#include "app/accord-quotation-item.h"
#include "engine/accord-language.h"

struct _AccordQuotations
{
  GtkWidget parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *count;
  GtkLabel *definition;
  GtkListView *list;

  /* owned */
  AccordMatrixState *state; /* nullable */
  AccordView *view;         /* nullable */
};

G_DEFINE_FINAL_TYPE (AccordQuotations, accord_quotations, GTK_TYPE_WIDGET)

static AccordSession *
session_of (AccordQuotations *self)
{
  return accord_view_get_session (self->view);
}

static const AccordCodingFinding *
finding_of (AccordQuotations *self, AccordQuotationItem *item)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  guint n = 0, i = accord_quotation_item_get_finding (item);
  const AccordCodingFinding *codings =
    findings != NULL ? accord_findings_get_codings (findings, &n) : NULL;

  return i < n ? &codings[i] : NULL;
}

static GtkWidget *
label_new (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* Letter, title, and how many quotations follow. */
static GtkWidget *
document_row_new (AccordQuotations *self, AccordQuotationItem *item)
{
  AccordSessionDocument *document =
    accord_session_get_compared (session_of (self), accord_quotation_item_get_document (item));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *letter = label_new (accord_session_document_get_letter (document), "letter");
  GtkWidget *title = label_new (accord_session_document_get_title (document), "caption-heading");
  g_autofree char *count = g_strdup_printf ("%u", accord_quotation_item_get_count (item));

  gtk_widget_add_css_class (letter, "small");
  gtk_label_set_xalign (GTK_LABEL (letter), 0.5);
  gtk_widget_set_valign (letter, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), letter);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label_new (count, "caption"));
  gtk_widget_add_css_class (box, "quotation-document");
  return box;
}

/* The mentions that carry the coding are underlined. */
static PangoAttrList *
attributes_new (AccordQuotations *self, const AccordCodingFinding *finding, AccordSpan span)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  AccordAnalysis *analysis =
    accord_comparison_get_analysis (accord_findings_get_comparison (findings), finding->document);
  PangoAttrList *list = pango_attr_list_new ();
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n);
  const AccordMention *mentions = NULL;

  pango_attr_list_insert (
    list, pango_attr_language_new (pango_language_from_string (
            accord_place_get_language (session_of (self), finding->document, finding->passage))));
  if (finding->coding >= n)
    return list;
  mentions = accord_analysis_get_mentions (analysis, &codings[finding->coding]);
  for (guint i = 0; i < codings[finding->coding].n_mentions; i++)
    {
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      underline->start_index = mentions[i].span.start - span.start;
      underline->end_index = mentions[i].span.end - span.start;
      pango_attr_list_insert (list, underline);
    }
  return list;
}

static GtkWidget *
words_new (AccordQuotations *self, const AccordCodingFinding *finding)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  AccordDocument *document =
    accord_comparison_get_document (accord_findings_get_comparison (findings), finding->document);
  guint n = 0;
  AccordSpan span = accord_document_get_passages (document, &n)[finding->passage].span;
  g_autofree char *words =
    accord_place_dup_quote (session_of (self), finding->document, finding->passage);
  g_autoptr (PangoAttrList) attributes = attributes_new (self, finding, span);
  GtkWidget *label = NULL;
  gboolean rtl = accord_language_is_rtl (
    accord_place_get_language (session_of (self), finding->document, finding->passage));

  label = label_new (g_strdelimit (words, "\n", ' '), "words");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_set_direction (label, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  return label;
}

static GtkWidget *
coding_row_new (AccordQuotations *self, const AccordCodingFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *stance = accord_mark_new (), *status = accord_mark_new ();
  GtkWidget *word = label_new (accord_mark_stance_label (finding->stance), "caption");
  g_autofree char *place =
    accord_place_dup_label (session_of (self), finding->document, finding->passage);

  accord_mark_set_stance (ACCORD_MARK (stance), finding->stance);
  accord_mark_set_status (ACCORD_MARK (status), finding->status);
  gtk_widget_set_tooltip_text (status, accord_mark_status_label (finding->status));
  gtk_widget_set_hexpand (word, TRUE);
  gtk_box_append (GTK_BOX (head), label_new (place, "caption"));
  gtk_box_append (GTK_BOX (head), stance);
  gtk_box_append (GTK_BOX (head), word);
  gtk_box_append (GTK_BOX (head), status);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), words_new (self, finding));
  gtk_widget_add_css_class (box, "quotation");
  return box;
}

static GtkWidget *
silence_row_new (AccordQuotations *self, AccordQuotationItem *item)
{
  guint theme = 0, principle = 0, document = 0;
  g_autofree char *silence = NULL;
  GtkWidget *label = NULL;

  accord_matrix_state_get_cell (self->state, &theme, &principle, &document);
  silence = accord_matrix_content_dup_silence (self->state, theme, principle,
                                               accord_quotation_item_get_document (item));
  label = label_new (silence, "quotation");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  AccordQuotations *self = data;
  AccordQuotationItem *item = gtk_list_item_get_item (list_item);
  const AccordCodingFinding *finding = finding_of (self, item);
  GtkWidget *child = NULL;

  if (accord_quotation_item_get_kind (item) == ACCORD_QUOTATION_DOCUMENT)
    child = document_row_new (self, item);
  else if (accord_quotation_item_get_kind (item) == ACCORD_QUOTATION_SILENCE)
    child = silence_row_new (self, item);
  else if (finding != NULL)
    child = coding_row_new (self, finding);
  gtk_list_item_set_activatable (list_item, finding != NULL);
  gtk_list_item_set_child (list_item, child);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

static void
show_finding (AccordQuotations *self, const AccordCodingFinding *finding)
{
  guint document = finding->document, passage = finding->passage;

  accord_view_focus_principle (self->view, finding->principle, FALSE);
  accord_view_focus_passage (self->view, document, passage);
  g_object_set (self->view, "page", "read", NULL);
  accord_view_jump (self->view, document, passage);
}

static void
activate_cb (AccordQuotations *self, guint position)
{
  g_autoptr (AccordQuotationItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  const AccordCodingFinding *finding = item != NULL ? finding_of (self, item) : NULL;

  if (finding != NULL)
    show_finding (self, finding);
}

static void
show_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordQuotations *self = ACCORD_QUOTATIONS (widget);
  guint theme = 0, principle = 0, document = 0;

  if (!accord_matrix_state_get_cell (self->state, &theme, &principle, &document))
    return;
  g_object_set (self->view, "page", "read", NULL);
  if (principle != ACCORD_NONE)
    accord_view_focus_principle (self->view, principle, FALSE);
  else
    accord_view_focus_theme (self->view, theme, FALSE);
}

static void
append_citation (AccordQuotations *self, GString *text, const AccordCodingFinding *finding)
{
  AccordSessionDocument *document =
    accord_session_get_compared (session_of (self), finding->document);
  g_autofree char *words =
    accord_place_dup_quote (session_of (self), finding->document, finding->passage);
  g_autofree char *place =
    accord_place_dup_label (session_of (self), finding->document, finding->passage);

  g_string_append_printf (text, "“%s” (%s, %s; %s)\n", g_strdelimit (words, "\n", ' '),
                          accord_session_document_get_title (document), place,
                          accord_mark_stance_label (finding->stance));
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordQuotations *self = ACCORD_QUOTATIONS (widget);
  GListModel *items = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AccordQuotationItem) item = g_list_model_get_item (items, i);
      const AccordCodingFinding *finding = finding_of (self, item);

      if (finding != NULL)
        append_citation (self, text, finding);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
set_list (AccordQuotations *self)
{
  GListModel *items = accord_quotation_items_new (self->state);
  g_autoptr (GtkNoSelection) selection = NULL;
  guint n_quotations = 0, n_documents = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AccordQuotationItem) item = g_list_model_get_item (items, i);

      n_quotations += accord_quotation_item_get_kind (item) == ACCORD_QUOTATION_CODING;
      n_documents += accord_quotation_item_get_count (item) > 0;
    }
  count =
    g_strdup_printf (/* Translators: quotations, documents that they are from */
                     g_dngettext (NULL, "%u in %u document", "%u in %u documents", n_documents),
                     n_quotations, n_documents);
  gtk_label_set_label (self->count, count);
  selection = gtk_no_selection_new (items);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
cell_changed_cb (AccordQuotations *self)
{
  AccordCodebook *codebook = accord_session_get_codebook (session_of (self));
  const char *language = accord_matrix_state_get_options (self->state)->language;
  const char *definition = NULL;
  guint theme = 0, principle = 0, document = 0;
  gboolean has = accord_matrix_state_get_cell (self->state, &theme, &principle, &document);
  g_autofree char *number = g_strdup_printf ("%u", theme + 1);

  gtk_stack_set_visible_child_name (self->stack, has ? "cell" : "empty");
  if (!has)
    {
      gtk_list_view_set_model (self->list, NULL);
      return;
    }
  if (principle != ACCORD_NONE)
    definition =
      accord_codebook_get_sentence (codebook, principle, ACCORD_WHAT_DEFINITION, language);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (
    self->name, principle != ACCORD_NONE
                  ? accord_codebook_get_sentence (codebook, principle, ACCORD_WHAT_NAME, language)
                  : accord_codebook_get_theme_name (codebook, theme, language));
  gtk_label_set_label (self->definition, definition != NULL ? definition : "");
  gtk_widget_set_visible (GTK_WIDGET (self->definition), definition != NULL);
  set_list (self);
}

static void
accord_quotations_dispose (GObject *object)
{
  AccordQuotations *self = ACCORD_QUOTATIONS (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->state);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_quotations_parent_class)->dispose (object);
}

static void
accord_quotations_class_init (AccordQuotationsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_quotations_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quotations");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-quotations.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordQuotations, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordQuotations, number);
  gtk_widget_class_bind_template_child (widget_class, AccordQuotations, name);
  gtk_widget_class_bind_template_child (widget_class, AccordQuotations, count);
  gtk_widget_class_bind_template_child (widget_class, AccordQuotations, definition);
  gtk_widget_class_bind_template_child (widget_class, AccordQuotations, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "quotations.show", NULL, show_cb);
  gtk_widget_class_install_action (widget_class, "quotations.copy", NULL, copy_cb);
}

static void
accord_quotations_init (AccordQuotations *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * accord_quotations_set_state:
 * @self: the quotations
 * @state: tells the cell; set once
 * @view: where a quotation is shown when it is activated
 */
void
accord_quotations_set_state (AccordQuotations *self, AccordMatrixState *state, AccordView *view)
{
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  self->view = g_object_ref (view);
  g_signal_connect_object (state, "cell-changed", G_CALLBACK (cell_changed_cb), self,
                           G_CONNECT_SWAPPED);
  cell_changed_cb (self);
}
