/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget of a row in the tree of themes. */
#pragma once

#include <gtk/gtk.h>

#include "app/accord-theme-item.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_THEME_ROW (accord_theme_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordThemeRow, accord_theme_row, ACCORD, THEME_ROW, GtkWidget)

GtkWidget *accord_theme_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_theme_row_set_row (AccordThemeRow *self, GtkTreeListRow *row);
void accord_theme_row_update (AccordThemeRow *self);

G_END_DECLS
