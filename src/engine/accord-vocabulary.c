/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids are given to strings in order of first use. A sense is what a word means by itself
 * or within a phrase: its concepts, the strongest ones, and the relatives of these. */
#include "engine/accord-vocabulary-private.h"

#include <string.h>

#include "engine/accord-hash-private.h"

/* A relative is worth keeping from this strength on, of 255. */
#define LEAST_STRENGTH 32u
/* 10^(-3.3 / 255) in 1/2^32. */
#define ODDS_STEP G_GUINT64_CONSTANT (4168873189)
/* What the commonest words tell, in thousandths. */
#define LEAST_WEIGHT 30u

typedef struct
{
  guint32 first; /* in edges */
  guint16 n;
  guint16 weight; /* in thousandths; ACCORD_WEIGHT_UNKNOWN */
} Sense;

/* Ids and senses are given from 1; strings own their keys; the edges of a sense are sorted by
 * concept, each concept once. */
struct _AccordVocabulary
{
  AccordLexicon *lexicon; /* nullable */
  GHashTable *strings;    /* word → id */
  GHashTable *sense_ids;  /* "language word" or "sense phrase" → sense + 1 */
  GArray *senses;
  GArray *edges;
  GPtrArray *forms; /* of each id, nullable elements; of words in a lexicon's company only */
  AccordSpeller *speller;
  GString *key;
  guint64 odds[256]; /* of each weight of a concept, falling */
  guint32 n_ids;     /* one more than the highest id */
};

static void
form_free (gpointer data)
{
  if (data != NULL)
    accord_form_clear (data);
  g_free (data);
}

/* How often a concept of each weight is met, in 1/2^32 of one of weight 0: weights are logarithms,
 * 255 of them are 3.3 powers of ten. Made without libm, whose last bit differs. */
static void
fill_odds (AccordVocabulary *self)
{
  guint64 odds = G_GUINT64_CONSTANT (1) << 32;

  for (guint i = 0; i < G_N_ELEMENTS (self->odds); i++)
    {
      self->odds[i] = odds;
      odds = odds * ODDS_STEP >> 32;
    }
}

/**
 * accord_vocabulary_new:
 * @lexicon: (nullable): what words mean
 *
 * Returns: (transfer full): an empty vocabulary
 */
AccordVocabulary *
accord_vocabulary_new (AccordLexicon *lexicon)
{
  AccordVocabulary *self = g_new0 (AccordVocabulary, 1);
  Sense none = { 0 };

  self->lexicon = lexicon != NULL ? accord_lexicon_ref (lexicon) : NULL;
  self->strings = g_hash_table_new_full (accord_hash_string, g_str_equal, g_free, NULL);
  self->sense_ids = g_hash_table_new_full (accord_hash_string, g_str_equal, g_free, NULL);
  self->senses = g_array_new (FALSE, FALSE, sizeof (Sense));
  self->edges = g_array_new (FALSE, FALSE, sizeof (AccordEdge));
  self->forms = g_ptr_array_new_with_free_func (form_free);
  self->speller = lexicon != NULL ? accord_speller_new () : NULL;
  self->key = g_string_new (NULL);
  self->n_ids = 1;
  fill_odds (self);
  g_array_append_val (self->senses, none);
  return self;
}

/**
 * accord_vocabulary_free:
 * @self: (transfer full): a vocabulary
 */
void
accord_vocabulary_free (AccordVocabulary *self)
{
  g_clear_pointer (&self->lexicon, accord_lexicon_unref);
  g_hash_table_unref (self->strings);
  g_hash_table_unref (self->sense_ids);
  g_array_unref (self->senses);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->forms);
  g_clear_pointer (&self->speller, accord_speller_free);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/**
 * accord_vocabulary_get_lexicon:
 * @self: a vocabulary
 *
 * Returns: (transfer none) (nullable): its lexicon
 */
