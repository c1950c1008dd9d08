/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First equal words are aligned, then the rest greedily, the most alike first. Naively
 * each word would be compared with each of the other side; here the concepts of one
 * passage are marked once and those of the other are looked up among the marks, which
 * costs one step a concept, not one a pair. Two relatives of relatives prove nothing:
 * one of the two words must mean the concept itself. */
#include "engine/accord-aligner-private.h"

#include "engine/accord-likeness-private.h"

#define UNMATCHED G_MAXUINT32
#define NO_MARK G_MAXUINT32

/* Pairs less alike than this, in thousandths, are chance. */
#define LEAST_LIKE 100u
/* Strengths are 1 to this. */
#define MOST_STRENGTH 255u
/* Words of one concept on each side that are tried; a passage may be one word 10,000 times. */
#define MOST_OF_CONCEPT 16u
/* With more words than this only those are paired that mean the same without doubt. */
#define MANY_WORDS 600u
#define MANY_LIKE 750u
/* With more pairs of words than this none is tried for its spelling. */
#define MOST_SPELT 65536u
/* How much two words mean the same that other links have taught. */
#define LEARNT_LIKE 700u

/* A word of the marked passage that means a concept; next leads to the next word of it. */
typedef struct
{
  guint32 word;
  guint32 next;
  guint8 strength;
  guint8 direct;
} Mark;

typedef struct
{
  guint32 a;
  guint32 b;
  guint32 like; /* in thousandths */
  guint32 weight;
} Pair;

/* Invariant: between two calls heads is NO_MARK and counts is 0 everywhere but where the marks of
 * the passage with the words marked tell. */
struct _AccordAligner
{
  const AccordVocabulary *vocabulary;
  const AccordLearnt *learnt;      /* nullable */
  guint16 bent[MOST_STRENGTH + 1]; /* of each strength what it counts for */
  guint32 *heads;                  /* of each concept; nullable */
  guint8 *counts;                  /* of each concept, used within a call */
  GArray *marks;                   /* of Mark */
  GArray *touched;                 /* concepts with marks */
  GArray *counted;                 /* concepts with counts */
  GArray *pairs;                   /* of Pair */
  GArray *mates_a;                 /* of guint32 */
  GArray *mates_b;
  GArray *likes;                   /* of each word of a */
  const AccordContentWord *marked; /* nullable */
  guint32 n_marked;                /* words */
};

/* Two words that are weakly tied to one concept mostly meet by chance: strengths count by their
 * power of 1.5, in 1/65535 (measured; with the power of 1 unrelated texts have more links). */
static void
bend_strengths (AccordAligner *self)
{
  for (guint64 s = 0; s <= MOST_STRENGTH; s++)
    {
      guint64 square =
        s * s * s * 65535u * 65535u / (MOST_STRENGTH * MOST_STRENGTH * MOST_STRENGTH);
      guint64 root = 0;

      for (guint64 bit = 1u << 15; bit > 0; bit >>= 1)
        if ((root + bit) * (root + bit) <= square)
          root += bit;
      self->bent[s] = (guint16) root;
    }
}

/**
 * accord_aligner_new:
 * @vocabulary: complete by now; borrowed
 *
 * Returns: (transfer full): an aligner for one thread
 */
