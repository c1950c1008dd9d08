/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes and principles by documents: a glyph, a count and some words in each
 * cell, which lead to the quotations; a silent cell says what was searched. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* With more documents than this a cell has no words. */
#define DOCUMENTS_WITH_WORDS 5

/* Letters of the first words in a cell. */
#define WORDS 34

/* A darker shade for more codings: 1, 2 or 3, 4 to 7, 8 and more. */
static guint
shade_of (guint n_codings)
{
  return n_codings >= 8 ? 4 : n_codings >= 4 ? 3 : n_codings >= 2 ? 2 : 1;
}

/* The terms of a theme are those of its principles. */
static guint
count_terms (AccordHtml *self, guint row, gboolean is_theme, guint document)
{
  const char *language =
    accord_document_get_language (accord_facts_get_document (&self->facts, document));
  const AccordTheme *theme = &self->facts.themes[is_theme ? row : 0];
  guint n = 0;

  if (!is_theme)
    return accord_codebook_count_terms (self->facts.codebook, row, language);
  for (guint p = 0; p < theme->n_principles; p++)
    n += accord_codebook_count_terms (self->facts.codebook, theme->first_principle + p, language);
  return n;
}

static void
append_silent_cell (AccordHtml *self, guint row, gboolean is_theme, guint document)
{
  guint n = count_terms (self, row, is_theme, document);

  g_string_append (self->out, "<td class=\"sil\">— <small>");
  if (n > 0)
    g_string_append_printf (self->out, ngettext ("%u term", "%u terms", n), n);
  else
    g_string_append (self->out, _ ("not searched"));
  g_string_append (self->out, "</small></td>");
}

static void
append_cell (AccordHtml *self, guint row, gboolean is_theme, guint document)
{
  const AccordCell *cell = is_theme
                             ? accord_coverage_get_theme_cell (self->facts.coverage, row, document)
                             : accord_coverage_get_cell (self->facts.coverage, row, document);
  AccordCoverageClass class = is_theme ? accord_coverage_get_theme_class (self->facts.coverage, row)
                                       : accord_coverage_get_class (self->facts.coverage, row);
  g_autofree char *id = accord_report_dup_document_id (document);
  g_autofree char *target = g_strdup_printf ("%c%u-%s", is_theme ? 't' : 'p', row + 1, id);
  gboolean with_words = !is_theme && self->facts.n_documents <= DOCUMENTS_WITH_WORDS;

  if (cell->n_codings == 0)
    {
      append_silent_cell (self, row, is_theme, document);
      return;
    }
  g_string_append_printf (self->out, "<td class=\"%s w%u\">", accord_coverage_name (class),
                          shade_of (cell->n_codings));
  accord_html_cell (self, cell, target, with_words ? WORDS : 0);
  g_string_append (self->out, "</td>");
}

static void
append_verdict (AccordHtml *self, guint principle)
{
  AccordVerdict verdict = accord_coverage_get_verdict (self->facts.coverage, principle);

  if (verdict == ACCORD_VERDICT_OPPOSED)
    g_string_append_printf (self->out, "<br><small>≁ %s</small>",
                            accord_facts_verdict_word (verdict));
  else if (verdict != ACCORD_VERDICT_NONE)
    g_string_append_printf (self->out, "<br><small>%s</small>",
                            accord_facts_verdict_word (verdict));
}

/* "shared by some, 2 of 3" */
static void
append_coverage (AccordHtml *self, guint row, gboolean is_theme)
{
  AccordCoverageClass class = is_theme ? accord_coverage_get_theme_class (self->facts.coverage, row)
                                       : accord_coverage_get_class (self->facts.coverage, row);
  guint n = 0;

  for (guint i = 0; i < self->facts.n_documents; i++)
    n += (is_theme
            ? accord_coverage_get_theme_cell (self->facts.coverage, row, self->facts.documents[i])
            : accord_coverage_get_cell (self->facts.coverage, row, self->facts.documents[i]))
           ->n_codings > 0;
  g_string_append (self->out, "<td class=\"nb\">");
  accord_html_class (self, class);
  g_string_append_c (self->out, ' ');
  g_string_append_printf (self->out, _ ("%u of %u"), n, self->facts.n_documents);
  if (!is_theme)
    append_verdict (self, row);
  g_string_append (self->out, "</td></tr>\n");
}

