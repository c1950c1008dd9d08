/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing below the text, in the buffer's own coordinates, for the visible passages
 * only: tint and line per display line, number of the paragraph, pills and lanes. */
#include "app/accord-marks.h"
#include "app/accord-palette.h"
#include "app/accord-place.h"
#include "app/accord-text-view-private.h"

#define PILL_WIDTH 27
#define PILL_HEIGHT 15
#define LANE_X 36
#define LANE_STEP 5
#define LANE_WIDTH 3

typedef struct
{
  AccordTextView *view;
  GtkSnapshot *snapshot;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA faint;
  gboolean dark;
  gboolean rtl;
  float scale; /* of the desktop's text: the gutter grows with its figures */
  float edge;  /* outer edge of the gutter, where marks begin */
  float last_pill;
} Pen;

typedef void (*RowFunc) (Pen *pen, const GdkRectangle *row, gpointer data);

/* Calls @func for each display line of @span, with the rectangle of its words there. */
static void
foreach_row (Pen *pen, AccordSpan span, RowFunc func, gpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (pen->view);
  GtkTextIter iter, end, last;

  accord_text_view_get_iter (pen->view, span.start, &iter);
  accord_text_view_get_iter (pen->view, span.end, &end);
  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      GdkRectangle first, final, row;

      last = iter;
      gtk_text_view_forward_display_line_end (view, &last);
      if (gtk_text_iter_compare (&last, &end) >= 0)
        {
          last = end;
          gtk_text_iter_backward_char (&last);
        }
      if (gtk_text_iter_compare (&last, &iter) < 0)
        last = iter;
      gtk_text_view_get_iter_location (view, &iter, &first);
      gtk_text_view_get_iter_location (view, &last, &final);
      gdk_rectangle_union (&first, &final, &row);
      func (pen, &row, data);
      iter = last;
      if (!gtk_text_iter_forward_char (&iter))
        return;
    }
}

static void
draw_tint_cb (Pen *pen, const GdkRectangle *row, gpointer data)
{
  gtk_snapshot_append_color (pen->snapshot, data,
                             &GRAPHENE_RECT_INIT (row->x, row->y - 1, row->width, row->height + 2));
}

typedef struct
{
  AccordCoverageClass coverage;
  GdkRGBA colour;
} Line;

static void
draw_line_cb (Pen *pen, const GdkRectangle *row, gpointer data)
{
  Line *line = data;

  accord_marks_append_underline (pen->snapshot, line->coverage, &line->colour, row->x,
                                 row->y + row->height - 1, row->width);
}

static void
extend_cb (Pen *pen, const GdkRectangle *row, gpointer data)
{
  GdkRectangle *all = data;

  if (all->height == 0)
    *all = *row;
  else
    gdk_rectangle_union (all, row, all);
}

static void
draw_number (Pen *pen, const char *text, float x, float y, const GdkRGBA *ink)
{
  pango_layout_set_text (pen->view->numbers, text, -1);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (pen->snapshot, pen->view->numbers, ink);
  gtk_snapshot_restore (pen->snapshot);
}

/* X of something @offset behind the outer edge of the gutter and @width wide. */
static float
gutter_x (Pen *pen, float offset, float width)
{
  return pen->rtl ? pen->edge - offset - width : pen->edge + offset;
}

static void
draw_pill (
  Pen *pen, const AccordPassageMark *mark, const AccordPill *pill, gboolean current, float y)
{
  float scale = pen->scale;
  float x = gutter_x (pen, 3 * scale, PILL_WIDTH * scale);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, PILL_WIDTH * scale, PILL_HEIGHT * scale);
  GskRoundedRect outline;
  GdkRGBA colour = pen->dim, ink = pen->dim;
  g_autofree char *number = g_strdup_printf ("%u", pill->theme + 1);
  cairo_t *cr = NULL;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 4);
  if (pill->focused || current)
    {
      accord_palette_coverage (mark->coverage, pen->dark, &colour);
      ink = pen->text;
      gtk_snapshot_append_border (pen->snapshot, &outline, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                                  (GdkRGBA[4]){ colour, colour, colour, colour });
    }
  draw_number (pen, number, x + (pill->theme + 1 > 9 ? 2 : 4) * scale, y, &ink);
  x += 15 * scale;
  y += 2 * scale;
  cr =
    gtk_snapshot_append_cairo (pen->snapshot, &GRAPHENE_RECT_INIT (x, y, 11 * scale, 11 * scale));
  accord_marks_draw_stance (cr, pill->stance, x, y + 0.5, 10 * scale, &ink);
  cairo_destroy (cr);
}

