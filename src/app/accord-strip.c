/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions are shares of the kept text, so that no layout is needed to draw them. At
 * most one mark of a class is kept for each two pixels of a tall strip. */
#include "app/accord-strip.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/accord-palette.h"

#define WIDTH 10
#define SLOTS 512u

struct _AccordStrip
{
  GtkWidget parent_instance;

  /* owned */
  GtkAdjustment *adjustment; /* nullable */

  guint8 slots[SLOTS]; /* class of the most widely shared finding in each part of the text */
};

G_DEFINE_FINAL_TYPE (AccordStrip, accord_strip, GTK_TYPE_WIDGET)

static double
total (AccordStrip *self)
{
  return MAX (1, gtk_adjustment_get_upper (self->adjustment) -
                   gtk_adjustment_get_lower (self->adjustment));
}

static void
append_mark (GtkSnapshot *snapshot, AccordCoverageClass class, float y)
{
  static const float WIDTHS[ACCORD_N_COVERAGES] = {
    [ACCORD_COVERAGE_UNIQUE] = 3,
    [ACCORD_COVERAGE_SOME] = 4,
    [ACCORD_COVERAGE_ALL] = 6,
    [ACCORD_COVERAGE_PRESENT] = 4,
  };
  float width = WIDTHS[class], height = class == ACCORD_COVERAGE_ALL ? 3 : 2;
  GdkRGBA colour;

  accord_palette_coverage (class, accord_palette_is_dark (), &colour);
  gtk_snapshot_append_color (
    snapshot, &colour, &GRAPHENE_RECT_INIT ((WIDTH - width) / 2, y - height / 2, width, height));
}

static void
append_visible (AccordStrip *self, GtkSnapshot *snapshot, const GdkRGBA *text, int height)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  float y = (float) (gtk_adjustment_get_value (self->adjustment) / total (self) * height);
  float extent = (float) MAX (6, page / total (self) * height);
  GskRoundedRect outline;
  GdkRGBA fill = *text, line = *text;

  fill.alpha = 0.1f;
  line.alpha = 0.3f;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, y, WIDTH, extent), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
accord_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordStrip *self = ACCORD_STRIP (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA text, track;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  track = text;
  track.alpha = 0.08f;
  gtk_snapshot_append_color (snapshot, &track, &GRAPHENE_RECT_INIT (2, 0, WIDTH - 4, height));
  for (guint i = 0; i < SLOTS; i++)
    if (self->slots[i] != ACCORD_COVERAGE_SILENT)
      append_mark (snapshot, self->slots[i], ((float) i + 0.5f) / SLOTS * height);
  if (self->adjustment != NULL)
    append_visible (self, snapshot, &text, height);
}

static void
accord_strip_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 24;
  *minimum_baseline = *natural_baseline = -1;
}

static void
go_to (AccordStrip *self, double y)
{
  double share = CLAMP (y / MAX (1, gtk_widget_get_height (GTK_WIDGET (self))), 0, 1);

  if (self->adjustment != NULL)
    gtk_adjustment_set_value (
      self->adjustment, share * total (self) - gtk_adjustment_get_page_size (self->adjustment) / 2);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AccordStrip *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  go_to (self, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, AccordStrip *self)
{
  double start_x = 0, start_y = 0;

  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  go_to (self, start_y + y);
}

/* The parameter is in tenths of a page; a large one reaches the end. */
static void
scroll_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordStrip *self = ACCORD_STRIP (widget);

  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment,
                              gtk_adjustment_get_value (self->adjustment) +
                                g_variant_get_int32 (parameter) / 10.0 *
                                  gtk_adjustment_get_page_size (self->adjustment));
}

static void
accord_strip_dispose (GObject *object)
{
  g_clear_object (&ACCORD_STRIP (object)->adjustment);
  G_OBJECT_CLASS (accord_strip_parent_class)->dispose (object);
}

static void
accord_strip_class_init (AccordStripClass *klass)
{
  static const struct
  {
    guint key;
    gint tenths;
  } KEYS[] = { { GDK_KEY_Up, -2 },       { GDK_KEY_Down, 2 },          { GDK_KEY_Page_Up, -9 },
               { GDK_KEY_Page_Down, 9 }, { GDK_KEY_Home, -100000000 }, { GDK_KEY_End, 100000000 } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_strip_dispose;
  widget_class->snapshot = accord_strip_snapshot;
  widget_class->measure = accord_strip_measure;
  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  gtk_widget_class_install_action (widget_class, "strip.scroll", "i", scroll_cb);
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    gtk_widget_class_add_binding_action (widget_class, KEYS[i].key, 0, "strip.scroll", "i",
                                         KEYS[i].tenths);
}

static void
accord_strip_init (AccordStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the findings"), -1);
}

/**
 * accord_strip_set_adjustment:
 * @self: a strip
 * @adjustment: of the column's scrolled window; set once
 */
void
accord_strip_set_adjustment (AccordStrip *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (self->adjustment == NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/* The paragraphs' text is what the column shows; left-out blocks take no room. */
static guint64
kept_before (const AccordParagraph *paragraphs, guint paragraph, guint *cursor, guint64 *sum)
{
  for (; *cursor < paragraph; (*cursor)++)
    *sum += accord_span_length (paragraphs[*cursor].span);
  return *sum;
}

/**
 * accord_strip_set_marks:
 * @self: a strip
 * @document: what the column shows
 * @marks: (nullable) (array length=n_marks): a mark for each passage
 * @n_marks: their number
 */
void
accord_strip_set_marks (AccordStrip *self,
                        AccordDocument *document,
                        const AccordPassageMark *marks,
                        guint n_marks)
{
  guint n = 0, n_paragraphs = 0, cursor = 0;
  guint64 sum = 0, all = 0, before = 0;
  guint first = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (document, &n_paragraphs);

  memset (self->slots, ACCORD_COVERAGE_SILENT, sizeof self->slots);
  all = kept_before (paragraphs, n_paragraphs, &first, &before);
  for (guint i = 0; i < MIN (n, n_marks) && all > 0; i++)
    {
      const AccordParagraph *paragraph = &paragraphs[passages[i].paragraph];
      guint64 at = kept_before (paragraphs, passages[i].paragraph, &cursor, &sum) +
                   passages[i].span.start - paragraph->span.start;
      guint slot = (guint) MIN (at * SLOTS / all, SLOTS - 1);

      if (marks[i].coverage != ACCORD_COVERAGE_SILENT)
        self->slots[slot] = MAX (self->slots[slot], marks[i].coverage);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
