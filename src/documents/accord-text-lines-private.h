/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a plain text: paragraphs out of hard-wrapped lines, list markers,
 * headings. */
#pragma once

#include "documents/accord-page-private.h"

G_BEGIN_DECLS

gboolean accord_page_append_lines (AccordPage *page, const char *text, gsize length);
gsize accord_marker_length (const char *text, gsize length);
void accord_page_find_items (AccordPage *page);
void accord_page_find_headings (AccordPage *page);

G_END_DECLS
