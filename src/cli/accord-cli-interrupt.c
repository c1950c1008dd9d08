/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals end the program at once with 128 + their number, which for SIGINT is 130. Files
 * are written whole by a rename, so nothing is half written; while one is being saved the
 * end waits, so that no temporary file is left beside it either. */
#include "cli/accord-cli-interrupt.h"

#include <signal.h>
#include <unistd.h>

static const int SIGNALS[] = { SIGINT, SIGTERM, SIGHUP };

/* The number of a signal that came during a save, and whether one is going on. */
static volatile sig_atomic_t came;
static volatile sig_atomic_t held;

static void
signal_cb (int number)
{
  if (!held)
    _exit (128 + number);
  came = number;
}

/**
 * accord_cli_interrupt_init:
 *
 * Takes over SIGINT, SIGTERM and SIGHUP, and has a closed pipe reported as an error of
 * the write, not by SIGPIPE: the loader's pipes must not end the program. Signals that
 * are ignored already, as under nohup, stay so.
 */
void
accord_cli_interrupt_init (void)
{
  struct sigaction action = { .sa_handler = signal_cb, .sa_flags = SA_RESTART };

  sigemptyset (&action.sa_mask);
  for (guint i = 0; i < G_N_ELEMENTS (SIGNALS); i++)
    {
      struct sigaction old;

      if (sigaction (SIGNALS[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
        sigaction (SIGNALS[i], &action, NULL);
    }
  signal (SIGPIPE, SIG_IGN);
}

/**
 * accord_cli_interrupt_hold:
 *
 * Puts off the end until accord_cli_interrupt_release(): a file is being saved.
 */
void
accord_cli_interrupt_hold (void)
{
  held = 1;
}

/**
 * accord_cli_interrupt_release:
 *
 * Ends the program if a signal came since accord_cli_interrupt_hold().
 */
void
accord_cli_interrupt_release (void)
{
  held = 0;
  if (came != 0)
    _exit (128 + came);
}
