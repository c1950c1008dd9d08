/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the reader of RTF has come. The file is cut into words and text in
 * accord-read-rtf.c; what they do to the document is in accord-rtf-document.c. */
#pragma once

#include "documents/accord-rtf-private.h"

G_BEGIN_DECLS

typedef struct
{
  AccordFlow *flow; /* owned */
  AccordRtfTables tables;
  AccordRtfText *text;
  GHashTable *words;
  GArray *states; /* of AccordRtfState, that of the whole file first */
  GString *bytes; /* not yet decoded, of one code page */
  int code_page;
  gboolean symbols;     /* whether they are signs of a symbol font */
  GString *decoded;     /* scratch */
  GString *marker;      /* what the file says stands in front of the paragraph */
  GString *note_marker; /* alike, of the note that begins */
  GString *value;       /* of a property */
  GString *instruction; /* of a field */
  guint skip;           /* characters that stand for one of Unicode */
  gunichar high;        /* the first half of a pair */
  int charset;          /* of the font that is read */
  int font_code_page;
  gboolean in_font;
  int date[3];
  guint first_of_cell;
  guint n_footnotes;
  guint n_endnotes;
  gboolean contents; /* whether the paragraph has text of a table of contents */
  gboolean fresh;    /* whether a group has just begun */
  gboolean star;     /* whether it says that it may be passed over */
  gboolean too_deep;
  gboolean ended;
} AccordRtfReader;

AccordRtfState *accord_rtf_state (AccordRtfReader *self);
void accord_rtf_emit (AccordRtfReader *self, const char *text, gsize length);
void accord_rtf_emit_char (AccordRtfReader *self, gunichar c);
void accord_rtf_flush (AccordRtfReader *self);
gboolean accord_rtf_open_destination (AccordRtfReader *self, AccordRtfWord word, gboolean at_end);
void accord_rtf_close_group (AccordRtfReader *self);
void accord_rtf_document_word (AccordRtfReader *self, AccordRtfWord word, int n, gboolean has_n);
void accord_rtf_end_paragraph (AccordRtfReader *self, gboolean cell);

G_END_DECLS
