/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted Dice over words aligned one to one: equal ids within one language, equal
 * cross ids between two. How much is aligned follows from counting alone; which word
 * meets which is asked only of the passages that are linked. Integers throughout. */
#include "engine/accord-align-private.h"

#define UNMATCHED G_MAXUINT32
/* Distances below this many letters tell little. */
#define LENGTH_FREE 5u
#define RATIO_ONE 65536u

/* exp (-ln² r) for r = 1, 1 + 1/8, 1 + 2/8 … 8, in 1/65536: a table instead of libm, whose last
 * bit differs between machines. */
static const guint32 LENGTH_FACTORS[] = {
  65536, 64633, 62353, 59216, 55601, 51774, 47915, 44144, 40534, 37130, 33953, 31012,
  28304, 25822, 23553, 21485, 19602, 17891, 16336, 14924, 13642, 12479, 11422, 10463,
  9591,  8798,  8077,  7421,  6823,  6279,  5782,  5329,  4915,  4537,  4191,  3874,
  3584,  3318,  3074,  2850,  2644,  2454,  2280,  2120,  1972,  1835,  1710,  1593,
  1486,  1387,  1295,  1210,  1131,  1057,  990,   927,   868,
};

/* What both walks over the words need: ids of one kind in order. */
typedef struct
{
  const AccordContentWord *words;
  const guint32 *order;
  guint32 n;
  gboolean cross;
} Run;

static Run
run_of (const AccordContentPassage *passage, gboolean cross)
{
  Run run = { passage->words, cross ? passage->by_cross : passage->by_id,
              cross ? passage->n_cross : passage->n_words, cross };

  return run;
}

static guint32
id_at (const Run *run, guint32 i)
{
  const AccordContentWord *word = &run->words[run->order[i]];

  return run->cross ? word->cross : word->id;
}

/* The end of the group of equal ids that begins at @i. */
static guint32
group_end (const Run *run, guint32 i)
{
  guint32 end = i + 1;

  while (end < run->n && id_at (run, end) == id_at (run, i))
    end++;
  return end;
}

/* Finds the next id that both have, from @i and @j on. */
static gboolean
next_common (const Run *a, const Run *b, guint32 *i, guint32 *j)
{
  while (*i < a->n && *j < b->n)
    {
      guint32 x = id_at (a, *i), y = id_at (b, *j);

      if (x == y)
        return TRUE;
      if (x < y)
        (*i)++;
      else
        (*j)++;
    }
  return FALSE;
}

/**
 * accord_align_one_language:
 * @a: a passage
 * @b: another one
 *
 * Returns: whether both stand in one language, whatever its script or region
 */
gboolean
accord_align_one_language (const AccordContentPassage *a, const AccordContentPassage *b)
{
  return a->language == b->language;
}

/**
 * accord_align_weight:
 * @a: a passage
 * @b: another one of the same vocabulary
 *
 * Cost: linear in the words of both.
 *
 * Returns: how much of the words can be aligned one to one
 */
AccordAligned
accord_align_weight (const AccordContentPassage *a, const AccordContentPassage *b)
{
  gboolean cross = !accord_align_one_language (a, b);
  Run x = run_of (a, cross), y = run_of (b, cross);
  AccordAligned aligned = { 0 };

  for (guint32 i = 0, j = 0; next_common (&x, &y, &i, &j); i++, j++)
    {
      const AccordContentWord *word = &x.words[x.order[i]];
      guint64 both = (guint64) word->weight + y.words[y.order[j]].weight;

      aligned.weight += both;
      aligned.numbers += word->flags & ACCORD_CONTENT_NUMBER ? both : 0;
      aligned.n_words++;
    }
  return aligned;
}

static gboolean
can_match (const AccordContentPassage *a,
           const AccordContentPassage *b,
           guint32 i,
           guint32 j,
           gboolean cross)
{
  return cross ? a->words[i].cross != 0 && a->words[i].cross == b->words[j].cross
               : a->words[i].id == b->words[j].id;
}

/* Words that both have once only are aligned without doubt. */
static void
match_unique (const Run *a, const Run *b, guint32 *mate_a, guint32 *mate_b)
{
  for (guint32 i = 0, j = 0; next_common (a, b, &i, &j);)
    {
      guint32 end_i = group_end (a, i), end_j = group_end (b, j);

      if (end_i == i + 1 && end_j == j + 1)
        {
          mate_a[a->order[i]] = b->order[j];
          mate_b[b->order[j]] = a->order[i];
        }
      i = end_i;
      j = end_j;
    }
}

/* A word that occurs again is aligned beside its neighbour, so that phrases stay whole. */
static void
match_neighbours (const AccordContentPassage *a,
                  const AccordContentPassage *b,
                  gboolean cross,
                  guint32 *mate_a,
                  guint32 *mate_b)
{
  for (guint32 i = 1; i < a->n_words; i++)
    {
      guint32 j = mate_a[i - 1] + 1;

      if (mate_a[i - 1] != UNMATCHED && mate_a[i] == UNMATCHED && j < b->n_words &&
          mate_b[j] == UNMATCHED && can_match (a, b, i, j, cross))
        {
          mate_a[i] = j;
          mate_b[j] = i;
        }
    }
  for (guint32 i = a->n_words; i-- > 1;)
    {
      guint32 j = mate_a[i] - 1;

      if (mate_a[i] != UNMATCHED && mate_a[i] > 0 && mate_a[i - 1] == UNMATCHED &&
          mate_b[j] == UNMATCHED && can_match (a, b, i - 1, j, cross))
        {
          mate_a[i - 1] = j;
          mate_b[j] = i - 1;
        }
    }
}

