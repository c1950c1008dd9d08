/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog in which the session's codebook is edited. Each change is a step of the
 * session's own undo, and the documents are coded anew at once. */
#pragma once

#include <adwaita.h>

#include "session/accord-session.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CODEBOOK_WINDOW (accord_codebook_window_get_type ())
G_DECLARE_FINAL_TYPE (
  AccordCodebookWindow, accord_codebook_window, ACCORD, CODEBOOK_WINDOW, AdwWindow)

GtkWidget *accord_codebook_window_new (GtkWindow *parent,
                                       AccordSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
