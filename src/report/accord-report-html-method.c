/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the report came about, in plain words, and from what exactly: what someone needs
 * to judge it and to make it again. */
#include "report/accord-report-html-private.h"

#include <glib/gi18n-lib.h>

#include "accord-config.h"
#include "report/accord-report-private.h"

static void
append_method (AccordHtml *self)
{
  g_string_append_printf (self->out, "<h3>%s</h3>\n", _ ("Method"));
  for (guint i = 0; i < accord_report_n_method_paragraphs (); i++)
    g_string_append_printf (self->out, "<p>%s</p>\n", accord_report_method_paragraph (i));
}

static void
append_fact (AccordHtml *self, const char *name, const char *value)
{
  g_string_append_printf (self->out, "<dt>%s</dt><dd>", name);
  accord_html_label (self, value, -1);
  g_string_append (self->out, "</dd>\n");
}

static void
append_facts (AccordHtml *self)
{
  g_autofree char *icu = accord_report_dup_icu_version ();
  g_autofree char *threshold =
    g_strdup_printf ("0.%03d", accord_comparison_get_threshold (self->facts.comparison) % 1000);

  if (accord_comparison_get_threshold (self->facts.comparison) >= 1000)
    threshold[0] = '1';
  g_string_append_printf (self->out, "<h3>%s</h3>\n<dl class=\"facts\">\n", _ ("Provenance"));
  append_fact (self, _ ("Program"), "Accord " ACCORD_VERSION);
  append_fact (self, _ ("Library that cut the sentences"), icu);
  append_fact (self, _ ("Codebook"), accord_codebook_get_id (self->facts.codebook));
  append_fact (self, _ ("SHA-256 of the codebook"),
               self->facts.input->codebook_sha256 != NULL ? self->facts.input->codebook_sha256
                                                          : "—");
  append_fact (self, _ ("Least score of a link"), threshold);
  g_string_append (self->out, "</dl>\n");
}

/* Why blocks were left out, each reason with its number, in the order in which they come. */
static void
append_left_out (AccordHtml *self, AccordDocument *document)
{
  guint n = 0, n_left_out = 0;
  const AccordBlock *blocks = accord_document_get_blocks (document, &n);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      guint at = 0;

      if (blocks[i].kept || blocks[i].reason == NULL)
        continue;
      n_left_out++;
      if (!g_ptr_array_find_with_equal_func (reasons, blocks[i].reason, g_str_equal, &at))
        {
          at = reasons->len;
          g_ptr_array_add (reasons, (gpointer) blocks[i].reason);
          g_array_set_size (counts, at + 1);
        }
      g_array_index (counts, guint, at)++;
    }
  if (n_left_out == 0)
    {
      g_string_append (self->out, _ ("nothing"));
      return;
    }
  for (guint i = 0; i < reasons->len; i++)
    {
      g_string_append (self->out, i == 0 ? "" : ", ");
      accord_html_label (self, g_ptr_array_index (reasons, i), -1);
      g_string_append_printf (self->out, " (%u)", g_array_index (counts, guint, i));
    }
}

static void
append_value (AccordHtml *self, const char *value)
{
  if (value != NULL)
    accord_html_label (self, value, -1);
  else
    g_string_append (self->out, "—");
}

static void
append_source (AccordHtml *self, guint i)
{
  AccordDocument *document = accord_facts_get_document (&self->facts, i);
  const char *name = self->facts.input->names[i];
  g_autofree char *base = name != NULL ? g_path_get_basename (name) : NULL;

  g_string_append (self->out, "<tr><th scope=\"row\">");
  accord_html_letter (self, i);
  g_string_append (self->out, "</th><td>");
  append_value (self, base);
  g_string_append (self->out, "<br><span class=\"dim\">");
  append_value (self, accord_document_get_field (document, ACCORD_FIELD_MEDIA_TYPE));
  g_string_append (self->out, ", ");
  append_value (self, accord_document_get_field (document, ACCORD_FIELD_ENCODING));
  g_string_append (self->out, ", ");
  append_value (self, accord_document_get_field (document, ACCORD_FIELD_LANGUAGE));
  g_string_append (self->out, "</span></td><td class=\"hash\">");
  append_value (self, accord_document_get_field (document, ACCORD_FIELD_SHA256));
  g_string_append (self->out, "</td><td>");
  append_left_out (self, document);
  g_string_append (self->out, "</td></tr>\n");
}

static void
append_sources (AccordHtml *self)
{
  g_string_append_printf (self->out,
                          "<div class=\"scroll\"><table>\n<thead><tr><td></td><th "
                          "scope=\"col\">%s</th><th scope=\"col\">%s</th><th "
                          "scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
                          _ ("File"), _ ("SHA-256 of its bytes"),
                          _ ("Blocks that were left out, by reason"));
  for (guint i = 0; i < self->facts.n_documents; i++)
    append_source (self, self->facts.documents[i]);
  g_string_append (self->out, "</tbody></table></div>\n");
}

/**
 * accord_html_method:
 * @self: a report
 */
void
accord_html_method (AccordHtml *self)
{
  accord_html_begin_chapter (self, "method", _ ("Method and provenance"));
  append_method (self);
  append_facts (self);
  append_sources (self);
  accord_html_end_chapter (self);
}
