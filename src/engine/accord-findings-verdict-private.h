/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts of links when a person had a word in the codings of their ends. */
#pragma once

#include "engine/accord-findings.h"

G_BEGIN_DECLS

void accord_findings_judge_links (const AccordCodingFinding *codings,
                                  const guint *first_coding,
                                  AccordLinkFinding *links,
                                  guint n_links);

G_END_DECLS
