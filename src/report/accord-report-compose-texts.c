/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts, whole, as they were kept: each passage is an anchor, coloured and underlined by
 * what it shares; a comment and a note say by which principles. */
#include "report/accord-report-compose.h"

#include <glib/gi18n-lib.h>

#include "accord-config.h"
#include "report/accord-report-private.h"

/* So many themes stand beside a paragraph. */
#define GUTTER 3u

/* A document as it is being written. */
typedef struct
{
  AccordCompose *compose;
  AccordDocument *document;
  guint d;
  const AccordCodingFinding *codings;
  guint n_codings;
  guint next; /* the first coding not yet passed */
} Text;

static gboolean
counts (const Text *text, guint i)
{
  return accord_coverage_counts (text->compose->facts->coverage, &text->codings[i]);
}

/* Moves to the codings of a passage or behind them; returns where they end. */
static guint
advance (Text *text, guint passage)
{
  guint end = 0;

  while (text->next < text->n_codings && text->codings[text->next].passage < passage)
    text->next++;
  end = text->next;
  while (end < text->n_codings && text->codings[end].passage == passage)
    end++;
  return end;
}

/* The widest coverage of what a passage speaks of: ALL before SOME before UNIQUE. */
static gint
class_of (const Text *text, guint first, guint end)
{
  AccordCoverageClass best = ACCORD_COVERAGE_SILENT;

  for (guint i = first; i < end; i++)
    if (counts (text, i))
      best = MAX (best, accord_coverage_get_class (text->compose->facts->coverage,
                                                   text->codings[i].principle));
  return best == ACCORD_COVERAGE_SILENT ? ACCORD_FLOW_NONE : (gint) best;
}

static guint
add_comment (const Text *text, guint first, guint end)
{
  g_autoptr (GString) comment = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    if (counts (text, i))
      accord_facts_append_reason (text->compose->facts, comment, &text->codings[i]);
  return comment->len > 0 ? accord_flow_add_comment (text->compose->flow, comment->str)
                          : ACCORD_NONE;
}

static GArray *
mentions_of (const Text *text, guint first, guint end)
{
  const AccordFacts *facts = text->compose->facts;
  AccordAnalysis *analysis = accord_comparison_get_analysis (facts->comparison, text->d);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (AccordSpan));

  for (guint i = first; i < end; i++)
    {
      const AccordCoding *coding = accord_facts_get_coding (facts, &text->codings[i]);

      for (guint m = 0; coding != NULL && counts (text, i) && m < coding->n_mentions; m++)
        g_array_append_val (marks, accord_analysis_get_mentions (analysis, coding)[m].span);
    }
  return marks;
}

static void
passage (Text *text, guint number, AccordSpan span)
{
  AccordFlow *flow = text->compose->flow;
  guint end = advance (text, number), first = text->next;
  g_autofree char *anchor = g_strdup_printf ("d%u-%u", text->d + 1, number);
  g_autoptr (GArray) marks = mentions_of (text, first, end);

  flow->pen.highlight = class_of (text, first, end);
  flow->pen.comment = add_comment (text, first, end);
  accord_flow_anchor (flow, anchor);
  accord_compose_marked (text->compose, text->document, span, marks, ACCORD_FLOW_BOLD);
  flow->pen.highlight = ACCORD_FLOW_NONE;
  flow->pen.comment = ACCORD_NONE;
  text->next = end;
}

/* "7", and the numbers of the themes it speaks of, the first ones found first. */
static void
gutter (const Text *text, guint number, guint first, guint end)
{
  const AccordFacts *facts = text->compose->facts;
  g_autofree gboolean *seen = g_new0 (gboolean, facts->n_themes + 1);
  g_autoptr (GString) marks = g_string_new (NULL);
  guint n = 0;

  g_string_append_printf (marks, "¶%u", number + 1);
  for (guint i = first; i < end; i++)
    {
      guint theme = facts->principles[text->codings[i].principle].theme;

      if (seen[theme] || !counts (text, i))
        continue;
      seen[theme] = TRUE;
      if (n++ < GUTTER)
        g_string_append_printf (marks, "%s%u", n == 1 ? "\n" : " ", theme + 1);
    }
  if (n > GUTTER)
    g_string_append_printf (marks, " +%u", n - GUTTER);
  accord_flow_gutter (text->compose->flow, marks->str);
}

