/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window looks at: focused principles, passage and link, filters. Headless,
 * so that it is tested without a display; every widget reads it and no other. */
#pragma once

#include "engine/accord-versions.h"
#include "session/accord-finding-list.h"
#include "session/accord-session.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_VIEW (accord_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordView, accord_view, ACCORD, VIEW, GObject)

/**
 * AccordViewMode:
 * @ACCORD_VIEW_ALL: every finding is shown
 * @ACCORD_VIEW_SHARED: principles that several documents have, and links
 * @ACCORD_VIEW_UNIQUE: principles that one document alone has
 * @ACCORD_VIEW_OPPOSED: links and principles of opposed stance
 * @ACCORD_VIEW_UNREVIEWED: what no person has decided about
 */
typedef enum
{
  ACCORD_VIEW_ALL,
  ACCORD_VIEW_SHARED,
  ACCORD_VIEW_UNIQUE,
  ACCORD_VIEW_OPPOSED,
  ACCORD_VIEW_UNREVIEWED,
  ACCORD_N_VIEW_MODES
} AccordViewMode;

/* Properties, notified: "session" (construct only); "page" string "read" | "matrix" | "report",
 * writable; "text-zoom" int percent 50–300, writable; "search" string, writable (filter of the tree
 * of themes); "scroll-lock" boolean, writable: columns follow each other along the links.
 * Filters, writable: "mode" int, #AccordViewMode; "stances" uint, a bit for each #AccordStance that
 * is shown; "statuses" uint, likewise of #AccordStatus; "blind" boolean: the machine's findings
 * stay hidden in passages in which the person has coded nothing so far. Signals: "focus-changed":
 * the focused principles, passage, coding or link, or a filter changed; "jump" (document: uint,
 * passage: uint): bring a passage to eye level in its column; emitted once for each document when a
 * principle is focused (its first passage there); "seats-changed": accord_view_get_seats() gives
 * others; "versions-changed": accord_view_get_versions() does; "pair-changed": a pair is being
 * chosen, or is so no more */

AccordView *accord_view_new (AccordSession *session) G_GNUC_WARN_UNUSED_RESULT;
AccordSession *accord_view_get_session (AccordView *self);

/* Principles that are shown alone; empty: none is. A theme stands for all its principles. */
void accord_view_focus_principle (AccordView *self, guint principle, gboolean add);
void accord_view_focus_theme (AccordView *self, guint theme, gboolean add);
void accord_view_clear_focus (AccordView *self);
gboolean accord_view_has_focus (AccordView *self);
gboolean accord_view_is_principle_focused (AccordView *self, guint principle);
gboolean accord_view_is_theme_focused (AccordView *self, guint theme);

/* The passage whose findings the inspector lists; ACCORD_NONE for both: none. */
void accord_view_focus_passage (AccordView *self, guint document, guint passage);
void accord_view_get_passage (AccordView *self, guint *document, guint *passage);
/* The link or coding that is explained: an index into the findings' links or codings, or
 * ACCORD_NONE; at most one of the two is there. */
void accord_view_focus_link (AccordView *self, guint link_finding);
guint accord_view_get_link (AccordView *self);
void accord_view_focus_coding (AccordView *self, guint coding_finding);
guint accord_view_get_coding (AccordView *self);
/* Brings every counterpart of the focused passage to eye level. */
void accord_view_align (AccordView *self);
void accord_view_jump (AccordView *self, guint document, guint passage);

/* What the filters let through: mode, stances, statuses, blind and least score; shown is what is
 * of the focused principles besides, where any are. */
gboolean accord_view_passes_coding (AccordView *self, const AccordCodingFinding *coding);
gboolean accord_view_shows_coding (AccordView *self, const AccordCodingFinding *coding);
gboolean accord_view_passes_link (AccordView *self, const AccordLinkFinding *link);
gboolean accord_view_shows_link (AccordView *self, const AccordLinkFinding *link);
gboolean accord_view_is_filtered (AccordView *self);
AccordViewMode accord_view_get_mode (AccordView *self);
void accord_view_set_mode (AccordView *self, AccordViewMode mode);
guint accord_view_get_stances (AccordView *self);
void accord_view_set_stances (AccordView *self, guint stances);
guint accord_view_get_statuses (AccordView *self);
void accord_view_set_statuses (AccordView *self, guint statuses);
gboolean accord_view_get_blind (AccordView *self);
void accord_view_set_blind (AccordView *self, gboolean blind);
void accord_view_lift_filters (AccordView *self);

/* The findings that the filters let through, in an order that can be chosen. */
AccordFindingList *accord_view_get_list (AccordView *self);
void accord_view_focus_item (AccordView *self, guint position);
gboolean accord_view_step (AccordView *self, gint step);
void accord_view_count_reviewed (AccordView *self, guint *n_reviewed, guint *n_all);
gboolean accord_view_focus_next_unreviewed (AccordView *self);

/* Which documents have a seat in the read view; the last seat turns through the rest. */
void accord_view_set_n_seats (AccordView *self, guint n_seats);
GPtrArray *accord_view_get_seats (AccordView *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean
accord_view_get_turn (AccordView *self, AccordSessionDocument *document, guint *position, guint *n);
void accord_view_turn (AccordView *self, gint step);
gboolean accord_view_is_pinned (AccordView *self, AccordSessionDocument *document);
void accord_view_set_pinned (AccordView *self, AccordSessionDocument *document, gboolean pinned);

/* Two documents that are read as drafts of one text, or NULL. */
AccordVersions *accord_view_find_drafts (AccordView *self) G_GNUC_WARN_UNUSED_RESULT;
void accord_view_set_versions (AccordView *self, AccordVersions *versions);
AccordVersions *accord_view_get_versions (AccordView *self);

/* Choosing two passages that belong together. */
gboolean accord_view_begin_pair (AccordView *self);
gboolean accord_view_get_pair (AccordView *self, AccordEnd *first, AccordEnd *second);
void accord_view_end_pair (AccordView *self);

G_END_DECLS
