/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing two passages that belong together: the first is the focused one, the second
 * is the next passage of another document that somebody points at. */
#include "session/accord-view-private.h"

/**
 * accord_view_begin_pair:
 * @self: a view
 *
 * The focused passage is the first of a pair; nothing happens where none is.
 *
 * Returns: whether a pair is being chosen now
 */
gboolean
accord_view_begin_pair (AccordView *self)
{
  g_return_val_if_fail (ACCORD_IS_VIEW (self), FALSE);

  if (self->passage == ACCORD_NONE)
    return self->pairing;
  self->pairing = TRUE;
  self->pair_first = (AccordEnd){ self->document, self->passage };
  self->pair_second = (AccordEnd){ ACCORD_NONE, ACCORD_NONE };
  g_signal_emit_by_name (self, "pair-changed");
  return TRUE;
}

/**
 * accord_view_get_pair:
 * @self: a view
 * @first: (out): the first passage
 * @second: (out): the second one; of ACCORD_NONE as long as it is not chosen
 *
 * Returns: whether a pair is being chosen; nothing is set else
 */
gboolean
accord_view_get_pair (AccordView *self, AccordEnd *first, AccordEnd *second)
{
  if (!self->pairing)
    return FALSE;
  *first = self->pair_first;
  *second = self->pair_second;
  return TRUE;
}

/* Whether the passage was taken as an end of a pair. One of the first's own document takes its
 * place. */
gboolean
accord_view_choose_pair (AccordView *self, guint document, guint passage)
{
  if (!self->pairing || document == ACCORD_NONE || passage == ACCORD_NONE)
    return FALSE;
  if (document == self->pair_first.document)
    self->pair_first.passage = passage;
  else
    self->pair_second = (AccordEnd){ document, passage };
  g_signal_emit_by_name (self, "pair-changed");
  return TRUE;
}

/**
 * accord_view_end_pair:
 * @self: a view
 *
 * No pair is being chosen any more.
 */
void
accord_view_end_pair (AccordView *self)
{
  if (!self->pairing)
    return;
  self->pairing = FALSE;
  g_signal_emit_by_name (self, "pair-changed");
}
