/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RTF: groups in braces, words behind backslashes, and text in the code page of its font,
 * or in Unicode with a substitute for old programs, which is passed over. */
#include "documents/accord-office-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "documents/accord-loader-error.h"
#include "documents/accord-rtf-reader-private.h"

#define WORD_MAX 32

static const char *
skip_space (const char *data, const char *end)
{
  if (end - data >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3;
  while (data < end && g_ascii_isspace (*data))
    data++;
  return data;
}

gboolean
accord_is_rtf (const char *data, gsize length, const char *name)
{
  const char *start = skip_space (data, data + length);

  return (gsize) (data + length - start) >= 5 &&
         (memcmp (start, "{\\rtf", 5) == 0 || memcmp (start, "{\\urtf", 5) == 0);
}

/* A byte of text. */
static void
add_byte (AccordRtfReader *self, char byte)
{
  const AccordRtfState *state = accord_rtf_state (self);
  int page = accord_rtf_text_code_page (self->text, state->font);
  gboolean symbols =
    state->destination == ACCORD_RTF_OTHER && accord_rtf_text_is_symbol (self->text, state->font);

  if (self->skip > 0)
    {
      self->skip--;
      return;
    }
  if (state->destination == ACCORD_RTF_SKIPPED || state->destination == ACCORD_RTF_FONT_TABLE)
    return;
  if (page != self->code_page || symbols != self->symbols)
    accord_rtf_flush (self);
  self->code_page = page;
  self->symbols = symbols;
  g_string_append_c (self->bytes, byte);
}

/* The texts of levels have numbers below 9, which are told from others by one more. */
static void
add_hex (AccordRtfReader *self, guint value)
{
  if (self->skip == 0 && accord_rtf_state (self)->destination == ACCORD_RTF_LEVEL_TEXT &&
      value < ACCORD_LIST_LEVELS)
    {
      accord_rtf_flush (self);
      accord_rtf_emit_char (self, value + 1);
    }
  else if (value > 0 || self->skip > 0)
    add_byte (self, (char) value);
}

static void
add_unicode (AccordRtfReader *self, int n)
{
  gunichar c = (gunichar) (n < 0 ? n + 65536 : n);

  accord_rtf_flush (self);
  self->skip = 0;
  if (c >= 0xD800 && c < 0xDC00)
    self->high = c;
  else if (c >= 0xDC00 && c < 0xE000 && self->high != 0)
    accord_rtf_emit_char (self, 0x10000 + ((self->high - 0xD800) << 10) + (c - 0xDC00));
  else if (c == 0xF0B7)
    accord_rtf_emit (self, ACCORD_BULLET, strlen (ACCORD_BULLET));
  else
    accord_rtf_emit_char (self, c);
  if (!(c >= 0xD800 && c < 0xDC00))
    self->high = 0;
  self->skip = (guint) accord_rtf_state (self)->skip_after;
}

static void
open_group (AccordRtfReader *self)
{
  AccordRtfState state = *accord_rtf_state (self);

  accord_rtf_flush (self);
  self->skip = 0;
  if (self->states->len >= ACCORD_RTF_DEPTH_MAX)
    {
      self->too_deep = TRUE;
      return;
    }
  state.opened = ACCORD_RTF_OTHER;
  g_array_append_val (self->states, state);
  self->fresh = TRUE;
  self->star = FALSE;
}

/* @at_end: of a note, whether it stands at the end of the text. */
static void
apply_word (AccordRtfReader *self, const char *name, int n, gboolean has_n, gboolean at_end)
{
  gunichar character = 0;
  AccordRtfWord word = accord_rtf_word (self->words, name, &character);
  AccordRtfState *state = accord_rtf_state (self);

  if (self->fresh && accord_rtf_open_destination (self, word, at_end))
    {
      /* Of a text that stands there twice, the second is in Unicode. */
      if (strcmp (name, "upr") != 0 && word == ACCORD_RTF_SKIPPED)
        state->twin = FALSE;
    }
  else if (self->fresh && self->star && word == ACCORD_RTF_OTHER)
    state->destination = ACCORD_RTF_SKIPPED;
  else if (word == ACCORD_RTF_UNICODE)
    add_unicode (self, n);
  else if (word == ACCORD_RTF_CHARACTER && self->skip > 0)
    self->skip--;
  else if (word == ACCORD_RTF_CHARACTER)
    accord_rtf_emit_char (self, character);
  else if (state->destination != ACCORD_RTF_SKIPPED)
    accord_rtf_document_word (self, word, n, has_n);
  self->fresh = FALSE;
}

/* Reads a control word behind its backslash; gives where what follows it begins. */
static const char *
read_word (AccordRtfReader *self, const char *p, const char *end)
{
  char name[WORD_MAX + 1];
  gsize length = 0;
  gboolean has_n = FALSE, minus = FALSE;
  gint64 n = 0;

  for (; p < end && g_ascii_isalpha (*p); p++)
    if (length < WORD_MAX)
      name[length++] = *p;
  name[length] = '\0';
  if (p + 1 < end && *p == '-' && g_ascii_isdigit (p[1]))
    {
      minus = TRUE;
      p++;
    }
  for (; p < end && g_ascii_isdigit (*p); p++)
    {
      has_n = TRUE;
      n = MIN (n * 10 + (*p - '0'), G_MAXINT32);
    }
  if (p < end && *p == ' ')
    p++;
  accord_rtf_flush (self);
  if (strcmp (name, "bin") == 0)
    return p + MIN (n, end - p);
  if (strcmp (name, "u") != 0 && strcmp (name, "par") == 0)
    self->skip = 0;
  apply_word (self, name, (int) (minus ? -n : n), has_n,
              end - p >= 7 && memcmp (p, "\\ftnalt", 7) == 0);
  return p;
}

/* A backslash and a sign. */
static const char *
read_symbol (AccordRtfReader *self, const char *p, const char *end)
{
  static const struct
  {
    char sign;
    gunichar character;
  } SIGNS[] = { { '~', 0xA0 }, { '_', 0x2011 }, { '\t', ' ' } };

  if (*p == '\'' && end - p >= 3)
    {
      int high = g_ascii_xdigit_value (p[1]), low = g_ascii_xdigit_value (p[2]);

      if (high >= 0 && low >= 0)
        add_hex (self, (guint) (high * 16 + low));
      self->fresh = FALSE;
      return p + 3;
    }
  if (*p == '\\' || *p == '{' || *p == '}')
    add_byte (self, *p);
  else if (*p == '*')
    self->star = TRUE;
  else if (*p == '\n' || *p == '\r')
    accord_rtf_end_paragraph (self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (*p == SIGNS[i].sign)
      {
        accord_rtf_flush (self);
        accord_rtf_emit_char (self, SIGNS[i].character);
      }
  self->fresh = self->fresh && *p == '*';
  return p + 1;
}

static void
read_all (AccordRtfReader *self, const char *p, const char *end)
{
  while (p < end && !self->ended && !self->too_deep)
    {
      char c = *p++;

      if (c == '{')
        open_group (self);
      else if (c == '}')
        {
          self->skip = 0;
          accord_rtf_close_group (self);
          self->fresh = FALSE;
        }
      else if (c == '\\' && p < end)
        p = g_ascii_isalpha (*p) ? read_word (self, p, end) : read_symbol (self, p, end);
      else if (c != '\r' && c != '\n' && c != '\0')
        {
          self->fresh = FALSE;
          add_byte (self, c);
        }
    }
}

static AccordRtfReader *
reader_new (const AccordReadRequest *request)
{
  AccordRtfReader *self = g_new0 (AccordRtfReader, 1);
  AccordRtfState state = { .style = -1, .list_level = -1, .skip_after = 1 };

  self->flow = accord_flow_new (request);
  accord_rtf_tables_init (&self->tables);
  self->text = accord_rtf_text_new ();
  self->words = accord_rtf_words_new ();
  self->states = g_array_new (FALSE, TRUE, sizeof (AccordRtfState));
  self->bytes = g_string_new (NULL);
  self->decoded = g_string_new (NULL);
  self->marker = g_string_new (NULL);
  self->note_marker = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->instruction = g_string_new (NULL);
  g_array_append_val (self->states, state);
  return self;
}

static void
reader_free (AccordRtfReader *self)
{
  accord_flow_free (self->flow);
  accord_rtf_tables_clear (&self->tables);
  accord_rtf_text_free (self->text);
  g_hash_table_unref (self->words);
  g_array_unref (self->states);
  g_string_free (self->bytes, TRUE);
  g_string_free (self->decoded, TRUE);
  g_string_free (self->marker, TRUE);
  g_string_free (self->note_marker, TRUE);
  g_string_free (self->value, TRUE);
  g_string_free (self->instruction, TRUE);
  g_free (self);
}

/* The group of the whole file is the second state; it has ended if the first is left. */
static gboolean
check (const AccordRtfReader *self, GError **error)
{
  if (self->too_deep)
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                 _ ("is nested more than %u levels deep"), ACCORD_RTF_DEPTH_MAX);
  else if (self->states->len > 1)
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                 /* Translators: what is wrong, in English */
                 _ ("is damaged or cut short (%s)"), "RTF: a group has no end");
  else
    return TRUE;
  return FALSE;
}

gboolean
accord_read_rtf (const AccordReadRequest *request,
                 const char *data,
                 gsize length,
                 AccordSource *source,
                 GError **error)
{
  AccordRtfReader *self = reader_new (request);
  gboolean done = FALSE;

  read_all (self, skip_space (data, data + length), data + length);
  accord_rtf_end_paragraph (self, FALSE);
  done = check (self, error) && accord_flow_finish (self->flow, source, error);
  reader_free (self);
  return done;
}
