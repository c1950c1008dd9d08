/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flow as a Word document (ECMA-376, transitional): named styles, headings, tables whose
 * heads are repeated, comments, bookmarks and links, a table of contents. */
#include "report/accord-report-flow.h"

#include <string.h>

#include "report/accord-report-private.h"
#include "report/accord-report-xml.h"

#define NAMESPACES                                                                                 \
  " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""                      \
  " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

/* The width of the text, in twentieths of a point. */
#define WIDTH 9638u

typedef struct
{
  AccordXml xml;
  const AccordFlow *flow;
  GHashTable *anchors;
  guint n_bookmarks;
  guint open_comment;
} Docx;

static const char *const STYLES[ACCORD_N_FLOW_STYLES] = {
  "Title", NULL, NULL, "Lead", "Explanation", "Place", "Quote", "Source", "SourceHeading", NULL,
};

static const char *const TINTS[ACCORD_N_COVERAGES] = {
  [ACCORD_COVERAGE_SILENT] = "EDEDED",  [ACCORD_COVERAGE_UNIQUE] = "FAECE0",
  [ACCORD_COVERAGE_SOME] = "E4EEF5",    [ACCORD_COVERAGE_ALL] = "E0F0EB",
  [ACCORD_COVERAGE_PRESENT] = "E4EEF5",
};

/* Kind and colour of the line under a passage: not by colour alone. */
static const char *const LINES[ACCORD_N_COVERAGES][2] = {
  [ACCORD_COVERAGE_SILENT] = { "single", "5E5E5E" },
  [ACCORD_COVERAGE_UNIQUE] = { "dotted", "D55E00" },
  [ACCORD_COVERAGE_SOME] = { "single", "0065A0" },
  [ACCORD_COVERAGE_ALL] = { "double", "00855F" },
  [ACCORD_COVERAGE_PRESENT] = { "single", "0065A0" },
};

/* An empty element with one value. */
static void
value (Docx *self, const char *name, const char *text)
{
  accord_xml_open (&self->xml, name);
  accord_xml_attribute (&self->xml, "w:val", text);
  accord_xml_close (&self->xml);
}

static void
numbered (Docx *self, const char *name, const char *attribute, guint number)
{
  accord_xml_open (&self->xml, name);
  accord_xml_number (&self->xml, attribute, number);
  accord_xml_close (&self->xml);
}

static void
write_language (Docx *self, const char *language)
{
  const char *tag = g_str_equal (language, "zh-Hans")   ? "zh-CN"
                    : g_str_equal (language, "zh-Hant") ? "zh-TW"
                                                        : language;

  if (g_str_equal (language, "und"))
    return;
  accord_xml_open (&self->xml, "w:lang");
  if (g_str_has_prefix (tag, "zh") || g_str_has_prefix (tag, "ja") || g_str_has_prefix (tag, "ko"))
    accord_xml_attribute (&self->xml, "w:eastAsia", tag);
  else if (g_str_has_prefix (tag, "ar") || g_str_has_prefix (tag, "fa"))
    accord_xml_attribute (&self->xml, "w:bidi", tag);
  else
    accord_xml_attribute (&self->xml, "w:val", tag);
  accord_xml_close (&self->xml);
}

static void
write_line (Docx *self, const AccordFlowRun *run)
{
  if (run->highlight == ACCORD_FLOW_NONE && (run->flags & ACCORD_FLOW_UNDERLINE) == 0)
    return;
  accord_xml_open (&self->xml, "w:u");
  if (run->highlight == ACCORD_FLOW_NONE)
    accord_xml_attribute (&self->xml, "w:val", "single");
  else
    {
      accord_xml_attribute (&self->xml, "w:val", LINES[run->highlight][0]);
      accord_xml_attribute (&self->xml, "w:color", LINES[run->highlight][1]);
    }
  accord_xml_close (&self->xml);
}

/* In the order that the schema asks for. */
static void
write_properties (Docx *self, const AccordFlowRun *run, gboolean linked, gboolean rtl)
{
  accord_xml_open (&self->xml, "w:rPr");
  if (linked)
    value (self, "w:rStyle", "Hyperlink");
  if ((run->flags & ACCORD_FLOW_BOLD) != 0)
    accord_xml_raw (&self->xml, "<w:b/><w:bCs/>");
  if ((run->flags & ACCORD_FLOW_ITALIC) != 0)
    accord_xml_raw (&self->xml, "<w:i/><w:iCs/>");
  if ((run->flags & ACCORD_FLOW_DIMMED) != 0 && !linked)
    value (self, "w:color", "5E5E5E");
  write_line (self, run);
  if (run->highlight != ACCORD_FLOW_NONE)
    {
      accord_xml_open (&self->xml, "w:shd");
      accord_xml_attribute (&self->xml, "w:val", "clear");
      accord_xml_attribute (&self->xml, "w:color", "auto");
      accord_xml_attribute (&self->xml, "w:fill", TINTS[run->highlight]);
      accord_xml_close (&self->xml);
    }
  if (rtl)
    accord_xml_raw (&self->xml, "<w:rtl/>");
  if (run->language != NULL)
    write_language (self, run->language);
  accord_xml_close (&self->xml);
}

