/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that --progress shows on standard error. */
#pragma once

#include "cli/accord-cli-options.h"
#include "engine/accord-watch.h"

G_BEGIN_DECLS

/**
 * AccordCliProgress:
 * @wanted: --progress was given and standard error is a terminal
 * @from: share of the whole that is done before the current stage, 0 to 1
 * @to: the same after it
 * @shown: what the bar shows, in hundredths; -1 before it is drawn
 * @watch: for the engine; its fraction is that of the stage
 */
typedef struct
{
  gboolean wanted;
  double from;
  double to;
  gint shown;
  AccordWatch watch;
} AccordCliProgress;

void accord_cli_progress_init (AccordCliProgress *self, const AccordCliOptions *options);
void accord_cli_progress_stage (AccordCliProgress *self, double from, double to);
void accord_cli_progress_show (AccordCliProgress *self, double fraction);
void accord_cli_progress_end (AccordCliProgress *self);

G_END_DECLS
