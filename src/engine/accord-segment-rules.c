/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does a sentence end here? UAX #29 finds the candidates: terminators, what closes
 * behind them, spaces. What stands on both sides decides: abbreviations, initials,
 * numbers, ellipses, lower case, a quotation that goes on. */
#include <string.h>

#include "engine/accord-segment-chars-private.h"
#include "engine/accord-segment-token-private.h"

/* Looking around costs at most this many bytes or words. */
#define TOKEN_MAX 48
#define WORD_MAX 32
#define TAG_CHARS 16
#define NOTE_MAX 20

/* Bytes before an ellipsis that make a sentence of Han characters. */
#define ELLIPSIS_LEAST 24

/* Terminators in a row with what closes behind them. */
typedef struct
{
  const char *start;
  const char *marks; /* behind the last terminator */
  const char *end;   /* behind what closes */
  guint dots;
  gboolean hard;   /* ! ? 。 and the like are among them */
  gboolean wide;   /* needs no space */
  gboolean spaced; /* ". . ." */
  gboolean quoted; /* a quotation mark closes behind it */
  gboolean aside;  /* a bracket closes that opened within the sentence */
} Run;

static const AccordSpan *
current_pair (const AccordSegmentScan *self)
{
  return self->pair < self->pairs->len ? &g_array_index (self->pairs, AccordSpan, self->pair)
                                       : NULL;
}

/* The cursor never goes back. */
static void
move_to (AccordSegmentScan *self, const char *p)
{
  while (self->pair < self->pairs->len &&
         self->data + g_array_index (self->pairs, AccordSpan, self->pair).end < p)
    self->pair++;
}

static gboolean
is_bracket_end (gunichar c)
{
  return c == ')' || c == ']' || c == '}' ||
         (c > 0x80 && c != 0x201D && u_charType ((UChar32) c) == U_END_PUNCTUATION);
}

static gboolean
is_pause (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == 0x3001 || c == 0xFF0C || c == 0xFF1A ||
         c == 0xFF1B || c == 0x60C || c == 0x61B;
}

/* Whether the quotation mark at @p, right behind a terminator, closes. */
static gboolean
is_quote_end (AccordSegmentScan *self, const char *p)
{
  const AccordSpan *pair = NULL;
  guint32 at = (guint32) (p - self->data);
  gunichar c = accord_char_get (p);
  gunichar behind = accord_char_at (g_utf8_next_char (p), self->end);

  move_to (self, p);
  pair = current_pair (self);
  if (pair != NULL && (pair->end == at || pair->start == at))
    return pair->end == at;
  if (c == 0x300D || c == 0x300F)
    return TRUE;
  return behind == 0 || accord_char_is_space (behind) || accord_char_is_quote (behind) ||
         is_pause (behind) || is_bracket_end (behind) || accord_char_is_terminator (behind);
}

/* "[3]", "[2–11]", "[note 1]": what refers to a note, or @p. */
static const char *
skip_note (const char *p, const char *end)
{
  const char *q = p + 1;
  gboolean digit = FALSE;

  while (q < end && q - p < NOTE_MAX && *q != ']' && *q != '[' && *q != '.')
    {
      digit = digit || g_ascii_isdigit (*q);
      q = g_utf8_next_char (q);
    }
  return digit && q - p < NOTE_MAX && accord_char_at (q, end) == ']' ? q + 1 : p;
}

