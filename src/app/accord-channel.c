/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which links are drawn is worked out when the focus or the findings change; where
 * they are, when something moves. Ends off screen become a chip that can be clicked. */
#include "app/accord-channel.h"

#include <glib/gi18n.h>

#include "app/accord-link-button.h"
#include "app/accord-palette.h"
#include "app/accord-place.h"
#include "app/accord-ribbon.h"

#define WIDTH 48
#define MAX_RIBBONS 9u
#define CHIP_HEIGHT 30

/* A link that is drawn; index into the findings' links. */
typedef struct
{
  guint link;
  guint left;
  guint right;
  gboolean as_ribbon;
  AccordCoverageClass coverage;
  GtkWidget *button; /* nullable, borrowed child: what keyboard and screen reader find */
} Entry;

/* Something that can be clicked. */
typedef struct
{
  graphene_rect_t area;
  guint link;
  guint document;
  guint passage;
} Chip;

struct _AccordChannel
{
  GtkWidget parent_instance;

  /* owned */
  AccordView *view;
  GArray *entries;
  GArray *ribbons; /* AccordRibbon, drawn last time, with their links in ribbon_links */
  GArray *ribbon_links;
  GArray *chips;
  PangoLayout *layout;

  guint place_id; /* source that places the buttons, 0: none */

  /* borrowed */
  AccordColumn *left;
  AccordColumn *right;
};

G_DEFINE_FINAL_TYPE (AccordChannel, accord_channel, GTK_TYPE_WIDGET)

static AccordSession *
session_of (AccordChannel *self)
{
  return accord_view_get_session (self->view);
}

static gboolean
is_end_focused (AccordChannel *self, AccordEnd end)
{
  guint document = ACCORD_NONE, passage = ACCORD_NONE;

  accord_view_get_passage (self->view, &document, &passage);
  return end.document == document && end.passage == passage;
}

static gboolean
is_focused (AccordChannel *self,
            guint index,
            const AccordLinkFinding *link,
            const AccordPassageMark *a,
            const AccordPassageMark *b)
{
  if (accord_view_get_link (self->view) == index || is_end_focused (self, link->a) ||
      is_end_focused (self, link->b))
    return TRUE;
  return accord_view_has_focus (self->view) && a != NULL && b != NULL &&
         a->coverage != ACCORD_COVERAGE_SILENT && b->coverage != ACCORD_COVERAGE_SILENT;
}

static void
append_entry (AccordChannel *self,
              guint index,
              const AccordLinkFinding *link,
              guint left,
              const AccordPassageMark *left_mark,
              const AccordPassageMark *right_mark,
              guint *n_ribbons)
{
  gboolean a_is_left = link->a.document == left;
  Entry entry = { index,
                  a_is_left ? link->a.passage : link->b.passage,
                  a_is_left ? link->b.passage : link->a.passage,
                  FALSE,
                  ACCORD_COVERAGE_SOME,
                  NULL };

  entry.as_ribbon = is_focused (self, index, link, left_mark, right_mark) &&
                    (*n_ribbons < MAX_RIBBONS || accord_view_get_link (self->view) == index);
  if (left_mark != NULL && left_mark->coverage != ACCORD_COVERAGE_SILENT)
    entry.coverage = left_mark->coverage;
  if (entry.as_ribbon)
    {
      entry.button = accord_link_button_new (self->view, index);
      gtk_widget_set_child_visible (entry.button, FALSE);
      gtk_widget_set_parent (entry.button, GTK_WIDGET (self));
    }
  *n_ribbons += entry.as_ribbon;
  g_array_append_val (self->entries, entry);
}

static gboolean
place_buttons_cb (gpointer data)
{
  ((AccordChannel *) data)->place_id = 0;
  gtk_widget_queue_allocate (data);
  return G_SOURCE_REMOVE;
}

static void
drop_entries (AccordChannel *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    g_clear_pointer (&g_array_index (self->entries, Entry, i).button, gtk_widget_unparent);
  g_array_set_size (self->entries, 0);
}

