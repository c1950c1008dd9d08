/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small signs of a report: stance glyphs, swatches of status and coverage, letters
 * of documents, numbers of themes, places; and the names of things. No sign rests on
 * colour alone, and each has a word for who does not see it. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "report/accord-report-private.h"

/* Squares bind, circles are voluntary, more ink is more force, a bar forbids, a cross
 * opposes. */
static const char *const GLYPHS[ACCORD_N_STANCES] = {
  "<rect x=\"1\" y=\"1\" width=\"10\" height=\"10\" rx=\"1.6\"/>",
  "<path fill-rule=\"evenodd\" d=\"M2.6 1h6.8A1.6 1.6 0 0 1 11 2.6v6.8A1.6 1.6 0 0 1 9.4 11H2.6"
  "A1.6 1.6 0 0 1 1 9.4V2.6A1.6 1.6 0 0 1 2.6 1zM2.8 4.9v2.2h6.4V4.9z\"/>",
  "<circle cx=\"6\" cy=\"6\" r=\"5.2\"/>",
  "<path fill-rule=\"evenodd\" d=\"M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8zm0 1.5a3.7 3.7 0 "
  "0 1 0 7.4z\"/>",
  "<path fill-rule=\"evenodd\" d=\"M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8zm0 1.6a3.6 3.6 0 "
  "1 1 0 7.2 3.6 3.6 0 0 1 0-7.2z\"/>",
  "<circle cx=\"6\" cy=\"6\" r=\"2.7\"/>",
  "<path d=\"M2.6 1.2 6 4.6l3.4-3.4 1.4 1.4L7.4 6l3.4 3.4-1.4 1.4L6 7.4l-3.4 3.4-1.4-1.4L4.6 6 "
  "1.2 2.6z\"/>",
};

/**
 * accord_html_symbols:
 * @self: a report
 *
 * Writes the glyphs once; each use refers to them.
 */
void
accord_html_symbols (AccordHtml *self)
{
  g_string_append (self->out, "<svg class=\"symbols\" width=\"0\" height=\"0\" "
                              "aria-hidden=\"true\" focusable=\"false\">");
  for (guint i = 0; i < ACCORD_N_STANCES; i++)
    g_string_append_printf (self->out, "<symbol id=\"g-%s\" viewBox=\"0 0 12 12\">%s</symbol>",
                            accord_stance_name (i), GLYPHS[i]);
  g_string_append (self->out, "</svg>\n");
}

/**
 * accord_html_glyph:
 * @self: a report
 * @stance: a stance
 * @with_word: whether its word follows the glyph; else the glyph is named by it
 */
void
accord_html_glyph (AccordHtml *self, AccordStance stance, gboolean with_word)
{
  const char *word = accord_facts_stance_word (stance);

  if (with_word)
    g_string_append_printf (self->out,
                            "<svg class=\"g\" aria-hidden=\"true\"><use href=\"#g-%s\"/></svg> %s",
                            accord_stance_name (stance), word);
  else
    g_string_append_printf (
      self->out, "<svg class=\"g\" role=\"img\" aria-label=\"%s\"><use href=\"#g-%s\"/></svg>",
      word, accord_stance_name (stance));
}

/**
 * accord_html_status:
 * @self: a report
 * @status: whose finding it is
 *
 * Writes a swatch: hatched is the machine's, solid confirmed, with a bead the analyst's.
 */
void
accord_html_status (AccordHtml *self, AccordStatus status)
{
  const char *word = accord_facts_status_word (status);

  g_string_append_printf (self->out,
                          "<i class=\"sw %s\" role=\"img\" aria-label=\"%s\" title=\"%s\"></i>",
                          accord_status_name (status), word, word);
}

/**
 * accord_html_class:
 * @self: a report
 * @coverage: a class
 *
 * Writes a swatch of tint and underline.
 */
void
accord_html_class (AccordHtml *self, AccordCoverageClass coverage)
{
  g_string_append_printf (self->out, "<i class=\"cv %s\" aria-hidden=\"true\"></i>",
                          accord_coverage_name (coverage));
}

/**
 * accord_html_theme:
 * @self: a report
 * @theme: index of a theme
 *
 * Writes its number in a ring, named by the theme.
 */
void
accord_html_theme (AccordHtml *self, guint theme)
{
  g_string_append (self->out, "<span class=\"th\" title=\"");
  accord_html_text (self, accord_facts_theme_name (&self->facts, theme), -1);
  g_string_append_printf (self->out, "\">%u</span>", theme + 1);
}

/**
 * accord_html_letter:
 * @self: a report
 * @document: index of a document that is shown
 *
 * Writes its letter in a square, which leads to its text.
 */
void
accord_html_letter (AccordHtml *self, guint document)
{
  g_autofree char *letter = accord_facts_dup_letter (&self->facts, document);
  g_autofree char *id = accord_report_dup_document_id (document);

  g_string_append_printf (self->out, "<a class=\"doc\" href=\"#%s\">%s</a>", id, letter);
}

/**
 * accord_html_place:
 * @self: a report
 * @document: index of a document that is shown
 * @passage: index of a passage of it
 *
 * Writes "¶7.1", paragraph and passage from 1, which leads to the place in the text.
 */
void
accord_html_place (AccordHtml *self, guint document, guint passage)
{
  g_autofree char *id = accord_report_dup_document_id (document);
  AccordDocument *d = accord_facts_get_document (&self->facts, document);
  guint n = 0;
  guint32 number = accord_facts_get_passage (&self->facts, document, passage)->paragraph;
  const AccordParagraph *paragraph = &accord_document_get_paragraphs (d, &n)[number];

  g_string_append_printf (self->out, "<a class=\"pl\" href=\"#%s-%u\">¶%u", id, passage,
                          number + 1);
  if (paragraph->n_passages > 1)
    g_string_append_printf (self->out, ".%u", passage - paragraph->first_passage + 1);
  g_string_append (self->out, "</a>");
}

/**
 * accord_html_score:
 * @self: a report
 * @score: in thousandths
 * @status: whose finding it is of
 *
 * Writes a score; the machine's are in italics.
 */
void
accord_html_score (AccordHtml *self, gint score, AccordStatus status)
{
  const char *element = status == ACCORD_STATUS_MACHINE ? "i" : "span";

  g_string_append_printf (self->out, "<%s class=\"num\">%s%d.%03d</%s>", element,
                          score < 0 ? "−" : "", ABS (score) / 1000, ABS (score) % 1000, element);
}

/**
 * accord_html_principle_link:
 * @self: a report
 * @principle: index of a principle
 *
 * Writes its name, which leads to its quotations, or to what was searched where it is silent.
 */
void
accord_html_principle_link (AccordHtml *self, guint principle)
{
  g_string_append_printf (self->out, "<a href=\"#p%u\">", principle + 1);
  accord_html_label (self, accord_facts_principle_name (&self->facts, principle), -1);
  g_string_append (self->out, "</a>");
}
