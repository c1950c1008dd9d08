/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flow as an OpenDocument text (ODF 1.3): named styles, headings, tables whose heads are
 * repeated, comments, bookmarks and links, a table of contents. */
#include "report/accord-report-flow.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "accord-config.h"
#include "report/accord-report-private.h"
#include "report/accord-report-xml.h"

#define MIME "application/vnd.oasis.opendocument.text"

#define NAMESPACES                                                                                 \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                             \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                                 \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                               \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                      \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                               \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""                        \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""                                 \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""    \
  " office:version=\"1.3\""

typedef struct
{
  AccordXml xml;
  const AccordFlow *flow;
  GHashTable *styles; /* of runs: key to number */
  GPtrArray *keys;
  GHashTable *anchors;
  guint n_tables;
  guint open_comment;
} Odt;

static const char *const STYLES[ACCORD_N_FLOW_STYLES] = {
  "Title",      "Heading", "Text_20_body",      "Lead",       "Explanation", "Place",
  "Quotations", "Source",  "Source_20_heading", "Principles",
};

/* Tint, colour of the line, its kind: double is shared by all, dotted unique. */
static const char *const TINTS[ACCORD_N_COVERAGES] = {
  [ACCORD_COVERAGE_SILENT] = "#ededed",  [ACCORD_COVERAGE_UNIQUE] = "#faece0",
  [ACCORD_COVERAGE_SOME] = "#e4eef5",    [ACCORD_COVERAGE_ALL] = "#e0f0eb",
  [ACCORD_COVERAGE_PRESENT] = "#e4eef5",
};

static const char *const LINES[ACCORD_N_COVERAGES] = {
  [ACCORD_COVERAGE_SILENT] = "#5e5e5e",  [ACCORD_COVERAGE_UNIQUE] = "#d55e00",
  [ACCORD_COVERAGE_SOME] = "#0065a0",    [ACCORD_COVERAGE_ALL] = "#00855f",
  [ACCORD_COVERAGE_PRESENT] = "#0065a0",
};

/* "flags:highlight:language": runs of one key look alike. */
static guint
style_of (Odt *self, const AccordFlowRun *run)
{
  char *key = g_strdup_printf ("%u:%d:%s", run->flags, run->highlight,
                               run->language != NULL ? run->language : "");
  gpointer number = NULL;

  if (g_hash_table_lookup_extended (self->styles, key, NULL, &number))
    {
      g_free (key);
      return GPOINTER_TO_UINT (number);
    }
  g_ptr_array_add (self->keys, key);
  g_hash_table_insert (self->styles, key, GUINT_TO_POINTER (self->keys->len));
  return self->keys->len;
}

static void
attributef (Odt *self, const char *name, const char *format, guint number)
{
  char value[32];

  g_snprintf (value, sizeof value, "%s%u", format, number);
  accord_xml_attribute (&self->xml, name, value);
}

/* Language and script, as ODF wants them apart. */
static void
write_language (Odt *self, const char *language)
{
  const char *dash = strchr (language, '-');
  g_autofree char *first =
    dash != NULL ? g_strndup (language, (gsize) (dash - language)) : g_strdup (language);
  const char *country = g_str_equal (language, "zh-Hans")   ? "CN"
                        : g_str_equal (language, "zh-Hant") ? "TW"
                        : g_str_equal (first, "en")         ? "GB"
                                                            : "none";

  if (g_str_equal (first, "zh") || g_str_equal (first, "ja") || g_str_equal (first, "ko"))
    {
      accord_xml_attribute (&self->xml, "style:language-asian", first);
      accord_xml_attribute (&self->xml, "style:country-asian", country);
      return;
    }
  if (g_str_equal (first, "ar") || g_str_equal (first, "fa") || g_str_equal (first, "he"))
    {
      accord_xml_attribute (&self->xml, "style:language-complex", first);
      accord_xml_attribute (&self->xml, "style:country-complex", "none");
      return;
    }
  accord_xml_attribute (&self->xml, "fo:language", first);
  accord_xml_attribute (&self->xml, "fo:country", country);
}

