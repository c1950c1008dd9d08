/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures of agreement. Counts are whole numbers up to the last division, so that the
 * order of units and coders does not change a digit. */
#include "engine/accord-agreement.h"

#include <stdlib.h>

/* Invariants: values are the different ones, ascending. */
typedef struct
{
  const gint32 *judgements;
  guint n_units;
  guint n_coders;
  gint32 *values;
  guint n_values;
} Table;

static gint
compare_values (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

static Table
table_new (const gint32 *judgements, guint n_units, guint n_coders)
{
  Table self = { judgements, n_units, n_coders, NULL, 0 };
  gsize n = (gsize) n_units * n_coders;
  guint n_kept = 0;

  self.values = g_new (gint32, n + 1);
  for (gsize i = 0; i < n; i++)
    if (judgements[i] != ACCORD_UNJUDGED)
      self.values[n_kept++] = judgements[i];
  if (n_kept > 0)
    qsort (self.values, n_kept, sizeof (gint32), compare_values);
  for (guint i = 0; i < n_kept; i++)
    if (self.n_values == 0 || self.values[self.n_values - 1] != self.values[i])
      self.values[self.n_values++] = self.values[i];
  return self;
}

static gint32
judgement (const Table *self, guint unit, guint coder)
{
  return self->judgements[(gsize) unit * self->n_coders + coder];
}

static guint
index_of (const Table *self, gint32 value)
{
  const gint32 *found =
    bsearch (&value, self->values, self->n_values, sizeof (gint32), compare_values);

  return (guint) (found - self->values);
}

static gint32
thousandths (double part)
{
  return (gint32) (part * 1000.0 + (part < 0 ? -0.5 : 0.5));
}

/* How often each value is in @unit. Returns: the number of judgements */
static guint
count_unit (const Table *self, guint unit, guint *counts)
{
  guint n = 0;

  for (guint v = 0; v < self->n_values; v++)
    counts[v] = 0;
  for (guint c = 0; c < self->n_coders; c++)
    if (judgement (self, unit, c) != ACCORD_UNJUDGED)
      {
        counts[index_of (self, judgement (self, unit, c))]++;
        n++;
      }
  return n;
}

/* Krippendorff, Content Analysis (2004), chapter 11: observed disagreement over that of chance,
 * from the coincidences of values. A unit with m judgements gives each of its pairs the weight
 * 1/(m - 1), and a unit with one gives nothing. */
static void
measure_units (const Table *self, AccordAgreement *result)
{
  g_autofree guint *counts = g_new0 (guint, self->n_values + 1);
  g_autofree double *totals = g_new0 (double, self->n_values + 1);
  guint64 n_pairs = 0, n_alike = 0;
  double n = 0, alike = 0, expected = 0;

  for (guint u = 0; u < self->n_units; u++)
    {
      guint m = count_unit (self, u, counts);
      guint64 same = 0;

      if (m < 2)
        continue;
      result->n_units++;
      for (guint v = 0; v < self->n_values; v++)
        {
          same += (guint64) counts[v] * (counts[v] > 0 ? counts[v] - 1 : 0);
          totals[v] += counts[v];
        }
      n_pairs += (guint64) m * (m - 1);
      n_alike += same;
      n += m;
      alike += (double) same / (m - 1);
    }
  if (n_pairs == 0)
    return;
  result->percent = thousandths ((double) n_alike / (double) n_pairs);
  for (guint v = 0; v < self->n_values; v++)
    expected += totals[v] * (totals[v] - 1);
  expected /= n - 1;
  if (n - expected > 1e-9)
    result->alpha = thousandths (1.0 - (n - alike) / (n - expected));
}

/* Cohen, A coefficient of agreement for nominal scales (1960). Returns: whether it is defined */
static gboolean
kappa_of (const Table *self, guint a, guint b, double *kappa)
{
  g_autofree guint64 *of_a = g_new0 (guint64, self->n_values + 1);
  g_autofree guint64 *of_b = g_new0 (guint64, self->n_values + 1);
  guint64 n = 0, alike = 0, chance = 0;

  for (guint u = 0; u < self->n_units; u++)
    {
      gint32 x = judgement (self, u, a), y = judgement (self, u, b);

      if (x == ACCORD_UNJUDGED || y == ACCORD_UNJUDGED)
        continue;
      n++;
      alike += x == y;
      of_a[index_of (self, x)]++;
      of_b[index_of (self, y)]++;
    }
  for (guint v = 0; v < self->n_values; v++)
    chance += of_a[v] * of_b[v];
  if (n == 0 || chance == n * n)
    return FALSE;
  *kappa = ((double) (alike * n) - (double) chance) / ((double) (n * n) - (double) chance);
  return TRUE;
}

/* Light, Measures of response agreement for qualitative data (1971): the mean of all pairs. */
static void
measure_pairs (const Table *self, AccordAgreement *result)
{
  double sum = 0, kappa = 0;
  guint n = 0;

  for (guint a = 0; a < self->n_coders; a++)
    for (guint b = a + 1; b < self->n_coders; b++)
      if (kappa_of (self, a, b, &kappa))
        {
          sum += kappa;
          n++;
        }
  if (n > 0)
    result->kappa = thousandths (sum / n);
}

/**
 * accord_agreement:
 * @values: @n_units rows of @n_coders judgements, 0 or more, or ACCORD_UNJUDGED
 * @n_units: number of units
 * @n_coders: number of coders
 *
 * Cost: units × coders² and units × values.
 *
 * Returns: the measures; not defined where no unit was judged twice, kappa and alpha also where all
 *   judgements are the same value, since chance explains all of it then
 */
AccordAgreement
accord_agreement (const gint32 *values, guint n_units, guint n_coders)
{
  AccordAgreement result = { 0, ACCORD_AGREEMENT_NONE, ACCORD_AGREEMENT_NONE,
                             ACCORD_AGREEMENT_NONE };
  Table table;

  g_return_val_if_fail (values != NULL || n_units == 0 || n_coders == 0, result);

  table = table_new (values, n_units, n_coders);
  measure_units (&table, &result);
  measure_pairs (&table, &result);
  g_free (table.values);
  return result;
}
