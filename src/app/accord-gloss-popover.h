/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a passage with what they mean, for readers who do not know its language. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

GtkWidget *accord_gloss_popover_new (AccordView *view,
                                     guint document,
                                     guint passage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
