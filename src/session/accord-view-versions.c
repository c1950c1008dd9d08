/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing two documents as versions: which two are offered, and how long they stay. */
#include "session/accord-view-private.h"

/* The older one first: by date where both have one, else in the order of the documents. */
static gboolean
is_older (AccordComparison *comparison, guint a, guint b)
{
  const char *date_a =
    accord_document_get_field (accord_comparison_get_document (comparison, a), ACCORD_FIELD_DATE);
  const char *date_b =
    accord_document_get_field (accord_comparison_get_document (comparison, b), ACCORD_FIELD_DATE);
  gint order = date_a != NULL && date_b != NULL ? g_strcmp0 (date_a, date_b) : 0;

  return order < 0 || (order == 0 && a < b);
}

/**
 * accord_view_find_drafts:
 * @self: a view
 *
 * Cost: linear in the words, for each pair of shown documents of one language.
 *
 * Returns: (transfer full) (nullable): of the shown documents the two that have most in common, if
 *   they are drafts of one text
 */
AccordVersions *
accord_view_find_drafts (AccordView *self)
{
  AccordComparison *comparison = accord_view_get_comparison (self);
  AccordCoverage *coverage = accord_session_get_coverage (self->session);
  AccordVersions *best = NULL;
  guint n = comparison != NULL ? accord_comparison_get_n_documents (comparison) : 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        gboolean forward = is_older (comparison, i, j);
        g_autoptr (AccordVersions) versions = NULL;

        if (!accord_coverage_is_shown (coverage, i) || !accord_coverage_is_shown (coverage, j) ||
            accord_document_get_language (accord_comparison_get_document (comparison, i)) !=
              accord_document_get_language (accord_comparison_get_document (comparison, j)))
          continue;
        versions = accord_versions_new (comparison, forward ? i : j, forward ? j : i);
        if (!accord_versions_are_drafts (versions) ||
            (best != NULL &&
             accord_versions_get_share (versions) <= accord_versions_get_share (best)))
          continue;
        g_clear_pointer (&best, accord_versions_unref);
        best = g_steal_pointer (&versions);
      }
  return best;
}

/**
 * accord_view_set_versions:
 * @self: a view
 * @versions: (nullable): two documents to be read as versions; NULL: none any more
 */
void
accord_view_set_versions (AccordView *self, AccordVersions *versions)
{
  g_return_if_fail (ACCORD_IS_VIEW (self));

  if (self->versions == versions)
    return;
  g_clear_pointer (&self->versions, accord_versions_unref);
  self->versions = versions != NULL ? accord_versions_ref (versions) : NULL;
  g_signal_emit_by_name (self, "versions-changed");
}

/**
 * accord_view_get_versions:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): two documents that are read as versions
 */
AccordVersions *
accord_view_get_versions (AccordView *self)
{
  return self->versions;
}

/* Another comparison numbers documents and passages anew: the same two are compared again. */
void
accord_view_renew_versions (AccordView *self)
{
  AccordComparison *comparison = accord_view_get_comparison (self), *former = NULL;
  guint n = comparison != NULL ? accord_comparison_get_n_documents (comparison) : 0;
  guint older = ACCORD_NONE, newer = ACCORD_NONE;
  g_autoptr (AccordVersions) renewed = NULL;

  if (self->versions == NULL || accord_versions_get_comparison (self->versions) == comparison)
    return;
  former = accord_versions_get_comparison (self->versions);
  for (guint i = 0; i < n; i++)
    {
      AccordDocument *document = accord_comparison_get_document (comparison, i);

      if (document ==
          accord_comparison_get_document (former, accord_versions_get_older (self->versions)))
        older = i;
      if (document ==
          accord_comparison_get_document (former, accord_versions_get_newer (self->versions)))
        newer = i;
    }
  if (older != ACCORD_NONE && newer != ACCORD_NONE)
    renewed = accord_versions_new (comparison, older, newer);
  accord_view_set_versions (self, renewed);
}
