/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that turns out to hold several documents: the first takes the place of the
 * file in the list, the others stand behind it, wherever the file stands: now, in the
 * past, in the future. So adding a collection stays one step. */
#include "session/accord-session-private.h"

static AccordSnapshot *
with_parts (AccordSnapshot *snapshot, const AccordVersion *version, const GArray *parts)
{
  AccordSnapshot *copy = NULL;
  guint at = 0;

  while (at < snapshot->entries->len && accord_snapshot_get (snapshot, at)->version != version)
    at++;
  if (at == snapshot->entries->len)
    return accord_snapshot_ref (snapshot);
  copy = accord_snapshot_copy (snapshot);
  for (guint i = 0; i < parts->len; i++)
    {
      const AccordEntry *part = &g_array_index (parts, AccordEntry, i);

      accord_snapshot_insert (copy, at + 1 + i, part->object, part->version,
                              accord_snapshot_get (copy, at)->shown);
    }
  return copy;
}

static void
expand_steps (GPtrArray *steps, const AccordVersion *version, const GArray *parts)
{
  for (guint i = 0; i < steps->len; i++)
    {
      AccordStep *step = g_ptr_array_index (steps, i);
      AccordSnapshot *copy = with_parts (step->snapshot, version, parts);

      accord_snapshot_unref (step->snapshot);
      step->snapshot = copy;
    }
}

static void
part_clear (gpointer data)
{
  AccordEntry *part = data;

  g_clear_object (&part->object);
  accord_version_unref (part->version);
}

static AccordEntry
part_new (AccordSession *self, AccordDocument *document, GFile *file)
{
  g_autofree char *id = g_strdup_printf ("d%u", self->next_document++);
  const char *name = accord_document_get_field (document, ACCORD_FIELD_NAME);
  AccordEntry part = { .shown = TRUE };

  part.object = accord_session_document_new (self, id, name, file);
  part.version = accord_version_new_document (document);
  return part;
}

/**
 * accord_session_take_documents:
 * @self: a session
 * @version: of a source that was read
 * @documents: (element-type AccordDocument): what it holds, at least one
 *
 * Gives @version its document, and the list those behind it.
 */
void
accord_session_take_documents (AccordSession *self, AccordVersion *version, GPtrArray *documents)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (AccordEntry));
  AccordSnapshot *next = NULL;

  version->document = accord_document_ref (g_ptr_array_index (documents, 0));
  if (documents->len == 1)
    return;
  g_array_set_clear_func (parts, part_clear);
  for (guint i = 1; i < documents->len; i++)
    {
      AccordEntry part = part_new (self, g_ptr_array_index (documents, i), version->file);

      g_array_append_val (parts, part);
    }
  expand_steps (self->undo, version, parts);
  expand_steps (self->redo, version, parts);
  next = with_parts (self->now, version, parts);
  accord_session_set_now (self, next);
}
