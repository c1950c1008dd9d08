/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts, whole, as they were kept: each passage is an anchor; tint, underline and
 * the theme's number in the gutter say what is shared; the principles of each passage
 * stand beside it, without a script. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* So many themes stand in the gutter of a paragraph. */
#define GUTTER 4u

/* A document as it is being written; next is the first coding not yet passed. */
typedef struct
{
  AccordHtml *html;
  AccordDocument *document;
  char *id;
  const AccordCodingFinding *codings;
  guint n_codings;
  guint next;
} Text;

static gboolean
counts (const Text *text, guint i)
{
  return accord_coverage_counts (text->html->facts.coverage, &text->codings[i]);
}

/* The run of codings of a passage. */
static guint
codings_of (Text *text, guint passage, guint *n)
{
  guint first = text->next;

  while (first < text->n_codings && text->codings[first].passage < passage)
    first++;
  *n = 0;
  while (first + *n < text->n_codings && text->codings[first + *n].passage == passage)
    (*n)++;
  return first;
}

/* The widest coverage of what a passage speaks of: ALL before SOME before UNIQUE. */
static AccordCoverageClass
class_of (const Text *text, guint first, guint n)
{
  AccordCoverageClass best = ACCORD_COVERAGE_SILENT;

  for (guint i = first; i < first + n; i++)
    if (counts (text, i))
      best = MAX (
        best, accord_coverage_get_class (text->html->facts.coverage, text->codings[i].principle));
  return best;
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const AccordHtmlMark *x = a, *y = b;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/* The words that carry the codings of a passage. */
static void
collect_marks (const Text *text, guint first, guint n, GArray *marks)
{
  guint n_all = 0;

  g_array_set_size (marks, 0);
  for (guint i = first; i < first + n; i++)
    {
      const AccordCodingFinding *finding = &text->codings[i];
      AccordAnalysis *analysis =
        accord_comparison_get_analysis (text->html->facts.comparison, finding->document);
      const AccordCoding *coding = NULL;
      const AccordMention *mentions = NULL;

      if (finding->coding == ACCORD_NONE || !counts (text, i))
        continue;
      coding = &accord_analysis_get_codings (analysis, &n_all)[finding->coding];
      mentions = accord_analysis_get_mentions (analysis, coding);
      for (guint m = 0; m < coding->n_mentions; m++)
        {
          AccordHtmlMark mark = { mentions[m].span, "b" };

          g_array_append_val (marks, mark);
        }
    }
  g_array_sort (marks, compare_marks);
}

/* " t3 t7": each once. */
static void
append_names (Text *text,
              const char *attribute,
              guint first,
              guint n,
              const char *(*name) (const Text *, guint))
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  g_string_append_printf (text->html->out, " data-%s=\"", attribute);
  for (guint i = first; i < first + n; i++)
    {
      const char *word = name (text, i);

      if (!counts (text, i) || g_ptr_array_find (seen, word, NULL))
        continue;
      g_string_append_printf (text->html->out, "%s%s", seen->len > 0 ? " " : "", word);
      g_ptr_array_add (seen, (gpointer) word);
    }
  g_string_append_c (text->html->out, '"');
}

static const char *
theme_of (const Text *text, guint i)
{
  g_autofree char *name =
    g_strdup_printf ("t%u", text->html->facts.principles[text->codings[i].principle].theme + 1);

  return g_intern_string (name);
}

static const char *
stance_of (const Text *text, guint i)
{
  return accord_stance_name (text->codings[i].stance);
}

static const char *
status_of (const Text *text, guint i)
{
  return accord_status_name (text->codings[i].status);
}

/* What the script filters by, and what it shows of a passage that is pointed at. */
static void
append_why (Text *text, guint first, guint n)
{
  AccordHtml *html = text->html;
  g_autoptr (GString) why = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    if (counts (text, i))
      accord_facts_append_reason (&html->facts, why, &text->codings[i]);
  if (why->len == 0)
    return;
  append_names (text, "theme", first, n, theme_of);
  append_names (text, "stance", first, n, stance_of);
  append_names (text, "status", first, n, status_of);
  g_string_append (html->out, " data-why=\"");
  accord_html_text (html, why->str, -1);
  g_string_append_c (html->out, '"');
}

