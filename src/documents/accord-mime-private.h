/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a message (RFC 2045 to 2047). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordMime:
 * @head: its header lines
 * @head_end: behind them
 * @body: what follows the empty line
 * @end: behind it
 *
 * A part of a message, or the message; points into its bytes.
 */
typedef struct
{
  const char *head;
  const char *head_end;
  const char *body;
  const char *end;
} AccordMime;

void accord_mime_init (AccordMime *self, const char *data, const char *end);
char *accord_mime_dup_header (const AccordMime *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *accord_mime_dup_parameter (const char *value, const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean accord_mime_find (const AccordMime *self, const char *type, AccordMime *found);
GString *accord_mime_decode (const AccordMime *self) G_GNUC_WARN_UNUSED_RESULT;
char *accord_mime_dup_words (const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
