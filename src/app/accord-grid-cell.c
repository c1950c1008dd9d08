/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts are made when the content changes and kept; a frame only places them. */
#include "app/accord-grid-cell.h"

#include "app/accord-marks.h"
#include "app/accord-palette.h"
#include "engine/accord-language.h"

#define PADDING 9
#define GAP 6
#define MARK 12
#define SWATCH 18

struct _AccordGridCell
{
  GtkWidget parent_instance;

  /* owned */
  PangoLayout *strong; /* nullable */
  PangoLayout *words;  /* nullable */
  PangoLayout *dim;    /* nullable */
  PangoLayout *letter; /* nullable */

  AccordGridMark marks[2];
  guint value[2];
  GdkRGBA tint;
  gboolean two_lines;
};

G_DEFINE_FINAL_TYPE (AccordGridCell, accord_grid_cell, GTK_TYPE_WIDGET)

static int
mark_width (AccordGridMark mark)
{
  switch (mark)
    {
    case ACCORD_GRID_MARK_NONE:
      return 0;
    case ACCORD_GRID_MARK_STANCE:
    case ACCORD_GRID_MARK_EXPANDED:
    case ACCORD_GRID_MARK_COLLAPSED:
      return MARK + GAP;
    case ACCORD_GRID_MARK_COVERAGE:
    case ACCORD_GRID_MARK_LETTER:
    case ACCORD_GRID_MARK_RING:
    default:
      return SWATCH + GAP;
    }
}

/* A place in the cell, from the side at which the interface's lines begin. */
static float
mirror (AccordGridCell *self, float x, float width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return x;
  return (float) gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
}

static void
draw_triangle (AccordGridCell *self, cairo_t *cr, float x, float y, gboolean expanded)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (expanded)
    {
      cairo_move_to (cr, x + 1, y + 3);
      cairo_line_to (cr, x + 11, y + 3);
      cairo_line_to (cr, x + 6, y + 9);
    }
  else
    {
      cairo_move_to (cr, rtl ? x + 9 : x + 3, y + 1);
      cairo_line_to (cr, rtl ? x + 9 : x + 3, y + 11);
      cairo_line_to (cr, rtl ? x + 3 : x + 9, y + 6);
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
snapshot_swatch (GtkSnapshot *snapshot, AccordCoverageClass coverage, float x, float y)
{
  gboolean dark = accord_palette_is_dark ();
  GdkRGBA colour, tint;

  accord_palette_coverage (coverage, dark, &colour);
  accord_palette_tint (coverage, dark, &tint);
  if (coverage == ACCORD_COVERAGE_SILENT)
    {
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x + 3, y + 5, 12, 2));
      return;
    }
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (x, y, SWATCH, 9));
  accord_marks_append_underline (snapshot, coverage, &colour, x, y + 9, SWATCH);
}

/* A letter stands in a filled square, the number of a theme in a ring. */
static void
snapshot_letter (
  AccordGridCell *self, GtkSnapshot *snapshot, gboolean filled, float x, float y, GdkRGBA *ink)
{
  float radius = filled ? 4 : SWATCH / 2.f;
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, SWATCH, SWATCH);
  const float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  const GdkRGBA colours[4] = { *ink, *ink, *ink, *ink };
  GdkRGBA paper = accord_palette_is_dark () ? (GdkRGBA){ .141f, .141f, .141f, 1 }
                                            : (GdkRGBA){ .98f, .98f, .98f, 1 };
  GskRoundedRect outline;
  int width = 0, height = 0;

  gsk_rounded_rect_init_from_rect (&outline, &box, radius);
  if (filled)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, ink, &box);
      gtk_snapshot_pop (snapshot);
    }
  else
    gtk_snapshot_append_border (snapshot, &outline, widths, colours);
  if (self->letter == NULL)
    return;
  pango_layout_get_pixel_size (self->letter, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (SWATCH - (float) width) / 2,
                                                          y + (SWATCH - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, self->letter, filled ? &paper : ink);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_mark (
  AccordGridCell *self, GtkSnapshot *snapshot, guint i, float x, float middle, GdkRGBA *ink)
{
  AccordGridMark mark = self->marks[i];
  cairo_t *cr = NULL;

  if (mark == ACCORD_GRID_MARK_COVERAGE)
    snapshot_swatch (snapshot, self->value[i], x, middle - 6);
  else if (mark == ACCORD_GRID_MARK_LETTER || mark == ACCORD_GRID_MARK_RING)
    snapshot_letter (self, snapshot, mark == ACCORD_GRID_MARK_LETTER, x, middle - SWATCH / 2.f,
                     ink);
  else
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, middle - 6, MARK, MARK));
      gdk_cairo_set_source_rgba (cr, ink);
      if (mark == ACCORD_GRID_MARK_STANCE)
        accord_marks_draw_stance (cr, self->value[i], x, middle - 6, MARK, ink);
      else
        draw_triangle (self, cr, x, middle - 6, mark == ACCORD_GRID_MARK_EXPANDED);
      cairo_destroy (cr);
    }
}