AccordLexicon *
accord_vocabulary_get_lexicon (const AccordVocabulary *self)
{
  return self->lexicon;
}

/**
 * accord_vocabulary_get_n_ids:
 * @self: a vocabulary
 *
 * Returns: one more than the highest id
 */
guint32
accord_vocabulary_get_n_ids (const AccordVocabulary *self)
{
  return self->n_ids;
}

/**
 * accord_vocabulary_get_n_concepts:
 * @self: a vocabulary
 *
 * Returns: one more than the highest concept; 0 without a lexicon
 */
guint32
accord_vocabulary_get_n_concepts (const AccordVocabulary *self)
{
  return self->lexicon != NULL ? accord_lexicon_get_n_concepts (self->lexicon) : 0;
}

/**
 * accord_vocabulary_add_string:
 * @self: a vocabulary
 * @string: what is written alike in every language
 *
 * Returns: its id, from 1
 */
guint32
accord_vocabulary_add_string (AccordVocabulary *self, const char *string)
{
  gpointer id = g_hash_table_lookup (self->strings, string);

  if (id == NULL)
    {
      id = GUINT_TO_POINTER (self->n_ids++);
      g_hash_table_insert (self->strings, g_strdup (string), id);
    }
  return GPOINTER_TO_UINT (id);
}

static void
add_form (AccordVocabulary *self, guint32 id, const char *word)
{
  AccordForm form;

  if (!accord_speller_spell (self->speller, word, &form))
    return;
  g_ptr_array_set_size (self->forms, (gint) id + 1);
  g_ptr_array_index (self->forms, id) = g_memdup2 (&form, sizeof form);
}

/**
 * accord_vocabulary_add_word:
 * @self: a vocabulary
 * @word: a word
 * @language: its language's primary subtag
 *
 * Words that are spelt alike in two languages need not mean the same; it matters only where
 * there is a lexicon.
 *
 * Returns: its id, from 1
 */
guint32
accord_vocabulary_add_word (AccordVocabulary *self, const char *word, const char *language)
{
  guint32 n = self->n_ids, id;

  if (self->lexicon == NULL)
    return accord_vocabulary_add_string (self, word);
  g_string_printf (self->key, "%s\t%s", word, language);
  id = accord_vocabulary_add_string (self, self->key->str);
  if (id == n)
    add_form (self, id, word);
  return id;
}

/* Adds @edge, or makes the one of its concept as strong. */
static void
merge_edge (AccordEdge *edges, guint *n, guint most, AccordEdge edge)
{
  for (guint i = 0; i < *n; i++)
    if (edges[i].concept == edge.concept)
      {
        edges[i].direct |= edge.direct;
        edges[i].strength = MAX (edges[i].strength, edge.strength);
        return;
      }
  if (*n < most)
    edges[(*n)++] = edge;
}

static gint
compare_strength (gconstpointer a, gconstpointer b)
{
  const AccordEdge *x = a, *y = b;

  if (x->direct != y->direct)
    return x->direct ? -1 : 1;
  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  return x->concept < y->concept ? -1 : x->concept > y->concept;
}

static gint
compare_concept (gconstpointer a, gconstpointer b)
{
  const AccordEdge *x = a, *y = b;

  return x->concept < y->concept ? -1 : x->concept > y->concept;
}

/* Appends the relatives of the @n direct edges; returns the number of all. */
static guint
add_relatives (const AccordVocabulary *self, AccordEdge *edges, guint n, guint most)
{
  guint n_all = n;

  for (guint i = 0; i < n; i++)
    {
      AccordConcept related[ACCORD_LEXICON_MAX_CONCEPTS];
      guint n_related = accord_lexicon_get_related (self->lexicon, edges[i].concept, related);

      for (guint r = 0; r < n_related; r++)
        {
          guint strength = edges[i].strength * related[r].strength / 255u;

          if (strength >= LEAST_STRENGTH)
            merge_edge (edges, &n_all, most,
                        (AccordEdge){ related[r].id, (guint8) strength, FALSE });
        }
    }
  return n_all;
}

