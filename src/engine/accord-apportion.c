/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The method of the largest remainder (Hamilton): each gets the whole part of its
 * quota, what is left goes to the largest remainders, the first of equals first. */
#include "engine/accord-apportion-private.h"

#include <stdlib.h>

typedef struct
{
  guint64 remainder;
  guint index;
} Claim;

/**
 * accord_share:
 * @whole: what is shared, below 2^31
 * @part: a part, at most @of
 * @of: the sum of the parts, at least 1
 *
 * Returns: @whole × @part / @of, rounded down, without overflow
 */
guint64
accord_share (guint64 whole, guint64 part, guint64 of)
{
  while (of > G_MAXUINT32)
    {
      of >>= 1;
      part >>= 1;
    }
  return whole * MIN (part, of) / of;
}

static gint
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *x = a, *y = b;

  if (x->remainder != y->remainder)
    return x->remainder > y->remainder ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/**
 * accord_apportion:
 * @whole: what is shared out, not negative
 * @shares: (array length=n): in any measure, each below 2^31
 * @n: their number
 * @parts: (array length=n) (out caller-allocates): sum to @whole, also where all shares are 0
 *
 * Cost: a sort.
 */
void
accord_apportion (gint32 whole, const guint64 *shares, guint n, gint32 *parts)
{
  g_autofree Claim *claims = g_new (Claim, n + 1);
  guint64 sum = 0;
  gint32 left = whole;

  for (guint i = 0; i < n; i++)
    sum += shares[i];
  for (guint i = 0; i < n; i++)
    {
      guint64 quota = sum > 0 ? (guint64) whole * shares[i] : 0;

      parts[i] = sum > 0 ? (gint32) (quota / sum) : 0;
      claims[i].remainder = sum > 0 ? quota % sum : 0;
      claims[i].index = i;
      left -= parts[i];
    }
  if (sum == 0 && n > 0)
    parts[0] = whole;
  if (sum == 0)
    return;
  qsort (claims, n, sizeof *claims, compare_claims);
  for (guint i = 0; i < n && left > 0; i++, left--)
    parts[claims[i].index]++;
}
