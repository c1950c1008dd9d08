/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions of a person about findings. There is one decision about a place at most:
 * to decide again replaces it under the same id, to take it back marks it as removed,
 * so that merging two sessions knows of it. */
#include "session/accord-session-private.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "session/accord-session-labels-private.h"

/* What a decision is about. */
typedef struct
{
  const char *document;
  AccordSpan span;
  const char *other; /* nullable: of a coding */
  AccordSpan other_span;
  const char *principle; /* nullable: of a link */
} Subject;

/* ISO 8601, UTC; SOURCE_DATE_EPOCH stands for now where it is set. */
static char *
dup_now (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;
  g_autoptr (GDateTime) now = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    now = g_date_time_new_from_unix_utc (seconds);
  else
    now = g_date_time_new_now_utc ();
  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
same_span (AccordSpan a, AccordSpan b)
{
  return a.start == b.start && a.end == b.end;
}

static gboolean
is_place (const AccordStateTarget *target, const char *document, AccordSpan span)
{
  return g_strcmp0 (target->document, document) == 0 && same_span (target->span, span);
}

/* A link is the same from both sides. */
static gboolean
is_about (const AccordStateDecision *decision, const Subject *subject)
{
  if (subject->other == NULL)
    return decision->other.document == NULL &&
           is_place (&decision->target, subject->document, subject->span) &&
           g_strcmp0 (decision->principle, subject->principle) == 0;
  if (decision->other.document == NULL)
    return FALSE;
  return (is_place (&decision->target, subject->document, subject->span) &&
          is_place (&decision->other, subject->other, subject->other_span)) ||
         (is_place (&decision->target, subject->other, subject->other_span) &&
          is_place (&decision->other, subject->document, subject->span));
}

static AccordStateDecision *
find_subject (AccordSession *self, const Subject *subject)
{
  for (guint i = 0; i < self->now->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->now->decisions, i);
      AccordDecisionKind kind = 0;

      if (accord_decision_kind_from_name (decision->kind, &kind) && is_about (decision, subject))
        return decision;
    }
  return NULL;
}

static AccordStateDecision *
find_id (AccordSession *self, const char *id)
{
  for (guint i = 0; i < self->now->decisions->len; i++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->now->decisions, i);

      if (g_strcmp0 (decision->id, id) == 0)
        return decision;
    }
  return NULL;
}

/* The decision about a finding: the one that the findings name, else one about the same place. */
static AccordStateDecision *
find_decision (AccordSession *self, guint32 index, const Subject *subject)
{
  guint n = 0;
  const AccordDecision *decisions =
    accord_review_get_decisions (accord_findings_get_review (self->findings), &n);
  AccordStateDecision *found = index < n ? find_id (self, decisions[index].id) : NULL;

  return found != NULL ? found : find_subject (self, subject);
}

static AccordStateDecision *
decision_new (AccordSession *self, const char *id, const char *kind, const Subject *subject)
{
  AccordStateDecision *decision = accord_state_decision_new ();

  decision->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  decision->kind = g_strdup (kind);
  decision->coder = g_strdup (self->coder);
  decision->time = dup_now ();
  decision->target.document = g_strdup (subject->document);
  decision->target.span = subject->span;
  decision->other.document = g_strdup (subject->other);
  decision->other.span = subject->other_span;
  decision->principle = g_strdup (subject->principle);
  return decision;
}

/* Takes @decision and @name. */
static void
put (AccordSession *self, AccordStateDecision *decision, char *name)
{
  AccordSnapshot *next = accord_snapshot_copy (self->now);

  accord_snapshot_put_decision (next, decision);
  accord_state_decision_unref (decision);
  accord_session_change (self, next, name, FALSE);
}

/* Takes @name. */
static void
decide (
  AccordSession *self, const Subject *subject, guint32 index, AccordDecisionKind kind, char *name)
{
  const AccordStateDecision *before = find_decision (self, index, subject);
  const char *kind_name = accord_decision_kind_name (kind);

  if (before != NULL && !before->removed && g_str_equal (before->kind, kind_name))
    g_free (name);
  else
    put (self, decision_new (self, before != NULL ? before->id : NULL, kind_name, subject), name);
}

/* Takes @name. */
static void
take_back (AccordSession *self, const Subject *subject, guint32 index, char *name)
{
  const AccordStateDecision *before = find_decision (self, index, subject);
  AccordStateDecision *after = NULL;

  if (before == NULL || before->removed)
    {
      g_free (name);
      return;
    }
  after = decision_new (self, before->id, before->kind, subject);
  after->target.span = before->target.span;
  after->value = before->value != NULL ? json_node_ref (before->value) : NULL;
  after->removed = TRUE;
  put (self, after, name);
}

static AccordDocument *
compared_document (AccordSession *self, guint32 document)
{
  return accord_comparison_get_document (accord_findings_get_comparison (self->findings), document);
}

static const char *
compared_id (AccordSession *self, guint32 document)
{
  return accord_session_document_get_id (accord_session_get_compared (self, document));
}

