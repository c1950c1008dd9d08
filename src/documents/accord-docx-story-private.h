/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the reader of a story has come: the open paragraphs, fields, cells and
 * controls. Paragraphs are read in accord-docx-story.c, what is in their runs in
 * accord-docx-run.c. */
#pragma once

#include "documents/accord-docx-private.h"
#include "documents/accord-xml-private.h"

G_BEGIN_DECLS

/* The elements that are known; their names are in accord-docx-names.c. */
typedef enum
{
  ACCORD_DOCX_EL_OTHER,
  ACCORD_DOCX_EL_P,
  ACCORD_DOCX_EL_PPR,
  ACCORD_DOCX_EL_PSTYLE,
  ACCORD_DOCX_EL_NUM_ID,
  ACCORD_DOCX_EL_LEVEL,
  ACCORD_DOCX_EL_OUTLINE,
  ACCORD_DOCX_EL_FRAME,
  ACCORD_DOCX_EL_R,
  ACCORD_DOCX_EL_RPR,
  ACCORD_DOCX_EL_RSTYLE,
  ACCORD_DOCX_EL_VANISH,
  ACCORD_DOCX_EL_T,
  ACCORD_DOCX_EL_TAB,
  ACCORD_DOCX_EL_BR,
  ACCORD_DOCX_EL_HYPHEN,
  ACCORD_DOCX_EL_SYM,
  ACCORD_DOCX_EL_FIELD_CHAR,
  ACCORD_DOCX_EL_FIELD_SIMPLE,
  ACCORD_DOCX_EL_INSTRUCTION,
  ACCORD_DOCX_EL_NOTE_REFERENCE,
  ACCORD_DOCX_EL_END_REFERENCE,
  ACCORD_DOCX_EL_FOOTNOTE,
  ACCORD_DOCX_EL_ENDNOTE,
  ACCORD_DOCX_EL_TABLE,
  ACCORD_DOCX_EL_ROW,
  ACCORD_DOCX_EL_ROW_PR,
  ACCORD_DOCX_EL_CELL,
  ACCORD_DOCX_EL_BOX,
  ACCORD_DOCX_EL_DRAWN_P,
  ACCORD_DOCX_EL_DRAWN_T,
  ACCORD_DOCX_EL_DRAWN_BOX,
  ACCORD_DOCX_EL_SDT,
  ACCORD_DOCX_EL_PLACEHOLDER,
  ACCORD_DOCX_EL_GALLERY,
  ACCORD_DOCX_EL_CHOICE,
  ACCORD_DOCX_EL_ALTERNATE,
  ACCORD_DOCX_EL_FALLBACK,
  ACCORD_DOCX_EL_DIAGRAM,
  ACCORD_DOCX_EL_PICTURE,
  ACCORD_DOCX_EL_DELETED,
  ACCORD_DOCX_EL_SKIPPED,
  ACCORD_DOCX_EL_CELL_DELETED,
} AccordDocxElement;

extern const AccordXmlName ACCORD_DOCX_NAMES[];

/* A paragraph that is open; in a box within it others may be. */
typedef struct
{
  char *style; /* owned, nullable */
  char *list;  /* owned, nullable */
  int list_level;
  int outline;
  gboolean goes_on; /* whether the next paragraph belongs to it */
  gboolean contents;
  AccordDocxStyle resolved; /* its strings are borrowed */
} AccordDocxParagraph;

/* A field whose end has not come. */
typedef struct
{
  gboolean result; /* whether its instruction has ended */
  gboolean contents;
} AccordDocxField;

typedef struct
{
  AccordDocx *docx;
  AccordFlow *flow;
  AccordDocxStory story;
  GArray *paragraphs;   /* of Paragraph */
  GArray *fields;       /* of Field */
  GArray *cells;        /* of guint: where each open cell begins */
  GArray *alternates;   /* of gboolean: whether one was chosen */
  GString *instruction; /* of the innermost field */
  char *note;           /* owned, nullable: id of the open note */
  int run_hidden;       /* as in AccordDocxStyle */
  guint skip;           /* elements that are open within one that is passed over */
  guint rows;
  guint dead_row;  /* the row that was deleted, counted from 1 */
  guint dead_cell; /* the cell, alike */
  guint sdts;
  guint contents_sdt;    /* the content control that holds a table of contents, counted from 1 */
  guint placeholder_sdt; /* the one that shows what to enter, alike */
  guint n_footnotes;
  guint n_endnotes;
  GError *error; /* owned, nullable */
} AccordDocxReader;

AccordDocxParagraph *accord_docx_get_paragraph (AccordDocxReader *reader);
gboolean accord_docx_in_instruction (AccordDocxReader *reader);
gboolean accord_docx_is_hidden (AccordDocxReader *reader);
void accord_docx_start_in_run (AccordDocxReader *reader, AccordXml *xml, int element);

G_END_DECLS
