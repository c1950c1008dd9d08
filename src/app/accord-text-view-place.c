/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in the document the selection and the caret of a text view are, and where on the
 * screen a place of the document is. */
#include "app/accord-text-view-private.h"

/**
 * accord_text_view_get_selection:
 * @self: a text view
 * @span: (out): what is selected, bytes of the document's text
 *
 * Returns: whether something is; @span is set only then
 */
gboolean
accord_text_view_get_selection (AccordTextView *self, AccordSpan *span)
{
  GtkTextIter start, end;

  if (self->map == NULL || !gtk_text_buffer_get_selection_bounds (
                             gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return FALSE;
  span->start = accord_text_map_to_byte (self->map, (guint32) gtk_text_iter_get_offset (&start));
  span->end = accord_text_map_to_byte (self->map, (guint32) gtk_text_iter_get_offset (&end));
  return span->start < span->end;
}

/**
 * accord_text_view_get_caret_passage:
 * @self: a text view
 * @passage: (out): index of the passage in which the caret is
 *
 * Returns: whether there is one; @passage is set only then
 */
gboolean
accord_text_view_get_caret_passage (AccordTextView *self, guint *passage)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;
  guint n = 0;
  guint32 byte;

  if (self->map == NULL)
    return FALSE;
  accord_document_get_passages (accord_text_map_get_document (self->map), &n);
  if (n == 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  byte = accord_text_map_to_byte (self->map, (guint32) gtk_text_iter_get_offset (&iter));
  *passage =
    MIN (accord_document_find_passage (accord_text_map_get_document (self->map), byte), n - 1);
  return TRUE;
}

/**
 * accord_text_view_get_area:
 * @self: a text view
 * @span: a place in the document's text
 * @area: (out): its first line in pixels of the widget, held to what is visible
 */
void
accord_text_view_get_area (AccordTextView *self, AccordSpan span, GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle first, last, visible;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (view, &visible);
  *area = (GdkRectangle){ 0, 0, 1, 1 };
  if (self->map == NULL)
    return;
  accord_text_view_get_iter (self, span.start, &start);
  accord_text_view_get_iter (self, span.end, &end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  if (last.y == first.y)
    first.width = MAX (last.x - first.x, 1);
  first.y = CLAMP (first.y, visible.y, visible.y + visible.height - 1);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, first.x, first.y, &area->x,
                                         &area->y);
  area->width = MAX (first.width, 1);
  area->height = MAX (first.height, 1);
}

/**
 * accord_text_view_get_passage_at:
 * @self: a text view
 * @y: pixels from the upper edge of the widget
 * @passage: (out): index of the passage that begins the line there
 *
 * Returns: whether there is one; @passage is set only then
 */
gboolean
accord_text_view_get_passage_at (AccordTextView *self, double y, guint *passage)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x = 0, buffer_y = 0;
  GtkTextIter iter;
  guint n = 0;
  guint32 byte;

  if (self->map == NULL)
    return FALSE;
  accord_document_get_passages (accord_text_map_get_document (self->map), &n);
  if (n == 0)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, (int) y, &buffer_x,
                                         &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  byte = accord_text_map_to_byte (self->map, (guint32) gtk_text_iter_get_offset (&iter));
  *passage =
    MIN (accord_document_find_passage (accord_text_map_get_document (self->map), byte), n - 1);
  return TRUE;
}

/**
 * accord_text_view_get_passage_under:
 * @self: a text view
 * @x: pixels from the left edge of the widget
 * @y: pixels from its upper edge
 * @passage: (out): index of the passage
 *
 * Returns: whether a word is there; @passage is set only then
 */
gboolean
accord_text_view_get_passage_under (AccordTextView *self, double x, double y, guint *passage)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x = 0, buffer_y = 0;
  GtkTextIter iter;
  guint n = 0;
  guint32 byte;

  if (self->map == NULL)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;
  byte = accord_text_map_to_byte (self->map, (guint32) gtk_text_iter_get_offset (&iter));
  accord_document_get_passages (accord_text_map_get_document (self->map), &n);
  *passage = accord_document_find_passage (accord_text_map_get_document (self->map), byte);
  return *passage < n;
}

/**
 * accord_text_view_place_at:
 * @self: a text view
 * @passage: index of a passage
 * @y: pixels from the upper edge of the widget
 *
 * Scrolls at once, so that @passage begins at @y, as far as the text allows.
 */
void
accord_text_view_place_at (AccordTextView *self, guint passage, double y)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double top = 0, bottom = 0;

  if (adjustment != NULL && accord_text_view_get_passage_extents (self, passage, &top, &bottom))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top - y);
}

/**
 * accord_text_view_set_changes:
 * @self: a text view
 * @tag: "old" for words that the newer draft has not, "new" for those that the older one has not
 * @spans: (array length=n_spans) (nullable): where they are, in place of the former ones
 * @n_spans: possibly 0
 */
void
accord_text_view_set_changes (AccordTextView *self,
                              const char *tag,
                              const AccordSpan *spans,
                              guint n_spans)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, tag, &start, &end);
  for (guint i = 0; self->map != NULL && i < n_spans; i++)
    {
      accord_text_view_get_iter (self, spans[i].start, &start);
      accord_text_view_get_iter (self, spans[i].end, &end);
      gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
    }
}

/**
 * accord_text_view_set_pair:
 * @self: a text view
 * @passage: one that is being paired, or ACCORD_NONE
 * @chosen: whether it is the second of the pair, which may still become another
 *
 * A ring is drawn round it.
 */
void
accord_text_view_set_pair (AccordTextView *self, guint passage, gboolean chosen)
{
  if (self->pair == passage && self->pair_chosen == chosen)
    return;
  self->pair = passage;
  self->pair_chosen = chosen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
