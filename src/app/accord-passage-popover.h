/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popover that lists all findings of a passage, under pointer or caret. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

GtkWidget *accord_passage_popover_new (AccordView *view,
                                       guint document,
                                       guint passage,
                                       gboolean by_keyboard) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
