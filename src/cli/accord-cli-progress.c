/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar of forty cells, redrawn when its hundredth changes, wiped out at the end. */
#include "cli/accord-cli-progress.h"

#include <stdio.h>
#include <unistd.h>

#define CELLS 40

static gboolean
tick_cb (double fraction, gpointer data)
{
  accord_cli_progress_show (data, fraction);
  return TRUE;
}

/**
 * accord_cli_progress_init:
 * @self: (out caller-allocates): a bar
 * @options: with --progress
 *
 * @self must stay where it is while its watch is used.
 */
void
accord_cli_progress_init (AccordCliProgress *self, const AccordCliOptions *options)
{
  *self = (AccordCliProgress){
    .wanted = options->progress && isatty (STDERR_FILENO),
    .from = 0,
    .to = 1,
    .shown = -1,
    .watch = { tick_cb, self },
  };
}

/**
 * accord_cli_progress_stage:
 * @self: a bar
 * @from: share of the whole that is done, 0 to 1
 * @to: share when the stage that begins will be over
 */
void
accord_cli_progress_stage (AccordCliProgress *self, double from, double to)
{
  self->from = from;
  self->to = to;
}

/**
 * accord_cli_progress_show:
 * @self: a bar
 * @fraction: of the current stage, 0 to 1
 */
void
accord_cli_progress_show (AccordCliProgress *self, double fraction)
{
  gint percent = (gint) (100 * (self->from + (self->to - self->from) * CLAMP (fraction, 0, 1)));
  char bar[CELLS + 1];

  if (!self->wanted || percent == self->shown)
    return;
  self->shown = percent;
  for (gint i = 0; i < CELLS; i++)
    bar[i] = i * 100 < percent * CELLS ? '#' : '.';
  bar[CELLS] = '\0';
  fprintf (stderr, "\r[%s] %3d%%", bar, percent);
  fflush (stderr);
}

/**
 * accord_cli_progress_end:
 * @self: a bar
 *
 * Wipes the bar out.
 */
void
accord_cli_progress_end (AccordCliProgress *self)
{
  if (self->wanted && self->shown >= 0)
    {
      fputs ("\r\033[K", stderr);
      fflush (stderr);
    }
  self->shown = -1;
}
