/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small widget that shows one mark: a stance glyph, a status swatch, a coverage
 * swatch, or the strip of dots that says which documents have something. */
#pragma once

#include <gtk/gtk.h>

#include "engine/accord-names.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MARK (accord_mark_get_type ())
G_DECLARE_FINAL_TYPE (AccordMark, accord_mark, ACCORD, MARK, GtkWidget)

GtkWidget *accord_mark_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_mark_set_stance (AccordMark *self, AccordStance stance);
void accord_mark_set_status (AccordMark *self, AccordStatus status);
void accord_mark_set_coverage (AccordMark *self, AccordCoverageClass coverage);
void accord_mark_set_dots (AccordMark *self, const gboolean *present, guint n);

const char *accord_mark_stance_label (AccordStance stance);
const char *accord_mark_status_label (AccordStatus status);
const char *accord_mark_coverage_label (AccordCoverageClass coverage);

G_END_DECLS
