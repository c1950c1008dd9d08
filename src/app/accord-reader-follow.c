/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that scroll together, if the person wants it: not by pixels, since texts are of
 * different length, but so that the linked passage nearest to eye level has its
 * counterpart beside it. */
#include "app/accord-reader-private.h"

/* Part of the height from the top at which people read. */
#define EYE_LEVEL 0.25
/* A linked passage further off than so many passages says nothing about what is read now. */
#define REACH 40u

/* The best counterpart in document @other of the linked passage that is nearest to @passage. */
static gboolean
find_counterpart (
  AccordReader *self, guint document, guint passage, guint other, guint *near, guint *counterpart)
{
  AccordFindings *findings = accord_session_get_findings (accord_view_get_session (self->view));
  guint n = 0, best = REACH + 1;
  gint score = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n);

  for (guint i = 0; i < n; i++)
    {
      const AccordLinkFinding *link = &links[i];
      gboolean forward = link->a.document == document && link->b.document == other;
      guint from = forward ? link->a.passage : link->b.passage;
      guint distance = from > passage ? from - passage : passage - from;

      if ((!forward && !(link->b.document == document && link->a.document == other)) ||
          !accord_view_passes_link (self->view, link) || link->status == ACCORD_STATUS_REJECTED ||
          distance > best || (distance == best && link->score <= score))
        continue;
      best = distance;
      score = link->score;
      *near = from;
      *counterpart = forward ? link->b.passage : link->a.passage;
    }
  return best <= REACH;
}

static void
move_beside (AccordReader *self, AccordColumn *column, guint document, guint passage)
{
  AccordColumn *other = NULL;
  guint index = 0, near = 0, counterpart = 0;
  double top = 0, bottom = 0;

  for (guint i = 0; i < self->seated->len; i++)
    {
      other = g_ptr_array_index (self->seated, i);
      if (other == column || !accord_column_get_index (other, &index) ||
          !find_counterpart (self, document, passage, index, &near, &counterpart) ||
          !accord_text_view_get_passage_extents (accord_column_get_text (column), near, &top,
                                                 &bottom))
        continue;
      accord_text_view_place_at (accord_column_get_text (other), counterpart, top);
    }
}

static void
scrolled_cb (GtkAdjustment *adjustment, AccordColumn *column)
{
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (column), ACCORD_TYPE_READER);
  AccordReader *self = NULL;
  gboolean lock = FALSE;
  guint document = 0, passage = 0;

  if (widget == NULL)
    return;
  self = ACCORD_READER (widget);
  g_object_get (self->view, "scroll-lock", &lock, NULL);
  if (!lock || self->following || (self->active != column && self->hovered != column) ||
      !accord_column_get_index (column, &document) ||
      !accord_text_view_get_passage_at (
        accord_column_get_text (column),
        EYE_LEVEL * gtk_widget_get_height (GTK_WIDGET (accord_column_get_text (column))), &passage))
    return;
  self->following = TRUE;
  move_beside (self, column, document, passage);
  self->following = FALSE;
}

/**
 * accord_reader_follow:
 * @self: a reader
 * @column: one of its columns
 *
 * From now on the others follow it when it is scrolled, as long as the view says so.
 */
void
accord_reader_follow (AccordReader *self, AccordColumn *column)
{
  g_signal_connect_object (
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (accord_column_get_text (column))),
    "value-changed", G_CALLBACK (scrolled_cb), column, 0);
}
