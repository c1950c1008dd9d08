/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a document in the sidebar. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_DOCUMENT_ROW (accord_document_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordDocumentRow, accord_document_row, ACCORD, DOCUMENT_ROW, GtkListBoxRow)

GtkWidget *accord_document_row_new (AccordView *view,
                                    AccordSessionDocument *document) G_GNUC_WARN_UNUSED_RESULT;
AccordSessionDocument *accord_document_row_get_document (AccordDocumentRow *self);

G_END_DECLS