/* A line a passage: its place and its principles, which lead to their quotations. */
static void
notes (const Text *text, guint first, guint end)
{
  AccordCompose *self = text->compose;
  guint last = ACCORD_NONE;

  for (guint i = first; i < end; i++)
    {
      if (!counts (text, i))
        continue;
      if (text->codings[i].passage != last)
        {
          if (last == ACCORD_NONE)
            accord_flow_begin (self->flow, ACCORD_FLOW_NOTE, NULL);
          else
            accord_flow_text (self->flow, "\n", -1);
          last = text->codings[i].passage;
          accord_compose_place (self, text->d, last);
        }
      accord_flow_text (self->flow, "  ", -1);
      accord_flow_printf (self->flow, "%u ",
                          self->facts->principles[text->codings[i].principle].theme + 1);
      accord_flow_glyph (self->flow, text->codings[i].stance, FALSE);
      accord_flow_text (self->flow, "\xC2\xA0", -1);
      accord_compose_principle (self, text->codings[i].principle);
    }
}

static void
paragraph (Text *text, guint number)
{
  AccordFlow *flow = text->compose->flow;
  const char *data = accord_document_get_data (text->document);
  guint n = 0;
  const AccordParagraph *p = &accord_document_get_paragraphs (text->document, &n)[number];
  const AccordPassage *passages = accord_document_get_passages (text->document, &n);
  const AccordBlock *block = &accord_document_get_blocks (text->document, &n)[p->block];
  guint first = (advance (text, p->first_passage), text->next);
  guint32 at = p->span.start;

  accord_flow_begin (
    flow, block->role == ACCORD_ROLE_HEADING ? ACCORD_FLOW_SOURCE_HEADING : ACCORD_FLOW_SOURCE,
    p->language);
  if (block->marker != NULL)
    {
      accord_flow_label (flow, block->marker, -1);
      accord_flow_text (flow, " ", -1);
    }
  for (guint i = 0; i < p->n_passages; i++)
    {
      AccordSpan span = passages[p->first_passage + i].span;

      accord_flow_text (flow, data + at, span.start - at);
      passage (text, p->first_passage + i, span);
      at = span.end;
    }
  accord_flow_text (flow, data + at, p->span.end - at);
  gutter (text, number, first, text->next);
  notes (text, first, text->next);
}

static void
document_text (AccordCompose *self, guint d)
{
  Text text = { .compose = self, .document = accord_facts_get_document (self->facts, d), .d = d };
  g_autofree char *id = accord_report_dup_document_id (d);
  g_autofree char *letter = accord_facts_dup_letter (self->facts, d);
  guint n = 0;

  text.codings = accord_findings_get_document_codings (self->facts->findings, d, &text.n_codings);
  accord_compose_section (self, id);
  accord_flow_printf (self->flow, "%s  ", letter);
  self->flow->pen.language = accord_document_get_language (text.document);
  accord_flow_label (self->flow, accord_facts_document_name (self->facts, d), -1);
  accord_document_get_paragraphs (text.document, &n);
  for (guint p = 0; p < n && accord_compose_go_on (self); p++)
    paragraph (&text, p);
}

static void
key (AccordCompose *self)
{
  static const AccordCoverageClass ORDER[] = { ACCORD_COVERAGE_PRESENT, ACCORD_COVERAGE_ALL,
                                               ACCORD_COVERAGE_SOME, ACCORD_COVERAGE_UNIQUE };

  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      if (!accord_facts_has_class (self->facts, ORDER[i]))
        continue;
      self->flow->pen.highlight = (gint) ORDER[i];
      accord_flow_text (self->flow, accord_facts_class_word (ORDER[i]), -1);
      self->flow->pen.highlight = ACCORD_FLOW_NONE;
      accord_flow_text (self->flow, "   ", -1);
    }
  for (guint s = 0; s < ACCORD_N_STANCES; s++)
    {
      accord_flow_glyph (self->flow, s, TRUE);
      accord_flow_text (self->flow, "   ", -1);
    }
}

/**
 * accord_compose_texts:
 * @self: a report
 */
void
accord_compose_texts (AccordCompose *self)
{
  accord_compose_chapter (self, "texts", _ ("Highlighted texts"));
  key (self);
  for (guint i = 0; i < self->facts->n_documents && !self->stopped; i++)
    document_text (self, self->facts->documents[i]);
}
