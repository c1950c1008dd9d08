/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inverted index of a document, made by counting: two passes over its words, no
 * comparison of strings. Passages of the same words find each other by a signature,
 * the n-th of one document the n-th of the other, however many there are. */
#include "engine/accord-side-private.h"

#include <string.h>

#include "engine/accord-align-private.h"

/* So many passages with a principle halve what it tells. */
#define COMMON_FROM 8u
#define TICK_PASSAGES 512u

/* Concepts that a word means less are not worth a posting: relatives of others lead to it. */
#define LEAST_STRENGTH 85u
/* Two languages say the same within this ratio of lengths, whatever the documents hold. */
#define MOST_RATIO 2u

struct AccordSideKey
{
  guint64 signature;
  guint32 nth;
};

static guint
key_hash (gconstpointer data)
{
  const struct AccordSideKey *key = data;

  return (guint) (key->signature ^ key->signature >> 32) + key->nth * 2654435761u;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const struct AccordSideKey *x = a, *y = b;

  return x->signature == y->signature && x->nth == y->nth;
}

static void
shift_counts (guint32 *first, guint32 n)
{
  for (guint32 i = n; i > 0; i--)
    first[i] = first[i - 1];
  first[0] = 0;
}

typedef void (*PostFunc) (AccordSide *self, guint32 id, guint32 passage, guint32 amount);

/* Calls @post for each distinct id and cross id of a passage. */
static void
post_passage (AccordSide *self, guint32 index, PostFunc post)
{
  AccordContentPassage p = accord_content_get_passage (self->content, index);
  guint32 amount = 0;

  for (guint32 i = 0; i < p.n_words; i++)
    {
      const AccordContentWord *word = &p.words[p.by_id[i]];

      amount++;
      self->weights[word->id] = word->weight;
      if (i + 1 < p.n_words && p.words[p.by_id[i + 1]].id == word->id)
        continue;
      post (self, word->id, index, amount);
      amount = 0;
    }
  for (guint32 i = 0; i < p.n_cross; i++)
    {
      const AccordContentWord *word = &p.words[p.by_cross[i]];

      if (word->cross == word->id) /* a number: it has its posting */
        continue;
      amount++;
      self->weights[word->cross] = word->weight;
      if (i + 1 < p.n_cross && p.words[p.by_cross[i + 1]].cross == word->cross)
        continue;
      post (self, word->cross, index, amount);
      amount = 0;
    }
}

static void
count_posting (AccordSide *self, guint32 id, guint32 passage, guint32 amount)
{
  self->first_word[id + 1]++;
}

static void
add_posting (AccordSide *self, guint32 id, guint32 passage, guint32 amount)
{
  AccordPosting posting = { passage, amount };

  self->words[self->first_word[id]++] = posting;
}

static gboolean
post_all (AccordSide *self, PostFunc post, const AccordWatch *watch, GError **error)
{
  guint n = accord_content_get_n_passages (self->content);

  for (guint i = 0; i < n; i++)
    {
      if (i % TICK_PASSAGES == 0 && !accord_watch_tick (watch, 0, error))
        return FALSE;
      post_passage (self, i, post);
    }
  return TRUE;
}

static gboolean
index_words (AccordSide *self, guint32 n_ids, const AccordWatch *watch, GError **error)
{
  self->first_word = g_new0 (guint32, n_ids + 1);
  self->weights = g_new0 (guint16, n_ids + 1);
  if (!post_all (self, count_posting, watch, error))
    return FALSE;
  for (guint32 i = 0; i < n_ids; i++)
    self->first_word[i + 1] += self->first_word[i];
  self->words = g_new (AccordPosting, self->first_word[n_ids] + 1);
  if (!post_all (self, add_posting, watch, error))
    return FALSE;
  shift_counts (self->first_word, n_ids);
  return TRUE;
}

/* Counts or adds the meanings of a passage; last tells of each concept the passage it was last
 * seen in, and one more. */
