/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of a composed report, its front, and the small pieces of its chapters. */
#include "report/accord-report-compose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/accord-report-private.h"

#define QUOTATIONS_A_TICK 64
#define MOST_CHAPTERS 12.0

/* Letters of the words in a cell; an ideograph is two. */
#define EXCERPT 44

/**
 * accord_compose_go_on:
 * @self: a report
 *
 * To be asked before each quotation, paragraph or link.
 *
 * Returns: FALSE once the watch said stop
 */
gboolean
accord_compose_go_on (AccordCompose *self)
{
  if (self->stopped || ++self->work % QUOTATIONS_A_TICK != 0)
    return !self->stopped;
  self->stopped = !accord_watch_tick (self->watch, self->chapter / MOST_CHAPTERS, self->error);
  return !self->stopped;
}

/**
 * accord_compose_chapter:
 * @self: a report
 * @anchor: of the chapter
 * @title: translated
 */
void
accord_compose_chapter (AccordCompose *self, const char *anchor, const char *title)
{
  self->section = 0;
  self->stopped =
    self->stopped || !accord_watch_tick (self->watch, self->chapter / MOST_CHAPTERS, self->error);
  accord_flow_heading (self->flow, 1, anchor);
  accord_flow_printf (self->flow, "%u %s", ++self->chapter, title);
}

/**
 * accord_compose_section:
 * @self: a report in a chapter
 * @anchor: (nullable): of the section
 *
 * Begins a numbered heading, whose words follow.
 */
void
accord_compose_section (AccordCompose *self, const char *anchor)
{
  accord_flow_heading (self->flow, 2, anchor);
  accord_flow_printf (self->flow, "%u.%u ", self->chapter, ++self->section);
}

/**
 * accord_compose_subheading:
 * @self: a report in a chapter
 * @title: translated
 */
void
accord_compose_subheading (AccordCompose *self, const char *title)
{
  accord_flow_heading (self->flow, 3, NULL);
  accord_flow_text (self->flow, title, -1);
}

/* From one tag of a link to the next. */
static void
markup_piece (AccordCompose *self, const char *start, const char *end)
{
  if (end > start)
    accord_flow_text (self->flow, start, end - start);
}

/**
 * accord_compose_markup:
 * @self: a report in a paragraph
 * @markup: a sentence of our own, with <a href="#anchor"> as its only markup
 */
void
accord_compose_markup (AccordCompose *self, const char *markup)
{
  const char *at = markup;

  for (const char *tag = strchr (at, '<'); tag != NULL; tag = strchr (at, '<'))
    {
      const char *end = strchr (tag, '>');
      const char *name = strchr (tag, '#');

      if (end == NULL)
        break;
      markup_piece (self, at, tag);
      if (name != NULL && name < end)
        {
          g_autofree char *anchor = g_strndup (name + 1, strcspn (name + 1, "\">"));

          accord_flow_link (self->flow, anchor);
        }
      else
        accord_flow_link (self->flow, NULL);
      at = end + 1;
    }
  accord_flow_text (self->flow, at, -1);
  accord_flow_link (self->flow, NULL);
}

/**
 * accord_compose_linked:
 * @self: a report in a paragraph
 * @anchor: what it leads to
 * @label: of any origin
 */
void
accord_compose_linked (AccordCompose *self, const char *anchor, const char *label)
{
  accord_flow_link (self->flow, anchor);
  accord_flow_label (self->flow, label, -1);
  accord_flow_link (self->flow, NULL);
}

/**
 * accord_compose_dup_anchor:
 * @kind: 'p' for a principle, 't' for a theme
 * @number: its index
 * @document: index of a document
 *
 * Returns: (transfer full): the anchor of what a document says on it: "p3-d1"
 */
char *
accord_compose_dup_anchor (char kind, guint number, guint document)
{
  return g_strdup_printf ("%c%u-d%u", kind, number + 1, document + 1);
}

