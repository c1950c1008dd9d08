/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that the lexicon does not have mean what words much like them mean: inflected
 * forms that the stemmer leaves apart, compounds, words with an Arabic prefix. */
#include "engine/accord-lexicon-near-private.h"

#include <string.h>

#include "engine/accord-language.h"
#include "engine/accord-lexicon-private.h"

/* A word that is not in the lexicon is taken for one that begins alike: so many letters, and
 * so many hundredths of the longer of the two. */
#define NEAR_LETTERS 5u
#define NEAR_PERCENT 70u
/* How many neighbours in sorted order are looked at to either side. */
#define NEAR_REACH 16u

/* The concepts of words alike in their consonants are less sure: so many hundredths. */
#define SKELETON_PERCENT 60u

/* Without a prefix a word is nearly sure, if so many bytes of it are left: three letters. */
#define PREFIX_PERCENT 90u
#define PREFIX_LEFT 6u

static guint
count_letters (const char *data, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += ((guchar) data[i] & 0xC0) != 0x80;
  return n;
}

static guint
look_up (const AccordLexiconReader *self,
         guint table,
         const char *key,
         gsize length,
         AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  AccordLexiconEntry entry;

  if (!accord_lexicon_reader_find (self, table, key, length, &entry))
    return 0;
  return accord_lexicon_reader_read_edges (self, &entry, concepts);
}

/* How alike two words begin, in hundredths of the longer one; 0 where too little. */
static guint
compare_beginnings (const AccordLexiconEntry *entry, const char *key, gsize length)
{
  gsize shorter = MIN (entry->length, length);
  gsize n = 0;
  guint letters, longer, percent;

  if (memchr (entry->key, ' ', entry->length) != NULL)
    return 0;
  while (n < shorter && entry->key[n] == key[n])
    n++;
  while (n > 0 && n < length && ((guchar) key[n] & 0xC0) == 0x80)
    n--;
  letters = count_letters (key, n);
  longer = MAX (count_letters (key, length), count_letters (entry->key, entry->length));
  percent = letters * 100 / longer;
  return letters >= NEAR_LETTERS && percent >= NEAR_PERCENT ? percent : 0;
}

static void
weaken (AccordConcept *concepts, guint n, guint percent)
{
  for (guint i = 0; i < n; i++)
    concepts[i].strength = (guint8) MAX (concepts[i].strength * percent / 100, 1);
}

static guint
look_up_beginning (const AccordLexiconReader *self,
                   guint table,
                   const char *key,
                   gsize length,
                   AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  guint32 at = accord_lexicon_reader_lower_bound (self, table, key, length);
  AccordLexiconEntry best = { 0 };
  guint best_percent = 0, n;

  for (guint32 i = at > NEAR_REACH ? at - NEAR_REACH : 0; i < at + NEAR_REACH; i++)
    {
      AccordLexiconEntry entry;
      guint percent;

      if (!accord_lexicon_reader_get_word (self, table, i, &entry))
        continue;
      percent = compare_beginnings (&entry, key, length);
      if (percent > best_percent)
        {
          best = entry;
          best_percent = percent;
        }
    }
  if (best_percent == 0)
    return 0;
  n = accord_lexicon_reader_read_edges (self, &best, concepts);
  weaken (concepts, n, best_percent);
  return n;
}

/* What Arabic writes before a word without a space, and letters that begin the forms of a verb. */
static const char *const PREFIXES[] = {
  "",    "وال", "وب", "ول", "سي", "ست", "سن", "وي", "وت", "مت", "است",
  "مست", "و",   "ف",  "ب",  "ل",  "ك",  "س",  "ي",  "ت",  "ن",  "م",
};

/* Behind one of the prefixes stands a word, or else the consonants of one. */
static guint
look_up_without_prefix (const AccordLexiconReader *self,
                        guint table,
                        const char *key,
                        gsize length,
                        AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  for (guint i = 1; i < G_N_ELEMENTS (PREFIXES); i++)
    {
      gsize n = strlen (PREFIXES[i]);
      guint found;

      if (length < n + PREFIX_LEFT || memcmp (key, PREFIXES[i], n) != 0)
        continue;
      found = look_up (self, table, key + n, length - n, concepts);
      if (found == 0)
        continue;
      weaken (concepts, found, PREFIX_PERCENT);
      return found;
    }
  return 0;
}

static guint
look_up_skeleton (const AccordLexiconReader *self,
                  guint table,
                  const char *key,
                  gsize length,
                  AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  g_autoptr (GString) skeleton = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PREFIXES); i++)
    {
      gsize n = strlen (PREFIXES[i]);
      guint found;

      if (length < n || memcmp (key, PREFIXES[i], n) != 0)
        continue;
      g_string_truncate (skeleton, 0);
      if (!accord_lexicon_append_skeleton (key + n, length - n, skeleton))
        continue;
      found = look_up (self, table, skeleton->str, skeleton->len, concepts);
      if (found == 0)
        continue;
      weaken (concepts, found, SKELETON_PERCENT);
      return found;
    }
  return 0;
}

static guint
look_up_arabic (const AccordLexiconReader *self,
                guint table,
                const char *key,
                gsize length,
                AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  guint n = look_up_without_prefix (self, table, key, length, concepts);

  return n > 0 ? n : look_up_skeleton (self, table, key, length, concepts);
}

/**
 * accord_lexicon_find_near:
 * @self: a reader
 * @table: a language
 * @key: one word, valid UTF-8
 * @length: its bytes
 * @concepts: (out caller-allocates): gets concepts of a word like it
 *
 * What accord_lexicon_look_up_near() tells.
 *
 * Returns: the number of concepts
 */
guint
accord_lexicon_find_near (const AccordLexiconReader *self,
                          guint table,
                          const char *key,
                          gsize length,
                          AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS])
{
  const char *tag = self->tables[table].tag;

  if (length == 0 || length > ACCORD_LEXICON_MAX_KEY || accord_language_is_han (tag))
    return 0;
  if (accord_language_matches (tag, "ar"))
    return look_up_arabic (self, table, key, length, concepts);
  return look_up_beginning (self, table, key, length, concepts);
}