static void
post_meanings (AccordSide *self, guint32 index, guint32 *last, gboolean add)
{
  AccordContentPassage p = accord_content_get_passage (self->content, index);

  for (guint32 i = 0; i < p.n_words; i++)
    {
      guint n = 0;
      const AccordEdge *edges =
        accord_vocabulary_get_edges (self->vocabulary, p.words[i].sense, &n);

      for (guint e = 0; e < n; e++)
        {
          guint32 *end = &self->first_concept[edges[e].concept + (add ? 0 : 1)];
          AccordMeaning meaning = { index, p.words[i].weight, edges[e].strength };

          if (!edges[e].direct || edges[e].strength < LEAST_STRENGTH)
            continue;
          if (last[edges[e].concept] != index + 1)
            {
              last[edges[e].concept] = index + 1;
              if (add)
                self->concepts[*end] = meaning;
              (*end)++;
            }
          else if (add && meaning.strength > self->concepts[*end - 1].strength)
            self->concepts[*end - 1] = meaning;
        }
    }
}

static gboolean
post_all_meanings (
  AccordSide *self, guint32 *last, gboolean add, const AccordWatch *watch, GError **error)
{
  guint n = accord_content_get_n_passages (self->content);

  for (guint i = 0; i < n; i++)
    {
      if (i % TICK_PASSAGES == 0 && !accord_watch_tick (watch, 0, error))
        return FALSE;
      post_meanings (self, i, last, add);
    }
  return TRUE;
}

static gboolean
index_meanings (AccordSide *self, const AccordWatch *watch, GError **error)
{
  guint32 n = accord_vocabulary_get_n_concepts (self->vocabulary);
  g_autofree guint32 *last = g_new0 (guint32, n + 1);

  if (accord_vocabulary_get_lexicon (self->vocabulary) == NULL)
    return TRUE;
  self->first_concept = g_new0 (guint32, n + 1);
  if (!post_all_meanings (self, last, FALSE, watch, error))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    self->first_concept[i + 1] += self->first_concept[i];
  self->concepts = g_new (AccordMeaning, self->first_concept[n] + 1);
  memset (last, 0, (n + 1) * sizeof *last);
  if (!post_all_meanings (self, last, TRUE, watch, error))
    return FALSE;
  shift_counts (self->first_concept, n);
  return TRUE;
}

static guint64
mean_length (const AccordContent *content)
{
  guint n = accord_content_get_n_passages (content), n_read = 0;
  guint64 sum = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 length = accord_content_get_passage (content, i).length;

      sum += length;
      n_read += length > 0;
    }
  return MAX (sum * 256 / MAX (n_read, 1), 1);
}

/* Side by side, since candidates are weighed in no order. */
static guint32 *
passage_weights (const AccordContent *content)
{
  guint n = accord_content_get_n_passages (content);
  guint32 *weights = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    weights[i] = (guint32) MIN (accord_content_get_weight (content, i), G_MAXUINT32);
  return weights;
}

static void
index_principles (AccordSide *self)
{
  guint n_principles = 0, n = 0;
  const AccordCoding *codings = accord_analysis_get_codings (self->analysis, &n);

  accord_codebook_get_principles (accord_analysis_get_codebook (self->analysis), &n_principles);
  self->first_principle = g_new0 (guint32, n_principles + 1);
  self->principles = g_new (AccordPosting, n + 1);
  self->rarity = g_new0 (guint16, n_principles + 1);
  for (guint i = 0; i < n; i++)
    self->first_principle[codings[i].principle + 1]++;
  for (guint i = 0; i < n_principles; i++)
    {
      guint32 n_passages = self->first_principle[i + 1];

      self->rarity[i] =
        (guint16) MAX (1000 * COMMON_FROM / (COMMON_FROM - 1 + MAX (n_passages, 1)), 1);
      self->first_principle[i + 1] += self->first_principle[i];
    }
  for (guint i = 0; i < n; i++)
    {
      AccordPosting posting = { codings[i].passage, (guint32) codings[i].score };

      self->principles[self->first_principle[codings[i].principle]++] = posting;
    }
  shift_counts (self->first_principle, n_principles);
}