AccordAligner *
accord_aligner_new (const AccordVocabulary *vocabulary)
{
  AccordAligner *self = g_new0 (AccordAligner, 1);
  guint32 n = accord_vocabulary_get_n_concepts (vocabulary);

  self->vocabulary = vocabulary;
  if (accord_vocabulary_get_lexicon (vocabulary) == NULL)
    return self;
  bend_strengths (self);
  self->heads = g_new (guint32, n + 1);
  self->counts = g_new0 (guint8, n + 1);
  for (guint32 i = 0; i < n; i++)
    self->heads[i] = NO_MARK;
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->counted = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  self->mates_a = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->mates_b = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->likes = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * accord_aligner_free:
 * @self: (transfer full): an aligner
 */
void
accord_aligner_free (AccordAligner *self)
{
  if (self->heads != NULL)
    {
      g_array_unref (self->marks);
      g_array_unref (self->touched);
      g_array_unref (self->counted);
      g_array_unref (self->pairs);
      g_array_unref (self->mates_a);
      g_array_unref (self->mates_b);
      g_array_unref (self->likes);
    }
  g_free (self->heads);
  g_free (self->counts);
  g_free (self);
}

static void
mark_word (AccordAligner *self, const AccordContentPassage *a, guint32 word)
{
  guint n = 0;
  const AccordEdge *edges =
    accord_vocabulary_get_edges (self->vocabulary, a->words[word].sense, &n);

  for (guint i = 0; i < n; i++)
    {
      Mark mark = { word, self->heads[edges[i].concept], edges[i].strength, edges[i].direct };

      if (mark.next == NO_MARK)
        g_array_append_val (self->touched, edges[i].concept);
      self->heads[edges[i].concept] = self->marks->len;
      g_array_append_val (self->marks, mark);
    }
}

/* From the last word to the first, so that the marks of a concept are in order of the text. */
static void
mark_passage (AccordAligner *self, const AccordContentPassage *a)
{
  if (self->marked == a->words && self->n_marked == a->n_words && a->n_words > 0)
    return;
  for (guint i = 0; i < self->touched->len; i++)
    self->heads[g_array_index (self->touched, guint32, i)] = NO_MARK;
  g_array_set_size (self->touched, 0);
  g_array_set_size (self->marks, 0);
  for (guint32 i = a->n_words; i-- > 0;)
    mark_word (self, a, i);
  self->marked = a->n_words > 0 ? a->words : NULL;
  self->n_marked = a->n_words;
}

static void
add_pair (AccordAligner *self,
          const AccordContentPassage *a,
          const AccordContentPassage *b,
          guint32 i,
          guint32 j,
          guint32 like)
{
  Pair pair = { i, j, like, (guint32) a->words[i].weight + b->words[j].weight };

  g_array_append_val (self->pairs, pair);
}

/* Pairs word @j of @b with the words of @a that mean the concept of @edge. */
static void
pair_edge (AccordAligner *self,
           const AccordContentPassage *a,
           const AccordContentPassage *b,
           guint32 j,
           const AccordEdge *edge,
           guint32 least)
{
  const guint32 *mates = (const guint32 *) (gpointer) self->mates_a->data;
  guint n = 0;

  if (self->counts[edge->concept] == 0)
    g_array_append_val (self->counted, edge->concept);
  if (self->counts[edge->concept] == MOST_OF_CONCEPT)
    return;
  self->counts[edge->concept]++;
  for (guint32 at = self->heads[edge->concept]; at != NO_MARK && n < MOST_OF_CONCEPT;)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, at);
      guint64 both = (guint64) self->bent[mark->strength] * self->bent[edge->strength];
      guint32 like = (guint32) (both * 1000u / (65535u * (guint64) 65535u));

      at = mark->next;
      if (mates[mark->word] != UNMATCHED)
        continue;
      n++;
      if (like >= least && (mark->direct || edge->direct))
        add_pair (self, a, b, mark->word, j, like);
    }
}

static void
pair_meanings (AccordAligner *self, const AccordContentPassage *a, const AccordContentPassage *b)
{
  const guint32 *mates = (const guint32 *) (gpointer) self->mates_b->data;
  guint32 least = MAX (a->n_words, b->n_words) > MANY_WORDS ? MANY_LIKE : LEAST_LIKE;

  mark_passage (self, a);
  for (guint32 j = 0; j < b->n_words; j++)
    {
      guint n = 0;
      const AccordEdge *edges =
        accord_vocabulary_get_edges (self->vocabulary, b->words[j].sense, &n);

      for (guint i = 0; mates[j] == UNMATCHED && i < n; i++)
        if (self->heads[edges[i].concept] != NO_MARK)
          pair_edge (self, a, b, j, &edges[i], least);
    }
  for (guint i = 0; i < self->counted->len; i++)
    self->counts[g_array_index (self->counted, guint32, i)] = 0;
  g_array_set_size (self->counted, 0);
}

static void
pair_spellings (AccordAligner *self, const AccordContentPassage *a, const AccordContentPassage *b)
{
  const guint32 *mates_a = (const guint32 *) (gpointer) self->mates_a->data;
  const guint32 *mates_b = (const guint32 *) (gpointer) self->mates_b->data;

  if ((guint64) a->n_words * b->n_words > MOST_SPELT)
    return;
  for (guint32 i = 0; i < a->n_words; i++)
    {
      const AccordForm *form = accord_vocabulary_get_form (self->vocabulary, a->words[i].id);

      if (mates_a[i] != UNMATCHED || form == NULL)
        continue;
      for (guint32 j = 0; j < b->n_words; j++)
        {
          const AccordForm *other = accord_vocabulary_get_form (self->vocabulary, b->words[j].id);
          guint32 like;

          if (mates_b[j] != UNMATCHED || other == NULL)
            continue;
          like = accord_likeness (form, a->words[i].flags, other, b->words[j].flags);
          if (like > 0)
            add_pair (self, a, b, i, j, like);
        }
    }
}

static void
pair_learnt (AccordAligner *self, const AccordContentPassage *a, const AccordContentPassage *b)
{
  const guint32 *mates_a = (const guint32 *) (gpointer) self->mates_a->data;
  const guint32 *mates_b = (const guint32 *) (gpointer) self->mates_b->data;

  if (self->learnt == NULL || (guint64) a->n_words * b->n_words > MOST_SPELT)
    return;
  for (guint32 i = 0; i < a->n_words; i++)
    {
      if (mates_a[i] != UNMATCHED || !accord_learnt_has (self->learnt, a->words[i].id))
        continue;
      for (guint32 j = 0; j < b->n_words; j++)
        if (mates_b[j] == UNMATCHED &&
            accord_learnt_count (self->learnt, a->words[i].id, b->words[j].id) > 0)
          add_pair (self, a, b, i, j, LEARNT_LIKE);
    }
}