static void
write_piece (Docx *self, const char *text, gsize length)
{
  if (length == 0)
    return;
  accord_xml_open (&self->xml, "w:t");
  accord_xml_attribute (&self->xml, "xml:space", "preserve");
  accord_xml_text (&self->xml, text, length);
  accord_xml_close (&self->xml);
}

static void
write_text (Docx *self, const char *text, gsize length)
{
  gsize start = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != '\n' && text[i] != '\t')
        continue;
      write_piece (self, text + start, i - start);
      accord_xml_raw (&self->xml, text[i] == '\n' ? "<w:br/>" : "<w:tab/>");
      start = i + 1;
    }
  write_piece (self, text + start, length - start);
}

static void
close_comment (Docx *self)
{
  if (self->open_comment == ACCORD_NONE)
    return;
  numbered (self, "w:commentRangeEnd", "w:id", self->open_comment);
  accord_xml_open (&self->xml, "w:r");
  numbered (self, "w:commentReference", "w:id", self->open_comment);
  accord_xml_close (&self->xml);
  self->open_comment = ACCORD_NONE;
}

static void
write_bookmark (Docx *self, const char *name)
{
  guint id = self->n_bookmarks++;

  accord_xml_open (&self->xml, "w:bookmarkStart");
  accord_xml_number (&self->xml, "w:id", id);
  accord_xml_attribute (&self->xml, "w:name", name);
  accord_xml_close (&self->xml);
  numbered (self, "w:bookmarkEnd", "w:id", id);
}

static void
write_run (Docx *self, const AccordFlowRun *run, gboolean rtl)
{
  gboolean linked = run->link != NULL && g_hash_table_contains (self->anchors, run->link);

  if (run->comment != self->open_comment)
    close_comment (self);
  if (run->anchor != NULL)
    write_bookmark (self, run->anchor);
  if (run->end == run->start)
    return;
  if (run->comment != ACCORD_NONE && run->comment != self->open_comment)
    {
      numbered (self, "w:commentRangeStart", "w:id", run->comment);
      self->open_comment = run->comment;
    }
  if (linked)
    {
      accord_xml_open (&self->xml, "w:hyperlink");
      accord_xml_attribute (&self->xml, "w:anchor", run->link);
      accord_xml_attribute (&self->xml, "w:history", "1");
    }
  accord_xml_open (&self->xml, "w:r");
  write_properties (self, run, linked, rtl);
  write_text (self, self->flow->text->str + run->start, run->end - run->start);
  accord_xml_close (&self->xml);
  if (linked)
    accord_xml_close (&self->xml);
}

static void
write_runs (Docx *self, const AccordFlowBlock *block)
{
  const AccordFlowRun *runs = accord_flow_get_runs (self->flow, block);
  gboolean rtl = accord_flow_is_rtl (self->flow, block);

  for (guint i = 0; i < block->n_runs; i++)
    write_run (self, &runs[i], rtl);
  close_comment (self);
}

static void
write_paragraph (Docx *self, const AccordFlowBlock *block, const char *style, gboolean at_end)
{
  accord_xml_open (&self->xml, "w:p");
  accord_xml_open (&self->xml, "w:pPr");
  if (style != NULL)
    value (self, "w:pStyle", style);
  if (accord_flow_is_rtl (self->flow, block))
    accord_xml_raw (&self->xml, "<w:bidi/>");
  if (at_end)
    value (self, "w:jc", "right");
  accord_xml_close (&self->xml);
  if (block->gutter != NULL)
    {
      accord_xml_raw (&self->xml, "<w:r><w:rPr><w:rStyle w:val=\"Number\"/></w:rPr>");
      write_piece (self, block->gutter, strcspn (block->gutter, "\n"));
      accord_xml_raw (&self->xml, "</w:r><w:r><w:tab/></w:r>");
    }
  write_runs (self, block);
  accord_xml_close (&self->xml);
}