/* How much a word tells that means these @n concepts: by the chance that a word of another text
 * means one of them too, each concept as likely as it is frequent and by the cube of its strength,
 * which is close to the evidence that the strength was made of. (The mean weight of the concepts,
 * which stood here before, overrates words that can mean many things.) */
static guint16
chance_weight (const AccordVocabulary *self, const AccordEdge *edges, guint n)
{
  guint64 chance = 0, cube_one = 255u * 255u * 255u;
  guint i = 0, weight;

  for (guint e = 0; e < n; e++)
    {
      guint64 cube = (guint64) edges[e].strength * edges[e].strength * edges[e].strength;

      chance +=
        cube * self->odds[accord_lexicon_get_weight (self->lexicon, edges[e].concept)] / cube_one;
    }
  while (i + 1 < G_N_ELEMENTS (self->odds) && self->odds[i + 1] >= chance)
    i++;
  weight = i * 1000u / 255u;
  if (i + 1 < G_N_ELEMENTS (self->odds) && chance < self->odds[i])
    weight +=
      (guint) ((self->odds[i] - chance) * 1000u / ((self->odds[i] - self->odds[i + 1]) * 255u));
  return (guint16) CLAMP (weight, LEAST_WEIGHT, 1000u);
}

/* A sense of the @n direct edges, which are sorted by strength. */
static guint32
append_sense (AccordVocabulary *self, const AccordEdge *direct, guint n)
{
  AccordEdge edges[ACCORD_LEXICON_MAX_CONCEPTS * (ACCORD_LEXICON_MAX_CONCEPTS + 2)];
  Sense sense = { self->edges->len, 0, 0 };
  guint n_all;

  n = MIN (n, ACCORD_LEXICON_MAX_CONCEPTS);
  if (n == 0)
    return 0;
  memcpy (edges, direct, n * sizeof *edges);
  n_all = add_relatives (self, edges, n, G_N_ELEMENTS (edges));
  qsort (edges, n_all, sizeof *edges, compare_strength);
  sense.weight = chance_weight (self, edges, n_all);
  n_all = MIN (n_all, ACCORD_SENSE_MAX);
  qsort (edges, n_all, sizeof *edges, compare_concept);
  g_array_append_vals (self->edges, edges, n_all);
  sense.n = (guint16) n_all;
  g_array_append_val (self->senses, sense);
  return self->senses->len - 1;
}

static guint
direct_edges (const AccordConcept *concepts, guint n, AccordEdge *edges)
{
  guint n_edges = 0;

  for (guint i = 0; i < n; i++)
    merge_edge (edges, &n_edges, ACCORD_LEXICON_MAX_CONCEPTS,
                (AccordEdge){ concepts[i].id, concepts[i].strength, TRUE });
  return n_edges;
}

/**
 * accord_vocabulary_add_sense:
 * @self: a vocabulary with a lexicon
 * @word: a word, as accord_lexicon_look_up() takes it
 * @language: of the lexicon, or ACCORD_LEXICON_NO_LANGUAGE
 *
 * A word that the lexicon does not have takes the concepts of the nearest one.
 *
 * Returns: a sense, or 0 where nothing is known of the word
 */
guint32
accord_vocabulary_add_sense (AccordVocabulary *self, const char *word, int language)
{
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];
  AccordEdge edges[ACCORD_LEXICON_MAX_CONCEPTS];
  gpointer known;
  guint32 sense;
  guint n;

  if (language == ACCORD_LEXICON_NO_LANGUAGE)
    return 0;
  g_string_printf (self->key, "%d\t%s", language, word);
  if (g_hash_table_lookup_extended (self->sense_ids, self->key->str, NULL, &known))
    return GPOINTER_TO_UINT (known);
  n = accord_lexicon_look_up (self->lexicon, language, word, strlen (word), concepts);
  if (n == 0)
    n = accord_lexicon_look_up_near (self->lexicon, language, word, strlen (word), concepts);
  sense = append_sense (self, edges, direct_edges (concepts, n, edges));
  g_hash_table_insert (self->sense_ids, g_strdup (self->key->str), GUINT_TO_POINTER (sense));
  return sense;
}

