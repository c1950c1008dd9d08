/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument text (ODF 1.3, and OpenOffice.org before it): the styles and lists that
 * the text names. */
#pragma once

#include "documents/accord-flow-private.h"
#include "documents/accord-lists-private.h"
#include "documents/accord-xml-private.h"

G_BEGIN_DECLS

/* The elements that are known; the tables are in accord-odf-names.c. */
typedef enum
{
  ACCORD_ODF_OTHER,
  ACCORD_ODF_STYLE,
  ACCORD_ODF_DEFAULT_STYLE,
  ACCORD_ODF_TEXT_PROPERTIES,
  ACCORD_ODF_LIST_STYLE,
  ACCORD_ODF_OUTLINE_STYLE,
  ACCORD_ODF_LEVEL_NUMBER,
  ACCORD_ODF_LEVEL_BULLET,
  ACCORD_ODF_LEVEL_IMAGE,
  ACCORD_ODF_HEADER,
  ACCORD_ODF_FOOTER,
  ACCORD_ODF_BODY,
  ACCORD_ODF_P,
  ACCORD_ODF_H,
  ACCORD_ODF_SPAN,
  ACCORD_ODF_SPACES,
  ACCORD_ODF_TAB,
  ACCORD_ODF_BREAK,
  ACCORD_ODF_LIST,
  ACCORD_ODF_ITEM,
  ACCORD_ODF_LIST_HEADER,
  ACCORD_ODF_NUMBERED,
  ACCORD_ODF_NOTE,
  ACCORD_ODF_FOOTNOTE,
  ACCORD_ODF_ENDNOTE,
  ACCORD_ODF_CITATION,
  ACCORD_ODF_SECTION,
  ACCORD_ODF_CONTENTS,
  ACCORD_ODF_HIDDEN_TEXT,
  ACCORD_ODF_HIDDEN_PARAGRAPH,
  ACCORD_ODF_VARIABLE,
  ACCORD_ODF_CELL,
  ACCORD_ODF_SHAPE,
  ACCORD_ODF_DESCRIPTION,
  ACCORD_ODF_SKIPPED,
  ACCORD_ODF_TITLE,
  ACCORD_ODF_AUTHOR,
  ACCORD_ODF_CREATED,
  ACCORD_ODF_LANGUAGE,
} AccordOdfElement;

extern const AccordXmlName ACCORD_ODF_NAMES[];

/**
 * AccordOdfStyle:
 * @parent: (nullable): name of the style it is made from
 * @list: (nullable): name of a list style
 * @outline: level of a heading, or 0
 * @role: what its name says its paragraphs are
 * @contents: whether they are of a table of contents
 * @hidden: whether its text is not shown
 */
typedef struct
{
  char *parent;
  char *list;
  guint outline;
  AccordRole role;
  gboolean contents;
  gboolean hidden;
} AccordOdfStyle;

typedef struct
{
  GHashTable *styles;    /* owned: "family name" → AccordOdfStyle */
  AccordLists *lists;    /* owned: by the names of list styles; the outline is "" */
  AccordOdfStyle *style; /* borrowed, nullable: the one that is read */
  AccordList *list;      /* borrowed, nullable: alike */
  gboolean in_default;
} AccordOdfStyles;

void accord_odf_styles_init (AccordOdfStyles *self);
void accord_odf_styles_clear (AccordOdfStyles *self);
void accord_odf_styles_start (AccordOdfStyles *self, AccordXml *xml, int element, AccordFlow *flow);
void accord_odf_styles_end (AccordOdfStyles *self, int element);
void accord_odf_resolve_style (const AccordOdfStyles *self,
                               const char *family,
                               const char *name,
                               AccordOdfStyle *out);

typedef struct _AccordOdf AccordOdf;

AccordOdf *accord_odf_new (AccordFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
void accord_odf_free (AccordOdf *self);
gboolean accord_odf_read (AccordOdf *self, GBytes *part, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOdf, accord_odf_free)

G_END_DECLS
