/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages without a coding, as bags of content words weighed by tf–idf (Spärck Jones
 * 1972), clustered per language by the cosine. Terms are the words and pairs of words
 * that weigh most in the cluster and stand in two of its passages at least. */
#include "engine/accord-emergent.h"

#include <math.h>
#include <string.h>

#include "engine/accord-clusters-private.h"
#include "engine/accord-grams-private.h"

/* Millionths: cosines below this are no likeness of a theme. */
#define LEAST_LIKENESS 180000

/* A passage of fewer content words is a heading or a formula. */
#define LEAST_WORDS 4u

struct _AccordEmergent
{
  GArray *themes;
  GArray *members;
};

/* A passage: words[first] to words[first + n] of its document, by weight. */
typedef struct
{
  AccordEnd end;
  guint32 first_word; /* in the document's words */
  guint32 n_words;
  guint32 first_weight;
  guint32 n_weights;
  guint32 n_content;
} Bag;

typedef struct
{
  guint32 word;
  double weight; /* tf–idf over the length of the bag */
} Weight;

typedef struct
{
  AccordEmergent *emergent;
  AccordComparison *comparison;
  AccordGrams *grams;
  GArray *bags;    /* of the language at hand */
  GArray *weights; /* by bag, then word */
  const char *language;
} Maker;

static void
emergent_clear (gpointer data)
{
  AccordEmergent *self = data;

  g_array_unref (self->themes);
  g_array_unref (self->members);
}

static gint
compare_weights (gconstpointer a, gconstpointer b)
{
  const Weight *x = a, *y = b;

  return x->word < y->word ? -1 : x->word > y->word;
}

/* Appends the words of a bag, each once, with how often it stands there. */
static void
append_counts (Maker *maker, Bag *bag, const AccordGramWord *words)
{
  guint n = 0;
  Weight *all = NULL;

  bag->first_weight = maker->weights->len;
  for (guint i = bag->first_word; i < bag->first_word + bag->n_words; i++)
    {
      Weight weight = { words[i].word, 1 };

      if (!words[i].stop)
        g_array_append_val (maker->weights, weight);
    }
  bag->n_content = maker->weights->len - bag->first_weight;
  all = &g_array_index (maker->weights, Weight, bag->first_weight);
  if (bag->n_content > 1)
    qsort (all, bag->n_content, sizeof *all, compare_weights);
  for (guint i = 0; i < bag->n_content; i++)
    if (n > 0 && all[n - 1].word == all[i].word)
      all[n - 1].weight += 1;
    else
      all[n++] = all[i];
  bag->n_weights = n;
  g_array_set_size (maker->weights, bag->first_weight + n);
}

/* A flag a passage of @document: whether a finding that is not rejected codes it. */
static guint8 *
find_coded (AccordFindings *findings, guint document, guint n_passages)
{
  guint8 *coded = g_malloc0 (MAX (n_passages, 1));
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (findings, document, &n);

  for (guint i = 0; i < n; i++)
    if (codings[i].status != ACCORD_STATUS_REJECTED)
      coded[codings[i].passage] = TRUE;
  return coded;
}

/* Appends the bags of a document in the language at hand. */
static void
append_bags (Maker *maker, AccordFindings *findings, guint document)
{
  AccordDocument *of = accord_comparison_get_document (maker->comparison, document);
  guint n_passages = 0, n_words = 0, w = 0;
  const AccordPassage *passages = accord_document_get_passages (of, &n_passages);
  const AccordGramWord *words = accord_grams_get_words (maker->grams, document, &n_words);
  g_autofree guint8 *coded = find_coded (findings, document, n_passages);

  for (guint p = 0; p < n_passages; p++)
    {
      Bag bag = { .end = { document, p } };

      while (w < n_words && words[w].span.start < passages[p].span.start)
        w++;
      bag.first_word = w;
      while (w < n_words && words[w].span.end <= passages[p].span.end)
        w++;
      bag.n_words = w - bag.first_word;
      if (coded[p] || bag.n_words < LEAST_WORDS)
        continue;
      append_counts (maker, &bag, words);
      if (bag.n_content >= LEAST_WORDS)
        g_array_append_val (maker->bags, bag);
      else
        g_array_set_size (maker->weights, bag.first_weight);
    }
}

static gint
compare_length (gconstpointer a, gconstpointer b)
{
  const Bag *x = a, *y = b;

  if (x->n_content != y->n_content)
    return x->n_content > y->n_content ? -1 : 1;
  return x->first_weight < y->first_weight ? -1 : x->first_weight > y->first_weight;
}

