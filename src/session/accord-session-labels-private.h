/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for documents: letters, titles, kinds and languages as people read them. */
#pragma once

#include "engine/accord-document.h"
#include "session/accord-label.h"

G_BEGIN_DECLS

char *accord_label_letter (guint position);
char *accord_label_title (AccordDocument *document, const char *name);
char *accord_label_subtitle (AccordDocument *document);
char *accord_label_without_suffix (const char *name);

G_END_DECLS
