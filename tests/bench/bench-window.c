/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From nothing to the first frame, and from four files to the first highlighted one,
 * in CPU time of the process; a bare window with a text view is the reference. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../app/accord-ui-test.h"

#define ROUNDS 10

static double
cpu_milliseconds (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

static int
by_value (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, by_value);
  return (values[ROUNDS / 2 - 1] + values[ROUNDS / 2]) / 2;
}

static double
time_bare_window (void)
{
  double before = cpu_milliseconds ();
  GtkWidget *window = gtk_window_new ();
  double spent;

  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_set_child (GTK_WINDOW (window), gtk_text_view_new ());
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  spent = cpu_milliseconds () - before;
  gtk_window_destroy (GTK_WINDOW (window));
  return spent;
}

static double
time_empty_window (void)
{
  double before = cpu_milliseconds ();
  AccordWindow *window = ui_window_new ();
  double spent = cpu_milliseconds () - before;

  ui_close (window);
  return spent;
}

static double
time_sample (void)
{
  static const char *const SAMPLES[] = { "samples/01-northern-rivers.en.txt",
                                         "samples/02-bay-cities.zh.txt",
                                         "samples/03-villes-fluviales.fr.html",
                                         "samples/04-coastal-cities.ar.txt", NULL };
  AccordWindow *window = ui_window_new ();
  double before = cpu_milliseconds (), spent;

  ui_open (window, SAMPLES);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  spent = cpu_milliseconds () - before;
  ui_close (window);
  return spent;
}

static double
measure (const char *name, double (*run) (void))
{
  double values[ROUNDS], middle;

  run ();
  for (guint i = 0; i < ROUNDS; i++)
    values[i] = run ();
  middle = median (values);
  printf ("%-44s %8.1f ms CPU, median of %d\n", name, middle, ROUNDS);
  return middle;
}

int
main (int argc, char **argv)
{
  double bare, empty, sample;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  bare = measure ("reference: bare window with a text view", time_bare_window);
  empty = measure ("empty window to its first frame", time_empty_window);
  sample = measure ("four samples to the highlighted frame", time_sample);
  printf ("ratios to the reference: empty %.2f, sample %.2f\n", empty / bare, sample / bare);
  return EXIT_SUCCESS;
}
