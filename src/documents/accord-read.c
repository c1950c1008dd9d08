/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a file to a source: which kind of file, which encoding, which
 * reader. Whole texts and lines need no reader: they are cut here. */
#include "documents/accord-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-encoding-private.h"
#include "documents/accord-formats-private.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-read-private.h"
#include "documents/accord-sniff-private.h"

/* A line of so many characters may have been broken to a width. */
#define WRAPPED_LEAST 40

/* CRLF becomes LF, in place; all else stays. */
static void
unify_line_ends (GString *text)
{
  char *to = memchr (text->str, '\r', text->len);
  char *end = text->str + text->len;

  if (to == NULL)
    return;
  for (const char *p = to; p < end; p++)
    if (!(p[0] == '\r' && p + 1 < end && p[1] == '\n'))
      *to++ = *p;
  g_string_truncate (text, to - text->str);
}

static gboolean
is_blank (const char *line, const char *end)
{
  for (const char *p = line; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Whether the sentence of a line goes on in the next one: it is as long as lines are that were
 * broken to a width, ends within a sentence, and the next one begins in lower case. */
static gboolean
goes_on (const char *line, const char *stop, const char *end)
{
  const char *last = stop, *next = stop + 1;
  gunichar c;

  while (next < end && *next == ' ')
    next++;
  if (next >= end || !g_unichar_islower (g_utf8_get_char (next)) ||
      g_utf8_strlen (line, stop - line) < WRAPPED_LEAST)
    return FALSE;
  while (last > line && g_ascii_isspace (last[-1]))
    last--;
  if (last == line)
    return FALSE;
  c = g_utf8_get_char (g_utf8_prev_char (last));
  return g_unichar_isalpha (c) || c == ',';
}

/* Takes over @text whole and makes a block of each line: in mode LINES also of an empty one,
 * in mode WHOLE only of one that is not blank, together with those that its sentence goes on in.
 */
static void
cut_lines (AccordSource *source, GString *text, gboolean blank_too)
{
  const char *start = text->str, *end = text->str + text->len;

  for (const char *line = start; line < end && source->blocks->len <= ACCORD_BLOCKS_MAX;)
    {
      const char *stop = memchr (line, '\n', end - line);
      AccordBlock block = { .role = ACCORD_ROLE_PARAGRAPH, .kept = TRUE };

      stop = stop != NULL ? stop : end;
      for (const char *from = line; !blank_too && goes_on (from, stop, end);)
        {
          from = stop + 1;
          stop = memchr (from, '\n', end - from);
          stop = stop != NULL ? stop : end;
        }
      block.span.start = (guint32) (line - start);
      block.span.end = (guint32) (stop - start);
      if (blank_too || !is_blank (line, stop))
        g_array_append_val (source->blocks, block);
      line = stop + 1;
    }
  g_string_free (source->text, TRUE);
  source->text = text;
}

/* Text of no particular format. */
static gboolean
read_plain (const AccordReadRequest *request, GString *text, AccordSource *source, GError **error)
{
  g_autoptr (GString) normal = g_string_sized_new (text->len);

  accord_normalize_append (normal, text->str, text->len);
  return accord_read_text (request, normal->str, normal->len, source, error);
}

static gboolean G_GNUC_PRINTF (2, 3) fail_large (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE, format, args);
  va_end (args);
  return FALSE;
}

/* Whether what a reader made of a file keeps within the limits of a document. */
static gboolean
check_limits (const AccordSource *source, GError **error)
{
  if (source->text->len > ACCORD_TEXT_MAX)
    return fail_large (error, _ ("has more than %u MiB of text"), ACCORD_TEXT_MAX >> 20);
  if (source->blocks->len > ACCORD_BLOCKS_MAX)
    return fail_large (error, _ ("has more than %u paragraphs"), ACCORD_BLOCKS_MAX);
  if (source->parts != NULL && source->parts->len > ACCORD_PARTS_MAX)
    return fail_large (error, _ ("holds more than %u documents"), ACCORD_PARTS_MAX);
  for (guint i = 0; source->parts != NULL && i < source->parts->len; i++)
    if (!check_limits (g_ptr_array_index (source->parts, i), error))
      return FALSE;
  return TRUE;
}

static char *
decode (
  const AccordReadRequest *request, const guint8 *data, gsize length, GString *text, GError **error)
{
  g_autofree char *declared = accord_sniff_charset (data, length);
  const char *unsupported = accord_sniff_unsupported (data, length);

  if (unsupported != NULL)
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED,
                           unsupported);
      return NULL;
    }
  return accord_decode (data, length, request->encoding, declared, text, error);
}

