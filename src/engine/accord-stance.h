/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What does a passage do with what it speaks of, by which words, and who is to act?
 * Rules over the passage alone, per language. */
#pragma once

#include "engine/accord-document.h"

G_BEGIN_DECLS

/* The most trigger words that are kept of a passage. */
#define ACCORD_STANCE_MAX_TRIGGERS 4

/**
 * AccordStanceResult:
 * @stance: NOTE where no trigger stands in the passage
 * @actor: who is to act; NONE where nobody is named
 * @actor_span: the words that name the actor; empty where there are none
 * @is_harmed: whether words beside the place do harm to it: "theft of …", "without …"
 * @is_favoured: whether a verb of favour has the place as its object: "supports …"
 * @triggers: the words that carry the stance, sorted
 * @n_triggers: 0 to ACCORD_STANCE_MAX_TRIGGERS
 */
typedef struct
{
  AccordStance stance;
  AccordActor actor;
  AccordSpan actor_span;
  gboolean is_harmed;
  gboolean is_favoured;
  AccordSpan triggers[ACCORD_STANCE_MAX_TRIGGERS];
  guint n_triggers;
} AccordStanceResult;

void accord_stance_find (const char *data,
                         AccordSpan span,
                         const char *language,
                         AccordSpan near_span,
                         AccordStanceResult *result);
gint accord_stance_result_polarity (const AccordStanceResult *self, gboolean against);

G_END_DECLS
