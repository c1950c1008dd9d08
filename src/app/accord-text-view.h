/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of one document, readable and selectable, with its findings drawn below
 * it: tint and underline by coverage, theme and stance in the gutter. */
#pragma once

#include <gtk/gtk.h>

#include "app/accord-passage-marks.h"
#include "app/accord-text-map.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TEXT_VIEW (accord_text_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordTextView, accord_text_view, ACCORD, TEXT_VIEW, GtkTextView)

/* Signals:
 *   "passage-activated" (passage: uint): clicked, or Enter pressed in it
 *   "filled": the whole document is in the buffer, so that places in it can be marked
 *   "drawn": what is visible was drawn, so that ribbons can follow */

GtkWidget *accord_text_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_text_view_set_document (AccordTextView *self, AccordDocument *document);
AccordDocument *accord_text_view_get_document (AccordTextView *self);
void accord_text_view_take_marks (AccordTextView *self, AccordPassageMark *marks, guint n_marks);
void accord_text_view_set_current (AccordTextView *self, guint passage);
void accord_text_view_set_bold (AccordTextView *self, const AccordSpan *spans, guint n_spans);
void accord_text_view_set_changes (AccordTextView *self,
                                   const char *tag,
                                   const AccordSpan *spans,
                                   guint n_spans);
void accord_text_view_scroll_to (AccordTextView *self, guint passage);
gboolean accord_text_view_get_selection (AccordTextView *self, AccordSpan *span);
gboolean accord_text_view_get_caret_passage (AccordTextView *self, guint *passage);
void accord_text_view_get_area (AccordTextView *self, AccordSpan span, GdkRectangle *area);
gboolean accord_text_view_get_passage_at (AccordTextView *self, double y, guint *passage);
gboolean
accord_text_view_get_passage_under (AccordTextView *self, double x, double y, guint *passage);
void accord_text_view_place_at (AccordTextView *self, guint passage, double y);
void accord_text_view_set_pair (AccordTextView *self, guint passage, gboolean chosen);
gboolean accord_text_view_is_filled (AccordTextView *self);
gboolean accord_text_view_get_passage_extents (AccordTextView *self,
                                               guint passage,
                                               double *top,
                                               double *bottom);

G_END_DECLS
