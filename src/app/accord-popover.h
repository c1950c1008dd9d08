/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Popovers that are made for one use and go when they are closed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void accord_popover_go_when_closed (GtkPopover *popover);

G_END_DECLS
