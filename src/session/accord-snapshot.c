/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapshots and versions. A snapshot is copied, changed, and never touched again; two
 * are equal when they hold the same things, not when these look alike. */
#include "session/accord-snapshot-private.h"

#include <string.h>

#include "session/accord-decision-kind-private.h"

static AccordVersion *
version_new (void)
{
  AccordVersion *self = g_rc_box_new0 (AccordVersion);

  self->cancellable = g_cancellable_new ();
  return self;
}

/* A version that is read from @file or, where that is NULL, from @bytes. */
AccordVersion *
accord_version_new_source (GFile *file, GBytes *bytes, const char *name)
{
  AccordVersion *self = version_new ();

  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->name = g_strdup (name);
  return self;
}

AccordVersion *
accord_version_new_document (AccordDocument *document)
{
  AccordVersion *self = version_new ();

  self->document = accord_document_ref (document);
  return self;
}

/* Returns: (transfer none) (nullable): its text, also while it is being cut; NULL as long as it is
 *   being read. */
AccordText *
accord_version_get_text (const AccordVersion *self)
{
  AccordDocument *document = self->document != NULL ? self->document : self->origin;

  return document != NULL ? accord_document_get_text (document) : NULL;
}

guint
accord_version_count_blocks (const AccordVersion *self)
{
  AccordDocument *document = self->document != NULL ? self->document : self->origin;
  guint n = 0;

  if (document != NULL)
    accord_document_get_blocks (document, &n);
  return n;
}

gboolean
accord_version_is_kept (const AccordVersion *self, guint block)
{
  guint n = 0;

  g_return_val_if_fail (block < accord_version_count_blocks (self), FALSE);

  if (self->kept != NULL)
    return self->kept[block];
  return accord_document_get_blocks (self->document, &n)[block].kept;
}

/* @before as it would be with one block kept or left out; it may itself be in the making. */
AccordVersion *
accord_version_new_kept (const AccordVersion *before, guint block, gboolean kept)
{
  AccordVersion *self = version_new ();
  AccordDocument *origin = before->document != NULL ? before->document : before->origin;
  guint n = accord_version_count_blocks (before);

  self->origin = accord_document_ref (origin);
  self->kept = g_new (gboolean, n);
  for (guint i = 0; i < n; i++)
    self->kept[i] = i == block ? kept : accord_version_is_kept (before, i);
  return self;
}

/* @document, cut anew with other blocks kept; a worker may call it. */
AccordDocument *
accord_document_with_kept (AccordDocument *document,
                           const gboolean *kept,
                           const AccordWatch *watch,
                           GError **error)
{
  guint n = 0;
  const AccordBlock *blocks = accord_document_get_blocks (document, &n);
  g_autofree AccordBlock *copy = g_new (AccordBlock, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      copy[i] = blocks[i];
      copy[i].kept = kept[i];
    }
  return accord_document_new (accord_document_get_text (document), copy, n,
                              accord_document_get_fields (document),
                              accord_document_get_unit (document), watch, error);
}

AccordVersion *
accord_version_ref (AccordVersion *self)
{
  return g_rc_box_acquire (self);
}

static void
version_clear (gpointer data)
{
  AccordVersion *self = data;

  /* Nobody can ask for it any more. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_clear_pointer (&self->origin, accord_document_unref);
  g_free (self->kept);
  g_clear_pointer (&self->document, accord_document_unref);
  g_clear_pointer (&self->analysis, accord_analysis_unref);
}

void
accord_version_unref (AccordVersion *self)
{
  g_rc_box_release_full (self, version_clear);
}

static void
entry_clear (gpointer data)
{
  AccordEntry *entry = data;

  g_clear_object (&entry->object);
  g_clear_pointer (&entry->version, accord_version_unref);
}

static GPtrArray *
decisions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_state_decision_unref);
}

static AccordSnapshot *
snapshot_new (void)
{
  AccordSnapshot *self = g_rc_box_new0 (AccordSnapshot);

  self->entries = g_array_new (FALSE, FALSE, sizeof (AccordEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

AccordSnapshot *
accord_snapshot_new (void)
{
  AccordSnapshot *self = snapshot_new ();

  self->decisions = decisions_new ();
  return self;
}

/* A copy that may be changed before anybody else sees it. */
AccordSnapshot *
accord_snapshot_copy (const AccordSnapshot *self)
{
  AccordSnapshot *copy = snapshot_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const AccordEntry *entry = accord_snapshot_get (self, i);

      accord_snapshot_insert (copy, i, entry->object, entry->version, entry->shown);
    }
  copy->decisions = g_ptr_array_ref (self->decisions);
  copy->threshold = self->threshold;
  return copy;
}

AccordSnapshot *
accord_snapshot_ref (AccordSnapshot *self)
{
  return g_rc_box_acquire (self);
}

static void
snapshot_clear (gpointer data)
{
  AccordSnapshot *self = data;

  g_array_unref (self->entries);
  g_ptr_array_unref (self->decisions);
}

void
accord_snapshot_unref (AccordSnapshot *self)
{
  g_rc_box_release_full (self, snapshot_clear);
}