/* A lane is broken where only the machine says so. */
static void
draw_lane (Pen *pen,
           const AccordPill *pill,
           const AccordPassageMark *mark,
           guint lane,
           const GdkRectangle *rows)
{
  float x = gutter_x (pen, LANE_X * pen->scale - (float) lane * LANE_STEP, LANE_WIDTH);
  GdkRGBA colour = pen->faint;
  float bottom = rows->y + rows->height;

  if (pill->focused)
    accord_palette_coverage (mark->coverage, pen->dark, &colour);
  if (pill->status != ACCORD_STATUS_MACHINE)
    {
      gtk_snapshot_append_color (pen->snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (x, rows->y, LANE_WIDTH, rows->height));
      return;
    }
  for (float y = rows->y; y < bottom; y += 6)
    gtk_snapshot_append_color (pen->snapshot, &colour,
                               &GRAPHENE_RECT_INIT (x, y, LANE_WIDTH, MIN (4, bottom - y)));
}

static void
draw_gutter (Pen *pen, const AccordPassageMark *mark, gboolean current, const GdkRectangle *rows)
{
  float pill_height = PILL_HEIGHT * pen->scale;
  float y = MAX ((float) rows->y + 2, pen->last_pill + pill_height + 2);

  for (guint i = 0; i < mark->n_pills; i++)
    draw_lane (pen, &mark->pills[i], mark, i, rows);
  if (mark->n_pills == 0 || y > rows->y + rows->height)
    return;
  draw_pill (pen, mark, &mark->pills[0], current, y);
  pen->last_pill = y;
  if (mark->n_pills + mark->n_more > 1 && rows->height > 2 * pill_height + 4)
    {
      g_autofree char *more = g_strdup_printf ("+%u", mark->n_pills + mark->n_more - 1);

      draw_number (pen, more, gutter_x (pen, 8 * pen->scale, 20 * pen->scale), y + pill_height + 1,
                   &pen->dim);
      pen->last_pill = y + pill_height;
    }
}

static void
draw_passage (Pen *pen, guint index, AccordSpan span)
{
  const AccordPassageMark *mark = index < pen->view->n_marks ? &pen->view->marks[index] : NULL;
  gboolean current = pen->view->current == index;
  GdkRectangle rows = { 0, 0, 0, 0 };
  GdkRGBA tint;
  Line line;

  if ((mark == NULL || mark->n_pills == 0) && !current)
    return;
  foreach_row (pen, span, extend_cb, &rows);
  if (current)
    {
      tint = pen->text;
      tint.alpha = 0.07f;
      foreach_row (pen, span, draw_tint_cb, &tint);
    }
  if (mark == NULL)
    return;
  if (mark->coverage != ACCORD_COVERAGE_SILENT)
    {
      accord_palette_tint (mark->coverage, pen->dark, &tint);
      foreach_row (pen, span, draw_tint_cb, &tint);
      line.coverage = mark->coverage;
      accord_palette_coverage (mark->coverage, pen->dark, &line.colour);
      if (accord_palette_is_high_contrast ())
        line.colour = pen->text;
      foreach_row (pen, span, draw_line_cb, &line);
    }
  draw_gutter (pen, mark, current, &rows);
}

static void
draw_paragraph_number (Pen *pen, guint paragraph, AccordSpan span)
{
  g_autofree char *number =
    accord_place_dup_number (accord_text_map_get_document (pen->view->map), paragraph);
  GtkTextIter iter;
  GdkRectangle first;
  int width = 0;

  accord_text_view_get_iter (pen->view, span.start, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (pen->view), &iter, &first);
  pango_layout_set_text (pen->view->numbers, number, -1);
  pango_layout_get_pixel_size (pen->view->numbers, &width, NULL);
  draw_number (pen, number, gutter_x (pen, ACCORD_GUTTER * pen->scale, (float) width),
               (float) first.y - 18 * pen->scale, &pen->dim);
}

static void
prepare (Pen *pen, AccordTextView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int gutter = (int) (ACCORD_GUTTER * accord_text_view_get_scale (self));

  pen->view = self;
  pen->snapshot = snapshot;
  pen->dark = accord_palette_is_dark ();
  pen->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  pen->last_pill = -1e6f;
  pen->scale = accord_text_view_get_scale (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &pen->text);
  pen->dim = pen->faint = pen->text;
  pen->dim.alpha *= 0.66f;
  pen->faint.alpha *= 0.36f;
  pen->edge =
    pen->rtl
      ? (float) (gtk_widget_get_width (widget) - gtk_text_view_get_right_margin (view) + gutter)
      : (float) (gtk_text_view_get_left_margin (view) - gutter);
  if (self->numbers == NULL)
    self->numbers = gtk_widget_create_pango_layout (widget, NULL);
  {
    g_autoptr (PangoFontDescription) font =
      pango_font_description_from_string ("Cantarell Bold 8.25");

    pango_layout_set_font_description (self->numbers, font);
  }
}

