/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook as other programs for qualitative analysis read it: REFI-QDA. */
#pragma once

#include "engine/accord-codebook.h"
#include "report/accord-report-xml.h"

G_BEGIN_DECLS

void accord_report_qdc (AccordCodebook *codebook, const char *language, GString *out);
void accord_report_qdc_codes (AccordXml *xml,
                              AccordCodebook *codebook,
                              const char *language,
                              gboolean stances);
char *accord_report_dup_code_guid (AccordCodebook *codebook,
                                   const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