static void
write_weight (Odt *self, guint flags)
{
  if ((flags & ACCORD_FLOW_BOLD) != 0)
    {
      accord_xml_attribute (&self->xml, "fo:font-weight", "bold");
      accord_xml_attribute (&self->xml, "style:font-weight-asian", "bold");
      accord_xml_attribute (&self->xml, "style:font-weight-complex", "bold");
    }
  if ((flags & ACCORD_FLOW_ITALIC) != 0)
    accord_xml_attribute (&self->xml, "fo:font-style", "italic");
  if ((flags & ACCORD_FLOW_DIMMED) != 0)
    accord_xml_attribute (&self->xml, "fo:color", "#5e5e5e");
}

static void
write_underline (Odt *self, guint flags, gint highlight)
{
  if (highlight == ACCORD_FLOW_NONE && (flags & ACCORD_FLOW_UNDERLINE) == 0)
    return;
  accord_xml_attribute (&self->xml, "style:text-underline-style",
                        highlight == ACCORD_COVERAGE_UNIQUE ? "dotted" : "solid");
  if (highlight == ACCORD_COVERAGE_ALL)
    accord_xml_attribute (&self->xml, "style:text-underline-type", "double");
  accord_xml_attribute (&self->xml, "style:text-underline-width", "auto");
  accord_xml_attribute (&self->xml, "style:text-underline-color",
                        highlight == ACCORD_FLOW_NONE ? "font-color" : LINES[highlight]);
}

static void
write_run_style (Odt *self, guint number)
{
  g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (self->keys, number - 1), ":", 3);
  guint flags = (guint) g_ascii_strtoull (parts[0], NULL, 10);
  gint highlight = (gint) g_ascii_strtoll (parts[1], NULL, 10);

  accord_xml_open (&self->xml, "style:style");
  attributef (self, "style:name", "T", number);
  accord_xml_attribute (&self->xml, "style:family", "text");
  accord_xml_open (&self->xml, "style:text-properties");
  write_weight (self, flags);
  if (highlight != ACCORD_FLOW_NONE)
    accord_xml_attribute (&self->xml, "fo:background-color", TINTS[highlight]);
  write_underline (self, flags, highlight);
  if (parts[2][0] != '\0')
    write_language (self, parts[2]);
  accord_xml_close (&self->xml);
  accord_xml_close (&self->xml);
}

static void
write_cell_styles (Odt *self)
{
  for (gint class = ACCORD_FLOW_NONE; class < ACCORD_N_COVERAGES; class ++)
    {
      accord_xml_open (&self->xml, "style:style");
      attributef (self, "style:name", "C", (guint) (class + 1));
      accord_xml_attribute (&self->xml, "style:family", "table-cell");
      accord_xml_open (&self->xml, "style:table-cell-properties");
      accord_xml_attribute (&self->xml, "fo:padding", "0.09cm");
      accord_xml_attribute (&self->xml, "fo:border-bottom", "0.5pt solid #c8c8c8");
      if (class != ACCORD_FLOW_NONE)
        accord_xml_attribute (&self->xml, "fo:background-color", TINTS[class]);
      accord_xml_close (&self->xml);
      accord_xml_close (&self->xml);
    }
}

static void
write_table_style (Odt *self, guint number, const AccordFlowTable *table)
{
  g_autofree char *name = g_strdup_printf ("Table%u", number);
  guint sum = 0;

  accord_xml_open (&self->xml, "style:style");
  accord_xml_attribute (&self->xml, "style:name", name);
  accord_xml_attribute (&self->xml, "style:family", "table");
  accord_xml_raw (&self->xml,
                  "<style:table-properties style:width=\"17cm\" table:align=\"margins\" "
                  "fo:margin-top=\"0.15cm\" fo:margin-bottom=\"0.25cm\"/>");
  accord_xml_close (&self->xml);
  for (guint i = 0; i < table->widths->len; i++)
    sum += g_array_index (table->widths, guint, i);
  for (guint i = 0; i < table->widths->len; i++)
    {
      guint hundredths = 1700 * g_array_index (table->widths, guint, i) / MAX (sum, 1);
      g_autofree char *column = g_strdup_printf ("Table%u.%u", number, i + 1);
      g_autofree char *width = g_strdup_printf ("%u.%02ucm", hundredths / 100, hundredths % 100);

      accord_xml_open (&self->xml, "style:style");
      accord_xml_attribute (&self->xml, "style:name", column);
      accord_xml_attribute (&self->xml, "style:family", "table-column");
      accord_xml_open (&self->xml, "style:table-column-properties");
      accord_xml_attribute (&self->xml, "style:column-width", width);
      accord_xml_close (&self->xml);
      accord_xml_close (&self->xml);
    }
}

