/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parsed HTML page and the few questions that the tests of reports ask of it. */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

typedef struct
{
  char *data;
  GumboOutput *output;
  GHashTable *ids;
} HtmlPage;

typedef gboolean (*HtmlFilter) (const GumboNode *node, gconstpointer data);

HtmlPage *html_page_new (const char *data);
void html_page_free (HtmlPage *self);

const char *html_attribute (const GumboNode *node, const char *name);
char *html_dup_text (const GumboNode *node);
GPtrArray *html_page_find (HtmlPage *self, GumboTag tag, const char *attribute, const char *value);
GPtrArray *html_find_below (const GumboNode *node, GumboTag tag, const char *class);
const GumboNode *html_page_get (HtmlPage *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtmlPage, html_page_free)

G_END_DECLS
