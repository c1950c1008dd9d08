/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the first date of a line. The line is cut into numbers, month names and
 * single signs; a date is one of a few short sequences of these. What cannot be told
 * (is 03/04/2024 in March or in April?) is left out: ISO 8601 allows "2024". */
#include "documents/accord-dates-private.h"

#include <string.h>

#include "documents/accord-patterns-private.h"

/* Nobody writes a date further into a line that tells one. */
#define LINE_MAX_BYTES 2000

typedef enum
{
  TOKEN_NUMBER,
  TOKEN_MONTH,
  TOKEN_WORD,
  TOKEN_SIGN,
} TokenKind;

/* @value: the number, the month from 1, or the character. */
typedef struct
{
  TokenKind kind;
  guint value;
  guint digits;
  gsize start;
  gsize end;
} Token;

typedef struct
{
  guint year;
  guint month;
  guint day;
  guint n_tokens;
} Date;

/* Folded as accord_fold() does. */
static const struct
{
  guint month;
  const char *names;
} MONTHS[] = {
  { 1, "january|jan|janvier|janv|enero|ene|января|январь|янв|يناير|كانون الثاني|جانفي" },
  { 2, "february|feb|fevrier|fevr|febrero|февраля|февраль|фев|فبراير|شباط|فيفري" },
  { 3, "march|mar|mars|marzo|марта|март|мар|مارس|اذار" },
  { 4, "april|apr|avril|avr|abril|abr|апреля|апрель|апр|ابريل|نيسان|افريل" },
  { 5, "may|mai|mayo|мая|маи|مايو|ايار|ماي" },
  { 6, "june|jun|juin|junio|июня|июнь|июн|يونيو|حزيران|جوان" },
  { 7, "july|jul|juillet|juil|julio|июля|июль|июл|يوليو|تموز|جويلية" },
  { 8, "august|aug|aout|agosto|ago|августа|август|авг|اغسطس|اب|اوت" },
  { 9, "september|sept|sep|septembre|septiembre|setiembre|сентября|сентябрь|сен|سبتمبر|ايلول" },
  { 10, "october|oct|octobre|octubre|октября|октябрь|окт|اكتوبر|تشرين الاول" },
  { 11, "november|nov|novembre|noviembre|ноября|ноябрь|ноя|نوفمبر|تشرين الثاني" },
  { 12, "december|dec|decembre|diciembre|dic|декабря|декабрь|дек|ديسمبر|كانون الاول" },
};

/* Whether @word is one of the names that "|" parts. */
static gboolean
is_among (const char *names, const GString *word)
{
  for (const char *p = names; *p != '\0';)
    {
      gsize length = strcspn (p, "|");

      if (length == word->len && memcmp (p, word->str, length) == 0)
        return TRUE;
      p += length + (p[length] == '|');
    }
  return FALSE;
}

static guint
month_of (const GString *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (MONTHS); i++)
    if (is_among (MONTHS[i].names, word))
      return MONTHS[i].month;
  return 0;
}

/* Han digits up to 31, or four of them one by one as in 二〇二四: 0 if @c is none. */
static gboolean
han_digit (gunichar c, guint *value)
{
  static const char DIGITS[] = "〇一二三四五六七八九十";
  const char *found = c > 0x80 ? g_utf8_strchr (DIGITS, -1, c) : NULL;

  *value = found != NULL ? (guint) (found - DIGITS) / 3 : 0;
  return found != NULL;
}

static const char *
scan_han_number (const char *p, const char *end, Token *token)
{
  guint value = 0, digit = 0;
  gboolean tens = FALSE;

  for (; p < end && han_digit (g_utf8_get_char (p), &digit); p = g_utf8_next_char (p))
    {
      token->digits++;
      if (digit == 10)
        value = value == 0 ? 10 : value * 10;
      else
        value = tens ? value + digit : value * 10 + digit;
      tens = digit == 10;
      value = MIN (value, 99999);
    }
  token->value = value;
  return p;
}

static const char *
scan_number (const char *p, const char *end, Token *token)
{
  for (; p < end && g_unichar_isdigit (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      token->digits++;
      token->value =
        MIN (token->value * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (p)), 99999);
    }
  return p;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c) && !g_unichar_iswide (c);
}

