/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that was mapped may hold anything. Nothing is copied or summed up when it is
 * opened, so that opening costs the same for any size; hence no checksum, and every
 * entry is distrusted when it is read. */
#include "engine/accord-lexicon-reader-private.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-hash-private.h"
#include "engine/accord-lexicon-private.h"

static guint32
number_at (const guint8 *at)
{
  guint32 number;

  memcpy (&number, at, 4);
  return GUINT32_FROM_LE (number);
}

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_INVALID, "lexicon: %s", what);
  return FALSE;
}

/* Whether @n items of @item bytes at @at lie behind the header and within @size. */
static gboolean
fits (gsize size, guint32 at, guint32 n, guint item)
{
  return at >= ACCORD_LEXICON_HEADER_SIZE && at <= size && n <= (size - at) / item;
}

static gboolean
check_header (const guint8 *data, gsize size, GError **error)
{
  if (size < ACCORD_LEXICON_HEADER_SIZE ||
      memcmp (data, ACCORD_LEXICON_MAGIC, strlen (ACCORD_LEXICON_MAGIC)) != 0)
    return refuse (error, "not a compiled lexicon");
  if (number_at (data + ACCORD_LEXICON_AT_VERSION) != ACCORD_LEXICON_VERSION)
    return refuse (error, "another version of the format");
  if (number_at (data + ACCORD_LEXICON_AT_SIZE) != size)
    return refuse (error, "not of the length it tells");
  if (number_at (data + ACCORD_LEXICON_AT_N_LANGUAGES) > ACCORD_LEXICON_MAX_LANGUAGES)
    return refuse (error, "more than 32 languages");
  if (number_at (data + ACCORD_LEXICON_AT_N_CONCEPTS) > ACCORD_LEXICON_MAX_IDS)
    return refuse (error, "more than 16777215 concepts");
  if (!fits (size, number_at (data + ACCORD_LEXICON_AT_LANGUAGES),
             number_at (data + ACCORD_LEXICON_AT_N_LANGUAGES), ACCORD_LEXICON_LANGUAGE_SIZE) ||
      !fits (size, number_at (data + ACCORD_LEXICON_AT_CONCEPTS),
             number_at (data + ACCORD_LEXICON_AT_N_CONCEPTS), 4) ||
      !fits (size, number_at (data + ACCORD_LEXICON_AT_POOL),
             number_at (data + ACCORD_LEXICON_AT_POOL_SIZE), 1))
    return refuse (error, "a section lies outside of it");
  return TRUE;
}

/* Letters, digits and hyphens, then nothing but zero bytes. */
static gboolean
is_tag (const char *tag)
{
  gsize n = strlen (tag);

  for (gsize i = 0; i < ACCORD_LEXICON_TAG_SIZE; i++)
    if (i < n ? !g_ascii_isalnum (tag[i]) && tag[i] != '-' : tag[i] != '\0')
      return FALSE;
  return n >= 2;
}

static gboolean
read_table (
  AccordLexiconTable *table, const guint8 *data, gsize size, const guint8 *at, GError **error)
{
  guint32 keys = number_at (at + ACCORD_LEXICON_AT_KEYS);
  guint32 slots = number_at (at + ACCORD_LEXICON_AT_SLOTS);

  memcpy (table->tag, at, ACCORD_LEXICON_TAG_SIZE);
  table->n_keys = number_at (at + ACCORD_LEXICON_AT_N_KEYS);
  table->n_slots = number_at (at + ACCORD_LEXICON_AT_N_SLOTS);
  if (!is_tag (table->tag))
    return refuse (error, "a language has no tag");
  if (!fits (size, keys, table->n_keys, 4) || !fits (size, slots, table->n_slots, 4))
    return refuse (error, "the words of a language lie outside of it");
  if (table->n_slots <= table->n_keys || table->n_keys > ACCORD_LEXICON_MAX_IDS)
    return refuse (error, "the words of a language have no proper index");
  table->keys = data + keys;
  table->slots = data + slots;
  return TRUE;
}

/**
 * accord_lexicon_reader_init:
 * @self: (out caller-allocates): a reader, to be cleared also where this fails
 * @data: (array length=size): a compiled lexicon, which must outlive @self
 * @size: its bytes
 * @error: return location for an error
 *
 * Cost: a few hundred bytes are read, whatever the size.
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_INVALID where the header or a section is damaged
 */
gboolean
accord_lexicon_reader_init (AccordLexiconReader *self,
                            const guint8 *data,
                            gsize size,
                            GError **error)
{
  const guint8 *languages;

  *self = (AccordLexiconReader){ 0 };
  if (!check_header (data, size, error))
    return FALSE;
  self->n_tables = number_at (data + ACCORD_LEXICON_AT_N_LANGUAGES);
  self->n_concepts = number_at (data + ACCORD_LEXICON_AT_N_CONCEPTS);
  self->concepts = data + number_at (data + ACCORD_LEXICON_AT_CONCEPTS);
  self->pool = data + number_at (data + ACCORD_LEXICON_AT_POOL);
  self->pool_size = number_at (data + ACCORD_LEXICON_AT_POOL_SIZE);
  self->tables = g_new0 (AccordLexiconTable, self->n_tables);
  languages = data + number_at (data + ACCORD_LEXICON_AT_LANGUAGES);
  for (guint i = 0; i < self->n_tables; i++)
    if (!read_table (&self->tables[i], data, size, languages + i * ACCORD_LEXICON_LANGUAGE_SIZE,
                     error))
      return FALSE;
  return TRUE;
}

