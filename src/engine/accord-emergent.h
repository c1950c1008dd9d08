/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes that the codebook lacks: passages that no principle covers, clustered, each
 * cluster with a quotation and the terms by which a principle would find it. Immutable. */
#pragma once

#include "engine/accord-comparison.h"
#include "engine/accord-findings.h"

G_BEGIN_DECLS

/* The most passages that are clustered; of more, the longest are. */
#define ACCORD_EMERGENT_MAX 1500u

/* The most terms that are suggested for a theme. */
#define ACCORD_EMERGENT_TERMS 5u

/**
 * AccordEmergentTheme:
 * @language: interned primary subtag of its passages
 * @first_member: index of its first member, see accord_emergent_get_members()
 * @n_members: at least 2, by document and passage
 * @n_documents: of how many documents
 * @quotation: which of its members says best what it is about
 * @cohesion: the mean likeness of two members, in thousandths
 * @terms: where suggested terms first stand, the best first
 * @n_terms: at most ACCORD_EMERGENT_TERMS
 */
typedef struct
{
  const char *language;
  guint32 first_member;
  guint32 n_members;
  guint32 n_documents;
  guint32 quotation;
  gint32 cohesion;
  struct
  {
    guint32 document;
    AccordSpan span;
  } terms[ACCORD_EMERGENT_TERMS];
  guint32 n_terms;
} AccordEmergentTheme;

typedef struct _AccordEmergent AccordEmergent;

AccordEmergent *accord_emergent_new (AccordFindings *findings,
                                     const AccordWatch *watch,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordEmergent *accord_emergent_ref (AccordEmergent *self);
void accord_emergent_unref (AccordEmergent *self);
const AccordEmergentTheme *accord_emergent_get_themes (const AccordEmergent *self, guint *n_themes);
const AccordEnd *accord_emergent_get_members (const AccordEmergent *self,
                                              const AccordEmergentTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordEmergent, accord_emergent_unref)

G_END_DECLS
