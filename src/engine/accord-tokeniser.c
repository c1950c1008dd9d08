/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens by character class. Scripts that set no spaces (Han, Hiragana, Thai, Lao,
 * Khmer, Burmese) give one token a letter, so that a term is found as a substring.
 * A hyphen within a word cuts it ("human-centred" is two tokens); an apostrophe cuts
 * too, and an "'s" behind it is no token. ICU's word breaks are slower by an order
 * of magnitude and need a dictionary where substrings do. */
#include "engine/accord-tokeniser-private.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "engine/accord-language.h"

typedef enum
{
  CLASS_SPACE, /* parts words, is no break */
  CLASS_BREAK,
  CLASS_HYPHEN,
  CLASS_APOSTROPHE,
  CLASS_LETTER,
  CLASS_ALONE, /* a letter of a script without spaces */
  CLASS_DIGIT,
  CLASS_MARK,
  CLASS_IGNORABLE, /* stands within words unseen */
} Class;

/* The double quotation mark and the low line are spaces. */
static const guint8 ASCII[128] = {
  ['!'] = CLASS_BREAK,         ['#' ... '&'] = CLASS_BREAK, ['\''] = CLASS_APOSTROPHE,
  ['(' ... ','] = CLASS_BREAK, ['-'] = CLASS_HYPHEN,        ['.' ... '/'] = CLASS_BREAK,
  ['0' ... '9'] = CLASS_DIGIT, [':' ... '@'] = CLASS_BREAK, ['A' ... 'Z'] = CLASS_LETTER,
  ['[' ... '^'] = CLASS_BREAK, ['`'] = CLASS_BREAK,         ['a' ... 'z'] = CLASS_LETTER,
  ['{' ... '~'] = CLASS_BREAK,
};

