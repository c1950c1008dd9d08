/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One gesture of a person in the making: the decisions that it puts into the session, and
 * the snapshot that it leads to. It ends as one step of undo, or as nothing. */
#pragma once

#include "session/accord-decision-kind-private.h"
#include "session/accord-session-place.h"
#include "session/accord-session-private.h"

G_BEGIN_DECLS

/**
 * AccordChange:
 * @session: borrowed
 * @next: the snapshot that it leads to, without the decisions that are put
 * @puts: (element-type AccordStateDecision): in the order in which they were put
 * @replaced: decisions of @next that are not there any more
 * @put_by_id: by id the place in @puts, from 1
 * @put_by_subject: by decision the place in @puts, from 1, of the one about the same thing
 * @by_id: (nullable): the decisions of @next by id; made when it is first needed
 * @is_threshold: whether nothing but the threshold is changed, so that it may join the last step
 * @recipes: (nullable): by entry of @next, what its document will be made by
 */
typedef struct
{
  AccordSession *session;
  AccordSnapshot *next;
  GPtrArray *puts;
  GHashTable *by_id;
  GHashTable *recipes;
  gboolean is_threshold;
  GHashTable *replaced;
  GHashTable *put_by_id;
  GHashTable *put_by_subject;
} AccordChange;

AccordChange *accord_change_new (AccordSession *session) G_GNUC_WARN_UNUSED_RESULT;
void accord_change_free (AccordChange *self);
AccordStateDecision *accord_change_new_decision (AccordChange *self,
                                                 AccordKind kind) G_GNUC_WARN_UNUSED_RESULT;
AccordStateDecision *accord_change_find_id (AccordChange *self, const char *id);
void accord_change_put (AccordChange *self, AccordStateDecision *decision);
void accord_change_remove (AccordChange *self, AccordStateDecision *decision);
AccordRecipe *accord_change_get_recipe (AccordChange *self, guint entry);
gboolean accord_change_finish (AccordChange *self, char *name);

char *accord_change_dup_time (void);
void
accord_target_set (AccordStateTarget *target, AccordSessionDocument *document, AccordSpan span);
void accord_decision_take_value (AccordStateDecision *decision, JsonNode *value);
void accord_decision_set_string (AccordStateDecision *decision, const char *string);
void accord_decision_set_named (AccordStateDecision *decision, const char *name, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordChange, accord_change_free)

G_END_DECLS
