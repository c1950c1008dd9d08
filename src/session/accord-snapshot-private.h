/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What undo goes back to: the small changing part of a session, as an immutable value
 * that shares everything large. A version is one text of a document with its analysis;
 * both may still be in the making, and are the same for every snapshot that holds it. */
#pragma once

#include "engine/accord-analysis.h"
#include "session/accord-recipe-private.h"
#include "session/accord-session-document.h"
#include "session/accord-session-state.h"

G_BEGIN_DECLS

/**
 * AccordVersion:
 * @file: (nullable): read from here
 * @bytes: (nullable): or from these
 * @name: of the source
 * @password: (nullable): that opens it
 * @recipe: (nullable): or made by this
 * @document: (nullable): as soon as it is made
 * @analysis: (nullable): as soon as it is made
 * @former: (nullable): that by a codebook before, which saves work
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
  char *password;
  AccordRecipe *recipe;
  AccordDocument *document;
  AccordAnalysis *analysis;
  AccordAnalysis *former;
  GCancellable *cancellable;
  gboolean running;
  gboolean failed;
} AccordVersion;

AccordVersion *accord_version_new_source (GFile *file, GBytes *bytes, const char *name);
AccordVersion *accord_version_new_document (AccordDocument *document);
AccordVersion *accord_version_new_recipe (AccordRecipe *recipe);
AccordVersion *accord_version_ref (AccordVersion *self);
void accord_version_unref (AccordVersion *self);
gboolean accord_version_is_readable (const AccordVersion *self);
AccordText *accord_version_get_text (const AccordVersion *self);
const AccordBlock *accord_version_get_blocks (const AccordVersion *self, guint *n_blocks);
const char *accord_version_get_field (const AccordVersion *self, AccordField field);
AccordRecipe *accord_version_dup_recipe (const AccordVersion *self) G_GNUC_WARN_UNUSED_RESULT;
void accord_version_fit (AccordVersion *self, const AccordCodebook *codebook);

/**
 * AccordEntry:
 * @object: what stands for it in the list
 * @version: its text
 * @shown: whether it counts and is seen
 * @attributes: (nullable): strings by name; never changed
 */
typedef struct
{
  AccordSessionDocument *object;
  AccordVersion *version;
  gboolean shown;
  JsonObject *attributes;
} AccordEntry;

/**
 * AccordSnapshot:
 * @entries: (element-type AccordEntry): in the order of the letters; shared with other snapshots
 *   until one of them changes it
 * @decisions: (nullable) (element-type AccordStateDecision): sorted, never changed; NULL in a step,
 *   which knows only what differs
 * @codebook: what the documents are coded with
 * @threshold: 0 to 1000
 */
typedef struct
{
  GArray *entries;
  GPtrArray *decisions;
  AccordCodebook *codebook;
  gint threshold;
} AccordSnapshot;

AccordSnapshot *accord_snapshot_new (AccordCodebook *codebook) G_GNUC_WARN_UNUSED_RESULT;
AccordSnapshot *accord_snapshot_copy (const AccordSnapshot *self) G_GNUC_WARN_UNUSED_RESULT;
AccordSnapshot *accord_snapshot_ref (AccordSnapshot *self);
void accord_snapshot_unref (AccordSnapshot *self);
gboolean accord_snapshot_equal (const AccordSnapshot *a, const AccordSnapshot *b);
gboolean accord_snapshot_same_base (const AccordSnapshot *a, const AccordSnapshot *b);
gboolean accord_snapshot_same_entries (const AccordSnapshot *a, const AccordSnapshot *b);
void accord_snapshot_diff (const AccordSnapshot *from,
                           const AccordSnapshot *to,
                           GPtrArray *dropped,
                           GPtrArray *put);
GPtrArray *accord_decisions_replace (GPtrArray *decisions,
                                     GPtrArray *dropped,
                                     GPtrArray *put) G_GNUC_WARN_UNUSED_RESULT;
const AccordEntry *accord_snapshot_get (const AccordSnapshot *self, guint i);
AccordEntry *accord_snapshot_edit (AccordSnapshot *self, guint i);
void accord_snapshot_set_version (AccordSnapshot *self, guint i, AccordVersion *version);
void accord_snapshot_set_object (AccordSnapshot *self, guint i, AccordSessionDocument *object);
void accord_snapshot_set_attributes (AccordSnapshot *self, guint i, JsonObject *attributes);
void accord_snapshot_move (AccordSnapshot *self, guint i, guint position);
gboolean accord_snapshot_find (const AccordSnapshot *self, AccordSessionDocument *object, guint *i);
void accord_snapshot_insert (AccordSnapshot *self,
                             guint i,
                             AccordSessionDocument *object,
                             AccordVersion *version,
                             gboolean shown);
void accord_snapshot_remove (AccordSnapshot *self, guint i);
void accord_snapshot_drop_decisions (AccordSnapshot *self, const char *id);
/* Changes a place and returns TRUE, or returns FALSE. */
typedef gboolean (*AccordMoveFunc) (AccordStateTarget *target, gpointer data);

void accord_snapshot_move_targets (AccordSnapshot *self,
                                   const char *id,
                                   AccordMoveFunc move,
                                   gpointer data);
void accord_snapshot_map_decisions (
  AccordSnapshot *self, const char *id, AccordText *before, AccordSpan edit, guint32 length);
AccordStateDecision *accord_snapshot_find_subject (const AccordSnapshot *self,
                                                   const AccordStateDecision *decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordVersion, accord_version_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSnapshot, accord_snapshot_unref)

G_END_DECLS
