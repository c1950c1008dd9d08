/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo: every change makes a step that holds the snapshot before it, and of the decisions
 * those that differ; there is no limit. What failed to be read is taken out of all
 * snapshots, since nothing can bring it back. */
#include "session/accord-session-private.h"

#include "session/accord-session-labels-private.h"

void
accord_step_free (AccordStep *self)
{
  g_clear_pointer (&self->snapshot, accord_snapshot_unref);
  g_ptr_array_unref (self->dropped);
  g_ptr_array_unref (self->put);
  g_free (self->name);
  g_free (self);
}

static void
hold (gpointer data, gpointer unused)
{
  accord_state_decision_ref (data);
}

/* What differs between two snapshots, held. */
static void
take_diff (AccordStep *self, const AccordSnapshot *now, const AccordSnapshot *then)
{
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_clear_pointer (&self->put, g_ptr_array_unref);
  self->dropped = g_ptr_array_new ();
  self->put = g_ptr_array_new ();
  accord_snapshot_diff (now, then, self->dropped, self->put);
  g_ptr_array_foreach (self->dropped, hold, NULL);
  g_ptr_array_foreach (self->put, hold, NULL);
  g_ptr_array_set_free_func (self->dropped, (GDestroyNotify) accord_state_decision_unref);
  g_ptr_array_set_free_func (self->put, (GDestroyNotify) accord_state_decision_unref);
}

/* The way from @now to @then. */
static AccordStep *
step_new (const AccordSnapshot *now,
          const AccordSnapshot *then,
          const char *name,
          gboolean threshold)
{
  AccordStep *self = g_new0 (AccordStep, 1);

  take_diff (self, now, then);
  self->snapshot = accord_snapshot_copy (then);
  g_clear_pointer (&self->snapshot->decisions, g_ptr_array_unref);
  self->name = g_strdup (name);
  self->threshold = threshold;
  return self;
}

/* Returns: (transfer full): where @self leads to from @now. */
static AccordSnapshot *
step_follow (const AccordStep *self, const AccordSnapshot *now)
{
  AccordSnapshot *then = accord_snapshot_copy (self->snapshot);

  then->decisions = accord_decisions_replace (now->decisions, self->dropped, self->put);
  return then;
}

static AccordStep *
last_step (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

/* The list shows the objects of now: what begins and ends it in common stays untouched. */
static void
show_entries (AccordSession *self)
{
  GListModel *list = G_LIST_MODEL (self->documents);
  guint n_old = g_list_model_get_n_items (list), n_new = self->now->entries->len;
  guint head = 0, tail = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  for (; head < MIN (n_old, n_new); head++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, head);

      if (item != (GObject *) accord_snapshot_get (self->now, head)->object)
        break;
    }
  for (; tail < MIN (n_old, n_new) - head; tail++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, n_old - 1 - tail);

      if (item != (GObject *) accord_snapshot_get (self->now, n_new - 1 - tail)->object)
        break;
    }
  for (guint i = 0; i < n_new; i++)
    {
      const AccordEntry *entry = accord_snapshot_get (self->now, i);
      g_autofree char *letter = accord_label_letter (i);

      accord_session_document_set_letter (entry->object, letter);
      accord_session_document_apply_shown (entry->object, entry->shown);
      if (i >= head && i < n_new - tail)
        g_ptr_array_add (added, entry->object);
    }
  if (n_old - tail > head || added->len > 0)
    g_list_store_splice (self->documents, head, n_old - tail - head, added->pdata, added->len);
}

/* What is shown, and in which groups. */
static gboolean
looks_same (const AccordSnapshot *a, const AccordSnapshot *b)
{
  for (guint i = 0; i < a->entries->len && i < b->entries->len; i++)
    if (accord_snapshot_get (a, i)->shown != accord_snapshot_get (b, i)->shown ||
        accord_snapshot_get (a, i)->attributes != accord_snapshot_get (b, i)->attributes)
      return FALSE;
  return TRUE;
}

/* Shows @next (transfer full) and starts what is missing for it. */
void
accord_session_set_now (AccordSession *self, AccordSnapshot *next)
{
  g_autoptr (AccordSnapshot) before = self->now;

  self->now = next;
  self->paused = FALSE;
  accord_session_fit_codebook (self);
  /* Another threshold or codebook compares anew, and the decision that tells of it changes no
   * finding. */
  if ((before->decisions != next->decisions && before->threshold == next->threshold &&
       before->codebook == next->codebook) ||
      !looks_same (before, next))
    self->stamp++;
  show_entries (self);
  accord_session_update (self);
}