static void
write_automatic_styles (Odt *self)
{
  guint n_tables = 0;

  for (guint i = 0; i < self->flow->runs->len; i++)
    style_of (self, &g_array_index (self->flow->runs, AccordFlowRun, i));
  accord_xml_open (&self->xml, "office:automatic-styles");
  for (guint i = 1; i <= self->keys->len; i++)
    write_run_style (self, i);
  write_cell_styles (self);
  for (guint i = 0; i < self->flow->blocks->len; i++)
    {
      const AccordFlowBlock *block = &g_array_index (self->flow->blocks, AccordFlowBlock, i);

      if (block->table != NULL)
        write_table_style (self, ++n_tables, block->table);
    }
  accord_xml_close (&self->xml);
}

/* Blanks in a row, line ends and tabs are elements. */
static void
write_text (Odt *self, const char *text, gsize length)
{
  gsize start = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean blank = text[i] == ' ' && (i == 0 || text[i - 1] == ' ' || i + 1 == length);

      if (!blank && text[i] != '\n' && text[i] != '\t')
        continue;
      accord_xml_text (&self->xml, text + start, i - start);
      accord_xml_raw (&self->xml, blank             ? "<text:s/>"
                                  : text[i] == '\n' ? "<text:line-break/>"
                                                    : "<text:tab/>");
      start = i + 1;
    }
  accord_xml_text (&self->xml, text + start, length - start);
}

static void
close_comment (Odt *self)
{
  if (self->open_comment == ACCORD_NONE)
    return;
  accord_xml_open (&self->xml, "office:annotation-end");
  attributef (self, "office:name", "comment", self->open_comment);
  accord_xml_close (&self->xml);
  self->open_comment = ACCORD_NONE;
}

static void
write_comment (Odt *self, guint comment)
{
  g_auto (GStrv) lines = g_strsplit (g_ptr_array_index (self->flow->comments, comment), "\n", -1);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (accord_report_get_time ());
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  accord_xml_open (&self->xml, "office:annotation");
  attributef (self, "office:name", "comment", comment);
  accord_xml_element (&self->xml, "dc:creator", "Accord");
  accord_xml_element (&self->xml, "dc:date", stamp);
  for (guint i = 0; lines[i] != NULL; i++)
    accord_xml_element (&self->xml, "text:p", lines[i]);
  accord_xml_close (&self->xml);
  self->open_comment = comment;
}

static void
write_run (Odt *self, const AccordFlowRun *run)
{
  const char *text = self->flow->text->str + run->start;
  gboolean linked = run->link != NULL && g_hash_table_contains (self->anchors, run->link);

  if (run->comment != self->open_comment)
    close_comment (self);
  if (run->anchor != NULL)
    {
      accord_xml_open (&self->xml, "text:bookmark");
      accord_xml_attribute (&self->xml, "text:name", run->anchor);
      accord_xml_close (&self->xml);
    }
  if (run->end == run->start)
    return;
  if (run->comment != ACCORD_NONE && run->comment != self->open_comment)
    write_comment (self, run->comment);
  if (linked)
    {
      g_autofree char *target = g_strconcat ("#", run->link, NULL);

      accord_xml_open (&self->xml, "text:a");
      accord_xml_attribute (&self->xml, "xlink:type", "simple");
      accord_xml_attribute (&self->xml, "xlink:href", target);
    }
  accord_xml_open (&self->xml, "text:span");
  attributef (self, "text:style-name", "T", style_of (self, run));
  write_text (self, text, run->end - run->start);
  accord_xml_close (&self->xml);
  if (linked)
    accord_xml_close (&self->xml);
}

static void
write_runs (Odt *self, const AccordFlowBlock *block)
{
  const AccordFlowRun *runs = accord_flow_get_runs (self->flow, block);

  for (guint i = 0; i < block->n_runs; i++)
    write_run (self, &runs[i]);
  close_comment (self);
}

