/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a word tells follows from how rare its concepts are; without a lexicon, or
 * without its language in it, from its length. Words of a phrase that the lexicon has
 * mean what the phrase means too. */
#include "engine/accord-senses-private.h"

#include <string.h>

/* Names and rare words: the lexicon does not know them, in thousandths. */
#define UNKNOWN_WEIGHT 600u
/* So many letters may stand behind the digits of a number. */
#define ORDINAL_LETTERS 2u

/* What a word of the document is in a language; unused where id is 0. */
typedef struct
{
  const char *language;
  guint32 id;
  guint32 sense;
  guint16 weight;
  gboolean is_number;
} Known;

/* strings has the words of the passage in the making that may stand in a phrase, by id. */
struct _AccordSenses
{
  AccordVocabulary *vocabulary;
  const AccordWords *words;
  const char *language;
  int lexicon_language;
  Known *known;          /* of each word of the document */
  GHashTable *spellings; /* id → word, borrowed; with a lexicon only */
  GString *phrase;
};

/**
 * accord_senses_new:
 * @vocabulary: gets the ids and senses that it does not have yet; borrowed
 * @words: the words of a document; borrowed
 *
 * Returns: (transfer full): senses for one thread
 */
AccordSenses *
accord_senses_new (AccordVocabulary *vocabulary, const AccordWords *words)
{
  AccordSenses *self = g_new0 (AccordSenses, 1);

  self->vocabulary = vocabulary;
  self->words = words;
  self->lexicon_language = ACCORD_LEXICON_NO_LANGUAGE;
  self->known = g_new0 (Known, accord_words_get_n_words (words) + 1);
  self->spellings = g_hash_table_new (NULL, NULL);
  self->phrase = g_string_new (NULL);
  return self;
}

/**
 * accord_senses_free:
 * @self: (transfer full): senses
 */
void
accord_senses_free (AccordSenses *self)
{
  g_free (self->known);
  g_hash_table_unref (self->spellings);
  g_string_free (self->phrase, TRUE);
  g_free (self);
}

/**
 * accord_senses_set_language:
 * @self: senses
 * @language: interned primary subtag of the words to come
 *
 * Returns: whether the lexicon has it
 */
gboolean
accord_senses_set_language (AccordSenses *self, const char *language)
{
  AccordLexicon *lexicon = accord_vocabulary_get_lexicon (self->vocabulary);

  if (self->language != language && lexicon != NULL)
    self->lexicon_language = accord_lexicon_find_language (lexicon, language);
  self->language = language;
  return self->lexicon_language != ACCORD_LEXICON_NO_LANGUAGE;
}

/* With no list of frequencies: long words are rarer. */
static guint16
weight_of_length (gsize n)
{
  return (guint16) (200 + 100 * MIN (n, 8));
}

static guint16
weight_of_sense (const AccordSenses *self, guint32 sense, guint16 otherwise)
{
  guint16 weight = accord_vocabulary_get_weight (self->vocabulary, sense);

  if (self->lexicon_language == ACCORD_LEXICON_NO_LANGUAGE)
    return otherwise;
  return weight != ACCORD_WEIGHT_UNKNOWN ? weight : UNKNOWN_WEIGHT;
}

/* What small numbers are called: a digit means what its word means, in every language. */
static const char *const NUMBER_WORDS[] = {
  NULL,    "one",   "two",  "three", "four",   "five",   "six",
  "seven", "eight", "nine", "ten",   "eleven", "twelve",
};

/* The digits of a number, or of one with a few letters behind it, as in 65th, 29e, 7am. */
static gsize
count_digits (const char *word)
{
  gsize n = strspn (word, "0123456789");

  return n > 0 && g_utf8_strlen (word + n, -1) <= ORDINAL_LETTERS ? n : 0;
}

static char *
dup_stem (const char *word)
{
  AccordFolder *folder = accord_folder_new ("en");
  GString *stem = g_string_new (NULL);

  accord_folder_fold (folder, word, strlen (word), stem);
  accord_folder_free (folder);
  return g_string_free (stem, FALSE);
}

static guint32
sense_of_number (const AccordSenses *self, const char *digits)
{
  AccordLexicon *lexicon = accord_vocabulary_get_lexicon (self->vocabulary);
  guint64 value = strlen (digits) <= 2 ? g_ascii_strtoull (digits, NULL, 10) : 0;
  g_autofree char *key = NULL;

  if (lexicon == NULL || value == 0 || value >= G_N_ELEMENTS (NUMBER_WORDS))
    return 0;
  key = dup_stem (NUMBER_WORDS[value]);
  return accord_vocabulary_add_sense (self->vocabulary, key,
                                      accord_lexicon_find_language (lexicon, "en"));
}

