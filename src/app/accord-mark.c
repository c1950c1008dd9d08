/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mark as a widget, with a name for screen readers. Up to six documents are dots,
 * up to 24 bars; more are a count, which the row's label says. */
#include "app/accord-mark.h"

#include <glib/gi18n.h>

#include "app/accord-marks.h"
#include "app/accord-palette.h"

#define DOT 7
#define DOT_GAP 3
#define BAR 3
#define BAR_GAP 1
#define MAX_DOTS 6u
#define MAX_BARS 24u

typedef enum
{
  KIND_STANCE,
  KIND_STATUS,
  KIND_COVERAGE,
  KIND_DOTS,
} Kind;

struct _AccordMark
{
  GtkWidget parent_instance;

  Kind kind;
  guint value;
  /* owned */
  gboolean *present; /* nullable, n_present of them */
  guint n_present;
};

G_DEFINE_FINAL_TYPE (AccordMark, accord_mark, GTK_TYPE_WIDGET)

/**
 * accord_mark_stance_label:
 * @stance: a stance
 *
 * Returns: (transfer none): what a document does, translated: "obliges"
 */
const char *
accord_mark_stance_label (AccordStance stance)
{
  static const char *const LABELS[ACCORD_N_STANCES] = {
    N_ ("obliges"),   N_ ("prohibits"), N_ ("commits"), N_ ("recommends"),
    N_ ("advocates"), N_ ("notes"),     N_ ("opposes"),
  };

  g_return_val_if_fail (stance < ACCORD_N_STANCES, NULL);

  return _ (LABELS[stance]);
}

/**
 * accord_mark_status_label:
 * @status: a status
 *
 * Returns: (transfer none): whose finding it is, translated: "Machine"
 */
const char *
accord_mark_status_label (AccordStatus status)
{
  static const char *const LABELS[ACCORD_N_STATUSES] = {
    N_ ("Machine"),
    N_ ("Confirmed"),
    N_ ("Rejected"),
    N_ ("Analyst"),
  };

  g_return_val_if_fail (status < ACCORD_N_STATUSES, NULL);

  return _ (LABELS[status]);
}

/**
 * accord_mark_coverage_label:
 * @coverage: a class
 *
 * Returns: (transfer none): its name, translated: "Shared by all"
 */
const char *
accord_mark_coverage_label (AccordCoverageClass coverage)
{
  static const char *const LABELS[ACCORD_N_COVERAGES] = {
    N_ ("Silent"), N_ ("Unique"), N_ ("By some"), N_ ("Shared by all"), N_ ("Present"),
  };

  g_return_val_if_fail (coverage < ACCORD_N_COVERAGES, NULL);

  return _ (LABELS[coverage]);
}

static void
snapshot_coverage (AccordMark *self, GtkSnapshot *snapshot)
{
  GdkRGBA colour, tint;

  accord_palette_coverage (self->value, accord_palette_is_dark (), &colour);
  accord_palette_tint (self->value, accord_palette_is_dark (), &tint);
  if (self->value == ACCORD_COVERAGE_SILENT)
    {
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (3, 6, 12, 2));
      return;
    }
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (0, 0, 18, 9));
  accord_marks_append_underline (snapshot, self->value, &colour, 0, 9, 18);
}

static void
draw_dots (AccordMark *self, cairo_t *cr, const GdkRGBA *ink)
{
  GdkRGBA faint = *ink;

  faint.alpha *= 0.45f;
  for (guint i = 0; i < self->n_present; i++)
    {
      double x = i * (DOT + DOT_GAP) + DOT / 2.0;

      gdk_cairo_set_source_rgba (cr, self->present[i] ? ink : &faint);
      cairo_set_line_width (cr, 1.2);
      cairo_arc (cr, x, 6, self->present[i] ? DOT / 2.0 : DOT / 2.0 - 0.6, 0, 2 * G_PI);
      if (self->present[i])
        cairo_fill (cr);
      else
        cairo_stroke (cr);
    }
}

