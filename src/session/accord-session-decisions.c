/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person says of findings of the machine: accepted, rejected, restored; one or many
 * of them in one step. A person's own finding is not judged: to reject it is to take it
 * back. */
#include "session/accord-session-decide.h"

#include <glib/gi18n-lib.h>

#include "session/accord-finding-private.h"

/* What is judged, and how it is called if it is one alone. */
typedef struct
{
  AccordChange *change;
  AccordDecisionKind kind;
  gboolean restore;
  guint n;
  char *name; /* owned, nullable: of the first */
} Judge;

/* The decision about a finding: the one that the findings name, else one about the same place.
 * Takes @decision, which is filled. */
static void
judge_one (Judge *self, AccordStateDecision *decision, AccordStatus status, guint32 index)
{
  g_autoptr (AccordStateDecision) owned = decision;
  AccordStateDecision *before = accord_change_find_by_index (self->change, index);

  if (before == NULL)
    before = accord_snapshot_find_subject (self->change->next, decision);
  if (self->restore || status == ACCORD_STATUS_ANALYST)
    {
      if (self->restore || self->kind == ACCORD_DECISION_REJECT)
        accord_change_remove (self->change, before);
      return;
    }
  if (before != NULL && !before->removed && g_str_equal (before->kind, decision->kind))
    return;
  decision->id = before != NULL ? g_strdup (before->id) : NULL;
  accord_change_put (self->change, g_steal_pointer (&owned));
}

static AccordStateDecision *
new_judgement (Judge *self)
{
  return accord_change_new_decision (
    self->change, self->kind == ACCORD_DECISION_REJECT ? ACCORD_KIND_REJECT : ACCORD_KIND_ACCEPT);
}

static void
judge_coding (Judge *self, guint index)
{
  AccordSession *session = self->change->session;
  const AccordCodingFinding *coding = accord_session_coding_at (session, index);
  AccordStateDecision *decision = NULL;

  if (coding == NULL)
    return;
  decision = new_judgement (self);
  accord_coding_fill (session, coding, decision);
  judge_one (self, decision, coding->status, coding->decision);
  if (self->restore && coding->change != ACCORD_NONE)
    accord_change_remove (self->change, accord_change_find_by_index (self->change, coding->change));
  if (self->n++ == 0)
    self->name = accord_coding_dup_name (session, coding);
}

static void
judge_link (Judge *self, guint index)
{
  AccordSession *session = self->change->session;
  const AccordLinkFinding *link = accord_session_link_at (session, index);
  AccordStateDecision *decision = NULL;

  if (link == NULL)
    return;
  decision = new_judgement (self);
  accord_link_fill (session, link, decision);
  judge_one (self, decision, link->status, link->decision);
  if (self->n++ == 0)
    self->name = accord_link_dup_name (session, link);
}

static char *
dup_step_name (const Judge *self, gboolean is_link)
{
  gboolean reject = self->kind == ACCORD_DECISION_REJECT;

  if (self->n != 1 && self->restore)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Take Back Decisions on %u Finding",
                                         "Take Back Decisions on %u Findings", self->n),
                            self->n);
  if (self->n != 1)
    return g_strdup_printf (
      reject ? g_dngettext (GETTEXT_PACKAGE, "Reject %u Finding", "Reject %u Findings", self->n)
             : g_dngettext (GETTEXT_PACKAGE, "Accept %u Finding", "Accept %u Findings", self->n),
      self->n);
  if (self->restore)
    return g_strdup_printf (_ ("Take Back Decision on %s"), self->name);
  if (is_link)
    /* Translators: two places */
    return g_strdup_printf (reject ? _ ("Reject Link %s") : _ ("Accept Link %s"), self->name);
  /* Translators: a place and a principle */
  return g_strdup_printf (reject ? _ ("Reject Coding %s") : _ ("Accept Coding %s"), self->name);
}

