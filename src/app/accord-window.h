/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: one session and one view on it. */
#pragma once

#include <adwaita.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_WINDOW (accord_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordWindow, accord_window, ACCORD, WINDOW, AdwApplicationWindow)

GtkWidget *accord_window_new (AdwApplication *application) G_GNUC_WARN_UNUSED_RESULT;
AccordSession *accord_window_get_session (AccordWindow *self);
AccordView *accord_window_get_view (AccordWindow *self);
gboolean accord_window_is_empty (AccordWindow *self);
gboolean accord_window_is_free (AccordWindow *self);
gboolean accord_window_raise_session (GtkApplication *application, GFile *file);
void accord_window_open_files (AccordWindow *self, GFile *const *files, guint n_files);
void accord_window_show_message (AccordWindow *self, const char *message);
void accord_window_offer_recovery (AccordWindow *self);
void accord_window_quit_all (GtkApplication *application);

G_END_DECLS