/* "A ¶3": letter, and the paragraph counted from 1. */
static char *
dup_place (AccordSession *self, guint32 document, guint32 passage)
{
  guint n = 0;
  const AccordPassage *passages =
    accord_document_get_passages (compared_document (self, document), &n);

  return g_strdup_printf (
    "%s ¶%u", accord_session_document_get_letter (accord_session_get_compared (self, document)),
    passages[passage].paragraph + 1);
}

/* Findings may still tell of a document that was taken out a moment ago. */
static gboolean
is_there (AccordSession *self, guint32 document)
{
  guint i = 0;

  return accord_snapshot_find (self->now, accord_session_get_compared (self, document), &i);
}

static const AccordCodingFinding *
get_coding (AccordSession *self, guint index, Subject *subject, char **label)
{
  guint n = 0, n_principles = 0;
  const AccordCodingFinding *codings =
    self->findings != NULL ? accord_findings_get_codings (self->findings, &n) : NULL;
  const AccordCodingFinding *coding = index < n ? &codings[index] : NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (coding != NULL, NULL);

  if (!is_there (self, coding->document))
    return NULL;
  place = dup_place (self, coding->document, coding->passage);
  *subject = (Subject){ .document = compared_id (self, coding->document), .span = coding->span };
  subject->principle =
    accord_codebook_get_principles (self->codebook, &n_principles)[coding->principle].id;
  /* Translators: a place such as "A ¶3", and the name of a principle */
  *label =
    g_strdup_printf (_ ("%s – %s"), place,
                     accord_codebook_get_sentence (self->codebook, coding->principle,
                                                   ACCORD_WHAT_NAME, accord_label_language ()));
  return coding;
}

static AccordSpan
passage_span (AccordSession *self, AccordEnd end)
{
  guint n = 0;

  return accord_document_get_passages (compared_document (self, end.document), &n)[end.passage]
    .span;
}

static const AccordLinkFinding *
get_link (AccordSession *self, guint index, Subject *subject, char **label)
{
  guint n = 0;
  const AccordLinkFinding *links =
    self->findings != NULL ? accord_findings_get_links (self->findings, &n) : NULL;
  const AccordLinkFinding *link = index < n ? &links[index] : NULL;
  g_autofree char *a = NULL, *b = NULL;

  g_return_val_if_fail (link != NULL, NULL);

  if (!is_there (self, link->a.document) || !is_there (self, link->b.document))
    return NULL;
  a = dup_place (self, link->a.document, link->a.passage);
  b = dup_place (self, link->b.document, link->b.passage);
  *subject = (Subject){ compared_id (self, link->a.document), passage_span (self, link->a),
                        compared_id (self, link->b.document), passage_span (self, link->b), NULL };
  /* Translators: the two places of a link, such as "A ¶3" and "C ¶7" */
  *label = g_strdup_printf (_ ("%s – %s"), a, b);
  return link;
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
  Subject subject = { NULL };
  g_autofree char *label = NULL;
  const AccordCodingFinding *coding = NULL;
  gboolean reject = kind == ACCORD_DECISION_REJECT;

  g_return_if_fail (ACCORD_IS_SESSION (self));
  g_return_if_fail (reject || kind == ACCORD_DECISION_ACCEPT);

  coding = get_coding (self, coding_finding, &subject, &label);
  if (coding == NULL)
    return;
  if (coding->status == ACCORD_STATUS_ANALYST && !reject)
    return;
  if (coding->status == ACCORD_STATUS_ANALYST)
    accord_session_restore_coding (self, coding_finding);
  else
    decide (self, &subject, coding->decision, kind,
            /* Translators: a place and a principle */
            g_strdup_printf (reject ? _ ("Reject Coding %s") : _ ("Accept Coding %s"), label));
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
  Subject subject = { NULL };
  g_autofree char *label = NULL;
  const AccordLinkFinding *link = NULL;
  gboolean reject = kind == ACCORD_DECISION_REJECT;

  g_return_if_fail (ACCORD_IS_SESSION (self));
  g_return_if_fail (reject || kind == ACCORD_DECISION_ACCEPT);

  link = get_link (self, link_finding, &subject, &label);
  if (link == NULL)
    return;
  if (link->status == ACCORD_STATUS_ANALYST && !reject)
    return;
  if (link->status == ACCORD_STATUS_ANALYST)
    accord_session_restore_link (self, link_finding);
  else
    decide (self, &subject, link->decision, kind,
            /* Translators: two places */
            g_strdup_printf (reject ? _ ("Reject Link %s") : _ ("Accept Link %s"), label));
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
  Subject subject = { NULL };
  g_autofree char *label = NULL;
  const AccordCodingFinding *coding = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self));

  coding = get_coding (self, coding_finding, &subject, &label);
  if (coding != NULL)
    take_back (self, &subject, coding->decision,
               g_strdup_printf (_ ("Take Back Decision on %s"), label));
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
  Subject subject = { NULL };
  g_autofree char *label = NULL;
  const AccordLinkFinding *link = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self));

  link = get_link (self, link_finding, &subject, &label);
  if (link != NULL)
    take_back (self, &subject, link->decision,
               g_strdup_printf (_ ("Take Back Decision on %s"), label));
}
