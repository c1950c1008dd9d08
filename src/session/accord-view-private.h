/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view inside: its struct, and what its two files do for each other. */
#pragma once

#include "session/accord-view.h"

G_BEGIN_DECLS

struct _AccordView
{
  GObject parent_instance;

  /* owned */
  AccordSession *session;
  GArray *principles;           /* of guint, sorted: those that are focused */
  AccordComparison *comparison; /* nullable: the one that passage and link belong to */
  char *page;
  char *search;

  guint text_zoom;
  guint document;
  guint passage;
  guint link;
};

void accord_view_emit_focus_changed (AccordView *self);
void accord_view_forget_passage (AccordView *self);
AccordComparison *accord_view_get_comparison (AccordView *self);

G_END_DECLS
