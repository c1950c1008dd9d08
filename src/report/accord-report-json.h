/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codings and links as JSON, alike in the comparison's file and in what the command
 * line prints of one document or pair. */
#pragma once

#include "documents/accord-json.h"
#include "engine/accord-findings.h"

G_BEGIN_DECLS

void accord_report_json_span (AccordJsonWriter *writer, AccordSpan span);
void accord_report_json_text (AccordJsonWriter *writer, AccordDocument *document, AccordSpan span);
void accord_report_json_stretch (
  AccordJsonWriter *writer, const char *name, AccordDocument *document, guint first, guint last);
void accord_report_json_place (AccordJsonWriter *writer,
                               const char *name,
                               AccordDocument *document,
                               guint passage);
void accord_report_json_coding (AccordJsonWriter *writer,
                                AccordAnalysis *analysis,
                                const AccordCoding *coding);
void accord_report_json_reasons (AccordJsonWriter *writer,
                                 AccordComparison *comparison,
                                 const AccordLink *link);

G_END_DECLS
