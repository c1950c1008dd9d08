/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a document. Folding is dear and texts repeat themselves: a cache from
 * the bytes of a token (and its language) to its word makes a token cost one probe,
 * so that each distinct token is folded and stemmed once. */
#include "engine/accord-words.h"

#include <string.h>

#include "engine/accord-fold-private.h"
#include "engine/accord-hash-private.h"
#include "engine/accord-tokeniser-private.h"

/* Bytes between two ticks: some 2 ms. */
#define TICK_BYTES 65536u

/* In place of a word: the token folds to nothing. */
#define NO_WORD (G_MAXUINT32 >> 1)
#define STOP_BIT (1u << 31)

/* Invariants: first_token[i] to first_token[i + 1] are the tokens of passage i, sorted,
 * without overlap; no two words are spelt alike; they are numbered in the order in which
 * they first stand. */
struct _AccordWords
{
  GArray *tokens;
  guint32 *first_token;
  GPtrArray *words; /* borrowed from spelling */
  GStringChunk *spelling;
};

/* One distinct token. Unused where length is 0. The word carries STOP_BIT. A text of
 * 64 MiB can have 13 million of them, hence 16 bytes. */
typedef struct
{
  guint32 start;
  guint32 length;
  guint32 hash;
  guint32 word;
} CacheSlot;

/* A language and its distinct tokens; open addressing, at most half full. */
typedef struct
{
  const char *language;
  AccordFolder *folder;
  CacheSlot *slots;
  gsize mask;
  gsize n_used;
} Cache;

/* What is needed while the words are made, and freed with it. */
typedef struct
{
  AccordWords *words;
  const char *data;
  GPtrArray *caches;
  GHashTable *numbers; /* a word, borrowed, to its number + 1 */
  GString *folded;
  const AccordWatch *watch;
  guint32 ticked;
  guint32 length;
} Maker;

static void
words_clear (gpointer data)
{
  AccordWords *self = data;

  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->first_token, g_free);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->spelling, g_string_chunk_free);
}

static void
cache_grow (Cache *cache)
{
  gsize old_size = cache->slots != NULL ? cache->mask + 1 : 0;
  gsize size = MAX (old_size * 2, 1024);
  CacheSlot *old = g_steal_pointer (&cache->slots);

  cache->slots = g_new0 (CacheSlot, size);
  cache->mask = size - 1;
  for (gsize i = 0; i < old_size; i++)
    {
      gsize at = old[i].hash & cache->mask;

      if (old[i].length == 0)
        continue;
      while (cache->slots[at].length != 0)
        at = (at + 1) & cache->mask;
      cache->slots[at] = old[i];
    }
  g_free (old);
}

static Cache *
cache_new (const char *language)
{
  Cache *cache = g_new0 (Cache, 1);

  cache->language = language;
  cache->folder = accord_folder_new (language);
  cache_grow (cache);
  return cache;
}

static void
cache_free (gpointer data)
{
  Cache *cache = data;

  accord_folder_free (cache->folder);
  g_free (cache->slots);
  g_free (cache);
}

/* The slot of the token at @span, or the empty one where it belongs. */
static CacheSlot *
cache_find (Cache *cache, const char *data, AccordSpan span, guint32 hash)
{
  guint32 length = accord_span_length (span);
  gsize at = hash & cache->mask;

  for (; cache->slots[at].length != 0; at = (at + 1) & cache->mask)
    {
      const CacheSlot *slot = &cache->slots[at];

      if (slot->hash == hash && slot->length == length &&
          memcmp (data + slot->start, data + span.start, length) == 0)
        break;
    }
  return &cache->slots[at];
}

static guint32
number_of_word (Maker *maker)
{
  AccordWords *words = maker->words;
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (maker->numbers, maker->folded->str));
  char *word;

  if (maker->folded->len == 0)
    return NO_WORD;
  if (number > 0)
    return number - 1;
  word =
    g_string_chunk_insert_len (words->spelling, maker->folded->str, (gssize) maker->folded->len);
  g_ptr_array_add (words->words, word);
  g_hash_table_insert (maker->numbers, word, GUINT_TO_POINTER (words->words->len));
  return words->words->len - 1;
}

/* The word of a token, with STOP_BIT; folds the token where it is new. */
static guint32
look_up (Maker *maker, Cache *cache, AccordSpan span)
{
  guint32 length = accord_span_length (span);
  guint32 hash = accord_hash_bytes (maker->data + span.start, length);
  CacheSlot *slot = cache_find (cache, maker->data, span, hash);
  guint32 word;

  if (slot->length != 0)
    return slot->word;
  word = accord_folder_fold_token (cache->folder, maker->data + span.start, length, maker->folded)
           ? STOP_BIT
           : 0;
  word |= number_of_word (maker);
  *slot = (CacheSlot){ span.start, length, hash, word };
  if (++cache->n_used * 2 > cache->mask)
    cache_grow (cache);
  return word;
}

