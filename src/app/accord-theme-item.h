/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the tree of themes: a theme or a principle, with what the current
 * coverage says about it. Made on demand; reads, never computes. */
#pragma once

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_THEME_ITEM (accord_theme_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordThemeItem, accord_theme_item, ACCORD, THEME_ITEM, GObject)

AccordThemeItem *
accord_theme_item_new (AccordView *view, guint theme, guint principle) G_GNUC_WARN_UNUSED_RESULT;
guint accord_theme_item_get_theme (AccordThemeItem *self);
guint accord_theme_item_get_principle (AccordThemeItem *self);
gboolean accord_theme_item_is_theme (AccordThemeItem *self);
const char *accord_theme_item_get_name (AccordThemeItem *self);
gboolean accord_theme_item_matches (AccordThemeItem *self, const char *folded);
GListModel *accord_theme_item_get_children (AccordThemeItem *self, const char *folded);
AccordCoverageClass accord_theme_item_get_class (AccordThemeItem *self);
guint accord_theme_item_count (AccordThemeItem *self);
guint accord_theme_item_get_present (AccordThemeItem *self, gboolean *present, guint n);
gboolean accord_theme_item_is_focused (AccordThemeItem *self);

GListModel *accord_theme_items_new (AccordView *view, const char *search) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
