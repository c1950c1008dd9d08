/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the text of a document to the lines of a text view and back. A buffer line is
 * a paragraph, or a part of one of at most 2 KiB, cut between passages where there
 * are any: GTK lays out a line as a whole, and long ones take for ever. */
#pragma once

#include "engine/accord-document.h"

G_BEGIN_DECLS

/* The most bytes of a buffer line; a longer passage is cut within. */
#define ACCORD_TEXT_MAP_LINE 2048u

/**
 * AccordTextLine:
 * @span: in the document's text
 * @first_char: offset of its first character in the buffer
 * @paragraph: index of its paragraph
 * @begins: whether it is the first of its paragraph
 */
typedef struct
{
  AccordSpan span;
  guint32 first_char;
  guint32 paragraph;
  gboolean begins;
} AccordTextLine;

typedef struct _AccordTextMap AccordTextMap;

AccordTextMap *accord_text_map_new (AccordDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void accord_text_map_free (AccordTextMap *self);
AccordDocument *accord_text_map_get_document (AccordTextMap *self);
const AccordTextLine *accord_text_map_get_lines (AccordTextMap *self, guint *n_lines);
char *
accord_text_map_dup_line (AccordTextMap *self, guint line, gsize *length) G_GNUC_WARN_UNUSED_RESULT;
guint32 accord_text_map_to_char (AccordTextMap *self, guint32 byte);
guint32 accord_text_map_to_byte (AccordTextMap *self, guint32 character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTextMap, accord_text_map_free)

G_END_DECLS
