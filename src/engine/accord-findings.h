/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where machine and person meet: the codings and links of a comparison with their
 * status, and those that a person added. Matrix, reports, JSON and list models read
 * findings only. Immutable. */
#pragma once

#include "engine/accord-comparison.h"
#include "engine/accord-review.h"

G_BEGIN_DECLS

/* In place of an index: there is none. */
#define ACCORD_NONE G_MAXUINT32

/**
 * AccordCodingFinding:
 * @document: index of the document
 * @passage: index of the passage in which it begins
 * @span: the passage's; of a person's coding the place that was coded
 * @principle: index in the codebook
 * @score: in thousandths; 1000 for a person's
 * @polarity: -1 against the principle, 1 for it; of a person's coding that of the stance
 * @coding: index into the analysis' codings; ACCORD_NONE for a person's own
 * @decision: index into the review's decisions: what made or judged it; ACCORD_NONE where nobody
 * did
 * @change: index into the review's decisions: what changed its stance or actor, or ACCORD_NONE
 * @actor: who is to act
 */
typedef struct
{
  guint32 document;
  guint32 passage;
  AccordSpan span;
  guint32 principle;
  gint32 score;
  AccordStance stance;
  gint32 polarity;
  gint32 strength;
  AccordStatus status;
  guint32 coding;
  guint32 decision;
  guint32 change;
  AccordActor actor;
} AccordCodingFinding;

/**
 * AccordLinkFinding:
 * @a: an end, in the document with the lower index
 * @b: the other end
 * @score: in thousandths; of a person's pair 1000
 * @link: index into the comparison's links; ACCORD_NONE for a person's own
 * @decision: index into the review's decisions; ACCORD_NONE where nobody decided
 */
typedef struct
{
  AccordEnd a;
  AccordEnd b;
  gint32 score;
  AccordLinkKind kind;
  AccordVerdict verdict;
  AccordStatus status;
  guint32 link;
  guint32 decision;
} AccordLinkFinding;

typedef struct _AccordFindings AccordFindings;

AccordFindings *accord_findings_new (AccordComparison *comparison,
                                     AccordReview *review) G_GNUC_WARN_UNUSED_RESULT;
AccordFindings *accord_findings_ref (AccordFindings *self);
void accord_findings_unref (AccordFindings *self);

AccordComparison *accord_findings_get_comparison (const AccordFindings *self);
AccordReview *accord_findings_get_review (const AccordFindings *self);
const AccordCodingFinding *accord_findings_get_codings (const AccordFindings *self,
                                                        guint *n_codings);
const AccordCodingFinding *
accord_findings_get_document_codings (const AccordFindings *self, guint document, guint *n_codings);
const AccordLinkFinding *accord_findings_get_links (const AccordFindings *self, guint *n_links);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFindings, accord_findings_unref)

G_END_DECLS
