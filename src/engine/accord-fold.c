/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A token becomes a word: NFKC and case folding in one step (NFKC_Casefold of UAX #31,
 * which also drops soft hyphens and joiners), simplified Chinese, ASCII digits, then
 * the Snowball stem of its language. ASCII takes a path of its own: it is most of
 * most texts, and ICU normalises UTF-16 only. */
#include "engine/accord-fold-private.h"

#include <libstemmer.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "engine/accord-language.h"
#include "engine/accord-stem-arabic-private.h"
#include "engine/accord-stop-private.h"
#include "engine/accord-tokeniser-private.h"

/* A longer token is no word of any language; stemmers need not be linear in it. */
#define STEM_MAX 255

#define HAN_FIRST 0x3400
#define HAN_LAST 0x9FFF

/* Owned by one thread. */
struct _AccordFolder
{
  struct sb_stemmer *stemmer; /* nullable */
  gboolean is_arabic;
  GHashTable *stop_words; /* nullable */
  gboolean decimal_comma;
  GArray *source; /* of UChar */
  GArray *target; /* of UChar */
};

static gpointer
build_simplified (gpointer data)
{
  UChar *table = g_new (UChar, HAN_LAST - HAN_FIRST + 1);
  UErrorCode status = U_ZERO_ERROR;
  UChar id[32];
  UTransliterator *transliterator;

  u_uastrcpy (id, "Traditional-Simplified");
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  for (guint i = 0; i <= HAN_LAST - HAN_FIRST; i++)
    {
      UChar buffer[4] = { (UChar) (HAN_FIRST + i) };
      gint32 length = 1, limit = 1;

      table[i] = buffer[0];
      if (transliterator == NULL)
        continue;
      status = U_ZERO_ERROR;
      utrans_transUChars (transliterator, buffer, &length, 4, 0, &limit, &status);
      if (U_SUCCESS (status) && length == 1)
        table[i] = buffer[0];
    }
  if (transliterator != NULL)
    utrans_close (transliterator);
  return table;
}

/* The simplified form of each ideograph of the basic plane, a constant of ICU: made once
 * in 10 ms, since a transliterator is slow and belongs to one thread. Every change it
 * makes to a single character lies in this range. */
static const UChar *
simplified (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, build_simplified, NULL);
}

/**
 * accord_fold_simplified:
 * @c: a character
 *
 * Returns: its form in simplified Chinese, mostly @c itself
 */
gunichar
accord_fold_simplified (gunichar c)
{
  return c >= HAN_FIRST && c <= HAN_LAST ? simplified ()[c - HAN_FIRST] : c;
}

/* Languages go by Snowball's names, which are mostly those of ISO 639-1. */
static struct sb_stemmer *
stemmer_new (const char *language)
{
  g_autofree char *primary = g_ascii_strdown (language, (gssize) strcspn (language, "-"));

  if (g_str_equal (primary, "nb") || g_str_equal (primary, "nn"))
    return sb_stemmer_new ("no", NULL);
  if (strlen (primary) != 2)
    return NULL; /* Snowball would take "porter" for a language */
  return sb_stemmer_new (primary, NULL);
}

/**
 * accord_folder_new:
 * @language: a BCP 47 tag; "und" for one that is not known, whose words are not stemmed
 *
 * Returns: (transfer full): a folder for one thread
 */
AccordFolder *
accord_folder_new (const char *language)
{
  AccordFolder *self = g_new0 (AccordFolder, 1);

  self->is_arabic = accord_language_matches (language, "ar");
  self->stemmer = stemmer_new (language);
  self->stop_words = accord_stop_words_new (language);
  self->decimal_comma = accord_language_has_decimal_comma (language);
  self->source = g_array_new (FALSE, FALSE, sizeof (UChar));
  self->target = g_array_new (FALSE, FALSE, sizeof (UChar));
  return self;
}

/**
 * accord_folder_free:
 * @self: (transfer full): a folder
 */
void
accord_folder_free (AccordFolder *self)
{
  g_clear_pointer (&self->stemmer, sb_stemmer_delete);
  g_clear_pointer (&self->stop_words, g_hash_table_unref);
  g_clear_pointer (&self->source, g_array_unref);
  g_clear_pointer (&self->target, g_array_unref);
  g_free (self);
}

static gboolean
is_ascii (const char *token, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) token[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static void
append_lower (const char *token, gsize length, GString *word)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c (word, g_ascii_tolower (token[i]));
}

static void
append_utf8 (const UChar *units, gint32 n, GString *word)
{
  for (gint32 i = 0; i < n;)
    {
      UChar32 c;

      U16_NEXT (units, i, n, c);
      if (!U_IS_SURROGATE (c))
        g_string_append_unichar (word, (gunichar) c);
    }
}

/* @token as @normalizer makes it, in @target; FALSE where ICU fails. */
static gboolean
normalize (
  const UNormalizer2 *normalizer, const char *token, gsize length, GArray *source, GArray *target)
{
  UErrorCode status = U_ZERO_ERROR;
  gint32 n = 0;

  g_array_set_size (source, (guint) length + 1);
  u_strFromUTF8 ((UChar *) (gpointer) source->data, (gint32) source->len, &n, token,
                 (gint32) length, &status);
  if (U_FAILURE (status))
    return FALSE;
  g_array_set_size (source, (guint) n);
  g_array_set_size (target, MAX ((guint) n * 2, 64));
  n = unorm2_normalize (normalizer, (const UChar *) (gpointer) source->data, (gint32) source->len,
                        (UChar *) (gpointer) target->data, (gint32) target->len, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      g_array_set_size (target, (guint) n);
      n =
        unorm2_normalize (normalizer, (const UChar *) (gpointer) source->data, (gint32) source->len,
                          (UChar *) (gpointer) target->data, (gint32) target->len, &status);
    }
  g_array_set_size (target, U_SUCCESS (status) ? (guint) n : 0);
  return U_SUCCESS (status);
}