/* The @n concepts of a phrase before those of the word, so that they stay where it is full. */
static guint32
append_phrase (AccordVocabulary *self, guint32 sense, const AccordConcept *concepts, guint n)
{
  AccordEdge edges[2 * ACCORD_LEXICON_MAX_CONCEPTS];
  guint n_edges = direct_edges (concepts, n, edges), n_old = 0;
  const AccordEdge *old = accord_vocabulary_get_edges (self, sense, &n_old);
  guint16 weight = accord_vocabulary_get_weight (self, sense);
  guint32 added;

  for (guint i = 0; i < n_old; i++)
    if (old[i].direct)
      merge_edge (edges, &n_edges, G_N_ELEMENTS (edges), old[i]);
  qsort (edges, n_edges, sizeof *edges, compare_strength);
  added = append_sense (self, edges, n_edges);
  if (weight != ACCORD_WEIGHT_UNKNOWN)
    g_array_index (self->senses, Sense, added).weight = weight;
  return added;
}

/**
 * accord_vocabulary_add_phrase:
 * @self: a vocabulary with a lexicon
 * @sense: of a word by itself, or 0
 * @key: the phrase that it stands in, as accord_lexicon_look_up() takes it
 * @language: of the lexicon
 *
 * Returns: the sense with the concepts of the phrase, of the weight that the word had; @sense
 *   where the lexicon does not have the phrase
 */
guint32
accord_vocabulary_add_phrase (AccordVocabulary *self, guint32 sense, const char *key, int language)
{
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];
  gpointer known;
  guint32 added;
  guint n = accord_lexicon_look_up (self->lexicon, language, key, strlen (key), concepts);

  if (n == 0)
    return sense;
  g_string_printf (self->key, "%d\t%u\t%s", language, sense, key);
  if (g_hash_table_lookup_extended (self->sense_ids, self->key->str, NULL, &known))
    return GPOINTER_TO_UINT (known);
  added = append_phrase (self, sense, concepts, n);
  g_hash_table_insert (self->sense_ids, g_strdup (self->key->str), GUINT_TO_POINTER (added));
  return added;
}

/**
 * accord_vocabulary_get_edges:
 * @self: a vocabulary
 * @sense: a sense, or 0
 * @n_edges: (out): their number, at most ACCORD_SENSE_MAX
 *
 * Returns: (transfer none): its concepts, sorted, valid until the next sense is added
 */
const AccordEdge *
accord_vocabulary_get_edges (const AccordVocabulary *self, guint32 sense, guint *n_edges)
{
  const Sense *s = &g_array_index (self->senses, Sense, sense);

  *n_edges = s->n;
  return (const AccordEdge *) (gpointer) self->edges->data + s->first;
}

/**
 * accord_vocabulary_get_form:
 * @self: a vocabulary
 * @id: an id
 *
 * Returns: (transfer none) (nullable): how it is spelt
 */
const AccordForm *
accord_vocabulary_get_form (const AccordVocabulary *self, guint32 id)
{
  return id < self->forms->len ? g_ptr_array_index (self->forms, id) : NULL;
}

/**
 * accord_vocabulary_get_weight:
 * @self: a vocabulary
 * @sense: a sense, or 0
 *
 * Returns: how much a word of this sense tells, in thousandths; ACCORD_WEIGHT_UNKNOWN of 0
 */
guint16
accord_vocabulary_get_weight (const AccordVocabulary *self, guint32 sense)
{
  return g_array_index (self->senses, Sense, sense).weight;
}
