/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on both sides of a full stop: an abbreviation, an initial, a number, a word
 * that begins sentences. Looking around costs a bounded number of bytes. */
#include <string.h>

#include "engine/accord-segment-chars-private.h"
#include "engine/accord-segment-token-private.h"

#define TOKEN_MAX 48
#define WORD_MAX (ACCORD_SEGMENT_WORD_MAX / 2)

/* Fewer words than these, and a sentence has hardly begun; more if a time or place opens it. */
#define EARLY_WORDS 3
#define EARLY_WORDS_OPENED 7
#define EARLY_BYTES 160

/* Arabic writes "and" as part of the next word. */
#define AND "و"

/* Lower case of @from to @to, or "" if it is long. */
static void
copy_lower (char *word, const char *from, const char *to)
{
  gsize n = 0;

  *word = '\0';
  if (to - from > WORD_MAX)
    return;
  for (; from < to; from = g_utf8_next_char (from))
    n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (accord_char_get (from)), word + n);
  word[n] = '\0';
}

static const char *
token_start (const char *p, const char *start)
{
  const char *stop = p;

  while (p > start && stop - p < TOKEN_MAX)
    {
      const char *before = accord_char_prev (p);
      gunichar c = accord_char_get (before);

      if (accord_char_is_space (c) || (accord_char_is_opener (c) && c != '\'' && c != 0x2019) ||
          c == '/' || accord_char_is_wide (c))
        break;
      p = before;
    }
  return p;
}

static void
count_letters (AccordSegmentToken *token, const char *end)
{
  token->capitals = TRUE;
  token->lower = TRUE;
  for (const char *p = token->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = accord_char_get (p);

      token->dotted = token->dotted || c == '.';
      token->mixed = token->mixed || !(c == '.' || c == '-' || accord_char_is_letter (c));
      token->n_digits += accord_char_is_digit (c);
      token->n_letters += accord_char_is_letter (c);
      token->capitals = token->capitals && accord_char_is_upper (c);
      token->lower = token->lower && accord_char_is_lower (c);
    }
}

