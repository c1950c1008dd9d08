/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the list of findings as a single widget that draws itself: GTK keeps some
 * two hundred rows of a list, and makes them anew whenever another theme is in focus. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FINDING_LINE (accord_finding_line_get_type ())
G_DECLARE_FINAL_TYPE (AccordFindingLine, accord_finding_line, ACCORD, FINDING_LINE, GtkWidget)

GtkWidget *accord_finding_line_new (AccordView *view) G_GNUC_WARN_UNUSED_RESULT;
void accord_finding_line_set (AccordFindingLine *self, gboolean is_link, guint index);

G_END_DECLS
