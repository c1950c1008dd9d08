/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the read view draws at a passage: coverage, the themes found there with stance
 * and status, whether it belongs to what is focused. Derived from the view, no state. */
#pragma once

#include "session/accord-view.h"

G_BEGIN_DECLS

/* As many themes are shown at a passage; the rest is "+3". */
#define ACCORD_MAX_PILLS 2u

/**
 * AccordPill:
 * @theme: index of the theme
 * @stance: of its best finding here
 * @status: of it
 * @focused: whether one of its principles found here is focused
 */
typedef struct
{
  guint theme;
  AccordStance stance;
  AccordStatus status;
  gboolean focused;
} AccordPill;

/**
 * AccordPassageMark:
 * @coverage: of the most widely shared principle found here, of the focused ones where any is
 * focused; ACCORD_COVERAGE_SILENT: draw neither tint nor line
 * @pills: focused ones first, then best score first
 * @n_pills: 0 to ACCORD_MAX_PILLS
 * @n_more: further themes found here
 * @dimmed: whether filters are on and let nothing through here
 */
typedef struct
{
  AccordCoverageClass coverage;
  AccordPill pills[ACCORD_MAX_PILLS];
  guint n_pills;
  guint n_more;
  gboolean dimmed;
} AccordPassageMark;

AccordPassageMark *accord_passage_marks_new (AccordView *view,
                                             guint document,
                                             guint *n_marks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
