/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One self-contained HTML file, with nothing from elsewhere, to be read without its script
 * too. This file puts the chapters in order. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "engine/accord-language.h"
#include "report/accord-report-private.h"

/* So many quotations are written between two looks at the watch. */
#define QUOTATIONS_A_TICK 64

/* What the chapters are measured by. */
#define MOST_CHAPTERS 12.0

/**
 * accord_html_begin_chapter:
 * @self: a report
 * @id: of the chapter
 * @title: translated
 *
 * Opens a section with a numbered heading, and looks at the watch.
 */
void
accord_html_begin_chapter (AccordHtml *self, const char *id, const char *title)
{
  self->section = 0;
  self->stopped =
    self->stopped || !accord_watch_tick (self->watch, self->chapter / MOST_CHAPTERS, self->error);
  g_string_append_printf (self->out, "<section id=\"%s\" class=\"chapter\">\n<h2>%u %s</h2>\n", id,
                          ++self->chapter, title);
}

/**
 * accord_html_end_chapter:
 * @self: a report in a chapter
 */
void
accord_html_end_chapter (AccordHtml *self)
{
  g_string_append (self->out, "</section>\n");
}

/**
 * accord_html_go_on:
 * @self: a report
 *
 * To be asked before each quotation, paragraph or link.
 *
 * Returns: FALSE once the watch said stop
 */
gboolean
accord_html_go_on (AccordHtml *self)
{
  if (self->stopped || ++self->work % QUOTATIONS_A_TICK != 0)
    return !self->stopped;
  self->stopped = !accord_watch_tick (self->watch, self->chapter / MOST_CHAPTERS, self->error);
  return !self->stopped;
}

static void
append_chapters (AccordHtml *self)
{
  static const AccordCoverageClass CLASSES[] = {
    ACCORD_COVERAGE_PRESENT,
    ACCORD_COVERAGE_ALL,
    ACCORD_COVERAGE_SOME,
    ACCORD_COVERAGE_UNIQUE,
  };

  accord_html_summary (self);
  accord_html_matrix (self);
  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    if (accord_facts_has_class (&self->facts, CLASSES[i]))
      accord_html_lists (self, CLASSES[i]);
  if (self->facts.n_documents > 1)
    accord_html_opposed (self);
  accord_html_silent (self);
  if (self->facts.n_documents > 1)
    accord_html_pairs (self);
  accord_html_texts (self);
  accord_html_places (self);
  accord_html_method (self);
}

/**
 * accord_report_html:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Writes what counts: documents that are shown, findings that are not rejected and have the least
 * score.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_report_html (const AccordReportInput *input,
                    GString *out,
                    const AccordWatch *watch,
                    GError **error)
{
  AccordHtml self = { .out = out, .watch = watch, .error = error };

  accord_facts_init (&self.facts, input);
  accord_html_front (&self);
  g_string_append (out, "<main>\n");
  append_chapters (&self);
  g_string_append (out, "</main>\n");
  accord_html_script (&self);
  g_string_append (out, "</body>\n</html>\n");
  accord_facts_clear (&self.facts);
  return !self.stopped;
}
