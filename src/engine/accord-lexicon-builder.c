/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects words and concepts and writes them in the form that the reader maps. Terms
 * become keys here, by the stemmers that documents are read with, so that the two never
 * part. Keys are sorted: the same input gives the same bytes. */
#include "engine/accord-lexicon-builder.h"

#include <string.h>

#include "engine/accord-hash-private.h"
#include "engine/accord-language.h"
#include "engine/accord-lexicon-private.h"

/* Concepts of a word as they come in; sorted and cut when they are written. */
typedef GArray Edges;

typedef struct
{
  char *name;
  guint8 weight;
  Edges *related;
} Concept;

typedef struct
{
  char *tag;
  AccordFolder *folder;
  GHashTable *words; /* key → Edges */
} Language;

struct _AccordLexiconBuilder
{
  GPtrArray *concepts;
  GPtrArray *languages;
  GString *key;
};

static void
concept_free (gpointer data)
{
  Concept *concept = data;

  g_free (concept->name);
  g_array_unref (concept->related);
  g_free (concept);
}

static void
language_free (gpointer data)
{
  Language *language = data;

  g_free (language->tag);
  accord_folder_free (language->folder);
  g_hash_table_unref (language->words);
  g_free (language);
}

/**
 * accord_lexicon_builder_new:
 *
 * Returns: (transfer full): a builder of an empty lexicon
 */
AccordLexiconBuilder *
accord_lexicon_builder_new (void)
{
  AccordLexiconBuilder *self = g_new0 (AccordLexiconBuilder, 1);

  self->concepts = g_ptr_array_new_with_free_func (concept_free);
  self->languages = g_ptr_array_new_with_free_func (language_free);
  self->key = g_string_new (NULL);
  return self;
}

/**
 * accord_lexicon_builder_free:
 * @self: (transfer full): a builder
 */
void
accord_lexicon_builder_free (AccordLexiconBuilder *self)
{
  g_ptr_array_unref (self->concepts);
  g_ptr_array_unref (self->languages);
  g_string_free (self->key, TRUE);
  g_free (self);
}

static Edges *
edges_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (AccordConcept));
}

/* Of several strengths the greatest counts. */
static void
edges_add (Edges *edges, guint32 concept, guint8 strength)
{
  AccordConcept edge = { concept, strength };

  for (guint i = 0; i < edges->len; i++)
    {
      AccordConcept *old = &g_array_index (edges, AccordConcept, i);

      if (old->id == concept)
        {
          old->strength = MAX (old->strength, strength);
          return;
        }
    }
  g_array_append_val (edges, edge);
}

/**
 * accord_lexicon_builder_add_concept:
 * @self: a builder
 * @name: an English word for it, cut to 255 bytes
 * @weight: how much it tells, 0 to 255
 *
 * Returns: its id; ids count from 0 in the order of adding
 */
guint32
accord_lexicon_builder_add_concept (AccordLexiconBuilder *self, const char *name, guint8 weight)
{
  Concept *concept = g_new0 (Concept, 1);

  g_return_val_if_fail (self->concepts->len < ACCORD_LEXICON_MAX_IDS, 0);

  concept->name = g_strndup (name, ACCORD_LEXICON_MAX_KEY);
  concept->weight = weight;
  concept->related = edges_new ();
  g_ptr_array_add (self->concepts, concept);
  return self->concepts->len - 1;
}

/**
 * accord_lexicon_builder_relate:
 * @self: a builder
 * @concept: a concept that was added
 * @other: another one
 * @strength: how near they are, 1 to 255
 *
 * Relates @other to @concept, in this direction only.
 */
void
accord_lexicon_builder_relate (AccordLexiconBuilder *self,
                               guint32 concept,
                               guint32 other,
                               guint8 strength)
{
  Concept *of;

  g_return_if_fail (concept < self->concepts->len && other < self->concepts->len);

  of = g_ptr_array_index (self->concepts, concept);
  edges_add (of->related, other, strength);
}

static Language *
find_language (AccordLexiconBuilder *self, const char *tag)
{
  for (guint i = 0; i < self->languages->len; i++)
    {
      Language *language = g_ptr_array_index (self->languages, i);

      if (g_str_equal (language->tag, tag))
        return language;
    }
  return NULL;
}