/* The bytes of the text that are visible now. */
static AccordSpan
visible_span (AccordTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter start, end;
  AccordSpan span;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, visible.y + visible.height, NULL);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  span.start = accord_text_map_to_byte (self->map, (guint32) gtk_text_iter_get_offset (&start));
  span.end = accord_text_map_to_byte (self->map, (guint32) gtk_text_iter_get_offset (&end));
  return span;
}

static void
draw_veil_cb (Pen *pen, const GdkRectangle *row, gpointer data)
{
  gtk_snapshot_append_color (
    pen->snapshot, data,
    &GRAPHENE_RECT_INIT (row->x - 1, row->y - 2, row->width + 2, row->height + 4));
}

static void
collect_cb (Pen *pen, const GdkRectangle *row, gpointer data)
{
  g_array_append_vals (data, row, 1);
}

/* A ring round a passage that is being paired: down its right edges and up its left ones. */
static void
draw_ring (Pen *pen, AccordSpan span, gboolean dashed)
{
  static const double DASHES[] = { 5, 3 };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  cairo_t *cr = NULL;
  GdkRectangle all = { 0, 0, 0, 0 };

  foreach_row (pen, span, collect_cb, rows);
  foreach_row (pen, span, extend_cb, &all);
  if (rows->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (
    pen->snapshot, &GRAPHENE_RECT_INIT (all.x - 4, all.y - 4, all.width + 8, all.height + 8));
  for (guint i = 0; i < rows->len; i++)
    {
      const GdkRectangle *row = &g_array_index (rows, GdkRectangle, i);

      cairo_line_to (cr, row->x + row->width + 2, row->y - 1);
      cairo_line_to (cr, row->x + row->width + 2, row->y + row->height + 2);
    }
  for (guint i = rows->len; i-- > 0;)
    {
      const GdkRectangle *row = &g_array_index (rows, GdkRectangle, i);

      cairo_line_to (cr, row->x - 2, row->y + row->height + 2);
      cairo_line_to (cr, row->x - 2, row->y - 1);
    }
  cairo_close_path (cr);
  cairo_set_line_width (cr, 2);
  if (dashed)
    {
      cairo_set_dash (cr, DASHES, G_N_ELEMENTS (DASHES), 0);
      gdk_cairo_set_source_rgba (cr, &pen->text);
    }
  else
    cairo_set_source_rgb (cr, 0.208, 0.518, 0.894);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * accord_text_view_draw_above:
 * @self: a text view with a document
 * @snapshot: in buffer coordinates
 *
 * Draws a veil over visible passages that the filters leave nothing in. Through it text keeps a
 * contrast of 4.5 to 1. Cost: proportional to what is visible.
 */
void
accord_text_view_draw_above (AccordTextView *self, GtkSnapshot *snapshot)
{
  AccordDocument *document = accord_text_map_get_document (self->map);
  AccordSpan visible = visible_span (self);
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  Pen pen = { .view = self, .snapshot = snapshot };
  GdkRGBA veil = accord_palette_is_dark () ? (GdkRGBA){ 0.118f, 0.118f, 0.118f, 0.45f }
                                           : (GdkRGBA){ 1, 1, 1, 0.36f };

  for (guint i = accord_document_find_passage (document, visible.start);
       i < MIN (n, self->n_marks) && passages[i].span.start <= visible.end; i++)
    if (self->marks[i].dimmed)
      foreach_row (&pen, passages[i].span, draw_veil_cb, &veil);
}

/**
 * accord_text_view_draw:
 * @self: a text view with a document
 * @snapshot: in buffer coordinates
 *
 * Draws what belongs below the visible text. Cost: proportional to what is visible.
 */
void
accord_text_view_draw (AccordTextView *self, GtkSnapshot *snapshot)
{
  AccordDocument *document = accord_text_map_get_document (self->map);
  AccordSpan visible = visible_span (self);
  guint n = 0, n_paragraphs = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (document, &n_paragraphs);
  Pen pen = { 0 };

  prepare (&pen, self, snapshot);
  for (guint i = accord_document_find_passage (document, visible.start);
       i < n && passages[i].span.start <= visible.end; i++)
    {
      const AccordParagraph *paragraph = &paragraphs[passages[i].paragraph];

      if (paragraph->first_passage == i)
        draw_paragraph_number (&pen, passages[i].paragraph, paragraph->span);
      draw_passage (&pen, i, passages[i].span);
      if (i == self->pair)
        draw_ring (&pen, passages[i].span, self->pair_chosen);
    }
}