/* Takes over @text. */
static gboolean
read_text (const AccordReadRequest *request, GString *text, AccordSource *source, GError **error)
{
  const AccordFormat *format = NULL;
  gboolean done = TRUE;

  unify_line_ends (text);
  if (request->mode != ACCORD_READ_LINES && text->len > 0)
    format = accord_format_of_text (text->str, text->len, request->name);
  accord_source_set_field (source, ACCORD_FIELD_MEDIA_TYPE,
                           format != NULL ? format->media_type : "text/plain");
  if (format == NULL && request->mode != ACCORD_READ_STATEMENT)
    {
      cut_lines (source, text, request->mode == ACCORD_READ_LINES);
      return TRUE;
    }
  if (format != NULL)
    done = format->read (request, text->str, text->len, source, error);
  else
    done = read_plain (request, text, source, error);
  g_string_free (text, TRUE);
  return done;
}

static gboolean
read_any (const AccordReadRequest *request,
          const guint8 *data,
          gsize length,
          AccordSource *source,
          GError **error)
{
  const AccordFormat *format = NULL;
  g_autoptr (GString) text = NULL;
  g_autofree char *encoding = NULL;

  if (request->mode != ACCORD_READ_LINES)
    format = accord_format_of_bytes ((const char *) data, length, request->name);
  if (format != NULL)
    {
      accord_source_set_field (source, ACCORD_FIELD_MEDIA_TYPE, format->media_type);
      return format->read (request, (const char *) data, length, source, error);
    }
  text = g_string_new (NULL);
  encoding = decode (request, data, length, text, error);
  if (encoding == NULL)
    return FALSE;
  accord_source_set_field (source, ACCORD_FIELD_ENCODING, encoding);
  return read_text (request, g_steal_pointer (&text), source, error);
}

/* What is told of the file is true of its parts as well. */
static void
set_given (AccordSource *source, const AccordReadRequest *request, const char *sha256)
{
  static const AccordField SHARED[] = { ACCORD_FIELD_ENCODING, ACCORD_FIELD_MEDIA_TYPE };
  guint n_parts = source->parts != NULL ? source->parts->len : 0;

  accord_source_set_field (source, ACCORD_FIELD_SHA256, sha256);
  if (request->language != NULL)
    accord_source_set_field (source, ACCORD_FIELD_LANGUAGE, request->language);
  for (guint i = 0; i < n_parts; i++)
    {
      AccordSource *part = g_ptr_array_index (source->parts, i);

      for (guint k = 0; k < G_N_ELEMENTS (SHARED); k++)
        if (part->fields[SHARED[k]] == NULL)
          accord_source_set_field (part, SHARED[k], source->fields[SHARED[k]]);
      set_given (part, request, sha256);
    }
}

/**
 * accord_read:
 * @request: what is wanted
 * @data: the bytes of a file
 * @length: their number, at most ACCORD_SOURCE_MAX
 * @error: return location for an error
 *
 * Reads a file of any kind; for the helper process, since the bytes may be hostile. What is read
 * in mode LINES is plain text, whatever it looks like. Sets the fields ENCODING, MEDIA_TYPE and
 * SHA256, and whatever else the reader finds. A file that has bytes but no text, or no text
 * that is kept, is no error. A collection has parts and no text. Cost: linear; memory of some five
 * times @length.
 *
 * Returns: (transfer full): a source, or NULL with a code of ACCORD_LOADER_ERROR (UNSUPPORTED,
 *   MALFORMED, ENCRYPTED, EMPTY, TOO_LARGE) and a translated sentence
 */
AccordSource *
accord_read (const AccordReadRequest *request, const guint8 *data, gsize length, GError **error)
{
  g_autoptr (AccordSource) source = accord_source_new ();
  g_autofree char *sha256 = NULL;

  if (length == 0)
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_EMPTY, _ ("is empty"));
      return NULL;
    }
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);
  if (!read_any (request, data, length, source, error) || !check_limits (source, error))
    return NULL;
  set_given (source, request, sha256);
  return g_steal_pointer (&source);
}
