/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map is made when the pane is seen, not before: it costs the cube of the documents.
 * Its cells are grey, since likeness is not coverage. */
#include "app/accord-map-pane.h"

#include <glib/gi18n.h>

#include "app/accord-grid.h"
#include "app/accord-mark.h"
#include "app/accord-palette.h"
#include "app/accord-place.h"
#include "engine/accord-document-map.h"

struct _AccordMapPane
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  AccordGrid *grid;
  GtkLabel *pair;
  GtkListBox *shared;

  /* owned */
  AccordMatrixState *state; /* nullable */
  AccordDocumentMap *map;   /* nullable: not made yet */

  guint a; /* the chosen pair */
  guint b;
};

G_DEFINE_FINAL_TYPE (AccordMapPane, accord_map_pane, GTK_TYPE_WIDGET)

static AccordSession *
session_of (AccordMapPane *self)
{
  return accord_matrix_state_get_session (self->state);
}

/* The document at a place of the map. */
static guint
document_at (AccordMapPane *self, int place)
{
  guint n = 0;
  const guint *order = accord_document_map_get_order (self->map, &n);

  return place >= 0 && place < (int) n ? order[place] : ACCORD_NONE;
}

static guint
count_principles (AccordMapPane *self)
{
  guint n = 0;

  accord_codebook_get_principles (accord_session_get_codebook (session_of (self)), &n);
  return n;
}

static gboolean
is_heading (gpointer data, guint row)
{
  return FALSE;
}

static void
fill_header (AccordMapPane *self, guint document, gboolean narrow, AccordGridCell *cell)
{
  AccordSessionDocument *d = accord_session_get_compared (session_of (self), document);
  AccordGridContent content = { .marks = { ACCORD_GRID_MARK_LETTER },
                                .letter = accord_session_document_get_letter (d),
                                .words = narrow ? NULL : accord_session_document_get_title (d),
                                .label = accord_session_document_get_title (d) };

  accord_grid_cell_set_content (cell, &content);
}

static char *
dup_cell_label (AccordMapPane *self, guint a, guint b, const char *value)
{
  AccordSessionDocument *x = accord_session_get_compared (session_of (self), a);
  AccordSessionDocument *y = accord_session_get_compared (session_of (self), b);

  return g_strdup_printf (/* Translators: letters of two documents, how alike they are */
                          _ ("%s and %s: %s"), accord_session_document_get_letter (x),
                          accord_session_document_get_letter (y), value);
}

static void
fill_pair (AccordMapPane *self, guint a, guint b, AccordGridCell *cell)
{
  const AccordDocumentPair *pair = accord_document_map_get_pair (self->map, a, b);
  float ink = accord_palette_is_dark () ? 1 : 0;
  AccordGridContent content = { .tint = { ink, ink, ink, 0.04f } };
  g_autofree char *value =
    a == b ? g_strdup_printf (_ ("%u of %u"), accord_document_map_count_principles (self->map, a),
                              count_principles (self))
           : accord_place_dup_score (pair->similarity);
  g_autofree char *label = dup_cell_label (self, a, b, value);

  if (a == b)
    content.dim = value;
  else
    {
      content.strong = value;
      content.tint.alpha = 0.06f + 0.3f * (float) pair->similarity / 1000;
    }
  content.label = label;
  accord_grid_cell_set_content (cell, &content);
}

static void
fill (gpointer data, int row, int column, gboolean narrow, AccordGridCell *cell)
{
  AccordMapPane *self = data;
  guint a, b;

  if (self->map == NULL)
    return;
  a = document_at (self, row);
  b = document_at (self, column);
  if (a != ACCORD_NONE && b != ACCORD_NONE)
    fill_pair (self, a, b, cell);
  else if (a != ACCORD_NONE && column == ACCORD_GRID_START)
    fill_header (self, a, FALSE, cell);
  else if (b != ACCORD_NONE && row == ACCORD_GRID_HEADER)
    fill_header (self, b, narrow, cell);
  else
    {
      AccordGridContent content = { .dim = _ ("Share of principles that both have (Dice)"),
                                    .label = content.dim };

      accord_grid_cell_set_content (cell, &content);
    }
}

static char *
dup_tooltip (gpointer data, int row, int column)
{
  AccordMapPane *self = data;
  guint document;

  if (self->map == NULL)
    return NULL;
  document = document_at (self, row == ACCORD_GRID_HEADER ? column : row);
  if (document == ACCORD_NONE || (row != ACCORD_GRID_HEADER && column != ACCORD_GRID_START))
    return NULL;
  return g_strdup (
    accord_session_document_get_title (accord_session_get_compared (session_of (self), document)));
}

static GtkWidget *
shared_row_new (AccordMapPane *self, AccordCoverage *coverage, guint principle)
{
  const char *name = accord_codebook_get_sentence (
    accord_session_get_codebook (session_of (self)), principle, ACCORD_WHAT_NAME,
    accord_matrix_state_get_options (self->state)->language);
  const guint ends[2] = { self->a, self->b };
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      GtkWidget *mark = accord_mark_new ();
      const AccordCell *cell = accord_coverage_get_cell (coverage, principle, ends[i]);

      accord_mark_set_stance (ACCORD_MARK (mark), cell->stance);
      gtk_widget_set_tooltip_text (mark, accord_mark_stance_label (cell->stance));
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "principle", GUINT_TO_POINTER (principle));
  return row;
}

