/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much each pair of documents has in common, and an order of the documents that
 * puts alike ones side by side. Immutable. */
#pragma once

#include "engine/accord-coverage.h"

G_BEGIN_DECLS

/**
 * AccordDocumentPair:
 * @n_shared: principles that both documents have
 * @similarity: twice @n_shared over the sum of their principles (Dice 1945), 0 to 1000; 0 where
 *   neither has any
 * @n_links: links between them that nobody rejected
 * @n_confirmed: of those, the ones that a person confirmed or made
 * @n_verdicts: of those links, how many have each verdict
 */
typedef struct
{
  guint32 n_shared;
  gint32 similarity;
  guint32 n_links;
  guint32 n_confirmed;
  guint32 n_verdicts[ACCORD_N_VERDICTS];
} AccordDocumentPair;

typedef struct _AccordDocumentMap AccordDocumentMap;

AccordDocumentMap *
accord_document_map_new (const AccordCoverage *coverage) G_GNUC_WARN_UNUSED_RESULT;
void accord_document_map_free (AccordDocumentMap *self);
const guint *accord_document_map_get_order (const AccordDocumentMap *self, guint *n_documents);
const AccordDocumentPair *
accord_document_map_get_pair (const AccordDocumentMap *self, guint a, guint b);
guint accord_document_map_count_principles (const AccordDocumentMap *self, guint document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDocumentMap, accord_document_map_free)

G_END_DECLS