static void
append_passage (Text *text, guint passage, AccordSpan span, GArray *marks)
{
  guint n = 0;
  guint first = codings_of (text, passage, &n);
  AccordCoverageClass class = class_of (text, first, n);

  collect_marks (text, first, n, marks);
  g_string_append_printf (text->html->out, "<span id=\"%s-%u\" class=\"s %s\"", text->id, passage,
                          accord_coverage_name (class));
  append_why (text, first, n);
  g_string_append_c (text->html->out, '>');
  accord_html_marked (text->html, text->document, span,
                      (const AccordHtmlMark *) (gpointer) marks->data, marks->len);
  g_string_append (text->html->out, "</span>");
  text->next = first;
}

/* The text between passages, and around them, belongs to the paragraph too. */
static void
append_body (Text *text, const AccordParagraph *paragraph, const AccordBlock *block)
{
  const char *data = accord_document_get_data (text->document);
  const char *element = block->role == ACCORD_ROLE_HEADING ? "h4" : "p";
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (text->document, &n);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AccordHtmlMark));
  guint32 at = paragraph->span.start;

  g_string_append_printf (text->html->out, "<%s class=\"tx %s\"", element,
                          accord_role_name (block->role));
  accord_html_lang (text->html, paragraph->language);
  g_string_append_c (text->html->out, '>');
  if (block->marker != NULL)
    {
      g_string_append (text->html->out, "<span class=\"mk\">");
      accord_html_label (text->html, block->marker, -1);
      g_string_append (text->html->out, "</span>");
    }
  for (guint i = 0; i < paragraph->n_passages; i++)
    {
      guint passage = paragraph->first_passage + i;

      accord_html_text (text->html, data + at, passages[passage].span.start - at);
      append_passage (text, passage, passages[passage].span, marks);
      at = passages[passage].span.end;
    }
  accord_html_text (text->html, data + at, paragraph->span.end - at);
  g_string_append_printf (text->html->out, "</%s>", element);
}

/* The paragraph's number, and the themes it speaks of, the first ones found first. */
static void
append_gutter (Text *text, guint number, guint first, guint end)
{
  AccordHtml *html = text->html;
  g_autofree gboolean *seen = g_new0 (gboolean, html->facts.n_themes + 1);
  guint n = 0;

  g_string_append_printf (html->out, "<div class=\"gt\"><span class=\"pn\">¶%u</span>", number + 1);
  for (guint i = first; i < end; i++)
    {
      guint theme = html->facts.principles[text->codings[i].principle].theme;

      if (seen[theme] || !counts (text, i))
        continue;
      seen[theme] = TRUE;
      if (n++ < GUTTER)
        accord_html_theme (html, theme);
    }
  if (n > GUTTER)
    g_string_append_printf (html->out, "<span class=\"dim\">+%u</span>", n - GUTTER);
  g_string_append (html->out, "</div>");
}

static void
append_note (Text *text, const AccordCodingFinding *finding)
{
  AccordHtml *html = text->html;

  g_string_append (html->out, " <span class=\"no\">");
  accord_html_theme (html, html->facts.principles[finding->principle].theme);
  g_string_append_c (html->out, ' ');
  accord_html_glyph (html, finding->stance, FALSE);
  g_string_append_c (html->out, ' ');
  accord_html_principle_link (html, finding->principle);
  g_string_append_c (html->out, ' ');
  accord_html_class (html, accord_coverage_get_class (html->facts.coverage, finding->principle));
  g_string_append (html->out, "</span>");
}