/**
 * accord_session_change:
 * @self: a session
 * @next: (transfer full): what it shall be
 * @name: (transfer full): of the step, translated
 * @threshold: whether only the threshold changes; a series of such is one step
 *
 * Changes the session in a way that can be undone. Nothing happens where @next is what it is.
 */
void
accord_session_change (AccordSession *self, AccordSnapshot *next, char *name, gboolean threshold)
{
  g_autofree char *owned_name = name;
  AccordStep *last = last_step (self->undo);
  gboolean joined = threshold && last != NULL && last->threshold && self->start_source != 0;

  if (accord_snapshot_equal (self->now, next))
    {
      accord_snapshot_unref (next);
      return;
    }
  if (joined)
    {
      g_autoptr (AccordSnapshot) first = step_follow (last, self->now);

      take_diff (last, next, first);
    }
  else
    g_ptr_array_add (self->undo, step_new (next, self->now, name, threshold));
  g_ptr_array_set_size (self->redo, 0);
  accord_session_set_now (self, next);
}

static gboolean
move_step (AccordSession *self, GPtrArray *from, GPtrArray *to)
{
  AccordStep *step = last_step (from);
  AccordSnapshot *next = NULL;

  if (step == NULL)
    return FALSE;
  next = step_follow (step, self->now);
  g_ptr_array_add (to, step_new (next, self->now, step->name, FALSE));
  g_ptr_array_set_size (from, (gint) from->len - 1);
  accord_session_set_now (self, next);
  return TRUE;
}

/**
 * accord_session_undo:
 * @self: a session
 *
 * Takes back the last change.
 *
 * Returns: whether there was one
 */
gboolean
accord_session_undo (AccordSession *self)
{
  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  return move_step (self, self->undo, self->redo);
}

/**
 * accord_session_redo:
 * @self: a session
 *
 * Makes the change again that was taken back last.
 *
 * Returns: whether there was one
 */
gboolean
accord_session_redo (AccordSession *self)
{
  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  return move_step (self, self->redo, self->undo);
}

static AccordSnapshot *
without (AccordSnapshot *snapshot, AccordSessionDocument *object)
{
  AccordSnapshot *copy = NULL;
  guint i = 0;

  if (!accord_snapshot_find (snapshot, object, &i))
    return accord_snapshot_ref (snapshot);
  copy = accord_snapshot_copy (snapshot);
  accord_snapshot_remove (copy, i);
  return copy;
}

/* Takes @object out of @steps, and then those that change nothing: @next is what the last of them
 * leads away from, or back to. */
static void
purge_steps (GPtrArray *steps, AccordSessionDocument *object, AccordSnapshot *next)
{
  for (guint i = steps->len; i-- > 0;)
    {
      AccordStep *step = g_ptr_array_index (steps, i);
      AccordSnapshot *copy = without (step->snapshot, object);

      accord_snapshot_unref (step->snapshot);
      step->snapshot = copy;
      if (accord_snapshot_same_base (copy, next) && step->dropped->len == 0 && step->put->len == 0)
        g_ptr_array_remove_index (steps, i);
      else
        next = copy;
    }
}

/**
 * accord_session_purge:
 * @self: a session
 * @object: a document
 *
 * Takes a document out of the present, the past and the future.
 */
void
accord_session_purge (AccordSession *self, AccordSessionDocument *object)
{
  g_autoptr (AccordSessionDocument) held = g_object_ref (object);
  AccordSnapshot *next = without (self->now, object);

  purge_steps (self->undo, object, next);
  purge_steps (self->redo, object, next);
  accord_session_set_now (self, next);
}

/* The session begins here, as when it was opened. */
void
accord_session_clear_history (AccordSession *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
}

/* Forgets what was made with another codebook than that of now. */
void
accord_session_fit_codebook (AccordSession *self)
{
  if (self->matcher != NULL && accord_matcher_get_codebook (self->matcher) != self->now->codebook)
    g_clear_pointer (&self->matcher, accord_matcher_unref);
  for (guint i = 0; i < self->now->entries->len; i++)
    accord_version_fit (accord_snapshot_get (self->now, i)->version, self->now->codebook);
  if (self->findings == NULL)
    accord_session_show_codebook (self, self->now->codebook);
}

/* From here on @codebook numbers the principles. */
void
accord_session_show_codebook (AccordSession *self, AccordCodebook *codebook)
{
  g_autoptr (AccordCodebook) before = self->codebook;

  self->codebook = accord_codebook_ref (codebook);
  if (before != codebook)
    g_object_notify (G_OBJECT (self), "codebook");
}
