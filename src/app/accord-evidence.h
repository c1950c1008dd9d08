/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence of one link: both quotations, the table of reasons that sums to the
 * score, and the verdict on the stances. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_EVIDENCE (accord_evidence_get_type ())
G_DECLARE_FINAL_TYPE (AccordEvidence, accord_evidence, ACCORD, EVIDENCE, GtkWidget)

void accord_evidence_set_link (AccordEvidence *self, AccordView *view, guint link_finding);

G_END_DECLS
