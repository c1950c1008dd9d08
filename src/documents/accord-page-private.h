/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page on its way to a source: its lines with what is measured and guessed about
 * each. Readers of web pages and of plain text both make one; the same stages then
 * say what is furniture, what the body is, and what the page tells about itself. */
#pragma once

#include "documents/accord-patterns-private.h"
#include "documents/accord-source.h"

G_BEGIN_DECLS

/**
 * AccordLine:
 * @span: in the text of the page, trimmed
 * @role: what it is in its source
 * @level: as in AccordBlock
 * @marker: (nullable): number or bullet, which is not in @span
 * @node: the element it stands in; 0 in plain text
 * @lead: of plain text, the blank lines before it
 * @page: from 1, where the source has pages
 * @weight: its letters and digits, those of wide scripts counted twice
 * @linked: how much of @weight is in links
 * @commas: marks that part clauses
 * @stops: marks that end sentences
 * @ended: whether it ends with one of @stops, or a colon
 * @evidence: what its place says for the body, or against it, in letters of running text
 * @furniture: why it is left out; NONE if it has a role of its own or is kept
 * @section: whether the lines that follow are @furniture too
 * @kept: whether it belongs to the body
 *
 * One paragraph, heading, list item or button of a page.
 */
typedef struct
{
  AccordSpan span;
  const char *marker;
  guint32 node;
  guint32 page;
  guint32 weight;
  guint32 linked;
  guint16 commas;
  guint16 stops;
  gint16 evidence;
  AccordRole role : 8;
  AccordFurniture furniture : 8;
  guint level : 4;
  guint lead : 2;
  guint ended : 1;
  guint section : 1;
  guint kept : 1;
} AccordLine;

/**
 * AccordPage:
 * @text: the texts of all lines
 * @lines: (element-type AccordLine)
 * @strings: holds markers and fields
 * @fields: what is known already, each nullable
 * @language: (nullable): the language that the page names
 */
typedef struct
{
  GString *text;
  GArray *lines;
  GStringChunk *strings;
  const char *fields[ACCORD_N_FIELDS];
  const char *language;
} AccordPage;

AccordPage *accord_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_page_free (AccordPage *self);
AccordLine *accord_page_append (AccordPage *self, AccordRole role, const char *text, gsize length);
AccordLine *accord_page_get_line (const AccordPage *self, guint index);
const char *accord_page_get_text (const AccordPage *self, const AccordLine *line, gsize *length);
char *accord_page_dup_text (const AccordPage *self, const AccordLine *line);
void accord_page_append_page (AccordPage *to, const AccordPage *from);
gboolean accord_page_has (const AccordPage *page, AccordRole role, const char *text, gsize length);
void accord_page_set_field (AccordPage *self, AccordField field, const char *value, gssize length);
void accord_page_move_to (AccordPage *self, AccordSource *source);

void accord_line_measure (AccordLine *line, const char *text, gsize length);
gboolean accord_line_ends_at (const GString *line, const char *behind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPage, accord_page_free)

G_END_DECLS