static Language *
find_or_add_language (AccordLexiconBuilder *self, const char *tag)
{
  Language *language = find_language (self, tag);

  if (language != NULL)
    return language;
  g_return_val_if_fail (self->languages->len < ACCORD_LEXICON_MAX_LANGUAGES, NULL);
  language = g_new0 (Language, 1);
  language->tag = g_strdup (tag);
  language->folder = accord_folder_new (tag);
  language->words =
    g_hash_table_new_full (accord_hash_string, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_ptr_array_add (self->languages, language);
  return language;
}

static void
add_key (GHashTable *words, const char *key, guint32 concept, guint8 strength)
{
  Edges *edges = g_hash_table_lookup (words, key);

  if (edges == NULL)
    {
      edges = edges_new ();
      g_hash_table_insert (words, g_strdup (key), edges);
    }
  edges_add (edges, concept, strength);
}

/**
 * accord_lexicon_builder_add_word:
 * @self: a builder
 * @language: a BCP 47 tag of at most 8 bytes
 * @term: a word or phrase as written, valid UTF-8
 * @concept: a concept that was added
 * @strength: how much of the term's meaning it is, 1 to 255
 *
 * Terms of one key share its concepts.
 *
 * Returns: FALSE where the term has no key: see accord_lexicon_append_key()
 */
gboolean
accord_lexicon_builder_add_word (AccordLexiconBuilder *self,
                                 const char *language,
                                 const char *term,
                                 guint32 concept,
                                 guint8 strength)
{
  Language *words;

  g_return_val_if_fail (strlen (language) <= ACCORD_LEXICON_TAG_SIZE, FALSE);
  g_return_val_if_fail (concept < self->concepts->len && strength > 0, FALSE);

  words = find_or_add_language (self, language);
  g_string_truncate (self->key, 0);
  if (!accord_lexicon_append_key (words->folder, language, term, strlen (term), self->key))
    return FALSE;
  add_key (words->words, self->key->str, concept, strength);
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer container): keys as bytes compare. */
static GPtrArray *
sort_keys (GHashTable *words)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

/**
 * accord_lexicon_builder_add_skeletons:
 * @self: a builder
 * @language: Arabic
 *
 * Adds a key of its consonants for each word of the language that was added before.
 */
void
accord_lexicon_builder_add_skeletons (AccordLexiconBuilder *self, const char *language)
{
  Language *words = find_language (self, language);
  g_autoptr (GPtrArray) keys = NULL;

  if (words == NULL)
    return;
  keys = sort_keys (words->words);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      Edges *edges = g_hash_table_lookup (words->words, key);

      g_string_truncate (self->key, 0);
      if (!accord_lexicon_append_skeleton (key, strlen (key), self->key))
        continue;
      for (guint j = 0; j < edges->len; j++)
        {
          AccordConcept edge = g_array_index (edges, AccordConcept, j);

          add_key (words->words, self->key->str, edge.id, edge.strength);
        }
    }
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 le = GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &le, 4);
}

static void
put_number (GByteArray *bytes, guint at, guint32 number)
{
  guint32 le = GUINT32_TO_LE (number);

  memcpy (bytes->data + at, &le, 4);
}

static void
append_byte (GByteArray *bytes, gsize byte)
{
  guint8 value = (guint8) byte;

  g_byte_array_append (bytes, &value, 1);
}

/* The strongest first; of the same strength the lower id. */
static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const AccordConcept *left = a, *right = b;

  if (left->strength != right->strength)
    return left->strength > right->strength ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

static void
append_entry (GByteArray *pool, const char *key, Edges *edges)
{
  gsize length = strlen (key);
  guint n = MIN (edges->len, ACCORD_LEXICON_MAX_CONCEPTS);

  g_array_sort (edges, compare_edges);
  append_byte (pool, length);
  g_byte_array_append (pool, (const guint8 *) key, (guint) length);
  append_byte (pool, n);
  for (guint i = 0; i < n; i++)
    {
      AccordConcept edge = g_array_index (edges, AccordConcept, i);

      append_number (pool, edge.id << 8 | edge.strength);
    }
}