static void
index_signatures (AccordSide *self)
{
  guint n = accord_content_get_n_passages (self->content);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);

  self->nth = g_new0 (guint32, n + 1);
  self->keys = g_new0 (struct AccordSideKey, n + 1);
  self->by_signature = g_hash_table_new (key_hash, key_equal);
  for (guint i = 0; i < n; i++)
    {
      AccordContentPassage p = accord_content_get_passage (self->content, i);
      struct AccordSideKey *key = &self->keys[i];

      key->signature = p.signature;
      self->nth[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &key->signature));
      key->nth = self->nth[i];
      g_hash_table_insert (counts, &key->signature, GUINT_TO_POINTER (self->nth[i] + 1));
      g_hash_table_insert (self->by_signature, key, GUINT_TO_POINTER (i + 1));
    }
}

static const char *
common_language (const AccordContent *content)
{
  guint n = accord_content_get_n_passages (content);
  const char *language = n > 0 ? accord_content_get_language (content, 0) : NULL;

  for (guint i = 1; i < n; i++)
    if (accord_content_get_language (content, i) != language)
      return NULL;
  return language;
}

/**
 * accord_side_new:
 * @analysis: (nullable): an analysis
 * @content: (transfer full): its content
 * @vocabulary: complete by now; borrowed
 * @watch: (nullable): to cancel; its fraction stays 0
 * @error: return location for an error
 *
 * Cost: linear in words and ids.
 *
 * Returns: (transfer full): a side, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordSide *
accord_side_new (AccordAnalysis *analysis,
                 AccordContent *content,
                 const AccordVocabulary *vocabulary,
                 const AccordWatch *watch,
                 GError **error)
{
  g_autoptr (AccordSide) self = g_new0 (AccordSide, 1);

  self->content = content;
  self->vocabulary = vocabulary;
  self->language = common_language (content);
  self->mean_length = mean_length (content);
  self->passage_weights = passage_weights (content);
  if (!index_words (self, accord_vocabulary_get_n_ids (vocabulary), watch, error) ||
      !index_meanings (self, watch, error))
    return NULL;
  index_signatures (self);
  if (analysis != NULL)
    {
      self->analysis = accord_analysis_ref (analysis);
      index_principles (self);
    }
  return g_steal_pointer (&self);
}

/**
 * accord_side_free:
 * @self: (transfer full): a side
 */
void
accord_side_free (AccordSide *self)
{
  g_clear_pointer (&self->analysis, accord_analysis_unref);
  accord_content_free (self->content);
  g_free (self->passage_weights);
  g_free (self->first_concept);
  g_free (self->concepts);
  g_free (self->first_word);
  g_free (self->words);
  g_free (self->weights);
  g_free (self->first_principle);
  g_free (self->principles);
  g_free (self->rarity);
  g_free (self->nth);
  g_clear_pointer (&self->by_signature, g_hash_table_unref);
  g_free (self->keys);
  g_free (self);
}

/**
 * accord_side_length_factor:
 * @a: a side
 * @x: a passage of it
 * @b: another side
 * @y: a passage of it
 *
 * In two languages passages are as long as the mean of their documents lets expect, as far as that
 * is credible.
 *
 * Returns: as accord_align_length_factor()
 */
guint32
accord_side_length_factor (const AccordSide *a,
                           const AccordContentPassage *x,
                           const AccordSide *b,
                           const AccordContentPassage *y)
{
  guint64 mean_a = a->mean_length, mean_b = b->mean_length;

  if (accord_align_one_language (x, y) || !x->known || !y->known)
    return accord_align_length_factor (x->length, y->length);
  if (mean_a > mean_b)
    mean_a = MIN (mean_a, mean_b * MOST_RATIO);
  else
    mean_b = MIN (mean_b, mean_a * MOST_RATIO);
  return accord_align_length_factor ((guint32) (x->length * (mean_a + mean_b) / (2 * mean_a)),
                                     (guint32) (y->length * (mean_a + mean_b) / (2 * mean_b)));
}

/**
 * accord_side_find_twin:
 * @self: a side
 * @other: another one, of the same vocabulary
 * @passage: index of a passage of @self
 * @twin: (out): index of a passage of @other
 *
 * Returns: whether @other has as many passages of the same words in the same order
 */
gboolean
accord_side_find_twin (const AccordSide *self,
                       const AccordSide *other,
                       guint passage,
                       guint32 *twin)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (other->by_signature, &self->keys[passage]));

  *twin = found - 1;
  return found > 0;
}
