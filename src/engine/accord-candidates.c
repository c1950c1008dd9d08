/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Naively every passage would be compared with every other, which is quadratic. Here
 * the inverted index adds up the shared weight, rarest words first and at most so
 * many postings a passage, so that a million equal sentences cost no more than others. */
#include "engine/accord-candidates-private.h"

#include "engine/accord-align-private.h"

/* The most postings that are visited for a passage; rarest words first. */
#define BUDGET 2000u
/* A word has some ten concepts. (Among 1,000 passages a tenth of it finds the true counterpart as
 * often as no limit does: 98.0 % among the 50 best.) */
#define BUDGET_MEANT 10000u

/* Words first, as they are the surest, then what they mean. */
typedef enum
{
  KEY_WORD,
  KEY_CROSS,
  KEY_CONCEPT,
  KEY_PRINCIPLE,
} KeyKind;

typedef struct
{
  guint32 key;    /* id of a word, concept, or index of a principle */
  guint32 count;  /* postings */
  guint32 amount; /* of a word how often it is there, of a principle its score */
  guint32 word;   /* number of the word among those of the passage, from 1 */
  guint16 weight; /* of that word */
  guint8 strength;
  guint8 direct;
  KeyKind kind;
  gboolean skipped; /* over the budget */
} Key;

typedef struct
{
  guint32 passage;
  guint32 rank;
} Ranked;

/* What a passage was found to have in common with the one that is asked about. Small, as there is
 * one for each passage and they are met in no order. */
typedef struct
{
  guint32 shared;  /* the weight of the words, both sides together, or G_MAXUINT32 */
  guint32 of_word; /* what the word that was asked last has in it */
  guint32 word;
  guint32 evidence;
} Sum;

/* sums has an entry a passage of @to, zero between two calls; touched lists the passages whose
 * entries are not. */
struct _AccordCandidates
{
  const AccordSide *from;
  const AccordSide *to;
  Sum *sums;
  guint64 unvisited; /* the weight of the words over the budget, both sides together */
  GArray *touched;
  GArray *keys;
  GArray *ranked;
  GArray *found;
};

/**
 * accord_candidates_new:
 * @from: whose passages are asked about
 * @to: whose passages are found
 *
 * Returns: (transfer full): a finder for one thread, which borrows both sides
 */
