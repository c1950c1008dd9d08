/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passage and the link that are focused, and the jumps to their counterparts. */
#include "session/accord-view-private.h"

void
accord_view_forget_passage (AccordView *self)
{
  self->document = self->passage = self->link = self->coding = ACCORD_NONE;
  g_clear_pointer (&self->comparison, accord_comparison_unref);
  g_clear_pointer (&self->focused, accord_document_unref);
  g_clear_pointer (&self->finding_id, g_free);
}

AccordComparison *
accord_view_get_comparison (AccordView *self)
{
  AccordFindings *findings = accord_session_get_findings (self->session);

  return findings != NULL ? accord_findings_get_comparison (findings) : NULL;
}

static char *
dup_decision_id (AccordFindings *findings, guint32 decision)
{
  guint n = 0;
  const AccordDecision *decisions =
    accord_review_get_decisions (accord_findings_get_review (findings), &n);

  return decision < n ? g_strdup (decisions[decision].id) : NULL;
}

/* What is focused, so that it can be found among other findings. */
void
accord_view_remember_finding (AccordView *self)
{
  AccordFindings *findings = accord_session_get_findings (self->session);
  AccordComparison *comparison = accord_view_get_comparison (self);
  guint n = 0;

  g_clear_pointer (&self->comparison, accord_comparison_unref);
  g_clear_pointer (&self->focused, accord_document_unref);
  g_clear_pointer (&self->finding_id, g_free);
  if (comparison == NULL)
    return;
  self->comparison = accord_comparison_ref (comparison);
  if (self->document != ACCORD_NONE)
    self->focused =
      accord_document_ref (accord_comparison_get_document (comparison, self->document));
  if (self->link != ACCORD_NONE)
    {
      self->link_was = accord_findings_get_links (findings, &n)[self->link];
      self->finding_id = dup_decision_id (findings, self->link_was.decision);
    }
  if (self->coding != ACCORD_NONE)
    {
      self->coding_was = accord_findings_get_codings (findings, &n)[self->coding];
      self->finding_id = dup_decision_id (findings, self->coding_was.decision);
    }
}

/* The number that a document of the former comparison has in @comparison. */
static guint
renumber (AccordView *self, AccordComparison *comparison, guint document)
{
  AccordDocument *wanted = accord_comparison_get_document (self->comparison, document);
  guint n = accord_comparison_get_n_documents (comparison);

  if (self->comparison == comparison)
    return document;
  for (guint i = 0; i < n; i++)
    if (accord_comparison_get_document (comparison, i) == wanted)
      return i;
  return ACCORD_NONE;
}

static gboolean
same_end (AccordEnd a, AccordEnd b)
{
  return a.document == b.document && a.passage == b.passage;
}

static guint
find_link (AccordView *self, AccordFindings *findings)
{
  AccordComparison *comparison = accord_findings_get_comparison (findings);
  AccordEnd a = { renumber (self, comparison, self->link_was.a.document),
                  self->link_was.a.passage };
  AccordEnd b = { renumber (self, comparison, self->link_was.b.document),
                  self->link_was.b.passage };
  guint n = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n);

  for (guint i = 0; i < n; i++)
    if ((same_end (links[i].a, a) && same_end (links[i].b, b)) ||
        (same_end (links[i].a, b) && same_end (links[i].b, a)))
      return i;
  return ACCORD_NONE;
}

static guint
find_coding (AccordView *self, AccordFindings *findings)
{
  const AccordCodingFinding *was = &self->coding_was;
  guint document = renumber (self, accord_findings_get_comparison (findings), was->document);
  guint n = 0, found = ACCORD_NONE;
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n);

  for (guint i = 0; i < n; i++)
    if (codings[i].document == document && codings[i].passage == was->passage &&
        codings[i].principle == was->principle)
      {
        g_autofree char *id = dup_decision_id (findings, codings[i].decision);

        if (found == ACCORD_NONE ||
            (self->finding_id != NULL && g_strcmp0 (id, self->finding_id) == 0))
          found = i;
      }
  return found;
}

/* Looks for passage, link and coding in the new findings; FALSE: something is gone. */
gboolean
accord_view_find_again (AccordView *self)
{
  AccordFindings *findings = accord_session_get_findings (self->session);
  guint document = self->document;
  gboolean whole;

  if (self->comparison == NULL)
    return TRUE;
  if (findings == NULL ||
      (document != ACCORD_NONE &&
       renumber (self, accord_findings_get_comparison (findings), document) == ACCORD_NONE))
    {
      accord_view_forget_passage (self);
      return FALSE;
    }
  whole = TRUE;
  if (self->link != ACCORD_NONE)
    whole = (self->link = find_link (self, findings)) != ACCORD_NONE;
  if (self->coding != ACCORD_NONE)
    whole = (self->coding = find_coding (self, findings)) != ACCORD_NONE;
  if (document != ACCORD_NONE)
    self->document = renumber (self, accord_findings_get_comparison (findings), document);
  accord_view_remember_finding (self);
  return whole;
}

/**
 * accord_view_focus_passage:
 * @self: a view
 * @document: its number in the findings, or ACCORD_NONE
 * @passage: index of a passage of it, or ACCORD_NONE
 *
 * The link or coding that was focused is so no more. While a pair is being chosen, a passage of
 * another document is its second end instead.
 */
void
accord_view_focus_passage (AccordView *self, guint document, guint passage)
{
  AccordComparison *comparison = NULL;

  g_return_if_fail (ACCORD_IS_VIEW (self));

  comparison = accord_view_get_comparison (self);
  if (accord_view_choose_pair (self, document, passage))
    return;
  if (document == self->document && passage == self->passage && self->link == ACCORD_NONE &&
      self->coding == ACCORD_NONE)
    return;
  accord_view_forget_passage (self);
  if (document != ACCORD_NONE && passage != ACCORD_NONE && comparison != NULL)
    {
      self->document = document;
      self->passage = passage;
      accord_view_remember_finding (self);
    }
  accord_view_emit_focus_changed (self);
  accord_view_turn_to_counterpart (self);
}

