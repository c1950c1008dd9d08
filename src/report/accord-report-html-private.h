/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTML report is written chapter by chapter, a file each, onto one string. This is
 * the state they share and the small pieces that they are made of. */
#pragma once

#include "report/accord-report-facts.h"

G_BEGIN_DECLS

/**
 * AccordHtml:
 * @facts: what is reported
 * @chapter: number of the current chapter
 * @section: number of the current section in it
 * @stopped: whether the watch said stop
 */
typedef struct
{
  GString *out;
  AccordFacts facts;
  guint chapter;
  guint section;
  const AccordWatch *watch;
  GError **error;
  guint work;
  gboolean stopped;
} AccordHtml;

/**
 * AccordHtmlMark:
 * @span: in the document's text
 * @element: "u", "b" or "mark"
 */
typedef struct
{
  AccordSpan span;
  const char *element;
} AccordHtmlMark;

/* accord-report-html-text.c: characters */
void accord_html_text (AccordHtml *self, const char *text, gssize length);
void accord_html_label (AccordHtml *self, const char *text, gssize length);
void accord_html_marked (AccordHtml *self,
                         AccordDocument *document,
                         AccordSpan span,
                         const AccordHtmlMark *marks,
                         guint n_marks);
void accord_html_lang (AccordHtml *self, const char *language);
void accord_html_excerpt (
  AccordHtml *self, AccordDocument *document, AccordSpan span, AccordSpan focus, guint most);
void accord_html_word (AccordHtml *self, guint document, guint passage, AccordSpan span);

/* accord-report-html-marks.c: glyphs, letters, places, names */
void accord_html_symbols (AccordHtml *self);
void accord_html_glyph (AccordHtml *self, AccordStance stance, gboolean with_word);
void accord_html_status (AccordHtml *self, AccordStatus status);
void accord_html_class (AccordHtml *self, AccordCoverageClass coverage);
void accord_html_theme (AccordHtml *self, guint theme);
void accord_html_letter (AccordHtml *self, guint document);
void accord_html_place (AccordHtml *self, guint document, guint passage);
void accord_html_score (AccordHtml *self, gint score, AccordStatus status);
void accord_html_principle_link (AccordHtml *self, guint principle);

/* accord-report-html-quote.c: quotations */
void accord_html_quotation (AccordHtml *self, const AccordCodingFinding *finding);
void accord_html_cell (AccordHtml *self, const AccordCell *cell, const char *target, guint most);

/* accord-report-html.c: the frame of chapters */
void accord_html_begin_chapter (AccordHtml *self, const char *id, const char *title);
void accord_html_end_chapter (AccordHtml *self);
gboolean accord_html_go_on (AccordHtml *self);

/* A file each. */
void accord_html_front (AccordHtml *self);
void accord_html_filters (AccordHtml *self);
void accord_html_script (AccordHtml *self);
void accord_html_summary (AccordHtml *self);
void accord_html_matrix (AccordHtml *self);
void accord_html_lists (AccordHtml *self, AccordCoverageClass coverage);
void accord_html_opposed (AccordHtml *self);
void accord_html_silent (AccordHtml *self);
void accord_html_grid (AccordHtml *self);
void accord_html_pairs (AccordHtml *self);
void accord_html_link (AccordHtml *self, guint link);
void accord_html_texts (AccordHtml *self);
void accord_html_places (AccordHtml *self);
void accord_html_method (AccordHtml *self);

G_END_DECLS