static gboolean
is_unspaced (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;

  if (c < 0x0E00)
    return FALSE;
  if (c >= 0x4E00 && c <= 0x9FFF)
    return TRUE;
  switch (uscript_getScript (c, &status))
    {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static Class
class_of_punctuation (UChar32 c)
{
  if (c == 0x2019)
    return CLASS_APOSTROPHE;
  if (c == 0x2010 || c == 0x2011)
    return CLASS_HYPHEN;
  return u_hasBinaryProperty (c, UCHAR_QUOTATION_MARK) ? CLASS_SPACE : CLASS_BREAK;
}

static Class
class_of (UChar32 c)
{
  guint32 mask;

  if (c < 0x80)
    return ASCII[c];
  if (c >= 0x4E00 && c <= 0x9FFF)
    return CLASS_ALONE;
  if (c >= 0x2080 && c <= 0x2089)
    return CLASS_LETTER; /* CO₂ */
  mask = U_MASK (u_charType (c));
  if (mask & (U_GC_L_MASK | U_GC_NL_MASK))
    return is_unspaced (c) ? CLASS_ALONE : CLASS_LETTER;
  if (mask & U_GC_ND_MASK)
    return CLASS_DIGIT;
  if (mask & U_GC_M_MASK)
    return CLASS_MARK;
  if (mask & U_GC_CF_MASK)
    return c == 0x200B ? CLASS_SPACE : CLASS_IGNORABLE;
  if (mask & (U_GC_Z_MASK | U_GC_CC_MASK | U_GC_NO_MASK | U_GC_PC_MASK))
    return CLASS_SPACE;
  return mask & U_GC_P_MASK ? class_of_punctuation (c) : CLASS_BREAK;
}

/* Japanese and Korean set foreign words into their own without a space. */
static gboolean
is_east_asian (UChar32 c)
{
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7FF) ||
         (c >= 0xFF65 && c <= 0xFFDC);
}

/* As g_utf8_get_char(), inlined: this is asked for every character of every text. */
static inline UChar32
char_at (const AccordTokeniser *self, guint32 at)
{
  UChar32 c;

  U8_NEXT_UNSAFE ((const guint8 *) self->data, at, c);
  return c;
}

static guint32
next_of (const AccordTokeniser *self, guint32 at)
{
  return at + (guint32) g_utf8_skip[(guchar) self->data[at]];
}

static gboolean
is_word_at (const AccordTokeniser *self, guint32 at)
{
  Class class = at < self->end ? class_of (char_at (self, at)) : CLASS_SPACE;

  return class == CLASS_LETTER || class == CLASS_ALONE || class == CLASS_DIGIT;
}

/* The end of the marks and unseen characters from @at on; those unseen count only before a
 * mark, or before more of the word, which the caller looks for at @resume. */
static guint32
skip_marks (const AccordTokeniser *self, guint32 at, guint32 *resume)
{
  guint32 end = at;

  while (at < self->end)
    {
      Class class = class_of (char_at (self, at));

      if (class != CLASS_MARK && class != CLASS_IGNORABLE)
        break;
      at = next_of (self, at);
      if (class == CLASS_MARK)
        end = at;
    }
  *resume = at;
  return end;
}

/* The end of a run of letters, digits and marks whose first letter stands at @at. */
static guint32
end_of_word (const AccordTokeniser *self, guint32 at)
{
  gboolean east_asian = is_east_asian (char_at (self, at));
  guint32 end = next_of (self, at);

  for (;;)
    {
      guint32 resume = end;
      guchar byte = end < self->end ? (guchar) self->data[end] : ' ';
      Class class;

      if (byte < 0x80 && ASCII[byte] != CLASS_LETTER && ASCII[byte] != CLASS_DIGIT)
        return end;
      if (byte >= 0x80)
        end = skip_marks (self, end, &resume);
      if (resume >= self->end)
        return end;
      class = class_of (char_at (self, resume));
      if ((class != CLASS_LETTER && class != CLASS_DIGIT) ||
          is_east_asian (char_at (self, resume)) != east_asian)
        return end;
      end = next_of (self, resume);
    }
}

static guint
count_digits (const char *at, const char *end)
{
  guint n = 0;

  for (; at < end && n < 4 && class_of ((UChar32) g_utf8_get_char (at)) == CLASS_DIGIT; n++)
    at = g_utf8_next_char (at);
  return n;
}

/**
 * accord_number_separator:
 * @at: the character behind a run of digits
 * @end: where the text ends
 * @n_digits: how many digits stand directly before @at
 * @decimal_comma: whether the language writes 1.234,5
 *
 * Three digits behind a separator of thousands are a group, anything else is not.
 *
 * Returns: what the character at @at is within the number; NONE where the number ends
 */
AccordSeparator
accord_number_separator (const char *at, const char *end, guint n_digits, gboolean decimal_comma)
{
  gunichar c = at < end ? g_utf8_get_char (at) : ' ';
  gunichar group = decimal_comma ? '.' : ',';
  guint n_behind;

  if (c != '.' && c != ',' && c != '\'' && c != 0x2019 && c != 0xA0 && c != 0x202F && c != 0x2009 &&
      c != 0x066B && c != 0x066C && c != 0xFF0C)
    return ACCORD_SEPARATOR_NONE;
  n_behind = count_digits (g_utf8_next_char (at), end);
  if (n_behind == 0)
    return ACCORD_SEPARATOR_NONE;
  if (c == '.' || c == 0x066B || (c == ',' && decimal_comma))
    return c == group && n_behind == 3 && n_digits <= 3 ? ACCORD_SEPARATOR_GROUP
                                                        : ACCORD_SEPARATOR_DECIMAL;
  return n_behind == 3 && n_digits <= 3 ? ACCORD_SEPARATOR_GROUP : ACCORD_SEPARATOR_NONE;
}

/* The end of the number at @at; @plain tells whether it has no separators. */
static guint32
end_of_number (const AccordTokeniser *self, guint32 at, gboolean *plain)
{
  guint n_digits = 0;

  *plain = TRUE;
  while (at < self->end)
    {
      if (class_of (char_at (self, at)) == CLASS_DIGIT)
        n_digits++;
      else if (accord_number_separator (self->data + at, self->data + self->end, n_digits,
                                        self->decimal_comma) != ACCORD_SEPARATOR_NONE)
        {
          *plain = FALSE;
          n_digits = 0;
        }
      else
        break;
      at = next_of (self, at);
    }
  return at;
}

/* Where to go on behind a word that ends at @at: past "'s". */
static guint32
skip_possessive (const AccordTokeniser *self, guint32 at)
{
  guint32 behind;

  if (at >= self->end || class_of (char_at (self, at)) != CLASS_APOSTROPHE)
    return at;
  behind = next_of (self, at);
  if (behind >= self->end || (self->data[behind] != 's' && self->data[behind] != 'S') ||
      is_word_at (self, behind + 1))
    return at;
  return behind + 1;
}

static void
take_token (AccordTokeniser *self, guint32 at, Class class, AccordRawToken *token)
{
  UChar32 c = char_at (self, at);
  guint32 resume = 0;
  gboolean plain = TRUE;

  token->span.start = at;
  if (class == CLASS_ALONE)
    {
      token->flags |= ACCORD_TOKEN_HAN;
      token->span.end = skip_marks (self, next_of (self, at), &resume);
    }
  else if (class == CLASS_DIGIT)
    {
      token->flags |= ACCORD_TOKEN_NUMBER;
      token->span.end = end_of_number (self, at, &plain);
    }
  else
    {
      if (u_isupper (c) || u_istitle (c))
        token->flags |= ACCORD_TOKEN_CAPITAL;
      token->span.end = end_of_word (self, at);
    }
  if (class == CLASS_DIGIT && plain)
    {
      guint32 end = end_of_word (self, at);

      if (end > token->span.end)
        token->flags &= ~(guint32) ACCORD_TOKEN_NUMBER;
      token->span.end = MAX (end, token->span.end);
    }
  self->at = skip_possessive (self, token->span.end);
}

/**
 * accord_tokeniser_init:
 * @self: (out caller-allocates): a tokeniser, nothing of which needs to be freed
 * @data: valid UTF-8, which must outlive @self
 * @span: what to cut
 * @language: its BCP 47 tag
 */
void
accord_tokeniser_init (AccordTokeniser *self,
                       const char *data,
                       AccordSpan span,
                       const char *language)
{
  self->data = data;
  self->at = span.start;
  self->end = span.end;
  self->decimal_comma = accord_language_has_decimal_comma (language);
}

/**
 * accord_tokeniser_next:
 * @self: a tokeniser
 * @token: (out): the next token
 *
 * BREAK is set where a punctuation mark or symbol stands before the token and behind the one
 * before; hyphens within a word, apostrophes and quotation marks are none.
 * Cost: linear in what it passes over.
 *
 * Returns: FALSE at the end; @token is then undefined
 */
gboolean
accord_tokeniser_next (AccordTokeniser *self, AccordRawToken *token)
{
  guint32 from = self->at;

  token->flags = 0;
  for (guint32 at = from; at < self->end; at = next_of (self, at))
    {
      Class class = class_of (char_at (self, at));

      if (class == CLASS_LETTER || class == CLASS_ALONE || class == CLASS_DIGIT)
        {
          take_token (self, at, class, token);
          return TRUE;
        }
      if (class == CLASS_BREAK ||
          (class == CLASS_HYPHEN && (at != from || !is_word_at (self, next_of (self, at)))))
        token->flags |= ACCORD_TOKEN_BREAK;
    }
  self->at = self->end;
  return FALSE;
}

/**
 * accord_language_has_decimal_comma:
 * @language: a BCP 47 tag
 *
 * Returns: whether 1.234,5 is a number in it, rather than 1,234.5
 */
gboolean
accord_language_has_decimal_comma (const char *language)
{
  static const char *const LANGUAGES[] = { "fr", "es", "ru", "de", "it", "pt", "nl", "pl",
                                           "cs", "sk", "da", "sv", "nb", "nn", "no", "fi",
                                           "tr", "id", "el", "ro", "hu", "bg", "ca", "uk",
                                           "hr", "sl", "sr", "lt", "lv", "et", "vi" };

  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    if (accord_language_matches (language, LANGUAGES[i]))
      return TRUE;
  return FALSE;
}
