/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view lets through. Flags of the passages are worked out once for a document
 * and kept until findings or focus change: a link is asked about both of its ends. */
#include "session/accord-view-private.h"

/* Of a passage. */
enum
{
  HAS_FOCUSED = 1 << 0, /* a coding that counts, of a focused principle */
  HAS_OWN = 1 << 1,     /* the person has coded or decided about it */
};

void
accord_view_forget_flags (AccordView *self)
{
  g_clear_pointer (&self->flags, g_ptr_array_unref);
}

static guint8 *
flags_new (AccordView *self, AccordFindings *findings, guint document)
{
  AccordCoverage *coverage = accord_session_get_coverage (self->session);
  guint n = 0, n_passages = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (findings, document, &n);
  guint8 *flags = NULL;

  accord_document_get_passages (
    accord_comparison_get_document (accord_findings_get_comparison (findings), document),
    &n_passages);
  flags = g_new0 (guint8, MAX (n_passages, 1));
  for (guint i = 0; i < n; i++)
    {
      if (accord_view_is_principle_focused (self, codings[i].principle) &&
          accord_coverage_counts (coverage, &codings[i]))
        flags[codings[i].passage] |= HAS_FOCUSED;
      if (codings[i].status != ACCORD_STATUS_MACHINE)
        flags[codings[i].passage] |= HAS_OWN;
    }
  return flags;
}

static guint8
flags_of (AccordView *self, guint document, guint passage)
{
  AccordFindings *findings = accord_session_get_findings (self->session);
  guint n = 0;

  if (self->flags == NULL)
    {
      self->flags = g_ptr_array_new_with_free_func (g_free);
      n = accord_comparison_get_n_documents (accord_findings_get_comparison (findings));
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (self->flags, flags_new (self, findings, i));
    }
  return ((guint8 *) g_ptr_array_index (self->flags, document))[passage];
}

static gboolean
mode_lets_coding (AccordView *self, AccordCoverage *coverage, const AccordCodingFinding *coding)
{
  AccordCoverageClass class = accord_coverage_get_class (coverage, coding->principle);

  switch (self->mode)
    {
    case ACCORD_VIEW_SHARED:
      return class == ACCORD_COVERAGE_ALL || class == ACCORD_COVERAGE_SOME;
    case ACCORD_VIEW_UNIQUE:
      return class == ACCORD_COVERAGE_UNIQUE;
    case ACCORD_VIEW_OPPOSED:
      return accord_coverage_get_verdict (coverage, coding->principle) == ACCORD_VERDICT_OPPOSED;
    case ACCORD_VIEW_UNREVIEWED:
      return coding->status == ACCORD_STATUS_MACHINE;
    default:
      return TRUE;
    }
}

static gboolean
mode_lets_link (AccordView *self, const AccordLinkFinding *link)
{
  switch (self->mode)
    {
    case ACCORD_VIEW_UNIQUE:
      return FALSE;
    case ACCORD_VIEW_OPPOSED:
      return link->verdict == ACCORD_VERDICT_OPPOSED;
    case ACCORD_VIEW_UNREVIEWED:
      return link->status == ACCORD_STATUS_MACHINE;
    default:
      return TRUE;
    }
}

/**
 * accord_view_passes_coding:
 * @self: a view
 * @coding: one of the session's findings
 *
 * Returns: whether the filters let it through, of whatever principle it is
 */
gboolean
accord_view_passes_coding (AccordView *self, const AccordCodingFinding *coding)
{
  AccordCoverage *coverage = accord_session_get_coverage (self->session);

  if (coverage == NULL || !accord_coverage_is_shown (coverage, coding->document) ||
      coding->score < accord_session_get_least_score (self->session) ||
      (self->statuses & 1u << coding->status) == 0 || (self->stances & 1u << coding->stance) == 0)
    return FALSE;
  if (self->blind && coding->status == ACCORD_STATUS_MACHINE &&
      (flags_of (self, coding->document, coding->passage) & HAS_OWN) == 0)
    return FALSE;
  return mode_lets_coding (self, coverage, coding);
}

/**
 * accord_view_shows_coding:
 * @self: a view
 * @coding: one of the session's findings
 *
 * Returns: whether the filters let it through, and it is of a focused principle where any is
 */
gboolean
accord_view_shows_coding (AccordView *self, const AccordCodingFinding *coding)
{
  return (self->principles->len == 0 ||
          accord_view_is_principle_focused (self, coding->principle)) &&
         accord_view_passes_coding (self, coding);
}

/**
 * accord_view_passes_link:
 * @self: a view
 * @link: one of the session's findings
 *
 * Returns: whether the filters let it through, whatever principles its ends hold
 */