static void
judge_all (Judge *self, const guint *codings, guint n_codings, const guint *links, guint n_links)
{
  gboolean is_link = FALSE;

  for (guint i = 0; i < n_codings; i++)
    judge_coding (self, codings[i]);
  is_link = self->n == 0;
  for (guint i = 0; i < n_links; i++)
    judge_link (self, links[i]);
  accord_change_finish (self->change, dup_step_name (self, is_link));
  g_free (self->name);
}

/**
 * accord_session_decide_findings:
 * @self: a session
 * @codings: (array length=n_codings) (nullable): indices into the codings of
 *   accord_session_get_findings()
 * @n_codings: their number
 * @links: (array length=n_links) (nullable): indices into the links of it
 * @n_links: their number
 * @kind: ACCORD_DECISION_ACCEPT or ACCORD_DECISION_REJECT
 *
 * Judges all of them in one step. A person's own finding is not judged; to reject it is to take it
 * back. Cost: linear in the decisions there are.
 */
void
accord_session_decide_findings (AccordSession *self,
                                const guint *codings,
                                guint n_codings,
                                const guint *links,
                                guint n_links,
                                AccordDecisionKind kind)
{
  Judge judge = { NULL, kind, FALSE, 0, NULL };

  g_return_if_fail (ACCORD_IS_SESSION (self));
  g_return_if_fail (kind == ACCORD_DECISION_REJECT || kind == ACCORD_DECISION_ACCEPT);

  judge.change = accord_change_new (self);
  judge_all (&judge, codings, n_codings, links, n_links);
}

/**
 * accord_session_restore_findings:
 * @self: a session
 * @codings: (array length=n_codings) (nullable): indices into the codings of
 *   accord_session_get_findings()
 * @n_codings: their number
 * @links: (array length=n_links) (nullable): indices into the links of it
 * @n_links: their number
 *
 * Takes back what was decided about them, in one step; a person's own finding is gone then.
 */
void
accord_session_restore_findings (
  AccordSession *self, const guint *codings, guint n_codings, const guint *links, guint n_links)
{
  Judge judge = { NULL, ACCORD_DECISION_ACCEPT, TRUE, 0, NULL };

  g_return_if_fail (ACCORD_IS_SESSION (self));

  judge.change = accord_change_new (self);
  judge_all (&judge, codings, n_codings, links, n_links);
}

/**
 * accord_session_decide_coding:
 * @self: a session
 * @coding_finding: index into the codings of accord_session_get_findings()
 * @kind: ACCORD_DECISION_ACCEPT or ACCORD_DECISION_REJECT
 *
 * A person's own coding is not decided about; to reject it is to take it back.
 */
void
accord_session_decide_coding (AccordSession *self, guint coding_finding, AccordDecisionKind kind)
{
  accord_session_decide_findings (self, &coding_finding, 1, NULL, 0, kind);
}

/**
 * accord_session_decide_link:
 * @self: a session
 * @link_finding: index into the links of accord_session_get_findings()
 * @kind: ACCORD_DECISION_ACCEPT or ACCORD_DECISION_REJECT
 *
 * A person's own pair is not decided about; to reject it is to take it back.
 */
void
accord_session_decide_link (AccordSession *self, guint link_finding, AccordDecisionKind kind)
{
  accord_session_decide_findings (self, NULL, 0, &link_finding, 1, kind);
}

/**
 * accord_session_restore_coding:
 * @self: a session
 * @coding_finding: index into the codings of accord_session_get_findings()
 *
 * Takes back what was decided about it; a person's own coding is gone then.
 */
void
accord_session_restore_coding (AccordSession *self, guint coding_finding)
{
  accord_session_restore_findings (self, &coding_finding, 1, NULL, 0);
}

/**
 * accord_session_restore_link:
 * @self: a session
 * @link_finding: index into the links of accord_session_get_findings()
 *
 * Takes back what was decided about it; a person's own pair is gone then.
 */
void
accord_session_restore_link (AccordSession *self, guint link_finding)
{
  accord_session_restore_findings (self, NULL, 0, &link_finding, 1);
}
