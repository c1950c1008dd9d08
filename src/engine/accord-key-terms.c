/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distinctive terms by log-likelihood (Rayson and Garside 2000: comparing corpora using
 * frequency profiling), and shared phrases. Of terms within one another the longest is
 * kept that stands nearly as often. */
#include "engine/accord-key-terms.h"

#include <math.h>

#include "engine/accord-grams-private.h"

/* In hundredths: chi-square of one degree of freedom at one in a hundred. */
#define LEAST_SCORE 663

/* So many candidates a wished term are held against each other. */
#define CANDIDATES 8u

/* A longer term takes the place of one in it that stands at most so much more often, of ten. */
#define NEARLY 8u

struct _AccordKeyTerms
{
  GArray *terms;
  GArray *phrases;
  GArray *places;
};

/* A run in one document, or in all for a phrase. */
typedef struct
{
  AccordGram gram;
  guint32 count;
  guint32 others; /* of a phrase: in how many documents it stands */
  gint32 score;
  guint32 index; /* of its first gram */
} Candidate;

static void
key_terms_clear (gpointer data)
{
  AccordKeyTerms *self = data;

  g_array_unref (self->terms);
  g_array_unref (self->phrases);
  g_array_unref (self->places);
}

/* Twice the logarithm of the likelihoods' ratio, in hundredths; 0 where the term is not more
 * frequent in the document. @a of @c words there, @b of @d words elsewhere. */
static gint32
log_likelihood (double a, double b, double c, double d)
{
  double expected_a = c * (a + b) / (c + d), expected_b = d * (a + b) / (c + d);
  double sum = a * log (a / expected_a) + (b > 0 ? b * log (b / expected_b) : 0);

  return a * d > b * c ? (gint32) MIN (floor (200 * sum + 0.5), 1e9) : 0;
}

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->gram.document != y->gram.document)
    return x->gram.document < y->gram.document ? -1 : 1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* Of all[from] to all[to], equal runs, those of each document that stand there twice and more. */
static void
append_terms (
  const AccordGrams *grams, const AccordGram *all, guint from, guint to, GArray *candidates)
{
  for (guint i = from, next; i < to; i = next)
    {
      Candidate one = { .gram = all[i], .index = i };
      guint n_words = 0;

      for (next = i; next < to && all[next].document == all[i].document; next++)
        one.count++;
      one.others = to - from - one.count;
      if (one.count < 2 || accord_grams_count_peers (grams, all[i].document) == 0)
        continue;
      accord_grams_get_words (grams, all[i].document, &n_words);
      one.score = log_likelihood (one.count, one.others, n_words,
                                  accord_grams_count_peer_words (grams, all[i].document));
      if (one.score >= LEAST_SCORE)
        g_array_append_val (candidates, one);
    }
}

static void
append_phrase (const AccordGram *all, guint from, guint to, GArray *candidates)
{
  Candidate one = { .gram = all[from], .count = to - from, .index = from };

  for (guint i = from; i < to; i++)
    one.others += i == from || all[i].document != all[i - 1].document;
  one.score = (gint32) MIN (one.others * 1000 + MIN (one.count, 999), G_MAXINT32);
  one.gram.document = 0;
  if (one.others >= 2 && accord_gram_length (&all[from]) >= 2)
    g_array_append_val (candidates, one);
}

/* Whether a longer one among @candidates, from @from to @to, says it as well. */
static gboolean
is_within_longer (
  const GArray *candidates, guint from, guint to, const Candidate *one, gboolean phrases)
{
  for (guint i = from; i < to; i++)
    {
      const Candidate *other = &g_array_index (candidates, Candidate, i);
      gboolean as_much =
        phrases ? other->others >= one->others : other->count * 10 >= one->count * NEARLY;

      if (as_much && accord_gram_holds (&other->gram, &one->gram))
        return TRUE;
    }
  return FALSE;
}

static void
take_terms (AccordKeyTerms *self, const AccordGrams *grams, const GArray *candidates, guint most)
{
  for (guint from = 0, to; from < candidates->len; from = to)
    {
      guint32 document = g_array_index (candidates, Candidate, from).gram.document;
      guint n = 0, last = from + MIN (most, 1000) * CANDIDATES;

      for (to = from; to < candidates->len &&
                      g_array_index (candidates, Candidate, to).gram.document == document;)
        to++;
      last = MIN (last, to);
      for (guint i = from; i < last && n < most; i++)
        {
          const Candidate *one = &g_array_index (candidates, Candidate, i);
          AccordKeyTerm term = { document, accord_grams_span (grams, &one->gram), one->count,
                                 one->others, one->score };

          if (is_within_longer (candidates, from, last, one, FALSE))
            continue;
          g_array_append_val (self->terms, term);
          n++;
        }
    }
}

