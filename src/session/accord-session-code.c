/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person finds without the machine: codings of selections, pairs of two, and what
 * a passage does with a principle. */
#include <glib/gi18n-lib.h>

#include "session/accord-finding-private.h"
#include "session/accord-session-decide.h"

static JsonNode *
stance_value (AccordStance stance, AccordActor actor)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (actor < ACCORD_N_ACTORS)
    json_object_set_string_member (object, "actor", accord_actor_name (actor));
  if (stance < ACCORD_N_STANCES)
    json_object_set_string_member (object, "stance", accord_stance_name (stance));
  return json_node_init_object (json_node_alloc (), object);
}

static gboolean
are_places (AccordSession *self, const AccordSelection *places, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!accord_session_is_place (self, &places[i]) || accord_span_length (places[i].span) == 0)
      return FALSE;
  return n > 0;
}

static const char *
principle_id (AccordSession *self, guint principle)
{
  guint n = 0;
  const AccordPrinciple *principles =
    accord_codebook_get_principles (accord_session_get_codebook (self), &n);

  return principle < n ? principles[principle].id : NULL;
}

/**
 * accord_session_code:
 * @self: a session
 * @places: (array length=n_places): what is coded: a passage, a part of one, several
 * @n_places: their number
 * @principle: index in accord_session_get_codebook()
 * @stance: what they do with it
 * @actor: who is to act; ACCORD_ACTOR_NONE where nobody is named
 *
 * Adds a coding by the person for each place, in one step. The same place with the same principle
 * is coded once; the later stance and actor count.
 *
 * Returns: whether anything changed; FALSE also where one of the places is none
 */
gboolean
accord_session_code (AccordSession *self,
                     const AccordSelection *places,
                     guint n_places,
                     guint principle,
                     AccordStance stance,
                     AccordActor actor)
{
  g_autofree char *place = NULL;
  AccordChange *change = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);
  g_return_val_if_fail (principle_id (self, principle) != NULL, FALSE);
  g_return_val_if_fail (stance < ACCORD_N_STANCES && actor < ACCORD_N_ACTORS, FALSE);

  if (!are_places (self, places, n_places))
    return FALSE;
  change = accord_change_new (self);
  for (guint i = 0; i < n_places; i++)
    {
      AccordStateDecision *decision = accord_change_new_decision (change, ACCORD_KIND_CODE);

      accord_target_set (&decision->target, places[i].document, places[i].span);
      decision->principle = g_strdup (principle_id (self, principle));
      accord_decision_take_value (decision, stance_value (stance, actor));
      accord_change_put (change, decision);
    }
  place = accord_session_dup_place_name (self, &places[0]);
  return accord_change_finish (
    change,
    /* Translators: a place such as "A ¶3", and the name of a principle */
    g_strdup_printf (_ ("Code %s as %s"), place, accord_session_principle_name (self, principle)));
}

/**
 * accord_session_move_coding:
 * @self: a session
 * @coding_finding: index of a coding by the person
 * @place: (nullable): where it shall be; NULL: where it is
 * @principle: index in the codebook, or ACCORD_NONE: the one it has
 *
 * Changes one's own coding.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_move_coding (AccordSession *self,
                            guint coding_finding,
                            const AccordSelection *place,
                            guint principle)
{
  const AccordCodingFinding *coding = NULL;
  AccordStateDecision *before = NULL, *after = NULL;
  AccordChange *change = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  coding = accord_session_coding_at (self, coding_finding);
  if (coding == NULL || coding->status != ACCORD_STATUS_ANALYST ||
      (place != NULL && !are_places (self, place, 1)))
    return FALSE;
  change = accord_change_new (self);
  before = accord_change_find_by_index (change, coding->decision);
  if (before == NULL)
    {
      accord_change_free (change);
      return FALSE;
    }
  after = accord_change_new_decision (change, ACCORD_KIND_CODE);
  after->id = g_strdup (before->id);
  accord_coding_fill (self, coding, after);
  accord_decision_take_value (after, before->value != NULL ? json_node_ref (before->value) : NULL);
  if (place != NULL)
    accord_target_set (&after->target, place->document, place->span);
  if (principle != ACCORD_NONE && principle_id (self, principle) != NULL)
    {
      g_free (after->principle);
      after->principle = g_strdup (principle_id (self, principle));
    }
  name = accord_coding_dup_name (self, coding);
  accord_change_put (change, after);
  return accord_change_finish (change, g_strdup_printf (_ ("Change Coding %s"), name));
}

static void
change_stance (AccordChange *change,
               const AccordCodingFinding *coding,
               AccordStance stance,
               AccordActor actor)
{
  AccordStateDecision *own = coding->status == ACCORD_STATUS_ANALYST
                               ? accord_change_find_by_index (change, coding->decision)
                               : NULL;
  AccordStateDecision *changed = accord_change_find_by_index (change, coding->change);
  AccordStateDecision *decision =
    accord_change_new_decision (change, own != NULL ? ACCORD_KIND_CODE : ACCORD_KIND_STANCE);

  accord_coding_fill (change->session, coding, decision);
  if (own != NULL)
    decision->id = g_strdup (own->id);
  else if (changed != NULL)
    decision->id = g_strdup (changed->id);
  /* What was said before of the one stays when the other is said. */
  if (own != NULL || changed != NULL)
    {
      stance = stance < ACCORD_N_STANCES ? stance : coding->stance;
      actor = actor < ACCORD_N_ACTORS ? actor : coding->actor;
    }
  accord_decision_take_value (decision, stance_value (stance, actor));
  accord_change_put (change, decision);
}

