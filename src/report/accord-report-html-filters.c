/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the report's script works with: the form of filters, which stays hidden without it, the
 * tip for reasons, the dialog for both passages of a link; and the script itself. */
#include "report/accord-report-html-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "report/accord-report-resources.h"

#define SCRIPT "/io/github/accord/Accord/report.js"

static void
begin_select (AccordHtml *self, const char *name, const char *label)
{
  g_string_append_printf (self->out,
                          "<label>%s <select name=\"%s\"><option value=\"\">%s</option>\n", label,
                          name, _ ("all"));
}

static void
append_option (AccordHtml *self, const char *value, const char *label)
{
  g_string_append_printf (self->out, "<option value=\"%s\">", value);
  accord_html_text (self, label, -1);
  g_string_append (self->out, "</option>\n");
}

static void
append_themes (AccordHtml *self)
{
  begin_select (self, "theme", _ ("Theme"));
  for (guint t = 0; t < self->facts.n_themes; t++)
    {
      g_autofree char *value = g_strdup_printf ("t%u", t + 1);

      append_option (self, value, accord_facts_theme_name (&self->facts, t));
    }
  g_string_append (self->out, "</select></label>\n");
}

static void
append_classes (AccordHtml *self)
{
  static const AccordCoverageClass ORDER[] = { ACCORD_COVERAGE_PRESENT, ACCORD_COVERAGE_ALL,
                                               ACCORD_COVERAGE_SOME, ACCORD_COVERAGE_UNIQUE };

  begin_select (self, "coverage", _ ("Coverage"));
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    if (accord_facts_has_class (&self->facts, ORDER[i]))
      append_option (self, accord_coverage_name (ORDER[i]), accord_facts_class_word (ORDER[i]));
  g_string_append (self->out, "</select></label>\n");
}

/**
 * accord_html_filters:
 * @self: a report
 */
void
accord_html_filters (AccordHtml *self)
{
  g_string_append_printf (self->out, "<form id=\"filters\" hidden aria-label=\"%s\">\n",
                          _ ("Filters"));
  append_themes (self);
  begin_select (self, "stance", _ ("Stance"));
  for (guint s = 0; s < ACCORD_N_STANCES; s++)
    append_option (self, accord_stance_name (s), accord_facts_stance_word (s));
  g_string_append (self->out, "</select></label>\n");
  append_classes (self);
  begin_select (self, "status", _ ("Status"));
  for (guint s = 0; s < ACCORD_N_STATUSES; s++)
    if (s != ACCORD_STATUS_REJECTED)
      append_option (self, accord_status_name (s), accord_facts_status_word (s));
  g_string_append_printf (self->out,
                          "</select></label>\n<button type=\"reset\">%s</button>\n"
                          "<output id=\"count\" data-text=\"%s\"></output>\n</form>\n",
                          _ ("Show all"),
                          /* Translators: %u is how many are shown. */
                          _ ("%u quotations are shown"));
}

/**
 * accord_html_script:
 * @self: a report whose chapters are written
 */
void
accord_html_script (AccordHtml *self)
{
  g_autoptr (GBytes) script = g_resource_lookup_data (accord_report_get_resource (), SCRIPT,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = 0;
  const char *data = script != NULL ? g_bytes_get_data (script, &length) : "";

  g_string_append_printf (self->out,
                          "<div id=\"tip\" role=\"tooltip\" hidden></div>\n"
                          "<dialog id=\"both\" aria-label=\"%s\"><div></div><button "
                          "type=\"button\">%s</button></dialog>\n<script>\n",
                          _ ("Both passages"), _ ("Close"));
  g_string_append_len (self->out, data, (gssize) length);
  g_string_append (self->out, "</script>\n");
}