/**
 * accord_compose_letter:
 * @self: a report in a paragraph
 * @document: index of a document that is shown
 *
 * Writes its letter, which leads to its text.
 */
void
accord_compose_letter (AccordCompose *self, guint document)
{
  g_autofree char *letter = accord_facts_dup_letter (self->facts, document);
  g_autofree char *id = accord_report_dup_document_id (document);
  guint old = self->flow->pen.flags;

  self->flow->pen.flags |= ACCORD_FLOW_BOLD;
  accord_compose_linked (self, id, letter);
  self->flow->pen.flags = old;
}

/**
 * accord_compose_place:
 * @self: a report in a paragraph
 * @document: index of a document that is shown
 * @passage: index of a passage of it
 *
 * Writes "¶7.1", which leads to the place in the text.
 */
void
accord_compose_place (AccordCompose *self, guint document, guint passage)
{
  g_autofree char *place = accord_facts_dup_place (self->facts, document, passage);
  g_autofree char *anchor = g_strdup_printf ("d%u-%u", document + 1, passage);

  accord_compose_linked (self, anchor, place);
}

/**
 * accord_compose_score:
 * @self: a report in a paragraph
 * @score: in thousandths
 * @status: whose finding it is of; the machine's are in italics
 */
void
accord_compose_score (AccordCompose *self, gint score, AccordStatus status)
{
  g_autofree char *text =
    g_strdup_printf ("%s%d.%03d", score < 0 ? "−" : "", ABS (score) / 1000, ABS (score) % 1000);

  accord_flow_styled (self->flow, status == ACCORD_STATUS_MACHINE ? ACCORD_FLOW_ITALIC : 0, text);
}

/**
 * accord_compose_principle:
 * @self: a report in a paragraph
 * @principle: index of a principle
 *
 * Writes its name, which leads to its quotations, or to what was searched.
 */
void
accord_compose_principle (AccordCompose *self, guint principle)
{
  g_autofree char *anchor = g_strdup_printf ("p%u", principle + 1);

  accord_compose_linked (self, anchor, accord_facts_principle_name (self->facts, principle));
}

/**
 * accord_compose_theme:
 * @self: a report in a paragraph
 * @theme: index of a theme
 *
 * Writes its number and name, which lead to its row of the matrix.
 */
void
accord_compose_theme (AccordCompose *self, guint theme)
{
  g_autofree char *anchor = g_strdup_printf ("t%u", theme + 1);

  accord_flow_link (self->flow, anchor);
  accord_flow_printf (self->flow, "%u ", theme + 1);
  accord_flow_label (self->flow, accord_facts_theme_name (self->facts, theme), -1);
  accord_flow_link (self->flow, NULL);
}

/**
 * accord_compose_excerpt:
 * @self: a report in a paragraph
 * @document: a document
 * @span: in its text
 *
 * Writes its first words.
 */
void
accord_compose_excerpt (AccordCompose *self, AccordDocument *document, AccordSpan span)
{
  const char *start = accord_document_get_data (document) + span.start;
  const char *end = accord_document_get_data (document) + span.end;
  const char *p = start, *stop = start;
  guint width = 0;

  for (; p < end && width < EXCERPT; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iswide (c) ? 2 : 1;
      if (g_unichar_isspace (c) || g_unichar_iswide (c))
        stop = p;
    }
  if (p >= end || stop == start)
    stop = p;
  accord_flow_label (self->flow, start, stop - start);
  if (stop < end)
    accord_flow_text (self->flow, "…", -1);
}

/**
 * accord_compose_words:
 * @self: a report in a paragraph
 * @document: a document
 * @span: in its text
 *
 * Writes words of a text within a sentence of the report.
 */
void
accord_compose_words (AccordCompose *self, AccordDocument *document, AccordSpan span)
{
  accord_flow_label (self->flow, accord_document_get_data (document) + span.start,
                     (gssize) accord_span_length (span));
}

