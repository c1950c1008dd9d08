/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each two documents share: their common principles side by side, then their
 * links. Above all pairs stand the links by verdict. The grid of the summary leads here. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

/* Letters of the first words in a row of common principles. */
#define WORDS 52

static void
append_counts (AccordHtml *self, guint a, guint b)
{
  guint n_common = accord_facts_count_common (&self->facts, a, b),
        n_links = accord_facts_count_pair_links (&self->facts, a, b);

  g_string_append_printf (self->out, ngettext ("%u principle", "%u principles", n_common),
                          n_common);
  g_string_append (self->out, ", ");
  g_string_append_printf (self->out, ngettext ("%u link", "%u links", n_links), n_links);
}

/* The cell of a pair leads to its section; that of one document to its text. */
static void
append_grid_cell (AccordHtml *self, guint a, guint b)
{
  g_autofree char *id_a = accord_report_dup_document_id (MIN (a, b));
  g_autofree char *id_b = accord_report_dup_document_id (MAX (a, b));

  if (a == b)
    {
      g_string_append (self->out, "<td class=\"self\">");
      g_string_append_printf (self->out, _ ("%u of %u"),
                              accord_facts_count_common (&self->facts, a, a),
                              self->facts.n_principles);
      g_string_append (self->out, "</td>");
      return;
    }
  g_string_append_printf (self->out, "<td><a href=\"#%s-%s\">", id_a, id_b);
  append_counts (self, a, b);
  g_string_append (self->out, "</a></td>");
}

static void
append_links_of_verdict (AccordHtml *self, AccordVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < self->facts.n_links; i++)
    n += self->facts.link_numbers[i] > 0 && self->facts.links[i].verdict == verdict;
  g_string_append_printf (self->out, "<dt id=\"links-%s\">%s: %u</dt><dd>",
                          accord_verdict_name (verdict), accord_facts_verdict_word (verdict), n);
  for (guint i = 0; i < self->facts.n_links; i++)
    if (self->facts.link_numbers[i] > 0 && self->facts.links[i].verdict == verdict)
      g_string_append_printf (self->out, "<a href=\"#l%u\">%u</a> ", self->facts.link_numbers[i],
                              self->facts.link_numbers[i]);
  g_string_append (self->out, "</dd>\n");
}

static void
append_side (AccordHtml *self, guint principle, guint document)
{
  const AccordCell *cell = accord_coverage_get_cell (self->facts.coverage, principle, document);
  g_autofree char *id = accord_report_dup_document_id (document);
  g_autofree char *target = g_strdup_printf ("p%u-%s", principle + 1, id);

  g_string_append (self->out, "<td>");
  accord_html_cell (self, cell, target, WORDS);
  g_string_append (self->out, "</td>");
}

static void
append_common (AccordHtml *self, guint a, guint b)
{
  if (accord_facts_count_common (&self->facts, a, b) == 0)
    {
      g_string_append_printf (self->out, "<p>%s</p>\n", _ ("They share no principle."));
      return;
    }
  g_string_append_printf (self->out,
                          "<div class=\"scroll\"><table class=\"pair\">\n<thead><tr><th "
                          "scope=\"col\">%s</th><th scope=\"col\">",
                          _ ("Principle"));
  accord_html_letter (self, a);
  g_string_append (self->out, "</th><th scope=\"col\">");
  accord_html_letter (self, b);
  g_string_append (self->out, "</th></tr></thead>\n<tbody>\n");
  for (guint p = 0; p < self->facts.n_principles; p++)
    {
      if (!accord_facts_has (&self->facts, p, a) || !accord_facts_has (&self->facts, p, b))
        continue;
      g_string_append (self->out, "<tr><th scope=\"row\">");
      accord_html_class (self, accord_coverage_get_class (self->facts.coverage, p));
      g_string_append_c (self->out, ' ');
      accord_html_principle_link (self, p);
      g_string_append (self->out, "</th>");
      append_side (self, p, a);
      append_side (self, p, b);
      g_string_append (self->out, "</tr>\n");
    }
  g_string_append (self->out, "</tbody></table></div>\n");
}

static void
append_pair (AccordHtml *self, guint a, guint b)
{
  g_autofree char *id_a = accord_report_dup_document_id (a);
  g_autofree char *id_b = accord_report_dup_document_id (b);

  g_string_append_printf (self->out, "<section id=\"%s-%s\">\n<h3>%u.%u ", id_a, id_b,
                          self->chapter, ++self->section);
  accord_html_letter (self, a);
  g_string_append_c (self->out, ' ');
  accord_html_letter (self, b);
  g_string_append (self->out, " <span class=\"sub\">");
  append_counts (self, a, b);
  g_string_append (self->out, "</span></h3>\n");
  append_common (self, a, b);
  for (guint i = 0; i < self->facts.n_links && accord_html_go_on (self); i++)
    if (accord_facts_is_of_pair (&self->facts, i, a, b))
      accord_html_link (self, i);
  g_string_append (self->out, "</section>\n");
}

/**
 * accord_html_grid:
 * @self: a report of two documents or more
 *
 * Writes how much each two documents share; each cell leads to its pair.
 */
void
accord_html_grid (AccordHtml *self)
{
  g_string_append (self->out,
                   "<div class=\"scroll\"><table class=\"n grid\">\n<thead><tr><td></td>");
  for (guint i = 0; i < self->facts.n_documents; i++)
    {
      g_string_append (self->out, "<th scope=\"col\">");
      accord_html_letter (self, self->facts.documents[i]);
      g_string_append (self->out, "</th>");
    }
  g_string_append (self->out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < self->facts.n_documents; i++)
    {
      g_string_append (self->out, "<tr><th scope=\"row\">");
      accord_html_letter (self, self->facts.documents[i]);
      g_string_append (self->out, "</th>");
      for (guint j = 0; j < self->facts.n_documents; j++)
        append_grid_cell (self, self->facts.documents[i], self->facts.documents[j]);
      g_string_append (self->out, "</tr>\n");
    }
  g_string_append (self->out, "</tbody></table></div>\n");
}

/**
 * accord_html_pairs:
 * @self: a report of two documents or more
 */
void
accord_html_pairs (AccordHtml *self)
{
  accord_html_begin_chapter (self, "pairs", _ ("Pair by pair"));
  g_string_append_printf (self->out, "<h3>%s</h3>\n<dl class=\"verdicts\">\n",
                          _ ("Links by verdict"));
  for (gint v = ACCORD_N_VERDICTS - 1; v >= 0; v--)
    append_links_of_verdict (self, (AccordVerdict) v);
  g_string_append (self->out, "</dl>\n");
  for (guint i = 0; i < self->facts.n_documents; i++)
    for (guint j = i + 1; j < self->facts.n_documents && !self->stopped; j++)
      append_pair (self, self->facts.documents[i], self->facts.documents[j]);
  accord_html_end_chapter (self);
}
