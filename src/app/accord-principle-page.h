/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A principle of the codebook as it is edited: its sentences, its terms by language with
 * their hits in the open documents, and the passages behind them. */
#pragma once

#include <adwaita.h>

#include "session/accord-session.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PRINCIPLE_PAGE (accord_principle_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordPrinciplePage, accord_principle_page, ACCORD, PRINCIPLE_PAGE, GtkWidget)

/* Signals: "edited" (draft: pointer, AccordCodebookDraft, owned by the handler; step: string, its
 * name, translated). */
void accord_principle_page_show (AccordPrinciplePage *self,
                                 AccordSession *session,
                                 AccordCodebook *codebook,
                                 guint principle);

G_END_DECLS