/* The most alike first, then those that tell most. Of two pairs that this does not part, one is
 * the other with the sides changed, and they have no word in common: the result is the same
 * whichever passage comes first. */
static gint
compare_pairs (gconstpointer x, gconstpointer y)
{
  const Pair *p = x, *q = y;

  if (p->like != q->like)
    return p->like > q->like ? -1 : 1;
  if (p->weight != q->weight)
    return p->weight > q->weight ? -1 : 1;
  if (p->a + p->b != q->a + q->b)
    return p->a + p->b < q->a + q->b ? -1 : 1;
  if (MIN (p->a, p->b) != MIN (q->a, q->b))
    return MIN (p->a, p->b) > MIN (q->a, q->b) ? -1 : 1;
  return p->a < q->a ? -1 : p->a > q->a;
}

static void
choose (AccordAligner *self)
{
  guint32 *mates_a = (guint32 *) (gpointer) self->mates_a->data;
  guint32 *mates_b = (guint32 *) (gpointer) self->mates_b->data;
  guint32 *likes = (guint32 *) (gpointer) self->likes->data;

  if (self->pairs->len > 1)
    qsort (self->pairs->data, self->pairs->len, sizeof (Pair), compare_pairs);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      if (mates_a[pair->a] != UNMATCHED || mates_b[pair->b] != UNMATCHED)
        continue;
      mates_a[pair->a] = pair->b;
      mates_b[pair->b] = pair->a;
      likes[pair->a] = pair->like;
    }
}

static void
align (AccordAligner *self, const AccordContentPassage *a, const AccordContentPassage *b)
{
  g_array_set_size (self->mates_a, a->n_words + 1);
  g_array_set_size (self->mates_b, b->n_words + 1);
  g_array_set_size (self->likes, a->n_words + 1);
  g_array_set_size (self->pairs, 0);
  accord_align_mates (a, b, (guint32 *) (gpointer) self->mates_a->data,
                      (guint32 *) (gpointer) self->mates_b->data);
  for (guint32 i = 0; i < a->n_words; i++)
    g_array_index (self->likes, guint32, i) = 1000;
  pair_meanings (self, a, b);
  pair_spellings (self, a, b);
  pair_learnt (self, a, b);
  choose (self);
}

/**
 * accord_aligner_set_learnt:
 * @self: an aligner
 * @learnt: (nullable): what links of the two documents have taught; borrowed
 *
 * Counts from the next call on.
 */
void
accord_aligner_set_learnt (AccordAligner *self, const AccordLearnt *learnt)
{
  self->learnt = learnt;
}

/**
 * accord_aligner_weigh:
 * @self: an aligner
 * @a: a passage; cheapest where it is that of the call before
 * @b: another one of the same vocabulary
 *
 * The same whichever passage comes first. Cost: linear in the words and their concepts, and a sort
 * of the pairs that mean the same; without a lexicon see accord_align_weight().
 *
 * Returns: how much of the words is aligned
 */
AccordAligned
accord_aligner_weigh (AccordAligner *self,
                      const AccordContentPassage *a,
                      const AccordContentPassage *b)
{
  AccordAligned aligned = { 0 };

  if (self->heads == NULL)
    return accord_align_weight (a, b);
  align (self, a, b);
  for (guint32 i = 0; i < a->n_words; i++)
    {
      guint32 mate = g_array_index (self->mates_a, guint32, i);
      guint64 both;

      if (mate == UNMATCHED)
        continue;
      both = ((guint64) a->words[i].weight + b->words[mate].weight) *
             g_array_index (self->likes, guint32, i) / 1000;
      aligned.weight += both;
      aligned.numbers += a->words[i].flags & ACCORD_CONTENT_NUMBER ? both : 0;
      aligned.n_words++;
    }
  return aligned;
}

/**
 * accord_aligner_match:
 * @self: an aligner
 * @a: a passage
 * @b: another one of the same vocabulary
 * @matches: (element-type AccordMatch): gets the aligned words, by position in @a
 *
 * Those that accord_aligner_weigh() weighs, at the same cost.
 */
void
accord_aligner_match (AccordAligner *self,
                      const AccordContentPassage *a,
                      const AccordContentPassage *b,
                      GArray *matches)
{
  if (self->heads == NULL)
    {
      accord_align_match (a, b, matches);
      return;
    }
  align (self, a, b);
  for (guint32 i = 0; i < a->n_words; i++)
    {
      AccordMatch match = { i, g_array_index (self->mates_a, guint32, i),
                            g_array_index (self->likes, guint32, i), 0 };

      if (match.b == UNMATCHED)
        continue;
      if (self->learnt != NULL && match.like == LEARNT_LIKE)
        match.learnt = accord_learnt_count (self->learnt, a->words[i].id, b->words[match.b].id);
      g_array_append_val (matches, match);
    }
}