static void
draw_bars (AccordMark *self, cairo_t *cr, const GdkRGBA *ink)
{
  gdk_cairo_set_source_rgba (cr, ink);
  for (guint i = 0; i < self->n_present; i++)
    {
      double height = self->present[i] ? 11 : 2;

      cairo_rectangle (cr, i * (BAR + BAR_GAP), 12 - height, BAR, height);
    }
  cairo_fill (cr);
}

static void
accord_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordMark *self = ACCORD_MARK (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = NULL;
  GdkRGBA ink;

  if (self->kind == KIND_COVERAGE)
    {
      snapshot_coverage (self, snapshot);
      return;
    }
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->kind == KIND_STANCE)
    accord_marks_draw_stance (cr, self->value, 0, 0, 12, &ink);
  else if (self->kind == KIND_STATUS)
    accord_marks_draw_status (cr, self->value, 0, 1.5, &ink);
  else if (self->n_present <= MAX_DOTS)
    draw_dots (self, cr, &ink);
  else
    draw_bars (self, cr, &ink);
  cairo_destroy (cr);
}

static int
natural_width (AccordMark *self)
{
  int n = (int) self->n_present;

  switch (self->kind)
    {
    case KIND_STANCE:
      return 12;
    case KIND_STATUS:
      return 24;
    case KIND_COVERAGE:
      return 18;
    case KIND_DOTS:
    default:
      if (self->n_present <= MAX_DOTS)
        return MAX (0, n * (DOT + DOT_GAP) - DOT_GAP);
      return self->n_present <= MAX_BARS ? n * (BAR + BAR_GAP) - BAR_GAP : 0;
    }
}

static void
accord_mark_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural =
    orientation == GTK_ORIENTATION_HORIZONTAL ? natural_width (ACCORD_MARK (widget)) : 12;
  *minimum_baseline = *natural_baseline = -1;
}

static void
accord_mark_finalize (GObject *object)
{
  g_free (ACCORD_MARK (object)->present);
  G_OBJECT_CLASS (accord_mark_parent_class)->finalize (object);
}

static void
accord_mark_class_init (AccordMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_mark_finalize;
  widget_class->snapshot = accord_mark_snapshot;
  widget_class->measure = accord_mark_measure;
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
accord_mark_init (AccordMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
set (AccordMark *self, Kind kind, guint value, const char *label)
{
  self->kind = kind;
  self->value = value;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * accord_mark_new:
 *
 * Returns: (transfer floating): a mark; set what it shows
 */
GtkWidget *
accord_mark_new (void)
{
  return g_object_new (ACCORD_TYPE_MARK, NULL);
}

/**
 * accord_mark_set_stance:
 * @self: a mark
 * @stance: what to show
 */
void
accord_mark_set_stance (AccordMark *self, AccordStance stance)
{
  set (self, KIND_STANCE, stance, accord_mark_stance_label (stance));
}

/**
 * accord_mark_set_status:
 * @self: a mark
 * @status: what to show
 */
void
accord_mark_set_status (AccordMark *self, AccordStatus status)
{
  set (self, KIND_STATUS, status, accord_mark_status_label (status));
}

/**
 * accord_mark_set_coverage:
 * @self: a mark
 * @coverage: what to show
 */
void
accord_mark_set_coverage (AccordMark *self, AccordCoverageClass coverage)
{
  set (self, KIND_COVERAGE, coverage, accord_mark_coverage_label (coverage));
}

/**
 * accord_mark_set_dots:
 * @self: a mark
 * @present: (array length=n): whether each document has it, in the order of their letters
 * @n: number of documents
 */
void
accord_mark_set_dots (AccordMark *self, const gboolean *present, guint n)
{
  g_autoptr (GString) label = g_string_new (NULL);

  g_free (self->present);
  self->present = n > 0 ? g_memdup2 (present, n * sizeof (gboolean)) : NULL;
  self->n_present = n;
  for (guint i = 0; i < n && i < 26; i++)
    if (present[i])
      g_string_append_printf (label, "%s%c", label->len > 0 ? ", " : "", 'A' + i);
  set (self, KIND_DOTS, 0, label->str);
}
