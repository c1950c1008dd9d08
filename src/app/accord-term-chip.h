/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term of a principle that can be chosen. */
#pragma once

#include <gtk/gtk.h>

#include "engine/accord-codebook.h"

G_BEGIN_DECLS

GtkWidget *accord_term_chip_new (const AccordTerm *term, guint hits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
