/* SPDX-License-Identifier: GPL-3.0-or-later */
/* N documents compared, with no base text: links between passages of every pair of
 * documents, each with reasons that sum to its score, and groups of passages that
 * state one shared idea. Immutable. Codings stay in the analyses it holds. */
#pragma once

#include "engine/accord-analysis.h"
#include "engine/accord-lexicon.h"

G_BEGIN_DECLS

#define ACCORD_THRESHOLD_DEFAULT 300

/**
 * AccordReason:
 * @weight: in thousandths; negative only for ACCORD_REASON_LENGTH
 * @learnt: how many other links taught this pair; 0 = none was needed
 * @first_a: index of its first span in the passage of document a, see accord_comparison_get_spans()
 * @label: (nullable): "words = words", only once where both are the same; or the id of a principle;
 *   NULL for length and for the sum of a long tail
 */
typedef struct
{
  AccordReasonKind kind;
  gint32 weight;
  guint32 learnt;
  guint32 first_a;
  guint32 n_a;
  guint32 first_b;
  guint32 n_b;
  const char *label;
} AccordReason;

/**
 * AccordEnd:
 * @document: index into the analyses
 * @passage: index of a passage of it
 */
typedef struct
{
  guint32 document;
  guint32 passage;
} AccordEnd;

/**
 * AccordLink:
 * @a: the end in the document with the lower index
 * @b: the other end
 * @score: 1 to 1000, the sum of the weights of its reasons
 * @verdict: of the stances on the principles that both ends hold
 * @first_reason: index of its first reason; strongest first, length last
 * @n_reasons: at least 1
 * @part: 0; or where several passages correspond to one, or to several, the number of this pair
 *   among those of one link: they stand together, in order, and share their reasons, whose spans
 *   lie in all of these passages
 */
typedef struct
{
  AccordEnd a;
  AccordEnd b;
  gint32 score;
  AccordLinkKind kind;
  AccordVerdict verdict;
  guint32 first_reason;
  guint32 n_reasons;
  guint32 part;
} AccordLink;

/**
 * AccordGroup:
 * @first_member: index of its first member, see accord_comparison_get_members()
 * @n_members: at least 2, of at least 2 documents
 */
typedef struct
{
  guint32 first_member;
  guint32 n_members;
} AccordGroup;

/**
 * AccordCompareOptions:
 * @threshold: least score of a link, 0 to 1000
 * @best: 0 for links one to one over the threshold; else so many best of b for each passage of a,
 *   without choice and threshold
 * @n_threads: 0 for the number of processors; the result does not depend on it
 * @without_links: find no links: the codings of all documents side by side, at once
 * @lexicon: (nullable): what words mean, in one language and across; borrowed
 */
typedef struct
{
  gint threshold;
  guint best;
  guint n_threads;
  gboolean without_links;
  AccordLexicon *lexicon;
} AccordCompareOptions;

typedef struct _AccordComparison AccordComparison;

AccordComparison *accord_comparison_new (AccordAnalysis *const *analyses,
                                         guint n_analyses,
                                         const AccordCompareOptions *options,
                                         const AccordWatch *watch,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordComparison *accord_comparison_ref (AccordComparison *self);
void accord_comparison_unref (AccordComparison *self);

guint accord_comparison_get_n_documents (const AccordComparison *self);
AccordAnalysis *accord_comparison_get_analysis (const AccordComparison *self, guint document);
AccordDocument *accord_comparison_get_document (const AccordComparison *self, guint document);
AccordCodebook *accord_comparison_get_codebook (const AccordComparison *self);
gint accord_comparison_get_threshold (const AccordComparison *self);
const AccordLink *accord_comparison_get_links (const AccordComparison *self, guint *n_links);
const AccordReason *accord_comparison_get_reasons (const AccordComparison *self,
                                                   const AccordLink *link);
const AccordSpan *accord_comparison_get_spans (const AccordComparison *self, guint32 first);
const AccordGroup *accord_comparison_get_groups (const AccordComparison *self, guint *n_groups);
const AccordEnd *accord_comparison_get_members (const AccordComparison *self,
                                                const AccordGroup *group);

gint accord_similarity (const char *a,
                        const char *b,
                        const char *language_a,
                        const char *language_b,
                        AccordLexicon *lexicon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordComparison, accord_comparison_unref)

G_END_DECLS
