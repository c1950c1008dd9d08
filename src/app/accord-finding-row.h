/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the inspector: one finding each, a coding of the focused passage or a link. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

GtkWidget *accord_finding_row_new_coding (AccordView *view,
                                          guint coding_finding) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *accord_finding_row_new_link (AccordView *view,
                                        guint link_finding,
                                        AccordEnd from) G_GNUC_WARN_UNUSED_RESULT;
guint accord_finding_row_get_finding (GtkListBoxRow *row);

GtkWidget *accord_finding_row_box_new (AccordView *view,
                                       gboolean is_link,
                                       guint index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
