/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What undo goes back to: the small changing part of a session, as an immutable value
 * that shares everything large. A version is one text of a document with its analysis;
 * both may still be in the making, and are the same for every snapshot that holds it. */
#pragma once

#include "engine/accord-analysis.h"
#include "session/accord-session-document.h"
#include "session/accord-session-state.h"

G_BEGIN_DECLS

/**
 * AccordVersion:
 * @file: (nullable): read from here
 * @bytes: (nullable): or from these
 * @name: of the source
 * @origin: (nullable): or made from this document, with other blocks kept
 * @kept: (nullable): for each block of @origin whether it is kept
 * @document: (nullable): as soon as it is made
 * @analysis: (nullable): as soon as it is made
 * @cancellable: of the work on it
 * @running: whether a worker is at it
 * @failed: whether it can never be made
 *
 * Counted. Only the main thread knows it.
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *name;
  AccordDocument *origin;
  gboolean *kept;
  AccordDocument *document;
  AccordAnalysis *analysis;
  GCancellable *cancellable;
  gboolean running;
  gboolean failed;
} AccordVersion;

AccordVersion *accord_version_new_source (GFile *file, GBytes *bytes, const char *name);
AccordVersion *accord_version_new_document (AccordDocument *document);
AccordVersion *accord_version_new_kept (const AccordVersion *before, guint block, gboolean kept);
AccordVersion *accord_version_ref (AccordVersion *self);
void accord_version_unref (AccordVersion *self);
gboolean accord_version_is_kept (const AccordVersion *self, guint block);
AccordDocument *accord_document_with_kept (AccordDocument *document,
                                           const gboolean *kept,
                                           const AccordWatch *watch,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordText *accord_version_get_text (const AccordVersion *self);
guint accord_version_count_blocks (const AccordVersion *self);

/**
 * AccordEntry:
 * @object: what stands for it in the list
 * @version: its text
 * @shown: whether it counts and is seen
 */
typedef struct
{
  AccordSessionDocument *object;
  AccordVersion *version;
  gboolean shown;
} AccordEntry;

/**
 * AccordSnapshot:
 * @entries: (element-type AccordEntry): in the order of the letters
 * @decisions: (element-type AccordStateDecision): sorted, never changed
 * @threshold: 0 to 1000
 */
typedef struct
{
  GArray *entries;
  GPtrArray *decisions;
  gint threshold;
} AccordSnapshot;

AccordSnapshot *accord_snapshot_new (void) G_GNUC_WARN_UNUSED_RESULT;
AccordSnapshot *accord_snapshot_copy (const AccordSnapshot *self) G_GNUC_WARN_UNUSED_RESULT;
AccordSnapshot *accord_snapshot_ref (AccordSnapshot *self);
void accord_snapshot_unref (AccordSnapshot *self);
gboolean accord_snapshot_equal (const AccordSnapshot *a, const AccordSnapshot *b);
AccordEntry *accord_snapshot_get (const AccordSnapshot *self, guint i);
gboolean accord_snapshot_find (const AccordSnapshot *self, AccordSessionDocument *object, guint *i);
void accord_snapshot_insert (AccordSnapshot *self,
                             guint i,
                             AccordSessionDocument *object,
                             AccordVersion *version,
                             gboolean shown);
void accord_snapshot_remove (AccordSnapshot *self, guint i);
void accord_snapshot_drop_decisions (AccordSnapshot *self, const char *id);
void accord_snapshot_put_decisions (AccordSnapshot *self, GPtrArray *decisions);
AccordStateDecision *accord_snapshot_find_subject (const AccordSnapshot *self,
                                                   const AccordStateDecision *decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordVersion, accord_version_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSnapshot, accord_snapshot_unref)

G_END_DECLS