static void
update_entries_cb (AccordChannel *self)
{
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  guint left = 0, right = 0, n = 0, n_left = 0, n_right = 0, n_ribbons = 0;
  const AccordLinkFinding *links =
    findings != NULL ? accord_findings_get_links (findings, &n) : NULL;
  g_autofree AccordPassageMark *left_marks = NULL;
  g_autofree AccordPassageMark *right_marks = NULL;

  drop_entries (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!accord_column_get_index (self->left, &left) ||
      !accord_column_get_index (self->right, &right))
    return;
  left_marks = accord_passage_marks_new (self->view, left, &n_left);
  right_marks = accord_passage_marks_new (self->view, right, &n_right);
  for (guint i = 0; i < n; i++)
    {
      gboolean forward = links[i].a.document == left && links[i].b.document == right;
      guint l = forward ? links[i].a.passage : links[i].b.passage,
            r = forward ? links[i].b.passage : links[i].a.passage;

      if (!forward && !(links[i].a.document == right && links[i].b.document == left))
        continue;
      if (!accord_view_passes_link (self->view, &links[i]))
        continue;
      append_entry (self, i, &links[i], left, l < n_left ? &left_marks[l] : NULL,
                    r < n_right ? &right_marks[r] : NULL, &n_ribbons);
    }
  if (self->place_id == 0)
    self->place_id = g_idle_add (place_buttons_cb, self);
}

/* Upper and lower edge of a passage in the channel's pixels, and the edges of its text view. */
static gboolean
extents (AccordChannel *self, AccordColumn *column, guint passage, double *top, double *bottom)
{
  GtkWidget *text = GTK_WIDGET (accord_column_get_text (column));
  double x = 0, y = 0;

  if (!accord_text_view_get_passage_extents (ACCORD_TEXT_VIEW (text), passage, top, bottom))
    return FALSE;
  gtk_widget_translate_coordinates (text, GTK_WIDGET (self), 0, 0, &x, &y);
  *top += y;
  *bottom += y;
  return TRUE;
}

static double
upper_edge (AccordChannel *self)
{
  double x = 0, y = 0;

  gtk_widget_translate_coordinates (GTK_WIDGET (accord_column_get_text (self->left)),
                                    GTK_WIDGET (self), 0, 0, &x, &y);
  return y;
}

static void
draw_tick (cairo_t *cr, double x, double y, const GdkRGBA *ink)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * 0.45);
  cairo_rectangle (cr, x, y - 1, 6, 2);
  cairo_fill (cr);
}

static void
draw_bracket (cairo_t *cr, double x, double top, double bottom, const GdkRGBA *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.8);
  cairo_rectangle (cr, x, top, 2, bottom - top);
  cairo_fill (cr);
}

static void
draw_label (
  AccordChannel *self, cairo_t *cr, const char *text, double x, double y, const GdkRGBA *ink)
{
  int width = 0, height = 0;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_move_to (cr, x - width / 2.0, y - height / 2.0);
  pango_cairo_show_layout (cr, self->layout);
}

/* "↓ ¶12" over the score, at the edge behind which the end lies. */
static void
draw_chip (AccordChannel *self,
           cairo_t *cr,
           const Entry *entry,
           gboolean end_is_left,
           gboolean below,
           const GdkRGBA *colour,
           const GdkRGBA *ink)
{
  guint n = 0, document = 0;
  const AccordLinkFinding *links =
    accord_findings_get_links (accord_session_get_findings (session_of (self)), &n);
  guint passage = end_is_left ? entry->left : entry->right;
  double height = gtk_widget_get_height (GTK_WIDGET (self)), top = upper_edge (self);
  double y = below ? height - CHIP_HEIGHT - 4 : MAX (top, 0) + 4;
  Chip chip;
  g_autofree char *place = NULL;
  g_autofree char *first = NULL;
  g_autofree char *score = accord_place_dup_score (links[entry->link].score);

  if (!accord_column_get_index (end_is_left ? self->left : self->right, &document))
    return;
  for (guint i = 0; i < self->chips->len; i++)
    if (ABS (g_array_index (self->chips, Chip, i).area.origin.y - y) < CHIP_HEIGHT)
      y += below ? -(CHIP_HEIGHT + 3) : CHIP_HEIGHT + 3;
  chip = (Chip){ GRAPHENE_RECT_INIT (2, (float) y, WIDTH - 4, CHIP_HEIGHT), entry->link, document,
                 passage };
  g_array_append_val (self->chips, chip);
  place = accord_place_dup_label (session_of (self), document, passage);
  first = g_strdup_printf ("%s %s", below ? "↓" : "↑", place);
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.1);
  cairo_rectangle (cr, 2, y, WIDTH - 4, CHIP_HEIGHT - 3);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_rectangle (cr, 2, y + CHIP_HEIGHT - 3, WIDTH - 4, 3);
  cairo_fill (cr);
  draw_label (self, cr, first, WIDTH / 2.0, y + 8, ink);
  draw_label (self, cr, score, WIDTH / 2.0, y + 20, ink);
}