/* I, V, X and so on: a number too. */
gboolean
accord_segment_is_roman (const char *p, const char *end)
{
  if (p == end || end - p > 6)
    return FALSE;
  for (; p < end; p++)
    if (strchr ("IVXLC", *p) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_number (const char *p, const char *end)
{
  const char *q = p;

  while (q < end && (accord_char_is_digit (accord_char_get (q)) || *q == '-'))
    q = g_utf8_next_char (q);
  if (q > p && (accord_char_at (q, end) == 0xB0 || accord_char_at (q, end) == 0xBA))
    q = g_utf8_next_char (q);
  return (q == end && q > p) || accord_segment_is_roman (p, end);
}

/* "z. B.", "н. э.": a short part behind another one with its full stop; "1990 г.": a number. */
static void
chain_parts (const AccordSegmentScan *self, AccordSegmentToken *token)
{
  const char *end = token->start, *start = NULL;
  char *behind = NULL;

  while (end > self->sentence && accord_char_is_space (accord_char_before (end, self->sentence)))
    end = accord_char_prev (end);
  start = token_start (end, self->sentence);
  if (end == token->start || start == end)
    return;
  if (is_number (start, end))
    {
      g_strlcpy (token->chain, "#.", sizeof token->chain);
      behind = token->chain + 2;
    }
  else if (end[-1] == '.' && end - start <= 8)
    {
      copy_lower (token->chain, start, end);
      behind = token->chain + strlen (token->chain);
    }
  if (behind != NULL)
    g_strlcpy (behind, token->word, (gsize) (token->chain + sizeof token->chain - behind));
}

/* The word from @start to @end, with nothing before it. */
void
accord_segment_set_token (AccordSegmentToken *token, const char *start, const char *end)
{
  memset (token, 0, sizeof *token);
  token->start = start;
  copy_lower (token->word, start, end);
  count_letters (token, end);
}

/* Reads what stands before the full stop at @stop. */
void
accord_segment_read_token (const AccordSegmentScan *self,
                           const char *stop,
                           AccordSegmentToken *token)
{
  const char *start = token_start (stop, self->sentence);
  const char *apostrophe = NULL;

  for (const char *p = start; p < stop; p = g_utf8_next_char (p))
    if (*p == '\'' || accord_char_get (p) == 0x2019)
      apostrophe = g_utf8_next_char (p);
  accord_segment_set_token (token, apostrophe != NULL && apostrophe < stop ? apostrophe : start,
                            stop);
  chain_parts (self, token);
}

/* What the full stop behind @token means. */
AccordStop
accord_segment_stop_of (const AccordSegmentScan *self, const AccordSegmentToken *token)
{
  AccordStop stop = ACCORD_STOP_PLAIN;

  /* A unit: "5 A", "20° C". */
  if (token->capitals && token->n_letters == 1 && g_str_has_prefix (token->chain, "#."))
    return ACCORD_STOP_PLAIN;
  if (*token->chain != '\0')
    stop = accord_abbreviations_find (self->abbreviations, token->chain, TRUE);
  if (stop == ACCORD_STOP_PLAIN && *token->word != '\0')
    stop = accord_abbreviations_find (self->abbreviations, token->word,
                                      token->capitals && token->n_letters > 1);
  if (stop == ACCORD_STOP_PLAIN && token->n_letters > 1 && g_str_has_prefix (token->word, AND))
    stop = accord_abbreviations_find (self->abbreviations, token->word + strlen (AND), TRUE);
  /* "S. 14" is a page, but "S. Lind" a name. */
  if (stop == ACCORD_STOP_NUMBER && token->capitals && token->n_letters == 1)
    return ACCORD_STOP_MAYBE;
  if (stop != ACCORD_STOP_PLAIN || token->n_digits > 0)
    return stop;
  /* Initials, as in "J. K." and "U.S.", of any language with letters in two cases. */
  if (token->n_letters == 1 && !accord_char_is_wide (accord_char_get (token->start)))
    return ACCORD_STOP_MAYBE;
  if (token->dotted && token->n_letters <= 6 && !token->mixed)
    return ACCORD_STOP_MAYBE;
  return ACCORD_STOP_PLAIN;
}

const char *
accord_segment_word_end (const char *p, const char *end)
{
  while (p < end && (accord_char_is_letter (accord_char_get (p)) ||
                     u_charType ((UChar32) accord_char_get (p)) == U_NON_SPACING_MARK))
    p = g_utf8_next_char (p);
  return p;
}

/* Whether a sentence may begin with the word at @p that no name would begin with. */
gboolean
accord_segment_is_starter (const AccordSegmentScan *self, const char *p)
{
  char word[ACCORD_SEGMENT_WORD_MAX];
  const char *end = accord_segment_word_end (p, MIN (p + WORD_MAX, self->end));

  copy_lower (word, p, end);
  /* An initial is no article: "J. A. Smith". */
  if (*word == '\0' || (accord_char_at (end, self->end) == '.' && g_utf8_next_char (p) == end))
    return FALSE;
  return accord_abbreviations_is_starter (self->abbreviations, word);
}

/* Whether the sentence opens with a time or a place, so that more must follow. */
static gboolean
opens_with_adverbial (const AccordSegmentScan *self)
{
  static const char *const OPENERS[] = {
    "at",     "in",    "on", "by", "since", "until", "from", "around", "about",
    "en",     "hacia", "de", "al", "hasta", "desde", "vers", "au",     "dès",
    "depuis", "dans",  "à",  "в",  "во",    "до",    "к",    "с",      "около",
    "на",     "по",    "um", "am", "im",    "vor",   "ab",   "bis",    "seit",
  };
  const char *p = self->sentence;
  char word[ACCORD_SEGMENT_WORD_MAX];

  if (accord_char_is_digit (accord_char_at (p, self->end)))
    return TRUE;
  copy_lower (word, p, accord_segment_word_end (p, MIN (p + WORD_MAX, self->end)));
  for (guint i = 0; i < G_N_ELEMENTS (OPENERS); i++)
    if (strcmp (word, OPENERS[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether fewer words than a sentence has stand between its beginning and @p. */
gboolean
accord_segment_is_early (const AccordSegmentScan *self, const char *p)
{
  guint most = opens_with_adverbial (self) ? EARLY_WORDS_OPENED : EARLY_WORDS;
  guint words = 0;

  for (const char *q = self->sentence; q < p && q - self->sentence < EARLY_BYTES;
       q = g_utf8_next_char (q))
    if (accord_char_is_space (accord_char_get (q)) && ++words >= most)
      return FALSE;
  return p - self->sentence < EARLY_BYTES;
}

/* "E. coli": whether the letter at @p is a part with a full stop of its own. */
gboolean
accord_segment_is_short_part (const char *p, const char *end)
{
  const char *q = accord_segment_word_end (p, end);

  return q > p && q == g_utf8_next_char (p) && accord_char_at (q, end) == '.';
}

/* Whether the word behind the full stop begins with lower case but not within its sentence: no
 * abbreviation ends like the word before. */
gboolean
accord_segment_ends_like_word (const AccordSegmentToken *token)
{
  static const char VOWELS[] = "aeiouyáéíóúàèâêоаеиыяюэуёьй";
  gsize length = strlen (token->word);
  const char *last = NULL;
  gunichar c;

  if (token->n_letters < 5 || !token->lower || length == 0)
    return FALSE;
  last = accord_char_prev (token->word + length);
  c = accord_char_get (last);
  if (c < 0x80 && strchr ("sdtnrlm", (int) c) != NULL)
    c = accord_char_get (accord_char_prev (last));
  return g_utf8_strchr (VOWELS, -1, c) != NULL;
}
