/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a note on a passage or link, beside what it is on. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_NOTE_POPOVER (accord_note_popover_get_type ())
G_DECLARE_FINAL_TYPE (AccordNotePopover, accord_note_popover, ACCORD, NOTE_POPOVER, GtkPopover)

/* Signals: "written" (text: string): the note is to be kept; empty to remove it */

GtkWidget *accord_note_popover_new (const char *heading,
                                    const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
