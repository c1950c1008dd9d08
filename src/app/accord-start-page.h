/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The empty window: "Compare Statements", with what to do first. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_START_PAGE (accord_start_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordStartPage, accord_start_page, ACCORD, START_PAGE, GtkWidget)

G_END_DECLS