static void
append_folded (AccordFolder *self, const char *token, gsize length, GString *word)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance (&status);
  const UChar *table = simplified ();

  if (U_FAILURE (status) || !normalize (normalizer, token, length, self->source, self->target))
    {
      g_string_append_len (word, token, (gssize) length);
      return;
    }
  for (guint i = 0; i < self->target->len; i++)
    {
      UChar *c = &g_array_index (self->target, UChar, i);

      if (*c >= HAN_FIRST && *c <= HAN_LAST)
        *c = table[*c - HAN_FIRST];
      else if (*c >= 0x80 && u_isdigit (*c))
        *c = (UChar) ('0' + u_charDigitValue (*c));
    }
  append_utf8 ((const UChar *) (gpointer) self->target->data, (gint32) self->target->len, word);
}

/* A number without separators of thousands, with a point for its decimals; FALSE where @token
 * is none. */
static gboolean
append_number (AccordFolder *self, const char *token, gsize length, GString *word)
{
  const char *end = token + length;
  guint n_digits = 0;

  for (const char *p = token; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      AccordSeparator separator = ACCORD_SEPARATOR_NONE;

      if (u_isdigit ((UChar32) c))
        {
          g_string_append_c (word, (char) ('0' + u_charDigitValue ((UChar32) c)));
          n_digits++;
          continue;
        }
      if (n_digits > 0)
        separator = accord_number_separator (p, end, n_digits, self->decimal_comma);
      if (separator == ACCORD_SEPARATOR_NONE)
        {
          g_string_truncate (word, 0);
          return FALSE;
        }
      if (separator == ACCORD_SEPARATOR_DECIMAL)
        g_string_append_c (word, '.');
      n_digits = 0;
    }
  return word->len > 0;
}

static void
stem (AccordFolder *self, GString *word)
{
  const sb_symbol *stemmed;

  if (word->len == 0 || word->len > STEM_MAX)
    return;
  if (self->is_arabic)
    accord_stem_arabic (word);
  if (self->stemmer == NULL)
    return;
  stemmed = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word->str, (int) word->len);
  if (stemmed == NULL || sb_stemmer_length (self->stemmer) <= 0)
    return;
  g_string_truncate (word, 0);
  g_string_append_len (word, (const char *) stemmed, sb_stemmer_length (self->stemmer));
}

/**
 * accord_folder_fold_token:
 * @self: a folder
 * @token: one token, valid UTF-8, not necessarily terminated
 * @length: its bytes
 * @word: (out caller-allocates): is set to its word
 *
 * As accord_folder_fold(), and tells more.
 *
 * Returns: whether the token is a function word
 */
gboolean
accord_folder_fold_token (AccordFolder *self, const char *token, gsize length, GString *word)
{
  gboolean is_stop;

  g_string_truncate (word, 0);
  if (length > 0 && u_isdigit ((UChar32) g_utf8_get_char (token)) &&
      append_number (self, token, length, word))
    return FALSE;
  if (is_ascii (token, length))
    append_lower (token, length, word);
  else
    append_folded (self, token, length, word);
  is_stop = self->stop_words != NULL && g_hash_table_contains (self->stop_words, word->str);
  stem (self, word);
  return is_stop;
}

/**
 * accord_folder_fold:
 * @self: a folder
 * @token: one token, valid UTF-8, not necessarily terminated
 * @length: its bytes
 * @word: (out caller-allocates): is set to its word; empty where the token holds unseen characters
 * only
 *
 * Folds and stems. Tokens over 255 bytes are not stemmed.
 * Source: Unicode NFKC_Casefold; Snowball (Porter). Cost: linear.
 */
void
accord_folder_fold (AccordFolder *self, const char *token, gsize length, GString *word)
{
  accord_folder_fold_token (self, token, length, word);
}

/**
 * accord_folder_fold_whole:
 * @self: a folder
 * @token: one token, valid UTF-8, not necessarily terminated
 * @length: its bytes
 * @word: (out caller-allocates): is set to the folded token, which keeps its endings; an Arabic one
 * loses its article
 */
void
accord_folder_fold_whole (AccordFolder *self, const char *token, gsize length, GString *word)
{
  g_string_truncate (word, 0);
  if (is_ascii (token, length))
    append_lower (token, length, word);
  else
    append_folded (self, token, length, word);
  if (self->is_arabic)
    accord_stem_arabic (word);
}

/**
 * accord_fold_width:
 * @token: valid UTF-8, not necessarily terminated
 * @length: its bytes
 * @folded: (out caller-allocates): is set to its NFKC form
 *
 * What is left of a token for comparisons that heed case: full and half width are one.
 */
void
accord_fold_width (const char *token, gsize length, GString *folded)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance (&status);

  g_string_truncate (folded, 0);
  if (U_SUCCESS (status) && !is_ascii (token, length))
    {
      g_autoptr (GArray) source = g_array_new (FALSE, FALSE, sizeof (UChar));
      g_autoptr (GArray) target = g_array_new (FALSE, FALSE, sizeof (UChar));

      if (normalize (normalizer, token, length, source, target))
        {
          append_utf8 ((const UChar *) (gpointer) target->data, (gint32) target->len, folded);
          return;
        }
    }
  g_string_append_len (folded, token, (gssize) length);
}
