/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled lexicon and, over it, the pairs of terms that a user adds: each pair is a
 * concept of its own that both terms carry before those that they had. */
#include "engine/accord-lexicon.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-hash-private.h"
#include "engine/accord-language.h"
#include "engine/accord-lexicon-near-private.h"
#include "engine/accord-lexicon-private.h"
#include "engine/accord-lexicon-reader-private.h"

/* A term of the user's: "language, tab, key" → concepts, the strongest first. */
typedef struct
{
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];
  guint n;
} ExtraWord;

typedef struct
{
  char *name;
  guint8 weight;
} ExtraConcept;

/* Invariant: the tables of reader come first, then tags; its concepts first, then
 * extra_concepts. */
struct _AccordLexicon
{
  GBytes *bytes; /* nullable: a lexicon of pairs only */
  AccordLexiconReader reader;
  GPtrArray *tags;
  GHashTable *extra_words;
  GArray *extra_concepts;
};

static void
clear_extra_concept (gpointer data)
{
  g_clear_pointer (&((ExtraConcept *) data)->name, g_free);
}

static void
lexicon_clear (gpointer data)
{
  AccordLexicon *self = data;

  accord_lexicon_reader_clear (&self->reader);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->extra_words, g_hash_table_unref);
  g_clear_pointer (&self->extra_concepts, g_array_unref);
}

static AccordLexicon *
lexicon_new_empty (void)
{
  AccordLexicon *self = g_atomic_rc_box_new0 (AccordLexicon);

  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->extra_words = g_hash_table_new_full (accord_hash_string, g_str_equal, g_free, g_free);
  self->extra_concepts = g_array_new (FALSE, TRUE, sizeof (ExtraConcept));
  g_array_set_clear_func (self->extra_concepts, clear_extra_concept);
  return self;
}

/**
 * accord_lexicon_new:
 * @bytes: a compiled lexicon; a reference is kept
 * @error: return location for an error
 *
 * Cost: the header and the sections are checked, whatever the size; entries are checked when
 * they are read.
 *
 * Returns: (transfer full): a lexicon, or NULL with ACCORD_ENGINE_ERROR_INVALID where @bytes are
 *   damaged or of another version
 */
