/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapshots and versions. A snapshot is copied, changed, and never touched again; two
 * are equal when they hold the same things, not when these look alike. */
#include "session/accord-snapshot-private.h"

#include <string.h>

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

AccordVersion *
accord_version_new_recipe (AccordRecipe *recipe)
{
  AccordVersion *self = version_new ();

  self->recipe = accord_recipe_ref (recipe);
  return self;
}

/* Whether its text is there, which is so also while it is being cut. */
gboolean
accord_version_is_readable (const AccordVersion *self)
{
  return self->document != NULL || self->recipe != NULL;
}

/* Returns: (transfer none) (nullable): its text; NULL as long as it is being read. */
AccordText *
accord_version_get_text (const AccordVersion *self)
{
  if (self->document != NULL)
    return accord_document_get_text (self->document);
  return self->recipe != NULL ? accord_recipe_get_text (self->recipe) : NULL;
}

const AccordBlock *
accord_version_get_blocks (const AccordVersion *self, guint *n_blocks)
{
  *n_blocks = 0;
  if (self->document != NULL)
    return accord_document_get_blocks (self->document, n_blocks);
  return self->recipe != NULL ? accord_recipe_get_blocks (self->recipe, n_blocks) : NULL;
}

const char *
accord_version_get_field (const AccordVersion *self, AccordField field)
{
  if (self->document != NULL)
    return accord_document_get_field (self->document, field);
  return self->recipe != NULL ? accord_recipe_get_field (self->recipe, field) : NULL;
}

/* Returns: (transfer full): what makes it again, to be changed; its text must be there. */
AccordRecipe *
accord_version_dup_recipe (const AccordVersion *self)
{
  return self->document != NULL ? accord_recipe_new (self->document)
                                : accord_recipe_copy (self->recipe);
}

/* An analysis by another codebook is none, but of use to the next one. */
void
accord_version_fit (AccordVersion *self, const AccordCodebook *codebook)
{
  if (self->analysis != NULL && accord_analysis_get_codebook (self->analysis) != codebook)
    {
      g_clear_pointer (&self->former, accord_analysis_unref);
      self->former = g_steal_pointer (&self->analysis);
    }
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
  g_free (self->password);
  g_clear_pointer (&self->recipe, accord_recipe_unref);
  g_clear_pointer (&self->document, accord_document_unref);
  g_clear_pointer (&self->analysis, accord_analysis_unref);
  g_clear_pointer (&self->former, accord_analysis_unref);
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
  g_clear_pointer (&entry->attributes, json_object_unref);
}

static GPtrArray *
decisions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_state_decision_unref);
}

static GArray *
entries_new (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (AccordEntry));

  g_array_set_clear_func (entries, entry_clear);
  return entries;
}

AccordSnapshot *
accord_snapshot_new (AccordCodebook *codebook)
{
  AccordSnapshot *self = g_rc_box_new0 (AccordSnapshot);

  self->entries = entries_new ();
  self->decisions = decisions_new ();
  self->codebook = accord_codebook_ref (codebook);
  return self;
}

/* A copy that may be changed before anybody else sees it. Costs next to nothing: what is large is
 * shared until it is changed. */
AccordSnapshot *
accord_snapshot_copy (const AccordSnapshot *self)
{
  AccordSnapshot *copy = g_rc_box_new0 (AccordSnapshot);

  copy->entries = g_array_ref (self->entries);
  copy->decisions = self->decisions != NULL ? g_ptr_array_ref (self->decisions) : NULL;
  copy->codebook = accord_codebook_ref (self->codebook);
  copy->threshold = self->threshold;
  return copy;
}

/* Entries that are this snapshot's alone. It may not be known who shares them, so they are copied
 * for each change; there are few. */
static void
own_entries (AccordSnapshot *self)
{
  GArray *entries = entries_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      AccordEntry entry = *accord_snapshot_get (self, i);

      g_object_ref (entry.object);
      accord_version_ref (entry.version);
      if (entry.attributes != NULL)
        json_object_ref (entry.attributes);
      g_array_append_val (entries, entry);
    }
  g_array_unref (self->entries);
  self->entries = entries;
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
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  accord_codebook_unref (self->codebook);
}

void
accord_snapshot_unref (AccordSnapshot *self)
{
  g_rc_box_release_full (self, snapshot_clear);
}

const AccordEntry *
accord_snapshot_get (const AccordSnapshot *self, guint i)
{
  return &g_array_index (self->entries, AccordEntry, i);
}

/* An entry of a copy, to be changed. */
AccordEntry *
accord_snapshot_edit (AccordSnapshot *self, guint i)
{
  own_entries (self);
  return &g_array_index (self->entries, AccordEntry, i);
}

void
accord_snapshot_set_version (AccordSnapshot *self, guint i, AccordVersion *version)
{
  AccordEntry *entry = accord_snapshot_edit (self, i);

  accord_version_ref (version);
  accord_version_unref (entry->version);
  entry->version = version;
}

void
accord_snapshot_set_object (AccordSnapshot *self, guint i, AccordSessionDocument *object)
{
  g_set_object (&accord_snapshot_edit (self, i)->object, object);
}

/* @attributes: (nullable): never to be changed again. */
void
accord_snapshot_set_attributes (AccordSnapshot *self, guint i, JsonObject *attributes)
{
  AccordEntry *entry = accord_snapshot_edit (self, i);

  g_clear_pointer (&entry->attributes, json_object_unref);
  entry->attributes = attributes != NULL ? json_object_ref (attributes) : NULL;
}

gboolean
accord_snapshot_same_entries (const AccordSnapshot *a, const AccordSnapshot *b)
{
  if (a->entries == b->entries)
    return TRUE;
  if (a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    {
      const AccordEntry *x = accord_snapshot_get (a, i), *y = accord_snapshot_get (b, i);

      if (x->object != y->object || x->version != y->version || x->shown != y->shown ||
          x->attributes != y->attributes)
        return FALSE;
    }
  return TRUE;
}

/* Whether nothing but decisions differs. */
gboolean
accord_snapshot_same_base (const AccordSnapshot *a, const AccordSnapshot *b)
{
  return a->threshold == b->threshold && a->codebook == b->codebook &&
         accord_snapshot_same_entries (a, b);
}

gboolean
accord_snapshot_equal (const AccordSnapshot *a, const AccordSnapshot *b)
{
  if (!accord_snapshot_same_base (a, b) || a->decisions->len != b->decisions->len)
    return FALSE;
  return a->decisions == b->decisions || a->decisions->len == 0 ||
         memcmp (a->decisions->pdata, b->decisions->pdata, a->decisions->len * sizeof (gpointer)) ==
           0;
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
  AccordEntry entry = { g_object_ref (object), accord_version_ref (version), shown, NULL };

  own_entries (self);
  g_array_insert_val (self->entries, MIN (i, self->entries->len), entry);
}

void
accord_snapshot_remove (AccordSnapshot *self, guint i)
{
  own_entries (self);
  g_array_remove_index (self->entries, i);
}

/* Puts entry @i at @position of what is left without it; the end where that is too large. */
void
accord_snapshot_move (AccordSnapshot *self, guint i, guint position)
{
  AccordEntry entry, *entries = NULL;
  guint to = MIN (position, self->entries->len - 1);

  own_entries (self);
  entries = &g_array_index (self->entries, AccordEntry, 0);
  entry = entries[i];
  for (; i < to; i++)
    entries[i] = entries[i + 1];
  for (; i > to; i--)
    entries[i] = entries[i - 1];
  entries[to] = entry;
}