static gboolean
is_raised (gunichar c)
{
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

/* "12" and "11 12": numbers of up to three digits, or @p. */
static const char *
skip_notes (const char *p, const char *end)
{
  const char *q = p, *behind = p;

  while (q < end && g_ascii_isdigit (*q))
    {
      const char *first = q;

      while (q < end && q - first < 4 && g_ascii_isdigit (*q))
        q++;
      if (q - first > 3 || q - p > NOTE_MAX)
        return behind;
      behind = q;
      if (q + 1 < end && *q == ' ')
        q++;
    }
  return behind;
}

/* The number of a note right behind a full stop, or @p: "end.¹²", also "end.12 The next". */
static const char *
skip_raised (const AccordSegmentScan *self, const Run *run, const char *p)
{
  const char *q = p;
  AccordSegmentToken token;

  while (q < self->end && is_raised (accord_char_get (q)))
    q = g_utf8_next_char (q);
  if (q > p || run->dots != 1 || run->marks != p)
    return q;
  q = skip_notes (p, self->end);
  if (q == p || accord_char_at (q, self->end) != ' ' ||
      !accord_char_is_upper (accord_char_at (q + 1, self->end)))
    return p;
  if (is_bracket_end (accord_char_before (run->start, self->sentence)))
    return q;
  accord_segment_read_token (self, run->start, &token);
  return token.lower && token.n_letters >= 4 &&
             accord_segment_stop_of (self, &token) == ACCORD_STOP_PLAIN
           ? q
           : p;
}

/* Behind a space only the end of a pair closes: « Non ! » */
static const char *
skip_spaced_end (AccordSegmentScan *self, const char *p)
{
  const char *q = accord_chars_skip_spaces (p, MIN (p + 3, self->end));
  const AccordSpan *pair = NULL;

  if (q == p || q >= self->end)
    return p;
  move_to (self, q);
  pair = current_pair (self);
  if (pair != NULL && self->data + pair->end == q && accord_char_is_quote (accord_char_get (q)))
    return g_utf8_next_char (q);
  return p;
}

/* Takes terminators from @p on, with the spaces in ". . .", into @run. */
static const char *
read_marks (AccordSegmentScan *self, const char *p, Run *run)
{
  while (p < self->end)
    {
      gunichar c = accord_char_get (p);

      if (c == ' ' && run->dots > 0 && !run->hard && p + 1 < self->end && p[1] == '.' &&
          (p + 2 >= self->end || p[2] == ' ' || accord_char_is_quote (accord_char_get (p + 2))))
        run->spaced = TRUE;
      else if (!accord_char_is_terminator (c))
        break;
      else if (c == '.')
        run->dots++;
      else if (c == ACCORD_CHAR_ELLIPSIS)
        run->dots += 3;
      else
        {
          run->hard = TRUE;
          run->wide = run->wide || accord_char_is_wide_terminator (c);
        }
      p = g_utf8_next_char (p);
    }
  run->marks = p;
  return p;
}

/* Whether the bracket that closes at @p opened within the sentence under way. */
static gboolean
is_aside (AccordSegmentScan *self, const char *p)
{
  const AccordSpan *pair = NULL;
  const char *open = NULL;

  move_to (self, p);
  pair = current_pair (self);
  if (pair == NULL || self->data + pair->end != p)
    return FALSE;
  open = self->data + pair->start;
  while (open > self->sentence && accord_char_is_space (accord_char_before (open, self->sentence)))
    open = accord_char_prev (open);
  return open > self->sentence &&
         !accord_char_is_terminator (accord_char_before (open, self->sentence));
}

static Run
read_run (AccordSegmentScan *self, const char *mark)
{
  Run run = { .start = mark };
  const char *p = read_marks (self, mark, &run);

  for (;;)
    {
      gunichar c = accord_char_at (p, self->end);
      const char *q = p;

      if (accord_char_is_quote (c) && is_quote_end (self, p))
        q = g_utf8_next_char (p);
      else if (is_bracket_end (c))
        {
          run.aside = is_aside (self, p);
          q = g_utf8_next_char (p);
        }
      else if (c == '[')
        q = skip_note (p, self->end);
      else if (accord_char_is_space (c))
        q = skip_spaced_end (self, p);
      else if (is_raised (c) || accord_char_is_digit (c))
        q = skip_raised (self, &run, p);
      else if (accord_char_is_terminator (c))
        {
          run.aside = FALSE;
          q = read_marks (self, p, &run);
        }
      if (q == p)
        break;
      run.quoted = run.quoted || accord_char_is_quote (accord_char_get (accord_char_prev (q)));
      p = q;
    }
  run.end = p;
  return run;
}

static gboolean
is_within_pair (AccordSegmentScan *self, const char *p)
{
  const AccordSpan *pair = NULL;

  move_to (self, p);
  pair = current_pair (self);
  return pair != NULL && self->data + pair->start < p && self->data + pair->end >= p;
}

/* Whether a number follows; "I" and a word is none. */
static gboolean
is_ordinal (const char *p, const char *end)
{
  const char *behind = accord_segment_word_end (p, MIN (p + 8, end));
  gboolean pronoun = *p == 'I' && behind == p + 1 && accord_char_at (behind, end) == ' ' &&
                     accord_char_is_lower (accord_char_at (behind + 1, end));

  return accord_char_is_digit (accord_char_get (p)) ||
         (accord_segment_is_roman (p, behind) && !pronoun);
}

/* The full stop of @run with a space behind it; @next is the first letter or digit behind, or
 * what else stands there. */
static gboolean
is_full_stop (AccordSegmentScan *self, const Run *run, const char *next)
{
  gunichar c = accord_char_at (next, self->end);
  gboolean digit = accord_char_is_digit (c);
  gboolean letter = accord_char_is_letter (c);
  const char *lead = accord_chars_skip_spaces (run->end, self->end);
  AccordSegmentToken token;
  AccordStop stop;

  accord_segment_read_token (self, run->start, &token);
  stop = accord_segment_stop_of (self, &token);
  if (accord_char_is_lower (c))
    return stop == ACCORD_STOP_PLAIN && run->end == run->marks &&
           accord_segment_ends_like_word (&token);
  if (accord_segment_is_marker (self->sentence, run->end))
    return FALSE;
  if (letter && token.n_letters == 1 && token.n_digits == 0 &&
      accord_segment_is_short_part (next, self->end))
    return FALSE;
  if (run->end != run->marks && stop != ACCORD_STOP_NEVER)
    return TRUE;
  if ((stop == ACCORD_STOP_MAYBE || stop == ACCORD_STOP_OFTEN) &&
      accord_char_is_dash (accord_char_at (lead, self->end)))
    return FALSE;
  switch (stop)
    {
    case ACCORD_STOP_NEVER:
      return !letter && !digit;
    case ACCORD_STOP_NUMBER:
      return lead != next || !is_ordinal (next, self->end);
    case ACCORD_STOP_MAYBE:
      return letter ? accord_segment_is_starter (self, next) : !digit;
    case ACCORD_STOP_OFTEN:
      return !accord_segment_is_early (self, run->start);
    default:
      break;
    }
  if (token.n_digits > 0 && token.n_digits <= 2 && token.n_letters == 0)
    return !digit &&
           (*token.chain != '\0' || !accord_abbreviations_has_ordinals (self->abbreviations) ||
            accord_segment_is_starter (self, next) || !letter);
  return TRUE;
}

static gboolean
is_address (gunichar c)
{
  return c == '/' || c == '@' || c == '\\' || c == '#';
}

/* Whether the word from @p to @end is one like "Dr." */
static gboolean
is_title (const AccordSegmentScan *self, const char *p, const char *end)
{
  AccordSegmentToken token;

  if (accord_char_at (end, self->end) != '.')
    return FALSE;
  accord_segment_set_token (&token, p, end);
  return accord_segment_stop_of (self, &token) == ACCORD_STOP_NEVER;
}

/* A full stop without a space behind it: "end.The next", "كلمة.كلمة". */
static gboolean
is_tight_stop (AccordSegmentScan *self, const Run *run)
{
  gunichar c = accord_char_at (run->end, self->end);
  const char *behind = NULL;
  AccordSegmentToken token;

  if (!accord_char_is_letter (c) || accord_char_is_wide (c) || accord_char_is_lower (c))
    return FALSE;
  behind = accord_segment_word_end (run->end, MIN (run->end + WORD_MAX, self->end));
  accord_segment_read_token (self, run->start, &token);
  if (is_address (accord_char_before (token.start, self->start)))
    return FALSE;
  if (!accord_char_is_upper (c))
    return token.n_letters >= 3 && !token.dotted && token.n_digits == 0 &&
           g_utf8_strlen (run->end, behind - run->end) >= 3;
  if (!accord_char_is_lower (accord_char_at (g_utf8_next_char (run->end), behind)) ||
      accord_segment_stop_of (self, &token) != ACCORD_STOP_PLAIN || *behind == '(')
    return FALSE;
  /* "1.Tea" is an item. */
  if (token.n_digits > 0)
    return token.n_letters == 0 && token.n_digits >= 3;
  /* "Monday.Then", but "Example.Com". */
  return token.n_letters >= 3 && !token.dotted &&
         (token.lower || accord_segment_is_starter (self, run->end) ||
          is_title (self, run->end, behind));
}

/* ! and ? without a space, as in "firma?13" or an address. */
static gboolean
is_tight_mark (AccordSegmentScan *self, const Run *run)
{
  gunichar c = accord_char_at (run->end, self->end);
  gunichar before = accord_char_before (run->start, self->start);

  if (c == 0xBF || c == 0xA1)
    return TRUE;
  if (run->end != run->marks || !accord_char_is_letter (before) || accord_char_is_lower (c))
    return FALSE;
  return accord_char_is_letter (c) && !accord_char_is_lower (c);
}

/* "……的", "…。”他说：" and 「…」と: the sentence around a quotation goes on. */
static gboolean
is_tagged (const AccordSegmentScan *self, const char *p)
{
  static const char *const TAGS[] = { "说", "說", "道", "称",   "稱",   "表示", "写",
                                      "寫", "问", "問", "指出", "强调", "強調" };
  static const char *const PARTICLES[] = { "と", "は", "が", "を",   "に",
                                           "で", "も", "の", "って", "など" };
  gsize length = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (PARTICLES); i++)
    if (g_str_has_prefix (p, PARTICLES[i]))
      return TRUE;
  for (const char *q = p; q < self->end && n <= TAG_CHARS; n++, q = g_utf8_next_char (q))
    {
      gunichar c = accord_char_get (q);

      if (accord_char_is_terminator (c) || is_pause (c))
        break;
      length = (gsize) (g_utf8_next_char (q) - p);
    }
  for (guint i = 0; n <= TAG_CHARS && i < G_N_ELEMENTS (TAGS); i++)
    if (length >= strlen (TAGS[i]) &&
        strncmp (p + length - strlen (TAGS[i]), TAGS[i], strlen (TAGS[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_wide_end (const AccordSegmentScan *self, const Run *run)
{
  const char *p = accord_chars_skip_spaces (run->end, self->end);
  gunichar before = accord_char_before (run->start, self->start);

  if (is_pause (accord_char_at (p, self->end)))
    return FALSE;
  /* ３．５ */
  if (accord_char_get (run->start) == ACCORD_CHAR_FULL_STOP_WIDE && accord_char_is_digit (before) &&
      accord_char_is_digit (accord_char_at (p, self->end)))
    return FALSE;
  return !run->quoted || !is_tagged (self, p);
}

/* An ellipsis, with what @next begins behind it. */
static gboolean
is_ellipsis_end (const AccordSegmentScan *self, const Run *run, const char *next)
{
  gunichar c = accord_char_at (next, self->end);

  if (!accord_char_is_letter (c) || accord_char_is_lower (c))
    return FALSE;
  if (accord_char_is_wide (c))
    return run->dots >= 6 && run->start - self->sentence >= ELLIPSIS_LEAST &&
           !g_str_has_prefix (next, "的") && !g_str_has_prefix (next, "等");
  /* English writes "I" in capitals everywhere. */
  return run->dots > 3 ||
         !(c == 'I' && !accord_char_is_letter (accord_char_at (next + 1, self->end)));
}

static gboolean
is_end (AccordSegmentScan *self, const Run *run)
{
  const char *next = accord_chars_skip_spaces (run->end, self->end);
  gunichar lead = accord_char_at (next, self->end);
  gboolean inverted = FALSE;

  if (is_pause (lead) || is_bracket_end (lead))
    return FALSE;
  /* A source or a remark in brackets belongs to the quotation before it. */
  if (run->quoted && lead == '(' && next > run->end)
    return FALSE;
  /* Where no capital tells, an aside ends nothing. */
  if (run->aside && accord_char_is_letter (lead) && !accord_char_is_upper (lead))
    return FALSE;
  if (run->wide)
    return is_wide_end (self, run);
  if (run->dots >= 3 && !run->hard && next == run->end && run->dots < 6)
    return FALSE;
  if (next == run->end && run->dots < 3)
    return run->hard ? is_tight_mark (self, run) : run->dots == 1 && is_tight_stop (self, run);
  for (gunichar c = lead;
       accord_char_is_opener (c) || accord_char_is_dash (c) || accord_char_is_space (c);
       c = accord_char_at (next, self->end))
    {
      inverted = inverted || c == 0xBF || c == 0xA1;
      next = g_utf8_next_char (next);
      if (next - run->end > TOKEN_MAX)
        break;
    }
  if (inverted)
    return TRUE;
  if (run->dots >= 3 && !run->hard)
    return is_ellipsis_end (self, run, next);
  if (!run->hard)
    return is_full_stop (self, run, next);
  return !accord_char_is_lower (accord_char_at (next, self->end)) &&
         !accord_segment_is_marker (self->sentence, run->end);
}

/* Japanese particles behind which a sentence must go on. */
static gboolean
is_particle (gunichar c)
{
  return g_utf8_strchr ("のをはがにとへや", -1, c) != NULL;
}

/* Whether the line that ends at @mark ends a sentence: unless the next one goes on in lower case,
 * or it ends in a particle. */
static const char *
try_line_end (const AccordSegmentScan *self, const char *mark, const char **resume)
{
  const char *next = accord_chars_skip_spaces (mark, self->end);
  const char *last = mark;
  gunichar c;

  *resume = next;
  while (last > self->sentence && accord_char_is_space (accord_char_before (last, self->sentence)))
    last = accord_char_prev (last);
  c = accord_char_before (last, self->sentence);
  if (next >= self->end || last == self->sentence || is_particle (c))
    return NULL;
  return accord_char_is_lower (accord_char_get (next)) &&
             (accord_char_is_letter (c) || c == ',' || c == '-')
           ? NULL
           : last;
}

/* Whether a sentence ends where speech breaks off: only where a word follows that no name is, since
 * "--" Mary said goes on. */
static const char *
try_broken_off (AccordSegmentScan *self, const char *mark, const char **resume)
{
  const char *next = NULL;

  *resume = g_utf8_next_char (mark);
  next = accord_chars_skip_spaces (*resume, self->end);
  if (next == *resume || !is_quote_end (self, mark) || is_within_pair (self, *resume))
    return NULL;
  return accord_char_is_upper (accord_char_at (next, self->end)) &&
             accord_segment_is_starter (self, next)
           ? *resume
           : NULL;
}

/* Whether @run is a full stop with ". . ." behind it. */
static gboolean
is_left_out (const AccordSegmentScan *self, const Run *run)
{
  return run->spaced && run->dots == 4 && !run->hard && run->end == run->marks &&
         run->start[0] == '.' && run->start[1] == ' ' &&
         accord_char_is_letter (accord_char_before (run->start, self->start));
}

/**
 * accord_segment_try:
 * @scan: a paragraph
 * @mark: a terminator or line end in it
 * @resume: (out): where to look for the next one
 *
 * Cost: bounded, apart from the terminators in a row.
 *
 * Returns: (nullable): where a sentence ends, or NULL if none does
 */
const char *
accord_segment_try (AccordSegmentScan *scan, const char *mark, const char **resume)
{
  Run run;

  if (*mark == '\n' || *mark == '\r')
    return try_line_end (scan, mark, resume);
  if (accord_char_is_quote (accord_char_get (mark)))
    return try_broken_off (scan, mark, resume);
  run = read_run (scan, mark);
  *resume = run.end;
  if (run.end >= scan->end || is_within_pair (scan, run.end))
    return NULL;
  if (!is_end (scan, &run))
    return NULL;
  /* In "one. . . . Two" the full stop is the first: what was left out belongs to neither. */
  return is_left_out (scan, &run) ? mark + 1 : run.end;
}