/* A document has few languages: a walk finds them. */
static Cache *
cache_for (Maker *maker, const char *language)
{
  for (guint i = 0; i < maker->caches->len; i++)
    {
      Cache *cache = g_ptr_array_index (maker->caches, i);

      if (cache->language == language)
        return cache;
    }
  g_ptr_array_add (maker->caches, cache_new (language));
  return g_ptr_array_index (maker->caches, maker->caches->len - 1);
}

static gboolean
tick (Maker *maker, guint32 at, GError **error)
{
  if (at - maker->ticked < TICK_BYTES)
    return TRUE;
  maker->ticked = at;
  return accord_watch_tick (maker->watch, (double) at / maker->length, error);
}

static gboolean
append_passage (Maker *maker, AccordSpan span, const char *language, GError **error)
{
  Cache *cache = cache_for (maker, language);
  AccordTokeniser tokeniser;
  AccordRawToken raw;
  guint32 pending = 0; /* a break before a token that folds to nothing */

  accord_tokeniser_init (&tokeniser, maker->data, span, language);
  while (accord_tokeniser_next (&tokeniser, &raw))
    {
      guint32 word = look_up (maker, cache, raw.span);
      AccordToken token = { raw.span, word & ~STOP_BIT, raw.flags | pending };

      if (word & STOP_BIT)
        token.flags |= ACCORD_TOKEN_STOP;
      pending = token.word == NO_WORD ? token.flags & ACCORD_TOKEN_BREAK : 0;
      if (token.word != NO_WORD)
        g_array_append_val (maker->words->tokens, token);
      if (!tick (maker, raw.span.end, error))
        return FALSE;
    }
  return TRUE;
}

static void
maker_init (Maker *maker, AccordWords *words, AccordDocument *document, const AccordWatch *watch)
{
  *maker = (Maker){ .words = words, .data = accord_document_get_data (document), .watch = watch };
  maker->length = MAX (accord_text_get_length (accord_document_get_text (document)), 1);
  maker->numbers = g_hash_table_new (accord_hash_string, g_str_equal);
  maker->caches = g_ptr_array_new_with_free_func (cache_free);
  maker->folded = g_string_new (NULL);
}

static void
maker_clear (Maker *maker)
{
  g_hash_table_unref (maker->numbers);
  g_ptr_array_unref (maker->caches);
  g_string_free (maker->folded, TRUE);
}

static gboolean
append_all (Maker *maker, AccordDocument *document, GError **error)
{
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  AccordWords *words = maker->words;

  words->first_token = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      words->first_token[i] = words->tokens->len;
      if (!append_passage (maker, passages[i].span,
                           accord_document_get_passage_language (document, i), error))
        return FALSE;
    }
  words->first_token[n] = words->tokens->len;
  return TRUE;
}

/**
 * accord_words_new:
 * @document: a document
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Tokenises, folds and stems all passages. Cost: linear in the text; each distinct token is
 * folded once.
 *
 * Returns: (transfer full): the words, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordWords *
accord_words_new (AccordDocument *document, const AccordWatch *watch, GError **error)
{
  g_autoptr (AccordWords) self = g_atomic_rc_box_new0 (AccordWords);
  Maker maker;
  gboolean done;

  self->tokens = g_array_new (FALSE, FALSE, sizeof (AccordToken));
  self->words = g_ptr_array_new ();
  self->spelling = g_string_chunk_new (4096);
  maker_init (&maker, self, document, watch);
  done = append_all (&maker, document, error);
  maker_clear (&maker);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_words_ref:
 * @self: words
 *
 * Returns: (transfer full): @self
 */
AccordWords *
accord_words_ref (AccordWords *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_words_unref:
 * @self: (transfer full): words
 */
void
accord_words_unref (AccordWords *self)
{
  g_atomic_rc_box_release_full (self, words_clear);
}

/**
 * accord_words_get_tokens:
 * @self: words
 * @passage: index of a passage of the document
 * @n_tokens: (out): their number
 *
 * Returns: (transfer none) (array length=n_tokens): the tokens of the passage, in order
 */
const AccordToken *
accord_words_get_tokens (const AccordWords *self, guint passage, guint *n_tokens)
{
  guint32 first = self->first_token[passage];

  *n_tokens = self->first_token[passage + 1] - first;
  return (const AccordToken *) (gpointer) self->tokens->data + first;
}

/**
 * accord_words_get_word:
 * @self: words
 * @word: index of a word
 *
 * Returns: (transfer none): how it is spelt, folded and stemmed; never empty
 */
const char *
accord_words_get_word (const AccordWords *self, guint32 word)
{
  g_return_val_if_fail (word < self->words->len, NULL);

  return g_ptr_array_index (self->words, word);
}

/**
 * accord_words_get_n_words:
 * @self: words
 *
 * Returns: how many distinct words the document has; they are numbered from 0 in the order in
 * which they first stand
 */
guint
accord_words_get_n_words (const AccordWords *self)
{
  return self->words->len;
}
