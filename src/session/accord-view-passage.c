/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passage and the link that are focused, and the jumps to their counterparts. */
#include "session/accord-view-private.h"

void
accord_view_forget_passage (AccordView *self)
{
  self->document = self->passage = self->link = ACCORD_NONE;
  g_clear_pointer (&self->comparison, accord_comparison_unref);
}

AccordComparison *
accord_view_get_comparison (AccordView *self)
{
  AccordFindings *findings = accord_session_get_findings (self->session);

  return findings != NULL ? accord_findings_get_comparison (findings) : NULL;
}

/**
 * accord_view_focus_passage:
 * @self: a view
 * @document: its number in the findings, or ACCORD_NONE
 * @passage: index of a passage of it, or ACCORD_NONE
 *
 * The link that was focused is so no more.
 */
void
accord_view_focus_passage (AccordView *self, guint document, guint passage)
{
  AccordComparison *comparison = NULL;

  g_return_if_fail (ACCORD_IS_VIEW (self));

  comparison = accord_view_get_comparison (self);
  if (document == self->document && passage == self->passage && self->link == ACCORD_NONE)
    return;
  accord_view_forget_passage (self);
  if (document != ACCORD_NONE && passage != ACCORD_NONE && comparison != NULL)
    {
      self->document = document;
      self->passage = passage;
      self->comparison = accord_comparison_ref (comparison);
    }
  accord_view_emit_focus_changed (self);
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
  if (link_finding != ACCORD_NONE && self->passage == ACCORD_NONE)
    {
      self->document = links[link_finding].a.document;
      self->passage = links[link_finding].a.passage;
    }
  g_clear_pointer (&self->comparison, accord_comparison_unref);
  if (findings != NULL)
    self->comparison = accord_comparison_ref (accord_findings_get_comparison (findings));
  accord_view_emit_focus_changed (self);
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

  g_return_if_fail (ACCORD_IS_VIEW (self));

  findings = accord_session_get_findings (self->session);
  if (findings == NULL || self->passage == ACCORD_NONE)
    return;
  n_documents = accord_comparison_get_n_documents (accord_findings_get_comparison (findings));
  best = g_new (guint, n_documents);
  for (guint i = 0; i < n_documents; i++)
    best[i] = ACCORD_NONE;
  best[self->document] = self->passage;
  links = accord_findings_get_links (findings, &n);
  /* Links come best first for each pair of documents. */
  for (guint i = 0; i < n; i++)
    {
      const AccordEnd *end = counterpart (self, &links[i]);

      if (end != NULL && (i == self->link || best[end->document] == ACCORD_NONE) &&
          links[i].status != ACCORD_STATUS_REJECTED)
        best[end->document] = end->passage;
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
