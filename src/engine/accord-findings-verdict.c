/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The machine judges a link by the codings of its two passages. Where a person rejected
 * one of these, changed its stance or added another, the verdict follows the person. */
#include "engine/accord-findings-verdict-private.h"

#include "engine/accord-verdict-private.h"

/* A run of codings of one passage. */
typedef struct
{
  const AccordCodingFinding *codings;
  guint n;
  gboolean touched; /* by a person */
} Run;

/* Codings are sorted by passage within their document. */
static Run
run_of (const AccordCodingFinding *codings, const guint *first_coding, AccordEnd end)
{
  guint low = first_coding[end.document], high = first_coding[end.document + 1];
  guint last = high;
  Run run = { NULL, 0, FALSE };

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (codings[middle].passage < end.passage)
        low = middle + 1;
      else
        high = middle;
    }
  run.codings = codings + low;
  for (; low < last && codings[low].passage == end.passage; low++)
    {
      run.n++;
      run.touched =
        run.touched || codings[low].decision != ACCORD_NONE || codings[low].change != ACCORD_NONE;
    }
  return run;
}

static AccordVerdict
verdict_of (const Run *a, const Run *b)
{
  AccordVerdict verdict = ACCORD_VERDICT_NONE;

  for (guint i = 0; i < a->n; i++)
    for (guint j = 0; j < b->n; j++)
      if (a->codings[i].principle == b->codings[j].principle &&
          a->codings[i].status != ACCORD_STATUS_REJECTED &&
          b->codings[j].status != ACCORD_STATUS_REJECTED)
        verdict =
          MAX (verdict, accord_verdict_of_stances (a->codings[i].stance, a->codings[i].polarity,
                                                   b->codings[j].stance, b->codings[j].polarity));
  return verdict;
}

/* Cost: for each link a binary search at both ends. */
void
accord_findings_judge_links (const AccordCodingFinding *codings,
                             const guint *first_coding,
                             AccordLinkFinding *links,
                             guint n_links)
{
  for (guint i = 0; i < n_links; i++)
    {
      Run a = run_of (codings, first_coding, links[i].a);
      Run b = run_of (codings, first_coding, links[i].b);

      if (a.touched || b.touched)
        links[i].verdict = verdict_of (&a, &b);
    }
}
