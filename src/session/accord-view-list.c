/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking the findings: through the list as it is shown, and through what nobody has
 * reviewed so far, the least certain first. */
#include "session/accord-view-private.h"

/**
 * accord_view_get_list:
 * @self: a view
 *
 * Returns: (transfer none): the findings that the filters let through
 */
AccordFindingList *
accord_view_get_list (AccordView *self)
{
  return self->list;
}

static void
focus_finding (AccordView *self, gboolean is_link, guint index)
{
  guint n = 0;

  if (is_link)
    {
      const AccordLinkFinding *link =
        &accord_findings_get_links (accord_session_get_findings (self->session), &n)[index];

      /* The passage in focus stays so only where it is an end of the link. */
      if (!(self->document == link->a.document && self->passage == link->a.passage) &&
          !(self->document == link->b.document && self->passage == link->b.passage))
        {
          self->document = link->a.document;
          self->passage = link->a.passage;
        }
      accord_view_focus_link (self, index);
    }
  else
    accord_view_focus_coding (self, index);
  accord_view_align (self);
}

/**
 * accord_view_focus_item:
 * @self: a view
 * @position: in the list of findings
 *
 * Focuses what is listed there and brings it to eye level.
 */
void
accord_view_focus_item (AccordView *self, guint position)
{
  gboolean is_link = FALSE;
  guint index = 0;

  g_return_if_fail (ACCORD_IS_VIEW (self));

  if (accord_finding_list_get (self->list, position, &is_link, &index))
    focus_finding (self, is_link, index);
}

/* Where in the list the focused finding stands. */
static gboolean
find_focused (AccordView *self, guint *position)
{
  if (self->link != ACCORD_NONE)
    return accord_finding_list_find (self->list, TRUE, self->link, position);
  return self->coding != ACCORD_NONE &&
         accord_finding_list_find (self->list, FALSE, self->coding, position);
}

/**
 * accord_view_step:
 * @self: a view
 * @step: 1 for the next finding of the list, -1 for the one before
 *
 * Where none is focused, or the focused one is not listed, begins at the near end of the list.
 *
 * Returns: whether there was one to go to
 */
gboolean
accord_view_step (AccordView *self, gint step)
{
  guint position = 0, n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_return_val_if_fail (ACCORD_IS_VIEW (self), FALSE);

  if (n == 0)
    return FALSE;
  if (!find_focused (self, &position))
    position = step > 0 ? 0 : n - 1;
  else if (step > 0 ? position + 1 >= n : position == 0)
    return FALSE;
  else
    position += (guint) step;
  accord_view_focus_item (self, position);
  return TRUE;
}

static void
count (AccordStatus status, guint *n_reviewed, guint *n_all)
{
  *n_all += status != ACCORD_STATUS_ANALYST;
  *n_reviewed += status == ACCORD_STATUS_CONFIRMED || status == ACCORD_STATUS_REJECTED;
}

/**
 * accord_view_count_reviewed:
 * @self: a view
 * @n_reviewed: (out): of the machine's findings, those that a person has accepted or rejected
 * @n_all: (out): the machine's findings in the shown documents, over the least score
 */
void
accord_view_count_reviewed (AccordView *self, guint *n_reviewed, guint *n_all)
{
  AccordFindings *findings = accord_session_get_findings (self->session);
  AccordCoverage *coverage = accord_session_get_coverage (self->session);
  gint least = accord_session_get_least_score (self->session);
  guint n = 0;
  const AccordLinkFinding *links = NULL;
  const AccordCodingFinding *codings = NULL;

  *n_reviewed = *n_all = 0;
  if (findings == NULL)
    return;
  links = accord_findings_get_links (findings, &n);
  for (guint i = 0; i < n; i++)
    if (links[i].score >= least && accord_coverage_is_shown (coverage, links[i].a.document) &&
        accord_coverage_is_shown (coverage, links[i].b.document))
      count (links[i].status, n_reviewed, n_all);
  codings = accord_findings_get_codings (findings, &n);
  for (guint i = 0; i < n; i++)
    if (codings[i].score >= least && accord_coverage_is_shown (coverage, codings[i].document))
      count (codings[i].status, n_reviewed, n_all);
}

/* The machine's finding of the list that is least certain and not the focused one. */
static gboolean
find_uncertain (AccordView *self, AccordFindings *findings, gboolean *is_link, guint *index)
{
  guint n = 0, position = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n);
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n);
  gint least = G_MAXINT;
  gboolean link = FALSE;
  guint i = 0;

  for (; accord_finding_list_get (self->list, position, &link, &i); position++)
    {
      AccordStatus status = link ? links[i].status : codings[i].status;
      gint score = link ? links[i].score : codings[i].score;

      if (status != ACCORD_STATUS_MACHINE || score >= least ||
          i == (link ? self->link : self->coding))
        continue;
      least = score;
      *is_link = link;
      *index = i;
    }
  return least < G_MAXINT;
}

/**
 * accord_view_focus_next_unreviewed:
 * @self: a view
 *
 * Focuses, of the listed findings that nobody has decided about, the one whose score is lowest:
 * where the machine is least certain, a person's word tells most.
 *
 * Returns: whether there was one besides the focused one
 */
gboolean
accord_view_focus_next_unreviewed (AccordView *self)
{
  AccordFindings *findings = accord_session_get_findings (self->session);
  gboolean is_link = FALSE;
  guint index = 0;

  g_return_val_if_fail (ACCORD_IS_VIEW (self), FALSE);

  if (findings == NULL || !find_uncertain (self, findings, &is_link, &index))
    return FALSE;
  focus_finding (self, is_link, index);
  return TRUE;
}