AccordCandidates *
accord_candidates_new (const AccordSide *from, const AccordSide *to)
{
  AccordCandidates *self = g_new0 (AccordCandidates, 1);
  guint n = accord_content_get_n_passages (to->content);

  self->from = from;
  self->to = to;
  self->sums = g_new0 (Sum, n + 1);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * accord_candidates_free:
 * @self: (transfer full): a finder
 */
void
accord_candidates_free (AccordCandidates *self)
{
  g_free (self->sums);
  g_array_unref (self->touched);
  g_array_unref (self->keys);
  g_array_unref (self->ranked);
  g_array_unref (self->found);
  g_free (self);
}

static void
add_key (AccordCandidates *self, guint32 id, guint32 amount, const Key *of, KeyKind kind)
{
  const guint32 *first = self->to->first_word + id;
  Key key = *of;

  key.key = id;
  key.count = first[1] - first[0];
  key.amount = amount;
  key.kind = kind;
  if (key.count > 0)
    g_array_append_val (self->keys, key);
}

static void
add_concepts (AccordCandidates *self, guint32 sense, guint32 amount, const Key *of)
{
  guint n = 0;
  const AccordEdge *edges = accord_vocabulary_get_edges (self->from->vocabulary, sense, &n);

  for (guint i = 0; i < n; i++)
    {
      const guint32 *first = self->to->first_concept + edges[i].concept;
      Key key = *of;

      key.key = edges[i].concept;
      key.count = first[1] - first[0];
      key.amount = amount;
      key.strength = edges[i].strength;
      key.direct = edges[i].direct;
      key.kind = KEY_CONCEPT;
      if (key.count > 0)
        g_array_append_val (self->keys, key);
    }
}

static void
collect_words (AccordCandidates *self, const AccordContentPassage *p)
{
  guint32 amount = 1;

  for (guint32 i = 0; i < p->n_words; i++, amount++)
    {
      const AccordContentWord *word = &p->words[p->by_id[i]];
      Key of = { .word = i + 1, .weight = word->weight };

      if (i + 1 < p->n_words && p->words[p->by_id[i + 1]].id == word->id)
        continue;
      add_key (self, word->id, amount, &of, KEY_WORD);
      if (self->to->first_concept != NULL)
        add_concepts (self, word->sense, amount, &of);
      amount = 0;
    }
  amount = 1;
  for (guint32 i = 0; i < p->n_cross; i++, amount++)
    {
      guint32 id = p->words[p->by_cross[i]].cross;
      Key of = { .word = p->n_words + i + 1, .weight = self->from->weights[id] };

      if (i + 1 < p->n_cross && p->words[p->by_cross[i + 1]].cross == id)
        continue;
      add_key (self, id, amount, &of, KEY_CROSS);
      amount = 0;
    }
}

static void
collect_principles (AccordCandidates *self, guint passage)
{
  guint n = 0;
  const AccordCoding *codings = NULL;

  if (self->from->analysis == NULL || self->to->analysis == NULL)
    return;
  codings = accord_analysis_get_passage_codings (self->from->analysis, passage, &n);
  for (guint i = 0; i < n; i++)
    {
      const guint32 *first = self->to->first_principle + codings[i].principle;
      Key key = { codings[i].principle, first[1] - first[0], (guint32) codings[i].score,
                  .kind = KEY_PRINCIPLE };

      if (key.count > 0)
        g_array_append_val (self->keys, key);
    }
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  if (x->count != y->count)
    return x->count < y->count ? -1 : 1;
  if ((x->kind == KEY_PRINCIPLE) != (y->kind == KEY_PRINCIPLE))
    return x->kind == KEY_PRINCIPLE ? 1 : -1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->word < y->word ? -1 : x->word > y->word;
}

/* By word, the principles last. */
static gint
compare_words (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  if (x->kind == KEY_PRINCIPLE || y->kind == KEY_PRINCIPLE)
    return x->kind != y->kind ? (x->kind == KEY_PRINCIPLE ? 1 : -1) : compare_keys (a, b);
  return x->word != y->word ? (x->word < y->word ? -1 : 1) : compare_keys (a, b);
}

static inline Sum *
touch (AccordCandidates *self, guint32 passage)
{
  Sum *sum = &self->sums[passage];

  if ((sum->word | sum->evidence) == 0)
    g_array_append_val (self->touched, passage);
  return sum;
}

/* Of the ways in which a word has a counterpart the best one counts. */
static inline void
add_shared (Sum *sum, guint32 word, guint64 value)
{
  if (sum->word != word)
    {
      sum->word = word;
      sum->of_word = 0;
    }
  if (value <= sum->of_word)
    return;
  sum->shared = (guint32) MIN (sum->shared + (value - sum->of_word), G_MAXUINT32);
  sum->of_word = (guint32) MIN (value, G_MAXUINT32);
}

static void
visit_concept (AccordCandidates *self, const Key *key)
{
  const guint32 *first = self->to->first_concept + key->key;

  for (guint32 i = first[0]; i < first[1]; i++)
    {
      const AccordMeaning *meaning = &self->to->concepts[i];
      guint64 weight = (guint64) key->weight + meaning->weight;

      add_shared (touch (self, meaning->passage), key->word,
                  weight * key->strength * meaning->strength / (255u * 255u));
    }
}

static void
visit_word (AccordCandidates *self, const Key *key, const char *language)
{
  const guint32 *first = self->to->first_word + key->key;
  guint64 weight = (guint64) self->from->weights[key->key] + self->to->weights[key->key];
  gboolean all = self->to->language != NULL;

  gboolean cross = key->kind == KEY_CROSS;

  if (all && (self->to->language == language) == cross)
    return;
  for (guint32 i = first[0]; i < first[1]; i++)
    {
      const AccordPosting *posting = &self->to->words[i];

      if (!all &&
          (accord_content_get_language (self->to->content, posting->passage) == language) == cross)
        continue;
      add_shared (touch (self, posting->passage), key->word,
                  MIN (key->amount, posting->amount) * weight);
    }
}

static void
visit_principle (AccordCandidates *self, const Key *key)
{
  const guint32 *first = self->to->first_principle + key->key;
  guint32 rarity = MIN (self->from->rarity[key->key], self->to->rarity[key->key]);

  for (guint32 i = first[0]; i < first[1]; i++)
    {
      const AccordPosting *posting = &self->to->principles[i];

      guint32 evidence = MIN (key->amount, posting->amount) * rarity / 1000;

      if (evidence > 0)
        touch (self, posting->passage)->evidence += evidence;
    }
}

/* The most that a key over the budget could add. */
static guint64
unvisited_weight (const AccordCandidates *self, const Key *key)
{
  if (key->kind == KEY_PRINCIPLE)
    return 0;
  if (key->kind == KEY_CONCEPT)
    return (guint64) key->amount * 2 * key->weight * key->strength / 255;
  return (guint64) key->amount *
         ((guint64) self->from->weights[key->key] + self->to->weights[key->key]);
}

/* Marks what is over the budget, and puts the keys into the order in which they are visited. */
static void
spend_budget (AccordCandidates *self)
{
  guint32 budget = self->to->first_concept != NULL ? BUDGET_MEANT : BUDGET, visited = 0;

  g_array_sort (self->keys, compare_keys);
  for (guint i = 0; i < self->keys->len; i++)
    {
      Key *key = &g_array_index (self->keys, Key, i);

      visited += MIN (key->count, budget + 1 - visited);
      key->skipped = visited > budget;
    }
  if (self->to->first_concept != NULL)
    g_array_sort (self->keys, compare_words);
}

static void
visit_keys (AccordCandidates *self, const char *language)
{
  guint64 most = 0;

  self->unvisited = 0;
  spend_budget (self);
  for (guint i = 0; i < self->keys->len; i++)
    {
      const Key *key = &g_array_index (self->keys, Key, i);

      if (key->skipped)
        most = MAX (most, unvisited_weight (self, key));
      else if (key->kind == KEY_PRINCIPLE)
        visit_principle (self, key);
      else if (key->kind == KEY_CONCEPT)
        visit_concept (self, key);
      else
        visit_word (self, key, language);
      if (i + 1 == self->keys->len || key[1].word != key->word)
        {
          self->unvisited += most;
          most = 0;
        }
    }
}

/* What a passage scores by its @shared words and the evidence of its principles. */
static guint32
score_of (const AccordCandidates *self,
          guint64 shared,
          guint64 evidence,
          const AccordContentPassage *p,
          const AccordContentPassage *other)
{
  guint64 share = MIN (accord_align_share (shared, p, other), ACCORD_MILLION);

  share = share * accord_side_length_factor (self->from, p, self->to, other) / ACCORD_MILLION;
  evidence = evidence * ACCORD_MILLION / (evidence + 1000);
  return (guint32) (share + (ACCORD_MILLION - share) * evidence / ACCORD_MILLION);
}

/* What @passage scores by what was visited; 0 where it cannot reach @least even with all that
 * was not, or is below @worst. Most passages fail by the weight of their words alone. */
static guint32
rank_of (AccordCandidates *self,
         const AccordContentPassage *p,
         guint32 passage,
         guint32 least,
         guint32 worst)
{
  const Sum *sum = &self->sums[passage];
  guint64 most = sum->shared + self->unvisited;
  guint64 whole = p->weight + self->to->passage_weights[passage];
  AccordContentPassage other;

  if (sum->evidence == 0 && (most * ACCORD_MILLION < least * whole ||
                             (guint64) sum->shared * ACCORD_MILLION < worst * whole))
    return 0;
  other = accord_content_get_passage (self->to->content, passage);
  if (score_of (self, most, sum->evidence, p, &other) < least)
    return 0;
  return score_of (self, sum->shared, sum->evidence, p, &other);
}

/* Whether @x comes before @y: the better rank, of equal ones the earlier passage. */
static gboolean
is_before (const Ranked *x, const Ranked *y)
{
  return x->rank != y->rank ? x->rank > y->rank : x->passage < y->passage;
}

/* Puts @entry into its place among the @most best, or nowhere. */
static void
insert (GArray *ranked, const Ranked *entry, guint most)
{
  guint i = ranked->len;

  if (i == most && !is_before (entry, &g_array_index (ranked, Ranked, i - 1)))
    return;
  if (i < most)
    g_array_set_size (ranked, i + 1);
  else
    i--;
  for (; i > 0 && is_before (entry, &g_array_index (ranked, Ranked, i - 1)); i--)
    g_array_index (ranked, Ranked, i) = g_array_index (ranked, Ranked, i - 1);
  g_array_index (ranked, Ranked, i) = *entry;
}

/* Ranks what was touched, keeps the @most best and leaves the sums at zero for the next call. */
static void
rank_touched (AccordCandidates *self, const AccordContentPassage *p, guint32 least, guint most)
{
  g_array_set_size (self->ranked, 0);
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint32 passage = g_array_index (self->touched, guint32, i);
      guint32 worst =
        self->ranked->len == most ? g_array_index (self->ranked, Ranked, most - 1).rank : 0;
      Ranked entry = { passage, rank_of (self, p, passage, least, worst) };

      if (entry.rank > 0)
        insert (self->ranked, &entry, most);
      self->sums[passage] = (Sum){ 0 };
    }
  g_array_set_size (self->touched, 0);
}

