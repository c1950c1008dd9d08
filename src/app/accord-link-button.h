/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keyboard and screen reader find of a ribbon: a button without a face that says
 * which passages it joins, over the ribbon that the channel draws. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_LINK_BUTTON (accord_link_button_get_type ())
G_DECLARE_FINAL_TYPE (AccordLinkButton, accord_link_button, ACCORD, LINK_BUTTON, GtkWidget)

GtkWidget *accord_link_button_new (AccordView *view, guint link_finding) G_GNUC_WARN_UNUSED_RESULT;
char *accord_link_button_dup_label (AccordSession *session,
                                    const AccordLinkFinding *link) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
