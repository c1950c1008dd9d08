/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of merging share: documents are matched first, then decisions. */
#pragma once

#include "session/accord-merge.h"

G_BEGIN_DECLS

/**
 * AccordMergeSide:
 * @merge: the result
 * @from: the session that is merged into it
 * @index: its number, from 1
 * @documents: by id of @from, the document of the result (AccordStateDocument, borrowed)
 */
typedef struct
{
  AccordMerge *merge;
  const AccordSessionState *from;
  guint index;
  GHashTable *documents;
} AccordMergeSide;

AccordConflict *
accord_merge_add_conflict (AccordMergeSide *side, AccordConflictKind kind, const char *document);
void accord_merge_documents (AccordMergeSide *side);
void accord_merge_decisions (AccordMergeSide *side);
gboolean
accord_merge_find_place (AccordText *from, AccordSpan span, AccordText *to, AccordSpan *found);

G_END_DECLS
