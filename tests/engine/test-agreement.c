/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures of agreement against values that were published, and their own laws. */
#include "engine/accord-agreement.h"

#include <string.h>

#define NONE ACCORD_AGREEMENT_NONE

/* A row a coder, a character a unit; a point where it was not judged. */
typedef struct
{
  const char *name;
  const char *coders[5];
  guint n_units;
  gint32 percent;
  gint32 kappa; /* NONE: not published there, and not compared */
  gint32 alpha;
} Case;

static const Case CASES[] = {
  /* Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C. */
  { "krippendorff-two-coders-two-values", { "0100000010", "1110010000" }, 10, 600, NONE, 95 },
  { "krippendorff-two-coders-five-values", { "aabbdcccedda", "babbbccceddd" }, 12, 750, NONE, 692 },
  { "krippendorff-four-coders-some-missing",
    { "123321412...", "1233224125.3", ".3332342251.", "12332441251." },
    11,
    NONE,
    NONE,
    743 },
};

static guint
units_of (const Case *c)
{
  return (guint) strlen (c->coders[0]);
}

static gint32 *
values_of (const Case *c, guint *n_coders)
{
  guint n_units = units_of (c);
  gint32 *values = NULL;

  for (*n_coders = 0; c->coders[*n_coders] != NULL; (*n_coders)++)
    g_assert_cmpuint (strlen (c->coders[*n_coders]), ==, n_units);
  values = g_new (gint32, n_units * *n_coders);
  for (guint u = 0; u < n_units; u++)
    for (guint k = 0; k < *n_coders; k++)
      values[u * *n_coders + k] = c->coders[k][u] == '.' ? ACCORD_UNJUDGED : c->coders[k][u];
  return values;
}

static void
test_published (gconstpointer data)
{
  const Case *c = data;
  guint n_coders = 0;
  g_autofree gint32 *values = values_of (c, &n_coders);
  AccordAgreement result = accord_agreement (values, units_of (c), n_coders);

  g_assert_cmpint (result.alpha, ==, c->alpha);
  g_assert_cmpuint (result.n_units, ==, c->n_units);
  if (c->percent != NONE)
    g_assert_cmpint (result.percent, ==, c->percent);
  if (c->kappa != NONE)
    g_assert_cmpint (result.kappa, ==, c->kappa);
}

/* Units from a table of two coders: @cells[a * n + b] units that they called a and b. */
static AccordAgreement
of_table (const guint *cells, guint n_values)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (gint32 a = 0; a < (gint32) n_values; a++)
    for (gint32 b = 0; b < (gint32) n_values; b++)
      for (guint i = 0; i < cells[(guint) a * n_values + (guint) b]; i++)
        {
          g_array_append_val (values, a);
          g_array_append_val (values, b);
        }
  return accord_agreement ((const gint32 *) (gpointer) values->data, values->len / 2, 2);
}

/* Fleiss, Statistical Methods for Rates and Proportions (1981), table 13.1. */
static void
test_fleiss (void)
{
  static const guint CELLS[] = { 75, 1, 4, 5, 4, 1, 0, 0, 10 };
  AccordAgreement result = of_table (CELLS, 3);

  g_assert_cmpint (result.percent, ==, 890);
  g_assert_cmpint (result.kappa, ==, 676);
}

/* The paradox of Feinstein and Cicchetti (1990): as much agreement, but other margins. */
static void
test_feinstein (void)
{
  static const guint EVEN[] = { 40, 9, 6, 45 }, SKEWED[] = { 80, 10, 5, 5 };

  g_assert_cmpint (of_table (EVEN, 2).percent, ==, 850);
  g_assert_cmpint (of_table (EVEN, 2).kappa, ==, 700);
  g_assert_cmpint (of_table (SKEWED, 2).percent, ==, 850);
  g_assert_cmpint (of_table (SKEWED, 2).kappa, ==, 318);
}

static void
test_not_defined (void)
{
  static const gint32 ALIKE[] = { 1, 1, 1, 1 };
  static const gint32 ALONE[] = { 1, ACCORD_UNJUDGED, ACCORD_UNJUDGED, 0 };
  AccordAgreement none = accord_agreement (NULL, 0, 2);
  AccordAgreement alike = accord_agreement (ALIKE, 2, 2);
  AccordAgreement alone = accord_agreement (ALONE, 2, 2);

  g_assert_cmpuint (none.n_units, ==, 0);
  g_assert_cmpint (none.percent, ==, NONE);
  g_assert_cmpint (alike.percent, ==, 1000);
  g_assert_cmpint (alike.kappa, ==, NONE);
  g_assert_cmpint (alike.alpha, ==, NONE);
  g_assert_cmpuint (alone.n_units, ==, 0);
  g_assert_cmpint (alone.percent, ==, NONE);
  g_assert_cmpint (alone.alpha, ==, NONE);
}

static void
test_perfect_and_opposite (void)
{
  static const guint PERFECT[] = { 5, 0, 0, 5 }, OPPOSITE[] = { 0, 5, 5, 0 };

  g_assert_cmpint (of_table (PERFECT, 2).kappa, ==, 1000);
  g_assert_cmpint (of_table (PERFECT, 2).alpha, ==, 1000);
  g_assert_cmpint (of_table (OPPOSITE, 2).percent, ==, 0);
  g_assert_cmpint (of_table (OPPOSITE, 2).kappa, ==, -1000);
  g_assert_cmpint (of_table (OPPOSITE, 2).alpha, <, 0);
}

/* Neither the order of coders and units nor the names of values matter. */
static void
test_order (void)
{
  const guint n_units = 40, n_coders = 3;
  gint32 values[40 * 3], turned[40 * 3];

  for (guint round = 0; round < 50; round++)
    {
      AccordAgreement a, b;

      for (guint u = 0; u < n_units; u++)
        for (guint c = 0; c < n_coders; c++)
          {
            gint32 value = g_test_rand_int_range (-1, 4);

            values[u * n_coders + c] = value;
            turned[(n_units - 1 - u) * n_coders + (n_coders - 1 - c)] =
              value < 0 ? value : 7 - value;
          }
      a = accord_agreement (values, n_units, n_coders);
      b = accord_agreement (turned, n_units, n_coders);
      g_assert_cmpint (a.percent, ==, b.percent);
      g_assert_cmpint (a.kappa, ==, b.kappa);
      g_assert_cmpint (a.alpha, ==, b.alpha);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/agreement/published/", CASES[i].name, NULL);

      g_test_add_data_func (path, &CASES[i], test_published);
    }
  g_test_add_func ("/agreement/published/fleiss", test_fleiss);
  g_test_add_func ("/agreement/published/feinstein", test_feinstein);
  g_test_add_func ("/agreement/not-defined", test_not_defined);
  g_test_add_func ("/agreement/perfect-and-opposite", test_perfect_and_opposite);
  g_test_add_func ("/agreement/order", test_order);
  return g_test_run ();
}