gboolean
accord_view_passes_link (AccordView *self, const AccordLinkFinding *link)
{
  AccordCoverage *coverage = accord_session_get_coverage (self->session);

  if (coverage == NULL || !accord_coverage_is_shown (coverage, link->a.document) ||
      !accord_coverage_is_shown (coverage, link->b.document) ||
      link->score < accord_session_get_least_score (self->session) ||
      (self->statuses & 1u << link->status) == 0 || !mode_lets_link (self, link))
    return FALSE;
  return !self->blind || link->status != ACCORD_STATUS_MACHINE ||
         (flags_of (self, link->a.document, link->a.passage) &
          flags_of (self, link->b.document, link->b.passage) & HAS_OWN) != 0;
}

/**
 * accord_view_shows_link:
 * @self: a view
 * @link: one of the session's findings
 *
 * Returns: whether the filters let it through, and both its ends hold a focused principle where
 *   any is focused
 */
gboolean
accord_view_shows_link (AccordView *self, const AccordLinkFinding *link)
{
  return accord_view_passes_link (self, link) &&
         (self->principles->len == 0 ||
          (flags_of (self, link->a.document, link->a.passage) &
           flags_of (self, link->b.document, link->b.passage) & HAS_FOCUSED) != 0);
}

gboolean
accord_view_filter (gboolean is_link, gconstpointer finding, gpointer view)
{
  return is_link ? accord_view_shows_link (view, finding)
                 : accord_view_shows_coding (view, finding);
}

/**
 * accord_view_is_filtered:
 * @self: a view
 *
 * Returns: whether mode, stances, statuses or blind mode hide something; focused principles and
 *   the least score are not meant
 */
gboolean
accord_view_is_filtered (AccordView *self)
{
  return self->mode != ACCORD_VIEW_ALL || self->blind || self->stances != ACCORD_ALL_STANCES ||
         (self->statuses & ACCORD_USUAL_STATUSES) != ACCORD_USUAL_STATUSES;
}

/**
 * accord_view_get_mode:
 * @self: a view
 *
 * Returns: what alone is shown
 */
AccordViewMode
accord_view_get_mode (AccordView *self)
{
  return self->mode;
}

/**
 * accord_view_set_mode:
 * @self: a view
 * @mode: what alone is to be shown
 */
void
accord_view_set_mode (AccordView *self, AccordViewMode mode)
{
  g_return_if_fail (mode < ACCORD_N_VIEW_MODES);

  if (self->mode == mode)
    return;
  self->mode = mode;
  accord_view_notify_filter (self, "mode");
}

/**
 * accord_view_get_stances:
 * @self: a view
 *
 * Returns: a bit for each #AccordStance whose codings are shown
 */
guint
accord_view_get_stances (AccordView *self)
{
  return self->stances;
}

/**
 * accord_view_set_stances:
 * @self: a view
 * @stances: a bit for each #AccordStance whose codings are to be shown
 */
void
accord_view_set_stances (AccordView *self, guint stances)
{
  stances &= ACCORD_ALL_STANCES;
  if (self->stances == stances)
    return;
  self->stances = stances;
  accord_view_notify_filter (self, "stances");
}

/**
 * accord_view_get_statuses:
 * @self: a view
 *
 * Returns: a bit for each #AccordStatus that is shown
 */
guint
accord_view_get_statuses (AccordView *self)
{
  return self->statuses;
}

/**
 * accord_view_set_statuses:
 * @self: a view
 * @statuses: a bit for each #AccordStatus that is to be shown
 */
void
accord_view_set_statuses (AccordView *self, guint statuses)
{
  statuses &= (1u << ACCORD_N_STATUSES) - 1;
  if (self->statuses == statuses)
    return;
  self->statuses = statuses;
  accord_view_notify_filter (self, "statuses");
}

/**
 * accord_view_get_blind:
 * @self: a view
 *
 * Returns: whether the machine's findings are hidden where the person has coded nothing so far
 */
gboolean
accord_view_get_blind (AccordView *self)
{
  return self->blind;
}

/**
 * accord_view_set_blind:
 * @self: a view
 * @blind: whether to hide the machine's findings where the person has coded nothing so far
 */
void
accord_view_set_blind (AccordView *self, gboolean blind)
{
  if (self->blind == blind)
    return;
  self->blind = blind;
  accord_view_notify_filter (self, "blind");
}

/**
 * accord_view_lift_filters:
 * @self: a view
 *
 * Shows every finding again that is not rejected; focused principles and the least score stay.
 */
void
accord_view_lift_filters (AccordView *self)
{
  accord_view_set_mode (self, ACCORD_VIEW_ALL);
  accord_view_set_blind (self, FALSE);
  accord_view_set_stances (self, ACCORD_ALL_STANCES);
  accord_view_set_statuses (self, self->statuses | ACCORD_USUAL_STATUSES);
}