static void
learn_number (AccordSenses *self, const char *word, gsize n, Known *known)
{
  g_autofree char *digits = g_strndup (word, n);

  known->is_number = TRUE;
  known->id = accord_vocabulary_add_string (self->vocabulary, digits);
  known->sense = sense_of_number (self, digits);
  known->weight = known->sense != 0 ? weight_of_sense (self, known->sense, 600)
                  : n >= 3          ? 1000
                                    : 600;
}

static void
learn (AccordSenses *self, const AccordToken *token, Known *known)
{
  const char *word = accord_words_get_word (self->words, token->word);
  gsize n = (gsize) g_utf8_strlen (word, -1), n_digits = count_digits (word);

  known->language = self->language;
  known->sense = 0;
  known->is_number = FALSE;
  if (n_digits > 0 || token->flags & ACCORD_TOKEN_NUMBER)
    {
      learn_number (self, word, n_digits > 0 ? n_digits : strlen (word), known);
      return;
    }
  known->id = accord_vocabulary_add_word (self->vocabulary, word, self->language);
  known->sense = accord_vocabulary_add_sense (self->vocabulary, word, self->lexicon_language);
  known->weight = weight_of_sense (self, known->sense, weight_of_length (n));
  if (self->lexicon_language != ACCORD_LEXICON_NO_LANGUAGE)
    g_hash_table_insert (self->spellings, GUINT_TO_POINTER (known->id), (gpointer) word);
}

/**
 * accord_senses_look_up:
 * @self: senses
 * @token: a token of the document
 * @word: gets id, sense and weight; of a number cross and flag too
 */
void
accord_senses_look_up (AccordSenses *self, const AccordToken *token, AccordContentWord *word)
{
  Known *known = &self->known[token->word];

  if (known->id == 0 || known->language != self->language)
    learn (self, token, known);
  word->id = known->id;
  word->sense = known->sense;
  word->weight = known->weight;
  if (!known->is_number)
    return;
  word->flags |= ACCORD_CONTENT_NUMBER;
  word->cross = word->id;
}

/**
 * accord_senses_look_up_joined:
 * @self: senses
 * @letters: a word of a script without spaces
 * @n_letters: its letters, at least 1
 * @word: gets id, sense and weight
 */
void
accord_senses_look_up_joined (AccordSenses *self,
                              const char *letters,
                              guint n_letters,
                              AccordContentWord *word)
{
  static const guint16 WEIGHTS[] = { 0, 500, 800, 1000 };

  word->id = accord_vocabulary_add_word (self->vocabulary, letters, self->language);
  word->sense = accord_vocabulary_add_sense (self->vocabulary, letters, self->lexicon_language);
  word->weight = weight_of_sense (self, word->sense, WEIGHTS[MIN (n_letters, 3)]);
}

/* Makes the key of @n words; FALSE where one of them is in no phrase or stands behind a mark. */
static gboolean
make_phrase (AccordSenses *self, const AccordContentWord *words, guint n)
{
  g_string_truncate (self->phrase, 0);
  for (guint i = 0; i < n; i++)
    {
      const char *spelling = g_hash_table_lookup (self->spellings, GUINT_TO_POINTER (words[i].id));

      if (spelling == NULL || (i > 0 && (words[i].flags & ACCORD_CONTENT_BREAK)))
        return FALSE;
      if (i > 0)
        g_string_append_c (self->phrase, ' ');
      g_string_append (self->phrase, spelling);
    }
  return TRUE;
}

/* Gives @n words the concepts of the phrase that they are, if they are one. */
static gboolean
apply_phrase (AccordSenses *self, AccordContentWord *words, guint n)
{
  gboolean found = FALSE;

  if (!make_phrase (self, words, n))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint32 sense = accord_vocabulary_add_phrase (self->vocabulary, words[i].sense,
                                                    self->phrase->str, self->lexicon_language);

      found = found || sense != words[i].sense;
      words[i].sense = sense;
    }
  return found;
}

/**
 * accord_senses_find_phrases:
 * @self: senses
 * @words: (array length=n_words) (inout): the content words of a passage
 * @n_words: their number
 *
 * Of phrases that overlap the first counts, of those that begin together the longest.
 */
void
accord_senses_find_phrases (AccordSenses *self, AccordContentWord *words, guint32 n_words)
{
  if (self->lexicon_language == ACCORD_LEXICON_NO_LANGUAGE)
    return;
  for (guint32 i = 0; i + 1 < n_words; i++)
    for (guint n = MIN (ACCORD_LEXICON_MAX_STEMS, n_words - i); n >= 2; n--)
      if (apply_phrase (self, words + i, n))
        {
          i += n - 1;
          break;
        }
}
