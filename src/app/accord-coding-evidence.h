/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a passage carries a principle: the quotation with the words that say so, and the
 * stance with actor and trigger. */
#pragma once

#include <gtk/gtk.h>

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CODING_EVIDENCE (accord_coding_evidence_get_type ())
G_DECLARE_FINAL_TYPE (
  AccordCodingEvidence, accord_coding_evidence, ACCORD, CODING_EVIDENCE, GtkWidget)

void accord_coding_evidence_set_coding (AccordCodingEvidence *self,
                                        AccordView *view,
                                        guint coding_finding);

G_END_DECLS