/* What is left is aligned in order of the text. */
static void
match_rest (const Run *a, const Run *b, guint32 *mate_a, guint32 *mate_b)
{
  for (guint32 i = 0, j = 0; next_common (a, b, &i, &j);)
    {
      guint32 end_i = group_end (a, i), end_j = group_end (b, j);

      while (i < end_i && j < end_j)
        if (mate_a[a->order[i]] != UNMATCHED)
          i++;
        else if (mate_b[b->order[j]] != UNMATCHED)
          j++;
        else
          {
            mate_a[a->order[i]] = b->order[j];
            mate_b[b->order[j]] = a->order[i];
          }
      i = end_i;
      j = end_j;
    }
}

/**
 * accord_align_mates:
 * @a: a passage
 * @b: another one of the same vocabulary
 * @mates_a: (out caller-allocates): gets for each word of @a that of @b, or G_MAXUINT32
 * @mates_b: (out caller-allocates): the other way round
 *
 * As many as accord_align_weight() counts. Naively every word would try every other; here
 * words that occur once are anchors, their neighbours follow, and the rest comes in order:
 * linear in the words of both.
 */
void
accord_align_mates (const AccordContentPassage *a,
                    const AccordContentPassage *b,
                    guint32 *mates_a,
                    guint32 *mates_b)
{
  gboolean cross = !accord_align_one_language (a, b);
  Run x = run_of (a, cross), y = run_of (b, cross);

  for (guint32 i = 0; i < a->n_words; i++)
    mates_a[i] = UNMATCHED;
  for (guint32 i = 0; i < b->n_words; i++)
    mates_b[i] = UNMATCHED;
  match_unique (&x, &y, mates_a, mates_b);
  match_neighbours (a, b, cross, mates_a, mates_b);
  match_rest (&x, &y, mates_a, mates_b);
}

/**
 * accord_align_match:
 * @a: a passage
 * @b: another one of the same vocabulary
 * @matches: (element-type AccordMatch): gets the aligned words, by position in @a
 *
 * Those of accord_align_mates(), at the same cost.
 */
void
accord_align_match (const AccordContentPassage *a, const AccordContentPassage *b, GArray *matches)
{
  g_autofree guint32 *mates_a = g_new (guint32, a->n_words + 1);
  g_autofree guint32 *mates_b = g_new (guint32, b->n_words + 1);

  accord_align_mates (a, b, mates_a, mates_b);
  for (guint32 i = 0; i < a->n_words; i++)
    if (mates_a[i] != UNMATCHED)
      {
        AccordMatch match = { i, mates_a[i], 1000, 0 };

        g_array_append_val (matches, match);
      }
}

/**
 * accord_align_share:
 * @weight: of the aligned words of both sides
 * @a: a passage
 * @b: another one
 *
 * Returns: the share of their whole weight that is aligned, in millionths; of passages of function
 *   words alone all or nothing
 */
guint32
accord_align_share (guint64 weight, const AccordContentPassage *a, const AccordContentPassage *b)
{
  guint64 whole = a->weight + b->weight;

  if (whole == 0)
    return a->signature == b->signature && a->signature != 0 ? ACCORD_MILLION : 0;
  return (guint32) (weight * ACCORD_MILLION / whole);
}

/**
 * accord_align_length_factor:
 * @length_a: the length of a passage in letters
 * @length_b: that of another
 *
 * exp (-ln² ((a + 5) / (b + 5))): what is twice as long says more than the same.
 *
 * Returns: in millionths, ACCORD_MILLION for equal lengths
 */
guint32
accord_align_length_factor (guint32 length_a, guint32 length_b)
{
  guint64 more = (guint64) MAX (length_a, length_b) + LENGTH_FREE;
  guint64 less = (guint64) MIN (length_a, length_b) + LENGTH_FREE;
  guint64 ratio = more * RATIO_ONE / less - RATIO_ONE;
  guint64 slot = ratio / (RATIO_ONE / 8), within = ratio % (RATIO_ONE / 8);
  guint64 low, high;

  if (slot + 1 >= G_N_ELEMENTS (LENGTH_FACTORS))
    return (guint32) (LENGTH_FACTORS[G_N_ELEMENTS (LENGTH_FACTORS) - 1] * (guint64) ACCORD_MILLION /
                      RATIO_ONE);
  low = LENGTH_FACTORS[slot];
  high = LENGTH_FACTORS[slot + 1];
  return (guint32) (((low * (RATIO_ONE / 8 - within) + high * within) * ACCORD_MILLION) /
                    (RATIO_ONE / 8) / RATIO_ONE);
}