/* A line a passage. */
static void
append_notes (Text *text, guint first, guint end)
{
  AccordHtml *html = text->html;
  guint passage = ACCORD_NONE;

  for (guint i = first; i < end; i++)
    {
      if (!counts (text, i))
        continue;
      if (passage == ACCORD_NONE)
        g_string_append_printf (html->out, "<ul class=\"nt\" aria-label=\"%s\">\n",
                                _ ("Principles of this paragraph"));
      if (text->codings[i].passage != passage)
        {
          g_string_append (html->out, passage == ACCORD_NONE ? "<li>" : "</li>\n<li>");
          passage = text->codings[i].passage;
          accord_html_place (html, text->codings[i].document, passage);
        }
      append_note (text, &text->codings[i]);
    }
  if (passage != ACCORD_NONE)
    g_string_append (html->out, "</li>\n</ul>");
}

static void
append_paragraph (Text *text, guint number)
{
  guint n = 0, n_blocks = 0;
  const AccordParagraph *paragraph = &accord_document_get_paragraphs (text->document, &n)[number];
  const AccordBlock *block =
    &accord_document_get_blocks (text->document, &n_blocks)[paragraph->block];
  guint first = codings_of (text, paragraph->first_passage, &n);
  guint end = first;

  while (end < text->n_codings &&
         text->codings[end].passage < paragraph->first_passage + paragraph->n_passages)
    end++;
  g_string_append (text->html->out, "<div class=\"pa\">");
  append_gutter (text, number, first, end);
  append_body (text, paragraph, block);
  append_notes (text, first, end);
  g_string_append (text->html->out, "</div>\n");
  text->next = end;
}

static void
append_text (AccordHtml *self, guint i)
{
  Text text = { .html = self, .document = accord_facts_get_document (&self->facts, i) };
  guint n = 0;

  text.id = accord_report_dup_document_id (i);
  text.codings = accord_findings_get_document_codings (self->facts.findings, i, &text.n_codings);
  g_string_append_printf (self->out, "<section class=\"text\" id=\"%s\">\n<h3>", text.id);
  accord_html_letter (self, i);
  g_string_append (self->out, " <span");
  accord_html_lang (self, accord_document_get_language (text.document));
  g_string_append_c (self->out, '>');
  accord_html_label (self, accord_facts_document_name (&self->facts, i), -1);
  g_string_append (self->out, "</span></h3>\n");
  accord_document_get_paragraphs (text.document, &n);
  for (guint p = 0; p < n && accord_html_go_on (self); p++)
    append_paragraph (&text, p);
  g_string_append (self->out, "</section>\n");
  g_free (text.id);
}

static void
append_key (AccordHtml *self)
{
  static const AccordCoverageClass ORDER[] = { ACCORD_COVERAGE_PRESENT, ACCORD_COVERAGE_ALL,
                                               ACCORD_COVERAGE_SOME, ACCORD_COVERAGE_UNIQUE };

  g_string_append (self->out, "<p class=\"key dim\">");
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      if (!accord_facts_has_class (&self->facts, ORDER[i]))
        continue;
      g_string_append (self->out, "<span class=\"nb\">");
      accord_html_class (self, ORDER[i]);
      g_string_append_printf (self->out, " %s</span> ", accord_facts_class_word (ORDER[i]));
    }
  for (guint s = 0; s < ACCORD_N_STANCES; s++)
    {
      g_string_append (self->out, "<span class=\"nb\">");
      accord_html_glyph (self, s, TRUE);
      g_string_append (self->out, "</span> ");
    }
  g_string_append_printf (self->out,
                          "<span class=\"nb\"><span class=\"th\">3</span> %s</span></p>\n",
                          _ ("number of the theme"));
}

/**
 * accord_html_texts:
 * @self: a report
 */
void
accord_html_texts (AccordHtml *self)
{
  accord_html_begin_chapter (self, "texts", _ ("Highlighted texts"));
  append_key (self);
  g_string_append (self->out, "<div class=\"cols\">\n");
  for (guint i = 0; i < self->facts.n_documents && !self->stopped; i++)
    append_text (self, self->facts.documents[i]);
  g_string_append (self->out, "</div>\n");
  accord_html_end_chapter (self);
}
