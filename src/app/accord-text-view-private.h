/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the text view that its drawing reads. */
#pragma once

#include "app/accord-text-view.h"

G_BEGIN_DECLS

/* Pixels. The gutter holds a pill of 27 and two lanes. */
#define ACCORD_GUTTER 44
#define ACCORD_TEXT_PAD 6
#define ACCORD_PARAGRAPH_GAP 30

struct _AccordTextView
{
  GtkTextView parent_instance;

  /* owned */
  AccordTextMap *map;       /* nullable */
  AccordPassageMark *marks; /* nullable, n_marks of them */
  guint n_marks;
  PangoLayout *numbers; /* for the small figures in the gutter */

  guint pair;           /* passage that is being paired, ACCORD_NONE: none */
  gboolean pair_chosen; /* it is the second of the pair */
  guint current;        /* passage with the focus, ACCORD_NONE: none */
  guint n_filled;       /* lines that are in the buffer */
  guint fill_id;        /* source of the slices that fill it, 0: none */
  guint scroll_to; /* passage to bring to eye level while the layout settles, ACCORD_NONE: none */
  guint settle_id; /* source that forgets scroll_to, 0: none */
};

float accord_text_view_get_scale (AccordTextView *self);
void accord_text_view_draw (AccordTextView *self, GtkSnapshot *snapshot);
void accord_text_view_draw_above (AccordTextView *self, GtkSnapshot *snapshot);
void accord_text_view_get_iter (AccordTextView *self, guint32 byte, GtkTextIter *iter);

G_END_DECLS