AccordEntry *
accord_snapshot_get (const AccordSnapshot *self, guint i)
{
  return &g_array_index (self->entries, AccordEntry, i);
}

gboolean
accord_snapshot_equal (const AccordSnapshot *a, const AccordSnapshot *b)
{
  if (a->threshold != b->threshold || a->entries->len != b->entries->len ||
      a->decisions->len != b->decisions->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    {
      const AccordEntry *x = accord_snapshot_get (a, i), *y = accord_snapshot_get (b, i);

      if (x->object != y->object || x->version != y->version || x->shown != y->shown)
        return FALSE;
    }
  return a->decisions->len == 0 || memcmp (a->decisions->pdata, b->decisions->pdata,
                                           a->decisions->len * sizeof (gpointer)) == 0;
}

gboolean
accord_snapshot_find (const AccordSnapshot *self, AccordSessionDocument *object, guint *i)
{
  for (*i = 0; *i < self->entries->len; (*i)++)
    if (accord_snapshot_get (self, *i)->object == object)
      return TRUE;
  return FALSE;
}

void
accord_snapshot_insert (AccordSnapshot *self,
                        guint i,
                        AccordSessionDocument *object,
                        AccordVersion *version,
                        gboolean shown)
{
  AccordEntry entry = { g_object_ref (object), accord_version_ref (version), shown };

  g_array_insert_val (self->entries, MIN (i, self->entries->len), entry);
}

void
accord_snapshot_remove (AccordSnapshot *self, guint i)
{
  g_array_remove_index (self->entries, i);
}

static gboolean
is_about (const AccordStateDecision *decision, const char *id)
{
  return g_strcmp0 (decision->target.document, id) == 0 ||
         g_strcmp0 (decision->other.document, id) == 0;
}

/* Forgets what was decided about the document @id. */
void
accord_snapshot_drop_decisions (AccordSnapshot *self, const char *id)
{
  GPtrArray *decisions = decisions_new ();

  for (guint i = 0; i < self->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->decisions, i);

      if (!is_about (decision, id))
        g_ptr_array_add (decisions, accord_state_decision_ref (decision));
    }
  g_ptr_array_unref (self->decisions);
  self->decisions = decisions;
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  return accord_state_decision_compare (*(AccordStateDecision *const *) a,
                                        *(AccordStateDecision *const *) b);
}

/* The last of @decisions with each id, sorted. */
static GPtrArray *
last_of_each (GPtrArray *decisions, GHashTable *ids)
{
  GPtrArray *last = g_ptr_array_new ();

  for (guint i = decisions->len; i-- > 0;)
    {
      AccordStateDecision *decision = g_ptr_array_index (decisions, i);

      if (g_hash_table_add (ids, decision->id))
        g_ptr_array_add (last, decision);
    }
  g_ptr_array_sort (last, compare_cb);
  return last;
}

/* Adds @decisions, all of which have ids, each in its place, instead of those with the same ids.
 * Cost: linear in what there is, and a sort of @decisions. */
void
accord_snapshot_put_decisions (AccordSnapshot *self, GPtrArray *decisions)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) added = last_of_each (decisions, ids);
  GPtrArray *all = decisions_new ();
  guint j = 0;

  for (guint i = 0; i < self->decisions->len; i++)
    {
      AccordStateDecision *other = g_ptr_array_index (self->decisions, i);

      if (other->id != NULL && g_hash_table_contains (ids, other->id))
        continue;
      for (; j < added->len && accord_state_decision_compare (added->pdata[j], other) <= 0; j++)
        g_ptr_array_add (all, accord_state_decision_ref (added->pdata[j]));
      g_ptr_array_add (all, accord_state_decision_ref (other));
    }
  for (; j < added->len; j++)
    g_ptr_array_add (all, accord_state_decision_ref (added->pdata[j]));
  g_ptr_array_unref (self->decisions);
  self->decisions = all;
}

/* The first decision that does not come before the place of @target. */
static guint
lower_bound (GPtrArray *decisions, const AccordStateTarget *target)
{
  AccordStateDecision key = { .id = (char *) "", .target = *target };
  guint low = 0, high = decisions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (accord_state_decision_compare (g_ptr_array_index (decisions, middle), &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* One about the same thing as @decision, whose target begins where @target does. */
static AccordStateDecision *
find_at (GPtrArray *decisions, const AccordStateTarget *target, const AccordStateDecision *decision)
{
  for (guint i = lower_bound (decisions, target); i < decisions->len; i++)
    {
      AccordStateDecision *other = g_ptr_array_index (decisions, i);

      if (other->target.span.start != target->span.start ||
          g_strcmp0 (other->target.document, target->document) != 0)
        break;
      if (accord_decision_same_subject (other, decision))
        return other;
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): the decision about the same thing as @decision, taken back
 *   or not. Cost: that of a binary search. */
AccordStateDecision *
accord_snapshot_find_subject (const AccordSnapshot *self, const AccordStateDecision *decision)
{
  AccordStateDecision *found = find_at (self->decisions, &decision->target, decision);

  if (found == NULL && decision->other.document != NULL)
    found = find_at (self->decisions, &decision->other, decision);
  return found;
}
