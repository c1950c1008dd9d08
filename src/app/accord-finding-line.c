/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn is looked up when it is drawn, so that rows off screen cost nothing but
 * their label for screen readers. */
#include "app/accord-finding-line.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/accord-mark.h"
#include "app/accord-marks.h"
#include "app/accord-place.h"
#include "session/accord-label.h"

#define GAP 6
#define GLYPH 12
#define STATUS_WIDTH 24
#define STATUS_HEIGHT 9

struct _AccordFindingLine
{
  GtkWidget parent_instance;

  /* owned */
  AccordView *view;
  PangoLayout *layout; /* nullable */

  gboolean is_link;
  guint index;
};

/* Where the next part is drawn, from the leading edge on. */
typedef struct
{
  AccordFindingLine *line;
  GtkSnapshot *snapshot;
  GdkRGBA ink;
  float x;
  float end; /* what stands at the other edge begins here */
} Pen;

G_DEFINE_FINAL_TYPE (AccordFindingLine, accord_finding_line, GTK_TYPE_WIDGET)

static float
left_edge (const Pen *pen, float x, float width)
{
  GtkWidget *widget = GTK_WIDGET (pen->line);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
           ? (float) gtk_widget_get_width (widget) - x - width
           : x;
}

static void
draw_layout (Pen *pen, const char *text, float room, gboolean bold, const GdkRGBA *ink)
{
  PangoLayout *layout = pen->line->layout;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width = 0, height = 0;

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, room > 0 ? (int) (room * PANGO_SCALE) : -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (
    pen->snapshot,
    &GRAPHENE_POINT_INIT (
      left_edge (pen, pen->x, (float) width),
      ((float) gtk_widget_get_height (GTK_WIDGET (pen->line)) - (float) height) / 2));
  gtk_snapshot_append_layout (pen->snapshot, layout, ink);
  gtk_snapshot_restore (pen->snapshot);
  pen->x += (float) width + GAP;
}

/* A letter in its square, filled; or a number in its ring. */
static void
draw_boxed (Pen *pen, const char *text, gboolean filled)
{
  float size = 16, height = (float) gtk_widget_get_height (GTK_WIDGET (pen->line));
  float x = left_edge (pen, pen->x, size), y = (height - size) / 2, start = pen->x;
  GskRoundedRect outline;
  GdkRGBA paper = pen->ink;
  int width = 0;

  paper.red = paper.green = paper.blue = pen->ink.red > 0.5f ? 0.1f : 1.0f;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, size, size),
                                   filled ? 3 : size / 2);
  if (filled)
    {
      gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
      gtk_snapshot_append_color (pen->snapshot, &pen->ink, &outline.bounds);
      gtk_snapshot_pop (pen->snapshot);
    }
  else
    gtk_snapshot_append_border (pen->snapshot, &outline, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                                (GdkRGBA[4]){ pen->ink, pen->ink, pen->ink, pen->ink });
  pango_layout_set_attributes (pen->line->layout, NULL);
  pango_layout_set_width (pen->line->layout, -1);
  pango_layout_set_text (pen->line->layout, text, -1);
  pango_layout_get_pixel_size (pen->line->layout, &width, NULL);
  pen->x = start + (size - (float) width) / 2;
  draw_layout (pen, text, 0, FALSE, filled ? &paper : &pen->ink);
  pen->x = start + size + GAP;
}

static void
draw_stance (Pen *pen, AccordStance stance)
{
  float x = left_edge (pen, pen->x, GLYPH);
  float y = ((float) gtk_widget_get_height (GTK_WIDGET (pen->line)) - GLYPH) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (pen->snapshot, &GRAPHENE_RECT_INIT (x, y, GLYPH, GLYPH));

  accord_marks_draw_stance (cr, stance, x, y, GLYPH, &pen->ink);
  cairo_destroy (cr);
  pen->x += GLYPH + GAP;
}

/* Status and score stand at the far edge; what is long ends before them. */
static void
draw_end (Pen *pen, AccordStatus status, gint score)
{
  g_autofree char *text = accord_place_dup_score (score);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (pen->line)), x, y;
  int score_width = 0;
  cairo_t *cr = NULL;

  pango_layout_set_attributes (pen->line->layout, NULL);
  pango_layout_set_width (pen->line->layout, -1);
  pango_layout_set_text (pen->line->layout, text, -1);
  pango_layout_get_pixel_size (pen->line->layout, &score_width, NULL);
  pen->x = width - (float) score_width;
  draw_layout (pen, text, 0, FALSE, &pen->ink);
  x = left_edge (pen, width - (float) score_width - GAP - STATUS_WIDTH, STATUS_WIDTH);
  y = ((float) gtk_widget_get_height (GTK_WIDGET (pen->line)) - STATUS_HEIGHT) / 2;
  cr = gtk_snapshot_append_cairo (pen->snapshot,
                                  &GRAPHENE_RECT_INIT (x, y, STATUS_WIDTH, STATUS_HEIGHT));
  accord_marks_draw_status (cr, status, x, y, &pen->ink);
  cairo_destroy (cr);
  pen->end = width - (float) score_width - 2 * GAP - STATUS_WIDTH;
  pen->x = 0;
}

