/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Naive: a table of all phrases, which costs a string each. Here words are numbers and
 * a run of them is 24 bytes in one array; sorting it counts everything. Words of scripts
 * that set no spaces are those of ICU's dictionary. */
#include "engine/accord-grams-private.h"

#include <string.h>

#include "engine/accord-hash-private.h"
#include "engine/accord-matcher-private.h"

/* Of more words than this only single ones are counted: 24 bytes a run and word. */
#define MAX_WORDS_OF_RUNS 2000000u

#define WORDS_A_TICK 4096u

struct _AccordGrams
{
  GArray *grams;
  GPtrArray *words;     /* of GArray of AccordGramWord, one a document */
  GPtrArray *languages; /* of each document: its primary subtag, interned */
};

typedef struct
{
  AccordGrams *grams;
  GHashTable *numbers; /* "language word" to number */
  GString *key;
  AccordHanCuts *cuts;
} Maker;

static guint32
number_of (Maker *maker, const char *language, const char *word)
{
  guint32 number;

  g_string_printf (maker->key, "%s\t%s", language, word);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (maker->numbers, maker->key->str));
  if (number == 0)
    {
      number = g_hash_table_size (maker->numbers) + 1;
      g_hash_table_insert (maker->numbers, g_strdup (maker->key->str), GUINT_TO_POINTER (number));
    }
  return number;
}

/* The end of the word at token @i: behind it, or behind the last ideograph of a word. */
static guint
end_of_word (Maker *maker, const AccordToken *tokens, guint n, guint i)
{
  guint end = i + 1;

  if (!(tokens[i].flags & ACCORD_TOKEN_HAN))
    return end;
  while (end < n && !accord_han_cuts_begins (maker->cuts, end))
    end++;
  return end;
}

static void
append_word (Maker *maker,
             const AccordWords *words,
             const AccordToken *tokens,
             guint i,
             guint end,
             GArray *all)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean stop = TRUE;
  AccordGramWord word = { 0 };

  for (guint t = i; t < end; t++)
    {
      g_string_append (text, accord_words_get_word (words, tokens[t].word));
      stop = stop && (tokens[t].flags & (ACCORD_TOKEN_STOP | ACCORD_TOKEN_NUMBER)) != 0;
    }
  if (tokens[i].flags & ACCORD_TOKEN_HAN)
    stop = stop || end - i < 2;
  word.word =
    number_of (maker, g_ptr_array_index (maker->grams->languages, maker->grams->languages->len - 1),
               text->str);
  word.span = (AccordSpan){ tokens[i].span.start, tokens[end - 1].span.end };
  word.stop = stop;
  word.breaks = i == 0 || (tokens[i].flags & ACCORD_TOKEN_BREAK) != 0;
  g_array_append_val (all, word);
}

static void
append_passage (Maker *maker, AccordAnalysis *analysis, guint passage, GArray *all)
{
  const AccordWords *words = accord_analysis_get_words (analysis);
  guint n = 0;
  const AccordToken *tokens = accord_words_get_tokens (words, passage, &n);

  accord_han_cuts_start (
    maker->cuts, accord_document_get_data (accord_analysis_get_document (analysis)), tokens, n);
  for (guint i = 0; i < n;)
    {
      guint end = end_of_word (maker, tokens, n, i);

      append_word (maker, words, tokens, i, end, all);
      i = end;
    }
}

