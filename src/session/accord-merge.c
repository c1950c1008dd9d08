/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: the first session is taken whole, then one after the other is laid over it. */
#include "session/accord-merge.h"

#include <string.h>

#include "session/accord-merge-private.h"
#include "session/accord-session-state-private.h"

static const char *const KIND_NAMES[ACCORD_N_CONFLICTS] = { "codebook", "setting", "text",
                                                            "left out", "field",   "place",
                                                            "decision" };

static void
conflict_free (gpointer data)
{
  AccordConflict *self = data;

  g_free (self->document);
  g_free (self->what);
  g_free (self->ours);
  g_free (self->theirs);
  g_free (self->decision);
  g_free (self->alternative);
  g_free (self);
}

/* The caller fills the rest. */
AccordConflict *
accord_merge_add_conflict (AccordMergeSide *side, AccordConflictKind kind, const char *document)
{
  AccordConflict *conflict = g_new0 (AccordConflict, 1);

  conflict->kind = kind;
  conflict->session = side->index;
  conflict->document = g_strdup (document);
  g_ptr_array_add (side->merge->conflicts, conflict);
  return conflict;
}

/**
 * accord_conflict_kind_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name, never translated
 */
const char *
accord_conflict_kind_name (AccordConflictKind kind)
{
  return KIND_NAMES[kind];
}

static AccordStateDocument *
copy_document (const AccordStateDocument *from)
{
  AccordStateDocument *to = accord_state_document_new (from->id, from->document);

  to->path = g_strdup (from->path);
  to->shown = from->shown;
  to->extra = from->extra != NULL ? json_object_ref (from->extra) : NULL;
  return to;
}

static AccordSessionState *
copy_state (const AccordSessionState *from)
{
  AccordSessionState *to = accord_session_state_new ();

  to->version = from->version;
  to->codebook = accord_codebook_ref (from->codebook);
  to->threshold = from->threshold;
  to->least_score = from->least_score;
  to->next_document = from->next_document;
  to->engine_version = g_strdup (from->engine_version);
  to->icu_version = g_strdup (from->icu_version);
  to->view = from->view != NULL ? json_node_ref (from->view) : NULL;
  to->extra = from->extra != NULL ? json_object_ref (from->extra) : NULL;
  for (guint i = 0; i < from->documents->len; i++)
    g_ptr_array_add (to->documents, copy_document (g_ptr_array_index (from->documents, i)));
  for (guint i = 0; i < from->decisions->len; i++)
    g_ptr_array_add (to->decisions,
                     accord_state_decision_ref (g_ptr_array_index (from->decisions, i)));
  return to;
}

static void
merge_codebook (AccordMergeSide *side)
{
  g_autofree char *ours = accord_codebook_dup_sha256 (side->merge->state->codebook);
  g_autofree char *theirs = accord_codebook_dup_sha256 (side->from->codebook);
  AccordConflict *conflict = NULL;

  if (g_str_equal (ours, theirs))
    return;
  conflict = accord_merge_add_conflict (side, ACCORD_CONFLICT_CODEBOOK, NULL);
  conflict->ours =
    g_strdup_printf ("%s, %.12s", accord_codebook_get_id (side->merge->state->codebook), ours);
  conflict->theirs =
    g_strdup_printf ("%s, %.12s", accord_codebook_get_id (side->from->codebook), theirs);
}

static void
merge_settings (AccordMergeSide *side)
{
  AccordConflict *conflict = NULL;

  if (side->merge->state->threshold == side->from->threshold)
    return;
  conflict = accord_merge_add_conflict (side, ACCORD_CONFLICT_SETTING, NULL);
  conflict->what = g_strdup ("threshold");
  conflict->ours = g_strdup_printf ("%d", side->merge->state->threshold);
  conflict->theirs = g_strdup_printf ("%d", side->from->threshold);
}

/* Within a kind they stay in the order in which they were found. */
static void
sort_conflicts (GPtrArray *conflicts)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < conflicts->len; i++)
    g_ptr_array_add (found, g_ptr_array_index (conflicts, i));
  g_ptr_array_set_free_func (conflicts, NULL);
  g_ptr_array_set_size (conflicts, 0);
  g_ptr_array_set_free_func (conflicts, conflict_free);
  for (guint kind = 0; kind < ACCORD_N_CONFLICTS; kind++)
    for (guint i = 0; i < found->len; i++)
      if (((AccordConflict *) g_ptr_array_index (found, i))->kind == kind)
        g_ptr_array_add (conflicts, g_ptr_array_index (found, i));
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  return accord_state_decision_compare (*(AccordStateDecision *const *) a,
                                        *(AccordStateDecision *const *) b);
}

/**
 * accord_merge_new:
 * @states: (array length=n_states): sessions, none of a newer version
 * @n_states: at least 1
 *
 * Sources are matched by the SHA-256 of their bytes, texts that were pasted by that of the text;
 * of several documents of one source by text and title. What only a later session has is added.
 * Decisions are united; of those about the same thing that of the first session stays, and the
 * others become its alternatives. Cost: linear, but for texts that differ.
 *
 * Returns: (transfer full): the result
 */
AccordMerge *
accord_merge_new (const AccordSessionState *const *states, guint n_states)
{
  AccordMerge *self = g_new0 (AccordMerge, 1);

  g_return_val_if_fail (n_states > 0, NULL);

  self->state = copy_state (states[0]);
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  for (guint i = 1; i < n_states; i++)
    {
      AccordMergeSide side = { self, states[i], i, g_hash_table_new (g_str_hash, g_str_equal) };

      merge_codebook (&side);
      merge_settings (&side);
      accord_merge_documents (&side);
      accord_merge_decisions (&side);
      g_hash_table_unref (side.documents);
    }
  g_ptr_array_sort (self->state->decisions, compare_cb);
  sort_conflicts (self->conflicts);
  return self;
}

/**
 * accord_merge_free:
 * @self: (transfer full) (nullable): a result
 */
void
accord_merge_free (AccordMerge *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->state, accord_session_state_free);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
