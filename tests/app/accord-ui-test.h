/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of windows share: waiting, finding widgets, taking pictures. */
#pragma once

#include "app/accord-application.h"
#include "app/accord-window.h"

G_BEGIN_DECLS

typedef gboolean (*UiCondition) (gpointer data);

void ui_init (int *argc, char ***argv);
AccordWindow *ui_window_new (void);
void ui_close (AccordWindow *window);
void ui_wait (UiCondition condition, gpointer data);
void ui_wait_idle (AccordWindow *window);
GtkWidget *ui_find (gpointer root, GType type, guint nth);
guint ui_count (gpointer root, GType type);
guint ui_count_colours (GtkWidget *widget, const char *name);
GFile *ui_data_file (const char *relative);
void ui_open (AccordWindow *window, const char *const *relative);

G_END_DECLS