/* Places @layout from @x on, within @space, in the middle of @middle. Returns the width it took. */
static float
snapshot_text (AccordGridCell *self,
               GtkSnapshot *snapshot,
               PangoLayout *layout,
               float x,
               float space,
               float middle,
               const GdkRGBA *ink)
{
  PangoRectangle extents;
  float width;

  if (layout == NULL || space < 6)
    return 0;
  pango_layout_set_width (layout, (int) space * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  width = MIN ((float) extents.width, space);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (mirror (self, x, width) - (float) extents.x,
                                    middle - (float) extents.height / 2 - (float) extents.y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
  return width + GAP;
}

static float
line_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, NULL, &height);
  return (float) height;
}

static void
accord_grid_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordGridCell *self = ACCORD_GRID_CELL (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float x = PADDING, end = width - PADDING, middle = height / 2, start;
  PangoLayout *first = self->strong != NULL ? self->strong : self->words;
  GdkRGBA ink, dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  dim = ink;
  dim.alpha *= 0.72f;
  if (self->tint.alpha > 0)
    gtk_snapshot_append_color (snapshot, &self->tint, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->two_lines && self->dim != NULL)
    middle = (height - line_height (self->dim)) / 2;
  for (guint i = 0; i < G_N_ELEMENTS (self->marks); i++)
    if (self->marks[i] != ACCORD_GRID_MARK_NONE)
      {
        float extent = (float) (mark_width (self->marks[i]) - GAP);

        snapshot_mark (self, snapshot, i, mirror (self, x, extent), middle, &ink);
        x += extent + GAP;
      }
  start = x;
  x += snapshot_text (self, snapshot, self->strong, x, end - x, middle, &ink);
  x += snapshot_text (self, snapshot, self->words, x, end - x, middle, &ink);
  if (!self->two_lines)
    snapshot_text (self, snapshot, self->dim, x, end - x, middle, &dim);
  else
    snapshot_text (self, snapshot, self->dim, start, end - start,
                   middle + (line_height (first) + line_height (self->dim)) / 2, &dim);
}

static void
accord_grid_cell_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 2 * PADDING : 2 * GAP;
  *minimum_baseline = *natural_baseline = -1;
}

static void
clear_layouts (AccordGridCell *self)
{
  g_clear_object (&self->strong);
  g_clear_object (&self->words);
  g_clear_object (&self->dim);
  g_clear_object (&self->letter);
}

static void
accord_grid_cell_dispose (GObject *object)
{
  clear_layouts (ACCORD_GRID_CELL (object));
  G_OBJECT_CLASS (accord_grid_cell_parent_class)->dispose (object);
}

static void
accord_grid_cell_class_init (AccordGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_grid_cell_dispose;
  widget_class->snapshot = accord_grid_cell_snapshot;
  widget_class->measure = accord_grid_cell_measure;
  gtk_widget_class_set_css_name (widget_class, "gridcell");
}

static void
accord_grid_cell_init (AccordGridCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * accord_grid_cell_new:
 * @role: grid cell, row header or column header
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
accord_grid_cell_new (GtkAccessibleRole role)
{
  return g_object_new (ACCORD_TYPE_GRID_CELL, "accessible-role", role, "focusable",
                       role != GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
}

static PangoLayout *
layout_new (
  AccordGridCell *self, const char *text, const char *language, double scale, gboolean bold)
{
  PangoLayout *layout = NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (text == NULL || text[0] == '\0')
    return NULL;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, TRUE);
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (language != NULL)
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string (language)));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/**
 * accord_grid_cell_set_content:
 * @self: a cell
 * @content: what it shows; copied
 */
void
accord_grid_cell_set_content (AccordGridCell *self, const AccordGridContent *content)
{
  clear_layouts (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->marks); i++)
    {
      self->marks[i] = content->marks[i];
      self->value[i] = content->value[i];
    }
  self->tint = content->tint;
  self->two_lines = content->two_lines;
  self->strong = layout_new (self, content->strong, NULL, 1, TRUE);
  self->words = layout_new (self, content->words, content->language, 1, FALSE);
  self->dim = layout_new (self, content->dim, NULL, 0.86, FALSE);
  self->letter = layout_new (self, content->letter, NULL, 0.82, TRUE);
  if (self->letter != NULL)
    pango_layout_set_ellipsize (self->letter, PANGO_ELLIPSIZE_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  content->label != NULL ? content->label : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
