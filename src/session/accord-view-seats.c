/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents sit in the read view. Where more are shown than there are seats, the
 * pinned ones and then the first ones keep theirs, in the order of the documents, and
 * the last seat turns through the rest: by hand, or to the best counterpart. */
#include "session/accord-view-private.h"

static GPtrArray *
shown_documents (AccordView *self)
{
  GListModel *documents = accord_session_get_documents (self->session);
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AccordSessionDocument) document = g_list_model_get_item (documents, i);

      if (accord_session_document_get_shown (document) &&
          accord_session_document_get_state (document) == ACCORD_DOCUMENT_READY)
        g_ptr_array_add (shown, g_object_ref (document));
    }
  return shown;
}

/* Parts @shown into those that keep their seats and the rest, both in order. */
static void
part (AccordView *self, GPtrArray *shown, GPtrArray *kept, GPtrArray *rest)
{
  guint n_keep = shown->len <= self->n_seats ? shown->len : MAX (self->n_seats, 1) - 1;
  guint n_pinned = 0, n_others = 0;

  for (guint i = 0; i < shown->len; i++)
    n_pinned += accord_view_is_pinned (self, g_ptr_array_index (shown, i));
  n_pinned = MIN (n_pinned, n_keep);
  n_others = n_keep - n_pinned;
  for (guint i = 0; i < shown->len; i++)
    {
      AccordSessionDocument *document = g_ptr_array_index (shown, i);
      guint *left = accord_view_is_pinned (self, document) ? &n_pinned : &n_others;

      g_ptr_array_add (*left > 0 ? kept : rest, document);
      *left -= *left > 0;
    }
}

static guint
find_turning (AccordView *self, GPtrArray *rest)
{
  for (guint i = 0; i < rest->len; i++)
    if (g_strcmp0 (accord_session_document_get_id (g_ptr_array_index (rest, i)), self->turning) ==
        0)
      return i;
  return 0;
}

/**
 * accord_view_set_n_seats:
 * @self: a view
 * @n_seats: how many documents can be seen at once, at least 1
 */
void
accord_view_set_n_seats (AccordView *self, guint n_seats)
{
  g_return_if_fail (n_seats >= 1);

  if (self->n_seats == n_seats)
    return;
  self->n_seats = n_seats;
  g_signal_emit_by_name (self, "seats-changed");
}

/**
 * accord_view_get_seats:
 * @self: a view
 *
 * Returns: (transfer full) (element-type AccordSessionDocument): the documents that are seated, in
 *   order; at most as many as there are seats
 */
GPtrArray *
accord_view_get_seats (AccordView *self)
{
  g_autoptr (GPtrArray) shown = shown_documents (self);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  part (self, shown, kept, rest);
  if (rest->len > 0)
    g_ptr_array_add (kept, g_ptr_array_index (rest, find_turning (self, rest)));
  g_ptr_array_foreach (kept, (GFunc) (void (*) (void)) g_object_ref, NULL);
  return kept;
}

/**
 * accord_view_get_turn:
 * @self: a view
 * @document: one that is seated
 * @position: (out): its place among those that take turns, from 0
 * @n: (out): how many take turns
 *
 * Returns: whether it sits in the seat that turns; nothing is set else
 */
gboolean
accord_view_get_turn (AccordView *self, AccordSessionDocument *document, guint *position, guint *n)
{
  g_autoptr (GPtrArray) shown = shown_documents (self);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  guint turning = 0;

  part (self, shown, kept, rest);
  turning = find_turning (self, rest);
  if (rest->len == 0 || g_ptr_array_index (rest, turning) != document)
    return FALSE;
  *position = turning;
  *n = rest->len;
  return TRUE;
}

static void
turn_to (AccordView *self, AccordSessionDocument *document)
{
  if (g_strcmp0 (self->turning, accord_session_document_get_id (document)) == 0)
    return;
  g_free (self->turning);
  self->turning = g_strdup (accord_session_document_get_id (document));
  g_signal_emit_by_name (self, "seats-changed");
}

/**
 * accord_view_turn:
 * @self: a view
 * @step: 1 for the next document in the seat that turns, -1 for the one before; round and round
 */
void
accord_view_turn (AccordView *self, gint step)
{
  g_autoptr (GPtrArray) shown = shown_documents (self);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  gint n;

  part (self, shown, kept, rest);
  n = (gint) rest->len;
  if (n > 1)
    turn_to (self, g_ptr_array_index (
                     rest, (guint) ((((gint) find_turning (self, rest) + step) % n + n) % n)));
}

/**
 * accord_view_is_pinned:
 * @self: a view
 * @document: a document of the session
 *
 * Returns: whether it keeps its seat
 */
gboolean
accord_view_is_pinned (AccordView *self, AccordSessionDocument *document)
{
  return g_hash_table_contains (self->pinned, accord_session_document_get_id (document));
}

/**
 * accord_view_set_pinned:
 * @self: a view
 * @document: a document of the session
 * @pinned: whether it is to keep its seat while others take turns
 */
void
accord_view_set_pinned (AccordView *self, AccordSessionDocument *document, gboolean pinned)
{
  const char *id = accord_session_document_get_id (document);

  if (!pinned == !accord_view_is_pinned (self, document))
    return;
  if (pinned)
    g_hash_table_add (self->pinned, g_strdup (id));
  else
    g_hash_table_remove (self->pinned, id);
  g_signal_emit_by_name (self, "seats-changed");
}

/* The end of @link that lies in another document than the focused passage, or NULL. */
static const AccordEnd *
other_end (AccordView *self, const AccordLinkFinding *link)
{
  if (link->a.document == self->document && link->a.passage == self->passage)
    return &link->b;
  if (link->b.document == self->document && link->b.passage == self->passage)
    return &link->a;
  return NULL;
}

/* The best end among the documents of @rest, by score; the focused link goes before all. */
static const AccordEnd *
best_end (AccordView *self, GPtrArray *rest)
{
  guint n = 0;
  const AccordLinkFinding *links =
    accord_findings_get_links (accord_session_get_findings (self->session), &n);
  const AccordEnd *best = NULL;
  gint score = 0;

  for (guint i = 0; i < n; i++)
    {
      const AccordEnd *end = other_end (self, &links[i]);
      gint worth = i == self->link ? G_MAXINT : links[i].score;

      if (end == NULL || worth <= score || links[i].status == ACCORD_STATUS_REJECTED ||
          !g_ptr_array_find (rest, accord_session_get_compared (self->session, end->document),
                             NULL))
        continue;
      best = end;
      score = worth;
    }
  return best;
}

/* The seat that turns shows the best counterpart of what is focused, unless that is there itself.
 */
void
accord_view_turn_to_counterpart (AccordView *self)
{
  g_autoptr (GPtrArray) shown = NULL, kept = NULL, rest = NULL;
  const AccordEnd *end = NULL;
  AccordSessionDocument *own = NULL;

  if (self->document == ACCORD_NONE || accord_session_get_findings (self->session) == NULL)
    return;
  shown = shown_documents (self);
  kept = g_ptr_array_new ();
  rest = g_ptr_array_new ();
  part (self, shown, kept, rest);
  own = accord_session_get_compared (self->session, self->document);
  if (rest->len == 0 || g_ptr_array_index (rest, find_turning (self, rest)) == own)
    return;
  end = best_end (self, rest);
  if (end == NULL)
    return;
  turn_to (self, accord_session_get_compared (self->session, end->document));
  accord_view_jump (self, end->document, end->passage);
}
