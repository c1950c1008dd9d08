/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document in the read view: a title that stays, its text, its overview strip. */
#pragma once

#include <gtk/gtk.h>

#include "app/accord-text-view.h"
#include "session/accord-session-place.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COLUMN (accord_column_get_type ())
G_DECLARE_FINAL_TYPE (AccordColumn, accord_column, ACCORD, COLUMN, GtkWidget)

GtkWidget *accord_column_new (AccordView *view,
                              AccordSessionDocument *document) G_GNUC_WARN_UNUSED_RESULT;
AccordSessionDocument *accord_column_get_document (AccordColumn *self);
AccordTextView *accord_column_get_text (AccordColumn *self);
gboolean accord_column_get_selection (AccordColumn *self, AccordSelection *selection);
gboolean accord_column_get_index (AccordColumn *self, guint *index);
void accord_column_set_turning (AccordColumn *self, gboolean turning, guint position, guint n);
void accord_column_set_pinnable (AccordColumn *self, gboolean pinnable);

G_END_DECLS
