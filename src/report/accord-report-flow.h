/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as headings, paragraphs and tables, before any format: what PDF, ODT, DOCX and
 * Markdown are written from. Built from front to back, then only read. */
#pragma once

#include "report/accord-report-facts.h"

G_BEGIN_DECLS

/**
 * AccordFlowStyle:
 * @ACCORD_FLOW_META: the line above a quotation, which stays with it
 * @ACCORD_FLOW_SOURCE: a paragraph of a document
 * @ACCORD_FLOW_NOTE: what a comment says where there are none
 */
typedef enum
{
  ACCORD_FLOW_TITLE,
  ACCORD_FLOW_HEADING,
  ACCORD_FLOW_BODY,
  ACCORD_FLOW_LEAD,
  ACCORD_FLOW_DIM,
  ACCORD_FLOW_META,
  ACCORD_FLOW_QUOTE,
  ACCORD_FLOW_SOURCE,
  ACCORD_FLOW_SOURCE_HEADING,
  ACCORD_FLOW_NOTE,
  ACCORD_N_FLOW_STYLES
} AccordFlowStyle;

typedef enum
{
  ACCORD_FLOW_BOLD = 1 << 0,
  ACCORD_FLOW_ITALIC = 1 << 1,
  ACCORD_FLOW_UNDERLINE = 1 << 2,
  ACCORD_FLOW_DIMMED = 1 << 3,
} AccordFlowFlags;

/* In place of a stance or coverage class: there is none. */
#define ACCORD_FLOW_NONE (-1)

/**
 * AccordFlowRun:
 * @start: in the flow's text; a run begins where the one before it ends
 * @end: after @start, or the same where only its anchor matters
 * @flags: #AccordFlowFlags
 * @highlight: an #AccordCoverageClass, or ACCORD_FLOW_NONE
 * @glyph: the #AccordStance that the one letter stands for, or ACCORD_FLOW_NONE
 * @anchor: (nullable): where it is led to
 * @link: (nullable): the anchor that it leads to
 * @comment: index of a comment on it, or ACCORD_NONE
 * @language: (nullable): interned; NULL for the report's own
 */
typedef struct
{
  gsize start;
  gsize end;
  guint flags;
  gint highlight;
  gint glyph;
  const char *anchor;
  const char *link;
  guint comment;
  const char *language;
} AccordFlowRun;

/**
 * AccordFlowBlock:
 * @level: of a heading, from 1
 * @language: (nullable): interned; NULL for the report's own
 * @gutter: (nullable): what stands in the margin beside it
 * @table: (nullable): then it is a table, without runs
 */
typedef struct
{
  AccordFlowStyle style;
  guint level;
  const char *language;
  const char *gutter;
  guint first_run;
  guint n_runs;
  struct _AccordFlowTable *table;
} AccordFlowBlock;

typedef enum
{
  ACCORD_CELL_HEADER = 1 << 0,
  ACCORD_CELL_END = 1 << 1,
} AccordFlowCellFlags;

/**
 * AccordFlowCell:
 * @block: its paragraph
 * @flags: #AccordFlowCellFlags; END aligns at the end of the line
 * @span: columns that it fills
 * @tint: an #AccordCoverageClass, or ACCORD_FLOW_NONE
 */
typedef struct
{
  AccordFlowBlock block;
  guint flags;
  guint span;
  gint tint;
} AccordFlowCell;

/**
 * AccordFlowTable:
 * @widths: (element-type guint): relative widths of the columns
 * @rows: (element-type GArray): of AccordFlowCell
 * @n_header: rows that are repeated on each page
 */
typedef struct _AccordFlowTable
{
  GArray *widths;
  GPtrArray *rows;
  guint n_header;
} AccordFlowTable;

/**
 * AccordFlow:
 * @blocks: (element-type AccordFlowBlock): in order
 * @runs: (element-type AccordFlowRun): of all blocks and cells
 * @comments: (element-type utf8): lines of text
 * @title: of the report
 * @language: of the report's own sentences
 * @pen: what the next run is like
 */
typedef struct
{
  GString *text;
  GArray *blocks;
  GArray *runs;
  GPtrArray *comments;
  char *title;
  const char *language;
  AccordFlowRun pen;
  GStringChunk *names;
  AccordFlowBlock *current;
  AccordFlowTable *table;
} AccordFlow;

AccordFlow *accord_flow_new (const char *title, const char *language) G_GNUC_WARN_UNUSED_RESULT;
void accord_flow_free (AccordFlow *self);

void accord_flow_begin (AccordFlow *self, AccordFlowStyle style, const char *language);
void accord_flow_heading (AccordFlow *self, guint level, const char *anchor);
void accord_flow_gutter (AccordFlow *self, const char *text);
void accord_flow_anchor (AccordFlow *self, const char *anchor);
void accord_flow_link (AccordFlow *self, const char *anchor);
guint accord_flow_add_comment (AccordFlow *self, const char *text);
void accord_flow_text (AccordFlow *self, const char *text, gssize length);
void accord_flow_label (AccordFlow *self, const char *text, gssize length);
void accord_flow_printf (AccordFlow *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void accord_flow_styled (AccordFlow *self, guint flags, const char *text);
void accord_flow_glyph (AccordFlow *self, AccordStance stance, gboolean with_word);
void accord_flow_begin_table (AccordFlow *self, const guint *widths, guint n_columns);
void accord_flow_row (AccordFlow *self, gboolean header);
void accord_flow_cell (AccordFlow *self, guint flags, guint span, gint tint);
void accord_flow_end_table (AccordFlow *self);

const AccordFlowRun *accord_flow_get_runs (const AccordFlow *self, const AccordFlowBlock *block);
const char *
accord_flow_get_text (const AccordFlow *self, const AccordFlowBlock *block, gsize *length);
gboolean accord_flow_is_rtl (const AccordFlow *self, const AccordFlowBlock *block);
const char *accord_flow_language (const AccordFlow *self, const char *language);
char *accord_flow_dup_title (const AccordFlow *self) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *accord_flow_anchors (const AccordFlow *self) G_GNUC_WARN_UNUSED_RESULT;
gunichar accord_flow_glyph_char (AccordStance stance);
char *accord_flow_dup_plain (const AccordFlow *self,
                             const AccordFlowBlock *block) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFlow, accord_flow_free)

/* accord-report-compose.c */
AccordFlow *accord_flow_new_for_input (const AccordReportInput *input,
                                       const AccordWatch *watch,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordFlow *accord_flow_compose (const AccordFacts *facts,
                                 const AccordWatch *watch,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
