/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the file, the title with the documents, the table of contents. */
#include "report/accord-report-html-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "accord-config.h"
#include "engine/accord-language.h"
#include "report/accord-report-private.h"
#include "report/accord-report-resources.h"

#define STYLE "/io/github/accord/Accord/report.css"

static void
append_title (AccordHtml *self)
{
  if (self->facts.input->title != NULL)
    accord_html_label (self, self->facts.input->title, -1);
  else
    g_string_append_printf (
      self->out,
      ngettext ("Comparison of %u document", "Comparison of %u documents", self->facts.n_documents),
      self->facts.n_documents);
}

/* Within <title> there are no elements, so a label's isolation must go. */
static void
append_head_title (AccordHtml *self)
{
  gsize start = self->out->len;
  g_autofree char *title = NULL;

  append_title (self);
  title = g_strdup (self->out->str + start);
  g_string_truncate (self->out, start);
  for (const char *p = title; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "<bdi>"))
        p += 4;
      else if (g_str_has_prefix (p, "</bdi>"))
        p += 5;
      else
        g_string_append_c (self->out, *p);
    }
}

static void
append_style (AccordHtml *self)
{
  g_autoptr (GBytes) style = g_resource_lookup_data (accord_report_get_resource (), STYLE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = 0;
  const char *data = style != NULL ? g_bytes_get_data (style, &length) : "";

  g_string_append (self->out, "<style>\n");
  g_string_append_len (self->out, data, (gssize) length);
  g_string_append (self->out, "</style>\n");
}

static void
append_head (AccordHtml *self)
{
  g_string_append (self->out, "<!DOCTYPE html>\n<html");
  accord_html_lang (self, self->facts.language);
  g_string_append (self->out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                              "<meta name=\"viewport\" content=\"width=device-width, "
                              "initial-scale=1\">\n"
                              "<meta name=\"color-scheme\" content=\"light dark\">\n"
                              "<meta name=\"generator\" content=\"Accord " ACCORD_VERSION "\">\n"
                              "<title>");
  append_head_title (self);
  g_string_append (self->out, "</title>\n");
  append_style (self);
  g_string_append (self->out, "</head>\n<body>\n");
  accord_html_symbols (self);
}

static void
append_field (AccordHtml *self, AccordDocument *document, AccordField field)
{
  const char *value = accord_document_get_field (document, field);

  if (value == NULL)
    return;
  g_string_append (self->out, " · ");
  accord_html_label (self, value, -1);
}

static void
append_document (AccordHtml *self, guint i)
{
  AccordDocument *document = accord_facts_get_document (&self->facts, i);
  const char *language = accord_document_get_language (document);
  g_autofree char *language_name = accord_facts_dup_language_name (&self->facts, language);
  guint n = 0;

  g_string_append (self->out, "<li>");
  accord_html_letter (self, i);
  g_string_append (self->out, " <span class=\"dt\"><span class=\"dn\"");
  accord_html_lang (self, language);
  g_string_append_c (self->out, '>');
  accord_html_label (self, accord_facts_document_name (&self->facts, i), -1);
  accord_document_get_passages (document, &n);
  g_string_append (self->out, "</span> <span class=\"dim\">");
  g_string_append (self->out, language_name);
  append_field (self, document, ACCORD_FIELD_ISSUER);
  append_field (self, document, ACCORD_FIELD_DATE);
  append_field (self, document, ACCORD_FIELD_KIND);
  g_string_append (self->out, " · ");
  g_string_append_printf (self->out, ngettext ("%u passage", "%u passages", n), n);
  g_string_append (self->out, "</span></span></li>\n");
}

static void
append_entry (AccordHtml *self, const char *id, const char *title)
{
  g_string_append_printf (self->out, "<li><a href=\"#%s\">%s</a></li>\n", id, title);
}

static void
append_contents (AccordHtml *self)
{
  g_string_append_printf (self->out, "<nav aria-label=\"%s\"><ol>\n", _ ("Contents"));
  append_entry (self, "summary", _ ("Summary"));
  append_entry (self, "matrix", _ ("Themes and documents"));
  if (accord_facts_has_class (&self->facts, ACCORD_COVERAGE_PRESENT))
    append_entry (self, "present", _ ("Present"));
  if (accord_facts_has_class (&self->facts, ACCORD_COVERAGE_ALL))
    append_entry (self, "all", _ ("Shared by all"));
  if (accord_facts_has_class (&self->facts, ACCORD_COVERAGE_SOME))
    append_entry (self, "some", _ ("Shared by some"));
  if (accord_facts_has_class (&self->facts, ACCORD_COVERAGE_UNIQUE))
    append_entry (self, "unique", _ ("Unique"));
  if (self->facts.n_documents > 1)
    append_entry (self, "opposed", _ ("Opposed and weaker"));
  append_entry (self, "silent", _ ("Silent"));
  if (self->facts.n_documents > 1)
    append_entry (self, "pairs", _ ("Pair by pair"));
  append_entry (self, "texts", _ ("Highlighted texts"));
  append_entry (self, "places", _ ("Places"));
  append_entry (self, "method", _ ("Method and provenance"));
  g_string_append (self->out, "</ol></nav>\n");
}

/**
 * accord_html_front:
 * @self: a report
 *
 * Writes everything before the first chapter.
 */
void
accord_html_front (AccordHtml *self)
{
  const char *name = accord_codebook_get_name (self->facts.codebook, self->facts.language);

  append_head (self);
  g_string_append (self->out, "<header>\n<p class=\"dim\">");
  accord_html_label (self, name != NULL ? name : accord_codebook_get_id (self->facts.codebook), -1);
  g_string_append (self->out, "</p>\n<h1>");
  append_title (self);
  g_string_append (self->out, "</h1>\n<ol class=\"docs\">\n");
  for (guint i = 0; i < self->facts.n_documents; i++)
    append_document (self, self->facts.documents[i]);
  g_string_append (self->out, "</ol>\n</header>\n");
  append_contents (self);
  accord_html_filters (self);
}
