/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where documents disagree, and where all are silent. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* A principle and, for each document that has it, its strongest stance. */
static void
append_row (AccordHtml *self, guint principle)
{
  g_string_append (self->out, "<tr><th scope=\"row\">");
  accord_html_principle_link (self, principle);
  g_string_append (self->out, "</th><td class=\"st\">");
  for (guint i = 0; i < self->facts.n_documents; i++)
    {
      guint d = self->facts.documents[i];
      const AccordCell *cell = accord_coverage_get_cell (self->facts.coverage, principle, d);
      g_autofree char *id = accord_report_dup_document_id (d);

      if (cell->n_codings == 0)
        continue;
      g_string_append (self->out, "<span class=\"nb\">");
      accord_html_letter (self, d);
      g_string_append_printf (self->out, " <a href=\"#p%u-%s\">", principle + 1, id);
      accord_html_glyph (self, cell->stance, TRUE);
      g_string_append (self->out, "</a></span> ");
    }
  g_string_append (self->out, "</td></tr>\n");
}

static guint
count (AccordHtml *self, AccordVerdict verdict)
{
  guint n = 0;

  for (guint p = 0; p < self->facts.n_principles; p++)
    n += accord_coverage_get_verdict (self->facts.coverage, p) == verdict;
  return n;
}

static void
append_table (AccordHtml *self, AccordVerdict verdict, const char *title, const char *none)
{
  g_string_append_printf (self->out, "<h3>%u.%u %s</h3>\n", self->chapter, ++self->section, title);
  if (count (self, verdict) == 0)
    {
      g_string_append_printf (self->out, "<p>%s</p>\n", none);
      return;
    }
  g_string_append_printf (self->out,
                          "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">%s</th><th "
                          "scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
                          _ ("Principle"), _ ("Strongest stance of each"));
  for (guint p = 0; p < self->facts.n_principles; p++)
    if (accord_coverage_get_verdict (self->facts.coverage, p) == verdict)
      append_row (self, p);
  g_string_append (self->out, "</tbody></table></div>\n");
}

/**
 * accord_html_opposed:
 * @self: a report of two documents or more
 */
void
accord_html_opposed (AccordHtml *self)
{
  accord_html_begin_chapter (self, "opposed", _ ("Opposed and weaker"));
  append_table (self, ACCORD_VERDICT_OPPOSED, _ ("Opposed: one is for it, another against"),
                _ ("No principle has stances for and against it."));
  append_table (self, ACCORD_VERDICT_WEAKER, _ ("Weaker: one binds more firmly than another"),
                _ ("All documents speak equally firmly of what they share."));
  accord_html_end_chapter (self);
}

/* The languages of the documents, each once, in the order of the documents. */
static GPtrArray *
languages_of (AccordHtml *self)
{
  GPtrArray *languages = g_ptr_array_new ();

  for (guint i = 0; i < self->facts.n_documents; i++)
    {
      const char *language = accord_document_get_language (
        accord_facts_get_document (&self->facts, self->facts.documents[i]));

      if (!g_ptr_array_find (languages, language, NULL))
        g_ptr_array_add (languages, (gpointer) language);
    }
  return languages;
}

static void
append_silent_row (AccordHtml *self, guint principle, GPtrArray *languages)
{
  g_string_append_printf (self->out, "<tr id=\"p%u\"><th scope=\"row\">", principle + 1);
  accord_html_label (self, accord_facts_principle_name (&self->facts, principle), -1);
  g_string_append (self->out, "</th><td>");
  accord_html_theme (self, self->facts.principles[principle].theme);
  g_string_append_c (self->out, ' ');
  accord_html_label (
    self, accord_facts_theme_name (&self->facts, self->facts.principles[principle].theme), -1);
  g_string_append (self->out, "</td>");
  for (guint i = 0; i < languages->len; i++)
    g_string_append_printf (self->out, "<td class=\"r\">%u</td>",
                            accord_codebook_count_terms (self->facts.codebook, principle,
                                                         g_ptr_array_index (languages, i)));
  g_string_append (self->out, "</tr>\n");
}

static void
append_silent_table (AccordHtml *self)
{
  g_autoptr (GPtrArray) languages = languages_of (self);

  g_string_append_printf (self->out,
                          "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">%s</th><th "
                          "scope=\"col\">%s</th>",
                          _ ("Principle"), _ ("Theme"));
  for (guint i = 0; i < languages->len; i++)
    {
      g_autofree char *name =
        accord_facts_dup_language_name (&self->facts, g_ptr_array_index (languages, i));

      g_string_append (self->out, "<th scope=\"col\" class=\"r\">");
      g_string_append_printf (self->out, _ ("%s terms"), name);
      g_string_append (self->out, "</th>");
    }
  g_string_append (self->out, "</tr></thead>\n<tbody>\n");
  for (guint p = 0; p < self->facts.n_principles; p++)
    if (accord_coverage_get_class (self->facts.coverage, p) == ACCORD_COVERAGE_SILENT)
      append_silent_row (self, p, languages);
  g_string_append (self->out, "</tbody></table></div>\n");
}

/**
 * accord_html_silent:
 * @self: a report
 */
void
accord_html_silent (AccordHtml *self)
{
  accord_html_begin_chapter (self, "silent", _ ("Silent"));
  if (accord_coverage_count_class (self->facts.coverage, ACCORD_COVERAGE_SILENT) == 0)
    g_string_append_printf (self->out, "<p>%s</p>\n", _ ("No principle."));
  else
    {
      g_string_append_printf (
        self->out, "<p class=\"dim\">%s</p>\n",
        _ ("No passage of any document holds a term of these principles. So many terms were "
           "searched; 0 means that nothing could be found in that language."));
      append_silent_table (self);
    }
  accord_html_end_chapter (self);
}
