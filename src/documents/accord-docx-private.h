/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a WordprocessingML package (ECMA-376): its styles and lists, which the
 * body names, and how parts are found. */
#pragma once

#include "documents/accord-flow-private.h"
#include "documents/accord-lists-private.h"
#include "documents/accord-pack-private.h"

G_BEGIN_DECLS

/**
 * AccordDocxStyle:
 * @based_on: (nullable): id of the style it is made from
 * @outline: level of a heading from 1; 0 where it says nothing, -1 where it says that it is none
 * @list: (nullable): id of the list instance; "0" for none
 * @list_level: from 0, or -1 where it says nothing
 * @role: what its name says its paragraphs are
 * @left_out: why they are left out
 * @hidden: 1 if its text is not shown, 0 where it says that it is, -1 where it says nothing
 */
typedef struct
{
  char *based_on;
  int outline;
  char *list;
  int list_level;
  AccordRole role;
  AccordFurniture left_out;
  int hidden;
} AccordDocxStyle;

typedef struct
{
  GHashTable *styles;      /* owned: id → AccordDocxStyle */
  char *paragraph_default; /* owned, nullable: id */
  char *language;          /* owned, nullable */
} AccordDocxStyles;

/* A part that another names. */
typedef struct
{
  char *id;
  char *type; /* its last step, such as "footnotes" */
  char *path;
} AccordDocxRelation;

/* The notes of a part: id → AccordPage. */
typedef struct
{
  GHashTable *footnotes;
  GHashTable *endnotes;
} AccordDocxNotes;

/**
 * AccordDocx:
 * @level_styles: (element-type utf8 utf8): of styles whose level a list tells: id → level
 */
typedef struct
{
  const AccordReadRequest *request; /* borrowed */
  const AccordPack *pack;           /* borrowed */
  AccordFlow *flow;                 /* owned */
  AccordDocxStyles styles;
  AccordLists *lists;       /* owned */
  GHashTable *level_styles; /* owned: style id → level */
  AccordDocxNotes notes;
  GPtrArray *relations; /* owned: of the main part */
} AccordDocx;

gboolean accord_docx_read_styles (AccordDocx *self, GBytes *part, GError **error);
gboolean accord_docx_read_lists (AccordDocx *self, GBytes *part, GError **error);
GPtrArray *accord_docx_read_relations (const AccordPack *pack, const char *path, GError **error);
gboolean accord_docx_read_core (AccordFlow *flow, GBytes *part, GError **error);
gboolean accord_docx_read_diagram (AccordDocx *self, GBytes *part, GError **error);

void accord_docx_style_read_name (AccordDocxStyle *style, const char *name);
const AccordDocxStyle *accord_docx_get_style (const AccordDocxStyles *self, const char *id);
void accord_docx_resolve_style (const AccordDocxStyles *self, const char *id, AccordDocxStyle *out);
void accord_docx_styles_init (AccordDocxStyles *self);
void accord_docx_styles_clear (AccordDocxStyles *self);

/**
 * AccordDocxStory:
 *
 * Which text a part holds.
 */
typedef enum
{
  ACCORD_DOCX_BODY,
  ACCORD_DOCX_FOOTNOTES,
  ACCORD_DOCX_ENDNOTES,
  ACCORD_DOCX_EDGE,
} AccordDocxStory;

gboolean
accord_docx_read_story (AccordDocx *self, AccordDocxStory story, GBytes *part, GError **error);

G_END_DECLS