static gint
compare_place (gconstpointer a, gconstpointer b)
{
  const Bag *x = a, *y = b;

  if (x->end.document != y->end.document)
    return x->end.document < y->end.document ? -1 : 1;
  return x->end.passage < y->end.passage ? -1 : x->end.passage > y->end.passage;
}

/* Turns counts into weights of length one. */
static void
weigh_bags (Maker *maker)
{
  g_autoptr (GHashTable) frequencies = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < maker->weights->len; i++)
    {
      gpointer word = GUINT_TO_POINTER (g_array_index (maker->weights, Weight, i).word);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (frequencies, word));

      g_hash_table_insert (frequencies, word, GUINT_TO_POINTER (n + 1));
    }
  for (guint b = 0; b < maker->bags->len; b++)
    {
      const Bag *bag = &g_array_index (maker->bags, Bag, b);
      Weight *weights = &g_array_index (maker->weights, Weight, bag->first_weight);
      double sum = 0;

      for (guint i = 0; i < bag->n_weights; i++)
        {
          guint n = GPOINTER_TO_UINT (
            g_hash_table_lookup (frequencies, GUINT_TO_POINTER (weights[i].word)));

          weights[i].weight =
            (1 + log (weights[i].weight)) * log (1 + (double) maker->bags->len / n);
          sum += weights[i].weight * weights[i].weight;
        }
      for (guint i = 0; i < bag->n_weights; i++)
        weights[i].weight /= sqrt (sum);
    }
}

/* The cosine in millionths. */
static gint32
likeness_of (const Maker *maker, const Bag *a, const Bag *b)
{
  const Weight *x = &g_array_index (maker->weights, Weight, a->first_weight);
  const Weight *y = &g_array_index (maker->weights, Weight, b->first_weight);
  double sum = 0;

  for (guint i = 0, j = 0; i < a->n_weights && j < b->n_weights;)
    if (x[i].word == y[j].word)
      sum += x[i++].weight * y[j++].weight;
    else if (x[i].word < y[j].word)
      i++;
    else
      j++;
  return (gint32) floor (sum * 1000000 + 0.5);
}

static gint32 *
find_likenesses (const Maker *maker, const AccordWatch *watch, GError **error)
{
  guint n = maker->bags->len;
  g_autofree gint32 *all = g_new0 (gint32, MAX ((gsize) n * n, 1));

  for (guint i = 0; i < n; i++)
    {
      for (guint j = i + 1; j < n; j++)
        all[(gsize) i * n + j] = all[(gsize) j * n + i] = likeness_of (
          maker, &g_array_index (maker->bags, Bag, i), &g_array_index (maker->bags, Bag, j));
      if (!accord_watch_tick (watch, (double) i / n / 2, error))
        return NULL;
    }
  return g_steal_pointer (&all);
}

static double
weight_in (const Maker *maker, const Bag *bag, guint32 word)
{
  const Weight key = { word, 0 };
  const Weight *found = bsearch (&key, &g_array_index (maker->weights, Weight, bag->first_weight),
                                 bag->n_weights, sizeof (Weight), compare_weights);

  return found != NULL ? found->weight : 0;
}

/* How much the @n_words words from @first on weigh in the cluster; 0 where they stand in one
 * passage alone. */
static double
weigh_term (const Maker *maker, const GArray *cluster, const AccordGramWord *first, guint n_words)
{
  double sum = 0;
  guint n = 0;

  for (guint m = 0; m < cluster->len; m++)
    {
      const Bag *bag = &g_array_index (maker->bags, Bag, g_array_index (cluster, guint32, m));
      double weight = 0;
      guint n_document = 0;
      const AccordGramWord *words =
        accord_grams_get_words (maker->grams, bag->end.document, &n_document) + bag->first_word;

      for (guint i = 0; i + n_words <= bag->n_words && weight == 0; i++)
        if (words[i].word == first[0].word &&
            (n_words == 1 || (words[i + 1].word == first[1].word && !words[i + 1].breaks)))
          for (guint k = 0; k < n_words; k++)
            weight += weight_in (maker, bag, first[k].word);
      sum += weight;
      n += weight > 0;
    }
  return n >= 2 ? sum : 0;
}

