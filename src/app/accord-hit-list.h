/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a term stands in the open documents, or what is coded with a principle. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-session.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HIT_LIST (accord_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordHitList, accord_hit_list, ACCORD, HIT_LIST, GtkWidget)

void accord_hit_list_show_passages (AccordHitList *self, AccordSession *session, guint principle);
void accord_hit_list_try (AccordHitList *self,
                          AccordSession *session,
                          const char *text,
                          const char *language);
void accord_hit_list_stop (AccordHitList *self);

G_END_DECLS
