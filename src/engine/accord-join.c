/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a link's passages differ in length the shorter side takes in a neighbour that no
 * other link has, as long as the score grows (the beads of Gale and Church, found from
 * links instead of by position, as documents need not keep an order). Then pairs that
 * were too weak by themselves get the same chance. */
#include "engine/accord-join-private.h"

#include <string.h>

/* The most passages of a side; a neighbour stands in the same paragraph. */
#define MOST_PASSAGES 4u
/* Lengths that are this much the same, in millionths, need no neighbour. */
#define SAME_LENGTH 990000u
/* What a neighbour must add to the score, in percent. */
#define LEAST_GAIN 3u

#define NOBODY G_MAXUINT32

typedef struct
{
  AccordAligner *aligner;
  const AccordSide *sides[2];
  const AccordPassage *passages[2];
  guint n_passages[2];
  guint8 *taken[2];
  const gint *stop;
} Joiner;

static AccordScore
score_of (const Joiner *self, const AccordStretch ends[2])
{
  return accord_score_stretches (self->aligner, self->sides[0], &ends[0], self->sides[1], &ends[1]);
}

/* Which side is too short, or NOBODY. */
static guint
shorter_side (const Joiner *self, const AccordStretch ends[2])
{
  g_auto (AccordStretchView) x = { 0 };
  g_auto (AccordStretchView) y = { 0 };
  guint64 mean_x = self->sides[0]->mean_length, mean_y = self->sides[1]->mean_length;

  accord_stretch_view_init (&x, self->sides[0]->content, &ends[0]);
  accord_stretch_view_init (&y, self->sides[1]->content, &ends[1]);
  if (accord_side_length_factor (self->sides[0], &x.passage, self->sides[1], &y.passage) >=
      SAME_LENGTH)
    return NOBODY;
  if (accord_align_one_language (&x.passage, &y.passage))
    return x.passage.length < y.passage.length ? 0 : 1;
  return x.passage.length * mean_y < y.passage.length * mean_x ? 0 : 1;
}

/* The stretch with its neighbour before or behind it; FALSE where it has none to take. */
static gboolean
extend (const Joiner *self, guint side, gboolean before, AccordStretch *stretch)
{
  guint32 edge = before ? stretch->first : stretch->first + stretch->n - 1;
  guint32 next = before ? edge - 1 : edge + 1;
  const AccordContent *content = self->sides[side]->content;

  if ((before && edge == 0) || (!before && next >= self->n_passages[side]) ||
      stretch->n == MOST_PASSAGES || self->taken[side][next] ||
      self->passages[side][next].paragraph != self->passages[side][edge].paragraph ||
      accord_content_get_language (content, next) != accord_content_get_language (content, edge))
    return FALSE;
  stretch->first = MIN (stretch->first, next);
  stretch->n++;
  return TRUE;
}

/* Takes the better neighbour of the shorter side; FALSE where none makes the score grow. */
static gboolean
grow_once (const Joiner *self, AccordStretch ends[2], guint32 *total)
{
  guint side = shorter_side (self, ends);
  guint64 least = (guint64) *total * (100 + LEAST_GAIN) / 100;
  AccordStretch best = ends[0];
  gboolean found = FALSE;

  if (side == NOBODY)
    return FALSE;
  for (guint before = 0; before < 2; before++)
    {
      AccordStretch tried[2] = { ends[0], ends[1] };
      guint32 score;

      if (!extend (self, side, before > 0, &tried[side]))
        continue;
      score = score_of (self, tried).total;
      if (score < least)
        continue;
      least = (guint64) score + 1;
      best = tried[side];
      *total = score;
      found = TRUE;
    }
  if (found)
    ends[side] = best;
  return found;
}

static void
grow (const Joiner *self, AccordStretch ends[2], guint32 *total)
{
  for (guint i = 0; i < 2 * MOST_PASSAGES && grow_once (self, ends, total); i++)
    ;
}

static void
take (const Joiner *self, const AccordStretch ends[2], GArray *joined)
{
  AccordJoined link = { ends[0], ends[1] };

  for (guint side = 0; side < 2; side++)
    memset (self->taken[side] + ends[side].first, 1, ends[side].n);
  g_array_append_val (joined, link);
}

static void
grow_chosen (const Joiner *self, const AccordLinkRule *rule, const GArray *chosen, GArray *joined)
{
  for (guint i = 0; i < chosen->len && !g_atomic_int_get (self->stop); i++)
    {
      const AccordScored *s = &g_array_index (chosen, AccordScored, i);
      AccordStretch ends[2] = { accord_stretch_of_passage (s->from),
                                accord_stretch_of_passage (s->to) };
      guint32 total = s->score;

      if (rule->best == 0)
        grow (self, ends, &total);
      take (self, ends, joined);
    }
}

/* Each passage's best chance only. */
static void
grow_rest (const Joiner *self, const AccordLinkRule *rule, const GArray *rest, GArray *joined)
{
  g_autofree guint8 *tried = g_new0 (guint8, self->n_passages[0] + 1);

  for (guint i = 0; i < rest->len && !g_atomic_int_get (self->stop); i++)
    {
      const AccordRanked *r = &g_array_index (rest, AccordRanked, i);
      AccordStretch ends[2] = { accord_stretch_of_passage (r->scored.from),
                                accord_stretch_of_passage (r->scored.to) };
      guint32 total = r->scored.score;
      gint64 taken = (gint64) r->scored.score - r->rank;

      if (tried[r->scored.from] || self->taken[0][r->scored.from] || self->taken[1][r->scored.to])
        continue;
      tried[r->scored.from] = 1;
      grow (self, ends, &total);
      if (ends[0].n + ends[1].n > 2 && accord_linker_is_link (rule, total, (gint64) total - taken))
        take (self, ends, joined);
    }
}

/**
 * accord_join:
 * @aligner: of this thread
 * @from: the first side, with its analysis
 * @to: the second side
 * @rule: what is a link
 * @chosen: (element-type AccordScored): the links by single passages, the best first
 * @rest: (element-type AccordRanked): pairs of passages without a link, the best first
 * @stop: becomes other than 0, in any thread, when nobody wants the result any more
 * @joined: (element-type AccordJoined): gets the links
 *
 * Cost: at most sixteen scores for each link whose lengths differ, and for each passage left.
 */
void
accord_join (AccordAligner *aligner,
             const AccordSide *from,
             const AccordSide *to,
             const AccordLinkRule *rule,
             const GArray *chosen,
             const GArray *rest,
             const gint *stop,
             GArray *joined)
{
  Joiner self = { aligner, { from, to }, .stop = stop };

  for (guint side = 0; side < 2; side++)
    {
      AccordDocument *document = accord_analysis_get_document (self.sides[side]->analysis);

      self.passages[side] = accord_document_get_passages (document, &self.n_passages[side]);
      self.taken[side] = g_new0 (guint8, self.n_passages[side] + 1);
    }
  for (guint i = 0; i < chosen->len; i++)
    {
      self.taken[0][g_array_index (chosen, AccordScored, i).from] = 1;
      self.taken[1][g_array_index (chosen, AccordScored, i).to] = 1;
    }
  grow_chosen (&self, rule, chosen, joined);
  grow_rest (&self, rule, rest, joined);
  g_free (self.taken[0]);
  g_free (self.taken[1]);
}
