/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the pages of a PDF to paragraphs: words with their places, the order in which
 * columns are read, lines, what stands on every page, paragraphs. A PDF has none of
 * these but the characters and where they stand. */
#pragma once

#include <glib.h>

#include "documents/accord-page-private.h"

G_BEGIN_DECLS

/**
 * AccordPdfWord:
 * @start: its first character
 * @length: how many it has
 *
 * Characters that stand next to each other, from left to right, in one font. Places are in
 * points, from the left and the top of the page as it is read.
 */
typedef struct
{
  float x0;
  float y0;
  float x1;
  float y1;
  float size;
  guint start;
  guint length;
  gboolean bold;
} AccordPdfWord;

/**
 * AccordPdfLine:
 * @text: bytes in the text of the document, in the order of reading
 * @first_word: width of its first word, in points
 * @left: of the column
 * @right: of the column
 * @region: the column, numbered through the document
 * @page: from 1
 * @role: PARAGRAPH until something else is found; HEADER, FOOTER, NOTE
 * @cell: whether it stands in a row with others
 * @ragged: whether the lines of its column do not begin at one place
 * @refs: (nullable): the signs of the notes to which it refers, parted by spaces
 */
typedef struct
{
  AccordSpan text;
  float x0;
  float y0;
  float x1;
  float y1;
  float size;
  float first_word;
  float left;
  float right;
  guint region;
  guint page;
  AccordRole role : 8;
  guint bold : 1;
  guint rtl : 1;
  guint cell : 1;
  guint ragged : 1;
  const char *refs;
} AccordPdfLine;

/**
 * AccordPdf:
 * @text: the texts of all lines
 * @lines: (element-type AccordPdfLine): in the order of reading
 * @heights: (element-type float): of each page
 * @body: the size of most characters
 * @hyphens: (nullable): what accord_pdf_learn_words() found
 */
typedef struct
{
  GString *text;
  GArray *lines;
  GArray *heights;
  GStringChunk *strings;
  float body;
  guint n_regions;
  GHashTable *words;
} AccordPdf;

AccordPdf *accord_pdf_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_pdf_free (AccordPdf *self);
AccordPdfLine *accord_pdf_get_line (const AccordPdf *self, guint index);
gunichar accord_pdf_first_char (const AccordPdf *self, const AccordPdfLine *line);
gunichar accord_pdf_last_char (const AccordPdf *self, const AccordPdfLine *line);

/* Lays out the words of one page: adds its lines, in the order of reading. */
void accord_pdf_add_page (AccordPdf *self, GArray *words, const gunichar *chars, float height);
void accord_pdf_add_region (AccordPdf *self, GPtrArray *words, const gunichar *chars);
void accord_pdf_order_visual (GString *out, const gunichar *visual, guint length);

void accord_pdf_find_body (AccordPdf *self);
void accord_pdf_find_running (AccordPdf *self);
void accord_pdf_find_notes (AccordPdf *self);
void accord_pdf_find_edges (AccordPdf *self);
void accord_pdf_learn_words (AccordPdf *self);
gboolean accord_pdf_keeps_hyphen (const AccordPdf *self, const char *before, const char *after);
void accord_pdf_make_paragraphs (AccordPdf *self, AccordPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdf, accord_pdf_free)

G_END_DECLS
