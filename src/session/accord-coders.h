/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the coders of a session agree: over passages that each of them marked as
 * reviewed, and every principle. What the machine found and nobody decided is nobody's. */
#pragma once

#include "engine/accord-agreement.h"
#include "session/accord-session-state.h"

G_BEGIN_DECLS

/**
 * AccordDifference:
 * @document: index of the document
 * @passage: index of the passage
 * @principle: index of the principle
 * @first_value: index of the first of as many values as there are coders, in their order: 1 coded,
 *   0 not coded, ACCORD_UNJUDGED not reviewed
 *
 * A unit about which coders differ.
 */
typedef struct
{
  guint document;
  guint passage;
  guint principle;
  guint first_value;
} AccordDifference;

typedef struct _AccordCoders AccordCoders;

AccordCoders *accord_coders_new (const AccordSessionState *state) G_GNUC_WARN_UNUSED_RESULT;
void accord_coders_free (AccordCoders *self);
const char *const *accord_coders_get_names (const AccordCoders *self, guint *n_coders);
guint accord_coders_count_reviewed (const AccordCoders *self, guint coder);
AccordAgreement accord_coders_get_overall (const AccordCoders *self);
AccordAgreement accord_coders_get_theme (const AccordCoders *self, guint theme);
const AccordDifference *accord_coders_get_differences (const AccordCoders *self, guint *n);
const gint32 *accord_coders_get_values (const AccordCoders *self,
                                        const AccordDifference *difference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCoders, accord_coders_free)

G_END_DECLS
