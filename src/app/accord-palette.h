/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours that carry meaning, light and dark. Coverage colours are used for
 * coverage and for nothing else; they stay apart for colour-blind readers. */
#pragma once

#include <gtk/gtk.h>

#include "engine/accord-names.h"

G_BEGIN_DECLS

void accord_palette_coverage (AccordCoverageClass coverage, gboolean dark, GdkRGBA *colour);
void accord_palette_tint (AccordCoverageClass coverage, gboolean dark, GdkRGBA *colour);
gboolean accord_palette_is_dark (void);
gboolean accord_palette_is_high_contrast (void);

G_END_DECLS