/**
 * accord_lexicon_reader_clear:
 * @self: a reader
 */
void
accord_lexicon_reader_clear (AccordLexiconReader *self)
{
  g_clear_pointer (&self->tables, g_free);
}

/* The entry whose length byte stands at @at of the pool. */
static gboolean
read_entry (const AccordLexiconReader *self, guint64 at, AccordLexiconEntry *entry)
{
  guint64 behind;

  if (at >= self->pool_size)
    return FALSE;
  entry->length = self->pool[at];
  entry->key = (const char *) self->pool + at + 1;
  behind = at + 1 + entry->length;
  if (behind >= self->pool_size)
    return FALSE;
  entry->n = self->pool[behind];
  entry->edges = self->pool + behind + 1;
  return behind + 1 + 4 * (guint64) entry->n <= self->pool_size;
}

/**
 * accord_lexicon_reader_get_word:
 * @self: a reader
 * @table: a language
 * @number: of a key in sorted order
 * @entry: (out caller-allocates): the word
 *
 * Returns: FALSE where there is none, or it is damaged
 */
gboolean
accord_lexicon_reader_get_word (const AccordLexiconReader *self,
                                guint table,
                                guint32 number,
                                AccordLexiconEntry *entry)
{
  const AccordLexiconTable *words = &self->tables[table];

  entry->weight = 0;
  return number < words->n_keys &&
         read_entry (self, number_at (words->keys + 4 * (gsize) number), entry);
}

/* Less than, equal to, or greater than 0, as bytes compare; a beginning comes first. */
static int
compare_key (const AccordLexiconEntry *entry, const char *key, gsize length)
{
  int order = memcmp (entry->key, key, MIN (entry->length, length));

  if (order != 0)
    return order;
  return entry->length < length ? -1 : entry->length > length;
}

/**
 * accord_lexicon_reader_find:
 * @self: a reader
 * @table: a language
 * @key: a key
 * @length: its bytes
 * @entry: (out caller-allocates): its word
 *
 * Cost: a hash and some two probes; never more than ACCORD_LEXICON_MAX_PROBES.
 *
 * Returns: whether there is such a word
 */
gboolean
accord_lexicon_reader_find (const AccordLexiconReader *self,
                            guint table,
                            const char *key,
                            gsize length,
                            AccordLexiconEntry *entry)
{
  const AccordLexiconTable *words = &self->tables[table];
  guint32 hash = accord_hash_bytes (key, length);
  guint32 at = ACCORD_LEXICON_SLOT_AT (hash, words->n_slots);

  for (guint i = 0; i < ACCORD_LEXICON_MAX_PROBES; i++)
    {
      guint32 slot = number_at (words->slots + 4 * (gsize) at);
      guint32 number = (slot & ACCORD_LEXICON_SLOT_NUMBER) - 1;

      if (slot == 0)
        return FALSE;
      if (slot == ACCORD_LEXICON_SLOT (hash, number) &&
          accord_lexicon_reader_get_word (self, table, number, entry) &&
          compare_key (entry, key, length) == 0)
        return TRUE;
      at = at + 1 < words->n_slots ? at + 1 : 0;
    }
  return FALSE;
}

/**
 * accord_lexicon_reader_lower_bound:
 * @self: a reader
 * @table: a language
 * @key: bytes
 * @length: their number
 *
 * Cost: logarithmic in the words of the language.
 *
 * Returns: the number of the first key that is not less; any number where keys are damaged
 */
guint32
accord_lexicon_reader_lower_bound (const AccordLexiconReader *self,
                                   guint table,
                                   const char *key,
                                   gsize length)
{
  guint32 low = 0, high = self->tables[table].n_keys;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      AccordLexiconEntry entry;

      if (accord_lexicon_reader_get_word (self, table, middle, &entry) &&
          compare_key (&entry, key, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * accord_lexicon_reader_get_concept:
 * @self: a reader
 * @concept: its number
 * @entry: (out caller-allocates): its name, weight and relatives
 *
 * Returns: FALSE where there is none, or it is damaged
 */
gboolean
accord_lexicon_reader_get_concept (const AccordLexiconReader *self,
                                   guint32 concept,
                                   AccordLexiconEntry *entry)
{
  guint32 at;

  if (concept >= self->n_concepts)
    return FALSE;
  at = number_at (self->concepts + 4 * (gsize) concept);
  if (at >= self->pool_size)
    return FALSE;
  entry->weight = self->pool[at];
  return read_entry (self, (guint64) at + 1, entry);
}

/**
 * accord_lexicon_reader_read_edges:
 * @self: a reader
 * @entry: what it read
 * @concepts: (out caller-allocates): gets the concepts of the entry
 *
 * Returns: their number; those of damaged ids are left out
 */
guint
accord_lexicon_reader_read_edges (const AccordLexiconReader *self,
                                  const AccordLexiconEntry *entry,
                                  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  guint n = 0;

  for (guint i = 0; i < MIN (entry->n, ACCORD_LEXICON_MAX_CONCEPTS); i++)
    {
      guint32 edge = number_at (entry->edges + 4 * (gsize) i);

      if ((edge >> 8) < self->n_concepts && (edge & 0xFF) != 0)
        concepts[n++] = (AccordConcept){ edge >> 8, (guint8) (edge & 0xFF) };
    }
  return n;
}