static const char *
scan_letters (const char *p, const char *end)
{
  while (p < end && (is_word_char (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return p;
}

/* A word, or the two words of a Levantine month. */
static const char *
scan_word (const char *p, const char *end, Token *token)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *stop = scan_letters (p, end);
  const char *second = stop < end && *stop == ' ' ? scan_letters (stop + 1, end) : stop;

  token->kind = TOKEN_WORD;
  if (second > stop && second - p < 64)
    {
      accord_fold (word, p, second - p);
      token->value = month_of (word);
      if (token->value > 0)
        stop = second;
    }
  if (token->value == 0 && stop - p < 64)
    {
      g_string_truncate (word, 0);
      accord_fold (word, p, stop - p);
      token->value = month_of (word);
    }
  if (token->value > 0)
    token->kind = TOKEN_MONTH;
  else
    token->value = g_unichar_tolower (g_utf8_get_char (p));
  return stop;
}

/* Spaces are no tokens; they part the others. */
static GArray *
scan (const char *text, gsize length)
{
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (Token));
  const char *end = text + MIN (length, LINE_MAX_BYTES);

  while (end > text && end < text + length && ((guchar) *end & 0xC0) == 0x80)
    end--;
  for (const char *p = text; p < end;)
    {
      Token token = { .kind = TOKEN_NUMBER, .start = p - text };
      gunichar c = g_utf8_get_char (p);
      guint digit;

      if (g_unichar_isdigit (c))
        p = scan_number (p, end, &token);
      else if (han_digit (c, &digit))
        p = scan_han_number (p, end, &token);
      else if (is_word_char (c))
        p = scan_word (p, end, &token);
      else
        {
          p = g_utf8_next_char (p);
          if (g_unichar_isspace (c))
            continue;
          token.kind = TOKEN_SIGN;
          token.value = c;
        }
      token.end = p - text;
      g_array_append_val (tokens, token);
    }
  return tokens;
}

static const Token *
at (const GArray *tokens, guint index)
{
  static const Token NOTHING = { TOKEN_SIGN, 0, 0, 0, 0 };

  return index < tokens->len ? &g_array_index (tokens, Token, index) : &NOTHING;
}

static gboolean
is_sign (const Token *token, gunichar c)
{
  return token->kind == TOKEN_SIGN && token->value == c;
}

static gboolean
is_year (const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->digits == 4 && token->value >= 1800 &&
         token->value <= 2199;
}

static gboolean
is_up_to (const Token *token, guint most)
{
  return token->kind == TOKEN_NUMBER && token->digits <= 2 && token->value >= 1 &&
         token->value <= most;
}

/* 2024-04-03 2024/4/3 2024.04.03 */
static gboolean
read_iso (const GArray *tokens, guint i, Date *date)
{
  const Token *sign = at (tokens, i + 1);

  if (!is_year (at (tokens, i)) || sign->kind != TOKEN_SIGN || !is_up_to (at (tokens, i + 2), 12))
    return FALSE;
  if (sign->value != '-' && sign->value != '/' && sign->value != '.')
    return FALSE;
  *date = (Date){ at (tokens, i)->value, at (tokens, i + 2)->value, 0, 3 };
  if (is_sign (at (tokens, i + 3), sign->value) && is_up_to (at (tokens, i + 4), 31))
    {
      date->day = at (tokens, i + 4)->value;
      date->n_tokens = 5;
    }
  return date->day > 0 || (sign->value == '-' && at (tokens, i + 2)->digits == 2);
}

/* 2024年4月3日 二〇二四年四月 */
static gboolean
read_han (const GArray *tokens, guint i, Date *date)
{
  if (!is_year (at (tokens, i)) || !is_sign (at (tokens, i + 1), 0x5E74))
    return FALSE;
  *date = (Date){ at (tokens, i)->value, 0, 0, 2 };
  if (!is_up_to (at (tokens, i + 2), 12) && at (tokens, i + 2)->value > 12)
    return TRUE;
  if (!is_sign (at (tokens, i + 3), 0x6708))
    return TRUE;
  date->month = at (tokens, i + 2)->value;
  date->n_tokens = 4;
  if (at (tokens, i + 4)->kind == TOKEN_NUMBER && at (tokens, i + 4)->value <= 31 &&
      (is_sign (at (tokens, i + 5), 0x65E5) || is_sign (at (tokens, i + 5), 0x53F7)))
    {
      date->day = at (tokens, i + 4)->value;
      date->n_tokens = 6;
    }
  return TRUE;
}

/* Whether @token may stand between a month and its year: "," "." "de" "del", or the month's
 * other name in Arabic. */
static gboolean
is_before_year (const Token *token)
{
  switch (token->kind)
    {
    case TOKEN_SIGN:
      return token->value == ',' || token->value == '.' || token->value == '/' ||
             token->value == 0x060C;
    case TOKEN_WORD:
      return token->value == 'd';
    default:
      return token->kind == TOKEN_MONTH;
    }
}

static gboolean
read_year (const GArray *tokens, guint i, Date *date)
{
  for (guint skip = 0; skip < 3; skip++, i++)
    {
      if (is_year (at (tokens, i)))
        {
          date->year = at (tokens, i)->value;
          date->n_tokens = i + 1;
          return TRUE;
        }
      if (!is_before_year (at (tokens, i)))
        return FALSE;
    }
  return FALSE;
}

/* "th", "of", "er", "de", ".", but no word that might part another number from a month. */
static gboolean
is_before_month (const Token *token)
{
  return (token->kind == TOKEN_WORD && token->end - token->start <= 3) || is_sign (token, '.');
}

/* 3 April 2024, 3rd of April, 2024; 1er avril 2024; 3 de abril de 2024; 3 апреля 2024 */
static gboolean
read_day_first (const GArray *tokens, guint i, Date *date)
{
  guint month = i + 1;

  if (!is_up_to (at (tokens, i), 31))
    return FALSE;
  while (month < i + 4 && is_before_month (at (tokens, month)))
    month++;
  if (at (tokens, month)->kind != TOKEN_MONTH || !read_year (tokens, month + 1, date))
    return FALSE;
  date->day = at (tokens, i)->value;
  date->month = at (tokens, month)->value;
  date->n_tokens -= i;
  return TRUE;
}

/* April 3, 2024; Apr. 3rd 2024; April 2024 */
static gboolean
read_month_first (const GArray *tokens, guint i, Date *date)
{
  guint day = i + 1;

  if (at (tokens, i)->kind != TOKEN_MONTH)
    return FALSE;
  date->month = at (tokens, i)->value;
  date->day = 0;
  day += is_sign (at (tokens, day), '.');
  if (is_up_to (at (tokens, day), 31))
    {
      date->day = at (tokens, day)->value;
      day += 1 + (at (tokens, day + 1)->kind == TOKEN_WORD);
    }
  if (!read_year (tokens, day, date))
    return FALSE;
  date->n_tokens -= i;
  return TRUE;
}

/* 03.04.2024 is a day of April; 3/4/2024 may be one of March. */
static gboolean
read_numbers (const GArray *tokens, guint i, Date *date)
{
  const Token *first = at (tokens, i), *second = at (tokens, i + 2), *sign = at (tokens, i + 1);

  if (!is_up_to (first, 31) || !is_up_to (second, 31) || sign->kind != TOKEN_SIGN ||
      !is_sign (at (tokens, i + 3), sign->value) || !is_year (at (tokens, i + 4)))
    return FALSE;
  if (sign->value != '.' && sign->value != '/' && sign->value != '-')
    return FALSE;
  *date = (Date){ at (tokens, i + 4)->value, 0, 0, 5 };
  if (second->value <= 12 &&
      (sign->value == '.' || first->value > 12 || first->value == second->value))
    {
      date->month = second->value;
      date->day = first->value;
    }
  else if (first->value <= 12 && second->value > 12)
    {
      date->month = first->value;
      date->day = second->value;
    }
  return TRUE;
}

static char *
format (const Date *date)
{
  if (date->month == 0)
    return g_strdup_printf ("%04u", date->year);
  if (date->day == 0 ||
      !g_date_valid_dmy ((GDateDay) date->day, (GDateMonth) date->month, (GDateYear) date->year))
    return g_strdup_printf ("%04u-%02u", date->year, date->month);
  return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
}

/* Most lines hold no digit and no 年, and need not be scanned. */
static gboolean
may_hold_date (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x5E74)
      return TRUE;
  return FALSE;
}

