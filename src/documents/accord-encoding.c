/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which encoding is a text in? In this order: what the caller says, a byte order mark,
 * valid UTF-8, UTF-16 and UTF-32 by where their zeros lie, what a page declares if its
 * bytes agree, and last the statistics of uchardet. UTF-8 with a few wrong bytes is
 * damaged and said to be, since any guess would garble all of it. */
#include "documents/accord-encoding-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>
#include <unicode/uchar.h>

#include "documents/accord-loader-error.h"

/* Statistics see no more than this: more does not make them surer. */
#define SAMPLE_MAX (1u << 20)

/* Bytes that are no character are put up with if they are at most one in so many. */
#define TOLERANCE 500

typedef struct
{
  const guint8 *data;
  gsize length;
  GString *out;
  GError **error;
} Decoder;

/* What is in bytes that are not valid UTF-8. */
typedef struct
{
  gsize n_zeros_even;
  gsize n_zeros_odd;
  gsize n_controls;
  gsize n_sequences; /* of UTF-8, of two bytes and more */
  gsize n_wrong;     /* bytes that are in none */
  gsize first_wrong;
} Census;

static void
count_byte (Census *census, const guint8 *data, gsize i)
{
  if (data[i] == 0)
    *(i % 2 == 0 ? &census->n_zeros_even : &census->n_zeros_odd) += 1;
  else if (data[i] < 0x20 && strchr ("\t\n\v\f\r\033\032", data[i]) == NULL)
    census->n_controls++;
}

static Census
take_census (const guint8 *data, gsize length)
{
  Census census = { .first_wrong = length };

  for (gsize i = 0; i < length;)
    {
      gunichar c = data[i];
      gsize n = 1;

      if (c < 0x80)
        count_byte (&census, data, i);
      else
        {
          c = g_utf8_get_char_validated ((const char *) data + i, MIN (length - i, 4));
          if (c == (gunichar) -1 || c == (gunichar) -2)
            {
              census.first_wrong = MIN (census.first_wrong, i);
              census.n_wrong++;
            }
          else
            {
              census.n_sequences++;
              n = g_unichar_to_utf8 (c, NULL);
            }
        }
      i += n;
    }
  return census;
}

static char *
fail_encoding (Decoder *self, gsize at)
{
  gsize line = 1;

  for (gsize i = 0; i < at; i++)
    line += self->data[i] == '\n';
  g_set_error (self->error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
               _ ("is not valid UTF-8 in line %" G_GSIZE_FORMAT
                  ", nor text in another encoding that is known"),
               line);
  return NULL;
}

static char *
fail_marked (Decoder *self, const char *name)
{
  g_set_error (self->error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
               _ ("is damaged: it begins as text in %s, but is not"), name);
  return NULL;
}

static char *
fail_binary (Decoder *self)
{
  g_set_error_literal (self->error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED,
                       _ ("is not a text: save it as plain text or HTML first"));
  return NULL;
}

static char *
fail_large (Decoder *self)
{
  g_set_error (self->error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
               _ ("has more than %u MiB of text"), ACCORD_TEXT_MAX >> 20);
  return NULL;
}

/* Takes over what was converted, unless it holds U+0000 or is too long. */
static char *
finish (Decoder *self, const char *name)
{
  if (self->out->len > ACCORD_TEXT_MAX)
    return fail_large (self);
  if (memchr (self->out->str, '\0', self->out->len) != NULL)
    return fail_binary (self);
  if (g_str_has_prefix (self->out->str, "\ufeff"))
    g_string_erase (self->out, 0, 3);
  return accord_convert_dup_name (name);
}

/* Control characters of C1, which stand where an encoding has nothing. */
static gsize
count_c1 (const GString *text)
{
  gsize n = 0;

  for (gsize i = 0; i + 1 < text->len; i++)
    n += text->str[i] == '\xc2' && (guchar) text->str[i + 1] < 0xA0 && text->str[i + 1] != '\x85';
  return n;
}

/* Whether the bytes are text in @name, with at most one wrong place in @tolerance bytes
 * (0: with none). Where they are too long, they are. */