static void
draw_ribbon (AccordChannel *self, cairo_t *cr, const Entry *entry, const GdkRGBA *ink)
{
  guint n = 0;
  const AccordLinkFinding *link =
    &accord_findings_get_links (accord_session_get_findings (session_of (self)), &n)[entry->link];
  double l0, l1, r0, r1, top = upper_edge (self),
                         height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean left_seen, right_seen;
  AccordRibbon ribbon;
  GdkRGBA colour;

  if (!extents (self, self->left, entry->left, &l0, &l1) ||
      !extents (self, self->right, entry->right, &r0, &r1))
    return;
  accord_palette_coverage (entry->coverage, accord_palette_is_dark (), &colour);
  left_seen = l1 > top && l0 < height;
  right_seen = r1 > top && r0 < height;
  if (left_seen)
    draw_bracket (cr, 0, l0, l1, &colour);
  if (right_seen)
    draw_bracket (cr, WIDTH - 2, r0, r1, &colour);
  if (left_seen && right_seen)
    {
      ribbon = (AccordRibbon){ (l0 + l1) / 2,
                               (r0 + r1) / 2,
                               WIDTH,
                               link->score,
                               link->status,
                               link->verdict == ACCORD_VERDICT_OPPOSED,
                               accord_view_get_link (self->view) == entry->link };
      accord_ribbon_draw (&ribbon, cr, &colour, ink);
      g_array_append_val (self->ribbons, ribbon);
      g_array_append_val (self->ribbon_links, entry->link);
    }
  else if (left_seen || right_seen)
    draw_chip (self, cr, entry, !left_seen, left_seen ? r0 >= height : l0 >= height, &colour, ink);
}

static void
draw_ticks (AccordChannel *self, cairo_t *cr, const Entry *entry, const GdkRGBA *ink)
{
  double l0, l1, r0, r1, top = upper_edge (self),
                         height = gtk_widget_get_height (GTK_WIDGET (self));

  if (extents (self, self->left, entry->left, &l0, &l1) && l1 > top && l0 < height)
    draw_tick (cr, 0, (l0 + l1) / 2, ink);
  if (extents (self, self->right, entry->right, &r0, &r1) && r1 > top && r0 < height)
    draw_tick (cr, WIDTH - 6, (r0 + r1) / 2, ink);
}

static void
accord_channel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordChannel *self = ACCORD_CHANNEL (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = NULL;
  GdkRGBA ink;

  g_array_set_size (self->ribbons, 0);
  g_array_set_size (self->ribbon_links, 0);
  g_array_set_size (self->chips, 0);
  if (self->entries->len == 0 || accord_session_get_findings (session_of (self)) == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, height));
  cairo_rectangle (cr, 0, MAX (0, upper_edge (self)), WIDTH, height);
  cairo_clip (cr);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->as_ribbon)
        draw_ribbon (self, cr, entry, &ink);
      else
        draw_ticks (self, cr, entry, &ink);
    }
  cairo_destroy (cr);
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).button != NULL)
      gtk_widget_snapshot_child (widget, g_array_index (self->entries, Entry, i).button, snapshot);
}

