/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the machine found goes into the file with a save, so that it can be verified: the
 * findings that are shown where they belong to what is saved, else those of the file. */
#include "session/accord-session-private.h"

/* The comparison of exactly these texts with links; NULL where one is still being made. */
static AccordComparison *
current_comparison (AccordSession *self, const AccordSnapshot *snapshot)
{
  AccordComparison *comparison =
    self->findings != NULL ? accord_findings_get_comparison (self->findings) : NULL;

  if (comparison == NULL || !self->published_links ||
      accord_comparison_get_n_documents (comparison) != snapshot->entries->len ||
      accord_comparison_get_codebook (comparison) != snapshot->codebook ||
      accord_comparison_get_threshold (comparison) != snapshot->threshold)
    return NULL;
  for (guint i = 0; i < snapshot->entries->len; i++)
    if (accord_comparison_get_document (comparison, i) !=
        accord_snapshot_get (snapshot, i)->version->document)
      return NULL;
  return comparison;
}

/* What is to be recorded with @snapshot, possibly nothing. Returns: whether @comparison (to be
 * unreffed) is set; else @record (nullable) is what the file has, if it is still about the same */
gboolean
accord_session_get_record (AccordSession *self,
                           const AccordSnapshot *snapshot,
                           AccordComparison **comparison,
                           AccordRecord **record)
{
  AccordComparison *current = current_comparison (self, snapshot);

  *comparison = current != NULL ? accord_comparison_ref (current) : NULL;
  *record = NULL;
  if (current == NULL && self->record != NULL &&
      accord_snapshot_same_entries (self->saved, snapshot) &&
      self->saved->codebook == snapshot->codebook && self->saved->threshold == snapshot->threshold)
    *record = accord_record_ref (self->record);
  return current != NULL;
}

/* Takes what the file has now; nullable. */
void
accord_session_set_record (AccordSession *self, AccordRecord *record)
{
  g_clear_pointer (&self->record, accord_record_unref);
  self->record = record;
}
