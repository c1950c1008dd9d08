/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts on lines: what several commands print. */
#pragma once

#include "engine/accord-document.h"

G_BEGIN_DECLS

void accord_cli_append_line (GString *out, AccordDocument *document, AccordSpan span);
void accord_cli_append_csv (GString *out, const char *value, gssize length);

G_END_DECLS
