/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report is composed chapter by chapter, a file each, onto one flow; in the order and
 * with the anchors of the HTML report. */
#pragma once

#include "report/accord-report-flow.h"

G_BEGIN_DECLS

/**
 * AccordCompose:
 * @chapter: number of the current chapter
 * @section: number of the current section in it
 * @stopped: whether the watch said stop
 */
typedef struct
{
  AccordFlow *flow;
  const AccordFacts *facts;
  guint chapter;
  guint section;
  const AccordWatch *watch;
  GError **error;
  guint work;
  gboolean stopped;
} AccordCompose;

/* accord-report-compose.c: pieces that several chapters have */
gboolean accord_compose_go_on (AccordCompose *self);
void accord_compose_chapter (AccordCompose *self, const char *anchor, const char *title);
void accord_compose_section (AccordCompose *self, const char *anchor);
void accord_compose_subheading (AccordCompose *self, const char *title);
void accord_compose_markup (AccordCompose *self, const char *markup);
void accord_compose_linked (AccordCompose *self, const char *anchor, const char *label);
void accord_compose_letter (AccordCompose *self, guint document);
void accord_compose_place (AccordCompose *self, guint document, guint passage);
void accord_compose_score (AccordCompose *self, gint score, AccordStatus status);
void accord_compose_principle (AccordCompose *self, guint principle);
void accord_compose_theme (AccordCompose *self, guint theme);
void accord_compose_excerpt (AccordCompose *self, AccordDocument *document, AccordSpan span);
void accord_compose_words (AccordCompose *self, AccordDocument *document, AccordSpan span);
char *accord_compose_dup_anchor (char kind, guint number, guint document) G_GNUC_WARN_UNUSED_RESULT;

/* accord-report-compose-quote.c */
void accord_compose_marked (
  AccordCompose *self, AccordDocument *document, AccordSpan span, GArray *marks, guint flags);
void accord_compose_quotation (AccordCompose *self, const AccordCodingFinding *finding);
void accord_compose_link_finding (AccordCompose *self, guint link);

/* A file each, but for the last two, which share theirs. */
void accord_compose_summary (AccordCompose *self);
void accord_compose_matrix (AccordCompose *self);
void accord_compose_lists (AccordCompose *self, AccordCoverageClass coverage);
void accord_compose_opposed (AccordCompose *self);
void accord_compose_silent (AccordCompose *self);
void accord_compose_pairs (AccordCompose *self);
void accord_compose_texts (AccordCompose *self);
void accord_compose_places (AccordCompose *self);
void accord_compose_method (AccordCompose *self);

G_END_DECLS
