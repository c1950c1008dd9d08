/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matcher's slow twin: each term is looked for at each token, as its contract says it. */
#pragma once

#include "engine/accord-matcher.h"

AccordDocument *oracle_document_new (const char *data, const char *language);
void oracle_find (const AccordCodebook *codebook,
                  AccordDocument *document,
                  const AccordWords *words,
                  guint passage,
                  GArray *mentions);