/**
 * accord_date_find:
 * @text: a line, valid UTF-8
 * @length: bytes of it
 * @start: (out) (optional): where in @text the date begins, in bytes
 * @end: (out) (optional): where it ends
 *
 * Finds the first date in @text: ISO 8601, in digits, or with a month in English, Chinese, French,
 * Spanish, Russian or Arabic. A year alone is none. Cost: linear, at most 2000 bytes.
 *
 * Returns: (transfer full) (nullable): ISO 8601, without the day, or the month and the day, where
 * these are not told or could be either
 */
char *
accord_date_find (const char *text, gsize length, gsize *start, gsize *end)
{
  static gboolean (*const READERS[]) (const GArray *, guint,
                                      Date *) = { read_iso, read_han, read_day_first,
                                                  read_month_first, read_numbers };
  g_autoptr (GArray) tokens = NULL;

  if (!may_hold_date (text, length))
    return NULL;
  tokens = scan (text, length);
  for (guint i = 0; i < tokens->len; i++)
    for (guint r = 0; r < G_N_ELEMENTS (READERS); r++)
      {
        Date date = { 0 };

        if (!READERS[r](tokens, i, &date))
          continue;
        if (start != NULL)
          *start = at (tokens, i)->start;
        if (end != NULL)
          *end = at (tokens, i + date.n_tokens - 1)->end;
        return format (&date);
      }
  return NULL;
}
