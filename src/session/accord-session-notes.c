/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes and marks of review: decisions that no engine knows of. */
#include "session/accord-session-notes.h"

#include <glib/gi18n-lib.h>

#include "session/accord-finding-private.h"

/* The whole of a document, as a target. */
static const AccordSpan WHOLE = { 0, 0 };

/* Takes @change, @decision, which is filled, and @name, the name of what it is on. */
static gboolean
put_note (AccordChange *change, AccordStateDecision *decision, const char *text, char *name)
{
  g_autofree char *owned_name = name;
  gboolean remove = text == NULL || text[0] == '\0';

  if (remove)
    {
      accord_change_remove (change, accord_snapshot_find_subject (change->next, decision));
      accord_state_decision_unref (decision);
    }
  else
    {
      accord_decision_set_string (decision, text);
      accord_change_put (change, decision);
    }
  /* Translators: a place, document or principle */
  return accord_change_finish (
    change, g_strdup_printf (remove ? _ ("Remove Note on %s") : _ ("Write Note on %s"), name));
}

/**
 * accord_session_note_document:
 * @self: a session
 * @document: a document of it
 * @text: (nullable): what it says; NULL or "" removes it
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_note_document (AccordSession *self,
                              AccordSessionDocument *document,
                              const char *text)
{
  AccordSelection whole = { document, WHOLE };
  AccordStateDecision *decision = NULL;
  AccordChange *change = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  if (!accord_session_is_place (self, &whole))
    return FALSE;
  change = accord_change_new (self);
  decision = accord_change_new_decision (change, ACCORD_KIND_NOTE);
  accord_target_set (&decision->target, document, WHOLE);
  return put_note (change, decision, text,
                   g_strdup (accord_session_document_get_letter (document)));
}

/**
 * accord_session_note_place:
 * @self: a session
 * @place: a selection that is not empty
 * @text: (nullable): what it says; NULL or "" removes it
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_note_place (AccordSession *self, const AccordSelection *place, const char *text)
{
  AccordStateDecision *decision = NULL;
  AccordChange *change = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  if (!accord_session_is_place (self, place) || accord_span_length (place->span) == 0)
    return FALSE;
  change = accord_change_new (self);
  decision = accord_change_new_decision (change, ACCORD_KIND_NOTE);
  accord_target_set (&decision->target, place->document, place->span);
  return put_note (change, decision, text, accord_session_dup_place_name (self, place));
}

/**
 * accord_session_note_principle:
 * @self: a session
 * @principle: index in accord_session_get_codebook()
 * @text: (nullable): what it says; NULL or "" removes it
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_note_principle (AccordSession *self, guint principle, const char *text)
{
  AccordStateDecision *decision = NULL;
  AccordChange *change = NULL;
  const AccordPrinciple *principles = NULL;
  guint n = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);
  principles = accord_codebook_get_principles (accord_session_get_codebook (self), &n);
  g_return_val_if_fail (principle < n, FALSE);

  change = accord_change_new (self);
  decision = accord_change_new_decision (change, ACCORD_KIND_NOTE);
  decision->principle = g_strdup (principles[principle].id);
  return put_note (change, decision, text,
                   g_strdup (accord_session_principle_name (self, principle)));
}

/**
 * accord_session_note_link:
 * @self: a session
 * @link_finding: index into the links of the findings
 * @text: (nullable): what it says; NULL or "" removes it
 *
 * The note stays when the machine no longer finds the link.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_note_link (AccordSession *self, guint link_finding, const char *text)
{
  const AccordLinkFinding *link = NULL;
  AccordStateDecision *decision = NULL;
  AccordChange *change = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  link = accord_session_link_at (self, link_finding);
  if (link == NULL)
    return FALSE;
  change = accord_change_new (self);
  decision = accord_change_new_decision (change, ACCORD_KIND_NOTE);
  accord_link_fill (self, link, decision);
  return put_note (change, decision, text, accord_link_dup_name (self, link));
}

static void
note_clear (gpointer data)
{
  AccordNote *note = data;

  accord_state_decision_unref (note->held);
}

static AccordSelection
selection_of (AccordSession *self, const AccordStateTarget *target)
{
  return (AccordSelection){ accord_session_find_document (self, target->document), target->span };
}

/**
 * accord_session_list_notes:
 * @self: a session
 *
 * Returns: (transfer full) (element-type AccordNote): all notes, by document and position, those on
 *   principles last; those that lost their place are told by accord_session_list_unanchored()
 */