/* Room for three in five, so that a key lies close to where its hash says. */
static guint32
count_slots (guint n_keys)
{
  return n_keys + n_keys / 3 * 2 + 2;
}

static void
append_slots (GByteArray *bytes, GPtrArray *keys)
{
  guint32 n = count_slots (keys->len);
  g_autofree guint32 *slots = g_new0 (guint32, n);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      guint32 hash = accord_hash_bytes (key, strlen (key));
      guint32 at = ACCORD_LEXICON_SLOT_AT (hash, n);
      guint probes = 1;

      for (; slots[at] != 0; at = at + 1 < n ? at + 1 : 0)
        probes++;
      g_assert (probes <= ACCORD_LEXICON_MAX_PROBES);
      slots[at] = ACCORD_LEXICON_SLOT (hash, i);
    }
  for (guint32 i = 0; i < n; i++)
    append_number (bytes, slots[i]);
}

/* Its record at @at, its keys and slots at the end of @bytes, its words in @pool. */
static void
append_language (GByteArray *bytes, GByteArray *pool, guint at, const Language *language)
{
  g_autoptr (GPtrArray) keys = sort_keys (language->words);

  memcpy (bytes->data + at, language->tag, strlen (language->tag));
  put_number (bytes, at + ACCORD_LEXICON_AT_N_KEYS, keys->len);
  put_number (bytes, at + ACCORD_LEXICON_AT_KEYS, bytes->len);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      append_number (bytes, pool->len);
      append_entry (pool, key, g_hash_table_lookup (language->words, key));
    }
  put_number (bytes, at + ACCORD_LEXICON_AT_N_SLOTS, count_slots (keys->len));
  put_number (bytes, at + ACCORD_LEXICON_AT_SLOTS, bytes->len);
  append_slots (bytes, keys);
}

static void
append_concepts (GByteArray *bytes, GByteArray *pool, GPtrArray *concepts)
{
  for (guint i = 0; i < concepts->len; i++)
    {
      const Concept *concept = g_ptr_array_index (concepts, i);

      append_number (bytes, pool->len);
      append_byte (pool, concept->weight);
      append_entry (pool, concept->name, concept->related);
    }
}

/**
 * accord_lexicon_builder_build:
 * @self: a builder
 *
 * Returns: (transfer full): the compiled lexicon, of less than 4 GiB
 */
GBytes *
accord_lexicon_builder_build (AccordLexiconBuilder *self)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GByteArray) pool = g_byte_array_new ();
  guint languages = ACCORD_LEXICON_HEADER_SIZE;

  g_byte_array_set_size (bytes, languages + self->languages->len * ACCORD_LEXICON_LANGUAGE_SIZE);
  memset (bytes->data, 0, bytes->len);
  for (guint i = 0; i < self->languages->len; i++)
    append_language (bytes, pool, languages + i * ACCORD_LEXICON_LANGUAGE_SIZE,
                     g_ptr_array_index (self->languages, i));
  put_number (bytes, ACCORD_LEXICON_AT_CONCEPTS, bytes->len);
  append_concepts (bytes, pool, self->concepts);
  memcpy (bytes->data, ACCORD_LEXICON_MAGIC, strlen (ACCORD_LEXICON_MAGIC));
  put_number (bytes, ACCORD_LEXICON_AT_VERSION, ACCORD_LEXICON_VERSION);
  put_number (bytes, ACCORD_LEXICON_AT_SIZE, bytes->len + pool->len);
  put_number (bytes, ACCORD_LEXICON_AT_N_LANGUAGES, self->languages->len);
  put_number (bytes, ACCORD_LEXICON_AT_N_CONCEPTS, self->concepts->len);
  put_number (bytes, ACCORD_LEXICON_AT_LANGUAGES, languages);
  put_number (bytes, ACCORD_LEXICON_AT_POOL, bytes->len);
  put_number (bytes, ACCORD_LEXICON_AT_POOL_SIZE, pool->len);
  g_byte_array_append (bytes, pool->data, pool->len);
  return g_byte_array_free_to_bytes (bytes);
}