static void
write_row (Odt *self, GArray *row)
{
  accord_xml_open (&self->xml, "table:table-row");
  for (guint i = 0; i < row->len; i++)
    {
      const AccordFlowCell *cell = &g_array_index (row, AccordFlowCell, i);
      gboolean rtl = accord_flow_is_rtl (self->flow, &cell->block);

      accord_xml_open (&self->xml, "table:table-cell");
      attributef (self, "table:style-name", "C", (guint) (cell->tint + 1));
      accord_xml_attribute (&self->xml, "office:value-type", "string");
      if (cell->span > 1)
        accord_xml_number (&self->xml, "table:number-columns-spanned", cell->span);
      accord_xml_open (&self->xml, "text:p");
      accord_xml_attribute (&self->xml, "text:style-name",
                            rtl                                    ? "Cell_20_rtl"
                            : (cell->flags & ACCORD_CELL_END) != 0 ? "Cell_20_end"
                                                                   : "Cell");
      write_runs (self, &cell->block);
      accord_xml_close (&self->xml);
      accord_xml_close (&self->xml);
      for (guint s = 1; s < cell->span; s++)
        accord_xml_raw (&self->xml, "<table:covered-table-cell/>");
    }
  accord_xml_close (&self->xml);
}

static void
write_table (Odt *self, const AccordFlowTable *table)
{
  g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);

  accord_xml_open (&self->xml, "table:table");
  accord_xml_attribute (&self->xml, "table:name", name);
  accord_xml_attribute (&self->xml, "table:style-name", name);
  for (guint i = 0; i < table->widths->len; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);

      accord_xml_open (&self->xml, "table:table-column");
      accord_xml_attribute (&self->xml, "table:style-name", column);
      accord_xml_close (&self->xml);
    }
  if (table->n_header > 0)
    accord_xml_open (&self->xml, "table:table-header-rows");
  for (guint i = 0; i < table->rows->len; i++)
    {
      write_row (self, g_ptr_array_index (table->rows, i));
      if (i + 1 == table->n_header)
        accord_xml_close (&self->xml);
    }
  accord_xml_close (&self->xml);
}

static void
write_heading (Odt *self, const AccordFlowBlock *block, guint number)
{
  g_autofree char *style = g_strdup_printf ("Heading_20_%u", block->level);

  accord_xml_open (&self->xml, "text:h");
  accord_xml_attribute (&self->xml, "text:style-name", style);
  accord_xml_number (&self->xml, "text:outline-level", block->level);
  accord_xml_open (&self->xml, "text:bookmark");
  attributef (self, "text:name", "h", number);
  accord_xml_close (&self->xml);
  write_runs (self, block);
  accord_xml_close (&self->xml);
}

static void
write_block (Odt *self, const AccordFlowBlock *block, guint number)
{
  gboolean source = block->style == ACCORD_FLOW_SOURCE || block->style == ACCORD_FLOW_QUOTE;
  g_autofree char *style = NULL;

  /* Comments say it here. */
  if (block->style == ACCORD_FLOW_NOTE)
    return;
  if (block->table != NULL)
    {
      write_table (self, block->table);
      return;
    }
  if (block->style == ACCORD_FLOW_HEADING)
    {
      write_heading (self, block, number);
      return;
    }
  style = g_strconcat (STYLES[block->style],
                       source && accord_flow_is_rtl (self->flow, block) ? "_20_rtl" : "", NULL);
  accord_xml_open (&self->xml, "text:p");
  accord_xml_attribute (&self->xml, "text:style-name", style);
  if (block->gutter != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (block->gutter, "\n", 2);

      accord_xml_open (&self->xml, "text:span");
      accord_xml_attribute (&self->xml, "text:style-name", "Number");
      accord_xml_text (&self->xml, lines[0], strlen (lines[0]));
      accord_xml_close (&self->xml);
      accord_xml_raw (&self->xml, "<text:tab/>");
    }
  write_runs (self, block);
  accord_xml_close (&self->xml);
}

