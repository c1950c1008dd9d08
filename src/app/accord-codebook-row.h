/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A theme or principle in the list of the codebook's window, with its passages; a
 * principle can be dragged onto another row. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_CODEBOOK_ROW (accord_codebook_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordCodebookRow, accord_codebook_row, ACCORD, CODEBOOK_ROW, GtkListBoxRow)

/* Signal "dropped" (principle: uint, row): a principle was dropped on this row. */
GtkWidget *accord_codebook_row_new (guint theme, guint principle, const char *name, gint count)
  G_GNUC_WARN_UNUSED_RESULT;
guint accord_codebook_row_get_theme (GtkListBoxRow *row);
guint accord_codebook_row_get_principle (GtkListBoxRow *row);

G_END_DECLS
