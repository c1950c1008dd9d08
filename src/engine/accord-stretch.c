/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of consecutive passages lie side by side, so that a view of several needs
 * only their two orders anew. */
#include "engine/accord-stretch-private.h"

/**
 * accord_stretch_of_passage:
 * @passage: index of a passage
 *
 * Returns: the stretch of that passage alone
 */
AccordStretch
accord_stretch_of_passage (guint32 passage)
{
  return (AccordStretch){ passage, passage, 1 };
}

static void
append (AccordStretchView *self, const AccordContentPassage *next)
{
  AccordContentPassage *view = &self->passage;

  for (guint32 i = 0; i < next->n_words; i++)
    self->by_id[view->n_words + i] = view->n_words + next->by_id[i];
  for (guint32 i = 0; i < next->n_cross; i++)
    self->by_cross[view->n_cross + i] = view->n_words + next->by_cross[i];
  view->n_words += next->n_words;
  view->n_cross += next->n_cross;
  view->weight += next->weight;
  view->length += next->length;
}

/**
 * accord_stretch_view_init:
 * @self: (out caller-allocates): a view, to be cleared
 * @content: a content, which outlives it
 * @stretch: passages of it, in one language
 *
 * Cost: nothing for one passage, else a sort of the words.
 */
void
accord_stretch_view_init (AccordStretchView *self,
                          const AccordContent *content,
                          const AccordStretch *stretch)
{
  guint32 n_words = 0, n_cross = 0;

  *self = (AccordStretchView){ accord_content_get_passage (content, stretch->first), NULL, NULL };
  if (stretch->n == 1)
    return;
  for (guint32 i = 0; i < stretch->n; i++)
    {
      AccordContentPassage next = accord_content_get_passage (content, stretch->first + i);

      n_words += next.n_words;
      n_cross += next.n_cross;
    }
  self->by_id = g_new (guint32, n_words + 1);
  self->by_cross = g_new (guint32, n_cross + 1);
  self->passage.n_words = self->passage.n_cross = self->passage.length = 0;
  self->passage.weight = 0;
  for (guint32 i = 0; i < stretch->n; i++)
    {
      AccordContentPassage next = accord_content_get_passage (content, stretch->first + i);

      append (self, &next);
    }
  g_qsort_with_data (self->by_id, (gint) n_words, sizeof (guint32), accord_content_compare_by_id,
                     (gpointer) self->passage.words);
  g_qsort_with_data (self->by_cross, (gint) n_cross, sizeof (guint32),
                     accord_content_compare_by_cross, (gpointer) self->passage.words);
  self->passage.by_id = self->by_id;
  self->passage.by_cross = self->by_cross;
}

/**
 * accord_stretch_view_clear:
 * @self: a view
 */
void
accord_stretch_view_clear (AccordStretchView *self)
{
  g_clear_pointer (&self->by_id, g_free);
  g_clear_pointer (&self->by_cross, g_free);
}
