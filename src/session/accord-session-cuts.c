/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins and splits of passages: decisions that say where the segmenter was wrong. They are
 * applied whenever a document is made, also when it is opened. */
#include <glib/gi18n-lib.h>

#include "session/accord-change-private.h"
#include "session/accord-session-state-read-private.h"
#include "session/accord-session-texts.h"

static gboolean
is_cut (const AccordStateDecision *decision, const char *id, AccordKind *kind)
{
  return !decision->removed && decision->target.anchor == ACCORD_ANCHOR_FIRM &&
         g_strcmp0 (decision->target.document, id) == 0 &&
         accord_kind_from_name (decision->kind, kind) &&
         (*kind == ACCORD_KIND_JOIN || *kind == ACCORD_KIND_SPLIT);
}

/**
 * accord_decisions_dup_cuts:
 * @decisions: (element-type AccordStateDecision): of a session
 * @id: of a document
 *
 * Returns: (transfer full) (element-type AccordCut) (nullable): where it is cut otherwise
 */
GArray *
accord_decisions_dup_cuts (GPtrArray *decisions, const char *id)
{
  GArray *cuts = NULL;

  for (guint i = 0; i < decisions->len; i++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (decisions, i);
      AccordKind kind = 0;
      AccordCut cut;

      if (!is_cut (decision, id, &kind))
        continue;
      cut = (AccordCut){ decision->target.span, kind == ACCORD_KIND_SPLIT };
      if (cuts == NULL)
        cuts = g_array_new (FALSE, FALSE, sizeof (AccordCut));
      g_array_append_val (cuts, cut);
    }
  return cuts;
}

/**
 * accord_session_state_cut:
 * @self: a state that has its documents and decisions
 * @error: return location for an error
 *
 * Cuts the documents about which a person decided so.
 *
 * Returns: FALSE with an error of the engine
 */
gboolean
accord_session_state_cut (AccordSessionState *self, GError **error)
{
  g_autoptr (GPtrArray) cutting = g_ptr_array_new ();

  /* They are few: each document looks through them, not through all decisions. */
  for (guint i = 0; i < self->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->decisions, i);
      AccordKind kind = 0;

      if (accord_kind_from_name (decision->kind, &kind) &&
          (kind == ACCORD_KIND_JOIN || kind == ACCORD_KIND_SPLIT))
        g_ptr_array_add (cutting, decision);
    }
  for (guint i = 0; cutting->len > 0 && i < self->documents->len; i++)
    {
      AccordStateDocument *document = g_ptr_array_index (self->documents, i);
      GArray *cuts = accord_decisions_dup_cuts (cutting, document->id);
      g_autoptr (AccordRecipe) recipe = NULL;
      AccordDocument *made = NULL;

      if (cuts == NULL)
        continue;
      recipe = accord_recipe_new (document->document);
      accord_recipe_take_cuts (recipe, cuts);
      made = accord_recipe_make (recipe, NULL, error);
      if (made == NULL)
        return FALSE;
      accord_document_unref (document->document);
      document->document = made;
    }
  return TRUE;
}

/* Takes back the joins within @span, and the splits between its ends: those at an end keep it apart
 * from its neighbours. */
static void
remove_within (AccordChange *change, const char *id, AccordSpan span)
{
  for (guint i = 0; i < change->next->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (change->next->decisions, i);
      AccordSpan cut = decision->target.span;
      AccordKind kind = 0;

      if (is_cut (decision, id, &kind) &&
          (kind == ACCORD_KIND_JOIN ? cut.start >= span.start && cut.end <= span.end
                                    : cut.start > span.start && cut.start < span.end))
        accord_change_remove (change, decision);
    }
}

/* The run of passages of one paragraph that @place touches. */
static gboolean
find_run (const AccordSelection *place, AccordSpan *run, guint *n)
{
  AccordDocument *document = accord_session_document_get_document (place->document);
  guint n_passages = 0, first = accord_document_find_passage (document, place->span.start);
  const AccordPassage *passages = accord_document_get_passages (document, &n_passages);

  *n = 0;
  for (guint i = first; i < n_passages && passages[i].span.start < place->span.end; i++)
    {
      if (passages[i].paragraph != passages[first].paragraph)
        return FALSE;
      if ((*n)++ == 0)
        *run = passages[i].span;
      run->end = passages[i].span.end;
    }
  return *n > 0;
}

/**
 * accord_session_join_passages:
 * @self: a session
 * @place: a selection that touches several passages of one paragraph
 *
 * Makes them one passage. The document is cut, coded and compared anew; positions stay.
 *
 * Returns: whether anything changed; FALSE also where it touches one passage alone, or more than
 * one paragraph
 */
gboolean
accord_session_join_passages (AccordSession *self, const AccordSelection *place)
{
  AccordStateDecision *decision = NULL;
  AccordChange *change = NULL;
  g_autofree char *name = NULL;
  AccordSpan run = { 0, 0 };
  guint n = 0, i = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  if (!accord_session_is_place (self, place) || !find_run (place, &run, &n) || n < 2 ||
      !accord_snapshot_find (self->now, place->document, &i))
    return FALSE;
  change = accord_change_new (self);
  remove_within (change, accord_session_document_get_id (place->document), run);
  decision = accord_change_new_decision (change, ACCORD_KIND_JOIN);
  accord_target_set (&decision->target, place->document, run);
  accord_change_put (change, decision);
  accord_change_get_recipe (change, i);
  name = accord_session_dup_place_name (self, place);
  return accord_change_finish (
    change, g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE, "Join %u Passage of %s", "Join %u Passages of %s", n),
              n, name));
}

/**
 * accord_session_split_passage:
 * @self: a session
 * @document: a document of it
 * @byte: within a passage, on a character boundary: where the next one shall begin
 *
 * Makes two passages of one. The document is cut, coded and compared anew; positions stay.
 *
 * Returns: whether anything changed; FALSE also where no words stand before or behind @byte in its
 *   passage
 */
gboolean
accord_session_split_passage (AccordSession *self, AccordSessionDocument *document, guint32 byte)
{
  AccordSelection place = { document, { byte, byte } };
  AccordStateDecision *decision = NULL;
  AccordChange *change = NULL;
  g_autofree char *name = NULL;
  AccordSpan run = { 0, 0 };
  AccordSelection within = { document, { byte, byte + 1 } };
  guint n = 0, i = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  if (!accord_session_is_place (self, &place) || !find_run (&within, &run, &n) ||
      byte <= run.start || byte >= run.end || !accord_snapshot_find (self->now, document, &i))
    return FALSE;
  change = accord_change_new (self);
  decision = accord_change_new_decision (change, ACCORD_KIND_SPLIT);
  accord_target_set (&decision->target, document, place.span);
  accord_change_put (change, decision);
  accord_change_get_recipe (change, i);
  name = accord_session_dup_place_name (self, &place);
  return accord_change_finish (change, g_strdup_printf (_ ("Split a Passage of %s"), name));
}