/* Keeps the best terms in @theme, sorted; @scores go with them. */
static void
offer_term (
  AccordEmergentTheme *theme, double *scores, guint32 document, AccordSpan span, double score)
{
  guint at = theme->n_terms;

  while (at > 0 && scores[at - 1] < score)
    at--;
  if (at == ACCORD_EMERGENT_TERMS)
    return;
  if (theme->n_terms < ACCORD_EMERGENT_TERMS)
    theme->n_terms++;
  for (guint i = theme->n_terms - 1; i > at; i--)
    {
      theme->terms[i] = theme->terms[i - 1];
      scores[i] = scores[i - 1];
    }
  theme->terms[at].document = document;
  theme->terms[at].span = span;
  scores[at] = score;
}

static void
suggest_terms (const Maker *maker, const GArray *cluster, AccordEmergentTheme *theme)
{
  double scores[ACCORD_EMERGENT_TERMS] = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint m = 0; m < cluster->len; m++)
    {
      const Bag *bag = &g_array_index (maker->bags, Bag, g_array_index (cluster, guint32, m));
      guint n_document = 0;
      const AccordGramWord *words =
        accord_grams_get_words (maker->grams, bag->end.document, &n_document) + bag->first_word;

      for (guint i = 0; i < bag->n_words; i++)
        for (guint n = 1; n <= 2 && i + n <= bag->n_words; n++)
          {
            guint64 key = (guint64) (n == 2 ? words[i + 1].word : 0) << 32 | words[i].word;
            double score = 0;

            if (words[i].stop || words[i + n - 1].stop || (n == 2 && words[i + 1].breaks) ||
                !g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
              continue;
            score = weigh_term (maker, cluster, words + i, n);
            if (score > 0)
              offer_term (theme, scores, bag->end.document,
                          (AccordSpan){ words[i].span.start, words[i + n - 1].span.end }, score);
          }
    }
}

/* Fills cohesion and quotation. */
static void
measure (const gint32 *likenesses, guint n, const GArray *cluster, AccordEmergentTheme *theme)
{
  gint64 all = 0, best = -1;

  for (guint a = 0; a < cluster->len; a++)
    {
      gint64 sum = 0;

      for (guint b = 0; b < cluster->len; b++)
        sum += a == b ? 0
                      : likenesses[(gsize) g_array_index (cluster, guint32, a) * n +
                                   g_array_index (cluster, guint32, b)];
      all += sum;
      if (sum > best)
        {
          best = sum;
          theme->quotation = a;
        }
    }
  theme->cohesion = (gint32) (all / ((gint64) cluster->len * MAX (cluster->len - 1, 1)) / 1000);
}

static void
append_theme (Maker *maker, const gint32 *likenesses, const GArray *cluster)
{
  AccordEmergent *self = maker->emergent;
  AccordEmergentTheme theme = { .language = maker->language, .first_member = self->members->len };

  theme.n_members = cluster->len;
  for (guint m = 0; m < cluster->len; m++)
    {
      const Bag *bag = &g_array_index (maker->bags, Bag, g_array_index (cluster, guint32, m));

      theme.n_documents +=
        m == 0 || bag->end.document !=
                    g_array_index (self->members, AccordEnd, self->members->len - 1).document;
      g_array_append_val (self->members, bag->end);
    }
  measure (likenesses, maker->bags->len, cluster, &theme);
  suggest_terms (maker, cluster, &theme);
  g_array_append_val (self->themes, theme);
}

static gboolean
cluster_bags (Maker *maker, const AccordWatch *watch, GError **error)
{
  guint n;
  g_autofree gint32 *likenesses = NULL;
  g_autofree guint32 *cluster_of = NULL;

  weigh_bags (maker);
  g_array_sort (maker->bags, compare_length);
  g_array_set_size (maker->bags, MIN (maker->bags->len, ACCORD_EMERGENT_MAX));
  g_array_sort (maker->bags, compare_place);
  n = maker->bags->len;
  likenesses = find_likenesses (maker, watch, error);
  cluster_of = g_new (guint32, MAX (n, 1));
  if (likenesses == NULL ||
      !accord_clusters_find (likenesses, n, LEAST_LIKENESS, cluster_of, watch, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) cluster = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint j = i; j < n && cluster_of[i] == i; j++)
        if (cluster_of[j] == i)
          g_array_append_val (cluster, j);
      if (cluster->len >= 2)
        append_theme (maker, likenesses, cluster);
    }
  return TRUE;
}