static void
draw_place (Pen *pen, AccordSession *session, AccordEnd end)
{
  g_autofree char *place = accord_place_dup_label (session, end.document, end.passage);
  const char *paragraph = strchr (place, ' ');

  draw_boxed (
    pen, accord_session_document_get_letter (accord_session_get_compared (session, end.document)),
    TRUE);
  draw_layout (pen, paragraph != NULL ? paragraph + 1 : place, 0, TRUE, &pen->ink);
}

static void
draw_link (Pen *pen, AccordSession *session, const AccordLinkFinding *link)
{
  AccordStance stance = ACCORD_STANCE_NOTE;
  AccordEnd ends[] = { link->a, link->b };

  draw_end (pen, link->status, link->score);
  for (guint i = 0; i < 2; i++)
    {
      if (i > 0)
        draw_layout (pen, link->verdict == ACCORD_VERDICT_OPPOSED ? "≁" : "↔", 0, FALSE, &pen->ink);
      draw_place (pen, session, ends[i]);
      if (accord_place_get_stance (session, ends[i].document, ends[i].passage, &stance))
        draw_stance (pen, stance);
    }
}

static void
draw_coding (Pen *pen, AccordSession *session, const AccordCodingFinding *coding)
{
  AccordCodebook *codebook = accord_session_get_codebook (session);
  guint n = 0;
  guint theme = accord_codebook_get_principles (codebook, &n)[coding->principle].theme;
  g_autofree char *number = g_strdup_printf ("%u", theme + 1);

  draw_end (pen, coding->status, coding->score);
  draw_place (pen, session, (AccordEnd){ coding->document, coding->passage });
  draw_boxed (pen, number, FALSE);
  draw_stance (pen, coding->stance);
  draw_layout (pen,
               accord_codebook_get_sentence (codebook, coding->principle, ACCORD_WHAT_NAME,
                                             accord_label_language ()),
               MAX (pen->end - pen->x, 1), FALSE, &pen->ink);
}

static void
accord_finding_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordFindingLine *self = ACCORD_FINDING_LINE (widget);
  AccordSession *session = accord_view_get_session (self->view);
  AccordFindings *findings = accord_session_get_findings (session);
  Pen pen = { self, snapshot, { 0 }, 0, 0 };
  guint n_links = 0, n_codings = 0;
  const AccordLinkFinding *links = NULL;
  const AccordCodingFinding *codings = NULL;

  if (findings == NULL)
    return;
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (widget, NULL);
  links = accord_findings_get_links (findings, &n_links);
  codings = accord_findings_get_codings (findings, &n_codings);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &pen.ink);
  if (self->is_link && self->index < n_links)
    draw_link (&pen, session, &links[self->index]);
  else if (!self->is_link && self->index < n_codings)
    draw_coding (&pen, session, &codings[self->index]);
}

static void
accord_finding_line_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                          ? 210
                          : 21 * CLAMP (dpi, 96 * 1024, 4 * 96 * 1024) / (96 * 1024);
  *minimum_baseline = *natural_baseline = -1;
}

static gboolean
query_tooltip_cb (AccordFindingLine *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AccordSession *session = accord_view_get_session (self->view);
  g_autofree char *label = accord_place_dup_finding_label (session, self->is_link, self->index);

  gtk_tooltip_set_text (tooltip, label);
  return TRUE;
}

static void
accord_finding_line_dispose (GObject *object)
{
  AccordFindingLine *self = ACCORD_FINDING_LINE (object);

  g_clear_object (&self->view);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (accord_finding_line_parent_class)->dispose (object);
}

static void
accord_finding_line_class_init (AccordFindingLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_finding_line_dispose;
  widget_class->snapshot = accord_finding_line_snapshot;
  widget_class->measure = accord_finding_line_measure;
  gtk_widget_class_set_css_name (widget_class, "findingline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
accord_finding_line_init (AccordFindingLine *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * accord_finding_line_new:
 * @view: what is looked at
 *
 * Returns: (transfer floating): a line that shows nothing so far
 */
GtkWidget *
accord_finding_line_new (AccordView *view)
{
  AccordFindingLine *self = g_object_new (ACCORD_TYPE_FINDING_LINE, NULL);

  self->view = g_object_ref (view);
  self->index = ACCORD_NONE;
  return GTK_WIDGET (self);
}

/**
 * accord_finding_line_set:
 * @self: a line
 * @is_link: whether a link is shown; else a coding
 * @index: of it among the findings
 */
void
accord_finding_line_set (AccordFindingLine *self, gboolean is_link, guint index)
{
  g_autofree char *label =
    accord_place_dup_finding_label (accord_view_get_session (self->view), is_link, index);

  self->is_link = is_link;
  self->index = index;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
