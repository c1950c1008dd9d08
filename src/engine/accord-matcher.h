/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled codebook: one pass over the words of a passage finds all terms of all
 * principles. Immutable, shared by threads. */
#pragma once

#include "engine/accord-codebook.h"
#include "engine/accord-words.h"

G_BEGIN_DECLS

/**
 * AccordMention:
 * @span: from the first word of the term to its last, in the document's text
 * @term: index of the term in the codebook
 * @principle: index of its principle
 */
typedef struct
{
  AccordSpan span;
  guint32 term;
  guint32 principle;
} AccordMention;

typedef struct _AccordMatcher AccordMatcher;

AccordMatcher *accord_matcher_new (AccordCodebook *codebook,
                                   const AccordWatch *watch,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordMatcher *accord_matcher_ref (AccordMatcher *self);
void accord_matcher_unref (AccordMatcher *self);
AccordCodebook *accord_matcher_get_codebook (const AccordMatcher *self);
void accord_matcher_find (const AccordMatcher *self,
                          AccordDocument *document,
                          const AccordWords *words,
                          guint passage,
                          GArray *mentions);
gboolean accord_matcher_find_all (const AccordMatcher *self,
                                  AccordDocument *document,
                                  const AccordWords *words,
                                  GArray *mentions,
                                  const AccordWatch *watch,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordMatcher, accord_matcher_unref)

G_END_DECLS