static void
front_field (AccordCompose *self, AccordDocument *document, AccordField field)
{
  const char *value = accord_document_get_field (document, field);

  if (value == NULL)
    return;
  accord_flow_text (self->flow, " · ", -1);
  accord_flow_label (self->flow, value, -1);
}

static void
front_document (AccordCompose *self, guint d)
{
  AccordDocument *document = accord_facts_get_document (self->facts, d);
  const char *language = accord_document_get_language (document);
  g_autofree char *name = accord_facts_dup_language_name (self->facts, language);
  guint n = 0;

  accord_document_get_passages (document, &n);
  accord_flow_begin (self->flow, ACCORD_FLOW_BODY, NULL);
  accord_compose_letter (self, d);
  accord_flow_text (self->flow, "  ", -1);
  self->flow->pen.language = language;
  self->flow->pen.flags = ACCORD_FLOW_BOLD;
  accord_flow_label (self->flow, accord_facts_document_name (self->facts, d), -1);
  self->flow->pen.language = NULL;
  self->flow->pen.flags = ACCORD_FLOW_DIMMED;
  accord_flow_text (self->flow, "\n", -1);
  accord_flow_label (self->flow, name, -1);
  front_field (self, document, ACCORD_FIELD_ISSUER);
  front_field (self, document, ACCORD_FIELD_DATE);
  front_field (self, document, ACCORD_FIELD_KIND);
  accord_flow_text (self->flow, " · ", -1);
  accord_flow_printf (self->flow, ngettext ("%u passage", "%u passages", n), n);
}

static void
front (AccordCompose *self)
{
  const AccordFacts *facts = self->facts;
  const char *name = accord_codebook_get_name (facts->codebook, facts->language);

  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  accord_flow_label (self->flow, name != NULL ? name : accord_codebook_get_id (facts->codebook),
                     -1);
  accord_flow_begin (self->flow, ACCORD_FLOW_TITLE, NULL);
  accord_flow_label (self->flow, self->flow->title, -1);
  for (guint i = 0; i < facts->n_documents; i++)
    front_document (self, facts->documents[i]);
}

static void
chapters (AccordCompose *self)
{
  static const AccordCoverageClass CLASSES[] = { ACCORD_COVERAGE_PRESENT, ACCORD_COVERAGE_ALL,
                                                 ACCORD_COVERAGE_SOME, ACCORD_COVERAGE_UNIQUE };

  accord_compose_summary (self);
  accord_compose_matrix (self);
  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    if (accord_facts_has_class (self->facts, CLASSES[i]))
      accord_compose_lists (self, CLASSES[i]);
  if (self->facts->n_documents > 1)
    accord_compose_opposed (self);
  accord_compose_silent (self);
  if (self->facts->n_documents > 1)
    accord_compose_pairs (self);
  accord_compose_texts (self);
  accord_compose_places (self);
  accord_compose_method (self);
}

/**
 * accord_flow_compose:
 * @facts: what is reported
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Returns: (transfer full): the report, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordFlow *
accord_flow_compose (const AccordFacts *facts, const AccordWatch *watch, GError **error)
{
  g_autofree char *title = accord_facts_dup_title (facts);
  g_autoptr (AccordFlow) flow = accord_flow_new (title, facts->language);
  AccordCompose self = { .flow = flow, .facts = facts, .watch = watch, .error = error };

  front (&self);
  chapters (&self);
  return self.stopped ? NULL : g_steal_pointer (&flow);
}

/**
 * accord_flow_new_for_input:
 * @input: what is reported
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Returns: (transfer full): the report, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordFlow *
accord_flow_new_for_input (const AccordReportInput *input, const AccordWatch *watch, GError **error)
{
  AccordFacts facts;
  AccordFlow *flow = NULL;

  accord_facts_init (&facts, input);
  flow = accord_flow_compose (&facts, watch, error);
  accord_facts_clear (&facts);
  return flow;
}
