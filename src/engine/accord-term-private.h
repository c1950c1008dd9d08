/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notation of a term: "[optional words]", and an asterisk that stands for the rest
 * of a word ("govern*"), or, beside an ideograph, for any neighbour. */
#pragma once

#include <glib.h>

#include "engine/accord-tokeniser-private.h"

G_BEGIN_DECLS

/* The most bracketed parts of a term: each doubles the ways to write it. */
#define ACCORD_TERM_MAX_OPTIONAL 4u

/**
 * AccordTermToken:
 * @raw: in the phrase
 * @open_start: whether an asterisk stands before it
 * @open_end: whether one stands behind it
 */
typedef struct
{
  AccordRawToken raw;
  gboolean open_start;
  gboolean open_end;
} AccordTermToken;

char **accord_term_ways (const char *text, guint *n_parts) G_GNUC_WARN_UNUSED_RESULT;
void accord_term_cut (const char *phrase, const char *language, GArray *tokens);

G_END_DECLS