static void
append_theme_row (AccordHtml *self, guint theme)
{
  g_string_append_printf (self->out, "<tr class=\"tr\" id=\"t%u\"><th scope=\"row\">", theme + 1);
  accord_html_theme (self, theme);
  g_string_append_c (self->out, ' ');
  accord_html_label (self, accord_facts_theme_name (&self->facts, theme), -1);
  g_string_append (self->out, "</th>");
  for (guint i = 0; i < self->facts.n_documents; i++)
    append_cell (self, theme, TRUE, self->facts.documents[i]);
  append_coverage (self, theme, TRUE);
}

static void
append_principle_row (AccordHtml *self, guint principle)
{
  g_string_append (self->out, "<tr><th scope=\"row\" class=\"sub\">");
  accord_html_principle_link (self, principle);
  g_string_append (self->out, "</th>");
  for (guint i = 0; i < self->facts.n_documents; i++)
    append_cell (self, principle, FALSE, self->facts.documents[i]);
  append_coverage (self, principle, FALSE);
}

/* Principles that no document has would only fill the table. */
static void
append_silent_row (AccordHtml *self, guint n_silent)
{
  if (n_silent == 0)
    return;
  g_string_append_printf (self->out, "<tr><th scope=\"row\" class=\"sub\"><a href=\"#silent\">");
  g_string_append_printf (
    self->out, ngettext ("%u silent principle", "%u silent principles", n_silent), n_silent);
  g_string_append_printf (self->out, "</a></th><td colspan=\"%u\" class=\"sil\">—</td></tr>\n",
                          self->facts.n_documents + 1);
}

static void
append_theme (AccordHtml *self, guint t)
{
  const AccordTheme *theme = &self->facts.themes[t];
  guint n_silent = 0;

  g_string_append_printf (self->out, "<tbody data-theme=\"t%u\">\n", t + 1);
  append_theme_row (self, t);
  for (guint i = 0; i < theme->n_principles; i++)
    {
      guint p = theme->first_principle + i;

      if (accord_coverage_get_class (self->facts.coverage, p) == ACCORD_COVERAGE_SILENT)
        n_silent++;
      else
        append_principle_row (self, p);
    }
  append_silent_row (self, n_silent);
  g_string_append (self->out, "</tbody>\n");
}

static void
append_heading (AccordHtml *self)
{
  g_string_append_printf (self->out, "<thead><tr><th scope=\"col\">%s</th>",
                          _ ("Theme and principle"));
  for (guint i = 0; i < self->facts.n_documents; i++)
    {
      g_string_append (self->out, "<th scope=\"col\">");
      accord_html_letter (self, self->facts.documents[i]);
      if (self->facts.n_documents <= DOCUMENTS_WITH_WORDS)
        {
          AccordDocument *document =
            accord_facts_get_document (&self->facts, self->facts.documents[i]);

          g_string_append (self->out, " <span class=\"hd\"");
          accord_html_lang (self, accord_document_get_language (document));
          g_string_append_c (self->out, '>');
          accord_html_label (
            self, accord_facts_document_name (&self->facts, self->facts.documents[i]), -1);
          g_string_append (self->out, "</span>");
        }
      g_string_append (self->out, "</th>");
    }
  g_string_append_printf (self->out, "<th scope=\"col\">%s</th></tr></thead>\n", _ ("Coverage"));
}

/**
 * accord_html_matrix:
 * @self: a report
 */
void
accord_html_matrix (AccordHtml *self)
{
  accord_html_begin_chapter (self, "matrix", _ ("Themes and documents"));
  g_string_append_printf (self->out, "<p class=\"dim\">%s</p>\n",
                          _ ("A cell shows the strongest stance, how many passages there are, and "
                             "some words of the best one; the darker, the more passages. "
                             "“—” is silent: so many terms were searched, and none was found."));
  g_string_append_printf (self->out, "<div class=\"scroll\"><table class=\"mx%s\">\n",
                          self->facts.n_documents > DOCUMENTS_WITH_WORDS ? " many" : "");
  append_heading (self);
  for (guint t = 0; t < self->facts.n_themes && accord_html_go_on (self); t++)
    append_theme (self, t);
  g_string_append (self->out, "</table></div>\n");
  accord_html_end_chapter (self);
}
