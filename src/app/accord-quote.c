/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quotation. Spans are bytes of the document's text and are moved to those of the
 * label. Lit words are yellow with dark letters and underlined as well. */
#include "app/accord-quote.h"

#include <string.h>

#include "app/accord-place.h"
#include "engine/accord-language.h"

struct _AccordQuote
{
  GtkWidget parent_instance;

  /* owned by the widget tree */
  GtkWidget *box;
  GtkLabel *letter;
  GtkLabel *place;
  GtkLabel *title;
  GtkLabel *words;

  /* owned */
  AccordView *view; /* nullable */
  GArray *bold;
  GArray *lit;

  guint document;
  guint passage;
  AccordSpan span;
};

G_DEFINE_FINAL_TYPE (AccordQuote, accord_quote, GTK_TYPE_WIDGET)

/* Adds @attribute over the part of @span that lies in the passage. */
static void
insert (AccordQuote *self, PangoAttrList *list, PangoAttribute *attribute, AccordSpan span)
{
  AccordSpan part = { MAX (span.start, self->span.start), MIN (span.end, self->span.end) };

  if (part.start >= part.end)
    {
      pango_attribute_destroy (attribute);
      return;
    }
  attribute->start_index = part.start - self->span.start;
  attribute->end_index = part.end - self->span.start;
  pango_attr_list_insert (list, attribute);
}

static void
update_attributes (AccordQuote *self, const char *language)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string (language)));
  for (guint i = 0; i < self->bold->len; i++)
    insert (self, list, pango_attr_weight_new (PANGO_WEIGHT_BOLD),
            g_array_index (self->bold, AccordSpan, i));
  for (guint i = 0; i < self->lit->len; i++)
    {
      AccordSpan span = g_array_index (self->lit, AccordSpan, i);

      insert (self, list, pango_attr_background_new (0xf8f8, 0xe4e4, 0x5c5c), span);
      insert (self, list, pango_attr_foreground_new (0x2424, 0x1f1f, 0x3131), span);
      insert (self, list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), span);
    }
  gtk_label_set_attributes (self->words, list);
}

static void
update (AccordQuote *self)
{
  AccordSession *session = accord_view_get_session (self->view);
  AccordSessionDocument *document = accord_session_get_compared (session, self->document);
  g_autofree char *label = accord_place_dup_label (session, self->document, self->passage);
  g_autofree char *words = accord_place_dup_quote (session, self->document, self->passage);
  const char *language = accord_place_get_language (session, self->document, self->passage);
  const char *paragraph = strchr (label, ' ');
  gboolean rtl = accord_language_is_rtl (language);

  gtk_label_set_label (self->letter, accord_session_document_get_letter (document));
  gtk_label_set_label (self->place, paragraph != NULL ? paragraph + 1 : label);
  gtk_label_set_label (self->title, accord_session_document_get_title (document));
  g_strdelimit (words, "\n", ' ');
  gtk_label_set_label (self->words, words);
  gtk_widget_set_direction (GTK_WIDGET (self->words), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (self->words, 0);
  update_attributes (self, language);
}

static void
accord_quote_dispose (GObject *object)
{
  AccordQuote *self = ACCORD_QUOTE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_quote_parent_class)->dispose (object);
}

static void
accord_quote_finalize (GObject *object)
{
  AccordQuote *self = ACCORD_QUOTE (object);

  g_array_unref (self->bold);
  g_array_unref (self->lit);
  G_OBJECT_CLASS (accord_quote_parent_class)->finalize (object);
}

static void
accord_quote_class_init (AccordQuoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_quote_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_quote_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quote");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-quote.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordQuote, box);
  gtk_widget_class_bind_template_child (widget_class, AccordQuote, letter);
  gtk_widget_class_bind_template_child (widget_class, AccordQuote, place);
  gtk_widget_class_bind_template_child (widget_class, AccordQuote, title);
  gtk_widget_class_bind_template_child (widget_class, AccordQuote, words);
}

static void
accord_quote_init (AccordQuote *self)
{
  self->bold = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  self->lit = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_quote_new:
 *
 * Returns: (transfer floating): an empty quotation
 */
GtkWidget *
accord_quote_new (void)
{
  return g_object_new (ACCORD_TYPE_QUOTE, NULL);
}

/**
 * accord_quote_set_place:
 * @self: a quotation
 * @view: what is looked at, with findings
 * @document: index of a compared document
 * @passage: index of a passage of it
 *
 * Shows that passage, with no word bold or lit.
 */
void
accord_quote_set_place (AccordQuote *self, AccordView *view, guint document, guint passage)
{
  AccordFindings *findings = accord_session_get_findings (accord_view_get_session (view));
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (
    accord_comparison_get_document (accord_findings_get_comparison (findings), document), &n);

  g_return_if_fail (passage < n);

  g_set_object (&self->view, view);
  self->document = document;
  self->passage = passage;
  self->span = passages[passage].span;
  g_array_set_size (self->bold, 0);
  g_array_set_size (self->lit, 0);
  update (self);
}

static void
set_spans (AccordQuote *self, GArray *array, const AccordSpan *spans, guint n)
{
  g_array_set_size (array, 0);
  if (n > 0)
    g_array_append_vals (array, spans, n);
  update_attributes (self, accord_place_get_language (accord_view_get_session (self->view),
                                                      self->document, self->passage));
}

/**
 * accord_quote_set_bold:
 * @self: a quotation that has a place
 * @spans: (array length=n): places in the document's text
 * @n: their number
 */
void
accord_quote_set_bold (AccordQuote *self, const AccordSpan *spans, guint n)
{
  set_spans (self, self->bold, spans, n);
}

/**
 * accord_quote_set_lit:
 * @self: a quotation that has a place
 * @spans: (array length=n): places in the document's text
 * @n: their number
 */
void
accord_quote_set_lit (AccordQuote *self, const AccordSpan *spans, guint n)
{
  set_spans (self, self->lit, spans, n);
}
