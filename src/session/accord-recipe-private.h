/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document is made of when a person corrected it: its text, blocks, fields and
 * cuts. It is put together on the main thread, and a worker makes the document. */
#pragma once

#include "engine/accord-document.h"

G_BEGIN_DECLS

typedef struct _AccordRecipe AccordRecipe;

AccordRecipe *accord_recipe_new (AccordDocument *document) G_GNUC_WARN_UNUSED_RESULT;
AccordRecipe *accord_recipe_copy (const AccordRecipe *self) G_GNUC_WARN_UNUSED_RESULT;
AccordRecipe *accord_recipe_ref (AccordRecipe *self);
void accord_recipe_unref (AccordRecipe *self);

AccordText *accord_recipe_get_text (const AccordRecipe *self);
const AccordBlock *accord_recipe_get_blocks (const AccordRecipe *self, guint *n_blocks);
const char *accord_recipe_get_field (const AccordRecipe *self, AccordField field);

void accord_recipe_set_kept (AccordRecipe *self, guint block, gboolean kept);
void accord_recipe_set_field (AccordRecipe *self, AccordField field, const char *value);
gboolean accord_recipe_edit (AccordRecipe *self, AccordSpan span, const char *words);
void accord_recipe_take_cuts (AccordRecipe *self, GArray *cuts);

AccordDocument *accord_recipe_make (const AccordRecipe *self,
                                    const AccordWatch *watch,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

GArray *accord_decisions_dup_cuts (GPtrArray *decisions, const char *id);
AccordSpan accord_edit_map (AccordSpan span, AccordSpan edit, guint32 length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRecipe, accord_recipe_unref)

G_END_DECLS