static void
write_contents (Odt *self)
{
  accord_xml_raw (
    &self->xml,
    "<text:table-of-content text:name=\"contents\" text:protected=\"false\">"
    "<text:table-of-content-source text:outline-level=\"2\" text:use-index-marks=\"false\">"
    "<text:table-of-content-entry-template text:outline-level=\"1\" "
    "text:style-name=\"Contents_20_1\"><text:index-entry-link-start/><text:index-entry-text/>"
    "<text:index-entry-link-end/></text:table-of-content-entry-template>"
    "<text:table-of-content-entry-template text:outline-level=\"2\" "
    "text:style-name=\"Contents_20_2\"><text:index-entry-link-start/><text:index-entry-text/>"
    "<text:index-entry-link-end/></text:table-of-content-entry-template>"
    "</text:table-of-content-source><text:index-body>");
  for (guint i = 0; i < self->flow->blocks->len; i++)
    {
      const AccordFlowBlock *block = &g_array_index (self->flow->blocks, AccordFlowBlock, i);
      g_autofree char *text = NULL, *style = NULL;

      if (block->style != ACCORD_FLOW_HEADING || block->level > 2)
        continue;
      text = accord_flow_dup_plain (self->flow, block);
      style = g_strdup_printf ("Contents_20_%u", block->level);
      accord_xml_open (&self->xml, "text:p");
      accord_xml_attribute (&self->xml, "text:style-name", style);
      accord_xml_open (&self->xml, "text:a");
      accord_xml_attribute (&self->xml, "xlink:type", "simple");
      attributef (self, "xlink:href", "#h", i);
      accord_xml_text (&self->xml, text, strlen (text));
      accord_xml_close (&self->xml);
      accord_xml_close (&self->xml);
    }
  accord_xml_raw (&self->xml, "</text:index-body></text:table-of-content>");
}

static void
write_content (Odt *self, AccordZip *zip)
{
  gboolean contents = FALSE;

  accord_xml_begin (&self->xml);
  accord_xml_raw (&self->xml, "<office:document-content" NAMESPACES ">");
  write_automatic_styles (self);
  accord_xml_open (&self->xml, "office:body");
  accord_xml_open (&self->xml, "office:text");
  for (guint i = 0; i < self->flow->blocks->len; i++)
    {
      const AccordFlowBlock *block = &g_array_index (self->flow->blocks, AccordFlowBlock, i);

      if (!contents && block->style == ACCORD_FLOW_HEADING)
        {
          write_contents (self);
          contents = TRUE;
        }
      write_block (self, block, i);
    }
  accord_xml_close (&self->xml);
  accord_xml_close (&self->xml);
  accord_xml_raw (&self->xml, "</office:document-content>");
  accord_xml_end_into (&self->xml, zip, "content.xml");
}

static void
write_meta (Odt *self, AccordZip *zip)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (accord_report_get_time ());
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *title = accord_flow_dup_title (self->flow);

  accord_xml_begin (&self->xml);
  accord_xml_raw (&self->xml, "<office:document-meta" NAMESPACES "><office:meta>");
  accord_xml_element (&self->xml, "meta:generator", "Accord/" ACCORD_VERSION);
  accord_xml_element (&self->xml, "dc:title", title);
  accord_xml_element (&self->xml, "meta:creation-date", stamp);
  accord_xml_element (&self->xml, "dc:date", stamp);
  accord_xml_element (&self->xml, "dc:language", self->flow->language);
  accord_xml_raw (&self->xml, "</office:meta></office:document-meta>");
  accord_xml_end_into (&self->xml, zip, "meta.xml");
}

/**
 * accord_report_odt:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED or G_IO_ERROR_FAILED
 */
gboolean
accord_report_odt (const AccordReportInput *input,
                   GString *out,
                   const AccordWatch *watch,
                   GError **error)
{
  g_autoptr (AccordFlow) flow = accord_flow_new_for_input (input, watch, error);
  g_autoptr (GHashTable) styles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) anchors = NULL;
  Odt self = { .flow = flow, .styles = styles, .keys = keys, .open_comment = ACCORD_NONE };
  AccordZip *zip = NULL;

  if (flow == NULL)
    return FALSE;
  anchors = self.anchors = accord_flow_anchors (flow);
  zip = accord_zip_new (out, accord_report_get_time ());
  accord_zip_add (zip, "mimetype", MIME, strlen (MIME), FALSE);
  accord_zip_add_resource (zip, "META-INF/manifest.xml", "odt-manifest.xml");
  accord_zip_add_resource (zip, "styles.xml", "odt-styles.xml");
  write_meta (&self, zip);
  write_content (&self, zip);
  return accord_zip_end (zip, error);
}