/**
 * accord_session_set_stance:
 * @self: a session
 * @codings: (array length=n_codings): indices into the codings of the findings
 * @n_codings: their number
 * @stance: what they do with the principle; ACCORD_N_STANCES: as it is
 * @actor: who is to act; ACCORD_N_ACTORS: as it is
 *
 * Corrects them in one step: the machine's codings count as confirmed then, unless they were
 * judged.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_set_stance (AccordSession *self,
                           const guint *codings,
                           guint n_codings,
                           AccordStance stance,
                           AccordActor actor)
{
  AccordChange *change = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self) && (codings != NULL || n_codings == 0), FALSE);

  change = accord_change_new (self);
  for (guint i = 0; i < n_codings; i++)
    {
      const AccordCodingFinding *coding = accord_session_coding_at (self, codings[i]);

      if (coding == NULL || ((stance >= ACCORD_N_STANCES || stance == coding->stance) &&
                             (actor >= ACCORD_N_ACTORS || actor == coding->actor)))
        continue;
      change_stance (change, coding, stance, actor);
      if (name == NULL)
        name = accord_coding_dup_name (self, coding);
    }
  if (change->puts->len == 1)
    return accord_change_finish (change, g_strdup_printf (_ ("Change Stance of %s"), name));
  return accord_change_finish (
    change, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change Stance of %u Coding",
                                          "Change Stance of %u Codings", change->puts->len),
                             change->puts->len));
}

/**
 * accord_session_pair:
 * @self: a session
 * @a: a selection
 * @b: a selection in another document
 *
 * Links them by hand.
 *
 * Returns: whether anything changed; FALSE also where one is no place, or both are in one document
 */
gboolean
accord_session_pair (AccordSession *self, const AccordSelection *a, const AccordSelection *b)
{
  AccordStateDecision *decision = NULL;
  AccordChange *change = NULL;
  g_autofree char *name_a = NULL, *name_b = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  if (!are_places (self, a, 1) || !are_places (self, b, 1) || a->document == b->document)
    return FALSE;
  change = accord_change_new (self);
  decision = accord_change_new_decision (change, ACCORD_KIND_PAIR);
  accord_target_set (&decision->target, a->document, a->span);
  accord_target_set (&decision->other, b->document, b->span);
  accord_change_put (change, decision);
  name_a = accord_session_dup_place_name (self, a);
  name_b = accord_session_dup_place_name (self, b);
  /* Translators: the two places of a link, such as "A ¶3" and "C ¶7" */
  return accord_change_finish (change, g_strdup_printf (_ ("Pair %s – %s"), name_a, name_b));
}

/**
 * accord_session_unpair:
 * @self: a session
 * @link_finding: index into the links of the findings
 *
 * Takes a pair of one's own back, and rejects a link of the machine.
 */
void
accord_session_unpair (AccordSession *self, guint link_finding)
{
  accord_session_decide_link (self, link_finding, ACCORD_DECISION_REJECT);
}

/**
 * accord_session_remove_decision:
 * @self: a session
 * @id: of a decision about findings, a note, a mark of review, or one that lost its place
 *
 * Takes it back, whatever it is about. What changes documents is taken back by changing them again.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_remove_decision (AccordSession *self, const char *id)
{
  AccordChange *change = NULL;
  AccordStateDecision *decision = NULL;
  AccordKind kind = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  change = accord_change_new (self);
  decision = accord_change_find_id (change, id);
  if (decision != NULL && accord_kind_from_name (decision->kind, &kind) &&
      (kind <= ACCORD_KIND_REVIEWED || decision->target.anchor != ACCORD_ANCHOR_FIRM ||
       decision->other.anchor != ACCORD_ANCHOR_FIRM))
    accord_change_remove (change, decision);
  return accord_change_finish (change, g_strdup (_ ("Take Back a Decision")));
}
