/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size of the reading texts alone, apart from that of the interface. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void accord_text_size_apply (GdkDisplay *display, gint percent);

G_END_DECLS