/**
 * accord_view_get_passage:
 * @self: a view
 * @document: (out): its number in the findings, or ACCORD_NONE
 * @passage: (out): index of a passage of it, or ACCORD_NONE
 */
void
accord_view_get_passage (AccordView *self, guint *document, guint *passage)
{
  *document = self->document;
  *passage = self->passage;
}

static void
focus_end (AccordView *self, AccordEnd end)
{
  self->document = end.document;
  self->passage = end.passage;
}

/**
 * accord_view_focus_link:
 * @self: a view
 * @link_finding: index into the findings' links, or ACCORD_NONE
 *
 * The passage that is focused stays so; where none is, it is the link's first end.
 */
void
accord_view_focus_link (AccordView *self, guint link_finding)
{
  AccordFindings *findings = NULL;
  const AccordLinkFinding *links = NULL;
  guint n = 0;

  g_return_if_fail (ACCORD_IS_VIEW (self));

  findings = accord_session_get_findings (self->session);
  links = findings != NULL ? accord_findings_get_links (findings, &n) : NULL;
  g_return_if_fail (link_finding == ACCORD_NONE || link_finding < n);

  if (self->link == link_finding)
    return;
  self->link = link_finding;
  self->coding = ACCORD_NONE;
  if (link_finding != ACCORD_NONE && self->passage == ACCORD_NONE)
    focus_end (self, links[link_finding].a);
  accord_view_remember_finding (self);
  accord_view_emit_focus_changed (self);
  accord_view_turn_to_counterpart (self);
}

/**
 * accord_view_get_link:
 * @self: a view
 *
 * Returns: an index into the findings' links, or ACCORD_NONE
 */
guint
accord_view_get_link (AccordView *self)
{
  return self->link;
}

/**
 * accord_view_focus_coding:
 * @self: a view
 * @coding_finding: index into the findings' codings, or ACCORD_NONE
 *
 * Its passage is focused with it, and no link is.
 */
void
accord_view_focus_coding (AccordView *self, guint coding_finding)
{
  AccordFindings *findings = NULL;
  const AccordCodingFinding *codings = NULL;
  guint n = 0;

  g_return_if_fail (ACCORD_IS_VIEW (self));

  findings = accord_session_get_findings (self->session);
  codings = findings != NULL ? accord_findings_get_codings (findings, &n) : NULL;
  g_return_if_fail (coding_finding == ACCORD_NONE || coding_finding < n);

  if (self->coding == coding_finding &&
      (coding_finding != ACCORD_NONE || self->link == ACCORD_NONE))
    return;
  self->link = ACCORD_NONE;
  self->coding = coding_finding;
  if (coding_finding != ACCORD_NONE)
    focus_end (self,
               (AccordEnd){ codings[coding_finding].document, codings[coding_finding].passage });
  accord_view_remember_finding (self);
  accord_view_emit_focus_changed (self);
  accord_view_turn_to_counterpart (self);
}

/**
 * accord_view_get_coding:
 * @self: a view
 *
 * Returns: an index into the findings' codings, or ACCORD_NONE
 */
guint
accord_view_get_coding (AccordView *self)
{
  return self->coding;
}

/* The end of @link that is not the focused passage, or NULL where neither is. */
static const AccordEnd *
counterpart (AccordView *self, const AccordLinkFinding *link)
{
  if (link->a.document == self->document && link->a.passage == self->passage)
    return &link->b;
  if (link->b.document == self->document && link->b.passage == self->passage)
    return &link->a;
  return NULL;
}

/**
 * accord_view_align:
 * @self: a view
 *
 * Jumps to the focused passage, and in each other document to its best counterpart that is not
 * rejected; where it has a link that is focused, to that.
 */
void
accord_view_align (AccordView *self)
{
  AccordFindings *findings = NULL;
  const AccordLinkFinding *links = NULL;
  guint n = 0, n_documents = 0;
  g_autofree guint *best = NULL;
  g_autofree gint *score = NULL;

  g_return_if_fail (ACCORD_IS_VIEW (self));

  findings = accord_session_get_findings (self->session);
  if (findings == NULL || self->passage == ACCORD_NONE)
    return;
  n_documents = accord_comparison_get_n_documents (accord_findings_get_comparison (findings));
  best = g_new (guint, n_documents);
  score = g_new0 (gint, n_documents);
  for (guint i = 0; i < n_documents; i++)
    best[i] = ACCORD_NONE;
  best[self->document] = self->passage;
  links = accord_findings_get_links (findings, &n);
  for (guint i = 0; i < n; i++)
    {
      const AccordEnd *end = counterpart (self, &links[i]);
      gint worth = i == self->link ? G_MAXINT : links[i].score;

      if (end == NULL || links[i].status == ACCORD_STATUS_REJECTED || worth <= score[end->document])
        continue;
      best[end->document] = end->passage;
      score[end->document] = worth;
    }
  for (guint i = 0; i < n_documents; i++)
    if (best[i] != ACCORD_NONE)
      accord_view_jump (self, i, best[i]);
}

/**
 * accord_view_jump:
 * @self: a view
 * @document: its number in the findings
 * @passage: index of a passage of it
 *
 * Emits "jump": the column of @document brings @passage to eye level.
 */
void
accord_view_jump (AccordView *self, guint document, guint passage)
{
  g_return_if_fail (ACCORD_IS_VIEW (self));

  g_signal_emit_by_name (self, "jump", document, passage);
}
