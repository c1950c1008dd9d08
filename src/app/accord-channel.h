/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The channel between two neighbouring columns: ribbons join the passages of the links
 * that belong to the focus, ticks stand where others are. */
#pragma once

#include "app/accord-column.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CHANNEL (accord_channel_get_type ())
G_DECLARE_FINAL_TYPE (AccordChannel, accord_channel, ACCORD, CHANNEL, GtkWidget)

GtkWidget *accord_channel_new (AccordView *view,
                               AccordColumn *left,
                               AccordColumn *right) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
