/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a document: immutable, valid UTF-8 without U+0000, at most 64 MiB.
 * It carries the index that turns bytes into characters and back. */
#pragma once

#include "engine/accord-span.h"

G_BEGIN_DECLS

#define ACCORD_TEXT_MAX (64u << 20)

typedef struct _AccordText AccordText;

AccordText *
accord_text_new (const char *data, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordText *accord_text_ref (AccordText *self);
void accord_text_unref (AccordText *self);

const char *accord_text_get_data (const AccordText *self);
guint32 accord_text_get_length (const AccordText *self);
guint32 accord_text_get_n_chars (const AccordText *self);
guint32 accord_text_char_offset (const AccordText *self, guint32 byte);
guint32 accord_text_byte_offset (const AccordText *self, guint32 character);
gboolean accord_text_is_boundary (const AccordText *self, guint32 byte);
char *accord_text_dup_span (const AccordText *self, AccordSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordText, accord_text_unref)

G_END_DECLS
