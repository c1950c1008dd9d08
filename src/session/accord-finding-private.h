/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a finding of the last comparison to the decision that is about it, and to its name. */
#pragma once

#include "session/accord-change-private.h"

G_BEGIN_DECLS

const AccordCodingFinding *accord_session_coding_at (AccordSession *self, guint index);
const AccordLinkFinding *accord_session_link_at (AccordSession *self, guint index);
void accord_coding_fill (AccordSession *self,
                         const AccordCodingFinding *coding,
                         AccordStateDecision *decision);
void accord_link_fill (AccordSession *self,
                       const AccordLinkFinding *link,
                       AccordStateDecision *decision);
char *accord_coding_dup_name (AccordSession *self, const AccordCodingFinding *coding);
char *accord_link_dup_name (AccordSession *self, const AccordLinkFinding *link);
const char *accord_session_principle_name (AccordSession *self, guint principle);
AccordStateDecision *accord_change_find_by_index (AccordChange *self, guint32 index);

G_END_DECLS