static gint
compare_themes (gconstpointer a, gconstpointer b)
{
  const AccordEmergentTheme *x = a, *y = b;

  if (x->n_documents != y->n_documents)
    return x->n_documents > y->n_documents ? -1 : 1;
  if (x->n_members != y->n_members)
    return x->n_members > y->n_members ? -1 : 1;
  if (x->cohesion != y->cohesion)
    return x->cohesion > y->cohesion ? -1 : 1;
  return x->first_member < y->first_member ? -1 : x->first_member > y->first_member;
}

/* The primary subtag of a document's language, interned. */
static const char *
language_of (AccordComparison *comparison, guint document)
{
  const char *tag =
    accord_document_get_language (accord_comparison_get_document (comparison, document));
  g_autofree char *primary = g_strndup (tag, strcspn (tag, "-"));

  return g_intern_string (primary);
}

/* Clusters the passages in the language of @document, unless a document before has it too. */
static gboolean
cluster_language (
  Maker *maker, AccordFindings *findings, guint document, const AccordWatch *watch, GError **error)
{
  guint n = accord_comparison_get_n_documents (maker->comparison);

  maker->language = language_of (maker->comparison, document);
  for (guint d = 0; d < document; d++)
    if (language_of (maker->comparison, d) == maker->language)
      return TRUE;
  g_array_set_size (maker->bags, 0);
  g_array_set_size (maker->weights, 0);
  for (guint d = document; d < n; d++)
    if (language_of (maker->comparison, d) == maker->language)
      append_bags (maker, findings, d);
  return cluster_bags (maker, watch, error);
}

/**
 * accord_emergent_new:
 * @findings: findings; passages with a coding that is not rejected are covered
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Cost: for n uncovered passages of a language, at most ACCORD_EMERGENT_MAX, n^2 cosines.
 *
 * Returns: (transfer full): the themes, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordEmergent *
accord_emergent_new (AccordFindings *findings, const AccordWatch *watch, GError **error)
{
  g_autoptr (AccordEmergent) self = g_atomic_rc_box_new0 (AccordEmergent);
  AccordComparison *comparison = accord_findings_get_comparison (findings);
  guint n = accord_comparison_get_n_documents (comparison);
  g_autoptr (GPtrArray) analyses = g_ptr_array_new ();
  g_autoptr (AccordGrams) grams = NULL;
  g_autoptr (GArray) bags = g_array_new (FALSE, FALSE, sizeof (Bag));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (Weight));
  Maker maker = { .emergent = self, .comparison = comparison, .bags = bags, .weights = weights };

  self->themes = g_array_new (FALSE, FALSE, sizeof (AccordEmergentTheme));
  self->members = g_array_new (FALSE, FALSE, sizeof (AccordEnd));
  for (guint d = 0; d < n; d++)
    g_ptr_array_add (analyses, accord_comparison_get_analysis (comparison, d));
  grams = accord_grams_new ((AccordAnalysis *const *) analyses->pdata, n, watch, error);
  maker.grams = grams;
  if (grams == NULL)
    return NULL;
  for (guint d = 0; d < n; d++)
    if (!cluster_language (&maker, findings, d, watch, error))
      return NULL;
  g_array_sort (self->themes, compare_themes);
  return g_steal_pointer (&self);
}

/**
 * accord_emergent_ref:
 * @self: themes
 *
 * Returns: (transfer full): @self
 */
AccordEmergent *
accord_emergent_ref (AccordEmergent *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_emergent_unref:
 * @self: (transfer full): themes
 */
void
accord_emergent_unref (AccordEmergent *self)
{
  g_atomic_rc_box_release_full (self, emergent_clear);
}

/**
 * accord_emergent_get_themes:
 * @self: themes
 * @n_themes: (out): their number
 *
 * Returns: (transfer none) (array length=n_themes): those of most documents first, then of most
 *   passages, then the closest
 */
const AccordEmergentTheme *
accord_emergent_get_themes (const AccordEmergent *self, guint *n_themes)
{
  *n_themes = self->themes->len;
  return (const AccordEmergentTheme *) (gpointer) self->themes->data;
}

/**
 * accord_emergent_get_members:
 * @self: themes
 * @theme: a theme of it
 *
 * Returns: (transfer none): its n_members members, by document and passage
 */
const AccordEnd *
accord_emergent_get_members (const AccordEmergent *self, const AccordEmergentTheme *theme)
{
  return (const AccordEnd *) (gpointer) self->members->data + theme->first_member;
}
