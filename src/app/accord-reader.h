/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The read view: the shown documents as equal columns, side by side. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-session-place.h"
#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_READER (accord_reader_get_type ())
G_DECLARE_FINAL_TYPE (AccordReader, accord_reader, ACCORD, READER, GtkWidget)

void accord_reader_set_view (AccordReader *self, AccordView *view);
gboolean accord_reader_get_selection (AccordReader *self, AccordSelection *selection);
gboolean
accord_reader_get_two_selections (AccordReader *self, AccordSelection *a, AccordSelection *b);
gboolean accord_reader_get_caret_passage (AccordReader *self, AccordSelection *selection);
void accord_reader_popup (AccordReader *self, GtkPopover *popover, const AccordSelection *place);

G_END_DECLS
