/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document × one codebook: its words, mentions and codings. A coding depends on
 * its own document and the codebook alone. Immutable. */
#pragma once

#include "engine/accord-matcher.h"
#include "engine/accord-stance.h"

G_BEGIN_DECLS

/**
 * AccordCoding:
 * @passage: index of the passage
 * @principle: index of the principle in the codebook
 * @score: confidence in thousandths, 1 to 1000
 * @stance: of the passage on the principle
 * @polarity: -1 where the passage is against the principle, else 1: by its stance, turned round
 * where its words speak of what the principle is against, or of harm to what it is for
 * @strength: of the stance, in thousandths, 200 to 1000
 * @actor: who is to act
 * @actor_span: empty where nobody is named
 * @first_mention: index of its first mention; they stand together, sorted by span
 * @n_mentions: at least 1
 * @first_trigger: index of its first trigger span
 * @n_triggers: possibly 0
 */
typedef struct
{
  guint32 passage;
  guint32 principle;
  gint32 score;
  AccordStance stance;
  gint32 polarity;
  gint32 strength;
  AccordActor actor;
  AccordSpan actor_span;
  guint32 first_mention;
  guint32 n_mentions;
  guint32 first_trigger;
  guint32 n_triggers;
} AccordCoding;

typedef struct _AccordAnalysis AccordAnalysis;

AccordAnalysis *accord_analysis_new (AccordDocument *document,
                                     AccordMatcher *matcher,
                                     const AccordWatch *watch,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordAnalysis *accord_analysis_recode (AccordAnalysis *former,
                                        AccordMatcher *matcher,
                                        const AccordWatch *watch,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordAnalysis *accord_analysis_ref (AccordAnalysis *self);
void accord_analysis_unref (AccordAnalysis *self);

AccordDocument *accord_analysis_get_document (const AccordAnalysis *self);
AccordCodebook *accord_analysis_get_codebook (const AccordAnalysis *self);
const AccordWords *accord_analysis_get_words (const AccordAnalysis *self);
const AccordCoding *accord_analysis_get_codings (const AccordAnalysis *self, guint *n_codings);
const AccordCoding *
accord_analysis_get_passage_codings (const AccordAnalysis *self, guint passage, guint *n_codings);
const AccordMention *accord_analysis_get_mentions (const AccordAnalysis *self,
                                                   const AccordCoding *coding);
const AccordSpan *accord_analysis_get_triggers (const AccordAnalysis *self,
                                                const AccordCoding *coding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAnalysis, accord_analysis_unref)

G_END_DECLS