static void
append_places (AccordKeyTerms *self,
               const AccordGrams *grams,
               const AccordGram *all,
               const Candidate *one)
{
  AccordSharedPhrase phrase = { self->places->len, one->others, one->count };

  for (guint i = one->index; i < one->index + one->count; i++)
    {
      AccordPhrasePlace place = { all[i].document, accord_grams_span (grams, &all[i]) };

      if (i == one->index || all[i].document != all[i - 1].document)
        g_array_append_val (self->places, place);
    }
  g_array_append_val (self->phrases, phrase);
}

static void
take_phrases (AccordKeyTerms *self,
              const AccordGrams *grams,
              const AccordGram *all,
              const GArray *candidates,
              guint most)
{
  guint last = MIN (candidates->len, MIN (most, 1000) * CANDIDATES * 4);

  for (guint i = 0; i < last && self->phrases->len < most; i++)
    {
      const Candidate *one = &g_array_index (candidates, Candidate, i);

      if (!is_within_longer (candidates, 0, last, one, TRUE))
        append_places (self, grams, all, one);
    }
}

/**
 * accord_key_terms_new:
 * @analyses: (array length=n_analyses): analyses
 * @n_analyses: their number, at least 1
 * @most: how many terms a document, and phrases in all, are wished
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * A term has one to four words and stands at least twice; a document is held against the others
 * in its language, so that where there are none it has no distinctive terms. Source: Rayson and
 * Garside 2000. Cost: that of sorting four runs a word, about a second a million words.
 *
 * Returns: (transfer full): the terms, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordKeyTerms *
accord_key_terms_new (AccordAnalysis *const *analyses,
                      guint n_analyses,
                      guint most,
                      const AccordWatch *watch,
                      GError **error)
{
  g_autoptr (AccordGrams) grams = accord_grams_new (analyses, n_analyses, watch, error);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) phrases = g_array_new (FALSE, FALSE, sizeof (Candidate));
  AccordKeyTerms *self = NULL;
  const AccordGram *all = NULL;
  guint n = 0;

  if (grams == NULL)
    return NULL;
  all = accord_grams_get_all (grams, &n);
  for (guint from = 0, to; from < n; from = to)
    {
      for (to = from + 1; to < n && accord_gram_equal (&all[from], &all[to]);)
        to++;
      if (to - from < 2)
        continue;
      append_terms (grams, all, from, to, terms);
      append_phrase (all, from, to, phrases);
    }
  g_array_sort (terms, compare_candidates);
  g_array_sort (phrases, compare_candidates);
  self = g_atomic_rc_box_new0 (AccordKeyTerms);
  self->terms = g_array_new (FALSE, FALSE, sizeof (AccordKeyTerm));
  self->phrases = g_array_new (FALSE, FALSE, sizeof (AccordSharedPhrase));
  self->places = g_array_new (FALSE, FALSE, sizeof (AccordPhrasePlace));
  take_terms (self, grams, terms, most);
  take_phrases (self, grams, all, phrases, most);
  return self;
}

/**
 * accord_key_terms_ref:
 * @self: terms
 *
 * Returns: (transfer full): @self
 */
AccordKeyTerms *
accord_key_terms_ref (AccordKeyTerms *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_key_terms_unref:
 * @self: (transfer full): terms
 */
void
accord_key_terms_unref (AccordKeyTerms *self)
{
  g_atomic_rc_box_release_full (self, key_terms_clear);
}

/**
 * accord_key_terms_get_terms:
 * @self: terms
 * @n_terms: (out): their number
 *
 * Returns: (transfer none) (array length=n_terms): by document, the most distinctive first
 */
const AccordKeyTerm *
accord_key_terms_get_terms (const AccordKeyTerms *self, guint *n_terms)
{
  *n_terms = self->terms->len;
  return (const AccordKeyTerm *) (gpointer) self->terms->data;
}

/**
 * accord_key_terms_get_phrases:
 * @self: terms
 * @n_phrases: (out): their number
 *
 * Returns: (transfer none) (array length=n_phrases): those of most documents first, then the most
 *   frequent
 */
const AccordSharedPhrase *
accord_key_terms_get_phrases (const AccordKeyTerms *self, guint *n_phrases)
{
  *n_phrases = self->phrases->len;
  return (const AccordSharedPhrase *) (gpointer) self->phrases->data;
}

/**
 * accord_key_terms_get_places:
 * @self: terms
 * @phrase: a phrase of it
 *
 * Returns: (transfer none): its n_places places, by document
 */
const AccordPhrasePlace *
accord_key_terms_get_places (const AccordKeyTerms *self, const AccordSharedPhrase *phrase)
{
  return (const AccordPhrasePlace *) (gpointer) self->places->data + phrase->first_place;
}
