/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quotation: place, issuer, and the words of a passage in the font and direction of
 * their language, with some of them bold and some lit. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_QUOTE (accord_quote_get_type ())
G_DECLARE_FINAL_TYPE (AccordQuote, accord_quote, ACCORD, QUOTE, GtkWidget)

GtkWidget *accord_quote_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_quote_set_place (AccordQuote *self, AccordView *view, guint document, guint passage);
void accord_quote_set_bold (AccordQuote *self, const AccordSpan *spans, guint n);
void accord_quote_set_lit (AccordQuote *self, const AccordSpan *spans, guint n);

G_END_DECLS
