/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RTF (1.9.1): the words that are known, the code pages of its text, and the state that
 * a group inherits and gives back. */
#pragma once

#include "documents/accord-docx-private.h"

G_BEGIN_DECLS

/* Groups nest at most so deep. */
#define ACCORD_RTF_DEPTH_MAX 2000u

/**
 * AccordRtfWord:
 *
 * The control words that mean something to a reader of text. Those of destinations come first.
 */
typedef enum
{
  ACCORD_RTF_OTHER,
  /* destinations */
  ACCORD_RTF_SKIPPED,
  ACCORD_RTF_FONT_TABLE,
  ACCORD_RTF_STYLE_SHEET,
  ACCORD_RTF_INFO,
  ACCORD_RTF_TITLE,
  ACCORD_RTF_AUTHOR,
  ACCORD_RTF_CREATED,
  ACCORD_RTF_LIST_TABLE,
  ACCORD_RTF_OVERRIDE_TABLE,
  ACCORD_RTF_LIST_TEXT,
  ACCORD_RTF_FIELD,
  ACCORD_RTF_INSTRUCTION,
  ACCORD_RTF_RESULT,
  ACCORD_RTF_FOOTNOTE,
  ACCORD_RTF_HEADER,
  ACCORD_RTF_FOOTER,
  ACCORD_RTF_BOX,
  ACCORD_RTF_TRANSPARENT,
  ACCORD_RTF_UNICODE_TWIN,
  ACCORD_RTF_LEVEL_TEXT,
  ACCORD_RTF_LAST_DESTINATION = ACCORD_RTF_LEVEL_TEXT,
  /* the rest */
  ACCORD_RTF_CODE_PAGE,
  ACCORD_RTF_MAC,
  ACCORD_RTF_PC,
  ACCORD_RTF_PCA,
  ACCORD_RTF_DEFAULT_FONT,
  ACCORD_RTF_FONT,
  ACCORD_RTF_CHARSET,
  ACCORD_RTF_FONT_CODE_PAGE,
  ACCORD_RTF_UNICODE_SKIP,
  ACCORD_RTF_UNICODE,
  ACCORD_RTF_BINARY,
  ACCORD_RTF_CHARACTER,
  ACCORD_RTF_LINE,
  ACCORD_RTF_PARAGRAPH,
  ACCORD_RTF_PARAGRAPH_DEFAULT,
  ACCORD_RTF_PLAIN,
  ACCORD_RTF_HIDDEN,
  ACCORD_RTF_DELETED,
  ACCORD_RTF_STYLE,
  ACCORD_RTF_CHARACTER_STYLE,
  ACCORD_RTF_BASED_ON,
  ACCORD_RTF_OUTLINE,
  ACCORD_RTF_LIST,
  ACCORD_RTF_LIST_LEVEL,
  ACCORD_RTF_IN_TABLE,
  ACCORD_RTF_NESTING,
  ACCORD_RTF_CELL,
  ACCORD_RTF_ROW,
  ACCORD_RTF_LIST_ENTRY,
  ACCORD_RTF_LIST_ID,
  ACCORD_RTF_LEVEL,
  ACCORD_RTF_NUMERAL,
  ACCORD_RTF_START,
  ACCORD_RTF_OVERRIDE,
  ACCORD_RTF_START_OVERRIDE,
  ACCORD_RTF_YEAR,
  ACCORD_RTF_MONTH,
  ACCORD_RTF_DAY,
} AccordRtfWord;

AccordRtfWord accord_rtf_word (GHashTable *words, const char *name, gunichar *character);
GHashTable *accord_rtf_words_new (void) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _AccordRtfText AccordRtfText;

AccordRtfText *accord_rtf_text_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_rtf_text_free (AccordRtfText *self);
void accord_rtf_text_set_font (AccordRtfText *self, int font, int charset, int code_page);
int accord_rtf_text_code_page (AccordRtfText *self, int font);
gboolean accord_rtf_text_is_symbol (AccordRtfText *self, int font);
void accord_rtf_text_set_default (AccordRtfText *self, int code_page);
void accord_rtf_text_decode (
  AccordRtfText *self, int code_page, const char *bytes, gsize length, GString *out);

/**
 * AccordRtfState:
 * @destination: where text goes; OTHER is the document
 * @kind: OTHER for the body, FOOTNOTE, BOX, HEADER or FOOTER
 * @opened: what the group itself opened and is to close, of the kinds of @kind; OTHER for nothing
 * @skip_after: bytes that stand for a character of Unicode
 * @style: number of a style, or -1
 * @list: number of a list override; 0 for none
 * @outline: level of a heading from 1, or 0
 */
typedef struct
{
  AccordRtfWord destination;
  AccordRtfWord kind;
  AccordRtfWord opened;
  int font;
  int skip_after;
  int style;
  int list;
  int list_level;
  int outline;
  guint field : 16;
  guint hidden : 1;
  guint deleted : 1;
  guint in_table : 1;
  guint contents : 1;
  guint twin : 1;
} AccordRtfState;

/* The style sheet and the lists, as far as they have been read. */
typedef struct
{
  AccordDocxStyles styles; /* by their numbers */
  AccordLists *lists;
  AccordDocxStyle *style; /* borrowed, nullable: the one that is read */
  GString *name;          /* its name */
  AccordList *list;       /* borrowed, nullable: the list that is read */
  guint n_lists;
  int level; /* of it, or -1 */
  int override_list;
  GString *pattern; /* the text of the level, undecoded */
} AccordRtfTables;

void accord_rtf_tables_init (AccordRtfTables *self);
void accord_rtf_tables_clear (AccordRtfTables *self);
void accord_rtf_tables_word (AccordRtfTables *self,
                             AccordRtfWord destination,
                             AccordRtfWord word,
                             int n);
void accord_rtf_tables_text (AccordRtfTables *self,
                             AccordRtfWord destination,
                             const char *text,
                             gsize length);
void accord_rtf_tables_end (AccordRtfTables *self, AccordRtfWord destination);

G_END_DECLS
