/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a principle for a selection, by typing a part of its name or of a term, with
 * stance and actor; or another stance and actor for codings that there are. It points
 * at the text and leaves it readable. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CODE_POPOVER (accord_code_popover_get_type ())
G_DECLARE_FINAL_TYPE (AccordCodePopover, accord_code_popover, ACCORD, CODE_POPOVER, GtkPopover)

/* Signals: "chosen" (principle: uint, or ACCORD_NONE where only stance and actor are asked for;
 * stance: uint, actor: uint): the person has chosen; the popover closes then */

GtkWidget *accord_code_popover_new (AccordView *view,
                                    gboolean with_principle,
                                    AccordStance stance,
                                    AccordActor actor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
