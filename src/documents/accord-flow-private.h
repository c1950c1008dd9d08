/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paragraphs of an office file on their way to a page. What stands beside a
 * paragraph, such as a note or a text box within it, is collected at the same time and
 * follows it. */
#pragma once

#include "documents/accord-page-private.h"

G_BEGIN_DECLS

/* What a reader appends to say that a line is broken within a paragraph. */
#define ACCORD_FLOW_BREAK '\n'

/* Notes in notes deeper than this are part of the text around them. */
#define ACCORD_FLOW_ASIDES_MAX 8u

/**
 * AccordShape:
 * @role: what the paragraph is
 * @level: as in AccordBlock
 * @marker: (nullable): as in AccordBlock
 * @left_out: why it is left out, or NONE
 */
typedef struct
{
  AccordRole role;
  guint level;
  const char *marker;
  AccordFurniture left_out;
} AccordShape;

typedef struct _AccordFlow AccordFlow;

AccordFlow *accord_flow_new (const AccordReadRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void accord_flow_free (AccordFlow *self);

void accord_flow_append (AccordFlow *self, const char *text, gsize length);
void accord_flow_append_char (AccordFlow *self, gunichar c);
void accord_flow_append_hidden (AccordFlow *self, const char *text, gsize length);
gboolean accord_flow_is_blank (const AccordFlow *self);
guint accord_flow_end_paragraph (AccordFlow *self, const AccordShape *shape);

void accord_flow_open_aside (AccordFlow *self, gboolean at_end);
void accord_flow_close_aside (AccordFlow *self);
void accord_flow_open_edge (AccordFlow *self);
void accord_flow_close_edge (AccordFlow *self, AccordRole role);
void accord_flow_insert_description (AccordFlow *self, const char *text);
AccordPage *accord_flow_take_page (AccordFlow *self) G_GNUC_WARN_UNUSED_RESULT;
void accord_flow_insert (AccordFlow *self, const AccordPage *page);
void accord_flow_insert_at_end (AccordFlow *self, const AccordPage *page);
void accord_flow_insert_edge (AccordFlow *self, const AccordPage *page, AccordRole role);

AccordPage *accord_flow_get_page (AccordFlow *self);
guint accord_flow_begin_cell (AccordFlow *self);
void accord_flow_end_cell (AccordFlow *self, guint first);
void accord_flow_set_field (AccordFlow *self, AccordField field, const char *value);
void accord_flow_set_property (AccordFlow *self, AccordField field, const char *value);
void accord_flow_set_language (AccordFlow *self, const char *language);
gboolean accord_flow_is_at_start (AccordFlow *self);
gboolean accord_flow_finish (AccordFlow *self, AccordSource *source, GError **error);

void accord_page_read_office (AccordPage *page, char *const *properties);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFlow, accord_flow_free)

G_END_DECLS