/* A button lies over its ribbon or chip; where neither end is seen there is nothing to reach. */
static void
accord_channel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordChannel *self = ACCORD_CHANNEL (widget);
  double edge = MAX (0, upper_edge (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      double l0 = 0, l1 = 0, r0 = 0, r1 = 0, top, bottom;
      gboolean seen = entry->button != NULL && extents (self, self->left, entry->left, &l0, &l1) &&
                      extents (self, self->right, entry->right, &r0, &r1) &&
                      ((l1 > edge && l0 < height) || (r1 > edge && r0 < height));

      if (entry->button == NULL)
        continue;
      gtk_widget_set_child_visible (entry->button, seen);
      top = CLAMP (MIN (l0, r0), edge, height - 12.0);
      bottom = CLAMP (MAX (l1, r1), top + 12, height);
      if (seen)
        gtk_widget_size_allocate (
          entry->button, &(GtkAllocation){ 0, (int) top, width, (int) MAX (bottom - top, 12) }, -1);
    }
}

/* Texts move while they are laid out, which is too late to ask for a place in the same frame. */
static void
moved_cb (AccordChannel *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->place_id == 0 && gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    self->place_id = g_idle_add (place_buttons_cb, self);
}

static void
accord_channel_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static guint
ribbon_at (AccordChannel *self, double x, double y)
{
  for (guint i = self->ribbons->len; i-- > 0;)
    if (accord_ribbon_contains (&g_array_index (self->ribbons, AccordRibbon, i), x, y))
      return g_array_index (self->ribbon_links, guint, i);
  return ACCORD_NONE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AccordChannel *self)
{
  guint link = ribbon_at (self, x, y);

  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip chip = g_array_index (self->chips, Chip, i);

      if (graphene_rect_contains_point (&chip.area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        {
          accord_view_focus_link (self->view, chip.link);
          accord_view_jump (self->view, chip.document, chip.passage);
          return;
        }
    }
  if (link == ACCORD_NONE)
    return;
  accord_view_focus_link (self->view, link);
  if (n_press == 2)
    accord_view_align (self->view);
}

static gboolean
query_tooltip_cb (AccordChannel *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  guint n = 0, link = ribbon_at (self, x, y);
  AccordFindings *findings = accord_session_get_findings (session_of (self));
  const AccordLinkFinding *links =
    findings != NULL ? accord_findings_get_links (findings, &n) : NULL;
  g_autofree char *text = NULL;

  if (link >= n)
    return FALSE;
  text = accord_link_button_dup_label (session_of (self), &links[link]);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
accord_channel_dispose (GObject *object)
{
  AccordChannel *self = ACCORD_CHANNEL (object);

  g_clear_handle_id (&self->place_id, g_source_remove);
  drop_entries (self);
  g_clear_object (&self->view);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (accord_channel_parent_class)->dispose (object);
}

static void
accord_channel_finalize (GObject *object)
{
  AccordChannel *self = ACCORD_CHANNEL (object);

  g_array_unref (self->entries);
  g_array_unref (self->ribbons);
  g_array_unref (self->ribbon_links);
  g_array_unref (self->chips);
  G_OBJECT_CLASS (accord_channel_parent_class)->finalize (object);
}

static void
accord_channel_class_init (AccordChannelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_channel_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_channel_finalize;
  widget_class->snapshot = accord_channel_snapshot;
  widget_class->measure = accord_channel_measure;
  widget_class->size_allocate = accord_channel_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "channel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_channel_init (AccordChannel *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell Bold 8");

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->ribbons = g_array_new (FALSE, FALSE, sizeof (AccordRibbon));
  self->ribbon_links = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_font_description (self->layout, font);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Links between the two columns"), -1);
}

/**
 * accord_channel_new:
 * @view: what is looked at
 * @left: the column before it; outlives the channel
 * @right: the column behind it; outlives the channel
 *
 * Returns: (transfer floating): the channel between them
 */
GtkWidget *
accord_channel_new (AccordView *view, AccordColumn *left, AccordColumn *right)
{
  AccordChannel *self = g_object_new (ACCORD_TYPE_CHANNEL, NULL);
  AccordColumn *columns[] = { left, right };

  self->view = g_object_ref (view);
  self->left = left;
  self->right = right;
  g_signal_connect_object (view, "focus-changed", G_CALLBACK (update_entries_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (accord_view_get_session (view), "findings-changed",
                           G_CALLBACK (update_entries_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_signal_connect_object (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (accord_column_get_text (columns[i]))),
      "value-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_signal_connect_object (
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (accord_column_get_text (columns[i]))),
      "changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  update_entries_cb (self);
  return GTK_WIDGET (self);
}