static gboolean
try_encoding (Decoder *self, const char *name, gsize skip, gsize tolerance)
{
  gsize n_bad = 0;

  g_string_truncate (self->out, 0);
  if (!accord_convert (name, self->data + skip, self->length - skip, ACCORD_TEXT_MAX, self->out,
                       &n_bad) &&
      self->out->len <= ACCORD_TEXT_MAX)
    return FALSE;
  n_bad += count_c1 (self->out);
  return n_bad == 0 || (tolerance > 0 && n_bad <= self->length / tolerance);
}

static char *
decode_wanted (Decoder *self, const char *wanted)
{
  gsize n_bad = 0;
  g_autofree char *name = accord_convert_dup_name (wanted);

  if (name == NULL)
    {
      g_set_error (self->error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED,
                   _ ("cannot be read as %s: no such encoding is known"), wanted);
      return NULL;
    }
  if (!accord_convert (wanted, self->data, self->length, ACCORD_TEXT_MAX, self->out, &n_bad))
    return fail_large (self);
  return finish (self, wanted);
}

/* The encoding that a byte order mark tells, and its length. */
static const char *
find_mark (const guint8 *data, gsize length, gsize *skip)
{
  static const struct
  {
    const char *name;
    gsize length;
    const char *bytes;
  } MARKS[] = {
    { "UTF-8", 3, "\xef\xbb\xbf" },    { "UTF-32LE", 4, "\xff\xfe\0\0" },
    { "UTF-32BE", 4, "\0\0\xfe\xff" }, { "UTF-16LE", 2, "\xff\xfe" },
    { "UTF-16BE", 2, "\xfe\xff" },     { "GB18030", 4, "\x84\x31\x95\x33" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (length >= MARKS[i].length && memcmp (data, MARKS[i].bytes, MARKS[i].length) == 0)
      {
        *skip = MARKS[i].length;
        return MARKS[i].name;
      }
  return NULL;
}

/* Whether UTF-16 or UTF-32 that was read without a mark makes sense: letters, spaces, marks;
 * nothing unassigned, no controls. */
static gboolean
is_sensible (const GString *text)
{
  gsize n = 0, n_odd = 0;

  for (const char *p = text->str; p < text->str + text->len && n < SAMPLE_MAX;
       p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);
      int8_t type = u_charType ((UChar32) c);

      n_odd += type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR ||
               (type == U_CONTROL_CHAR && !g_unichar_isspace (c));
    }
  return n > 0 && n_odd * 50 <= n;
}

/* UTF-16 and UTF-32 without a mark: what is ASCII in them leaves zeros at one side. */
static const char *
decode_wide (Decoder *self, const Census *census)
{
  gboolean little = census->n_zeros_odd >= census->n_zeros_even;
  const char *const names[] = { little ? "UTF-32LE" : "UTF-32BE", little ? "UTF-16LE" : "UTF-16BE",
                                little ? "UTF-32BE" : "UTF-32LE",
                                little ? "UTF-16BE" : "UTF-16LE" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (self->length % (i % 2 == 0 ? 4 : 2) == 0 && try_encoding (self, names[i], 0, 0) &&
        memchr (self->out->str, '\0', self->out->len) == NULL && is_sensible (self->out))
      return names[i];
  return NULL;
}

static char *
ask_uchardet (const guint8 *data, gsize length)
{
  uchardet_t detector = uchardet_new ();
  char *name = NULL;

  if (uchardet_handle_data (detector, (const char *) data, MIN (length, SAMPLE_MAX)) == 0)
    {
      uchardet_data_end (detector);
      name = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  return name;
}

/* Seven bits may be ISO-2022 or HZ, which escape to other characters. */
static char *
decode_seven_bits (Decoder *self)
{
  gboolean escapes = memmem (self->data, self->length, "\033$", 2) != NULL ||
                     memmem (self->data, self->length, "\033(", 2) != NULL ||
                     memmem (self->data, self->length, "~{", 2) != NULL;
  g_autofree char *name = escapes ? ask_uchardet (self->data, self->length) : NULL;

  if (name != NULL && (g_str_has_prefix (name, "ISO-2022") || g_str_has_prefix (name, "HZ")) &&
      try_encoding (self, name, 0, 0))
    return finish (self, name);
  g_string_truncate (self->out, 0);
  g_string_append_len (self->out, (const char *) self->data, self->length);
  return finish (self, "UTF-8");
}

static gboolean
is_seven_bits (const guint8 *data, gsize length)
{
  guint8 all = 0;

  for (gsize i = 0; i < length; i++)
    all |= data[i];
  return (all & 0x80) == 0;
}

static char *
decode_utf8 (Decoder *self)
{
  if (is_seven_bits (self->data, self->length))
    return decode_seven_bits (self);
  g_string_append_len (self->out, (const char *) self->data, self->length);
  return finish (self, "UTF-8");
}

static gboolean
is_known (const char *encoding)
{
  g_autofree char *name = accord_convert_dup_name (encoding);

  return name != NULL;
}

/* Bytes of some older encoding. */
static char *
decode_legacy (Decoder *self, const Census *census, const char *declared)
{
  g_autofree char *guess = NULL;
  const char *better = NULL;

  if (census->n_controls > 2 && census->n_controls * 50 > self->length)
    return fail_binary (self);
  if (census->n_sequences >= 4 * census->n_wrong)
    return fail_encoding (self, census->first_wrong);
  if (declared != NULL && g_ascii_strncasecmp (declared, "utf", 3) != 0 &&
      try_encoding (self, declared, 0, 0))
    return finish (self, declared);
  guess = ask_uchardet (self->data, self->length);
  if (guess != NULL && (*guess == '\0' || g_ascii_strncasecmp (guess, "utf", 3) == 0 ||
                        g_str_equal (guess, "ASCII") || !is_known (guess)))
    g_clear_pointer (&guess, g_free);
  /* Nothing is guessed of what is rather UTF-8 with faults. */
  if (guess == NULL && census->n_sequences > census->n_wrong)
    return fail_encoding (self, census->first_wrong);
  better = accord_guess_encoding (self->data, self->length, guess);
  if (better != NULL && try_encoding (self, better, 0, TOLERANCE))
    return finish (self, better);
  if (guess != NULL && try_encoding (self, guess, 0, TOLERANCE))
    return finish (self, guess);
  return fail_encoding (self, census->first_wrong);
}

/* Whether the bytes are a text in UTF-8 of which nothing need be guessed. */
static gboolean
is_utf8 (const guint8 *data, gsize length)
{
  return length == 0 || g_utf8_validate_len ((const char *) data, length, NULL);
}

/**
 * accord_decode:
 * @data: the bytes of a text
 * @length: their number
 * @wanted: (nullable): the encoding to take, whatever the bytes look like
 * @declared: (nullable): the encoding that the text says it has, which is taken if the bytes agree
 * @out: where to put the text: valid UTF-8 without U+0000 and byte order mark
 * @error: return location for an error
 *
 * Cost: linear, in one pass for UTF-8.
 *
 * Returns: (transfer full): the name of the encoding, or NULL with ACCORD_LOADER_ERROR_MALFORMED
 *   (the message names the line), _UNSUPPORTED (no text, or @wanted is not known) or _TOO_LARGE
 */
char *
accord_decode (const guint8 *data,
               gsize length,
               const char *wanted,
               const char *declared,
               GString *out,
               GError **error)
{
  Decoder self = { data, length, out, error };
  gsize skip = 0;
  const char *name = NULL;
  Census census;

  if (wanted != NULL)
    return decode_wanted (&self, wanted);
  name = find_mark (data, length, &skip);
  if (name != NULL && try_encoding (&self, name, skip, 0))
    return finish (&self, name);
  g_string_truncate (out, 0);
  if (name != NULL)
    return fail_marked (&self, name);
  if (is_utf8 (data, length))
    return decode_utf8 (&self);
  census = take_census (data, length);
  if (census.n_zeros_even + census.n_zeros_odd > 0)
    {
      name = decode_wide (&self, &census);
      return name != NULL ? finish (&self, name) : fail_binary (&self);
    }
  return decode_legacy (&self, &census, declared);
}