/**
 * accord_candidates_find:
 * @self: a finder
 * @passage: index of a passage of its first side
 * @least: what a candidate must be able to score, in millionths
 * @most: the most that are wanted, at least 1
 * @n_candidates: (out): their number, at most @most and one more
 *
 * The most promising first; a passage of the very same words is among them even where its words
 * are too common to be visited. Cost: at most BUDGET postings.
 *
 * Returns: (transfer none) (array length=n_candidates): indices of passages, valid until the next
 *   call
 */
const guint32 *
accord_candidates_find (
  AccordCandidates *self, guint passage, guint32 least, guint most, guint *n_candidates)
{
  AccordContentPassage p = accord_content_get_passage (self->from->content, passage);
  guint32 twin = 0;
  gboolean has_twin = accord_side_find_twin (self->from, self->to, passage, &twin);

  g_array_set_size (self->keys, 0);
  g_array_set_size (self->found, 0);
  collect_words (self, &p);
  collect_principles (self, passage);
  visit_keys (self, p.language);
  rank_touched (self, &p, least, most);
  if (has_twin)
    g_array_append_val (self->found, twin);
  for (guint i = 0; i < self->ranked->len; i++)
    {
      guint32 found = g_array_index (self->ranked, Ranked, i).passage;

      if (!has_twin || found != twin)
        g_array_append_val (self->found, found);
    }
  *n_candidates = self->found->len;
  return (const guint32 *) (gpointer) self->found->data;
}