GArray *
accord_session_list_notes (AccordSession *self)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (AccordNote));

  g_return_val_if_fail (ACCORD_IS_SESSION (self), notes);

  g_array_set_clear_func (notes, note_clear);
  for (guint i = 0; i < self->now->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->now->decisions, i);
      AccordKind kind = 0;
      AccordNote note = { NULL };

      if (decision->removed || !accord_kind_from_name (decision->kind, &kind) ||
          kind != ACCORD_KIND_NOTE || decision->target.anchor != ACCORD_ANCHOR_FIRM ||
          decision->other.anchor != ACCORD_ANCHOR_FIRM)
        continue;
      note.id = decision->id;
      note.text = json_node_get_string (decision->value);
      note.coder = decision->coder;
      note.time = decision->time;
      note.target = selection_of (self, &decision->target);
      note.other = selection_of (self, &decision->other);
      note.principle = decision->principle;
      note.held = accord_state_decision_ref (decision);
      g_array_append_val (notes, note);
    }
  return notes;
}

static void
mark_one (AccordChange *change, const AccordSelection *place, gboolean reviewed)
{
  AccordStateDecision *decision = accord_change_new_decision (change, ACCORD_KIND_REVIEWED);

  accord_target_set (&decision->target, place->document, place->span);
  if (reviewed)
    {
      accord_change_put (change, decision);
      return;
    }
  accord_change_remove (change, accord_snapshot_find_subject (change->next, decision));
  accord_state_decision_unref (decision);
}

/**
 * accord_session_set_reviewed:
 * @self: a session
 * @places: (array length=n_places): passages
 * @n_places: their number
 * @reviewed: whether the session's coder has looked at all of them
 *
 * In one step. Agreement counts passages that each coder has marked.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_set_reviewed (AccordSession *self,
                             const AccordSelection *places,
                             guint n_places,
                             gboolean reviewed)
{
  AccordChange *change = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self) && (places != NULL || n_places == 0), FALSE);

  change = accord_change_new (self);
  for (guint i = 0; i < n_places; i++)
    if (accord_session_is_place (self, &places[i]))
      mark_one (change, &places[i], reviewed);
  if (n_places == 1 && change->puts->len == 1)
    name = accord_session_dup_place_name (self, &places[0]);
  else
    name = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u Passage", "%u Passages", change->puts->len),
      change->puts->len);
  return accord_change_finish (
    change,
    /* Translators: a place, or how many passages */
    g_strdup_printf (reviewed ? _ ("Mark %s as Reviewed") : _ ("Mark %s as Not Reviewed"), name));
}

/**
 * accord_session_is_reviewed:
 * @self: a session
 * @place: a passage
 *
 * Cost: that of a binary search.
 *
 * Returns: whether the session's coder marked exactly this place as reviewed
 */
gboolean
accord_session_is_reviewed (AccordSession *self, const AccordSelection *place)
{
  AccordStateDecision key = { .kind = (char *) "reviewed", .coder = self->coder };
  AccordStateDecision *found = NULL;

  key.target.document = (char *) accord_session_document_get_id (place->document);
  key.target.span = place->span;
  found = accord_snapshot_find_subject (self->now, &key);
  return found != NULL && !found->removed;
}

/**
 * accord_session_count_reviewed:
 * @self: a session
 * @document: (nullable): a document of it; NULL for all
 *
 * Returns: how many places in it the session's coder marked as reviewed
 */
guint
accord_session_count_reviewed (AccordSession *self, AccordSessionDocument *document)
{
  const char *id = document != NULL ? accord_session_document_get_id (document) : NULL;
  guint n = 0;

  for (guint i = 0; i < self->now->decisions->len; i++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (self->now->decisions, i);

      n += !decision->removed && g_strcmp0 (decision->kind, "reviewed") == 0 &&
           g_strcmp0 (decision->coder, self->coder) == 0 &&
           decision->target.anchor == ACCORD_ANCHOR_FIRM &&
           (id == NULL || g_strcmp0 (decision->target.document, id) == 0);
    }
  return n;
}
