/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of reading a web page: what its elements and classes say, its lines, its
 * head, and which element holds its body. */
#pragma once

#include <gumbo.h>

#include "documents/accord-page-private.h"

G_BEGIN_DECLS

/* Elements nested deeper than this are no page for people; parsers slow down on them. */
#define ACCORD_HTML_DEPTH_MAX 1000u

/**
 * AccordElement:
 * @parent: index of the element around it; the first is its own
 * @first: its first line
 * @end: the line behind its last
 * @tag: a GumboTag
 * @role: of the lines in it
 * @level: of these, as in AccordBlock
 * @hint: what its tag, class and role say it is
 * @favour: above 0 if they say that it holds the text, 3 if they say that it is it
 *
 * An element that is a block. Elements are in source order, parents before children.
 */
typedef struct
{
  guint32 parent;
  guint32 first;
  guint32 end;
  guint16 tag;
  AccordRole role : 8;
  guint level : 8;
  AccordFurniture hint : 8;
  gint favour : 8;
} AccordElement;

/**
 * AccordHtml:
 * @page: the lines and fields
 * @elements: (element-type AccordElement)
 * @titles: (element-type utf8): what may be the title: of the best evidence first
 * @issuers: (element-type utf8): as @titles
 * @authors: (element-type utf8): as @titles
 * @dates: (element-type utf8): as @titles
 * @opinion: whether the page says that it is a comment
 * @news: whether it says that it is news
 */
typedef struct
{
  AccordPage *page;
  GArray *elements;
  GPtrArray *titles;
  GPtrArray *issuers;
  GPtrArray *authors;
  GPtrArray *dates;
  gboolean opinion;
  gboolean news;
} AccordHtml;

AccordFurniture accord_html_hint (const GumboElement *element, gint *favour);
gboolean accord_html_is_inline (GumboTag tag);
gboolean accord_html_is_silent (GumboTag tag);
const char *accord_html_get_attribute (const GumboElement *element, const char *name);

void accord_html_walk (AccordHtml *self, const GumboNode *root);
void accord_html_read_head (AccordHtml *self, const GumboNode *root);
void accord_html_read_json (AccordHtml *self, const char *json, gsize length);
void accord_html_choose (AccordHtml *self);
void accord_html_set_fields (AccordHtml *self);
guint accord_html_depth (const char *html, gsize length);

G_END_DECLS
