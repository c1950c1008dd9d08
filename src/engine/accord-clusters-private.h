/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agglomerative clustering by the mean likeness of two clusters, in whole numbers, so
 * that the same things cluster alike on every machine. */
#pragma once

#include "engine/accord-watch.h"

G_BEGIN_DECLS

gboolean accord_clusters_find (const gint32 *likeness,
                               guint n,
                               gint32 least,
                               guint32 *cluster_of,
                               const AccordWatch *watch,
                               GError **error);

G_END_DECLS