static guint
width_of (const AccordFlowTable *table, guint column)
{
  guint sum = 0;

  for (guint i = 0; i < table->widths->len; i++)
    sum += g_array_index (table->widths, guint, i);
  return WIDTH * g_array_index (table->widths, guint, column) / MAX (sum, 1);
}

static void
write_cell (Docx *self, const AccordFlowTable *table, const AccordFlowCell *cell, guint column)
{
  guint width = 0;

  for (guint s = 0; s < cell->span && column + s < table->widths->len; s++)
    width += width_of (table, column + s);
  accord_xml_open (&self->xml, "w:tc");
  accord_xml_open (&self->xml, "w:tcPr");
  accord_xml_open (&self->xml, "w:tcW");
  accord_xml_number (&self->xml, "w:w", width);
  accord_xml_attribute (&self->xml, "w:type", "dxa");
  accord_xml_close (&self->xml);
  if (cell->span > 1)
    numbered (self, "w:gridSpan", "w:val", cell->span);
  if (cell->tint != ACCORD_FLOW_NONE)
    {
      accord_xml_open (&self->xml, "w:shd");
      accord_xml_attribute (&self->xml, "w:val", "clear");
      accord_xml_attribute (&self->xml, "w:color", "auto");
      accord_xml_attribute (&self->xml, "w:fill", TINTS[cell->tint]);
      accord_xml_close (&self->xml);
    }
  accord_xml_close (&self->xml);
  write_paragraph (self, &cell->block, "Cell", (cell->flags & ACCORD_CELL_END) != 0);
  accord_xml_close (&self->xml);
}

static void
write_row (Docx *self, const AccordFlowTable *table, guint number)
{
  GArray *row = g_ptr_array_index (table->rows, number);
  guint column = 0;

  accord_xml_open (&self->xml, "w:tr");
  if (number < table->n_header)
    accord_xml_raw (&self->xml, "<w:trPr><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < row->len; i++)
    {
      const AccordFlowCell *cell = &g_array_index (row, AccordFlowCell, i);

      write_cell (self, table, cell, column);
      column += cell->span;
    }
  accord_xml_close (&self->xml);
}

static void
write_table (Docx *self, const AccordFlowTable *table)
{
  accord_xml_open (&self->xml, "w:tbl");
  accord_xml_raw (&self->xml,
                  "<w:tblPr><w:tblW w:w=\"9638\" w:type=\"dxa\"/><w:tblBorders>"
                  "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C8C8C8\"/>"
                  "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C8C8C8\"/>"
                  "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr>");
  accord_xml_open (&self->xml, "w:tblGrid");
  for (guint i = 0; i < table->widths->len; i++)
    numbered (self, "w:gridCol", "w:w", width_of (table, i));
  accord_xml_close (&self->xml);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, table, i);
  accord_xml_close (&self->xml);
  /* Two tables in a row would be one. */
  accord_xml_raw (&self->xml, "<w:p><w:pPr><w:spacing w:after=\"60\"/></w:pPr></w:p>");
}

static void
write_heading (Docx *self, const AccordFlowBlock *block, guint number)
{
  char style[16], name[16];

  g_snprintf (style, sizeof style, "Heading%u", block->level);
  g_snprintf (name, sizeof name, "h%u", number);
  accord_xml_open (&self->xml, "w:p");
  accord_xml_open (&self->xml, "w:pPr");
  value (self, "w:pStyle", style);
  accord_xml_close (&self->xml);
  write_bookmark (self, name);
  write_runs (self, block);
  accord_xml_close (&self->xml);
}

static void
write_entry (Docx *self, const AccordFlowBlock *block, guint number, gboolean first)
{
  g_autofree char *text = accord_flow_dup_plain (self->flow, block);
  char style[16], name[16];

  g_snprintf (style, sizeof style, "TOC%u", block->level);
  g_snprintf (name, sizeof name, "h%u", number);
  accord_xml_open (&self->xml, "w:p");
  accord_xml_open (&self->xml, "w:pPr");
  value (self, "w:pStyle", style);
  accord_xml_close (&self->xml);
  if (first)
    accord_xml_raw (&self->xml,
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
                    "xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\n </w:instrText></w:r><w:r>"
                    "<w:fldChar w:fldCharType=\"separate\"/></w:r>");
  accord_xml_open (&self->xml, "w:hyperlink");
  accord_xml_attribute (&self->xml, "w:anchor", name);
  accord_xml_open (&self->xml, "w:r");
  write_text (self, text, strlen (text));
  accord_xml_close (&self->xml);
  accord_xml_close (&self->xml);
  accord_xml_close (&self->xml);
}

