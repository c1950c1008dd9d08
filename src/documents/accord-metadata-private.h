/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page tells about itself: title, series, issuer, author, date, kind. */
#pragma once

#include "documents/accord-page-private.h"

G_BEGIN_DECLS

void accord_page_read_dump (AccordPage *page);
void accord_page_read_clean (AccordPage *page);
void accord_page_read_language (AccordPage *page);
void accord_page_read_credits (AccordPage *page, guint body);
guint accord_page_get_body (const AccordPage *page);
void accord_page_set_title (AccordPage *page, const char *title, gsize length);
gboolean accord_page_find_title (AccordPage *page, guint body);

gboolean
accord_credit_find (AccordField field, const char *text, gsize length, gsize *start, gsize *end);
const char *accord_kind_of_title (const char *title);

G_END_DECLS