/* Passages in the main language of the document alone are counted. */
static gboolean
append_document (Maker *maker, AccordAnalysis *analysis, const AccordWatch *watch, GError **error)
{
  AccordDocument *document = accord_analysis_get_document (analysis);
  const char *language = accord_document_get_language (document);
  g_autofree char *primary = g_strndup (language, strcspn (language, "-"));
  GArray *all = g_array_new (FALSE, FALSE, sizeof (AccordGramWord));
  guint n = 0;

  g_ptr_array_add (maker->grams->words, all);
  g_ptr_array_add (maker->grams->languages, (gpointer) g_intern_string (primary));
  accord_document_get_passages (document, &n);
  for (guint i = 0, ticked = 0; i < n; i++)
    {
      if (g_str_has_prefix (accord_document_get_passage_language (document, i), primary))
        append_passage (maker, analysis, i, all);
      if (all->len - ticked < WORDS_A_TICK)
        continue;
      ticked = all->len;
      if (!accord_watch_tick (watch, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* The runs of @document that begin at word @first. */
static void
append_runs (AccordGrams *self, guint document, const GArray *words, guint first, guint most)
{
  AccordGram gram = { { 0 }, document, first };

  if (g_array_index (words, AccordGramWord, first).stop)
    return;
  for (guint n = 0; n < most && first + n < words->len; n++)
    {
      const AccordGramWord *word = &g_array_index (words, AccordGramWord, first + n);

      if (n > 0 && word->breaks)
        return;
      gram.words[n] = word->word;
      if (!word->stop)
        g_array_append_val (self->grams, gram);
    }
}

static gint
compare_grams (gconstpointer a, gconstpointer b)
{
  const AccordGram *x = a, *y = b;

  for (guint i = 0; i < ACCORD_GRAM_MAX; i++)
    if (x->words[i] != y->words[i])
      return x->words[i] < y->words[i] ? -1 : 1;
  if (x->document != y->document)
    return x->document < y->document ? -1 : 1;
  return x->first < y->first ? -1 : x->first > y->first;
}

static gboolean
append_all (AccordGrams *self, const AccordWatch *watch, GError **error)
{
  gsize n_words = 0;
  guint most;

  for (guint d = 0; d < self->words->len; d++)
    n_words += ((GArray *) g_ptr_array_index (self->words, d))->len;
  most = n_words > MAX_WORDS_OF_RUNS ? 1 : ACCORD_GRAM_MAX;
  for (guint d = 0; d < self->words->len; d++)
    {
      const GArray *words = g_ptr_array_index (self->words, d);

      for (guint i = 0; i < words->len; i++)
        {
          append_runs (self, d, words, i, most);
          if (i % WORDS_A_TICK == 0 && !accord_watch_tick (watch, 0.5, error))
            return FALSE;
        }
    }
  if (self->grams->len > 1)
    qsort (self->grams->data, self->grams->len, sizeof (AccordGram), compare_grams);
  return accord_watch_tick (watch, 1, error);
}

/**
 * accord_grams_new:
 * @analyses: (array length=n_analyses): analyses
 * @n_analyses: their number
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Cost: that of sorting four runs a word; of over two million words one run a word.
 *
 * Returns: (transfer full): the runs, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordGrams *
accord_grams_new (AccordAnalysis *const *analyses,
                  guint n_analyses,
                  const AccordWatch *watch,
                  GError **error)
{
  g_autoptr (AccordGrams) self = g_new0 (AccordGrams, 1);
  Maker maker = { .grams = self };
  gboolean done = TRUE;

  self->grams = g_array_new (FALSE, FALSE, sizeof (AccordGram));
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->languages = g_ptr_array_new ();
  maker.numbers = g_hash_table_new_full (accord_hash_string, g_str_equal, g_free, NULL);
  maker.key = g_string_new (NULL);
  maker.cuts = accord_han_cuts_new ();
  for (guint i = 0; i < n_analyses && done; i++)
    done = append_document (&maker, analyses[i], watch, error);
  g_hash_table_unref (maker.numbers);
  g_string_free (maker.key, TRUE);
  accord_han_cuts_free (maker.cuts);
  return done && append_all (self, watch, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_grams_free:
 * @self: (transfer full): runs
 */
void
accord_grams_free (AccordGrams *self)
{
  g_array_unref (self->grams);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->languages);
  g_free (self);
}

/**
 * accord_grams_get_all:
 * @self: runs
 * @n_grams: (out): their number
 *
 * Returns: (transfer none) (array length=n_grams): by words, document, place
 */
const AccordGram *
accord_grams_get_all (const AccordGrams *self, guint *n_grams)
{
  *n_grams = self->grams->len;
  return (const AccordGram *) (gpointer) self->grams->data;
}

/**
 * accord_grams_get_words:
 * @self: runs
 * @document: index of a document
 * @n_words: (out): their number
 *
 * Returns: (transfer none) (array length=n_words): its words in order
 */
const AccordGramWord *
accord_grams_get_words (const AccordGrams *self, guint document, guint *n_words)
{
  const GArray *words = g_ptr_array_index (self->words, document);

  *n_words = words->len;
  return (const AccordGramWord *) (gpointer) words->data;
}

/**
 * accord_grams_count_peers:
 * @self: runs
 * @document: index of a document
 *
 * Returns: how many other documents are in its language
 */
guint
accord_grams_count_peers (const AccordGrams *self, guint document)
{
  guint n = 0;

  for (guint d = 0; d < self->words->len; d++)
    n += d != document &&
         g_ptr_array_index (self->languages, d) == g_ptr_array_index (self->languages, document);
  return n;
}

/**
 * accord_grams_count_peer_words:
 * @self: runs
 * @document: index of a document
 *
 * Returns: how many words these have
 */
guint32
accord_grams_count_peer_words (const AccordGrams *self, guint document)
{
  guint32 n = 0;

  for (guint d = 0; d < self->words->len; d++)
    if (d != document &&
        g_ptr_array_index (self->languages, d) == g_ptr_array_index (self->languages, document))
      n += ((const GArray *) g_ptr_array_index (self->words, d))->len;
  return n;
}

/* The number of words of @gram. */
guint
accord_gram_length (const AccordGram *gram)
{
  guint n = 0;

  while (n < ACCORD_GRAM_MAX && gram->words[n] != 0)
    n++;
  return n;
}

/* Whether two runs are of the same words. */
gboolean
accord_gram_equal (const AccordGram *a, const AccordGram *b)
{
  return memcmp (a->words, b->words, sizeof a->words) == 0;
}

/* Whether the words of @part stand side by side in @gram, which is longer. */
gboolean
accord_gram_holds (const AccordGram *gram, const AccordGram *part)
{
  guint n = accord_gram_length (gram), n_part = accord_gram_length (part);

  for (guint i = 0; n > n_part && i + n_part <= n; i++)
    if (memcmp (gram->words + i, part->words, n_part * sizeof (guint32)) == 0)
      return TRUE;
  return FALSE;
}

/* Where a run stands in the text of its document. */
AccordSpan
accord_grams_span (const AccordGrams *self, const AccordGram *gram)
{
  guint n = 0;
  const AccordGramWord *words = accord_grams_get_words (self, gram->document, &n);

  return (AccordSpan){ words[gram->first].span.start,
                       words[gram->first + accord_gram_length (gram) - 1].span.end };
}
