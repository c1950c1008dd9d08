/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading costs: the start of the helper process, one small document, and a
 * large one, in this process and through the helper. Run by "meson test --benchmark". */
#include "documents/accord-loader.h"

#define LARGE_BYTES (10u << 20)
#define N_SMALL 200

static const char *const LINES[] = {
  "Governance of automated systems shall be open, fair and accountable to the people.\n",
  "人工智能治理应当坚持以人为本的原则，尊重人类的尊严和权利，让所有人都能从中受益。\n",
  "La gouvernance doit être fondée sur le respect de la dignité et des droits de chacun.\n",
};

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static GBytes *
make_text (gsize size)
{
  GString *text = g_string_sized_new (size + 256);

  for (guint i = 0; text->len < size; i++)
    {
      g_string_append (text, LINES[i / 5 % G_N_ELEMENTS (LINES)]);
      if (i % 5 == 4)
        g_string_append_c (text, '\n');
    }
  return g_string_free_to_bytes (text);
}

static double
load_once (AccordLoader *loader, GBytes *bytes, AccordReadMode mode)
{
  AccordReadRequest request = { .name = "a.txt", .mode = mode };
  g_autoptr (GError) error = NULL;
  double start = now_ms ();
  g_autoptr (AccordDocument) document =
    accord_loader_load_bytes (loader, bytes, &request, NULL, &error);

  g_assert_no_error (error);
  return now_ms () - start;
}

static double
read_once (GBytes *bytes, AccordReadMode mode)
{
  AccordReadRequest request = { .name = "a.txt", .mode = mode };
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  double start = now_ms ();
  g_autoptr (AccordSource) source = accord_read (&request, data, size, NULL);

  g_assert_nonnull (source);
  return now_ms () - start;
}

static void
report (const char *what, GBytes *bytes, double ms)
{
  g_print ("%-44s %8.1f ms %8.1f MB/s\n", what, ms,
           (double) g_bytes_get_size (bytes) / 1e6 / (ms / 1000));
}

int
main (int argc, char **argv)
{
  static const char *const MODES[] = { "statement", "whole", "lines" };
  g_autoptr (AccordLoader) loader = accord_loader_new ();
  g_autoptr (GBytes) small = make_text (4096);
  g_autoptr (GBytes) large = make_text (LARGE_BYTES);
  double total = 0;

  g_print ("%-44s %8.2f ms\n", "first document of 4 KB, with the start",
           load_once (loader, small, 0));
  for (guint i = 0; i < N_SMALL; i++)
    total += load_once (loader, small, ACCORD_READ_STATEMENT);
  g_print ("%-44s %8.2f ms\n", "each further document of 4 KB", total / N_SMALL);
  for (guint mode = 0; mode < ACCORD_N_READ_MODES; mode++)
    {
      g_autofree char *here = g_strdup_printf ("10 MB, %s, bytes to source", MODES[mode]);
      g_autofree char *there = g_strdup_printf ("10 MB, %s, file to document", MODES[mode]);

      report (here, large, read_once (large, mode));
      report (there, large, load_once (loader, large, mode));
    }
  return 0;
}
