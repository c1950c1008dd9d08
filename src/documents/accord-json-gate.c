/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammar of RFC 8259, to the letter, without recursion. json-glib 1.6 takes
 * comments, leading zeros, hexadecimal and nothing at all for JSON, and crashes on
 * 100,000 nested brackets; what passes here it reads as the RFC means it. */
#include "documents/accord-json-gate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-json.h"

#define TOO_DEEP (N_ ("too deep"))

/* at never passes end; the first fault stays. open holds the brackets that are open. */
typedef struct
{
  const char *at;
  const char *end;
  const char *fault; /* nullable: untranslated */
  guint depth;
  char open[ACCORD_JSON_MAX_DEPTH];
} Gate;

/* The byte at hand; 0, which is no part of JSON, at the end. */
static inline char
peek (const Gate *self)
{
  return self->at < self->end ? *self->at : '\0';
}

static gboolean
fail (Gate *self, const char *fault)
{
  if (self->fault == NULL)
    self->fault = fault;
  return FALSE;
}

static gboolean
take (Gate *self, char byte)
{
  if (peek (self) != byte)
    return FALSE;
  self->at++;
  return TRUE;
}

static void
skip_space (Gate *self)
{
  while (self->at < self->end &&
         (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

static gboolean
skip_digits (Gate *self)
{
  const char *start = self->at;

  while (g_ascii_isdigit (peek (self)))
    self->at++;
  return self->at > start || fail (self, N_ ("a number is not finished"));
}

static gboolean
pass_number (Gate *self)
{
  take (self, '-');
  if (!take (self, '0') && !skip_digits (self))
    return FALSE;
  if (g_ascii_isdigit (peek (self)))
    return fail (self, N_ ("a number begins with 0"));
  if (take (self, '.') && !skip_digits (self))
    return FALSE;
  if (take (self, 'e') || take (self, 'E'))
    {
      if (!take (self, '+'))
        take (self, '-');
      return skip_digits (self);
    }
  return TRUE;
}

/* Four hexadecimal digits, as a number; -1 where they are not that. */
static int
pass_hex (Gate *self)
{
  int value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (self));

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
      self->at++;
    }
  return value;
}

/* After "\u". Half of a surrogate pair is no character. */
static gboolean
pass_unicode (Gate *self)
{
  int value = pass_hex (self);

  if (value >= 0xD800 && value < 0xDC00 && take (self, '\\') && take (self, 'u'))
    {
      value = pass_hex (self);
      value = value >= 0xDC00 && value < 0xE000 ? 0 : -1;
    }
  if (value < 0 || (value >= 0xD800 && value < 0xE000))
    return fail (self, N_ ("an escape in a string is wrong"));
  return TRUE;
}

static gboolean
pass_escape (Gate *self)
{
  char byte = peek (self);

  if (byte == '\0' || strchr ("\"\\/bfnrtu", byte) == NULL)
    return fail (self, N_ ("an escape in a string is wrong"));
  self->at++;
  return byte != 'u' || pass_unicode (self);
}

static gboolean
pass_string (Gate *self)
{
  if (!take (self, '"'))
    return fail (self, N_ ("a string in quotation marks is missing"));
  while (self->at < self->end && *self->at != '"')
    {
      guchar byte = (guchar) *self->at;

      if (byte < 0x20)
        return fail (self, N_ ("a string holds a control character"));
      self->at++;
      if (byte == '\\' && !pass_escape (self))
        return FALSE;
    }
  return take (self, '"') || fail (self, N_ ("a string is not finished"));
}

static gboolean
pass_word (Gate *self)
{
  static const char *const WORDS[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      gsize n = strlen (WORDS[i]);

      if ((gsize) (self->end - self->at) >= n && memcmp (self->at, WORDS[i], n) == 0)
        {
          self->at += n;
          return TRUE;
        }
    }
  return fail (self, N_ ("a value is missing"));
}

static gboolean
pass_key (Gate *self)
{
  skip_space (self);
  if (!pass_string (self))
    return FALSE;
  skip_space (self);
  return take (self, ':') || fail (self, N_ ("a colon is missing"));
}

/* A value, or the beginning of one: @done is FALSE where its first inner value follows. */
static gboolean
pass_value (Gate *self, gboolean *done)
{
  char byte = '\0';

  skip_space (self);
  byte = peek (self);
  *done = TRUE;
  if (byte == '"')
    return pass_string (self);
  if (byte == '-' || g_ascii_isdigit (byte))
    return pass_number (self);
  if (byte != '{' && byte != '[')
    return pass_word (self);
  if (self->depth == ACCORD_JSON_MAX_DEPTH)
    return fail (self, TOO_DEEP);
  self->at++;
  skip_space (self);
  if (take (self, byte == '{' ? '}' : ']'))
    return TRUE;
  self->open[self->depth++] = byte;
  *done = FALSE;
  return byte == '[' || pass_key (self);
}

/* What may stand behind a value: closing brackets, then a comma or the end. */
static gboolean
pass_behind (Gate *self)
{
  while (self->depth > 0)
    {
      char open = self->open[self->depth - 1];

      skip_space (self);
      if (take (self, ','))
        return open == '[' || pass_key (self);
      if (!take (self, open == '{' ? '}' : ']'))
        return fail (self, N_ ("a comma or closing bracket is missing"));
      self->depth--;
    }
  return TRUE;
}

static gboolean
pass_all (Gate *self)
{
  gboolean done = FALSE;

  do
    if (!pass_value (self, &done) || (done && !pass_behind (self)))
      return FALSE;
  while (self->depth > 0);
  skip_space (self);
  return self->at == self->end || fail (self, N_ ("something stands behind the end"));
}

static guint
line_of (const char *data, const char *at)
{
  guint line = 1;

  for (const char *p = data; p < at; p++)
    line += *p == '\n';
  return line;
}

/**
 * accord_json_gate:
 * @data: any bytes
 * @length: their number
 * @error: return location for an error
 *
 * Lets through JSON texts as of RFC 8259, in UTF-8, within the limits of accord-json.h. An object
 * may have a key twice, as the RFC allows. Cost: linear, no memory.
 *
 * Returns: FALSE with ACCORD_JSON_ERROR_SYNTAX or ACCORD_JSON_ERROR_TOO_LARGE
 */
gboolean
accord_json_gate (const char *data, gsize length, GError **error)
{
  Gate gate = { data, data + length };
  const char *end = data;

  if (length > ACCORD_JSON_MAX)
    {
      g_set_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE,
                   _ ("is larger than %u MiB"), ACCORD_JSON_MAX >> 20);
      return FALSE;
    }
  if (length > 0 && !g_utf8_validate_len (data, length, &end))
    {
      gate.at = end;
      fail (&gate, N_ ("it is not UTF-8"));
    }
  else if (pass_all (&gate))
    return TRUE;
  if (g_strcmp0 (gate.fault, TOO_DEEP) == 0)
    g_set_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE,
                 _ ("is nested deeper than %u levels in line %u"), ACCORD_JSON_MAX_DEPTH,
                 line_of (data, gate.at));
  else
    g_set_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SYNTAX,
                 /* Translators: a line number, and what is wrong there */
                 _ ("is not valid JSON in line %u: %s"), line_of (data, gate.at), _ (gate.fault));
  return FALSE;
}
