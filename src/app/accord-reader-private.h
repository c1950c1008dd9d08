/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader inside: its struct, and what its two files do for each other. */
#pragma once

#include "app/accord-column.h"
#include "app/accord-reader.h"

G_BEGIN_DECLS

struct _AccordReader
{
  GtkWidget parent_instance;

  /* owned by the widget tree */
  GtkWidget *nothing;

  /* owned */
  AccordView *view;    /* nullable */
  GHashTable *columns; /* of AccordSessionDocument to AccordColumn, made on demand, kept while
                          shown */
  GPtrArray *seated;   /* borrowed AccordColumn, in order */
  GPtrArray *channels; /* owned by the tree: one fewer than the seated */

  /* borrowed */
  AccordColumn *active;  /* nullable: the column that was used last */
  AccordColumn *hovered; /* nullable: the column that the pointer came into last */

  guint n_seats;      /* that fit now */
  gboolean following; /* columns are being moved after another */
};

void accord_reader_follow (AccordReader *self, AccordColumn *column);

G_END_DECLS