static void
fill_shared (AccordMapPane *self)
{
  AccordCoverage *coverage = accord_session_get_coverage (session_of (self));
  GtkWidget *child = NULL;
  guint n = count_principles (self);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->shared))) != NULL)
    gtk_list_box_remove (self->shared, child);
  for (guint i = 0; i < n && self->a != self->b; i++)
    if (accord_coverage_get_cell (coverage, i, self->a)->n_codings > 0 &&
        accord_coverage_get_cell (coverage, i, self->b)->n_codings > 0)
      gtk_list_box_append (self->shared, shared_row_new (self, coverage, i));
}

static void
show_pair (AccordMapPane *self)
{
  const AccordDocumentPair *pair = NULL;
  g_autofree char *text = NULL;

  if (self->map == NULL || self->a == ACCORD_NONE || self->b == ACCORD_NONE || self->a == self->b)
    {
      self->a = self->b = ACCORD_NONE;
      gtk_label_set_label (self->pair, _ ("Choose a pair to see what the two share."));
      fill_shared (self);
      return;
    }
  pair = accord_document_map_get_pair (self->map, self->a, self->b);
  text = g_strdup_printf (
    /* Translators: two letters; principles; links, and how their stances compare */
    _ ("%s and %s share %u of %u principles. Links: %u, %u of them confirmed; stances agree in %u, "
       "are weaker in %u, opposed in %u."),
    accord_session_document_get_letter (accord_session_get_compared (session_of (self), self->a)),
    accord_session_document_get_letter (accord_session_get_compared (session_of (self), self->b)),
    pair->n_shared, count_principles (self), pair->n_links, pair->n_confirmed,
    pair->n_verdicts[ACCORD_VERDICT_AGREE], pair->n_verdicts[ACCORD_VERDICT_WEAKER],
    pair->n_verdicts[ACCORD_VERDICT_OPPOSED]);
  gtk_label_set_label (self->pair, text);
  fill_shared (self);
}

static void
cursor_moved_cb (AccordMapPane *self, int row, int column)
{
  if (self->map == NULL)
    return;
  self->a = document_at (self, row);
  self->b = document_at (self, column);
  show_pair (self);
}

static void
shared_activated_cb (AccordMapPane *self, GtkListBoxRow *row)
{
  guint principle = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "principle")), n = 0;
  const AccordPrinciple *principles =
    accord_codebook_get_principles (accord_session_get_codebook (session_of (self)), &n);

  if (principle >= n)
    return;
  accord_matrix_state_focus_cell (self->state, principles[principle].theme, principle, ACCORD_NONE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-inspector", NULL);
}

static void
update (AccordMapPane *self)
{
  AccordCoverage *coverage = accord_session_get_coverage (session_of (self));
  guint n = 0;

  g_clear_pointer (&self->map, accord_document_map_free);
  if (coverage != NULL)
    {
      self->map = accord_document_map_new (coverage);
      accord_document_map_get_order (self->map, &n);
    }
  self->a = self->b = ACCORD_NONE;
  accord_grid_set_size (self->grid, n, n);
  show_pair (self);
}

static void
rows_changed_cb (AccordMapPane *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    {
      accord_grid_set_size (self->grid, 0, 0);
      g_clear_pointer (&self->map, accord_document_map_free);
    }
}

static void
accord_map_pane_map (GtkWidget *widget)
{
  AccordMapPane *self = ACCORD_MAP_PANE (widget);

  GTK_WIDGET_CLASS (accord_map_pane_parent_class)->map (widget);
  if (self->state != NULL && self->map == NULL)
    update (self);
}

static void
accord_map_pane_dispose (GObject *object)
{
  AccordMapPane *self = ACCORD_MAP_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->map, accord_document_map_free);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (accord_map_pane_parent_class)->dispose (object);
}

static void
accord_map_pane_class_init (AccordMapPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_map_pane_dispose;
  widget_class->map = accord_map_pane_map;
  g_type_ensure (ACCORD_TYPE_GRID);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mappane");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordMapPane, box);
  gtk_widget_class_bind_template_child (widget_class, AccordMapPane, grid);
  gtk_widget_class_bind_template_child (widget_class, AccordMapPane, pair);
  gtk_widget_class_bind_template_child (widget_class, AccordMapPane, shared);
  gtk_widget_class_bind_template_callback (widget_class, shared_activated_cb);
}

static void
accord_map_pane_init (AccordMapPane *self)
{
  static const AccordGridSource SOURCE = { is_heading, fill, dup_tooltip };

  self->a = self->b = ACCORD_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_grid_set_has_end (self->grid, FALSE);
  accord_grid_set_source (self->grid, &SOURCE, self);
  g_signal_connect_object (self->grid, "cursor-moved", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * accord_map_pane_set_state:
 * @self: a pane
 * @state: what it shows; set once
 */
void
accord_map_pane_set_state (AccordMapPane *self, AccordMatrixState *state)
{
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  g_signal_connect_object (state, "rows-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
