/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the codebook's window, for the files that are cut from it by concern. */
#pragma once

#include "app/accord-codebook-window.h"
#include "app/accord-principle-page.h"
#include "engine/accord-codebook-draft.h"

G_BEGIN_DECLS

struct _AccordCodebookWindow
{
  AdwWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkStack *stack;
  AccordPrinciplePage *principle_page;
  AdwEntryRow *theme_name;
  GtkLabel *theme_counts;

  /* owned */
  AccordSession *session;   /* nullable */
  AccordCodebook *codebook; /* nullable: the newest: what was set last, or what the session has */
  AccordCodebook *pending;  /* nullable: set, and not shown by the session yet */
  GtkFileChooserNative *chooser; /* nullable: while one is open */
  char *chosen;                  /* nullable: id of the theme or principle that is shown */
  gboolean updating;
};

void accord_codebook_window_take (AccordCodebookWindow *self,
                                  AccordCodebookDraft *draft,
                                  const char *step);
void
accord_codebook_window_set (AccordCodebookWindow *self, AccordCodebook *codebook, const char *step);
void accord_codebook_window_say (AccordCodebookWindow *self, const char *message);
void accord_codebook_window_install_file_actions (GtkWidgetClass *widget_class);

G_END_DECLS
