/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares that are whole numbers and still sum exactly to the whole. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 accord_share (guint64 whole, guint64 part, guint64 of);
void accord_apportion (gint32 whole, const guint64 *shares, guint n, gint32 *parts);

G_END_DECLS
