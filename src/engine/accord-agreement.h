/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far coders agree: percent, Cohen's kappa, Krippendorff's alpha. Nominal values,
 * any number of coders, units that some of them did not judge. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In place of a value: this coder did not judge this unit. */
#define ACCORD_UNJUDGED (-1)
/* In place of a measure: it is not defined, for want of units or of any variety in them. */
#define ACCORD_AGREEMENT_NONE G_MININT32

/**
 * AccordAgreement:
 * @n_units: how many units at least two coders judged
 * @percent: of the pairs of judgements of one unit, how many are alike; 0 to 1000
 * @kappa: Cohen's, -1000 to 1000; of more than two coders the mean of all pairs (Light's)
 * @alpha: Krippendorff's for nominal values, at most 1000
 *
 * Measures are in thousandths, rounded; ACCORD_AGREEMENT_NONE where they are not defined.
 */
typedef struct
{
  guint n_units;
  gint32 percent;
  gint32 kappa;
  gint32 alpha;
} AccordAgreement;

AccordAgreement accord_agreement (const gint32 *values, guint n_units, guint n_coders);

G_END_DECLS