static void
write_contents (Docx *self)
{
  gboolean first = TRUE;

  for (guint i = 0; i < self->flow->blocks->len; i++)
    {
      const AccordFlowBlock *block = &g_array_index (self->flow->blocks, AccordFlowBlock, i);

      if (block->style != ACCORD_FLOW_HEADING || block->level > 2)
        continue;
      write_entry (self, block, i, first);
      first = FALSE;
    }
  if (!first)
    accord_xml_raw (&self->xml, "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
}

static void
write_block (Docx *self, const AccordFlowBlock *block, guint number)
{
  if (block->table != NULL)
    write_table (self, block->table);
  else if (block->style == ACCORD_FLOW_HEADING)
    write_heading (self, block, number);
  else if (block->style != ACCORD_FLOW_NOTE) /* Comments say it here. */
    write_paragraph (self, block, STYLES[block->style], FALSE);
}

static void
write_document (Docx *self, AccordZip *zip)
{
  gboolean contents = FALSE;

  accord_xml_begin (&self->xml);
  accord_xml_raw (&self->xml, "<w:document" NAMESPACES "><w:body>");
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
  accord_xml_raw (&self->xml,
                  "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"r3\"/>"
                  "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "
                  "w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" "
                  "w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
  accord_xml_end_into (&self->xml, zip, "word/document.xml");
}

static void
write_comments (Docx *self, AccordZip *zip, const char *stamp)
{
  accord_xml_begin (&self->xml);
  accord_xml_raw (&self->xml, "<w:comments" NAMESPACES ">");
  for (guint i = 0; i < self->flow->comments->len; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_ptr_array_index (self->flow->comments, i), "\n", -1);

      accord_xml_open (&self->xml, "w:comment");
      accord_xml_number (&self->xml, "w:id", i);
      accord_xml_attribute (&self->xml, "w:author", "Accord");
      accord_xml_attribute (&self->xml, "w:date", stamp);
      accord_xml_attribute (&self->xml, "w:initials", "A");
      for (guint l = 0; lines[l] != NULL; l++)
        {
          accord_xml_raw (&self->xml, "<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr><w:r>");
          write_text (self, lines[l], strlen (lines[l]));
          accord_xml_raw (&self->xml, "</w:r></w:p>");
        }
      accord_xml_close (&self->xml);
    }
  accord_xml_raw (&self->xml, "</w:comments>");
  accord_xml_end_into (&self->xml, zip, "word/comments.xml");
}

static void
write_core (Docx *self, AccordZip *zip, const char *stamp)
{
  g_autofree char *title = accord_flow_dup_title (self->flow);

  accord_xml_begin (&self->xml);
  accord_xml_raw (
    &self->xml,
    "<cp:coreProperties "
    "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  accord_xml_element (&self->xml, "dc:title", title);
  accord_xml_element (&self->xml, "dc:creator", "Accord");
  accord_xml_element (&self->xml, "dc:language", self->flow->language);
  accord_xml_raw (&self->xml, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">");
  accord_xml_raw (&self->xml, stamp);
  accord_xml_raw (&self->xml, "</dcterms:created></cp:coreProperties>");
  accord_xml_end_into (&self->xml, zip, "docProps/core.xml");
}

/**
 * accord_report_docx:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED or G_IO_ERROR_FAILED
 */
gboolean
accord_report_docx (const AccordReportInput *input,
                    GString *out,
                    const AccordWatch *watch,
                    GError **error)
{
  g_autoptr (AccordFlow) flow = accord_flow_new_for_input (input, watch, error);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (accord_report_get_time ());
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (GHashTable) anchors = NULL;
  Docx self = { .flow = flow, .open_comment = ACCORD_NONE };
  AccordZip *zip = NULL;

  if (flow == NULL)
    return FALSE;
  anchors = self.anchors = accord_flow_anchors (flow);
  zip = accord_zip_new (out, accord_report_get_time ());
  accord_zip_add_resource (zip, "[Content_Types].xml", "docx-types.xml");
  accord_zip_add_resource (zip, "_rels/.rels", "docx-package-rels.xml");
  accord_zip_add_resource (zip, "word/_rels/document.xml.rels", "docx-document-rels.xml");
  accord_zip_add_resource (zip, "word/styles.xml", "docx-styles.xml");
  accord_zip_add_resource (zip, "word/footer.xml", "docx-footer.xml");
  write_document (&self, zip);
  write_comments (&self, zip, stamp);
  write_core (&self, zip, stamp);
  return accord_zip_end (zip, error);
}
