/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window looks at: focused principles, passage and link, filters. Headless,
 * so that it is tested without a display; every widget reads it and no other. */
#pragma once

#include "session/accord-session.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_VIEW (accord_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordView, accord_view, ACCORD, VIEW, GObject)

/* Properties, notified: "session" (construct only); "page" string "read" | "matrix" | "report",
 * writable; "text-zoom" int percent 50–300, writable; "search" string, writable (filter of the tree
 * of themes). Signals: "focus-changed": the focused principles, passage or link changed "jump"
 * (document: uint, passage: uint): bring a passage to eye level in its column; emitted once for
 * each document when a principle is focused (its first passage there) */

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
/* The link that is explained: an index into the findings' links, or ACCORD_NONE. */
void accord_view_focus_link (AccordView *self, guint link_finding);
guint accord_view_get_link (AccordView *self);
/* Brings every counterpart of the focused passage to eye level. */
void accord_view_align (AccordView *self);
void accord_view_jump (AccordView *self, guint document, guint passage);

G_END_DECLS