AccordLexicon *
accord_lexicon_new (GBytes *bytes, GError **error)
{
  g_autoptr (AccordLexicon) self = lexicon_new_empty ();
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->bytes = g_bytes_ref (bytes);
  if (!accord_lexicon_reader_init (&self->reader, data, size, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_lexicon_ref:
 * @self: a lexicon
 *
 * Returns: (transfer full): @self
 */
AccordLexicon *
accord_lexicon_ref (AccordLexicon *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_lexicon_unref:
 * @self: (transfer full): a lexicon
 */
void
accord_lexicon_unref (AccordLexicon *self)
{
  g_atomic_rc_box_release_full (self, lexicon_clear);
}

/**
 * accord_lexicon_get_n_languages:
 * @self: a lexicon
 *
 * Returns: the number of languages it has words of
 */
guint
accord_lexicon_get_n_languages (const AccordLexicon *self)
{
  return self->reader.n_tables + self->tags->len;
}

/**
 * accord_lexicon_get_language:
 * @self: a lexicon
 * @language: a language of it
 *
 * Returns: (transfer none): its BCP 47 tag
 */
const char *
accord_lexicon_get_language (const AccordLexicon *self, int language)
{
  guint n = (guint) language;

  g_return_val_if_fail (language >= 0 && n < accord_lexicon_get_n_languages (self), NULL);

  if (n < self->reader.n_tables)
    return self->reader.tables[n].tag;
  return g_ptr_array_index (self->tags, n - self->reader.n_tables);
}

/**
 * accord_lexicon_find_language:
 * @self: a lexicon
 * @tag: a BCP 47 tag, such as that of a passage
 *
 * Returns: the language of the lexicon whose tag is @tag or the beginning of it, or
 *   ACCORD_LEXICON_NO_LANGUAGE
 */
int
accord_lexicon_find_language (const AccordLexicon *self, const char *tag)
{
  guint n = accord_lexicon_get_n_languages (self);

  for (guint i = 0; i < n; i++)
    if (accord_language_matches (tag, accord_lexicon_get_language (self, (int) i)))
      return (int) i;
  return ACCORD_LEXICON_NO_LANGUAGE;
}

/**
 * accord_lexicon_get_n_words:
 * @self: a lexicon
 * @language: a language of it
 *
 * Returns: the number of its words, phrases and skeletons, without a user's terms
 */
guint
accord_lexicon_get_n_words (const AccordLexicon *self, int language)
{
  if (language < 0 || (guint) language >= self->reader.n_tables)
    return 0;
  return self->reader.tables[language].n_keys;
}

static const ExtraWord *
find_extra (const AccordLexicon *self, int language, const char *key, gsize length)
{
  g_autofree char *name = NULL;

  if (g_hash_table_size (self->extra_words) == 0 || length > ACCORD_LEXICON_MAX_KEY)
    return NULL;
  name = g_strdup_printf ("%d\t%.*s", language, (int) length, key);
  return g_hash_table_lookup (self->extra_words, name);
}

/* Only what was compiled. */
static guint
look_up_compiled (const AccordLexicon *self,
                  int language,
                  const char *key,
                  gsize length,
                  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  AccordLexiconEntry entry;

  if (language < 0 || (guint) language >= self->reader.n_tables ||
      !accord_lexicon_reader_find (&self->reader, (guint) language, key, length, &entry))
    return 0;
  return accord_lexicon_reader_read_edges (&self->reader, &entry, concepts);
}

/**
 * accord_lexicon_look_up:
 * @self: a lexicon
 * @language: a language of it, or ACCORD_LEXICON_NO_LANGUAGE
 * @key: a word as #AccordWords spells it; a Chinese word: its ideographs, folded, joined; a
 *   phrase: the words of its content words, parted by one space
 * @length: its bytes
 * @concepts: (out caller-allocates): gets its concepts, the strongest first
 *
 * Cost: a hash of the key and some two probes.
 *
 * Returns: their number; 0 where the key is not in the lexicon
 */
guint
accord_lexicon_look_up (const AccordLexicon *self,
                        int language,
                        const char *key,
                        gsize length,
                        AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  const ExtraWord *extra = find_extra (self, language, key, length);

  if (extra == NULL)
    return look_up_compiled (self, language, key, length, concepts);
  memcpy (concepts, extra->concepts, sizeof extra->concepts);
  return extra->n;
}

/**
 * accord_lexicon_look_up_near:
 * @self: a lexicon
 * @language: a language of it, or ACCORD_LEXICON_NO_LANGUAGE
 * @key: one word that accord_lexicon_look_up() does not find, valid UTF-8
 * @length: its bytes
 * @concepts: (out caller-allocates): gets concepts of a word like it, weakened
 *
 * In Arabic, the word of the same strong consonants, with or without a prefix; elsewhere the one
 * with the longest common beginning, of at least five letters and 70 % of the longer word.
 * Chinese words have no near ones. Cost: a binary search and 32 comparisons.
 *
 * Returns: the number of concepts
 */
guint
accord_lexicon_look_up_near (const AccordLexicon *self,
                             int language,
                             const char *key,
                             gsize length,
                             AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  if (language < 0 || (guint) language >= self->reader.n_tables)
    return 0;
  return accord_lexicon_find_near (&self->reader, (guint) language, key, length, concepts);
}

/**
 * accord_lexicon_match_longest:
 * @self: a lexicon
 * @language: a language of it, or ACCORD_LEXICON_NO_LANGUAGE
 * @text: folded ideographs, valid UTF-8, without spaces
 * @length: its bytes
 *
 * Cuts text without spaces into words by taking the longest each time. Cost: at most six
 * look-ups.
 *
 * Returns: the bytes of the longest word of the lexicon that @text begins with, of at most
 *   ACCORD_LEXICON_MAX_HAN ideographs; 0 where there is none
 */
gsize
accord_lexicon_match_longest (const AccordLexicon *self,
                              int language,
                              const char *text,
                              gsize length)
{
  gsize ends[ACCORD_LEXICON_MAX_HAN];
  guint n = 0;

  for (gsize at = 0; n < ACCORD_LEXICON_MAX_HAN && at < length; n++)
    {
      at += (gsize) g_utf8_skip[(guchar) text[at]];
      ends[n] = MIN (at, length);
    }
  while (n > 0)
    {
      AccordLexiconEntry entry;
      gsize end = ends[--n];

      if (language >= 0 && (guint) language < self->reader.n_tables &&
          accord_lexicon_reader_find (&self->reader, (guint) language, text, end, &entry))
        return end;
      if (find_extra (self, language, text, end) != NULL)
        return end;
    }
  return 0;
}

/**
 * accord_lexicon_get_n_concepts:
 * @self: a lexicon
 *
 * Returns: the number of concepts, one more than the highest id
 */
guint
accord_lexicon_get_n_concepts (const AccordLexicon *self)
{
  return self->reader.n_concepts + self->extra_concepts->len;
}

static const ExtraConcept *
get_extra_concept (const AccordLexicon *self, guint32 concept)
{
  guint32 n = concept - self->reader.n_concepts;

  if (concept < self->reader.n_concepts || n >= self->extra_concepts->len)
    return NULL;
  return &g_array_index (self->extra_concepts, ExtraConcept, n);
}

/**
 * accord_lexicon_get_weight:
 * @self: a lexicon
 * @concept: a concept
 *
 * Returns: how much it tells, 0 (nothing, it is everywhere) to 255 (it is rare); 0 of one that
 *   does not exist
 */
guint
accord_lexicon_get_weight (const AccordLexicon *self, guint32 concept)
{
  const ExtraConcept *extra = get_extra_concept (self, concept);
  AccordLexiconEntry entry;

  if (extra != NULL)
    return extra->weight;
  return accord_lexicon_reader_get_concept (&self->reader, concept, &entry) ? entry.weight : 0;
}

/**
 * accord_lexicon_get_related:
 * @self: a lexicon
 * @concept: a concept
 * @related: (out caller-allocates): gets its relatives: synonyms and derivations
 *
 * Returns: their number
 */
guint
accord_lexicon_get_related (const AccordLexicon *self,
                            guint32 concept,
                            AccordConcept related[ACCORD_LEXICON_MAX_CONCEPTS])
{
  AccordLexiconEntry entry;

  if (!accord_lexicon_reader_get_concept (&self->reader, concept, &entry))
    return 0;
  return accord_lexicon_reader_read_edges (&self->reader, &entry, related);
}

/**
 * accord_lexicon_dup_name:
 * @self: a lexicon
 * @concept: a concept
 *
 * Returns: (transfer full) (nullable): an English word for it, for people to read; of a user's pair
 *   its first term; NULL of a concept that does not exist
 */
char *
accord_lexicon_dup_name (const AccordLexicon *self, guint32 concept)
{
  const ExtraConcept *extra = get_extra_concept (self, concept);
  AccordLexiconEntry entry;

  if (extra != NULL)
    return g_strdup (extra->name);
  if (!accord_lexicon_reader_get_concept (&self->reader, concept, &entry))
    return NULL;
  return g_utf8_make_valid (entry.key, entry.length);
}

static int
find_or_add_language (AccordLexicon *self, const char *tag)
{
  int language = accord_lexicon_find_language (self, tag);

  if (language != ACCORD_LEXICON_NO_LANGUAGE)
    return language;
  g_ptr_array_add (self->tags, g_strdup (tag));
  return (int) accord_lexicon_get_n_languages (self) - 1;
}

/* @concept comes first; the weakest falls off where there are too many. */
static void
add_extra (AccordLexicon *self, int language, const char *key, guint32 concept)
{
  ExtraWord *word = g_new0 (ExtraWord, 1);
  AccordConcept old[ACCORD_LEXICON_MAX_CONCEPTS];
  guint n = accord_lexicon_look_up (self, language, key, strlen (key), old);

  word->concepts[0] = (AccordConcept){ concept, 255 };
  word->n = MIN (n + 1, ACCORD_LEXICON_MAX_CONCEPTS);
  memcpy (word->concepts + 1, old, (word->n - 1) * sizeof *old);
  g_hash_table_replace (self->extra_words, g_strdup_printf ("%d\t%s", language, key), word);
}

/* A pair tells as much as its terms did, or all where they are new. */
static guint8
weight_of_key (const AccordLexicon *self, int language, const char *key)
{
  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS];
  guint n = accord_lexicon_look_up (self, language, key, strlen (key), concepts);

  return n > 0 ? (guint8) accord_lexicon_get_weight (self, concepts[0].id) : 255;
}

static AccordFolder *
folder_for (GHashTable *folders, const char *language)
{
  AccordFolder *folder = g_hash_table_lookup (folders, language);

  if (folder == NULL)
    {
      folder = accord_folder_new (language);
      g_hash_table_insert (folders, g_strdup (language), folder);
    }
  return folder;
}

static gboolean
add_pair (AccordLexicon *self, const AccordTermPair *pair, GHashTable *folders)
{
  guint32 concept = accord_lexicon_get_n_concepts (self);
  ExtraConcept extra = { NULL, 0 };
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  GString *keys[2] = { first, second };
  int languages[2];

  for (guint i = 0; i < 2; i++)
    {
      if (!accord_lexicon_append_key (folder_for (folders, pair->language[i]), pair->language[i],
                                      pair->word[i], strlen (pair->word[i]), keys[i]))
        return FALSE;
      languages[i] = find_or_add_language (self, pair->language[i]);
      extra.weight = MAX (extra.weight, weight_of_key (self, languages[i], keys[i]->str));
    }
  for (guint i = 0; i < 2; i++)
    add_extra (self, languages[i], keys[i]->str, concept);
  extra.name = g_strdup (pair->word[0]);
  g_array_append_val (self->extra_concepts, extra);
  return TRUE;
}

/**
 * accord_lexicon_new_with_pairs:
 * @base: (nullable): what accord_lexicon_new() made; it is not changed
 * @pairs: (array length=n_pairs): pairs of terms, valid UTF-8
 * @n_pairs: their number
 * @failed: (out) (optional): gets the first pair with a term that has no key, as
 *   accord_lexicon_append_key() tells: too many words, or none
 * @error: return location for an error
 *
 * Cost: linear in the pairs; @base is shared, not copied.
 *
 * Returns: (transfer full): @base and the pairs, or NULL with ACCORD_ENGINE_ERROR_INVALID
 */
AccordLexicon *
accord_lexicon_new_with_pairs (
  AccordLexicon *base, const AccordTermPair *pairs, guint n_pairs, guint *failed, GError **error)
{
  g_autoptr (AccordLexicon) self = NULL;
  g_autoptr (GHashTable) folders = NULL;

  g_return_val_if_fail (base == NULL || base->extra_concepts->len == 0, NULL);

  self = base != NULL ? accord_lexicon_new (base->bytes, error) : lexicon_new_empty ();
  if (self == NULL)
    return NULL;
  folders = g_hash_table_new_full (accord_hash_string, g_str_equal, g_free,
                                   (GDestroyNotify) accord_folder_free);
  for (guint i = 0; i < n_pairs; i++)
    if (!add_pair (self, &pairs[i], folders))
      {
        if (failed != NULL)
          *failed = i;
        g_set_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_INVALID,
                     "pair %u has a term that is too long or holds no word", i);
        return NULL;
      }
  return g_steal_pointer (&self);
}
