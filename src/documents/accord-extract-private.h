/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines of a page are its body, and why the others are not. */
#pragma once

#include "documents/accord-page-private.h"

G_BEGIN_DECLS

void accord_page_label (AccordPage *page, const AccordPatterns *patterns);
gboolean accord_page_has_furniture (const AccordPage *page);
void accord_page_choose_run (AccordPage *page);

G_END_DECLS
