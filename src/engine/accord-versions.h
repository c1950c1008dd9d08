/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two documents that are drafts of one text: which passage became which, what was added,
 * dropped, moved and reworded, and what that does to the stances. Immutable. */
#pragma once

#include "engine/accord-comparison.h"

G_BEGIN_DECLS

/**
 * AccordVersionKind:
 * @ACCORD_VERSION_SAME: the same words
 * @ACCORD_VERSION_REWORDED: other words
 * @ACCORD_VERSION_ADDED: only the newer draft has it
 * @ACCORD_VERSION_DROPPED: only the older draft has it
 */
typedef enum
{
  ACCORD_VERSION_SAME,
  ACCORD_VERSION_REWORDED,
  ACCORD_VERSION_ADDED,
  ACCORD_VERSION_DROPPED,
  ACCORD_N_VERSION_KINDS
} AccordVersionKind;

/**
 * AccordVersionEffect:
 *
 * What a change does to the stance on the principles that both passages hold; the gravest where
 * there are several: opposed over weaker over stronger.
 */
typedef enum
{
  ACCORD_EFFECT_NONE,
  ACCORD_EFFECT_STRONGER,
  ACCORD_EFFECT_WEAKER,
  ACCORD_EFFECT_OPPOSED,
  ACCORD_N_EFFECTS
} AccordVersionEffect;

/**
 * AccordVersionChange:
 * @moved: whether it stands elsewhere among the passages that both have
 * @older: index of the passage in the older draft; G_MAXUINT32: none
 * @newer: index of the passage in the newer draft; G_MAXUINT32: none
 * @principle: the one that @effect is about, or the surest of what was added or dropped; an index
 *   in the codebook, or G_MAXUINT32
 * @before: stance of the older passage on it; meaningless without one
 * @after: stance of the newer passage on it; meaningless without one
 */
typedef struct
{
  AccordVersionKind kind;
  gboolean moved;
  guint32 older;
  guint32 newer;
  AccordVersionEffect effect;
  guint32 principle;
  AccordStance before;
  AccordStance after;
} AccordVersionChange;

typedef struct _AccordVersions AccordVersions;

AccordVersions *accord_versions_new (AccordComparison *comparison,
                                     guint older,
                                     guint newer) G_GNUC_WARN_UNUSED_RESULT;
AccordVersions *accord_versions_ref (AccordVersions *self);
void accord_versions_unref (AccordVersions *self);

AccordComparison *accord_versions_get_comparison (const AccordVersions *self);
guint accord_versions_get_older (const AccordVersions *self);
guint accord_versions_get_newer (const AccordVersions *self);
const AccordVersionChange *accord_versions_get_changes (const AccordVersions *self, guint *n);
gint accord_versions_get_share (const AccordVersions *self);
gboolean accord_versions_are_drafts (const AccordVersions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordVersions, accord_versions_unref)

G_END_DECLS
