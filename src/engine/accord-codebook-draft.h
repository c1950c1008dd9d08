/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook being changed: made of a codebook, altered, and made into another one.
 * Themes and principles keep the numbers they had in the first codebook until the end. */
#pragma once

#include "engine/accord-codebook.h"

G_BEGIN_DECLS

typedef struct _AccordCodebookDraft AccordCodebookDraft;

AccordCodebookDraft *accord_codebook_draft_new (AccordCodebook *codebook) G_GNUC_WARN_UNUSED_RESULT;
void accord_codebook_draft_free (AccordCodebookDraft *self);
AccordCodebook *accord_codebook_draft_end (AccordCodebookDraft *self,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint accord_codebook_draft_add_theme (AccordCodebookDraft *self);
guint accord_codebook_draft_add_principle (AccordCodebookDraft *self, guint theme);
void accord_codebook_draft_remove_theme (AccordCodebookDraft *self, guint theme);
void accord_codebook_draft_remove_principle (AccordCodebookDraft *self, guint principle);
void accord_codebook_draft_move (AccordCodebookDraft *self,
                                 guint principle,
                                 guint theme,
                                 guint position);
void accord_codebook_draft_merge (AccordCodebookDraft *self, guint principle, guint into);
guint accord_codebook_draft_split (AccordCodebookDraft *self,
                                   guint principle,
                                   const guint *terms,
                                   guint n_terms);

void accord_codebook_draft_set_theme_name (AccordCodebookDraft *self,
                                           guint theme,
                                           const char *language,
                                           const char *text);
void accord_codebook_draft_set_sentence (AccordCodebookDraft *self,
                                         guint principle,
                                         AccordWhat what,
                                         const char *language,
                                         const char *text);
void
accord_codebook_draft_set_colour (AccordCodebookDraft *self, guint principle, const char *colour);
void
accord_codebook_draft_add_term (AccordCodebookDraft *self, guint principle, const AccordTerm *term);
void accord_codebook_draft_remove_term (AccordCodebookDraft *self, guint principle, guint term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCodebookDraft, accord_codebook_draft_free)

G_END_DECLS
